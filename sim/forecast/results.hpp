#pragma once

#include <string>
#include <vector>

#include "sim/forecast/accounts.hpp"
#include "sim/forecast/budget.hpp"
#include "sim/forecast/drivers.hpp"
#include "sim/forecast/people_accounts.hpp"
#include "sim/forecast/realised.hpp"
#include "sim/forecast/replicate.hpp"
#include "sim/outcomes/intervals.hpp"

namespace minimasim::forecast {

// A figure of one package over a period: a year (month 0) or a month. Estimate and 90 % interval over the
// replicates, and the same of the difference from current policy.
struct Figure {
    std::string package;
    std::string indicator;
    std::string unit;
    int year = 0;
    int month = 0;
    outcomes::Interval value;
    outcomes::Interval difference;
};

// A published figure that the forecast is set beside.
struct Published {
    std::string key;
    double value = 0;
    double low = 0;  // equal to the value where no interval is known
    double high = 0;
    std::string unit;
    std::string period;
    std::string role;  // calibrated, held_out, bound (of an assumed interval), back_cast
    std::string source;
};

// The same beside the model.
struct Check {
    Published published;
    outcomes::Interval model;
    bool is_inside = false;  // the published interval and that of the model have a value in common
};

// A goal of the policy: an indicator that must not be above, or below, a value.
struct Goal {
    std::string key;
    std::string indicator;
    double value = 0;
    bool is_ceiling = false;
    int year = 0;
    std::string source;
};

// Where a package lands on a goal in a year, and in which share of the replicates it is reached.
struct GoalOutcome {
    std::string package;
    Goal goal;
    int year = 0;
    outcomes::Interval value;
    double chance = 0;
};

// What would reach the goal for problem debts by trajectories alone, with the same draws.
struct Needed {
    bool is_possible = false;
    double goal = 0;
    double completed_per_year = 0;  // places for so many a year from the month of the policy on
    outcomes::Interval completed;   // in the last year, as they came out
    outcomes::Interval share;       // with problem debts at the end
    double highest_tried = 0;
};

struct PackageName {
    std::string id;
    std::string title;
    std::string title_en;
    bool changes_forecast = true;  // else it is what current policy is, as far as this forecast goes
    std::vector<std::string> changed_terms;
};

struct Neighbourhood {
    std::string code;
    std::string name;
};

// All that a forecast says.
struct Forecast {
    int until = 0;
    std::uint32_t replicates = 0;
    std::uint32_t members = 0;
    std::uint64_t seed = 0;
    bool fixed_households = false;  // debts and budget are of the households of the base date in every year
    bool budget_by_people = false;  // the budget is of the households of its years
    std::string municipality;
    std::string data_digest;
    std::string policy_date;  // from which packages hold that name no date
    std::vector<PackageName> packages;
    std::vector<Figure> years;
    std::vector<Figure> months;          // of packages that change the forecast, as the neighbourhoods
    std::vector<Figure> neighbourhoods;  // share with problem debts: `indicator` is the code
    std::vector<Check> checks;
    std::vector<GoalOutcome> goals;
    Needed needed;
    std::vector<Assumption> assumptions;
    std::vector<Neighbourhood> places;  // with their names
    std::vector<Driver> drivers;        // of the share with problem debts at the end, under current policy
    Budget budget;                      // without years where the forecast ends before the first of them
    std::vector<DebtCost> debt_costs;
    std::vector<DebtMeasure> debt_measures;
    std::vector<YearEnd> year_ends;  // of the running year, where realised figures were given
    PeopleForecast people;
};

// The figures of all packages by year and month.
void add_figures(std::vector<Replicate> const& replicates, Forecast& forecast);

// The share with problem debts by neighbourhood at the end of every year; year first_year - 1 is the start.
void add_neighbourhoods(std::vector<Replicate> const& replicates,
                        std::vector<Neighbourhood> const& neighbourhoods, Forecast& forecast);

// Every goal in every year of the forecast.
void add_goals(std::vector<Replicate> const& replicates, std::vector<Goal> const& goals, Forecast& forecast);

// The value of an indicator in every replicate; `first` and `last` are months, the last one included. NaN
// where it is a share of nothing. Throws ModelError for an unknown indicator.
std::vector<double> values_of(std::vector<Replicate> const& replicates, std::size_t package,
                              std::string const& indicator, int first, int last);

// Published figures beside the model, the back-cast of the country from the drawn terms of the replicates.
std::vector<Check> checks_of(std::vector<Published> const& published,
                             std::vector<Replicate> const& replicates,
                             std::vector<Terms> const& terms_of_replicates);

// Whether a published figure is one of the people; those have checks of their own, over all years stepped.
bool is_about_people(Published const& published);
std::vector<Check> checks_of_people(std::vector<Published> const& published,
                                    std::vector<std::vector<YearAccounts>> const& replicates);

// Reads data/dynamics/forecast_checks.csv and the goals of a municipality. Throw InputError.
std::vector<Published> read_published(std::filesystem::path const& file);
std::vector<Goal> read_goals(std::filesystem::path const& file);

}  // namespace minimasim::forecast
