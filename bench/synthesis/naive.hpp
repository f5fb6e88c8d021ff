#pragma once

#include <vector>

#include "bench/synthesis/country_evidence.hpp"

// What anybody could do without fitting a population. These methods may look at the whole truth of the rest
// of the country, which the modeller may not: they get every chance.
namespace minimasim::synthesis {

// A set of figures that every area has: the cells of a table, or groups.
struct FigureSet {
    std::vector<std::vector<std::uint16_t>> figures_of_cell;  // of each of the 7,560 cells
    std::size_t count = 0;
    bool is_table = false;  // figures add up to the households

    std::vector<double> of_cells(double const* cells) const;
};

FigureSet figures_of_table(Attributes const& attributes);
FigureSet figures_of_groups();

// National rates x local margins: the national rate of each figure among households of each category of one
// attribute, times the local households of that category.
class NationalRates {
  public:
    NationalRates(Country const& country, FigureSet const& figures, std::size_t attribute);

    std::vector<double> predict(std::vector<double> const& one_way) const;

    // Relative variance of what areas differ from the prediction, beyond counting noise.
    double relative_variance() const { return relative_variance_; }

  private:
    std::size_t attribute_;
    std::vector<std::vector<double>> rates_;  // category x figure
    double relative_variance_ = 0;
};

// Least squares of the share of each figure on the shares of all categories, over the municipalities of the
// country.
class MarginRegression {
  public:
    MarginRegression(Country const& country, FigureSet const& figures);

    // Negative predictions are set to 0; a table is scaled to the households.
    std::vector<double> predict(std::vector<double> const& one_way) const;

  private:
    std::vector<std::vector<double>> coefficients_;  // predictor x figure
    bool is_table_;
};

}  // namespace minimasim::synthesis
