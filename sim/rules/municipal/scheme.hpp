#pragma once

#include <array>

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

// How a scheme uses the cash that earlier schemes of the same package give.
enum class EarlierCash : std::uint8_t {
    unknown,   // not said: anything
    not_read,  // not at all
    narrows,   // as income: more cash never makes a household eligible
};

// What is true of a scheme unless its header says otherwise.
struct SchemeFacts {
    static constexpr CountedIn counted_in = CountedIn::households;
    static constexpr bool is_cash = false;  // free cash: raises income in the poverty measure
    static constexpr bool is_need_driven =
        false;                                // answers a need that arises by chance; full reach is no goal
    static constexpr bool is_capped = false;  // the budget is a ceiling (term budget_cap)
    static constexpr EarlierCash earlier_cash = EarlierCash::unknown;
    static constexpr std::array<std::int32_t MunicipalHousehold::*, 0>
        reads{};  // the fields of a household that are looked at; none said: all
    static constexpr double highest_lawful_income_share = 1e9;
    static constexpr char const* law_on_income_share = "";
};

}  // namespace minimasim::rules
