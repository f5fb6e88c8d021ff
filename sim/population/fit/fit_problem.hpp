#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace minimasim::population {

// Which features an archetype has and how often (compressed rows, features in rising order): a household
// feature once, a person feature once a person.
struct FeatureRows {
    std::vector<std::uint32_t> begin{0};
    std::vector<std::uint16_t> feature;
    std::vector<float> count;

    std::size_t size() const { return begin.size() - 1; }

    // How often the archetype has the feature.
    float count_of(std::uint32_t archetype, std::uint16_t f) const
    {
        for (auto z = begin[archetype]; z < begin[archetype + 1]; ++z) {
            if (feature[z] >= f) {
                return feature[z] == f ? count[z] : 0;
            }
        }
        return 0;
    }
};

// Wanted total of one feature in one area.
struct Goal {
    std::uint16_t feature = 0;
    double target = 0;
    double variance = 0;  // of the interval it was published with; 0 = exact
    double low = 0;       // allowed interval of the total of whole households
    double high = 0;
    char evidence_class = 'H';  // H hard: exact, F firm: inside its interval, S soft: near the fit
};

// The goals of one neighbourhood; every neighbourhood has the same features in the same order, the number of
// households first.
struct PlaceGoals {
    std::uint32_t key = 0;  // address of its draws
    std::vector<Goal> goals;
};

// An interaction of attributes that no margin shows, as a source of uncertainty: log weights of its cells
// differ from the prior by normal draws: one a cell before the national tables are fitted (the expert may
// err, the tables not), one a cell for the municipality after it, and one a cell and place.
struct Interaction {
    std::vector<std::uint16_t> cell_of_archetype;
    std::uint16_t cells = 0;
    double national_deviation = 0;
    double municipal_deviation = 0;
    double place_deviation = 0;
};

// Attributes that two households of a place may exchange: codes[attribute][archetype]. Empty when archetypes
// cannot be told by their attributes alone.
struct ExchangeSpace {
    std::vector<std::vector<std::uint8_t>> codes;
};

// A population to be fitted, without meaning: archetypes, what can be counted in them, and how much of it
// there is in the places, in all of them together, and in the nation.
struct FitProblem {
    FeatureRows rows;
    std::size_t feature_count = 0;
    std::vector<double> prior;       // of each archetype; only ratios matter
    std::vector<Goal> national;      // on a million households, fitted first and alone; may be empty
    std::vector<Goal> municipality;  // over all places together; may be empty
    std::vector<PlaceGoals> places;
    std::vector<Interaction> interactions;
    // How much more often each archetype is found than the national tables say; empty = as often.
    std::vector<double> municipal_factors;
    ExchangeSpace exchange;
};

// The part of the rows that concerns some goals, with features renumbered to the place of their goal.
FeatureRows rows_of_goals(FeatureRows const& rows, std::vector<Goal> const& goals);

// The entries of both, archetype by archetype, with the features of the second after those of the first.
FeatureRows joined_rows(FeatureRows const& first, FeatureRows const& second, std::size_t features_of_first);

}  // namespace minimasim::population
