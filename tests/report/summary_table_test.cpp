#include "sim/report/summary_table.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "sim/report/number_text.hpp"
#include "sim/report/summary_json.hpp"
#include "sim/report/text_table.hpp"
#include "tests/report/example_results.hpp"

namespace minimasim::report {
namespace {

std::vector<SchemeNames> const schemes = {
    {"income_supplement", "Individuele inkomenstoeslag", "Individual income supplement"},
    {"goods_scheme", "Maatwerkregeling gebruiksgoederen", "Goods scheme"}};

std::vector<std::string> lines_of(std::string const& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

std::size_t end_of(std::string const& line, std::string const& word)
{
    auto const place = line.find(word);
    return place == std::string::npos ? 0 : display_width(line.substr(0, place + word.size()));
}

std::string line_with(std::vector<std::string> const& lines, std::string const& words)
{
    for (auto const& line : lines) {
        if (line.find(words) != std::string::npos) {
            return line;
        }
    }
    return "";
}

TEST(SummaryTable, AlignsItsColumnsToTheRight)
{
    auto const lines = lines_of(summary_table(test::example_results(), Language::dutch, schemes));

    auto const header = line_with(lines, "Pakket ");
    auto const estimates = line_with(lines, "€ 550.000");
    auto const intervals = line_with(lines, "430.000 – 530.000");
    EXPECT_EQ(end_of(estimates, "€ 480.000"), end_of(header, "per jaar"));
    EXPECT_EQ(end_of(intervals, "430.000 – 530.000"), end_of(header, "per jaar"));
    EXPECT_EQ(end_of(estimates, "€ 550.000"), end_of(header, "bedrag"));
    EXPECT_EQ(end_of(estimates, "1.210 / 1.900 / 400"), end_of(header, "/ kinderen"));
    EXPECT_EQ(end_of(estimates, "−150"), end_of(header, "arme personen"));
    EXPECT_EQ(end_of(intervals, "−210 tot −90"), end_of(header, "arme personen"));
    EXPECT_EQ(display_width(estimates), display_width(header));
}

TEST(SummaryTable, FitsATerminal)
{
    auto results = test::example_results();
    results.packages[1].title =
        "De lat hoger: alle minimaregelingen naar 130 %, de toeslag naar 500 euro en het budget";

    for (auto const language : {Language::dutch, Language::english}) {
        for (auto const& line : lines_of(summary_table(results, language, schemes))) {
            EXPECT_LE(display_width(line), 150) << line;
        }
    }
}

TEST(SummaryTable, SplitsTheCostOverSchemesAndGivesTheRemarks)
{
    auto const text = summary_table(test::example_results(), Language::dutch, schemes);

    EXPECT_NE(text.find("Maatwerkregeling gebruiksgoederen  −€ 14.000  (−17.000 tot −11.000)"),
              std::string::npos);
    EXPECT_NE(text.find("  * Kwijtschelding blijft op 100 %"), std::string::npos);
}

TEST(SummaryTable, SpeaksEnglishWhenAsked)
{
    auto const text = summary_table(test::example_results(), Language::english, schemes);

    EXPECT_NE(text.find("Individual income supplement"), std::string::npos);
    EXPECT_NE(text.find("All schemes to 130 %"), std::string::npos);
    EXPECT_NE(text.find("law of 1 July 2025"), std::string::npos);
    EXPECT_EQ(text.find("Pakket"), std::string::npos);
}

TEST(SummaryTable, OfTheBaselineAloneOrOfNothingHasNoRows)
{
    auto results = test::example_results();
    results.packages.resize(1);

    EXPECT_EQ(summary_table(results, Language::dutch, schemes).find("Pakket"), std::string::npos);
    EXPECT_EQ(summary_table({}, Language::dutch, schemes), "Geen pakketten.\n");
}

TEST(SummaryJson, HoldsTheFiguresUnrounded)
{
    auto const json = nlohmann::json::parse(summary_json(test::example_results()));

    auto const& package = json.at("packages").at(1);
    EXPECT_EQ(package.at("id"), "limits-130");
    EXPECT_EQ(package.at("extra_cost_per_year").at("estimate"), 484234);
    EXPECT_EQ(package.at("published_cost_euro"), 550000);
    EXPECT_EQ(package.at("newly_reached_children").at("high"), 240);
    EXPECT_EQ(package.at("change_in_poor_persons").at("low"), -212);
    EXPECT_EQ(package.at("schemes").at(1).at("extra_cost_per_year").at("estimate"), -14000);
    EXPECT_EQ(package.at("remarks").size(), 2);
    EXPECT_TRUE(json.at("packages").at(0).at("published_cost_euro").is_null());
    EXPECT_TRUE(json.at("packages").at(2).at("change_in_poor_children").is_null());
}

TEST(Wrapped, KeepsANumberWithItsUnitAndSplitsAtAHyphen)
{
    EXPECT_EQ(wrapped("Alle regelingen naar 130 %", 24),
              (std::vector<std::string>{"Alle regelingen naar", "130 %"}));
    EXPECT_EQ(wrapped("Een gedachte-experiment", 12),
              (std::vector<std::string>{"Een", "gedachte-", "experiment"}));
    EXPECT_EQ(wrapped("", 10), std::vector<std::string>{""});
}

}  // namespace
}  // namespace minimasim::report
