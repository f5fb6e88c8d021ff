#include "bench/synthesis/modeller.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace minimasim::synthesis {
namespace {

using population::FitProblem;
using population::Goal;

constexpr double national_households = 1e6;  // the scale of national goals in the population core
constexpr double person_rounding = 5;        // counts of persons are published in fives
constexpr std::size_t fewest_variants = 2;
constexpr std::uint64_t expert_error_stream = 0x657870657274;

// Numbers of the features: households, categories, cells of published pairs, persons.
struct FeatureNumbers {
    std::vector<std::uint16_t> one_way;  // first number of each attribute
    std::vector<std::uint16_t> pairs;    // first number of each published pair
    std::uint16_t age_sex = 0;
    std::uint16_t position_age_sex = 0;
    std::uint16_t count = 0;

    FeatureNumbers()
    {
        std::size_t next = 1;
        for (auto const categories : category_count) {
            one_way.push_back(static_cast<std::uint16_t>(next));
            next += categories;
        }
        for (auto const& pair : published_pairs()) {
            pairs.push_back(static_cast<std::uint16_t>(next));
            next += size_of(pair);
        }
        age_sex = static_cast<std::uint16_t>(next);
        next += age_sex_count;
        position_age_sex = static_cast<std::uint16_t>(next);
        next += position_age_sex_count;
        count = static_cast<std::uint16_t>(next);
    }
};

population::FeatureRows rows_of(Catalogue const& catalogue, FeatureNumbers const& numbers)
{
    population::FeatureRows rows;
    for (std::size_t k = 0; k < catalogue.cells.size(); ++k) {
        auto const codes = codes_of_cell(catalogue.cells[k]);
        std::map<std::size_t, float> counts{{0, 1.F}};
        for (std::size_t d = 0; d < attribute_count; ++d) {
            counts[numbers.one_way[d] + std::size_t{codes[d]}] = 1;
        }
        for (std::size_t p = 0; p < numbers.pairs.size(); ++p) {
            counts[numbers.pairs[p] + index_in(published_pairs()[p], codes)] = 1;
        }
        if (!catalogue.members.empty()) {
            for (auto const& person : catalogue.members[k]) {
                counts[numbers.age_sex + age_sex_index(person)] += 1;
                counts[numbers.position_age_sex + position_age_sex_index(person)] += 1;
            }
        }
        for (auto const& [feature, count] : counts) {
            rows.feature.push_back(static_cast<std::uint16_t>(feature));
            rows.count.push_back(count);
        }
        rows.begin.push_back(static_cast<std::uint32_t>(rows.feature.size()));
    }
    return rows;
}

std::vector<bool> supported_features(FitProblem const& problem)
{
    std::vector<bool> has_archetype(problem.feature_count);
    for (auto const feature : problem.rows.feature) {
        has_archetype[feature] = true;
    }
    return has_archetype;
}

Goal exact(std::size_t feature, double target)
{
    return {static_cast<std::uint16_t>(feature), target, 0, target, target, 'H'};
}

// A count that was rounded: it lies anywhere within half a step of what was printed.
Goal rounded(std::size_t feature, double printed)
{
    double const half = person_rounding / 2;
    return {static_cast<std::uint16_t>(feature), printed,        half * half / 3,
            std::max(0., printed - half),        printed + half, 'F'};
}

void add_exact(std::vector<Goal>& goals, std::size_t first, std::vector<double> const& targets, double factor,
               std::vector<bool> const& supported)
{
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (supported[first + i]) {
            goals.push_back(exact(first + i, targets[i] * factor));
        }
    }
}

void add_rounded(std::vector<Goal>& goals, std::size_t first, std::vector<double> const& printed,
                 std::vector<bool> const& supported)
{
    for (std::size_t i = 0; i < printed.size(); ++i) {
        if (supported[first + i]) {
            goals.push_back(rounded(first + i, printed[i]));
        }
    }
}

double households_of(std::vector<double> const& one_way)
{
    double households = 0;
    for (std::size_t c = 0; c < category_count[household_type]; ++c) {
        households += one_way[c];
    }
    return households;
}

void add_places(Margins const& local, FeatureNumbers const& numbers, FitProblem& problem)
{
    auto const supported = supported_features(problem);
    for (std::size_t wijk = 0; wijk < local.one_way.size(); ++wijk) {
        population::PlaceGoals place;
        place.key = static_cast<std::uint32_t>(wijk + 1);
        place.goals.push_back(exact(0, households_of(local.one_way[wijk])));
        add_exact(place.goals, numbers.one_way[0], local.one_way[wijk], 1, supported);
        if (!local.age_sex.empty()) {
            add_rounded(place.goals, numbers.age_sex, local.age_sex[wijk], supported);
        }
        problem.places.push_back(std::move(place));
    }
}

population::Interaction interaction_of(Spread const& spread, Catalogue const& catalogue)
{
    auto const index = index_of_cells(spread.attributes);
    population::Interaction interaction;
    interaction.cells = static_cast<std::uint16_t>(size_of(spread.attributes));
    interaction.municipal_deviation = spread.municipal_deviation;
    interaction.place_deviation = spread.place_deviation;
    for (auto const cell : catalogue.cells) {
        interaction.cell_of_archetype.push_back(index[cell]);
    }
    return interaction;
}

population::ExchangeSpace exchange_of(Catalogue const& catalogue)
{
    population::ExchangeSpace exchange;
    exchange.codes.resize(attribute_count);
    for (auto const cell : catalogue.cells) {
        auto const codes = codes_of_cell(cell);
        for (std::size_t d = 0; d < attribute_count; ++d) {
            exchange.codes[d].push_back(codes[d]);
        }
    }
    return exchange;
}

}  // namespace

Catalogue catalogue_of_cells(std::vector<double> const& prior)
{
    Catalogue catalogue;
    for (std::size_t cell = 0; cell < cell_count; ++cell) {
        if (prior[cell] > 0) {
            catalogue.cells.push_back(static_cast<std::uint16_t>(cell));
            catalogue.prior.push_back(prior[cell]);
        }
    }
    return catalogue;
}

Catalogue catalogue_of_people(std::vector<double> const& prior, std::size_t size, std::uint64_t seed)
{
    auto const plain = catalogue_of_cells(prior);
    double const total = sum(plain.prior);
    CountryRandom random(seed);
    Catalogue catalogue;
    for (std::size_t k = 0; k < plain.cells.size(); ++k) {
        auto const codes = codes_of_cell(plain.cells[k]);
        auto const wanted = static_cast<std::size_t>(plain.prior[k] / total * static_cast<double>(size));
        auto const variants = std::max(fewest_variants, wanted);
        for (std::size_t v = 0; v < variants; ++v) {
            catalogue.cells.push_back(plain.cells[k]);
            catalogue.prior.push_back(plain.prior[k] / static_cast<double>(variants));
            catalogue.members.push_back(draw_members(random, codes[household_type], codes[head_age]));
        }
    }
    return catalogue;
}

Margins margins_of(Area const& area)
{
    Margins margins;
    for (auto const& pair : published_pairs()) {
        margins.pairs.emplace_back(size_of(pair), 0.0);
    }
    std::array<std::size_t, attribute_count + 1> first{};
    for (std::size_t d = 0; d < attribute_count; ++d) {
        first[d + 1] = first[d] + category_count[d];
    }
    for (std::size_t wijk = 0; wijk < area.wijken; ++wijk) {
        std::vector<double> one_way(first[attribute_count]);
        for (std::size_t cell = 0; cell < cell_count; ++cell) {
            double const count = area.counts[wijk * cell_count + cell];
            if (count == 0) {
                continue;
            }
            auto const codes = codes_of_cell(cell);
            for (std::size_t d = 0; d < attribute_count; ++d) {
                one_way[first[d] + codes[d]] += count;
            }
            for (std::size_t p = 0; p < margins.pairs.size(); ++p) {
                margins.pairs[p][index_in(published_pairs()[p], codes)] += count;
            }
        }
        margins.one_way.push_back(std::move(one_way));
    }
    return margins;
}

void publish_people(People const& people, Margins& margins)
{
    auto const round = [](double& count) {
        count = person_rounding * std::floor(count / person_rounding + .5);
    };
    margins.age_sex = people.by_age_sex;
    for (auto& wijk : margins.age_sex) {
        std::for_each(wijk.begin(), wijk.end(), round);
    }
    margins.position_age_sex = people.by_position_age_sex;
    std::for_each(margins.position_age_sex.begin(), margins.position_age_sex.end(), round);
}

std::vector<std::size_t> all_pairs()
{
    return all_pairs_but(published_pairs().size());
}

std::vector<std::size_t> all_pairs_but(std::size_t left_out)
{
    std::vector<std::size_t> pairs;
    for (std::size_t p = 0; p < published_pairs().size(); ++p) {
        if (p != left_out) {
            pairs.push_back(p);
        }
    }
    return pairs;
}

Catalogue with_expert_error(Catalogue catalogue, std::vector<Spread> const& spreads, std::uint64_t seed,
                            std::uint32_t member)
{
    CountryRandom random(seed ^ expert_error_stream ^ (std::uint64_t{member} << 32));
    for (auto const& spread : spreads) {
        if (spread.national_deviation == 0) {
            continue;
        }
        std::vector<double> factors(size_of(spread.attributes));
        for (double& factor : factors) {
            factor = std::exp(spread.national_deviation * random.normal());
        }
        auto const index = index_of_cells(spread.attributes);
        for (std::size_t k = 0; k < catalogue.cells.size(); ++k) {
            catalogue.prior[k] *= factors[index[catalogue.cells[k]]];
        }
    }
    return catalogue;
}

population::FitProblem make_problem(Catalogue const& catalogue, Knowledge const& knowledge)
{
    FeatureNumbers const numbers;
    FitProblem problem;
    problem.rows = rows_of(catalogue, numbers);
    problem.feature_count = numbers.count;
    problem.prior = catalogue.prior;
    auto const supported = supported_features(problem);
    auto const& local = *knowledge.local;
    if (knowledge.national != nullptr) {
        auto const& pairs = knowledge.national->pairs;
        double const factor = national_households / sum(pairs.front());
        problem.national.push_back(exact(0, national_households));
        for (std::size_t p = 0; p < pairs.size(); ++p) {
            add_exact(problem.national, numbers.pairs[p], pairs[p], factor, supported);
        }
    }
    if (!knowledge.municipal_pairs.empty()) {
        problem.municipality.push_back(exact(0, sum(local.pairs.front())));
        for (auto const p : knowledge.municipal_pairs) {
            add_exact(problem.municipality, numbers.pairs[p], local.pairs[p], 1, supported);
        }
        if (!local.position_age_sex.empty() && !catalogue.members.empty()) {
            add_rounded(problem.municipality, numbers.position_age_sex, local.position_age_sex, supported);
        }
    }
    add_places(local, numbers, problem);
    for (auto const& spread : knowledge.spreads) {
        if (spread.municipal_deviation > 0 || spread.place_deviation > 0) {
            problem.interactions.push_back(interaction_of(spread, catalogue));
        }
    }
    if (catalogue.members.empty()) {
        problem.exchange = exchange_of(catalogue);
    }
    return problem;
}

CellTable table_of_fit(Catalogue const& catalogue, population::FittedWeights const& fitted)
{
    CellTable table(fitted.places());
    std::vector<double> weights;
    for (std::size_t wijk = 0; wijk < fitted.places(); ++wijk) {
        fitted.of_place(wijk, weights);
        for (std::size_t k = 0; k < weights.size(); ++k) {
            table.at(wijk, catalogue.cells[k]) += weights[k];
        }
    }
    return table;
}

CellTable table_of_households(Catalogue const& catalogue, population::WholeHouseholds const& households)
{
    CellTable table(households.archetypes.size());
    for (std::size_t wijk = 0; wijk < households.archetypes.size(); ++wijk) {
        for (auto const archetype : households.archetypes[wijk]) {
            table.at(wijk, catalogue.cells[archetype]) += 1;
        }
    }
    return table;
}

std::vector<double> persons_of_households(Catalogue const& catalogue,
                                          population::WholeHouseholds const& households)
{
    std::vector<double> persons(position_age_sex_count);
    for (auto const& wijk : households.archetypes) {
        for (auto const archetype : wijk) {
            for (auto const& person : catalogue.members[archetype]) {
                persons[position_age_sex_index(person)] += 1;
            }
        }
    }
    return persons;
}

}  // namespace minimasim::synthesis
