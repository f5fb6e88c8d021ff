#include "sim/report/html/report.hpp"

#include <set>

#include "sim/base/error.hpp"
#include "sim/report/html/answer.hpp"
#include "sim/report/html/frame.hpp"
#include "sim/report/html/sections.hpp"
#include "sim/report/html/table.hpp"
#include "sim/report/html/what_if_section.hpp"
#include "sim/report/messages.hpp"

namespace minimasim::report {

namespace html {

namespace {

using outcomes::PackageDescription;

// The package that the first screen is about: the only one besides the baseline, the baseline when there is
// no other, nothing when there are many.
PackageDescription const* main_package(View const& view)
{
    auto const packages = view.packages();
    if (packages.empty()) {
        return &view.baseline();
    }
    return packages.size() == 1 ? packages.front() : nullptr;
}

std::string main_question(View const& view, PackageDescription const* main)
{
    auto const& name = view.results().provenance.municipality_name;
    if (main == nullptr) {
        return view.say(messages::question_of_overview, name);
    }
    return main == &view.baseline() ? view.say(messages::question_of_baseline, name)
                                    : question_of(view, *main);
}

Html aside(std::string const& heading, Html const& words)
{
    return element("p", {{"class", "minimasim-aside"}}, all({element("strong", heading), " ", words}));
}

// Of the package that lowers poverty most, else of the dearest.
Html who_gains(View const& view)
{
    auto const* const strongest = strongest_package(view);
    auto const* const package = strongest != nullptr ? strongest : dearest_package(view);
    auto const words = package == nullptr ? Html() : largest_gain(view, *package);
    return words.is_empty() ? words : aside(view.say(messages::who_gains_heading), words);
}

Html limits_beside(View const& view)
{
    return aside(view.say(messages::limits_heading) + ":",
                 all({view.say(messages::limits_first), " ",
                      element("a", {{"href", "#limits"}}, view.say(messages::limits_all))}));
}

Html how_sure(View const& view)
{
    auto const replicates = std::to_string(view.results().provenance.replicates);
    return aside(view.say(messages::how_sure_heading),
                 all({view.say(messages::how_sure, replicates), " ",
                      element("a", {{"href", "#method"}}, view.say(messages::where_from))}));
}

Html packages_side_by_side(View const& view, PackageDescription const* main)
{
    auto const table = table_of_packages(view, true, view.packages().size());
    return main == nullptr ? section("packages", 2, view.say(messages::all_packages), table) : table;
}

Html first_screen(View const& view, PackageDescription const* main)
{
    bool const is_baseline = main == &view.baseline();
    auto answer = main == nullptr ? answer_of_all(view, true)
                  : is_baseline   ? answer_of_baseline(view)
                                  : answer_of_package(view, *main);
    if (main != nullptr && !is_baseline) {
        answer += aside(view.say(messages::published_heading), published_beside(view, *main));
    }
    answer += main == nullptr ? who_gains(view) : Html();
    answer += how_sure(view) + limits_beside(view);
    auto const status =
        main == nullptr ? element("p", {{"class", "minimasim-status"}}, view.say(messages::decision_several))
                        : decision_line(view, *main);
    return element("section", {{"class", "minimasim-first"}, {"id", "answer"}},
                   all({element("h1", main_question(view, main)), status,
                        main == nullptr ? Html() : text_fault_box(view, *main),
                        element("div", {{"class", "minimasim-lead"}},
                                element("div", {{"class", "minimasim-answer"}}, answer) +
                                    effect_of_packages(view, main)),
                        limits_box(view.language(), 2), packages_side_by_side(view, main)}));
}

Html link(std::string const& id, std::string const& text)
{
    return element("li", element("a", {{"href", "#" + id}}, text));
}

Html contents(View const& view, ReportForecast const* forecast, bool has_what_if, bool has_sensitivity)
{
    Html list;
    if (has_what_if) {
        list += link(what_if_id, view.say(messages::what_if_entry));
    }
    for (auto const* package : view.packages()) {
        list += link(view.word(*package), view.title(*package));
    }
    list += link(view.word(view.baseline()), view.title(view.baseline()));
    if (forecast != nullptr) {
        list += link(forecast_section_id, forecast_section_heading(view, *forecast));
    }
    if (has_sensitivity) {
        list += link("sensitivity", view.say(messages::sensitivity_heading));
    }
    list += link("published", view.say(messages::published_section_heading));
    list += link("method", view.say(messages::method_heading));
    list += link("provenance", view.say(messages::provenance_heading));
    return element("nav", {{"class", "minimasim-contents"}, {"aria-labelledby", "contents"}},
                   element("h2", {{"id", "contents"}}, view.say(messages::contents)) + element("ul", list));
}

Html back_link(View const& view)
{
    return element("p", {{"class", "minimasim-back"}},
                   element("a", {{"href", "#contents"}}, view.say(messages::back_to_contents)));
}

Html scenario_file(View const& view, PackageDescription const& package)
{
    if (package.scenario_text.empty()) {
        return {};
    }
    return element("details",
                   element("summary", view.say(messages::scenario_file)) +
                       element("pre", {{"tabindex", "0"}}, element("code", package.scenario_text)));
}

Html sources(View const& view, PackageDescription const& package)
{
    Html facts = element("dt", view.say(messages::source)) + element("dd", package.source);
    auto const& cover = view.language() == Language::english ? package.cover_en : package.cover;
    if (&package != &view.baseline()) {
        facts += element("dt", view.say(messages::cover)) +
                 element("dd", cover.empty() ? view.say(messages::no_cover) : cover);
    }
    return element("dl", {{"class", "minimasim-facts"}}, facts);
}

Html chapter(View const& view, PackageDescription const& package)
{
    bool const is_baseline = &package == &view.baseline();
    Html content = element("h2", view.title(package)) + decision_line(view, package);
    content += text_fault_box(view, package);
    auto answer = is_baseline ? answer_of_baseline(view) : answer_of_package(view, package);
    if (!is_baseline) {
        answer += aside(view.say(messages::published_heading), published_beside(view, package));
    }
    content += element("div", {{"class", "minimasim-answer"}}, answer);
    if (!is_baseline) {
        content += changes_section(view, package);
    }
    for (auto* const part : {&cost_section, &reach_section, &poverty_section, &gains_section,
                             &stacking_section, &examples_section, &curves_section, &findings_section}) {
        content += part(view, package);
    }
    if (!is_baseline) {
        content += sensitivity_of_package(view, package);
    }
    content += all({sources(view, package), scenario_file(view, package), back_link(view)});
    return element("section", {{"class", "minimasim-chapter"}, {"id", view.word(package)}}, content);
}

}  // namespace

std::string report_page(View const& view, ReportForecast const* forecast)
{
    auto const* const main = main_package(view);
    auto page = page_of(view, main_question(view, main));
    auto const what_if = what_if_section(view.results(), view.language());
    auto const sensitivity = sensitivity_section(view);
    page.main = all({first_screen(view, main), interaction_section(view),
                     contents(view, forecast, !what_if.is_empty(), !sensitivity.is_empty()), what_if});
    for (auto const* package : view.packages()) {
        page.main += chapter(view, *package);
    }
    page.main += chapter(view, view.baseline());
    if (forecast != nullptr) {
        page.main += forecast_section(view, *forecast);
    }
    page.main += all({sensitivity, published_section(view), method_section(view), provenance_section(view)});
    if (!what_if.is_empty()) {
        page.style = what_if_style();
        page.scripts.push_back({"", "", what_if_script()});
        page.runs_web_assembly = true;
    }
    return to_text(page);
}

}  // namespace html

std::vector<ReportFile> report_pages(outcomes::Results const& results, Language language,
                                     ReportForecast const* forecast)
{
    html::View const view(results, language);
    std::vector<ReportFile> files{{"report.html", html::report_page(view, forecast)},
                                  {"raadsbijlage.html", html::annex_page(view, forecast)}};
    for (auto const* package : view.packages()) {
        files.push_back(
            {"amendement-" + view.word(*package) + ".html", html::amendment_page(view, *package)});
    }
    return files;
}

void check_reportable(outcomes::Results const& results, std::filesystem::path const& file)
{
    std::vector<Problem> problems;
    auto const complain = [&](std::string const& what) { problems.push_back({file.string(), 0, what}); };
    if (results.packages.empty()) {
        complain("holds no package: there is nothing to report");
    }
    std::set<std::string> ids;
    for (auto const& package : results.packages) {
        if (package.title.empty()) {
            complain("package '" + package.id + "' has no title; a report names it by that");
        }
        if (package.id.empty() || !ids.insert(package.id).second) {
            complain("two packages have the id '" + package.id +
                     "', or one has none; figures cannot be told apart");
        }
    }
    for (auto const& figure : results.figures) {
        if (ids.count(figure.package) == 0) {
            complain("has figures of a package '" + figure.package + "' that it does not describe");
            break;
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
}

}  // namespace minimasim::report
