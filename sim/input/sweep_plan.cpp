#include "sim/input/sweep_plan.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

#include "sim/base/error.hpp"
#include "sim/input/scenario_reader.hpp"

namespace minimasim::input {

namespace {

std::vector<std::string> const plan_keys{"grid", "list", "design", "range"};

constexpr MeantFile meant{"a plan of a sweep", "write a long list of points as a design or in several plans"};

// The order of the file: toml++ keeps tables by key.
bool stands_before(toml::node const& a, toml::node const& b)
{
    auto const& left = a.source().begin;
    auto const& right = b.source().begin;
    return left.line != right.line ? left.line < right.line : left.column < right.column;
}

// Reads what makes the points of a plan, collecting every problem.
class PointReader {
  public:
    PointReader(SweepPlan& plan, std::string const& file, std::vector<Problem>& problems)
        : plan_(plan), file_(file), problems_(problems)
    {
    }

    void read(toml::table const& table)
    {
        auto const* const grid = table.get("grid");
        auto const* const list = table.get("list");
        auto const* const design = table.get("design");
        auto const* const range = table.get("range");
        int const ways = (grid != nullptr) + (list != nullptr) + (design != nullptr || range != nullptr);
        if (ways != 1) {
            complain(1, std::string(ways == 0 ? "has no points" : "makes points in more than one way") +
                            "; give one of [grid], [list], and [design] with [range]");
        } else if (grid != nullptr) {
            plan_.kind = SweepPlan::Kind::grid;
            read_section("grid", *grid, [&](auto const& name, auto const& node) { read_values(name, node); });
        } else if (list != nullptr) {
            plan_.kind = SweepPlan::Kind::list;
            read_list(*list);
        } else {
            plan_.kind = SweepPlan::Kind::design;
            read_design(design, range);
        }
    }

  private:
    using Leaf = std::function<void(std::string const& name, toml::node const& node)>;

    void complain(int line, std::string what) { problems_.push_back({file_, line, std::move(what)}); }

    // All entries of a table as scheme.term (or scheme.term.3, for a list of law), in the order of the file.
    void for_each_leaf(std::string const& prefix, toml::table const& table, Leaf const& visit)
    {
        std::vector<std::pair<std::string, toml::node const*>> entries;
        for (auto const& [key, node] : table) {
            entries.emplace_back(prefix + std::string(key.str()), &node);
        }
        std::stable_sort(entries.begin(), entries.end(),
                         [](auto const& a, auto const& b) { return stands_before(*a.second, *b.second); });
        for (auto const& [name, node] : entries) {
            if (auto const* const inner = node->as_table()) {
                for_each_leaf(name + ".", *inner, visit);
            } else {
                visit(name, *node);
            }
        }
    }

    void read_section(std::string const& key, toml::node const& node, Leaf const& visit)
    {
        plan_.place = {file_, line_of(node)};
        auto const* const table = node.as_table();
        if (table == nullptr) {
            complain(line_of(node), key + " is not a table; start it with [" + key + "]");
            return;
        }
        for_each_leaf("", *table, visit);
        if (plan_.terms.empty() && problems_.empty()) {
            complain(line_of(node), "[" + key +
                                        "] is empty; there is nothing to vary. Give it terms, as in " +
                                        (key == "grid" ? "child_package.income_limit_share = [1.2, 1.3]"
                                                       : "child_package.income_limit_share = [1.2, 1.5]"));
        }
    }

    // The term of a name; nothing, with a problem, when it is no scheme.term.
    SweptTerm* add_term(std::string const& name, toml::node const& node)
    {
        auto const dot = name.find('.');
        if (dot == std::string::npos || dot == 0 || dot + 1 == name.size()) {
            complain(line_of(node), name + " is not of the form scheme.term (minimasim list terms)");
            return nullptr;
        }
        plan_.terms.push_back({name.substr(0, dot), name.substr(dot + 1), {file_, line_of(node)}, {}});
        return &plan_.terms.back();
    }

    // A value that a term can be given; take-up is a share.
    std::optional<double> value_of(SweptTerm const& term, toml::node const& node)
    {
        auto const value = term_value_of(term.name(), node, file_, problems_);
        if (value && term.is_take_up() && !(*value >= 0 && *value <= 1)) {
            complain(line_of(node),
                     term.name() + " is outside 0 to 1; it is the share of the entitled who claim");
            return std::nullopt;
        }
        return value;
    }

    // The values of one line of a grid.
    void read_values(std::string const& name, toml::node const& node)
    {
        auto* const term = add_term(name, node);
        if (term == nullptr) {
            return;
        }
        auto const* const list = node.as_array();
        if (list == nullptr || list->empty()) {
            complain(line_of(node), name + (list == nullptr ? " is not a list" : " is an empty list") +
                                        "; give its values, as in [1.2, 1.3], or the grid has no points");
            return;
        }
        for (auto const& entry : *list) {
            auto const value = value_of(*term, entry);
            if (value && std::find(term->values.begin(), term->values.end(), *value) != term->values.end()) {
                complain(line_of(entry), name + " has one value twice; every point would be run twice");
            } else if (value) {
                term->values.push_back(*value);
            }
        }
    }

    void read_list(toml::node const& node)
    {
        plan_.place = {file_, line_of(node)};
        auto const* const table = node.as_table();
        auto const* const points = table == nullptr ? nullptr : table->get_as<toml::array>("points");
        if (points == nullptr || table->size() != 1 || points->empty()) {
            complain(
                line_of(node),
                "list has no points; write them under [list] as points = [{ scheme.term = 1.2 }, { ... }]");
            return;
        }
        for (auto const& entry : *points) {
            auto const* const point = entry.as_table();
            plan_.list.emplace_back();
            if (point == nullptr || point->empty()) {
                complain(line_of(entry),
                         "a point of the list is no table of terms, as { scheme.term = 1.2 }");
                continue;
            }
            for_each_leaf("", *point, [&](std::string const& name, toml::node const& leaf) {
                if (auto const place = place_of(name, leaf)) {
                    if (auto const value = value_of(plan_.terms[*place], leaf)) {
                        plan_.list.back().emplace_back(*place, *value);
                    }
                }
            });
        }
    }

    // The place of a term among those of the list so far.
    std::optional<std::size_t> place_of(std::string const& name, toml::node const& node)
    {
        for (std::size_t i = 0; i < plan_.terms.size(); ++i) {
            if (plan_.terms[i].name() == name) {
                return i;
            }
        }
        return add_term(name, node) == nullptr ? std::nullopt : std::optional(plan_.terms.size() - 1);
    }

    void read_design(toml::node const* design, toml::node const* range)
    {
        if (design == nullptr || range == nullptr) {
            complain(
                line_of(design != nullptr ? *design : *range),
                "a design needs both [design] (kind and points) and [range] (scheme.term = [low, high])");
            return;
        }
        read_section("range", *range, [&](auto const& name, auto const& node) { read_range(name, node); });
        plan_.place = {file_, line_of(*design)};
        auto const* const table = design->as_table();
        if (table == nullptr) {
            complain(line_of(*design), "design is not a table; start it with [design]");
            return;
        }
        std::string kind;
        for (auto const& [key, node] : *table) {
            std::string const name(key.str());
            if (name == "kind") {
                kind = node.template value_exact<std::string>().value_or("?");
            } else if (name == "points") {
                plan_.design_points = whole_number("points", node, 1);
            } else if (name == "seed") {
                plan_.design_seed = whole_number("seed", node, 0);
            } else {
                complain(line_of(node),
                         "unknown key " + name + did_you_mean(name, {"kind", "points", "seed"}));
            }
        }
        if (kind != "sobol") {
            complain(line_of(*design), "the kind of a design is \"sobol\", as in kind = \"sobol\"");
        }
        if (!table->contains("points")) {
            complain(line_of(*design), "the design does not say how many points, as in points = 1024");
        }
    }

    void read_range(std::string const& name, toml::node const& node)
    {
        auto* const term = add_term(name, node);
        if (term == nullptr) {
            return;
        }
        auto const* const ends = node.as_array();
        if (ends == nullptr || ends->size() != 2) {
            complain(line_of(node),
                     name + " is not a range; give its lowest and highest value, as in [1.2, 1.5]");
            return;
        }
        auto const low = value_of(*term, *ends->get(0));
        auto const high = value_of(*term, *ends->get(1));
        if (low && high && !(*low < *high)) {
            complain(line_of(node), name + " has a range whose lowest value is not below its highest");
        } else if (low && high) {
            term->values = {*low, *high};
        }
    }

    std::uint64_t whole_number(std::string const& name, toml::node const& node, std::int64_t lowest)
    {
        auto const number = node.value_exact<std::int64_t>();
        if (!number || *number < lowest) {
            complain(line_of(node), name + " is not a whole number from " + std::to_string(lowest) + " on");
            return 1;
        }
        return static_cast<std::uint64_t>(*number);
    }

    SweepPlan& plan_;
    std::string const& file_;
    std::vector<Problem>& problems_;
};

}  // namespace

bool is_sweep_plan(std::filesystem::path const& file)
{
    std::string text;
    auto const table = read_toml(file, text);
    return std::any_of(plan_keys.begin(), plan_keys.end(),
                       [&](std::string const& key) { return table.contains(key); });
}

SweepPlan read_sweep_plan(std::filesystem::path const& file, std::filesystem::path const& shipped)
{
    SweepPlan plan;
    ScenarioFile own;
    own.id = file.stem().string();
    own.file = file.string();
    auto const table = read_toml(file, own.text, meant);
    std::vector<Problem> problems;
    read_scenario_table(table, plan_keys, own, problems);
    if (!own.forecast.empty()) {
        problems.push_back({own.file, own.forecast.front().place.line,
                            "a sweep does not forecast; [forecast] is read by minimasim forecast alone"});
    }
    PointReader(plan, own.file, problems).read(table);
    if (!problems.empty()) {
        throw InputError(problems);
    }
    plan.scenario = with_what_it_builds_on(own, shipped);
    return plan;
}

}  // namespace minimasim::input
