#include <algorithm>

#include "sim/report/figure_lookup.hpp"
#include "sim/report/html/amounts.hpp"
#include "sim/report/html/answer.hpp"
#include "sim/report/html/sections.hpp"
#include "sim/report/html/table.hpp"
#include "sim/report/messages.hpp"
#include "sim/report/pictures/effect_picture.hpp"
#include "sim/report/pictures/interval_mark.hpp"

// All packages side by side.
namespace minimasim::report::html {

using outcomes::PackageDescription;

namespace {

// What the picture shows, as a heading.
std::string effect_title(View const& view, int lowering, std::size_t packages)
{
    if (lowering == 0 || packages == 1) {
        return view.say(messages::effect_title);
    }
    return lowering == 1
               ? view.say(messages::one_lowers_poverty, std::to_string(packages))
               : view.say(messages::some_lower_poverty, std::to_string(lowering), std::to_string(packages));
}

}  // namespace

Html effect_of_packages(View const& view, PackageDescription const* main)
{
    pictures::EffectPicture picture;
    picture.caption.key = "effect";
    picture.cost_name = view.say(messages::extra_cost_axis);
    picture.effect_name = view.say(messages::fewer_poor_axis);
    bool has_effect = false;
    int lowering = 0;  // packages of which the whole interval lies below current poverty
    // The packages that the words beside the picture are about.
    auto const is_told = [&](PackageDescription const* package) {
        return main != nullptr ? package == main
                               : package == dearest_package(view) || package == strongest_package(view);
    };
    for (auto const* package : view.packages()) {
        auto const* const cost = view.total(package->id, "cost_per_year");
        auto const* const poor = view.total(package->id, "poor_persons");
        if (cost != nullptr && poor != nullptr) {
            // Fewer than ten people are not told apart from none.
            auto const change = is_small(Quantity::count, difference(*poor)) ? Interval{} : difference(*poor);
            has_effect = has_effect || change.estimate != 0;
            picture.points.push_back(
                {view.title(*package),
                 difference(*cost),
                 {-change.estimate, -change.high, -change.low},
                 is_told(package),
                 package->has_published_cost ? package->published_cost_euro : pictures::not_published});
            lowering += change.high < 0 ? 1 : 0;
        }
    }
    if (picture.points.empty() || !has_effect) {
        return cost_of_packages(view);
    }
    picture.caption.title = effect_title(view, lowering, picture.points.size());
    auto const note = [&](Message<0> const& words) {
        return element("p", {{"class", "minimasim-note"}}, view.say(words));
    };
    return element("figure", {{"class", "minimasim-figure"}},
                   element("figcaption", Html(picture.caption.title) + note(messages::effect_note)) +
                       Html::markup(in_both_shapes(pictures::effect_picture, picture, view.language())) +
                       note(messages::effect_source));
}

Html table_of_packages(View const& view, bool with_links, std::size_t most_packages)
{
    bool const counts_gains = view.total(view.baseline().id, "gaining_households") != nullptr;
    auto const* const up = counts_gains ? "gaining_households" : "newly_reached_households";
    auto const* const down = counts_gains ? "losing_households" : "no_longer_reached_households";
    Table table{"packages",
                view.say(messages::table_of_packages),
                {{view.say(messages::package), Setting::words},
                 {view.say(messages::extra_cost_per_year)},
                 {view.say(messages::published_cost)},
                 {view.say(counts_gains ? messages::gaining_households : messages::who_gains)},
                 {view.say(counts_gains ? messages::losing_households : messages::who_loses)},
                 {view.say(messages::change_in_poor)}},
                {}};
    auto packages = view.packages();
    packages.resize(std::min(packages.size(), most_packages));
    for (auto const* package : packages) {
        auto const published = package->has_published_cost
                                   ? exact_euro_text(package->published_cost_euro, view.language())
                                   : view.say(messages::no_figure);
        table.rows.push_back(
            {{with_links ? element("a", {{"href", "#" + view.word(*package)}}, view.title(*package))
                         : Html(view.title(*package)),
              difference_cell(view, view.total(package->id, "cost_per_year")), published,
              level_cell(view, view.total(package->id, up)), level_cell(view, view.total(package->id, down)),
              difference_cell(view, view.total(package->id, "poor_persons"))},
             false});
    }
    return table.rows.empty() ? Html()
                              : html::table(table) + element("p", {{"class", "minimasim-note"}},
                                                             view.say(messages::published_column_note));
}

}  // namespace minimasim::report::html
