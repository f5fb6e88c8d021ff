#include "sim/report/html/page.hpp"

#include <stdexcept>

#include "sim/base/base64.hpp"
#include "sim/base/digest.hpp"
#include "sim/report/messages.hpp"

namespace minimasim::embedded {

std::string_view report_style();

}  // namespace minimasim::embedded

namespace minimasim::report::html {

namespace {

constexpr char const* icon =
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath "
    "fill='%23005a66' "
    "d='M2 14V8h3v6zm4.5 0V5h3v9zM11 14V2h3v12z'/%3E%3C/svg%3E";

// A script or style sheet stands in the page as it is, so it must not end its own element.
void refuse_end_of_element(std::string_view bytes, std::string_view name)
{
    if (bytes.find("</" + std::string(name)) != std::string_view::npos ||
        bytes.find("<!--") != std::string_view::npos) {
        throw std::logic_error("a " + std::string(name) + " of the page would end before its end");
    }
}

Html raw_element(std::string_view name, Attributes const& attributes, std::string const& bytes)
{
    refuse_end_of_element(bytes, name);
    return element(name, attributes, Html::markup(bytes));
}

std::string bytes_of_hex(std::string const& hex)
{
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    }
    return bytes;
}

std::string policy_of(Page const& page, std::string const& style)
{
    std::string scripts;
    for (auto const& script : page.scripts) {
        if (script.type.empty()) {
            scripts += (scripts.empty() ? "" : " ") + policy_source(script.text);
        }
    }
    if (scripts.empty()) {
        scripts = "'none'";
    } else if (page.runs_web_assembly) {
        scripts += " 'wasm-unsafe-eval'";
    }
    return "default-src 'none'; script-src " + scripts + "; style-src " + policy_source(style) +
           "; img-src data:; base-uri 'none'; form-action 'none'";
}

Html head_of(Page const& page, std::string const& style)
{
    auto const meta = [](std::string_view name, std::string const& content) {
        return void_element("meta", {{"name", std::string(name)}, {"content", content}});
    };
    return element(
        "head",
        all({void_element("meta", {{"charset", "utf-8"}}),
             void_element("meta",
                          {{"http-equiv", "Content-Security-Policy"}, {"content", policy_of(page, style)}}),
             meta("viewport", "width=device-width, initial-scale=1"), meta("color-scheme", "light dark"),
             meta("referrer", "no-referrer"), meta("generator", "minimasim"),
             meta("description", page.description), element("title", page.title),
             void_element("link", {{"rel", "icon"}, {"href", icon}}), raw_element("style", {}, style)}));
}

Html script_of(Script const& script)
{
    Attributes attributes;
    if (!script.id.empty()) {
        attributes.push_back({"id", script.id});
    }
    if (!script.type.empty()) {
        attributes.push_back({"type", script.type});
    }
    return raw_element("script", attributes, script.text);
}

}  // namespace

std::string policy_source(std::string_view bytes)
{
    return "'sha256-" + base64(bytes_of_hex(sha256(bytes))) + "'";
}

std::string to_text(Page const& page)
{
    auto const style = std::string(embedded::report_style()) + page.style;
    auto body = element("a", {{"class", "utrecht-skip-link"}, {"href", "#main"}},
                        say(messages::skip_to_content, page.language));
    body += element("header", {{"class", "minimasim-banner"}}, page.header);
    body += element("main", {{"id", "main"}, {"class", "utrecht-html"}, {"tabindex", "-1"}}, page.main);
    body += element("footer", {{"class", "minimasim-footer"}}, page.footer);
    for (auto const& script : page.scripts) {
        body += script_of(script);
    }
    auto const language = in(page.language, "nl", "en");
    return "<!DOCTYPE html>\n" +
           element("html", {{"lang", language}},
                   head_of(page, style) +
                       element("body", {{"class", "utrecht-document " + page.body_class}}, body))
               .markup() +
           "\n";
}

}  // namespace minimasim::report::html
