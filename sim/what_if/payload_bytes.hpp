#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/what_if/payload.hpp"

namespace minimasim::what_if {

// A payload as bytes, the same on every machine: eight bytes that name the form, the length of a description
// in four (the lowest first), the description (JSON, for the page), then the numbers. Columns stand in four
// rows of bytes, the lowest first, so that they compress well.
std::string to_bytes(Payload const& payload, std::string_view description);

// The numbers of a payload; nothing when the bytes are of another form or cut off.
std::optional<Payload> payload_of(std::string_view bytes);

// The description of a payload; nothing likewise.
std::optional<std::string_view> description_of(std::string_view bytes);

}  // namespace minimasim::what_if
