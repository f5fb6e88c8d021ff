#pragma once

#include <cstdint>

// The rules as a WebAssembly module: what scripts/build_web exports. The module imports nothing and its
// memory is fixed; all results stand in memory, one column a quantity, one row a household.
//
//   const { instance } = await WebAssembly.instantiate(bytes, {});
//   const web = instance.exports;
//   web.set_rent_allowance_form(0);                          // before anything is asked about terms
//   new Float64Array(web.memory.buffer, web.terms(), web.term_count()).set(values);
//   new Float64Array(web.memory.buffer, web.column(0, k), count).set(wages);
//   web.work_out(count);
//   new Int32Array(web.memory.buffer, web.column(6, scheme), count);   // cents a year
//
// A name is an address of bytes up to a zero. Columns, groups and terms are numbered from 0; a number that
// does not exist gives null. Amounts in euro and yes or no (1, 0) are 64-bit floating point numbers in the
// groups household and step; all other groups hold 32-bit integers, amounts in cents.
namespace minimasim::rules::web {

enum class Group : std::int32_t {
    household,  // in: as rules::Household; the bills (health premium, water, local taxes) are the caller's
                // too
    need,  // in: what only the caller knows of the municipal view (needs, years on a low income, prospects)
    unclaimed,  // in, by scheme: 1 where the household does not claim what it is entitled to
    step,       // out: statutory income, in the order of the law
    view,       // out: what the schemes saw; cash_support_cents_per_year is all free cash received in the end
    eligible,   // out, by scheme: passes every test except need
    cents_per_year,  // out, by scheme: what is granted when claimed
};

extern "C" {

// Households that fit in a block.
std::int32_t rows();

std::int32_t column_count(std::int32_t group);
char const* column_name(std::int32_t group, std::int32_t k);
void* column(std::int32_t group, std::int32_t k);

// Terms of law and then of the municipality, in one array of numbers, in the order of for_each_section and
// for_each_municipal_section. A law of two forms has the terms of one of them, so that the form (1: rent
// allowance as from 2026) is chosen first; choosing it leaves all terms at zero, to be set anew. The sections
// local_charges and household_costs are there for who fills in the bills of households; work_out uses none of
// their terms.
void set_rent_allowance_form(std::int32_t is_of_2026);
std::int32_t term_count();
double* terms();
char const* term_section(std::int32_t k);
char const* term_name(std::int32_t k);
char const* term_unit(std::int32_t k);
double term_lowest(std::int32_t k);
double term_highest(std::int32_t k);

// National law, the municipal view and every scheme in order for the first `count` rows, at most rows(). Free
// cash that is claimed counts as income in the schemes after it.
void work_out(std::int32_t count);
}

}  // namespace minimasim::rules::web
