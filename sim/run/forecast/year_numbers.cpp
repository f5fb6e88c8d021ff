#include "sim/run/forecast/year_numbers.hpp"

#include <algorithm>

#include "sim/outcomes/cost.hpp"

namespace minimasim::run {

namespace {

constexpr double months_per_year = 12;

// The place of a year, or how many years there are.
std::size_t place_of(std::vector<int> const& years, int year)
{
    return static_cast<std::size_t>(std::find(years.begin(), years.end(), year) - years.begin());
}

// An amount a year in so many months of it.
double in_months(double per_year, int months)
{
    return months == months_per_year ? per_year : per_year * months / months_per_year;
}

// Where the spending of one replicate in one year goes: [package][line][replicate].
void put_spending(BudgetYearPlan const& plan, std::vector<outcomes::BudgetLine> const& lines,
                  OfPackages const& packages, std::vector<std::vector<double>> const& budgets,
                  std::size_t replicate, std::vector<forecast::SpendingOfLines*> const& spending)
{
    std::size_t part_of_all = 0;
    for (std::size_t p = 0; p < plan.packages.size(); ++p) {
        for (auto const& part : plan.packages[p]) {
            auto const& of_measures = budgets[part_of_all++];
            for (std::size_t line = 0; line < lines.size(); ++line) {
                if (forecast::has_ended(lines[line], plan.date.year)) {
                    continue;
                }
                double const per_year = line < rules::scheme_count
                                            ? outcomes::in_euro(packages[part.package].cost_cents[line])
                                            : of_measures[line - rules::scheme_count];
                (*spending[p])[line][replicate] += in_months(per_year, part.months);
            }
        }
    }
}

// The counts of one replicate of a package in a year, by the months of its parts.
forecast::CountsOfYear counts_of(std::vector<PartOfYear> const& parts, OfPackages const& packages)
{
    forecast::CountsOfYear sum{};
    for (auto const& part : parts) {
        auto const& counts = packages[part.package].counts;
        for (std::size_t i = 0; i < sum.size(); ++i) {
            sum[i] += in_months(counts[i], part.months);
        }
    }
    return sum;
}

}  // namespace

void put_numbers(std::vector<BudgetYearPlan> const& plans, std::vector<outcomes::BudgetLine> const& lines,
                 BudgetYearsOptions const& options, std::vector<OfPackages> const& of_years,
                 BudgetsOfParts const& budgets, std::size_t replicate, NumbersOfYears& numbers)
{
    for (std::size_t i = 0; i < plans.size(); ++i) {
        auto const& plan = plans[i];
        auto const of_budget = place_of(options.years, plan.date.year);
        if (of_budget < options.years.size()) {
            std::vector<forecast::SpendingOfLines*> spending;
            for (auto& of_package : numbers.budget.spending) {
                spending.push_back(&of_package[of_budget]);
            }
            put_spending(plan, lines, of_years[i], budgets[i], replicate, spending);
        }
        auto const of_outcomes = place_of(options.outcome_years, plan.date.year);
        for (std::size_t p = 0; p < plan.packages.size() && of_outcomes < options.outcome_years.size(); ++p) {
            numbers.outcomes.counts[p][of_outcomes][replicate] = counts_of(plan.packages[p], of_years[i]);
        }
    }
}

}  // namespace minimasim::run
