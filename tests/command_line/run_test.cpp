// `minimasim run` as a user sees it: what it writes, what it prints, and that nothing but the question
// settles the figures.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/command_line/program.hpp"

namespace minimasim {

namespace {

using namespace test;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

}  // namespace

TEST(Run, WritesResultsARecordTablesAndAPicture)
{
    TemporaryFolder const folder;
    give_populations(folder.path());

    auto const run = minimasim(small_run(folder.path(), {"scenarios/limits-130.toml"}));

    ASSERT_EQ(run.exit_code, 0) << run.errors;
    EXPECT_THAT(names_in(folder.path()),
                testing::IsSupersetOf({"results.h5", "run.json", "cost.svg", "tables/datapackage.json",
                                       "tables/figures.csv", "tables/costs.csv", "tables/packages.csv"}));
    EXPECT_EQ(bytes_of(folder.path() / "results.h5").substr(1, 3), "HDF");
    EXPECT_TRUE(nlohmann::json::accept(bytes_of(folder.path() / "run.json")));
    EXPECT_TRUE(nlohmann::json::accept(bytes_of(folder.path() / "tables/datapackage.json")));
    EXPECT_THAT(bytes_of(folder.path() / "cost.svg"), HasSubstr("<svg"));
    EXPECT_THAT(run.output, AllOf(HasSubstr("Alle minimaregelingen"), HasSubstr("results.h5")));
    EXPECT_THAT(run.errors, IsEmpty());  // no bar where there is no terminal
}

TEST(Run, PrintsItsTableInEnglishOnRequest)
{
    TemporaryFolder const folder;
    give_populations(folder.path());

    auto const run = minimasim(small_run(folder.path(), {"scenarios/limits-130.toml", "--language", "en"}));

    ASSERT_EQ(run.exit_code, 0) << run.errors;
    EXPECT_THAT(run.output, HasSubstr("All income limits"));
    EXPECT_THAT(run.output, testing::Not(HasSubstr("Bijzondere bijstand")));
}

TEST(Run, GivesTheSameBytesOnOneThreadAndOnTwoWhateverRanBetween)
{
    TemporaryFolder const folder;
    give_populations(folder.path());
    auto const results = folder.path() / "results.h5";

    ASSERT_EQ(minimasim(small_run(folder.path(), {"--threads", "1"})).exit_code, 0);
    auto const on_one_thread = bytes_of(results);
    ASSERT_EQ(minimasim(small_run(folder.path(), {"scenarios/limits-150.toml", "--threads", "2"})).exit_code,
              0);
    auto const of_another_question = bytes_of(results);
    ASSERT_EQ(minimasim(small_run(folder.path(), {"--threads", "2"})).exit_code, 0);
    auto const on_two_threads = bytes_of(results);

    EXPECT_TRUE(on_one_thread == on_two_threads);
    EXPECT_FALSE(on_one_thread == of_another_question);
    EXPECT_GT(on_one_thread.size(), 100'000U);
}

TEST(Run, GivesTheSameBytesWithPopulationsBuiltAnewOnOneThreadAndOnTwo)
{
    TemporaryFolder const one;
    TemporaryFolder const two;

    ASSERT_EQ(minimasim(small_run(one.path(), {"scenarios/limits-130.toml", "--threads", "1"})).exit_code, 0);
    ASSERT_EQ(minimasim(small_run(two.path(), {"scenarios/limits-130.toml", "--threads", "2"})).exit_code, 0);

    EXPECT_TRUE(bytes_of(one.path() / "results.h5") == bytes_of(two.path() / "results.h5"));
    for (auto const* table :
         {"figures.csv", "costs.csv", "reach.csv", "poverty.csv", "terms.csv", "packages.csv"}) {
        EXPECT_EQ(bytes_of(one.path() / "tables" / table), bytes_of(two.path() / "tables" / table)) << table;
    }
}

TEST(Run, GivesTheSameFiguresFromAnyWorkingFolder)
{
    TemporaryFolder const folder;
    TemporaryFolder const elsewhere;
    give_populations(folder.path());
    auto const scenario = (source_folder / "scenarios/limits-130.toml").string();
    ASSERT_EQ(minimasim(small_run(folder.path(), {"scenarios/limits-130.toml"})).exit_code, 0);
    auto const from_the_sources = bytes_of(folder.path() / "results.h5");

    auto const run =
        minimasim(small_run(folder.path(), {scenario, "--data", (source_folder / "data").string()}),
                  {.folder = elsewhere.path()});

    ASSERT_EQ(run.exit_code, 0) << run.errors;
    EXPECT_TRUE(from_the_sources == bytes_of(folder.path() / "results.h5"));
}

TEST(Run, TakesAFolderOfDataWithASlashBehindIt)
{
    TemporaryFolder const folder;
    give_populations(folder.path());

    auto const run = minimasim(small_run(
        folder.path(), {"scenarios/limits-130.toml", "--data", (source_folder / "data").string() + "/"}));

    EXPECT_EQ(run.exit_code, 0) << run.errors;
}

TEST(Run, GivesOtherFiguresForAnotherSeed)
{
    TemporaryFolder const folder;
    give_populations(folder.path());
    ASSERT_EQ(minimasim(small_run(folder.path(), {"scenarios/limits-130.toml"})).exit_code, 0);
    auto const of_seed_1 = bytes_of(folder.path() / "tables/figures.csv");

    ASSERT_EQ(minimasim(small_run(folder.path(), {"scenarios/limits-130.toml", "--seed", "2"})).exit_code, 0);

    EXPECT_NE(of_seed_1, bytes_of(folder.path() / "tables/figures.csv"));
}

TEST(Run, PrintsOneJsonDocumentAndNothingElse)
{
    TemporaryFolder const folder;
    give_populations(folder.path());

    auto const run = minimasim(small_run(folder.path(), {"scenarios/limits-130.toml", "--json"}));

    ASSERT_EQ(run.exit_code, 0) << run.errors;
    ASSERT_TRUE(nlohmann::json::accept(run.output)) << run.output.substr(0, 200);
    auto const document = nlohmann::json::parse(run.output);
    ASSERT_EQ(document["packages"].size(), 2U);
    EXPECT_EQ(document["packages"][0]["id"], "baseline");
    EXPECT_EQ(document["packages"][1]["id"], "limits-130");
    EXPECT_EQ(document["packages"][1]["published_cost_euro"], 550'000);
    EXPECT_GT(document["packages"][1]["extra_cost_per_year"]["estimate"], 0);
    EXPECT_THAT(run.errors, IsEmpty());
}

TEST(Run, ReadsAPackageOfOnesOwnFromAnyFolder)
{
    TemporaryFolder const folder;
    give_populations(folder.path());
    put_bytes(
        folder.path() / "mine.toml",
        "title = \"Mijn\"\nbased_on = [\"limits-130\"]\n[changes]\nincome_supplement.amount_single = 450\n");

    auto const run = minimasim(small_run(folder.path(), {(folder.path() / "mine.toml").string(), "--json"}));

    ASSERT_EQ(run.exit_code, 0) << run.errors;
    EXPECT_EQ(nlohmann::json::parse(run.output)["packages"][1]["id"], "mine");
}

TEST(Run, ReadsTheOnlyPackageOfAFileCalledBaselineOrRefusesIt)
{
    TemporaryFolder const folder;
    give_populations(folder.path());
    put_bytes(folder.path() / "baseline.toml",
              "title = \"Mijn\"\n[changes]\nincome_supplement.amount_single = 450\n");

    auto const run =
        minimasim(small_run(folder.path(), {(folder.path() / "baseline.toml").string(), "--json"}));

    // Leaving it out without a word would answer another question.
    EXPECT_TRUE(run.exit_code == 2 || run.output.find("Mijn") != std::string::npos);
}

TEST(Run, UsesAGivenPopulation)
{
    TemporaryFolder const folder;
    auto const file = (folder.path() / "assen.h5").string();
    ASSERT_EQ(minimasim({"population", "--size", "3000", "-o", file}).exit_code, 0);

    auto const run =
        minimasim(small_run(folder.path() / "out", {"scenarios/limits-130.toml", "--population", file}));

    EXPECT_EQ(run.exit_code, 0) << run.errors;
    EXPECT_EQ(minimasim({"check", file}).exit_code, 0);
    EXPECT_EQ(minimasim({"check", (folder.path() / "out/results.h5").string()}).exit_code, 0);
}

TEST(TheProgram, SaysItsVersion)
{
    auto const version = minimasim({"--version"});

    EXPECT_EQ(version.exit_code, 0);
    EXPECT_THAT(version.output,
                testing::MatchesRegex("minimasim [0-9]+\\.[0-9]+\\.[0-9]+\ninstruction set [a-z0-9]+\n"));
}

TEST(TheProgram, HelpsWithExamplesAndExitCodes)
{
    auto const help = minimasim({"--help"});

    EXPECT_EQ(help.exit_code, 0);
    EXPECT_THAT(help.output,
                AllOf(HasSubstr("Examples:"), HasSubstr("minimasim run scenarios/limits-130.toml"),
                      HasSubstr("Exit codes: 0 done, 2")));
    for (auto const* command : {"run", "population", "validate", "optimise", "list", "check"}) {
        auto const of_command = minimasim({command, "--help"});
        EXPECT_EQ(of_command.exit_code, 0) << command;
        EXPECT_THAT(of_command.output, HasSubstr("--data")) << command;
    }
}

TEST(TheProgram, NamesWhatItDoesNotKnow)
{
    EXPECT_EQ(minimasim({}).exit_code, 2);
    EXPECT_EQ(minimasim({"runn"}).exit_code, 2);
    EXPECT_EQ(minimasim({"run", "--replicats", "3"}).exit_code, 2);
    EXPECT_EQ(minimasim({"run", "--replicates", "0"}).exit_code, 2);
    EXPECT_EQ(minimasim({"run", "--language", "de"}).exit_code, 2);
    EXPECT_EQ(minimasim({"list", "dogs"}).exit_code, 2);
}

TEST(Lists, NameSchemesTermsPackagesAndMunicipalities)
{
    auto const schemes = minimasim({"list", "schemes"});
    auto const terms = minimasim({"list", "terms"});
    auto const packages = minimasim({"list", "packages"});
    auto const municipalities = minimasim({"list", "municipalities"});

    EXPECT_THAT(schemes.output,
                AllOf(HasSubstr("income_supplement"), HasSubstr("Individuele inkomenstoeslag")));
    EXPECT_THAT(terms.output,
                AllOf(HasSubstr("income_supplement.income_limit_share"),
                      HasSubstr("aftercare.budget_per_year"), HasSubstr("child_benefit.age_0_5")));
    EXPECT_THAT(packages.output, AllOf(StartsWith("baseline"), HasSubstr("limits-130")));
    EXPECT_THAT(municipalities.output, HasSubstr("GM0106"));
    EXPECT_THAT(municipalities.output, HasSubstr("Assen"));
}

TEST(Lists, ShowTermsOnADay)
{
    auto const terms = minimasim({"list", "terms", "--date", "2024-07-01"});

    EXPECT_THAT(terms.output, testing::ContainsRegex("income_supplement.wealth_limit_single +7575 "));
}

TEST(Checks, SayThatAPackageIsInOrderAndWhatItChanges)
{
    auto const check = minimasim({"check", "scenarios/limits-130.toml"});

    EXPECT_EQ(check.exit_code, 0);
    EXPECT_THAT(check.output,
                AllOf(HasSubstr("in order"), HasSubstr("goods_scheme.income_limit_share: 1.4 -> 1.3")));
}

}  // namespace minimasim
