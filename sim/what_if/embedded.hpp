#pragma once

#include <string_view>

// Files for the page that the program holds.
namespace minimasim::embedded {

// The WebAssembly module; empty where the program was built without (scripts/setup names what it takes).
std::string_view what_if_module();

// The script around it.
std::string_view what_if_engine();

}  // namespace minimasim::embedded
