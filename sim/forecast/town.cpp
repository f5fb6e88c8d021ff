#include "sim/forecast/town.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "sim/forecast/economy.hpp"

namespace minimasim::forecast {

namespace {

using population::HouseholdType;
using population::Population;
using population::Profile;

constexpr std::size_t buffer_count = 3;
constexpr std::size_t kind_count = 3;  // with children, pensioners, others
constexpr std::size_t factor_count = 5;
constexpr int fitting_rounds = 60;      // the margins then hold to well below a household
constexpr double largest_share = 0.8;   // of a cell with problem debts: its odds stay finite
constexpr int youngest_for_youth = 18;  // ages of the municipality's approach to debts of the young
constexpr int oldest_for_youth = 27;

using Cell = std::array<std::uint16_t, factor_count>;  // category of every factor

bool has_children(Population const& p, std::size_t i)
{
    return p.type[i] == HouseholdType::couple_with_children || p.type[i] == HouseholdType::single_parent;
}

std::uint16_t buffer_of(std::int32_t liquid_assets_cents, Terms const& terms)
{
    double const euro = liquid_assets_cents / 100.0;
    return euro < terms.small_buffer ? 0 : euro < terms.large_buffer ? 1 : 2;
}

Cell cell_of(Population const& p, std::size_t i, Terms const& terms)
{
    bool const is_pensioner = p.main_source[i] == population::Source::pension;
    return {p.neighbourhood[i], static_cast<std::uint16_t>(p.income_class[i]),
            buffer_of(p.liquid_assets_cents[i], terms),
            static_cast<std::uint16_t>(has_children(p, i) ? 0
                                       : is_pensioner     ? 1
                                                          : 2),
            static_cast<std::uint16_t>(p.persons.profile[p.person_begin[i]])};
}

std::size_t index_of(Cell const& cell)
{
    std::size_t index = cell[0];
    index = index * population::income_class_count + cell[1];
    index = index * buffer_count + cell[2];
    index = index * kind_count + cell[3];
    return index * population::profile_count + cell[4];
}

Cell cell_at(std::size_t index)
{
    constexpr std::array<std::size_t, factor_count> categories{
        0, population::income_class_count, buffer_count, kind_count, population::profile_count};
    Cell cell{};
    for (std::size_t factor = factor_count - 1; factor > 0; --factor) {
        cell[factor] = static_cast<std::uint16_t>(index % categories[factor]);
        index /= categories[factor];
    }
    cell[0] = static_cast<std::uint16_t>(index);
    return cell;
}

// Study grants and households without income are moved as benefits are.
IncomeKind income_kind_of(population::Source source)
{
    switch (source) {
        case population::Source::employee:
        case population::Source::self_employed:
            return IncomeKind::work;
        case population::Source::pension:
            return IncomeKind::pension;
        default:
            return IncomeKind::benefit;
    }
}

// Households that share all factors.
struct Group {
    Cell cell{};
    std::int64_t households = 0;
    std::int64_t with_debts = 0;
    double share = 0;  // fitted
};

// Scales the risk of every category of one factor so that its households with problem debts are met.
void fit_factor(std::size_t factor, std::size_t categories, std::vector<Group>& groups)
{
    std::vector<double> expected(categories);
    std::vector<std::int64_t> observed(categories);
    for (auto const& group : groups) {
        expected[group.cell[factor]] += static_cast<double>(group.households) * group.share;
        observed[group.cell[factor]] += group.with_debts;
    }
    for (auto& group : groups) {
        auto const category = group.cell[factor];
        if (expected[category] > 0) {
            group.share = std::min(group.share * static_cast<double>(observed[category]) / expected[category],
                                   largest_share);
        }
    }
}

// Odds of every cell, by its index.
std::vector<double> fitted_odds(std::vector<std::uint32_t> const& kinds,
                                std::vector<std::uint8_t> const& has_problem_debts,
                                std::size_t neighbourhoods)
{
    std::array<std::size_t, factor_count> const categories{
        neighbourhoods, population::income_class_count, buffer_count, kind_count, population::profile_count};
    auto const all =
        std::accumulate(categories.begin(), categories.end(), std::size_t{1}, std::multiplies<>{});
    std::vector<Group> groups(all);
    for (std::size_t index = 0; index < all; ++index) {
        groups[index].cell = cell_at(index);
        groups[index].share = largest_share / 2;  // any start will do: it is scaled
    }
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        auto& group = groups[kinds[i]];
        ++group.households;
        group.with_debts += has_problem_debts[i];
    }
    for (int round = 0; round < fitting_rounds; ++round) {
        for (std::size_t factor = 0; factor < factor_count; ++factor) {
            fit_factor(factor, categories[factor], groups);
        }
    }
    std::vector<double> odds;
    for (auto const& group : groups) {
        odds.push_back(group.share / (1 - group.share));
    }
    odds.push_back(0);  // of nobody
    return odds;
}

}  // namespace

std::vector<std::int32_t> Town::households_by_neighbourhood() const
{
    std::vector<std::int32_t> households(neighbourhoods);
    for (std::size_t i = 0; i < size(); ++i) {
        households[neighbourhood[i]] += is_here(i);
    }
    return households;
}

std::vector<std::int32_t> Town::households_by_profile() const
{
    std::vector<std::int32_t> households(population::profile_count);
    for (std::size_t i = 0; i < size(); ++i) {
        if (is_here(i)) {
            ++households[profile_of_kind(kind[i])];
        }
    }
    return households;
}

std::size_t profile_of_kind(std::uint32_t kind)
{
    return kind % population::profile_count;  // the last factor of a cell
}

void resize(Traits& traits, std::size_t places)
{
    traits.kind.resize(places);
    for (auto* const column : {&traits.has_children, &traits.is_tenant, &traits.is_hard_to_reach,
                               &traits.is_known, &traits.is_young, &traits.income_kind}) {
        column->resize(places);
    }
}

void set_traits(Population const& p, std::size_t i, Terms const& terms, Traits& traits, std::size_t place)
{
    auto const claimant = p.person_begin[i];
    auto const profile = p.persons.profile[claimant];
    int const age = p.persons.age[claimant];
    traits.kind[place] = static_cast<std::uint32_t>(index_of(cell_of(p, i, terms)));
    traits.has_children[place] = has_children(p, i);
    traits.is_tenant[place] = p.tenure[i] != population::Tenure::owner;
    traits.is_hard_to_reach[place] = profile == Profile::green || profile == Profile::pink;
    traits.is_known[place] = p.receives_social_assistance[i];
    traits.income_kind[place] = static_cast<std::uint8_t>(income_kind_of(p.main_source[i]));
    traits.is_young[place] = age >= youngest_for_youth && age <= oldest_for_youth;
}

Town town_of(Population const& p, Terms const& terms, std::vector<std::uint32_t> number)
{
    Town town;
    town.member = p.member;
    town.number = std::move(number);
    if (town.number.empty()) {
        town.number.resize(p.size());
        std::iota(town.number.begin(), town.number.end(), 0U);
    }
    town.neighbourhood = p.neighbourhood;
    town.has_problem_debts = p.has_problem_debts;
    resize(town, p.size());
    for (std::size_t i = 0; i < p.size(); ++i) {
        set_traits(p, i, terms, town, i);
        town.is_up_to_social_minimum.push_back(p.income_class[i] == population::IncomeClass::up_to_100);
        town.neighbourhoods = std::max<std::size_t>(town.neighbourhoods, p.neighbourhood[i] + 1U);
    }
    town.odds_of_kind = fitted_odds(town.kind, p.has_problem_debts, town.neighbourhoods);
    town.nobody = static_cast<std::uint32_t>(town.odds_of_kind.size() - 1);
    return town;
}

}  // namespace minimasim::forecast
