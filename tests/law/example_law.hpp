#pragma once

#include <string>

#include "sim/input/term_table.hpp"
#include "sim/rules/household.hpp"
#include "sim/rules/law.hpp"
#include "sim/run/law_and_policy/read_law.hpp"

// The law of data/law on a date, and an ordinary household under it.
namespace minimasim::test {

inline input::TermTable const& law_table()
{
    static auto const table = input::TermTable::read(std::string(MINIMASIM_SOURCE_DIR) + "/data/law");
    return table;
}

inline rules::Law law_on(Date date)
{
    return run::read_law(law_table(), date);
}

inline rules::Household single_tenant()
{
    rules::Household h;
    h.claimant.age = h.partner.age = 40;
    h.claimant.birth_year = h.partner.birth_year = 1984;
    h.rent_per_month = 600;
    h.energy_per_month = 180;
    h.water_per_month = 15;
    h.health_premium_per_month = 150;
    return h;
}

}  // namespace minimasim::test
