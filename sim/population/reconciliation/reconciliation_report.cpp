#include "sim/population/reconciliation/reconciliation_report.hpp"

#include <cmath>
#include <cstdio>

#include "sim/population/reconciliation/reconciliation.hpp"

namespace minimasim::population {

namespace {

// Reconciled values are multiples of 2^-20: an edge of an interval may be missed by that.
constexpr double resolution = 1e-5;

std::string line_of(ReconciliationRow const& row, std::string const& note)
{
    char text[400];
    std::snprintf(text, sizeof text,
                  "%-10s %-22s %-16s %-31s %4d %12.6g %12.6g %12.6g %12.6g %12.6g %+10.4g%s%s\n",
                  row.area.c_str(), row.universe.c_str(), row.attribute.c_str(), row.category.c_str(),
                  row.year, row.published, row.expected, row.low, row.high, row.reconciled, row.moved_by(),
                  row.is_inside() ? "" : "  outside", note.c_str());
    return text;
}

bool is_same_table(ReconciliationRow const& a, ReconciliationRow const& b)
{
    return a.universe == b.universe && a.attribute == b.attribute && a.year == b.year;
}

}  // namespace

bool ReconciliationRow::is_inside() const
{
    return reconciled >= low - resolution && reconciled <= high + resolution;
}

void ReconciliationReport::add(MarginCell const& cell, double expected, double low, double high,
                               double reconciled)
{
    rows.push_back({cell.area, cell.universe, cell.attribute, cell.category, cell.year, cell.value, expected,
                    low, high, reconciled});
}

void ReconciliationReport::add(MarginProblem const& problem, std::vector<double> const& values)
{
    for (auto const& published : problem.published()) {
        auto const& cell = *published.cell;
        add(cell, cell.value, cell.lowest(), cell.highest(), values[published.unknown]);
    }
}

std::string to_text(ReconciliationReport const& report)
{
    char header[400];
    std::snprintf(header, sizeof header, "%-10s %-22s %-16s %-31s %4s %12s %12s %12s %12s %12s %10s\n",
                  "area", "universe", "attribute", "category", "year", "published", "expected", "low", "high",
                  "reconciled", "moved by");
    std::string text = header;
    std::vector<bool> is_told(report.rows.size());
    for (std::size_t i = 0; i < report.rows.size(); ++i) {
        auto const& row = report.rows[i];
        if (row.area.rfind("GM", 0) == 0) {
            text += line_of(row, "");
            continue;
        }
        if (is_told[i]) {
            continue;
        }
        int cells = 0;
        int outside = 0;
        auto const* most = &row;
        for (std::size_t j = i; j < report.rows.size(); ++j) {
            auto const& other = report.rows[j];
            if (other.area.rfind("GM", 0) != 0 && is_same_table(row, other)) {
                is_told[j] = true;
                ++cells;
                outside += !other.is_inside();
                most = std::fabs(other.moved_by()) > std::fabs(most->moved_by()) ? &other : most;
            }
        }
        text += line_of(*most, "  moved most of " + std::to_string(cells) + " cells, " +
                                   std::to_string(outside) + " outside");
    }
    return text;
}

}  // namespace minimasim::population
