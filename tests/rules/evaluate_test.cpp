#include "sim/rules/municipal/evaluate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include "sim/base/draw.hpp"
#include "sim/rules/municipal/schemes.hpp"
#include "sim/rules/municipal/widest.hpp"

namespace minimasim::rules {

namespace {

constexpr std::size_t households = 1'000'000;

// A number of a random household: the field's draw at an address of its own.
std::int32_t between(std::int32_t low, std::int32_t high, std::uint32_t household, std::uint32_t draw)
{
    double const u = uniform(17, Stream::amounts, 0, household, draw, 0);
    return low + static_cast<std::int32_t>(u * (static_cast<double>(high) - low + 1));
}

// A household drawn at random; one in four has an income or assets on a limit, a cent below or a cent above.
MunicipalHousehold random_household(std::uint32_t i)
{
    MunicipalHousehold h;
    std::uint32_t draw = 0;
    auto const pick = [&](std::int32_t low, std::int32_t high) { return between(low, high, i, draw++); };
    h.norm_cents_per_month = pick(25'000, 300'000);
    h.income_cents_per_month = pick(-10'000, 400'000);
    h.disposable_cents_per_month = pick(-10'000, 900'000);
    h.cash_support_cents_per_year = pick(0, 3) == 0 ? pick(0, 200'000) : 0;
    h.liquid_assets_cents = pick(0, 4) == 0 ? pick(0, 2'000'000'000) : pick(0, 2'000'000);
    h.housing_costs_cents_per_month = pick(0, 300'000);
    h.net_rent_cents_per_month = pick(-5'000, 150'000);
    h.net_health_premium_cents_per_month = pick(-5'000, 40'000);
    h.local_taxes_cents_per_year = pick(0, 100'000);
    h.net_state_pension_norm_cents_per_month = pick(0, 1) == 0 ? 0 : pick(100'000, 250'000);
    h.special_need_cents_per_year = pick(0, 1) == 0 ? 0 : pick(1, 300'000);
    h.goods_need_cents_per_year = pick(0, 1) == 0 ? 0 : pick(1, 100'000);
    h.crisis_need_cents_per_year = pick(0, 1) == 0 ? 0 : pick(1, 200'000);
    h.adults = pick(1, 2);
    h.children = pick(0, 9) < 5 ? 0 : pick(1, 8);
    h.years_on_low_income = pick(0, 10);
    h.youngest_adult_age = pick(18, 99);
    h.is_couple = h.adults == 2 ? 1 : 0;
    h.is_single_parent = h.adults == 1 && h.children > 0 ? 1 : 0;
    h.has_pensioner = h.youngest_adult_age >= 67 ? 1 : pick(0, 19) == 0;
    h.is_student = pick(0, 9) == 0 ? 1 : 0;
    h.is_owner = pick(0, 1);
    h.expects_improvement = pick(0, 3) == 0 ? 1 : 0;
    h.lives_in_institution = pick(0, 49) == 0 ? 1 : 0;
    std::int32_t const edge = pick(0, 11);
    if (edge < 3) {
        h.income_cents_per_month = income_limit_cents(pick(9, 15) / 10.0, h) + edge - 1;
    } else if (edge < 6) {
        constexpr std::int32_t limits[] = {177'500, 215'000, 235'000, 250'000, 777'000, 1'554'000};
        h.liquid_assets_cents = limits[pick(0, 5)] + edge - 4;
    }
    return h;
}

// The million households, column by column.
struct Columns {
    std::vector<std::int32_t> values = std::vector<std::int32_t>(municipal_field_count * households);

    MunicipalColumns all() const
    {
        MunicipalColumns columns{};
        for (std::size_t field = 0; field < municipal_field_count; ++field) {
            columns[field] = values.data() + field * households;
        }
        return columns;
    }
};

Columns const& random_columns()
{
    static Columns const columns = [] {
        Columns drawn;
        for (std::size_t i = 0; i < households; ++i) {
            auto const h = random_household(static_cast<std::uint32_t>(i));
            for (std::size_t field = 0; field < municipal_field_count; ++field) {
                drawn.values[field * households + i] = h.*municipal_fields[field];
            }
        }
        return drawn;
    }();
    return columns;
}

// Values inside the range of every field, switches on.
template <class Terms, std::size_t n>
Terms some_terms(TermField<Terms> const (&fields)[n], std::uint32_t round)
{
    Terms terms{};
    for (std::size_t k = 0; k < n; ++k) {
        auto const& field = fields[k];
        double const u = uniform(round, Stream::term, 0, static_cast<std::uint32_t>(k), 0, 0);
        double const highest = field.highest < 3'000 ? field.highest : 3'000;
        double const span = highest - field.lowest;
        field.of(terms) = field.unit == Unit::yes_no ? (u < 0.5 ? 0 : 1) : field.lowest + u * span;
    }
    terms.is_active = 1;
    terms.income_limit_share = 0.9 + 0.1 * static_cast<double>(round % 7);
    return terms;
}

// A household of the columns, with what those leave out.
MunicipalHousehold with_everything(MunicipalColumns const& columns, std::size_t i)
{
    auto h = household_at(columns, i);
    auto const pick = [&](std::uint32_t draw, std::int32_t high) {
        return between(-high, high, static_cast<std::uint32_t>(i), 200 + draw);
    };
    h.car_value_cents = std::max(0, pick(0, 600'000));
    h.alimony_cents_per_month = std::max(0, pick(1, 30'000));
    h.net_childcare_cents_per_month = std::max(0, pick(2, 80'000));
    h.is_entrepreneur = pick(3, 2) > 0 ? 1 : 0;
    h.given_expenses_cents_per_month = std::max(0, pick(4, 300'000));
    return h;
}

}  // namespace

TEST(Columns, HoldEveryFieldOfAHouseholdOnce)
{
    EXPECT_EQ(municipal_field_count * sizeof(std::int32_t), sizeof(MunicipalHousehold));
    for (std::size_t a = 0; a < municipal_field_count; ++a) {
        MunicipalHousehold h{};
        h.*municipal_fields[a] = -7;
        for (std::size_t b = 0; b < municipal_field_count; ++b) {
            EXPECT_EQ(h.*municipal_fields[b] == -7, a == b);
        }
    }
}

TEST(Columns, GiveBackTheHouseholdOfTheirRow)
{
    auto const columns = random_columns().all();
    for (std::size_t const i : {std::size_t{0}, std::size_t{123'456}, households - 1}) {
        auto const expected = random_household(static_cast<std::uint32_t>(i));
        auto const found = household_at(columns, i);
        for (auto const field : municipal_fields) {
            EXPECT_EQ(found.*field, expected.*field);
        }
    }
}

TEST(Evaluate, DecidesEachOfAMillionHouseholdsAsTheRuleDoesForOne)
{
    auto const columns = random_columns().all();
    std::vector<std::int32_t> eligible(households);
    std::vector<std::int32_t> cents(households);
    for_each_scheme([&](auto scheme, auto) {
        using S = decltype(scheme);
        for (std::uint32_t round = 1; round <= 2; ++round) {
            auto const terms = some_terms(S::fields, round);
            std::int64_t granted = 0;

            evaluate<S>(columns, households, terms, eligible.data(), cents.data());

            for (std::size_t i = 0; i < households; ++i) {
                auto const one = S::entitlement(household_at(columns, i), terms);
                ASSERT_EQ(eligible[i], one.is_eligible) << S::key << ", household " << i;
                ASSERT_EQ(cents[i], one.cents_per_year) << S::key << ", household " << i;
                ASSERT_GE(cents[i], 0) << S::key << ", household " << i;
                ASSERT_TRUE(one.cents_per_year == 0 || one.is_eligible == 1) << S::key << ", household " << i;
                granted += cents[i] > 0 ? 1 : 0;
            }

            EXPECT_GT(granted, 100) << S::key << " is hardly tried";
            EXPECT_LT(granted, static_cast<std::int64_t>(households) - 1'000)
                << S::key << " is hardly refused";
        }
    });
}

TEST(Evaluate, WritesTheRowsOfItsBlockOnly)
{
    auto columns = random_columns().all();
    std::vector<std::int32_t> eligible(10, -1);
    std::vector<std::int32_t> cents(10, -1);

    evaluate<child_package::Scheme>(columns, 7, child_package::Terms{1, 1.3, 590}, eligible.data(),
                                    cents.data());

    for (std::size_t i = 0; i < 10; ++i) {
        EXPECT_EQ(eligible[i] == -1, i >= 7);
        EXPECT_EQ(cents[i] == -1, i >= 7);
    }
}

// For every scheme: who passes under a limit passes under a higher one, and is granted no less.
TEST(Evaluate, ReachesNobodyLessUnderAHigherLimit)
{
    auto const columns = random_columns().all();
    for_each_scheme([&](auto scheme, auto) {
        using S = decltype(scheme);
        auto lower = some_terms(S::fields, 1);
        auto higher = lower;
        higher.income_limit_share += 0.1;
        for (std::size_t i = 0; i < 200'000; ++i) {
            auto const h = household_at(columns, i);
            auto const before = S::entitlement(h, lower);
            auto const after = S::entitlement(h, higher);
            ASSERT_GE(after.is_eligible, before.is_eligible) << S::key << ", household " << i;
            ASSERT_GE(after.cents_per_year, before.cents_per_year) << S::key << ", household " << i;
        }
    });
}

// What the scheme says of each term, and that together they give the widest.
TEST(Widest, HoldsEverybodyWhomAnyTermsReach)
{
    auto const columns = random_columns().all();
    for_each_scheme([&](auto scheme, auto) {
        using S = decltype(scheme);
        std::int64_t left_out = 0;
        for (std::uint32_t round = 1; round <= 12; ++round) {
            std::vector<typename S::Terms> all;
            for (std::uint32_t package = 0; package < 3; ++package) {
                all.push_back(some_terms(S::fields, 100 * round + package));
            }
            auto widest = all[0];
            for (auto const& terms : all) {
                ASSERT_TRUE(widen<S>(widest, terms)) << S::key;
            }
            for (std::size_t i = 0; i < 20'000; ++i) {
                auto const h = with_everything(columns, i * 37 % households);
                bool const is_reached = S::entitlement(h, widest).is_eligible != 0;
                left_out += is_reached ? 0 : 1;
                for (auto const& terms : all) {
                    ASSERT_TRUE(is_reached || S::entitlement(h, terms).is_eligible == 0)
                        << S::key << ", household " << i;
                }
            }
        }
        EXPECT_GT(left_out, 1'000) << S::key << " leaves nobody out";
    });
}

TEST(EachTerm, NeverDoesToEligibilityWhatItsSchemeDenies)
{
    auto const columns = random_columns().all();
    for_each_scheme([&](auto scheme, auto) {
        using S = decltype(scheme);
        std::uint32_t round = 1;
        for (auto const& field : S::fields) {
            ASSERT_NE(field.effect, Effect::unknown) << S::key << '.' << field.name;
            for (std::uint32_t tried = 0; tried < 4; ++tried) {
                auto const lower = some_terms(S::fields, ++round);
                auto higher = lower;
                field.of(higher) = field.unit == Unit::yes_no ? 1 : field.of(lower) * 1.1;
                for (std::size_t i = 0; i < 10'000; ++i) {
                    auto const h = with_everything(columns, (i + round) * 53 % households);
                    bool const before = S::entitlement(h, lower).is_eligible != 0;
                    bool const after = S::entitlement(h, higher).is_eligible != 0;
                    ASSERT_TRUE(field.effect == Effect::widens ? after || !before : before || !after)
                        << S::key << '.' << field.name << ", household " << i;
                }
            }
        }
    });
}

TEST(FieldsRead, AreAllThatASchemeLooksAt)
{
    auto const columns = random_columns().all();
    for_each_scheme([&](auto scheme, auto) {
        using S = decltype(scheme);
        ASSERT_GT(S::reads.size(), 1U) << S::key;
        for (std::uint32_t round = 1; round <= 4; ++round) {
            auto const terms = some_terms(S::fields, round);
            for (std::size_t i = 0; i < 20'000; ++i) {
                auto h = with_everything(columns, i + 1'000 * round);
                auto const before = S::entitlement(h, terms);
                std::uint32_t draw = 0;
                for (auto const field : municipal_fields) {
                    ++draw;
                    if (std::find(S::reads.begin(), S::reads.end(), field) == S::reads.end()) {
                        h.*field = between(-1, 500'000, static_cast<std::uint32_t>(i), draw);
                    }
                }
                auto const after = S::entitlement(h, terms);
                ASSERT_EQ(after.is_eligible, before.is_eligible) << S::key << ", household " << i;
                ASSERT_EQ(after.cents_per_year, before.cents_per_year) << S::key << ", household " << i;
            }
        }
    });
}

TEST(EarlierCash, DoesToEachSchemeWhatItSays)
{
    auto const columns = random_columns().all();
    for_each_scheme([&](auto scheme, auto) {
        using S = decltype(scheme);
        ASSERT_NE(S::earlier_cash, EarlierCash::unknown) << S::key;
        for (std::uint32_t round = 1; round <= 4; ++round) {
            auto const terms = some_terms(S::fields, round);
            for (std::size_t i = 0; i < 50'000; ++i) {
                auto h = with_everything(columns, i);
                h.cash_support_cents_per_year = 0;
                auto const without = S::entitlement(h, terms);
                h.cash_support_cents_per_year = static_cast<std::int32_t>(1 + i % 300'000);
                auto const with = S::entitlement(h, terms);
                if (S::earlier_cash == EarlierCash::narrows) {
                    ASSERT_LE(with.is_eligible, without.is_eligible) << S::key << ", household " << i;
                } else {
                    ASSERT_EQ(with.is_eligible, without.is_eligible) << S::key << ", household " << i;
                    ASSERT_EQ(with.cents_per_year, without.cents_per_year) << S::key << ", household " << i;
                }
            }
        }
    });
}

}  // namespace minimasim::rules
