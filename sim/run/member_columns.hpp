#pragma once

#include <cstdint>
#include <vector>

#include "sim/outcomes/cells.hpp"
#include "sim/outcomes/income_deciles.hpp"
#include "sim/outcomes/poverty.hpp"
#include "sim/population/population.hpp"
#include "sim/rules/municipal/evaluate.hpp"
#include "sim/rules/policy.hpp"

namespace minimasim::run {

// What the municipal schemes and the outcomes need of every household of a member under one law, column by
// column. What differs between replicates (needs, local taxes) or packages (cash support) is laid over it.
struct MemberColumns {
    std::size_t households = 0;
    std::vector<std::int32_t> values;  // field by field, `households` rows each
    std::vector<outcomes::PovertyPosition> poverty;
    std::vector<outcomes::CellsOfHousehold> cells;
    std::vector<outcomes::IncomeStep> income_steps;  // until a member has settled its deciles

    std::int32_t const* column(std::size_t field) const { return values.data() + field * households; }
    rules::MunicipalColumns all() const;
};

// The place of a field in municipal_fields.
constexpr std::size_t field_index(std::int32_t rules::MunicipalHousehold::*field)
{
    for (std::size_t i = 0; i < rules::municipal_field_count; ++i) {
        if (rules::municipal_fields[i] == field) {
            return i;
        }
    }
    return rules::municipal_field_count;
}

// Works out statutory income for every household (`claims` in household order) and keeps what is used later.
MemberColumns make_columns(population::Population const& population,
                           std::vector<rules::StatutoryClaims> const& claims, rules::Policy const& policy,
                           int year, outcomes::Cells const& cells);

}  // namespace minimasim::run
