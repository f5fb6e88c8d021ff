#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/report/csv_table.hpp"
#include "sim/report/frontier.hpp"
#include "sim/report/text_table.hpp"

namespace minimasim::report {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t text_width = 120;

constexpr std::array<Quantity, target_count> quantities{Quantity::euro, Quantity::count, Quantity::count};
constexpr std::array<char const*, target_count> effect_names{
    "poverty_gap_closed_per_year", "poor_children_fewer", "newly_reached_households_net"};
constexpr std::array<char const*, target_count> effect_units{"euro_per_year", "children", "households"};

char const* target_text(Target target, Language language)
{
    switch (target) {
        case Target::poverty_gap:
            return in(language, "het armoedetekort verkleinen", "closing the poverty gap");
        case Target::children:
            return in(language, "minder arme kinderen", "fewer poor children");
        default:
            return in(language, "meer huishoudens bereiken", "reaching more households");
    }
}

TextCell estimate_cell(Quantity quantity, Interval const& interval, Language language)
{
    return {change_text(quantity, interval, language), interval_text(quantity, interval, language, true)};
}

// Terms as a column of text: one a line.
TextCell changes_cell(FrontierPoint const& point)
{
    TextCell lines;
    for (auto const& change : point.changes) {
        lines.push_back(change.scheme + "." + change.term + " " + csv_exact_number(change.from) + " -> " +
                        csv_exact_number(change.to));
    }
    return lines;
}

std::vector<TextCell> header(Language language)
{
    return {
        {""},
        {in(language, "extra kosten", "extra cost"), in(language, "euro per jaar", "euro a year")},
        {in(language, "armoedetekort", "poverty gap"), in(language, "gedicht, per jaar", "closed, a year")},
        {in(language, "arme kinderen", "poor children"), in(language, "minder", "fewer")},
        {in(language, "huishoudens", "households"), in(language, "nieuw bereikt", "newly reached")}};
}

std::vector<TextCell> row(std::string const& name, FrontierPoint const& point, Language language)
{
    std::vector<TextCell> cells{{name}, estimate_cell(Quantity::euro, point.cost, language)};
    for (std::size_t t = 0; t < target_count; ++t) {
        cells.push_back(estimate_cell(quantities[t], point.effects[t], language));
    }
    return cells;
}

Json as_json(Interval const& interval)
{
    return {{"estimate", interval.estimate}, {"low", interval.low}, {"high", interval.high}};
}

Json as_json(FrontierPoint const& point)
{
    Json json{{"extra_cost_per_year", as_json(point.cost)}};
    for (std::size_t t = 0; t < target_count; ++t) {
        json[effect_names[t]] = as_json(point.effects[t]);
    }
    json["changes"] = Json::array();
    for (auto const& change : point.changes) {
        json["changes"].push_back({{"scheme", change.scheme},
                                   {"term", change.term},
                                   {"unit", change.unit},
                                   {"from", change.from},
                                   {"to", change.to}});
    }
    return json;
}

void add_interval(std::vector<std::string>& cells, Interval const& interval, char const* unit)
{
    for (double const value : {interval.estimate, interval.low, interval.high}) {
        cells.push_back(csv_number(value, unit));
    }
}

std::vector<std::string> csv_row(std::string const& kind, std::string const& name, FrontierPoint const& point)
{
    std::vector<std::string> cells{kind, name};
    add_interval(cells, point.cost, "euro_per_year");
    for (std::size_t t = 0; t < target_count; ++t) {
        add_interval(cells, point.effects[t], effect_units[t]);
    }
    cells.push_back(changes_text(point));
    return cells;
}

std::string remarks(Frontier const& frontier, Language language)
{
    std::string text;
    if (frontier.is_exhausted) {
        text += in(language, "Meer geld wordt niet besteed: alle termen die helpen staan aan hun einde.\n",
                   "More money would not be spent: every term that helps is at its end.\n");
    }
    if (!frontier.useless.empty()) {
        text += in(language, "Zonder effect op dit doel en daarom niet gedraaid: ",
                   "Without effect on this target, and so not turned: ");
        for (std::size_t i = 0; i < frontier.useless.size(); ++i) {
            text += (i > 0 ? ", " : "") + frontier.useless[i];
        }
        text += ".\n";
    }
    return text;
}

}  // namespace

std::string changes_text(FrontierPoint const& point)
{
    std::string text;
    for (auto const& line : changes_cell(point)) {
        text += (text.empty() ? "" : "; ") + line;
    }
    return text;
}

std::string frontier_text(Frontier const& frontier, Language language)
{
    auto text = frontier.municipality_name + ", " + frontier.date + ": " +
                target_text(frontier.target, language) + in(language, ", voor hooguit ", ", for at most ") +
                exact_euro_text(frontier.budget, language) +
                in(language, " per jaar meer dan huidig beleid\n\n", " a year more than current policy\n\n");
    std::vector<std::vector<TextCell>> rows;
    for (std::size_t i = 0; i < frontier.points.size(); ++i) {
        rows.push_back(row(std::to_string(i + 1), frontier.points[i], language));
    }
    text += text_table(header(language), rows, text_width);
    text += in(language, "\nDe beste pakketten binnen het budget\n\n",
               "\nThe best packages within the budget\n\n");
    rows.clear();
    for (auto const& proposal : frontier.best) {
        rows.push_back(row(proposal.name, proposal.package, language));
    }
    text += text_table(header(language), rows, text_width);
    for (auto const& proposal : frontier.best) {
        text += "\n" + proposal.name + "\n";
        for (auto const& line : changes_cell(proposal.package)) {
            text += "  " + line + "\n";
        }
    }
    return text + "\n" + remarks(frontier, language);
}

std::string frontier_json(Frontier const& frontier)
{
    Json json{{"target", target_names[static_cast<std::size_t>(frontier.target)]},
              {"budget_euro_per_year", frontier.budget},
              {"municipality", frontier.municipality},
              {"date", frontier.date},
              {"program_version", frontier.program_version},
              {"data_digest", frontier.data_digest},
              {"population_digest", frontier.population_digest},
              {"seed", frontier.seed},
              {"replicates", frontier.replicates},
              {"members", frontier.members},
              {"search_replicates", frontier.search_replicates},
              {"packages_searched", frontier.appraised},
              {"packages_run", frontier.finalists},
              {"is_exhausted", frontier.is_exhausted},
              {"levers", frontier.levers},
              {"levers_without_effect", frontier.useless}};
    json["current_policy"] = {{"poverty_gap_per_year", as_json(frontier.now[0])},
                              {"poor_children", as_json(frontier.now[1])}};
    json["frontier"] = Json::array();
    for (auto const& point : frontier.points) {
        json["frontier"].push_back(as_json(point));
    }
    json["best"] = Json::array();
    for (auto const& proposal : frontier.best) {
        auto package = as_json(proposal.package);
        package["file"] = proposal.name + ".toml";
        json["best"].push_back(std::move(package));
    }
    return json.dump(2) + "\n";
}

std::string frontier_csv(Frontier const& frontier)
{
    CsvTable table;
    for (auto const* name : {"kind", "package"}) {
        table.columns.push_back({name, "string", "", ""});
    }
    for (auto const* outcome : {"extra_cost_per_year", effect_names[0], effect_names[1], effect_names[2]}) {
        for (auto const* suffix : {"", "_low", "_high"}) {
            table.columns.push_back({std::string(outcome) + suffix, "number", "", ""});
        }
    }
    table.columns.push_back({"changes", "string", "", ""});
    for (std::size_t i = 0; i < frontier.points.size(); ++i) {
        table.rows.push_back(csv_row("frontier", std::to_string(i + 1), frontier.points[i]));
    }
    for (auto const& proposal : frontier.best) {
        table.rows.push_back(csv_row("best", proposal.name, proposal.package));
    }
    return csv_text(table);
}

std::string proposal_toml(Frontier const& frontier, Proposal const& proposal)
{
    auto const rank = proposal.name.substr(proposal.name.find('-') + 1);
    auto const money = [&](Language language) { return exact_euro_text(frontier.budget, language); };
    auto const figures = [&](Language language) {
        auto const& effect = effect_of(frontier, proposal.package);
        auto const quantity = quantities[static_cast<std::size_t>(frontier.target)];
        auto const& cost = proposal.package.cost;
        auto const end = [&](double value) {
            return exact_euro_text(rounded(value, rounding_step(Quantity::euro, cost)), language);
        };
        return in(language, "tussen ", "between ") + end(cost.low) + in(language, " en ", " and ") +
               end(cost.high) + in(language, " per jaar voor ", " a year for ") +
               change_text(quantity, effect, language);
    };
    std::string text = "title     = \"Voorstel " + rank + ": " +
                       target_text(frontier.target, Language::dutch) + " voor hooguit " +
                       money(Language::dutch) + "\"\n";
    text += "title_en  = \"Proposal " + rank + ": " + target_text(frontier.target, Language::english) +
            " for at most " + money(Language::english) + "\"\n";
    text += "source    = \"minimasim " + frontier.program_version + " optimise --target " +
            target_names[static_cast<std::size_t>(frontier.target)] + " --budget " +
            csv_exact_number(frontier.budget) + " --seed " + std::to_string(frontier.seed) + "\"\n";
    text += "remark    = \"Door het model gezocht, niet door iemand voorgesteld. Volgens het model: " +
            figures(Language::dutch) + " (" + target_text(frontier.target, Language::dutch) + ").\"\n";
    text += "remark_en = \"Searched by the model, proposed by nobody. By the model: " +
            figures(Language::english) + " (" + target_text(frontier.target, Language::english) + ").\"\n";
    text += "date      = " + frontier.date + "\n\n[changes]\n";
    for (auto const& change : proposal.package.changes) {
        text +=
            change.scheme + "." + change.term + " = " +
            (change.unit == "yes_no" ? (change.to != 0 ? "true" : "false") : csv_exact_number(change.to)) +
            "  # now " + csv_exact_number(change.from) + "\n";
    }
    return text;
}

}  // namespace minimasim::report
