#include "tests/law/second_reading/tax.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "tests/law/second_reading/common.hpp"

namespace minimasim::second_reading {

namespace {

double tax_and_premiums(double income, bool pension_age, bool born_before_1946, Values const& values)
{
    std::string const column = pension_age ? "_aow" : "_below_aow";
    double first_limit = values.at("income_tax.bracket_limits" + column + ".1");
    if (pension_age && born_before_1946) {
        first_limit = values.at("income_tax.first_limit_aow_born_before_1946");
    }
    double const second_limit = values.at("income_tax.bracket_limits" + column + ".2");
    double const in_first = std::min(income, first_limit);
    double const in_second = not_below_zero(std::min(income, second_limit) - first_limit);
    double const in_third = not_below_zero(income - second_limit);

    double premium_rate = values.at("income_tax.premium_anw") + values.at("income_tax.premium_wlz");
    if (!pension_age) {
        premium_rate += values.at("income_tax.premium_aow");
    }
    // Tax and premiums are each summed and rounded down. Rounding every bracket apart would miss the
    // published tax on 100,000 in 2023 by two euros.
    double const tax = in_first * values.at("income_tax.first_bracket_tax_part") +
                       in_second * values.at("income_tax.bracket_rates" + column + ".2") +
                       in_third * values.at("income_tax.bracket_rates" + column + ".3");
    return round_down(tax) + round_down(in_first * premium_rate);
}

// General credit (algemene heffingskorting).
double general_credit(double income, bool pension_age, Values const& values)
{
    if (income >= values.at("tax_credits.general_zero_from")) {
        return 0;
    }
    double const most = values.at(pension_age ? "tax_credits.general_max_aow" : "tax_credits.general_max");
    double const rate = values.at(pension_age ? "tax_credits.general_rate_aow" : "tax_credits.general_rate");
    double const above = not_below_zero(income - values.at("tax_credits.general_threshold"));
    return round_up(not_below_zero(most - rate * above));
}

// Employed credit (arbeidskorting), over wage and profit only.
double labour_credit(double labour, bool pension_age, Values const& values)
{
    std::string const column = pension_age ? "tax_credits.employed_aow_" : "tax_credits.employed_";
    for (int leg = 1; leg <= 4; ++leg) {
        std::string const number = "." + std::to_string(leg);
        if (labour <= values.at(column + "upper" + number)) {
            double const within = labour - values.at(column + "from" + number);
            double const credit =
                values.at(column + "base" + number) + values.at(column + "rate" + number) * within;
            return round_up(not_below_zero(credit));
        }
    }
    return 0;
}

// Income-dependent combination credit (inkomensafhankelijke combinatiekorting): a child under 12, and single
// or the partner who earns less. Assumed: with equal earnings the claimant has it; the same amounts hold from
// pension age.
double combination_credit(Household const& household, std::size_t who, Values const& values)
{
    bool has_child_under_12 = false;
    for (Child const& child : household.children) {
        has_child_under_12 = has_child_under_12 || child.age < 12;
    }
    if (!has_child_under_12) {
        return 0;
    }
    double const own = round_down(labour_income(household.adults[who]));
    if (is_couple(household)) {
        double const other = round_down(labour_income(household.adults[1 - who]));
        if (own > other || (own == other && who == 1)) {
            return 0;
        }
    }
    double const above = not_below_zero(own - values.at("tax_credits.combination_threshold"));
    return round_up(std::min(values.at("tax_credits.combination_rate") * above,
                             values.at("tax_credits.combination_max")));
}

// Elderly credit (ouderenkorting).
double elderly_credit(double income, Values const& values)
{
    double const above = not_below_zero(income - values.at("tax_credits.elderly_threshold"));
    return round_up(
        not_below_zero(values.at("tax_credits.elderly_max") - values.at("tax_credits.elderly_rate") * above));
}

// Low-rate health contribution (inkomensafhankelijke bijdrage Zvw) over pension, state pension and profit.
// Assumed: wage and benefits, over which the payer pays, use up the income ceiling first.
double health_contribution(Adult const& adult, double benefits, double state_pension, Values const& values)
{
    double const room = not_below_zero(values.at("health_contribution.max_income") - adult.wage - benefits);
    double const base = not_below_zero(adult.pension + state_pension + adult.profit);
    return round_down_to_cents(values.at("health_contribution.low_rate") * std::min(base, room));
}

// The partner with the higher box 1 income takes the deduction of the own home; the claimant when equal.
void deduct_own_home(Household const& household, std::vector<TaxReturn>& returns, Values const& values)
{
    double const deduction = not_below_zero(household.mortgage_interest_per_year -
                                            values.at("income_tax.imputed_rent_share") * household.woz_value);
    bool const partner_has_more = is_couple(household) && returns[1].box_1 > returns[0].box_1;
    TaxReturn& highest = returns[partner_has_more ? 1 : 0];
    highest.box_1 -= deduction;  // below zero it takes off assistance, which is income of box 1 as well
}

// No transfer of the general credit to a partner, except for those born before 1963 (Wet IB 2001 art. 8.9):
// where the tax leaves less credit than the general credit, the credit is raised to it, as far as the partner
// has tax left.
void pay_out_general_credit(Household const& household, std::vector<TaxReturn>& returns, int year)
{
    if (!is_couple(household)) {
        return;
    }
    for (std::size_t who = 0; who < 2; ++who) {
        if (birth_year(household.adults[who], year) >= 1963) {
            continue;
        }
        double const used = std::min(returns[who].credits, returns[who].tax_and_premiums);
        double const most = not_below_zero(returns[who].general_credit - used);
        returns[who].after_credits -= std::min(most, not_below_zero(returns[1 - who].after_credits));
    }
}

}  // namespace

std::vector<TaxReturn> tax_returns(Household const& household, double supplement, Values const& values,
                                   int year)
{
    bool const couple = is_couple(household);
    std::vector<TaxReturn> returns(household.adults.size());
    std::vector<double> benefits(household.adults.size());
    for (std::size_t who = 0; who < returns.size(); ++who) {
        Adult const& adult = household.adults[who];
        benefits[who] = adult.unemployment_benefit + adult.disability_benefit;
    }
    bool const partner_has_supplement = couple && !has_employee_benefit(household.adults[0]);
    benefits[partner_has_supplement ? 1 : 0] += supplement;

    for (std::size_t who = 0; who < returns.size(); ++who) {
        Adult const& adult = household.adults[who];
        returns[who].gross = labour_income(adult) + adult.pension + benefits[who] +
                             state_pension_per_year(adult, couple, values);
        returns[who].box_1 = returns[who].gross;
    }
    deduct_own_home(household, returns, values);

    for (std::size_t who = 0; who < returns.size(); ++who) {
        Adult const& adult = household.adults[who];
        TaxReturn& r = returns[who];
        bool const pension_age = is_of_pension_age(adult, values);
        r.taxable = round_down(not_below_zero(r.box_1));
        r.tax_and_premiums = tax_and_premiums(r.taxable, pension_age, birth_year(adult, year) < 1946, values);
        r.general_credit = general_credit(r.taxable, pension_age, values);
        r.labour_credit =
            labour_credit(round_down(not_below_zero(labour_income(adult))), pension_age, values);
        r.combination_credit = combination_credit(household, who, values);
        if (pension_age) {
            r.elderly_credit = elderly_credit(r.taxable, values);
            r.single_elderly_credit = couple ? 0 : values.at("tax_credits.single_elderly");
        } else if (adult.is_young_disabled) {
            // Assumed: not from pension age, when the elderly credit takes its place.
            r.young_disabled_credit = values.at("tax_credits.young_disabled");
        }
        r.credits = r.general_credit + r.labour_credit + r.combination_credit + r.elderly_credit +
                    r.single_elderly_credit + r.young_disabled_credit;
        r.after_credits = not_below_zero(r.tax_and_premiums - r.credits);
        r.health_contribution =
            health_contribution(adult, benefits[who], state_pension_per_year(adult, couple, values), values);
    }
    pay_out_general_credit(household, returns, year);
    for (TaxReturn& r : returns) {
        r.net = r.gross - r.after_credits - r.health_contribution;
    }
    return returns;
}

}  // namespace minimasim::second_reading
