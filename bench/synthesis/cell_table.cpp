#include "bench/synthesis/cell_table.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace minimasim::synthesis {
namespace {

CellTable table_of(std::size_t wijken, auto const& values)
{
    CellTable table(wijken);
    for (std::size_t wijk = 0; wijk < wijken; ++wijk) {
        for (std::size_t cell = 0; cell < cell_count; ++cell) {
            table.at(wijk, cell) = static_cast<double>(values[wijk * cell_count + cell]);
        }
    }
    return table;
}

Group group(std::string name, std::function<bool(Codes const&)> const& belongs)
{
    Group result{std::move(name), std::vector<bool>(cell_count)};
    for (std::size_t cell = 0; cell < cell_count; ++cell) {
        auto const codes = codes_of_cell(cell);
        result.cells[cell] = !is_structural_zero(codes) && belongs(codes);
    }
    return result;
}

}  // namespace

std::vector<double> CellTable::of_wijken(Attributes const& attributes) const
{
    auto const index = index_of_cells(attributes);
    auto const size = size_of(attributes);
    std::vector<double> totals(wijken_ * size);
    for (std::size_t wijk = 0; wijk < wijken_; ++wijk) {
        for (std::size_t cell = 0; cell < cell_count; ++cell) {
            totals[wijk * size + index[cell]] += at(wijk, cell);
        }
    }
    return totals;
}

std::vector<double> CellTable::of_area(Attributes const& attributes) const
{
    auto const by_wijk = of_wijken(attributes);
    std::vector<double> totals(size_of(attributes));
    for (std::size_t i = 0; i < by_wijk.size(); ++i) {
        totals[i % totals.size()] += by_wijk[i];
    }
    return totals;
}

CellTable drawn_table(Area const& area)
{
    return table_of(area.wijken, area.counts);
}

CellTable expected_table(Area const& area)
{
    return table_of(area.wijken, area.expected);
}

std::vector<double> Group::of_wijken(CellTable const& table) const
{
    std::vector<double> totals(table.wijken());
    for (std::size_t wijk = 0; wijk < table.wijken(); ++wijk) {
        for (std::size_t cell = 0; cell < cell_count; ++cell) {
            totals[wijk] += cells[cell] ? table.at(wijk, cell) : 0;
        }
    }
    return totals;
}

std::vector<Group> const& policy_groups()
{
    static std::vector<Group> const groups{
        group(
            "lone parent, deciles 1-3, social rent",
            [](Codes const& c) { return c[household_type] == 3 && c[income_decile] < 3 && c[tenure] == 1; }),
        group("deciles 1-2, assistance or disability",
              [](Codes const& c) {
                  return c[income_decile] < 2 && (c[main_source] == 2 || c[main_source] == 3);
              }),
        group("single 65+, deciles 1-3, rented",
              [](Codes const& c) {
                  return c[household_type] == 0 && c[head_age] >= 5 && c[income_decile] < 3 && c[tenure] > 0;
              }),
        group("self-employed, deciles 1-2",
              [](Codes const& c) { return c[main_source] == 1 && c[income_decile] < 2; }),
    };
    return groups;
}

std::vector<Attributes> const& held_out_triples()
{
    static std::vector<Attributes> const tables{
        {household_type, tenure}, {income_decile, main_source}, {head_age, tenure}};
    return tables;
}

std::vector<Attributes> const& held_out_quadruples()
{
    static std::vector<Attributes> const tables{{household_type, income_decile, tenure},
                                                {household_type, income_decile, main_source}};
    return tables;
}

double standardised_absolute_error(std::vector<double> const& estimate, std::vector<double> const& truth)
{
    double error = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        error += std::fabs(estimate[i] - truth[i]);
    }
    return error / sum(truth);
}

double standardised_root_mean_square(std::vector<double> const& estimate, std::vector<double> const& truth)
{
    double squares = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        squares += (estimate[i] - truth[i]) * (estimate[i] - truth[i]);
    }
    auto const count = static_cast<double>(truth.size());
    return std::sqrt(squares / count) / (sum(truth) / count);
}

double sum(std::vector<double> const& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    auto const middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double largest(std::vector<double> const& values)
{
    return *std::max_element(values.begin(), values.end());
}

}  // namespace minimasim::synthesis
