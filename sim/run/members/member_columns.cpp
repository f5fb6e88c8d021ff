#include "sim/run/members/member_columns.hpp"

#include <algorithm>
#include <array>

#include "sim/base/loop.hpp"
#include "sim/rules/block.hpp"
#include "sim/run/households/household_view.hpp"

namespace minimasim::run {

namespace {

// Columns of one block: households, what national law makes of them, and their municipal view.
class BlockColumns {
  public:
    static constexpr std::size_t rows = 512;

    BlockColumns()
        : households_(rules::household_column_count * rows),
          incomes_(rules::statutory_step_count * rows),
          views_(rules::municipal_field_count * rows)
    {
        for (std::size_t k = 0; k < rules::household_column_count; ++k) {
            household_columns_[k] = households_.data() + k * rows;
        }
        for (std::size_t k = 0; k < rules::statutory_step_count; ++k) {
            income_columns_[k] = incomes_.data() + k * rows;
        }
        for (std::size_t k = 0; k < rules::municipal_field_count; ++k) {
            view_columns_[k] = views_.data() + k * rows;
        }
    }

    void put(rules::Household const& household, std::size_t row)
    {
        rules::put_household(household, household_columns_.data(), row);
    }

    void work_out(std::size_t count, rules::Law const& law)
    {
        rules::HouseholdColumns households{};
        std::copy(household_columns_.begin(), household_columns_.end(), households.begin());
        rules::statutory_income_of_block(households, count, law, income_columns_);
        rules::municipal_view_of_block(households, income_columns_, count, law, view_columns_);
    }

    std::int32_t const* view(std::size_t field) const { return view_columns_[field]; }

    double disposable_income_per_month(std::size_t row) const
    {
        return income_columns_[rules::step_index(&rules::StatutoryIncome::disposable_income_per_month)][row];
    }

    double standardised_income_per_year(std::size_t row) const
    {
        return income_columns_[rules::step_index(&rules::StatutoryIncome::standardised_income_per_year)][row];
    }

  private:
    std::vector<double> households_;
    std::vector<double> incomes_;
    std::vector<std::int32_t> views_;
    std::array<double*, rules::household_column_count> household_columns_{};
    rules::StatutoryColumns income_columns_{};
    rules::MunicipalColumnsOut view_columns_{};
};

constexpr std::size_t rows_of_task = 8 * BlockColumns::rows;  // so that a task is worth a thread

constexpr std::size_t years_field = field_index(&rules::MunicipalHousehold::years_on_low_income);
constexpr std::size_t prospect_field = field_index(&rules::MunicipalHousehold::expects_improvement);
constexpr std::size_t local_taxes_field = field_index(&rules::MunicipalHousehold::local_taxes_cents_per_year);
constexpr std::size_t income_field = field_index(&rules::MunicipalHousehold::income_cents_per_month);
constexpr std::size_t norm_field = field_index(&rules::MunicipalHousehold::norm_cents_per_month);

}  // namespace

rules::MunicipalHousehold MemberColumns::household(std::size_t row) const
{
    rules::MunicipalHousehold household;
    for (std::size_t field = 0; field < rules::municipal_field_count; ++field) {
        household.*rules::municipal_fields[field] = column(field)[row];
    }
    return household;
}

MemberColumns make_columns(population::Population const& population,
                           std::vector<rules::StatutoryClaims> const& claims, rules::Policy const& policy,
                           int year, outcomes::Cells const& cells, int threads)
{
    MemberColumns columns;
    std::size_t const households = population.size();
    columns.households = households;
    std::array<std::vector<std::int32_t>, rules::municipal_field_count> values;
    values.fill(std::vector<std::int32_t>(households));
    columns.poverty.resize(households);
    columns.cells.resize(households);
    columns.income_steps.resize(households);
    auto const work_out = [&](std::size_t begin, std::size_t count, BlockColumns& block,
                              std::vector<rules::Household>& views) {
        for (std::size_t row = 0; row < count; ++row) {
            auto& h = views[row];
            h = view_of(population, begin + row, policy.law, year);
            h.claims = claims[begin + row];
            add_household_costs(h, policy.household_costs);
            h.local_taxes_per_year = rules::local_taxes_per_year(h, policy.local_charges);
            block.put(h, row);
        }
        block.work_out(count, policy.law);
        for (std::size_t field = 0; field < rules::municipal_field_count; ++field) {
            std::copy_n(block.view(field), count, values[field].data() + begin);
        }
        for (std::size_t row = 0; row < count; ++row) {
            std::size_t const i = begin + row;
            values[local_taxes_field][i] = 0;
            values[years_field][i] = population.years_on_low_income[i];
            values[prospect_field][i] = population.expects_improvement[i];
            columns.poverty[i] = outcomes::poverty_position(
                views[row], block.disposable_income_per_month(row), policy.law.poverty_line);
            columns.income_steps[i] = outcomes::income_step(block.standardised_income_per_year(row));
            auto const profile = population.persons.profile[population.person_begin[i]];
            columns.cells[i] =
                outcomes::cells_of(cells, population.neighbourhood[i], profile, population.type[i],
                                   outcomes::norm_band(values[income_field][i], values[norm_field][i]),
                                   population.main_source[i]);
        }
    };
    auto const tasks = split_into_blocks(households, rows_of_task);
    run_in_parallel(tasks.size(), threads, [&](std::size_t task) {
        BlockColumns block;
        std::vector<rules::Household> views(BlockColumns::rows);
        for (std::size_t begin = tasks[task].begin; begin < tasks[task].end; begin += BlockColumns::rows) {
            work_out(begin, std::min(BlockColumns::rows, tasks[task].end - begin), block, views);
        }
        return true;
    });
    auto packed = run_in_parallel(rules::municipal_field_count, threads, [&](std::size_t field) {
        return std::make_shared<PackedColumn const>(values[field]);
    });
    std::move(packed.begin(), packed.end(), columns.fields.begin());
    return columns;
}

}  // namespace minimasim::run
