// The schema and the reader agree: every key of one is a key of the other, with the same default and range.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "tests/input/household_text.hpp"

namespace minimasim::input {

namespace {

using namespace test;
using nlohmann::json;
using testing::IsEmpty;
using testing::Not;

// The keys of the contract, written out.
std::set<std::string> const household_contract{"id",
                                               "title",
                                               "title_en",
                                               "story",
                                               "story_en",
                                               "date",
                                               "municipality",
                                               "neighbourhood",
                                               "persons",
                                               "is_couple",
                                               "tenure",
                                               "rent_per_month",
                                               "service_costs_per_month",
                                               "adapted_dwelling",
                                               "lives_in_institution",
                                               "woz_value",
                                               "mortgage_per_month",
                                               "mortgage_interest_per_year",
                                               "energy_per_month",
                                               "water_per_month",
                                               "local_taxes_per_year",
                                               "health_premium_per_month",
                                               "alimony_paid_per_month",
                                               "liquid_assets",
                                               "home_equity",
                                               "car_value",
                                               "years_on_low_income",
                                               "expects_improvement",
                                               "special_costs_per_year",
                                               "goods_costs_per_year",
                                               "take_up",
                                               "given"};
std::set<std::string> const person_contract{"age",
                                            "birth_year",
                                            "wage_per_year",
                                            "profit_per_year",
                                            "pension_per_year",
                                            "unemployment_benefit_per_year",
                                            "disability_benefit_per_year",
                                            "receives_state_pension",
                                            "state_pension_build_up",
                                            "is_partner",
                                            "is_student",
                                            "is_young_disabled",
                                            "is_medically_limited",
                                            "is_older_unemployed",
                                            "earnings_exemption",
                                            "childcare_hours_per_month",
                                            "childcare_type",
                                            "childcare_rate_per_hour"};

std::set<std::string> keys_of(json const& object)
{
    std::set<std::string> keys;
    for (auto const& [key, value] : object.items()) {
        keys.insert(key);
    }
    return keys;
}

json const schema = json::parse(household_schema(limits));
json const household_properties = schema["properties"];
json const person_properties = schema["properties"]["persons"]["items"]["properties"];

// A household with one key of its own, or of its second person: an adult, or a child for the keys of
// childcare.
std::string household_with(std::string const& key, json const& value)
{
    json household{{"persons", {{{"age", 40}}}}};
    household[key] = value;
    return household.dump();
}
std::string person_with(std::string const& key, json const& value)
{
    json person{{"age", key.rfind("childcare", 0) == 0 ? 3 : 90}};
    person[key] = value;
    return json{{"persons", {{{"age", 99}}, person}}}.dump();
}

}  // namespace

TEST(HouseholdSchema, NamesEveryKeyOfTheContractAndNoOther)
{
    EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    EXPECT_EQ(keys_of(household_properties), household_contract);
    EXPECT_EQ(keys_of(person_properties), person_contract);
    EXPECT_EQ(schema["required"], json({"persons"}));
    EXPECT_EQ(schema["properties"]["persons"]["items"]["required"], json({"age"}));
    EXPECT_EQ(schema["additionalProperties"], false);
    EXPECT_EQ(schema["properties"]["persons"]["items"]["additionalProperties"], false);
}

TEST(HouseholdSchema, SaysOfEveryKeyWhatItIs)
{
    for (auto const& properties : {household_properties, person_properties}) {
        for (auto const& [key, property] : properties.items()) {
            EXPECT_TRUE(property.contains("description")) << key;
            bool const is_required = key == "age" || key == "persons";
            EXPECT_NE(property.contains("default"), is_required) << key;
            auto const type = property.value("type", json());
            bool const is_number = type == "number" || type == "integer" || type == json({"integer", "null"});
            EXPECT_TRUE(!is_number || (property.contains("unit") && property.contains("minimum") &&
                                       property.contains("maximum")))
                << key;
        }
    }
}

TEST(HouseholdSchema, GivesDefaultsThatTheReaderTakes)
{
    for (auto const& [key, property] : household_properties.items()) {
        if (key != "persons") {
            EXPECT_THAT(problems_of(household_with(key, property["default"])), IsEmpty()) << key;
        }
    }
    for (auto const& [key, property] : person_properties.items()) {
        if (key == "is_partner" || key == "age") {  // the first is false for a partner alone
            continue;
        }
        EXPECT_THAT(problems_of(person_with(key, property["default"])), IsEmpty()) << key;
    }
}

TEST(HouseholdSchema, GivesTheRangesOfTheReader)
{
    int checked = 0;
    auto const check = [&](auto const& make, std::string const& key, json const& property) {
        if (!property.contains("minimum") || key == "given") {
            return;
        }
        EXPECT_THAT(problems_of(make(key, property["minimum"].get<double>() - 1)), Not(IsEmpty())) << key;
        EXPECT_THAT(problems_of(make(key, property["maximum"].get<double>() + 1)), Not(IsEmpty())) << key;
        ++checked;
    };
    for (auto const& [key, property] : household_properties.items()) {
        check(household_with, key, property);
    }
    for (auto const& [key, property] : person_properties.items()) {
        check(person_with, key, property);
    }
    EXPECT_EQ(checked, 16 + 10);
}

TEST(HouseholdSchema, GivesTheNamesOfRightsAndValues)
{
    EXPECT_EQ(keys_of(schema["properties"]["take_up"]["oneOf"][1]["properties"]),
              std::set<std::string>(limits.claim_names.begin(), limits.claim_names.end()));
    EXPECT_EQ(keys_of(schema["properties"]["given"]["properties"]),
              std::set<std::string>(limits.value_names.begin(), limits.value_names.end()));
}

}  // namespace minimasim::input
