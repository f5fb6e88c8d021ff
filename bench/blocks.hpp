#pragma once

#include <benchmark/benchmark.h>

#include <array>
#include <vector>

#include "bench/workload.hpp"
#include "sim/rules/block.hpp"

// Made-up households by column, in blocks as the program works through them, and places for what comes out.
namespace minimasim::bench {

inline constexpr std::size_t block_rows = 512;
inline constexpr std::size_t block_count = row_count / block_rows;

// Made-up households by column, block after block, and the same ones as values: as many different ones as
// Assen has, because a processor that sees a few hundred again and again learns the branches of the plain
// form by heart.
class Blocks {
  public:
    Blocks()
        : households_(random_households(row_count)),
          values_(row_count * rules::household_column_count),
          income_(row_count)
    {
        for (std::size_t block = 0; block < block_count; ++block) {
            std::array<double*, rules::household_column_count> places{};
            for (std::size_t k = 0; k < places.size(); ++k) {
                places[k] = values_.data() + (block * places.size() + k) * block_rows;
                columns_[block][k] = places[k];
            }
            for (std::size_t row = 0; row < block_rows; ++row) {
                std::size_t const i = block * block_rows + row;
                rules::put_household(households_[i], places.data(), row);
                income_[i] = rules::statutory_income(households_[i], law()).assessment_income_per_year;
            }
        }
    }

    static rules::Law const& law() { return policy().policy.law; }
    std::vector<rules::Household> const& households() const { return households_; }
    rules::HouseholdColumns const& columns(std::size_t block) const { return columns_[block]; }
    double const* income(std::size_t block) const { return income_.data() + block * block_rows; }

  private:
    std::vector<rules::Household> households_;
    std::vector<double> values_;
    std::vector<double> income_;
    std::array<rules::HouseholdColumns, block_count> columns_{};
};

inline Blocks const& blocks()
{
    static Blocks const made;
    return made;
}

// To be called before the clock runs: the first use makes them.
inline void make_blocks()
{
    benchmark::DoNotOptimize(&blocks());
}

// Columns for what comes after the households.
struct Results {
    std::vector<std::vector<double>> steps{rules::statutory_step_count, std::vector<double>(block_rows)};
    std::vector<std::vector<std::int32_t>> views{rules::municipal_field_count,
                                                 std::vector<std::int32_t>(block_rows)};
    std::vector<std::int32_t> eligible_rows = std::vector<std::int32_t>(block_rows);
    std::vector<std::int32_t> cents_rows = std::vector<std::int32_t>(block_rows);
    std::int32_t* eligible = eligible_rows.data();
    std::int32_t* cents = cents_rows.data();
    rules::StatutoryColumns step_columns{};
    rules::MunicipalColumnsOut view_columns{};

    Results()
    {
        for (std::size_t k = 0; k < steps.size(); ++k) {
            step_columns[k] = steps[k].data();
        }
        for (std::size_t k = 0; k < views.size(); ++k) {
            view_columns[k] = views[k].data();
        }
    }
};

// All schemes, switched on.
inline rules::MunicipalTerms all_active()
{
    auto terms = policy().policy.municipal;
    rules::for_each_scheme([&](auto, auto index) { std::get<index>(terms).is_active = 1; });
    return terms;
}

}  // namespace minimasim::bench
