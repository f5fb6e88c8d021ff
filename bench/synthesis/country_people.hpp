#pragma once

#include <cstdint>
#include <vector>

#include "bench/synthesis/country_random.hpp"
#include "bench/synthesis/test_country.hpp"

namespace minimasim::synthesis {

// Place of a person in the household, as population statistics count it.
enum class Position : std::uint8_t { child, alone, partner_without, partner_with, lone_parent, other };

inline constexpr std::size_t position_count = 6;
inline constexpr std::size_t age_band_count = 20;  // of five years, the last open
inline constexpr std::size_t sex_count = 2;

struct Person {
    Position position = Position::other;
    std::uint8_t age_band = 0;
    std::uint8_t sex = 0;
};

inline constexpr std::size_t age_sex_count = sex_count * age_band_count;
inline constexpr std::size_t position_age_sex_count = position_count * age_sex_count;

// Where a person counts in persons by sex x age, and by position x sex x age.
std::size_t age_sex_index(Person const& person);
std::size_t position_age_sex_index(Person const& person);

// Members of a household of this type with a head in this age group, the head first.
std::vector<Person> draw_members(CountryRandom& random, std::size_t type, std::size_t head_age_group);

// The persons of an area: each wijk prefers some ages and sexes to others, as it does types and tenures.
struct People {
    std::vector<std::vector<double>> by_age_sex;  // wijk x (sex x age)
    std::vector<double> by_position_age_sex;      // of the area
};

People draw_people(Area const& area, std::uint64_t seed);

}  // namespace minimasim::synthesis
