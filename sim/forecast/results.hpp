#pragma once

#include <string>
#include <vector>

#include "sim/forecast/accounts.hpp"
#include "sim/forecast/budget.hpp"
#include "sim/forecast/drivers.hpp"
#include "sim/forecast/goals.hpp"
#include "sim/forecast/people_accounts.hpp"
#include "sim/forecast/poverty_years.hpp"
#include "sim/forecast/realised.hpp"
#include "sim/forecast/replicate.hpp"
#include "sim/forecast/year_outcomes.hpp"
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
    // calibrated, held_out, bound (of an assumed interval), back_cast, back_cast_most (it is at most this)
    std::string role;
    std::string source;
};

// The same beside the model.
struct Check {
    Published published;
    outcomes::Interval model;
    bool is_inside = false;  // the published interval and that of the model have a value in common
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
    std::vector<Figure> profiles;        // the same: `indicator` is the key of the profile
    // Households in arrears, under current policy alone, without differences.
    std::vector<Figure> arrears_by_neighbourhood;
    std::vector<Figure> arrears_by_profile;
    std::vector<Check> checks;
    std::vector<GoalOutcome> goals;
    std::vector<ReachOutcome> reach_goals;    // without years before the policy date, as the outcomes
    std::vector<YearOutcome> outcomes;        // whom schemes reach, and who is poor
    std::vector<std::string> shown_packages;  // ids: where a table has room for a few
    Needed needed;
    std::vector<Assumption> assumptions;
    std::vector<Neighbourhood> places;  // with their names
    std::vector<Driver> drivers;        // of the share with problem debts at the end, under current policy
    Budget budget;                      // without years where the forecast ends before the first of them
    std::vector<DebtCost> debt_costs;
    std::vector<DebtMeasure> debt_measures;
    std::vector<YearEnd> year_ends;  // of the running year, where realised figures were given
    PeopleForecast people;
    std::vector<outcomes::Interval> national_share;  // of the back-cast, by month (back_cast.hpp)
    PovertyBackCast poverty;                         // of the country, beside it
};

// The figures of all packages by year and month.
void add_figures(std::vector<Replicate> const& replicates, Forecast& forecast);

// The share with problem debts, and households in arrears, by neighbourhood or by profile of the claimant at
// the end of every year; year first_year - 1 is the start.
void add_neighbourhoods(std::vector<Replicate> const& replicates,
                        std::vector<Neighbourhood> const& neighbourhoods, Forecast& forecast);
void add_profiles(std::vector<Replicate> const& replicates, Forecast& forecast);

// Every goal for a level in every year of the forecast.
void add_goals(std::vector<Replicate> const& replicates, std::vector<Goal> const& goals, Forecast& forecast);

// The value of an indicator in every replicate; `first` and `last` are months, the last one included. NaN
// where it is a share of nothing. Throws ModelError for an unknown indicator.
std::vector<double> values_of(std::vector<Replicate> const& replicates, std::size_t package,
                              std::string const& indicator, int first, int last);

// The back-cast of the country in a replicate, by month.
using NationalPath = std::vector<double>;

// Published figures beside the model, those of the country beside its back-cast in every replicate.
std::vector<Check> checks_of(std::vector<Published> const& published,
                             std::vector<Replicate> const& replicates,
                             std::vector<NationalPath> const& country);

// Whether a published figure is one of the people; those have checks of their own, over all years stepped.
bool is_about_people(Published const& published);
std::vector<Check> checks_of_people(std::vector<Published> const& published,
                                    std::vector<std::vector<YearAccounts>> const& replicates);

// Reads data/dynamics/forecast_checks.csv. Throws InputError.
std::vector<Published> read_published(std::filesystem::path const& file);

}  // namespace minimasim::forecast
