#pragma once

#include <algorithm>

#include "sim/population/attributes/draft.hpp"

namespace minimasim::population {

// Rough tax and benefit of 2023, so that the population layer can be tested without the rules: one tax rate
// above a free amount, state pension, assistance, child amounts. Never used outside tests.
inline IncomeMeasure stand_in_measure(HouseholdDraft const& h)
{
    double net = 0;
    bool has_pensioner = false;
    double weight = 0;
    int children = 0;
    bool const couple = h.has_partner();
    for (int i = 0; i < h.count_persons; ++i) {
        bool const is_head = i == 0 || (i == 1 && couple);  // others at home keep their own income
        auto const& p = h.persons[static_cast<std::size_t>(i)];
        children += p.age < 18;
        weight += i == 0 ? 1.0 : p.age < 18 ? 0.3 : is_head ? 0.5 : 0.0;
        if (!is_head) {
            continue;
        }
        double gross = p.wage_per_year + 0.88 * p.profit_per_year + p.pension_per_year +
                       p.unemployment_benefit_per_year + p.disability_benefit_per_year;
        double state_pension = 0;
        if (p.age >= 67) {
            has_pensioner = true;
            state_pension = (couple ? 11'060 : 16'290) * p.state_pension_build_up;
        }
        double const rate = p.age >= 67 ? 0.22 : 0.30;
        double const free = p.age >= 67 ? 1'500 : 9'000;
        net +=
            state_pension + gross - rate * std::max(0.0, gross - free) - 0.12 * std::max(0.0, gross - 73'000);
    }
    double minimum = has_pensioner ? (couple ? 22'120 : 16'290) : (couple ? 20'850 : 14'600);
    double const child_amount = (couple ? 3'300 : 4'300) * children;
    minimum += child_amount;
    double disposable = net + child_amount;
    if (h.receives_social_assistance) {
        disposable = std::max(disposable, minimum);
    }
    return {disposable / minimum, disposable / weight};
}

}  // namespace minimasim::population
