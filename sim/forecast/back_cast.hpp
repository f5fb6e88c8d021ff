#pragma once

#include <array>
#include <filesystem>
#include <vector>

#include "sim/forecast/economy.hpp"

namespace minimasim::forecast {

// The back-cast of problem debts in the country: from 1 January of this year, the last one published before
// the years that it is judged on, with the real incomes of those years.
inline constexpr int national_first_year = 2020;
inline constexpr int months_to_october_2020 = 9;
inline constexpr int months_to_january_2023 = 36;

// How real incomes rose in the country: shares on the year before, between two publications.
struct NationalIncome {
    struct Rise {
        double low = 0;
        double high = 0;
    };
    std::vector<std::array<Rise, income_kind_count>>
        years;  // from national_first_year on; pension as benefit
};

// Reads data/dynamics/national_income.csv. Throws InputError: an unknown kind, a year twice or missing, low
// above high.
NationalIncome read_national_income(std::filesystem::path const& file);

// The real rises of a replicate, all at one place between low and high.
std::vector<ByIncomeKind> drawn_rises(NationalIncome const& income, std::uint64_t seed,
                                      std::uint32_t replicate);

// The share of the households of the country with problem debts, on 1 January of the first year and after
// every month of the economy: the flows of the municipality on the national stock, without its households.
// Nothing is tuned to what is found there.
std::vector<double> national_share(Terms const& terms, Economy const& economy);

}  // namespace minimasim::forecast
