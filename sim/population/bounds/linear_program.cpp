#include "sim/population/bounds/linear_program.hpp"

#include <coin/ClpSimplex.hpp>
#include <string>

#include "sim/base/error.hpp"

namespace minimasim::population {

struct LinearProgram::Solver {
    ClpSimplex model;
    bool has_basis = false;
};

namespace {

// Most simplex steps of one question: far above what any program here takes, so that a cycle ends in words.
constexpr int most_steps = 2'000'000;

double bound(double value)
{
    return value == unlimited ? COIN_DBL_MAX : value == -unlimited ? -COIN_DBL_MAX : value;
}

// Solver codes: 0 optimal, 1 no feasible point, 2 unbounded, others: gave up.
LinearStatus status_of(ClpSimplex const& model)
{
    if (model.status() == 0) {
        return LinearStatus::optimal;
    }
    if (model.status() == 1) {
        return LinearStatus::infeasible;
    }
    if (model.status() == 2) {
        return LinearStatus::unbounded;
    }
    throw ModelError(
        "a linear program of " + std::to_string(model.numberRows()) + " rows and " +
        std::to_string(model.numberColumns()) + " columns was not solved: the solver stopped after " +
        std::to_string(model.numberIterations()) + " steps with status " + std::to_string(model.status()));
}

std::vector<double> copy_of(double const* values, int count)
{
    return values == nullptr ? std::vector<double>(static_cast<std::size_t>(count), 0.0)
                             : std::vector<double>(values, values + count);
}

}  // namespace

LinearProgram::LinearProgram() : solver_(std::make_unique<Solver>())
{
    solver_->model.setLogLevel(0);
    solver_->model.setMaximumIterations(most_steps);
}

LinearProgram::~LinearProgram() = default;
LinearProgram::LinearProgram(LinearProgram const& other) : solver_(std::make_unique<Solver>(*other.solver_))
{
}
LinearProgram::LinearProgram(LinearProgram&&) noexcept = default;
LinearProgram& LinearProgram::operator=(LinearProgram&&) noexcept = default;

std::size_t LinearProgram::add_row(double low, double high)
{
    solver_->model.addRow(0, nullptr, nullptr, bound(low), bound(high));
    return rows() - 1;
}

void LinearProgram::add_columns(std::vector<LinearColumn> const& columns)
{
    std::vector<double> low;
    std::vector<double> high;
    std::vector<double> cost;
    std::vector<CoinBigIndex> begin{0};
    std::vector<int> row;
    std::vector<double> value;
    for (auto const& column : columns) {
        low.push_back(bound(column.low));
        high.push_back(bound(column.high));
        cost.push_back(column.cost);
        for (auto const& entry : column.entries) {
            row.push_back(static_cast<int>(entry.row));
            value.push_back(entry.value);
        }
        begin.push_back(static_cast<CoinBigIndex>(row.size()));
    }
    solver_->model.addColumns(static_cast<int>(columns.size()), low.data(), high.data(), cost.data(),
                              begin.data(), row.data(), value.data());
}

void LinearProgram::set_cost(std::size_t column, double cost)
{
    solver_->model.setObjectiveCoefficient(static_cast<int>(column), cost);
}

void LinearProgram::set_column_bounds(std::size_t column, double low, double high)
{
    solver_->model.setColumnBounds(static_cast<int>(column), bound(low), bound(high));
}

void LinearProgram::set_row_bounds(std::size_t row, double low, double high)
{
    solver_->model.setRowBounds(static_cast<int>(row), bound(low), bound(high));
}

std::size_t LinearProgram::rows() const
{
    return static_cast<std::size_t>(solver_->model.numberRows());
}

std::size_t LinearProgram::columns() const
{
    return static_cast<std::size_t>(solver_->model.numberColumns());
}

LinearSolution LinearProgram::minimise()
{
    return solve(1);
}

LinearSolution LinearProgram::maximise()
{
    return solve(-1);
}

LinearSolution LinearProgram::solve(double direction)
{
    auto& model = solver_->model;
    model.setOptimizationDirection(direction);
    // New columns leave the last basis feasible, which suits the primal method.
    if (solver_->has_basis) {
        model.primal();
    } else {
        model.dual();
    }
    LinearSolution solution;
    solution.status = status_of(model);
    solver_->has_basis = solution.status == LinearStatus::optimal;
    solution.optimum = model.objectiveValue();
    solution.columns = copy_of(model.primalColumnSolution(), model.numberColumns());
    solution.prices = copy_of(model.dualRowSolution(), model.numberRows());
    if (solution.status == LinearStatus::infeasible) {
        solution.ray = infeasibility_ray();
    }
    return solution;
}

// The prices of the least total by which the rows must be missed: the solver's own ray is not always there.
std::vector<double> LinearProgram::infeasibility_ray() const
{
    LinearProgram const elastic(*this);
    auto& model = elastic.solver_->model;
    model.setOptimizationDirection(1);
    for (int column = 0; column < model.numberColumns(); ++column) {
        model.setObjectiveCoefficient(column, 0);
    }
    for (int row = 0; row < model.numberRows(); ++row) {
        for (double const sign : {1.0, -1.0}) {
            model.addColumn(1, &row, &sign, 0, COIN_DBL_MAX, 1);
        }
    }
    model.allSlackBasis();
    model.primal();
    status_of(model);
    return copy_of(model.dualRowSolution(), model.numberRows());
}

}  // namespace minimasim::population
