#pragma once

#include <string>
#include <string_view>

namespace minimasim {

// Bytes as a gzip file (RFC 1952) without name or time: the same bytes for the same input.
std::string gzip(std::string_view bytes);

}  // namespace minimasim
