#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/report/html/element.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report::html {

// A script within the page. Without `type` it runs; with another type it is data that a script reads.
struct Script {
    std::string id;
    std::string type;
    std::string text;
};

// What a page holds besides its frame.
struct Page {
    Language language = Language::dutch;
    std::string title;
    std::string description;  // one line for search engines and archives
    std::string body_class;   // "" or what sets this page apart in the style sheet
    Html header;              // the banner
    Html main;                // with exactly one h1
    Html footer;
    std::string style;            // after the style sheet of the report
    std::vector<Script> scripts;  // at the end of the body
    bool runs_web_assembly = false;
};

// The whole page, also well-formed as XML but for what stands in scripts. It can be opened from a file, and
// its security policy forbids all but its own style sheet, its own scripts and pictures within it: nothing is
// fetched or kept.
std::string to_text(Page const& page);

// The source of a style sheet or script as a security policy names it: 'sha256-...'.
std::string policy_source(std::string_view bytes);

}  // namespace minimasim::report::html
