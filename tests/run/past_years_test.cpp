// The back-cast of poverty: with nothing moved every year is the base year, and files with a gap are refused.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "sim/base/error.hpp"
#include "sim/base/temporary_folder.hpp"
#include "sim/run/forecast/poverty_back_cast.hpp"
#include "sim/run/members/ensemble.hpp"
#include "tests/run/example_member.hpp"

namespace minimasim::run {
namespace {

using test::source_folder;
using testing::HasSubstr;

constexpr char const* path_header = "series,year,low,middle,high,unit,moves_with,status,evidence,source\n";
constexpr char const* policy_header =
    "scheme,term,year,low,middle,high,unit,moves_with,status,evidence,source\n";

Workspace const& workspace()
{
    static auto const read = read_workspace({source_folder / "data", source_folder / "scenarios"}, "GM0106");
    return read;
}

std::string shipped(char const* name)
{
    std::ostringstream text;
    text << std::ifstream(source_folder / "data" / "dynamics" / name).rdbuf();
    return text.str();
}

std::string still_path()
{
    std::string text = path_header;
    std::vector<std::string> names(forecast::index_series_names.begin(), forecast::index_series_names.end());
    names.insert(names.end(), {"benefits", "needs"});
    for (auto const& name : names) {
        for (int year = 2021; year <= 2024; ++year) {
            text += name + "," + std::to_string(year) + ",0,0,0,percent on a year before," + name +
                    ",read,high,test\n";
        }
    }
    return text;
}

std::string allowance_of(int euro)
{
    std::string text = policy_header;
    for (int const year : {2020, 2021, 2022}) {
        auto const amount = std::to_string(euro);
        text += "energy_allowance,amount," + std::to_string(year) + "," + amount + "," + amount + "," +
                amount + ",euro,allowance,read,high,test\n";
    }
    return text;
}

PastYears past_of(std::string const& path, std::string const& policy)
{
    TemporaryFolder const folder;
    std::filesystem::create_directories(folder.path() / "dynamics");
    std::ofstream(folder.path() / "dynamics" / "past_index_path.csv") << path;
    std::ofstream(folder.path() / "dynamics" / "past_policy.csv") << policy;
    return {workspace(), folder.path()};
}

std::string problem_of(std::string const& path, std::string const& policy)
{
    try {
        past_of(path, policy);
    } catch (InputError const& error) {
        return error.what();
    }
    return "";
}

std::string without_line(std::string text, std::string const& start)
{
    auto const begin = text.find("\n" + start) + 1;
    return text.erase(begin, text.find('\n', begin) + 1 - begin);
}

population::Population households(std::uint32_t member)
{
    static auto const policy = read_policy(workspace().terms, workspace().municipality.measures,
                                           workspace().municipality.calibration_date);
    static Ensemble const ensemble(workspace(), policy, 1, "", 0.1);
    static std::vector<population::Population> const members{ensemble.member(0), ensemble.member(1)};
    return members.at(member);
}

forecast::PovertyBackCast back_cast(PastYears const& past, int threads = 1)
{
    RunOptions options;
    options.threads = threads;
    return poverty_back_cast(workspace(), options, past, households, 2);
}

TEST(PovertyBackCast, IsTheBaseYearWhereNothingMoves)
{
    auto const result = back_cast(past_of(still_path(), policy_header));

    EXPECT_GT(result.base_share.estimate, 0.005);
    int computed = 0;
    for (auto const& year : result.years) {
        if (year.is_computed) {
            ++computed;
            EXPECT_EQ(year.indices.low, 1) << year.published.year;
            EXPECT_EQ(year.indices.high, 1) << year.published.year;
        }
        if (year.is_computed && year.published.year < result.base_year) {
            EXPECT_EQ(year.law.estimate, 1);
            EXPECT_EQ(year.energy_allowance.estimate, 1);
            EXPECT_NE(year.ratio.estimate, 1);  // the number on assistance is that of the year
        }
    }
    EXPECT_EQ(computed, 4);
    EXPECT_FALSE(result.years.front().is_computed);  // 2018
}

TEST(PovertyBackCast, NeverHasMorePoorWithAHigherEnergyAllowance)
{
    auto const none = back_cast(past_of(shipped("past_index_path.csv"), allowance_of(0)));
    auto const some = back_cast(past_of(shipped("past_index_path.csv"), allowance_of(1300)));
    auto const more = back_cast(past_of(shipped("past_index_path.csv"), allowance_of(4000)));

    for (std::size_t y = 2; y <= 4; ++y) {
        EXPECT_GT(none.years[y].energy_allowance.estimate, some.years[y].energy_allowance.estimate);
        EXPECT_GE(some.years[y].energy_allowance.estimate, more.years[y].energy_allowance.estimate);
        EXPECT_EQ(none.years[y].law.estimate, more.years[y].law.estimate);
    }
}

TEST(PovertyBackCast, IsTheSameOnAnyNumberOfThreads)
{
    PastYears const past(workspace(), workspace().folders.data);

    EXPECT_EQ(back_cast(past, 1).ratios, back_cast(past, 2).ratios);
}

TEST(PastYears, BringsAmountsBackByTheirRises)
{
    auto text = still_path();
    std::string const from = "norms,2022,0,0,0,";
    text.replace(text.find(from), from.size(), "norms,2022,10,10,10,");
    auto const past = past_of(text, allowance_of(700));
    auto const course = past.draw(1, 1).front();
    auto const norm = [](DatedPolicy const& policy) {
        return term_value(policy.policy, "social_assistance", "single_21_to_aow");
    };

    EXPECT_EQ(norm(past.indexed(2022, course)), norm(past.base()));
    EXPECT_NEAR(norm(past.indexed(2021, course)), norm(past.base()) / 1.1, 0.01);
    auto const law = past.law(2021, course);
    auto const amount = [](DatedPolicy const& policy) {
        return term_value(policy.policy, "energy_allowance", "amount");
    };
    EXPECT_EQ(amount(law), amount(past.base()));
    EXPECT_EQ(amount(past.with_energy_allowance(law, 2021, course)), 700);
    EXPECT_EQ(amount(past.with_energy_allowance(past.law(2024, course), 2024, course)), 0);
}

TEST(PastYears, RefusesAGap)
{
    auto const path = shipped("past_index_path.csv");
    auto const policy = shipped("past_policy.csv");

    EXPECT_THAT(problem_of(without_line(path, "needs,2022"), policy), HasSubstr("needs has no 2022, a gap"));
    EXPECT_THAT(problem_of(without_line(path, "needs,2024"), policy), HasSubstr("needs has no 2024"));
    EXPECT_THAT(problem_of(path, without_line(policy, "tax_credits,general_max,2021")),
                HasSubstr("tax_credits.general_max has no 2021"));
    EXPECT_THAT(problem_of(path, policy + "tax_credits,general_mix,2021,1,1,1,euro,tax,read,high,test\n"),
                HasSubstr("there is no term tax_credits.general_mix"));
    EXPECT_THAT(problem_of(path, policy + "tax_credits,general_max,2021,3,2,1,euro,tax,read,high,test\n"),
                HasSubstr("not in order"));
    EXPECT_EQ(problem_of(path, policy), "");
}

TEST(PublishedPoverty, HasEveryYear)
{
    auto const years =
        forecast::read_published_poverty(source_folder / "data" / "national" / "nl_poverty_2018_2024.csv");

    EXPECT_EQ(years.front().year, 2018);
    EXPECT_EQ(years.back().year, 2024);
    EXPECT_TRUE(years.back().is_provisional);

    TemporaryFolder const folder;
    auto const file = folder.path() / "gap.csv";
    std::ofstream(file) << "year,persons_in_poverty_x1000,of_which_long_term_x1000\n2020,1,\n2022,1,\n";
    try {
        forecast::read_published_poverty(file);
        FAIL();
    } catch (InputError const& error) {
        EXPECT_THAT(error.what(), HasSubstr("gap.csv:3: 2022 comes after 2020"));
    }
}

}  // namespace
}  // namespace minimasim::run
