#include "sim/takeup/needs.hpp"

#include <algorithm>
#include <array>

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

// The households of a block, and those of them who have one kind of need: size and kind are drawn for these
// alone.
class NeedsOfBlock {
  public:
    static constexpr std::size_t most = 1024;

    template <class NumberOf>
    void start(std::size_t households, NumberOf const& number_of)
    {
        households_ = households;
        for (std::size_t row = 0; row < households; ++row) {
            numbers_[row] = number_of(row);
        }
    }

    void find(DrawOfHouseholds const& address, double share)
    {
        auto& u = draws_[0];
        uniforms(address, numbers_.data(), households_, u.data());
        found_ = 0;
        for (std::size_t row = 0; row < households_; ++row) {
            rows_found_[found_] = static_cast<std::uint32_t>(row);
            numbers_found_[found_] = numbers_[row];
            found_ += u[row] < share ? 1 : 0;
        }
    }

    // Draws for those found; `place` is where, of two.
    double const* draw(DrawOfHouseholds const& address, std::size_t place)
    {
        uniforms(address, numbers_found_.data(), found_, draws_[place].data());
        return draws_[place].data();
    }

    // A column of the block: nought, but for those found.
    template <class CentsOf>
    void put(std::int32_t* cents, CentsOf const& cents_of) const
    {
        std::fill_n(cents, households_, 0);
        for (std::size_t i = 0; i < found_; ++i) {
            cents[rows_found_[i]] = cents_of(i);
        }
    }

  private:
    std::size_t households_ = 0;
    std::size_t found_ = 0;
    std::array<std::uint32_t, most> numbers_;
    std::array<std::uint32_t, most> rows_found_;
    std::array<std::uint32_t, most> numbers_found_;
    std::array<std::array<double, most>, 2> draws_;
};

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
    : seed_(seed), member_(member), replicate_(replicate), households_(households)
{
}

NeedDraws::NeedDraws(std::uint64_t seed, std::uint32_t member, std::uint32_t replicate,
                     std::vector<std::uint32_t> const& numbers)
    : NeedDraws(seed, member, replicate, numbers.size())
{
    numbers_ = &numbers;
}

void NeedDraws::needs(rules::MunicipalTerms const& terms, std::int32_t* special, std::int32_t* goods,
                      std::int32_t* crisis) const
{
    auto const& of_special = rules::terms_of<rules::special_assistance::Scheme>(terms);
    auto const& of_goods = rules::terms_of<rules::goods_scheme::Scheme>(terms);
    auto const& of_crisis = rules::terms_of<rules::tailored_budget::Scheme>(terms);
    std::int32_t const administration_cents = rules::cents_of(of_special.administration_cost);
    NeedsOfBlock block;
    for (std::size_t begin = 0; begin < households_; begin += NeedsOfBlock::most) {
        block.start(std::min(NeedsOfBlock::most, households_ - begin), [&](std::size_t row) {
            return numbers_ == nullptr ? static_cast<std::uint32_t>(begin + row) : (*numbers_)[begin + row];
        });
        auto const address = [&](Draw draw) {
            return DrawOfHouseholds{seed_, Stream::need, member_, draw, replicate_};
        };
        block.find(address(has_special), of_special.need_share);
        auto const* u = block.draw(address(special_size), 0);
        auto const* u_kind = block.draw(address(is_administration), 1);
        block.put(special + begin, [&](std::size_t i) {
            return u_kind[i] < of_special.administration_share ? administration_cents
                                                               : size_of_need(of_special.general_cost, u[i]);
        });
        block.find(address(has_goods), of_goods.need_share);
        u = block.draw(address(goods_size), 0);
        block.put(goods + begin, [&](std::size_t i) { return size_of_need(of_goods.mean_grant, u[i]); });
        block.find(address(has_crisis), of_crisis.need_share);
        u = block.draw(address(crisis_size), 0);
        block.put(crisis + begin, [&](std::size_t i) { return size_of_need(of_crisis.mean_grant, u[i]); });
    }
}

}  // namespace minimasim::takeup
