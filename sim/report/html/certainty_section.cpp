#include <cmath>

#include "sim/report/html/amounts.hpp"
#include "sim/report/html/labels.hpp"
#include "sim/report/html/sections.hpp"
#include "sim/report/html/table.hpp"
#include "sim/report/messages.hpp"
#include "sim/report/pictures/interval_rows.hpp"
#include "sim/report/pictures/tornado_picture.hpp"

// Where the uncertainty of the cost comes from.
namespace minimasim::report::html {

namespace {

using outcomes::PackageDescription;

constexpr std::string_view shown_outcome = "cost_per_year";
constexpr std::size_t most_inputs = 10;

std::string input_value(double value, Language language)
{
    double const size = std::abs(value);
    return number_text(value, size < 10 ? 2 : 0, language);
}

Html tornado_of(View const& view, PackageDescription const& package)
{
    bool const is_level = &package == &view.baseline();
    pictures::Tornado picture;
    picture.caption =
        view.caption(package, "tornado", view.say(messages::tornado_title, view.title(package)));
    picture.axis_name = view.say(is_level ? messages::cost_axis_level : messages::cost_axis_change);
    picture.is_change = !is_level;
    Table table{view.word(package) + "-tornado",
                view.say(messages::tornado_table),
                {{view.say(messages::assumption), Setting::name},
                 {view.say(messages::from_low_to_high)},
                 {view.say(messages::cost_at_low)},
                 {view.say(messages::cost_at_high)}},
                {}};
    auto const euro = [&](double value) {
        return exact_euro_text(rounded(value, rounding_step(Quantity::euro, {value, value, value})),
                               view.language());
    };
    for (auto const& row : view.results().tornado) {
        if (row.package != package.id || row.outcome != shown_outcome || table.rows.size() == most_inputs) {
            continue;
        }
        picture.central = row.central;
        auto const name = input_label(view, row.input);
        auto const low = input_value(row.input_low, view.language());
        auto const high = input_value(row.input_high, view.language());
        pictures::TornadoBar bar;
        bar.name = name;
        bar.low_text = low;
        bar.high_text = high;
        bar.at_low = row.at_low;
        bar.at_high = row.at_high;
        picture.bars.push_back(bar);
        table.rows.push_back(
            {{name, view.say(messages::interval_from_to, low, high), euro(row.at_low), euro(row.at_high)},
             false});
    }
    if (table.rows.empty()) {
        return {};
    }
    return figure({picture.caption.title, view.say(messages::tornado_note),
                   in_both_shapes(pictures::tornado_picture, picture, view.language()), table},
                  view.language());
}

Html variance_of(View const& view, PackageDescription const& package)
{
    pictures::IntervalRows picture;
    picture.caption =
        view.caption(package, "variance", view.say(messages::variance_title, view.title(package)));
    picture.axis_name = view.say(messages::share_alone);
    picture.quantity = Quantity::share;
    Table table{view.word(package) + "-variance",
                view.say(messages::variance_table),
                {{view.say(messages::source_of_uncertainty), Setting::name},
                 {view.say(messages::share_alone)},
                 {view.say(messages::share_with_others)}},
                {}};
    for (auto const& row : view.results().variance) {
        if (row.package != package.id || row.outcome != shown_outcome) {
            continue;
        }
        Interval const alone{row.first, row.first_low, row.first_high};
        Interval const whole{row.total, row.total_low, row.total_high};
        auto const name = source_label(view, row.source);
        picture.rows.push_back(picture_row(view, name, Quantity::share, alone));
        table.rows.push_back(
            {{name, level_cell(view, Quantity::share, alone), level_cell(view, Quantity::share, whole)},
             false});
    }
    if (table.rows.empty()) {
        return {};
    }
    return figure(
        {picture.caption.title, "", in_both_shapes(pictures::interval_rows, picture, view.language()), table},
        view.language());
}

}  // namespace

Html sensitivity_of_package(View const& view, PackageDescription const& package)
{
    return section(view.word(package) + "-sensitivity", 3, view.say(messages::sensitivity_heading),
                   tornado_of(view, package) + variance_of(view, package));
}

Html sensitivity_section(View const& view)
{
    auto const& results = view.results();
    auto content = tornado_of(view, view.baseline()) + variance_of(view, view.baseline());
    if (results.tornado.empty() && results.variance.empty()) {
        content =
            element("p", view.say(messages::sensitivity_is_missing)) +
            element("pre", {{"tabindex", "0"}}, element("code", "minimasim run --tornado --variance 64"));
    }
    return section("sensitivity", 2, view.say(messages::sensitivity_heading), content);
}

}  // namespace minimasim::report::html
