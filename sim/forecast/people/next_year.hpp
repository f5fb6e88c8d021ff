#pragma once

#include "sim/forecast/course.hpp"
#include "sim/forecast/people/people_model.hpp"
#include "sim/forecast/people/year_draws.hpp"
#include "sim/forecast/people_accounts.hpp"

namespace minimasim::forecast {

// The people of 1 January of a year, as the base year's population stands for the first of the forecast:
// `people_of(population)` with what nobody can see of the year before (who left low income or assistance)
// drawn in proportion to a steady state.
People people_at_start(population::Population population, PeopleModel const& model, Address const& address,
                       std::vector<std::uint32_t> const& number = {});

// One year on: from 1 January of `year` to that of the next. Deaths, births, children who leave home, couples
// that part and form, households that move out, and others that move in so that persons follow the path of
// the municipality; then what happens to incomes. Amounts stay at the prices of the base date. Draws are
// addressed by household and person: the order of the households and the threads are nothing, and households
// in another order come out in that order. Years must be stepped one after another.
//
// For who evaluates the rules on it: `result.population` is a population as any other (uprate it to the
// prices of its year); `result.household_number` tells which household is which over the years.
People next_year(People people, PeopleModel const& model, Address const& address, int year,
                 Processes const& processes, YearAccounts& accounts);

// Room that one year after another uses, so that little is asked of the system anew.
struct YearRoom {
    People people;
    PeopleBuilder builder;
    DrawsOfAll draws;
};
People next_year(People people, PeopleModel const& model, Address const& address, int year,
                 Processes const& processes, YearAccounts& accounts, YearRoom& room);

// Parts of a year, in this order; those of the middle work on the same builder.
void begin_year(People& people, PeopleModel const& model, int year, Processes const& processes,
                YearAccounts& accounts);
void add_births_deaths_and_moves(PeopleBuilder& builder, PeopleModel const& model, YearDraws const& draws,
                                 DrawsOfAll const& of_all, int year, Processes const& processes,
                                 YearAccounts& accounts);
void add_new_incomes(PeopleBuilder& builder, PeopleModel const& model, YearDraws const& draws,
                     DrawsOfAll const& of_all, int year, Processes const& processes);
void end_year(People& people, Processes const& processes, YearAccounts& accounts);

}  // namespace minimasim::forecast
