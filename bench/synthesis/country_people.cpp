#include "bench/synthesis/country_people.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace minimasim::synthesis {
namespace {

// Bounds of the age groups of a head, in years.
constexpr std::array<double, 8> head_age_bounds{18, 25, 35, 45, 55, 65, 75, 97};
constexpr double oldest = 97;
constexpr double youngest_adult = 18;
constexpr double youngest_parent_gap = 15;
constexpr double oldest_minor = 17.9;
constexpr double oldest_child_at_home = 24.9;

constexpr std::uint64_t people_stream = 0x70656f706c65;
constexpr double preference_deviation = .15;  // of the log odds of a sex and age in a wijk
constexpr std::size_t candidates = 6;

Person person_of(Position position, double age_years, bool is_second_sex)
{
    auto const band = static_cast<std::size_t>(std::max(0., age_years) / 5);
    return {position, static_cast<std::uint8_t>(std::min(band, age_band_count - 1)),
            static_cast<std::uint8_t>(is_second_sex)};
}

void add_children(CountryRandom& random, bool is_couple, double parent_age_years,
                  std::vector<Person>& members)
{
    bool const has_second = random.uniform() < (is_couple ? .65 : .45);
    bool const has_third = random.uniform() < .2;
    int const children = 1 + has_second + has_third;
    for (int child = 0; child < children; ++child) {
        double const drawn = parent_age_years - 30 + 5 * random.normal();
        double const ceiling = child == 0 ? oldest_minor : oldest_child_at_home;  // the first is a minor
        double const age = std::min({drawn, ceiling, parent_age_years - youngest_parent_gap});
        members.push_back(person_of(Position::child, age, random.uniform() < .49));
    }
}

// The member households of one cell: the mean preference of a few candidates decides which is taken, so that
// a wijk with many young women has them in every household that can hold one.
std::vector<Person> draw_preferred(CountryRandom& random, Codes const& codes,
                                   std::vector<double> const& preference)
{
    std::array<std::vector<Person>, candidates> drawn;
    std::array<double, candidates> cumulative{};
    double sum = 0;
    for (std::size_t k = 0; k < candidates; ++k) {
        drawn[k] = draw_members(random, codes[household_type], codes[head_age]);
        double log_odds = 0;
        for (auto const& person : drawn[k]) {
            log_odds += preference[age_sex_index(person)];
        }
        sum += std::exp(log_odds);
        cumulative[k] = sum;
    }
    double const wanted = random.uniform() * sum;
    std::size_t chosen = 0;
    while (chosen + 1 < candidates && cumulative[chosen] <= wanted) {
        ++chosen;
    }
    return drawn[chosen];
}

}  // namespace

std::size_t age_sex_index(Person const& person)
{
    return person.sex * age_band_count + person.age_band;
}

std::size_t position_age_sex_index(Person const& person)
{
    return static_cast<std::size_t>(person.position) * age_sex_count + age_sex_index(person);
}

std::vector<Person> draw_members(CountryRandom& random, std::size_t type, std::size_t head_age_group)
{
    double const low = head_age_bounds[head_age_group];
    double const share = random.uniform();
    // Above 75 the younger are the more.
    double const within = head_age_group == 6 ? share * share : share;
    double const age = low + within * (head_age_bounds[head_age_group + 1] - low);
    bool const is_second_sex = random.uniform() < .5;
    constexpr std::array<Position, 6> head_positions{Position::alone,        Position::partner_without,
                                                     Position::partner_with, Position::lone_parent,
                                                     Position::other,        Position::other};
    std::vector<Person> members{person_of(head_positions[type], age, is_second_sex)};
    bool const is_couple = type == 1 || type == 2;
    if (is_couple) {
        double const gap = (is_second_sex ? -2.5 : 2.5) + 4 * random.normal();
        double const partner_age = std::clamp(age + gap, youngest_adult, oldest);
        bool const has_other_sex = random.uniform() < .98;
        members.push_back(person_of(head_positions[type], partner_age, is_second_sex != has_other_sex));
    }
    if (type == 2 || type == 3) {
        add_children(random, is_couple, age, members);
    }
    if (type >= 4) {
        int const others = 1 + static_cast<int>(2 * random.uniform());
        for (int other = 0; other < others; ++other) {
            double const other_age = youngest_adult + 40 * random.uniform();
            members.push_back(person_of(Position::other, other_age, random.uniform() < .5));
        }
    }
    return members;
}

People draw_people(Area const& area, std::uint64_t seed)
{
    People people;
    people.by_age_sex.assign(area.wijken, std::vector<double>(age_sex_count));
    people.by_position_age_sex.resize(position_age_sex_count);
    CountryRandom random(seed ^ people_stream);
    for (std::size_t wijk = 0; wijk < area.wijken; ++wijk) {
        std::vector<double> preference(age_sex_count);
        for (double& value : preference) {
            value = preference_deviation * random.normal();
        }
        for (std::size_t cell = 0; cell < cell_count; ++cell) {
            auto const codes = codes_of_cell(cell);
            for (std::int32_t k = 0; k < area.counts[wijk * cell_count + cell]; ++k) {
                for (auto const& person : draw_preferred(random, codes, preference)) {
                    ++people.by_age_sex[wijk][age_sex_index(person)];
                    ++people.by_position_age_sex[position_age_sex_index(person)];
                }
            }
        }
    }
    return people;
}

}  // namespace minimasim::synthesis
