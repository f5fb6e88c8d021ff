#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

#include "bench/assen.hpp"
#include "bench/memory_meter.hpp"
#include "bench/workload.hpp"
#include "sim/run/members/member_rows.hpp"
#include "sim/run/members/prepare.hpp"
#include "sim/run/replicate.hpp"

// What a household takes of memory. Everything is counted that there is more of when there are more
// households; tables are not, which are as large for a hamlet: the totals alone are counted here.
namespace minimasim::bench {

namespace {

run::Setting setting_of_twelve_packages()
{
    auto setting = run::setting_of(workspace(), {});
    run::Package baseline;
    baseline.id = "baseline";
    baseline.policy = policy();
    setting.packages.push_back(baseline);
    for (auto const* id : {"full-take-up", "income-supplement-500", "limits-120", "limits-130", "limits-150",
                           "new-approach", "no-municipal-schemes", "participation-budget", "raise-the-bar",
                           "reach-plus-25", "supplement-ex-officio"}) {
        setting.packages.push_back(shipped(baseline.policy, id));
    }
    return setting;
}

// Bytes a household of Assen of a member that is kept for its replicates, and of one replicate of twelve
// packages at its largest.
void memory_of_a_household(benchmark::State& state)
{
    auto setting = setting_of_twelve_packages();
    auto const& population = assen().population;  // what is read once and kept is there before
    auto const households = static_cast<double>(population.size());
    double of_member = 0;
    double of_replicate = 0;
    double kept_share = 0;
    for (auto _ : state) {
        auto const before = heap_bytes().in_use;
        auto const member = std::make_unique<run::Member const>(run::resident_member(
            setting, run::Screen(setting), run::prepare_member(setting, workspace(), population, 0)));
        auto const with_member = heap_bytes().in_use;
        auto of_totals = setting;
        of_totals.cells.list.resize(1);
        run::run_replicate(of_totals, *member, 0);  // what threads keep is there before
        set_back_heap_meter();
        auto const at_rest = heap_bytes().in_use;
        benchmark::DoNotOptimize(run::run_replicate(of_totals, *member, 0).packages.data());
        kept_share = static_cast<double>(member->population.size()) / households;
        of_member = static_cast<double>(with_member - before) / households;
        of_replicate = static_cast<double>(heap_bytes().at_most - at_rest) / households;
    }
    state.counters["of_member"] = of_member;
    state.counters["of_replicate"] = of_replicate;
    state.counters["kept_share"] = kept_share;
    state.counters["bytes/household"] = of_member + of_replicate;
}
BENCHMARK(memory_of_a_household)->Iterations(1);

}  // namespace

}  // namespace minimasim::bench
