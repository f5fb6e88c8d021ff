#include "sim/run/take_up/take_up_effects.hpp"

#include <algorithm>
#include <cmath>

#include "sim/takeup/entitled.hpp"
#include "sim/takeup/propensity.hpp"
#include "sim/takeup/statutory_claims.hpp"

namespace minimasim::run {

namespace {

constexpr double share_won_by_letter = 0.3;
constexpr double limit_of_reform = 1.3;
constexpr std::uint32_t wave_of_prior = 3;  // waves 1 and 2 are those of history matching
constexpr std::uint32_t prior_vectors = 512;

// The entitled in the baseline, then those whom the higher limit adds.
struct Supplement {
    std::vector<takeup::EntitledHousehold> households;
    std::size_t in_baseline = 0;
    std::size_t users = 0;
};

bool works(takeup::Group group)
{
    return group == takeup::Group::work || group == takeup::Group::self_employed;
}

MemberColumns columns_of(Setting const& setting, population::Population const& population)
{
    auto const& then = setting.calibration_policy;
    takeup::Behaviour const central(setting.behaviour);
    std::vector<rules::StatutoryClaims> claims(population.size());
    for (std::size_t i = 0; i < claims.size(); ++i) {
        claims[i] = takeup::draw_statutory_claims(central, setting.seed, 0, static_cast<std::uint32_t>(i),
                                                  population.main_source[i],
                                                  population.receives_social_assistance[i] != 0);
    }
    return make_columns(population, claims, then.policy, then.date.year, setting.cells);
}

Supplement supplement_of(Setting const& setting, population::Population const& population)
{
    using Scheme = rules::income_supplement::Scheme;
    auto const columns = columns_of(setting, population);
    auto const groups = groups_of(setting, population);
    auto terms = rules::terms_of<Scheme>(setting.calibration_policy.policy.municipal);
    auto const scheme_draw = takeup::draw_of_scheme(Scheme::key);
    Supplement supplement;
    std::vector<double> amounts;
    auto const cents_at = [&](std::size_t i) {
        return Scheme::entitlement(columns.household(i), terms).cents_per_year;
    };
    auto const add = [&](std::size_t i, std::int32_t cents) {
        auto const id = static_cast<std::uint32_t>(i);
        takeup::EntitledHousehold h;
        h.own = normal_quantile(uniform(setting.seed, Stream::take_up, 0, id, 0, 0));
        h.particular = normal_quantile(uniform(setting.seed, Stream::take_up, 0, id, scheme_draw, 0));
        h.profile = population.persons.profile[population.person_begin[i]];
        h.group = groups[i];
        supplement.households.push_back(h);
        amounts.push_back(cents);
    };
    std::vector<std::uint8_t> is_in(population.size());
    for (std::size_t i = 0; i < population.size(); ++i) {
        if (auto const cents = cents_at(i); cents > 0) {
            add(i, cents);
            is_in[i] = 1;
        }
    }
    supplement.in_baseline = supplement.households.size();
    terms.income_limit_share = limit_of_reform;
    for (std::size_t i = 0; i < population.size(); ++i) {
        if (auto const cents = cents_at(i); cents > 0 && is_in[i] == 0) {
            add(i, cents);
        }
    }
    takeup::set_amounts(supplement.households, amounts);
    for (auto const& target : setting.municipality.targets) {
        if (target.scheme == Scheme::key) {
            supplement.users =
                std::min(supplement.in_baseline, static_cast<std::size_t>(std::llround(target.users)));
        }
    }
    return supplement;
}

// Extra users of both policies under one parameter vector.
std::array<double, 2> effects_under(Supplement const& supplement, takeup::Behaviour const& behaviour)
{
    std::vector<double> inclination;
    auto const& all = supplement.households;
    for (auto const& h : all) {
        inclination.push_back(takeup::inclination(h, behaviour));
    }
    auto in_baseline = std::vector(inclination.begin(),
                                   inclination.begin() + static_cast<std::ptrdiff_t>(supplement.in_baseline));
    std::sort(in_baseline.begin(), in_baseline.end(), std::greater<>());
    double const threshold = supplement.users == 0 ? HUGE_VAL : in_baseline[supplement.users - 1];
    std::array<double, 2> extra{};
    for (std::size_t i = 0; i < all.size(); ++i) {
        bool const claims = inclination[i] >= threshold;
        if (i >= supplement.in_baseline) {
            extra[0] += claims ? 1 : 0;
        } else if (!claims && works(all[i].group)) {
            extra[1] += share_won_by_letter;
        }
    }
    return extra;
}

takeup::Range range_of(std::vector<std::pair<double, double>> const& value_and_weight)
{
    return {takeup::weighted_percentile(value_and_weight, 0.05),
            takeup::weighted_percentile(value_and_weight, 0.95)};
}

// Rates of the groups as they may be: whom the limit adds claims as its group does.
std::array<takeup::EffectBounds, 2> bounds_of(Supplement const& supplement)
{
    std::array<double, takeup::group_count> entitled{};
    std::array<double, takeup::group_count> added{};
    for (std::size_t i = 0; i < supplement.households.size(); ++i) {
        auto const group = static_cast<std::size_t>(supplement.households[i].group);
        (i < supplement.in_baseline ? entitled : added)[group] += 1;
    }
    std::vector<takeup::BoundedGroup> by_limit;
    std::vector<takeup::BoundedGroup> by_letter;
    double without_baseline = 0;  // added in groups of which nobody was entitled: any rate may hold
    double reached_by_letter = 0;
    for (std::size_t g = 0; g < entitled.size(); ++g) {
        bool const at_work = works(static_cast<takeup::Group>(g));
        without_baseline += entitled[g] == 0 ? added[g] : 0;
        by_limit.push_back({entitled[g], entitled[g] == 0 ? 0 : added[g] / entitled[g]});
        by_letter.push_back({entitled[g], at_work ? -share_won_by_letter : 0});
        reached_by_letter += at_work ? share_won_by_letter * entitled[g] : 0;
    }
    auto const users = static_cast<double>(supplement.users);
    auto limit = takeup::sharp_bounds(by_limit, users);
    limit.high += without_baseline;
    auto const letter = takeup::sharp_bounds(by_letter, users);
    return {limit, {reached_by_letter + letter.low, reached_by_letter + letter.high}};
}

}  // namespace

std::array<TakeUpEffect, 2> effects_on_supplement(Setting const& setting,
                                                  population::Population const& population,
                                                  takeup::Matching const& matching)
{
    auto const supplement = supplement_of(setting, population);
    std::array<std::vector<std::pair<double, double>>, 2> prior;
    std::array<std::vector<std::pair<double, double>>, 2> plausible;
    for (std::uint32_t v = 0; v < prior_vectors; ++v) {
        auto const vector = takeup::vector_in_box(matching.prior, setting.seed, wave_of_prior, v);
        auto const effects = effects_under(supplement, takeup::Behaviour(setting.behaviour, vector));
        prior[0].emplace_back(effects[0], 1);
        prior[1].emplace_back(effects[1], 1);
    }
    for (std::size_t v = 0; v < matching.plausible.vectors().size(); ++v) {
        auto const effects =
            effects_under(supplement, takeup::Behaviour(setting.behaviour, matching.plausible.vectors()[v]));
        plausible[0].emplace_back(effects[0], matching.plausible.weight(v));
        plausible[1].emplace_back(effects[1], matching.plausible.weight(v));
    }
    auto const bounds = bounds_of(supplement);
    return {{{"limit_to_130", range_of(prior[0]), range_of(plausible[0]), bounds[0]},
             {"letter_to_workers", range_of(prior[1]), range_of(plausible[1]), bounds[1]}}};
}

}  // namespace minimasim::run
