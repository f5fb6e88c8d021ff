#include "sim/input/scenario.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/input/toml.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::input {

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

std::filesystem::path const shipped = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "scenarios";

// A folder of scenario files that goes away with the test.
class ScenarioFiles : public testing::Test {
  protected:
    std::filesystem::path write(std::string const& name, std::string const& text) const
    {
        auto const file = folder_.path() / name;
        report::test::put_bytes(file, text);
        return file;
    }

    // Writes a package with a title of its own.
    std::filesystem::path package(std::string const& id, std::string const& text) const
    {
        return write(id + ".toml", "title = \"" + id + "\"\n" + text);
    }

    std::vector<Problem> problems_of(std::string const& text) const
    {
        auto const file = write("mine.toml", text);
        try {
            read_scenario_file(file);
        } catch (InputError const& error) {
            return error.problems();
        }
        return {};
    }

    // The one problem of a file; fails when there are none or several.
    Problem problem_of(std::string const& text) const
    {
        auto const problems = problems_of(text);
        EXPECT_EQ(problems.size(), 1U);
        return problems.empty() ? Problem{} : problems.front();
    }

    std::string refusal_of(std::filesystem::path const& file) const
    {
        try {
            read_scenario(file, shipped);
        } catch (InputError const& error) {
            return error.what();
        }
        return "not refused";
    }

    report::test::TemporaryFolder folder_;
};

// "scheme.term = value" in the order applied.
std::vector<std::string> words_of(std::vector<TermChange> const& changes)
{
    std::vector<std::string> words;
    for (auto const& change : changes) {
        words.push_back(change.scheme + "." + change.term + " = " +
                        std::to_string(change.value).substr(0, 5));
    }
    return words;
}

}  // namespace

TEST(ShippedScenarios, AreReadWithTitlesInBothLanguagesAQuestionAndASource)
{
    auto const files = scenario_files(shipped);

    EXPECT_EQ(files.size(), 17U);
    for (auto const& file : files) {
        auto const scenario = read_scenario(file, shipped);
        EXPECT_EQ(scenario.own.id, file.stem());
        EXPECT_FALSE(scenario.own.title.empty()) << file;
        EXPECT_FALSE(scenario.own.title_en.empty()) << file;
        EXPECT_FALSE(scenario.own.question.empty()) << file;
        EXPECT_FALSE(scenario.own.source.empty()) << file;
        EXPECT_EQ(scenario.parts.back(), scenario.own.id);
    }
}

TEST(ShippedScenarios, AreThePackagesOfTheDesignTheBaselineFirst)
{
    std::vector<std::string> ids;
    for (auto const& file : scenario_files(shipped)) {
        ids.push_back(file.stem());
    }

    EXPECT_THAT(
        ids, ElementsAre("baseline", "amsterdam-150", "full-take-up", "income-supplement-500", "limits-110",
                         "limits-120", "limits-130", "limits-140", "limits-150", "maastricht-100-120",
                         "new-approach", "no-municipal-schemes", "participation-budget", "raise-the-bar",
                         "reach-plus-25", "reach-plus-25-points", "supplement-ex-officio"));
}

TEST(ShippedScenarios, StateThePublishedCosts)
{
    auto const published = [](char const* id) {
        return read_scenario(shipped / (std::string(id) + ".toml"), shipped).own.published_cost_euro;
    };

    EXPECT_EQ(published("limits-130"), 550'000);
    EXPECT_EQ(published("income-supplement-500"), 190'000);
    EXPECT_EQ(published("participation-budget"), 800'000);
    EXPECT_EQ(published("raise-the-bar"), 1'725'000);
    EXPECT_EQ(published("new-approach"), 280'000);
    EXPECT_FALSE(published("baseline"));
}

TEST(ShippedScenarios, RaiseTheBarIsMadeOfTheThreeOptionsAndItsOwnBudgets)
{
    auto const scenario = read_scenario(shipped / "raise-the-bar.toml", shipped);

    EXPECT_THAT(scenario.parts,
                ElementsAre("limits-130", "income-supplement-500", "participation-budget", "raise-the-bar"));
    EXPECT_EQ(scenario.changes.size(), 4U + 3U + 2U + 3U);
    EXPECT_THAT(scenario.full_text, AllOf(HasSubstr("# limits-130"), HasSubstr("# raise-the-bar")));
}

TEST_F(ScenarioFiles, ReadEveryKeyWithItsPlace)
{
    auto const file = write("mine.toml",
                            "title = \"Mijn\"\n"
                            "title_en = \"Mine\"\n"
                            "question = \"Q\"\n"
                            "source = \"S\"\n"
                            "remark = \"R\"\n"
                            "date = 2026-01-01\n"
                            "published_cost_euro = 12_500.5\n"
                            "based_on = [\"baseline\"]\n"
                            "ex_officio = [\"income_supplement\"]\n"
                            "[changes]\n"
                            "income_supplement.amount_single = 500\n"
                            "adult_fund.is_active = false\n"
                            "income_tax.bracket.2 = 0.37\n"
                            "[take_up]\n"
                            "child_package = 0.95\n");

    auto const scenario = read_scenario_file(file);

    EXPECT_EQ(scenario.id, "mine");
    EXPECT_EQ(scenario.title, "Mijn");
    EXPECT_EQ(scenario.title_en, "Mine");
    EXPECT_EQ(scenario.question, "Q");
    EXPECT_EQ(scenario.source, "S");
    EXPECT_EQ(scenario.remark, "R");
    EXPECT_EQ(scenario.date, (Date{2026, 1, 1}));
    EXPECT_EQ(scenario.published_cost_euro, 12'500.5);
    EXPECT_THAT(scenario.based_on, ElementsAre("baseline"));
    EXPECT_THAT(scenario.ex_officio, ElementsAre("income_supplement"));
    EXPECT_EQ(scenario.ex_officio_place.line, 9);
    EXPECT_THAT(words_of(scenario.changes),
                testing::UnorderedElementsAre("adult_fund.is_active = 0.000",
                                              "income_supplement.amount_single = 500.0",
                                              "income_tax.bracket.2 = 0.370"));
    for (auto const& change : scenario.changes) {
        EXPECT_FALSE(change.from);
        EXPECT_EQ(change.place.file, file.string());
        EXPECT_EQ(change.place.line, change.scheme == "income_supplement" ? 11
                                     : change.scheme == "adult_fund"      ? 12
                                                                          : 13);
    }
    ASSERT_EQ(scenario.take_up.size(), 1U);
    EXPECT_EQ(scenario.take_up[0].place.line, 15);
}

TEST_F(ScenarioFiles, RefuseAnUnknownKeyAndSuggestTheNearest)
{
    auto const problem = problem_of("title = \"x\"\n[chnges]\nadult_fund.is_active = true\n");

    EXPECT_EQ(problem.line, 2);
    EXPECT_THAT(problem.what, AllOf(HasSubstr("unknown key chnges"), HasSubstr("Did you mean changes?")));
}

TEST_F(ScenarioFiles, NeedATitle)
{
    auto const problem = problem_of("question = \"why\"\n");

    EXPECT_THAT(problem.what, AllOf(HasSubstr("title is missing"), HasSubstr("reports")));
}

TEST_F(ScenarioFiles, SayHowAShareIsWrittenWhereItStandsInPerCent)
{
    auto const problem =
        problem_of("title = \"x\"\n[changes]\n\nincome_supplement.income_limit_share = \"130 %\"\n");

    EXPECT_EQ(problem.line, 4);
    EXPECT_THAT(problem.what, AllOf(HasSubstr("income_supplement.income_limit_share"), HasSubstr("\"130 %\""),
                                    HasSubstr("1.30")));
}

TEST_F(ScenarioFiles, RefuseValuesOfAnotherKindThanTheKeyAsksFor)
{
    auto const is_refused_on_line_2 = [&](std::string const& line, char const* reason) {
        auto const problems = problems_of("title = \"x\"\n" + line + "\n");
        ASSERT_EQ(problems.size(), 1U) << line;
        EXPECT_EQ(problems[0].line, 2) << line;
        EXPECT_THAT(problems[0].what, HasSubstr(reason)) << line;
    };

    is_refused_on_line_2("question = 3", "not a text");
    is_refused_on_line_2("source = [\"a\"]", "not a text");
    is_refused_on_line_2("published_cost_euro = \"550.000\"", "not a number");
    is_refused_on_line_2("published_cost_euro = nan", "not a finite number");
    is_refused_on_line_2("published_cost_euro = inf", "not a finite number");
    is_refused_on_line_2("date = \"2025-07-01\"", "without quotes");
    is_refused_on_line_2("date = 2025", "not a day");
    is_refused_on_line_2("date = 2025-07-01T12:00:00", "not a day");
    is_refused_on_line_2("based_on = \"baseline\"", "not a list");
    is_refused_on_line_2("based_on = [1]", "not a text");
    is_refused_on_line_2("ex_officio = \"income_supplement\"", "not a list");
    is_refused_on_line_2("changes = 3", "not a table");
    is_refused_on_line_2("changes.income_supplement = 500", "scheme.term = number");
    is_refused_on_line_2("changes.income_supplement.amount_single = \"500 euro\"", "not a number");
    is_refused_on_line_2("changes.income_supplement.amount_single = [500]", "not a number");
    is_refused_on_line_2("changes.income_supplement.amount_single = inf", "not a finite number");
    is_refused_on_line_2("take_up = 0.9", "not a table");
    is_refused_on_line_2("take_up.child_package = true", "not a number");
}

TEST_F(ScenarioFiles, ReportAllProblemsOfAFileTogether)
{
    auto const problems = problems_of("titel = \"x\"\ndate = 1\n[changes]\na.b = \"c\"\n[take_up]\na = 7\n");

    EXPECT_EQ(problems.size(), 5U);  // unknown key, date, a.b, take-up, and no title
}

TEST_F(ScenarioFiles, RefuseWhatIsNotTomlWithItsLine)
{
    EXPECT_EQ(problem_of("title = \"x\"\ndate = = 3\n").line, 2);
    EXPECT_EQ(problem_of("title = \"x\"\ntitle = \"y\"\n").line, 2);
    EXPECT_EQ(problem_of("title = \"x\"\ndate = 2025-02-30\n").line, 2);
    EXPECT_THAT(problem_of("title = \"x\"\nx = [1,}\n").what, HasSubstr("is not TOML"));
}

// Outside texts the reader of TOML does not expect these letters and spaces at all; see sim/input/toml.cpp.
TEST_F(ScenarioFiles, RefuseLettersBeyondAsciiOutsideTexts)
{
    for (auto const* letter :
         {"\xc2\xa0", "\xc3\xab", "\xc4\x80", "\xd0\x96", "\xe1\x9a\x80", "\xe2\x80\x80", "\xe2\x82\xac",
          "\xe3\x80\x80", "\xef\xbb\xbf", "\xef\xbf\xbd", "\xf0\x9f\x98\x80"}) {
        std::string const text = letter;
        EXPECT_THAT(problem_of("title = \"x\"\n" + text + " = 1\n").what, HasSubstr("not TOML")) << text;
        EXPECT_THAT(problem_of("title = \"x\"\nremark =" + text + "\"y\"\n").what, HasSubstr("not TOML"))
            << text;
        EXPECT_EQ(problems_of("title = \"" + text + "\"  # " + text + "\n").size(), 0U) << text;
    }
}

TEST_F(ScenarioFiles, RefuseFilesThatAreNoPageOfText)
{
    EXPECT_THAT(refusal_of(folder_.path() / "absent.toml"), HasSubstr("cannot be opened"));
    EXPECT_THAT(refusal_of(folder_.path()), HasSubstr("cannot be opened"));
    EXPECT_THAT(problem_of(std::string((1 << 20) + 1, '\n')).what, HasSubstr("larger than 1 MB"));
    EXPECT_THAT(problem_of(std::string("title = \"x\"\0\n", 13)).what, HasSubstr("not TOML"));
    EXPECT_THAT(problem_of("title = \"\xff\xfe\"\n").what, HasSubstr("not TOML"));
    EXPECT_THAT(problem_of("").what, HasSubstr("title is missing"));
}

TEST_F(ScenarioFiles, ReadTakeUpAsAShareOrARise)
{
    auto const scenario = read_scenario_file(package("mine",
                                                     "[take_up]\n"
                                                     "child_package = 0.95\n"
                                                     "adult_fund = 1\n"
                                                     "goods_scheme = \"+25 %\"\n"
                                                     "income_supplement = \"+7.5 points\"\n"));

    ASSERT_EQ(scenario.take_up.size(), 4U);
    for (auto const& change : scenario.take_up) {
        if (change.scheme == "child_package") {
            EXPECT_EQ(change.kind, TakeUpChange::Kind::share);
            EXPECT_EQ(change.value, 0.95);
        } else if (change.scheme == "adult_fund") {
            EXPECT_EQ(change.kind, TakeUpChange::Kind::share);
            EXPECT_EQ(change.value, 1);
        } else if (change.scheme == "goods_scheme") {
            EXPECT_EQ(change.kind, TakeUpChange::Kind::relative_rise);
            EXPECT_EQ(change.value, 0.25);
        } else {
            EXPECT_EQ(change.kind, TakeUpChange::Kind::rise_in_points);
            EXPECT_EQ(change.value, 0.075);
        }
    }
}

TEST_F(ScenarioFiles, RefuseTakeUpThatIsNoShareAndNoRise)
{
    for (auto const* value :
         {"1.01", "-0.1", "95", "nan", "\"95 %\"", "\"25 %\"", "\"+25\"", "\"+25 percent\"", "\"+x %\"",
          "\"-25 %\"", "\"+-25 %\"", "\"+nan %\"", "\"+inf points\"", "\"\""}) {
        auto const problem =
            problem_of("title = \"x\"\n[take_up]\nchild_package = " + std::string(value) + "\n");

        EXPECT_EQ(problem.line, 3) << value;
        EXPECT_THAT(problem.what, HasSubstr("take_up.child_package")) << value;
    }
}

TEST_F(ScenarioFiles, RefuseWordsAfterARiseOfTakeUp)
{
    auto const problem = problem_of("title = \"x\"\n[take_up]\nchild_package = \"+25 % of 2023\"\n");

    EXPECT_THAT(problem.what, HasSubstr("take_up.child_package"));
}

TEST_F(ScenarioFiles, ReadChangesFromADateOn)
{
    auto const scenario = read_scenario_file(package("mine",
                                                     "[changes]\n"
                                                     "income_supplement.amount_single = 400\n"
                                                     "[changes.\"2027-01-01\"]\n"
                                                     "income_supplement.amount_single = 500\n"));

    ASSERT_EQ(scenario.changes.size(), 2U);
    auto const dated = std::find_if(scenario.changes.begin(), scenario.changes.end(),
                                    [](TermChange const& change) { return change.from.has_value(); });
    ASSERT_NE(dated, scenario.changes.end());
    EXPECT_EQ(dated->from, (Date{2027, 1, 1}));
    EXPECT_EQ(dated->value, 500);
    EXPECT_EQ(dated->place.line, 5);
}

TEST_F(ScenarioFiles, ReadTheYearsOfAForecastBesideItsTerms)
{
    package("base", "[forecast]\nuntil = 2029\nbudget_from = 2026\n");
    auto const file = package("mine",
                              "based_on = [\"base\"]\n[forecast]\nuntil = 2030\n"
                              "early_signals.acceptance = 0.6\n");

    auto const scenario = read_scenario(file, shipped);

    ASSERT_TRUE(scenario.forecast_until && scenario.budget_from);
    EXPECT_EQ(scenario.forecast_until->year, 2030);
    EXPECT_EQ(scenario.forecast_until->place.line, 4);
    EXPECT_EQ(scenario.budget_from->year, 2026);
    EXPECT_EQ(scenario.forecast.size(), 1U);
    for (std::string const year : {"2030.5", "\"2030\"", "true", "20300", "2030-01-01"}) {
        EXPECT_THAT(problem_of("title = \"x\"\n[forecast]\nuntil = " + year + "\n").what,
                    HasSubstr("forecast.until is not a year, as in until = 2030"));
    }
    EXPECT_THAT(problem_of("title = \"x\"\n[forecast.\"2027-01-01\"]\nuntil = 2030\n").what,
                HasSubstr("is not of the form"));
}

TEST_F(ScenarioFiles, PutChangesFromADateOnAfterThoseWithoutOne)
{
    auto const scenario = read_scenario_file(package("mine",
                                                     "[changes]\n"
                                                     "income_supplement.amount_single = 400\n"
                                                     "[changes.\"2025-01-01\"]\n"
                                                     "income_supplement.amount_single = 500\n"
                                                     "[changes.\"2024-01-01\"]\n"
                                                     "income_supplement.amount_single = 450\n"));

    // Applied in this order, the value in force on a day is that of the last date that has come.
    EXPECT_THAT(words_of(scenario.changes), ElementsAre("income_supplement.amount_single = 400.0",
                                                        "income_supplement.amount_single = 450.0",
                                                        "income_supplement.amount_single = 500.0"));
}

TEST_F(ScenarioFiles, ComposeFromLeftToRightTheOwnChangesLast)
{
    package("left", "date = 2024-01-01\n[changes]\nincome_supplement.amount_single = 1\n");
    package("right",
            "date = 2025-01-01\nex_officio = [\"child_package\"]\n[changes]\n"
            "income_supplement.amount_single = 2\n");
    auto const top = package("top",
                             "based_on = [\"baseline\", \"left\", \"right\"]\n"
                             "ex_officio = [\"income_supplement\", \"child_package\"]\n"
                             "[changes]\nincome_supplement.amount_single = 3\n");

    auto const scenario = read_scenario(top, shipped);

    EXPECT_THAT(scenario.parts, ElementsAre("left", "right", "top"));
    EXPECT_THAT(words_of(scenario.changes), ElementsAre("income_supplement.amount_single = 1.000",
                                                        "income_supplement.amount_single = 2.000",
                                                        "income_supplement.amount_single = 3.000"));
    EXPECT_EQ(scenario.date, (Date{2025, 1, 1}));
    EXPECT_THAT(scenario.ex_officio, ElementsAre("child_package", "income_supplement"));
    EXPECT_EQ(scenario.own.id, "top");
}

TEST_F(ScenarioFiles, TakeAPackageInOnceThoughTwoOthersBuildOnIt)
{
    package("root", "[changes]\nadult_fund.is_active = false\n");
    package("left", "based_on = [\"root\"]\n");
    package("right", "based_on = [\"root\"]\n");
    auto const top = package("top", "based_on = [\"left\", \"right\"]\n");

    auto const scenario = read_scenario(top, shipped);

    EXPECT_THAT(scenario.parts, ElementsAre("root", "left", "right", "top"));
    EXPECT_EQ(scenario.changes.size(), 1U);
}

TEST_F(ScenarioFiles, FindABaseBesideThemBeforeTheShippedOne)
{
    package("limits-130", "[changes]\nadult_fund.income_limit_share = 1.31\n");
    auto const top = package("top", "based_on = [\"limits-130\", \"income-supplement-500\"]\n");

    auto const scenario = read_scenario(top, shipped);

    EXPECT_EQ(scenario.changes.size(), 1U + 3U);
    EXPECT_EQ(scenario.changes[0].value, 1.31);
}

TEST_F(ScenarioFiles, RefuseABaseThatDoesNotExistAndSuggestTheNearest)
{
    auto const top = package("top", "question = \"q\"\nbased_on = [\"limits-13\"]\n");

    EXPECT_THAT(refusal_of(top), AllOf(HasSubstr("top.toml:3:"), HasSubstr("limits-13.toml"),
                                       HasSubstr("Did you mean limits-1")));
}

TEST_F(ScenarioFiles, RefuseAPackageThatBuildsOnItself)
{
    auto const mine = package("mine", "based_on = [\"mine\"]\n");

    EXPECT_THAT(refusal_of(mine), AllOf(HasSubstr("mine.toml:2:"), HasSubstr("mine -> mine")));
}

TEST_F(ScenarioFiles, RefuseAPackageThatBuildsOnItselfThroughTwoOthersWithTheChain)
{
    auto const a = package("a", "based_on = [\"b\"]\n");
    package("b", "based_on = [\"c\"]\n");
    package("c", "based_on = [\"baseline\", \"a\"]\n");

    EXPECT_THAT(refusal_of(a), AllOf(HasSubstr("c.toml:2:"), HasSubstr("a -> b -> c -> a")));
}

TEST_F(ScenarioFiles, RefuseAChainBelowThemToo)
{
    package("b", "based_on = [\"c\"]\n");
    package("c", "based_on = [\"b\"]\n");
    auto const top = package("top", "based_on = [\"b\"]\n");

    EXPECT_THAT(refusal_of(top), HasSubstr("b -> c -> b"));
}

}  // namespace minimasim::input
