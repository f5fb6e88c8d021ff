#include <array>
#include <map>

#include "sim/report/figure_lookup.hpp"
#include "sim/report/html/amounts.hpp"
#include "sim/report/html/labels.hpp"
#include "sim/report/html/sections.hpp"
#include "sim/report/html/table.hpp"
#include "sim/report/messages.hpp"
#include "sim/report/pictures/interval_rows.hpp"
#include "sim/report/pictures/neighbourhood_map.hpp"
#include "sim/report/pictures/reach_bars.hpp"

// Reach by group: of current policy entitlement and use added over schemes, of a package who receives another
// scheme.
namespace minimasim::report::html {

namespace {

using outcomes::Figure;
using outcomes::PackageDescription;

constexpr std::array<std::string_view, 4> breakdowns{"household_type", "norm_band", "profile",
                                                     "neighbourhood"};

// A cell of a breakdown with what a package does in it.
struct Moves {
    std::string cell;
    Figure const* newly_entitled = nullptr;
    Figure const* newly_reached = nullptr;
    Figure const* no_longer_entitled = nullptr;
    Figure const* no_longer_reached = nullptr;
};

std::vector<Moves> moves_of(View const& view, PackageDescription const& package, std::string_view breakdown)
{
    std::vector<Moves> rows;
    auto const add = [&](std::string_view outcome, Figure const* Moves::*member) {
        for (auto const* figure : view.cells(package.id, outcome, "", breakdown)) {
            auto row = rows.begin();
            while (row != rows.end() && row->cell != figure->cell) {
                ++row;
            }
            if (row == rows.end()) {
                row = rows.insert(row, Moves{figure->cell, nullptr, nullptr, nullptr, nullptr});
            }
            (*row).*member = figure;
        }
    };
    add("newly_entitled_households", &Moves::newly_entitled);
    add("newly_reached_households", &Moves::newly_reached);
    add("no_longer_entitled_households", &Moves::no_longer_entitled);
    add("no_longer_reached_households", &Moves::no_longer_reached);
    return rows;
}

Interval level_or_zero(Figure const* figure)
{
    return figure == nullptr ? Interval{} : level(*figure);
}

bool has_something(std::vector<Moves> const& rows)
{
    for (auto const& row : rows) {
        for (auto const* figure :
             {row.newly_entitled, row.newly_reached, row.no_longer_entitled, row.no_longer_reached}) {
            if (figure != nullptr && figure->estimate >= smallest_published_count) {
                return true;
            }
        }
    }
    return false;
}

std::string caption_by(View const& view, Message<1> const& message, std::string_view breakdown)
{
    auto label = breakdown_label(view, breakdown);
    if (!label.empty() && label[0] >= 'A' && label[0] <= 'Z') {
        label[0] = static_cast<char>(label[0] - 'A' + 'a');
    }
    return view.say(message, label);
}

Table table_of_moves(View const& view, PackageDescription const& package, std::string_view breakdown,
                     std::vector<Moves> const& rows)
{
    Table table{view.word(package) + "-" + std::string(breakdown),
                caption_by(view, messages::newly_reached_by, breakdown),
                {{breakdown_label(view, breakdown), Setting::name},
                 {view.say(messages::newly_entitled)},
                 {view.say(messages::newly_reached)},
                 {view.say(messages::no_longer_entitled)},
                 {view.say(messages::no_longer_reached)}},
                {}};
    for (auto const& row : rows) {
        auto const cell = [&](Figure const* figure) {
            return level_cell(view, Quantity::count, level_or_zero(figure));
        };
        table.rows.push_back(
            {{cell_label(view, breakdown, row.cell), cell(row.newly_entitled), cell(row.newly_reached),
              cell(row.no_longer_entitled), cell(row.no_longer_reached)},
             false});
    }
    return table;
}

std::string picture_of_moves(View const& view, PackageDescription const& package, std::string_view breakdown,
                             std::vector<Moves> const& rows)
{
    pictures::IntervalRows picture;
    picture.caption =
        view.caption(package, short_word(breakdown), caption_by(view, messages::newly_reached_by, breakdown));
    picture.caption.shape = pictures::Shape::narrow;
    picture.axis_name = view.say(messages::households);
    for (auto const& row : rows) {
        picture.rows.push_back(picture_row(view, cell_label(view, breakdown, row.cell), Quantity::count,
                                           level_or_zero(row.newly_reached)));
    }
    return pictures::interval_rows(picture, view.language());
}

// The name of a neighbourhood in the results is its name, in the borders also its code.
std::string map_of(View const& view, PackageDescription const& package, std::string const& title,
                   Quantity quantity, std::string const& value_name,
                   std::vector<std::pair<std::string, Interval>> const& values)
{
    if (view.results().borders.empty()) {
        return "";
    }
    pictures::NeighbourhoodMap map;
    map.caption = view.caption(package, "map", title);
    map.caption.shape = pictures::Shape::narrow;
    map.value_name = value_name;
    map.quantity = quantity;
    map.borders = view.results().borders;
    for (auto const& [name, value] : values) {
        map.areas.push_back(
            {name, name, for_picture(quantity, value), note_for_picture(view, quantity, value)});
    }
    return map.areas.empty() ? "" : pictures::neighbourhood_map(map, view.language());
}

Html group_of_package(View const& view, PackageDescription const& package, std::string_view breakdown)
{
    auto const rows = moves_of(view, package, breakdown);
    if (!has_something(rows)) {
        return {};
    }
    auto const caption = caption_by(view, messages::newly_reached_by, breakdown);
    std::string picture;
    std::string note;
    if (breakdown == "neighbourhood" && view.draws_everything(package)) {
        std::vector<std::pair<std::string, Interval>> values;
        for (auto const& row : rows) {
            values.emplace_back(row.cell, level_or_zero(row.newly_reached));
        }
        picture = map_of(view, package, caption, Quantity::count, view.say(messages::households), values);
        note = view.say(messages::map_without_borders_note);
    }
    if (picture.empty() && view.draws_everything(package)) {
        picture = picture_of_moves(view, package, breakdown, rows);
    }
    return figure({caption, note, picture, table_of_moves(view, package, breakdown, rows)}, view.language());
}

// Entitled and users of a cell, added over schemes.
struct Use {
    double entitled = 0;
    double users = 0;
};

std::vector<std::pair<std::string, Use>> use_by(View const& view, PackageDescription const& package,
                                                std::string_view breakdown)
{
    std::vector<std::pair<std::string, Use>> rows;
    auto const add = [&](std::string_view outcome, std::string_view scheme, double Use::*member) {
        for (auto const* figure : view.cells(package.id, outcome, scheme, breakdown)) {
            auto row = rows.begin();
            while (row != rows.end() && row->first != figure->cell) {
                ++row;
            }
            if (row == rows.end()) {
                row = rows.insert(row, {figure->cell, Use{}});
            }
            row->second.*member += figure->estimate;
        }
    };
    for (auto const& scheme : view.schemes_with("entitled_households")) {
        add("entitled_households", scheme, &Use::entitled);
        add("recipients_households", scheme, &Use::users);
    }
    return rows;
}

Interval certain(double value)
{
    return {value, value, value};
}

Html group_of_baseline(View const& view, std::string_view breakdown)
{
    auto const& package = view.baseline();
    auto const rows = use_by(view, package, breakdown);
    auto const caption = caption_by(view, messages::reach_group_table, breakdown);
    Table table{view.word(package) + "-" + std::string(breakdown),
                caption,
                {{breakdown_label(view, breakdown), Setting::name},
                 {view.say(messages::entitled)},
                 {view.say(messages::users)},
                 {view.say(messages::non_users)},
                 {view.say(messages::take_up)}},
                {}};
    pictures::ReachBars bars;
    bars.caption = view.caption(package, short_word(breakdown), caption);
    bars.caption.shape = pictures::Shape::narrow;
    std::vector<std::pair<std::string, Interval>> shares;
    for (auto const& [cell, use] : rows) {
        auto const name = cell_label(view, breakdown, cell);
        double const share = use.entitled > 0 ? use.users / use.entitled : 0;
        table.rows.push_back({{name, level_text(view, Quantity::count, certain(use.entitled)),
                               level_text(view, Quantity::count, certain(use.users)),
                               level_text(view, Quantity::count, certain(use.entitled - use.users)),
                               level_text(view, Quantity::share, certain(share))},
                              false});
        bars.rows.push_back({name, for_picture(Quantity::count, certain(use.entitled)),
                             for_picture(Quantity::count, certain(use.users)),
                             note_for_picture(view, Quantity::count, certain(use.entitled)), false});
        shares.emplace_back(cell, certain(share));
    }
    std::string picture;
    std::string note;
    if (breakdown == "neighbourhood") {
        picture = map_of(view, package, caption, Quantity::share, view.say(messages::take_up), shares);
        note = view.say(messages::map_without_borders_note);
    }
    if (picture.empty() && !bars.rows.empty()) {
        picture = pictures::reach_bars(bars, view.language());
    }
    return figure({caption, note, picture, table}, view.language());
}

}  // namespace

Html reach_of_groups(View const& view, PackageDescription const& package)
{
    bool const is_level = &package == &view.baseline();
    Html groups;
    for (auto const breakdown : breakdowns) {
        groups += is_level ? group_of_baseline(view, breakdown) : group_of_package(view, package, breakdown);
    }
    if (groups.is_empty()) {
        return {};
    }
    auto const note =
        is_level ? element("p", {{"class", "minimasim-note"}}, view.say(messages::reach_of_groups_note))
                 : Html();
    return element("h4", view.say(messages::reach_of_groups_heading)) + note +
           element("div", {{"class", "minimasim-multiples"}}, groups);
}

}  // namespace minimasim::report::html
