#include "sim/population/attributes/circumstances.hpp"

#include <algorithm>
#include <cmath>

namespace minimasim::population {

namespace {

constexpr int longest_duration = 20;

}  // namespace

// Years at an income no higher than that of the present class, so that a limit above 120 % finds durations
// too: at least one; four or more with the published share (which is of a low income); in between
// geometrically.
int Circumstances::years_on_low_income(HouseholdDraft const& h, double u) const
{
    if (h.income_class > IncomeClass::up_to_p40) {
        return 0;
    }
    // The published shares are of the low-income limit, about 110 % of the minimum.
    double const wider =
        h.income_class > IncomeClass::up_to_110 ? assumed_("low_income.four_years_factor_120") : 1;
    bool const works = h.main_source == Source::employee || h.main_source == Source::self_employed;
    double four = h.main_source == Source::social_assistance ? assumed_("low_income.four_years_assistance")
                  : h.main_source == Source::pension         ? assumed_("low_income.four_years_pension")
                  : h.main_source == Source::student         ? assumed_("low_income.four_years_student")
                  : works                                    ? national_.low_income_four_years_working * wider
                          : assumed_("low_income.four_years_other") * wider;
    // Where a source has no figure of its own, types differ within it by the ratio of the national table,
    // families below all and the others above. Work has one, and assistance has the length of its spells.
    bool const has_own_figure = works || h.main_source == Source::social_assistance;
    double const all = national_.low_income_four_years_share;
    four *= has_own_figure                           ? 1
            : h.type == HouseholdType::single_parent ? national_.low_income_four_years_lone_parent / all
            : h.type == HouseholdType::couple_with_children
                ? national_.low_income_four_years_couple_with_children / all
                : national_.low_income_four_years_other_types / all;
    double const stay = std::cbrt(std::clamp(four, 0.02, 0.95));
    double const later = assumed_("low_income.later_years_stay");
    int years = 1;
    double at_least = 1;
    while (years < std::min(longest_duration, h.persons[0].age - 17)) {
        at_least *= years < 4 ? stay : later;
        if (u > at_least) {
            break;
        }
        ++years;
    }
    return years;
}

double Circumstances::prospect(HouseholdDraft const& h) const
{
    auto const& claimant = h.persons[0];
    double p = 0;
    switch (h.main_source) {
        case Source::student:
            return assumed_("prospect.student");
        case Source::pension:
            return assumed_("prospect.pension");
        case Source::disability_benefit:
            p = assumed_("prospect.disability");
            break;
        case Source::unemployment_benefit:
            p = assumed_("prospect.unemployment");
            break;
        case Source::social_assistance:
            p = assumed_(h.years_on_low_income >= 4 ? "prospect.assistance_long"
                                                    : "prospect.assistance_short");
            break;
        case Source::none:
            p = assumed_("prospect.none");
            break;
        default:
            p = assumed_(claimant.age < 27 ? "prospect.under_27" : "prospect.working");
            break;
    }
    p *= claimant.education == Education::low    ? assumed_("prospect.low_education_factor")
         : claimant.education == Education::high ? assumed_("prospect.high_education_factor")
                                                 : 1;
    double const ageing = claimant.age < 45 ? 1 : std::max(0.0, 1 - (claimant.age - 45) / 22.0);
    return std::min(0.98, p * ageing);
}

void Circumstances::fill(HouseholdDraft& h, HouseholdDraws const& draws, double improvement) const
{
    h.years_on_low_income = years_on_low_income(h, draws(AmountDraw::duration));
    h.expects_improvement = improvement < prospect(h);
}

}  // namespace minimasim::population
