#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/rules/municipal/schemes.hpp"

namespace minimasim::forecast {

// Who reports arrears.
enum class Sender : std::uint8_t { insurer, energy, landlord, water, tax_authority };
inline constexpr std::size_t sender_count = 5;

// One month of one package in one replicate, in households unless it says otherwise. Stocks are those at the
// end of the month.
struct MonthCounts {
    std::int32_t orderly = 0;  // neither behind with payments nor with problem debts
    std::int32_t arrears = 0;
    std::int32_t problem_debts = 0;
    std::int32_t entered_arrears = 0;
    std::int32_t recovered_arrears = 0;  // with help or without
    std::int32_t entered_debts = 0;      // from arrears
    std::int32_t recovered_debts = 0;    // by themselves
    std::int32_t relapsed = 0;           // into problem debts, after help
    std::int32_t signals = 0;
    std::array<std::int32_t, sender_count> signals_by_sender{};
    std::int32_t repeat_signals = 0;  // within six months of the last
    std::int32_t first_signals = 0;   // first one of the household in this half of the year
    std::int32_t known_signals = 0;   // taken up by who knows the household already
    std::int32_t visited = 0;
    std::int32_t called = 0;
    std::int32_t accepted = 0;  // of those visited or called
    std::int32_t letters = 0;   // to those neither visited, called nor known
    std::int32_t accepted_by_letter = 0;
    std::int32_t resolved = 0;  // arrears that ended by help
    std::int32_t applied = 0;   // for a trajectory, by referral too
    std::int32_t started = 0;   // trajectories
    std::int32_t stopped = 0;   // before the end
    std::int32_t completed = 0;
    std::int32_t running = 0;
    std::int32_t places = 0;
    std::int32_t waiting = 0;
    std::int32_t youth_started = 0;
    std::int32_t youth_completed = 0;
    std::int32_t youth_running = 0;
    std::int32_t aftercare_started = 0;
    std::int32_t course_participants = 0;
    std::int32_t administered = 0;
    std::int32_t seen_by_help = 0;    // with problem debts: waiting, in a trajectory or administered
    std::int32_t led_to_schemes = 0;  // approached households that were led to schemes they left unused
    std::int32_t users_gained = 0;    // of schemes, by that
    std::int32_t freed = 0;           // out of debts by help in the two years before, and not behind since
    std::int64_t freed_repayment_cents = 0;  // what these no longer repay in the month
    // On 1 January, with the households that come and go: part of the accounts of this month.
    std::int32_t households_arrived = 0;
    std::int32_t households_gone = 0;
    std::int32_t arrears_arrived = 0;
    std::int32_t arrears_gone = 0;
    std::int32_t debts_arrived = 0;  // problem debts
    std::int32_t debts_gone = 0;
    std::int32_t trajectories_gone = 0;
    std::int32_t youth_gone = 0;  // plans
    std::int32_t administered_arrived = 0;
    std::int32_t administered_gone = 0;

    friend bool operator==(MonthCounts const&, MonthCounts const&) = default;
};

using CentsOfSchemes = std::array<std::int64_t, rules::scheme_count>;

// Households by group (neighbourhood, or profile of the claimant): at the start, then at the end of every
// year.
using HouseholdsByGroup = std::vector<std::vector<std::int32_t>>;

// All months of one package in one replicate.
struct Path {
    std::vector<MonthCounts> months;           // [0] is the first month
    HouseholdsByGroup debts_by_neighbourhood;  // problem debts
    // By year and scheme, what households use of it because a contact led them to it: the sum over the months
    // of its cents a year, at the amounts of the policy date. Twelve times what it costs.
    std::vector<CentsOfSchemes> gained_cents = {};
    HouseholdsByGroup debts_by_profile = {};
    HouseholdsByGroup arrears_by_neighbourhood = {};
    HouseholdsByGroup arrears_by_profile = {};
};

// What holds on the first day, before anything has happened.
struct Start {
    std::int32_t households = 0;
    std::int32_t problem_debts = 0;
    std::int32_t arrears = 0;
    std::int32_t running = 0;
    std::int32_t administered = 0;
    std::int32_t seen_by_help = 0;
    std::int32_t in_debt_up_to_a_year = 0;
    std::int32_t in_debt_three_years = 0;
    std::int32_t up_to_social_minimum = 0;          // households
    std::int32_t arrears_up_to_social_minimum = 0;  // of them in arrears
};

}  // namespace minimasim::forecast
