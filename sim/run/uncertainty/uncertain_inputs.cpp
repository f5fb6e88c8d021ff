#include "sim/run/uncertainty/uncertain_inputs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace minimasim::run {

std::vector<UncertainInput> uncertain_inputs(Setting const& setting)
{
    std::vector<UncertainInput> inputs;
    auto const& terms = setting.municipality.uncertain_terms;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        inputs.push_back({terms[i].scheme + "." + terms[i].term, terms[i].low, terms[i].high, true, i});
    }
    auto const& parameters = setting.behaviour.take_up;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        auto const& name = parameters[i].parameter;
        auto const& matched = takeup::matched_parameters;
        std::size_t const scheme = scheme_index(name);
        bool const is_assumed_share =
            scheme < rules::scheme_count && !has_published_users(setting.municipality, scheme);
        if (is_assumed_share || std::find(matched.begin(), matched.end(), name) != matched.end()) {
            inputs.push_back({"take_up." + name, parameters[i].low, parameters[i].high, false, i});
        }
    }
    return inputs;
}

Setting with_inputs(Setting const& setting, std::vector<UncertainInput> const& inputs,
                    std::vector<double> const& places)
{
    Setting fixed = setting;
    fixed.draws_behaviour = false;
    fixed.term_places.assign(setting.municipality.uncertain_terms.size(),
                             std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        auto const& input = inputs[i];
        if (input.is_term) {
            fixed.term_places[input.place] = places[i];
        } else if (!std::isnan(places[i])) {
            fixed.behaviour.take_up[input.place].value = input.low + places[i] * (input.high - input.low);
        }
    }
    return fixed;
}

}  // namespace minimasim::run
