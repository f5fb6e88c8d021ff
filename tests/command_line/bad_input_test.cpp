// What the program answers to wrong input: exit code 2, file and line, cause and suggestion, and nothing
// under a final name.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/command_line/program.hpp"

namespace minimasim {

namespace {

using namespace test;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// A run of one package of one's own.
struct Refusal {
    Outcome run;
    std::vector<std::string> written;
};

Refusal run_package(std::string const& text)
{
    TemporaryFolder const folder;
    put_bytes(folder.path() / "mine.toml", text);
    auto const output = folder.path() / "out";
    auto run = minimasim(small_run(output, {(folder.path() / "mine.toml").string()}));
    return {run, names_in(output)};
}

Refusal run_with_data(std::filesystem::path const& data)
{
    TemporaryFolder const folder;
    auto run =
        minimasim(small_run(folder.path() / "out", {"scenarios/limits-130.toml", "--data", data.string()}));
    return {run, names_in(folder.path() / "out")};
}

void expect_refused(Refusal const& refusal, std::vector<std::string> const& words)
{
    EXPECT_EQ(refusal.run.exit_code, 2) << refusal.run.errors;
    for (auto const& word : words) {
        EXPECT_THAT(refusal.run.errors, HasSubstr(word));
    }
    EXPECT_THAT(refusal.run.output, IsEmpty());
    EXPECT_THAT(refusal.written, IsEmpty());
}

std::string package(std::string const& change)
{
    return "title = \"x\"\n[changes]\n" + change + "\n";
}

}  // namespace

TEST(BadInput, AnUnknownKeyIsNamedWithItsLineAndTheNearestKey)
{
    expect_refused(run_package("title = \"x\"\nbased_an = [\"limits-130\"]\n"),
                   {"mine.toml:2:", "based_an", "Did you mean based_on?"});
}

TEST(BadInput, AShareInPerCentIsNamedWithTheShareThatWasMeant)
{
    expect_refused(run_package(package("income_supplement.income_limit_share = \"130 %\"")),
                   {"mine.toml:3:", "1.30"});
    expect_refused(run_package(package("income_supplement.income_limit_share = 130")),
                   {"mine.toml:3:", "Did you mean 1.3?"});
}

TEST(BadInput, ALimitOfThirteenHundredPerCentIsRefused)
{
    expect_refused(run_package(package("income_supplement.income_limit_share = 13.0")),
                   {"mine.toml:3:", "1300 %"});
}

TEST(BadInput, ALimitOfMinusFivePerCentIsRefused)
{
    expect_refused(run_package(package("income_supplement.income_limit_share = -0.05")),
                   {"mine.toml:3:", "-5 %", "negative"});
}

TEST(BadInput, AWaiverAboveTheNormIsRefusedWithTheArticle)
{
    expect_refused(run_package(package("local_tax_waiver.income_limit_share = 1.1")),
                   {"mine.toml:3:", "Gemeentewet art. 255", "extra_exemption"});
}

TEST(BadInput, AnUnknownSchemeIsNamedWithTheNearest)
{
    expect_refused(run_package(package("incme_supplement.amount_single = 500")),
                   {"mine.toml:3:", "Did you mean income_supplement?"});
}

TEST(BadInput, AFileThatIsNoTomlIsRefusedWithItsLine)
{
    expect_refused(run_package("title = \"x\"\nx = [1,}\n"), {"mine.toml:2:", "not TOML"});
}

TEST(BadInput, AllPackagesAreCheckedBeforeTheAnswer)
{
    TemporaryFolder const folder;
    put_bytes(folder.path() / "one.toml", package("adult_fnd.is_active = true"));
    put_bytes(folder.path() / "two.toml", package("goods_scheme.savings_limt = 3"));

    auto const run = minimasim(small_run(folder.path() / "out", {(folder.path() / "one.toml").string(),
                                                                 (folder.path() / "two.toml").string()}));

    EXPECT_EQ(run.exit_code, 2);
    EXPECT_THAT(run.errors, AllOf(HasSubstr("one.toml:3:"), HasSubstr("two.toml:3:")));
}

TEST(BadInput, APackageThatBuildsOnItselfIsRefusedWithTheChain)
{
    TemporaryFolder const folder;
    put_bytes(folder.path() / "a.toml", "title = \"a\"\nbased_on = [\"b\"]\n");
    put_bytes(folder.path() / "b.toml", "title = \"b\"\nbased_on = [\"a\"]\n");

    auto const run = minimasim(small_run(folder.path() / "out", {(folder.path() / "a.toml").string()}));

    EXPECT_EQ(run.exit_code, 2);
    EXPECT_THAT(run.errors, AllOf(HasSubstr("b.toml:2:"), HasSubstr("a -> b -> a")));
    EXPECT_THAT(names_in(folder.path() / "out"), IsEmpty());
}

TEST(BadInput, TwoPackagesOfOneNameAreRefused)
{
    TemporaryFolder const folder;
    put_bytes(folder.path() / "limits-130.toml", package("adult_fund.is_active = false"));

    auto const run = minimasim(small_run(
        folder.path() / "out", {"scenarios/limits-130.toml", (folder.path() / "limits-130.toml").string()}));

    EXPECT_EQ(run.exit_code, 2);
    EXPECT_THAT(run.errors, HasSubstr("same name"));
}

TEST(BadInput, AFileThatIsNotThereIsNamed)
{
    TemporaryFolder const folder;

    auto const run = minimasim(small_run(folder.path() / "out", {"scenarios/limits-13.toml"}));

    EXPECT_EQ(run.exit_code, 2);
    EXPECT_THAT(run.errors, HasSubstr("scenarios/limits-13.toml"));
    EXPECT_EQ(minimasim({"check", "absent.toml"}).exit_code, 2);
    EXPECT_EQ(minimasim({"check", "absent.h5"}).exit_code, 2);
    EXPECT_EQ(minimasim(small_run(folder.path() / "out", {"--population", "absent.h5"})).exit_code, 2);
    EXPECT_THAT(names_in(folder.path() / "out"), IsEmpty());
}

TEST(BadInput, AnUnknownMunicipalityIsNamedWithTheList)
{
    TemporaryFolder const folder;

    auto const run = minimasim(small_run(folder.path() / "out", {"--municipality", "GM9999"}));

    EXPECT_EQ(run.exit_code, 2);
    EXPECT_THAT(run.errors, AllOf(HasSubstr("GM9999"), HasSubstr("list municipalities")));
}

TEST(BadInput, ADayThatDoesNotExistOrHasNoLawIsRefused)
{
    TemporaryFolder const folder;
    for (auto const* day : {"2025-02-30", "yesterday", "2031-01-01", "1999-01-01"}) {
        auto const run = minimasim(small_run(folder.path() / "out", {"--date", day}));

        EXPECT_EQ(run.exit_code, 2) << day;
        EXPECT_THAT(run.errors, HasSubstr(day));
    }
    EXPECT_THAT(names_in(folder.path() / "out"), IsEmpty());
}

TEST(BadInput, AMissingMarginFileIsNamed)
{
    for (auto const* name :
         {"margins/GM0106/households.csv", "margins/GM0106/income.csv", "margins/GM0106/persons.csv",
          "margins/GM0106/neighbourhoods.csv", "municipalities/GM0106/schemes.csv", "assumptions/take_up.csv",
          "profiles/profiles.csv"}) {
        CopyOfData const copy;
        std::filesystem::remove(copy.data() / name);

        expect_refused(run_with_data(copy.data()), {name});
    }
}

TEST(BadInput, AMarginThatContradictsAnotherIsNamedWithItsLine)
{
    CopyOfData const copy;
    copy.replace("margins/GM0106/households.csv", "GM0106,private_households,total,total,2020,31371",
                 "GM0106,private_households,total,total,2020,41371");

    expect_refused(run_with_data(copy.data()), {"households.csv:"});
}

// Each two of them agree within rounding; the sexes and the ages of the neighbourhood together do not.
TEST(BadInput, MarginsThatCannotAllHoldAreNamedAsAMinimalSet)
{
    CopyOfData const copy;
    copy.replace("margins/GM0106/persons.csv", "WK010600,residents,sex,men,2022,3305",
                 "WK010600,residents,sex,men,2022,3295");
    copy.replace("margins/GM0106/persons.csv", "WK010600,residents,age,65+,2022,2335",
                 "WK010600,residents,age,65+,2022,2345");

    expect_refused(run_with_data(copy.data()),
                   {"persons.csv:", "these 7 published cells cannot all hold",
                    "the ages of WK010600 add up to its residents", "leave at most"});
}

TEST(BadInput, ASplitThatWasChangedAfterItWasFrozenIsRefused)
{
    CopyOfData const copy;
    copy.replace("margins/GM0106/targets.csv", "low_income,*,2020,0.001,HELD OUT,hold out",
                 "low_income,*,2020,0.001,FIRM,fit");

    expect_refused(run_with_data(copy.data()), {"targets.sha256", "scripts/freeze_targets"});
}

TEST(BadInput, AWrongUnitInTheDataIsNamedWithItsLine)
{
    CopyOfData const copy;
    copy.replace("municipalities/GM0106/schemes.csv",
                 "adult_fund,maximum_per_person,2023-01-01,250,euro_per_year",
                 "adult_fund,maximum_per_person,2023-01-01,250,euro_per_month");

    expect_refused(run_with_data(copy.data()),
                   {"schemes.csv:", "adult_fund.maximum_per_person", "euro_per_month"});
}

TEST(BadInput, AnUncertainTermThatDoesNotExistIsNamedWithItsLine)
{
    CopyOfData const copy;
    copy.replace("municipalities/GM0106/uncertainty.csv", "child_package,amount_per_child,",
                 "child_package,amount_per_chld,");

    expect_refused(run_with_data(copy.data()), {"uncertainty.csv:", "amount_per_chld"});
}

TEST(BadInput, AnUncertainTermBeyondItsRangeIsNamedWithItsLine)
{
    CopyOfData const copy;
    copy.replace("municipalities/GM0106/uncertainty.csv", "special_assistance,need_share,0.4,0.95",
                 "special_assistance,need_share,0.4,95");

    expect_refused(run_with_data(copy.data()), {"uncertainty.csv:", "need_share"});
}

TEST(BadInput, PublishedUsersOfNoSchemeOrTwiceOfOneAreRefused)
{
    CopyOfData const unknown;
    unknown.replace("municipalities/GM0106/calibration.csv", "adult_fund,", "adult_fnd,");
    expect_refused(run_with_data(unknown.data()), {"calibration.csv:", "Did you mean adult_fund?"});

    CopyOfData const twice;
    auto text = bytes_of(twice.data() / "municipalities/GM0106/calibration.csv");
    auto const row = text.substr(text.find("adult_fund,"));
    put_bytes(twice.data() / "municipalities/GM0106/calibration.csv", text + row);
    expect_refused(run_with_data(twice.data()), {"calibration.csv:", "adult_fund"});
}

TEST(BadInput, ASchemeWithoutPublishedUsersOrTakeUpIsNamedBeforeTheRun)
{
    CopyOfData const copy;
    copy.replace("assumptions/take_up.csv", "\nparticipation_budget,", "\nparticipation_bdget,");

    expect_refused(run_with_data(copy.data()), {"take_up.csv", "participation_budget"});
}

TEST(BadInput, AFolderWithoutDataIsNamed)
{
    TemporaryFolder const folder;

    auto const run = minimasim(small_run(folder.path() / "out", {"--data", folder.path().string()}));

    EXPECT_EQ(run.exit_code, 2);
    EXPECT_THAT(run.errors, HasSubstr("no folder of data"));
}

TEST(BadInput, TruncatedResultsAreRefusedAtEveryLength)
{
    TemporaryFolder const folder;
    give_populations(folder.path());
    ASSERT_EQ(minimasim(small_run(folder.path(), {"scenarios/baseline.toml"})).exit_code, 0);
    auto const whole = bytes_of(folder.path() / "results.h5");
    auto const file = folder.path() / "cut.h5";
    for (double const share : {0.0, 0.0001, 0.01, 0.3, 0.6, 0.9, 0.99, 0.99999}) {
        auto const length = static_cast<std::size_t>(share * static_cast<double>(whole.size()));
        put_bytes(file, whole.substr(0, length));

        auto const check = minimasim({"check", file.string()});

        EXPECT_EQ(check.exit_code, 2) << length << " of " << whole.size() << " bytes: " << check.output;
        EXPECT_THAT(check.errors, HasSubstr("cut.h5")) << length;
    }
}

TEST(BadInput, ATruncatedPopulationIsRefused)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "assen.h5";
    ASSERT_EQ(minimasim({"population", "--size", "500", "-o", file.string()}).exit_code, 0);
    auto const whole = bytes_of(file);
    put_bytes(file, whole.substr(0, whole.size() / 2));

    auto const run = minimasim(small_run(folder.path() / "out", {"--population", file.string()}));

    EXPECT_EQ(run.exit_code, 2) << run.errors;
    EXPECT_THAT(run.errors, HasSubstr("assen.h5"));
    EXPECT_THAT(names_in(folder.path() / "out"), IsEmpty());
}

TEST(BadInput, ADamagedPopulationInTheCacheIsBuiltAgain)
{
    TemporaryFolder const folder;
    give_populations(folder.path());
    ASSERT_EQ(minimasim(small_run(folder.path(), {"scenarios/limits-130.toml"})).exit_code, 0);
    auto const before = bytes_of(folder.path() / "results.h5");
    for (auto const& entry : std::filesystem::directory_iterator(folder.path() / ".cache")) {
        auto const whole = bytes_of(entry.path());
        put_bytes(entry.path(), whole.substr(0, whole.size() / 3));
        break;
    }

    auto const run = minimasim(small_run(folder.path(), {"scenarios/limits-130.toml"}));

    EXPECT_EQ(run.exit_code, 0) << run.errors;
    EXPECT_TRUE(before == bytes_of(folder.path() / "results.h5"));
}

TEST(BadInput, AnOutputFolderThatIsAFileIsRefused)
{
    TemporaryFolder const folder;
    put_bytes(folder.path() / "out", "a file");

    auto const run = minimasim(small_run(folder.path() / "out", {"scenarios/limits-130.toml"}));

    EXPECT_EQ(run.exit_code, 2);
    EXPECT_THAT(run.errors, HasSubstr("a folder was meant"));
}

}  // namespace minimasim
