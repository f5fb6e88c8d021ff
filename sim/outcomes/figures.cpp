#include "sim/outcomes/figures.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "sim/base/loop.hpp"
#include "sim/outcomes/cost.hpp"

namespace minimasim::outcomes {

namespace {

// One line of the table before statistics: its names and its value per package and replicate.
struct Line {
    std::string outcome;
    std::string scheme;
    std::string breakdown = "total";
    std::string cell;
    std::string unit;
    std::function<double(std::size_t package, std::size_t replicate)> value;
    // Of a share: what of what. Its value is then part over whole, and none where the whole is nothing.
    std::function<Part(std::size_t package, std::size_t replicate)> part = {};
    std::function<bool(std::size_t package)> is_given = {};  // of a share: the package says it
    // Of a count: whether it could be other than nothing in a package; empty for what is no count.
    std::function<bool(std::size_t package)> may_differ = {};
};

struct NamedSchemeOutcome {
    SchemeOutcome outcome;
    char const* name;
    char const* unit;
    double scale;
    bool has_breakdown;
};

constexpr NamedSchemeOutcome scheme_outcomes[] = {
    {SchemeOutcome::cost_cents_per_year, "cost_per_year", "euro_per_year", 0.01, true},
    {SchemeOutcome::entitled_households, "entitled_households", "households", 1, true},
    {SchemeOutcome::recipients_households, "recipients_households", "households", 1, true},
    {SchemeOutcome::entitled_persons, "entitled_persons", "persons", 1, false},
    {SchemeOutcome::entitled_children, "entitled_children", "children", 1, false},
    {SchemeOutcome::recipients_persons, "recipients_persons", "persons", 1, false},
    {SchemeOutcome::recipients_children, "recipients_children", "children", 1, false},
    {SchemeOutcome::users, "users", "", 1, false},
};

struct NamedPackageOutcome {
    PackageOutcome outcome;
    char const* name;
    char const* unit;
    double scale;
    bool has_breakdown;
    bool is_count = false;        // of a level: what is newly so or no longer is a difference, paired as such
    bool needs_cells = false;     // not counted where there is the total alone
    bool is_by_received = false;  // by the number of schemes received, and by nothing else
};

constexpr NamedPackageOutcome package_outcomes[] = {
    {PackageOutcome::newly_entitled_households, "newly_entitled_households", "households", 1, true},
    {PackageOutcome::newly_entitled_persons, "newly_entitled_persons", "persons", 1, false},
    {PackageOutcome::newly_entitled_children, "newly_entitled_children", "children", 1, false},
    {PackageOutcome::no_longer_entitled_households, "no_longer_entitled_households", "households", 1, true},
    {PackageOutcome::no_longer_entitled_persons, "no_longer_entitled_persons", "persons", 1, false},
    {PackageOutcome::no_longer_entitled_children, "no_longer_entitled_children", "children", 1, false},
    {PackageOutcome::newly_reached_households, "newly_reached_households", "households", 1, true},
    {PackageOutcome::newly_reached_persons, "newly_reached_persons", "persons", 1, false},
    {PackageOutcome::newly_reached_children, "newly_reached_children", "children", 1, false},
    {PackageOutcome::no_longer_reached_households, "no_longer_reached_households", "households", 1, true},
    {PackageOutcome::no_longer_reached_persons, "no_longer_reached_persons", "persons", 1, false},
    {PackageOutcome::no_longer_reached_children, "no_longer_reached_children", "children", 1, false},
    {PackageOutcome::poor_households, "poor_households", "households", 1, true, true},
    {PackageOutcome::poor_persons, "poor_persons", "persons", 1, true, true},
    {PackageOutcome::poor_children, "poor_children", "children", 1, true, true},
    {PackageOutcome::poor_persons_in_working_households, "poor_persons_in_working_households", "persons", 1,
     false, true},
    {PackageOutcome::near_poor_persons, "near_poor_persons", "persons", 1, true, true},
    {PackageOutcome::poverty_gap_cents_per_year, "poverty_gap_per_year", "euro_per_year", 0.01, true},
    {PackageOutcome::poor_persons_premium_deducted, "poor_persons_premium_deducted", "persons", 1, false,
     true},
    {PackageOutcome::gaining_households, "gaining_households", "households", 1, true, false, true},
    {PackageOutcome::losing_households, "losing_households", "households", 1, true, false, true},
    {PackageOutcome::gain_cents_per_year, "gain_per_year", "euro_per_year", 0.01, true, false, true},
    {PackageOutcome::loss_cents_per_year, "loss_per_year", "euro_per_year", 0.01, true, false, true},
    {PackageOutcome::supported_households, "supported_households", "households", 1, true, true, true},
    {PackageOutcome::households, "households", "households", 1, true, false, true, true},
};

double cost_of(Totals const& totals, std::size_t package, std::size_t replicate, std::size_t scheme)
{
    return in_euro(totals.by_replicate[replicate][package].at(scheme, SchemeOutcome::cost_cents_per_year));
}

// All schemes and measures together: what the municipality spends.
double cost_in_all(Totals const& totals, std::size_t package, std::size_t replicate)
{
    std::vector<double> schemes;
    for (std::size_t scheme = 0; scheme < rules::scheme_count; ++scheme) {
        schemes.push_back(cost_of(totals, package, replicate, scheme));
    }
    return outcomes::cost_in_all(totals.measure_budgets[package], schemes);
}

// What the package adds where it adds: rises of single schemes and measures, without what others save.
double gross_rise(Totals const& totals, std::size_t package, std::size_t replicate)
{
    double rise = 0;
    for (std::size_t scheme = 0; scheme < rules::scheme_count; ++scheme) {
        rise += std::max(0.0,
                         cost_of(totals, package, replicate, scheme) - cost_of(totals, 0, replicate, scheme));
    }
    for (std::size_t i = 0; i < totals.measures.size(); ++i) {
        rise += std::max(0.0, totals.measure_budgets[package][i] - totals.measure_budgets[0][i]);
    }
    return rise;
}

// Whether anybody in the municipality is entitled to a scheme; where nobody ever is, zeros are certain.
bool has_entitled(Totals const& totals, std::size_t package, std::size_t scheme)
{
    for (auto const& replicate : totals.by_replicate) {
        if (replicate[package].at(scheme, SchemeOutcome::entitled_households) > 0) {
            return true;
        }
    }
    return false;
}

Line take_up_line(Totals const& totals, std::size_t scheme)
{
    Line line;
    line.outcome = "take_up";
    line.scheme = rules::schemes[scheme].key;
    line.unit = "share";
    line.part = [&totals, scheme](std::size_t package, std::size_t replicate) -> Part {
        auto const& tally = totals.by_replicate[replicate][package];
        return {static_cast<double>(tally.at(scheme, SchemeOutcome::recipients_households)),
                static_cast<double>(tally.at(scheme, SchemeOutcome::entitled_households))};
    };
    line.value = [part = line.part](std::size_t package, std::size_t replicate) {
        auto const counted = part(package, replicate);
        return counted.whole > 0 ? counted.part / counted.whole : 0.0;
    };
    line.is_given = [&totals, scheme](std::size_t package) {
        return package < totals.given_take_up.size() && ((totals.given_take_up[package] >> scheme) & 1U) != 0;
    };
    return line;
}

void add_scheme_lines(Totals const& totals, Cells const& cells, std::vector<Line>& lines)
{
    for (std::size_t scheme = 0; scheme < rules::scheme_count; ++scheme) {
        std::vector<bool> has_any;
        for (std::size_t package = 0; package < totals.packages.size(); ++package) {
            has_any.push_back(has_entitled(totals, package, scheme));
        }
        for (auto const& named : scheme_outcomes) {
            std::size_t const count = named.has_breakdown ? cells.size() : 1;
            for (std::size_t cell = 0; cell < count; ++cell) {
                if (cells.list[cell].breakdown == Breakdown::schemes_received) {
                    continue;
                }
                Line line;
                line.outcome = named.name;
                line.scheme = rules::schemes[scheme].key;
                line.breakdown = to_text(cells.list[cell].breakdown);
                line.cell = cells.list[cell].name;
                line.unit = named.outcome == SchemeOutcome::users ? rules::to_text(totals.counted_in[scheme])
                                                                  : named.unit;
                line.value = [&totals, scheme, outcome = named.outcome, cell, scale = named.scale](
                                 std::size_t package, std::size_t replicate) {
                    return scale * static_cast<double>(
                                       totals.by_replicate[replicate][package].at(scheme, outcome, cell));
                };
                if (named.outcome != SchemeOutcome::cost_cents_per_year) {
                    line.may_differ = [has_any](std::size_t package) { return has_any[package]; };
                }
                lines.push_back(std::move(line));
            }
        }
        lines.push_back(take_up_line(totals, scheme));
    }
}

void add_package_lines(Totals const& totals, Cells const& cells, std::vector<Line>& lines)
{
    Line cost{"cost_per_year", "", "total", "", "euro_per_year", {}};
    cost.value = [&totals](std::size_t package, std::size_t replicate) {
        return cost_in_all(totals, package, replicate);
    };
    lines.push_back(cost);
    Line gross{"gross_cost_per_year", "", "total", "", "euro_per_year", {}};
    gross.value = [&totals](std::size_t package, std::size_t replicate) {
        return cost_in_all(totals, 0, replicate) + gross_rise(totals, package, replicate);
    };
    lines.push_back(gross);
    for (std::size_t i = 0; i < totals.measures.size(); ++i) {
        Line measure{"cost_per_year", totals.measures[i], "total", "", "euro_per_year", {}};
        measure.value = [&totals, i](std::size_t package, std::size_t) {
            return totals.measure_budgets[package][i];
        };
        lines.push_back(std::move(measure));
    }
    for (auto const& named : package_outcomes) {
        std::size_t const count = named.needs_cells && cells.size() == 1 ? 0
                                  : named.has_breakdown                  ? cells.size()
                                                                         : 1;
        for (std::size_t cell = 0; cell < count; ++cell) {
            auto const breakdown = cells.list[cell].breakdown;
            bool const is_by_received = breakdown == Breakdown::schemes_received;
            if (breakdown != Breakdown::total && is_by_received != named.is_by_received) {
                continue;
            }
            Line line{named.name, "", to_text(cells.list[cell].breakdown), cells.list[cell].name,
                      named.unit, {}};
            line.value = [&totals, outcome = named.outcome, cell, scale = named.scale](
                             std::size_t package, std::size_t replicate) {
                return scale * static_cast<double>(totals.by_replicate[replicate][package].at(outcome, cell));
            };
            if (named.is_count) {
                line.may_differ = [](std::size_t) { return true; };
            }
            lines.push_back(std::move(line));
        }
    }
}

// The interval of a level.
Interval level_of(Totals const& totals, Line const& line, std::size_t package,
                  std::vector<double> const& values)
{
    if (line.part) {
        std::vector<Part> parts;
        for (std::size_t r = 0; r < values.size(); ++r) {
            parts.push_back(line.part(package, r));
        }
        return share_interval(parts, totals.members, line.is_given(package));
    }
    return line.may_differ ? count_interval(values, totals.members, line.may_differ(package))
                           : interval_of(values, totals.members);
}

// The interval of the difference from the baseline, paired within replicates. A share that is not there in
// one of the two has no difference.
Interval difference_of(Totals const& totals, Line const& line, std::size_t package,
                       std::vector<double> const& values, std::vector<double> const& baseline)
{
    std::vector<double> differences;
    for (std::size_t r = 0; r < values.size(); ++r) {
        if (!line.part || (line.part(package, r).whole > 0 && line.part(0, r).whole > 0)) {
            differences.push_back(values[r] - baseline[r]);
        }
    }
    return interval_of(differences, differences.size() == values.size() ? totals.members : 0);
}

std::vector<Line> make_lines(Totals const& totals, Cells const& cells)
{
    std::vector<Line> lines;
    add_package_lines(totals, cells, lines);
    add_scheme_lines(totals, cells, lines);
    return lines;
}

}  // namespace

namespace {

// One line of the table for every package; nothing where it is left out, being zero everywhere.
std::vector<Figure> figures_of(Totals const& totals, Line const& line)
{
    std::size_t const replicates = totals.by_replicate.size();
    std::vector<double> baseline(replicates);
    std::vector<double> values(replicates);
    bool is_zero = true;
    std::vector<Figure> figures;
    for (std::size_t package = 0; package < totals.packages.size(); ++package) {
        for (std::size_t r = 0; r < replicates; ++r) {
            values[r] = line.value(package, r);
            if (package == 0) {
                baseline[r] = values[r];
            }
            is_zero = is_zero && values[r] == 0;
        }
        auto const level = level_of(totals, line, package, values);
        auto const difference = difference_of(totals, line, package, values, baseline);
        figures.push_back({totals.packages[package], line.outcome, line.scheme, line.breakdown, line.cell,
                           line.unit, level.estimate, level.low, level.high, difference.estimate,
                           difference.low, difference.high, level.monte_carlo_error,
                           difference.monte_carlo_error});
    }
    return !is_zero || line.breakdown == "total" ? figures : std::vector<Figure>{};
}

}  // namespace

std::vector<Figure> make_figures(Totals const& totals, Cells const& cells, int threads)
{
    auto const lines = make_lines(totals, cells);
    auto by_line =
        run_in_parallel(lines.size(), threads, [&](std::size_t i) { return figures_of(totals, lines[i]); });
    std::vector<Figure> figures;
    for (std::size_t package = 0; package < totals.packages.size(); ++package) {
        for (auto& of_line : by_line) {
            if (!of_line.empty()) {
                figures.push_back(std::move(of_line[package]));
            }
        }
    }
    return figures;
}

ReplicateTable make_replicate_table(Totals const& totals)
{
    ReplicateTable table;
    table.packages = totals.packages.size();
    table.replicates = totals.by_replicate.size();
    auto const cells = Cells{{{Breakdown::total, ""}}, {}};
    for (auto const& line : make_lines(totals, cells)) {
        table.outcomes.push_back(line.scheme.empty() ? line.outcome : line.outcome + "/" + line.scheme);
        table.units.push_back(line.unit);
        for (std::size_t package = 0; package < table.packages; ++package) {
            for (std::size_t r = 0; r < table.replicates; ++r) {
                table.values.push_back(line.value(package, r));
            }
        }
    }
    return table;
}

}  // namespace minimasim::outcomes
