#include <cmath>
#include <limits>

#include "sim/report/figure_lookup.hpp"
#include "sim/report/html/amounts.hpp"
#include "sim/report/html/labels.hpp"
#include "sim/report/html/sections.hpp"
#include "sim/report/html/table.hpp"
#include "sim/report/messages.hpp"
#include "sim/report/pictures/interval_rows.hpp"

namespace minimasim::report::html {

namespace {

using outcomes::BudgetLine;
using outcomes::Figure;
using outcomes::PackageDescription;

constexpr double euro_per_thousand = 1000;

bool is_baseline(View const& view, PackageDescription const& package)
{
    return &package == &view.baseline();
}

// Thousands of euros, rounded as the amount is: "1.830", "0,1".
std::string thousands(Interval const& interval, double value, Language language)
{
    auto const step = rounding_step(Quantity::euro, interval);
    return number_text(rounded(value, step) / euro_per_thousand, step < euro_per_thousand ? 1 : 0, language);
}

Html thousands_cell(Interval const& interval, Language language, bool is_change)
{
    auto const step = rounding_step(Quantity::euro, interval);
    bool const rises = is_change && rounded(interval.estimate, step) > 0;
    Html cell((rises ? "+" : "") + thousands(interval, interval.estimate, language));
    if (!is_certain(Quantity::euro, interval)) {
        auto const low = thousands(interval, interval.low, language);
        auto const high = thousands(interval, interval.high, language);
        bool const is_negative = interval.low < 0;
        cell += element("small", say(is_negative ? messages::interval_below_zero : messages::interval_from_to,
                                     language, low, high));
    }
    return cell;
}

// What a municipality spends is a balance below zero.
Interval as_balance(Interval const& expenses)
{
    return {-expenses.estimate, -expenses.high, -expenses.low};
}

bool is_nothing(Figure const* figure)
{
    return figure == nullptr || (figure->estimate == 0 && figure->difference == 0 && figure->high == 0);
}

std::vector<Column> columns_of(View const& view, bool has_lines, bool is_level)
{
    std::vector<Column> columns{{view.say(messages::scheme), Setting::name}};
    if (has_lines) {
        columns.push_back({view.say(messages::task_field), Setting::name});
        columns.push_back({view.say(messages::duration), Setting::name});
    }
    columns.push_back({view.say(messages::expenses)});
    columns.push_back({view.say(messages::income)});
    columns.push_back({view.say(messages::balance)});
    columns.push_back({view.say(is_level ? messages::budgeted : messages::change_of_balance)});
    return columns;
}

TableRow row_of(View const& view, std::string const& name, Figure const& figure, bool has_lines,
                bool is_level)
{
    auto const language = view.language();
    auto const* const line = figure.scheme.empty() ? nullptr : view.budget_line(figure.scheme);
    TableRow row;
    row.is_total = figure.scheme.empty();
    row.cells.emplace_back(name);
    if (has_lines) {
        row.cells.emplace_back(line == nullptr ? "" : line->task_field + " " + line->task_field_name);
        row.cells.emplace_back(line == nullptr ? "" : duration_label(view, *line));
    }
    auto const expenses = level(figure);
    row.cells.emplace_back(thousands(expenses, expenses.estimate, language));
    row.cells.emplace_back("0");
    row.cells.push_back(thousands_cell(as_balance(expenses), language, false));
    if (!is_level) {
        row.cells.push_back(thousands_cell(as_balance(difference(figure)), language, true));
    } else if (line != nullptr && std::isfinite(line->budget_euro_per_year)) {
        row.cells.emplace_back(number_text(line->budget_euro_per_year / euro_per_thousand, 0, language));
    } else {
        row.cells.emplace_back(row.is_total ? "" : view.say(messages::no_figure));
    }
    return row;
}

Table table_of(View const& view, PackageDescription const& package)
{
    bool const is_level = is_baseline(view, package);
    bool const has_lines = !view.results().budget_lines.empty();
    Table table{view.word(package) + "-cost",
                view.say(is_level ? messages::cost_table : messages::cost_table_change),
                columns_of(view, has_lines, is_level),
                {}};
    for (auto const& scheme : view.schemes_with("cost_per_year")) {
        auto const* const figure = view.total(package.id, "cost_per_year", scheme);
        if (!is_nothing(figure)) {
            table.rows.push_back(row_of(view, view.scheme_name(scheme), *figure, has_lines, is_level));
        }
    }
    if (auto const* const total = view.total(package.id, "cost_per_year")) {
        table.rows.push_back(row_of(view, view.say(messages::total), *total, has_lines, is_level));
    }
    return table;
}

std::string picture_of(View const& view, PackageDescription const& package)
{
    bool const is_level = is_baseline(view, package);
    pictures::IntervalRows picture;
    picture.caption = view.caption(
        package, "cost", view.say(is_level ? messages::cost_picture_level : messages::cost_picture_change));
    picture.axis_name = view.say(is_level ? messages::cost_axis_level : messages::cost_axis_change);
    picture.quantity = Quantity::euro;
    picture.is_change = !is_level;
    picture.published_name = is_level ? view.say(messages::budgeted) : "";
    for (auto const& scheme : view.schemes_with("cost_per_year")) {
        auto const* const figure = view.total(package.id, "cost_per_year", scheme);
        if (figure == nullptr || (is_level ? figure->estimate : figure->difference) == 0) {
            continue;
        }
        auto row = picture_row(view, view.scheme_name(scheme), Quantity::euro,
                               is_level ? level(*figure) : difference(*figure));
        auto const* const line = view.budget_line(scheme);
        if (is_level && line != nullptr) {
            row.published = line->budget_euro_per_year;
        }
        picture.rows.push_back(row);
    }
    if (picture.rows.empty()) {
        return "";
    }
    auto const* const total = view.total(package.id, "cost_per_year");
    if (!is_level && total != nullptr) {
        auto row = picture_row(view, view.say(messages::all_together), Quantity::euro, difference(*total));
        row.published = package.has_published_cost ? package.published_cost_euro
                                                   : std::numeric_limits<double>::quiet_NaN();
        row.is_main = true;
        picture.rows.push_back(row);
    }
    return in_both_shapes(pictures::interval_rows, picture, view.language());
}

Html gross_and_net(View const& view, PackageDescription const& package)
{
    auto const* const net = view.total(package.id, "cost_per_year");
    auto const* const gross = view.total(package.id, "gross_cost_per_year");
    if (net == nullptr || gross == nullptr) {
        return {};
    }
    auto const gross_text = change_text(Quantity::euro, difference(*gross), view.language());
    auto const net_text = change_text(Quantity::euro, difference(*net), view.language());
    return gross_text == net_text ? Html()
                                  : element("p", view.say(messages::gross_and_net, gross_text, net_text));
}

}  // namespace

Html cost_section(View const& view, PackageDescription const& package)
{
    bool const is_level = is_baseline(view, package);
    auto const shown =
        figure({view.say(is_level ? messages::cost_picture_level : messages::cost_picture_change),
                view.say(is_level ? messages::cost_note_level : messages::cost_note),
                picture_of(view, package), table_of(view, package)},
               view.language());
    if (shown.is_empty()) {
        return {};
    }
    return section(view.word(package) + "-cost", 3, view.say(messages::cost_heading),
                   all({shown, is_level ? Html() : gross_and_net(view, package),
                        element("p", {{"class", "minimasim-note"}}, view.say(messages::balance_note))}));
}

}  // namespace minimasim::report::html
