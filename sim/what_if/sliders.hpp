#pragma once

#include <array>
#include <vector>

#include "sim/what_if/terms.hpp"

namespace minimasim::what_if {

// A term that the page can change, and how far.
struct Slider {
    std::size_t term = 0;  // its number
    double lowest = 0;
    double highest = 0;
    double step = 1;
};

// The sliders of a municipality with these terms: limits, amounts, wealth tests and switches. What is an
// estimate rather than a decision (who has a need, what a case costs) is no slider.
std::vector<Slider> sliders_for(TermValues const& baseline);

// The budget lines without a mechanism: euro a year.
inline constexpr double highest_measure_budget = 2'000'000;
inline constexpr double step_of_measure_budget = 5'000;

// The terms under which everybody is eligible who is so at some place of the sliders. Schemes of which a
// slider has an effect that is not known are not in `is_known`: anybody may be eligible there.
struct WidestTerms {
    rules::MunicipalTerms terms;
    std::array<bool, rules::scheme_count> is_known{};
};

WidestTerms widest_terms(rules::MunicipalTerms const& terms, std::vector<Slider> const& sliders);

}  // namespace minimasim::what_if
