#include "second_reading.hpp"

#include <algorithm>
#include <cmath>

namespace minimasim::second_reading {
namespace {

// Whole euros. The margin keeps 0.0817 x 10,000 from becoming 816.
double round_down(double amount)
{
    return std::floor(amount + 1e-6);
}

double round_up(double amount)
{
    return std::ceil(amount - 1e-6);
}

double round_nearest(double amount)
{
    return std::floor(amount + 0.5 + 1e-6);
}

// Whole cents: what a payer withholds.
double round_down_to_cents(double amount)
{
    return round_down(100 * amount) / 100;
}

double not_below_zero(double amount)
{
    return std::max(0.0, amount);
}

double value_or_zero(Values const& values, std::string const& name)
{
    auto const found = values.find(name);
    return found == values.end() ? 0 : found->second;
}

bool is_couple(Household const& household)
{
    return household.adults.size() == 2;
}

bool has_children(Household const& household)
{
    return !household.children.empty();
}

bool is_of_pension_age(Adult const& adult, Values const& values)
{
    return adult.age >= values.at("state_pension.aow_age_years");
}

bool has_somebody_of_pension_age(std::vector<Adult> const& adults, Values const& values)
{
    for (Adult const& adult : adults) {
        if (is_of_pension_age(adult, values)) {
            return true;
        }
    }
    return false;
}

bool everybody_is_younger_than(int age, Household const& household)
{
    for (Adult const& adult : household.adults) {
        if (adult.age >= age) {
            return false;
        }
    }
    for (Adult const& adult : household.co_residents) {
        if (adult.age >= age) {
            return false;
        }
    }
    return true;
}

int birth_year(Adult const& adult, int year)
{
    return adult.birth_year == 0 ? year - adult.age : adult.birth_year;
}

double labour_income(Adult const& adult)
{
    return adult.wage + adult.profit;
}

// ---- State pension (AOW)

// Full gross amount a month without holiday allowance. A co-resident does not make somebody a partner.
double full_state_pension_per_month(bool has_partner, Values const& values)
{
    return values.at(has_partner ? "state_pension.partner_gross" : "state_pension.single_gross");
}

double state_pension_per_year(Adult const& adult, bool has_partner, Values const& values)
{
    if (!adult.receives_state_pension) {
        return 0;
    }
    double const holiday =
        values.at(has_partner ? "state_pension.partner_holiday" : "state_pension.single_holiday");
    return 12 * adult.state_pension_build_up * (full_state_pension_per_month(has_partner, values) + holiday);
}

// With the tax credit no wage tax is left: the payer withholds the low rate of the health contribution only.
double state_pension_net_per_month(Adult const& adult, bool has_partner, Values const& values)
{
    if (!adult.receives_state_pension) {
        return 0;
    }
    double const gross = adult.state_pension_build_up * full_state_pension_per_month(has_partner, values);
    return gross - round_down_to_cents(values.at("health_contribution.low_rate") * gross);
}

double gross_income(Adult const& adult, bool has_partner, Values const& values)
{
    return labour_income(adult) + adult.pension + adult.unemployment_benefit + adult.disability_benefit +
           state_pension_per_year(adult, has_partner, values);
}

// ---- Supplementary Benefits Act (Toeslagenwet)

bool has_employee_benefit(Adult const& adult)
{
    return adult.unemployment_benefit + adult.disability_benefit > 0;
}

// Tops up the gross income to the gross social minimum.
// Assumed, because the text gives the basics only:
// - all gross income of claimant and partner counts in full: benefits, wage, profit, pension, state pension
//   (no exemption of earnings, Algemeen inkomensbesluit);
// - the single share of 70 % holds for single parents, for persons of 18 to 20 and for cost sharers alike;
// - the supplement may exceed the wage lost, and a partner born after 1971 without young children does not
//   bar it (Toeslagenwet art. 2 and 8 are not in the text);
// - no wealth test, no upper age, no exception for an institution.
double supplementary_benefit_per_year(Household const& household, Values const& values)
{
    if (!household.claims_supplementary_benefit) {
        return 0;
    }
    bool somebody_has_benefit = false;
    double income = 0;
    for (Adult const& adult : household.adults) {
        somebody_has_benefit = somebody_has_benefit || has_employee_benefit(adult);
        income += gross_income(adult, is_couple(household), values);
    }
    if (!somebody_has_benefit) {
        return 0;
    }
    double const share = is_couple(household) ? 1.0 : 0.7;
    double const minimum = 12 * 1.08 * share * values.at("minimum_wage.reference_month");
    return not_below_zero(minimum - income);
}

// ---- Income tax (Wet inkomstenbelasting 2001)

// What is known of one adult after the tax return.
struct TaxReturn {
    double gross = 0;  // all income, before the own-home deduction
    double box_1 = 0;
    double taxable = 0;  // box 1 in whole euros
    double tax_and_premiums = 0;
    double general_credit = 0;
    double labour_credit = 0;
    double combination_credit = 0;
    double elderly_credit = 0;
    double single_elderly_credit = 0;
    double young_disabled_credit = 0;
    double credits = 0;
    double after_credits = 0;  // less than nothing when part of the general credit is paid out
    double health_contribution = 0;
    double net = 0;
};

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

// ---- Social assistance (Participatiewet)

// Cost sharers beside the claimant and the partner (art. 19a).
int count_cost_sharers(Household const& household, Values const& values)
{
    int count = 0;
    for (Adult const& adult : household.co_residents) {
        if (adult.age >= values.at("social_assistance.cost_sharer_min_age") && !adult.is_student) {
            ++count;
        }
    }
    return count;
}

double norm_18_to_20(Household const& household, int young, Values const& values)
{
    if (!is_couple(household)) {
        return values.at("social_assistance.single_18_20");
    }
    std::string const ages = young == 2 ? "couple_both_18_20" : "couple_one_18_20";
    std::string const children = has_children(household) ? "_children" : "_no_children";
    return values.at("social_assistance." + ages + children);
}

// Norm a month, holiday allowance included (art. 20-23).
double assistance_norm(Household const& household, Values const& values)
{
    bool const couple = is_couple(household);
    if (household.lives_in_institution) {
        return values.at(couple ? "social_assistance.institution_couple"
                                : "social_assistance.institution_single");
    }
    bool const pension = has_somebody_of_pension_age(household.adults, values);
    int young = 0;
    for (Adult const& adult : household.adults) {
        young += adult.age < 21 ? 1 : 0;
    }
    if (!pension && young > 0) {
        return norm_18_to_20(household, young, values);
    }
    double const couple_norm =
        values.at(pension ? "social_assistance.couple_aow" : "social_assistance.couple_21_to_aow");
    double const single_norm =
        values.at(pension ? "social_assistance.single_aow" : "social_assistance.single_21_to_aow");
    int const sharers = count_cost_sharers(household, values);
    if (sharers == 0) {
        return couple ? couple_norm : single_norm;
    }
    // Cost-sharer norm (kostendelersnorm, art. 22a). Assumed: from pension age a share of the couple norm of
    // pension age.
    int const claimants = couple ? 2 : 1;
    int const persons = claimants + sharers;
    double const share = (values.at("social_assistance.cost_sharer_fixed") +
                          values.at("social_assistance.cost_sharer_per_person") * persons) /
                         persons;
    return claimants * share * couple_norm;
}

// Art. 31.2 y: medically limited hours, 27 or older and below pension age.
double medical_hours_exemption(Adult const& adult, TaxReturn const& r, Values const& values)
{
    if (!adult.is_medically_limited || adult.age < 27 || is_of_pension_age(adult, values) || r.gross <= 0) {
        return 0;
    }
    double const net_earnings = not_below_zero(r.net / 12 * labour_income(adult) / r.gross);
    return std::min(value_or_zero(values, "social_assistance.medical_hours_exempt_share") * net_earnings,
                    value_or_zero(values, "social_assistance.medical_hours_exempt_max"));
}

// Art. 33.5: private pension in a household with somebody of pension age.
double private_pension_exemption(Household const& household, Values const& values)
{
    if (!has_somebody_of_pension_age(household.adults, values)) {
        return 0;
    }
    double pension = 0;
    for (Adult const& adult : household.adults) {
        pension += adult.pension / 12;
    }
    return std::min(pension, value_or_zero(values, is_couple(household)
                                                       ? "social_assistance.private_pension_exempt_couple"
                                                       : "social_assistance.private_pension_exempt_single"));
}

// Income a month that counts (art. 31-33). The temporary exemptions of earnings (art. 31.2 n and r, 34a) need
// a duration that the household does not give, and are left out.
double counted_income(Household const& household, std::vector<TaxReturn> const& returns, Values const& values)
{
    double income = 0;
    for (std::size_t who = 0; who < returns.size(); ++who) {
        TaxReturn const& r = returns[who];
        // The young-disabled credit counts as used last.
        double const credit_used =
            not_below_zero(r.tax_and_premiums - (r.credits - r.young_disabled_credit)) -
            not_below_zero(r.tax_and_premiums - r.credits);
        income += (r.net - credit_used) / 12;
        income -= medical_hours_exemption(household.adults[who], r, values);
    }
    return income - private_pension_exemption(household, values);
}

double social_assistance(Household const& household, std::vector<TaxReturn> const& returns, double norm,
                         Values const& values)
{
    bool all_students = true;
    for (Adult const& adult : household.adults) {
        all_students = all_students && adult.is_student;
    }
    if (all_students) {
        return 0;
    }
    double const wealth =
        household.liquid_assets +
        not_below_zero(household.home_equity - values.at("social_assistance.home_equity_exemption"));
    bool const family = is_couple(household) || has_children(household);
    if (wealth > 1e-6 + values.at(family ? "social_assistance.wealth_limit_family"
                                         : "social_assistance.wealth_limit_single")) {
        return 0;
    }
    double const lacking = norm - counted_income(household, returns, values);
    return lacking < 0.005 ? 0 : lacking;  // less than half a cent is not paid
}

// The gross amount that leaves `net_assistance` a year on top of the other income: the tax at the first rate
// less the credits, as far as the other income leaves any.
double gross_assistance(double net_assistance, TaxReturn const& r, bool pension_age, Values const& values)
{
    double const rate =
        values.at(pension_age ? "income_tax.bracket_rates_aow.1" : "income_tax.bracket_rates_below_aow.1");
    double const credits_left = not_below_zero(r.credits - rate * r.box_1);
    // As long as the credits left cover the tax, gross is net.
    if (rate * net_assistance <= credits_left) {
        return net_assistance;
    }
    return (net_assistance - credits_left) / (1 - rate);
}

// ---- Allowances (toeslagen)

// Assessment income (toetsingsinkomen, Awir art. 8), joint.
double assessment_income(Household const& household, std::vector<TaxReturn> const& returns, double assistance,
                         Values const& values)
{
    double const assistance_each = 12 * assistance / static_cast<double>(returns.size());
    double sum = 0;
    for (std::size_t who = 0; who < returns.size(); ++who) {
        bool const pension_age = is_of_pension_age(household.adults[who], values);
        double const gross = gross_assistance(assistance_each, returns[who], pension_age, values);
        sum += round_down(not_below_zero(returns[who].box_1 + gross));
    }
    return sum;
}

bool passes_wealth_test_of_health_care_allowance(Household const& household, Values const& values)
{
    return household.liquid_assets <= values.at(is_couple(household)
                                                    ? "health_care_allowance.wealth_limit_partner"
                                                    : "health_care_allowance.wealth_limit_single");
}

// Health care allowance (zorgtoeslag), Wet op de zorgtoeslag art. 2-3.
double health_care_allowance(Household const& household, double income, Values const& values)
{
    if (!passes_wealth_test_of_health_care_allowance(household, values)) {
        return 0;
    }
    bool const couple = is_couple(household);
    double const threshold = values.at("health_care_allowance.threshold_income");
    double const norm_premium =
        values.at(couple ? "health_care_allowance.pct_threshold_partner"
                         : "health_care_allowance.pct_threshold_single") *
            threshold +
        values.at("health_care_allowance.pct_above_threshold") * not_below_zero(income - threshold);
    double const premiums = (couple ? 2 : 1) * values.at("health_care_allowance.standard_premium");
    double const year = round_nearest(not_below_zero(premiums - norm_premium));
    // Awir art. 14.5: no award of less than 24 a year.
    return year < values.at("health_care_allowance.min_payment") ? 0 : round_down(year / 12);
}

std::size_t count_persons(Household const& household)
{
    return household.adults.size() + household.children.size() + household.co_residents.size();
}

double rent_allowance_income(Household const& household, double income, Values const& values)
{
    for (Adult const& adult : household.co_residents) {
        double own = round_down(gross_income(adult, false, values));
        if (adult.age < 23) {
            own = not_below_zero(own - values.at("rent_allowance.child_income_exemption_under_23"));
        }
        income += own;
    }
    return income;
}

double cap_of_rent(Household const& household, Values const& values)
{
    return values.at(count_persons(household) >= 3 ? "rent_allowance.cap_3_plus_persons"
                                                   : "rent_allowance.cap_1_2_persons");
}

// Wet op de huurtoeslag as it was until 2025. Answers an amount a month, not yet rounded.
// Assumed: service costs come as one sum, so their four ceilings together limit it; the household is young
// when all adults in it are younger than 23 and no child lives in.
double rent_allowance_until_2025(Household const& household, double income, Values const& values)
{
    double const rent =
        household.rent_per_month +
        std::min(household.service_costs_per_month, 4 * values.at("rent_allowance.service_cost_cap_each"));
    bool const young = everybody_is_younger_than(23, household) && !has_children(household);
    if (rent > values.at(young ? "rent_allowance.max_rent_under_23" : "rent_allowance.max_rent") + 1e-6) {
        return 0;
    }
    bool const one_person = count_persons(household) == 1;
    std::string const column = std::string("rent_allowance.") + (one_person ? "one_person" : "multi_person") +
                               (has_somebody_of_pension_age(household.adults, values) ? "_aow" : "");
    double norm_rent = values.at(column + "_min_norm_rent");
    if (income > values.at(column + "_income_point")) {
        norm_rent = values.at(column + "_a") * income * income + values.at(column + "_b") * income;
    }
    double const base = norm_rent - values.at("rent_allowance.base_rent_reduction");
    double const quality = values.at("rent_allowance.quality_limit");
    double const cap = cap_of_rent(household, values);
    double allowance =
        values.at("rent_allowance.pct_below_quality") * not_below_zero(std::min(rent, quality) - base) +
        values.at("rent_allowance.pct_quality_to_cap") *
            not_below_zero(std::min(rent, cap) - std::max(quality, base));
    bool const counts_above_cap = one_person || household.adapted_dwelling ||
                                  has_somebody_of_pension_age(household.adults, values) ||
                                  has_somebody_of_pension_age(household.co_residents, values);
    if (counts_above_cap) {
        allowance += values.at("rent_allowance.pct_above_cap") * not_below_zero(rent - std::max(cap, base));
    }
    return allowance;
}

// Wet op de huurtoeslag art. 13-21 from 2026. Answers an amount a month, not yet rounded.
double rent_allowance_from_2026(Household const& household, double income, Values const& values)
{
    std::string const size = count_persons(household) == 1 ? "one_person" : "multi_person";
    double const base = values.at("rent_allowance.base_rent_" + size);
    double const quality = values.at("rent_allowance.quality_limit");
    double const cap = cap_of_rent(household, values);
    bool const young =
        everybody_is_younger_than(21, household) && !has_children(household) && !household.adapted_dwelling;
    double const max_rent = values.at(young ? "rent_allowance.max_rent_under_21" : "rent_allowance.max_rent");
    double const rent = std::min(household.rent_per_month, max_rent);
    double allowance =
        values.at("rent_allowance.pct_below_quality") * not_below_zero(std::min(rent, quality) - base);
    if (!young) {
        allowance += values.at("rent_allowance.pct_quality_to_cap") *
                         not_below_zero(std::min(rent, cap) - std::max(quality, base)) +
                     values.at("rent_allowance.pct_above_cap") * not_below_zero(rent - std::max(cap, base));
    }
    double const above = not_below_zero(income - values.at("rent_allowance.income_point_" + size));
    return allowance - values.at("rent_allowance.taper_" + size) * above / 12;
}

double rent_allowance(Household const& household, double joint_income, Values const& values, int year)
{
    if (household.tenure == "owner" || household.lives_in_institution) {
        return 0;
    }
    double const wealth_limit =
        values.at("rent_allowance.wealth_limit_per_person") * static_cast<double>(household.adults.size());
    if (household.liquid_assets > wealth_limit) {
        return 0;
    }
    double const income = rent_allowance_income(household, joint_income, values);
    double const month = not_below_zero(year < 2026 ? rent_allowance_until_2025(household, income, values)
                                                    : rent_allowance_from_2026(household, income, values));
    // Awir art. 14.4-5: the award of the year in whole euros, none below 24.
    if (round_nearest(12 * month) < values.at("health_care_allowance.min_payment")) {
        return 0;
    }
    return round_down(month);
}

// Awir art. 14.4-5: the award of a year in whole euros, none below 24. Answers whole euros a month.
double month_of_award(double year, Values const& values)
{
    return round_nearest(year) < values.at("health_care_allowance.min_payment") ? 0 : round_down(year / 12);
}

// Child budget (kindgebonden budget).
double child_budget(Household const& household, double income, Values const& values)
{
    if (!has_children(household) || !passes_wealth_test_of_health_care_allowance(household, values)) {
        return 0;
    }
    bool const couple = is_couple(household);
    double budget =
        values.at("child_budget.first_child") +
        values.at("child_budget.each_next_child") * static_cast<double>(household.children.size() - 1);
    for (Child const& child : household.children) {
        if (child.age >= 16) {
            budget += values.at("child_budget.supplement_16_17");
        } else if (child.age >= 12) {
            budget += values.at("child_budget.supplement_12_15");
        }
    }
    if (!couple) {
        budget += values.at("child_budget.single_parent_supplement");
    }
    double const threshold =
        values.at(couple ? "child_budget.threshold_partner" : "child_budget.threshold_single");
    budget -= values.at("child_budget.taper") * not_below_zero(income - threshold);
    return month_of_award(not_below_zero(budget), values);
}

// Child benefit (kinderbijslag).
double child_benefit(Household const& household, Values const& values)
{
    double benefit = 0;
    for (Child const& child : household.children) {
        if (child.age <= 5) {
            benefit += values.at("child_benefit.age_0_5");
        } else if (child.age <= 11) {
            benefit += values.at("child_benefit.age_6_11");
        } else {
            benefit += values.at("child_benefit.age_12_17");
        }
    }
    return benefit;
}

// Share of the costs that is paid back: the row of the table whose upper end is not below the income, or the
// last.
double childcare_share(bool first_child, double income, Values const& values)
{
    std::string const column =
        first_child ? "childcare.table_first_child." : "childcare.table_next_children.";
    int row = 1;
    auto const upper_of_row = [&](int number) {
        return values.find("childcare.table_income_upper." + std::to_string(number));
    };
    while (upper_of_row(row + 1) != values.end() && income > upper_of_row(row)->second) {
        ++row;
    }
    return values.at(column + std::to_string(row));
}

// Hours and rate as far as they count.
double childcare_costs(Child const& child, Values const& values)
{
    double const hours = std::min(child.childcare_hours_per_month, values.at("childcare.max_hours"));
    double const rate =
        std::min(child.childcare_rate_per_hour, values.at("childcare.max_rate_" + child.childcare_type));
    return hours * rate;
}

// Childcare allowance (kinderopvangtoeslag).
double childcare_allowance(Household const& household, double income, Values const& values)
{
    for (Adult const& adult : household.adults) {
        if (labour_income(adult) <= 0 && !adult.is_student) {
            return 0;
        }
    }
    // The first child is the one with most hours; with equal hours the one with the highest costs.
    std::size_t first = 0;
    for (std::size_t i = 1; i < household.children.size(); ++i) {
        Child const& child = household.children[i];
        Child const& best = household.children[first];
        bool const same_hours = child.childcare_hours_per_month == best.childcare_hours_per_month;
        if (child.childcare_hours_per_month > best.childcare_hours_per_month ||
            (same_hours && childcare_costs(child, values) > childcare_costs(best, values))) {
            first = i;
        }
    }
    double allowance = 0;
    for (std::size_t i = 0; i < household.children.size(); ++i) {
        Child const& child = household.children[i];
        if (child.childcare_hours_per_month > 0) {
            allowance += childcare_costs(child, values) * childcare_share(i == first, income, values);
        }
    }
    return month_of_award(12 * allowance, values);
}

// ---- Poverty line (armoedegrens of CBS, SCP and Nibud)

// What the household needs a month beyond one adult. Co-residents have an own line.
double increments_of_needs(Household const& household, Values const& values)
{
    double increments = is_couple(household) ? values.at("poverty_line.increment_second_adult") : 0;
    for (Child const& child : household.children) {
        increments += values.at(child.age <= 12 ? "poverty_line.increment_child_0_12"
                                                : "poverty_line.increment_child_13_17");
    }
    return increments;
}

// Whether the other needs hold the health premium is not known; it is not added.
double poverty_line(Household const& household, Values const& values)
{
    double const housing =
        household.tenure == "owner" ? household.mortgage_per_month : household.rent_per_month;
    return values.at("poverty_line.single_other_needs") + increments_of_needs(household, values) + housing +
           household.energy_per_month;
}

bool passes_poverty_wealth_test(Household const& household, Values const& values)
{
    double const single = values.at("poverty_line.wealth_test_single");
    double const family = values.at("poverty_line.wealth_test_couple_2_children");
    double const increments_of_family =
        values.at("poverty_line.increment_second_adult") + 2 * values.at("poverty_line.increment_child_0_12");
    double const limit =
        single + (family - single) * increments_of_needs(household, values) / increments_of_family;
    return household.liquid_assets <= limit + 1e-6;
}

}  // namespace

Answers answers(Household const& household, Values const& values, int year)
{
    Answers a;
    bool const couple = is_couple(household);
    a.supplementary_benefit_per_year = supplementary_benefit_per_year(household, values);
    std::vector<TaxReturn> const returns =
        tax_returns(household, a.supplementary_benefit_per_year, values, year);
    for (TaxReturn const& r : returns) {
        a.general_tax_credit_per_year += r.general_credit;
        a.labour_tax_credit_per_year += r.labour_credit;
        a.combination_credit_per_year += r.combination_credit;
        a.elderly_credit_per_year += r.elderly_credit;
        a.single_elderly_credit_per_year += r.single_elderly_credit;
        a.young_disabled_credit_per_year += r.young_disabled_credit;
        a.income_tax_per_year += r.after_credits;
        a.health_contribution_per_year += r.health_contribution;
        a.net_income_per_month += r.net / 12;
    }
    for (Adult const& adult : household.adults) {
        a.state_pension_net_per_month += state_pension_net_per_month(adult, couple, values);
    }

    a.assistance_norm_per_month = assistance_norm(household, values);
    a.social_assistance_per_month =
        social_assistance(household, returns, a.assistance_norm_per_month, values);
    a.assessment_income_per_year =
        assessment_income(household, returns, a.social_assistance_per_month, values);

    double const income = a.assessment_income_per_year;
    a.health_care_allowance_per_month = health_care_allowance(household, income, values);
    a.rent_allowance_per_month = rent_allowance(household, income, values, year);
    a.child_budget_per_month = child_budget(household, income, values);
    a.child_benefit_per_quarter = child_benefit(household, values);
    a.childcare_allowance_per_month = childcare_allowance(household, income, values);

    a.disposable_income_per_month = a.net_income_per_month + a.social_assistance_per_month +
                                    a.health_care_allowance_per_month + a.rent_allowance_per_month +
                                    a.child_budget_per_month + a.childcare_allowance_per_month +
                                    a.child_benefit_per_quarter / 3;
    a.poverty_line_per_month = poverty_line(household, values);
    bool const below_line =
        std::llround(100 * a.disposable_income_per_month) < std::llround(100 * a.poverty_line_per_month);
    a.is_poor = below_line && passes_poverty_wealth_test(household, values);
    return a;
}

}  // namespace minimasim::second_reading
