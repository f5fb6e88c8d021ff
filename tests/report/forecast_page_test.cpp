#include "sim/report/html/forecast_page.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <set>

#include "tests/report/example_forecast.hpp"
#include "tests/report/page_reader.hpp"

namespace minimasim::report {
namespace {

using test::PageReader;

// The text of a section as it reads, without its markup.
std::string text_of_section(std::string const& page, std::string const& id)
{
    auto const begin = page.find("id=\"" + id + "\"");
    auto const end = page.find("<section ", begin);
    std::string text;
    bool is_markup = true;
    for (auto i = begin; i < std::min(end, page.size()); ++i) {
        is_markup = is_markup || page[i] == '<';
        if (!is_markup) {
            text += page[i];
        }
        is_markup = is_markup && page[i] != '>';
    }
    return text;
}

bool says(std::string const& text, std::string const& part)
{
    return text.find(part) != std::string::npos;
}

TEST(ForecastPage, AnswersWhereDebtsLandWithIntervalAndTheChanceOfTheGoal)
{
    auto const page = forecast_page(test::example_forecast(), Language::dutch);
    PageReader const reader(page);

    EXPECT_EQ(reader.named("h1").front().text,
              "Waar staan de problematische schulden in Voorbeeld eind 2026?");
    auto const answer = text_of_section(page, "answer");
    EXPECT_TRUE(says(answer, "eind 2026 naar verwachting 8,0\u00a0%")) << answer;
    EXPECT_TRUE(says(answer, "tussen 7,2\u00a0% en 8,8\u00a0% zwak onderbouwd.")) << answer;
    EXPECT_TRUE(says(answer, "komt ‘Meer plaatsen’ het laagst uit: 80 huishoudens minder")) << answer;
    EXPECT_TRUE(
        says(answer, "Kans dat de schuldendoelstelling van 4\u00a0% wordt gehaald: 0\u00a0%, zonder nieuwe"))
        << answer;
}

TEST(ForecastPage, SaysSoWhereNoPackageLandsClearlyLower)
{
    auto document = test::example_forecast();
    for (auto& figure : document.forecast.years) {
        figure.difference.high = 100;
    }
    EXPECT_TRUE(says(forecast_page(document, Language::dutch), "komt duidelijk lager uit"));
    for (auto& figure : document.forecast.years) {
        figure.difference.estimate = 20;
    }
    EXPECT_TRUE(says(forecast_page(document, Language::dutch), "komt lager uit dan huidig beleid"));

    document.forecast.packages.resize(1);
    auto const alone = forecast_page(document, Language::dutch);
    EXPECT_FALSE(says(alone, "doorgerekende pakketten"));
    EXPECT_TRUE(says(alone, " zonder nieuwe maatregelen."));
}

TEST(ForecastPage, SaysThatItEndsBeforeTheYearOfAGoal)
{
    auto document = test::example_forecast();
    for (auto& outcome : document.forecast.goals) {
        outcome.goal.year = 2030;
    }
    auto const page = forecast_page(document, Language::dutch);

    EXPECT_TRUE(says(text_of_section(page, "answer"), "van 4\u00a0% al in 2026 wordt gehaald: 0\u00a0%"));
    EXPECT_TRUE(says(text_of_section(page, "goals"), "Doel voor 2030"));
    EXPECT_TRUE(says(text_of_section(page, "goals"), "dit is de stand in 2026."));
}

TEST(ForecastPage, MarksInTheTextWhatRestsOnAssumptionAlone)
{
    auto document = test::example_forecast();
    auto const reader = forecast_page(document, Language::dutch);
    EXPECT_TRUE(says(text_of_section(reader, "answer"), "tussen 40 en 120 aanname."));
    EXPECT_TRUE(says(text_of_section(reader, "drivers"), "600 zwak onderbouwd"));
    EXPECT_TRUE(says(text_of_section(reader, "help"), "aanname"));

    // With better evidence the marks go: they are read from the grades, not written down.
    for (auto& assumption : document.forecast.assumptions) {
        assumption.evidence = "high";
    }
    for (auto& package : document.forecast.packages) {
        package.changed_terms.clear();
    }
    auto const sure = forecast_page(document, Language::dutch);
    for (auto const* const id : {"drivers", "help", "goals", "paths", "assumptions"}) {
        EXPECT_FALSE(says(text_of_section(sure, id), "zwak onderbouwd")) << id;
    }
    EXPECT_FALSE(says(text_of_section(sure, "help"), "aanname"));
}

TEST(ForecastPage, SaysWhichPackageSetsAGoalItself)
{
    auto const goals = text_of_section(forecast_page(test::example_forecast(), Language::dutch), "goals");

    EXPECT_TRUE(says(goals, "55 van 100 keer; stelt dit zelf in")) << goals;
    EXPECT_TRUE(says(goals, "Meer plaatsen"));
    // What somebody put in was not found.
    EXPECT_TRUE(says(goals, "16\u00a0% – 24\u00a0%aanname55\u00a0%")) << goals;
}

TEST(ForecastPage, HasALineForTheReachOfEverySchemeInBothReadings)
{
    PageReader const reader(forecast_page(test::example_forecast(), Language::dutch));
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < reader.elements.size(); ++i) {
        auto const text = reader.elements[i].name == "tr" ? reader.text_within(i) : "";
        if (says(text, "Individuele inkomenstoeslag") || says(text, "Kindpakket")) {
            lines.push_back(text);
        }
    }

    ASSERT_EQ(lines.size(), 2U);
    EXPECT_TRUE(says(lines[0], "60\u00a0%")) << lines[0];
    EXPECT_TRUE(says(lines[0], "70\u00a0% / 70\u00a0%")) << lines[0];
    EXPECT_TRUE(says(lines[0], "kans 37\u00a0% / 37\u00a0%")) << lines[0];
    EXPECT_TRUE(says(lines[1], "boven 100\u00a0%")) << lines[1];
    EXPECT_TRUE(says(lines[1], "kan niet") && !says(lines[1], "kans")) << lines[1];
}

TEST(ForecastPage, TellsPovertyByYearAndPackage)
{
    auto const poverty = text_of_section(forecast_page(test::example_forecast(), Language::dutch), "poverty");

    EXPECT_TRUE(says(poverty, "Arme personen")) << poverty;
    EXPECT_TRUE(says(poverty, "Armoede in 2026, per pakket")) << poverty;
    EXPECT_TRUE(says(poverty, "Meer plaatsen")) << poverty;
}

TEST(ForecastPage, IsWellFormedSafeAndReachableWhateverNamesHold)
{
    for (std::string const name :
         {"<script>alert(1)</script>", "\"quotes\" & </title></style>", "{1} {2} ]]>",
          "a\xFF\xFE broken \xC3", "👩‍👧‍👦 \u202Ereversed"}) {
        auto document = test::example_forecast();
        document.forecast.municipality = name;
        document.forecast.packages[1].title = document.forecast.packages[1].title_en = name;
        document.forecast.places[0].name = name;
        document.forecast.checks[1].published.source = name;
        for (auto const language : {Language::dutch, Language::english}) {
            auto const page = forecast_page(document, language);
            PageReader const reader(page);

            EXPECT_FALSE(says(page, "<script"));
            EXPECT_EQ(reader.named("h1").size(), 1U);
            std::set<std::string> ids;
            for (auto const& element : reader.elements) {
                for (auto const& [attribute, value] : element.attributes) {
                    EXPECT_NE(attribute, "style");
                    EXPECT_NE(attribute.substr(0, 2), "on");
                    EXPECT_TRUE(attribute != "id" || ids.insert(value).second) << "twice " << value;
                    EXPECT_TRUE(attribute != "href" || value[0] == '#' || value.substr(0, 5) == "data:");
                }
            }
            for (auto const& link : reader.named("a")) {
                EXPECT_EQ(ids.count(link.attributes.at("href").substr(1)), 1U) << link.attributes.at("href");
            }
        }
    }
}

TEST(ForecastPage, HasATableForEveryPictureInBothLanguages)
{
    for (auto const language : {Language::dutch, Language::english}) {
        PageReader const reader(forecast_page(test::example_forecast(), language));

        std::size_t pictures = 0;
        for (std::size_t i = 0; i < reader.elements.size(); ++i) {
            if (reader.elements[i].name != "figure") {
                continue;
            }
            ++pictures;
            bool has_table = false;
            for (std::size_t k = i + 1; k < reader.elements.size() && reader.is_within(k, "figure"); ++k) {
                has_table = has_table || reader.elements[k].name == "table";
            }
            EXPECT_TRUE(has_table) << reader.text_within(i).substr(0, 100);
        }
        EXPECT_GT(pictures, 10U);
    }
    auto const english = forecast_page(test::example_forecast(), Language::english);
    for (auto const* const dutch : {"huishoudens", "aanname", "onderbouwd", "doorgerekend"}) {
        EXPECT_FALSE(says(english, dutch)) << dutch;
    }
}

TEST(ForecastPage, OfNumbersThatAreNoneOrOfNothingIsWellFormed)
{
    auto document = test::example_forecast();
    for (auto& figure : document.forecast.years) {
        figure.value = {std::numeric_limits<double>::quiet_NaN(), 0, std::numeric_limits<double>::infinity(),
                        0};
    }
    EXPECT_NO_THROW(PageReader const reader(forecast_page(document, Language::dutch)));

    document.forecast.years.clear();
    document.forecast.goals.clear();
    document.forecast.checks.clear();
    document.forecast.drivers.clear();
    document.forecast.neighbourhoods.clear();
    document.forecast.assumptions.clear();
    document.names.clear();
    document.indicators.clear();
    EXPECT_NO_THROW(PageReader const reader(forecast_page(document, Language::english)));
}

}  // namespace
}  // namespace minimasim::report
