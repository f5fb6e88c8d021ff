// `minimasim forecast`: the start is what was published, capacity holds, and wrong wishes are refused.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/command_line/program.hpp"

namespace minimasim {

namespace {

using namespace test;
using testing::HasSubstr;
using testing::Not;
using Json = nlohmann::json;

constexpr int wrong_input = 2;

Outcome forecast(std::filesystem::path const& folder, std::vector<std::string> const& more = {})
{
    std::vector<std::string> words{"forecast", "--ensemble", "2", "--replicates", "4", "-o", folder.string()};
    words.insert(words.end(), more.begin(), more.end());
    return minimasim(words);
}

// A forecast of two years that most tests look at.
Json const& example()
{
    static Json const document = [] {
        TemporaryFolder const folder;
        auto const lessons = folder.path() / "lessons.toml";
        put_bytes(lessons, "title = \"x\"\n[changes]\nmoney_education.budget_per_year = 35_000\n");
        auto const outcome = forecast(
            folder.path() / "results",
            {"--until", "2025", "new-approach", "all-debt-goals", "limits-130", lessons.string(), "--json"});
        EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
        return Json::parse(outcome.output);
    }();
    return document;
}

TEST(Forecast, BeginsWithThePublishedSharesOfTheMunicipalityAndItsNeighbourhoods)
{
    int neighbourhoods = 0;
    for (auto const& check : example()["checks"]) {
        std::string const key = check["key"];
        if (key.starts_with("problem_debts_share")) {
            EXPECT_TRUE(check["is_inside"].get<bool>()) << key;
            neighbourhoods += key != "problem_debts_share";
        }
    }
    EXPECT_EQ(neighbourhoods, 10);
}

TEST(Forecast, SaysOfEveryCheckWhichRoleItPlayed)
{
    std::set<std::string> roles;
    for (auto const& check : example()["checks"]) {
        roles.insert(check["role"].get<std::string>());
    }
    EXPECT_EQ(roles,
              (std::set<std::string>{"back_cast", "back_cast_most", "bound", "calibrated", "held_out"}));
}

TEST(Forecast, ChangesNothingWhereAPackageChangesNothingItKnows)
{
    int same = 0;
    int others = 0;
    for (auto const& figure : example()["years"]) {
        if (figure["package"] == "lessons" && !figure["difference"]["estimate"].is_null()) {
            EXPECT_EQ(figure["difference"]["estimate"], 0);
            ++same;
        }
        others += figure["package"] == "all-debt-goals" && figure["indicator"] == "acceptance" &&
                  figure["year"] == 2025 && figure["difference"]["estimate"] > 0.1;
    }
    EXPECT_GT(same, 20);
    EXPECT_EQ(others, 1);
}

TEST(Forecast, TellsThePeopleOfEveryYearAndTheyAddUp)
{
    std::map<std::pair<int, std::string>, double> people;
    for (auto const& figure : example()["people"]) {
        people[{figure["year"].get<int>(), figure["indicator"].get<std::string>()}] =
            figure["value"]["estimate"].get<double>();
    }
    for (int const year : {2024, 2025}) {
        auto const of = [&](char const* indicator) { return people.at({year, indicator}); };
        EXPECT_GT(of("births"), 0);
        EXPECT_GT(of("low_three_years"), 0);
        EXPECT_NEAR(of("persons"),
                    of("persons_before") + of("births") - of("deaths") + of("persons_in") - of("persons_out"),
                    1e-6);
    }
    EXPECT_EQ(people.at({2025, "persons_before"}), people.at({2024, "persons"}));
}

// Means over the replicates of one indicator of current policy, by year.
std::map<int, double> by_year(Json const& document, std::string const& indicator)
{
    std::map<int, double> years;
    for (auto const& figure : document["years"]) {
        if (figure["package"] == "baseline" && figure["indicator"] == indicator) {
            years[figure["year"].get<int>()] = figure["value"]["estimate"].get<double>();
        }
    }
    return years;
}

TEST(Forecast, CountsTheDebtsOfThePeopleOfTheYear)
{
    double people = 0;
    for (auto const& figure : example()["people"]) {
        if (figure["year"] == 2024 && figure["indicator"] == "households") {
            people = figure["value"]["estimate"].get<double>();
        }
    }
    auto const of = [](char const* indicator) { return by_year(example(), indicator); };
    auto const debts = of("problem_debts");

    EXPECT_NEAR(of("households")[2025], people, 1e-6);
    EXPECT_EQ(of("households_arrived")[2024], 0);
    EXPECT_NEAR(of("households")[2025],
                of("households")[2024] + of("households_arrived")[2025] - of("households_gone")[2025], 1e-6);
    EXPECT_GT(of("problem_debts_arrived")[2025], 0);
    double completed = of("completed_trajectories")[2025] + of("youth_plans_completed")[2025];
    EXPECT_NEAR(debts.at(2025),
                debts.at(2024) + of("entered_problem_debts")[2025] + of("relapsed")[2025] +
                    of("problem_debts_arrived")[2025] - of("recovered_problem_debts")[2025] - completed -
                    of("problem_debts_gone")[2025],
                1e-6);
}

TEST(Forecast, KeepsTheHouseholdsOfTheBaseDateWhereAsked)
{
    TemporaryFolder const folder;
    auto const outcome =
        forecast(folder.path(), {"--until", "2025", "new-approach", "--fixed-households", "--json"});
    ASSERT_EQ(outcome.exit_code, 0) << outcome.errors;
    auto const fixed = Json::parse(outcome.output);

    EXPECT_EQ(by_year(fixed, "households")[2025], by_year(example(), "households")[2024]);
    EXPECT_EQ(by_year(fixed, "problem_debts")[2024], by_year(example(), "problem_debts")[2024]);
    for (auto const* const none : {"households_arrived", "problem_debts_gone", "arrears_arrived"}) {
        EXPECT_EQ(by_year(fixed, none)[2025], 0) << none;
    }
    EXPECT_EQ(fixed["people"], example()["people"]);
    EXPECT_EQ(fixed["fixed_households"], true);
    EXPECT_EQ(example()["fixed_households"], false);
    auto const page = bytes_of(folder.path() / "forecast.html");
    EXPECT_NE(page.find("de huishoudens van het begin (--fixed-households)"), std::string::npos);
}

TEST(Forecast, CastsTheCountryBackMonthByMonth)
{
    auto const& months = example()["back_cast"]["problem_debts_share_by_month"];
    ASSERT_EQ(months.size(), 37U);
    EXPECT_NEAR(months[0]["estimate"].get<double>(), 0.079, 1e-12);
    for (auto const& check : example()["checks"]) {
        if (check["key"] == "national_share_2020_10") {
            EXPECT_EQ(check["model"], months[9]["estimate"]);
        }
    }
}

TEST(Forecast, SaysWhatItDoesNotForecastYet)
{
    EXPECT_GE(example()["not_forecast"].size(), 3U);
}

TEST(Forecast, CallsEveryAssumptionByItsNameInBothLanguages)
{
    TemporaryFolder const folder;
    auto const results = folder.path() / "results";
    auto const dutch = forecast(results, {"--until", "2024", "new-approach"});
    ASSERT_EQ(dutch.exit_code, 0) << dutch.errors;
    auto const page = bytes_of(results / "forecast.html");

    EXPECT_THAT(dutch.output, HasSubstr("Betalingsachterstanden [arrears]\n  herstel uit eigen kracht per "
                                        "maand: 0,11 (0,06 – 0,2) deel van het aantal "
                                        "[recovery_per_month]\n"));
    EXPECT_THAT(page, HasSubstr("zonder inkomen naar werk per jaar"));
    EXPECT_THAT(page, Not(HasSubstr("none to work per year")));

    auto const english = forecast(results, {"--until", "2024", "new-approach", "--language", "en"});
    EXPECT_THAT(english.output, HasSubstr("recovery by themselves a month: 0.11 (0.06 – 0.2) share of"));
    EXPECT_THAT(english.output, Not(HasSubstr("arrears.recovery_per_month")));
}

TEST(Forecast, GivesTheSameBytesForAnyNumberOfThreads)
{
    TemporaryFolder const one;
    TemporaryFolder const three;
    std::vector<std::string> const words{"--until", "2025", "new-approach", "--threads"};
    auto with = [&](char const* threads) {
        auto all = words;
        all.emplace_back(threads);
        return all;
    };
    ASSERT_EQ(forecast(one.path(), with("1")).exit_code, 0);
    ASSERT_EQ(forecast(three.path(), with("3")).exit_code, 0);

    for (auto const* const file : {"forecast.json", "forecast.html", "forecast_months.csv",
                                   "forecast_neighbourhoods.csv", "forecast_people.csv"}) {
        EXPECT_EQ(bytes_of(one.path() / file), bytes_of(three.path() / file)) << file;
    }
}

struct Wrong {
    std::vector<std::string> words;
    std::string message;
};

TEST(Forecast, RefusesWhatItCannotAnswer)
{
    TemporaryFolder const folder;
    auto const scenario = [&](char const* name, std::string const& text) {
        auto const file = folder.path() / name;
        put_bytes(file, "title = \"x\"\n[forecast]\n" + text);
        return file.string();
    };
    for (auto const& wrong : {
             Wrong{{"--until", "2019"}, "2019 is no year to forecast"},
             Wrong{{"--until", "2099"}, "2099 is no year to forecast"},
             Wrong{{"new-aproach"}, "neither a file nor a shipped package. Did you mean new-approach?"},
             Wrong{{"--municipality", "GM0184"}, "has no goals.csv"},
             Wrong{{scenario("a.toml", "early_signals.visit_per_month = 60\n")},
                   "a.toml:3: the forecast has no term early_signals.visit_per_month. Did you mean "
                   "early_signals.visits_per_month?"},
             Wrong{{scenario("b.toml", "early_signals.acceptance = 60\n")},
                   "b.toml:3: early_signals.acceptance"},
             Wrong{{scenario("c.toml", "arrears.life_event_risk = 1\n")},
                   "arrears.life_event_risk is an assumption on what happens"},
             Wrong{{scenario("d.toml", "early_signals.calls_per_month = \"many\"\n")}, "d.toml:3"},
         }) {
        auto const outcome = forecast(folder.path() / "results", wrong.words);

        EXPECT_EQ(outcome.exit_code, wrong_input) << wrong.message;
        EXPECT_THAT(outcome.errors, HasSubstr(wrong.message));
        EXPECT_EQ(outcome.output, "");
    }
}

TEST(Forecast, LooksAheadFromRealisedFigures)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "realised.csv";
    put_bytes(file, "scheme,date,spending,applications,budget\ngoods_scheme,2022-06-23,47000,185,70000\n");

    auto const outcome = forecast(folder.path() / "results", {"--until", "2024", "new-approach", "--realised",
                                                              file.string(), "--language", "en"});

    EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
    EXPECT_THAT(outcome.output, HasSubstr("Where the running year ends"));
    EXPECT_THAT(bytes_of(folder.path() / "results" / "forecast_realised.csv"),
                HasSubstr("goods_scheme,2022-06-23,47000,70000,"));
}

TEST(Forecast, RefusesRealisedFiguresWithAllTheirProblems)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "realised.csv";
    put_bytes(file,
              "scheme,date,spending,applications,budget\ngoods_sceme,2022-06-23,1,1,\n"
              "goods_scheme,2999-01-31,1,1,\ngoods_scheme,2022-07-31,1,-1,\nchild_package,2021-07-31,1,1,\n");

    auto const outcome = forecast(folder.path() / "results", {"--realised", file.string()});

    EXPECT_EQ(outcome.exit_code, wrong_input);
    for (auto const* const part :
         {"realised.csv:2: there is no scheme or measure goods_sceme. Did you mean goods_scheme?",
          "realised.csv:3: 2999-01-31 has not been yet", "realised.csv:4: applications is -1",
          "realised.csv:5: 2021-07-31 is not of 2022"}) {
        EXPECT_THAT(outcome.errors, HasSubstr(part));
    }
    EXPECT_EQ(outcome.output, "");
}

std::string text_with_years(std::string const& years)
{
    return "title = \"x\"\n[changes]\nyouth_debt.budget_per_year = 200_000\n[forecast]\n" + years;
}

TEST(Forecast, IsMadeByARunThatAsksForItAndStandsInItsReport)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "mine.toml";
    put_bytes(file, text_with_years("until = 2026\nbudget_from = 2026\n"));
    auto const run = [&](std::string const& name, std::vector<std::string> words) {
        words.insert(words.begin(),
                     {"run", "--ensemble", "2", "--replicates", "4", "-o", (folder.path() / name).string()});
        auto const outcome = minimasim(words);
        EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
        return folder.path() / name;
    };

    auto const by_scenario = run("scenario", {file.string(), "--threads", "1"});
    put_bytes(file, text_with_years("budget_from = 2026\n"));
    auto const by_option = run("option", {file.string(), "--forecast-until", "2026", "--threads", "3"});

    auto const report = bytes_of(by_scenario / "report.html");
    EXPECT_THAT(report, HasSubstr("id=\"forecast-section\""));
    EXPECT_THAT(report, HasSubstr("Naar 2026"));
    EXPECT_EQ(bytes_of(by_scenario / "forecast.json"), bytes_of(by_option / "forecast.json"));
    EXPECT_THAT(bytes_of(by_scenario / "forecast_budget.csv"), HasSubstr("2026"));
    ASSERT_EQ(
        minimasim({"report", (by_scenario / "results.h5").string(), "-o", (folder.path() / "again").string()})
            .exit_code,
        0);
    auto again = bytes_of(folder.path() / "again" / "report.html");
    auto const link = again.find("../scenario/forecast.html");
    ASSERT_NE(link, std::string::npos);
    EXPECT_EQ(again.replace(link, std::string("../scenario/").size(), ""), report);
}

TEST(Forecast, OfARunIsRefusedWhereItsYearsDifferOrItStartsElsewhere)
{
    TemporaryFolder const folder;
    auto const one = (folder.path() / "one.toml").string();
    auto const other = (folder.path() / "other.toml").string();
    put_bytes(one, text_with_years("until = 2026\n"));
    put_bytes(other, text_with_years("until = 2027\n"));
    auto const output = (folder.path() / "results").string();

    auto const differ = minimasim({"run", one, other, "-o", output});
    auto const date = minimasim({"run", one, "--date", "2024-07-01", "-o", output});
    put_bytes(other, text_with_years("until = 2019\n"));
    auto const early = minimasim({"forecast", other, "-o", output});

    EXPECT_EQ(differ.exit_code, wrong_input);
    EXPECT_THAT(differ.errors, HasSubstr("other.toml:5: forecast.until is 2027; "));
    EXPECT_EQ(date.exit_code, wrong_input);
    EXPECT_THAT(date.errors, HasSubstr("--date: does not go with a forecast"));
    EXPECT_EQ(early.exit_code, wrong_input);
    EXPECT_THAT(early.errors, HasSubstr("a forecast holds years from 2024"));
}

}  // namespace

}  // namespace minimasim
