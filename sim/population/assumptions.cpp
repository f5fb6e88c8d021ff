#include "sim/population/assumptions.hpp"

#include "sim/base/draw.hpp"
#include "sim/base/error.hpp"

namespace minimasim::population {

AssumedValues::AssumedValues(std::vector<Assumption> const& assumptions, std::uint64_t seed,
                             std::uint32_t member)
{
    std::uint32_t index = 0;
    for (auto const& a : assumptions) {
        double value = a.value;
        if (member > 0) {
            value = a.low + (a.high - a.low) * uniform(seed, Stream::assumption, member, index, 0, 0);
        }
        values_.emplace(a.section + "." + a.parameter, value);
        ++index;
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
