#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

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

// The draws behind the needs of every household of a member in one replicate. They are the same on every date
// and in every package; what differs is the terms they are held against.
class NeedDraws {
  public:
    NeedDraws(std::uint64_t seed, std::uint32_t member, std::uint32_t replicate, std::size_t households);

    // Of the households with these numbers, in their order.
    NeedDraws(std::uint64_t seed, std::uint32_t member, std::uint32_t replicate,
              std::vector<std::uint32_t> const& numbers);

    std::size_t households() const { return households_; }

    // The needs under these terms, those of draw_needs: a column each of special assistance, goods and
    // crises, in whole cents a year and household order.
    void needs(rules::MunicipalTerms const& terms, std::int32_t* special, std::int32_t* goods,
               std::int32_t* crisis) const;

  private:
    double const* column(std::uint32_t draw) const { return values_.data() + draw * households_; }

    std::size_t households_ = 0;
    std::vector<double> values_;  // draw by draw
};

// The terms that needs follow from: the same needs where these are the same.
std::array<double, 8> terms_of_needs(rules::MunicipalTerms const& terms);

// Needs no smaller than any that can be drawn from these terms.
Needs largest_needs(rules::MunicipalTerms const& terms);

}  // namespace minimasim::takeup
