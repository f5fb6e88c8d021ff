#include "sim/run/streaming/streaming.hpp"

#include <algorithm>
#include <atomic>
#include <utility>
#include <vector>

#include "sim/base/loop.hpp"
#include "sim/report/population_columns.hpp"
#include "sim/run/streaming/streaming_screen.hpp"

namespace minimasim::run {

namespace {

// What one part of the file leaves behind.
struct PartCounts {
    StoredPart stored;
    takeup::HouseholdsByShift on_low_income{};
    TakeUpChecks long_low_income;
    outcomes::IncomeCounts incomes;
};

void add(takeup::HouseholdsByShift const& part, takeup::HouseholdsByShift& all)
{
    for (std::size_t profile = 0; profile < all.size(); ++profile) {
        for (std::size_t group = 0; group < all[profile].size(); ++group) {
            all[profile][group] += part[profile][group];
        }
    }
}

void add(LongLowIncome const& part, LongLowIncome& all)
{
    all.one_year += part.one_year;
    all.four_years += part.four_years;
}

// Parts of like size, as many for every thread. An odd number of rows: columns of a power of two would share
// cache lines.
std::size_t households_of_part(std::size_t households, StreamOptions const& options)
{
    auto const threads = static_cast<std::size_t>(team_size(options.threads));
    std::size_t const fewest = households / options.most_households_at_a_time + 1;
    std::size_t const parts = (fewest + threads - 1) / threads * threads;
    return std::min((households + parts - 1) / parts | 1, options.most_households_at_a_time);
}

// All columns of a household and its persons, at the end of another population.
void append(population::Population const& from, std::size_t household, population::Population& to)
{
    if (to.person_begin.empty()) {
        to.person_begin.push_back(0);
    }
    report::for_each_household_column(
        [&](auto const& column) { (to.*column.member).push_back((from.*column.member)[household]); });
    report::for_each_person_column([&](auto const& column) {
        auto const& persons = from.persons.*column.member;
        (to.persons.*column.member)
            .insert((to.persons.*column.member).end(), persons.begin() + from.person_begin[household],
                    persons.begin() + from.person_begin[household + 1]);
    });
    to.person_begin.push_back(static_cast<std::uint32_t>(to.persons.size()));
}

}  // namespace

StreamedPopulation stream_population(Setting const& setting, Workspace const& workspace,
                                     report::PopulationFile const& file, StreamOptions const& options)
{
    std::size_t laws = 0;
    for (auto const& package : setting.packages) {
        laws = std::max(laws, package.law_index + 1);
    }
    StreamedPopulation streamed{MemberStore(options.scratch_folder, 0, laws), {}, {}, 0, {}};
    streamed.households = file.size().households;
    Screen const screen(setting);
    bool const counts_one_neighbourhood =
        setting.cells.first[static_cast<std::size_t>(outcomes::Breakdown::profile)] ==
        setting.cells.first[static_cast<std::size_t>(outcomes::Breakdown::neighbourhood)] + 1;
    auto const blocks =
        split_into_blocks(streamed.households, households_of_part(streamed.households, options));
    std::atomic<std::size_t> finished = 0;
    // One task more than there are parts: the digest, which reads the columns one after another.
    auto const counts = run_in_parallel(blocks.size() + 1, options.threads, [&](std::size_t i) {
        PartCounts part;
        if (i == 0) {
            streamed.digest = file.digest();
            return part;
        }
        auto const block = blocks[i - 1];
        auto population = file.read(block.begin, block.end);
        if (counts_one_neighbourhood) {
            std::fill(population.neighbourhood.begin(), population.neighbourhood.end(), 0);
        }
        auto const member = prepare_member(setting, workspace, std::move(population), 0,
                                           static_cast<std::uint32_t>(block.begin));
        part.on_low_income = member.facts->on_low_income;
        part.long_low_income.of_all_ages = member.facts->of_all_ages;
        part.long_low_income.below_pension_age = member.facts->below_pension_age;
        part.incomes.add(member.income_steps);
        part.stored = streamed.store.write(member, screen.kept(member));
        options.progress("reading the population",
                         static_cast<double>(++finished) / static_cast<double>(blocks.size()));
        return part;
    });
    std::vector<StoredPart> stored;
    outcomes::IncomeCounts incomes;
    for (auto const& part : counts) {
        incomes += part.incomes;
        add(part.on_low_income, streamed.on_low_income);
        add(part.long_low_income.of_all_ages, streamed.long_low_income.of_all_ages);
        add(part.long_low_income.below_pension_age, streamed.long_low_income.below_pension_age);
        if (part.stored.households > 0) {
            stored.push_back(part.stored);
        }
    }
    streamed.store.take(std::move(stored), outcomes::first_decile(setting.cells), incomes.limits());
    return streamed;
}

population::Population sample_of(report::PopulationFile const& file, std::size_t most)
{
    constexpr std::size_t households_at_a_time = 16'384;
    population::Population sample;
    std::size_t const households = file.size().households;
    std::size_t const step = (households + most - 1) / most;
    if (step <= 1) {
        return file.read(0, households);
    }
    for (auto const block : split_into_blocks(households, households_at_a_time)) {
        auto const part = file.read(block.begin, block.end);
        std::size_t const first = (block.begin + step - 1) / step * step;  // the first of this block
        for (std::size_t household = first; household < block.end; household += step) {
            append(part, household - block.begin, sample);
        }
    }
    return sample;
}

}  // namespace minimasim::run
