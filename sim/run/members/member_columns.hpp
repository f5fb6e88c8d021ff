#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "sim/outcomes/cells.hpp"
#include "sim/outcomes/income_deciles.hpp"
#include "sim/outcomes/poverty.hpp"
#include "sim/population/population.hpp"
#include "sim/rules/municipal/evaluate.hpp"
#include "sim/rules/policy.hpp"
#include "sim/run/members/packed_column.hpp"

namespace minimasim::run {

// Columns with the same numbers may be one (share_columns).
using Column = std::shared_ptr<PackedColumn const>;

// What the municipal schemes and the outcomes need of every household of a member under one law, column by
// column. What differs between replicates (needs, local taxes) or packages (cash support) is laid over it,
// and nought here.
struct MemberColumns {
    std::size_t households = 0;
    std::array<Column, rules::municipal_field_count> fields;
    std::vector<outcomes::PovertyPosition> poverty;
    std::vector<outcomes::CellsOfHousehold> cells;
    std::vector<outcomes::IncomeStep> income_steps;  // until a member has settled its deciles

    PackedColumn const& column(std::size_t field) const { return *fields[field]; }

    // One household, without what is laid over it.
    rules::MunicipalHousehold household(std::size_t row) const;
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

// Fields of a household, a bit each in the order of municipal_fields.
using FieldMask = std::uint32_t;
static_assert(rules::municipal_field_count <= 32);
inline constexpr FieldMask all_fields = ~FieldMask{0};

constexpr bool has_field(FieldMask fields, std::size_t field)
{
    return (fields >> field & 1U) != 0;
}

// The fields that a scheme looks at.
template <class Scheme>
constexpr FieldMask fields_read_by()
{
    FieldMask fields = Scheme::reads.empty() ? all_fields : 0;
    for (auto const field : Scheme::reads) {
        fields |= FieldMask{1} << field_index(field);
    }
    return fields;
}

// Works out statutory income for every household (`claims` in household order) and keeps what is used later.
// The columns do not depend on `threads` (0 = all).
MemberColumns make_columns(population::Population const& population,
                           std::vector<rules::StatutoryClaims> const& claims, rules::Policy const& policy,
                           int year, outcomes::Cells const& cells, int threads = 1);

}  // namespace minimasim::run
