#pragma once

#include <cstdint>

#include "sim/base/draw.hpp"

namespace minimasim::population {

// Which quantile a draw of Stream::amounts is for. Numbered once, as streams are.
enum class AmountDraw : std::uint32_t {
    income = 0,
    partner_ratio = 1,
    rent = 2,
    has_mortgage = 3,
    mortgage = 4,
    woz_value = 5,
    energy = 6,
    liquid_assets = 7,
    duration = 8,
    assistance_supplement = 9,  // AIO
    debt = 10,
    copula_mixing = 11,  // + 0..4, of copulas with heavy tails
    person = 16          // + 4 x place in the household: own income, build-up, its size, wage beside
};

// The draws of one household of the final population.
struct HouseholdDraws {
    std::uint64_t seed = 0;
    std::uint32_t member = 0;
    std::uint32_t household_id = 0;

    double operator()(AmountDraw draw) const
    {
        return uniform(seed, Stream::amounts, member, household_id, static_cast<std::uint32_t>(draw), 0);
    }
    double normal(AmountDraw draw) const { return normal_quantile((*this)(draw)); }
    double mixing_normal(std::uint32_t which) const
    {
        return normal(static_cast<AmountDraw>(static_cast<std::uint32_t>(AmountDraw::copula_mixing) + which));
    }
    double person(int place, int which) const
    {
        return uniform(
            seed, Stream::amounts, member, household_id,
            static_cast<std::uint32_t>(AmountDraw::person) + static_cast<std::uint32_t>(4 * place + which),
            0);
    }
    double person_normal(int place, int which) const { return normal_quantile(person(place, which)); }
};

}  // namespace minimasim::population
