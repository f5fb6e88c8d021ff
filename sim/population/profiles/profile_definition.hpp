#pragma once

#include <string>

#include "sim/population/population.hpp"

namespace minimasim::population {

// Membership of a fuzzy set on the line: 0 up to a, rising to 1 at b, 1 up to c, falling to 0 at d.
struct Trapezoid {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;

    constexpr double operator()(double x) const
    {
        return x < a || x > d ? 0.0 : x < b ? (x - a) / (b - a) : x <= c ? 1.0 : (d - x) / (d - c);
    }
};

// An interval with a central value, all in 0..1.
struct Estimate {
    double value = 0;
    double low = 0;
    double high = 0;
};

// What the audit report says of the share of a profile in the municipality, beside the national one.
enum class InMunicipality : std::uint8_t { not_said, largest, above, below };

// One of the eight resident profiles, turned from words into memberships.
struct ProfileDefinition {
    Profile profile = Profile::none;
    std::string name;  // English key
    std::string dutch_name;
    Trapezoid age;
    double education_low = 0;  // membership of each level, 0..1
    double education_middle = 0;
    double education_high = 0;
    Trapezoid income;       // on the scale of IncomeClass, 0 (up to 100 %) .. 6 (above P80)
    double one_person = 1;  // membership of each household situation, 0..1
    double couple_without_children = 1;
    double with_children = 1;
    double pensioner = 1;     // multiplies where the main source is pension
    double owner = 1;         // multiplies for owner-occupiers
    Estimate national_share;  // of adults in the country; all 0 where it is not known
    InMunicipality in_municipality = InMunicipality::not_said;
    Estimate trust;
    Estimate reach;
    std::string source;
};

}  // namespace minimasim::population
