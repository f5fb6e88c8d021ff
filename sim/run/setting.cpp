#include "sim/run/setting.hpp"

namespace minimasim::run {

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
