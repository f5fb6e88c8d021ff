#pragma once

#include <array>
#include <cstdint>

#include "sim/forecast/replicate.hpp"

// The counts of a replicate that a part of a forecast stores, one after the other.
namespace minimasim::report {

using forecast::MonthCounts;
using forecast::Start;

inline constexpr std::array start_fields{&Start::households,
                                         &Start::problem_debts,
                                         &Start::arrears,
                                         &Start::running,
                                         &Start::administered,
                                         &Start::seen_by_help,
                                         &Start::in_debt_up_to_a_year,
                                         &Start::in_debt_three_years,
                                         &Start::up_to_social_minimum,
                                         &Start::arrears_up_to_social_minimum};
static_assert(sizeof(Start) == start_fields.size() * sizeof(std::int32_t), "every field is stored");

// Without those that are no such number: signals_by_sender and freed_repayment_cents.
inline constexpr std::array month_fields{&MonthCounts::orderly,
                                         &MonthCounts::arrears,
                                         &MonthCounts::problem_debts,
                                         &MonthCounts::entered_arrears,
                                         &MonthCounts::recovered_arrears,
                                         &MonthCounts::entered_debts,
                                         &MonthCounts::recovered_debts,
                                         &MonthCounts::relapsed,
                                         &MonthCounts::signals,
                                         &MonthCounts::repeat_signals,
                                         &MonthCounts::first_signals,
                                         &MonthCounts::known_signals,
                                         &MonthCounts::visited,
                                         &MonthCounts::called,
                                         &MonthCounts::accepted,
                                         &MonthCounts::letters,
                                         &MonthCounts::accepted_by_letter,
                                         &MonthCounts::resolved,
                                         &MonthCounts::applied,
                                         &MonthCounts::started,
                                         &MonthCounts::stopped,
                                         &MonthCounts::completed,
                                         &MonthCounts::running,
                                         &MonthCounts::places,
                                         &MonthCounts::waiting,
                                         &MonthCounts::youth_started,
                                         &MonthCounts::youth_completed,
                                         &MonthCounts::youth_running,
                                         &MonthCounts::aftercare_started,
                                         &MonthCounts::course_participants,
                                         &MonthCounts::administered,
                                         &MonthCounts::seen_by_help,
                                         &MonthCounts::led_to_schemes,
                                         &MonthCounts::users_gained,
                                         &MonthCounts::freed,
                                         &MonthCounts::households_arrived,
                                         &MonthCounts::households_gone,
                                         &MonthCounts::arrears_arrived,
                                         &MonthCounts::arrears_gone,
                                         &MonthCounts::debts_arrived,
                                         &MonthCounts::debts_gone,
                                         &MonthCounts::trajectories_gone,
                                         &MonthCounts::youth_gone,
                                         &MonthCounts::administered_arrived,
                                         &MonthCounts::administered_gone};
static_assert(sizeof(MonthCounts) == (month_fields.size() + forecast::sender_count) * sizeof(std::int32_t) +
                                         sizeof(MonthCounts::freed_repayment_cents),
              "every field is stored");

}  // namespace minimasim::report
