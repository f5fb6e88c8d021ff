#pragma once

#include <string>
#include <vector>

#include "bench/synthesis/test_country.hpp"

namespace minimasim::synthesis {

// Households of every cell in every wijk (wijk x 7,560): a truth, its mean, a fit, or whole households.
class CellTable {
  public:
    explicit CellTable(std::size_t wijken) : values_(wijken * cell_count), wijken_(wijken) {}

    std::size_t wijken() const { return wijken_; }
    double& at(std::size_t wijk, std::size_t cell) { return values_[wijk * cell_count + cell]; }
    double at(std::size_t wijk, std::size_t cell) const { return values_[wijk * cell_count + cell]; }

    // A table of these attributes over all wijken, and the same for each wijk, one after another.
    std::vector<double> of_area(Attributes const& attributes) const;
    std::vector<double> of_wijken(Attributes const& attributes) const;

  private:
    std::vector<double> values_;
    std::size_t wijken_;
};

CellTable drawn_table(Area const& area);
CellTable expected_table(Area const& area);

// A policy group: the cells that belong to it.
struct Group {
    std::string name;
    std::vector<bool> cells;

    std::vector<double> of_wijken(CellTable const& table) const;
};

// Four groups that no published table shows.
std::vector<Group> const& policy_groups();

// Tables with one wijk dimension that nobody publishes: the error of a fit in them is the error of its
// interactions.
std::vector<Attributes> const& held_out_triples();
std::vector<Attributes> const& held_out_quadruples();

// Standardised absolute error: sum of absolute differences over the total of the truth.
double standardised_absolute_error(std::vector<double> const& estimate, std::vector<double> const& truth);

// Root mean square of the differences over the mean of the truth.
double standardised_root_mean_square(std::vector<double> const& estimate, std::vector<double> const& truth);

double sum(std::vector<double> const& values);
double median(std::vector<double> values);
double largest(std::vector<double> const& values);

}  // namespace minimasim::synthesis
