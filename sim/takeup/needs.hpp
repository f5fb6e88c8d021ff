#pragma once

#include <cstdint>

#include "sim/rules/municipal/schemes.hpp"

namespace minimasim::takeup {

// Needs that arise by chance, whole cents a year; 0 = no such need.
struct Needs {
    std::int32_t special_cents_per_year = 0;
    std::int32_t goods_cents_per_year = 0;
    std::int32_t crisis_cents_per_year = 0;
};

// Draws the needs of one household in one replicate, the same for every package: whether there is one from
// need_share, its size from the mean cost. Sizes are spread evenly between a quarter and one and three
// quarters of the mean (an assumption; only means are published). Costs of administration have one tariff.
Needs draw_needs(rules::MunicipalTerms const& terms, std::uint64_t seed, std::uint32_t member,
                 std::uint32_t household_id, std::uint32_t replicate);

// Needs no smaller than any that can be drawn from these terms.
Needs largest_needs(rules::MunicipalTerms const& terms);

}  // namespace minimasim::takeup
