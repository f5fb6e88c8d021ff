#pragma once

#include <cstdint>

#include "sim/base/money.hpp"
#include "sim/rules/statutory/poverty_line.hpp"

namespace minimasim::outcomes {

// Where a household stands before municipal cash, on the definition of CBS, SCP and Nibud (2024). Only free
// cash moves it; costs that schemes take over in kind leave it where it is.
struct PovertyPosition {
    std::int32_t margin_cents_per_month = 0;          // disposable income less the household's poverty line
    std::int32_t line_cents_per_month = 0;            // other needs with actual housing and energy
    std::int32_t health_premium_cents_per_month = 0;  // for the reading that deducts it as well
    bool passes_wealth_test = false;
};

inline PovertyPosition poverty_position(rules::Household const& h, double disposable_income_per_month,
                                        rules::PovertyLineTerms const& terms)
{
    PovertyPosition position;
    double const line = rules::poverty_line_per_month(h, terms);
    position.line_cents_per_month = static_cast<std::int32_t>(to_cents(line));
    position.margin_cents_per_month =
        static_cast<std::int32_t>(to_cents(disposable_income_per_month) - to_cents(line));
    position.health_premium_cents_per_month = static_cast<std::int32_t>(to_cents(h.health_premium_per_month));
    position.passes_wealth_test = rules::passes_poverty_wealth_test(h, terms);
    return position;
}

// Cents a month below the line after municipal cash; 0 when not poor.
constexpr std::int32_t poverty_gap_cents_per_month(PovertyPosition const& position,
                                                   std::int32_t cash_cents_per_year)
{
    if (!position.passes_wealth_test) {
        return 0;
    }
    std::int32_t const margin = position.margin_cents_per_month + cash_cents_per_year / 12;
    return margin < 0 ? -margin : 0;
}

// Not poor, without a buffer, and less than a quarter above the line.
constexpr bool is_near_poor(PovertyPosition const& position, std::int32_t cash_cents_per_year)
{
    std::int32_t const margin = position.margin_cents_per_month + cash_cents_per_year / 12;
    return position.passes_wealth_test && margin >= 0 &&
           4 * static_cast<Cents>(margin) < position.line_cents_per_month;
}

}  // namespace minimasim::outcomes
