#include "sim/takeup/needs.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace minimasim::takeup {

namespace {

constexpr std::uint32_t households = 200'000;

rules::MunicipalTerms example_terms()
{
    rules::MunicipalTerms terms{};
    auto& special = rules::terms_of<rules::special_assistance::Scheme>(terms);
    special.need_share = 0.4;
    special.administration_share = 0.25;
    special.administration_cost = 1'560;
    special.general_cost = 1'000;
    auto& goods = rules::terms_of<rules::goods_scheme::Scheme>(terms);
    goods.need_share = 0.15;
    goods.mean_grant = 600;
    auto& crisis = rules::terms_of<rules::tailored_budget::Scheme>(terms);
    crisis.need_share = 0.02;
    crisis.mean_grant = 1'000;
    return terms;
}

// Frequency, mean and bounds of one need over many households.
struct Statistics {
    double share = 0;
    double mean_euro = 0;
    double lowest_euro = 1e9;
    double highest_euro = 0;
};

template <class Pick>
Statistics statistics_of(rules::MunicipalTerms const& terms, Pick const& pick)
{
    Statistics statistics;
    int count = 0;
    for (std::uint32_t i = 0; i < households; ++i) {
        double const euro = pick(draw_needs(terms, 1, 0, i, 0)) / 100.0;
        if (euro > 0) {
            ++count;
            statistics.mean_euro += euro;
            statistics.lowest_euro = std::min(statistics.lowest_euro, euro);
            statistics.highest_euro = std::max(statistics.highest_euro, euro);
        }
    }
    statistics.share = static_cast<double>(count) / households;
    statistics.mean_euro /= count;
    return statistics;
}

std::int32_t special(Needs const& needs)
{
    return needs.special_cents_per_year;
}
std::int32_t goods(Needs const& needs)
{
    return needs.goods_cents_per_year;
}
std::int32_t crisis(Needs const& needs)
{
    return needs.crisis_cents_per_year;
}

}  // namespace

TEST(Needs, AriseAsOftenAsTheirShareAndCostTheirMean)
{
    auto const of_goods = statistics_of(example_terms(), goods);
    auto const of_crises = statistics_of(example_terms(), crisis);

    EXPECT_NEAR(of_goods.share, 0.15, 0.003);
    EXPECT_NEAR(of_goods.mean_euro, 600, 6);
    EXPECT_NEAR(of_crises.share, 0.02, 0.001);
    EXPECT_NEAR(of_crises.mean_euro, 1'000, 20);
}

TEST(Needs, AreSpreadFromAQuarterToOneAndThreeQuartersOfTheMean)
{
    auto const of_goods = statistics_of(example_terms(), goods);

    EXPECT_GE(of_goods.lowest_euro, 150);
    EXPECT_LT(of_goods.lowest_euro, 152);
    EXPECT_LE(of_goods.highest_euro, 1'050);
    EXPECT_GT(of_goods.highest_euro, 1'048);
}

TEST(Needs, OfAdministrationHaveOneTariff)
{
    auto terms = example_terms();
    rules::terms_of<rules::special_assistance::Scheme>(terms).administration_share = 1;

    auto const all = statistics_of(terms, special);

    EXPECT_NEAR(all.share, 0.4, 0.005);
    EXPECT_EQ(all.lowest_euro, 1'560);
    EXPECT_EQ(all.highest_euro, 1'560);
}

TEST(Needs, OfSpecialAssistanceHaveTheMeanOfBothKinds)
{
    auto const all = statistics_of(example_terms(), special);

    EXPECT_NEAR(all.mean_euro, 0.25 * 1'560 + 0.75 * 1'000, 6);
}

TEST(Needs, AreNeverThereForAShareOfZeroAndAlwaysForAShareOfOne)
{
    auto terms = example_terms();
    rules::terms_of<rules::goods_scheme::Scheme>(terms).need_share = 0;
    rules::terms_of<rules::tailored_budget::Scheme>(terms).need_share = 1;

    for (std::uint32_t i = 0; i < 10'000; ++i) {
        auto const needs = draw_needs(terms, 1, 0, i, 0);
        ASSERT_EQ(needs.goods_cents_per_year, 0);
        ASSERT_GT(needs.crisis_cents_per_year, 0);
    }
}

TEST(Needs, OfOneKindStayWhenAnotherBecomesMoreFrequent)
{
    auto more_crises = example_terms();
    rules::terms_of<rules::tailored_budget::Scheme>(more_crises).need_share = 0.5;
    rules::terms_of<rules::special_assistance::Scheme>(more_crises).need_share = 0.9;

    for (std::uint32_t i = 0; i < 20'000; ++i) {
        auto const before = draw_needs(example_terms(), 1, 0, i, 0);
        auto const after = draw_needs(more_crises, 1, 0, i, 0);
        ASSERT_EQ(before.goods_cents_per_year, after.goods_cents_per_year);
        ASSERT_TRUE(before.crisis_cents_per_year == 0 ||
                    before.crisis_cents_per_year == after.crisis_cents_per_year);
        ASSERT_TRUE(before.special_cents_per_year == 0 ||
                    before.special_cents_per_year == after.special_cents_per_year);
    }
}

TEST(Needs, OfAllHouseholdsAreThoseOfEachUnderAnyTerms)
{
    constexpr std::size_t few = 5'003;
    NeedDraws const draws(7, 3, 11, few);
    auto terms = example_terms();
    for (double const share : {0.0, 0.3, 1.0}) {
        rules::terms_of<rules::special_assistance::Scheme>(terms).administration_share = share;
        rules::terms_of<rules::goods_scheme::Scheme>(terms).need_share = share;
        std::vector<std::int32_t> of_special(few);
        std::vector<std::int32_t> of_goods(few);
        std::vector<std::int32_t> of_crises(few);

        draws.needs(terms, of_special.data(), of_goods.data(), of_crises.data());

        for (std::uint32_t i = 0; i < few; ++i) {
            auto const alone = draw_needs(terms, 7, 3, i, 11);
            ASSERT_EQ(of_special[i], alone.special_cents_per_year) << i;
            ASSERT_EQ(of_goods[i], alone.goods_cents_per_year) << i;
            ASSERT_EQ(of_crises[i], alone.crisis_cents_per_year) << i;
        }
    }
}

TEST(Needs, OfHouseholdsWithNumbersAreThoseOfTheNumbers)
{
    std::vector<std::uint32_t> const numbers{0, 5, 6, 4'000'000'000, 17};
    NeedDraws const draws(7, 3, 11, numbers);
    auto const terms = example_terms();
    std::vector<std::int32_t> of_special(numbers.size());
    std::vector<std::int32_t> of_goods(numbers.size());
    std::vector<std::int32_t> of_crises(numbers.size());

    draws.needs(terms, of_special.data(), of_goods.data(), of_crises.data());

    for (std::size_t i = 0; i < numbers.size(); ++i) {
        auto const alone = draw_needs(terms, 7, 3, numbers[i], 11);
        EXPECT_EQ(of_special[i], alone.special_cents_per_year);
        EXPECT_EQ(of_goods[i], alone.goods_cents_per_year);
        EXPECT_EQ(of_crises[i], alone.crisis_cents_per_year);
    }
}

}  // namespace minimasim::takeup
