#include <benchmark/benchmark.h>
#include <vector>

#include "bench/counters.hpp"
#include "bench/workload.hpp"
#include "sim/base/draw.hpp"
#include "sim/base/temporary_folder.hpp"
#include "sim/population/synthesis.hpp"
#include "sim/run/simulate.hpp"

// The two large steps: building one member of the population, and a run of every shipped package.
namespace minimasim::bench {

namespace {

void population_build(benchmark::State& state)
{
    auto const& municipality = workspace().municipality;
    auto const calibration =
        run::read_policy(workspace().terms, municipality.measures, municipality.calibration_date);
    auto const measure = run::measure_of(calibration);
    std::size_t households = 0;
    for (auto _ : state) {
        auto const built = population::draw_population(workspace().evidence, measure, {});
        households = built.population.size();
        benchmark::DoNotOptimize(households);
    }
    count_households(state, households);
}
BENCHMARK(population_build)->Unit(benchmark::kMillisecond)->UseRealTime();

// Households a second counts every household once per package and replicate, and its statutory income with
// it.
void whole_run(benchmark::State& state)
{
    TemporaryFolder const cache;
    run::RunOptions options;
    options.members = 2;
    options.replicates = 10;
    options.cache = cache.path();
    auto const first = run::simulate(workspace(), options);  // builds the population, outside the measurement
    std::size_t const packages = first.results.packages.size();
    auto const calibration = run::read_policy(workspace().terms, workspace().municipality.measures,
                                              workspace().municipality.calibration_date);
    run::Ensemble const ensemble(workspace(), calibration, options.seed, options.cache);
    std::size_t const households = ensemble.member(0).size();
    for (auto _ : state) {
        auto const simulation = run::simulate(workspace(), options);
        benchmark::DoNotOptimize(simulation.results.figures.data());
    }
    count_households(state, households * packages * options.replicates);
}
BENCHMARK(whole_run)->Unit(benchmark::kMillisecond)->UseRealTime();

// Twelve packages with the baseline, from a cache that this fills.
run::RunOptions twelve_packages(TemporaryFolder const& cache, std::uint32_t members, std::uint32_t replicates)
{
    run::RunOptions options;
    options.members = members;
    options.replicates = replicates;
    options.cache = cache.path();
    for (char const* id : {"full-take-up", "income-supplement-500", "limits-120", "limits-130", "limits-150",
                           "new-approach", "no-municipal-schemes", "participation-budget", "raise-the-bar",
                           "reach-plus-25", "supplement-ex-officio"}) {
        options.scenarios.push_back(workspace().folders.scenarios / (std::string(id) + ".toml"));
    }
    run::simulate(workspace(), options);
    return options;
}

// What a replicate costs with everything that comes with it: the more of them, the smaller the fixed part.
void replications(benchmark::State& state)
{
    TemporaryFolder const cache;
    auto const replicates = static_cast<std::uint32_t>(state.range(0));
    auto const options = twelve_packages(cache, 4, replicates);
    for (auto _ : state) {
        auto const simulation = run::simulate(workspace(), options);
        benchmark::DoNotOptimize(simulation.results.figures.data());
    }
    state.counters["time/replicate"] = benchmark::Counter(
        replicates, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(replications)->Arg(20)->Arg(100)->Arg(500)->Unit(benchmark::kMillisecond)->UseRealTime();

// One pass from nothing: data read, one member from the cache, one replicate, figures; no files are written.
void whole_process(benchmark::State& state)
{
    TemporaryFolder const cache;
    auto const options = twelve_packages(cache, 1, 1);
    for (auto _ : state) {
        auto const folders = run::find_folders(std::string(MINIMASIM_SOURCE_DIR) + "/data");
        auto const anew = run::read_workspace(folders, "GM0106");
        auto const simulation = run::simulate(anew, options);
        benchmark::DoNotOptimize(simulation.results.figures.data());
    }
}
BENCHMARK(whole_process)->Unit(benchmark::kMillisecond)->UseRealTime();

constexpr std::size_t drawn_households = 32'768;

// The same draws, one address at a time and many at once.
void draws_plain(benchmark::State& state)
{
    std::vector<double> out(drawn_households);
    for (auto _ : state) {
        for (std::uint32_t i = 0; i < drawn_households; ++i) {
            out[i] = uniform(1, Stream::need, 3, i, 2, 7);
        }
        benchmark::DoNotOptimize(out.data());
        benchmark::ClobberMemory();
    }
    count_households(state, drawn_households);
}
BENCHMARK(draws_plain);

void draws_vectorised(benchmark::State& state)
{
    std::vector<double> out(drawn_households);
    for (auto _ : state) {
        uniforms({1, Stream::need, 3, 2, 7}, drawn_households, out.data());
        benchmark::DoNotOptimize(out.data());
        benchmark::ClobberMemory();
    }
    count_households(state, drawn_households);
}
BENCHMARK(draws_vectorised);

}  // namespace

}  // namespace minimasim::bench
