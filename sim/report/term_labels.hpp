#pragma once

#include <string>
#include <string_view>

#include "sim/report/language.hpp"

namespace minimasim::report {

// What people call a term of law or of a scheme: "standaardpremie". A term without a label is shown by its
// name, with spaces, so that a new scheme needs none.
std::string term_label(std::string_view section, std::string_view term, Language language);

}  // namespace minimasim::report
