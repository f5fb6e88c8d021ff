// The index path: only what is whole is read, and what is drawn lies inside it.

#include "sim/forecast/index_path.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <set>

#include "sim/base/error.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::forecast::test {
namespace {

using report::test::bytes_of;
using report::test::put_bytes;
using report::test::TemporaryFolder;
using testing::HasSubstr;

std::filesystem::path const dynamics = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data" / "dynamics";

IndexPath shipped()
{
    return read_index_path(dynamics / "index_path.csv");
}

// What a reader says of a shipped file with one text replaced.
std::string complaint(std::string const& name, std::string const& text, std::string const& replacement,
                      std::function<void(std::filesystem::path)> const& read)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / name;
    auto changed = bytes_of(dynamics / name);
    auto const at = changed.find(text);
    EXPECT_NE(at, std::string::npos) << text;
    changed.replace(at, text.size(), replacement);
    put_bytes(file, changed);
    try {
        read(file);
    } catch (InputError const& error) {
        return error.what();
    }
    return "";
}

std::string complaint_on_path(std::string const& text, std::string const& replacement)
{
    return complaint("index_path.csv", text, replacement, [](auto const& file) { read_index_path(file); });
}

std::string complaint_on_terms(std::string const& text, std::string const& replacement)
{
    return complaint("index_terms.csv", text, replacement, [](auto const& file) { read_index_terms(file); });
}

// The whole line of a series and year, and everything of a series.
std::string line_of(std::string const& start)
{
    auto const text = bytes_of(dynamics / "index_path.csv");
    auto const at = text.find("\n" + start);
    return text.substr(at + 1, text.find('\n', at + 1) - at);
}

TEST(IndexPath, RefusesWhatIsNotWhole)
{
    EXPECT_THAT(complaint_on_path(line_of("wages,2028"), ""),
                HasSubstr("wages has no 2028, a gap in the path; amounts cannot be brought over that year"));
    EXPECT_THAT(complaint_on_path(line_of("woz,2033"), ""), HasSubstr("woz has no 2033, which other series"));
    EXPECT_THAT(complaint_on_path("\nprices,2028", "\nprices,2027"),
                HasSubstr("prices of 2027 stands here twice"));
    EXPECT_THAT(complaint_on_path("\nwages,2027,2.3,3.3", "\nwages,2027,3.4,3.3"),
                HasSubstr("wages of 2027: low, middle and high are not in order"));
    EXPECT_THAT(complaint_on_path("\nwages,2027,", "\nwagess,2027,"),
                HasSubstr("there is no index series wagess. Did you mean wages?"));
    EXPECT_THAT(complaint_on_path("\nwages,2027,2.3,3.3,4.3", "\nwages,2027,2.3,3.3,1043"),
                HasSubstr("leaves what a year can bring"));
    EXPECT_THAT(complaint_on_path("\nwages,2027,", "\nwages,next,"), HasSubstr("index_path.csv:15"));
    EXPECT_THAT(complaint_on_path("\nnorms,2027,1.8,3.1,4.3,percent on a year before,wages",
                                  "\nnorms,2027,1.8,3.1,4.3,percent on a year before,prices"),
                HasSubstr("norms of 2027 moves with prices, an earlier year with wages"));
}

TEST(IndexPath, SaysAllProblemsOfAFileAtOnce)
{
    auto const said = complaint_on_path("\nprices,2027,1.2,2.0,3.0", "\nprices,2028,1.2,0.1,3.0");

    EXPECT_THAT(said, HasSubstr("prices of 2028: low, middle and high are not in order"));
    EXPECT_THAT(said, HasSubstr("stands here twice"));
    EXPECT_THAT(said, HasSubstr("prices has no 2027, a gap"));
}

TEST(IndexPath, GivesSourceAndEvidenceOfEveryRise)
{
    for (auto const& series : shipped().series) {
        for (auto const& rise : series.rises) {
            EXPECT_NE(rise.source, "") << series.name;
            EXPECT_TRUE((std::set<std::string>{"high", "medium", "low"}.contains(rise.evidence)))
                << series.name;
            EXPECT_TRUE(rise.status == "estimated" || rise.low == rise.high) << series.name;
        }
    }
}

TEST(IndexPath, IsDrawnBetweenItsEndsAndTheSameAgain)
{
    auto const path = shipped();
    auto const drawn = draw_indices(path, 7, 9);
    auto const again = draw_indices(path, 7, 9);
    for (std::size_t s = 0; s < path.series.size(); ++s) {
        for (int year = path.first_year; year <= path.last_year(); ++year) {
            auto const& rise = path.series[s].rises[static_cast<std::size_t>(year - path.first_year)];
            for (std::size_t d = 0; d < drawn.size(); ++d) {
                EXPECT_GE(drawn[d].rise(s, year), rise.low / 100 - 1e-15);
                EXPECT_LE(drawn[d].rise(s, year), rise.high / 100 + 1e-15);
                EXPECT_EQ(drawn[d].rise(s, year), again[d].rise(s, year));
            }
        }
    }
}

// Each of nine equal parts of the interval holds one of nine courses; wages and norms lie at the same place.
TEST(IndexPath, IsSpreadEvenlyOverTheCourses)
{
    auto const path = shipped();
    auto const wages = index_series("wages");
    auto const norms = index_series("norms");
    constexpr int year = 2029;
    auto const place = [&](DrawnIndex const& index, std::size_t series) {
        auto const& rise = path.series[series].rises[static_cast<std::size_t>(year - path.first_year)];
        double const value = 100 * index.rise(series, year);
        return value < rise.middle ? (value - rise.low) / (rise.middle - rise.low) / 2
                                   : 0.5 + (value - rise.middle) / (rise.high - rise.middle) / 2;
    };
    std::set<int> parts;
    for (auto const& index : draw_indices(path, 3, 9)) {
        parts.insert(static_cast<int>(9 * place(index, wages)));
        EXPECT_NEAR(place(index, wages), place(index, norms), 1e-9);
    }
    EXPECT_EQ(parts.size(), 9U);
}

TEST(IndexPath, MovesAnAmountOnTheDaysOfItsTermAlone)
{
    auto const index = middle_index(shipped());
    auto const wages = index_series("wages");
    double const of_2027 = 1 + index.rise(wages, 2027);
    double const of_2028 = 1 + index.rise(wages, 2028);
    TermIndex january{"a", "b", wages, Adjusted::january, "", 0};
    TermIndex twice{"a", "b", wages, Adjusted::half_yearly, "", 0};

    EXPECT_EQ(growth_between(index, january, {2027, 1, 1}, {2027, 12, 31}), 1);
    EXPECT_EQ(growth_between(index, january, {2026, 12, 31}, {2027, 1, 1}), of_2027);
    EXPECT_DOUBLE_EQ(growth_between(index, january, {2026, 7, 1}, {2028, 7, 1}), of_2027 * of_2028);
    EXPECT_DOUBLE_EQ(growth_between(index, twice, {2027, 1, 1}, {2027, 7, 1}), std::sqrt(of_2027));
    EXPECT_DOUBLE_EQ(growth_between(index, twice, {2026, 12, 31}, {2027, 12, 31}), of_2027);
    twice.adjusted = Adjusted::never;
    EXPECT_EQ(growth_between(index, twice, {2020, 1, 1}, {2090, 1, 1}), 1);
    EXPECT_THROW(growth_between(index, january, {2026, 12, 31}, {2050, 1, 1}), ModelError);
}

TEST(IndexTerms, RefuseWhatFollowsNothing)
{
    EXPECT_THAT(complaint_on_terms("minimum_wage,hour,norms,", "minimum_wage,hour,norm,"),
                HasSubstr("there is no such index series. Did you mean norms?"));
    EXPECT_THAT(
        complaint_on_terms("minimum_wage,hour,norms,half_yearly", "minimum_wage,hour,norms,half-yearly"),
        HasSubstr("never, january or half_yearly was meant. Did you mean half_yearly?"));
    EXPECT_THAT(complaint_on_terms("minimum_wage,hour,norms,half_yearly", "minimum_wage,hour,none,january"),
                HasSubstr("what follows none is never adjusted"));
    EXPECT_THAT(complaint_on_terms("minimum_wage,hour,", "minimum_wage,reference_month,"),
                HasSubstr("minimum_wage.reference_month stands here twice"));
}

}  // namespace
}  // namespace minimasim::forecast::test
