// `minimasim validate` and `minimasim population check` must refuse what is wrong: every test here spoils
// something on purpose.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <charconv>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "sim/report/population_file.hpp"
#include "tests/command_line/program.hpp"

namespace minimasim {

namespace {

using namespace test;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr int wrong_input = 2;
constexpr int refused = 3;

// One member and two replicates: enough for every section.
Outcome validate(std::filesystem::path const& folder, std::vector<std::string> const& more = {})
{
    std::vector<std::string> words{"validate", "--ensemble", "1", "--replicates", "2", "-o", folder.string()};
    words.insert(words.end(), more.begin(), more.end());
    return minimasim(words);
}

Outcome validate_with(CopyOfData const& copy)
{
    TemporaryFolder const folder;
    return validate(folder.path(), {"--data", copy.data().string()});
}

// Exchanges two cells of a file: the names in front of their values.
void exchange(CopyOfData const& copy, std::string const& file, std::string const& a, std::string const& b)
{
    copy.replace(file, a + ",", "aside,");
    copy.replace(file, b + ",", a + ",");
    copy.replace(file, "aside,", b + ",");
}

void remove_line(CopyOfData const& copy, std::string const& file, std::string const& word)
{
    std::istringstream lines(bytes_of(copy.data() / file));
    std::string rest;
    for (std::string line; std::getline(lines, line);) {
        rest += line.find(word) == std::string::npos ? line + "\n" : "";
    }
    put_bytes(copy.data() / file, rest);
}

// Moves a published share in every area, so that municipality and neighbourhoods still agree.
void shift_everywhere(CopyOfData const& copy, std::string const& file, std::string const& cell, double by)
{
    std::istringstream lines(bytes_of(copy.data() / file));
    std::string shifted;
    for (std::string line; std::getline(lines, line);) {
        auto const at = line.find(cell);
        if (at != std::string::npos) {
            auto const begin = at + cell.size();
            auto const end = line.find(',', begin);
            double value = 0;
            std::from_chars(line.data() + begin, line.data() + end, value);
            char text[20];
            std::snprintf(text, sizeof text, "%.2f", value + by);
            line.replace(begin, end - begin, text);
        }
        shifted += line + "\n";
    }
    put_bytes(copy.data() / file, shifted);
}

std::string const persons = "margins/GM0106/persons.csv";
std::string const dwellings = "margins/GM0106/dwellings.csv";

}  // namespace

TEST(Validate, AcceptsTheShippedModelAndPrintsEverySection)
{
    TemporaryFolder const folder;

    auto const run = validate(folder.path());

    EXPECT_EQ(run.exit_code, 0) << run.errors;
    for (auto const* title :
         {"Published figures", "hash", "Internal fit", "internal: fitted, proves nothing",
          "Impossible households", "Plausibility panel", "held out", "Naive guesses", "Coverage",
          "Worst twenty cells", "Households within 2 %", "Resident profiles", "Where every field"}) {
        EXPECT_THAT(run.output, HasSubstr(std::string(title) == "hash" ? "frozen split" : title));
    }
    EXPECT_THAT(run.output, HasSubstr("verdict: every acceptance row holds"));
}

TEST(Validate, GivesAnArrayOfRowsWithTenFieldsAndNoKeyTwice)
{
    TemporaryFolder const folder;

    auto const run = validate(folder.path(), {"--json"});

    ASSERT_EQ(run.exit_code, 0) << run.errors;
    auto const rows = nlohmann::ordered_json::parse(run.output);
    ASSERT_TRUE(rows.is_array());
    std::set<std::string> keys;
    std::set<std::string> roles;
    for (auto const& row : rows) {
        std::vector<std::string> names;
        for (auto const& [name, value] : row.items()) {
            names.push_back(name);
        }
        EXPECT_THAT(names, testing::ElementsAre("key", "role", "published", "low", "high", "model",
                                                "model_low", "model_high", "ok", "reason"));
        EXPECT_TRUE(keys.insert(row["key"]).second) << row["key"];
        roles.insert(row["role"]);
    }
    EXPECT_THAT(roles,
                testing::IsSupersetOf({"acceptance", "target", "held out", "panel", "internal", "baseline",
                                       "provenance", "worst", "margin (HARD)", "margin (FIRM)"}));
    for (auto const* key :
         {"header.split", "population.hard.tae", "population.firm.inside", "population.impossible_households",
          "held_out.position_age.sae", "held_out.state_pension_persons", "panel.within_tolerance",
          "coverage.position_age", "baseline.national_rates.position_age.sae",
          "baseline.flat_seed.position_age.sae", "worst.20", "provenance.persons.age", "threshold.norm_120",
          "profile.coverage"}) {
        EXPECT_EQ(keys.count(key), 1U) << key;
    }
    EXPECT_GE(keys.size(), 450U);  // the check is not vacuous
}

TEST(Validate, NamesAMarginThatContradictsOthers)
{
    CopyOfData const copy;
    copy.replace(persons, "GM0106,residents,age,25-44,2023,16262", "GM0106,residents,age,25-44,2023,17262");

    auto const run = validate_with(copy);

    EXPECT_EQ(run.exit_code, wrong_input) << run.output;
    EXPECT_TRUE(std::regex_search(run.errors, std::regex("persons.csv:[0-9]+: "))) << run.errors;
}

TEST(Validate, NoticesADroppedNeighbourhood)
{
    CopyOfData const copy;
    remove_line(copy, "margins/GM0106/neighbourhoods.csv", "WK010603");

    auto const run = validate_with(copy);

    EXPECT_EQ(run.exit_code, wrong_input) << run.output;
    EXPECT_THAT(run.errors, HasSubstr("WK010603"));
}

TEST(Validate, NoticesFlippedAgeClasses)
{
    CopyOfData const copy;
    exchange(copy, persons, "GM0106,residents,age,25-44,2023", "GM0106,residents,age,45-64,2023");

    auto const run = validate_with(copy);

    EXPECT_EQ(run.exit_code, wrong_input) << run.output;
    EXPECT_TRUE(std::regex_search(run.errors, std::regex("persons.csv:[0-9]+: "))) << run.errors;
}

TEST(Validate, RefusesAShiftOfTenureThatContradictsNothing)
{
    CopyOfData const copy;
    shift_everywhere(copy, dwellings, ",dwellings,tenure,owner,2022,", -0.05);
    shift_everywhere(copy, dwellings, ",dwellings,tenure,rent_social,2022,", 0.05);

    auto const run = validate_with(copy);

    EXPECT_EQ(run.exit_code, refused) << run.errors;
    EXPECT_THAT(run.errors, AllOf(HasSubstr("not accepted: population.margins.changed_tables is 2"),
                                  HasSubstr("dwellings.csv:")));
    EXPECT_THAT(run.output, AllOf(HasSubstr("the values of tenure_owner are not those that were frozen"),
                                  HasSubstr("the values of tenure_rent_social")));
}

TEST(Validate, RefusesAnotherShareOfLowIncomes)
{
    CopyOfData const copy;
    copy.replace("margins/GM0106/income.csv", "GM0106,private_households,social_minimum,up_to_120,2020,0.134",
                 "GM0106,private_households,social_minimum,up_to_120,2020,0.144");

    auto const run = validate_with(copy);

    EXPECT_EQ(run.exit_code, refused) << run.errors;
    EXPECT_THAT(run.errors, AllOf(HasSubstr("income.csv:"), HasSubstr("the values of social_minimum")));
}

TEST(Validate, RefusesMarginsWhoseFrozenValuesAreGone)
{
    CopyOfData const copy;
    std::filesystem::remove(copy.data() / "margins/GM0106/values.sha256");

    auto const run = validate_with(copy);

    EXPECT_EQ(run.exit_code, refused) << run.errors;
    EXPECT_THAT(run.errors, HasSubstr("values.sha256: the values of the margins are not frozen"));
}

TEST(Validate, NamesAFieldOfThePopulationWithoutProvenance)
{
    CopyOfData const copy;
    remove_line(copy, "provenance.csv", "persons.age,");

    auto const run = validate_with(copy);

    EXPECT_EQ(run.exit_code, wrong_input) << run.output;
    EXPECT_THAT(run.errors, AllOf(HasSubstr("provenance.csv"), HasSubstr("persons.age")));
}

namespace {

// The first member as a file, to be spoiled.
class PopulationFile : public testing::Test {
  protected:
    PopulationFile()
    {
        auto const run = minimasim({"population", "-o", file().string()});
        EXPECT_EQ(run.exit_code, 0) << run.errors;
    }

    std::filesystem::path file() const { return folder_.path() / "population.h5"; }

    Outcome check() const { return minimasim({"population", "check", file().string()}); }

    template <class Change>
    void spoil(Change const& change) const
    {
        auto population = report::read_population(file());
        change(population);
        report::write_population(population, report::read_neighbourhoods(file()), file());
    }

  private:
    TemporaryFolder folder_;
};

}  // namespace

TEST_F(PopulationFile, IsAcceptedAsItWasBuilt)
{
    auto const run = check();

    EXPECT_EQ(run.exit_code, 0) << run.errors;
    EXPECT_THAT(run.output, AllOf(HasSubstr("Internal fit"), HasSubstr("Plausibility panel"),
                                  HasSubstr("Impossible households"), HasSubstr("Households within 2 %"),
                                  HasSubstr("Resident profiles"), HasSubstr("Worst twenty cells")));
}

TEST_F(PopulationFile, IsRefusedWhenAHardCellIsOff)
{
    spoil([](auto& population) {
        population.persons.sex[0] =
            population.persons.sex[0] == population::Sex::man ? population::Sex::woman : population::Sex::man;
    });

    auto const run = check();

    EXPECT_EQ(run.exit_code, refused) << run.output;
    EXPECT_THAT(run.errors, HasSubstr("not accepted: population.hard.tae is 1"));
    EXPECT_THAT(run.output, HasSubstr("margin.GM0106.sex.men"));
}

TEST_F(PopulationFile, IsRefusedWhenAFirmCellIsOutside)
{
    spoil([](auto& population) {
        for (std::size_t i = 0; i < population.size(); i += 4) {
            population.tenure[i] = population::Tenure::rent_social;
        }
    });

    auto const run = check();

    EXPECT_EQ(run.exit_code, refused) << run.output;
    EXPECT_THAT(run.errors, AllOf(HasSubstr("population.firm.inside"), Not(HasSubstr("population.hard"))));
    EXPECT_THAT(run.output, HasSubstr("margin.GM0106.tenure.rent_social"));
}

TEST_F(PopulationFile, IsRefusedWhenAHouseholdIsImpossible)
{
    spoil([](auto& population) { population.rent_cents_per_month[0] = 123'456'789; });

    auto const run = check();

    EXPECT_EQ(run.exit_code, refused) << run.output;
    EXPECT_THAT(run.errors, HasSubstr("not accepted: population.impossible_households is 1"));
    EXPECT_THAT(run.output, HasSubstr("household 0"));
}

TEST(PopulationTables, AreWrittenTogetherAndExplainEveryColumn)
{
    TemporaryFolder const folder;
    auto const tables = folder.path() / "assen";

    auto const run = minimasim({"population", "--size", "500", "-o", tables.string()});

    ASSERT_EQ(run.exit_code, 0) << run.errors;
    EXPECT_THAT(names_in(tables),
                testing::UnorderedElementsAre("households.csv", "persons.csv", "datapackage.json"));
    auto const package = nlohmann::json::parse(bytes_of(tables / "datapackage.json"));
    for (auto const& resource : package.at("resources")) {
        std::istringstream lines(bytes_of(tables / resource.at("path").get<std::string>()));
        std::string header;
        std::getline(lines, header);
        std::string explained;
        for (auto const& field : resource.at("schema").at("fields")) {
            explained += (explained.empty() ? "" : ",") + field.at("name").get<std::string>();
            EXPECT_FALSE(field.at("description").get<std::string>().empty()) << field;
        }
        EXPECT_EQ(header, explained);
        int rows = 0;
        for (std::string line; std::getline(lines, line);) {
            ++rows;
        }
        EXPECT_GE(rows, 500) << resource.at("path");
    }
    EXPECT_THAT(bytes_of(tables / "households.csv"), HasSubstr(",one_person,"));
}

TEST(PopulationTables, NeedAFolder)
{
    TemporaryFolder const folder;

    auto const run = minimasim({"population", "--size", "500", "-o", (folder.path() / "assen.csv").string()});

    EXPECT_EQ(run.exit_code, wrong_input);
    EXPECT_THAT(run.errors, HasSubstr("give a folder"));
    EXPECT_TRUE(names_in(folder.path()).empty());
}

}  // namespace minimasim
