#include <cmath>
#include <limits>

#include "sim/report/figure_lookup.hpp"
#include "sim/report/html/amounts.hpp"
#include "sim/report/html/labels.hpp"
#include "sim/report/html/sections.hpp"
#include "sim/report/html/table.hpp"
#include "sim/report/messages.hpp"
#include "sim/report/pictures/interval_rows.hpp"
#include "sim/report/term_labels.hpp"
#include "sim/report/value_text.hpp"

// What the figures stand on: published figures beside the model, the method, the provenance.
namespace minimasim::report::html {

namespace {

using outcomes::PublishedFigure;

constexpr std::size_t source_width = 60;

// The extra cost of packages with its interval and the published cost: of all, or of those with such a cost.
std::string cost_picture(View const& view, std::string const& key, bool only_published)
{
    pictures::IntervalRows picture;
    picture.caption.key = key;
    picture.caption.title = view.say(messages::published_picture);
    picture.axis_name = view.say(messages::cost_axis_change);
    picture.quantity = Quantity::euro;
    picture.is_change = true;
    for (auto const* package : view.packages()) {
        auto const* const cost = view.total(package->id, "cost_per_year");
        if (cost == nullptr || (only_published && !package->has_published_cost)) {
            continue;
        }
        auto row = picture_row(view, view.title(*package), Quantity::euro, difference(*cost));
        if (package->has_published_cost) {
            row.published = package->published_cost_euro;
        }
        picture.rows.push_back(row);
    }
    return picture.rows.empty() ? "" : in_both_shapes(pictures::interval_rows, picture, view.language());
}

std::string plain_number(double value, std::string const& unit, Language language)
{
    bool const is_share = unit.substr(0, 5) == "share";
    return is_share                      ? number_text(100 * value, 1, language) + in(language, " %", "%")
           : unit.substr(0, 4) == "euro" ? exact_euro_text(value, language)
                                         : number_text(value, 0, language);
}

Html number_with_range(double value, double low, double high, std::string const& unit, Language language)
{
    Html cell(plain_number(value, unit, language));
    if (std::isfinite(low) && std::isfinite(high) && low != high) {
        cell += element("small", say(messages::interval_from_to, language, plain_number(low, unit, language),
                                     plain_number(high, unit, language)));
    }
    return cell;
}

Table published_table(View const& view)
{
    Table table{"published",
                view.say(messages::published_table),
                {{view.say(messages::figure), Setting::name},
                 {view.say(messages::year)},
                 {view.say(messages::published_cost)},
                 {view.say(messages::model)},
                 {view.say(messages::role), Setting::words}},
                {}};
    for (auto const& row : view.results().published) {
        if (!std::isfinite(row.model)) {
            continue;
        }
        table.rows.push_back(
            {{published_label(view, row.key), row.year,
              number_with_range(row.published, row.low, row.high, row.unit, view.language()),
              number_with_range(row.model, row.model_low, row.model_high, row.unit, view.language()),
              role_label(view, row.role)},
             false});
    }
    return table;
}

// The published cost of packages, which stands in the results of every version.
Table published_costs(View const& view)
{
    Table table{"published-costs",
                view.say(messages::published_picture),
                {{view.say(messages::package), Setting::words},
                 {view.say(messages::published_cost)},
                 {view.say(messages::model)},
                 {view.say(messages::source), Setting::words}},
                {}};
    for (auto const* package : view.packages()) {
        if (package->has_published_cost) {
            table.rows.push_back(
                {{view.title(*package), exact_euro_text(package->published_cost_euro, view.language()),
                  difference_cell(view, view.total(package->id, "cost_per_year")), package->source},
                 false});
        }
    }
    return table;
}

// A word of a command line that a shell takes as one word and nothing else.
std::string word_of_command(std::string const& text)
{
    bool const is_plain = text.find_first_not_of(
                              "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                              "._-") == std::string::npos;
    if (is_plain) {
        return text;
    }
    std::string quoted = "'";
    for (char const c : text) {
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return quoted + "'";
}

// The words of a command line that give the same figures.
std::string command_of(View const& view)
{
    auto const& provenance = view.results().provenance;
    std::string command = "minimasim run";
    for (auto const* package : view.packages()) {
        command += " " + word_of_command(package->id + ".toml");
    }
    if (!provenance.municipality.empty()) {
        command += " --municipality " + provenance.municipality;
    }
    if (!view.baseline().date.empty()) {
        command += " --date " + view.baseline().date;
    }
    command += " --seed " + std::to_string(provenance.seed) + " --replicates " +
               std::to_string(provenance.replicates) + " --ensemble " + std::to_string(provenance.members);
    if (!provenance.held_sources.empty()) {
        command += " --without " + provenance.held_sources;
    }
    return command + (provenance.reading_of_users == "other" ? " --other-reading" : "");
}

Html facts_of(View const& view)
{
    auto const& provenance = view.results().provenance;
    auto const language = view.language();
    Html facts;
    auto const add = [&](Message<0> const& name, std::string const& value) {
        if (!value.empty()) {
            facts += element("dt", view.say(name)) + element("dd", value);
        }
    };
    add(messages::program, "minimasim " + provenance.program_version);
    add(messages::municipality, provenance.municipality_name + " (" + provenance.municipality + ")");
    add(messages::law_date, day_text(view.baseline().date, language));
    add(messages::calibrated_on, day_text(provenance.calibration_date, language));
    add(messages::replicates_and_members,
        view.say(messages::two_numbers, std::to_string(provenance.replicates),
                 std::to_string(provenance.members)));
    add(messages::seed, std::to_string(provenance.seed));
    add(messages::held_sources, provenance.held_sources);
    add(messages::reading_of_users,
        view.say(provenance.reading_of_users == "other" ? messages::reading_other
                                                        : messages::reading_printed));
    add(messages::data_digest, provenance.data_digest);
    add(messages::population_digest, provenance.population_digest);
    add(messages::scenario_digest, provenance.scenario_digest);
    return element("dl", {{"class", "minimasim-facts"}}, facts);
}

// The terms of the municipal schemes; those of law stand in tables/terms.csv.
Html terms_of(View const& view)
{
    Table table{"terms",
                view.say(messages::terms_table),
                {{view.say(messages::scheme), Setting::name},
                 {view.say(messages::term), Setting::name},
                 {view.say(messages::value)},
                 {view.say(messages::valid_from)},
                 {view.say(messages::source), Setting::words}},
                {}};
    for (auto const& row : view.results().terms) {
        bool const is_law = !section_label(row.scheme, view.language()).empty();
        if (row.package != view.baseline().id || is_law) {
            continue;
        }
        auto source = std::string(status_text(row.status, view.language()));
        source += (source.empty() ? "" : ": ") + short_source(row.source, source_width);
        table.rows.push_back(
            {{view.scheme_name(row.scheme), term_label(row.scheme, row.term, view.language()),
              value_text(row.value, row.unit, view.language()), day_text(row.valid_from, view.language()),
              source},
             false});
    }
    return table.rows.empty() ? Html()
                              : element("details", element("summary", table.caption) + html::table(table));
}

}  // namespace

Html cost_of_packages(View const& view)
{
    auto const picture = cost_picture(view, "costs", false);
    if (picture.empty()) {
        return {};
    }
    return element("figure", {{"class", "minimasim-figure"}},
                   element("figcaption", view.say(messages::published_picture)) + Html::markup(picture));
}

Html published_section(View const& view)
{
    auto content = figure({view.say(messages::published_picture), "", cost_picture(view, "published", true),
                           published_costs(view)},
                          view.language());
    auto const table = published_table(view);
    if (!table.rows.empty()) {
        content += html::table(table);
    }
    if (content.is_empty()) {
        return {};
    }
    return section("published", 2, view.say(messages::published_section_heading),
                   element("p", view.say(messages::published_section_note)) + content);
}

Html method_section(View const& view)
{
    auto const& provenance = view.results().provenance;
    Html lines;
    auto const add = [&](std::string const& text) { lines += element("li", text); };
    add(view.say(messages::method_1, provenance.municipality_name));
    for (auto const* const line : {&messages::method_2, &messages::method_3, &messages::method_4,
                                   &messages::method_5, &messages::method_6, &messages::method_7}) {
        add(view.say(*line));
    }
    add(view.say(messages::method_8, std::to_string(provenance.replicates),
                 std::to_string(provenance.members)));
    add(view.say(messages::method_9));
    add(view.say(messages::method_10));
    return section("method", 2, view.say(messages::method_heading), element("ol", lines));
}

Html provenance_section(View const& view)
{
    return section("provenance", 2, view.say(messages::provenance_heading),
                   all({element("p", view.say(messages::repeat_run)),
                        element("pre", {{"tabindex", "0"}}, element("code", command_of(view))),
                        facts_of(view), terms_of(view)}));
}

}  // namespace minimasim::report::html
