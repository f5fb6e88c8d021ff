#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "sim/base/draw.hpp"
#include "sim/run/law_and_policy/municipality.hpp"
#include "sim/run/replicate.hpp"

// A made-up municipality of a few thousand low-income households, built without the population layer. Every
// household has a cell of its own (its "neighbourhood"), so that totals can be read per household.
namespace minimasim::run::test {

inline constexpr std::size_t example_households = 3'000;

inline std::filesystem::path const source_folder = MINIMASIM_SOURCE_DIR;

inline DatedPolicy const& policy_in_force(Date date)
{
    static auto const municipality = read_municipality(source_folder / "data", "GM0106");
    static auto const terms = read_terms(source_folder / "data", "GM0106");
    static auto const then = read_policy(terms, municipality.measures, municipality.calibration_date);
    static auto const now = read_policy(terms, municipality.measures, municipality.policy_date);
    return date == municipality.calibration_date ? then : now;
}

// A whole number from low to high that belongs to a household and a purpose.
inline std::int32_t pick(std::size_t household, std::uint32_t purpose, std::int32_t low, std::int32_t high)
{
    double const u = uniform(99, Stream::amounts, 0, static_cast<std::uint32_t>(household), purpose, 0);
    return low + static_cast<std::int32_t>(u * (static_cast<double>(high) - low + 1));
}

using Values = std::array<std::vector<std::int32_t>, rules::municipal_field_count>;  // field by field

inline void put(Values& values, rules::MunicipalHousehold const& h)
{
    for (std::size_t field = 0; field < rules::municipal_field_count; ++field) {
        values[field].push_back(h.*rules::municipal_fields[field]);
    }
}

inline outcomes::Cells example_cells()
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < example_households; ++i) {
        names.push_back(std::to_string(i));
    }
    return outcomes::make_cells(names);
}

// Columns of one law: incomes `rise` per cent above those of the first.
inline MemberColumns example_columns(population::Population const& population, outcomes::Cells const& cells,
                                     std::int32_t rise)
{
    using namespace population;
    MemberColumns columns;
    columns.households = population.size();
    Values values;
    columns.poverty.resize(population.size());
    columns.cells.resize(population.size());
    for (std::size_t i = 0; i < population.size(); ++i) {
        rules::MunicipalHousehold h;
        h.is_couple = population.type[i] == HouseholdType::couple_with_children ||
                              population.type[i] == HouseholdType::couple_without_children
                          ? 1
                          : 0;
        h.adults = 1 + h.is_couple;
        h.children =
            static_cast<std::int32_t>(population.person_begin[i + 1] - population.person_begin[i]) - h.adults;
        h.is_single_parent = !h.is_couple && h.children > 0 ? 1 : 0;
        h.norm_cents_per_month = h.is_couple ? 195'600 : 136'900;
        std::int32_t const share = population.receives_social_assistance[i] ? 100 : pick(i, 1, 80, 170);
        h.income_cents_per_month = h.norm_cents_per_month / 100 * share / 100 * (100 + rise);
        if (pick(i, 2, 0, 9) == 0) {  // on a limit, a cent below or above
            h.income_cents_per_month =
                rules::income_limit_cents(pick(i, 3, 10, 15) / 10.0, h) + pick(i, 4, -1, 1);
        }
        h.disposable_cents_per_month = h.income_cents_per_month + pick(i, 5, 0, 80'000);
        h.liquid_assets_cents = pick(i, 6, 0, 3) == 0 ? pick(i, 7, 0, 3'000'000) : pick(i, 7, 0, 200'000);
        h.housing_costs_cents_per_month = pick(i, 8, 50'000, 120'000);
        h.net_rent_cents_per_month = pick(i, 9, 15'000, 60'000);
        h.net_health_premium_cents_per_month = pick(i, 10, 0, 16'000);
        h.local_taxes_cents_per_year = -1;  // laid over by each replicate
        h.years_on_low_income = population.years_on_low_income[i];
        h.youngest_adult_age = pick(i, 11, 18, 90);
        h.has_pensioner = h.youngest_adult_age >= 67 ? 1 : 0;
        h.is_student = population.main_source[i] == Source::student ? 1 : 0;
        h.is_owner = population.tenure[i] == Tenure::owner ? 1 : 0;
        h.expects_improvement = population.expects_improvement[i];
        h.net_state_pension_norm_cents_per_month = h.has_pensioner ? h.norm_cents_per_month + 15'000 : 0;
        put(values, h);
        auto& position = columns.poverty[i];
        position.line_cents_per_month = 140'000 + 30'000 * (h.adults + h.children);
        position.margin_cents_per_month = h.disposable_cents_per_month - position.line_cents_per_month;
        position.health_premium_cents_per_month = 15'700 * h.adults;
        position.passes_wealth_test = h.liquid_assets_cents < 1'800'000;
        columns.cells[i] = outcomes::cells_of(
            cells, i, population.persons.profile[population.person_begin[i]], population.type[i],
            outcomes::norm_band(h.income_cents_per_month, h.norm_cents_per_month), population.main_source[i],
            static_cast<std::size_t>(pick(i, 12, 0, 9)));
    }
    for (std::size_t field = 0; field < values.size(); ++field) {
        columns.fields[field] = std::make_shared<PackedColumn const>(values[field]);
    }
    return columns;
}

inline population::Population example_population()
{
    using namespace population;
    Population all;
    all.person_begin.push_back(0);
    for (std::size_t i = 0; i < example_households; ++i) {
        auto const type = static_cast<HouseholdType>(pick(i, 20, 0, 3));
        bool const is_couple =
            type == HouseholdType::couple_with_children || type == HouseholdType::couple_without_children;
        bool const has_children =
            type == HouseholdType::couple_with_children || type == HouseholdType::single_parent;
        int const persons = 1 + (is_couple ? 1 : 0) + (has_children ? pick(i, 21, 1, 4) : 0);
        for (int p = 0; p < persons; ++p) {
            all.persons.age.push_back(40);
            all.persons.profile.push_back(static_cast<Profile>(pick(i, 22, 0, 8)));
        }
        all.person_begin.push_back(static_cast<std::uint32_t>(all.persons.age.size()));
        all.neighbourhood.push_back(0);
        all.type.push_back(type);
        all.tenure.push_back(static_cast<Tenure>(pick(i, 23, 0, 2)));
        all.main_source.push_back(static_cast<Source>(pick(i, 24, 0, 7)));
        all.woz_value_euro.push_back(pick(i, 25, 100'000, 400'000));
        all.years_on_low_income.push_back(static_cast<std::uint8_t>(pick(i, 26, 0, 8)));
        all.expects_improvement.push_back(pick(i, 27, 0, 3) == 0 ? 1 : 0);
        all.receives_social_assistance.push_back(all.main_source.back() == Source::social_assistance ? 1 : 0);
        all.has_problem_debts.push_back(i % 12 == 0 ? 1 : 0);
    }
    return all;
}

// Two laws: [0] in force, [1] with incomes five per cent higher.
inline Member const& example_member()
{
    static Member const member = [] {
        auto const cells = example_cells();
        Member made;
        made.number = 3;
        made.population = example_population();
        made.calibration = example_columns(made.population, cells, -4);
        made.by_law = {example_columns(made.population, cells, 0),
                       example_columns(made.population, cells, 5)};
        return made;
    }();
    return member;
}

inline Package package_of(std::string const& id, DatedPolicy policy)
{
    Package package;
    package.id = id;
    package.policy = std::move(policy);
    return package;
}

// A setting with the baseline alone: shipped policy, targets to the size of the example.
inline Setting example_setting()
{
    Setting setting;
    setting.municipality = read_municipality(source_folder / "data", "GM0106");
    for (auto& target : setting.municipality.targets) {
        target.users = std::floor(target.users / 6);
    }
    setting.calibration_policy = policy_in_force(setting.municipality.calibration_date);
    setting.packages = {package_of("baseline", policy_in_force(setting.municipality.policy_date))};
    setting.behaviour.take_up = read_take_up(source_folder / "data");
    for (auto& assumption :
         setting.behaviour.take_up) {  // so that some recipients of assistance do not claim
        if (assumption.parameter == "shift_assistance") {
            assumption.value = assumption.low = assumption.high = 0;
        }
    }
    for (int i = 0; i + 1 < population::profile_count; ++i) {
        population::ProfileDefinition profile;
        profile.profile = static_cast<population::Profile>(i);
        profile.trust = {0.1 * i + 0.1, 0.1 * i, 0.1 * i + 0.2};
        profile.reach = {0.8 - 0.1 * i, 0.7 - 0.1 * i, 0.9 - 0.1 * i};
        setting.behaviour.profiles.push_back(profile);
    }
    setting.cells = example_cells();
    setting.counted_in = units_of_users(setting.municipality, false);
    return setting;
}

// Adds a shipped package.
inline void add_shipped(Setting& setting, std::string const& id)
{
    auto const folder = source_folder / "scenarios";
    auto const scenario = input::read_scenario(folder / (id + ".toml"), folder);
    auto package =
        package_of(id, apply_package(setting.packages[0].policy, setting.municipality.measures, scenario));
    package.take_up = scenario.take_up;
    package.ex_officio = scenario.ex_officio;
    setting.packages.push_back(package);
}

// Adds a package made of changes.
inline void add_package(Setting& setting, std::string const& id,
                        std::vector<input::TermChange> const& changes)
{
    input::Scenario scenario;
    scenario.own.id = id;
    scenario.changes = changes;
    setting.packages.push_back(
        package_of(id, apply_package(setting.packages[0].policy, setting.municipality.measures, scenario)));
}

inline input::TermChange change(std::string const& scheme, std::string const& term, double value)
{
    return {scheme, term, value, std::nullopt, {}};
}

}  // namespace minimasim::run::test
