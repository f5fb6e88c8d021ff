#include <benchmark/benchmark.h>

#include "bench/counters.hpp"
#include "bench/temporary_folder.hpp"
#include "bench/workload.hpp"
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

}  // namespace

}  // namespace minimasim::bench
