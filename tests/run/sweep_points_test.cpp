#include "sim/run/sweep/points.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "sim/base/error.hpp"
#include "sim/run/sweep/estimate.hpp"
#include "sim/run/sweep/sobol.hpp"
#include "sim/run/sweep/sweep.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::run {

namespace {

using testing::HasSubstr;

std::filesystem::path const source_folder = MINIMASIM_SOURCE_DIR;

Workspace const& assen()
{
    static auto const workspace =
        read_workspace({source_folder / "data", source_folder / "scenarios"}, "GM0106");
    return workspace;
}

SweepPoints points_of(std::string const& text)
{
    report::test::TemporaryFolder const folder;
    auto const file = folder.path() / "plan.toml";
    report::test::put_bytes(file, "title = \"Plan\"\n" + text);
    return {assen(), input::read_sweep_plan(file, source_folder / "scenarios"), std::nullopt};
}

std::string refusal_of(std::string const& text)
{
    try {
        auto const points = points_of(text);
        check_size(points, estimate_of(assen(), points.size(), 20, 2), 20, 2);
    } catch (InputError const& error) {
        return error.what();
    }
    return "";
}

double value_in(Package const& package, char const* scheme, char const* term)
{
    return term_value(package.policy.policy, scheme, term);
}

}  // namespace

TEST(Sobol, GivesThePointsOfJoeAndKuo)
{
    // The first ten points of their example in three dimensions (sobol.cc, 2008).
    double const expected[10][3] = {{0, 0, 0},
                                    {0.5, 0.5, 0.5},
                                    {0.75, 0.25, 0.25},
                                    {0.25, 0.75, 0.75},
                                    {0.375, 0.375, 0.625},
                                    {0.875, 0.875, 0.125},
                                    {0.625, 0.125, 0.875},
                                    {0.125, 0.625, 0.375},
                                    {0.1875, 0.3125, 0.9375},
                                    {0.6875, 0.8125, 0.4375}};
    SobolSequence const sequence(source_folder / "data", 3);

    for (std::size_t i = 0; i < 10; ++i) {
        for (std::size_t d = 0; d < 3; ++d) {
            EXPECT_EQ(sequence.bits(i, d) / 4294967296.0, expected[i][d]) << i << ", " << d;
        }
    }
}

TEST(Sobol, PutsOnePointInEveryIntervalOfEveryDimension)
{
    constexpr std::size_t dimensions = 64;
    SobolSequence const sequence(source_folder / "data", dimensions);

    for (std::size_t d = 0; d < dimensions; ++d) {
        std::set<int> intervals;
        for (std::uint64_t i = 0; i < 256; ++i) {
            intervals.insert(static_cast<int>(sequence.shifted(i, d, 1) * 256));
        }
        EXPECT_EQ(intervals.size(), 256U) << d;
    }
    EXPECT_THROW(SobolSequence(source_folder / "data", dimensions + 1), InputError);
}

TEST(SweepPoints, OfAGridAreAllCombinationsTheLastTermFastest)
{
    auto const points = points_of(
        "based_on = [\"limits-130\"]\n"
        "[grid]\nincome_supplement.amount_single = [349, 500]\ntake_up.child_package = [0.8, 0.9, 1.0]\n");

    ASSERT_EQ(points.size(), 6U);
    EXPECT_EQ(points.value(0, 0), 349);
    EXPECT_EQ(points.value(1, 1), 0.9);
    EXPECT_EQ(points.value(4, 0), 500);
    auto const package = points.package(5);
    EXPECT_EQ(value_in(package, "income_supplement", "amount_single"), 500);
    EXPECT_EQ(value_in(package, "adult_fund", "income_limit_share"), 1.3) << "of what the plan builds on";
    ASSERT_EQ(package.take_up.size(), 1U);
    EXPECT_EQ(package.take_up[0].value, 1.0);
    EXPECT_EQ(points.value_in_baseline(0), 349);
    EXPECT_TRUE(std::isnan(points.value_in_baseline(1)));
}

TEST(SweepPoints, OfAListLeaveWhatTheyDoNotName)
{
    auto const points = points_of(
        "[list]\npoints = [{ income_supplement.amount_single = 400 }, { take_up.child_package = 0.9 }]\n");

    EXPECT_EQ(points.value(1, 0), 349);
    EXPECT_TRUE(std::isnan(points.value(0, 1)));
    EXPECT_TRUE(points.package(0).take_up.empty());
}

TEST(SweepPoints, OfADesignLieInTheirRangesOnRoundValues)
{
    auto const points = points_of(
        "[design]\nkind = \"sobol\"\npoints = 512\n[range]\nincome_supplement.amount_single = [300, 600]\n"
        "income_supplement.years_on_low_income = [1, 5]\nchild_package.income_limit_share = [1.2, 1.5]\n");

    std::set<double> years;
    for (std::uint64_t point = 0; point < points.size(); ++point) {
        EXPECT_GE(points.value(point, 0), 300);
        EXPECT_LE(points.value(point, 0), 600);
        EXPECT_NEAR(points.value(point, 0) * 100, std::round(points.value(point, 0) * 100), 1e-6);
        years.insert(points.value(point, 1));
    }
    EXPECT_THAT(years, testing::ElementsAre(1, 2, 3, 4, 5));
}

TEST(SweepPoints, AreRefusedWhenAValueIsOutOfRangeOrUnlawfulWithTheArticle)
{
    auto const refusal = refusal_of(
        "[grid]\nlocal_tax_waiver.income_limit_share = [1.0, 1.2]\nchild_package.income_limit_share = [130]\n"
        "child_pakkage.income_limit_share = [1.3]\nincome_supplement.amount = [500]\n"
        "take_up.nothing = [0.5]\n");

    EXPECT_THAT(refusal, HasSubstr("plan.toml:3: local_tax_waiver.income_limit_share = 1.2 is not lawful: "));
    EXPECT_THAT(refusal, HasSubstr("art."));
    EXPECT_THAT(refusal, HasSubstr("plan.toml:4: child_package.income_limit_share is 130, outside"));
    EXPECT_THAT(refusal, HasSubstr("Did you mean child_package?"));
    EXPECT_THAT(refusal, HasSubstr("income_supplement has no term amount"));
    EXPECT_THAT(refusal, HasSubstr("take_up names nothing"));
    EXPECT_THAT(
        refusal_of("[design]\nkind = \"sobol\"\npoints = 4\n[range]\nchild_package.is_active = [0, 1]\n"),
        HasSubstr("is a switch"));
}

TEST(SweepPoints, TooManyAreRefusedWithTheirNumberTimeAndBytes)
{
    std::string values = "[100";
    for (int i = 1; i < 100; ++i) {
        values += ", " + std::to_string(100 + i);
    }
    std::string text = "[grid]\n";
    for (auto const* term : {"income_supplement.amount_single", "income_supplement.amount_couple",
                             "income_supplement.amount_single_parent", "child_package.amount_per_child",
                             "goods_scheme.savings_limit", "tailored_budget.mean_grant"}) {
        text += std::string(term) + " = " + values + "]\n";
    }

    EXPECT_THAT(refusal_of(text), testing::AllOf(HasSubstr("1,000,000,000,000 points"), HasSubstr("years"),
                                                 HasSubstr("PB on disk"), HasSubstr("at most 250,000")));
}

TEST(Shards, CoverEveryPointOnce)
{
    for (std::size_t const count : {1U, 3U, 4U, 7U, 20U}) {
        std::size_t next = 0;
        for (std::size_t number = 1; number <= count; ++number) {
            Shard const shard{number, count};
            EXPECT_EQ(shard.begin(13), next);
            next = shard.end(13);
        }
        EXPECT_EQ(next, 13U) << count;
    }
}

TEST(Shards, AreReadOrRefused)
{
    EXPECT_EQ(read_shard("2/4").number, 2U);
    for (auto const* text : {"5/4", "0/4", "2", "2/", "/4", "a/b", "1/0", "-1/4", "1/4x", "1/999999999"}) {
        EXPECT_THROW(read_shard(text), InputError) << text;
    }
}

TEST(Shards, ThatAreMissingReadAsAnArrayOfSlurm)
{
    EXPECT_EQ(array_expression({1, 4, 5, 6}), "1,4-6");
    EXPECT_EQ(array_expression({2}), "2");
    EXPECT_EQ(array_expression({}), "");
}

}  // namespace minimasim::run
