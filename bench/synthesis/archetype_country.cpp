#include "bench/synthesis/archetype_country.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace minimasim::synthesis {
namespace {

using population::FeatureRows;
using population::Goal;

// Features: 0 households; then types, tenures, income deciles, persons by sex and age band of five years.
constexpr std::size_t type_feature = 1;
constexpr std::size_t tenure_feature = 7;
constexpr std::size_t decile_feature = 10;
constexpr std::size_t person_feature = 20;
constexpr std::size_t age_bands = 20;
constexpr std::size_t feature_count = 60;

constexpr double person_half_width = 2.5;  // persons are rounded to 5
constexpr double share_half_width = .005;  // of the households, whose shares are rounded to 1 %
constexpr long smallest_wijk = 60;

// splitmix64: the generator of reference/mdi2.cpp, so that both draw the same country.
class ReferenceRandom {
  public:
    explicit ReferenceRandom(std::uint64_t seed) : state_(seed * 0x9e3779b97f4a7c15ULL + 99) {}

    double uniform()
    {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1.0p-53;
    }

    double normal()
    {
        double const a = uniform();
        double const b = uniform();
        return std::sqrt(-2 * std::log(1 - a)) * std::cos(2 * std::numbers::pi * b);
    }

  private:
    std::uint64_t state_;
};

using Counts = std::array<float, feature_count>;

void add_person(double age_years, bool is_second_sex, Counts& counts)
{
    auto const band = static_cast<std::size_t>(std::max(0., age_years) / 5);
    counts[person_feature + is_second_sex * age_bands + std::min(band, age_bands - 1)] += 1;
}

void add_members(ReferenceRandom& random, std::size_t type, double head_age_years, Counts& counts)
{
    bool const is_second_sex = random.uniform() < .5;
    add_person(head_age_years, is_second_sex, counts);
    if (type == 1 || type == 2) {
        bool const has_other_sex = random.uniform() < .98;
        double const gap = (is_second_sex ? -2.5 : 2.5) + 4 * random.normal();
        add_person(std::clamp(head_age_years + gap, 18., 97.), is_second_sex != has_other_sex, counts);
    }
    if (type == 2 || type == 3) {
        bool const has_second = random.uniform() < (type == 2 ? .65 : .45);
        bool const has_third = random.uniform() < .2;
        for (int child = 0; child < 1 + has_second + has_third; ++child) {
            bool const is_second = random.uniform() < .49;
            double const age = head_age_years - 30 + 5 * random.normal();
            add_person(std::clamp(age, 0., 24.), is_second, counts);
        }
    }
    if (type >= 4) {
        int const others = 1 + static_cast<int>(2 * random.uniform());
        for (int other = 0; other < others; ++other) {
            bool const is_second = random.uniform() < .5;
            add_person(18 + 40 * random.uniform(), is_second, counts);
        }
    }
}

Counts draw_archetype(ReferenceRandom& random)
{
    constexpr std::array<double, 6> type_shares{.40, .28, .21, .07, .03, .01};
    constexpr std::array<double, 6> mean_age_years{55, 60, 41, 42, 45, 40};
    constexpr std::array<double, 6> age_deviation_years{20, 15, 8, 8, 8, 8};
    double u = random.uniform();
    std::size_t type = 0;
    while (type < 5 && u > type_shares[type]) {
        u -= type_shares[type];
        ++type;
    }
    double const age =
        std::clamp(mean_age_years[type] + age_deviation_years[type] * random.normal(), 19., 97.);
    double const affluence =
        random.normal() + .3 * (type == 1 || type == 2) - .4 * (type == 3) - .0006 * (age - 48) * (age - 48);
    std::size_t tenure = 0;
    if (affluence + .6 * random.normal() + .01 * (age - 45) <= .1) {
        tenure = random.uniform() < .68 ? 1 : 2;
    }
    double const rank = .5 * std::erfc(-(affluence * .8 + .5 * random.normal()) / 1.6);
    auto const decile = static_cast<std::size_t>(std::clamp(std::floor(10 * rank), 0., 9.));
    Counts counts{};
    counts[0] = 1;
    counts[type_feature + type] = 1;
    counts[tenure_feature + tenure] = 1;
    counts[decile_feature + decile] = 1;
    add_members(random, type, age, counts);
    return counts;
}

// Preferences of a wijk: every feature a little, affluence and owning together.
std::array<double, feature_count> draw_preferences(ReferenceRandom& random)
{
    std::array<double, feature_count> preference{};
    for (std::size_t j = 1; j < feature_count; ++j) {
        preference[j] = (j < person_feature ? .25 : .15) * random.normal();
    }
    double const affluence = random.normal();
    for (std::size_t decile = 0; decile < 10; ++decile) {
        preference[decile_feature + decile] += .1 * affluence * (static_cast<double>(decile) - 4.5);
    }
    preference[tenure_feature] += .4 * affluence;
    preference[tenure_feature + 1] -= .4 * affluence;
    return preference;
}

double tilt_of(FeatureRows const& rows, std::size_t archetype,
               std::array<double, feature_count> const& preference)
{
    double tilt = 0;
    for (auto z = rows.begin[archetype]; z < rows.begin[archetype + 1]; ++z) {
        tilt += preference[rows.feature[z]] * static_cast<double>(rows.count[z]);
    }
    return tilt;
}

// What is printed of a true total, and where the truth may then lie.
Goal published(std::size_t feature, double truth, double households)
{
    bool const is_person = feature >= person_feature;
    double const printed = is_person ? 5 * std::floor(truth / 5 + .5)
                                     : std::floor(100 * truth / households + .5) / 100 * households;
    double const half = is_person ? person_half_width : share_half_width * households;
    return {
        static_cast<std::uint16_t>(feature), printed, half * half / 3, printed - half, printed + half, 'F'};
}

}  // namespace

population::FitProblem draw_archetype_country(ArchetypeCountryOptions const& options)
{
    population::FitProblem problem;
    problem.feature_count = feature_count;
    ReferenceRandom catalogue(7);
    for (std::size_t k = 0; k < options.archetypes; ++k) {
        auto const counts = draw_archetype(catalogue);
        for (std::size_t j = 0; j < feature_count; ++j) {
            if (counts[j] > 0) {
                problem.rows.feature.push_back(static_cast<std::uint16_t>(j));
                problem.rows.count.push_back(counts[j]);
            }
        }
        problem.rows.begin.push_back(static_cast<std::uint32_t>(problem.rows.feature.size()));
        problem.prior.push_back(std::exp(.3 * catalogue.normal()));
    }
    ReferenceRandom random(11);
    std::vector<double> share(options.wijken);
    double total = 0;
    for (double& s : share) {
        s = std::exp(.8 * random.normal());
        total += s;
    }
    std::vector<double> cumulative(options.archetypes);
    for (std::size_t wijk = 0; wijk < options.wijken; ++wijk) {
        auto const preference = draw_preferences(random);
        double sum = 0;
        for (std::size_t k = 0; k < options.archetypes; ++k) {
            double const noise = .3 * random.normal();
            sum += problem.prior[k] * std::exp(tilt_of(problem.rows, k, preference) + noise);
            cumulative[k] = sum;
        }
        double const wanted = static_cast<double>(options.households) * share[wijk] / total;
        long const households = std::max(smallest_wijk, static_cast<long>(wanted));
        std::array<double, feature_count> truth{};
        for (long i = 0; i < households; ++i) {
            auto const found = std::upper_bound(cumulative.begin(), cumulative.end(), random.uniform() * sum);
            auto const k = std::min<std::size_t>(static_cast<std::size_t>(found - cumulative.begin()),
                                                 options.archetypes - 1);
            for (auto z = problem.rows.begin[k]; z < problem.rows.begin[k + 1]; ++z) {
                truth[problem.rows.feature[z]] += static_cast<double>(problem.rows.count[z]);
            }
        }
        population::PlaceGoals place;
        place.key = static_cast<std::uint32_t>(wijk + 1);
        auto const size = static_cast<double>(households);
        place.goals.push_back({0, size, 0, size, size, 'H'});
        for (std::size_t j = 1; j < feature_count; ++j) {
            place.goals.push_back(published(j, truth[j], size));
        }
        problem.places.push_back(std::move(place));
    }
    return problem;
}

}  // namespace minimasim::synthesis
