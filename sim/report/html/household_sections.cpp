#include <algorithm>
#include <cmath>
#include <map>

#include "sim/report/figure_lookup.hpp"
#include "sim/report/html/amounts.hpp"
#include "sim/report/html/labels.hpp"
#include "sim/report/html/sections.hpp"
#include "sim/report/html/table.hpp"
#include "sim/report/messages.hpp"
#include "sim/report/pictures/curves_picture.hpp"
#include "sim/report/pictures/stacking_picture.hpp"
#include "sim/report/value_text.hpp"

// What example households notice, and the poverty trap.
namespace minimasim::report::html {

namespace {

using outcomes::ExampleHousehold;
using outcomes::PackageDescription;

std::string const& title_of_household(View const& view, ExampleHousehold const& household)
{
    return view.language() == Language::english && !household.title_en.empty() ? household.title_en
                                                                               : household.title;
}

// A value of an example household; nothing when the results do not have it.
double const* value_of(View const& view, std::string_view package, std::string_view household,
                       std::string_view value)
{
    for (auto const& row : view.results().example_values) {
        if (row.package == package && row.household == household && row.value == value) {
            return &row.number;
        }
    }
    return nullptr;
}

Html euro_cell(double const* euro, Language language)
{
    return euro == nullptr ? Html(say(messages::no_figure, language)) : Html(euro_text(*euro, 0, language));
}

struct Shown {
    std::string_view value;
    Message<0> const& name;
};

constexpr Shown support{"municipal_support_per_year", messages::support_per_year};
constexpr Shown disposable{"disposable_income_per_month", messages::disposable_income_per_month};

Table table_of_examples(View const& view, PackageDescription const& package)
{
    bool const is_level = &package == &view.baseline();
    Table table{view.word(package) + "-examples",
                view.say(is_level ? messages::examples_table_level : messages::examples_table),
                {{view.say(messages::household), Setting::name}},
                {}};
    for (auto const& shown : {disposable, support}) {
        if (is_level) {
            table.columns.push_back({view.say(shown.name)});
        } else {
            table.columns.push_back(
                {view.say(messages::named, view.say(shown.name), view.say(messages::now))});
            table.columns.push_back(
                {view.say(messages::named, view.say(shown.name), view.say(messages::with_package))});
        }
    }
    for (auto const& household : view.results().examples) {
        std::vector<Html> cells{title_of_household(view, household)};
        bool is_known = false;
        for (auto const& shown : {disposable, support}) {
            auto const* const now = value_of(view, view.baseline().id, household.id, shown.value);
            auto const* const then = value_of(view, package.id, household.id, shown.value);
            is_known = is_known || then != nullptr;
            cells.push_back(euro_cell(now, view.language()));
            if (!is_level) {
                cells.push_back(euro_cell(then, view.language()));
            }
        }
        if (is_known) {
            table.rows.push_back({cells, false});
        }
    }
    return table;
}

std::string picture_of_examples(View const& view, PackageDescription const& package)
{
    if (&package == &view.baseline() || !view.draws_everything(package)) {
        return "";
    }
    pictures::StackingPicture picture;
    picture.caption = view.caption(package, "examples", view.say(messages::examples_title));
    picture.unit_name = view.say(messages::euro_per_year);
    picture.quantity = Quantity::euro;
    for (auto const& household : view.results().examples) {
        auto const* const now = value_of(view, view.baseline().id, household.id, support.value);
        auto const* const then = value_of(view, package.id, household.id, support.value);
        if (now != nullptr && then != nullptr && *now != *then) {
            picture.rows.push_back(
                {title_of_household(view, household), {*now, *now, *now}, {*then, *then, *then}, ""});
        }
    }
    return picture.rows.empty() ? "" : in_both_shapes(pictures::stacking_picture, picture, view.language());
}

struct Curve {
    std::vector<pictures::CurvePlace> places;
    double largest_fall = 0;
    double wage_at_fall = 0;
};

Curve curve_of(View const& view, std::string_view package, std::string_view household)
{
    Curve curve;
    for (auto const& point : view.results().curves) {
        if (point.package != package || point.household != household) {
            continue;
        }
        if (!curve.places.empty()) {
            double const fall = curve.places.back().y - point.municipal_support_per_year;
            if (fall > curve.largest_fall) {
                curve.largest_fall = fall;
                curve.wage_at_fall = point.wage_per_year;
            }
        }
        curve.places.push_back({point.wage_per_year, point.municipal_support_per_year});
    }
    return curve;
}

}  // namespace

Html examples_section(View const& view, PackageDescription const& package)
{
    auto const shown = figure({view.say(messages::examples_title), view.say(messages::examples_note),
                               picture_of_examples(view, package), table_of_examples(view, package)},
                              view.language());
    return section(view.word(package) + "-examples", 3, view.say(messages::examples_heading), shown);
}

Html curves_section(View const& view, PackageDescription const& package)
{
    pictures::CurvesPicture picture;
    picture.caption = view.caption(package, "curves", view.say(messages::curves_title));
    picture.x_name = view.say(messages::wage_axis);
    picture.y_name = view.say(messages::support_axis);
    Table table{view.word(package) + "-curves",
                view.say(messages::curves_table),
                {{view.say(messages::household), Setting::name},
                 {view.say(messages::wage_at_fall)},
                 {view.say(messages::fall_of_support)}},
                {}};
    for (auto const& household : view.results().examples) {
        auto const before = curve_of(view, view.baseline().id, household.id);
        auto const after = curve_of(view, package.id, household.id);
        if (after.places.empty()) {
            continue;
        }
        auto const& title = title_of_household(view, household);
        picture.panels.push_back({title, before.places, after.places});
        table.rows.push_back({{title, euro_text(after.wage_at_fall, 0, view.language()),
                               euro_text(after.largest_fall, 0, view.language())},
                              false});
    }
    if (picture.panels.empty()) {
        return {};
    }
    return section(view.word(package) + "-curves", 3, view.say(messages::curves_heading),
                   figure({view.say(messages::curves_title), view.say(messages::curves_note),
                           view.draws_everything(package)
                               ? in_both_shapes(pictures::curves_picture, picture, view.language())
                               : "",
                           table},
                          view.language()));
}

}  // namespace minimasim::report::html
