#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <vector>

namespace minimasim::population {

inline constexpr double unlimited = std::numeric_limits<double>::infinity();

// One coefficient of a column.
struct LinearEntry {
    std::size_t row = 0;
    double value = 0;
};

struct LinearColumn {
    double cost = 0;
    double low = 0;
    double high = unlimited;
    std::vector<LinearEntry> entries;
};

enum class LinearStatus { optimal, infeasible, unbounded };

// What a linear program answered. Prices are those of the rows: how much the optimum grows with a bound that
// holds; positive at a lower bound of a minimum.
struct LinearSolution {
    LinearStatus status = LinearStatus::optimal;
    double optimum = 0;
    std::vector<double> columns;
    std::vector<double> prices;
    // Only when infeasible: multipliers of the rows with which no point can meet them together (at a lower
    // bound where positive, at an upper bound where negative); 0 for rows that have no part in it.
    std::vector<double> ray;
};

// A linear program: rows and columns with bounds, columns sparse. A later question starts from the basis of
// the last one. Deterministic; prints nothing.
class LinearProgram {
  public:
    LinearProgram();
    ~LinearProgram();
    LinearProgram(LinearProgram const&);  // with its basis
    LinearProgram(LinearProgram&&) noexcept;
    LinearProgram& operator=(LinearProgram&&) noexcept;

    // Adds low <= sum of columns <= high and returns its number; a bound may be unlimited.
    std::size_t add_row(double low, double high);
    // Adds columns, numbered on from the last; many at once are much faster than one by one.
    void add_columns(std::vector<LinearColumn> const& columns);
    void set_cost(std::size_t column, double cost);
    void set_column_bounds(std::size_t column, double low, double high);
    void set_row_bounds(std::size_t row, double low, double high);
    std::size_t rows() const;
    std::size_t columns() const;

    // Throws ModelError when the solver gives up.
    LinearSolution minimise();
    LinearSolution maximise();

  private:
    LinearSolution solve(double direction);
    std::vector<double> infeasibility_ray() const;

    struct Solver;
    std::unique_ptr<Solver> solver_;
};

}  // namespace minimasim::population
