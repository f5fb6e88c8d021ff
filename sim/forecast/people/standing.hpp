#pragma once

#include <array>

#include "sim/forecast/people/donors.hpp"

namespace minimasim::forecast {

// What the chances of a household go by: its columns without the amounts of its members.
struct Standing {
    population::HouseholdType type = population::HouseholdType::one_person;
    population::Tenure tenure = population::Tenure::owner;
    population::Source main_source = population::Source::none;
    population::IncomeClass income_class = population::IncomeClass::up_to_100;
    std::int32_t liquid_assets_cents = 0;
    int years_on_low_income = 0;
    std::uint8_t years_since_low = never;
    std::uint8_t years_since_assistance = never;
    int heads = 1;
    std::array<population::Source, 2> source{};  // of the heads
    std::array<std::uint8_t, 2> age{};

    bool is_assisted() const { return source[0] == population::Source::social_assistance; }
};

Standing standing_of(People const& people, std::size_t household);
Standing standing_of(Family const& family);

// Years on low income when the year began: that year has been counted since.
int years_at_start(Standing const& standing);

// Below it parents must support: no household claims social assistance.
inline constexpr int youngest_for_assistance = 21;

// Whether a household passes the test of means of social assistance: its savings are within the limit
// (Participation Act art. 34, 2023).
bool has_few_means(Standing const& standing);

// Whether all heads have the age for social assistance.
bool is_of_age_for_assistance(Standing const& standing);

// Whether a household lives on the work of one head alone: the work is all that keeps it from social
// assistance when it has few means. Not everybody who loses work has built up unemployment benefit.
bool has_one_earner(Standing const& standing);

// Kinds of households of which the share with low income, or on social assistance, is kept. Low income: of
// those who live on work by type, on pension, unemployment or disability benefit by partner. Assistance: by
// type and age. All of them owners and tenants apart. -1: of no kind.
inline constexpr std::size_t low_kinds = 20;
inline constexpr std::size_t assisted_kinds = 24;
int low_kind(Standing const& standing);
int assisted_kind(Standing const& standing);

}  // namespace minimasim::forecast
