#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sim/population/evidence/uncertainty_sources.hpp"

namespace minimasim::population {

// An estimated parameter of the builder: a central value, an interval, and the reason for both.
struct Assumption {
    std::string section;
    std::string parameter;
    double value = 0;
    double low = 0;
    double high = 0;
    std::string unit;
    std::string status;
    std::string source;
    std::string file;
    int line = 0;
};

// A number for a name, as the address of its draws.
std::uint32_t number_of_name(std::string_view name);

// The source of uncertainty that the sections of data/assumptions/population.csv belong to.
UncertaintySource source_of_section(std::string_view section);

// The values that one member of the ensemble uses: member 0 the central values, every other member a uniform
// draw from each interval, addressed by the name of the parameter, so that a new one leaves the others as
// they were. Parameters of a source that is switched off keep their central value.
class AssumedValues {
  public:
    AssumedValues(std::vector<Assumption> const& assumptions, EnsembleMember const& member);

    // The value of "section.parameter"; throws ModelError when data/assumptions does not hold it.
    double operator()(std::string_view name) const;

  private:
    std::unordered_map<std::string, double> values_;
};

}  // namespace minimasim::population
