#pragma once

#include <string>

#include "sim/run/law_and_policy/municipality.hpp"
#include "sim/takeup/parameters.hpp"

namespace minimasim::takeup::test {

// The shipped assumptions on behaviour; profiles as the test gives them.
inline Assumptions shipped_assumptions()
{
    Assumptions assumptions;
    assumptions.take_up = run::read_take_up(MINIMASIM_SOURCE_DIR "/data");
    return assumptions;
}

// Sets one parameter to a value that is certain.
inline void fix(Assumptions& assumptions, std::string const& parameter, double value)
{
    for (auto& assumption : assumptions.take_up) {
        if (assumption.parameter == parameter) {
            assumption.value = assumption.low = assumption.high = value;
        }
    }
}

inline population::ProfileDefinition profile_with(population::Profile profile, double trust, double reach)
{
    population::ProfileDefinition definition;
    definition.profile = profile;
    definition.trust = {trust, trust, trust};
    definition.reach = {reach, reach, reach};
    return definition;
}

}  // namespace minimasim::takeup::test
