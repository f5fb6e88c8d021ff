#pragma once

#include <string>

namespace minimasim::report {

// The language of what people read; file formats are the same in both.
enum class Language { dutch, english };

inline char const* in(Language language, char const* dutch, char const* english)
{
    return language == Language::dutch ? dutch : english;
}

// Official name of a scheme in both languages; `key` as in the figures.
struct SchemeNames {
    std::string key;
    std::string dutch;
    std::string english;
};

}  // namespace minimasim::report
