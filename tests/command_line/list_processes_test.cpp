// `minimasim list terms --process`: what every process of the forecast rests on.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/base/error.hpp"
#include "sim/forecast/names.hpp"
#include "sim/forecast/people/people_terms.hpp"
#include "sim/report/process_text.hpp"
#include "tests/command_line/program.hpp"

namespace minimasim {

namespace {

using namespace test;
using testing::HasSubstr;
using testing::Not;

std::filesystem::path const assumptions_folder =
    std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data" / "assumptions";

std::vector<forecast::Assumption> assumptions()
{
    auto terms = forecast::read_assumptions(assumptions_folder / "forecast.csv");
    auto const people = forecast::read_people_assumptions(assumptions_folder / "people.csv");
    terms.insert(terms.end(), people.begin(), people.end());
    return terms;
}

TEST(ListProcesses, NamesEveryProcessAndTermInBothLanguages)
{
    auto const terms = assumptions();
    auto names = forecast::read_names(assumptions_folder / "forecast_names.csv", terms);
    auto const people = forecast::read_names(assumptions_folder / "people_names.csv", terms);
    names.insert(names.end(), people.begin(), people.end());

    for (auto const& term : terms) {
        EXPECT_NE(forecast::find_name(names, term.process, ""), nullptr) << term.process;
        EXPECT_NE(forecast::find_name(names, term.process, term.term), nullptr)
            << term.process << "." << term.term
            << " has no row in data/assumptions/forecast_names.csv or people_names.csv";
        EXPECT_TRUE(term.unit == "euro" || report::unit_name(term.unit, report::Language::dutch) != term.unit)
            << term.unit << " has no Dutch name";
    }
}

TEST(ListProcesses, PrintsEquationAndEveryTermOfAProcessWithIntervalEvidenceAndSource)
{
    for (auto const& process : forecast::processes_of(assumptions())) {
        auto const outcome = minimasim({"list", "terms", "--process", process});

        ASSERT_EQ(outcome.exit_code, 0) << outcome.errors;
        EXPECT_THAT(outcome.output, HasSubstr("(" + process + ")"));
        EXPECT_THAT(outcome.output, HasSubstr("docs/method/" + process + ".md"));
        EXPECT_THAT(outcome.output, HasSubstr("=")) << "no equation";
        for (auto const& term : assumptions()) {
            if (term.process == process) {
                EXPECT_THAT(outcome.output, HasSubstr("\n" + term.term + " "));
                EXPECT_THAT(outcome.output, HasSubstr(term.source.substr(0, term.source.find(' '))));
            }
        }
    }
    auto const signals =
        minimasim({"list", "terms", "--process", "early_signals", "--language", "en"}).output;
    EXPECT_THAT(signals, HasSubstr("0.15  0 to 0.3"));
    EXPECT_THAT(signals, HasSubstr("share of acceptances with arrears             no evidence: assumption"));
    EXPECT_THAT(signals, Not(HasSubstr("Bron")));
}

TEST(ListProcesses, NamesTheProcessesWhenNoneIsAskedFor)
{
    auto const outcome = minimasim({"list", "terms", "--process"});

    EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
    for (auto const& process : forecast::processes_of(assumptions())) {
        EXPECT_THAT(outcome.output, HasSubstr(process));
    }
    EXPECT_THAT(outcome.output, HasSubstr("Vroegsignalering"));
}

TEST(ListProcesses, RefusesAProcessThatThereIsNotAndNamesTheNearest)
{
    auto const outcome = minimasim({"list", "terms", "--process", "early_signal"});

    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.errors, HasSubstr("no process early_signal. Did you mean early_signals?"));
    EXPECT_EQ(minimasim({"list", "schemes", "--process", "arrears"}).exit_code, 2);
}

TEST(ListProcesses, RefusesANameOfNothingOneTwiceAndOneWithoutEquation)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "names.csv";
    put_bytes(file,
              "process,term,name,name_en,equation,equation_en\n"
              "arears,,Achterstanden,Arrears,a = b,a = b\n"
              "arrears,share,aandeel,share,,\n"
              "arrears,share,aandeel,,,\n"
              "aftercare,,Nazorg,Aftercare,,\n");

    try {
        forecast::read_names(file, assumptions());
        FAIL() << "was read";
    } catch (InputError const& fault) {
        for (auto const* const part :
             {":2: the forecast has no arears. Did you mean arrears?", ":4: arrears.share stands here twice",
              ":4: arrears.share lacks a name", ":5: aftercare lacks its equation"}) {
            EXPECT_THAT(fault.what(), HasSubstr(part));
        }
    }
}

}  // namespace

}  // namespace minimasim
