#include <array>

#include "sim/report/figure_lookup.hpp"
#include "sim/report/html/amounts.hpp"
#include "sim/report/html/labels.hpp"
#include "sim/report/html/sections.hpp"
#include "sim/report/html/table.hpp"
#include "sim/report/messages.hpp"
#include "sim/report/pictures/interval_rows.hpp"

namespace minimasim::report::html {

namespace {

using outcomes::Figure;
using outcomes::PackageDescription;

struct Measure {
    std::string_view outcome;
    Message<0> const& name;
};

constexpr std::array<Measure, 6> measures{{{"poor_persons", messages::poor_persons},
                                           {"poor_children", messages::poor_children},
                                           {"poor_households", messages::poor_households},
                                           {"poor_persons_in_working_households", messages::poor_working},
                                           {"near_poor_persons", messages::near_poor},
                                           {"poverty_gap_per_year", messages::poverty_gap}}};

std::string picture_of(View const& view, PackageDescription const& package)
{
    bool const is_level = &package == &view.baseline();
    pictures::IntervalRows picture;
    picture.caption =
        view.caption(package, "poverty",
                     view.say(is_level ? messages::poverty_level_title : messages::poverty_change_title));
    picture.axis_name = view.say(messages::people);
    picture.is_change = !is_level;
    bool has_mark = false;
    for (auto const& measure : measures) {
        auto const* const figure = view.total(package.id, measure.outcome);
        bool const is_counted_in_people =
            figure != nullptr && (figure->unit == "persons" || figure->unit == "children");
        if (!is_counted_in_people) {
            continue;
        }
        auto const value = is_level ? level(*figure) : difference(*figure);
        auto const row = picture_row(view, view.say(measure.name), Quantity::count, value);
        has_mark = has_mark || (row.note.empty() && value.estimate != 0);
        picture.rows.push_back(row);
    }
    return has_mark ? in_both_shapes(pictures::interval_rows, picture, view.language()) : "";
}

// The level of the baseline beside the level of a package, which the table shows as now and with it.
TableRow row_of(View const& view, PackageDescription const& package, Measure const& measure,
                Figure const& figure)
{
    std::vector<Html> cells{view.say(measure.name)};
    if (&package == &view.baseline()) {
        cells.push_back(level_cell(view, &figure));
        return {cells, false};
    }
    cells.push_back(level_cell(view, view.total(view.baseline().id, measure.outcome)));
    cells.push_back(level_cell(view, &figure));
    cells.push_back(difference_cell(view, &figure));
    return {cells, false};
}

Table table_of(View const& view, PackageDescription const& package)
{
    bool const is_level = &package == &view.baseline();
    Table table{view.word(package) + "-poverty",
                view.say(is_level ? messages::poverty_table_level : messages::poverty_table),
                {{view.say(messages::measure), Setting::name}, {view.say(messages::now)}},
                {}};
    if (!is_level) {
        table.columns.push_back({view.say(messages::with_package)});
        table.columns.push_back({view.say(messages::change)});
    }
    for (auto const& measure : measures) {
        if (auto const* const figure = view.total(package.id, measure.outcome)) {
            table.rows.push_back(row_of(view, package, measure, *figure));
        }
    }
    return table;
}

// People in poverty by group. Not by neighbourhood: that would be read as if it were measured.
Html groups_of(View const& view, PackageDescription const& package)
{
    Html groups;
    for (std::string_view const breakdown : {"household_type", "income_source"}) {
        auto label = breakdown_label(view, breakdown);
        label[0] = static_cast<char>(label[0] >= 'A' && label[0] <= 'Z' ? label[0] - 'A' + 'a' : label[0]);
        auto const caption = view.say(messages::poverty_by, label);
        Table table{view.word(package) + "-poverty-" + std::string(breakdown),
                    caption,
                    {{breakdown_label(view, breakdown), Setting::name}, {view.say(messages::poor_persons)}},
                    {}};
        pictures::IntervalRows picture;
        picture.caption = view.caption(package, "poverty" + short_word(breakdown), caption);
        picture.caption.shape = pictures::Shape::narrow;
        picture.axis_name = view.say(messages::people);
        for (auto const* const figure : view.cells(package.id, "poor_persons", "", breakdown)) {
            auto const name = cell_label(view, breakdown, figure->cell);
            table.rows.push_back({{name, level_cell(view, figure)}, false});
            picture.rows.push_back(picture_row(view, name, Quantity::count, level(*figure)));
        }
        if (!table.rows.empty()) {
            groups += figure({caption, "", pictures::interval_rows(picture, view.language()), table},
                             view.language());
        }
    }
    return groups.is_empty() ? groups : element("div", {{"class", "minimasim-multiples"}}, groups);
}

}  // namespace

Html poverty_section(View const& view, PackageDescription const& package)
{
    bool const is_level = &package == &view.baseline();
    auto const shown =
        figure({view.say(is_level ? messages::poverty_level_title : messages::poverty_change_title), "",
                picture_of(view, package), table_of(view, package), true},
               view.language());
    if (shown.is_empty()) {
        return {};
    }
    return section(view.word(package) + "-poverty", 3, view.say(messages::poverty_heading),
                   all({shown, element("p", {{"class", "minimasim-note"}}, view.say(messages::poverty_note)),
                        is_level ? groups_of(view, package) : Html()}));
}

}  // namespace minimasim::report::html
