#pragma once

#include <compare>

namespace minimasim {

// A calendar day. Plain data, so that the freestanding rules may carry it.
struct Date {
    int year = 0;
    int month = 1;
    int day = 1;

    friend constexpr auto operator<=>(Date const&, Date const&) = default;
};

}  // namespace minimasim
