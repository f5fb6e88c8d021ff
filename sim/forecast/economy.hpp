#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/forecast/index_path.hpp"
#include "sim/forecast/terms.hpp"

namespace minimasim::forecast {

// What a household lives on, as far as prices and wages move it.
enum class IncomeKind : std::uint8_t { work, benefit, pension };
inline constexpr std::size_t income_kind_count = 3;
using ByIncomeKind = std::array<double, income_kind_count>;

// By what a year multiplies the chances of a household, by the kind of its income.
struct EconomyYear {
    ByIncomeKind entering{1, 1, 1};   // to come behind with payments
    ByIncomeKind worsening{1, 1, 1};  // that arrears become problem debts
};

// The years of one replicate, the same for all packages. Years that it does not hold change nothing.
struct Economy {
    std::vector<EconomyYear> years;  // [0] is the first

    EconomyYear const& of(std::size_t year) const;
    double most_entering() const;  // at least 1
};

// What real incomes do and by how much inflow differs between years, of the years from `first_year` on: rises
// are shares on the year before, prices taken off. The shock is drawn by year, the same for every package.
Economy economy_of(Terms const& terms, std::vector<ByIncomeKind> const& real_rises, int first_year,
                   std::uint64_t seed, std::uint32_t replicate);

// Real rises by the index path, from the first year to the last; after `last_known`, the last year of the
// path, incomes follow prices.
std::vector<ByIncomeKind> real_rises(DrawnIndex const& index, int first_year, int last_year, int last_known);

}  // namespace minimasim::forecast
