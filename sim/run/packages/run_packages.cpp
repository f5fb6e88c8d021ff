#include "sim/run/packages/run_packages.hpp"

#include "sim/run/packages/package_runner.hpp"

namespace minimasim::run {

using outcomes::Tally;

std::vector<Tally> run_packages_by_block(Setting const& setting, Member const& member,
                                         std::vector<Pass*> const& packages, Propensities& propensities)
{
    std::vector<Tally> tallies(packages.size(), Tally(setting.cells.size()));
    for (auto* package : packages) {
        serve_under_caps(member, *package, propensities);
    }
    BlockBuffers buffers;
    for (auto const block : split_into_blocks(member.population.size(), setting.block_size)) {
        for (std::size_t p = 0; p < packages.size(); ++p) {
            run_block(member, *packages[p], block, propensities, buffers, tallies[p]);
        }
    }
    return tallies;
}

std::vector<Tally> run_packages(Setting const& setting, Member const& member, Pass const& baseline,
                                Tally const& baseline_tally, std::vector<Pass>& packages,
                                takeup::Behaviour const& behaviour, Propensities& propensities)
{
    std::vector<Pass const*> as_differences;
    std::vector<Pass*> by_block;
    std::vector<bool> is_difference;
    for (auto& package : packages) {
        // Marks tell of every household: they are made where every household is decided.
        is_difference.push_back(!setting.decides_everybody && package.marks == nullptr &&
                                PackageRunner::can_run(package, baseline, behaviour));
        if (is_difference.back()) {
            as_differences.push_back(&package);
        } else {
            by_block.push_back(&package);
        }
    }
    auto of_differences = PackageRunner(member, baseline, baseline_tally, as_differences, propensities).run();
    auto of_blocks = run_packages_by_block(setting, member, by_block, propensities);
    std::vector<Tally> tallies;
    std::size_t next_difference = 0;
    std::size_t next_block = 0;
    for (bool const is_so : is_difference) {
        tallies.push_back(std::move(is_so ? of_differences[next_difference++] : of_blocks[next_block++]));
    }
    return tallies;
}

}  // namespace minimasim::run
