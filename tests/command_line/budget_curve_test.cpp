// Budget curves as a user makes them: files that other tools read, sentences, one JSON document, refusals.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/command_line/program.hpp"

namespace minimasim {

namespace {

using namespace test;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

Outcome sweep(std::filesystem::path const& folder, std::string const& household, std::string const& what,
              std::vector<std::string> const& more = {})
{
    std::vector<std::string> words{"household", household, "--sweep", what, "-o", folder.string()};
    words.insert(words.end(), more.begin(), more.end());
    return minimasim(words);
}

Outcome python(std::string const& program, std::filesystem::path const& file)
{
    return run_command({"python3", "-c", program, file.string()});
}

void expect_refused(std::string const& what, std::string const& household, std::string const& words)
{
    TemporaryFolder const folder;
    auto const refused = sweep(folder.path() / "out", household, what);
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_THAT(refused.errors, HasSubstr(words));
    EXPECT_THAT(refused.output, IsEmpty());
    EXPECT_THAT(names_in(folder.path() / "out"), IsEmpty());
}

}  // namespace

TEST(BudgetCurve, WritesATableAndAPictureAndTellsTheCliffs)
{
    TemporaryFolder const folder;

    auto const done = sweep(folder.path(), "standard-single-parent-part-time", "wage_per_year=0:60000:100");

    EXPECT_EQ(done.exit_code, 0) << done.errors;
    EXPECT_THAT(names_in(folder.path()),
                UnorderedElementsAre("standard-single-parent-part-time-wage_per_year.csv",
                                     "standard-single-parent-part-time-wage_per_year.svg"));
    EXPECT_THAT(done.output, HasSubstr("(130 % van de norm): Collectieve zorgverzekering en Kindpakket "
                                       "vervallen, € 1.631 per jaar minder"));
}

TEST(BudgetCurve, ThePictureIsXmlWithAllFourSharesOfTheNorm)
{
    MINIMASIM_NEED(is_installed("python3"), "python3");
    TemporaryFolder const folder;
    sweep(folder.path(), "standard-single-parent-part-time", "wage_per_year=0:60000:100");

    auto const read = python(
        "import sys, xml.etree.ElementTree as tree\n"
        "svg = tree.parse(sys.argv[1]).getroot()\n"
        "texts = [t.text for t in svg.iter('{http://www.w3.org/2000/svg}text')]\n"
        "print(svg.get('role'), sum(t.endswith('% van de norm') for t in texts))",
        folder.path() / "standard-single-parent-part-time-wage_per_year.svg");

    EXPECT_EQ(read.output, "img 4\n") << read.errors;
}

TEST(BudgetCurve, TheTableHasARowAPointOfEveryPackage)
{
    MINIMASIM_NEED(is_installed("python3"), "python3");
    TemporaryFolder const folder;
    sweep(folder.path(), "standard-single-minimum-wage", "wage_per_year=0:60000:1000",
          {"--scenario", "limits-130"});

    auto const read = python(
        "import csv, sys\n"
        "rows = list(csv.DictReader(open(sys.argv[1], encoding='utf-8', newline='')))\n"
        "print(len(rows), rows[0]['package'], rows[-1]['package'], rows[-1]['wage_per_year'])",
        folder.path() / "standard-single-minimum-wage-wage_per_year-limits-130.csv");

    EXPECT_EQ(read.output, "122 baseline limits-130 60000\n") << read.errors;
}

TEST(BudgetCurve, AsJsonIsOneDocument)
{
    MINIMASIM_NEED(is_installed("python3"), "python3");
    TemporaryFolder const folder;
    auto const done = sweep(folder.path(), "standard-couple-one-earner", "partner.wage_per_year=0:60000:1000",
                            {"--json", "--language", "en"});
    put_bytes(folder.path() / "curve.json", done.output);

    auto const read = python(
        "import json, sys\n"
        "curve = json.load(open(sys.argv[1], encoding='utf-8'))\n"
        "package = curve['packages'][0]\n"
        "print(curve['key'], len(package['points']), package['points'][0]['marginal_rate_per_cent'])",
        folder.path() / "curve.json");

    EXPECT_EQ(read.output, "partner.wage_per_year 61 None\n") << read.errors;
}

TEST(BudgetCurve, IsRefusedWithWhatWasMeant)
{
    expect_refused("wage_per_yer=0:60000:100", "standard-student", "Did you mean wage_per_year?");
    expect_refused("wage_per_year=0:60.000:100", "standard-student", "may mean 60000 or 60:");
    expect_refused("wage_per_year=0:100:0", "standard-student", "STEP is 0");
    expect_refused("partner.wage_per_year=0:100:1", "standard-student", "no partner");
}

}  // namespace minimasim
