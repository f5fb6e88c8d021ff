#include "sim/report/html/report.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>
#include <tuple>

#include "sim/base/error.hpp"
#include "tests/report/example_results.hpp"
#include "tests/report/page_reader.hpp"

namespace minimasim::report {
namespace {

using test::PageReader;

// Names that have broken pages before.
std::vector<std::string> nasty_names()
{
    return {"<script>alert(1)</script>",
            "\"quotes\" and 'apostrophes' & </title></style>",
            "emoji 👩‍👧‍👦 🏳️‍🌈 \u202Ereversed",
            std::string(500, 'W'),
            "a\xFF\xFE broken \xC3",
            "{1} {2} --> ]]> %s"};
}

// Results as a run gives them, with a household type, a decile and a neighbourhood each.
outcomes::Results full_results()
{
    auto results = test::example_results();
    auto const add = [&](std::string outcome, std::string scheme, std::string breakdown, std::string cell,
                         double value) {
        for (auto const& package : results.packages) {
            bool const is_baseline = package.id == "baseline";
            double const level = is_baseline ? value : 1.1 * value;
            results.figures.push_back({package.id, outcome, scheme, breakdown, cell, "households", level,
                                       0.9 * level, 1.1 * level, level - value, 0.9 * (level - value),
                                       1.1 * (level - value)});
        }
    };
    for (std::string const scheme : {"income_supplement", "goods_scheme"}) {
        add("entitled_households", scheme, "total", "", 2000);
        add("recipients_households", scheme, "total", "", 1200);
        for (std::string const type : {"one person", "single parent"}) {
            add("entitled_households", scheme, "household_type", type, 1000);
            add("recipients_households", scheme, "household_type", type, 600);
        }
    }
    for (std::string const cell : {"1", "2"}) {
        add("gaining_households", "", "income_decile", cell, 300);
        add("losing_households", "", "income_decile", cell, 40);
        add("households", "", "schemes_received", cell, 700);
    }
    add("newly_reached_households", "", "household_type", "one person", 300);
    return results;
}

// The words of the first screen beside its picture.
std::string answer_of(PageReader const& reader)
{
    for (std::size_t i = 0; i < reader.elements.size(); ++i) {
        auto const found = reader.elements[i].attributes.find("class");
        if (found != reader.elements[i].attributes.end() && found->second == "minimasim-answer") {
            return reader.text_within(i);
        }
    }
    return "";
}

std::vector<ReportFile> pages_of(outcomes::Results const& results)
{
    auto pages = report_pages(results, Language::dutch);
    auto const english = report_pages(results, Language::english);
    pages.insert(pages.end(), english.begin(), english.end());
    return pages;
}

TEST(Report, IsWellFormedWhateverNamesHold)
{
    for (auto const& name : nasty_names()) {
        auto results = full_results();
        results.packages[1].id = name;
        for (auto& figure : results.figures) {
            figure.package = figure.package == "limits-130" ? name : figure.package;
            figure.cell = figure.cell == "one person" ? name : figure.cell;
            figure.scheme = figure.scheme == "goods_scheme" ? name : figure.scheme;
        }
        auto& package = results.packages[1];
        package.title = package.title_en = package.question = package.source = package.cover = name;
        package.remarks = package.remarks_en = package.changed_terms = {name};
        results.provenance.municipality_name = name;
        results.examples[0].title = results.examples[0].title_en = name;

        for (auto const& page : pages_of(results)) {
            EXPECT_NO_THROW(PageReader const reader(page.text)) << page.name << " with " << name;
            EXPECT_EQ(page.text.find("<script>alert"), std::string::npos);
            EXPECT_EQ(page.name.find_first_not_of(
                          "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-"),
                      std::string::npos)
                << page.name;
        }
    }
}

TEST(Report, HasNoStyleHandlerOrAddressThatItsSecurityPolicyForbids)
{
    for (auto const& page : pages_of(full_results())) {
        for (auto const& element : PageReader(page.text).elements) {
            for (auto const& [name, value] : element.attributes) {
                EXPECT_NE(name, "style") << page.name;
                EXPECT_NE(name.substr(0, 2), "on") << page.name << " " << name;
                bool const is_address = name == "href" || name == "src" || name == "xlink:href";
                bool const is_within = value.empty() || value[0] == '#' || value.substr(0, 5) == "data:";
                EXPECT_TRUE(!is_address || is_within) << page.name << " " << value;
            }
        }
    }
}

TEST(Report, HasOneHeadingOneMainALanguageAndNoIdTwice)
{
    for (auto const& page : pages_of(full_results())) {
        PageReader const reader(page.text);

        EXPECT_EQ(reader.named("h1").size(), 1U) << page.name;
        EXPECT_EQ(reader.named("main").size(), 1U) << page.name;
        EXPECT_EQ(reader.named("header").size(), 1U) << page.name;
        EXPECT_EQ(reader.named("footer").size(), 1U) << page.name;
        EXPECT_FALSE(reader.named("html").front().attributes.at("lang").empty());
        std::set<std::string> ids;
        for (auto const& element : reader.elements) {
            auto const id = element.attributes.find("id");
            EXPECT_TRUE(id == element.attributes.end() || ids.insert(id->second).second)
                << page.name << " has twice " << id->second;
        }
        for (auto const& element : reader.elements) {
            for (auto const* const name : {"href", "aria-labelledby"}) {
                auto const found = element.attributes.find(name);
                if (found == element.attributes.end() || found->second.empty() ||
                    (name == std::string("href") && found->second[0] != '#')) {
                    continue;
                }
                auto const word = found->second.substr(found->second[0] == '#' ? 1 : 0);
                for (std::size_t begin = 0; begin < word.size();) {
                    auto const end = std::min(word.find(' ', begin), word.size());
                    EXPECT_EQ(ids.count(word.substr(begin, end - begin)), 1U) << page.name << " " << word;
                    begin = end + 1;
                }
            }
        }
    }
}

TEST(Report, GoesDownOneLevelOfHeadingsAtATime)
{
    for (auto const& page : pages_of(full_results())) {
        int last = 0;
        for (auto const& element : PageReader(page.text).elements) {
            if (element.name.size() == 2 && element.name[0] == 'h' && element.name[1] > '0' &&
                element.name[1] < '7') {
                int const level = element.name[1] - '0';
                EXPECT_LE(level, last + 1) << page.name << ": " << element.text;
                last = level;
            }
        }
    }
}

TEST(Report, HasATableForEveryPictureAndACaptionForEveryTable)
{
    PageReader const reader(report_pages(full_results(), Language::dutch).front().text);

    std::size_t pictures = 0;
    for (std::size_t i = 0; i < reader.elements.size(); ++i) {
        auto const& element = reader.elements[i];
        if (element.name == "table") {
            EXPECT_FALSE(reader.elements[i + 1].text.empty()) << "a table without caption";
        }
        if (element.name != "figure") {
            continue;
        }
        ++pictures;
        bool has_table = false;
        bool is_effect = false;
        for (std::size_t k = i + 1; k < reader.elements.size() && reader.is_within(k, "figure"); ++k) {
            has_table = has_table || reader.elements[k].name == "table";
            is_effect = is_effect || reader.elements[k].text.find("Bron: minimasim") == 0 ||
                        reader.elements[k].text.find("Gepubliceerde kosten naast") == 0;
        }
        EXPECT_TRUE(has_table || is_effect) << reader.text_within(i).substr(0, 100);
    }
    EXPECT_GT(pictures, 8U);
}

TEST(Report, SaysTheAnswerInThreeSentencesWithIntervals)
{
    auto results = full_results();
    results.packages.resize(2);

    PageReader const reader(report_pages(results, Language::dutch).front().text);

    EXPECT_EQ(reader.named("h1").front().text, "Wat kost 130\u00a0%?");
    auto const answer = answer_of(reader);
    auto const said = [&](std::string const& text) { return answer.find(text) != std::string::npos; };
    EXPECT_TRUE(said("Dit kost naar verwachting")) << answer;
    EXPECT_TRUE(said("extra per jaar, tussen €\u00A0430.000 en €\u00A0530.000")) << answer;
    EXPECT_TRUE(said("tussen 540 en 700")) << answer;
    EXPECT_TRUE(said("Het aantal mensen in armoede daalt naar verwachting met")) << answer;
    EXPECT_TRUE(said("Dat is meer dan de marge van het model")) << answer;
}

TEST(Report, TellsWhoGainsAndWhatTheModelDoesNotSayBesideTheFirstPicture)
{
    auto results = full_results();
    auto const package = results.packages[1].id;
    for (auto const& [breakdown, cell, households] : {std::tuple{"total", "", 1900.0},
                                                      {"household_type", "couple with children", 500.0},
                                                      {"household_type", "one person", 1200.0}}) {
        results.figures.push_back({package, "gaining_households", "", breakdown, cell, "households",
                                   households, 0.8 * households, 1.2 * households, households,
                                   0.8 * households, 1.2 * households});
    }

    PageReader const reader(report_pages(results, Language::dutch).front().text);

    auto const answer = answer_of(reader);
    auto const said = [&](std::string const& text) { return answer.find(text) != std::string::npos; };
    EXPECT_TRUE(said("Wie gaan erop vooruit?")) << answer;
    EXPECT_TRUE(said("Het vaakst: alleenstaande (1.200)")) << answer;
    EXPECT_TRUE(said("Wat dit model niet zegt:")) << answer;
}

TEST(Report, WritesNumbersAsItsLanguageDoes)
{
    auto const dutch = report_pages(full_results(), Language::dutch).front().text;
    auto const english = report_pages(full_results(), Language::english).front().text;

    EXPECT_NE(dutch.find("€\u00A0550.000"), std::string::npos);
    EXPECT_NE(english.find("€550,000"), std::string::npos);
    EXPECT_EQ(english.find("Wat dit model niet zegt"), std::string::npos);
    EXPECT_NE(english.find("What this model does not say"), std::string::npos);
}

TEST(Report, SaysOnEveryPageWhatTheModelDoesNotSayAndTheStatusOfTheDecision)
{
    auto results = full_results();
    results.packages[1].decision_status = "option";
    results.packages[1].decision_date = "2025-06";
    for (auto const& page : report_pages(results, Language::dutch)) {
        EXPECT_NE(page.text.find("Wat dit model niet zegt"), std::string::npos) << page.name;
        EXPECT_NE(page.text.find("minimasim-status"), std::string::npos) << page.name;
    }
    auto const sheet = report_pages(results, Language::dutch).at(2);
    EXPECT_EQ(sheet.name, "amendement-limits-130.html");
    EXPECT_NE(sheet.text.find("geen voorstel en geen besluit</strong> (juni 2025)"), std::string::npos);
    EXPECT_NE(sheet.text.find("geen dekking genoemd"), std::string::npos);
}

TEST(Report, NeverShowsACountUnderTen)
{
    auto results = full_results();
    for (auto& figure : results.figures) {
        if (figure.outcome == "newly_reached_households" && figure.breakdown == "total") {
            figure.estimate = figure.difference = 7.25;
            figure.low = figure.difference_low = 6.5;
            figure.high = figure.difference_high = 8.75;
        }
    }

    PageReader const reader(report_pages(results, Language::dutch).front().text);

    bool is_shown = false;
    for (auto const& cell : reader.named("td")) {
        is_shown = is_shown || cell.text == "7" || cell.text == "5" || cell.text == "10";
    }
    EXPECT_FALSE(is_shown);
    EXPECT_NE(report_pages(results, Language::dutch).front().text.find("&lt; 10"), std::string::npos);
}

TEST(Report, OfResultsWithoutAnythingButABaselineIsReadable)
{
    outcomes::Results results;
    results.packages.push_back({});
    results.packages.front().id = "baseline";
    results.packages.front().title = "Bestaand beleid";

    for (auto const& page : pages_of(results)) {
        EXPECT_NO_THROW(PageReader const reader(page.text)) << page.name;
    }
}

TEST(Report, OfAPopulationInWhichNobodyIsEligibleSaysSo)
{
    auto results = full_results();
    for (auto& figure : results.figures) {
        if (figure.unit != "euro_per_year" || !figure.scheme.empty()) {
            figure.estimate = figure.low = figure.high = 0;
            figure.difference = figure.difference_low = figure.difference_high = 0;
        }
    }

    auto const page = report_pages(results, Language::dutch).front().text;

    EXPECT_NO_THROW(PageReader const reader(page));
    EXPECT_NE(page.find("Geen enkel huishouden heeft recht op een regeling."), std::string::npos);
}

TEST(Report, OfNumbersThatAreNoneIsWellFormed)
{
    for (double const value :
         {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), 1e300, -1e300}) {
        auto results = full_results();
        for (auto& figure : results.figures) {
            figure.estimate = figure.low = figure.difference = figure.difference_high = value;
        }
        for (auto& line : results.budget_lines) {
            line.budget_euro_per_year = value;
        }
        for (auto const& page : report_pages(results, Language::dutch)) {
            EXPECT_NO_THROW(PageReader const reader(page.text)) << page.name << " with " << value;
        }
    }
}

TEST(Report, MarksTextsThatSayMoreThanTheModelCan)
{
    auto results = full_results();
    results.packages[1].title = "Bewezen aanpak voor 12.345 euro";

    auto const page = report_pages(results, Language::dutch).front().text;

    EXPECT_NE(page.find("uitspraak over oorzaak en gevolg"), std::string::npos);
    EXPECT_NE(page.find("‘12.345 euro’ is een bedrag zonder marge"), std::string::npos);
}

TEST(Report, IsRefusedForAPackageWithoutTitleTwoOfOneIdOrFiguresOfAnother)
{
    auto results = full_results();
    results.packages[1].title = "";
    EXPECT_THROW(check_reportable(results, "results.h5"), InputError);

    results = full_results();
    results.packages[2].id = results.packages[1].id;
    EXPECT_THROW(check_reportable(results, "results.h5"), InputError);

    results = full_results();
    results.figures.back().package = "unknown";
    EXPECT_THROW(check_reportable(results, "results.h5"), InputError);

    EXPECT_THROW(check_reportable({}, "results.h5"), InputError);
    EXPECT_NO_THROW(check_reportable(full_results(), "results.h5"));
}

TEST(Report, GivesPackagesOfLikeIdsFilesOfTheirOwn)
{
    auto results = full_results();
    results.packages[1].id = "a/b";
    results.packages[2].id = "a b";

    auto const pages = report_pages(results, Language::dutch);

    EXPECT_EQ(pages.at(2).name, "amendement-a-b.html");
    EXPECT_EQ(pages.at(3).name, "amendement-a-b-2.html");
}

}  // namespace
}  // namespace minimasim::report
