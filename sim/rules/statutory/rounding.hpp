#pragma once

namespace minimasim::rules {

// Far below a cent: keeps a whole euro that binary arithmetic writes as 1902.9999999999.
inline constexpr double rounding_slack = 1e-6;

// The largest whole number not above the value, for values below 2^51: adding and taking off 1.5 x 2^52
// rounds to a whole number. Unlike the library's floor it vectorises on every instruction set, with the same
// bits.
inline double whole_part(double value)
{
    constexpr double shift = 6755399441055744.0;
    double const nearest = (value + shift) - shift;
    return nearest > value ? nearest - 1 : nearest;
}

inline double floor_euro(double euro)
{
    return whole_part(euro + rounding_slack);
}

inline double ceil_euro(double euro)
{
    return -whole_part(rounding_slack - euro);
}

// Halves up.
inline double nearest_euro(double euro)
{
    return whole_part(euro + 0.5 + rounding_slack);
}

inline double floor_cent(double euro)
{
    return whole_part(euro * 100 + rounding_slack) / 100;
}

inline double at_least_zero(double value)
{
    return value > 0 ? value : 0;
}

inline double smaller(double a, double b)
{
    return a < b ? a : b;
}

inline double larger(double a, double b)
{
    return a > b ? a : b;
}

}  // namespace minimasim::rules
