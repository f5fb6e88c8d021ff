#pragma once

#include <string>
#include <string_view>

#include "sim/report/language.hpp"

namespace minimasim::report {

// What people call a term of law or of a scheme: "standaardpremie". A term without a label is shown by its
// name, with spaces, so that a new scheme needs none.
std::string term_label(std::string_view section, std::string_view term, Language language);

// What people call a section of law or charges: "Kinderbijslag"; "" for a section without a label, such as a
// scheme, which has a name of its own.
std::string section_label(std::string_view section, Language language);

}  // namespace minimasim::report
