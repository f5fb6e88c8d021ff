#include "sim/run/streaming/memory_plan.hpp"

#include <algorithm>
#include <cstdio>

#include "sim/base/error.hpp"
#include "sim/base/loop.hpp"
#include "sim/outcomes/tally.hpp"
#include "sim/run/members/member_columns.hpp"
#include "sim/run/streaming/streaming_run.hpp"

namespace minimasim::run {

namespace {

// Of a household, in bytes, while a member is worked out: its population as it is and at the prices of the
// policy date, with the columns of a little over two persons, and under each law the municipal view, its
// place by the poverty line and its cells. What is kept of it then, and what a replicate adds, is less
// (docs/performance.md).
constexpr std::uint64_t in_population = 200;
constexpr std::uint64_t under_a_law =
    4 * rules::municipal_field_count + sizeof(outcomes::PovertyPosition) + sizeof(outcomes::CellsOfHousehold);
constexpr std::uint64_t laws = 2;  // of the calibration and of the policy date; packages may add their own

std::string gibibytes(std::uint64_t bytes)
{
    char text[40];
    std::snprintf(text, sizeof text, "%.1f GiB", static_cast<double>(bytes) / (1 << 30));
    return text;
}

}  // namespace

MemoryPlan plan_memory(Workspace const& workspace, RunOptions const& options)
{
    MemoryPlan plan;
    auto const scenarios = options.scenarios.empty()
                               ? input::scenario_files(workspace.folders.scenarios).size()
                               : options.scenarios.size() + 1;
    plan.replicates = options.replicates;
    plan.packages = scenarios;
    bool const streams = is_streamed(workspace, options);
    auto const cells = streams ? cells_of_streamed(workspace)
                               : outcomes::make_cells(neighbourhood_names(workspace.evidence));
    plan.cells = cells.size();
    std::uint64_t const tally =
        sizeof(std::int64_t) * plan.cells *
        (rules::scheme_count * outcomes::scheme_outcome_count + outcomes::package_outcome_count);
    plan.bytes_of_a_replicate = (plan.packages + 2) * tally;  // the calibration, as it ran and as it is kept
    // Of a streamed population only a part is in memory.
    auto const households =
        streams ? static_cast<double>(StreamOptions{}.most_households_at_a_time)
                : workspace.evidence.cell(workspace.municipality.code, "private_households", "total", "total")
                      .value;
    auto const at_a_time = static_cast<std::uint64_t>(std::max(2, team_size(options.threads)));
    plan.bytes_of_members =
        at_a_time * static_cast<std::uint64_t>(households) * (2 * in_population + laws * under_a_law);
    return plan;
}

std::string to_text(MemoryPlan const& plan)
{
    return "about " + gibibytes(plan.bytes()) + " of memory: " + std::to_string(plan.replicates) +
           " replicates x " + std::to_string(plan.packages) + " packages x " + std::to_string(plan.cells) +
           " cells take " + gibibytes(plan.replicates * plan.bytes_of_a_replicate) +
           ", members of the ensemble in work " + gibibytes(plan.bytes_of_members);
}

void check_memory(MemoryPlan const& plan, std::uint64_t available_bytes)
{
    if (plan.bytes() <= available_bytes) {
        return;
    }
    std::uint64_t const left =
        available_bytes > plan.bytes_of_members ? available_bytes - plan.bytes_of_members : 0;
    std::uint64_t const fitting = left / plan.bytes_of_a_replicate;
    throw InputError("this run", 0,
                     "needs " + to_text(plan) + "; " + gibibytes(available_bytes) + " are free. " +
                         (fitting > 0 ? "With these packages " + std::to_string(fitting) + " replicates fit"
                                      : "Fewer threads or packages need less"));
}

}  // namespace minimasim::run
