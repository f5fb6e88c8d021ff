#include "sim/population/fit/active_sides.hpp"

#include <cmath>
#include <map>
#include <utility>

namespace minimasim::population {

Side side_of(MarginProblem const& problem, std::size_t s, bool is_lower)
{
    auto const& statement = problem.statements()[s];
    Side side;
    side.statement = s;
    side.is_lower = is_lower;
    side.is_identity = statement.low == statement.high;
    double const sign = is_lower ? 1 : -1;
    side.bound = sign * (is_lower ? statement.low : statement.high);
    std::map<std::size_t, double> normal;  // a statement may name an unknown twice
    for (auto const& term : statement.terms) {
        auto const& unknown = problem.unknowns()[term.unknown];
        normal[term.unknown] += sign * term.coefficient * unknown.deviation;
        side.bound -= sign * term.coefficient * unknown.midpoint;
    }
    double square = 0;
    for (auto const& [unknown, coefficient] : normal) {
        square += coefficient * coefficient;
    }
    side.length = square > 0 ? std::sqrt(square) : 1;
    for (auto const& [unknown, coefficient] : normal) {
        side.normal.push_back({unknown, coefficient / side.length});
    }
    side.bound /= side.length;
    return side;
}

Vector ActiveSides::take_out_of(Vector& direction) const
{
    auto const count = static_cast<Eigen::Index>(sides_.size());
    Vector combination = Vector::Zero(count);
    for (int pass = 0; pass < 2; ++pass) {
        Vector part(count);
        for (Eigen::Index j = 0; j < count; ++j) {
            part(j) = sides_[static_cast<std::size_t>(j)].of(direction);
        }
        factor_.triangularView<Eigen::Lower>().solveInPlace(part);
        factor_.transpose().triangularView<Eigen::Upper>().solveInPlace(part);
        for (Eigen::Index j = 0; j < count; ++j) {
            sides_[static_cast<std::size_t>(j)].add_to(direction, -part(j));
        }
        combination += part;
    }
    return combination;
}

void ActiveSides::add(Side const& side, double height, Eigen::Index unknowns)
{
    Vector normal = Vector::Zero(unknowns);
    side.add_to(normal, 1);
    auto const count = static_cast<Eigen::Index>(sides_.size());
    Vector row(count);
    for (Eigen::Index j = 0; j < count; ++j) {
        row(j) = sides_[static_cast<std::size_t>(j)].of(normal);
    }
    factor_.triangularView<Eigen::Lower>().solveInPlace(row);
    factor_.conservativeResize(count + 1, count + 1);
    factor_.col(count).setZero();
    factor_.row(count).head(count) = row.transpose();
    factor_(count, count) = height;
    sides_.push_back(side);
}

void ActiveSides::drop(std::size_t place, Eigen::Index unknowns)
{
    auto kept = std::move(sides_);
    kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(place));
    auto const same = static_cast<Eigen::Index>(place);  // rows before it stay as they are
    sides_.assign(kept.begin(), kept.begin() + same);
    factor_.conservativeResize(same, same);
    for (auto j = place; j < kept.size(); ++j) {
        Vector direction = Vector::Zero(unknowns);
        kept[j].add_to(direction, 1);
        take_out_of(direction);
        add(kept[j], direction.norm(), unknowns);
    }
}

}  // namespace minimasim::population
