#include "sim/run/forecast/budget_plan.hpp"

#include <algorithm>
#include <set>

#include "sim/base/date_text.hpp"
#include "sim/run/members/prepare.hpp"

namespace minimasim::run {

namespace {

constexpr int months_per_year = 12;

// Whether a change has begun by a month of a year.
bool has_begun(input::TermChange const& change, int year, int month)
{
    return !change.from || change.from->year < year ||
           (change.from->year == year && change.from->month <= month);
}

// The scenario as it stands in a month, its changes in the order in which they begin.
input::Scenario as_of(input::Scenario const& scenario, int year, int month)
{
    auto then = scenario;
    std::erase_if(then.changes,
                  [&](input::TermChange const& change) { return !has_begun(change, year, month); });
    std::stable_sort(then.changes.begin(), then.changes.end(), [](auto const& a, auto const& b) {
        return a.from.value_or(Date{}) < b.from.value_or(Date{});
    });
    return then;
}

// The package in force in a month: the terms it sets hold from the day it sets them.
DatedPolicy policy_as_of(Workspace const& workspace, DatedPolicy const& in_force,
                         input::Scenario const& scenario, int month)
{
    auto then = as_of(scenario, in_force.date.year, month);
    std::vector<Date> begun;
    for (auto& change : then.changes) {
        begun.push_back(change.from.value_or(workspace.municipality.policy_date));
        change.from.reset();
    }
    auto dated = apply_package(in_force, workspace.municipality.measures, then);
    for (std::size_t i = 0; i < begun.size(); ++i) {
        for (auto& row : dated.terms) {
            if (row.status == "package" && row.scheme == then.changes[i].scheme &&
                row.term == then.changes[i].term) {
                row.valid_from = to_text(begun[i]);
            }
        }
    }
    return dated;
}

// The months of a year with which something of a package begins, 1 among them.
std::set<int> first_months(input::Scenario const& scenario, int year)
{
    std::set<int> months{1};
    for (auto const& change : scenario.changes) {
        if (change.from && change.from->year == year) {
            months.insert(change.from->month);
        }
    }
    return months;
}

int months_in_force(input::Scenario const& scenario, int year)
{
    if (!scenario.take_up.empty() || !scenario.ex_officio.empty()) {
        return months_per_year;
    }
    for (int month = 1; month <= months_per_year; ++month) {
        if (std::any_of(scenario.changes.begin(), scenario.changes.end(),
                        [&](auto const& change) { return has_begun(change, year, month); })) {
            return months_per_year + 1 - month;
        }
    }
    return 0;
}

// Whether the schemes have to be run again: measures alone are sums.
bool changes_schemes(Workspace const& workspace, DatedPolicy const& dated)
{
    auto const& measures = workspace.municipality.measures;
    return std::any_of(dated.terms.begin(), dated.terms.end(), [&](outcomes::TermRow const& row) {
        return row.status == "package" &&
               std::none_of(measures.begin(), measures.end(),
                            [&](Measure const& measure) { return measure.key == row.scheme; });
    });
}

}  // namespace

BudgetYearPlan plan_year(Workspace const& workspace, std::vector<input::Scenario const*> const& scenarios,
                         int year)
{
    auto const& policy_date = workspace.municipality.policy_date;
    BudgetYearPlan plan;
    plan.date = {year, policy_date.month, policy_date.day};
    constexpr bool allow_later = true;
    auto const in_force =
        read_policy(workspace.terms, workspace.municipality.measures, plan.date, allow_later);
    plan.to_run.push_back({"baseline", in_force, {}, {}, 0});
    for (auto const* const scenario : scenarios) {
        if (scenario == nullptr) {
            plan.packages.push_back({{0, months_per_year, in_force}});
            plan.months.push_back(months_per_year);
            continue;
        }
        auto const begins = first_months(*scenario, year);
        std::vector<PartOfYear> parts;
        for (auto month = begins.begin(); month != begins.end(); ++month) {
            auto const next = std::next(month) == begins.end() ? months_per_year + 1 : *std::next(month);
            PartOfYear part{0, next - *month, policy_as_of(workspace, in_force, *scenario, *month)};
            if (changes_schemes(workspace, part.policy) || !scenario->take_up.empty() ||
                !scenario->ex_officio.empty()) {
                part.package = plan.to_run.size();
                plan.to_run.push_back(
                    {scenario->own.id, part.policy, scenario->take_up, scenario->ex_officio, 0});
            }
            parts.push_back(std::move(part));
        }
        plan.packages.push_back(std::move(parts));
        plan.months.push_back(months_in_force(*scenario, year));
    }
    return plan;
}

std::vector<Package> moved_packages(BudgetYearPlan const& plan, PolicyIndex const& index,
                                    forecast::DrawnIndex const& drawn)
{
    std::vector<Package> packages;
    std::vector<std::size_t> first_with_law;
    for (auto const& unmoved : plan.to_run) {
        auto package = unmoved;
        package.policy = index.moved(std::move(package.policy), drawn);
        // Of the rows only those matter from here on that a package sets.
        std::erase_if(package.policy.terms, [](auto const& row) { return row.status != "package"; });
        auto const known = std::find_if(first_with_law.begin(), first_with_law.end(), [&](std::size_t p) {
            return has_same_law(packages[p].policy.policy, package.policy.policy);
        });
        package.law_index = static_cast<std::size_t>(known - first_with_law.begin());
        if (known == first_with_law.end()) {
            first_with_law.push_back(packages.size());
        }
        packages.push_back(std::move(package));
    }
    return packages;
}

}  // namespace minimasim::run
