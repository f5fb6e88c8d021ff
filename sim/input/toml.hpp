#pragma once

#include <filesystem>
#include <string>

// toml++ stops the program on some malformed files (`x = [1,}` in builds with assertions). Turned into an
// exception, the fault is reported like any other. Headers only, so that this holds whatever way the package
// was built.
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#define TOML_ASSERT(condition) \
    ((condition) ? static_cast<void>(0) : ::minimasim::input::toml_fault(#condition))

namespace minimasim::input {
[[noreturn]] void toml_fault(char const* condition);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#include <toml++/toml.h>
#pragma GCC diagnostic pop

namespace minimasim::input {

// What a TOML file was meant to be, for messages.
struct MeantFile {
    char const* name = "a scenario file";
    char const* length = "a scenario is a page of text";
};

// Reads a TOML file; throws InputError with file and line when it is missing, too large (1 MB), or no TOML.
toml::table read_toml(std::filesystem::path const& file, std::string& text, MeantFile meant = {});

// The same from text; `name` stands in messages.
toml::table parse_toml(std::string const& text, std::string const& name);

}  // namespace minimasim::input
