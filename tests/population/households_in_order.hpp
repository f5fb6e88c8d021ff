#pragma once

#include <cstdint>
#include <vector>

#include "sim/population/population.hpp"

namespace minimasim::population {

// These households in this order, each with its persons.
inline Population in_order(Population const& all, std::vector<std::uint32_t> const& order)
{
    Population other;
    other.member = all.member;
    other.residents_of_institutions = all.residents_of_institutions;
    other.person_begin.push_back(0);
    auto const& from = all.persons;
    auto& to = other.persons;
    for (auto const i : order) {
        for (std::size_t p = all.person_begin[i]; p < all.person_begin[i + 1]; ++p) {
            to.age.push_back(from.age[p]);
            to.sex.push_back(from.sex[p]);
            to.role.push_back(from.role[p]);
            to.education.push_back(from.education[p]);
            to.source.push_back(from.source[p]);
            to.profile.push_back(from.profile[p]);
            to.wage_cents_per_year.push_back(from.wage_cents_per_year[p]);
            to.profit_cents_per_year.push_back(from.profit_cents_per_year[p]);
            to.pension_cents_per_year.push_back(from.pension_cents_per_year[p]);
            to.unemployment_benefit_cents_per_year.push_back(from.unemployment_benefit_cents_per_year[p]);
            to.disability_benefit_cents_per_year.push_back(from.disability_benefit_cents_per_year[p]);
            to.state_pension_build_up_percent.push_back(from.state_pension_build_up_percent[p]);
        }
        other.person_begin.push_back(static_cast<std::uint32_t>(to.size()));
        other.neighbourhood.push_back(all.neighbourhood[i]);
        other.type.push_back(all.type[i]);
        other.tenure.push_back(all.tenure[i]);
        other.main_source.push_back(all.main_source[i]);
        other.income_class.push_back(all.income_class[i]);
        other.rent_cents_per_month.push_back(all.rent_cents_per_month[i]);
        other.mortgage_cents_per_month.push_back(all.mortgage_cents_per_month[i]);
        other.energy_cents_per_month.push_back(all.energy_cents_per_month[i]);
        other.woz_value_euro.push_back(all.woz_value_euro[i]);
        other.liquid_assets_cents.push_back(all.liquid_assets_cents[i]);
        other.years_on_low_income.push_back(all.years_on_low_income[i]);
        other.expects_improvement.push_back(all.expects_improvement[i]);
        other.receives_social_assistance.push_back(all.receives_social_assistance[i]);
        other.has_problem_debts.push_back(all.has_problem_debts[i]);
    }
    return other;
}

}  // namespace minimasim::population
