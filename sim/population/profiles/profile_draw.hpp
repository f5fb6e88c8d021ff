#pragma once

#include <cstdint>

#include "sim/population/evidence/assumptions.hpp"
#include "sim/population/evidence/evidence.hpp"
#include "sim/population/profiles/profile_report.hpp"

namespace minimasim::population {

// Gives every adult a resident profile, with chances in proportion to the memberships of the descriptions and
// to weights that make the shares respect the published order (brown the largest; green and pink above the
// national share; orange, purple and blue below it) with the least change. Adults whom no description fits
// have a class of their own, and children have none. How sharply the words are meant is drawn per member
// (section profile_wording of the assumptions).
ProfileReport draw_profiles(Evidence const& evidence, AssumedValues const& assumed,
                            EnsembleMember const& member, Population& population);

}  // namespace minimasim::population
