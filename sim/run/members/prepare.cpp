#include "sim/run/members/prepare.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <numeric>

#include "sim/base/loop.hpp"
#include "sim/population/uprate.hpp"
#include "sim/report/population_file.hpp"
#include "sim/run/members/member_rows.hpp"
#include "sim/run/streaming/streaming.hpp"
#include "sim/takeup/statutory_claims.hpp"

namespace minimasim::run {

std::vector<rules::StatutoryClaims> claims_of_member(Setting const& setting, Member const& member)
{
    takeup::Behaviour const central(setting.behaviour);
    std::vector<rules::StatutoryClaims> claims(member.population.size());
    for (std::size_t i = 0; i < claims.size(); ++i) {
        claims[i] = takeup::draw_statutory_claims(central, setting.seed, member.number, member.number_of(i),
                                                  member.population.main_source[i],
                                                  member.population.receives_social_assistance[i] != 0);
    }
    return claims;
}

Setting setting_of(Workspace const& workspace, RunOptions const& options)
{
    Setting setting;
    setting.seed = options.seed;
    setting.block_size = options.block_size;
    setting.threads = options.threads;
    setting.municipality = workspace.municipality;
    setting.behaviour = workspace.behaviour;
    setting.draws_behaviour = options.sources.varies(population::UncertaintySource::take_up);
    setting.counted_in = units_of_users(workspace.municipality, options.other_reading);
    setting.cells = outcomes::make_cells(neighbourhood_names(workspace.evidence));
    setting.calibration_policy = read_policy(workspace.terms, workspace.municipality.measures,
                                             workspace.municipality.calibration_date);
    return setting;
}

namespace {

// The bits of every term that statutory income follows from: what lies between terms in memory says nothing,
// and a term that is not known (NaN) is the same as itself.
std::vector<std::uint64_t> bits_of_law(rules::Policy const& policy)
{
    std::vector<std::uint64_t> bits{policy.law.rent_allowance_has_2026_form};
    auto const add = [&](char const*, auto const& terms, auto const& fields) {
        for (auto const& field : fields) {
            bits.push_back(std::bit_cast<std::uint64_t>(static_cast<double>(field.of(terms))));
        }
    };
    rules::for_each_section(policy.law, add);
    add("", policy.household_costs, rules::household_costs_fields);
    return bits;
}

}  // namespace

bool has_same_law(rules::Policy const& a, rules::Policy const& b)
{
    return bits_of_law(a) == bits_of_law(b);
}

Member prepare_member(Setting const& setting, Workspace const& workspace, population::Population population,
                      std::uint32_t number, std::uint32_t first_household)
{
    Member member;
    member.number = number;
    member.population = std::move(population);
    if (first_household > 0) {
        member.household_numbers.resize(member.population.size());
        std::iota(member.household_numbers.begin(), member.household_numbers.end(), first_household);
    }
    auto const& then = setting.calibration_policy;
    auto const claims = claims_of_member(setting, member);
    member.calibration =
        make_columns(member.population, claims, then.policy, then.date.year, setting.cells, setting.threads);
    add_laws(setting, workspace, claims, member);
    member.facts = facts_of(setting, member);
    return member;
}

void add_laws(Setting const& setting, Workspace const& workspace, Member& member)
{
    add_laws(setting, workspace, claims_of_member(setting, member), member);
}

void add_laws(Setting const& setting, Workspace const& workspace,
              std::vector<rules::StatutoryClaims> const& claims, Member& member)
{
    auto const factors =
        population::factors_between(workspace.evidence, price_level, setting.packages[0].policy.date);
    auto const uprated = population::uprated(member.population, factors);
    std::size_t laws = 0;
    for (auto const& package : setting.packages) {
        if (package.law_index == laws) {
            if (laws >= member.by_law.size()) {
                member.by_law.push_back(make_columns(uprated, claims, package.policy.policy,
                                                     package.policy.date.year, setting.cells,
                                                     setting.threads));
            }
            ++laws;
        }
    }
    settle_deciles(setting.cells, member);
    share_columns(member);
}

void settle_deciles(outcomes::Cells const& cells, Member& member)
{
    if (!member.by_law[0].income_steps.empty()) {
        member.income_steps = std::move(member.by_law[0].income_steps);
    }
    outcomes::IncomeCounts counts;
    counts.add(member.income_steps);
    auto const limits = counts.limits();
    auto const settle = [&](MemberColumns& columns) {
        columns.income_steps = {};
        outcomes::set_deciles(outcomes::first_decile(cells), limits, member.income_steps, columns.cells);
    };
    settle(member.calibration);
    for (auto& columns : member.by_law) {
        settle(columns);
    }
}

population::Population population_of(Ensemble const& ensemble, RunOptions const& options,
                                     std::uint32_t number)
{
    return options.population_file.empty() ? ensemble.member(number)
                                           : report::read_population(options.population_file);
}

std::vector<population::Population> members_to_match(Ensemble const& ensemble, RunOptions const& options)
{
    constexpr std::uint32_t enough = 3;
    constexpr std::size_t most_matched = std::size_t{1} << 18;  // households, far more than are matched
    if (!options.population_file.empty()) {
        return {sample_of(report::PopulationFile(options.population_file), most_matched)};
    }
    auto const members = std::min({options.members, options.replicates, enough});
    return run_in_parallel(members, options.threads, [&](std::size_t number) {
        return ensemble.member(static_cast<std::uint32_t>(number));
    });
}

}  // namespace minimasim::run
