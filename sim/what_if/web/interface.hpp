#pragma once

#include <cstdint>

// The what-if part of a report as a WebAssembly module: what scripts/build_web exports. engine.js uses it,
// and is its manual for a page. The module imports nothing.
//
// A name is an address of bytes up to a zero. Terms, schemes and figures are numbered from 0.
namespace minimasim::what_if::web {

extern "C" {

// Room for the bytes of a payload, uncompressed.
std::uint8_t* room_for_payload(std::int32_t size);

// Takes the payload that was put there and works out the baseline: 1, or 0 when it is no payload of this
// form.
std::int32_t open_payload();

// Where the description of the payload stands, JSON, and its length; once it is open.
char const* description();
std::int32_t description_length();

// The share of its entitled users who use a scheme in the baseline, mean of the replicates.
double share_of_users(std::int32_t scheme);
std::int32_t scheme_count();

// The package that is asked for: a value for every term of the schemes, then for the measures, NaN for what
// it leaves as it is; of every scheme the kind of its change of take-up (0 none, 1 a share, 2 a rise by a
// share of itself, 3 a rise in points), how much, and whether it is granted ex officio (1) or not (0).
std::int32_t value_count();
double* values();
std::int32_t* take_up_kinds();
double* take_up_changes();
std::int32_t* ex_officio();

// Works the package out; how many figures there are.
std::int32_t evaluate();
char const* figure_outcome(std::int32_t figure);
char const* figure_scheme(std::int32_t figure);
char const* figure_unit(std::int32_t figure);
// Of a figure, six numbers: estimate, low, high, difference, and low and high of the difference.
double const* figure_numbers(std::int32_t figure);
}

}  // namespace minimasim::what_if::web
