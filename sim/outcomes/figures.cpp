#include "sim/outcomes/figures.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

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
    std::function<double(std::size_t package, std::size_t replicate)>
        difference;  // empty: value less baseline
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
    {PackageOutcome::poor_households, "poor_households", "households", 1, true},
    {PackageOutcome::poor_persons, "poor_persons", "persons", 1, true},
    {PackageOutcome::poor_children, "poor_children", "children", 1, true},
    {PackageOutcome::poor_persons_in_working_households, "poor_persons_in_working_households", "persons", 1,
     false},
    {PackageOutcome::near_poor_persons, "near_poor_persons", "persons", 1, true},
    {PackageOutcome::poverty_gap_cents_per_year, "poverty_gap_per_year", "euro_per_year", 0.01, true},
    {PackageOutcome::poor_persons_premium_deducted, "poor_persons_premium_deducted", "persons", 1, false},
};

double cost_of(Totals const& totals, std::size_t package, std::size_t replicate, std::size_t scheme)
{
    return 0.01 * static_cast<double>(
                      totals.by_replicate[replicate][package].at(scheme, SchemeOutcome::cost_cents_per_year));
}

double measures_of(Totals const& totals, std::size_t package)
{
    double sum = 0;
    for (double const budget : totals.measure_budgets[package]) {
        sum += budget;
    }
    return sum;
}

// All schemes and measures together: what the municipality spends.
double cost_in_all(Totals const& totals, std::size_t package, std::size_t replicate)
{
    double sum = measures_of(totals, package);
    for (std::size_t scheme = 0; scheme < rules::scheme_count; ++scheme) {
        sum += cost_of(totals, package, replicate, scheme);
    }
    return sum;
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

void add_scheme_lines(Totals const& totals, Cells const& cells, std::vector<Line>& lines)
{
    for (std::size_t scheme = 0; scheme < rules::scheme_count; ++scheme) {
        for (auto const& named : scheme_outcomes) {
            std::size_t const count = named.has_breakdown ? cells.size() : 1;
            for (std::size_t cell = 0; cell < count; ++cell) {
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
                lines.push_back(std::move(line));
            }
        }
        Line take_up;
        take_up.outcome = "take_up";
        take_up.scheme = rules::schemes[scheme].key;
        take_up.unit = "share";
        take_up.value = [&totals, scheme](std::size_t package, std::size_t replicate) {
            auto const& tally = totals.by_replicate[replicate][package];
            auto const entitled = tally.at(scheme, SchemeOutcome::entitled_households);
            auto const recipients = tally.at(scheme, SchemeOutcome::recipients_households);
            return entitled == 0 ? 0.0 : static_cast<double>(recipients) / static_cast<double>(entitled);
        };
        lines.push_back(std::move(take_up));
    }
}

void add_package_lines(Totals const& totals, Cells const& cells, std::vector<Line>& lines)
{
    Line cost{"cost_per_year", "", "total", "", "euro_per_year", {}, {}};
    cost.value = [&totals](std::size_t package, std::size_t replicate) {
        return cost_in_all(totals, package, replicate);
    };
    lines.push_back(cost);
    Line gross{"gross_cost_per_year", "", "total", "", "euro_per_year", {}, {}};
    gross.value = [&totals](std::size_t package, std::size_t replicate) {
        return cost_in_all(totals, 0, replicate) + gross_rise(totals, package, replicate);
    };
    lines.push_back(gross);
    for (std::size_t i = 0; i < totals.measures.size(); ++i) {
        Line measure{"cost_per_year", totals.measures[i], "total", "", "euro_per_year", {}, {}};
        measure.value = [&totals, i](std::size_t package, std::size_t) {
            return totals.measure_budgets[package][i];
        };
        lines.push_back(std::move(measure));
    }
    for (auto const& named : package_outcomes) {
        std::size_t const count = named.has_breakdown ? cells.size() : 1;
        for (std::size_t cell = 0; cell < count; ++cell) {
            Line line{named.name, "", to_text(cells.list[cell].breakdown), cells.list[cell].name, named.unit,
                      {},         {}};
            line.value = [&totals, outcome = named.outcome, cell, scale = named.scale](
                             std::size_t package, std::size_t replicate) {
                return scale * static_cast<double>(totals.by_replicate[replicate][package].at(outcome, cell));
            };
            lines.push_back(std::move(line));
        }
    }
}

double mean(std::vector<double> const& values)
{
    double sum = 0;
    for (double const value : values) {
        sum += value;
    }
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

struct Interval {
    double estimate;
    double low;
    double high;
};

double percentile_of_sorted(std::vector<double> const& sorted, double share)
{
    if (sorted.empty()) {
        return 0;
    }
    double const place = share * static_cast<double>(sorted.size() - 1);
    auto const below = static_cast<std::size_t>(place);
    std::size_t const above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

Interval interval_of(std::vector<double> values)
{
    double const estimate = mean(values);
    std::sort(values.begin(), values.end());
    return {estimate, percentile_of_sorted(values, 0.05), percentile_of_sorted(values, 0.95)};
}

std::vector<Line> make_lines(Totals const& totals, Cells const& cells)
{
    std::vector<Line> lines;
    add_package_lines(totals, cells, lines);
    add_scheme_lines(totals, cells, lines);
    return lines;
}

}  // namespace

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return percentile_of_sorted(values, share);
}

std::vector<Figure> make_figures(Totals const& totals, Cells const& cells)
{
    std::vector<std::vector<Figure>> by_package(totals.packages.size());
    std::size_t const replicates = totals.by_replicate.size();
    std::vector<double> baseline(replicates);
    std::vector<double> values(replicates);
    std::vector<double> differences(replicates);
    for (auto const& line : make_lines(totals, cells)) {
        bool is_zero = true;
        std::vector<Figure> of_line;
        for (std::size_t package = 0; package < totals.packages.size(); ++package) {
            for (std::size_t r = 0; r < replicates; ++r) {
                values[r] = line.value(package, r);
                if (package == 0) {
                    baseline[r] = values[r];
                }
                differences[r] = values[r] - baseline[r];
                is_zero = is_zero && values[r] == 0;
            }
            auto const level = interval_of(values);
            auto const difference = interval_of(differences);
            of_line.push_back({totals.packages[package], line.outcome, line.scheme, line.breakdown, line.cell,
                               line.unit, level.estimate, level.low, level.high, difference.estimate,
                               difference.low, difference.high});
        }
        if (!is_zero || line.breakdown == "total") {
            for (std::size_t package = 0; package < of_line.size(); ++package) {
                by_package[package].push_back(std::move(of_line[package]));
            }
        }
    }
    std::vector<Figure> figures;
    for (auto& of_package : by_package) {
        std::move(of_package.begin(), of_package.end(), std::back_inserter(figures));
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
