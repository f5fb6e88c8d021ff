#include "sim/options.hpp"

namespace minimasim {

void add_common(CLI::App& command, commands::Common& common)
{
    command.add_option("--data", common.data,
                       "Folder of data in place of the one that comes with the program");
    command.add_option("--municipality", common.municipality, "Municipality, a folder of data")
        ->capture_default_str();
    command.add_option("--threads", common.threads, "Threads, 0 = all; the figures do not depend on it")
        ->check(CLI::Range(0, 4096))
        ->capture_default_str();
    command.add_option("--seed", common.seed, "Seed of all draws")->capture_default_str();
    command.add_option("--ensemble", common.members, "Members of the ensemble of populations")
        ->check(CLI::Range(1U, 100'000U))
        ->capture_default_str();
}

void add_block_size(CLI::App& command, commands::Common& common)
{
    command
        .add_option("--block-size", common.block_size,
                    "Households worked out at a time; the figures do not depend on it")
        ->check(CLI::Range(1U, 1'000'000U))
        ->capture_default_str();
}

void add_sweep(CLI::App& command, commands::Sweep& sweep)
{
    command.add_option("plan", sweep.plan, "Plan (TOML)")->required();
    command.add_option("-o,--output", sweep.output, "Folder of the sweep")->required();
    command.add_option("--replicates", sweep.replicates, "Replications of every package")
        ->check(CLI::Range(1U, 1'000'000U))
        ->capture_default_str();
    command
        .add_option("--chunk", sweep.points_per_chunk,
                    "Packages that are kept together, and lost together when the program is killed; 0: by "
                    "the number of replicates")
        ->capture_default_str();
    command.add_option("--date", sweep.date, "Law date in place of the plan's, as 2025-07-01");
    command.add_option("--population", sweep.population,
                       "A population file, or member0, in place of the ensemble");
    add_common(command, sweep.common);
    add_block_size(command, sweep.common);
}

}  // namespace minimasim
