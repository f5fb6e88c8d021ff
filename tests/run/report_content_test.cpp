#include "sim/run/report_content.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "sim/base/error.hpp"
#include "sim/forecast/index_path.hpp"
#include "tests/report/temporary_folder.hpp"
#include "tests/run/example_member.hpp"

namespace minimasim::run::test {
namespace {

using report::test::bytes_of;
using report::test::put_bytes;
using report::test::TemporaryFolder;

Workspace const& assen()
{
    static auto const read = read_workspace({source_folder / "data", source_folder / "scenarios"}, "GM0106");
    return read;
}

// Assen with a folder of data of its own, in which one file of the municipality is another.
Workspace with_file(TemporaryFolder const& folder, std::string const& file, std::string const& text)
{
    auto const place = folder.path() / file;
    std::filesystem::create_directories(place.parent_path());
    std::filesystem::copy_file(source_folder / "data/figures.csv", folder.path() / "figures.csv");
    put_bytes(place, text);
    auto workspace = assen();
    workspace.folders.data = folder.path();
    return workspace;
}

std::string with(std::string text, std::string const& from, std::string const& to)
{
    auto const place = text.find(from);
    EXPECT_NE(place, std::string::npos) << from;
    return text.replace(place, from.size(), to);
}

outcomes::BudgetLine const& line_of(std::vector<outcomes::BudgetLine> const& lines, std::string const& scheme)
{
    for (auto const& line : lines) {
        if (line.scheme == scheme) {
            return line;
        }
    }
    throw std::runtime_error("no line of " + scheme);
}

outcomes::Results results_of(std::vector<std::string> const& packages)
{
    auto setting = example_setting();
    for (auto const& package : packages) {
        add_shipped(setting, package);
    }
    outcomes::Results results;
    add_examples(assen(), setting, results);
    add_curves(assen(), setting, results);
    return results;
}

double value_of(outcomes::Results const& results, std::string const& package, std::string const& household,
                std::string const& value)
{
    for (auto const& row : results.example_values) {
        if (row.package == package && row.household == household && row.value == value) {
            return row.number;
        }
    }
    return std::nan("");
}

}  // namespace

TEST(BudgetLines, SayOfEverySchemeAndMeasureWhereItStands)
{
    auto const lines = read_budget_lines(assen());

    EXPECT_EQ(lines.size(), rules::scheme_count + assen().municipality.measures.size());
    EXPECT_EQ(line_of(lines, "special_assistance").task_field, "6.3");
    EXPECT_EQ(line_of(lines, "special_assistance").budget_euro_per_year, 1'900'000);
    EXPECT_EQ(line_of(lines, "special_assistance").duration, "structural");
    EXPECT_EQ(line_of(lines, "early_signals").duration, "incidental");
    EXPECT_EQ(line_of(lines, "early_signals").last_day, "2027-12-31");
    EXPECT_EQ(line_of(lines, "adult_fund").budget_line, "new");
    EXPECT_EQ(line_of(lines, "aftercare").budget_euro_per_year, 30'000);  // what exists, not what is new
    EXPECT_TRUE(std::isnan(line_of(lines, "participation_budget").budget_euro_per_year));
    for (auto const& line : lines) {
        EXPECT_FALSE(line.task_field_name.empty()) << line.scheme;
        EXPECT_FALSE(line.payer.empty()) << line.scheme;
    }
}

TEST(BudgetLines, RefuseAnUnknownDurationAMissingAndAStrangeScheme)
{
    TemporaryFolder const folder;
    std::string const file = "municipalities/GM0106/task_fields.csv";
    auto const text = bytes_of(source_folder / "data" / file);
    auto const spoiled =
        with(with(text, "existing,structural,", "existing,for ever,"), "\npartners,", "\npartnes,");

    try {
        read_budget_lines(with_file(folder, file, spoiled));
        FAIL() << "was not refused";
    } catch (InputError const& error) {
        std::string const message = error.what();
        EXPECT_NE(message.find("duration is 'for ever'"), std::string::npos) << message;
        EXPECT_NE(message.find("partners has no row"), std::string::npos) << message;
        EXPECT_NE(message.find("partnes is no scheme and no measure"), std::string::npos) << message;
    }
}

TEST(BudgetLines, AreNotThereWithoutTheirFile)
{
    TemporaryFolder const folder;

    EXPECT_TRUE(read_budget_lines(with_file(folder, "other.csv", "")).empty());
}

TEST(BudgetYears, RiseWithTheMiddleOfTheIndexPathOfTheForecast)
{
    auto const path = forecast::read_index_path(source_folder / "data/dynamics/index_path.csv");
    auto const middle = forecast::middle_index(path);

    auto const years = read_budget_years(assen(), {2025, 7, 1});

    ASSERT_EQ(years.size(), 4U);
    EXPECT_EQ(years[0].year, 2025);
    EXPECT_EQ(years[0].price_index, 1);
    for (int i = 1; i < 4; ++i) {
        EXPECT_DOUBLE_EQ(years[static_cast<std::size_t>(i)].price_index,
                         middle.growth(forecast::index_series("prices"), 2025, 2025 + i));
    }
    EXPECT_EQ(years[1].status, "estimated");
    EXPECT_NE(years[2].source.find("Rabobank"), std::string::npos);
}

TEST(BudgetYears, CarryTheLastRiseBeyondTheIndexPath)
{
    auto const years = read_budget_years(assen(), {2032, 7, 1});

    EXPECT_EQ(years[1].status, "estimated");
    EXPECT_EQ(years[2].status, "carried");
    EXPECT_DOUBLE_EQ(years[2].price_index / years[1].price_index, years[1].price_index);
}

// The workbook goes by the duration of a line, the forecast by data/dynamics/index_terms.csv.
TEST(BudgetYears, LeaveTheSameMeasuresAtTheirAmountAsTheForecast)
{
    auto const terms = forecast::read_index_terms(source_folder / "data/dynamics/index_terms.csv");

    for (auto const& measure : assen().municipality.measures) {
        auto const term = std::find_if(terms.begin(), terms.end(), [&](forecast::TermIndex const& row) {
            return row.scheme == measure.key && row.term == "budget_per_year";
        });
        ASSERT_NE(term, terms.end()) << measure.key;
        EXPECT_EQ(term->adjusted == forecast::Adjusted::never, measure.duration != "structural")
            << measure.key;
    }
}

TEST(BudgetYears, StayAsTheyAreWhereNothingIsKnown)
{
    TemporaryFolder const folder;

    for (auto const& year : read_budget_years(with_file(folder, "other.csv", ""), {2025, 7, 1})) {
        EXPECT_EQ(year.price_index, 1);
    }
}

TEST(Borders, AreThoseOfTheNeighbourhoodsAndSayWhomToName)
{
    auto const borders = read_borders(assen());

    EXPECT_NE(borders.find("Kloosterveen"), std::string::npos);
    EXPECT_NE(borders.find("\"attribution\":\"CBS en Kadaster"), std::string::npos);
}

TEST(Borders, OfOtherNeighbourhoodsAreRefused)
{
    std::string const file = "margins/GM0106/neighbourhoods.geojson";
    auto const text = bytes_of(source_folder / "data" / file);
    for (auto const& [spoiled, expected] :
         {std::pair{with(text, "\"Pittelo\"", "\"Pitelo\""), std::string("Pitelo")},
          std::pair{text.substr(0, text.size() / 2), std::string("is no GeoJSON")},
          std::pair{with(text, "\"attribution\"", "\"by\""), std::string("whom to name")}}) {
        TemporaryFolder const folder;
        auto const workspace = with_file(folder, file, spoiled);
        try {
            read_borders(workspace);
            FAIL() << "was not refused: " << expected;
        } catch (InputError const& error) {
            EXPECT_NE(std::string(error.what()).find(expected), std::string::npos) << error.what();
        }
    }
}

TEST(Examples, AreTheStandardHouseholdsAndThePersonas)
{
    auto const results = results_of({});

    EXPECT_EQ(results.examples.size(), 13U);
    std::set<std::string> titles;
    for (auto const& example : results.examples) {
        EXPECT_FALSE(example.title.empty()) << example.id;
        EXPECT_FALSE(example.title_en.empty()) << example.id;
        titles.insert(example.title);
    }
    EXPECT_TRUE(titles.contains("Alleenstaande ouder met deeltijdwerk"));
    EXPECT_TRUE(titles.contains("Omar"));
}

// Dennis has had a low income for half a year: the supplement asks three.
TEST(Examples, HaveWhatTheRulesGiveThemWithEverythingClaimed)
{
    auto const results = results_of({"income-supplement-500", "no-municipal-schemes"});

    EXPECT_EQ(value_of(results, "baseline", "dennis", "income_supplement_per_year"), 0);
    EXPECT_EQ(value_of(results, "income-supplement-500", "standard-single-assistance",
                       "income_supplement_per_year"),
              500);
    for (auto const& example : results.examples) {
        for (std::string const package : {"baseline", "income-supplement-500", "no-municipal-schemes"}) {
            EXPECT_NEAR(value_of(results, package, example.id, "municipal_support_per_year"),
                        value_of(results, package, example.id, "municipal_cash_per_year") +
                            value_of(results, package, example.id, "municipal_in_kind_per_year"),
                        1e-9);
        }
        EXPECT_EQ(value_of(results, "no-municipal-schemes", example.id, "municipal_support_per_year"), 0);
        // What the supplement gives more is there to spend.
        EXPECT_NEAR(
            12 * (value_of(results, "income-supplement-500", example.id, "disposable_income_per_month") -
                  value_of(results, "baseline", example.id, "disposable_income_per_month")),
            value_of(results, "income-supplement-500", example.id, "municipal_cash_per_year") -
                value_of(results, "baseline", example.id, "municipal_cash_per_year"),
            1e-6)
            << example.id;
    }
    EXPECT_TRUE(
        std::isnan(value_of(results, "no-municipal-schemes", "dennis", "income_supplement_per_year")));
}

TEST(Curves, AreDrawnOnlyWhereAPackageDiffers)
{
    auto const results = results_of({"full-take-up", "limits-130", "no-municipal-schemes"});

    std::map<std::string, std::map<std::string, int>> points;
    for (auto const& point : results.curves) {
        points[point.package][point.household] += 1;
    }
    EXPECT_EQ(points.at("baseline").size(), 4U);
    for (auto const& [household, count] : points.at("baseline")) {
        EXPECT_EQ(count, 121) << household;
    }
    EXPECT_EQ(points.count("full-take-up"), 0U);  // everybody claims already
    EXPECT_GE(points.at("limits-130").size(), 1U);
    EXPECT_GE(points.at("no-municipal-schemes").size(), 3U);
}

TEST(Curves, BeginWithoutAWageAndRiseInTheEnd)
{
    auto const results = results_of({});

    ASSERT_FALSE(results.curves.empty());
    EXPECT_EQ(results.curves.front().wage_per_year, 0);
    EXPECT_GT(results.curves.front().municipal_support_per_year, 0);
    EXPECT_EQ(results.curves.back().wage_per_year, 60'000);
    EXPECT_EQ(results.curves.back().municipal_support_per_year, 0);
    EXPECT_GT(results.curves.back().disposable_income_per_year,
              results.curves.front().disposable_income_per_year);
}

}  // namespace minimasim::run::test
