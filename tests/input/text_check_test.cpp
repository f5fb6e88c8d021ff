#include "sim/input/text_check.hpp"

#include <gtest/gtest.h>

namespace minimasim::input {
namespace {

TEST(TextCheck, FindsClaimsOfCauseAndEffect)
{
    EXPECT_EQ(faults_in("De aanpak is BEWEZEN goed.", {}).size(), 1U);
    EXPECT_EQ(faults_in("Meer geld leidt tot minder schulden.", {}).size(), 1U);
    EXPECT_EQ(faults_in("More money leads to fewer debts; that is proven.", {}).size(), 2U);
    EXPECT_TRUE(faults_in("Wat kost het, wie bereikt het?", {}).empty());
    EXPECT_TRUE(faults_in("De onbewezen aanpak", {}).empty());
}

TEST(TextCheck, FindsAnAmountWithoutIntervalOrSource)
{
    auto const faults = faults_in("Dit kost 113.000 euro.", {});

    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].kind, TextFault::Kind::amount);
    EXPECT_EQ(faults[0].words, "113.000 euro");
    EXPECT_EQ(faults_in("It saves € 12,5 miljoen a year", {}).size(), 1U);
    EXPECT_EQ(faults_in("ongeveer 2 miljoen euro", {}).size(), 1U);
}

TEST(TextCheck, AllowsAmountsOfThePackageWithIntervalOrWithSource)
{
    EXPECT_TRUE(faults_in("Inkomenstoeslag naar 500 euro", {500}).empty());
    EXPECT_TRUE(faults_in("Kost € 1.725.000", {1'725'000}).empty());
    EXPECT_TRUE(faults_in("Dit kost tussen 47.000 en 197.000 euro.", {}).empty());
    EXPECT_TRUE(faults_in("Dit kost tussen € 47.000 en € 197.000.", {}).empty());
    EXPECT_TRUE(faults_in("De nota noemt 800.000 euro.", {}).empty());
    EXPECT_EQ(faults_in("De nota noemt niets. Dit kost 800.000 euro.", {}).size(), 1U)
        << "the source stands in another sentence";
    EXPECT_TRUE(faults_in("De grens gaat van 120 naar 130 %, vanaf 21 jaar.", {}).empty());
}

TEST(TextCheck, IsPassedByEveryShippedScenario)
{
    std::filesystem::path const folder = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "scenarios";
    std::size_t checked = 0;
    for (auto const& file : scenario_files(folder)) {
        for (auto const& problem : text_problems(read_scenario(file, folder))) {
            ADD_FAILURE() << to_text(problem);
        }
        ++checked;
    }
    EXPECT_GE(checked, 15U);
}

TEST(TextCheck, SaysInWhichLineAndKey)
{
    Scenario scenario;
    scenario.own.file = "mine.toml";
    scenario.own.text = "title = \"x\"\ntitle_en = \"y\"\nremark = \"bewezen\"\n";
    scenario.own.title = "x";
    scenario.own.remark = "bewezen";

    auto const problems = text_problems(scenario);

    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].line, 3);
    EXPECT_NE(problems[0].what.find("remark says \"bewezen\""), std::string::npos);
}

TEST(Decision, OfAScenarioHasAStatusAndADateThatAreKnown)
{
    std::filesystem::path const folder = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "scenarios";

    auto const scenario = read_scenario_file(folder / "limits-130.toml");

    EXPECT_EQ(scenario.decision_status, "option");
    EXPECT_EQ(scenario.decision_date, "2025-06");
}

}  // namespace
}  // namespace minimasim::input
