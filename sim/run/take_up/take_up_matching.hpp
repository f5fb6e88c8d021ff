#pragma once

#include <cstdint>
#include <vector>

#include "sim/run/members/ensemble.hpp"
#include "sim/run/setting.hpp"
#include "sim/takeup/history_matching.hpp"

namespace minimasim::run {

// The entitled to every national scheme that published rates of non-use are about, in one member: allowances
// and general assistance under the law of the calibration date. At most a few thousand of each, evenly
// spread.
std::vector<takeup::Entitled> entitled_to_national_schemes(Setting const& setting,
                                                           std::vector<takeup::Evidence> const& evidence,
                                                           population::Population const& population,
                                                           std::uint32_t member);

// The parameters of take-up that the published rates leave, judged by these members of the ensemble.
takeup::Matching match_take_up(Setting const& setting, std::vector<takeup::Evidence> const& evidence,
                               std::vector<population::Population> const& members, int threads);

}  // namespace minimasim::run
