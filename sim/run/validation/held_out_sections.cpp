#include "sim/run/validation/held_out_sections.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>

#include "sim/base/loop.hpp"
#include "sim/outcomes/figures.hpp"
#include "sim/population/panel/panel.hpp"
#include "sim/run/validation/held_out_figures.hpp"
#include "sim/run/validation/validation_answers.hpp"

namespace minimasim::run {

namespace {

using population::HeldOutCell;

// Limits of the acceptance table of docs/method.md section 7.
constexpr double largest_sae_held_out = 0.09;
constexpr double largest_sae_fitted = 0.02;
constexpr double largest_over_floor = 3;
constexpr double accepted_ratio = 0.1;  // of totals that do not follow from take-up: as others reach
constexpr double target_ratio = 0.03;   // as is wanted
constexpr std::size_t worst_cells_shown = 8;
constexpr std::size_t fewest_members_for_coverage = 10;

ValidationRow row_of(HeldOutCell const& cell)
{
    ValidationRow row;
    row.key = "held_out.position_age." + cell.name;
    row.role = "held out";
    row.published = cell.published;
    row.low = cell.published - 2 * std::sqrt(cell.published);  // what a count of this size may be off
    row.high = cell.published + 2 * std::sqrt(cell.published);
    row.model = cell.held_out;
    row.model_low = cell.low;
    row.model_high = cell.high;
    row.ok = cell.low <= cell.published && cell.published <= cell.high;
    row.reason = text_of("fitted to the table %.0f; national rates %.0f, flat seed %.0f", cell.fitted,
                         cell.national_rates, cell.flat_kinds);
    return row;
}

// Error of the model beside that of a naive guess.
ValidationRow beaten_row(std::string key, std::string role, double error, double naive, std::string reason)
{
    auto row = measured_row(std::move(key), std::move(role), error, std::move(reason));
    row.high = naive;
    row.ok = error < naive;
    return row;
}

// Measures of all members, [member][figure].
template <class Measure>
std::vector<std::vector<double>> over_members(RunOptions const& options, char const* step,
                                              Measure const& measure)
{
    std::size_t const members = std::min(options.members, options.replicates);
    std::atomic<std::size_t> done = 0;
    options.progress(step, 0);
    return run_in_parallel(members, options.threads, [&](std::size_t m) {
        auto values = measure(static_cast<std::uint32_t>(m));
        options.progress(step, static_cast<double>(++done) / static_cast<double>(members));
        return values;
    });
}

std::vector<ValidationRow> joined(std::vector<ValidationRow> rows, std::vector<ValidationRow> const& more)
{
    rows.insert(rows.end(), more.begin(), more.end());
    return rows;
}

std::vector<double> column(std::vector<std::vector<double>> const& by_member, std::size_t figure)
{
    std::vector<double> values;
    for (auto const& of_member : by_member) {
        values.push_back(of_member[figure]);
    }
    return values;
}

}  // namespace

HeldOut hold_out(Workspace const& workspace, RunOptions const& options, Ensemble const& ensemble,
                 DatedPolicy const& calibration_policy)
{
    HeldOut result;
    auto const& evidence = workspace.evidence;
    auto const totals = over_members(options, "fitting without a table", [&](std::uint32_t m) {
        return population::totals_without_table(evidence, {options.seed, m, {}});
    });
    result.table = population::hold_out_positions(evidence, ensemble.member(0), options.seed, totals);

    auto const measures = over_members(options, "measuring held-out figures", [&](std::uint32_t m) {
        return measure_held_out(workspace, ensemble.member(m), calibration_policy);
    });
    auto const figures = held_out_figures(workspace);
    for (std::size_t f = 0; f < figures.size(); ++f) {
        auto const& figure = figures[f];
        auto const values = column(measures, f);
        double mean = 0;
        for (double const value : values) {
            mean += value / static_cast<double>(values.size());
        }
        ValidationRow row;
        row.key = "held_out." + figure.key;
        bool const decides = figure.is_total && !std::isnan(figure.published);
        row.role = decides ? "acceptance" : "held out";
        row.published = figure.published;
        row.model = mean;
        row.model_low = outcomes::percentile(values, 0.05);
        row.model_high = outcomes::percentile(values, 0.95);
        row.reason = figure.reason;
        if (decides) {
            row.low = (1 - accepted_ratio) * figure.published;
            row.high = (1 + accepted_ratio) * figure.published;
            row.ok = mean >= *row.low && mean <= *row.high;
            result.targets.push_back(targeted_row(row.key + ".ratio", mean / figure.published,
                                                  1 - target_ratio, 1 + target_ratio,
                                                  "the same over what was published"));
        }
        result.figures.push_back(std::move(row));
        result.naive.push_back(figure.naive);
    }
    return result;
}

ValidationSection held_out_table_section(HeldOut const& held_out)
{
    auto const& table = held_out.table;
    auto const without = table.error(&HeldOutCell::held_out);
    auto const with = table.error(&HeldOutCell::fitted);
    double const floor = table.sampling_floor();
    ValidationSection section{"held_out_table",
                              "Persons by position in the household and age, held out",
                              {"the municipality's own table of 2020, brought to 2023: every member was "
                               "fitted once more without it",
                               "below: the worst cells by their distance in standard deviations of a count"},
                              {},
                              {}};
    section.rows = {
        accepted_row("held_out.position_age.sae", without.sae, 0, largest_sae_held_out,
                     text_of("left out of the fit; %.1f times the sampling floor of %.4f",
                             without.sae / floor, floor)),
        targeted_row("held_out.position_age.sae_over_floor", without.sae / floor, 0, largest_over_floor,
                     "a drawing of as many persons from the table itself has 1"),
        measured_row("held_out.position_age.srmse", "held out", without.srmse, "left out of the fit"),
        accepted_row("held_out.position_age.sae_fitted", with.sae, 0, largest_sae_fitted,
                     text_of("of the final fit, which has the table; SRMSE %.4f", with.srmse))};
    auto cells = table.cells;
    std::stable_sort(cells.begin(), cells.end(), [](auto const& a, auto const& b) {
        auto const off = [](auto const& c) {
            return std::fabs(c.held_out - c.published) / std::sqrt(c.published + 1);
        };
        return off(a) > off(b);
    });
    for (std::size_t c = 0; c < cells.size(); ++c) {
        (c < worst_cells_shown ? section.rows : section.details).push_back(row_of(cells[c]));
    }
    return section;
}

ValidationSection held_out_figure_section(HeldOut const& held_out)
{
    return {"held_out_figures",
            "Held-out figures of the register",
            {"never fitted; interval of the model: 90 % of the members"},
            joined(held_out.figures, held_out.targets),
            {}};
}

ValidationSection baseline_section(HeldOut const& held_out)
{
    auto const& table = held_out.table;
    double const sae = table.error(&HeldOutCell::held_out_fit).sae;
    ValidationSection section{
        "baseline",
        "Naive guesses, beaten or not",
        {"model: the error of the model (SAE: of its fractional weights); interval: up to that of the guess"},
        {},
        {}};
    section.rows = {
        beaten_row("baseline.national_rates.position_age.sae", "acceptance", sae,
                   table.error(&HeldOutCell::national_rates).sae,
                   "national positions by age on local ages, over the held-out table"),
        beaten_row("baseline.flat_seed.position_age.sae", "acceptance", sae,
                   table.error(&HeldOutCell::flat_kinds).sae,
                   "the same margins without national tables, every combination of attributes alike"),
        beaten_row(
            "baseline.flat_catalogue.position_age.sae", "target", sae,
            table.error(&HeldOutCell::flat_catalogue).sae,
            "the same, every candidate household alike; the candidates were drawn from national tables"),
        beaten_row("baseline.national_rates.position_age.interval_score", "target", table.interval_score(),
                   table.interval_score_of_national_rates(),
                   "mean interval score at 90 %, beside Poisson intervals around national rates")};
    for (std::size_t f = 0; f < held_out.figures.size(); ++f) {
        auto const& figure = held_out.figures[f];
        if (std::isnan(held_out.naive[f])) {
            continue;
        }
        auto row = beaten_row("baseline.national_rates." + figure.key.substr(9), "baseline",
                              std::fabs(figure.model.value_or(0) - figure.published),
                              std::fabs(held_out.naive[f] - figure.published),
                              text_of("national rates on local margins say %.6g, published is %.6g",
                                      held_out.naive[f], figure.published));
        section.rows.push_back(std::move(row));
    }
    section.rows.push_back(
        stated_row("baseline.neighbourhood_regression", "baseline",
                   "none: no figure of a neighbourhood is held out that the model can say (every published "
                   "one is fitted or has no counterpart), so there is nothing for a regression on means of "
                   "neighbourhoods to be compared by"));
    return section;
}

ValidationSection coverage_section(Workspace const& workspace, RunOptions const& options,
                                   Ensemble const& ensemble, HeldOut const& held_out)
{
    ValidationSection section{
        "coverage",
        "Coverage of the 90 % intervals of the ensemble",
        {text_of("over %.0f members; 85 to 95 %% is wanted, and too wide is a fault as well",
                 static_cast<double>(held_out.table.members))},
        {},
        {}};
    auto const share_row = [](std::string key, std::size_t covered, std::size_t n, std::string const& what) {
        return measured_row(
            std::move(key), "held out", n == 0 ? 0 : static_cast<double>(covered) / static_cast<double>(n),
            text_of("%.0f of n = %.0f ", static_cast<double>(covered), static_cast<double>(n)) + what);
    };
    auto of_table = share_row("coverage.position_age", held_out.table.covered(), held_out.table.cells.size(),
                              "cells of the table, with the table held out");
    if (held_out.table.members >= fewest_members_for_coverage) {
        of_table = targeted_row(of_table.key, *of_table.model, 0.85, 0.95, of_table.reason);
    }
    section.rows.push_back(of_table);
    std::size_t covered = 0;
    std::size_t figures = 0;
    for (auto const& figure : held_out.figures) {
        if (!std::isnan(figure.published)) {
            ++figures;
            covered += *figure.model_low <= figure.published && figure.published <= *figure.model_high;
        }
    }
    section.rows.push_back(share_row("coverage.held_out_figures", covered, figures, "held-out figures"));

    auto const panel = population::read_panel(workspace.folders.data / "margins" / "panel.csv");
    auto const by_member = over_members(options, "measuring the panel", [&](std::uint32_t m) {
        std::vector<double> values;
        for (auto const& row : population::measure_panel(panel, ensemble.member(m))) {
            values.push_back(row.model);
        }
        return values;
    });
    covered = 0;
    for (std::size_t f = 0; f < panel.size(); ++f) {
        auto const values = column(by_member, f);
        covered += outcomes::percentile(values, 0.05) <= panel[f].published &&
                   panel[f].published <= outcomes::percentile(values, 0.95);
    }
    section.rows.push_back(share_row("coverage.panel", covered, panel.size(),
                                     "figures of the panel; they are the nation's, and the municipality "
                                     "differs from it, so fewer are expected"));
    return section;
}

}  // namespace minimasim::run
