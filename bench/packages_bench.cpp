#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "bench/assen.hpp"
#include "bench/counters.hpp"
#include "bench/kernel/plain_kernel.hpp"
#include "bench/workload.hpp"
#include "sim/base/draw.hpp"
#include "sim/base/loop.hpp"

// Packages over Assen, beside a plain kernel of the same work in the same run. An evaluation is one household
// under one package; the baseline and its draws are made before.
namespace minimasim::bench {

namespace {

// What the plain kernel needs of a baseline, with claims drawn at a rate in the middle.
class RowsOfKernel {
  public:
    RowsOfKernel() : claims_(assen().population.size())
    {
        constexpr double rate_of_claiming = 0.6;
        for (std::size_t i = 0; i < claims_.size(); ++i) {
            auto const household = static_cast<std::uint32_t>(i);
            claims_[i] = uniform(1, Stream::take_up, 0, household, 0, 0) < rate_of_claiming ? 1 : 0;
        }
        auto const& columns = assen().by_law[0];
        for (std::size_t field = 0; field < values_.size(); ++field) {
            values_[field].resize(claims_.size());
            columns.column(field).unpack(0, claims_.size(), values_[field].data());
            rows_.columns[field] = values_[field].data();
        }
        rows_.poverty = columns.poverty.data();
        rows_.claims = claims_.data();
        rows_.households = claims_.size();
    }
    RowsOfKernel(RowsOfKernel const&) = delete;
    RowsOfKernel& operator=(RowsOfKernel const&) = delete;

    KernelRows const& rows() const { return rows_; }

  private:
    std::vector<std::uint8_t> claims_;
    std::array<std::vector<std::int32_t>, rules::municipal_field_count> values_;
    KernelRows rows_;
};

using MakePackages = std::vector<rules::Policy> (*)(rules::Policy const&, std::size_t);

// Seconds of a kernel for one package, the shortest of some rounds.
double seconds_of(PlainKernel kernel, RowsOfKernel const& rows, std::vector<rules::Policy> const& packages)
{
    constexpr int rounds = 3;
    auto const few = std::min(packages.size(), std::size_t{16});
    double shortest = std::numeric_limits<double>::infinity();
    for (int round = 0; round < rounds; ++round) {
        auto const start = thread_seconds();
        benchmark::DoNotOptimize(kernel(rows.rows(), packages.data(), few));
        shortest = std::min(shortest, thread_seconds() - start);
    }
    return shortest / static_cast<double>(few);
}

// One thread. `plain/this` is how many times as long the plain kernel takes for a package with the flags of
// this project, `ofast/this` with -Ofast -march=native.
void packages(benchmark::State& state, MakePackages make, bool with_breakdowns, bool decides_everybody)
{
    auto const count = static_cast<std::size_t>(state.range(0));
    auto const all = make(policy().policy, count);
    PreparedBaseline baseline(with_breakdowns, all);
    RowsOfKernel const rows;
    double const plain = seconds_of(plain_kernel_own_flags, rows, all);
    double const ofast = seconds_of(plain_kernel_ofast_native, rows, all);
    double shortest = std::numeric_limits<double>::infinity();
    for (auto _ : state) {
        auto const start = thread_seconds();
        benchmark::DoNotOptimize(baseline.run(all, decides_everybody).data());
        shortest = std::min(shortest, thread_seconds() - start);
    }
    count_households(state, assen().population.size() * count);
    state.counters["plain/this"] = plain * static_cast<double>(count) / shortest;
    state.counters["ofast/this"] = ofast * static_cast<double>(count) / shortest;
}
BENCHMARK_CAPTURE(packages, sums_varied, varied_packages, false, false)->Arg(16)->Arg(1'000);
BENCHMARK_CAPTURE(packages, breakdowns_varied, varied_packages, true, false)->Arg(16)->Arg(1'000);
BENCHMARK_CAPTURE(packages, sums_grid, grid_of_packages, false, false)->Arg(16)->Arg(1'000);
BENCHMARK_CAPTURE(packages, breakdowns_grid, grid_of_packages, true, false)->Arg(16)->Arg(1'000);
BENCHMARK_CAPTURE(packages, sums_shipped, shipped_packages, false, false)->Arg(12);
BENCHMARK_CAPTURE(packages, breakdowns_shipped, shipped_packages, true, false)->Arg(12);
BENCHMARK_CAPTURE(packages, reference_varied, varied_packages, true, true)->Arg(16);

void plain_kernel(benchmark::State& state, PlainKernel kernel)
{
    auto const all = varied_packages(policy().policy, 16);
    RowsOfKernel const rows;
    for (auto _ : state) {
        benchmark::DoNotOptimize(kernel(rows.rows(), all.data(), all.size()));
    }
    count_households(state, assen().population.size() * all.size());
}
BENCHMARK_CAPTURE(plain_kernel, own_flags, plain_kernel_own_flags);
BENCHMARK_CAPTURE(plain_kernel, ofast_native, plain_kernel_ofast_native);

// As a sweep does: all cores, each with its share of the packages.
void ten_thousand_packages(benchmark::State& state, MakePackages make)
{
    constexpr std::size_t count = 10'000;
    auto const threads = static_cast<int>(state.range(0));
    std::vector<std::vector<rules::Policy>> shares(static_cast<std::size_t>(threads));
    auto const all = make(policy().policy, count);
    for (std::size_t p = 0; p < count; ++p) {
        shares[p * shares.size() / count].push_back(all[p]);
    }
    for (auto _ : state) {
        run_in_parallel(shares.size(), threads, [&](std::size_t t) {
            PreparedBaseline baseline(false);
            benchmark::DoNotOptimize(baseline.run(shares[t], false).data());
            return true;
        });
    }
    count_households(state, assen().population.size() * count);
}
BENCHMARK_CAPTURE(ten_thousand_packages, varied, varied_packages)
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ten_thousand_packages, grid, grid_of_packages)
    ->Arg(2)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace minimasim::bench
