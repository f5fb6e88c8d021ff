#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "sim/rules/columns.hpp"
#include "sim/rules/law.hpp"
#include "sim/rules/municipal/evaluate.hpp"
#include "sim/rules/statutory/steps.hpp"

namespace minimasim::rules {

// Where the results of a block stand, one column a step, in the order of statutory_steps.
using StatutoryColumns = std::array<double*, statutory_step_count>;

// Where the municipal view of a block stands, one column a field, in the order of municipal_fields.
using MunicipalColumnsOut = std::array<std::int32_t*, municipal_field_count>;

// Works out statutory income for `count` households, many at a time: the same function as for one household,
// and the same bits (statutory_income is the plain reference).
void statutory_income_of_block(HouseholdColumns const& households, std::size_t count, Law const& law,
                               StatutoryColumns const& out);

// What the municipal schemes see of those households; needs, years on a low income and prospects are not
// known here and become 0.
void municipal_view_of_block(HouseholdColumns const& households, StatutoryColumns const& statutory,
                             std::size_t count, Law const& law, MunicipalColumnsOut const& out);

}  // namespace minimasim::rules
