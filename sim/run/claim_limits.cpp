#include "sim/run/claim_limits.hpp"

#include <algorithm>
#include <cmath>

namespace minimasim::run {

std::int32_t claims_from_cents(Propensities& propensities, std::size_t scheme, std::size_t household,
                               double threshold)
{
    double const at_a_cent = propensities.of(scheme, household, 1);
    if (at_a_cent >= threshold) {
        return 0;
    }
    double const at_most = propensities.of(scheme, household, claims_nothing);
    if (!(at_most >= threshold)) {
        return claims_nothing;
    }
    auto const claims = [&](std::int64_t cents) {
        return propensities.of(scheme, household, static_cast<std::int32_t>(cents)) >= threshold;
    };
    // The inclination is about linear in the log of the amount: outwards from a guess, then halving.
    double const slope = (at_most - at_a_cent) / std::log(static_cast<double>(claims_nothing));
    double const guess = std::exp((threshold - at_a_cent) / slope);
    std::int64_t does_not = 1;
    std::int64_t does = claims_nothing;
    auto tried = std::clamp(static_cast<std::int64_t>(std::clamp(guess, 2.0, 2e9)), does_not + 1, does - 1);
    bool const starts_above = claims(tried);
    bool is_above = starts_above;
    for (std::int64_t step = 1; is_above == starts_above; step *= 2) {
        (is_above ? does : does_not) = tried;
        if (does - does_not == 1) {
            return static_cast<std::int32_t>(does);
        }
        tried = starts_above ? std::max(does_not + 1, tried - step) : std::min(does - 1, tried + step);
        is_above = claims(tried);
    }
    (is_above ? does : does_not) = tried;
    while (does - does_not > 1) {
        std::int64_t const middle = does_not + (does - does_not) / 2;
        (claims(middle) ? does : does_not) = middle;
    }
    return static_cast<std::int32_t>(does);
}

ClaimLimits::ClaimLimits(population::Population const& population,
                         std::vector<std::uint32_t> const& households, std::size_t scheme, double threshold,
                         bool ex_officio)
    : scheme_(scheme), threshold_(threshold), cents_(households.size(), claim_is_unknown)
{
    for (std::size_t row = 0; ex_officio && row < households.size(); ++row) {
        if (population.receives_social_assistance[households[row]]) {
            cents_[row] = 0;
        }
    }
}

void ClaimLimits::find(Propensities& propensities, std::size_t row, std::size_t household)
{
    cents_[row] = claims_from_cents(propensities, scheme_, household, threshold_);
}

}  // namespace minimasim::run
