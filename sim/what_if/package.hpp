#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "sim/outcomes/count.hpp"
#include "sim/what_if/terms.hpp"

namespace minimasim::what_if {

// What a package leaves as it is.
inline constexpr double unchanged = std::numeric_limits<double>::quiet_NaN();

// A what-if on behaviour: take-up of a scheme set to a share of its entitled users, or raised by a share of
// itself or by points.
struct TakeUpChange {
    enum class Kind : std::uint8_t { none, share, relative_rise, rise_in_points };
    Kind kind = Kind::none;
    double value = 0;
};

// A package as the page gives it.
struct Package {
    TermValues terms = [] {
        TermValues values;
        values.fill(unchanged);
        return values;
    }();
    std::vector<double> measure_budgets;  // euro a year; empty: all unchanged
    std::array<TakeUpChange, rules::scheme_count> take_up{};
    outcomes::SchemeMask ex_officio = 0;  // granted without asking to recipients of assistance
};

}  // namespace minimasim::what_if
