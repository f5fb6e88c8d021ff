#pragma once

#include <vector>

#include "sim/forecast/people/people_model.hpp"
#include "sim/forecast/people/year_draws.hpp"
#include "sim/forecast/people_accounts.hpp"

namespace minimasim::forecast {

// What happens to one household in a year.
struct Fates {
    std::vector<std::uint8_t> dies;    // by place in the household
    std::vector<std::uint8_t> leaves;  // home
    std::vector<std::uint8_t> bears;   // a child
    bool moves_out = false;
    bool parts = false;
    bool seeks_partner = false;
};

// A household that a year touches.
struct Life {
    Family before;
    Family family;
    bool is_gone = false;
    bool seeks_partner = false;
};

// Lets a household live its year: `life.family` becomes what is left of it, and those who leave it for a
// household of their own here are added to `founded`, in no order that matters.
void live(Life& life, Fates const& fates, PeopleModel const& model, YearDraws const& draws, int year,
          Processes const& processes, std::vector<Life>& founded, YearAccounts& accounts);

// Makes couples of those who seek a partner: men and women in the order of their ages, so that they differ
// little; as many as both sexes allow. The household with most members, or of an owner, takes the other in.
// Where a child would be too near in age to the new parent no couple is made.
void make_couples(std::vector<Life*> seekers, YearDraws const& draws, YearAccounts& accounts);

// Households that move in until `persons` have come: composed like those of the base year that move out,
// with incomes and savings of another one of the same kind, and numbers of their own.
std::vector<Life> moving_in(std::int64_t persons, PeopleModel const& model, YearDraws const& draws, int year,
                            YearAccounts& accounts);

}  // namespace minimasim::forecast
