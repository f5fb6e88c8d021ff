#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/input/scenario.hpp"

namespace minimasim::input {

// What a text about a package says that the model cannot say.
struct TextFault {
    enum class Kind {
        causal,  // a claim of cause and effect: "bewezen", "leidt tot", "proven", "leads to"
        amount   // an amount of money without interval, source or place in the package
    };
    Kind kind = Kind::causal;
    std::string words;  // as they stand in the text
};

// The faults of a text in Dutch or English. An amount of money is in order when it is one of `known` (a term
// or the published cost of the package), when its sentence names who published it (nota, begroting,
// rekenkamer, gepubliceerd; note, budget, audit office, published) or that it is a ceiling (hooguit, at
// most), or when it is one end of an interval
// ("tussen ... en ...", "between ... and ...").
std::vector<TextFault> faults_in(std::string_view text, std::vector<double> const& known);

// The faults of title, question and remarks of a scenario file, each with its line; `scenario` brings the
// values of what it builds on.
std::vector<Problem> text_problems(Scenario const& scenario);

}  // namespace minimasim::input
