#include "sim/input/term_table.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/rules/terms.hpp"
#include "sim/run/law_and_policy/read_law.hpp"

namespace minimasim::input {

namespace {

std::string const header = "scheme,term,valid_from,value,unit,status,source\n";

// A folder that goes away with the test.
class TermTableFiles : public testing::Test {
  protected:
    void SetUp() override
    {
        auto const* const test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::temp_directory_path() /
                  ("minimasim_terms_" + std::string(test->name()) + "_" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
    }

    void TearDown() override { std::filesystem::remove_all(folder_); }

    std::filesystem::path write(std::string const& name, std::string const& rows) const
    {
        auto const file = folder_ / name;
        std::ofstream(file) << header << rows;
        return file;
    }

    std::vector<Problem> problems_of(std::string const& rows) const
    {
        auto const file = write("law.csv", rows);
        try {
            TermTable::read(file);
        } catch (InputError const& error) {
            return error.problems();
        }
        return {};
    }

    std::filesystem::path folder_;
};

TEST_F(TermTableFiles, GivesTheLastValueThatHasBegun)
{
    auto const table = TermTable::read(write("law.csv",
                                             "aid,amount,2024-07-01,12.5,euro,read,gazette\n"
                                             "aid,amount,2024-01-01,10,euro,derived,arithmetic\n"));

    EXPECT_FALSE(table.at("aid", "amount", {2023, 12, 31}));
    EXPECT_EQ(table.at("aid", "amount", {2024, 6, 30})->value, 10);
    auto const value = *table.at("aid", "amount", {2024, 7, 1});
    EXPECT_EQ(value.value, 12.5);
    EXPECT_EQ(value.valid_from, (Date{2024, 7, 1}));
    EXPECT_EQ(value.unit, "euro");
    EXPECT_EQ(value.status, "read");
    EXPECT_EQ(value.source, "gazette");
    EXPECT_EQ(value.line, 2);
    EXPECT_FALSE(table.at("aid", "other", {2024, 7, 1}));
    EXPECT_TRUE(table.has("aid", "amount"));
    EXPECT_FALSE(table.has("aid", "other"));
}

TEST_F(TermTableFiles, CarriesTheLastKnownValueOverOnesThatAreMissing)
{
    auto const table = TermTable::read(write("law.csv",
                                             "aid,amount,2024-01-01,10,euro,read,gazette\n"
                                             "aid,amount,2025-01-01,,euro,missing,looked for it\n"
                                             "aid,amount,2025-07-01,,euro,missing,looked for it\n"
                                             "aid,limit,2024-01-01,,euro,missing,looked for it\n"));

    auto const value = *table.at("aid", "amount", {2026, 1, 1});
    EXPECT_EQ(value.value, 10);
    EXPECT_EQ(value.status, "carried");
    EXPECT_EQ(value.valid_from, (Date{2024, 1, 1}));
    EXPECT_EQ(value.source, "gazette");
    EXPECT_EQ(table.at("aid", "amount", {2024, 12, 31})->status, "read");
    EXPECT_FALSE(table.at("aid", "limit", {2026, 1, 1}));
}

TEST_F(TermTableFiles, ReadsAFolderInTheOrderOfItsFilesAndJoinsOthersToIt)
{
    std::filesystem::create_directories(folder_ / "law");
    write("law/b.csv", "b,amount,2024-01-01,2,euro,read,gazette\n");
    write("law/a.csv", "a,amount,2024-01-01,1,euro,read,gazette\n");
    std::ofstream(folder_ / "law/notes.txt") << "no table";
    auto const schemes = write("schemes.csv", "a,limit,2024-01-01,1.2,share,read,council\n");

    auto const table = TermTable::read({folder_ / "law", schemes});

    ASSERT_EQ(table.rows().size(), 3U);
    EXPECT_EQ(table.rows()[0].scheme, "a");
    EXPECT_EQ(table.rows()[1].scheme, "b");
    EXPECT_EQ(table.rows()[2].file, schemes.string());
    EXPECT_EQ(table.terms(), (std::vector<TermName>{{"a", "amount"}, {"a", "limit"}, {"b", "amount"}}));
}

TEST_F(TermTableFiles, ReportsAllProblemsOfAFileTogether)
{
    auto const problems = problems_of(
        "aid,amount,2024-13-01,1,euro,read,gazette\n"
        "aid,amount,2024-01-01,1.2.3,euro,read,gazette\n"
        "aid,amount,2024-02-01,1,euro,guessed,gazette\n"
        "aid,amount,2024-03-01,1,euro_per_moth,read,gazette\n"
        "aid,amount,2024-04-01,1,euro,read, \n"
        "aid,amount,2024-05-01,,euro,read,gazette\n"
        "aid,amount,2024-06-01,1,euro,missing,gazette\n"
        ",amount,2024-07-01,1,euro,read,gazette\n"
        "aid,amount,2024-08-01,nan,euro,read,gazette\n");

    std::vector<std::string> const expected{
        "valid_from is '2024-13-01'",   "value is '1.2.3'",   "status 'guessed' is not known",
        "Did you mean euro_per_month?", "source is blank",    "has no value",
        "status cannot be missing",     "name of its scheme", "value is 'nan'"};
    ASSERT_EQ(problems.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(problems[i].line, static_cast<int>(i) + 2);
        EXPECT_NE(problems[i].what.find(expected[i]), std::string::npos) << problems[i].what;
    }
}

TEST_F(TermTableFiles, RefusesTwoValuesForOneDayInOneFileOrInTwo)
{
    auto const problems = problems_of(
        "aid,amount,2024-01-01,1,euro,read,gazette\n"
        "aid,amount,2024-01-01,2,euro,read,gazette\n");
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].line, 3);
    EXPECT_NE(problems[0].what.find("stands already at"), std::string::npos);

    auto const other = write("other.csv", "aid,amount,2024-01-01,3,euro,read,gazette\n");
    auto const one = write("law.csv", "aid,amount,2024-01-01,1,euro,read,gazette\n");
    EXPECT_THROW(TermTable::read({one, other}), InputError);
}

TEST_F(TermTableFiles, RefusesATermInTwoUnits)
{
    auto const problems = problems_of(
        "aid,amount,2024-01-01,1,euro_per_month,read,gazette\n"
        "aid,amount,2025-01-01,12,euro_per_year,read,gazette\n");

    ASSERT_EQ(problems.size(), 1U);
    EXPECT_NE(problems[0].what.find("is in euro_per_year, but in euro_per_month at"), std::string::npos);
}

TEST_F(TermTableFiles, RefusesAFileThatIsMissingAndAFolderWithoutTables)
{
    EXPECT_THROW(TermTable::read(folder_ / "none.csv"), InputError);
    EXPECT_THROW(TermTable::read(folder_), InputError);
}

TEST_F(TermTableFiles, KnowsEveryUnitOfTheRules)
{
    std::string rows;
    int const count = static_cast<int>(rules::Unit::euro_per_month_per_euro_squared) + 1;
    for (int i = 0; i < count; ++i) {
        rows += "aid,term_" + std::to_string(i) + ",2024-01-01,1," +
                rules::to_text(static_cast<rules::Unit>(i)) + ",read,gazette\n";
    }

    EXPECT_TRUE(problems_of(rows).empty());
}

TEST_F(TermTableFiles, LeaveALawUnreadWithEveryReason)
{
    auto const file = write("law.csv",
                            "social_assistance,single_21_to_aow,2023-01-01,-5,euro_per_month,read,gazette\n"
                            "social_assistance,couple_21_to_aow,2023-01-01,1700,euro_per_year,read,gazette\n"
                            "social_assistance,single_aow,2025-01-01,1400,euro_per_month,read,gazette\n"
                            "social_assistance,couple_aw,2023-01-01,1800,euro_per_month,read,gazette\n");
    try {
        run::read_law(TermTable::read(file), {2024, 7, 1});
        FAIL() << "an incomplete law was read";
    } catch (InputError const& error) {
        std::string const text = error.what();
        EXPECT_NE(
            text.find(":2: social_assistance.single_21_to_aow is -5, outside 0 to 10000 (euro_per_month)"),
            std::string::npos);
        EXPECT_NE(text.find(":3: social_assistance.couple_21_to_aow is in euro_per_year"), std::string::npos);
        EXPECT_NE(text.find("social_assistance.single_aow has no value on 2024-07-01 or before"),
                  std::string::npos);
        EXPECT_NE(text.find("social_assistance.couple_aow is missing. Did you mean couple_aw?"),
                  std::string::npos);
        EXPECT_NE(text.find("child_benefit.age_0_5 is missing"), std::string::npos);
    }
}

TEST(LawOfTheRepository, IsReadable)
{
    auto const table = TermTable::read(std::string(MINIMASIM_SOURCE_DIR) + "/data/law");

    EXPECT_GT(table.rows().size(), 500U);
    EXPECT_EQ(table.at("social_assistance", "single_18_20", {2025, 7, 1})->status, "carried");
}

}  // namespace

}  // namespace minimasim::input
