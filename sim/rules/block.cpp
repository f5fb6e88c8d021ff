#include "sim/rules/block.hpp"

#include <utility>

#include "sim/base/loop_rows.hpp"
#include "sim/rules/municipal/view.hpp"
#include "sim/rules/statutory/statutory.hpp"

namespace minimasim::rules {

namespace {

template <std::size_t... k>
[[gnu::always_inline]] inline void put_steps(StatutoryIncome const& income, StatutoryColumns const& out,
                                             std::size_t row, std::index_sequence<k...>)
{
    ((out[k][row] = income.*statutory_steps[k].member), ...);
}

template <std::size_t... k>
[[gnu::always_inline]] inline StatutoryIncome steps_at(StatutoryColumns const& columns, std::size_t row,
                                                       std::index_sequence<k...>)
{
    StatutoryIncome income;
    ((income.*statutory_steps[k].member = columns[k][row]), ...);
    return income;
}

template <std::size_t... k>
[[gnu::always_inline]] inline void put_view(MunicipalHousehold const& view, MunicipalColumnsOut const& out,
                                            std::size_t row, std::index_sequence<k...>)
{
    ((out[k][row] = view.*municipal_fields[k]), ...);
}

constexpr auto every_step = std::make_index_sequence<statutory_step_count>{};
constexpr auto every_field = std::make_index_sequence<municipal_field_count>{};

constexpr std::size_t childcare_column = [] {
    Household h;
    std::size_t column = 0;
    std::size_t found = 0;
    for_each_amount(h, [&](double const& field) {
        if (&field == &h.childcare_first_child_per_month) {
            found = column;
        }
        ++column;
    });
    return found;
}();

[[gnu::noinline]] void put_household_with_childcare(HouseholdColumns const& columns, std::size_t row,
                                                    Law const& law, StatutoryColumns const& out)
{
    put_steps(statutory_income(household_at(columns, row), law), out, row, every_step);
}

}  // namespace

// The table of the childcare allowance is searched, which does not vectorise: the few households with
// childcare are done after the others, one at a time.
void statutory_income_of_block(HouseholdColumns const& households, std::size_t count, Law const& law,
                               StatutoryColumns const& out)
{
    auto const columns = households;
    auto const law_of_block = law;
    auto const out_of_block = out;
    for_each_row(
        count, [=](std::size_t row) __attribute__((always_inline)) {
            auto h = household_at(columns, row);
            h.childcare_first_child_per_month = 0;
            put_steps(statutory_income(h, law_of_block), out_of_block, row, every_step);
        });
    for (std::size_t row = 0; row < count; ++row) {
        if (columns[childcare_column][row] > 0) {
            put_household_with_childcare(columns, row, law, out);
        }
    }
}

void municipal_view_of_block(HouseholdColumns const& households, StatutoryColumns const& statutory,
                             std::size_t count, Law const& law, MunicipalColumnsOut const& out)
{
    auto const columns = households;
    auto const incomes = statutory;
    auto const law_of_block = law;
    auto const out_of_block = out;
    for_each_row(
        count, [=](std::size_t row) __attribute__((always_inline)) {
            auto const h = household_at(columns, row);
            auto const income = steps_at(incomes, row, every_step);
            put_view(municipal_view(h, income, law_of_block), out_of_block, row, every_field);
        });
}

}  // namespace minimasim::rules
