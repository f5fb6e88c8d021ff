#include "sim/population/reconciliation/reconciliation.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

#include "sim/population/fit/active_sides.hpp"
#include "sim/population/reconciliation/row_projections.hpp"

namespace minimasim::population {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

// The dual active set method for the point nearest to 0.
class NearestPoint {
  public:
    explicit NearestPoint(std::size_t unknowns) : y_(Vector::Zero(static_cast<Eigen::Index>(unknowns))) {}

    Vector const& point() const { return y_; }
    std::vector<ConflictPart> const& conflict() const { return conflict_; }

    // False when the sides contradict each other.
    bool meet(std::vector<Side> const& sides)
    {
        for (auto const& side : sides) {
            if (side.is_identity && !include(violation_of(side) < 0 ? side.turned() : side)) {
                return false;
            }
        }
        for (std::size_t step = 0; step < 100 * (sides.size() + 1); ++step) {
            Side const* worst = nullptr;
            double largest = 0;
            for (auto const& side : sides) {
                double const violation = violation_of(side) / (1 + std::fabs(side.bound));
                if (!side.is_identity && violation > std::max(tolerance, largest)) {
                    largest = violation;
                    worst = &side;
                }
            }
            if (worst == nullptr) {
                return true;
            }
            if (!include(*worst)) {
                return false;
            }
        }
        throw ModelError("the reconciliation of margins did not end; this is a fault of the program");
    }

  private:
    static constexpr double tolerance = 1e-10;   // of a side, relative to its bound
    static constexpr double dependence = 1e-11;  // squared length below which a unit normal is a combination

    double violation_of(Side const& side) const { return side.bound - side.of(y_); }

    // Moves until the side is met, dropping active sides that stand in the way.
    bool include(Side const& side)
    {
        double multiplier = 0;
        for (;;) {
            Vector direction = Vector::Zero(y_.size());
            side.add_to(direction, 1);
            Vector const r = active_.take_out_of(direction);
            double longest = infinite;  // until the multiplier of an active side is 0
            std::size_t blocking = 0;
            for (std::size_t j = 0; j < active_.size(); ++j) {
                double const rate = r(static_cast<Eigen::Index>(j));
                if (!active_[j].is_identity && rate > tolerance && multipliers_[j] / rate < longest) {
                    longest = multipliers_[j] / rate;
                    blocking = j;
                }
            }
            double const square = direction.squaredNorm();
            double const violation = violation_of(side);
            double const full = square > dependence ? violation / square : infinite;
            if (full == infinite && violation <= tolerance * (1 + std::fabs(side.bound))) {
                return true;  // says what the active sides already say
            }
            if (full == infinite && longest == infinite) {
                set_conflict(side, r, violation);
                return false;
            }
            double const step = std::min(longest, full);
            for (std::size_t j = 0; j < active_.size(); ++j) {
                multipliers_[j] -= step * r(static_cast<Eigen::Index>(j));
            }
            multiplier += step;
            if (full != infinite) {
                y_ += step * direction;
            }
            if (full <= longest) {
                active_.add(side, std::sqrt(square), y_.size());
                multipliers_.push_back(multiplier);
                return true;
            }
            active_.drop(blocking, y_.size());
            multipliers_.erase(multipliers_.begin() + static_cast<std::ptrdiff_t>(blocking));
        }
    }

    // normal = sum of r x active normals with r <= 0 (Farkas): together the active sides keep this one from
    // its bound by `violation`, and this one keeps each of them from theirs.
    void set_conflict(Side const& side, Vector const& r, double violation)
    {
        auto const put = [&](Side const& s, double gap) {
            double const sign = s.is_lower ? 1 : -1;
            conflict_.push_back(
                {s.statement, s.is_lower, sign * s.bound * s.length, sign * (s.bound - gap) * s.length});
        };
        put(side, violation);
        for (std::size_t j = 0; j < active_.size(); ++j) {
            double const rate = r(static_cast<Eigen::Index>(j));
            if (std::fabs(rate) > 1e-9) {
                // A positive rate occurs for identities only: their other side is the one in the way.
                put(rate > 0 ? active_[j].turned() : active_[j], violation / std::fabs(rate));
            }
        }
    }

    Vector y_;
    ActiveSides active_;
    std::vector<double> multipliers_;
    std::vector<ConflictPart> conflict_;
};

std::vector<Side> sides_of(MarginProblem const& problem, std::vector<std::size_t> const& statements)
{
    std::vector<Side> sides;
    for (auto const s : statements) {
        auto const& statement = problem.statements()[s];
        if (statement.low > -infinite) {
            sides.push_back(side_of(problem, s, true));
        }
        if (statement.high < infinite && statement.high != statement.low) {
            sides.push_back(side_of(problem, s, false));
        }
    }
    return sides;
}

// Brings the bounds of a conflict from movements back to the unit of the statements.
std::vector<ConflictPart> in_units(MarginProblem const& problem, std::vector<ConflictPart> conflict)
{
    for (auto& part : conflict) {
        double midpoint = 0;
        for (auto const& term : problem.statements()[part.statement].terms) {
            midpoint += term.coefficient * problem.unknowns()[term.unknown].midpoint;
        }
        part.bound += midpoint;
        part.left += midpoint;
    }
    std::sort(conflict.begin(), conflict.end(),
              [](ConflictPart const& a, ConflictPart const& b) { return a.statement < b.statement; });
    return conflict;
}

// Leaves out one statement after another and keeps those without which the rest can hold.
std::vector<ConflictPart> minimal(MarginProblem const& problem, std::vector<ConflictPart> const& found)
{
    auto const unknowns = problem.unknowns().size();
    std::vector<std::size_t> kept;
    for (auto const& part : found) {
        kept.push_back(part.statement);
    }
    std::sort(kept.begin(), kept.end());
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    for (std::size_t k = 0; k < kept.size();) {
        auto without = kept;
        without.erase(without.begin() + static_cast<std::ptrdiff_t>(k));
        if (NearestPoint(unknowns).meet(sides_of(problem, without))) {
            ++k;
        } else {
            kept = std::move(without);
        }
    }
    NearestPoint last(unknowns);
    return last.meet(sides_of(problem, kept)) ? found : last.conflict();
}

std::string number(double value)
{
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%.10g", std::round(value * 1e6) / 1e6);
    return buffer;
}

}  // namespace

std::size_t MarginProblem::add(std::string name, double midpoint, double deviation)
{
    unknowns_.push_back({std::move(name), midpoint, deviation});
    return unknowns_.size() - 1;
}

std::size_t MarginProblem::add(MarginCell const& cell)
{
    std::string const name = cell.attribute + " = " + cell.category + " (" + cell.universe + ", " +
                             std::to_string(cell.year) + ") of " + cell.area;
    // A number anywhere in an interval of this width has this standard deviation.
    auto const unknown = add(name, cell.value, cell.rounding / std::sqrt(12.0));
    published_.push_back({unknown, &cell});
    require({name, {{unknown, 1}}, cell.lowest(), cell.highest(), cell.file, cell.line});
    return unknown;
}

void MarginProblem::require(Statement statement)
{
    statements_.push_back(std::move(statement));
}

void MarginProblem::require_sum(std::string const& name, std::vector<std::size_t> const& parts,
                                std::size_t whole)
{
    Statement identity;
    identity.name = name;
    for (auto const part : parts) {
        identity.terms.push_back({part, 1});
    }
    identity.terms.push_back({whole, -1});
    identity.low = identity.high = 0;
    require(std::move(identity));
}

namespace {

// Statements above which the active set, whose matrix grows with their square, gives way to row projections.
constexpr std::size_t most_active_statements = 4'000;

void settle(MarginProblem const& problem, double const* movement, Reconciliation& result)
{
    for (std::size_t i = 0; i < problem.unknowns().size(); ++i) {
        auto const& unknown = problem.unknowns()[i];
        double const value = unknown.midpoint + unknown.deviation * movement[i];
        // Whole multiples of 2^-20, so that the last bits of a processor's sums do not matter.
        result.values.push_back(std::ldexp(std::floor(std::ldexp(value, 20) + 0.5), -20));
        result.distance += movement[i] * movement[i];
    }
    for (auto const& statement : problem.statements()) {
        double sum = 0;
        for (auto const& term : statement.terms) {
            sum += term.coefficient * result.values[term.unknown];
        }
        result.largest_violation =
            std::max({result.largest_violation, statement.low - sum, sum - statement.high});
    }
}

Reconciliation nearest_point_of_many(MarginProblem const& problem)
{
    Reconciliation result;
    RowProjections rows;
    auto const movements = rows.movements(problem);
    if (movements.empty()) {
        auto const& worst = problem.statements()[rows.worst];
        throw InputError(worst.file.empty() ? "data/margins" : worst.file, worst.line,
                         "the published cells do not come to agree; the furthest off is: " + worst.name);
    }
    settle(problem, movements.data(), result);
    return result;
}

}  // namespace

Reconciliation nearest_point(MarginProblem const& problem)
{
    if (problem.statements().size() > most_active_statements) {
        return nearest_point_of_many(problem);
    }
    std::vector<std::size_t> all(problem.statements().size());
    for (std::size_t s = 0; s < all.size(); ++s) {
        all[s] = s;
    }
    Reconciliation result;
    NearestPoint search(problem.unknowns().size());
    if (!search.meet(sides_of(problem, all))) {
        result.conflict = in_units(problem, minimal(problem, search.conflict()));
        return result;
    }
    settle(problem, search.point().data(), result);
    return result;
}

std::vector<Problem> conflict_problems(MarginProblem const& problem,
                                       std::vector<ConflictPart> const& conflict)
{
    std::string identities;
    std::vector<Problem> cells;
    for (auto const& part : conflict) {
        auto const& statement = problem.statements()[part.statement];
        if (statement.file.empty()) {
            identities += (identities.empty() ? "" : "; ") + statement.name;
            continue;
        }
        cells.push_back({statement.file, statement.line,
                         statement.name + " is published as " + number(statement.low) + " to " +
                             number(statement.high) + "; the others of this set leave " +
                             (part.is_lower ? "at most " : "at least ") + number(part.left)});
    }
    std::vector<Problem> problems;
    problems.push_back({cells.empty() ? std::string("data/margins") : cells.front().file,
                        cells.empty() ? 0 : cells.front().line,
                        "these " + std::to_string(cells.size()) +
                            " published cells cannot all hold, so no population meets them: at least one is "
                            "wrong (any one of them changed far enough lets the others hold). They "
                            "contradict each other because: " +
                            identities});
    problems.insert(problems.end(), cells.begin(), cells.end());
    return problems;
}

Reconciliation reconciled_or_refused(MarginProblem const& problem)
{
    auto result = nearest_point(problem);
    if (!result.conflict.empty()) {
        throw InputError(conflict_problems(problem, result.conflict));
    }
    return result;
}

}  // namespace minimasim::population
