#include "sim/population/fit/municipal_patterns.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>

#include "sim/base/draw.hpp"
#include "sim/population/fit/features.hpp"
#include "sim/population/reconciliation/reconcile.hpp"

namespace minimasim::population {

namespace {

// Adults up to which a municipality is small, of middle size, and large.
constexpr std::array<double, 3> size_limits{15'000, 40'000, 100'000};
constexpr int sweeps = 50;  // of ages and types in turn; the ratios then stand still to the sixth digit
constexpr double half_a_person = 0.5;                  // keeps the log of an empty cell finite
constexpr std::uint32_t pattern_key = 0xFFFFFFFD;      // address of the draw, which no place has
constexpr std::size_t fewest_like_municipalities = 2;  // one alone would be no spread

std::size_t size_class(double adults)
{
    return static_cast<std::size_t>(
        std::count_if(size_limits.begin(), size_limits.end(), [&](double limit) { return adults >= limit; }));
}

// Residents of 20 and over of the municipality that is built, latest year.
double adults_of(Evidence const& evidence)
{
    double adults = 0;
    for (auto const& group : {"20-24", "25-44", "45-64", "65-79", "80+"}) {
        adults += evidence.cell(evidence.municipality, "residents", "age", group).value;
    }
    return adults;
}

std::vector<double> nation_without(std::vector<MunicipalPositions> const& all, std::string const& left_out)
{
    std::vector<double> nation(position_cell_count, 0.0);
    for (auto const& other : all) {
        if (other.municipality != left_out) {
            std::transform(nation.begin(), nation.end(), other.persons.begin(), nation.begin(),
                           std::plus<>());
        }
    }
    return nation;
}

// Scales some cells to the wanted sum of them.
void scale_to(std::vector<double> const& wanted, std::vector<double>& persons,
              std::vector<std::size_t> const& cells)
{
    double sum = 0;
    double target = 0;
    for (auto const c : cells) {
        sum += persons[c];
        target += wanted[c];
    }
    double const factor = sum > 0 ? target / sum : 0;
    for (auto const c : cells) {
        persons[c] *= factor;
    }
}

// The cells of each age, then those of each position; children at home and other members together.
std::vector<std::vector<std::size_t>> known_margins()
{
    std::vector<std::vector<std::size_t>> margins(five_year_count + position_count - 1);
    for (int p = 0; p < position_count; ++p) {
        auto const position = static_cast<Position>(p);
        int const column = position == Position::other_member ? static_cast<int>(Position::child_at_home) : p;
        for (int f = 0; f < five_year_count; ++f) {
            auto const cell = position_cell(position, f);
            margins[static_cast<std::size_t>(f)].push_back(cell);
            margins[static_cast<std::size_t>(five_year_count + column)].push_back(cell);
        }
    }
    return margins;
}

// The nation's persons, fitted to the ages and to the types of household of a municipality.
std::vector<double> expected_persons(std::vector<double> nation, std::vector<double> const& persons)
{
    auto const margins = known_margins();
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        for (auto const& cells : margins) {
            scale_to(persons, nation, cells);
        }
    }
    return nation;
}

// Rare ages are counted with their neighbours.
std::vector<double> merged(std::vector<double> const& persons)
{
    std::vector<double> bands(position_cell_count, 0.0);
    for (int p = 0; p < position_count; ++p) {
        auto const position = static_cast<Position>(p);
        for (int f = 0; f < five_year_count; ++f) {
            bands[position_cell(position, position_band(position, f))] += persons[position_cell(position, f)];
        }
    }
    return bands;
}

}  // namespace

std::vector<MunicipalPositions const*> municipalities_of_like_size(std::vector<MunicipalPositions> const& all,
                                                                   std::string const& left_out, double adults)
{
    std::vector<MunicipalPositions const*> like;
    for (auto const& other : all) {
        if (other.municipality != left_out && size_class(other.adults()) == size_class(adults)) {
            like.push_back(&other);
        }
    }
    return like;
}

std::vector<PositionPattern> patterns_of(std::vector<MunicipalPositions> const& all,
                                         std::string const& left_out,
                                         std::vector<MunicipalPositions const*> const& some)
{
    auto const nation = nation_without(all, left_out);
    std::vector<PositionPattern> patterns;
    std::vector<double> squares(position_cell_count, 0.0);
    std::vector<double> chance(position_cell_count,
                               0.0);  // a count of n is off by 1 / n in the variance of its log
    for (auto const* municipality : some) {
        auto const persons = merged(municipality->persons);
        auto const expected = merged(expected_persons(nation, municipality->persons));
        patterns.emplace_back(position_cell_count, 0.0);
        for (std::size_t c = 0; c < position_cell_count; ++c) {
            double const ratio = std::log((persons[c] + half_a_person) / (expected[c] + half_a_person));
            patterns.back()[c] = ratio;
            squares[c] += ratio * ratio;
            chance[c] += 1 / (expected[c] + half_a_person);
        }
    }
    for (auto& pattern : patterns) {
        for (std::size_t c = 0; c < position_cell_count; ++c) {
            pattern[c] *= squares[c] > chance[c] ? std::sqrt(1 - chance[c] / squares[c]) : 0;
        }
    }
    return patterns;
}

PositionPattern pattern_of_member(Evidence const& evidence, EnsembleMember const& member)
{
    auto const& all = evidence.municipal_positions;
    auto const like = municipalities_of_like_size(all, evidence.municipality, adults_of(evidence));
    if (like.size() < fewest_like_municipalities) {
        return PositionPattern(position_cell_count, 0.0);
    }
    double const u = uniform(member.seed, Stream::interaction,
                             member.of(UncertaintySource::unpublished_interactions), pattern_key, 0, 0);
    auto const drawn = static_cast<std::size_t>(u * static_cast<double>(like.size()));
    return patterns_of(all, evidence.municipality, like)[drawn];
}

std::vector<double> factors_of_pattern(PositionPattern const& pattern,
                                       std::vector<Archetype> const& archetypes)
{
    std::vector<double> factors;
    factors.reserve(archetypes.size());
    for (auto const& household : archetypes) {
        double children = 0;
        double heads = 0;
        double others = 0;
        int head_count = 0;
        int other_count = 0;
        for (auto const& m : household) {
            auto const position = position_of(household, m);
            double const ratio =
                pattern[position_cell(position, position_band(position, five_year_group(m.age)))];
            if (position == Position::child_at_home) {
                children += ratio;
            } else if (position == Position::other_member) {
                others += ratio;
                ++other_count;
            } else {
                heads += ratio;
                ++head_count;
            }
        }
        factors.push_back(
            std::exp(children + heads / std::max(head_count, 1) + others / std::max(other_count, 1)));
    }
    return factors;
}

}  // namespace minimasim::population
