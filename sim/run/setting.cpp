#include "sim/run/setting.hpp"

#include <algorithm>

namespace minimasim::run {

takeup::Behaviour behaviour_of(Setting const& setting, std::uint32_t replicate)
{
    replicate = setting.behaviour_replicate.value_or(replicate);
    if (!setting.draws_behaviour) {
        return takeup::Behaviour(setting.behaviour);
    }
    if (setting.plausible.is_empty()) {
        return {setting.behaviour, setting.seed, replicate};
    }
    return {setting.behaviour, setting.seed, replicate,
            setting.plausible.of_replicate(setting.seed, replicate)};
}

std::vector<takeup::Group> groups_of(Setting const& setting, population::Population const& population)
{
    double const pension_age = setting.calibration_policy.policy.law.state_pension.pension_age;
    std::vector<takeup::Group> groups(population.size());
    for (std::size_t i = 0; i < groups.size(); ++i) {
        groups[i] = takeup::group_of(population, i, pension_age);
    }
    return groups;
}

takeup::HouseholdsByShift households_on_low_income(Setting const& setting, Member const& member)
{
    constexpr std::size_t up_to_130 = 3;  // of outcomes::norm_band_names
    auto const& income =
        member.calibration.column(field_index(&rules::MunicipalHousehold::income_cents_per_month));
    auto const& norm =
        member.calibration.column(field_index(&rules::MunicipalHousehold::norm_cents_per_month));
    auto const& population = member.population;
    auto const groups = groups_of(setting, population);
    takeup::HouseholdsByShift households{};
    for (std::size_t i = 0; i < population.size(); ++i) {
        if (outcomes::norm_band(income[i], norm[i]) <= up_to_130) {
            auto const profile = population.persons.profile[population.person_begin[i]];
            ++households[static_cast<std::size_t>(profile)][static_cast<std::size_t>(groups[i])];
        }
    }
    return households;
}

bool has_published_users(Municipality const& municipality, std::size_t scheme)
{
    return std::any_of(municipality.targets.begin(), municipality.targets.end(),
                       [&](auto const& target) { return target.scheme == rules::schemes[scheme].key; });
}

std::size_t scheme_index(std::string const& key)
{
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        if (key == rules::schemes[k].key) {
            return k;
        }
    }
    return rules::scheme_count;
}

std::array<rules::CountedIn, rules::scheme_count> units_of_users(Municipality const& municipality,
                                                                 bool other_reading)
{
    auto units = rules::units_of_schemes();
    for (auto const& target : municipality.targets) {
        units[scheme_index(target.scheme)] =
            other_reading ? target.other_reading.value_or(target.counted_in) : target.counted_in;
    }
    return units;
}

}  // namespace minimasim::run
