#pragma once

#include "sim/rules/municipal/household.hpp"

// Households on the social minimum for tests of municipal schemes; a test changes what it is about. Norms are
// round numbers, so that limits are seen at a glance.
namespace minimasim::rules::test {

inline MunicipalHousehold single_on_minimum()
{
    MunicipalHousehold h;
    h.norm_cents_per_month = 100'000;
    h.income_cents_per_month = 100'000;
    h.disposable_cents_per_month = 150'000;
    h.housing_costs_cents_per_month = 70'000;
    h.adults = 1;
    h.youngest_adult_age = 40;
    h.years_on_low_income = 5;
    return h;
}

inline MunicipalHousehold single_parent_on_minimum()
{
    auto h = single_on_minimum();
    h.children = 2;
    h.is_single_parent = 1;
    return h;
}

inline MunicipalHousehold couple_on_minimum()
{
    auto h = single_on_minimum();
    h.norm_cents_per_month = 140'000;
    h.income_cents_per_month = 140'000;
    h.adults = 2;
    h.is_couple = 1;
    return h;
}

inline MunicipalHousehold pensioner_on_minimum()
{
    auto h = single_on_minimum();
    h.youngest_adult_age = 70;
    h.has_pensioner = 1;
    return h;
}

inline MunicipalHousehold student_on_minimum()
{
    auto h = single_on_minimum();
    h.youngest_adult_age = 22;
    h.is_student = 1;
    return h;
}

}  // namespace minimasim::rules::test
