// The section of a report that shows a forecast, and the way there through forecast.json.

#include "sim/report/html/forecast_section.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "sim/base/error.hpp"
#include "sim/report/forecast_reader.hpp"
#include "sim/report/forecast_tables.hpp"
#include "sim/report/html/report.hpp"
#include "tests/report/example_forecast.hpp"
#include "tests/report/example_results.hpp"
#include "tests/report/page_reader.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::report {
namespace {

using testing::HasSubstr;
using testing::Not;

// Results that the example forecast goes with, with one of its packages.
outcomes::Results results_of_forecast()
{
    auto results = test::example_results();
    results.provenance.municipality_name = "Voorbeeld";
    results.provenance.data_digest = "abc";
    results.provenance.seed = 1;
    results.packages.push_back(results.packages[1]);
    results.packages.back().id = "places";
    for (auto& package : results.packages) {
        package.date = "2025-07-01";
    }
    return results;
}

std::string page_with(outcomes::Results const& results, ForecastDocument const& document,
                      Language language = Language::dutch)
{
    ReportForecast const forecast{document, "../forecast.html"};
    return report_pages(results, language, &forecast).front().text;
}

std::string section_of(std::string const& page)
{
    auto const begin = page.find("id=\"forecast-section\"");
    return begin == std::string::npos ? "" : page.substr(begin, page.find("<section ", begin) - begin);
}

TEST(ForecastSection, ShowsThePathsOfSharedPackagesTheGoalsInWordsAndTheWayToAll)
{
    auto const page = page_with(results_of_forecast(), test::example_forecast());
    auto const section = section_of(page);

    EXPECT_THAT(page, HasSubstr("<a href=\"#forecast-section\">Naar 2026: schulden en schuldhulp</a>"));
    EXPECT_THAT(section, HasSubstr("Kans dat de schuldendoelstelling"));
    EXPECT_THAT(section, HasSubstr("Meer plaatsen"));
    EXPECT_THAT(section, HasSubstr("<svg"));
    EXPECT_THAT(section, HasSubstr("zeer onwaarschijnlijk"));
    EXPECT_THAT(section, HasSubstr("kans 0\u00a0%, komt uit op 8,0\u00a0%"));
    EXPECT_THAT(section, HasSubstr("minimasim-mark"));
    EXPECT_THAT(section, HasSubstr("<a href=\"../forecast.html\">"));
    EXPECT_THAT(section, HasSubstr("De andere pakketten van dit rapport veranderen niets"));
    EXPECT_THAT(section_of(page_with(results_of_forecast(), test::example_forecast(), Language::english)),
                HasSubstr("very unlikely"));
}

TEST(ForecastSection, MarksANumberThatAPackageSetsItself)
{
    auto results = results_of_forecast();
    results.packages.back().id = "acceptance-60";

    auto const section = section_of(page_with(results, test::example_forecast()));

    EXPECT_THAT(section, HasSubstr("even waarschijnlijk als niet"));
    EXPECT_THAT(section, HasSubstr("stelt dit zelf in"));
    EXPECT_THAT(section, HasSubstr("aanname"));
}

TEST(ForecastSection, LeavesOutAForecastOfOtherDataSeedPlaceOrDateAndSaysWhy)
{
    auto const section_with = [](auto const& change) {
        auto document = test::example_forecast();
        change(document.forecast);
        return section_of(page_with(results_of_forecast(), document));
    };
    for (auto const& section : {section_with([](auto& forecast) { forecast.data_digest = "abd"; }),
                                section_with([](auto& forecast) { forecast.seed = 2; }),
                                section_with([](auto& forecast) { forecast.municipality = "Elders"; }),
                                section_with([](auto& forecast) { forecast.policy_date = "2026-01-01"; })}) {
        EXPECT_THAT(section, HasSubstr("hoort niet bij dit rapport"));
        EXPECT_THAT(section, Not(HasSubstr("<svg")));
        EXPECT_THAT(section, Not(HasSubstr("<table")));
    }
}

std::string annex_with(outcomes::Results const& results, ForecastDocument const& document, Language language)
{
    ReportForecast const forecast{document, ""};
    return report_pages(results, language, &forecast)[1].text;
}

TEST(ForecastSection, TellsTheCouncilTheChanceOfEachGoalInItsAnnex)
{
    auto document = test::example_forecast();
    auto const dutch = annex_with(results_of_forecast(), document, Language::dutch);

    EXPECT_THAT(dutch,
                HasSubstr("<strong>Naar 2026: schulden en schuldhulp.</strong> Doel voor 2026: aandeel "
                          "huishoudens met problematische schulden hoogstens 4\u00a0%: kans 0\u00a0% bij "
                          "huidig beleid. Doel voor 2026"));
    EXPECT_THAT(dutch, HasSubstr("100 keer doorgerekend"));
    EXPECT_THAT(dutch, Not(HasSubstr("het hoogst met")));

    for (auto& outcome : document.forecast.goals) {
        outcome.chance = outcome.package == "places" ? 0.3 : 0.1;
    }
    EXPECT_THAT(annex_with(results_of_forecast(), document, Language::english),
                HasSubstr("chance 10% under current policy, highest with “More places”: 30%."));

    for (auto& outcome : document.forecast.goals) {
        outcome.goal.year = 2030;  // after the last year of the forecast
    }
    EXPECT_THAT(annex_with(results_of_forecast(), document, Language::dutch),
                HasSubstr("bij huidig beleid al in 2026, het hoogst met"));

    document.forecast.seed = 2;
    EXPECT_THAT(annex_with(results_of_forecast(), document, Language::dutch), Not(HasSubstr("Naar 2026")));
}

TEST(ForecastSection, IsNotThereWithoutAForecast)
{
    EXPECT_EQ(section_of(report_pages(results_of_forecast(), Language::dutch).front().text), "");
}

TEST(ForecastSection, HasIdsOfItsOwnOnAWellFormedPage)
{
    for (auto const language : {Language::dutch, Language::english}) {
        test::PageReader const reader(page_with(results_of_forecast(), test::example_forecast(), language));
        std::set<std::string> ids;
        for (auto const& element : reader.elements) {
            auto const id = element.attributes.find("id");
            EXPECT_TRUE(id == element.attributes.end() || ids.insert(id->second).second) << id->second;
        }
    }
}

TEST(ForecastFile, TellsAReportAllThatItShows)
{
    test::TemporaryFolder const folder;
    auto const file = folder.path() / "forecast.json";
    auto document = test::example_forecast();
    document.forecast.goals.back().value.estimate = std::numeric_limits<double>::quiet_NaN();
    test::put_bytes(file, forecast_json(document));

    EXPECT_EQ(page_with(results_of_forecast(), read_forecast(file)),
              page_with(results_of_forecast(), document));
}

TEST(ForecastFile, IsRefusedWhereItIsNone)
{
    test::TemporaryFolder const folder;
    auto const file = folder.path() / "forecast.json";
    auto const whole = forecast_json(test::example_forecast());

    EXPECT_THROW(read_forecast(file), InputError);  // not there
    for (auto const& text :
         {std::string(), std::string("{}"), std::string("[1]"), whole.substr(0, whole.size() / 2)}) {
        test::put_bytes(file, text);
        EXPECT_THROW(read_forecast(file), InputError) << text.substr(0, 40);
    }
}

}  // namespace
}  // namespace minimasim::report
