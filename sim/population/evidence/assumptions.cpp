#include "sim/population/evidence/assumptions.hpp"

#include "sim/base/draw.hpp"
#include "sim/base/error.hpp"

namespace minimasim::population {

std::uint32_t number_of_name(std::string_view name)
{
    std::uint32_t hash = 2166136261U;  // FNV-1a
    for (char const c : name) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return hash;
}

UncertaintySource source_of_section(std::string_view section)
{
    if (section == "institutions" || section == "errors") {
        return UncertaintySource::published_rounding;
    }
    if (section == "composition" || section == "source" || section == "tenure" || section == "interactions") {
        return UncertaintySource::unpublished_interactions;
    }
    if (section == "profiles" || section == "profile_wording") {
        return UncertaintySource::profile_wording;
    }
    return UncertaintySource::amounts;
}

AssumedValues::AssumedValues(std::vector<Assumption> const& assumptions, EnsembleMember const& member)
{
    for (auto const& a : assumptions) {
        std::string const name = a.section + "." + a.parameter;
        std::uint32_t const number = member.of(source_of_section(a.section));
        double value = a.value;
        if (number > 0) {
            double const u = uniform(member.seed, Stream::assumption, number, number_of_name(name), 0, 0);
            value = a.low + (a.high - a.low) * u;
        }
        values_.emplace(name, value);
    }
}

double AssumedValues::operator()(std::string_view name) const
{
    auto const found = values_.find(std::string(name));
    if (found == values_.end()) {
        throw ModelError("data/assumptions/population.csv holds no parameter " + std::string(name) +
                         ", which the builder of the population needs");
    }
    return found->second;
}

}  // namespace minimasim::population
