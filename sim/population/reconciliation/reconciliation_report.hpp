#pragma once

#include <string>
#include <vector>

namespace minimasim::population {

class MarginProblem;
struct MarginCell;

// One published cell beside what the reconciliation made of it.
struct ReconciliationRow {
    std::string area;
    std::string universe;
    std::string attribute;
    std::string category;
    int year = 0;          // of the publication
    double published = 0;  // as printed
    double expected = 0;   // the same at the date of the reconciliation; the nearest point to it was sought
    double low = 0;        // the interval it had to stay in
    double high = 0;
    double reconciled = 0;

    double moved_by() const { return reconciled - expected; }
    bool is_inside() const;
};

struct ReconciliationReport {
    std::vector<ReconciliationRow> rows;

    // Adds a cell that was moved to another date or size first.
    void add(MarginCell const& cell, double expected, double low, double high, double reconciled);

    // Adds every published cell of a problem that was solved.
    void add(MarginProblem const& problem, std::vector<double> const& values);
};

// A compact table: every row of the municipality, and one line for each table of the neighbourhoods with its
// largest movement.
std::string to_text(ReconciliationReport const& report);

}  // namespace minimasim::population
