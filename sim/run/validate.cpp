#include "sim/run/validate.hpp"

#include <cmath>

#include "sim/input/csv.hpp"
#include "sim/run/held_out_sections.hpp"
#include "sim/run/population_sections.hpp"
#include "sim/run/validation_answers.hpp"
#include "sim/run/version.hpp"

namespace minimasim::run {

namespace {

char const* reason_without_model(std::string const& key)
{
    if (key.rfind("signals.", 0) == 0 || key.rfind("debts.", 0) == 0) {
        return "debts and early signals are not modelled yet";
    }
    if (key == "wealth.median_household") {
        return "the model holds liquid wealth only; home equity and debts are not modelled yet";
    }
    if (key.rfind("goods_scheme.", 0) == 0 || key.rfind("child_package.applications", 0) == 0) {
        return "applications are not modelled";
    }
    if (key == "population.households_2020") {
        return "base of the types and sizes of 2023; the model has no 2020";
    }
    return "no counterpart in the model";
}

// Half a unit of the last printed decimal.
double half_step(std::string const& printed)
{
    auto const point = printed.find('.');
    return point == std::string::npos
               ? 0.5
               : 0.5 * std::pow(10.0, -static_cast<double>(printed.size() - point - 1));
}

void settle(ValidationRow& row, Answer const& answer, std::string const& printed)
{
    row.model = answer.value;
    row.model_low = answer.low;
    row.model_high = answer.high;
    row.reason = answer.reason;
    if (answer.ok) {
        row.ok = answer.ok;
    } else if (row.role == "identity" || row.role == "exact") {
        bool const by_construction =
            row.key == "budget_new.adult_fund" || row.key == "budget_new.tailored_budget" ||
            row.key == "budget.new_total" || row.key == "option.sum" || row.key == "budget.existing_total";
        if (!by_construction) {
            row.ok = std::fabs(answer.value - row.published) < 0.5e-6 + 1e-9 * std::fabs(row.published);
        }
    } else if (row.role == "margin" && row.key != "income.mean_standardised" &&
               row.key != "benefits.state_pension_persons") {
        bool const is_old_count = row.key.rfind("benefits.", 0) == 0;  // of 2020
        double const slack = is_old_count ? 0.05 * row.published : half_step(printed);
        double const low = row.low.value_or(row.published - slack);
        double const high = row.high.value_or(row.published + slack);
        row.ok = answer.value >= low - 1e-9 && answer.value <= high + 1e-9;
        if (is_old_count && row.reason.empty()) {
            row.reason = "published for 2020, the population is of 2023; within 5 % counts as met";
        }
    } else if (row.low && row.high) {
        row.ok = answer.value >= *row.low && answer.value <= *row.high;
    }
    bool const shows_ratio = row.role == "compare" && row.published != 0;
    if (shows_ratio) {
        std::string const ratio = text_of("model / published = %.2f", answer.value / row.published);
        row.reason = row.reason.empty() ? ratio : ratio + "; " + row.reason;
    }
}

ValidationSection header_section(Workspace const& workspace, RunOptions const& options)
{
    ValidationSection section{"header", "What is judged", {}, {}, {}};
    section.rows = {
        stated_row("header.program", "provenance", std::string("minimasim ") + program_version),
        stated_row("header.municipality", "provenance",
                   workspace.municipality.code + " " + workspace.municipality.name),
        stated_row("header.data", "provenance", "SHA-256 of the data " + workspace.data_digest),
        stated_row("header.split", "provenance",
                   "SHA-256 of the frozen split in fitted and held out " + workspace.evidence.targets.digest),
        stated_row("header.seed", "provenance", "seed " + std::to_string(options.seed)),
        stated_row("header.members", "provenance",
                   "member 0 where one population is judged; ensemble of " +
                       std::to_string(std::min(options.members, options.replicates)))};
    return section;
}

// The published figures of data/figures.csv beside the model's, in their order, and take-up.
ValidationSection figure_section(Workspace const& workspace, RunOptions const& options,
                                 DatedPolicy const& policy)
{
    auto const csv = input::Csv::read(workspace.folders.data / "figures.csv",
                                      {"key", "value", "low", "high", "unit", "year", "role", "source"});
    PublishedFigures published;
    for (auto const& line : csv.rows()) {
        published[csv.cell(line, "key")] = csv.number(line, "value");
    }
    auto with_effects = options;
    with_effects.works_out_take_up_effects = true;
    auto const simulation = simulate(workspace, with_effects);
    Answers answers;
    answer_population(workspace, options, policy, answers);
    answer_take_up(simulation, answers);
    answer_take_up_checks(simulation, answers);
    answer_poverty(simulation, workspace, answers);
    answer_budgets(simulation, workspace, answers);
    answer_options(simulation, published, answers);
    answer_other_reading(workspace, options, answers);
    answer_examples(workspace, answers);
    answer_terms(workspace, answers);

    ValidationSection section{
        "figures",
        "Published figures, by the role they played",
        {"margin and calibrate are fitted and prove nothing; check and compare are not used; none decides"},
        {},
        {}};
    for (auto const& line : csv.rows()) {
        ValidationRow row;
        row.key = csv.cell(line, "key");
        row.role = csv.cell(line, "role");
        row.published = csv.number(line, "value");
        if (!csv.is_empty(line, "low")) {
            row.low = csv.number(line, "low");
        }
        if (!csv.is_empty(line, "high")) {
            row.high = csv.number(line, "high");
        }
        auto const found = answers.find(row.key);
        if (found == answers.end()) {
            row.reason = reason_without_model(row.key);
        } else {
            settle(row, found->second, csv.cell(line, "value"));
        }
        section.rows.push_back(std::move(row));
    }
    auto const take_up = take_up_rows(simulation, workspace.take_up_evidence);
    section.rows.insert(section.rows.end(), take_up.begin(), take_up.end());
    return section;
}

}  // namespace

std::vector<ValidationSection> validate(Workspace const& workspace, RunOptions const& options)
{
    auto const policy = read_policy(workspace.terms, workspace.municipality.measures,
                                    workspace.municipality.calibration_date);
    std::vector<ValidationSection> sections{figure_section(workspace, options, policy),
                                            header_section(workspace, options)};
    Ensemble const ensemble(workspace, policy, options.seed, options.cache, 1.0, options.sources);
    for (auto& section : population_sections(workspace, ensemble.member(0), policy, options.seed)) {
        sections.push_back(std::move(section));
    }
    auto const held_out = hold_out(workspace, options, ensemble, policy);
    sections.push_back(held_out_table_section(held_out));
    sections.push_back(held_out_figure_section(held_out));
    sections.push_back(baseline_section(held_out));
    sections.push_back(coverage_section(workspace, options, ensemble, held_out));
    sections.push_back(worst_cells(sections));
    return sections;
}

}  // namespace minimasim::run
