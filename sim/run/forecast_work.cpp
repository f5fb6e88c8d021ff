#include "sim/run/forecast_work.hpp"

#include <algorithm>
#include <atomic>

#include "sim/base/loop.hpp"
#include "sim/run/forecast_income.hpp"

namespace minimasim::run {

namespace {

// The debts of all replicates, with what the schemes of every package give; the members a few at a time.
std::vector<forecast::Replicate> step_debts(ForecastInputs const& inputs, ForecastHouseholds const& all,
                                            std::vector<std::uint32_t> const& replicates)
{
    auto const& run = inputs.options.run;
    SchemesOfPackages schemes(inputs.workspace, run, all.ensemble, inputs.packages);
    std::vector<forecast::Replicate> stepped(replicates.size());
    std::atomic<std::size_t> done = 0;
    auto const at_a_time = static_cast<std::uint32_t>(std::max(2, team_size(run.threads)));
    auto const last = replicates.back() % inputs.members;
    for (auto first = replicates.front() % inputs.members; first <= last; first += at_a_time) {
        auto const count = std::min(at_a_time, last - first + 1);
        schemes.prepare(first, count);
        std::vector<std::size_t> of_group;
        for (std::size_t i = 0; i < replicates.size(); ++i) {
            auto const member = replicates[i] % inputs.members;
            if (member >= first && member < first + count) {
                of_group.push_back(i);
            }
        }
        run_in_parallel(of_group.size(), run.threads, [&](std::size_t place) {
            auto const i = of_group[place];
            auto const r = replicates[i];
            auto const member = r % inputs.members;
            run.progress("months stepped",
                         static_cast<double>(done++) / static_cast<double>(replicates.size()));
            stepped[i] =
                forecast::run_replicate(all.towns[member], inputs.terms[r], schemes.packages_in(member, r),
                                        inputs.years(), {run.seed, member, r});
            return true;
        });
    }
    run.progress("months stepped", 1);
    return stepped;
}

}  // namespace

std::vector<std::uint32_t> replicates_of(Shard shard, std::uint32_t replicates, std::uint32_t members)
{
    std::vector<std::uint32_t> by_member;
    for (std::uint32_t member = 0; member < members; ++member) {
        for (std::uint32_t r = member; r < replicates; r += members) {
            by_member.push_back(r);
        }
    }
    auto const begin = by_member.begin();
    return {begin + static_cast<std::ptrdiff_t>(shard.begin(replicates)),
            begin + static_cast<std::ptrdiff_t>(shard.end(replicates))};
}

report::ForecastPart work_out(ForecastInputs const& inputs, ForecastHouseholds const& households,
                              std::vector<std::uint32_t> const& replicates)
{
    report::ForecastPart part;
    part.replicates = replicates;
    part.debts = step_debts(inputs, households, replicates);
    part.people = step_people(inputs.workspace, inputs.people, households.ensemble, inputs.calibration_policy,
                              inputs.options.run, replicates, inputs.options.until);
    if (inputs.budget != nullptr) {
        part.budget = inputs.budget->numbers(households.ensemble, replicates);
    }
    return part;
}

}  // namespace minimasim::run
