#pragma once

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

// One value that law or a municipality sets: its name in data and scenarios, its unit, the range a package
// may give it, and where it is kept. Arrays of law are written out as name.1, name.2, ...
template <class Terms>
struct TermField {
    char const* name;
    Unit unit;
    double lowest;
    double highest;
    double Terms::*member;
};

}  // namespace minimasim::rules
