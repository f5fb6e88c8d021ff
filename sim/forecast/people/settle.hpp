#pragma once

#include "sim/forecast/people/people_model.hpp"
#include "sim/forecast/people/year_draws.hpp"

namespace minimasim::forecast {

// Gives a person one source of income, with its amount in cents a year, and no other. Assistance, study
// finance and nothing have no amount: the rules know them.
void set_source(Member& member, population::Source source, std::int32_t amount_cents_per_year = 0);

// Brings what follows from members, sources and amounts in line with them: order and roles' type, joint
// assistance, main source, income class as the rules measure it (end_year the years on it); profiles and
// prospects of whom something changed in comparison with `before` are drawn anew, those of somebody alike.
void settle(Family& family, Family const& before, PeopleModel const& model, YearDraws const& draws);

}  // namespace minimasim::forecast
