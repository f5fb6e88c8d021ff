#pragma once

#include <cstdint>

namespace minimasim {

// Whole euro cents: what the engine stores, compares with a limit and adds.
using Cents = std::int64_t;

// Nearest cent, halves away from zero. |euro| < 9e13.
constexpr Cents to_cents(double euro)
{
    double const cents = euro * 100.0;
    return static_cast<Cents>(cents < 0 ? cents - 0.5 : cents + 0.5);
}

constexpr double to_euro(Cents cents)
{
    return static_cast<double>(cents) / 100.0;
}

}  // namespace minimasim
