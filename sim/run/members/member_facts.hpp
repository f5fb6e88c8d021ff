#pragma once

#include <cstdint>
#include <vector>

#include "sim/outcomes/poverty.hpp"
#include "sim/takeup/groups.hpp"
#include "sim/takeup/propensity.hpp"

namespace minimasim::run {

struct Member;
struct Setting;

// Households without students on at most 120 % of the norm for at least so many years.
struct LongLowIncome {
    double one_year = 0;
    double four_years = 0;
};

// What take-up needs to know of a member and no replicate changes, at the calibration date.
struct MemberFacts {
    std::vector<takeup::Group> groups;                // of every household
    takeup::HouseholdsByShift on_low_income{};        // how many households shift in which way
    std::vector<std::uint8_t> claims_care_allowance;  // 1: the household claims the health care allowance
    LongLowIncome below_pension_age;                  // who can get the supplement
    LongLowIncome of_all_ages;
    // Households that are poor or near poor without municipal cash, in one reading of the line or the other:
    // no cash makes anybody else so.
    std::vector<std::uint32_t> near_the_line;
};

// Whether a household is poor or near poor without municipal cash, in one reading of the line or the other.
bool can_be_near_the_line(outcomes::PovertyPosition const& position);

MemberFacts facts_of(Setting const& setting, Member const& member);

}  // namespace minimasim::run
