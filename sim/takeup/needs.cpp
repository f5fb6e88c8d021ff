#include "sim/takeup/needs.hpp"

#include <algorithm>

#include "sim/base/draw.hpp"
#include "sim/base/loop_rows.hpp"

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
constexpr std::uint32_t draw_count = crisis_size + 1;

[[gnu::always_inline]] inline std::int32_t size_of_need(double mean, double u)
{
    return rules::cents_of(mean * (0.25 + 1.5 * u));
}

constexpr double largest_draw = 1;  // of a number that is always less

}  // namespace

std::array<double, 8> terms_of_needs(rules::MunicipalTerms const& terms)
{
    auto const& special = rules::terms_of<rules::special_assistance::Scheme>(terms);
    auto const& goods = rules::terms_of<rules::goods_scheme::Scheme>(terms);
    auto const& crisis = rules::terms_of<rules::tailored_budget::Scheme>(terms);
    return {special.need_share,
            special.administration_share,
            special.administration_cost,
            special.general_cost,
            goods.need_share,
            goods.mean_grant,
            crisis.need_share,
            crisis.mean_grant};
}

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

NeedDraws::NeedDraws(std::uint64_t seed, std::uint32_t member, std::uint32_t replicate,
                     std::size_t households)
    : households_(households), values_(draw_count * households)
{
    for (std::uint32_t draw = 0; draw < draw_count; ++draw) {
        uniforms({seed, Stream::need, member, draw, replicate}, households,
                 values_.data() + draw * households);
    }
}

NeedDraws::NeedDraws(std::uint64_t seed, std::uint32_t member, std::uint32_t replicate,
                     std::vector<std::uint32_t> const& numbers)
    : households_(numbers.size()), values_(draw_count * numbers.size())
{
    for (std::uint32_t draw = 0; draw < draw_count; ++draw) {
        uniforms({seed, Stream::need, member, draw, replicate}, numbers.data(), numbers.size(),
                 values_.data() + draw * numbers.size());
    }
}

void NeedDraws::needs(rules::MunicipalTerms const& terms, std::int32_t* special, std::int32_t* goods,
                      std::int32_t* crisis) const
{
    auto const of_special = rules::terms_of<rules::special_assistance::Scheme>(terms);
    auto const of_goods = rules::terms_of<rules::goods_scheme::Scheme>(terms);
    auto const of_crisis = rules::terms_of<rules::tailored_budget::Scheme>(terms);
    double const* const u_special = column(has_special);
    double const* const u_administration = column(is_administration);
    double const* const u_special_size = column(special_size);
    double const* const u_goods = column(has_goods);
    double const* const u_goods_size = column(goods_size);
    double const* const u_crisis = column(has_crisis);
    double const* const u_crisis_size = column(crisis_size);
    std::int32_t const administration_cents = rules::cents_of(of_special.administration_cost);
    for_each_row(
        households_, [=](std::size_t i) __attribute__((always_inline)) {
            std::int32_t const general_cents = size_of_need(of_special.general_cost, u_special_size[i]);
            std::int32_t const special_cents =
                u_administration[i] < of_special.administration_share ? administration_cents : general_cents;
            special[i] = u_special[i] < of_special.need_share ? special_cents : 0;
            std::int32_t const goods_cents = size_of_need(of_goods.mean_grant, u_goods_size[i]);
            goods[i] = u_goods[i] < of_goods.need_share ? goods_cents : 0;
            std::int32_t const crisis_cents = size_of_need(of_crisis.mean_grant, u_crisis_size[i]);
            crisis[i] = u_crisis[i] < of_crisis.need_share ? crisis_cents : 0;
        });
}

}  // namespace minimasim::takeup
