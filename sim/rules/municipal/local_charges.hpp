#pragma once

#include "sim/rules/household.hpp"
#include "sim/rules/terms.hpp"

// What the municipality charges a household (afvalstoffenheffing, rioolheffing, onroerendezaakbelasting): the
// object of the local tax waiver. And the bills a household pays whatever it chooses: health premium, water.
namespace minimasim::rules {

struct LocalChargesTerms {
    double waste_one_person;
    double waste_more_persons;
    double sewer_user;
    double property_tax_share_of_woz;
};

inline constexpr TermField<LocalChargesTerms> local_charges_fields[] = {
    {"waste_one_person", Unit::euro_per_year, 0, 5'000, &LocalChargesTerms::waste_one_person},
    {"waste_more_persons", Unit::euro_per_year, 0, 5'000, &LocalChargesTerms::waste_more_persons},
    {"sewer_user", Unit::euro_per_year, 0, 5'000, &LocalChargesTerms::sewer_user},
    {"property_tax_share_of_woz", Unit::share, 0, 0.05, &LocalChargesTerms::property_tax_share_of_woz},
};

// Euro a year for a household of this many persons; the property tax falls on owners only.
constexpr double local_taxes_per_year(double persons, bool is_owner, double woz_value,
                                      LocalChargesTerms const& terms)
{
    double const waste = persons > 1 ? terms.waste_more_persons : terms.waste_one_person;
    double const property = is_owner ? woz_value * terms.property_tax_share_of_woz : 0;
    return waste + terms.sewer_user + property;
}

inline double local_taxes_per_year(Household const& h, LocalChargesTerms const& terms)
{
    return local_taxes_per_year(persons(h), h.is_owner, h.woz_value, terms);
}

struct HouseholdCostsTerms {
    double health_premium_per_adult;
    double water_first_person;
    double water_next_person;
};

inline constexpr TermField<HouseholdCostsTerms> household_costs_fields[] = {
    {"health_premium_per_adult", Unit::euro_per_month, 0, 1'000,
     &HouseholdCostsTerms::health_premium_per_adult},
    {"water_first_person", Unit::euro_per_month, 0, 500, &HouseholdCostsTerms::water_first_person},
    {"water_next_person", Unit::euro_per_month, 0, 500, &HouseholdCostsTerms::water_next_person},
};

}  // namespace minimasim::rules
