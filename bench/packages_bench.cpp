#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <limits>
#include <vector>

#include "bench/assen.hpp"
#include "bench/counters.hpp"
#include "sim/base/draw.hpp"
#include "sim/base/loop.hpp"

// Packages over Assen, beside a plain kernel of the same work in the same run. An evaluation is one household
// under one package; the baseline and its draws are made before.
namespace minimasim::bench {

namespace {

// Processor time of this thread, which other work on the machine disturbs least.
double thread_seconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// The yardstick: what one would write without thinking of speed, with sums only and claims drawn before.
// Every scheme for every household and package, the entitled, the recipients and the cost of each, and the
// poverty gap.
class PlainKernel {
  public:
    explicit PlainKernel(PreparedBaseline const& baseline)
        : columns_(baseline.member().by_law[0].all()),
          poverty_(baseline.member().by_law[0].poverty),
          claims_(poverty_.size())
    {
        for (std::size_t i = 0; i < claims_.size(); ++i) {
            claims_[i] = uniform(1, Stream::take_up, 0, static_cast<std::uint32_t>(i), 0, 0) < 0.6 ? 1 : 0;
        }
    }

    std::int64_t run(std::vector<rules::Policy> const& packages) const
    {
        std::int64_t sum = 0;
        for (auto const& package : packages) {
            std::array<Sums, rules::scheme_count> sums{};
            std::int64_t gap = 0;
            for (std::size_t i = 0; i < poverty_.size(); ++i) {
                auto household = rules::household_at(columns_, i);
                rules::for_each_scheme([&](auto scheme, auto index) {
                    using S = decltype(scheme);
                    auto const decided = S::entitlement(household, std::get<index>(package.municipal));
                    bool const receives = decided.cents_per_year > 0 && claims_[i] != 0;
                    sums[index].entitled += decided.is_eligible;
                    sums[index].recipients += receives ? 1 : 0;
                    sums[index].cents += receives ? decided.cents_per_year : 0;
                    if (S::is_cash && receives) {
                        household.cash_support_cents_per_year += decided.cents_per_year;
                    }
                });
                gap +=
                    outcomes::poverty_gap_cents_per_month(poverty_[i], household.cash_support_cents_per_year);
            }
            for (auto const& of_scheme : sums) {
                sum += of_scheme.entitled + of_scheme.recipients + of_scheme.cents;
            }
            sum += gap;
        }
        return sum;
    }

  private:
    struct Sums {
        std::int64_t entitled = 0;
        std::int64_t recipients = 0;
        std::int64_t cents = 0;
    };
    rules::MunicipalColumns columns_;
    std::vector<outcomes::PovertyPosition> const& poverty_;
    std::vector<std::uint8_t> claims_;
};

using MakePackages = std::vector<rules::Policy> (*)(rules::Policy const&, std::size_t);

double seconds_of_plain_kernel(PreparedBaseline const& baseline, std::vector<rules::Policy> const& packages)
{
    PlainKernel const kernel(baseline);
    std::vector<rules::Policy> const few(
        packages.begin(),
        packages.begin() + static_cast<std::ptrdiff_t>(std::min(packages.size(), std::size_t{16})));
    double shortest = std::numeric_limits<double>::infinity();
    for (int round = 0; round < 3; ++round) {
        auto const start = thread_seconds();
        benchmark::DoNotOptimize(kernel.run(few));
        shortest = std::min(shortest, thread_seconds() - start);
    }
    return shortest / static_cast<double>(few.size());
}

// One thread. `plain/this` is how many times as long the plain kernel takes for a package.
void packages(benchmark::State& state, MakePackages make, bool with_breakdowns, bool decides_everybody)
{
    PreparedBaseline baseline(with_breakdowns);
    auto const count = static_cast<std::size_t>(state.range(0));
    auto const all = make(baseline.policy(), count);
    double const plain = seconds_of_plain_kernel(baseline, all);
    double shortest = std::numeric_limits<double>::infinity();
    for (auto _ : state) {
        auto const start = thread_seconds();
        benchmark::DoNotOptimize(baseline.run(all, decides_everybody).data());
        shortest = std::min(shortest, thread_seconds() - start);
    }
    count_households(state, baseline.member().population.size() * count);
    state.counters["plain/this"] = plain * static_cast<double>(count) / shortest;
}
BENCHMARK_CAPTURE(packages, sums_varied, varied_packages, false, false)->Arg(16)->Arg(1'000);
BENCHMARK_CAPTURE(packages, breakdowns_varied, varied_packages, true, false)->Arg(16)->Arg(1'000);
BENCHMARK_CAPTURE(packages, sums_grid, grid_of_packages, false, false)->Arg(16)->Arg(1'000);
BENCHMARK_CAPTURE(packages, breakdowns_grid, grid_of_packages, true, false)->Arg(16)->Arg(1'000);
BENCHMARK_CAPTURE(packages, reference_varied, varied_packages, true, true)->Arg(16);

void plain_kernel(benchmark::State& state)
{
    PreparedBaseline const baseline(false);
    auto const all = varied_packages(baseline.policy(), 16);
    PlainKernel const kernel(baseline);
    for (auto _ : state) {
        benchmark::DoNotOptimize(kernel.run(all));
    }
    count_households(state, baseline.member().population.size() * all.size());
}
BENCHMARK(plain_kernel);

// As a sweep does: all cores, each with its share of the packages.
void ten_thousand_packages(benchmark::State& state, MakePackages make)
{
    constexpr std::size_t count = 10'000;
    auto const threads = static_cast<int>(state.range(0));
    std::vector<std::vector<rules::Policy>> shares(static_cast<std::size_t>(threads));
    auto const all = make(PreparedBaseline(false).policy(), count);
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
