#include "sim/run/prepared_run.hpp"

#include <algorithm>

#include "sim/base/digest.hpp"
#include "sim/base/error.hpp"
#include "sim/base/loop.hpp"
#include "sim/run/members/prepare.hpp"
#include "sim/run/streaming/streaming_run.hpp"
#include "sim/run/take_up/take_up_matching.hpp"

namespace minimasim::run {

PreparedRun prepare_run(Workspace const& workspace, RunOptions const& options, Package const& baseline)
{
    if (is_streamed(workspace, options)) {
        throw InputError(
            options.population_file.string(), 0,
            "has more than " + std::to_string(options.most_in_memory) +
                " households, too many to keep in memory for thousands of packages; minimasim run "
                "streams it");
    }
    PreparedRun run;
    run.setting = setting_of(workspace, options);
    run.setting.packages = {baseline};
    Ensemble const ensemble(workspace, run.setting.calibration_policy, options.seed, options.cache, 1.0,
                            options.sources);
    bool const is_given = !options.population_file.empty();
    std::uint32_t const members = is_given ? 1 : std::min(options.members, options.replicates);
    if (!is_given) {
        ensemble.prepare(members, options.threads, options.progress);
    }
    run.setting.plausible = match_take_up(run.setting, workspace.take_up_evidence,
                                          members_to_match(ensemble, options), options.threads)
                                .plausible;
    run.members = run_in_parallel(members, options.threads, [&](std::size_t i) {
        auto const number = static_cast<std::uint32_t>(i);
        return prepare_member(run.setting, workspace, population_of(ensemble, options, number), number);
    });
    Digest digest;
    for (auto const& of_member : run_in_parallel(
             members, options.threads, [&](std::size_t i) { return digest_of(run.members[i].population); })) {
        digest.add_text(of_member);
    }
    run.population_digest = digest.hex();
    return run;
}

}  // namespace minimasim::run
