#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

#include "sim/outcomes/figures.hpp"
#include "sim/run/validation/population_measures.hpp"
#include "sim/run/validation/validation_answers.hpp"

namespace minimasim::run {

std::string text_of(char const* format, double a, double b, double c)
{
    char text[400];
    std::snprintf(text, sizeof text, format, a, b, c);
    return text;
}

Answer answer_of(outcomes::Figure const& figure)
{
    Answer answer;
    answer.value = figure.estimate;
    answer.low = figure.low;
    answer.high = figure.high;
    return answer;
}

outcomes::Figure const* find_figure(outcomes::Results const& results, std::string const& package,
                                    std::string const& outcome, std::string const& scheme)
{
    for (auto const& figure : results.figures) {
        if (figure.package == package && figure.outcome == outcome && figure.scheme == scheme &&
            figure.breakdown == "total") {
            return &figure;
        }
    }
    return nullptr;
}

void answer_population(Workspace const& workspace, RunOptions const& options, DatedPolicy const& policy,
                       Answers& answers)
{
    Ensemble const ensemble(workspace, policy, options.seed, options.cache, 1.0, options.sources);
    std::map<std::string, std::vector<double>> by_key;
    for (std::uint32_t m = 0; m < std::min(options.members, options.replicates); ++m) {
        for (auto const& [key, value] : population_measures(ensemble.member(m), policy)) {
            by_key[key].push_back(value);
        }
    }
    for (auto const& [key, values] : by_key) {
        Answer answer;
        for (double const value : values) {
            answer.value += value / static_cast<double>(values.size());
        }
        answer.low = outcomes::percentile(values, 0.05);
        answer.high = outcomes::percentile(values, 0.95);
        answers[key] = answer;
    }
    answers["income.mean_standardised"].reason =
        "published for 2020, the model is of 2023: wages rose 11.7 % in between (negotiated wages); shown "
        "only";
    answers["benefits.state_pension_persons"].reason =
        "published of 2020, pension age 66 y 4 m, residents of institutions included; the model has private "
        "households of 2023 with 66 y 10 m; shown only";
}

void answer_take_up(Simulation const& simulation, Answers& answers)
{
    for (auto const& row : simulation.calibration) {
        if (row.target > 0) {
            Answer users;
            users.value = row.users;
            if (row.conflicts > 0) {
                users.reason = text_of(
                    "conflict in %.0f %% of the replicates: more published users than the model's entitled "
                    "(%.0f); "
                    "everybody entitled claims and nothing else is bent",
                    100 * row.conflicts, row.entitled);
            }
            users.ok = std::fabs(row.users - static_cast<double>(row.target)) <=
                       0.01 * static_cast<double>(row.target);
            answers["use." + row.scheme] = users;
        }
        Answer take_up;
        take_up.value = row.take_up;
        take_up.low = row.take_up_low;
        take_up.high = row.take_up_high;
        take_up.reason = "follows from users over the model's entitled; not fitted";
        answers["takeup." + row.scheme] = take_up;
    }
    answers["takeup.income_supplement"].reason =
        "over who meets the rule: three years and the tests of age, wealth and prospects; the published "
        "interval is one count over two other denominators, see the rows below";
}

void answer_poverty(Simulation const& simulation, Workspace const& workspace, Answers& answers)
{
    auto const cells = outcomes::make_cells(neighbourhood_names(workspace.evidence));
    auto const figures = outcomes::make_figures(simulation.calibration_totals, cells);
    double persons = 0;
    double children = 0;
    for (auto const& name : workspace.evidence.margins) {
        if (name.area == workspace.municipality.code && name.universe == "residents" && name.year == 2023) {
            persons += name.attribute == "total" ? name.value : 0;
        }
    }
    for (auto const& figure : figures) {
        if (figure.breakdown != "total" || !figure.scheme.empty()) {
            continue;
        }
        std::string const of_2023 = "law and energy allowance of mid-2023; ";
        if (figure.outcome == "poor_persons") {
            answers["poverty.persons"] = answer_of(figure);
            answers["poverty.persons"].reason =
                of_2023 + "matched by weights of the ensemble in a later version, not yet";
            Answer rate = answer_of(figure);
            rate.value /= persons;
            rate.low = *rate.low / persons;
            rate.high = *rate.high / persons;
            answers["poverty.person_rate"] = rate;
        } else if (figure.outcome == "poor_children") {
            answers["poverty.children"] = answer_of(figure);
            answers["poverty.children"].reason = of_2023 + "children under 18";
            children = figure.estimate;
        } else if (figure.outcome == "near_poor_persons") {
            answers["poverty.near_poor_persons"] = answer_of(figure);
            answers["poverty.near_poor_persons"].reason =
                "published figure is the national 1.2 million converted to Assen";
        }
    }
    auto const& ages = workspace.evidence;
    double under_18 = 0;
    for (char const* band : {"0-4", "5-9", "10-14"}) {
        if (auto const* cell = ages.find(workspace.municipality.code, "residents", "age", band, 2023)) {
            under_18 += cell->value;
        }
    }
    if (auto const* cell = ages.find(workspace.municipality.code, "residents", "age", "15-19", 2023)) {
        under_18 += 0.6 * cell->value;
    }
    if (under_18 > 0) {
        answers["poverty.child_rate"] = {children / under_18, {}, {}, {}, "over all residents under 18"};
    }
}

}  // namespace minimasim::run
