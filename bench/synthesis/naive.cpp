#include "bench/synthesis/naive.hpp"

#include <algorithm>
#include <Eigen/Cholesky>
#include <Eigen/Core>

namespace minimasim::synthesis {
namespace {

// Of the mean of the diagonal; shares of one attribute add up to 1, so that predictors are nearly dependent
// and something must hold them.
constexpr double ridge = 1e-6;

double households_of(std::vector<double> const& one_way)
{
    double households = 0;
    for (std::size_t c = 0; c < category_count[household_type]; ++c) {
        households += one_way[c];
    }
    return households;
}

std::size_t first_category(std::size_t attribute)
{
    std::size_t first = 0;
    for (std::size_t d = 0; d < attribute; ++d) {
        first += category_count[d];
    }
    return first;
}

// 1 and the share of every category but the first of each attribute.
std::vector<double> predictors(std::vector<double> const& one_way)
{
    double const households = households_of(one_way);
    std::vector<double> x{1};
    for (std::size_t d = 0; d < attribute_count; ++d) {
        for (std::size_t c = 1; c < category_count[d]; ++c) {
            x.push_back(one_way[first_category(d) + c] / households);
        }
    }
    return x;
}

std::vector<double> one_way_of(Municipality const& municipality)
{
    std::vector<double> total(municipality.one_way.front().size());
    for (auto const& wijk : municipality.one_way) {
        for (std::size_t i = 0; i < total.size(); ++i) {
            total[i] += wijk[i];
        }
    }
    return total;
}

}  // namespace

std::vector<double> FigureSet::of_cells(double const* cells) const
{
    std::vector<double> values(count);
    for (std::size_t cell = 0; cell < cell_count; ++cell) {
        for (auto const figure : figures_of_cell[cell]) {
            values[figure] += cells[cell];
        }
    }
    return values;
}

FigureSet figures_of_table(Attributes const& attributes)
{
    FigureSet set{{}, size_of(attributes), true};
    for (auto const index : index_of_cells(attributes)) {
        set.figures_of_cell.push_back({index});
    }
    return set;
}

FigureSet figures_of_groups()
{
    FigureSet set{std::vector<std::vector<std::uint16_t>>(cell_count), policy_groups().size(), false};
    for (std::size_t g = 0; g < set.count; ++g) {
        for (std::size_t cell = 0; cell < cell_count; ++cell) {
            if (policy_groups()[g].cells[cell]) {
                set.figures_of_cell[cell].push_back(static_cast<std::uint16_t>(g));
            }
        }
    }
    return set;
}

NationalRates::NationalRates(Country const& country, FigureSet const& figures, std::size_t attribute)
    : attribute_(attribute), rates_(category_count[attribute], std::vector<double>(figures.count))
{
    std::vector<double> households(category_count[attribute]);
    for (std::size_t cell = 0; cell < cell_count; ++cell) {
        auto const category = codes_of_cell(cell)[attribute];
        households[category] += country.cells[cell];
        for (auto const figure : figures.figures_of_cell[cell]) {
            rates_[category][figure] += country.cells[cell];
        }
    }
    for (std::size_t c = 0; c < rates_.size(); ++c) {
        for (double& rate : rates_[c]) {
            rate /= households[c];
        }
    }
    double excess = 0;
    double squares = 0;
    for (auto const& municipality : country.municipalities) {
        auto const truth = figures.of_cells(municipality.cells.data());
        auto const mean = predict(one_way_of(municipality));
        for (std::size_t i = 0; i < truth.size(); ++i) {
            excess += (truth[i] - mean[i]) * (truth[i] - mean[i]) - mean[i];
            squares += mean[i] * mean[i];
        }
    }
    relative_variance_ = std::max(0., excess / squares);
}

std::vector<double> NationalRates::predict(std::vector<double> const& one_way) const
{
    std::vector<double> values(rates_.front().size());
    for (std::size_t c = 0; c < rates_.size(); ++c) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] += rates_[c][i] * one_way[first_category(attribute_) + c];
        }
    }
    return values;
}

MarginRegression::MarginRegression(Country const& country, FigureSet const& figures)
    : is_table_(figures.is_table)
{
    auto const n = static_cast<Eigen::Index>(country.municipalities.size());
    auto const width = static_cast<Eigen::Index>(predictors(one_way_of(country.municipalities[0])).size());
    Eigen::MatrixXd x(n, width);
    Eigen::MatrixXd y(n, static_cast<Eigen::Index>(figures.count));
    for (Eigen::Index m = 0; m < n; ++m) {
        auto const& municipality = country.municipalities[static_cast<std::size_t>(m)];
        auto const row = predictors(one_way_of(municipality));
        auto const values = figures.of_cells(municipality.cells.data());
        for (Eigen::Index j = 0; j < width; ++j) {
            x(m, j) = row[static_cast<std::size_t>(j)];
        }
        for (Eigen::Index j = 0; j < y.cols(); ++j) {
            y(m, j) = values[static_cast<std::size_t>(j)] / municipality.households();
        }
    }
    Eigen::MatrixXd normal = x.transpose() * x;
    normal.diagonal().array() += ridge * normal.trace() / static_cast<double>(width);
    Eigen::MatrixXd const solved = normal.ldlt().solve(x.transpose() * y);
    for (Eigen::Index j = 0; j < width; ++j) {
        std::vector<double> row;
        for (Eigen::Index i = 0; i < solved.cols(); ++i) {
            row.push_back(solved(j, i));
        }
        coefficients_.push_back(std::move(row));
    }
}

std::vector<double> MarginRegression::predict(std::vector<double> const& one_way) const
{
    auto const x = predictors(one_way);
    double const households = households_of(one_way);
    std::vector<double> values(coefficients_.front().size());
    for (std::size_t j = 0; j < x.size(); ++j) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] += x[j] * coefficients_[j][i] * households;
        }
    }
    for (double& value : values) {
        value = std::max(0., value);
    }
    double const factor = is_table_ ? households / sum(values) : 1;
    for (double& value : values) {
        value *= factor;
    }
    return values;
}

}  // namespace minimasim::synthesis
