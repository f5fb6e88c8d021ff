#include "sim/input/sweep_plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/base/error.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::input {

namespace {

using testing::HasSubstr;

std::filesystem::path const shipped = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "scenarios";

SweepPlan read(std::string const& text)
{
    report::test::TemporaryFolder const folder;
    auto const file = folder.path() / "plan.toml";
    report::test::put_bytes(file, "title = \"Plan\"\n" + text);
    return read_sweep_plan(file, shipped);
}

std::string refusal_of(std::string const& text)
{
    try {
        read(text);
    } catch (InputError const& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST(SweepPlan, AGridHasTermsInTheOrderOfTheFile)
{
    auto const plan = read(
        "[grid]\nincome_supplement.amount_single = [349, 500]\nadult_fund.income_limit_share = [1.2]\n"
        "take_up.child_package = [0.9, 1.0]\nincome_supplement.is_active = [true, false]\n");

    ASSERT_EQ(plan.terms.size(), 4U);
    EXPECT_EQ(plan.kind, SweepPlan::Kind::grid);
    EXPECT_EQ(plan.terms[0].name(), "income_supplement.amount_single");
    EXPECT_THAT(plan.terms[0].values, testing::ElementsAre(349, 500));
    EXPECT_EQ(plan.terms[0].place.line, 3);
    EXPECT_EQ(plan.terms[1].name(), "income_supplement.is_active");
    EXPECT_THAT(plan.terms[1].values, testing::ElementsAre(1, 0));
    EXPECT_EQ(plan.terms[2].name(), "adult_fund.income_limit_share");
    EXPECT_TRUE(plan.terms[3].is_take_up());
}

TEST(SweepPlan, AListStatesItsPoints)
{
    auto const plan = read(
        "[list]\npoints = [\n{ income_supplement.amount_single = 400 },\n"
        "{ income_supplement.amount_single = 450, take_up.child_package = 0.9 },\n]\n");

    ASSERT_EQ(plan.list.size(), 2U);
    EXPECT_EQ(plan.kind, SweepPlan::Kind::list);
    EXPECT_EQ(plan.list[0].size(), 1U);
    EXPECT_EQ(plan.list[1].size(), 2U);
    EXPECT_EQ(plan.list[1][0].second, 450);
}

TEST(SweepPlan, ADesignHasRangesAPlanAlsoWhatAScenarioHas)
{
    auto const plan = read(
        "based_on = [\"limits-130\"]\ndate = 2025-07-01\nex_officio = [\"income_supplement\"]\n"
        "[changes]\nadult_fund.income_limit_share = 1.4\n"
        "[design]\nkind = \"sobol\"\npoints = 1024\nseed = 7\n"
        "[range]\nchild_package.income_limit_share = [1.2, 1.5]\n");

    EXPECT_EQ(plan.design_points, 1024U);
    EXPECT_EQ(plan.design_seed, 7U);
    EXPECT_THAT(plan.terms[0].values, testing::ElementsAre(1.2, 1.5));
    EXPECT_THAT(plan.scenario.parts, testing::ElementsAre("limits-130", "plan"));
    EXPECT_EQ(plan.scenario.changes.back().value, 1.4);
}

TEST(SweepPlan, ALineOfAThousandValuesIsAccepted)
{
    std::string values = "1.001";
    for (int i = 2; i < 1000; ++i) {
        values += ", 1." + std::to_string(1000 + i);
    }

    EXPECT_EQ(read("[grid]\nadult_fund.income_limit_share = [" + values + "]\n").terms[0].values.size(),
              999U);
}

TEST(SweepPlan, IsRefusedWithTheLineAndWhatWasMeant)
{
    EXPECT_THAT(refusal_of(""), HasSubstr("has no points"));
    EXPECT_THAT(refusal_of("[grid]\n"), HasSubstr("plan.toml:2: [grid] is empty"));
    EXPECT_THAT(refusal_of("[grid]\nchild_package.income_limit_share = []\n"),
                HasSubstr("plan.toml:3: child_package.income_limit_share is an empty list"));
    EXPECT_THAT(refusal_of("[grid]\nchild_package.income_limit_share = 1.2\n"), HasSubstr("is not a list"));
    EXPECT_THAT(refusal_of("[grid]\nchild_package.income_limit_share = [1.2, 1.2]\n"), HasSubstr("twice"));
    EXPECT_THAT(refusal_of("[grid]\nchild_package.income_limit_share = [\"130 %\"]\n"),
                HasSubstr("130 % is 1.30"));
    EXPECT_THAT(refusal_of("[grid]\nchild_package = [1.2]\n"), HasSubstr("not of the form scheme.term"));
    EXPECT_THAT(refusal_of("[grid]\ntake_up.child_package = [1.2]\n"), HasSubstr("outside 0 to 1"));
    EXPECT_THAT(refusal_of("[gird]\na.b = [1]\n"), HasSubstr("Did you mean grid?"));
    EXPECT_THAT(refusal_of("[grid]\na.b = [1]\n[list]\npoints = [{ a.b = 1 }]\n"),
                HasSubstr("in more than one way"));
    EXPECT_THAT(refusal_of("[list]\npoints = []\n"), HasSubstr("list has no points"));
    EXPECT_THAT(refusal_of("[design]\nkind = \"sobol\"\npoints = 8\n"), HasSubstr("needs both [design]"));
    EXPECT_THAT(refusal_of("[design]\nkind = \"latin\"\npoints = 0\n[range]\na.b = [2, 1]\n"),
                testing::AllOf(HasSubstr("points is not a whole number"), HasSubstr("kind of a design"),
                               HasSubstr("not below its highest")));
}

}  // namespace minimasim::input
