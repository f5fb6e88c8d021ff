#include <algorithm>

#include "sim/report/figure_lookup.hpp"
#include "sim/report/html/amounts.hpp"
#include "sim/report/html/labels.hpp"
#include "sim/report/html/sections.hpp"
#include "sim/report/html/table.hpp"
#include "sim/report/messages.hpp"
#include "sim/report/pictures/gains_picture.hpp"
#include "sim/report/pictures/stacking_picture.hpp"

// Who gains and who loses, and how many schemes households use at once.
namespace minimasim::report::html {

namespace {

using outcomes::Figure;
using outcomes::PackageDescription;

Figure const* same_cell(std::vector<Figure const*> const& figures, std::string const& cell)
{
    for (auto const* figure : figures) {
        if (figure->cell == cell) {
            return figure;
        }
    }
    return nullptr;
}

Interval level_or_zero(Figure const* figure)
{
    return figure == nullptr ? Interval{} : level(*figure);
}

// What the households of a cell get more or less a month, on average.
std::string mean_per_month(View const& view, Interval const& households, Figure const* euro_per_year)
{
    constexpr double months_per_year = 12;
    if (euro_per_year == nullptr || households.estimate < smallest_published_count) {
        return view.say(messages::no_figure);
    }
    return exact_euro_text(euro_per_year->estimate / households.estimate / months_per_year, view.language());
}

Html gains_by(View const& view, PackageDescription const& package, std::string const& breakdown)
{
    auto const& gaining = view.cells(package.id, "gaining_households", "", breakdown);
    auto const& losing = view.cells(package.id, "losing_households", "", breakdown);
    auto const& gains = view.cells(package.id, "gain_per_year", "", breakdown);
    auto const& losses = view.cells(package.id, "loss_per_year", "", breakdown);
    std::vector<std::string> cells;
    for (auto const* figures : {&gaining, &losing}) {
        for (auto const* figure : *figures) {
            if (std::find(cells.begin(), cells.end(), figure->cell) == cells.end()) {
                cells.push_back(figure->cell);
            }
        }
    }
    auto label = breakdown_label(view, breakdown);
    auto const caption = view.say(messages::gains_by, label);
    Table table{view.word(package) + "-gains-" + breakdown,
                caption,
                {{label, Setting::name},
                 {view.say(messages::gaining)},
                 {view.say(messages::mean_gain)},
                 {view.say(messages::losing)},
                 {view.say(messages::mean_loss)}},
                {}};
    pictures::GainsPicture picture;
    picture.caption = view.caption(package, "gains" + short_word(breakdown), caption);
    picture.caption.shape = pictures::Shape::narrow;
    picture.unit_name = view.say(messages::households);
    for (auto const& cell : cells) {
        auto const gain = level_or_zero(same_cell(gaining, cell));
        auto const loss = level_or_zero(same_cell(losing, cell));
        auto const name = cell_label(view, breakdown, cell);
        table.rows.push_back(
            {{name, level_cell(view, Quantity::count, gain),
              mean_per_month(view, gain, same_cell(gains, cell)), level_cell(view, Quantity::count, loss),
              mean_per_month(view, loss, same_cell(losses, cell))},
             false});
        picture.rows.push_back({name, is_small(Quantity::count, gain) ? Interval{} : gain,
                                is_small(Quantity::count, loss) ? Interval{} : loss, "", ""});
    }
    if (table.rows.empty()) {
        return {};
    }
    return figure(
        {caption, view.say(messages::gains_note),
         view.draws_everything(package) ? pictures::gains_picture(picture, view.language()) : "", table},
        view.language());
}

}  // namespace

Html gains_section(View const& view, PackageDescription const& package)
{
    Html groups;
    for (auto const* const breakdown : {"income_decile", "household_type"}) {
        groups += gains_by(view, package, breakdown);
    }
    if (groups.is_empty()) {
        return {};
    }
    return section(view.word(package) + "-gains", 3, view.say(messages::gains_heading),
                   element("div", {{"class", "minimasim-multiples"}}, groups));
}

Html stacking_section(View const& view, PackageDescription const& package)
{
    bool const is_level = &package == &view.baseline();
    pictures::StackingPicture picture;
    picture.caption = view.caption(package, "stacking", view.say(messages::stacking_title));
    picture.caption.shape = pictures::Shape::narrow;
    picture.unit_name = view.say(messages::households);
    Table table{view.word(package) + "-stacking",
                view.say(messages::stacking_title),
                {{view.say(messages::measure), Setting::name}, {view.say(messages::now)}},
                {}};
    if (!is_level) {
        table.columns.push_back({view.say(messages::with_package)});
        table.columns.push_back({view.say(messages::change)});
    }
    auto const& before = view.cells(view.baseline().id, "households", "", "schemes_received");
    for (auto const* const after : view.cells(package.id, "households", "", "schemes_received")) {
        auto const* const now = same_cell(before, after->cell);
        if (after->cell == "0") {
            continue;  // so many that the others could not be seen
        }
        auto const name = after->cell == "1" ? view.say(messages::one_scheme_at_once)
                                             : view.say(messages::schemes_at_once, after->cell);
        std::vector<Html> cells{name, level_cell(view, now)};
        if (!is_level) {
            cells.push_back(level_cell(view, after));
            cells.push_back(difference_cell(view, after));
        }
        table.rows.push_back({cells, false});
        picture.rows.push_back({name, for_picture(Quantity::count, level_or_zero(now)),
                                for_picture(Quantity::count, level(*after)),
                                note_for_picture(view, Quantity::count, level(*after))});
    }
    if (table.rows.empty()) {
        return {};
    }
    return section(
        view.word(package) + "-stacking", 3, view.say(messages::stacking_heading),
        figure({view.say(messages::stacking_title), "",
                view.draws_everything(package) ? pictures::stacking_picture(picture, view.language()) : "",
                table},
               view.language()));
}

}  // namespace minimasim::report::html
