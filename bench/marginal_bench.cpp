#include <benchmark/benchmark.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "bench/blocks.hpp"
#include "bench/counters.hpp"

// What a euro more of wage leaves every household, beside a plain run of law and schemes: a second run of
// each block while its columns are in the cache, and the difference.
namespace minimasim::bench {

namespace {

constexpr double rise_per_year = 12;  // euro of the claimant's wage; small, so that few limits are passed

// The wage of the claimant is the first amount of a household.
constexpr std::size_t wage_column = 0;

constexpr std::size_t disposable_step =
    rules::step_index(&rules::StatutoryIncome::disposable_income_per_month);

class Runner {
  public:
    Runner()
    {
        for (std::size_t k = 0; k < views_.size(); ++k) {
            views_[k] = results_.view_columns[k];
        }
    }

    // Law, view and schemes of a block. Calls each(eligible, cents) after every scheme.
    template <class Each>
    void run(rules::HouseholdColumns const& columns, Each&& each)
    {
        rules::statutory_income_of_block(columns, block_rows, Blocks::law(), results_.step_columns);
        rules::municipal_view_of_block(columns, results_.step_columns, block_rows, Blocks::law(),
                                       results_.view_columns);
        rules::for_each_scheme([&](auto scheme, auto index) {
            rules::evaluate<decltype(scheme)>(views_, block_rows, std::get<index>(terms_), results_.eligible,
                                              results_.cents);
            each(results_.cents);
        });
    }

    void run_plainly(std::size_t block)
    {
        run(blocks().columns(block), [](auto) { benchmark::ClobberMemory(); });
    }

    // Of every row the share of a rise of the wage that is lost again.
    double const* marginal_rates(std::size_t block)
    {
        auto columns = blocks().columns(block);
        auto const* const wage = columns[wage_column];
        for (std::size_t row = 0; row < block_rows; ++row) {
            wage_[row] = wage[row] + rise_per_year;
        }
        make_resources(columns, before_.data());
        columns[wage_column] = wage_.data();
        make_resources(columns, after_.data());
        for (std::size_t row = 0; row < block_rows; ++row) {
            after_[row] = 1 - (after_[row] - before_[row]) / rise_per_year;
        }
        return after_.data();
    }

  private:
    // Disposable income with all schemes, euro a year.
    void make_resources(rules::HouseholdColumns const& columns, double* out)
    {
        std::fill(granted_.begin(), granted_.end(), 0);
        run(columns, [&](std::int32_t const* cents) {
            auto* const granted = granted_.data();
            for (std::size_t row = 0; row < block_rows; ++row) {
                granted[row] += cents[row];
            }
        });
        auto const* const disposable = results_.step_columns[disposable_step];
        for (std::size_t row = 0; row < block_rows; ++row) {
            out[row] = 12 * disposable[row] + granted_[row] / 100.0;
        }
    }

    Results results_;
    rules::MunicipalTerms terms_ = all_active();
    rules::MunicipalColumns views_{};
    std::vector<double> wage_ = std::vector<double>(block_rows);
    std::vector<double> before_ = std::vector<double>(block_rows);
    std::vector<double> after_ = std::vector<double>(block_rows);
    std::vector<std::int32_t> granted_ = std::vector<std::int32_t>(block_rows);
};

// `this/plain` is how many times as long it takes as a plain run, both the shortest of the rounds.
void marginal_rates(benchmark::State& state)
{
    Runner runner;
    for (std::size_t block = 0; block < block_count; ++block) {  // nothing is read for the first time below
        runner.run_plainly(block);
        benchmark::DoNotOptimize(runner.marginal_rates(block));
    }
    double shortest = std::numeric_limits<double>::infinity();
    double shortest_plain = shortest;
    for (auto _ : state) {
        auto const start = thread_seconds();
        for (std::size_t block = 0; block < block_count; ++block) {
            benchmark::DoNotOptimize(runner.marginal_rates(block));
            benchmark::ClobberMemory();
        }
        auto const middle = thread_seconds();
        shortest = std::min(shortest, middle - start);
        state.PauseTiming();
        auto const begin = thread_seconds();
        for (std::size_t block = 0; block < block_count; ++block) {
            runner.run_plainly(block);
        }
        shortest_plain = std::min(shortest_plain, thread_seconds() - begin);
        state.ResumeTiming();
    }
    count_households(state, row_count);
    state.counters["this/plain"] = shortest / shortest_plain;
}
BENCHMARK(marginal_rates)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace minimasim::bench
