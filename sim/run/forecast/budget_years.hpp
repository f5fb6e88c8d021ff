#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "sim/forecast/budget.hpp"
#include "sim/forecast/year_outcomes.hpp"
#include "sim/run/forecast/budget_plan.hpp"
#include "sim/run/members/ensemble.hpp"
#include "sim/run/simulate.hpp"

namespace minimasim::run {

// The households of 1 January of a year, with amounts in the prices of the base date, and their numbers among
// the draws: of those of the base date their place then, rising; of a new household a higher one, in any
// order.
struct HouseholdsOfYear {
    population::Population population;
    std::vector<std::uint32_t> numbers;
};

// What the households of a member have become by every year of the budget: the one place where ageing,
// births, deaths, moves and incomes come in. Called on many threads.
using HouseholdsOfYears = std::function<std::vector<HouseholdsOfYear>(
    population::Population const& at_base_date, std::uint32_t member, std::vector<int> const& years)>;

// A budget of some years, and the years of which outcomes are counted; both rise, and either may be none.
struct BudgetYearsOptions {
    std::vector<int> years;
    std::vector<int> outcome_years;
    HouseholdsOfYears households_of_years;  // empty: those of the base date in every year
};

// What differs by replicate, of the budget and of the outcomes.
struct NumbersOfYears {
    forecast::BudgetNumbers budget;
    forecast::OutcomeNumbers outcomes;
};

// Runs the schemes of every package on the policy of every year, once, and adds the budgets of the measures.
// Replicates are those of `minimasim run`: the same members, take-up and terms, calibrated once; the
// replicates of one member share a course of the index path.
class BudgetYears {
  public:
    // Reads the index path and plans the years; keep what is given. `scenarios`: of every package, nothing
    // for current policy, which comes first. Throws InputError (index path, years, packages).
    BudgetYears(Workspace const& workspace, RunOptions const& run,
                std::vector<input::Scenario const*> const& scenarios, BudgetYearsOptions options);
    ~BudgetYears();

    // What differs by replicate, for these replicates in their order. The numbers do not depend on threads,
    // nor on which replicates are worked out together. Throws Interrupted.
    NumbersOfYears numbers(Ensemble const& ensemble, std::vector<std::uint32_t> const& replicates);

    // What the budget is made of, from the numbers of all replicates. `packages`: what forecast::Budget says
    // of them, in the order of the scenarios, without months.
    forecast::BudgetInput input(forecast::BudgetNumbers numbers,
                                std::vector<forecast::BudgetPackage> packages) const;

    // The same of the outcomes. `packages`: their ids.
    forecast::OutcomeInput outcome_input(forecast::OutcomeNumbers numbers,
                                         std::vector<std::string> packages) const;

  private:
    class Engine;
    std::unique_ptr<Engine> engine_;
};

}  // namespace minimasim::run
