#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "sim/population/population.hpp"

namespace minimasim::forecast {

// Processes that go by age.
enum class AgeProcess : std::uint8_t {
    death,
    birth,
    leaving_home,
    separation,
    couple,
    move_out,
    end_of_study,
    early_pension
};
inline constexpr std::size_t age_process_count = 8;
inline constexpr int oldest_age = 110;  // nobody is older

// Chances a year by process, sex and age in whole years.
class DemographicRates {
  public:
    double operator()(AgeProcess process, population::Sex sex, int age) const;

    // Sets the chances of one process and sex from those at some ages, rising: between them in a line
    // (deaths: a line of logarithms), outside them those of the nearest, but nothing below the first age.
    struct AtAge {
        int age = 0;
        double chance = 0;
    };
    void set(AgeProcess process, population::Sex sex, std::vector<AtAge> const& ages);

  private:
    std::array<std::array<std::array<double, oldest_age + 1>, 2>, age_process_count> chances_{};
};

// Reads data/dynamics/demographic_rates.csv (process, sex: man, woman or both, age, value, status, source).
// Throws InputError, all problems together: an unknown process or sex, a chance outside 0..1, ages that do
// not rise, a process without rates.
DemographicRates read_demographic_rates(std::filesystem::path const& file);

// Residents on 1 January, relative to the first year of the forecast, as a path.
struct PopulationPath {
    int first_year = 0;
    std::vector<std::array<double, 2>> low_and_high;  // persons, by year

    // Persons in a year with the path at a place between low (0) and high (1).
    double persons(int year, double position) const;
};

// Reads population_path.csv of a municipality (year, low, mid, high, status, source). Throws InputError, all
// problems together: a year that is missing between two others or up to `until`, a middle outside its
// interval, a number of persons that is not positive.
PopulationPath read_population_path(std::filesystem::path const& file, int from, int until);

}  // namespace minimasim::forecast
