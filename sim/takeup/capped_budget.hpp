#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/rules/municipal/schemes.hpp"
#include "sim/takeup/threshold.hpp"

namespace minimasim::takeup {

// The first claim on a capped budget that does not fit in it: it and whoever comes after it get nothing.
struct FirstRefused {
    double propensity = 0;
    std::uint32_t household = 0;
};

// Of every scheme the first claim that is refused; nothing where all fit.
using CapsOfPass = std::array<std::optional<FirstRefused>, rules::scheme_count>;

// Goes through the claims from the most inclined on, equally inclined households in their order, until the
// next grant would exceed what is left of the budget. Nothing when all fit.
std::optional<FirstRefused> first_refused(std::vector<Candidate> claims, std::int64_t left_cents);

// Whether a household with this propensity stands before the first that is refused.
bool is_served(double propensity, std::uint32_t household, std::optional<FirstRefused> const& refused);

}  // namespace minimasim::takeup
