#include <optional>

#include "sim/outcomes/intervals.hpp"
#include "sim/report/figure_lookup.hpp"
#include "sim/report/html/amounts.hpp"
#include "sim/report/html/sections.hpp"
#include "sim/report/html/table.hpp"
#include "sim/report/messages.hpp"
#include "sim/report/pictures/waterfall.hpp"

// Packages that contain others: what these cost each alone, and together.
namespace minimasim::report::html {

namespace {

using outcomes::PackageDescription;
using Replicates = std::vector<double>;

// What a package costs above the baseline in every replicate; nothing when the results do not tell.
std::optional<Replicates> cost_by_replicate(View const& view, PackageDescription const& package)
{
    auto const& results = view.results();
    auto const& table = results.replicates;
    if (table.packages != results.packages.size() || table.replicates == 0) {
        return std::nullopt;
    }
    for (std::size_t o = 0; o < table.outcomes.size(); ++o) {
        if (table.outcomes[o] != "cost_per_year") {
            continue;
        }
        auto const place = static_cast<std::size_t>(&package - results.packages.data());
        auto const base = o * table.packages * table.replicates;
        auto const first = base + place * table.replicates;
        if (first + table.replicates > table.values.size()) {
            return std::nullopt;
        }
        Replicates costs;
        for (std::size_t r = 0; r < table.replicates; ++r) {
            costs.push_back(table.values[first + r] - table.values[base + r]);
        }
        return costs;
    }
    return std::nullopt;
}

Interval interval_of(Replicates const& values, std::uint32_t members)
{
    auto const interval = outcomes::interval_of(values, members);
    return {interval.estimate, interval.low, interval.high};
}

// The packages of the results that a package builds on: the text of a scenario names each part before it.
std::vector<PackageDescription const*> parts_of(View const& view, PackageDescription const& package)
{
    std::vector<PackageDescription const*> parts;
    for (auto const* part : view.packages()) {
        bool const is_part = package.scenario_text.find("# " + part->id + "\n") != std::string::npos;
        if (part != &package && is_part) {
            parts.push_back(part);
        }
    }
    return parts;
}

// What a package sets in measures with a fixed budget, as far as its parts do not: the same in every
// replicate, and so no interaction.
double other_lines(View const& view, PackageDescription const& package,
                   std::vector<PackageDescription const*> const& parts)
{
    double sum = 0;
    for (auto const& scheme : view.schemes_with("cost_per_year")) {
        bool const is_measure = view.total(package.id, "entitled_households", scheme) == nullptr;
        auto const* const own = view.total(package.id, "cost_per_year", scheme);
        if (!is_measure || own == nullptr) {
            continue;
        }
        sum += own->difference;
        for (auto const* part : parts) {
            auto const* const of_part = view.total(part->id, "cost_per_year", scheme);
            sum -= of_part == nullptr ? 0 : of_part->difference;
        }
    }
    return sum;
}

Html interaction_of(View const& view, PackageDescription const& package)
{
    auto const parts = parts_of(view, package);
    auto const joint = cost_by_replicate(view, package);
    if (parts.size() < 2 || !joint) {
        return {};
    }
    auto const members = view.results().provenance.members;
    double const other = other_lines(view, package, parts);
    Replicates sum(joint->size(), other);
    pictures::Waterfall picture;
    picture.caption = view.caption(package, "interaction", view.say(messages::interaction_heading));
    picture.axis_name = view.say(messages::cost_axis_change);
    for (auto const* part : parts) {
        auto const costs = cost_by_replicate(view, *part);
        if (!costs) {
            return {};
        }
        for (std::size_t r = 0; r < sum.size(); ++r) {
            sum[r] += (*costs)[r];
        }
        picture.options.push_back({view.title(*part), interval_of(*costs, members)});
    }
    if (other != 0) {
        picture.options.push_back({view.say(messages::interaction_other_lines), {other, other, other}});
    }
    Replicates interaction;
    for (std::size_t r = 0; r < sum.size(); ++r) {
        interaction.push_back((*joint)[r] - sum[r]);
    }
    picture.sum = interval_of(sum, members);
    picture.interaction = interval_of(interaction, members);
    picture.joint = interval_of(*joint, members);
    Table table{view.word(package) + "-interaction",
                view.say(messages::interaction_heading),
                {{view.say(messages::package), Setting::words}, {view.say(messages::extra_cost_per_year)}},
                {}};
    auto const add = [&](std::string const& name, Interval const& cost, bool is_total) {
        table.rows.push_back({{name, difference_cell(view, Quantity::euro, cost)}, is_total});
    };
    for (auto const& option : picture.options) {
        add(option.name, option.amount, false);
    }
    add(view.say(messages::sum_of_options), picture.sum, true);
    add(view.say(messages::interaction), picture.interaction, false);
    add(view.say(messages::all_together), picture.joint, true);
    auto const note = view.say(messages::interaction_note, view.title(package),
                               change_text(Quantity::euro, picture.interaction, view.language()));
    return figure({view.say(messages::interaction_heading), note,
                   in_both_shapes(pictures::waterfall, picture, view.language()), table},
                  view.language());
}

}  // namespace

Html interaction_section(View const& view)
{
    Html content;
    for (auto const* package : view.packages()) {
        content += interaction_of(view, *package);
    }
    return content;
}

}  // namespace minimasim::report::html
