#pragma once

#include <string>
#include <vector>

#include "sim/report/budget_curve.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

// A place on the axis with something to tell: a share of the norm, a cliff, or both.
struct CurveMark {
    double amount = 0;
    std::string heading;             // "130 % van de norm"
    std::vector<std::string> lines;  // what falls away there
    bool is_cliff = false;
    bool is_of_package = false;  // of the second package alone
};

// Whether a picture names a cliff: something ends, or more than a step of an allowance's table is lost.
bool is_named(CurveCliff const& cliff);

// The marks of all packages by rising amount, with those at one cent taken together. Of more than `most`
// cliffs only the largest are kept.
std::vector<CurveMark> curve_marks(BudgetCurves const& curves, std::size_t most, Language language);

// Labels under one another, each with a line to its mark: no two overlap.
struct MarkLabel {
    CurveMark const* mark = nullptr;
    double x = 0;
    double top = 0;
    bool is_left_of_line = false;
    std::vector<std::string> text;  // the heading first
};

struct MarkLanes {
    std::vector<MarkLabel> labels;
    double height = 0;
};

// Lays labels out for marks at x = places[i], between left and right, with lines of text `line_height` high
// and letters `letter_width` wide.
MarkLanes mark_lanes(std::vector<CurveMark> const& marks, std::vector<double> const& places, double left,
                     double right, double line_height, double letter_width);

}  // namespace minimasim::report
