#include "sim/report/html/amounts.hpp"
#include "sim/report/html/answer.hpp"
#include "sim/report/html/frame.hpp"
#include "sim/report/html/sections.hpp"
#include "sim/report/messages.hpp"

// The annex for the council and the sheet of one package, made to be printed.
namespace minimasim::report::html {

namespace {

using outcomes::PackageDescription;

constexpr char const* sheet_class = "minimasim-sheet";

Html line(View const& view, Message<0> const& name, Html const& value)
{
    return element("dt", view.say(name)) + element("dd", value);
}

}  // namespace

std::string annex_page(View const& view)
{
    auto const packages = view.packages();
    auto const* const only = packages.size() == 1 ? packages.front() : nullptr;
    auto const& name = view.results().provenance.municipality_name;
    auto page = page_of(view, view.say(messages::annex_title));
    page.body_class = sheet_class;
    auto const status =
        only == nullptr ? element("p", {{"class", "minimasim-status"}}, view.say(messages::decision_several))
                        : decision_line(view, *only);
    auto const answer = packages.empty()  ? answer_of_baseline(view)
                        : only == nullptr ? answer_of_all(view, false)
                                          : answer_of_package(view, *only);
    page.main = all(
        {element("p", {{"class", "minimasim-kicker"}}, view.say(messages::annex_title)),
         element("h1", only == nullptr ? view.say(messages::annex_heading, name) : question_of(view, *only)),
         status, only == nullptr ? Html() : text_fault_box(view, *only),
         element("div", {{"class", "minimasim-answer"}}, answer), table_of_packages(view, false),
         effect_of_packages(view, only),
         element("p", view.say(messages::how_sure, std::to_string(view.results().provenance.replicates))),
         limits_box(view.language(), 2),
         element("p", {{"class", "minimasim-note"}}, view.say(messages::in_full_report))});
    return to_text(page);
}

std::string amendment_page(View const& view, PackageDescription const& package)
{
    auto page = page_of(view, view.say(messages::amendment_title));
    page.body_class = sheet_class;
    auto const& cover = view.language() == Language::english ? package.cover_en : package.cover;
    auto const cost = difference_cell(view, view.total(package.id, "cost_per_year"));
    Html facts = line(view, messages::amendment_cost, cost);
    facts += line(view, messages::published_cost, published_beside(view, package));
    facts += line(view, messages::cover, cover.empty() ? view.say(messages::no_cover) : cover);
    if (auto const* const gaining = view.total(package.id, "gaining_households")) {
        facts += line(view, messages::gaining_households, level_cell(view, gaining));
        facts += line(view, messages::losing_households,
                      level_cell(view, view.total(package.id, "losing_households")));
    }
    facts += line(view, messages::newly_reached,
                  level_cell(view, view.total(package.id, "newly_reached_households")));
    facts += line(view, messages::no_longer_reached,
                  level_cell(view, view.total(package.id, "no_longer_reached_households")));
    facts +=
        line(view, messages::change_in_poor, difference_cell(view, view.total(package.id, "poor_persons")));
    facts += line(view, messages::source, package.source);
    page.main =
        all({element("p", {{"class", "minimasim-kicker"}}, view.say(messages::amendment_title)),
             element("h1", view.title(package)), decision_line(view, package), text_fault_box(view, package),
             element("div", {{"class", "minimasim-answer"}}, answer_of_package(view, package)),
             element("dl", {{"class", "minimasim-facts"}}, facts), limits_box(view.language(), 2, true),
             element("p", {{"class", "minimasim-note"}}, view.say(messages::in_full_report))});
    return to_text(page);
}

}  // namespace minimasim::report::html
