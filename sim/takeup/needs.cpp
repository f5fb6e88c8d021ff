#include "sim/takeup/needs.hpp"

#include <algorithm>

#include "sim/base/draw.hpp"

namespace minimasim::takeup {

namespace {

// Addresses within Stream::need.
enum Draw : std::uint32_t {
    has_special,
    is_administration,
    special_size,
    has_goods,
    goods_size,
    has_crisis,
    crisis_size
};

std::int32_t size_of_need(double mean, double u)
{
    return rules::cents_of(mean * (0.25 + 1.5 * u));
}

constexpr double largest_draw = 1;  // of a number that is always less

}  // namespace

Needs largest_needs(rules::MunicipalTerms const& terms)
{
    auto const& special = rules::terms_of<rules::special_assistance::Scheme>(terms);
    return {std::max(rules::cents_of(special.administration_cost),
                     size_of_need(special.general_cost, largest_draw)),
            size_of_need(rules::terms_of<rules::goods_scheme::Scheme>(terms).mean_grant, largest_draw),
            size_of_need(rules::terms_of<rules::tailored_budget::Scheme>(terms).mean_grant, largest_draw)};
}

Needs draw_needs(rules::MunicipalTerms const& terms, std::uint64_t seed, std::uint32_t member,
                 std::uint32_t household_id, std::uint32_t replicate)
{
    auto const u = [&](Draw draw) {
        return uniform(seed, Stream::need, member, household_id, draw, replicate);
    };
    Needs needs;

    auto const& special = rules::terms_of<rules::special_assistance::Scheme>(terms);
    if (u(has_special) < special.need_share) {
        needs.special_cents_per_year = u(is_administration) < special.administration_share
                                           ? rules::cents_of(special.administration_cost)
                                           : size_of_need(special.general_cost, u(special_size));
    }
    auto const& goods = rules::terms_of<rules::goods_scheme::Scheme>(terms);
    if (u(has_goods) < goods.need_share) {
        needs.goods_cents_per_year = size_of_need(goods.mean_grant, u(goods_size));
    }
    auto const& crisis = rules::terms_of<rules::tailored_budget::Scheme>(terms);
    if (u(has_crisis) < crisis.need_share) {
        needs.crisis_cents_per_year = size_of_need(crisis.mean_grant, u(crisis_size));
    }
    return needs;
}

}  // namespace minimasim::takeup
