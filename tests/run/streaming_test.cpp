#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "sim/base/error.hpp"
#include "sim/run/members/member_rows.hpp"
#include "sim/run/prepared_run.hpp"
#include "sim/run/simulate.hpp"
#include "sim/run/streaming/memory_plan.hpp"
#include "sim/run/streaming/streaming_replicate.hpp"
#include "sim/run/take_up/take_up_matching.hpp"
#include "tests/report/limited_disk.hpp"
#include "tests/report/temporary_folder.hpp"
#include "tests/run/example_member.hpp"

// A population that is streamed gives the results of the same population in memory, to the last bit.
namespace minimasim::run::test {
namespace {

using report::test::TemporaryFolder;

constexpr double size_of_example = 0.06;  // of Assen: about 2,000 households

Workspace const& workspace()
{
    static auto const read = read_workspace({source_folder / "data", source_folder / "scenarios"}, "GM0106");
    return read;
}

population::Population const& small_population()
{
    static auto const built = [] {
        auto const then = policy_in_force(workspace().municipality.calibration_date);
        return Ensemble(workspace(), then, 1, "", size_of_example).build(0).population;
    }();
    return built;
}

// Packages that ask for everything that must be known of all households first: published users, take-up that
// a package raises, ex officio, a capped budget, needs and charges of its own, and another law.
Setting setting_with_everything()
{
    auto setting = example_setting();
    setting.cells = outcomes::make_cells(neighbourhood_names(workspace().evidence));
    for (auto const* id : {"limits-130", "raise-the-bar", "reach-plus-25", "full-take-up",
                           "supplement-ex-officio", "participation-budget", "no-municipal-schemes"}) {
        add_shipped(setting, id);
    }
    add_package(setting, "capped",
                {change("tailored_budget", "is_active", 1), change("tailored_budget", "need_share", 0.5),
                 change("tailored_budget", "income_limit_share", 1.5),
                 change("tailored_budget", "budget_cap", 20'000)});
    // Without needs of its own this one is run as differences from the baseline.
    add_package(
        setting, "capped-needs-as-they-are",
        {change("tailored_budget", "is_active", 1), change("tailored_budget", "income_limit_share", 1.5),
         change("tailored_budget", "budget_cap", 5'000)});
    add_package(setting, "taxes", {change("local_charges", "sewer_user", 600)});
    setting.packages.push_back(package_of("old-law", policy_in_force(setting.municipality.calibration_date)));
    setting.packages.back().law_index = 1;
    return setting;
}

class StreamedFile {
  public:
    StreamedFile()
    {
        report::write_population(small_population(), neighbourhood_names(workspace().evidence), path());
    }
    std::filesystem::path path() const { return folder_.path() / "population.h5"; }
    std::filesystem::path const& folder() const { return folder_.path(); }

  private:
    TemporaryFolder folder_;
};

void expect_same(ReplicateResult const& streamed, ReplicateResult const& in_memory)
{
    EXPECT_EQ(streamed.packages, in_memory.packages);
    EXPECT_EQ(streamed.calibration, in_memory.calibration);
    ASSERT_EQ(streamed.thresholds.size(), in_memory.thresholds.size());
    for (std::size_t k = 0; k < in_memory.thresholds.size(); ++k) {
        EXPECT_EQ(streamed.thresholds[k].propensity, in_memory.thresholds[k].propensity);
        EXPECT_EQ(streamed.thresholds[k].reached, in_memory.thresholds[k].reached);
        EXPECT_EQ(streamed.thresholds[k].entitled, in_memory.thresholds[k].entitled);
    }
    EXPECT_EQ(streamed.checks.entitled_to_some, in_memory.checks.entitled_to_some);
    EXPECT_EQ(streamed.checks.uses_no_scheme, in_memory.checks.uses_no_scheme);
    EXPECT_EQ(streamed.checks.uses_nothing, in_memory.checks.uses_nothing);
    EXPECT_EQ(streamed.checks.supplement_recipients, in_memory.checks.supplement_recipients);
    EXPECT_EQ(streamed.checks.of_all_ages.four_years, in_memory.checks.of_all_ages.four_years);
    EXPECT_EQ(streamed.checks.below_pension_age.one_year, in_memory.checks.below_pension_age.one_year);
}

// Streams the file in parts of several sizes and compares with the same population in memory.
void expect_streams_as_in_memory(StreamedFile const& file, Setting const& setting,
                                 std::vector<ReplicateResult> const& in_memory)
{
    for (auto const& [households, threads] :
         {std::pair{std::size_t{97}, 3}, {std::size_t{1'000}, 1}, {std::size_t{100'000}, 2}}) {
        StreamOptions options;
        options.threads = threads;
        options.scratch_folder = file.folder();
        options.most_households_at_a_time = households;
        auto const streamed =
            stream_population(setting, workspace(), report::PopulationFile(file.path()), options);

        EXPECT_EQ(streamed.digest, digest_of(small_population()));
        EXPECT_EQ(streamed.households, small_population().size());
        for (std::uint32_t replicate = 0; replicate < in_memory.size(); ++replicate) {
            expect_same(run_streamed_replicate(setting, streamed, replicate, options), in_memory[replicate]);
        }
    }
}

std::vector<ReplicateResult> replicates_in_memory(Setting const& setting, std::uint32_t count)
{
    auto const member = prepare_member(setting, workspace(), small_population(), 0);
    std::vector<ReplicateResult> replicates;
    for (std::uint32_t replicate = 0; replicate < count; ++replicate) {
        replicates.push_back(run_replicate(setting, member, replicate));
    }
    return replicates;
}

TEST(StreamedPopulation, GivesTheReplicatesOfTheSamePopulationInMemory)
{
    StreamedFile const file;
    auto const setting = setting_with_everything();
    auto const in_memory = replicates_in_memory(setting, 3);
    constexpr auto capped = rules::index_of<rules::tailored_budget::Scheme>();
    for (std::size_t const package : {8, 9}) {
        auto const served =
            in_memory[0].packages[package].at(capped, outcomes::SchemeOutcome::recipients_households);
        EXPECT_GT(served, 0);
        EXPECT_LT(served,
                  in_memory[0].packages[package].at(capped, outcomes::SchemeOutcome::entitled_households));
    }

    expect_streams_as_in_memory(file, setting, in_memory);
}

// A capped budget and one that reads cash in the baseline, at both dates: nothing can be counted scheme by
// scheme.
TEST(StreamedPopulation, IsTheSameWhereTheBaselineItselfIsCapped)
{
    StreamedFile const file;
    auto setting = setting_with_everything();
    auto const activate = [](DatedPolicy& dated) {
        set_term(dated.policy, "tailored_budget", "is_active", 1);
        set_term(dated.policy, "tailored_budget", "budget_cap", 5'000);
        set_term(dated.policy, "participation_budget", "is_active", 1);
    };
    activate(setting.calibration_policy);
    for (std::size_t p : {0, 1, 3}) {
        activate(setting.packages[p].policy);
    }

    expect_streams_as_in_memory(file, setting, replicates_in_memory(setting, 1));
}

// The same households are kept in memory, whatever a replicate draws.
void expect_resident_as_whole(Setting const& setting)
{
    auto const whole = prepare_member(setting, workspace(), small_population(), 3);
    auto const resident = resident_member(setting, Screen(setting), whole);

    EXPECT_LT(resident.population.size(), whole.population.size() * 9 / 10);
    for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
        expect_same(run_replicate(setting, resident, replicate), run_replicate(setting, whole, replicate));
    }
}

TEST(ResidentMember, GivesTheReplicatesOfTheWholeMember)
{
    expect_resident_as_whole(setting_with_everything());
}

TEST(ResidentMember, GivesThemWithEveryTermAtAnEndOfItsInterval)
{
    auto setting = setting_with_everything();
    for (double const place : {0.0, 1.0}) {
        setting.term_places.assign(setting.municipality.uncertain_terms.size(), place);
        expect_resident_as_whole(setting);
    }
}

TEST(ResidentMember, TakesAThirdOfTheBytesOfAllColumns)
{
    auto const setting = setting_with_everything();
    auto const resident = resident_member(setting, Screen(setting),
                                          prepare_member(setting, workspace(), small_population(), 0));

    std::set<Column> distinct;
    for (auto const* columns : {&resident.calibration, &resident.by_law[0]}) {
        distinct.insert(columns->fields.begin(), columns->fields.end());
    }
    std::size_t bytes = 0;
    for (auto const& column : distinct) {
        bytes += column->bytes().size();
    }

    EXPECT_LT(bytes,
              resident.population.size() * 2 * rules::municipal_field_count * sizeof(std::int32_t) / 3);
}

RunOptions options_of(StreamedFile const& file, std::size_t most_in_memory)
{
    RunOptions options;
    options.scenarios = {source_folder / "scenarios" / "limits-130.toml"};
    options.replicates = 1;
    options.population_file = file.path();
    options.most_in_memory = most_in_memory;
    options.screens_inputs = true;
    options.threads = 2;
    return options;
}

TEST(StreamedPopulation, LeavesOutWhatNeedsItAllInMemoryAndSaysSo)
{
    StreamedFile const file;

    auto const streamed = simulate(workspace(), options_of(file, 100)).results;
    auto const in_memory = simulate(workspace(), options_of(file, 1'000'000)).results;

    ASSERT_EQ(streamed.figures.size(), in_memory.figures.size());
    for (std::size_t i = 0; i < in_memory.figures.size(); ++i) {
        double const expected = in_memory.figures[i].estimate;
        double const found = streamed.figures[i].estimate;
        ASSERT_TRUE(found == expected || (std::isnan(found) && std::isnan(expected))) << i;
    }
    EXPECT_FALSE(in_memory.lint.empty());
    EXPECT_FALSE(in_memory.tornado.empty());
    EXPECT_FALSE(in_memory.validation.empty());
    EXPECT_TRUE(streamed.lint.empty());
    EXPECT_TRUE(streamed.tornado.empty());
    EXPECT_TRUE(streamed.screening.empty());
    EXPECT_TRUE(streamed.validation.empty());
    EXPECT_EQ(streamed.packages[0].remarks_en.size(), in_memory.packages[0].remarks_en.size() + 2);
    EXPECT_EQ(streamed.provenance.population_digest, in_memory.provenance.population_digest);
}

TEST(StreamedPopulation, IsRefusedWhereThousandsOfPackagesWouldKeepItInMemory)
{
    StreamedFile const file;
    auto const baseline = example_setting().packages[0];

    EXPECT_THROW(prepare_run(workspace(), options_of(file, 100), baseline), InputError);
    EXPECT_EQ(prepare_run(workspace(), options_of(file, 1'000'000), baseline).members.size(), 1U);
}

TEST(StreamedPopulation, AsksMemoryForAPartOnly)
{
    StreamedFile const file;
    auto in_memory = options_of(file, 1'000'000);
    auto streamed = options_of(file, 100);

    EXPECT_LT(plan_memory(workspace(), streamed).bytes_of_members,
              plan_memory(workspace(), in_memory).bytes_of_members);
}

TEST(StreamedPopulation, KeepsOnlyHouseholdsThatCanMatter)
{
    StreamedFile const file;
    StreamOptions options;
    options.most_households_at_a_time = 500;

    auto const streamed = stream_population(setting_with_everything(), workspace(),
                                            report::PopulationFile(file.path()), options);

    EXPECT_GT(streamed.store.households(), small_population().size() / 10);
    EXPECT_LT(streamed.store.households(), small_population().size() * 9 / 10);
}

TEST(StreamedPopulation, IsSampledByEverySoManyth)
{
    StreamedFile const file;
    report::PopulationFile const population(file.path());

    auto const all = sample_of(population, small_population().size());
    auto const some = sample_of(population, small_population().size() / 3);

    EXPECT_EQ(digest_of(all), digest_of(small_population()));
    EXPECT_EQ(some.size(), (small_population().size() + 3) / 4);
    EXPECT_EQ(some.woz_value_euro[2], small_population().woz_value_euro[8]);
}

TEST(StreamedPopulation, IsRefusedOnAFullDisk)
{
    StreamedFile const file;
    StreamOptions options;
    options.scratch_folder = file.folder();
    options.threads = 1;  // a forked process has no team

    EXPECT_TRUE(
        report::test::is_refused_on_limited_disk(50'000, "the scratch file of a large population", [&] {
            stream_population(setting_with_everything(), workspace(), report::PopulationFile(file.path()),
                              options);
        }));
}

}  // namespace
}  // namespace minimasim::run::test
