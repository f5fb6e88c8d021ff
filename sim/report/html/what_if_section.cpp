#include "sim/report/html/what_if_section.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "sim/base/base64.hpp"
#include "sim/base/gzip.hpp"
#include "sim/report/html/what_if_texts.hpp"
#include "sim/report/messages/what_if.hpp"
#include "sim/what_if/embedded.hpp"

// Files of the folder assets, put in by sim/CMakeLists.txt.
namespace minimasim::embedded {

std::string_view what_if_style();
std::string_view what_if_numbers();
std::string_view what_if_controls();
std::string_view what_if_results();
std::string_view what_if_page();

}  // namespace minimasim::embedded

namespace minimasim::report::html {

namespace {

// How many times the page draws who uses a scheme.
constexpr int what_if_replicates = 20;

Html text_of(Message<0> const& message, Language language)
{
    return Html(message.text(language));
}

// A place that the script fills.
Attribute place(char const* name)
{
    return {"data-place", name};
}

Html choice_of_package(Language language)
{
    return element(
        "div", {{"class", "utrecht-form-field what-if-presets"}},
        all({element("label", {{"class", "utrecht-form-label"}, {"for", "what-if-preset"}},
                     text_of(messages::what_if_preset, language)),
             element("select", {{"class", "utrecht-select"}, {"id", "what-if-preset"}, place("preset")}),
             element("button",
                     {{"type", "button"},
                      {"class", "utrecht-button utrecht-button--secondary-action"},
                      place("reset")},
                     text_of(messages::what_if_reset, language))}));
}

Html quick_controls(Language language)
{
    return element("fieldset", {{"class", "utrecht-form-fieldset what-if-quick"}, place("quick")},
                   element("legend", {{"class", "utrecht-form-fieldset__legend"}},
                           text_of(messages::what_if_quick, language)));
}

Html outcome(Language language)
{
    return element(
        "div", {{"class", "what-if-outcome"}},
        all({element("h3", {{"class", "utrecht-heading-3"}, {"id", "what-if-outcome"}},
                     text_of(messages::what_if_outcome, language)),
             element("p", {{"class", "what-if-subject"}, {"id", "what-if-changes"}},
                     text_of(messages::what_if_changes, language)),
             element("ul", {{"class", "utrecht-unordered-list what-if-changes"},
                            {"aria-labelledby", "what-if-changes"},
                            place("changes")}),
             element("p", {{"class", "what-if-published"}, place("published")}),
             element("div", {place("totals")}), element("p", {{"class", "what-if-time"}, place("time")})}));
}

Html folded(Message<0> const& title, Language language, Html const& content)
{
    return element("details", {{"class", "what-if-scheme"}},
                   all({element("summary", text_of(title, language)), content}));
}

Html all_controls(Language language)
{
    return element(
        "div", {{"class", "what-if-all"}},
        all({element("h3", {{"class", "utrecht-heading-3"}}, text_of(messages::what_if_per_scheme, language)),
             element("div", {place("per_scheme")})}));
}

Html exactness(Language language)
{
    return element("div", {{"class", "utrecht-form-field utrecht-form-field--checkbox what-if-box"}},
                   all({void_element("input", {{"type", "checkbox"},
                                               {"class", "utrecht-checkbox"},
                                               {"id", "what-if-exact"},
                                               place("exact")}),
                        element("label", {{"class", "utrecht-form-label"}, {"for", "what-if-exact"}},
                                text_of(messages::what_if_exact, language))}));
}

Html button(char const* name, Message<0> const& text, Language language)
{
    return element(
        "button",
        {{"type", "button"}, {"class", "utrecht-button utrecht-button--primary-action"}, place(name)},
        text_of(text, language));
}

Html scenario_file(Language language)
{
    auto const command =
        std::string("minimasim run ") + std::string(messages::what_if_file_name.text(language));
    return element(
        "div", {{"class", "what-if-file"}},
        all({element("h3", {{"class", "utrecht-heading-3"}}, text_of(messages::what_if_file, language)),
             element("p", {{"class", "utrecht-paragraph"}},
                     all({text_of(messages::what_if_file_use, language), Html(" "), element("code", command),
                          Html(".")})),
             element("label", {{"class", "utrecht-form-label"}, {"for", "what-if-file"}},
                     text_of(messages::what_if_file_text, language)),
             element("textarea", {{"class", "utrecht-textarea"},
                                  {"id", "what-if-file"},
                                  {"rows", "8"},
                                  {"readonly", ""},
                                  {"spellcheck", "false"},
                                  place("file")}),
             element("p", {{"class", "what-if-buttons"}},
                     all({button("copy", messages::what_if_copy, language), Html(" "),
                          button("save", messages::what_if_save, language)})),
             element("p", {{"role", "status"}, place("copied")})}));
}

Html what_is_left_out(Language language)
{
    return element(
        "div",
        all({element("h3", {{"class", "utrecht-heading-3"}}, text_of(messages::what_if_leaves_out, language)),
             element("ul", {{"class", "utrecht-unordered-list"}, place("leaves_out")})}));
}

// Bytes that the script reads, gzip-compressed; they run nothing.
Html data_block(char const* id, std::string_view bytes)
{
    return element("script", {{"type", "application/octet-stream"}, {"id", id}}, Html::markup(base64(bytes)));
}

// The texts of the script as JSON, in which no tag can begin.
Html texts(Language language)
{
    auto object = nlohmann::json::object();
    for (auto const& text : what_if_script_texts) {
        object[std::string(text.key)] = language == Language::dutch ? text.dutch : text.english;
    }
    std::string markup;
    for (char const letter : object.dump()) {
        markup += letter == '<' ? "\\u003c" : std::string(1, letter);
    }
    return element("script", {{"type", "application/json"}, {"id", "what-if-texts"}}, Html::markup(markup));
}

}  // namespace

Html what_if_section(outcomes::Results const& results, Language language)
{
    if (results.what_if.empty() || embedded::what_if_module().empty()) {
        return {};
    }
    auto const& provenance = results.provenance;
    auto const introduction =
        all({element("h2", {{"class", "utrecht-heading-2"}, {"id", "what-if-title"}},
                     text_of(messages::what_if_title, language)),
             element("p", {{"class", "utrecht-paragraph"}},
                     sentence(messages::what_if_introduction, language, provenance.municipality_name)),
             element("noscript", element("p", {{"class", "utrecht-alert utrecht-alert--warning"}},
                                         text_of(messages::what_if_unavailable, language))),
             element("p", {{"id", "what-if-status"}, {"role", "status"}})});
    auto const page =
        element("div", {{"id", "what-if-page"}, {"hidden", ""}},
                all({element("p", {{"class", "utrecht-alert utrecht-alert--info what-if-warning"}},
                             sentence(messages::what_if_warning, language, std::to_string(what_if_replicates),
                                      std::to_string(provenance.members))),
                     choice_of_package(language),
                     element("div", {{"class", "what-if-columns"}},
                             all({quick_controls(language), outcome(language), all_controls(language)})),
                     element("div", {place("structural"), {"hidden", ""}}),
                     folded(messages::what_if_more, language, element("div", {place("more")})),
                     exactness(language), what_is_left_out(language), scenario_file(language),
                     element("p", {{"class", "what-if-spoken"}, {"aria-live", "polite"}, place("spoken")})}));
    return element("section", {{"id", what_if_id}, {"aria-labelledby", "what-if-title"}},
                   all({introduction, page, texts(language),
                        data_block("what-if-module", gzip(embedded::what_if_module())),
                        data_block("what-if-data", results.what_if)}));
}

std::string what_if_style()
{
    return std::string(embedded::what_if_style());
}

std::string what_if_script()
{
    std::string script = "(() => {\n\"use strict\";\n";
    for (auto const part : {embedded::what_if_numbers(), embedded::what_if_controls(),
                            embedded::what_if_results(), embedded::what_if_page()}) {
        script += part;
    }
    return std::string(embedded::what_if_engine()) + script + "})();\n";
}

}  // namespace minimasim::report::html
