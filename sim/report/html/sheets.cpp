#include "sim/report/figure_lookup.hpp"
#include "sim/report/html/amounts.hpp"
#include "sim/report/html/answer.hpp"
#include "sim/report/html/forecast_section.hpp"
#include "sim/report/html/frame.hpp"
#include "sim/report/html/sections.hpp"
#include "sim/report/html/table.hpp"
#include "sim/report/messages.hpp"

// The annex for the council and the sheet of one package, made to be printed.
namespace minimasim::report::html {

namespace {

using outcomes::PackageDescription;

constexpr char const* sheet_class = "minimasim-sheet";

// What fits on the first of the two pages of an annex.
constexpr std::size_t most_packages = 16;

Html line(View const& view, Message<0> const& name, Html const& value)
{
    return element("dt", view.say(name)) + element("dd", value);
}

// Cost and reach of one package, each with its interval.
Table table_of_sheet(View const& view, PackageDescription const& package)
{
    struct Line {
        char const* outcome;
        Message<0> const& name;
        bool is_change;
    };
    constexpr Line lines[] = {
        {"cost_per_year", messages::extra_cost_per_year, true},
        {"gaining_households", messages::gaining_households, false},
        {"losing_households", messages::losing_households, false},
        {"newly_reached_households", messages::who_gains, false},
        {"no_longer_reached_households", messages::who_loses, false},
        {"poor_persons", messages::change_in_poor, true},
    };
    Table table{"sheet",
                view.say(messages::amendment_table),
                {{view.say(messages::measure), Setting::words},
                 {view.say(messages::expected)},
                 {view.say(messages::interval)}},
                {}};
    for (auto const& line : lines) {
        auto const* const figure = view.total(package.id, line.outcome);
        if (figure == nullptr) {
            continue;
        }
        auto const quantity = quantity_of(figure->unit);
        auto const value = line.is_change ? difference(*figure) : level(*figure);
        table.rows.push_back(
            {{view.say(line.name),
              line.is_change ? difference_text(view, quantity, value) : level_text(view, quantity, value),
              range_label(view, quantity, value, line.is_change)},
             false});
    }
    return table;
}

}  // namespace

std::string annex_page(View const& view, ReportForecast const* forecast)
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
         element("div", {{"class", "minimasim-answer"}}, answer),
         table_of_packages(view, false, most_packages), effect_of_packages(view, only),
         forecast == nullptr ? Html() : forecast_in_brief(view, *forecast),
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
    Html facts = line(view, messages::published_cost, published_beside(view, package));
    facts += line(view, messages::cover, cover.empty() ? view.say(messages::no_cover) : cover);
    facts += line(view, messages::source, package.source);
    page.main =
        all({element("p", {{"class", "minimasim-kicker"}}, view.say(messages::amendment_title)),
             element("h1", view.title(package)), decision_line(view, package), text_fault_box(view, package),
             element("div", {{"class", "minimasim-answer"}}, answer_of_package(view, package)),
             html::table(table_of_sheet(view, package)), element("dl", {{"class", "minimasim-facts"}}, facts),
             limits_box(view.language(), 2, true),
             element("p", {{"class", "minimasim-note"}}, view.say(messages::in_full_report))});
    return to_text(page);
}

}  // namespace minimasim::report::html
