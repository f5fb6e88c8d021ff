#pragma once

#include <string>
#include <vector>

#include "sim/input/household_record.hpp"
#include "sim/report/household_trace.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

// What the trace does not know of itself.
struct HouseholdHeading {
    std::string municipality;  // its name
    std::string package;       // title of the package; "" under current policy
};

inline constexpr std::size_t household_text_width = 100;

// What one household gets, and why: a short story, then every step that concerns it, with article and terms.
std::string household_text(input::HouseholdRecord const& record, HouseholdTrace const& trace,
                           HouseholdHeading const& heading, Language language);

// The parts that a comparison of two packages (household_comparison.hpp) has as well.
std::string heading_text(input::HouseholdRecord const& record, HouseholdTrace const& trace,
                         HouseholdHeading const& heading, Language language);
std::string paragraph(std::vector<std::string> const& sentences);
std::string box_of_limits(Language language);

}  // namespace minimasim::report
