#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/base/date.hpp"

namespace minimasim {

// Reads an ISO day (2025-07-01); nothing when the text is not an existing day.
std::optional<Date> parse_date(std::string_view text);

// Writes an ISO day.
std::string to_text(Date const& date);

}  // namespace minimasim
