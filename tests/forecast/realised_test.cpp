#include "sim/forecast/realised.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "sim/base/error.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::forecast::test {
namespace {

using report::test::TemporaryFolder;
using testing::HasSubstr;

constexpr Date today{2026, 6, 15};
std::vector<Budgeted> const known{{"goods_scheme", 250'000, 2025}, {"child_package", 0, 0}};

std::vector<RealisedRow> read(std::string const& rows)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "realised.csv";
    std::ofstream(file) << "scheme,date,spending,applications,budget\n" << rows;
    return read_realised(file, known, today);
}

std::string complaint(std::string const& rows)
{
    try {
        read(rows);
    } catch (InputError const& error) {
        return error.what();
    }
    return "";
}

YearEnd end_of(RealisedRow const& row)
{
    return year_end(
        row, read_assumptions(std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data/assumptions/forecast.csv"),
        1);
}

TEST(Realised, AreReadWithTheBudgetOfTheYearOrBefore)
{
    auto const rows = read("goods_scheme,2026-03-31,60000,200,\ngoods_scheme,2026-05-31,110000,390,\n");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].spending, 110'000);
    EXPECT_EQ(rows[0].budget, 250'000);
    EXPECT_EQ(read("goods_scheme,2022-06-23,47000,185,\n")[0].budget, 0);
    EXPECT_EQ(read("goods_scheme,2022-06-23,47000,185,70000\n")[0].budget, 70'000);
}

TEST(Realised, AreRefusedWithAllProblemsTogether)
{
    auto const text = complaint(
        "goods_sceme,2026-03-31,1,1,\ngoods_scheme,2026-07-01,1,1,\nchild_package,2026-03-31,-5,1,\n"
        "child_package,2025-04-30,5,-1,\ngoods_scheme,2026-02-30,1,1,\ngoods_scheme,2019-01-31,1,1,\n");
    for (auto const* const part :
         {"realised.csv:2: there is no scheme or measure goods_sceme. Did you mean goods_scheme?",
          "realised.csv:3: 2026-07-01 has not been yet", "realised.csv:4: spending is -5",
          "realised.csv:5: 2025-04-30 is not of 2026", "realised.csv:5: applications is -1",
          "realised.csv:6: date is 2026-02-30", "realised.csv:7: 2019-01-31 lies before 2020"}) {
        EXPECT_THAT(text, HasSubstr(part));
    }
    EXPECT_THAT(complaint("goods_scheme,2026-03-31,9,9,\ngoods_scheme,2026-04-30,8,9,\n"),
                HasSubstr("only rise"));
    EXPECT_THAT(complaint(""), HasSubstr("no rows"));
}

TEST(YearEnds, LieAboveWhatIsSpentAndNarrowAsTheYearPasses)
{
    double before = 1e12;
    for (int month : {3, 6, 9, 12}) {
        int const last_day = month == 3 || month == 12 ? 31 : 30;
        auto const end =
            end_of({"goods_scheme", {2025, month, last_day}, 250'000.0 * month / 12, 100.0 * month, 250'000});
        EXPECT_GE(end.spending.low, end.to_date.spending);
        EXPECT_LE(end.spending.low, end.spending.estimate + 1e-6);
        EXPECT_LE(end.spending.estimate, end.spending.high + 1e-6);
        EXPECT_LT(end.spending.high - end.spending.low, before);
        before = end.spending.high - end.spending.low;
        EXPECT_NEAR(end.spending.estimate, 250'000, 30'000) << month;
    }
    EXPECT_NEAR(before, 0, 1);
}

TEST(YearEnds, LieBetweenTheBudgetAndWhatTheSpendingToDateSays)
{
    RealisedRow const row{"goods_scheme", {2022, 6, 23}, 47'000, 185, 70'000};
    auto const end = end_of(row);
    auto without = row;
    without.budget = 0;

    EXPECT_NEAR(end.share_of_year, 174.0 / 365, 1e-12);
    EXPECT_GT(end.spending.estimate, 70'000);
    EXPECT_LT(end.spending.estimate, end_of(without).spending.estimate);
    EXPECT_GT(end.chance_over_budget, 0.5);
    EXPECT_TRUE(std::isnan(end_of(without).chance_over_budget));
    EXPECT_GT(end.applications.estimate, 185);
}

}  // namespace
}  // namespace minimasim::forecast::test
