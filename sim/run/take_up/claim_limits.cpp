#include "sim/run/take_up/claim_limits.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/loop.hpp"

namespace minimasim::run {

namespace {

// The limit between a grant that is not claimed and one that is, outwards from a guess, then halving.
template <class Claims>
std::int32_t search(Claims const& claims, double guess)
{
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

}  // namespace

std::int32_t claims_from_cents(Propensities const& propensities, Propensities::Inclination const& inclination,
                               double threshold)
{
    double const fixed = inclination.without_amount;
    double const mean = inclination.mean_cents;
    if (mean == 0) {
        return fixed >= threshold ? 0 : claims_nothing;
    }
    auto const claims = [&](std::int64_t cents) {
        return fixed + propensities.amount_term(static_cast<std::int32_t>(cents), mean) >= threshold;
    };
    // The inclination is linear in the log of the amount: the limit is all but known, and tried.
    double const guess = mean * std::exp((threshold - fixed) / propensities.amount_slope());
    if (guess > 1 && guess < claims_nothing - 1) {
        auto const cents = static_cast<std::int64_t>(std::ceil(guess));
        if (!claims(cents - 1) && claims(cents)) {
            return static_cast<std::int32_t>(cents);
        }
    }
    return claims(1) ? 0 : claims(claims_nothing) ? search(claims, guess) : claims_nothing;
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

void ClaimLimits::find(Propensities& propensities, std::vector<std::uint32_t> const& rows,
                       std::vector<std::uint32_t> const& households)
{
    asked_.clear();
    for (auto const row : rows) {
        asked_.push_back(households[row]);
    }
    propensities.inclinations(scheme_, asked_, inclinations_);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        cents_[rows[i]] = claims_from_cents(propensities, inclinations_[i], threshold_);
    }
}

void ClaimLimits::find_all(Propensities& propensities, std::vector<std::uint32_t> const& households)
{
    constexpr std::size_t rows_at_once = 1024;
    std::vector<std::uint32_t> unknown;
    for (auto const block : split_into_blocks(households.size(), rows_at_once)) {
        unknown.clear();
        for (auto row = static_cast<std::uint32_t>(block.begin); row < block.end; ++row) {
            if (cents_[row] == claim_is_unknown) {
                unknown.push_back(row);
            }
        }
        find(propensities, unknown, households);
    }
}

}  // namespace minimasim::run
