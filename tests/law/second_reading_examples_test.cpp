#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "tests/law/second_reading/answers.hpp"

namespace minimasim::second_reading {
namespace {

using Words = std::map<std::string, std::string>;

std::vector<std::string> split(std::string const& text, char separator)
{
    std::vector<std::string> parts;
    std::string part;
    bool quoted = false;
    for (char const c : text) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == separator && !quoted) {
            parts.push_back(part);
            part.clear();
        } else {
            part += c;
        }
    }
    parts.push_back(part);
    return parts;
}

Words words(std::string const& text)
{
    Words result;
    for (std::string const& pair : split(text, ';')) {
        std::size_t const equals = pair.find('=');
        result[pair.substr(0, equals)] = equals == std::string::npos ? "" : pair.substr(equals + 1);
    }
    return result;
}

double number(Words const& from, std::string const& key, double otherwise = 0)
{
    return from.count(key) == 1 ? std::stod(from.at(key)) : otherwise;
}

// The last known value of each term on the date: a blank stands for an amount not found.
Values values_on(std::string const& date)
{
    Values values;
    for (std::string const section :
         {"child_benefit", "child_budget", "childcare", "health_care_allowance", "health_contribution",
          "income_tax", "minimum_wage", "poverty_line", "rent_allowance", "social_assistance",
          "state_pension", "tax_credits"}) {
        std::ifstream file(std::string(MINIMASIM_SOURCE_DIR) + "/data/law/" + section + ".csv");
        std::string line;
        std::map<std::string, std::string> since;
        std::getline(file, line);
        while (std::getline(file, line)) {
            auto const columns = split(line, ',');
            std::string const name = columns.at(0) + "." + columns.at(1);
            if (!columns.at(3).empty() && columns.at(2) <= date && since[name] <= columns.at(2)) {
                since[name] = columns.at(2);
                values[name] = std::stod(columns.at(3));
            }
        }
    }
    return values;
}

struct Example {
    std::string id, topic;
    int year = 0;
    Words in, expected;
    double tolerance = 0;
};

std::vector<Example> read_examples()
{
    std::ifstream file(std::string(MINIMASIM_SOURCE_DIR) + "/tests/law/examples.csv");
    std::vector<Example> examples;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        auto const columns = split(line, ',');
        examples.push_back({columns.at(0), columns.at(1), std::stoi(columns.at(2)), words(columns.at(4)),
                            words(columns.at(5)), std::stod(columns.at(6))});
    }
    return examples;
}

std::string date_of(Example const& example)
{
    if (example.in.count("period") == 1) {
        return example.in.at("period") + "-01";
    }
    return std::to_string(example.year) + (number(example.in, "half", 1) == 2 ? "-07-01" : "-01-01");
}

std::vector<Child> children_of(std::string const& ages)
{
    std::vector<Child> children;
    for (std::string const& age : split(ages, ',')) {
        Child child;
        child.age = std::stoi(age);
        children.push_back(child);
    }
    return children;
}

// The income of an example becomes pension or a disability benefit, which bring no labour credit; 30,000 of
// assets keep social assistance out of the assessment income and stay below the limits of the allowances.
Household household_of(Example const& example)
{
    Words const& in = example.in;
    std::string const type = in.count("household") == 1 ? in.at("household") : "";
    bool const pension_age = number(in, "aow") == 1 || number(in, "aow_age") == 1 || type.ends_with("_aow") ||
                             example.topic == "elderly_credit";
    Adult claimant;
    claimant.age = pension_age ? 70 : number(in, "all_under_21") == 1 ? 20 : 40;
    claimant.birth_year = number(in, "born_before_1946") == 1 ? 1940 : 0;
    claimant.wage = number(in, "wage", number(in, "wage1"));
    (pension_age ? claimant.pension : claimant.disability_benefit) = number(in, "income");
    for (std::string const key : {"aow_pension", "aow_pension1", "pension", "pension1"}) {
        claimant.pension += number(in, key);
    }
    Household household;
    household.adults = {claimant};
    if (number(in, "partner") == 1 || number(in, "partners") == 1 || type.starts_with("couple")) {
        Adult partner;
        partner.age = claimant.age;
        partner.wage = number(in, "wage2");
        partner.pension = number(in, "aow_pension2") + number(in, "pension2");
        household.adults.push_back(partner);
    }
    if (in.count("ages") == 1) {
        household.children = children_of(in.at("ages"));
    } else if (type.ends_with("2_children_0_12")) {
        household.children = children_of("5,8");
    } else if (type.ends_with("2_teens")) {
        household.children = children_of("14,16");
    } else if (example.topic == "combination_credit") {
        household.children = children_of("8");
    } else if (example.topic.starts_with("rent_allowance")) {
        for (int more = 1; more < number(in, "persons", 1); ++more) {
            household.children.push_back(Child{8, 0, "daycare", 0});
        }
    }
    household.rent_per_month = number(in, "rent");
    household.adapted_dwelling = number(in, "adapted") == 1;
    household.liquid_assets = 30000;
    household.claims_supplementary_benefit = false;
    return household;
}

double credits(Answers const& a)
{
    return a.general_tax_credit_per_year + a.labour_tax_credit_per_year + a.combination_credit_per_year +
           a.elderly_credit_per_year + a.single_elderly_credit_per_year + a.young_disabled_credit_per_year;
}

// A month amount in whole euros against an amount printed per year.
void expect_month_of_year(double month, double year, double tolerance)
{
    EXPECT_GE(month, std::floor((year - tolerance) / 12));
    EXPECT_LE(month, std::floor((year + tolerance) / 12));
}

void expect_allowance(double month, Example const& example)
{
    if (example.expected.count("allowance_month") == 1) {
        EXPECT_NEAR(month, number(example.expected, "allowance_month"), example.tolerance);
    } else {
        expect_month_of_year(month, number(example.expected, "allowance_year"), example.tolerance);
    }
}

void check_childcare(Example const& example, Household household, Values const& values)
{
    Child child;
    child.childcare_type = example.in.count("type") == 1 ? example.in.at("type") : "daycare";
    child.childcare_hours_per_month = number(example.in, "hours", 100);
    child.childcare_rate_per_hour = number(example.in, "rate", 10);
    household.children = {child};
    household.adults[0].wage = household.adults[0].disability_benefit;
    household.adults[0].disability_benefit = 0;
    double const month = answers(household, values, example.year).childcare_allowance_per_month;
    if (example.expected.count("percentage") == 1) {
        EXPECT_EQ(month, std::round(1000 * number(example.expected, "percentage")));
    } else {
        EXPECT_NEAR(month, number(example.expected, "allowance_month"), example.tolerance);
    }
}

void check_cost_sharers(Example const& example, Household household, Values const& values)
{
    household.co_residents.resize(static_cast<std::size_t>(number(example.in, "persons")) - 1);
    EXPECT_NEAR(answers(household, values, example.year).assistance_norm_per_month,
                number(example.expected, "norm_month"), example.tolerance);
}

void check_state_pension(Example const& example, Household household, Values const& values)
{
    double const gross = number(example.in, "gross_month");
    Adult& claimant = household.adults[0];
    claimant.age = 70;
    claimant.receives_state_pension = true;
    if (std::abs(gross - values.at("state_pension.partner_gross")) < 0.005) {
        household.adults.emplace_back();
    }
    EXPECT_NEAR(answers(household, values, example.year).state_pension_net_per_month,
                number(example.expected, "net_month"), example.tolerance);
}

void check_poverty(Example const& example, Household household, Values const& values)
{
    household.rent_per_month = values.at("poverty_line.single_rent");
    household.energy_per_month = values.at("poverty_line.single_energy");
    if (example.topic == "poverty_line") {
        EXPECT_NEAR(answers(household, values, example.year).poverty_line_per_month,
                    number(example.expected, "line_month"), example.tolerance);
        return;
    }
    household.liquid_assets = number(example.expected, "not_poor_above");
    EXPECT_TRUE(answers(household, values, example.year).is_poor);
    household.liquid_assets += 1;
    EXPECT_FALSE(answers(household, values, example.year).is_poor);
}

void check_income_limit(Example const& example, Household household, Values const& values)
{
    household.adults[0].disability_benefit = number(example.expected, "max_income");
    EXPECT_GT(answers(household, values, example.year).health_care_allowance_per_month, 0);
    household.adults[0].disability_benefit += 1;
    EXPECT_EQ(answers(household, values, example.year).health_care_allowance_per_month, 0);
}

// Answers false when the household or the amount of the example has no place in the second reading.
bool check(Example const& example)
{
    Words const& in = example.in;
    Values values = values_on(date_of(example));
    std::string const& topic = example.topic;
    if (topic == "local_tax_waiver" || topic == "participation_budget") {
        return false;  // municipal schemes
    }
    if (topic == "state_pension_net" && number(in, "tax_credit") == 0) {
        return false;  // the answer is with the tax credit
    }
    if (in.count("partner_insured") == 1) {
        return false;  // a partner without Dutch health insurance
    }
    if (topic == "childcare_allowance" && in.count("income") == 0) {
        return false;  // neither income nor rate are printed
    }
    if (in.count("base_rent_reduction") == 1) {
        values["rent_allowance.base_rent_reduction"] = number(in, "base_rent_reduction");
    }
    Household const household = household_of(example);
    if (topic == "childcare_allowance") {
        check_childcare(example, household, values);
        return true;
    }
    if (topic == "cost_sharer_norm") {
        check_cost_sharers(example, household, values);
        return true;
    }
    if (topic == "state_pension_net") {
        check_state_pension(example, household, values);
        return true;
    }
    if (topic == "poverty_line" || topic == "poverty_wealth_test") {
        check_poverty(example, household, values);
        return true;
    }
    if (topic == "health_care_allowance_limit") {
        check_income_limit(example, household, values);
        return true;
    }
    Answers const a = answers(household, values, example.year);
    double const tolerance = example.tolerance;
    double const credit = number(example.expected, "credit");
    if (topic == "health_care_allowance") {
        expect_allowance(a.health_care_allowance_per_month, example);
    } else if (topic == "health_care_allowance_leaflet") {
        EXPECT_EQ(a.health_care_allowance_per_month, number(example.expected, "allowance_month"));
    } else if (topic == "rent_allowance" || topic == "rent_allowance_pre_repair") {
        expect_allowance(a.rent_allowance_per_month, example);
    } else if (topic == "child_budget") {
        expect_allowance(a.child_budget_per_month, example);
    } else if (topic == "child_benefit") {
        EXPECT_NEAR(a.child_benefit_per_quarter / 3, number(example.expected, "benefit_month"), tolerance);
    } else if (topic == "general_credit") {
        EXPECT_NEAR(a.general_tax_credit_per_year, credit, tolerance);
    } else if (topic == "employed_credit") {
        EXPECT_NEAR(a.labour_tax_credit_per_year, credit, tolerance);
    } else if (topic == "combination_credit") {
        EXPECT_NEAR(a.combination_credit_per_year, credit, tolerance);
    } else if (topic == "elderly_credit") {
        EXPECT_NEAR(a.elderly_credit_per_year, credit, tolerance);
    } else if (topic == "gross_tax") {
        double const tax = number(example.expected, "tax");
        // The code behind these rows rounds the sum to the nearest euro, the tax return rounds each bracket
        // and the premiums down: up to one euro more apart over three brackets.
        EXPECT_NEAR(a.income_tax_per_year, std::max(0.0, tax - credits(a)), tolerance + 1);
    } else if (topic == "income_tax") {
        std::string const key =
            example.expected.count("tax_and_premiums") == 1 ? "tax_and_premiums" : "tax_and_premiums_total";
        EXPECT_NEAR(a.income_tax_per_year, number(example.expected, key), tolerance);
    } else if (topic == "social_minimum") {
        bool const without_holiday = in.at("norm") == "excl_holiday";
        double const share = without_holiday ? 1 - values.at("social_assistance.holiday_share") : 1;
        EXPECT_NEAR(number(in, "multiple") * share * a.assistance_norm_per_month,
                    number(example.expected, "limit_month"), tolerance);
    } else {
        ADD_FAILURE() << "no check for topic " << topic;
    }
    return true;
}

TEST(SecondReading, AnswersThePublishedExamples)
{
    int checked = 0;
    int without_place = 0;
    for (Example const& example : read_examples()) {
        SCOPED_TRACE(example.id);
        (check(example) ? checked : without_place) += 1;
    }

    EXPECT_EQ(checked, 305);
    EXPECT_EQ(without_place, 17);
}

}  // namespace
}  // namespace minimasim::second_reading
