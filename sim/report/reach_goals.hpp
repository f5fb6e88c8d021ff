#pragma once

#include <string>
#include <vector>

#include "sim/forecast/results.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

// The goals for the reach of a scheme under one package, in the year of the goal or the last one; nullptr
// where the policy has no such goal, or a reading says nothing of the scheme.
struct ReachReadings {
    forecast::ReachOutcome const* relative = nullptr;
    forecast::ReachOutcome const* points = nullptr;

    forecast::ReachOutcome const& any() const { return relative != nullptr ? *relative : *points; }
};

// One scheme for a reader: a line, whatever the number of packages and readings.
struct ReachRow {
    std::string scheme;
    std::vector<ReachReadings> packages;  // those of reach_packages, in their order
};

// Current policy and the packages that a short table shows.
std::vector<std::string> reach_packages(forecast::Forecast const& forecast);

// Every scheme with a goal, in the order of the goals. They point into the forecast, which must outlive them.
std::vector<ReachRow> reach_rows(forecast::Forecast const& forecast);

std::string scheme_name(std::string const& key, Language language);

// "62 %", "–" for no number.
std::string reach_text(double share, Language language);

// Both readings of a chance, and of the level that a goal leads to: "kans 12 % / 0 %", "75 % / 85 %"; "kan
// niet" and "boven 100 %" where a rise would take more than everybody, "–" without a goal. Once where both
// are the same words.
std::string reach_chances_text(ReachReadings const& readings, Language language);
std::string reach_targets_text(ReachReadings const& readings, Language language);

// What a reader has to know of these goals, in a few sentences.
std::string reach_note(forecast::Forecast const& forecast, Language language);

}  // namespace minimasim::report
