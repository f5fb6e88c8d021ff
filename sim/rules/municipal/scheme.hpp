#pragma once

#include "sim/rules/municipal/household.hpp"
#include "sim/rules/terms.hpp"

namespace minimasim::rules {

// What recipients of a scheme are counted in.
enum class CountedIn : std::uint8_t { households, persons, children };

constexpr char const* to_text(CountedIn counted_in)
{
    constexpr char const* names[] = {"households", "persons", "children"};
    return names[static_cast<int>(counted_in)];
}

// What is true of a scheme unless its header says otherwise.
struct SchemeFacts {
    static constexpr CountedIn counted_in = CountedIn::households;
    static constexpr bool is_cash = false;  // free cash: raises income in the poverty measure
    static constexpr bool is_need_driven =
        false;                                // answers a need that arises by chance; full reach is no goal
    static constexpr bool is_capped = false;  // the budget is a ceiling (term budget_cap)
    static constexpr double highest_lawful_income_share = 1e9;
    static constexpr char const* law_on_income_share = "";
};

}  // namespace minimasim::rules
