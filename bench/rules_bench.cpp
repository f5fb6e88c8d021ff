#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "bench/counters.hpp"
#include "bench/workload.hpp"
#include "sim/base/loop_rows.hpp"

// Rules, a household at a time in one thread. plain_sum is the yardstick: reading three columns and writing
// one, which is what the machine can do at best; compare rules as a ratio to it, measured in the same run.
namespace minimasim::bench {

namespace {

void plain_sum(benchmark::State& state)
{
    MunicipalRows const rows(row_count);
    auto const columns = rows.columns();
    std::vector<std::int32_t> out(row_count);
    for (auto _ : state) {
        auto* const result = out.data();
        auto const *const a = columns[0], *const b = columns[1], *const c = columns[2];
        for_each_row(row_count, [=](std::size_t row) { result[row] = a[row] + b[row] + c[row]; });
        benchmark::DoNotOptimize(out.data());
        benchmark::ClobberMemory();
    }
    count_households(state, row_count);
}
BENCHMARK(plain_sum);

template <class Scheme>
void scheme(benchmark::State& state)
{
    MunicipalRows const rows(row_count);
    auto const columns = rows.columns();
    auto terms = rules::terms_of<Scheme>(policy().policy.municipal);
    terms.is_active = 1;
    std::vector<std::int32_t> eligible(row_count);
    std::vector<std::int32_t> cents(row_count);
    for (auto _ : state) {
        rules::evaluate<Scheme>(columns, row_count, terms, eligible.data(), cents.data());
        benchmark::DoNotOptimize(eligible.data());
        benchmark::DoNotOptimize(cents.data());
        benchmark::ClobberMemory();
    }
    count_households(state, row_count);
}

// The same as one would write it without thinking of speed.
template <class Scheme>
void scheme_plain(benchmark::State& state)
{
    MunicipalRows const rows(row_count);
    auto const columns = rows.columns();
    auto terms = rules::terms_of<Scheme>(policy().policy.municipal);
    terms.is_active = 1;
    std::vector<std::int32_t> eligible(row_count);
    std::vector<std::int32_t> cents(row_count);
    for (auto _ : state) {
        for (std::size_t row = 0; row < row_count; ++row) {
            auto const decided = Scheme::entitlement(rules::household_at(columns, row), terms);
            eligible[row] = decided.is_eligible;
            cents[row] = decided.cents_per_year;
        }
        benchmark::DoNotOptimize(eligible.data());
        benchmark::DoNotOptimize(cents.data());
        benchmark::ClobberMemory();
    }
    count_households(state, row_count);
}

// Two benchmarks a scheme, whatever schemes there are.
bool const schemes_are_registered = [] {
    rules::for_each_scheme([](auto each, auto) {
        using Scheme = decltype(each);
        benchmark::RegisterBenchmark((std::string("scheme/") + Scheme::key).c_str(), scheme<Scheme>);
        benchmark::RegisterBenchmark((std::string("scheme_plain/") + Scheme::key).c_str(),
                                     scheme_plain<Scheme>);
    });
    return true;
}();

}  // namespace

}  // namespace minimasim::bench
