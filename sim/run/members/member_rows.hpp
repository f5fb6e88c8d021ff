#pragma once

#include <cstdint>
#include <vector>

#include "sim/run/streaming/streaming_screen.hpp"

namespace minimasim::run {

// The numbers of the rows that are kept.
std::vector<std::uint32_t> kept_rows(std::vector<std::uint8_t> const& is_kept);

// The member of some of its households alone, with what replicates need and nothing else: of its facts those
// of single households.
Member of_rows(Member const& member, std::vector<std::uint32_t> const& rows);

// A member as it is kept for its replicates: the households that can matter to some figure of the run, as the
// screen of its setting tells, and of their columns those that a scheme in force looks at. Replicates have
// the same totals as of the whole member, to the last bit.
Member resident_member(Setting const& setting, Screen const& screen, Member const& whole);

// Lets columns with the same numbers be one, under whatever law.
void share_columns(Member& member);

}  // namespace minimasim::run
