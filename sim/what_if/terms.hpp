#pragma once

#include <array>
#include <cstddef>

#include "sim/rules/municipal/schemes.hpp"

namespace minimasim::what_if {

// Calls visit(scheme, its place, field, number) for every term of every scheme, in one fixed order.
template <class Visit>
constexpr void for_each_term(Visit&& visit)
{
    std::size_t number = 0;
    rules::for_each_scheme([&](auto scheme, auto index) {
        for (auto const& field : decltype(scheme)::fields) {
            visit(scheme, index, field, number++);
        }
    });
}

inline constexpr std::size_t term_count = [] {
    std::size_t count = 0;
    for_each_term([&](auto, auto, auto const&, std::size_t) { ++count; });
    return count;
}();

// A value for every term of every scheme.
using TermValues = std::array<double, term_count>;

constexpr TermValues values_of(rules::MunicipalTerms const& terms)
{
    TermValues values{};
    for_each_term([&](auto, auto index, auto const& field, std::size_t number) {
        values[number] = field.of(std::get<index>(terms));
    });
    return values;
}

constexpr rules::MunicipalTerms terms_of(TermValues const& values)
{
    rules::MunicipalTerms terms{};
    for_each_term([&](auto, auto index, auto const& field, std::size_t number) {
        field.of(std::get<index>(terms)) = values[number];
    });
    return terms;
}

// The scheme of a term.
inline constexpr std::array<std::size_t, term_count> scheme_of_term = [] {
    std::array<std::size_t, term_count> schemes{};
    for_each_term([&](auto, auto index, auto const&, std::size_t number) { schemes[number] = index; });
    return schemes;
}();

}  // namespace minimasim::what_if
