#pragma once

#include <cstdint>

#include "sim/population/population.hpp"
#include "sim/rules/household.hpp"
#include "sim/takeup/parameters.hpp"

namespace minimasim::takeup {

// Which national rights a household claims. Assistance: who receives it in the population. Allowances:
// non-use as CPB published it (March 2025, year 2021), lower among assistance recipients, higher among the
// self-employed, one draw a household so that non-use of several allowances goes together.
rules::StatutoryClaims draw_statutory_claims(Behaviour const& behaviour, std::uint64_t seed,
                                             std::uint32_t member, std::uint32_t household_id,
                                             population::Source main_source, bool receives_social_assistance);

}  // namespace minimasim::takeup
