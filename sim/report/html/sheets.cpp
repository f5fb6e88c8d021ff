#include "sim/report/html/amounts.hpp"
#include "sim/report/html/answer.hpp"
#include "sim/report/html/frame.hpp"
#include "sim/report/html/sections.hpp"
#include "sim/report/html/table.hpp"
#include "sim/report/messages.hpp"

// The annex for the council and the sheet of one package, made to be printed.
namespace minimasim::report::html {

namespace {

using outcomes::PackageDescription;

constexpr char const* sheet_class = "minimasim-sheet";

// The table of the packages of the annex; `rows` of them at most, for two pages of paper.
constexpr std::size_t most_packages = 16;

Html annex_table(View const& view)
{
    Table table{"packages",
                view.say(messages::table_of_packages),
                {{view.say(messages::package), Setting::words},
                 {view.say(messages::extra_cost_per_year)},
                 {view.say(messages::published_cost)},
                 {view.say(messages::who_gains)},
                 {view.say(messages::change_in_poor)}},
                {}};
    for (auto const* package : view.packages()) {
        if (table.rows.size() == most_packages) {
            break;
        }
        table.rows.push_back(
            {{view.title(*package), difference_cell(view, view.total(package->id, "cost_per_year")),
              package->has_published_cost ? exact_euro_text(package->published_cost_euro, view.language())
                                          : view.say(messages::no_figure),
              level_cell(view, view.total(package->id, "newly_reached_households")),
              difference_cell(view, view.total(package->id, "poor_persons"))},
             false});
    }
    return table.rows.empty() ? Html() : html::table(table);
}

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
         element("div", {{"class", "minimasim-answer"}}, answer), annex_table(view),
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
