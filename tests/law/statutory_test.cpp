// Worked cases of national law with the answer somebody else published: every row of tests/law/examples.csv.

#include "sim/rules/statutory/statutory.hpp"

#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/input/term_table.hpp"
#include "sim/run/law_and_policy/read_law.hpp"
#include "tests/law/example_rows.hpp"

namespace minimasim::rules {

namespace {

std::string const source_folder = MINIMASIM_SOURCE_DIR;

using test::Example;
using test::examples;

Law const& law_on(Date date)
{
    static auto const table = input::TermTable::read(source_folder + "/data/law");
    static std::map<Date, Law> laws;
    auto const known = laws.find(date);
    return known != laws.end() ? known->second : laws.emplace(date, run::read_law(table, date)).first->second;
}

// One row while it is checked; remembers what of it was used, so that no input or answer is passed over.
class Case {
  public:
    explicit Case(Example const& example) : example_(example) {}

    bool has(std::string const& name) const { return example_.inputs.count(name) > 0; }

    std::string text(std::string const& name)
    {
        used_.insert(name);
        auto const found = example_.inputs.find(name);
        return found == example_.inputs.end() ? "" : found->second;
    }

    double number(std::string const& name, double otherwise = 0)
    {
        auto const value = text(name);
        return value.empty() ? otherwise : std::stod(value);
    }

    bool is(std::string const& name) { return number(name) > 0; }

    std::vector<int> numbers(std::string const& name)
    {
        std::vector<int> all;
        std::istringstream parts(text(name));
        for (std::string part; std::getline(parts, part, ',');) {
            all.push_back(std::stoi(part));
        }
        return all;
    }

    // The law of the year's first day, or of its second half when the row says so.
    Law const& law()
    {
        if (has("period")) {
            auto const period = text("period");
            return law_on({std::stoi(period.substr(0, 4)), std::stoi(period.substr(5, 2)), 1});
        }
        return law_on({example_.year, number("half", 1) > 1 ? 7 : 1, 1});
    }

    bool asks(std::string const& answer) const { return example_.expected.count(answer) > 0; }

    void expect(std::string const& answer, double actual)
    {
        if (!asks(answer)) {
            return;
        }
        checked_.insert(answer);
        // A billionth for the decimal fractions of the comparison itself.
        EXPECT_NEAR(actual, std::stod(example_.expected.at(answer)), example_.tolerance + 1e-9)
            << answer << " of " << example_;
    }

    void expect_all_used() const
    {
        for (auto const& [name, value] : example_.inputs) {
            EXPECT_TRUE(used_.count(name))
                << "input " << name << " plays no part in the check of " << example_;
        }
        for (auto const& [name, value] : example_.expected) {
            EXPECT_TRUE(checked_.count(name)) << "answer " << name << " is not checked in " << example_;
        }
    }

    std::string published(std::string const& answer)
    {
        checked_.insert(answer);
        return example_.expected.at(answer);
    }

  private:
    Example const& example_;
    std::set<std::string> used_;
    std::set<std::string> checked_;
};

void add_child(Household& h, int age)
{
    (age < 6    ? h.children_under_6
     : age < 12 ? h.children_6_to_11
     : age < 16 ? h.children_12_to_15
                : h.children_16_to_17) += 1;
}

Household household_of(bool is_couple, std::vector<int> const& child_ages, int adult_age = 40)
{
    Household h;
    h.is_couple = is_couple;
    h.claimant.age = h.partner.age = adult_age;
    h.claimant.birth_year = h.partner.birth_year = 2025 - adult_age;
    for (int const age : child_ages) {
        add_child(h, age);
    }
    return h;
}

// The household types that the rows name.
Household named_household(std::string const& name)
{
    static std::map<std::string, Household> const named{
        {"single", household_of(false, {})},
        {"couple", household_of(true, {})},
        {"single_aow", household_of(false, {}, 70)},
        {"couple_aow", household_of(true, {}, 70)},
        {"couple_2_children_0_12", household_of(true, {4, 8})},
        {"couple_2_teens", household_of(true, {14, 16})},
        {"single_parent_2_teens", household_of(false, {14, 16})},
    };
    auto const found = named.find(name);
    if (found == named.end()) {
        throw ModelError("no household is known as " + name);
    }
    return found->second;
}

// One row prints neither income nor rate: 240 hours with a childminder and 1,821 a month mean the highest
// share of costs at 8.25 an hour, below the highest rate of the law.
constexpr double rate_of_row_without = 8.25;

void check_child_benefit(Case& c)
{
    auto const h = household_of(false, c.numbers("ages"));
    c.expect("benefit_month", child_benefit_per_quarter(h, c.law().child_benefit) / 3);
}

void check_child_budget(Case& c)
{
    auto const h = household_of(c.is("partner"), c.numbers("ages"));
    double const income = c.number("income");
    c.expect("allowance_year", child_budget_per_year(h, income, c.law().child_budget));
    c.expect("allowance_month",
             child_budget_of(h, income, c.law().child_budget, c.law().health_care_allowance).value);
}

// Share of the costs that is paid; of a whole case the amount a month.
void check_childcare_allowance(Case& c)
{
    auto const& terms = c.law().childcare;
    c.text("children");
    double const income = c.number("income");
    c.expect("percentage", terms.first_child[childcare_row(income, terms)]);
    if (c.asks("allowance_month")) {
        auto h = household_of(false, {4});
        h.claimant.wage_per_year = 1;
        auto const type = c.text("type") == "daycare" ? ChildcareType::daycare : ChildcareType::childminder;
        h.childcare_first_child_per_month = eligible_childcare_costs_per_month(
            type, c.number("hours"), c.number("rate", rate_of_row_without), terms);
        c.expect("allowance_month", childcare_allowance_of(h, income, terms, 24).value);
    }
}

void check_combination_credit(Case& c)
{
    c.expect("credit", combination_credit_per_year(c.number("wage"), c.law().tax_credits));
}

void check_cost_sharer_norm(Case& c)
{
    auto const& terms = c.law().social_assistance;
    double const counted_persons = c.number("persons");
    c.expect("norm_month", cost_sharer_norm_per_month(terms.norm_couple, counted_persons, terms));
}

void check_elderly_credit(Case& c)
{
    c.expect("credit", elderly_credit_per_year(c.number("income"), c.law().tax_credits));
}

void check_employed_credit(Case& c)
{
    c.expect("credit", labour_tax_credit_per_year(c.number("wage"), c.is("aow"), c.law().tax_credits));
}

void check_general_credit(Case& c)
{
    c.expect("credit", general_tax_credit_per_year(c.number("income"), c.is("aow"), c.law().tax_credits));
}

void check_gross_tax(Case& c)
{
    c.expect("tax", tax_before_credits_per_year(c.number("income"), c.is("aow"), c.is("born_before_1946"),
                                                c.law().income_tax));
}

void check_health_care_allowance(Case& c)
{
    auto const& terms = c.law().health_care_allowance;
    bool const has_partner = c.is("partner");
    bool const partner_is_insured = c.number("partner_insured", 1) > 0;
    double const income = c.number("income");
    c.expect("norm_premium_year", norm_premium_per_year(income, has_partner, terms));
    c.expect("allowance_year_unrounded",
             health_care_allowance_unrounded(income, has_partner, partner_is_insured, terms));
    c.expect("allowance_year",
             health_care_allowance_per_year(income, has_partner, partner_is_insured, terms));
    c.expect("allowance_month",
             health_care_allowance_per_month(income, has_partner, partner_is_insured, terms));
}

void check_health_care_allowance_limit(Case& c)
{
    auto const& terms = c.law().health_care_allowance;
    bool const has_partner = c.is("partner");
    double highest = terms.threshold_income;
    while (health_care_allowance_per_year(highest + 1, has_partner, true, terms) > 0) {
        highest += 1;
    }
    c.expect("max_income", highest);
}

// Adults of the row by their wages and pensions; the state pension is given as an amount, not by the law's.
void check_income_tax(Case& c)
{
    bool const has_partner = c.is("partners");
    c.text("single");
    auto h = household_of(has_partner, {}, c.is("aow") ? 70 : 40);
    auto const fill = [&](Person& person, std::string const& number) {
        person.wage_per_year = c.number("wage" + number);
        person.pension_per_year = c.number("aow_pension" + number) + c.number("pension" + number);
    };
    fill(h.claimant, has_partner ? "1" : "");
    if (has_partner) {
        fill(h.partner, "2");
    }
    double const tax = statutory_income(h, c.law()).income_tax_per_year;
    c.expect("tax_and_premiums", tax);
    c.expect("tax_and_premiums_total", tax);
}

void check_poverty_line(Case& c)
{
    c.expect("line_month",
             published_poverty_line_per_month(named_household(c.text("household")), c.law().poverty_line));
}

void check_poverty_wealth_test(Case& c)
{
    auto const& terms = c.law().poverty_line;
    auto h = named_household(c.text("household"));
    c.expect("not_poor_above", poverty_wealth_limit(h, terms));
    h.liquid_assets = std::stod(c.published("not_poor_above"));
    EXPECT_TRUE(passes_poverty_wealth_test(h, terms));
    h.liquid_assets += 0.01;
    EXPECT_FALSE(passes_poverty_wealth_test(h, terms));
}

void check_rent_allowance(Case& c)
{
    auto law = c.law();
    law.rent_allowance_until_2025.base_rent_reduction =
        c.number("base_rent_reduction", law.rent_allowance_until_2025.base_rent_reduction);
    int const persons = static_cast<int>(c.number("persons"));
    auto h = household_of(false, {}, c.is("aow_age") ? 70 : 40);
    if (c.is("all_under_21")) {
        h.claimant.age = 20;
    }
    h.co_residents = persons - 1;
    h.rent_per_month = c.number("rent");
    h.adapted_dwelling = c.is("adapted");
    c.expect("allowance_month",
             rent_allowance_of(h, c.number("income"), has_pensioner(h, law.state_pension), law).value);
}

void check_social_minimum(Case& c)
{
    auto const& law = c.law();
    auto const h = named_household(c.text("household"));
    double const norm = form_norm_per_month(h, has_pensioner(h, law.state_pension), law.social_assistance);
    bool const with_holiday = c.text("norm") == "incl_holiday";
    double const compared = with_holiday ? norm : without_holiday_allowance(norm, law.social_assistance);
    c.expect("limit_month", c.number("multiple") * compared);
}

void check_state_pension_net(Case& c)
{
    auto const& law = c.law();
    double const gross = c.number("gross_month");
    bool const is_single = gross == law.state_pension.gross_single;
    ASSERT_TRUE(is_single || gross == law.state_pension.gross_partner)
        << "no such state pension on this date";
    if (c.is("tax_credit")) {
        auto h = household_of(!is_single, {}, 70);
        h.claimant.receives_state_pension = true;
        c.expect("net_month", statutory_income(h, law).state_pension_net_per_month);
    } else {
        c.expect("net_month", state_pension_net_without_credit(
                                  gross, first_bracket_rate(true, law.income_tax), law.health_contribution));
    }
}

struct Topic {
    void (*check)(Case&);
    int rows;  // the file has had at least this many
};

std::map<std::string, Topic> const topics{
    {"child_benefit", {check_child_benefit, 1}},
    {"child_budget", {check_child_budget, 7}},
    {"childcare_allowance", {check_childcare_allowance, 3}},
    {"combination_credit", {check_combination_credit, 1}},
    {"cost_sharer_norm", {check_cost_sharer_norm, 14}},
    {"elderly_credit", {check_elderly_credit, 2}},
    {"employed_credit", {check_employed_credit, 6}},
    {"general_credit", {check_general_credit, 4}},
    {"gross_tax", {check_gross_tax, 4}},
    {"health_care_allowance", {check_health_care_allowance, 76}},
    {"health_care_allowance_leaflet", {check_health_care_allowance, 3}},
    {"health_care_allowance_limit", {check_health_care_allowance_limit, 8}},
    {"income_tax", {check_income_tax, 4}},
    {"poverty_line", {check_poverty_line, 3}},
    {"poverty_wealth_test", {check_poverty_wealth_test, 2}},
    {"rent_allowance", {check_rent_allowance, 19}},
    {"rent_allowance_pre_repair", {check_rent_allowance, 114}},
    {"social_minimum", {check_social_minimum, 27}},
    {"state_pension_net", {check_state_pension_net, 15}},
};

// Rows that another test checks, and why not this one.
std::map<std::string, std::string> const topics_elsewhere{
    {"local_tax_waiver", "a municipal scheme, not part of national income"},
    {"participation_budget", "a municipal scheme, not part of national income"},
};

class StatutoryExample : public testing::TestWithParam<Example> {};

TEST_P(StatutoryExample, HasThePublishedAnswer)
{
    auto const& example = GetParam();
    SCOPED_TRACE(testing::PrintToString(example));
    Case c(example);

    topics.at(example.topic).check(c);

    c.expect_all_used();
}

std::vector<Example> covered_examples()
{
    std::vector<Example> covered;
    for (auto const& example : examples()) {
        if (topics.count(example.topic) > 0) {
            covered.push_back(example);
        }
    }
    return covered;
}

std::string test_name(testing::TestParamInfo<Example> const& info)
{
    return test::name_of(info.param);
}

INSTANTIATE_TEST_SUITE_P(Examples, StatutoryExample, testing::ValuesIn(covered_examples()), test_name);

TEST(StatutoryExamples, AreAllCheckedHereOrNamedWithTheReasonWhyNot)
{
    for (auto const& example : examples()) {
        EXPECT_EQ(topics.count(example.topic) + topics_elsewhere.count(example.topic), 1U)
            << example.topic << " of " << example;
    }
}

TEST(StatutoryExamples, LoseNoRows)
{
    std::map<std::string, int> rows;
    for (auto const& example : covered_examples()) {
        ++rows[example.topic];
    }

    for (auto const& [name, topic] : topics) {
        EXPECT_GE(rows[name], topic.rows) << name;
    }
}

}  // namespace

}  // namespace minimasim::rules
