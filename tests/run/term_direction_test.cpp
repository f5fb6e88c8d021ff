#include "sim/run/uncertainty/term_direction.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "sim/base/draw.hpp"
#include "sim/rules/municipal/schemes.hpp"

namespace minimasim::run {

namespace {

// A number between two, that belongs to a case and a purpose.
double pick(std::uint32_t of_case, std::uint32_t purpose, double low, double high)
{
    return low + uniform(31, Stream::amounts, 0, of_case, purpose, 0) * (high - low);
}

std::int32_t whole(std::uint32_t of_case, std::uint32_t purpose, double low, double high)
{
    return static_cast<std::int32_t>(pick(of_case, purpose, low, high + 1));
}

rules::MunicipalHousehold random_household(std::uint32_t of_case)
{
    rules::MunicipalHousehold h;
    h.is_couple = whole(of_case, 1, 0, 1);
    h.adults = 1 + h.is_couple;
    h.children = whole(of_case, 2, 0, 3);
    h.is_single_parent = h.children > 0 && !h.is_couple ? 1 : 0;
    h.norm_cents_per_month = h.is_couple ? 195'600 : 136'900;
    h.income_cents_per_month = static_cast<std::int32_t>(h.norm_cents_per_month * pick(of_case, 3, 0.7, 1.7));
    h.disposable_cents_per_month = h.income_cents_per_month + whole(of_case, 4, 0, 60'000);
    h.liquid_assets_cents =
        whole(of_case, 5, 0, 3) == 0 ? whole(of_case, 6, 0, 3'000'000) : whole(of_case, 6, 0, 200'000);
    h.housing_costs_cents_per_month = whole(of_case, 7, 50'000, 120'000);
    h.net_rent_cents_per_month = whole(of_case, 8, 15'000, 60'000);
    h.net_health_premium_cents_per_month = whole(of_case, 9, 0, 16'000);
    h.net_childcare_cents_per_month = whole(of_case, 10, 0, 20'000);
    h.local_taxes_cents_per_year = whole(of_case, 11, 0, 80'000);
    h.years_on_low_income = whole(of_case, 12, 0, 8);
    h.youngest_adult_age = whole(of_case, 13, 18, 80);
    h.has_pensioner = h.youngest_adult_age >= 67 ? 1 : 0;
    h.is_student = whole(of_case, 14, 0, 5) == 0 ? 1 : 0;
    h.is_owner = whole(of_case, 15, 0, 1);
    h.is_entrepreneur = whole(of_case, 16, 0, 3) == 0 ? 1 : 0;
    h.expects_improvement = whole(of_case, 17, 0, 1);
    h.net_state_pension_norm_cents_per_month = h.has_pensioner ? h.norm_cents_per_month + 15'000 : 0;
    h.car_value_cents = whole(of_case, 18, 0, 2) == 0 ? whole(of_case, 19, 0, 800'000) : 0;
    h.special_need_cents_per_year = whole(of_case, 20, 0, 1) * whole(of_case, 21, 0, 200'000);
    h.goods_need_cents_per_year = whole(of_case, 22, 0, 1) * whole(of_case, 23, 0, 80'000);
    h.crisis_need_cents_per_year = whole(of_case, 24, 0, 1) * whole(of_case, 25, 0, 80'000);
    h.cash_support_cents_per_year = whole(of_case, 26, 0, 1) * 50'000;
    return h;
}

// A value a rule sees in practice, inside the range of its term.
double random_value(rules::Unit unit, double lowest, double highest, std::uint32_t of_case,
                    std::uint32_t purpose)
{
    if (unit == rules::Unit::yes_no) {
        return whole(of_case, purpose, 0, 1);
    }
    double const most = unit == rules::Unit::share            ? 1.6
                        : unit == rules::Unit::euro           ? 20'000
                        : unit == rules::Unit::euro_per_month ? 1'500
                                                              : 2'000;
    return pick(of_case, purpose, lowest, highest < most ? highest : most);
}

}  // namespace

TEST(DirectionOfARise, HoldsForEveryTermOfEverySchemeOnRandomHouseholdsAndTerms)
{
    constexpr std::uint32_t cases = 6'000;
    rules::for_each_scheme([](auto scheme, auto) {
        using S = decltype(scheme);
        std::uint32_t number = 0;
        for (auto const& field : S::fields) {
            ++number;
            auto const direction = direction_of_rise(S::key, field.name);
            if (direction == Direction::unclear) {
                continue;
            }
            for (std::uint32_t c = 0; c < cases; ++c) {
                auto const household = random_household(c);
                typename S::Terms lower{};
                std::uint32_t purpose = 100;
                for (auto const& other : S::fields) {
                    other.of(lower) = random_value(other.unit, other.lowest, other.highest, c, ++purpose);
                }
                if (std::string(field.name) != "is_active") {
                    lower.is_active = 1;
                }
                auto higher = lower;
                double const other_value =
                    random_value(field.unit, field.lowest, field.highest, c, 1'000 + number);
                double const value = field.of(lower);
                field.of(lower) = std::min(value, other_value);
                field.of(higher) = std::max(value, other_value);
                auto const& less = direction == Direction::improvement ? lower : higher;
                auto const& more = direction == Direction::improvement ? higher : lower;
                auto const with_less = S::entitlement(household, less);
                auto const with_more = S::entitlement(household, more);
                ASSERT_LE(with_less.cents_per_year, with_more.cents_per_year)
                    << S::key << "." << field.name << ", case " << c;
                ASSERT_LE(with_less.is_eligible, with_more.is_eligible)
                    << S::key << "." << field.name << ", case " << c;
            }
        }
    });
}

TEST(DirectionOfARise, IsKnownForEveryTermButAssumedNeeds)
{
    std::set<std::string> unclear;
    rules::for_each_scheme([&](auto scheme, auto) {
        using S = decltype(scheme);
        for (auto const& field : S::fields) {
            if (direction_of_rise(S::key, field.name) == Direction::unclear) {
                unclear.insert(field.name);
            }
        }
    });

    EXPECT_EQ(unclear, (std::set<std::string>{"administration_share", "need_share"}));
}

TEST(DirectionOfAChange, TurnsRoundWhenTheValueFalls)
{
    EXPECT_EQ(direction_of_change("goods_scheme", "income_limit_share", 1.4, 1.3), Direction::restriction);
    EXPECT_EQ(direction_of_change("goods_scheme", "income_limit_share", 1.3, 1.4), Direction::improvement);
    EXPECT_EQ(direction_of_change("income_supplement", "years_on_low_income", 3, 1), Direction::improvement);
    EXPECT_EQ(direction_of_change("local_charges", "sewer_user", 100, 200), Direction::unclear);
    EXPECT_EQ(direction_of_change("income_tax", "amount", 100, 200), Direction::unclear);
}

}  // namespace minimasim::run
