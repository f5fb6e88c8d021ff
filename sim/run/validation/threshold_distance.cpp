#include "sim/run/validation/threshold_distance.hpp"

#include <string>

#include "sim/rules/statutory/statutory.hpp"
#include "sim/run/households/household_view.hpp"

namespace minimasim::run {

std::vector<population::ThresholdRow> threshold_distances(population::Population const& population,
                                                          DatedPolicy const& policy)
{
    auto const& law = policy.policy.law;
    std::vector<double> share_of_norm;
    std::vector<double> wealth;
    std::vector<double> assistance_limit;
    std::vector<double> allowance_limit;
    std::vector<double> rent;
    std::vector<double> rent_cap;
    std::vector<double> highest_rent;
    for (std::size_t i = 0; i < population.size(); ++i) {
        auto household = view_of(population, i, law, policy.date.year);
        add_household_costs(household, policy.policy.household_costs);
        auto const income = rules::statutory_income(household, law);
        bool const is_tenant = population.tenure[i] != population::Tenure::owner;
        auto const persons = population.person_begin[i + 1] - population.person_begin[i];
        share_of_norm.push_back(income.share_of_norm);
        wealth.push_back(household.liquid_assets);
        assistance_limit.push_back(rules::assistance_wealth_limit(household, law.social_assistance));
        allowance_limit.push_back(household.is_couple ? law.health_care_allowance.wealth_limit_partners
                                                      : law.health_care_allowance.wealth_limit_single);
        rent.push_back(population.rent_cents_per_month[i] / 100.0);
        rent_cap.push_back(!is_tenant     ? 0
                           : persons <= 2 ? law.rent_allowance.cap_1_or_2_persons
                                          : law.rent_allowance.cap_3_or_more_persons);
        highest_rent.push_back(is_tenant ? law.rent_allowance.highest_rent : 0);
    }
    using population::near_threshold;
    std::vector<population::ThresholdRow> rows;
    for (int const percent : {100, 110, 120, 130, 140, 150}) {
        rows.push_back(
            near_threshold("norm " + std::to_string(percent) + " %", share_of_norm, percent / 100.0));
    }
    rows.push_back(near_threshold("wealth limit of assistance", wealth, assistance_limit));
    rows.push_back(near_threshold("wealth limit of health care allowance", wealth, allowance_limit));
    rows.push_back(near_threshold("rent cap of rent allowance", rent, rent_cap));
    rows.push_back(near_threshold("highest rent of rent allowance", rent, highest_rent));
    return rows;
}

}  // namespace minimasim::run
