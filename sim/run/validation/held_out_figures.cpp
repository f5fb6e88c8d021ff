#include "sim/run/validation/held_out_figures.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "sim/base/error.hpp"
#include "sim/input/csv.hpp"
#include "sim/population/reconciliation/reconcile.hpp"
#include "sim/run/validation/population_measures.hpp"

namespace minimasim::run {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

// The state pension began at 66 years and 4 months in 2020: of those aged 66 two thirds had it.
constexpr int last_age_without = 65;
constexpr double share_of_66 = 8.0 / 12;

// A national key figure of a year.
double national_figure(Workspace const& workspace, std::string const& year, char const* column)
{
    auto const csv =
        input::Csv::read(workspace.folders.data / "national" / "nl_welfare_key_figures_2011_2022.csv");
    for (auto const& row : csv.rows()) {
        if (csv.cell(row, "year").rfind(year, 0) == 0) {
            return csv.number(row, column);
        }
    }
    throw ModelError("data/national/nl_welfare_key_figures_2011_2022.csv holds no year " + year);
}

// A published value of the municipality; NaN when there is none, and no figure then judges.
double published(population::Evidence const& evidence, char const* universe, char const* attribute,
                 char const* category, int year)
{
    auto const* cell = evidence.find(evidence.municipality, universe, attribute, category, year);
    return cell == nullptr || cell->evidence_class == 'S' ? none : cell->value;
}

double residents_from_65(population::Evidence const& evidence, int year)
{
    return published(evidence, "residents", "age", "65-79", year) +
           published(evidence, "residents", "age", "80+", year);
}

// Of the nation's persons of 65 and over, those with a state pension by the rule of 2020.
double national_pension_share(population::Evidence const& evidence)
{
    double with = 0;
    double all = 0;
    for (auto const& table : evidence.national.positions_2020) {
        for (std::size_t age = 65; age < table.all_persons.size(); ++age) {
            all += table.all_persons[age];
            with += table.all_persons[age] * (age == 65 ? 0 : age == 66 ? share_of_66 : 1);
        }
    }
    return with / all;
}

// Where the low-income line of 2020 lies between 100 and 110 % of the social minimum: by the shares of the
// nation's households below each.
double place_of_low_income_line(Workspace const& workspace)
{
    auto const& assumptions = workspace.evidence.assumptions;
    population::AssumedValues const assumed(assumptions, {});
    double const low = assumed("income.national_up_to_100");
    double const high = assumed("income.national_up_to_110");
    double const line = national_figure(workspace, "2020", "low_income_old_definition_pct") / 100;
    return std::clamp((line - low) / (high - low), 0.0, 1.0);
}

// Growth of standardised income from 2020 to 2023: the nation's mean to 2022, negotiated wages after that.
double income_growth(Workspace const& workspace)
{
    return national_figure(workspace, "2022", "mean_standardised_income_keuro") /
           national_figure(workspace, "2020", "mean_standardised_income_keuro") *
           (1 + workspace.evidence.index("cao_wages", "2023") / 100);
}

std::vector<double> ranks(std::vector<double> const& values)
{
    std::vector<double> result;
    for (double const value : values) {
        double rank = 0;
        for (double const other : values) {
            rank += other < value ? 1 : other == value ? 0.5 : 0;
        }
        result.push_back(rank);
    }
    return result;
}

// Spearman's rank correlation.
double rank_correlation(std::vector<double> const& a, std::vector<double> const& b)
{
    auto const x = ranks(a);
    auto const y = ranks(b);
    double const mean = static_cast<double>(x.size()) / 2;
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xy += (x[i] - mean) * (y[i] - mean);
        xx += (x[i] - mean) * (x[i] - mean);
        yy += (y[i] - mean) * (y[i] - mean);
    }
    return xx > 0 && yy > 0 ? xy / std::sqrt(xx * yy) : 0;
}

// Of low incomes (up to 120 %) and of problem debts, over the neighbourhoods.
double order_by_debts(population::Evidence const& evidence, population::Population const& population)
{
    std::vector<double> households(evidence.neighbourhoods.size(), 0.0);
    std::vector<double> low(households);
    std::vector<double> debts;
    for (std::size_t i = 0; i < population.size(); ++i) {
        households[population.neighbourhood[i]] += 1;
        low[population.neighbourhood[i]] +=
            population.income_class[i] <= population::IncomeClass::up_to_120 ? 1 : 0;
    }
    for (std::size_t n = 0; n < households.size(); ++n) {
        low[n] /= std::max(1.0, households[n]);
        auto const* cell = evidence.find(evidence.neighbourhoods[n].code, "private_households",
                                         "problem_debts", "registered");
        debts.push_back(cell == nullptr ? 0 : cell->value);
    }
    return rank_correlation(low, debts);
}

}  // namespace

std::vector<HeldOutFigure> held_out_figures(Workspace const& workspace)
{
    auto const& evidence = workspace.evidence;
    double const pensions = published(evidence, "residents", "benefits", "state_pension", 2020);
    double const moved = residents_from_65(evidence, 2023) / residents_from_65(evidence, 2020);
    double const low_income = published(evidence, "private_households", "low_income", "low_income", 2020);
    double const income = published(evidence, "private_households", "standardised_income", "mean", 2020);
    double const growth = income_growth(workspace);
    double const national_low = national_figure(workspace, "2020", "low_income_old_definition_pct") / 100;
    double const national_income =
        1000 * national_figure(workspace, "2020", "mean_standardised_income_keuro");
    return {
        {"state_pension_persons", pensions * moved, true,
         national_pension_share(evidence) * residents_from_65(evidence, 2023),
         "published of 2020, moved with residents of 65 and over; the model counts by the pension age of "
         "2020, residents of institutions included"},
        {"low_income_share", low_income, true, national_low,
         "the line of 2020 put between 100 and 110 % of the social minimum by national shares; close to "
         "margins that are fitted"},
        {"mean_standardised_income", income * growth, true, national_income * growth,
         "published of 2020, moved with the nation's mean to 2022 and negotiated wages to 2023"},
        {"order_of_neighbourhoods_by_debts", none, false, none,
         "rank correlation over neighbourhoods of problem debts (published) and households up to 120 %; the "
         "published shares settle how many have debts, not whose incomes are low; shown only"},
    };
}

std::vector<double> measure_held_out(Workspace const& workspace, population::Population const& population,
                                     DatedPolicy const& calibration_policy)
{
    auto const measures = population_measures(population, calibration_policy);
    auto const& age = population.persons.age;
    auto const persons_from = [&](int first, int last) {
        return static_cast<double>(
            std::count_if(age.begin(), age.end(), [&](int a) { return a >= first && a <= last; }));
    };
    auto const& evidence = workspace.evidence;
    auto const reconciled =
        population::reconcile(evidence, population::AssumedValues(evidence.assumptions, {}), 1);
    constexpr std::size_t group_65_79 = population::age_group(65);
    double const institutions =
        static_cast<double>(reconciled.in_institutions[group_65_79] + reconciled.in_institutions.back());
    double const with_pension = persons_from(last_age_without + 2, 200) +
                                share_of_66 * persons_from(last_age_without + 1, last_age_without + 1);
    double const up_to_100 = measures.at("income.at_or_below_social_minimum");
    double const up_to_110 = measures.at("income.up_to_110");
    return {with_pension + institutions,
            up_to_100 + place_of_low_income_line(workspace) * (up_to_110 - up_to_100),
            measures.at("income.mean_standardised"), order_by_debts(evidence, population)};
}

}  // namespace minimasim::run
