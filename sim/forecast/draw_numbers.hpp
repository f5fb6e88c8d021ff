#pragma once

#include <cstdint>

// The numbers of the draws of the forecast within their streams: one of each kind a month, or one in all.
namespace minimasim::forecast {

// Stream::debt_start.
enum StartDraw : std::uint32_t {
    start_in_arrears,
    start_time_in_debt,
    start_in_trajectory,
    start_administered,
    start_in_debts  // of those who move in later
};
inline constexpr std::uint32_t start_end_of_trajectory = 100;  // and the numbers after it, until one fits

// Stream::contact.
enum ContactDraw : std::uint32_t {
    contact_order,
    contact_acceptance,
    contact_consequence,
    contact_led,
    contact_years_of_use
};

// Stream::debt_help.
enum HelpDraw : std::uint32_t { help_application, help_order, help_relapse, help_administration, help_youth };

inline constexpr std::uint32_t kinds_of_draws = 8;         // a month, at most
inline constexpr std::uint32_t episode_draws = 1'000'000;  // Stream::debt_help, one for every trajectory

template <class Kind>
constexpr std::uint32_t number_of_draw(Kind kind, int month)
{
    return static_cast<std::uint32_t>(month) * kinds_of_draws + static_cast<std::uint32_t>(kind);
}

}  // namespace minimasim::forecast
