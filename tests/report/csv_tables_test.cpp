#include "sim/report/csv_tables.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "sim/input/csv.hpp"
#include "sim/report/csv_table.hpp"
#include "sim/report/small_counts.hpp"
#include "tests/report/example_results.hpp"
#include "tests/report/limited_disk.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::report {
namespace {

using test::example_results;
using test::TemporaryFolder;

TEST(CsvTables, AreAllListedInTheDataPackageWithEveryColumn)
{
    TemporaryFolder const folder;

    write_csv_tables(example_results(), folder.path() / "results");

    auto const tables = folder.path() / "results" / "tables";
    auto const package = nlohmann::json::parse(test::bytes_of(tables / "datapackage.json"));
    std::set<std::string> listed;
    for (auto const& resource : package.at("resources")) {
        auto const path = resource.at("path").get<std::string>();
        listed.insert(path);
        std::vector<std::string> columns;
        for (auto const& field : resource.at("schema").at("fields")) {
            EXPECT_FALSE(field.at("description").get<std::string>().empty());
            EXPECT_TRUE(field.at("type") != "number" || field.contains("unit")) << path << " " << field;
            columns.push_back(field.at("name"));
        }
        EXPECT_EQ(input::Csv::read(tables / path).header(), columns) << path;
    }
    std::set<std::string> written;
    for (auto const& entry : std::filesystem::directory_iterator(tables)) {
        written.insert(entry.path().filename().string());
    }
    written.erase("datapackage.json");
    written.erase("dcat.jsonld");
    EXPECT_EQ(listed, written);
    EXPECT_EQ(listed.size(), 16);
}

TEST(CsvTables, HoldEveryFigureAsItIs)
{
    TemporaryFolder const folder;
    auto const results = example_results();

    write_csv_tables(results, folder.path());
    auto const figures = input::Csv::read(folder.path() / "tables" / "figures.csv");

    ASSERT_EQ(figures.rows().size(), results.figures.size());
    for (std::size_t i = 0; i < results.figures.size(); ++i) {
        auto const& row = figures.rows()[i];
        EXPECT_EQ(figures.cell(row, "outcome"), results.figures[i].outcome);
        EXPECT_EQ(figures.cell(row, "cell"), results.figures[i].cell);
        EXPECT_EQ(figures.number(row, "estimate"), results.figures[i].estimate);
        EXPECT_EQ(figures.number(row, "difference_high"), results.figures[i].difference_high);
    }
}

TEST(CsvTables, LeaveOutSmallCountsOfABreakdownAndTheDifferencesThatTellThem)
{
    auto results = example_results();
    auto const add = [&](char const* breakdown, char const* unit, double estimate, double difference) {
        results.figures.push_back({"limits-130", "recipients_households", "", breakdown, "cell", unit,
                                   estimate, estimate, estimate, difference, difference, difference});
    };
    results.figures.clear();
    add("profile", "households", 9.99, 0);
    add("profile", "households", 10, 0);
    add("profile", "households", 40, -4);
    add("profile", "households", 40, 35);  // five in the baseline
    add("profile", "households", 40, 20);
    add("profile", "households", 0, 0);
    add("profile", "euro_per_year", 5, 5);
    add("total", "households", 5, -5);

    std::vector<std::string> lines;
    for (auto const& file : csv_table_files(results)) {
        if (file.name == "figures.csv") {
            std::istringstream stream(file.text);
            for (std::string line; std::getline(stream, line);) {
                lines.push_back(line);
            }
        }
    }

    auto const ends_with = [&](std::size_t row, std::string const& end) {
        EXPECT_TRUE(lines.at(row).ends_with(end)) << lines.at(row);
    };
    ends_with(1, ",cell,households,,,,,,,,,all");
    ends_with(2, ",cell,households,10,10,10,0,0,0,0,0,");
    ends_with(3, ",cell,households,40,40,40,,,,0,,difference");
    ends_with(4, ",cell,households,40,40,40,,,,0,,difference");
    ends_with(5, ",cell,households,40,40,40,20,20,20,0,0,");
    ends_with(6, ",cell,households,0,0,0,0,0,0,0,0,");
    ends_with(7, ",cell,euro_per_year,5,5,5,5,5,5,0,0,");
    ends_with(8, ",cell,households,5,5,5,-5,-5,-5,0,0,");
    EXPECT_EQ(without_small_counts("single parent 12, one person 3"),
              "single parent 12, one person fewer than 10");
    EXPECT_EQ(without_small_counts(""), "");
}

TEST(CsvTables, LeaveNothingBehindOnAFullDisk)
{
    TemporaryFolder const folder;

    EXPECT_TRUE(test::is_refused_on_limited_disk(100, "packages.csv: cannot be written in full", [&] {
        write_csv_tables(example_results(), folder.path());
    }));

    EXPECT_EQ(test::count_entries(folder.path() / "tables"), 0);
}

TEST(CsvNumber, HasADecimalPointAndNoMoreDecimalsThanItsUnitAsksFor)
{
    EXPECT_EQ(csv_number(1234567.8949, "euro_per_year"), "1234567.89");
    EXPECT_EQ(csv_number(1000, "persons"), "1000");
    EXPECT_EQ(csv_number(0.1234567, "share"), "0.123457");
    EXPECT_EQ(csv_number(-0.001, "euro_per_year"), "0");
    EXPECT_EQ(csv_exact_number(0.1), "0.1");
    EXPECT_EQ(csv_exact_number(1000000), "1000000");
}

}  // namespace
}  // namespace minimasim::report
