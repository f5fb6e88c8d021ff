#include "sim/population/reconciliation/row_projections.hpp"

#include <algorithm>
#include <cmath>

namespace minimasim::population {

namespace {

// The middle one of three.
double median(double a, double b, double c)
{
    return std::max(std::min(a, b), std::min(std::max(a, b), c));
}

}  // namespace

std::vector<double> RowProjections::movements(MarginProblem const& problem)
{
    auto const& unknowns = problem.unknowns();
    auto const& statements = problem.statements();
    std::vector<double> y(unknowns.size(), 0.0);
    std::vector<double> multiplier(statements.size(), 0.0);
    std::vector<double> at_midpoints(statements.size(), 0.0);
    std::vector<double> squares(statements.size(), 0.0);
    for (std::size_t s = 0; s < statements.size(); ++s) {
        for (auto const& term : statements[s].terms) {
            double const slope = term.coefficient * unknowns[term.unknown].deviation;
            at_midpoints[s] += term.coefficient * unknowns[term.unknown].midpoint;
            squares[s] += slope * slope;
        }
    }
    for (int sweep = 0; sweep < most_sweeps; ++sweep) {
        double furthest = 0;
        for (std::size_t s = 0; s < statements.size(); ++s) {
            double value = at_midpoints[s];
            for (auto const& term : statements[s].terms) {
                value += term.coefficient * unknowns[term.unknown].deviation * y[term.unknown];
            }
            double const off = std::max({0.0, statements[s].low - value, value - statements[s].high});
            if (off > furthest) {
                furthest = off;
                worst = s;
            }
            if (squares[s] <= 0) {
                continue;
            }
            double const step = median(-multiplier[s], (statements[s].low - value) / squares[s],
                                       (statements[s].high - value) / squares[s]);
            multiplier[s] += step;
            for (auto const& term : statements[s].terms) {
                y[term.unknown] += step * term.coefficient * unknowns[term.unknown].deviation;
            }
        }
        if (furthest <= tolerance) {
            return y;
        }
    }
    return {};
}

}  // namespace minimasim::population
