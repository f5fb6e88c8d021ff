#include "sim/report/trace_lookup.hpp"

#include <algorithm>

namespace minimasim::report {

TracedStep const* find_step(HouseholdTrace const& trace, std::string_view name)
{
    auto const found = std::find_if(trace.steps.begin(), trace.steps.end(),
                                    [&](TracedStep const& step) { return step.name == name; });
    return found == trace.steps.end() ? nullptr : &*found;
}

double step_value(HouseholdTrace const& trace, std::string_view name)
{
    auto const* const step = find_step(trace, name);
    return step == nullptr ? 0 : step->value;
}

double answer_value(HouseholdTrace const& trace, std::string_view name)
{
    auto const found = std::find_if(trace.values.begin(), trace.values.end(),
                                    [&](TracedValue const& value) { return value.name == name; });
    return found == trace.values.end() ? 0 : found->value;
}

double margin_above_poverty_line(HouseholdTrace const& trace)
{
    return step_value(trace, "disposable_income_per_month") -
           step_value(trace, "childcare_allowance_received_per_month") -
           step_value(trace, "poverty_line_per_month");
}

}  // namespace minimasim::report
