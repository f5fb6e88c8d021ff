#include "sim/run/setting.hpp"

namespace minimasim::run {

std::array<std::int64_t, population::profile_count> profiles_on_low_income(Member const& member)
{
    constexpr std::size_t up_to_130 = 3;  // of outcomes::norm_band_names
    auto const income =
        member.calibration.column(field_index(&rules::MunicipalHousehold::income_cents_per_month));
    auto const norm =
        member.calibration.column(field_index(&rules::MunicipalHousehold::norm_cents_per_month));
    auto const& population = member.population;
    std::array<std::int64_t, population::profile_count> households{};
    for (std::size_t i = 0; i < population.size(); ++i) {
        if (outcomes::norm_band(income[i], norm[i]) <= up_to_130) {
            ++households[static_cast<std::size_t>(population.persons.profile[population.person_begin[i]])];
        }
    }
    return households;
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
