#include "sim/input/household_record.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/input/household_text.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::input {

namespace {

using namespace test;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::filesystem::path const shipped = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data" / "households";

}  // namespace

TEST(HouseholdRecord, HasTheDefaultsOfTheContract)
{
    auto const household = read(R"({"persons": [{"age": 32}]})");

    EXPECT_EQ(household.id, "");
    EXPECT_EQ(household.date, (Date{2024, 7, 1}));
    EXPECT_EQ(household.municipality, "GM0106");
    EXPECT_EQ(household.neighbourhood, "WK010601");
    EXPECT_EQ(household.tenure, Tenure::rent_social);
    EXPECT_EQ(household.rent_per_month, 578);
    EXPECT_EQ(household.energy_per_month, 186);
    EXPECT_EQ(household.water_per_month, 15);
    EXPECT_EQ(household.health_premium_per_month, 190);
    EXPECT_EQ(household.years_on_low_income, 4);
    EXPECT_TRUE(household.take_up.takes_up("rent_allowance"));
    EXPECT_FALSE(household.is_couple);
    ASSERT_EQ(household.persons.size(), 1u);
    EXPECT_EQ(household.persons[0].age, 32);
    EXPECT_EQ(household.persons[0].birth_year, std::nullopt);
    EXPECT_EQ(household.persons[0].receives_state_pension, std::nullopt);
    EXPECT_EQ(household.persons[0].state_pension_build_up, 1);
    EXPECT_EQ(household.persons[0].earnings_exemption, EarningsExemption::none);
}

TEST(HouseholdRecord, TakesOverWhatIsWritten)
{
    auto const household = read(R"({
        "id": "h1", "date": "2023-01-01", "is_couple": true, "tenure": "owner", "woz_value": 2.5e5,
        "persons": [{"age": 32.0, "birth_year": 1991, "wage_per_year": 1200.50, "is_student": true},
                    {"age": 68, "receives_state_pension": false, "is_partner": true},
                    {"age": 3, "childcare_hours_per_month": 60, "childcare_type": "childminder"}],
        "take_up": {"rent_allowance": false, "social_assistance": true},
        "given": {"disposable_income_per_month": 1805, "is_poor": true}})");

    EXPECT_EQ(household.id, "h1");
    EXPECT_EQ(household.tenure, Tenure::owner);
    EXPECT_EQ(household.woz_value, 250000);
    EXPECT_EQ(household.persons[0].age, 32);
    EXPECT_EQ(household.persons[0].birth_year, 1991);
    EXPECT_EQ(household.persons[0].wage_per_year, 1200.5);
    EXPECT_TRUE(household.persons[0].is_student);
    EXPECT_EQ(household.persons[1].receives_state_pension, false);
    EXPECT_EQ(household.persons[2].childcare_type, ChildcareType::childminder);
    EXPECT_FALSE(household.take_up.takes_up("rent_allowance"));
    EXPECT_TRUE(household.take_up.takes_up("social_assistance"));
    ASSERT_EQ(household.given.size(), 2u);
    EXPECT_EQ(household.given[0].name, "disposable_income_per_month");
    EXPECT_EQ(household.given[0].value, 1805);
    EXPECT_EQ(household.given[1].value, 1);
    EXPECT_TRUE(household.given[1].is_boolean);
}

TEST(HouseholdRecord, TakesUpNothingWhenToldSo)
{
    EXPECT_FALSE(read(single_with(R"("take_up": "none")")).take_up.takes_up("rent_allowance"));
    EXPECT_TRUE(read(single_with(R"("take_up": "full")")).take_up.takes_up("rent_allowance"));
}

TEST(HouseholdRecord, CountsNoRentThatAnOwnerDidNotWrite)
{
    EXPECT_EQ(read(single_with(R"("tenure": "owner")")).rent_per_month, 0);
}

TEST(HouseholdRecord, HasNoNeighbourhoodOfAnotherMunicipality)
{
    EXPECT_EQ(read(single_with(R"("municipality": "GM0114")")).neighbourhood, "");
}

TEST(HouseholdRecord, KnowsTheLineOfEveryKey)
{
    auto const household = read_household(
        "\n{\"id\": \"h1\",\n \"persons\":\n  [{\n   \"age\": 32},\n   {\"age\":\n 11}],\n "
        "\"rent_per_month\":\n 600}",
        "many.jsonl", limits, 10);

    EXPECT_EQ(household.origin, "many.jsonl");
    EXPECT_EQ(household.lines.line("id"), 11);
    EXPECT_EQ(household.lines.line("persons"), 12);
    EXPECT_EQ(household.persons[0].lines.line("age"), 14);
    EXPECT_EQ(household.persons[1].lines.line("age"), 15);
    EXPECT_EQ(household.lines.line("rent_per_month"), 17);
    EXPECT_FALSE(household.lines.has("energy_per_month"));
    EXPECT_EQ(household.lines.line("energy_per_month"), 11);
}

TEST(HouseholdRecord, ReportsEverythingThatIsWrongInTheOrderOfTheLines)
{
    EXPECT_THAT(
        problems_of(R"({"date": "2022-12-31",
 "rent_per_month": -578,
 "persons": [{"age": 32},
             {"age": 200, "wage": 3}],
 "rent_per_month": 600,
 "energy_per_month": "€ 1.200",
 "childcare": 1})"),
        ElementsAre(
            AllOf(HasSubstr("h.json:1: date is 2022-12-31"), HasSubstr("from 2023-01-01")),
            HasSubstr("h.json:2: rent_per_month is -578"), HasSubstr("h.json:4: age of person 2 is 200"),
            HasSubstr("h.json:4: unknown key \"wage\" of person 2. Did you mean wage_per_year?"),
            HasSubstr("h.json:5: the key \"rent_per_month\" stands twice"),
            AllOf(HasSubstr("h.json:6: energy_per_month is the text \"€ 1.200\""), HasSubstr(": 1200")),
            HasSubstr("h.json:7: unknown key \"childcare\"")));
}

TEST(HouseholdRecord, IsReadFromAFile)
{
    report::test::TemporaryFolder const folder;
    auto const file = folder.path() / "one.json";
    report::test::put_bytes(file, "\xef\xbb\xbf{\"persons\": [{\"age\": 32}]}\n");

    EXPECT_EQ(read_household_file(file).persons[0].age, 32);
    EXPECT_THROW(read_household_file(folder.path()), InputError);
    EXPECT_THROW(read_household_file(folder.path() / "none.json"), InputError);
}

TEST(NamedHouseholds, AreThoseOfTheFolder)
{
    EXPECT_THAT(
        named_households(shipped),
        ElementsAre("annex-couple", "annex-pension-couple", "annex-pension-single", "annex-single",
                    "annex-single-parent", "dennis", "omar", "shannah", "standard-couple-one-earner",
                    "standard-couple-two-earners", "standard-pensioner-couple", "standard-pensioner-single",
                    "standard-self-employed", "standard-single-assistance", "standard-single-minimum-wage",
                    "standard-single-parent-part-time", "standard-student",
                    "standard-young-adult-assistance"));
    EXPECT_THROW(named_households(shipped / "none"), InputError);
}

TEST(NamedHouseholds, AreInOrderAndSayWhoTheyAre)
{
    for (auto const& name : named_households(shipped)) {
        auto const household = read_household_file(shipped / (name + ".json"), limits);

        EXPECT_EQ(household.id, name);
        EXPECT_EQ(household.date, (Date{2024, 7, 1})) << name;
        EXPECT_THAT(household.given, IsEmpty()) << name;
        for (auto const& text : {household.title, household.title_en, household.story, household.story_en}) {
            EXPECT_FALSE(text.empty()) << name;
        }
    }
}

TEST(NamedHouseholds, IncludeDennisAsHeTellsOfHimself)
{
    auto const dennis = read_household_file(shipped / "dennis.json", limits);

    ASSERT_EQ(dennis.persons.size(), 2u);
    EXPECT_EQ(dennis.persons[0].age, 32);
    EXPECT_EQ(dennis.persons[1].age, 11);
    EXPECT_FALSE(dennis.is_couple);
    EXPECT_EQ(dennis.years_on_low_income, 0.5);
}

}  // namespace minimasim::input
