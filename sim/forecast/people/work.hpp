#pragma once

#include "sim/forecast/people/people_model.hpp"
#include "sim/forecast/people/year_draws.hpp"

namespace minimasim::forecast {

// The chance that something happens to the source of income of a person in a year, for a draw u in (0, 1):
// below it `change_source` says what. State pension age and coming of age are not in it.
double chance_of_change(PeopleModel const& model, population::Source source, population::Sex sex, int age);

// The chance that age alone changes the source in a year: adulthood in the year of 18, state pension in that
// of 67 or, for who reaches that age only in the next year, of 68.
double chance_by_age(PeopleModel const& model, population::Source source, int age, int year, bool has_aged);

// Moves a person of whom something happens (u below the chance, or due) to the next source of income.
// Nobody stops working who has no partner or parent to live on, and the occupational pension of a couple is
// another than that of one person.
struct AtHome {
    bool has_other_earner = false;
    Beside beside = Beside::nobody;
    std::int64_t other_income_cents_per_year = 0;  // of the other head
};
void change_source(Member& member, double u, AtHome const& home, PeopleModel const& model,
                   YearDraws const& draws);

// The household begins to receive social assistance: its heads have no other income.
void enter_assistance(Family& family, PeopleModel const& model, YearDraws const& draws);

// The heads of a household take over the incomes and savings of a household of the same earners, in or above
// low income.
// False where there is none alike.
bool jump(Family& family, bool into_low, PeopleModel const& model, YearDraws const& draws);

}  // namespace minimasim::forecast
