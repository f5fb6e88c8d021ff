#include "sim/run/propensities.hpp"

#include <cmath>
#include <limits>

#include "sim/takeup/propensity.hpp"

namespace minimasim::run {

Propensities::Propensities(Setting const& setting, Member const& member, takeup::Behaviour const& behaviour,
                           std::uint32_t replicate)
    : setting_(setting), member_(member), behaviour_(behaviour), replicate_(replicate)
{
    for (auto& column : known_) {
        column.assign(member.population.size(), std::numeric_limits<double>::quiet_NaN());
    }
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        draw_[k] = takeup::draw_of_scheme(rules::schemes[k].key);
    }
}

double Propensities::of(std::size_t scheme, std::size_t household)
{
    double& value = known_[scheme][household];
    if (std::isnan(value)) {
        auto const& population = member_.population;
        value = takeup::propensity(
            behaviour_, setting_.seed, member_.number, static_cast<std::uint32_t>(household),
            population.persons.profile[population.person_begin[household]], draw_[scheme], replicate_);
    }
    return value;
}

}  // namespace minimasim::run
