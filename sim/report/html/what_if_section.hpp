#pragma once

#include <string>

#include "sim/outcomes/results.hpp"
#include "sim/report/html/element.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report::html {

// Id of the section in which the reader makes a package, for links to it.
inline constexpr char const* what_if_id = "what-if";

// The section with its texts, the rules as a WebAssembly module and the households they are applied to.
// Without households in the results, nothing.
Html what_if_section(outcomes::Results const& results, Language language);

// The style sheet and the script of the section, for the page to put in and to name by its digest.
std::string what_if_style();
std::string what_if_script();

}  // namespace minimasim::report::html
