#pragma once

#include "sim/rules/law.hpp"
#include "sim/rules/municipal/local_charges.hpp"
#include "sim/rules/municipal/schemes.hpp"

namespace minimasim::rules {

// Everything that law and the municipality set, on one date, under one package. Plain data: a package is a
// copy with other values.
struct Policy {
    Law law;
    MunicipalTerms municipal;
    LocalChargesTerms local_charges;
    HouseholdCostsTerms household_costs;
};

// Calls f(name of the section, its terms, its fields) for every section of the municipality.
template <class AnyPolicy, class F>
constexpr void for_each_municipal_section(AnyPolicy& policy, F&& f)
{
    for_each_scheme([&](auto scheme, auto index) {
        using S = decltype(scheme);
        f(S::key, std::get<index>(policy.municipal), S::fields);
    });
    f("local_charges", policy.local_charges, local_charges_fields);
    f("household_costs", policy.household_costs, household_costs_fields);
}

}  // namespace minimasim::rules
