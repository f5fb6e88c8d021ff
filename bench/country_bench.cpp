#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>

#include "bench/counters.hpp"
#include "bench/workload.hpp"
#include "sim/base/temporary_folder.hpp"
#include "sim/run/streaming/streaming_replicate.hpp"

// A population of any size from disk: what it costs once to work out every household under the law, and then
// to run twelve packages over it. The households of a small synthetic town are repeated until they are as
// many as asked; each copy has its own draws. What is asked of memory stands in docs/large-populations.md.
namespace minimasim::bench {

namespace {

constexpr double size_of_town = 0.25;  // of Assen: about 8,400 households

population::Population const& town()
{
    static auto const built = [] {
        auto const& municipality = workspace().municipality;
        auto const then =
            run::read_policy(workspace().terms, municipality.measures, municipality.calibration_date);
        return run::Ensemble(workspace(), then, 1, "", size_of_town).build(0).population;
    }();
    return built;
}

// A file of so many households: whole towns, and part of one.
class CountryFile {
  public:
    explicit CountryFile(std::size_t households)
    {
        std::size_t const of_town = town().size();
        std::size_t const rest = households % of_town;
        report::PopulationSize size;
        size.households = households;
        size.persons = households / of_town * town().persons.size() + town().person_begin[rest];
        report::PopulationWriter writer(path(), run::neighbourhood_names(workspace().evidence), size);
        for (std::size_t copy = 0; copy < households / of_town; ++copy) {
            writer.append(town(), 0, of_town);
        }
        writer.append(town(), 0, rest);
        writer.commit();
    }

    std::filesystem::path path() const { return folder_.path() / "country.h5"; }
    std::filesystem::path const& folder() const { return folder_.path(); }

  private:
    TemporaryFolder folder_;
};

// Twelve packages, the baseline among them. `households`: for which the published users of Assen are scaled,
// so that thresholds must be found; 0: no users are published, as in the test country.
run::Setting twelve_packages(double households)
{
    auto setting = run::setting_of(workspace(), {});
    setting.threads = 1;  // parts are what threads share
    auto& targets = setting.municipality.targets;
    for (auto& target : targets) {
        target.users *= households / static_cast<double>(town().size()) * size_of_town;
    }
    if (households == 0) {
        targets.clear();
    }
    run::Package baseline;
    baseline.id = "baseline";
    baseline.policy = policy();
    setting.packages.push_back(baseline);
    for (auto const* id :
         {"limits-110", "limits-120", "limits-130", "limits-140", "limits-150", "income-supplement-500",
          "participation-budget", "raise-the-bar", "new-approach", "amsterdam-150", "no-municipal-schemes"}) {
        setting.packages.push_back(shipped(baseline.policy, id));
    }
    return setting;
}

run::StreamOptions options_for(CountryFile const& file, benchmark::State const& state)
{
    run::StreamOptions options;
    options.threads = static_cast<int>(state.range(1));
    options.scratch_folder = file.folder();
    return options;
}

// Reading the file, its digest and every household under two laws.
void country_prepare(benchmark::State& state)
{
    auto const households = static_cast<std::size_t>(state.range(0));
    CountryFile const file(households);
    auto const setting = twelve_packages(static_cast<double>(households));
    auto const options = options_for(file, state);
    for (auto _ : state) {
        auto const streamed =
            run::stream_population(setting, workspace(), report::PopulationFile(file.path()), options);
        state.counters["kept_share"] =
            static_cast<double>(streamed.store.households()) / static_cast<double>(households);
        state.counters["scratch_bytes/household"] =
            static_cast<double>(streamed.store.bytes()) / static_cast<double>(households);
    }
    count_households(state, households);
}

void pass(benchmark::State& state, bool has_published_users)
{
    auto const households = static_cast<std::size_t>(state.range(0));
    CountryFile const file(households);
    auto const setting = twelve_packages(has_published_users ? static_cast<double>(households) : 0);
    auto const options = options_for(file, state);
    auto const streamed =
        run::stream_population(setting, workspace(), report::PopulationFile(file.path()), options);
    for (auto _ : state) {
        auto const result = run::run_streamed_replicate(setting, streamed, 0, options);
        benchmark::DoNotOptimize(result.packages.data());
    }
    count_households(state, households);
}

// One pass of twelve packages, everything that differs between replicates included.
void country_pass(benchmark::State& state)
{
    pass(state, false);
}

// The same where thresholds are found for published users: one pass more at the calibration date.
void country_pass_calibrated(benchmark::State& state)
{
    pass(state, true);
}

// Households, threads. The country has 8.4 million.
void sizes(benchmark::internal::Benchmark* benchmark)
{
    for (std::int64_t const households : {10'000, 100'000, 1'000'000, 8'400'000, 10'000'000}) {
        benchmark->Args({households, 2});
    }
    benchmark->Args({10'000, 1})
        ->Args({100'000, 1})
        ->Args({1'000'000, 1})
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime()
        ->MeasureProcessCPUTime();
}

BENCHMARK(country_prepare)->Apply(sizes);
BENCHMARK(country_pass)->Apply(sizes);
BENCHMARK(country_pass_calibrated)->Apply(sizes);

}  // namespace

}  // namespace minimasim::bench
