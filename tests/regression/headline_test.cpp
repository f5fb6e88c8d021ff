// Results we mean to keep: the headline figures of every shipped package in a small run. A difference is a
// change of the model: read it as carefully as code, then refresh the table with scripts/update_expected.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/properties/figures_table.hpp"

namespace minimasim {

namespace {

using namespace test;

std::filesystem::path const expected_file = source_folder / "tests/regression/expected/headline.csv";
constexpr char const* header = "package,outcome,scheme,unit,estimate";

std::set<std::string> const outcomes{"cost_per_year",
                                     "entitled_households",
                                     "recipients_households",
                                     "users",
                                     "newly_entitled_households",
                                     "newly_reached_households",
                                     "no_longer_entitled_households",
                                     "no_longer_reached_households",
                                     "poor_households",
                                     "poor_persons",
                                     "poor_children",
                                     "near_poor_persons",
                                     "poverty_gap_per_year"};

// Euros and quarters of a household (four replicates), so that the last digit means something.
std::string fixed(double value)
{
    char text[40];
    std::snprintf(text, sizeof text, "%.2f", value == 0 ? 0.0 : value);
    return text;
}

// The totals of all packages in the order of the table; of a package only what differs from the baseline.
std::vector<std::string> headlines(FiguresTable const& figures)
{
    std::vector<std::string> rows;
    auto const& csv = figures.csv();
    for (auto const& row : csv.rows()) {
        bool const is_headline =
            outcomes.count(csv.cell(row, "outcome")) > 0 && csv.cell(row, "breakdown") == "total";
        if (!is_headline) {
            continue;
        }
        bool const is_own = csv.cell(row, "package") == "baseline" ? csv.number(row, "estimate") != 0
                                                                   : csv.number(row, "difference") != 0;
        if (is_own) {
            rows.push_back(csv.cell(row, "package") + "," + csv.cell(row, "outcome") + "," +
                           csv.cell(row, "scheme") + "," + csv.cell(row, "unit") + "," +
                           fixed(csv.number(row, "estimate")));
        }
    }
    return rows;
}

std::vector<std::string> lines_of(std::string const& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

std::string name_of(std::string const& row)
{
    return row.substr(0, row.rfind(','));
}
std::string value_of(std::string const& row)
{
    return row.substr(row.rfind(',') + 1);
}

// One line for every row that is new, gone or different.
std::string difference(std::vector<std::string> const& expected, std::vector<std::string> const& found)
{
    std::map<std::string, std::string> before;
    std::map<std::string, std::string> now;
    std::set<std::string> names;
    for (auto const& row : expected) {
        before[name_of(row)] = value_of(row);
        names.insert(name_of(row));
    }
    for (auto const& row : found) {
        now[name_of(row)] = value_of(row);
        names.insert(name_of(row));
    }
    std::string text;
    for (auto const& name : names) {
        bool const was = before.count(name) > 0;
        bool const is = now.count(name) > 0;
        if (!was || !is || before[name] != now[name]) {
            text += "  " + name + ": " + (was ? before[name] : "not there") + " -> " +
                    (is ? now[name] : "not there") + "\n";
        }
    }
    return text;
}

}  // namespace

TEST(Headlines, AreThoseWeKeep)
{
    TemporaryFolder const folder;
    give_populations(folder.path());
    auto const run = minimasim(small_run(folder.path(), {"--seed", "1"}));
    ASSERT_EQ(run.exit_code, 0) << run.errors;
    FiguresTable const figures(folder.path());
    auto const found = headlines(figures);

    if (std::getenv("MINIMASIM_UPDATE_EXPECTED") != nullptr) {
        std::string text = std::string(header) + "\n";
        for (auto const& row : found) {
            text += row + "\n";
        }
        put_bytes(expected_file, text);
    }
    auto expected = lines_of(bytes_of(expected_file));

    ASSERT_FALSE(expected.empty()) << expected_file << " is missing; scripts/update_expected writes it";
    EXPECT_EQ(expected.front(), header);
    expected.erase(expected.begin());
    EXPECT_EQ(difference(expected, found), "")
        << "the figures of the shipped packages changed; when that is meant: scripts/update_expected";
    EXPECT_EQ(expected.size(), found.size());
}

}  // namespace minimasim
