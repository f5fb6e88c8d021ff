#include "sim/takeup/propensity.hpp"

#include <limits>

namespace minimasim::takeup {

PropensitySpread propensity_spread(Behaviour const& behaviour, HouseholdsByShift const& households)
{
    double count = 0;
    double sum = 0;
    double squares = 0;
    for (std::size_t p = 0; p < households.size(); ++p) {
        for (std::size_t g = 0; g < households[p].size(); ++g) {
            auto const n = static_cast<double>(households[p][g]);
            double const shift = behaviour.profile_shift(static_cast<population::Profile>(p)) +
                                 behaviour.group_shift(static_cast<Group>(g));
            count += n;
            sum += n * shift;
            squares += n * shift * shift;
        }
    }
    if (count == 0) {
        return {};
    }
    double const mean = sum / count;
    return {mean, std::sqrt(1 + squares / count - mean * mean)};
}

double threshold_of_share(double share, PropensitySpread const& spread)
{
    if (share <= 0) {
        return std::numeric_limits<double>::infinity();
    }
    if (share >= 1) {
        return -std::numeric_limits<double>::infinity();
    }
    return spread.mean + spread.deviation * normal_quantile(1 - share);
}

}  // namespace minimasim::takeup
