#include "sim/report/figure_lookup.hpp"
#include "sim/report/html/amounts.hpp"
#include "sim/report/html/sections.hpp"
#include "sim/report/html/table.hpp"
#include "sim/report/messages.hpp"
#include "sim/report/pictures/reach_bars.hpp"

namespace minimasim::report::html {

namespace {

using outcomes::Figure;
using outcomes::PackageDescription;

struct Reach {
    std::string scheme;
    Figure const* entitled = nullptr;
    Figure const* users = nullptr;
};

// The schemes somebody is entitled to; of a package those that change come first.
std::vector<Reach> reach_of(View const& view, PackageDescription const& package)
{
    std::vector<Reach> rows;
    std::vector<Reach> same;
    for (auto const& scheme : view.schemes_with("entitled_households")) {
        Reach const row{scheme, view.total(package.id, "entitled_households", scheme),
                        view.total(package.id, "recipients_households", scheme)};
        if (row.entitled == nullptr || row.users == nullptr ||
            (row.entitled->estimate == 0 && row.entitled->difference == 0)) {
            continue;
        }
        bool const changes = row.entitled->difference != 0 || row.users->difference != 0;
        (changes || &package == &view.baseline() ? rows : same).push_back(row);
    }
    rows.insert(rows.end(), same.begin(), same.end());
    return rows;
}

std::string picture_of(View const& view, PackageDescription const& package, std::vector<Reach> const& reach)
{
    pictures::ReachBars picture;
    picture.caption = view.caption(package, "reach", view.say(messages::reach_by_scheme));
    picture.unit_name = view.say(messages::households);
    for (auto const& row : reach) {
        bool const changes = row.entitled->difference != 0 || row.users->difference != 0;
        bool const is_shown = &package == &view.baseline() || changes;
        if (is_shown) {
            picture.rows.push_back({view.scheme_name(row.scheme),
                                    for_picture(Quantity::count, level(*row.entitled)),
                                    for_picture(Quantity::count, level(*row.users)),
                                    note_for_picture(view, Quantity::count, level(*row.entitled)), false});
        }
    }
    return picture.rows.empty() ? "" : in_both_shapes(pictures::reach_bars, picture, view.language());
}

// Non-users have no interval of their own: the difference of two figures that go together.
std::string non_users_text(View const& view, Reach const& row)
{
    double const count = row.entitled->estimate - row.users->estimate;
    return level_text(view, Quantity::count, {count, count, count});
}

Table table_of(View const& view, PackageDescription const& package, std::vector<Reach> const& reach)
{
    bool const is_level = &package == &view.baseline();
    Table table{view.word(package) + "-reach",
                view.say(messages::reach_table),
                {{view.say(messages::scheme), Setting::name},
                 {view.say(messages::entitled)},
                 {view.say(messages::users)},
                 {view.say(messages::non_users)},
                 {view.say(messages::take_up)}},
                {}};
    if (!is_level) {
        table.columns.push_back({view.say(messages::change_in_entitled)});
        table.columns.push_back({view.say(messages::change_in_users)});
    }
    for (auto const& row : reach) {
        std::vector<Html> cells{view.scheme_name(row.scheme), level_cell(view, row.entitled),
                                level_cell(view, row.users), non_users_text(view, row),
                                level_cell(view, view.total(package.id, "take_up", row.scheme))};
        if (!is_level) {
            cells.push_back(difference_cell(view, row.entitled));
            cells.push_back(difference_cell(view, row.users));
        }
        table.rows.push_back({cells, false});
    }
    return table;
}

}  // namespace

Html reach_section(View const& view, PackageDescription const& package)
{
    auto const reach = reach_of(view, package);
    auto const groups = reach_of_groups(view, package);
    if (reach.empty() && groups.is_empty()) {
        bool const was_counted = !view.schemes_with("entitled_households").empty();
        return was_counted ? section(view.word(package) + "-reach", 3, view.say(messages::reach_heading),
                                     element("p", view.say(messages::nobody_is_entitled)))
                           : Html();
    }
    return section(view.word(package) + "-reach", 3, view.say(messages::reach_heading),
                   all({figure({view.say(messages::reach_by_scheme), view.say(messages::reach_note),
                                picture_of(view, package, reach), table_of(view, package, reach)},
                               view.language()),
                        element("p", {{"class", "minimasim-note"}}, view.say(messages::need_note)), groups}));
}

}  // namespace minimasim::report::html
