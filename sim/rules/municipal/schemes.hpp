#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <utility>

#include "sim/rules/municipal/adult_fund.hpp"
#include "sim/rules/municipal/child_package.hpp"
#include "sim/rules/municipal/energy_allowance.hpp"
#include "sim/rules/municipal/goods_scheme.hpp"
#include "sim/rules/municipal/group_health_insurance.hpp"
#include "sim/rules/municipal/income_supplement.hpp"
#include "sim/rules/municipal/local_tax_waiver.hpp"
#include "sim/rules/municipal/participation_budget.hpp"
#include "sim/rules/municipal/special_assistance.hpp"
#include "sim/rules/municipal/tailored_budget.hpp"

namespace minimasim::rules {

// Every municipal scheme, one line each, in the order in which they are decided: cash that a later scheme
// counts as income stands before it.
using Schemes = std::tuple<special_assistance::Scheme, income_supplement::Scheme, local_tax_waiver::Scheme,
                           group_health_insurance::Scheme, goods_scheme::Scheme, child_package::Scheme,
                           adult_fund::Scheme, energy_allowance::Scheme, participation_budget::Scheme,
                           tailored_budget::Scheme>;

inline constexpr std::size_t scheme_count = std::tuple_size_v<Schemes>;

// Calls f(scheme, index) for every scheme, in order; `scheme` is an empty value that carries the scheme's
// facts.
template <class F>
constexpr void for_each_scheme(F&& f)
{
    [&]<std::size_t... k>(std::index_sequence<k...>)
    {
        (f(std::tuple_element_t<k, Schemes>{}, std::integral_constant<std::size_t, k>{}), ...);
    }
    (std::make_index_sequence<scheme_count>{});
}

// What code that does not know the schemes apart may ask of one.
struct SchemeDescription {
    char const* key;
    char const* dutch_name;
    char const* english_name;
    char const* article;
    char const* how_dutch;
    char const* how_english;
    CountedIn counted_in;
    bool is_cash;
    bool is_need_driven;
    bool is_capped;
    double highest_lawful_income_share;
    char const* law_on_income_share;
};

constexpr std::array<SchemeDescription, scheme_count> describe_schemes()
{
    std::array<SchemeDescription, scheme_count> all{};
    for_each_scheme([&](auto scheme, auto index) {
        using S = decltype(scheme);
        all[index] = {S::key,
                      S::dutch_name,
                      S::english_name,
                      S::article,
                      S::how_dutch,
                      S::how_english,
                      S::counted_in,
                      S::is_cash,
                      S::is_need_driven,
                      S::is_capped,
                      S::highest_lawful_income_share,
                      S::law_on_income_share};
    });
    return all;
}

inline constexpr std::array<SchemeDescription, scheme_count> schemes = describe_schemes();

// What the recipients of each scheme are counted in.
constexpr std::array<CountedIn, scheme_count> units_of_schemes()
{
    std::array<CountedIn, scheme_count> units{};
    for (std::size_t k = 0; k < scheme_count; ++k) {
        units[k] = schemes[k].counted_in;
    }
    return units;
}

namespace detail {
template <class Tuple>
struct TermsOf;
template <class... S>
struct TermsOf<std::tuple<S...>> {
    using type = std::tuple<typename S::Terms...>;
};
}  // namespace detail

// The terms of every scheme, in the order of Schemes.
using MunicipalTerms = detail::TermsOf<Schemes>::type;

// The place of a scheme in Schemes.
template <class Scheme>
constexpr std::size_t index_of()
{
    std::size_t found = scheme_count;
    for_each_scheme([&](auto scheme, auto index) {
        if constexpr (std::is_same_v<decltype(scheme), Scheme>) {
            found = index;
        }
    });
    return found;
}

template <class Scheme>
constexpr typename Scheme::Terms const& terms_of(MunicipalTerms const& terms)
{
    return std::get<index_of<Scheme>()>(terms);
}

template <class Scheme>
constexpr typename Scheme::Terms& terms_of(MunicipalTerms& terms)
{
    return std::get<index_of<Scheme>()>(terms);
}

}  // namespace minimasim::rules
