#pragma once

namespace minimasim::run {

inline constexpr char const* program_version = "0.1.0";

}  // namespace minimasim::run
