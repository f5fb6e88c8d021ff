#include "sim/run/members/ensemble.hpp"

#include <unistd.h>

#include <atomic>
#include <vector>

#include "sim/base/atomic_file.hpp"
#include "sim/base/date_text.hpp"
#include "sim/base/digest.hpp"
#include "sim/base/error.hpp"
#include "sim/base/file_lock.hpp"
#include "sim/base/loop.hpp"
#include "sim/report/population_file.hpp"
#include "sim/run/source_digest.hpp"

namespace minimasim::run {

namespace {

constexpr char const* cache_prefix = "population-";

// How long to wait before looking again whether another process has built a member.
constexpr unsigned microseconds_between_looks = 50'000;

double share_of(std::size_t part, std::size_t whole)
{
    return static_cast<double>(part) / static_cast<double>(whole);
}

template <class T>
void add_column(Digest& digest, std::vector<T> const& column)
{
    digest.add_text(
        std::string_view(reinterpret_cast<char const*>(column.data()), column.size() * sizeof(T)));
}

}  // namespace

Ensemble::Ensemble(Workspace const& workspace, DatedPolicy const& calibration_policy, std::uint64_t seed,
                   std::filesystem::path cache, double size_factor, population::UncertaintySources sources)
    : workspace_(workspace),
      measure_(measure_of(calibration_policy)),
      seed_(seed),
      cache_(std::move(cache)),
      size_factor_(size_factor),
      sources_(sources)
{
    Digest digest;
    digest.add_text(workspace.data_digest);
    digest.add_text(workspace.municipality.code);
    digest.add_text(to_text(calibration_policy.date));
    digest.add_text(std::to_string(seed));
    digest.add_text(std::to_string(size_factor));
    digest.add_text(std::to_string(sources.mask()));
    for (auto const& table : workspace.evidence.also_hold_out) {
        digest.add_text(table);
    }
    digest.add_text(source_digest());
    key_ = digest.hex().substr(0, 16);
}

std::filesystem::path Ensemble::file_of(std::uint32_t number) const
{
    return cache_ / (cache_prefix + key_ + "-" + std::to_string(number) + ".h5");
}

population::SynthesisResult Ensemble::build(std::uint32_t number, int threads) const
{
    return population::draw_population(workspace_.evidence, measure_,
                                       {{seed_, number, sources_}, size_factor_, threads});
}

population::Population Ensemble::mixed_member(std::uint32_t number, std::uint32_t other_number,
                                              population::UncertaintySources from_other) const
{
    return population::draw_population(workspace_.evidence, measure_,
                                       {{seed_, number, sources_, other_number, from_other}, size_factor_, 1})
        .population;
}

population::Population Ensemble::member(std::uint32_t number) const
{
    std::error_code ignored;
    if (!cache_.empty() && std::filesystem::is_regular_file(file_of(number), ignored)) {
        try {
            return report::read_population(file_of(number));
        } catch (InputError const&) {
            std::filesystem::remove(file_of(number), ignored);  // damaged: build it again
        }
    }
    auto population = build(number).population;
    if (!cache_.empty()) {
        report::write_population(population, neighbourhood_names(workspace_.evidence), file_of(number));
    }
    return population;
}

void Ensemble::prepare(std::uint32_t members, int threads, Progress const& progress) const
{
    if (cache_.empty()) {
        return;
    }
    create_folder(cache_);
    std::error_code ignored;
    for (auto const& entry : std::filesystem::directory_iterator(cache_, ignored)) {
        std::string const name = entry.path().filename().string();
        if (name.rfind(cache_prefix, 0) == 0 && name.rfind(cache_prefix + key_ + "-", 0) != 0) {
            std::filesystem::remove(entry.path(), ignored);
        }
    }
    std::vector<std::uint32_t> missing;
    for (std::uint32_t number = 0; number < members; ++number) {
        if (!std::filesystem::is_regular_file(file_of(number), ignored)) {
            missing.push_back(number);
        }
    }
    if (missing.empty()) {
        return;
    }
    progress("building the population", 0);
    std::atomic<std::size_t> built = 0;
    // First those that no other process builds, so that shards of a sweep share the work; then those that
    // another process was building, which are there when it is done or dead.
    for (bool const waits : {false, true}) {
        run_in_parallel(missing.size(), threads, [&](std::size_t i) {
            auto const file = file_of(missing[i]);
            while (!std::filesystem::is_regular_file(file)) {
                auto const lock_file = file.string() + ".lock";
                FileLock const lock(lock_file);
                if (lock.is_held()) {
                    member(missing[i]);
                    std::error_code unimportant;
                    std::filesystem::remove(lock_file,
                                            unimportant);  // who still waits for it finds the member
                    ++built;
                    break;
                }
                if (!waits) {
                    break;
                }
                progress("building the population", share_of(built, missing.size()));
                ::usleep(microseconds_between_looks);
            }
            progress("building the population", share_of(built, missing.size()));
            return true;
        });
    }
    progress("building the population", 1);
}

std::string digest_of(population::Population const& population)
{
    Digest digest;
    auto const& persons = population.persons;
    add_column(digest, population.person_begin);
    add_column(digest, persons.age);
    add_column(digest, persons.sex);
    add_column(digest, persons.role);
    add_column(digest, persons.education);
    add_column(digest, persons.source);
    add_column(digest, persons.profile);
    add_column(digest, persons.wage_cents_per_year);
    add_column(digest, persons.profit_cents_per_year);
    add_column(digest, persons.pension_cents_per_year);
    add_column(digest, persons.unemployment_benefit_cents_per_year);
    add_column(digest, persons.disability_benefit_cents_per_year);
    add_column(digest, persons.state_pension_build_up_percent);
    add_column(digest, population.neighbourhood);
    add_column(digest, population.type);
    add_column(digest, population.tenure);
    add_column(digest, population.main_source);
    add_column(digest, population.income_class);
    add_column(digest, population.rent_cents_per_month);
    add_column(digest, population.mortgage_cents_per_month);
    add_column(digest, population.energy_cents_per_month);
    add_column(digest, population.woz_value_euro);
    add_column(digest, population.liquid_assets_cents);
    add_column(digest, population.years_on_low_income);
    add_column(digest, population.expects_improvement);
    add_column(digest, population.receives_social_assistance);
    add_column(digest, population.has_problem_debts);
    return digest.hex();
}

}  // namespace minimasim::run
