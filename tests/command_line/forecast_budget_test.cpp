// The budget years of `minimasim forecast`: the first year is the static run, and wrong wishes are refused.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/command_line/program.hpp"

namespace minimasim {

namespace {

using namespace test;
using testing::HasSubstr;
using testing::Not;
using Json = nlohmann::json;

constexpr int wrong_input = 2;

std::vector<std::string> words_of(std::filesystem::path const& folder, std::vector<std::string> const& more)
{
    std::vector<std::string> words{"forecast", "--ensemble", "2", "--replicates", "4", "-o", folder.string()};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

// Spending and its interval by package and scheme ("" in all), from a table of costs or of the budget.
using Costs = std::map<std::pair<std::string, std::string>, std::vector<double>>;

Costs costs_in(std::filesystem::path const& file, std::string const& key,
               std::vector<std::string> const& numbers, std::map<std::string, std::string> const& wanted)
{
    std::istringstream text(bytes_of(file));
    std::string line;
    auto const cells_of = [&] {
        std::vector<std::string> cells{""};
        bool is_quoted = false;
        for (char const c : line) {
            is_quoted = c == '"' ? !is_quoted : is_quoted;
            if (c == ',' && !is_quoted) {
                cells.emplace_back();
            } else if (c != '"') {
                cells.back() += c;
            }
        }
        return cells;
    };
    std::getline(text, line);
    auto const header = cells_of();
    Costs costs;
    while (std::getline(text, line)) {
        std::map<std::string, std::string> row;
        auto const cells = cells_of();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            row[header[i]] = cells[i];
        }
        bool is_wanted = true;
        for (auto const& [name, value] : wanted) {
            is_wanted = is_wanted && (row[name] == value || (name == "level" && row[name] == "total"));
        }
        if (is_wanted) {
            for (auto const& number : numbers) {
                costs[{row["package"], row[key]}].push_back(std::stod(row[number]));
            }
        }
    }
    return costs;
}

// Data in which no contact leads to a scheme.
void switch_contact_off(CopyOfData const& copy)
{
    copy.replace("assumptions/forecast.csv", "led_to_schemes,0.05,0,0.15,", "led_to_schemes,0,0,0,");
}

TEST(ForecastBudget, HasTheStaticRunAsItsFirstYearToTheCent)
{
    CopyOfData const copy;
    switch_contact_off(copy);
    TemporaryFolder const folder;
    auto const path = folder.path();
    auto const budget = minimasim(words_of(path, {"--budget-from", "2025", "--until", "2025",
                                                  "--fixed-households", "--data", copy.data().string()}));
    ASSERT_EQ(budget.exit_code, 0) << budget.errors;
    auto const run = minimasim(small_run(path, {"--data", copy.data().string()}));
    ASSERT_EQ(run.exit_code, 0) << run.errors;

    auto const of_budget = costs_in(
        path / "forecast_budget.csv", "key",
        {"spending", "spending_low", "spending_high", "change", "change_high", "change_low", "balance"},
        {{"level", "scheme"}});
    auto const of_run =
        costs_in(path / "tables" / "costs.csv", "scheme",
                 {"estimate", "low", "high", "difference", "difference_low", "difference_high"},
                 {{"outcome", "cost_per_year"}, {"breakdown", "total"}});

    int levels = 0;
    int differences = 0;
    for (auto const& [name, expected] : of_run) {
        auto const found = of_budget.find(name);
        if (found == of_budget.end()) {
            EXPECT_EQ(expected[2], 0) << name.first << ", " << name.second;
            continue;
        }
        auto const& budget = found->second;
        for (std::size_t i = 0; i < 3; ++i) {
            EXPECT_EQ(budget[i], expected[i]) << name.first << ", " << name.second;
            ++levels;
        }
        bool const is_paid_by_municipality = budget[6] == -budget[0];
        for (std::size_t i = 3; i < 6 && is_paid_by_municipality; ++i) {
            EXPECT_EQ(-budget[i], expected[i]) << name.first << ", " << name.second;
            ++differences;
        }
    }
    EXPECT_GT(levels, 1'000);
    EXPECT_GT(differences, 900);
}

// Reach and poverty too are the run: what is counted, its interval and its difference.
TEST(ForecastBudget, HasReachAndPovertyOfTheStaticRunInThePolicyYear)
{
    TemporaryFolder const folder;
    auto const path = folder.path();
    auto const forecast = minimasim(words_of(path, {"--until", "2025", "--fixed-households"}));
    ASSERT_EQ(forecast.exit_code, 0) << forecast.errors;
    auto const run = minimasim(small_run(path, {}));
    ASSERT_EQ(run.exit_code, 0) << run.errors;

    std::vector<std::string> const numbers{"estimate",       "low", "high", "difference", "difference_low",
                                           "difference_high"};
    int same = 0;
    auto const compare = [&](Costs const& of_forecast, Costs const& of_run, std::string const& outcome) {
        for (auto const& [name, expected] : of_run) {
            auto const found = of_forecast.find(name);
            if (found == of_forecast.end()) {
                EXPECT_EQ(expected[2], 0) << outcome << ", " << name.first << ", " << name.second;
                continue;
            }
            EXPECT_EQ(found->second, expected) << outcome << ", " << name.first << ", " << name.second;
            ++same;
        }
    };
    for (std::string const outcome : {"entitled_households", "recipients_households", "users", "take_up"}) {
        compare(costs_in(path / "forecast_reach.csv", "scheme", numbers, {{"outcome", outcome}}),
                costs_in(path / "tables" / "reach.csv", "scheme", numbers,
                         {{"outcome", outcome}, {"breakdown", "total"}}),
                outcome);
    }
    for (std::string const outcome :
         {"poor_households", "poor_persons", "poor_children", "poverty_gap_per_year"}) {
        compare(costs_in(path / "forecast_years.csv", "indicator", numbers,
                         {{"indicator", outcome}, {"year", "2025"}}),
                costs_in(path / "tables" / "poverty.csv", "outcome", numbers,
                         {{"outcome", outcome}, {"breakdown", "total"}}),
                outcome);
    }
    EXPECT_GT(same, 500);
}

// The households of the base date unless asked otherwise.
TEST(ForecastBudget, GoesByThePeopleOfTheYearOnRequest)
{
    TemporaryFolder const folder;
    give_populations(folder.path());
    auto const spending_with = [&](std::vector<std::string> options) {
        std::vector<std::string> all{"--until", "2027", "limits-130"};
        all.insert(all.end(), options.begin(), options.end());
        auto const outcome = minimasim(words_of(folder.path(), all));
        EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
        return costs_in(folder.path() / "forecast_budget.csv", "key", {"spending"}, {{"level", "total"}});
    };
    auto const of_base_date = spending_with({});
    EXPECT_NE(of_base_date, spending_with({"--budget-by-people"}));
    EXPECT_EQ(spending_with({"--fixed-households", "--budget-by-people"}),
              spending_with({"--fixed-households"}));
}

// Four budget years of a few packages, one of which begins in April 2027.
Json const& example()
{
    static Json const document = [] {
        TemporaryFolder const folder;
        give_populations(folder.path());
        auto const later = folder.path() / "later.toml";
        put_bytes(later, "title = \"x\"\n[changes.\"2027-04-01\"]\nyouth_debt.budget_per_year = 120_000\n");
        auto const outcome = minimasim(
            words_of(folder.path(), {"--until", "2030", "--json", "limits-130", "new-approach", later}));
        EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
        return Json::parse(outcome.output)["budget"];
    }();
    return document;
}

Json figure(std::string const& package, int year, std::string const& level, std::string const& key)
{
    for (auto const& row : example()["figures"]) {
        if (row["package"] == package && row["year"] == year && row["level"] == level && row["key"] == key) {
            return row;
        }
    }
    ADD_FAILURE() << package << ", " << year << ", " << key;
    return {};
}

// The rows of schemes in forecast_budget.csv, and those of users gained by contact.
std::pair<std::vector<std::string>, std::vector<std::string>> rows_of_schemes(
    std::filesystem::path const& folder)
{
    std::istringstream text(bytes_of(folder / "forecast_budget.csv"));
    std::pair<std::vector<std::string>, std::vector<std::string>> rows;
    for (std::string line; std::getline(text, line);) {
        if (line.find(",scheme,") != std::string::npos) {
            (line.find(".by_contact,") == std::string::npos ? rows.first : rows.second).push_back(line);
        }
    }
    return rows;
}

TEST(ForecastBudget, KeepsWhatContactGainsApart)
{
    CopyOfData const copy;
    switch_contact_off(copy);
    TemporaryFolder const off;
    TemporaryFolder const on;
    give_populations(on.path());
    std::vector<std::string> const words{"--until", "2026", "limits-130"};
    auto words_off = words;
    words_off.insert(words_off.end(), {"--data", copy.data().string()});
    ASSERT_EQ(minimasim(words_of(off.path(), words_off)).exit_code, 0);
    ASSERT_EQ(minimasim(words_of(on.path(), words)).exit_code, 0);

    auto const without = rows_of_schemes(off.path());
    auto const with = rows_of_schemes(on.path());
    EXPECT_EQ(with.first, without.first);
    EXPECT_GT(with.second.size(), 2U);
    EXPECT_EQ(without.second.size(), 0U);
}

TEST(ForecastBudget, AddsWhatContactGainsToTheTotal)
{
    for (auto const* const package : {"baseline", "limits-130", "new-approach"}) {
        for (int year = 2026; year <= 2029; ++year) {
            double gained = 0;
            double lines = 0;
            for (auto const& row : example()["figures"]) {
                if (row["package"] == package && row["year"] == year && row["level"] == "scheme") {
                    double const spending = row["spending"]["current"][0];
                    std::string const key = row["key"];
                    lines += spending;
                    gained += key.ends_with(".by_contact") ? spending : 0;
                }
            }
            double const total = figure(package, year, "total", "")["spending"]["current"][0];
            EXPECT_NEAR(total, lines, 1e-4) << package;
            EXPECT_GT(gained, 0) << package;
            EXPECT_LT(gained, 0.05 * total) << package;
        }
    }
}

TEST(ForecastBudget, RunsFourYearsFromTheYearAfterThePolicyDate)
{
    std::vector<int> years;
    for (auto const& year : example()["years"]) {
        years.push_back(year["year"]);
    }
    EXPECT_EQ(years, (std::vector<int>{2026, 2027, 2028, 2029}));
}

TEST(ForecastBudget, EndsTheMoneyForEarlySignalsAfter2027)
{
    EXPECT_EQ(figure("baseline", 2027, "scheme", "early_signals")["spending"]["current"][0], 150'000);
    EXPECT_EQ(figure("baseline", 2028, "scheme", "early_signals")["spending"]["current"][0], 0);
    EXPECT_TRUE(figure("baseline", 2028, "scheme", "early_signals")["has_ended"].get<bool>());
}

TEST(ForecastBudget, KeepsTheProvinceProMemoria)
{
    for (int year = 2026; year <= 2029; ++year) {
        auto const row = figure("new-approach", year, "scheme", "chances_for_children");

        EXPECT_TRUE(row["income"].is_null());
        EXPECT_TRUE(row["has_pro_memoria"].get<bool>());
    }
}

TEST(ForecastBudget, CountsNineMonthsOfAMeasureThatBeginsInApril)
{
    double const index = example()["years"][1]["price_index"][0];

    EXPECT_EQ(figure("later", 2026, "scheme", "youth_debt")["spending"]["current"][0], 0);
    EXPECT_NEAR(figure("later", 2027, "scheme", "youth_debt")["spending"]["current"][0], 90'000, 1);
    EXPECT_GT(figure("later", 2028, "scheme", "youth_debt")["spending"]["current"][0], 120'000);
    EXPECT_GT(index, 1);
}

TEST(ForecastBudget, SaysOfEveryPackageWhatPaysForIt)
{
    std::map<std::string, std::string> covers;
    for (auto const& package : example()["packages"]) {
        covers[package["id"]] = package["cover"];
    }
    EXPECT_EQ(covers["limits-130"], "no cover stated");
    EXPECT_THAT(covers["new-approach"], HasSubstr("room within the existing budget"));
    EXPECT_EQ(covers["baseline"], "");
}

TEST(ForecastBudget, GivesTheSameBytesForAnyNumberOfThreads)
{
    TemporaryFolder const one;
    TemporaryFolder const three;
    for (auto const& [folder, threads] : {std::pair{&one, "1"}, {&three, "3"}}) {
        give_populations(folder->path());
        ASSERT_EQ(
            minimasim(words_of(folder->path(), {"--until", "2027", "raise-the-bar", "--threads", threads}))
                .exit_code,
            0);
    }
    EXPECT_EQ(bytes_of(one.path() / "forecast_budget.csv"), bytes_of(three.path() / "forecast_budget.csv"));
}

TEST(ForecastBudget, IsLeftOutWhereTheForecastEndsBeforeIt)
{
    TemporaryFolder const folder;
    give_populations(folder.path());
    auto const outcome = minimasim(words_of(folder.path(), {"--until", "2024", "new-approach"}));

    EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
    EXPECT_THAT(outcome.output, Not(HasSubstr("Begroting,")));
}

TEST(ForecastBudget, RefusesYearsItCannotAnswerFor)
{
    TemporaryFolder const folder;
    for (auto const& [words, message] : std::vector<std::pair<std::vector<std::string>, std::string>>{
             {{"--budget-from", "2024"}, "2024 is no first budget year: current policy is known from 2025"},
             {{"--budget-from", "2029", "--until", "2028"}, "the forecast ends with 2028"},
             {{"--budget-from", "2031", "--until", "2040"}, "index_path.csv: runs from 2024 to 2033"},
             {{"--budget-from", "soon"}, "--budget-from"}}) {
        auto const outcome = minimasim(words_of(folder.path() / "out", words));

        EXPECT_EQ(outcome.exit_code, wrong_input) << message;
        EXPECT_THAT(outcome.errors, HasSubstr(message));
        EXPECT_EQ(outcome.output, "");
    }
}

TEST(ForecastBudget, RefusesAnIndexPathWithAGapAndATermThatFollowsNothing)
{
    CopyOfData const copy;
    copy.replace("dynamics/index_path.csv", "\nwages,2028,", "\nwages,2048,");
    auto const gap = minimasim(words_of(copy.data() / "out", {"--data", copy.data().string()}));
    EXPECT_EQ(gap.exit_code, wrong_input);
    EXPECT_THAT(gap.errors, HasSubstr("index_path.csv:"));
    EXPECT_THAT(gap.errors, HasSubstr("wages has no 2028, a gap in the path"));

    CopyOfData const other;
    other.replace("dynamics/index_terms.csv", "\nminimum_wage,hour,", "\nminimum_wage,hours,");
    auto const term = minimasim(words_of(other.data() / "out", {"--data", other.data().string()}));
    EXPECT_EQ(term.exit_code, wrong_input);
    EXPECT_THAT(term.errors,
                HasSubstr("there is no term minimum_wage.hours. Did you mean minimum_wage.hour?"));
}

}  // namespace

}  // namespace minimasim
