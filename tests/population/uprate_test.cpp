#include "sim/population/uprate.hpp"

#include <gtest/gtest.h>

#include "sim/base/error.hpp"

namespace minimasim::population {
namespace {

Evidence const& assen()
{
    static Evidence const evidence =
        read_evidence(std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data", "GM0106");
    return evidence;
}

TEST(FactorsBetween, FollowTheSeriesFromMid2023ToMid2025)
{
    auto const f = factors_between(assen(), {2023, 7, 1}, {2025, 7, 1});

    EXPECT_DOUBLE_EQ(f.wage, 1.066 * 1.05);
    EXPECT_DOUBLE_EQ(f.rent_social, 1.056 * 1.051);
    EXPECT_DOUBLE_EQ(f.rent_private, 1.05 * 1.044);
    EXPECT_DOUBLE_EQ(f.liquid_assets, 1.033 * 1.033);
    EXPECT_EQ(f.mortgage, 1);
}

TEST(FactorsBetween, AreOneWithinAYearFromJulyOn)
{
    auto const f = factors_between(assen(), {2023, 7, 1}, {2024, 6, 30});

    EXPECT_EQ(f.wage, 1);
    EXPECT_EQ(f.energy, 1);
}

TEST(FactorsBetween, RunBackAsTheyRunForward)
{
    auto const there = factors_between(assen(), {2023, 7, 1}, {2025, 7, 1});
    auto const back = factors_between(assen(), {2025, 7, 1}, {2023, 7, 1});

    EXPECT_NEAR(there.pension * back.pension, 1, 1e-12);
}

TEST(FactorsBetween, RefuseAYearWithoutIndexAndAssumption)
{
    EXPECT_THROW(factors_between(assen(), {2023, 7, 1}, {2031, 7, 1}), ModelError);
}

TEST(Uprated, RoundsToCentsAndRaisesRentByTenure)
{
    Population p;
    p.person_begin = {0, 1};
    p.type = {HouseholdType::one_person};
    p.tenure = {Tenure::rent_social};
    p.rent_cents_per_month = {58'201};
    p.persons.age = {40};
    p.persons.wage_cents_per_year = {3'000'001};
    UpratingFactors f;
    f.wage = 1.1;
    f.rent_social = 1.05;
    f.rent_private = 2;

    auto const later = uprated(p, f);

    EXPECT_EQ(later.persons.wage_cents_per_year[0], 3'300'001);
    EXPECT_EQ(later.rent_cents_per_month[0], 61'111);
}

}  // namespace
}  // namespace minimasim::population
