// Sweeps as a user runs them: shards in other processes, kills, strangers, refusals. Every way of cutting the
// work ends in the same bytes.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>

#include <string>
#include <vector>

#include "tests/command_line/program.hpp"
#include "tests/command_line/small_disk.hpp"
#include "tests/input/mutation.hpp"

namespace minimasim {

namespace {

using namespace test;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr char const* small_grid =
    "title = \"Klein\"\n[grid]\nchild_package.income_limit_share = [1.2, 1.3, 1.4]\n"
    "income_supplement.amount_single = [349, 500]\ntake_up.child_package = [0.8, 0.95]\n";

// A folder with a plan, populations that were built before, and room for sweeps.
class SweepPlace {
  public:
    explicit SweepPlace(std::string const& plan = small_grid)
    {
        give_populations(folder_.path() / "populations");
        put_bytes(plan_file(), plan);
    }

    std::filesystem::path plan_file() const { return folder_.path() / "plan.toml"; }

    // A new folder for a sweep.
    std::filesystem::path folder(std::string const& name) const
    {
        auto const folder = folder_.path() / name;
        std::filesystem::create_directories(folder);
        std::filesystem::copy(folder_.path() / "populations" / ".cache", folder / ".cache",
                              std::filesystem::copy_options::recursive);
        return folder;
    }

    // Words of a small sweep: two members, two replicates.
    std::vector<std::string> words(std::filesystem::path const& folder,
                                   std::vector<std::string> const& more = {}) const
    {
        std::vector<std::string> words{"sweep", plan_file().string(), "-o", folder.string(), "--ensemble",
                                       "2",     "--replicates",       "2"};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }

    Outcome sweep(std::filesystem::path const& folder, std::vector<std::string> const& more = {},
                  Start const& start = {}) const
    {
        return minimasim(words(folder, more), start);
    }

  private:
    TemporaryFolder folder_;
};

std::string tables_of(std::filesystem::path const& folder)
{
    return bytes_of(folder / "sweep.csv") + bytes_of(folder / "sweep.h5");
}

std::filesystem::path first_part(std::filesystem::path const& folder)
{
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder / "shards")) {
        if (entry.path().extension() == ".h5") {
            return entry.path();
        }
    }
    return {};
}

}  // namespace

TEST(Sweep, GivesTheSameBytesHoweverItIsCut)
{
    SweepPlace const place;
    auto const whole = place.folder("whole");
    auto const run = place.sweep(whole);
    ASSERT_EQ(run.exit_code, 0) << run.errors;
    auto const expected = tables_of(whole);

    for (int const shards : {1, 4, 7}) {
        auto const folder = place.folder(std::to_string(shards));
        for (int shard = shards; shard > 0; --shard) {
            auto const part = place.sweep(
                folder, {"--shard", std::to_string(shard) + "/" + std::to_string(shards), "--chunk",
                         std::to_string(1 + shard % 3), "--threads", std::to_string(1 + shard % 3)});
            ASSERT_EQ(part.exit_code, 0) << part.errors;
        }
        auto const merged = minimasim({"merge", folder.string()});
        EXPECT_EQ(merged.exit_code, 0) << merged.errors;
        EXPECT_TRUE(tables_of(folder) == expected) << shards << " shards";
    }
}

TEST(Sweep, KilledAtTwentyMomentsAndResumedGivesTheSameBytes)
{
    SweepPlace const place(
        "title = \"Veertig\"\n[design]\nkind = \"sobol\"\npoints = 40\n[range]\n"
        "child_package.income_limit_share = [1.1, 1.5]\nincome_supplement.amount_single = [300, 600]\n");
    std::vector<std::string> const small{"--population", "member0",   "--chunk", "1",
                                         "--resume",     "--threads", "1"};
    auto const whole = place.folder("whole");
    auto const undisturbed = place.sweep(whole, small);
    ASSERT_EQ(undisturbed.exit_code, 0) << undisturbed.errors;
    auto const expected = tables_of(whole);
    auto const killed = place.folder("killed");
    input::test::Dice dice(20);
    auto const longest = static_cast<std::size_t>(1000 * undisturbed.seconds) + 1;
    int kills = 0;

    while (kills < 20) {
        auto const run = place.sweep(
            killed, small,
            {.interrupt_after_milliseconds = static_cast<int>(1 + dice.roll(longest)), .signal = SIGKILL});
        kills += run.exit_code == 128 + SIGKILL ? 1 : 0;
        if (run.exit_code == 0) {  // it was done before the kill: begin anew
            ASSERT_TRUE(tables_of(killed) == expected) << "after " << kills << " kills";
            std::filesystem::remove_all(killed / "shards");
        }
    }

    ASSERT_EQ(place.sweep(killed, small).exit_code, 0);
    auto const merged = minimasim({"merge", killed.string()});
    EXPECT_EQ(merged.exit_code, 0) << merged.errors;
    EXPECT_TRUE(tables_of(killed) == expected);
    for (auto const& name : names_in(killed)) {
        EXPECT_EQ(name.find(".tmp-"), std::string::npos) << name << " was left half made";
    }
}

TEST(Sweep, InterruptedKeepsWhatIsFinishedAndSaysHowToGoOn)
{
    SweepPlace const place(
        "title = \"Lang\"\n[design]\nkind = \"sobol\"\npoints = 5000\n[range]\n"
        "child_package.income_limit_share = [1.1, 1.5]\n");
    for (int const signal : {SIGUSR1, SIGTERM, SIGINT}) {
        auto const folder = place.folder(std::to_string(signal));

        auto const run = place.sweep(folder, {"--chunk", "2", "--shard", "1/2"},
                                     {.interrupt_after_milliseconds = 3'000, .signal = signal});

        EXPECT_EQ(run.exit_code, 130);
        EXPECT_THAT(run.output, AllOf(HasSubstr("of 2500 points finished"), HasSubstr("--resume")));
        EXPECT_LT(run.seconds, 12);
    }
}

TEST(Merge, SaysWhatIsMissingWithTheArrayExpression)
{
    SweepPlace const place;
    auto const folder = place.folder("parts");
    for (auto const* shard : {"2/7", "3/7", "6/7"}) {
        ASSERT_EQ(place.sweep(folder, {"--shard", shard}).exit_code, 0);
    }

    auto const merged = minimasim({"merge", folder.string()});

    EXPECT_EQ(merged.exit_code, 3);
    EXPECT_THAT(merged.errors, AllOf(HasSubstr("missing: 7 of 12 points, in 4 of 7 shards"),
                                     HasSubstr("--array=1,4-5,7\n")));
    EXPECT_FALSE(std::filesystem::exists(folder / "sweep.csv"));
}

TEST(Merge, RefusesPartsOfAnotherSweepAndDamagedOnes)
{
    SweepPlace const place;
    auto const folder = place.folder("own");
    ASSERT_EQ(place.sweep(folder).exit_code, 0);
    auto const tables = tables_of(folder);
    auto const other = place.folder("other");
    ASSERT_EQ(place.sweep(other, {"--seed", "2", "--population", "member0"}).exit_code, 0);
    auto const part = first_part(folder);
    auto const bytes = bytes_of(part);

    put_bytes(part, bytes_of(first_part(other)));
    auto const strange = minimasim({"merge", folder.string()});
    EXPECT_EQ(strange.exit_code, 3);
    EXPECT_THAT(strange.errors,
                AllOf(HasSubstr(part.string()), HasSubstr("is of another sweep: seed is 2, not 1"),
                      HasSubstr("--array=1\n")));

    for (std::size_t const length : {std::size_t{0}, std::size_t{100}, bytes.size() / 2, bytes.size() - 1}) {
        put_bytes(part, bytes.substr(0, length));
        auto const cut = minimasim({"merge", folder.string()});
        EXPECT_EQ(cut.exit_code, 3) << length;
        EXPECT_THAT(cut.errors, HasSubstr(part.string())) << length;
        auto const resumed = place.sweep(folder, {"--resume"});
        EXPECT_EQ(resumed.exit_code, 2) << length;
        EXPECT_THAT(resumed.errors, AllOf(HasSubstr(part.string()), HasSubstr("remove this file")));
    }
    auto flipped = bytes;
    flipped[bytes.size() - 9] = static_cast<char>(flipped[bytes.size() - 9] ^ 1);
    put_bytes(part, flipped);
    minimasim({"merge", folder.string()});
    EXPECT_TRUE(tables_of(folder) == tables) << "what was written before is as it was";

    std::filesystem::remove(part);
    EXPECT_EQ(place.sweep(folder, {"--resume"}).exit_code, 0);
    EXPECT_TRUE(tables_of(folder) == tables);
}

TEST(Merge, RefusesAFolderThatIsNoSweep)
{
    TemporaryFolder const folder;

    auto const merged = minimasim({"merge", folder.path().string()});

    EXPECT_EQ(merged.exit_code, 2);
    EXPECT_THAT(merged.errors, HasSubstr("is no folder of a sweep"));
}

TEST(Sweep, LeavesTheFolderOfAnotherPlanAsItIs)
{
    SweepPlace const place;
    auto const folder = place.folder("one");
    ASSERT_EQ(place.sweep(folder).exit_code, 0);
    auto const names = names_in(folder);

    auto const again = place.sweep(folder);
    EXPECT_EQ(again.exit_code, 2);
    EXPECT_THAT(again.errors, HasSubstr("already holds 12 of 12 points; add --resume"));

    auto const other_seed = place.sweep(folder, {"--seed", "3", "--resume"});
    EXPECT_EQ(other_seed.exit_code, 2);
    EXPECT_THAT(other_seed.errors, HasSubstr("seed is 1, not 3"));

    put_bytes(place.plan_file(), "title = \"Ander\"\n[grid]\nchild_package.income_limit_share = [1.5]\n");
    auto const other_plan = place.sweep(folder, {"--resume"});
    EXPECT_EQ(other_plan.exit_code, 2);
    EXPECT_THAT(other_plan.errors,
                AllOf(HasSubstr("is of another sweep: plan is "), HasSubstr("points is 12, not 1")));
    EXPECT_THAT(names_in(folder), testing::UnorderedElementsAreArray(names));
}

TEST(Sweep, LetsOneProcessAtAShard)
{
    SweepPlace const place;
    auto const folder = place.folder("one");
    ASSERT_EQ(place.sweep(folder, {"--shard", "1/2"}).exit_code, 0);
    int const lock = ::open((folder / "shards" / "1-of-2" / "lock").c_str(), O_RDWR | O_CLOEXEC);
    ASSERT_EQ(::flock(lock, LOCK_EX | LOCK_NB), 0);

    auto const second = place.sweep(folder, {"--shard", "1/2", "--resume"});
    auto const beside = place.sweep(folder, {"--shard", "2/2"});
    ::close(lock);

    EXPECT_EQ(second.exit_code, 2);
    EXPECT_THAT(second.errors, HasSubstr("another process is at work on shard 1/2"));
    EXPECT_EQ(beside.exit_code, 0) << beside.errors;
}

TEST(Sweep, OnAFullDiskIsRefusedOrKeepsWhatIsFinished)
{
    SweepPlace const place;
    auto const folder = place.folder("limit");

    auto const limited = place.sweep(folder, {"--chunk", "1"}, {.largest_file = 4'000});
    EXPECT_EQ(limited.exit_code, 2);
    EXPECT_THAT(limited.errors, HasSubstr("File too large"));

    EXPECT_EQ(place.sweep(folder, {"--resume"}).exit_code, 0);

    SmallDisk const disk("64k");
    if (!disk.is_mounted()) {
        GTEST_SKIP() << "mounting is not allowed here; the limit on the size of files was tested";
    }
    auto const full = place.sweep(disk.path() / "sweep");
    EXPECT_EQ(full.exit_code, 2);
    EXPECT_THAT(full.errors, HasSubstr("the disk has room for"));
}

TEST(Sweep, IsRefusedBeforeAnyWork)
{
    SweepPlace const place;
    auto const folder = place.folder("none");

    auto const shard = place.sweep(folder, {"--shard", "5/4"});
    EXPECT_EQ(shard.exit_code, 2);
    EXPECT_THAT(shard.errors, HasSubstr("there is no shard 5/4; shards of 4 are 1/4 to 4/4"));

    put_bytes(place.plan_file(), "title = \"Leeg\"\n[grid]\n");
    auto const empty = place.sweep(folder);
    EXPECT_EQ(empty.exit_code, 2);
    EXPECT_THAT(empty.errors, HasSubstr("plan.toml:2: [grid] is empty"));
    EXPECT_THAT(names_in(folder), IsEmpty());
    EXPECT_EQ(minimasim({"check", place.plan_file().string()}).exit_code, 2);
}

}  // namespace minimasim
