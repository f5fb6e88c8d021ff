#include "tests/law/second_reading/assistance.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "tests/law/second_reading/common.hpp"

namespace minimasim::second_reading {

namespace {

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

double value_or_zero(Values const& values, std::string const& name)
{
    auto const found = values.find(name);
    return found == values.end() ? 0 : found->second;
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

}  // namespace

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

}  // namespace minimasim::second_reading
