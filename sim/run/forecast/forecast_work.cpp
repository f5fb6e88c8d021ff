#include "sim/run/forecast/forecast_work.hpp"

#include <algorithm>
#include <atomic>
#include <utility>

#include "sim/base/loop.hpp"
#include "sim/run/forecast/forecast_income.hpp"
#include "sim/run/forecast/forecast_search.hpp"

namespace minimasim::run {

namespace {

constexpr std::size_t most_replicates_of_a_piece = 50;  // worked out in some ten seconds

// Members are large: those that are prepared together.
std::uint32_t members_at_a_time(ForecastInputs const& inputs)
{
    return static_cast<std::uint32_t>(std::max(2, team_size(inputs.options.run.threads)));
}

// Calls prepare(first member, number of members) and then, on all threads, step(i, replicate, member) for the
// replicates of those members; the members a few at a time, because they are large.
template <class Prepare, class Step>
void for_each_replicate(ForecastInputs const& inputs, std::vector<std::uint32_t> const& replicates,
                        Prepare const& prepare, Step const& step)
{
    auto const& run = inputs.options.run;
    auto const at_a_time = members_at_a_time(inputs);
    auto const last = replicates.back() % inputs.members;
    for (auto first = replicates.front() % inputs.members; first <= last; first += at_a_time) {
        auto const count = std::min(at_a_time, last - first + 1);
        prepare(first, count);
        std::vector<std::size_t> of_group;
        for (std::size_t i = 0; i < replicates.size(); ++i) {
            auto const member = replicates[i] % inputs.members;
            if (member >= first && member < first + count) {
                of_group.push_back(i);
            }
        }
        run_in_parallel(of_group.size(), run.threads, [&](std::size_t place) {
            auto const i = of_group[place];
            step(i, replicates[i], replicates[i] % inputs.members);
            return true;
        });
    }
}

PeopleOfMembers people_of_members(ForecastInputs const& inputs, ForecastHouseholds const& all)
{
    return {inputs.workspace,          inputs.people,      all.ensemble,
            inputs.calibration_policy, inputs.options.run, inputs.options.until};
}

std::size_t replicates_of_search(ForecastInputs const& inputs)
{
    return std::min<std::size_t>(inputs.options.run.replicates, most_replicates_of_search);
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

std::vector<Piece> pieces_of(std::vector<std::uint32_t> const& replicates, ForecastInputs const& inputs,
                             std::set<std::uint32_t> const& done)
{
    auto const members = members_at_a_time(inputs);
    std::vector<Piece> pieces;
    for (std::size_t place = 0; place < replicates.size(); ++place) {
        auto const replicate = replicates[place];
        if (done.contains(replicate)) {
            continue;
        }
        bool const fits =
            !pieces.empty() && pieces.back().replicates.size() < most_replicates_of_a_piece &&
            replicate % inputs.members < pieces.back().replicates.front() % inputs.members + members;
        if (!fits) {
            pieces.push_back({place, {}});
        }
        pieces.back().replicates.push_back(replicate);
    }
    return pieces;
}

WorkedOut work_out(ForecastInputs const& inputs, ForecastHouseholds const& households,
                   std::vector<std::uint32_t> const& replicates)
{
    auto const& run = inputs.options.run;
    WorkedOut worked;
    auto& part = worked.part;
    part.replicates = replicates;
    part.debts.resize(replicates.size());
    part.people.resize(replicates.size());
    worked.new_years.resize(replicates_of_search(inputs));
    SchemesOfPackages schemes(inputs.workspace, run, households.ensemble, inputs.packages);
    auto people = people_of_members(inputs, households);
    auto const central = forecast::central_terms(inputs.assumptions);
    std::atomic<std::size_t> done = 0;
    for_each_replicate(
        inputs, replicates,
        [&](std::uint32_t first, std::uint32_t count) {
            schemes.prepare(first, count);
            people.prepare(first, count);
        },
        [&](std::size_t i, std::uint32_t r, std::uint32_t member) {
            run.progress("months stepped",
                         static_cast<double>(done++) / static_cast<double>(replicates.size()));
            auto const& town = households.towns[member];
            auto stepped = people.step(member, r, town, central);
            if (inputs.options.fixed_households) {
                stepped.new_years.clear();
            }
            part.debts[i] =
                forecast::run_replicate(town, inputs.terms[r], schemes.packages_in(member, r), inputs.years(),
                                        {run.seed, member, r}, stepped.new_years, inputs.economies[r]);
            part.people[i] = std::move(stepped.years);
            if (r < worked.new_years.size()) {
                worked.new_years[r] = std::move(stepped.new_years);
            }
        });
    run.progress("months stepped", 1);
    if (inputs.budget != nullptr) {
        auto numbers = inputs.budget->numbers(households.ensemble, replicates);
        part.budget = std::move(numbers.budget);
        part.outcomes = std::move(numbers.outcomes);
    }
    return worked;
}

std::vector<std::vector<forecast::NewYear>> new_years_of_search(ForecastInputs const& inputs,
                                                                ForecastHouseholds const& households)
{
    std::vector<std::vector<forecast::NewYear>> new_years(replicates_of_search(inputs));
    if (inputs.options.fixed_households) {
        return new_years;
    }
    auto people = people_of_members(inputs, households);
    auto const central = forecast::central_terms(inputs.assumptions);
    auto const searched = static_cast<std::uint32_t>(new_years.size());
    for_each_replicate(
        inputs, replicates_of({}, searched, std::min(searched, inputs.members)),
        [&](std::uint32_t first, std::uint32_t count) { people.prepare(first, count); },
        [&](std::size_t, std::uint32_t r, std::uint32_t member) {
            new_years[r] = people.step(member, r, households.towns[member], central).new_years;
        });
    return new_years;
}

}  // namespace minimasim::run
