// The recipe of CONTRIBUTING for a scheme, followed to the letter for one that does not exist: a bus pass for
// adults. A copy of the sources gets exactly the places that the recipe names, is compiled, and runs with the
// new scheme.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "tests/command_line/program.hpp"
#include "tests/run/example_member.hpp"

namespace minimasim {

namespace {

using namespace test;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

// 1. sim/rules/municipal/KEY.hpp
constexpr char const* header = R"(#pragma once

#include "sim/rules/municipal/scheme.hpp"

// Bus pass (made up for a test): free travel in the town for every adult.
namespace minimasim::rules::bus_pass {

struct Terms {
    double is_active;
    double income_limit_share;
    double amount_per_person;
};

inline constexpr TermField<Terms> fields[] = {
    {"is_active", Unit::yes_no, 0, 1, &Terms::is_active},
    {"income_limit_share", Unit::share, 0.5, 3.0, &Terms::income_limit_share},
    {"amount_per_person", Unit::euro_per_year, 0, 10'000, &Terms::amount_per_person},
};

constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
{
    if (terms.is_active < 0.5) {
        return {};
    }
    if (h.income_cents_per_month > income_limit_cents(terms.income_limit_share, h)) {
        return {};
    }
    return {1, h.adults * cents_of(terms.amount_per_person)};
}

struct Scheme : SchemeFacts {
    using Terms = bus_pass::Terms;
    static constexpr char const* key = "bus_pass";
    static constexpr char const* dutch_name = "Stadsbuspas";
    static constexpr char const* english_name = "Bus pass";
    static constexpr char const* article = "municipal policy";
    static constexpr char const* how_dutch = "een pas per volwassene";
    static constexpr char const* how_english = "a pass for each adult";
    static constexpr CountedIn counted_in = CountedIn::persons;
    static constexpr auto const& fields = bus_pass::fields;
    static constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
    {
        return bus_pass::entitlement(h, terms);
    }
};

}  // namespace minimasim::rules::bus_pass
)";

// Uses the engine as the program does, on the made-up municipality of tests/run.
constexpr char const* use_of_the_scheme = R"(
#include <iostream>

#include "sim/run/listing.hpp"
#include "tests/run/example_member.hpp"

int main()
{
    using namespace minimasim;
    auto const setting = run::test::example_setting();
    std::cout << run::list_schemes();
    std::cout << run::list_terms(run::read_terms(run::test::source_folder / "data", "GM0106"), setting.municipality,
                                 setting.municipality.policy_date);
    auto const result = run::run_replicate(setting, run::test::example_member(), 0);
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        auto const& tally = result.packages[0];
        std::cout << "grants " << rules::schemes[k].key << ' '
                  << tally.at(k, outcomes::SchemeOutcome::recipients_households) << ' '
                  << tally.at(k, outcomes::SchemeOutcome::users) << ' '
                  << tally.at(k, outcomes::SchemeOutcome::cost_cents_per_year) << '\n';
    }
}
)";

// What knows the schemes and is needed for a run without files of results.
constexpr char const* sources[] = {"takeup/groups",
                                   "run/take_up/take_up_checks",
                                   "takeup/needs",
                                   "takeup/propensity",
                                   "takeup/parameters",
                                   "takeup/statutory_claims",
                                   "takeup/threshold",
                                   "outcomes/cells",
                                   "outcomes/count",
                                   "run/households/household_view",
                                   "run/listing",
                                   "run/members/member_columns",
                                   "run/law_and_policy/municipality",
                                   "run/packages/overlay",
                                   "run/packages/pass",
                                   "run/law_and_policy/policy",
                                   "run/law_and_policy/term_check",
                                   "run/take_up/propensities",
                                   "run/law_and_policy/read_law",
                                   "run/replicate",
                                   "run/setting",
                                   "run/uncertainty/term_factors",
                                   "rules/block",
                                   "report/text_table",
                                   "report/number_text",
                                   "run/take_up/claim_limits",
                                   "run/packages/decided_scheme",
                                   "run/packages/package_runner",
                                   "run/packages/run_packages",
                                   "run/packages/scheme_change",
                                   "run/packages/scheme_rows",
                                   "run/packages/standing",
                                   "run/take_up/calibration",
                                   "run/take_up/calibration_pass",
                                   "takeup/capped_budget",
                                   "run/take_up/claim_rules",
                                   "run/members/member_facts",
                                   "outcomes/income_deciles",
                                   "run/members/packed_column"};

class CopyOfSources {
  public:
    CopyOfSources()
    {
        using std::filesystem::copy_options;
        for (auto const* name : {"sim", "data", "scenarios", "docs", "scripts", "tests/run"}) {
            std::filesystem::create_directories((path() / name).parent_path());
            std::filesystem::copy(source_folder / name, path() / name, copy_options::recursive);
        }
        for (auto const* name : {"README.md", "CONTRIBUTING.md", "CHANGELOG.md"}) {
            if (std::filesystem::exists(source_folder / name)) {
                std::filesystem::copy(source_folder / name, path() / name);
            }
        }
    }

    std::filesystem::path const& path() const { return folder_.path(); }

    void write(std::string const& name, std::string const& text) const { put_bytes(path() / name, text); }

    void append(std::string const& name, std::string const& text) const
    {
        std::ofstream(path() / name, std::ios::app) << text;
    }

    // Puts a text before the first occurrence of another.
    void insert_before(std::string const& name, std::string const& place, std::string const& text) const
    {
        auto whole = bytes_of(path() / name);
        auto const at = whole.find(place);
        ASSERT_NE(at, std::string::npos) << name << " does not hold " << place;
        write(name, whole.insert(at, text));
    }

  private:
    TemporaryFolder folder_;
};

// Compiles the sources and the use of the scheme, two files at a time; what the compiler says when it fails.
std::string compile(CopyOfSources const& copy)
{
    std::string make = "OBJECTS =\n";
    for (auto const* name : sources) {
        std::string object = name;
        std::replace(object.begin(), object.end(), '/', '_');
        make += "OBJECTS += " + object + ".o\n" + object + ".o:\n\t$(CXX) $(FLAGS) -c sim/" + name +
                ".cpp -o $@\n";
    }
    auto const libraries = program.parent_path() / "sim";
    make += "FLAGS = -std=c++20 -O0 -w -fopenmp -ffp-contract=off -I. -DMINIMASIM_SOURCE_DIR='\"" +
            copy.path().string() +
            "\"'\nuse.o:\n\t$(CXX) $(FLAGS) -c use.cpp -o $@\n.DEFAULT_GOAL := use\nuse: $(OBJECTS) "
            "use.o\n\t$(CXX) $^ -o "
            "use -fopenmp " +
            (libraries / "libminimasim_population.a").string() + " " +
            (libraries / "libminimasim_input.a").string() + " " +
            (libraries / "libminimasim_base.a").string() + " -lClp -lCoinUtils -lcrypto\n";
    copy.write("Makefile", make);
    copy.write("use.cpp", use_of_the_scheme);
    auto const made = run_command({"make", "-s", "-j2", "CXX=c++"}, {.folder = copy.path()});
    return made.exit_code == 0 ? "" : made.errors.substr(0, 3'000);
}

// "grants KEY households users cents" lines, by key.
std::map<std::string, std::string> grants_in(std::string const& output)
{
    std::map<std::string, std::string> grants;
    std::istringstream lines(output);
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("grants ", 0) == 0) {
            auto const end = line.find(' ', 7);
            grants[line.substr(7, end - 7)] = line.substr(end + 1);
        }
    }
    return grants;
}

// The same lines of the schemes that there are.
std::map<std::string, std::string> grants_of_this_program()
{
    auto const setting = run::test::example_setting();
    auto const result = run::run_replicate(setting, run::test::example_member(), 0);
    std::map<std::string, std::string> grants;
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        auto const& tally = result.packages[0];
        grants[rules::schemes[k].key] =
            std::to_string(tally.at(k, outcomes::SchemeOutcome::recipients_households)) + " " +
            std::to_string(tally.at(k, outcomes::SchemeOutcome::users)) + " " +
            std::to_string(tally.at(k, outcomes::SchemeOutcome::cost_cents_per_year));
    }
    return grants;
}

}  // namespace

TEST(TheRecipeForAScheme, TouchesNoMorePlacesThanItSays)
{
#if defined(__SANITIZE_ADDRESS__)
    GTEST_SKIP() << "the libraries of this build need the sanitizers";
#endif
    MINIMASIM_NEED(is_installed("make") && is_installed("c++"), "make or a C++ compiler");
    CopyOfSources const copy;

    copy.write("sim/rules/municipal/bus_pass.hpp", header);
    copy.insert_before("sim/rules/municipal/schemes.hpp",
                       "#include \"sim/rules/municipal/child_package.hpp\"",
                       "#include \"sim/rules/municipal/bus_pass.hpp\"\n");
    copy.insert_before("sim/rules/municipal/schemes.hpp", "child_package::Scheme,", "bus_pass::Scheme, ");
    copy.append("data/municipalities/GM0106/schemes.csv",
                "bus_pass,is_active,2023-01-01,1,yes_no,estimated,made up\n"
                "bus_pass,income_limit_share,2023-01-01,1.25,share,estimated,made up\n"
                "bus_pass,amount_per_person,2023-01-01,60,euro_per_year,estimated,made up\n");
    copy.append("data/assumptions/take_up.csv", "bus_pass,0.5,0.3,0.7,share of entitled,estimated,made up\n");
    ASSERT_EQ(compile(copy), "");

    auto const use = run_command({(copy.path() / "use").string()}, {.folder = copy.path()});
    auto const grants = grants_in(use.output);

    ASSERT_EQ(use.exit_code, 0) << use.errors;
    EXPECT_THAT(use.output, AllOf(HasSubstr("bus_pass"), HasSubstr("Stadsbuspas"),
                                  HasSubstr("bus_pass.amount_per_person"), HasSubstr("counted in persons")));
    ASSERT_EQ(grants.count("bus_pass"), 1U);
    std::istringstream numbers(grants.at("bus_pass"));
    std::int64_t households = 0;
    std::int64_t users = 0;
    std::int64_t cents = 0;
    numbers >> households >> users >> cents;
    EXPECT_GT(households, 100);
    EXPECT_GT(users, households);
    EXPECT_EQ(cents, users * 6'000);
    for (auto const& [key, before] : grants_of_this_program()) {
        EXPECT_EQ(grants.at(key), before) << key << " is changed by a scheme that has nothing to do with it";
    }
}

TEST(TheRecipeForAScheme, IsCheckedForItsLineInTheGlossaryAndItsTakeUp)
{
    MINIMASIM_NEED(is_installed("python3"), "python3");
    CopyOfSources const copy;
    auto const check = [&] { return run_command({"scripts/check_keys", copy.path().string()}); };
    ASSERT_EQ(check().exit_code, 0) << check().output;

    copy.write("sim/rules/municipal/bus_pass.hpp", header);
    copy.insert_before("sim/rules/municipal/schemes.hpp", "child_package::Scheme,", "bus_pass::Scheme, ");
    copy.append("data/municipalities/GM0106/schemes.csv",
                "bus_pass,is_active,2023-01-01,1,yes_no,estimated,made up\n");

    auto const forgotten = check();
    EXPECT_NE(forgotten.exit_code, 0);
    EXPECT_THAT(forgotten.output,
                AllOf(HasSubstr("glossary.md: bus_pass"), HasSubstr("bus_pass has no take-up")));

    copy.append("docs/glossary.md", "| Stadsbuspas | bus pass | `bus_pass` |\n");
    copy.append("data/assumptions/take_up.csv", "bus_pass,0.5,0.3,0.7,share of entitled,estimated,made up\n");
    EXPECT_EQ(check().exit_code, 0) << check().output;
}

}  // namespace minimasim
