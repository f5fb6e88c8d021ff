#pragma once

#include <cstddef>
#include <cstdint>

namespace minimasim::rules {

// The unit a term is given in; data and packages must use the same one.
enum class Unit : std::uint8_t {
    euro,
    euro_per_month,
    euro_per_quarter,
    euro_per_year,
    euro_per_hour,
    euro_per_day,
    share,
    years,
    hours_per_month,
    count,
    yes_no,
    euro_per_month_per_euro,
    euro_per_month_per_euro_squared,
};

constexpr char const* to_text(Unit unit)
{
    constexpr char const* names[] = {"euro",
                                     "euro_per_month",
                                     "euro_per_quarter",
                                     "euro_per_year",
                                     "euro_per_hour",
                                     "euro_per_day",
                                     "share",
                                     "years",
                                     "hours_per_month",
                                     "count",
                                     "yes_no",
                                     "euro_per_month_per_euro",
                                     "euro_per_month_per_euro_squared"};
    return names[static_cast<int>(unit)];
}

// Rows of a table of law.
inline constexpr std::size_t term_table_rows = 50;

// Where a value is kept: a member, or one row of a member that is a table.
template <class Terms>
struct TermPlace {
    double Terms::*member = nullptr;
    double (Terms::*table)[term_table_rows] = nullptr;

    constexpr TermPlace() = default;
    constexpr TermPlace(double Terms::*in_member) : member(in_member) {}
    constexpr TermPlace(double (Terms::*in_table)[term_table_rows]) : table(in_table) {}
};

// What a rise of a term does to who is eligible for its scheme, all else equal.
enum class Effect : std::uint8_t {
    unknown,  // not said: anything
    widens,   // it never takes eligibility away
    narrows,  // it never gives eligibility
};

// One value that law or a municipality sets: its name in data and scenarios, its unit, the range a package
// may give it, and where it is kept. Arrays of law are written out as name.1, name.2, ... Municipal
// schemes say what a rise does to eligibility, so that a run of many packages can leave out whom none of them
// reaches; where it is not said, all households are decided.
template <class Terms>
struct TermField {
    char const* name = nullptr;
    Unit unit = Unit::count;
    double lowest = 0;
    double highest = 0;
    TermPlace<Terms> place;
    Effect effect = Effect::unknown;
    std::size_t row = 0;

    template <class AnyTerms>
    constexpr auto& of(AnyTerms& terms) const
    {
        if constexpr (requires { Terms::has_tables; }) {
            if (place.table != nullptr) {
                return (terms.*place.table)[row];
            }
        }
        return terms.*place.member;
    }
};

}  // namespace minimasim::rules
