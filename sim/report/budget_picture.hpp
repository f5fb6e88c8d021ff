#pragma once

#include <string>

#include "sim/report/budget_curve.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

// A budget curve as an SVG drawing of 640 wide: above, what the household has, stacked by kind, with what
// there is to spend and the poverty line; below, the effective marginal rate; between them the shares of the
// norm and every cliff by name. Of a second package what there is to spend is dashed, and its cliffs stand
// beside those of current policy. Readable in black and white and by a screen reader.
//
// The rate is drawn as the mean over steps of a hundredth of the range, cliffs apart, because allowances in
// whole euros a month make that of a small step jump up and down.
std::string budget_picture(BudgetCurves const& curves, Language language);

}  // namespace minimasim::report
