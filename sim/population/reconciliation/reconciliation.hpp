#pragma once

#include <limits>
#include <string>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/population/evidence/evidence.hpp"

namespace minimasim::population {

// A number to be found: its midpoint, and the standard deviation by which one unit of movement is weighed.
struct Unknown {
    std::string name;
    double midpoint = 0;
    double deviation = 1;  // above 0
};

struct Term {
    std::size_t unknown = 0;
    double coefficient = 1;
};

// What must hold: low <= sum of the terms <= high. An identity has low = high and no file.
struct Statement {
    std::string name;
    std::vector<Term> terms;
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    std::string file;  // of the published cell that says it; empty for an identity
    int line = 0;
};

// Published cells and the identities between them.
class MarginProblem {
  public:
    // An unknown without a published interval.
    std::size_t add(std::string name, double midpoint, double deviation);

    // An unknown that is published as `cell`: it stays inside the interval of the publication.
    std::size_t add(MarginCell const& cell);

    void require(Statement statement);

    // The parts add up to the whole.
    void require_sum(std::string const& name, std::vector<std::size_t> const& parts, std::size_t whole);

    std::vector<Unknown> const& unknowns() const { return unknowns_; }
    std::vector<Statement> const& statements() const { return statements_; }

    // The unknowns that are published, with their cells, in the order in which they were added.
    struct Published {
        std::size_t unknown = 0;
        MarginCell const* cell = nullptr;
    };
    std::vector<Published> const& published() const { return published_; }

  private:
    std::vector<Unknown> unknowns_;
    std::vector<Statement> statements_;
    std::vector<Published> published_;
};

// One member of a set of statements that cannot all hold: it sets `bound`, and the others of the set leave
// at most (for a lower bound) or at least (for an upper bound) `left`.
struct ConflictPart {
    std::size_t statement = 0;
    bool is_lower = true;
    double bound = 0;
    double left = 0;
};

struct Reconciliation {
    std::vector<double> values;          // of the unknowns, in multiples of 2^-20; empty in a conflict
    std::vector<ConflictPart> conflict;  // minimal: without any one of them the others can hold
    double largest_violation = 0;        // of a statement, in the unit of its terms
    double distance = 0;                 // sum of squared movements, each in standard deviations
};

// The nearest point to the midpoints (weighted least squares) at which all statements hold, by the dual
// active set method of Goldfarb and Idnani (Mathematical Programming 27, 1983), or the minimal set of
// statements that contradict each other: the support of the dual ray, then a deletion filter. Problems of
// thousands of statements are solved statement by statement instead, and throw InputError with the statement
// furthest off when they do not come to agree.
Reconciliation nearest_point(MarginProblem const& problem);

// The conflict as problems for the user: first what it is, then every published cell in it with its line.
std::vector<Problem> conflict_problems(MarginProblem const& problem,
                                       std::vector<ConflictPart> const& conflict);

// nearest_point for input that must agree: throws InputError with conflict_problems when it does not.
Reconciliation reconciled_or_refused(MarginProblem const& problem);

}  // namespace minimasim::population
