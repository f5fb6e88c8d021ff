#include "sim/run/take_up/take_up_matching.hpp"

#include <array>
#include <string_view>

#include "sim/base/draw.hpp"
#include "sim/base/loop.hpp"
#include "sim/rules/statutory/statutory.hpp"
#include "sim/run/households/household_view.hpp"
#include "sim/takeup/propensity.hpp"

namespace minimasim::run {

namespace {

// Sizes of the match: enough that chance stays below the discrepancy of the evidence, and done within a
// second.
constexpr std::size_t most_households = 2'500;  // of one scheme in one member
constexpr std::uint32_t vectors_of_a_wave = 512;

struct NationalScheme {
    char const* key;
    double rules::StatutoryIncome::*per_month;
    bool is_assistance;
};

constexpr std::array<NationalScheme, 4> national_schemes{{
    {"health_care_allowance", &rules::StatutoryIncome::health_care_allowance_per_month, false},
    {"rent_allowance", &rules::StatutoryIncome::rent_allowance_per_month, false},
    {"child_budget", &rules::StatutoryIncome::child_budget_per_month, false},
    {"general_assistance", &rules::StatutoryIncome::social_assistance_per_month, true},
}};

rules::StatutoryIncome everything_claimed(population::Population const& population, std::size_t household,
                                          rules::Policy const& policy, int year)
{
    auto view = view_of(population, household, policy.law, year);
    add_household_costs(view, policy.household_costs);
    view.claims.social_assistance = population.receives_social_assistance[household] != 0;
    return rules::statutory_income(view, policy.law);
}

double non_use_of_all(std::vector<takeup::Evidence> const& evidence, std::string_view scheme)
{
    for (auto const& one : evidence) {
        if (one.is_of_all() && one.scheme == scheme) {
            return one.rate;
        }
    }
    return 0;
}

// Who is entitled to each national scheme, in the order of the households, and to how much a month.
struct Entitlements {
    std::array<std::vector<std::uint32_t>, national_schemes.size()> households;
    std::array<std::vector<double>, national_schemes.size()> amounts;
};

Entitlements entitlements_of(Setting const& setting, population::Population const& population)
{
    constexpr std::size_t households_of_task = 4'096;
    auto const& then = setting.calibration_policy;
    double const pension_age = then.policy.law.state_pension.pension_age;
    auto const tasks = split_into_blocks(population.size(), households_of_task);
    auto const parts = run_in_parallel(tasks.size(), setting.threads, [&](std::size_t task) {
        Entitlements part;
        for (auto i = static_cast<std::uint32_t>(tasks[task].begin); i < tasks[task].end; ++i) {
            auto const income = everything_claimed(population, i, then.policy, then.date.year);
            bool const has_pension_age = population.persons.age[population.person_begin[i]] >= pension_age;
            for (std::size_t s = 0; s < national_schemes.size(); ++s) {
                double const amount = income.*national_schemes[s].per_month;
                if (amount > 0 && !(national_schemes[s].is_assistance && has_pension_age)) {
                    part.households[s].push_back(i);
                    part.amounts[s].push_back(amount);
                }
            }
        }
        return part;
    });
    Entitlements all;
    for (auto const& part : parts) {
        for (std::size_t s = 0; s < national_schemes.size(); ++s) {
            all.households[s].insert(all.households[s].end(), part.households[s].begin(),
                                     part.households[s].end());
            all.amounts[s].insert(all.amounts[s].end(), part.amounts[s].begin(), part.amounts[s].end());
        }
    }
    return all;
}

// Every so many households, so that at most `most` remain.
template <class Value>
void thin_out(std::vector<Value>& values, std::size_t most)
{
    std::size_t const step = (values.size() + most - 1) / most;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < values.size(); i += step) {
        values[kept++] = values[i];
    }
    values.resize(kept);
}

}  // namespace

std::vector<takeup::Entitled> entitled_to_national_schemes(Setting const& setting,
                                                           std::vector<takeup::Evidence> const& evidence,
                                                           population::Population const& population,
                                                           std::uint32_t member)
{
    double const pension_age = setting.calibration_policy.policy.law.state_pension.pension_age;
    auto entitlements = entitlements_of(setting, population);
    std::vector<takeup::Entitled> all;
    for (std::size_t s = 0; s < national_schemes.size(); ++s) {
        auto& households = entitlements.households[s];
        auto& amounts = entitlements.amounts[s];
        thin_out(households, most_households);
        thin_out(amounts, most_households);
        takeup::Entitled entitled;
        entitled.scheme = national_schemes[s].key;
        entitled.non_use = non_use_of_all(evidence, entitled.scheme);
        auto const scheme_draw = takeup::draw_of_scheme(national_schemes[s].key);
        for (std::size_t k = 0; k < households.size(); ++k) {
            auto const i = households[k];
            takeup::EntitledHousehold h;
            h.own = normal_quantile(uniform(setting.seed, Stream::take_up, member, i, 0, 0));
            h.particular = normal_quantile(uniform(setting.seed, Stream::take_up, member, i, scheme_draw, 0));
            h.profile = population.persons.profile[population.person_begin[i]];
            h.group = takeup::group_of(population, i, pension_age);
            if (national_schemes[s].is_assistance && h.group == takeup::Group::assistance) {
                // Who receives assistance does so because it claimed: no ground to expect that it claims.
                h.group = takeup::group_of(false, population.main_source[i],
                                           population.persons.age[population.person_begin[i]], pension_age);
            }
            h.has_small_amount = amounts[k] < takeup::small_amount_per_month;
            entitled.households.push_back(h);
        }
        takeup::set_amounts(entitled.households, amounts);
        all.push_back(std::move(entitled));
    }
    return all;
}

takeup::Matching match_take_up(Setting const& setting, std::vector<takeup::Evidence> const& evidence,
                               std::vector<population::Population> const& members, int threads)
{
    std::vector<std::vector<takeup::Entitled>> entitled;
    for (std::size_t m = 0; m < members.size(); ++m) {
        entitled.push_back(
            entitled_to_national_schemes(setting, evidence, members[m], static_cast<std::uint32_t>(m)));
    }
    return takeup::match_history(setting.behaviour, evidence, entitled, vectors_of_a_wave, setting.seed,
                                 threads);
}

}  // namespace minimasim::run
