#pragma once

#include "household_translation.hpp"
#include "random_households.hpp"

// Random households as the engine sees them, with everything that the second reading does not know.
namespace minimasim::test {

inline void draw_circumstances(Draws& draws, input::PersonRecord& person)
{
    person.is_older_unemployed = draws.happens(0.03);
    person.earnings_exemption = draws.happens(0.1)   ? input::EarningsExemption::first_months
                                : draws.happens(0.1) ? input::EarningsExemption::single_parent
                                                     : input::EarningsExemption::none;
}

// Half of the households claim everything, the others leave out a right now and then.
inline input::TakeUpRecord draw_take_up(Draws& draws)
{
    input::TakeUpRecord take_up;
    double const leaves_out = draws.happens(0.5) ? 0 : 0.3;
    for (auto const& right : run::claim_names()) {
        if (draws.happens(leaves_out)) {
            take_up.not_taken_up.push_back(right);
        }
    }
    return take_up;
}

inline input::HouseholdRecord draw_record(Draws& draws, Edges const& edges, rules::Law const& law, Date date)
{
    auto record = record_of(draw_household(draws, edges, law, date.year), date);
    for (std::size_t i = 0; i < (record.is_couple ? 2U : 1U); ++i) {
        draw_circumstances(draws, record.persons[i]);
    }
    record.local_taxes_per_year = draws.euro(0, 900);
    record.alimony_paid_per_month = draws.happens(0.1) ? draws.euro(0, 500) : 0;
    record.car_value = draws.happens(0.3) ? draws.near(3'350) : 0;
    record.years_on_low_income = draws.whole(0, 5);
    record.expects_improvement = draws.happens(0.3);
    record.special_costs_per_year = draws.happens(0.5) ? draws.euro(0, 3'000) : 0;
    record.goods_costs_per_year = draws.happens(0.5) ? draws.euro(0, 900) : 0;
    record.take_up = draw_take_up(draws);
    return record;
}

inline run::HouseholdCase draw_case(Draws& draws, Edges const& edges, rules::Law const& law, Date date)
{
    return run::case_of(draw_record(draws, edges, law, date), law);
}

}  // namespace minimasim::test
