#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "bench/blocks.hpp"
#include "bench/counters.hpp"
#include "sim/report/household_json.hpp"
#include "sim/run/households/household_answer.hpp"

// One household out of a million that lie in columns as a batch has them: taken out, worked out with every
// step, its article, terms and reason, and written as JSON. Finding it is an index; nothing is read from
// disk.
namespace minimasim::bench {

namespace {

constexpr std::size_t household_count = 1'000'000;
constexpr std::size_t stride = 618'034;  // from one household to the next that is asked: far, none twice

class Million {
  public:
    Million() : values_(new double[household_count * rules::household_column_count])
    {
        std::array<double*, rules::household_column_count> places{};
        for (std::size_t k = 0; k < places.size(); ++k) {
            places[k] = values_.get() + k * household_count;
            columns_[k] = places[k];
        }
        auto const& different = blocks().households();
        for (std::size_t i = 0; i < household_count; ++i) {
            auto household = different[i % different.size()];
            household.claimant.wage_per_year += static_cast<double>(i / different.size());
            rules::put_household(household, places.data(), i);
        }
    }

    rules::Household at(std::size_t i) const { return rules::household_at(columns_, i); }

    // The columns from a household on.
    rules::HouseholdColumns from(std::size_t i) const
    {
        auto columns = columns_;
        for (auto& column : columns) {
            column += i;
        }
        return columns;
    }

  private:
    std::unique_ptr<double[]> values_;
    rules::HouseholdColumns columns_{};
};

report::HouseholdTrace trace_of(Million const& million, std::size_t i)
{
    run::HouseholdCase one;
    one.household = million.at(i);
    return run::trace(one, policy());
}

// Whether every step of national law has the bits that the batch has.
bool has_bits_of_batch(Million const& million, std::size_t i, Results& results)
{
    auto const begin = std::min(i, household_count - block_rows);
    rules::statutory_income_of_block(million.from(begin), block_rows, Blocks::law(), results.step_columns);
    auto const traced = trace_of(million, i);
    for (std::size_t k = 0; k < rules::statutory_step_count; ++k) {
        auto const in_batch = results.step_columns[k][i - begin];
        auto const& told = traced.steps[k];
        if (std::string(told.name) != rules::statutory_steps[k].name ||
            std::memcmp(&told.value, &in_batch, sizeof in_batch) != 0) {
            return false;
        }
    }
    return true;
}

void trace_of_a_million(benchmark::State& state)
{
    Million const million;
    Results results;
    std::size_t i = 0;
    for (int asked = 0; asked < 100; ++asked, i = (i + stride) % household_count) {
        if (!has_bits_of_batch(million, i, results)) {
            state.SkipWithError("a household alone has other bits than in the batch");
            return;
        }
    }
    std::string out;
    for (auto _ : state) {
        out.clear();
        report::append_answer_json(out, trace_of(million, i), report::Language::dutch);
        benchmark::DoNotOptimize(out.data());
        i = (i + stride) % household_count;
    }
    count_households(state, 1);
}
BENCHMARK(trace_of_a_million)->Unit(benchmark::kMicrosecond);

}  // namespace

}  // namespace minimasim::bench
