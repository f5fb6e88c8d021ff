#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/run/simulate.hpp"

namespace minimasim::run {

// The difference between the cost the policy note prints for an option and the model's, worked out in parts
// that add up: volume (how many are paid), price (what each is paid), year, and what is left unexplained.
struct OptionDifference {
    std::string key;      // of data/figures.csv
    std::string package;  // id
    double published = 0;
    double model = 0;
    double volume = 0;
    double price = 0;
    double year = 0;
    double unexplained = 0;
    std::string text;
};

// Published figures by the key of data/figures.csv.
using PublishedFigures = std::map<std::string, double>;

// For the three options of "de lat hoger" that the model works out. Options whose package was not run are
// left out.
std::vector<OptionDifference> option_differences(Simulation const& simulation,
                                                 PublishedFigures const& published);

}  // namespace minimasim::run
