#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/command_line/program.hpp"

// What a run says of the changes of its packages.
namespace minimasim {

namespace {

using namespace test;
using testing::AllOf;
using testing::HasSubstr;

Outcome run_of(std::string const& text, std::vector<std::string> more = {})
{
    TemporaryFolder const folder;
    put_bytes(folder.path() / "mine.toml", text);
    give_populations(folder.path() / "out");
    more.insert(more.begin(), (folder.path() / "mine.toml").string());
    return minimasim(small_run(folder.path() / "out", more));
}

constexpr char const* from_2027 =
    "title = \"Later\"\n[changes.\"2027-01-01\"]\nincome_supplement.amount_single = 900\n";

nlohmann::json mine_of(Outcome const& run)
{
    EXPECT_EQ(run.exit_code, 0) << run.errors;
    return nlohmann::json::parse(run.output).at("packages").at(1);
}

}  // namespace

TEST(AChangeOf2027, ChangesNothingIn2026AndIsRefusedUnlessItSaysSo)
{
    auto const refused = run_of(from_2027, {"--date", "2026-01-01"});

    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_THAT(refused.errors, AllOf(HasSubstr("mine.toml"), HasSubstr("changes nothing on 2026-01-01"),
                                      HasSubstr("2027-01-01"), HasSubstr("changes_nothing = true")));

    auto const mine = mine_of(
        run_of(std::string("changes_nothing = true\n") + from_2027, {"--date", "2026-01-01", "--json"}));
    for (auto const* outcome : {"extra_cost_per_year", "change_in_poor_persons",
                                "change_in_poverty_gap_per_year", "newly_entitled_households"}) {
        for (auto const* number : {"estimate", "low", "high"}) {
            EXPECT_EQ(mine.at(outcome).at(number), 0) << outcome;
        }
    }
    EXPECT_EQ(mine.at("lint").at(0).at("touched_households"), 0);
}

TEST(APackage, ThatNoHouseholdNoticesIsRefused)
{
    auto const refused = run_of("title = \"x\"\n[changes]\nenergy_allowance.amount = 5\n");

    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_THAT(refused.errors, HasSubstr("no household notices"));
}

TEST(Run, SaysWhomEachChangeTouchesAndWhoLoses)
{
    auto const mine =
        mine_of(run_of("title = \"x\"\n[changes]\nchild_package.amount_per_child = 700\n"
                       "goods_scheme.income_limit_share = 1.1\n",
                       {"--json"}));
    auto const& lint = mine.at("lint");

    ASSERT_EQ(lint.size(), 3U);
    EXPECT_EQ(lint[0].at("direction"), "mixed");
    EXPECT_EQ(lint[1].at("direction"), "restriction");
    EXPECT_GT(lint[1].at("no_longer_entitled_households"), 0);
    EXPECT_EQ(lint[2].at("change"), "child_package.amount_per_child: 590 -> 700");
    EXPECT_GT(lint[2].at("gaining_households"), 500);
    EXPECT_EQ(lint[2].at("losing_households"), 0);
}

TEST(Run, PrintsTornadoAndShareOfVarianceOfAGivenPopulation)
{
    TemporaryFolder const folder;
    auto const population = (folder.path() / "small.h5").string();
    ASSERT_EQ(minimasim({"population", "--size", "3000", "-o", population}).exit_code, 0);

    auto const run =
        minimasim(small_run(folder.path() / "out", {"--population", population, "--tornado", "--variance",
                                                    "8", "scenarios/limits-130.toml", "--language", "en"}));

    ASSERT_EQ(run.exit_code, 0) << run.errors;
    EXPECT_THAT(run.output, AllOf(HasSubstr("share of every source"), HasSubstr("chance"), HasSubstr("terms"),
                                  HasSubstr("one uncertain value low and high")));
    EXPECT_THAT(names_in(folder.path() / "out"),
                testing::IsSupersetOf({"tables/lint.csv", "tables/variance.csv", "tables/tornado.csv",
                                       "tables/screening.csv"}));
}

}  // namespace minimasim
