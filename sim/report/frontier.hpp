#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/report/language.hpp"
#include "sim/report/number_text.hpp"

namespace minimasim::report {

// What a package is chosen for.
enum class Target : std::uint8_t {
    poverty_gap,  // euro a year that the poverty gap of all households together becomes smaller
    children,     // fewer poor children
    reach,        // households newly reached, less those no longer reached
};
inline constexpr std::size_t target_count = 3;
inline constexpr std::array<char const*, target_count> target_names{"poverty_gap", "children", "reach"};

// One term that a package changes.
struct TermDifference {
    std::string scheme;
    std::string term;
    std::string unit;
    double from = 0;
    double to = 0;
};

// A package of the frontier: no package that was looked at does more for the target at the same cost or less.
struct FrontierPoint {
    std::vector<TermDifference> changes;
    Interval cost;                               // above current policy, euro a year
    std::array<Interval, target_count> effects;  // compared with current policy
};

// A file of a proposal and its figures.
struct Proposal {
    std::string name;  // best-1
    FrontierPoint package;
};

// The answer to "what is the best package for this money?".
struct Frontier {
    Target target = Target::poverty_gap;
    double budget = 0;  // euro a year above current policy
    std::string municipality;
    std::string municipality_name;
    std::string date;  // law date, ISO
    std::string program_version;
    std::string data_digest;
    std::string population_digest;
    std::uint64_t seed = 0;
    std::uint32_t replicates = 0;
    std::uint32_t members = 0;
    std::uint32_t search_replicates = 0;
    std::size_t appraised = 0;               // packages that the search looked at
    std::size_t finalists = 0;               // packages that were run in all replicates
    bool is_exhausted = false;               // more money would not be spent by the terms that were turned
    std::vector<std::string> levers;         // turned
    std::vector<std::string> useless;        // levers that by themselves do nothing for the target
    std::array<Interval, target_count> now;  // under current policy; reach: nobody is newly reached
    std::vector<FrontierPoint> points;       // from cheap to costly
    std::vector<Proposal> best;  // from most effect on; each changes other terms than those before
};

// The effect on the target that was asked for.
inline Interval const& effect_of(Frontier const& frontier, FrontierPoint const& point)
{
    return point.effects[static_cast<std::size_t>(frontier.target)];
}

// "income_supplement.amount_single 349 -> 500; ..."
std::string changes_text(FrontierPoint const& point);

// What a reader is told: the question, the frontier, the proposals and what the search could not do.
std::string frontier_text(Frontier const& frontier, Language language);

// The same as one JSON document.
std::string frontier_json(Frontier const& frontier);

// A row a package of the frontier, then the proposals.
std::string frontier_csv(Frontier const& frontier);

// A proposal as a scenario that `minimasim run` takes.
std::string proposal_toml(Frontier const& frontier, Proposal const& proposal);

// The frontier drawn: effect against cost, with intervals, budget and proposals.
std::string frontier_picture(Frontier const& frontier, Language language);

}  // namespace minimasim::report
