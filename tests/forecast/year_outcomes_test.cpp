// Goals for reach: a rise from the policy year in the same replicate, in two readings, at most everybody.

#include "sim/forecast/year_outcomes.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

#include "sim/base/error.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::forecast {
namespace {

std::filesystem::path const data = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data";

constexpr std::size_t scheme = 1;

CountsOfYear reached(double recipients, double entitled)
{
    CountsOfYear counts{};
    counts[scheme * scheme_counts.size()] = entitled;
    counts[scheme * scheme_counts.size() + 1] = recipients;
    counts[scheme * scheme_counts.size() + 2] = recipients;
    return counts;
}

// Two years, two replicates: 60 and 40 of 100 in the policy year, and a package by what it comes to.
OutcomeInput example(CountsOfYear const& first, CountsOfYear const& second)
{
    OutcomeInput input;
    std::vector<CountsOfYear> const now{reached(60, 100), reached(40, 100)};
    input.counts = {{now, now}, {now, {first, second}}};
    input.years = {2025, 2030};
    input.packages = {"baseline", "package"};
    input.members = 1;
    input.given_take_up = {0, 0};
    return input;
}

Goal goal(Reading reading)
{
    Goal goal{"reach", "reach", 0.25, false, 2030, "nota"};
    goal.scheme = rules::schemes[scheme].key;
    goal.reading = reading;
    return goal;
}

ReachOutcome of_package(OutcomeInput const& input, Reading reading)
{
    auto const outcomes = reach_outcomes(input, {goal(reading)});
    EXPECT_EQ(outcomes.size(), 4U);
    EXPECT_EQ(outcomes.back().package, "package");
    EXPECT_EQ(outcomes.back().year, 2030);
    return outcomes.back();
}

TEST(ReachGoals, RiseFromThePolicyYearOfTheSameReplicate)
{
    auto const input = example(reached(150, 200), reached(98, 200));  // 75 % and 49 %

    auto const relative = of_package(input, Reading::relative);  // 75 % and 50 %
    EXPECT_EQ(relative.before.estimate, 0.5);
    EXPECT_EQ(relative.target.estimate, 0.625);
    EXPECT_EQ(relative.value.estimate, 0.62);
    EXPECT_EQ(relative.chance, 0.5);
    auto const points = of_package(input, Reading::points);  // 85 % and 65 %
    EXPECT_EQ(points.target.estimate, 0.75);
    EXPECT_EQ(points.chance, 0);
    EXPECT_FALSE(points.exceeds_everybody);
}

TEST(ReachGoals, AreNotMetWhereTheyWouldTakeMoreThanEverybody)
{
    auto input = example(reached(100, 100), reached(100, 100));
    input.counts[0][0] = input.counts[0][1] = {reached(95, 100), reached(96, 100)};

    for (auto const reading : {Reading::relative, Reading::points}) {
        auto const outcome = of_package(input, reading);
        EXPECT_TRUE(outcome.exceeds_everybody);
        EXPECT_EQ(outcome.target.estimate, 1);
        EXPECT_EQ(outcome.chance, 0);
    }
}

TEST(ReachGoals, AreNotMetByASchemeThatIsGone)
{
    auto const outcome = of_package(example(reached(0, 0), reached(0, 0)), Reading::relative);

    EXPECT_TRUE(std::isnan(outcome.value.estimate));
    EXPECT_EQ(outcome.chance, 0);
}

TEST(YearOutcomes, LeaveOutSchemesThatNobodyIsEntitledTo)
{
    auto const outcomes = year_outcomes(example(reached(75, 100), reached(50, 100)));

    std::size_t of_schemes = 0;
    for (auto const& outcome : outcomes) {
        EXPECT_TRUE(outcome.scheme.empty() || outcome.scheme == rules::schemes[scheme].key);
        of_schemes += !outcome.scheme.empty();
    }
    EXPECT_EQ(of_schemes, 2U * 2U * 4U);
}

TEST(Goals, OfTheMunicipalityAreRead)
{
    auto const goals = read_goals(data / "municipalities" / "GM0106" / "goals.csv");

    std::size_t relative = 0;
    for (auto const& goal : goals) {
        relative += goal.reading == Reading::relative;
        EXPECT_EQ(goal.reading == Reading::level, goal.scheme.empty());
    }
    EXPECT_EQ(relative, 7U);  // every scheme of the policy note
}

TEST(Goals, AreRefusedWithAllTheirProblems)
{
    report::test::TemporaryFolder const folder;
    auto const file = folder.path() / "goals.csv";
    std::ofstream(file) << "goal,indicator,scheme,at,value,reading,year,source\n"
                           "reach,reach,child_pakcage,least,0.25,relative,2030,nota\n"
                           "reach,reach,child_package,least,0.25,percent,2030,nota\n"
                           "debts,problem_debts_share,,highest,0.04,level,2030,nota\n"
                           "debts,problem_debts_share,,most,0.04,points,2030,nota\n";
    try {
        read_goals(file);
        FAIL() << "read";
    } catch (InputError const& fault) {
        ASSERT_EQ(fault.problems().size(), 4U);
        EXPECT_NE(fault.problems()[0].what.find("names a scheme (child_pakcage)"), std::string::npos);
        EXPECT_NE(fault.problems()[1].what.find("reading is percent"), std::string::npos);
        EXPECT_NE(fault.problems()[2].what.find("at is highest"), std::string::npos);
        EXPECT_NE(fault.problems()[3].what.find("its goal is a level"), std::string::npos);
    }
}

}  // namespace
}  // namespace minimasim::forecast
