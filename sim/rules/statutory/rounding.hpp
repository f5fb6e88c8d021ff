#pragma once

namespace minimasim::rules {

// Far below a cent: keeps a whole euro that binary arithmetic writes as 1902.9999999999.
inline constexpr double rounding_slack = 1e-6;

inline double floor_euro(double euro)
{
    return __builtin_floor(euro + rounding_slack);
}

inline double ceil_euro(double euro)
{
    return __builtin_ceil(euro - rounding_slack);
}

// Halves up.
inline double nearest_euro(double euro)
{
    return __builtin_floor(euro + 0.5 + rounding_slack);
}

inline double floor_cent(double euro)
{
    return __builtin_floor(euro * 100 + rounding_slack) / 100;
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
