#include "sim/population/held_out.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/population/fit/fit_report.hpp"
#include "sim/population/reconciliation/margin_problem.hpp"
#include "sim/population/whole_households/whole_households.hpp"

namespace minimasim::population {

namespace {

constexpr double z_of_90_percent = 1.6448536269514722;
constexpr double penalty_of_90_percent = 20;  // 2 / 0.1

Evidence without_table(Evidence evidence)
{
    evidence.also_hold_out.emplace_back(position_table);
    return evidence;
}

// The cells of the table as the fit would be given them.
std::vector<MarginGoal> cells_of(Evidence const& evidence, AssumedValues const& assumed)
{
    std::vector<MarginGoal> cells;
    for (auto& goal : margin_goals(evidence, assumed, reconcile(evidence, assumed, 1), 1).municipality) {
        if (goal.row.attribute == position_table) {
            cells.push_back(std::move(goal));
        }
    }
    return cells;
}

// Local persons by five-year age times the nation's shares of positions at that age.
std::vector<double> national_rates(Evidence const& evidence, AssumedValues const& assumed)
{
    auto const local = reconcile(evidence, assumed, 1).positions;
    constexpr std::array<PositionTable::Ages PositionTable::*, position_count> columns{
        &PositionTable::child_at_home,
        &PositionTable::living_alone,
        &PositionTable::partner_without_children,
        &PositionTable::partner_with_children,
        &PositionTable::lone_parent,
        &PositionTable::other_member};
    std::vector<double> totals(feature::count, 0.0);
    for (int f = 0; f < five_year_count; ++f) {
        double persons = 0;
        for (auto const& position : local) {
            persons += position[static_cast<std::size_t>(f)];
        }
        std::array<double, position_count> nation{};
        double all = 0;
        for (auto const& table : evidence.national.positions_2023) {
            for (int age = 5 * f; age <= (f == five_year_count - 1 ? oldest_age : 5 * f + 4); ++age) {
                for (std::size_t p = 0; p < columns.size(); ++p) {
                    double const cell = (table.*columns[p])[static_cast<std::size_t>(age)];
                    nation[p] += cell;
                    all += cell;
                }
            }
        }
        for (std::size_t p = 0; p < columns.size(); ++p) {
            auto const cell = feature::position + static_cast<int>(p) * five_year_count +
                              position_band(static_cast<Position>(p), f);
            totals[static_cast<std::size_t>(cell)] += persons * nation[p] / all;
        }
    }
    return totals;
}

std::vector<double> fractional_totals(FitProblem const& problem, EnsembleMember const& member)
{
    auto const fitted = fit_problem(problem, fit_options(member, 1));
    std::vector<double> totals(feature::count, 0.0);
    std::vector<double> weights;
    for (std::size_t place = 0; place < fitted.places(); ++place) {
        fitted.of_place(place, weights);
        auto const of_place = feature_totals(problem, weights);
        std::transform(totals.begin(), totals.end(), of_place.begin(), totals.begin(), std::plus<>());
    }
    return totals;
}

// Every candidate weighs the same. The catalogue was drawn from national tables, so these still speak.
std::vector<double> alike(Catalogue const& catalogue)
{
    return std::vector<double>(catalogue.archetypes.size(),
                               1.0 / static_cast<double>(catalogue.prior.size()));
}

// Every combination of type, tenure, income class, source and age of the claimant weighs the same: a seed of
// ones, as proportional fitting starts from where nothing is known.
std::vector<double> kinds_alike(Catalogue const& catalogue)
{
    auto const kind_of = [](Archetype const& a) {
        return std::array<int, 5>{static_cast<int>(a.type), static_cast<int>(a.tenure),
                                  static_cast<int>(a.income_class), static_cast<int>(a.main_source),
                                  five_year_group(a.members[0].age)};
    };
    std::map<std::array<int, 5>, double> count;
    for (auto const& archetype : catalogue.archetypes) {
        count[kind_of(archetype)] += 1;
    }
    std::vector<double> prior;
    for (auto const& archetype : catalogue.archetypes) {
        prior.push_back(1 / count[kind_of(archetype)] / static_cast<double>(count.size()));
    }
    return prior;
}

// The local margins alone, from another prior.
std::vector<double> without_nation(FitProblem problem, std::vector<double> prior,
                                   EnsembleMember const& member)
{
    problem.prior = std::move(prior);
    problem.national.clear();
    return fractional_totals(problem, member);
}

std::vector<double> counted(Population const& population)
{
    std::vector<double> totals(feature::count, 0.0);
    for (std::size_t i = 0; i < population.size(); ++i) {
        count_features(archetype_of(population, i), 1, totals);
    }
    return totals;
}

// Linear between neighbours, as the intervals of figures.
double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    double const place = share * static_cast<double>(values.size() - 1);
    auto const below = static_cast<std::size_t>(place);
    auto const above = std::min(below + 1, values.size() - 1);
    return values[below] + (place - static_cast<double>(below)) * (values[above] - values[below]);
}

double score(double low, double high, double published)
{
    return high - low +
           penalty_of_90_percent * (std::max(0.0, low - published) + std::max(0.0, published - high));
}

}  // namespace

TableError HeldOutTable::error(double HeldOutCell::*guess) const
{
    double absolute = 0;
    double squared = 0;
    double all = 0;
    for (auto const& cell : cells) {
        double const off = cell.*guess - cell.published;
        absolute += std::fabs(off);
        squared += off * off;
        all += cell.published;
    }
    auto const n = static_cast<double>(cells.size());
    return {absolute / all, std::sqrt(squared / n) / (all / n)};
}

double HeldOutTable::sampling_floor() const
{
    // The mean absolute deviation of a normal draw is sqrt(2 / pi) of its standard deviation.
    constexpr double mean_absolute = 0.7978845608028654;
    double all = 0;
    for (auto const& cell : cells) {
        all += cell.published;
    }
    double floor = 0;
    for (auto const& cell : cells) {
        floor += mean_absolute * std::sqrt(cell.published * (1 - cell.published / all));
    }
    return floor / all;
}

std::size_t HeldOutTable::covered() const
{
    return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](auto const& cell) {
        return cell.low <= cell.published && cell.published <= cell.high;
    }));
}

double HeldOutTable::interval_score() const
{
    double sum = 0;
    for (auto const& cell : cells) {
        sum += score(cell.low, cell.high, cell.published);
    }
    return sum / static_cast<double>(cells.size());
}

double HeldOutTable::interval_score_of_national_rates() const
{
    double sum = 0;
    for (auto const& cell : cells) {
        double const half = z_of_90_percent * std::sqrt(cell.national_rates);
        sum += score(cell.national_rates - half, cell.national_rates + half, cell.published);
    }
    return sum / static_cast<double>(cells.size());
}

std::vector<double> totals_without_table(Evidence const& evidence, EnsembleMember const& member)
{
    MunicipalProblem const refit(without_table(evidence), member, 1);
    auto const fitted = fit_problem(refit.problem, fit_options(member, 1));
    auto const whole = draw_whole_households(
        refit.problem, fitted, {member.seed, member.of(UncertaintySource::whole_households), 1});
    std::vector<double> totals(feature::count, 0.0);
    for (auto const& of_place : whole.archetypes) {
        for (auto const archetype : of_place) {
            count_features(refit.catalogue.archetypes[archetype], 1, totals);
        }
    }
    return totals;
}

HeldOutTable hold_out_positions(Evidence const& evidence, Population const& fitted, std::uint64_t seed,
                                std::vector<std::vector<double>> const& by_member)
{
    EnsembleMember const central{seed, 0, {}};
    AssumedValues const assumed(evidence.assumptions, central);
    auto const with_table = counted(fitted);
    auto const by_rates = national_rates(evidence, assumed);
    MunicipalProblem const refit(without_table(evidence), central, 1);
    auto const by_fit = fractional_totals(refit.problem, central);
    auto const by_catalogue = without_nation(refit.problem, alike(refit.catalogue), central);
    auto const by_kinds = without_nation(refit.problem, kinds_alike(refit.catalogue), central);
    HeldOutTable table;
    table.members = static_cast<std::uint32_t>(by_member.size());
    for (auto const& goal : cells_of(evidence, assumed)) {
        auto const f = static_cast<std::size_t>(goal.goal.feature);
        std::vector<double> values;
        for (auto const& totals : by_member) {
            values.push_back(totals[f]);
        }
        table.cells.push_back({goal.row.category, goal.row.target, with_table[f], by_member.front()[f],
                               percentile(values, 0.05), percentile(values, 0.95), by_rates[f], by_fit[f],
                               by_catalogue[f], by_kinds[f]});
    }
    return table;
}

}  // namespace minimasim::population
