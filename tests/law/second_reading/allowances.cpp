#include "tests/law/second_reading/allowances.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include "tests/law/second_reading/assistance.hpp"
#include "tests/law/second_reading/common.hpp"

namespace minimasim::second_reading {

namespace {

bool passes_wealth_test_of_health_care_allowance(Household const& household, Values const& values)
{
    return household.liquid_assets <= values.at(is_couple(household)
                                                    ? "health_care_allowance.wealth_limit_partner"
                                                    : "health_care_allowance.wealth_limit_single");
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

// Awir art. 14.4-5: the award of a year in whole euros, none below 24. Answers whole euros a month.
double month_of_award(double year, Values const& values)
{
    return round_nearest(year) < values.at("health_care_allowance.min_payment") ? 0 : round_down(year / 12);
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

}  // namespace

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

}  // namespace minimasim::second_reading
