#include <algorithm>
#include <cmath>

#include "sim/population/fit/frozen_values.hpp"
#include "sim/run/validation/population_sections.hpp"
#include "sim/run/validation/validation_answers.hpp"

namespace minimasim::run {

namespace {

ValidationRow row_of(population::FitRow const& cell)
{
    ValidationRow row;
    row.key = "margin." + cell.area + "." + cell.attribute + "." + cell.category;
    row.role = cell.evidence_class == 'H'   ? "margin (HARD)"
               : cell.evidence_class == 'F' ? "margin (FIRM)"
                                            : "margin (SOFT)";
    row.published = cell.target;
    row.low = cell.low;
    row.high = cell.high;
    row.model = cell.drawn;
    row.reason = "reconciled to the base date";
    if (cell.evidence_class == 'S') {
        row.reason += "; an estimate and no evidence: shown only";
    } else {
        row.ok = cell.is_met();
    }
    return row;
}

// Cells of one class, and how many of them are inside their interval.
struct OfClass {
    std::size_t cells = 0;
    std::size_t inside = 0;
    double total = 0;
    double absolute_error = 0;
    double largest = 0;

    void add(population::FitRow const& cell)
    {
        double const off = std::fabs(cell.drawn - cell.target);
        ++cells;
        inside += cell.is_met() ? 1 : 0;
        total += cell.target;
        absolute_error += off;
        largest = std::max(largest, off);
    }

    double share_inside() const
    {
        return cells == 0 ? 1 : static_cast<double>(inside) / static_cast<double>(cells);
    }
};

}  // namespace

ValidationSection frozen_section(Workspace const& workspace)
{
    ValidationSection section{"margins", "Published values: are they those that were frozen?", {}, {}, {}};
    auto const changed = population::changed_tables(workspace.evidence, workspace.folders.data);
    section.rows.push_back(
        accepted_row("population.margins.changed_tables", static_cast<double>(changed.size()), 0, 0,
                     changed.empty() ? text_of("of %.0f tables of the target register",
                                               static_cast<double>(workspace.evidence.targets.rows.size()))
                                     : changed.front().text()));
    for (auto const& table : changed) {
        section.rows.push_back(
            stated_row("population.margins.changed." + (table.target.empty() ? "all" : table.target),
                       "internal", table.text()));
    }
    return section;
}

ValidationSection fit_section(Workspace const& workspace, population::Population const& population,
                              std::uint64_t seed)
{
    ValidationSection section{
        "fit",
        "Internal fit",
        {"internal: fitted, proves nothing. Exact margins are the entrance ticket, not the quality"},
        {},
        {}};
    OfClass hard;
    OfClass firm;
    OfClass soft;
    std::vector<ValidationRow> outside;
    for (auto const& cell : population::fit_of(population, workspace.evidence, seed).rows) {
        (cell.evidence_class == 'H' ? hard : cell.evidence_class == 'F' ? firm : soft).add(cell);
        auto row = row_of(cell);
        (row.ok.value_or(true) ? section.details : outside).push_back(std::move(row));
    }
    auto const count = [](OfClass const& of) { return static_cast<double>(of.cells); };
    section.rows = {
        accepted_row("population.hard.tae", hard.absolute_error, 0, 0,
                     text_of("total absolute error of whole households over %.0f HARD cells", count(hard))),
        accepted_row("population.hard.sae", hard.total > 0 ? hard.absolute_error / hard.total : 0, 0, 0,
                     "the same over the total of the cells"),
        accepted_row("population.hard.max", hard.largest, 0, 0, "the largest error of one HARD cell"),
        accepted_row(
            "population.firm.inside", firm.share_inside(), 1, 1,
            text_of("share of %.0f FIRM cells inside their rounding interval; the others stand below",
                    count(firm))),
        measured_row("population.soft.inside", "internal", soft.share_inside(),
                     text_of("share of %.0f SOFT cells within two standard deviations", count(soft)))};
    section.rows.insert(section.rows.end(), outside.begin(), outside.end());
    return section;
}

}  // namespace minimasim::run
