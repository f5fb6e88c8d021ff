#pragma once

#include <cstddef>
#include <Eigen/Core>
#include <vector>

#include "sim/population/reconciliation/reconciliation.hpp"

// The geometry of the dual active set method: half spaces, and those that are held as equalities.

namespace minimasim::population {

using Vector = Eigen::VectorXd;

// One side of a statement as a half space normal . y >= bound, where y is the movement of the unknowns in
// standard deviations and the normal has length one.
struct Side {
    std::size_t statement = 0;
    bool is_lower = true;
    bool is_identity = false;  // low = high: active for good, and its multiplier may have either sign
    std::vector<Term> normal;
    double bound = 0;
    double length = 1;  // of the normal before it was scaled

    double of(Vector const& y) const
    {
        double sum = 0;
        for (auto const& term : normal) {
            sum += term.coefficient * y(static_cast<Eigen::Index>(term.unknown));
        }
        return sum;
    }

    void add_to(Vector& y, double factor) const
    {
        for (auto const& term : normal) {
            y(static_cast<Eigen::Index>(term.unknown)) += factor * term.coefficient;
        }
    }

    // The half space on the other side of the same plane.
    Side turned() const
    {
        Side other = *this;
        for (auto& term : other.normal) {
            term.coefficient = -term.coefficient;
        }
        other.bound = -bound;
        other.is_lower = !is_lower;
        return other;
    }
};

// The lower or upper side of statement `s`.
Side side_of(MarginProblem const& problem, std::size_t s, bool is_lower);

// The sides held as equalities, with the Cholesky factor of the inner products of their normals.
class ActiveSides {
  public:
    std::size_t size() const { return sides_.size(); }
    Side const& operator[](std::size_t j) const { return sides_[j]; }

    // Splits a vector in a combination of the active normals (returned) and what stands square on them all
    // (left in `direction`). A second pass removes what round-off left of the first.
    Vector take_out_of(Vector& direction) const;

    // `height`: length of what stands square on the sides that are active already.
    void add(Side const& side, double height, Eigen::Index unknowns);

    void drop(std::size_t place, Eigen::Index unknowns);

  private:
    std::vector<Side> sides_;
    Eigen::MatrixXd factor_;
};

}  // namespace minimasim::population
