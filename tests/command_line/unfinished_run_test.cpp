// Runs that cannot finish: a full disk, a limit on the size of files, an interruption. Old results stay, and
// nothing new stands under a final name.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/command_line/program.hpp"
#include "tests/command_line/small_disk.hpp"

namespace minimasim {

namespace {

using namespace test;
using testing::HasSubstr;
using testing::IsEmpty;

std::uintmax_t size_of(std::filesystem::path const& folder)
{
    std::uintmax_t size = 0;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
        size += entry.is_regular_file() ? (entry.file_size() + 4095) / 4096 * 4096 : 0;
    }
    return size;
}

}  // namespace

TEST(AFullDisk, EndsTheRunWithItsNameAndLeavesNothing)
{
    TemporaryFolder const populations;
    give_populations(populations.path());
    // Room for the populations and some of the results.
    for (std::uintmax_t const room : {64'000U, 300'000U, 700'000U}) {
        SmallDisk const disk(std::to_string(size_of(populations.path()) + room));
        if (!disk.is_mounted()) {
            GTEST_SKIP() << "mounting is not allowed here; see ALimitOnTheSizeOfFiles";
        }
        std::filesystem::copy(populations.path() / ".cache", disk.path() / ".cache",
                              std::filesystem::copy_options::recursive);

        auto const run = minimasim(small_run(disk.path(), {"scenarios/limits-130.toml"}));

        EXPECT_EQ(run.exit_code, 2) << room << " bytes left";
        EXPECT_THAT(run.errors, HasSubstr("No space left on device"));
        EXPECT_THAT(run.errors, HasSubstr(disk.path().string()));
        EXPECT_THAT(names_in(disk.path()), IsEmpty()) << room << " bytes left";
    }
}

TEST(AFullDisk, EndsTheRunWhilePopulationsAreKept)
{
    SmallDisk const disk("1m");
    if (!disk.is_mounted()) {
        GTEST_SKIP() << "mounting is not allowed here; see ALimitOnTheSizeOfFiles";
    }

    auto const run = minimasim(small_run(disk.path(), {"scenarios/limits-130.toml"}));

    EXPECT_EQ(run.exit_code, 2);
    EXPECT_THAT(run.errors, HasSubstr("No space left on device"));
    EXPECT_THAT(names_in(disk.path()), IsEmpty());
}

TEST(ALimitOnTheSizeOfFiles, EndsTheRunWithItsNameAndLeavesNothing)
{
    TemporaryFolder const folder;
    give_populations(folder.path());
    for (rlim_t const bytes : {1'000U, 40'000U, 300'000U}) {
        auto const run =
            minimasim(small_run(folder.path(), {"scenarios/limits-130.toml"}), {.largest_file = bytes});

        EXPECT_EQ(run.exit_code, 2) << bytes;
        EXPECT_THAT(run.errors, HasSubstr("File too large")) << bytes;
        EXPECT_THAT(names_in(folder.path()), IsEmpty()) << bytes;
    }
}

TEST(ALimitOnTheSizeOfFiles, LeavesTheOldResultsAsTheyWere)
{
    TemporaryFolder const folder;
    give_populations(folder.path());
    ASSERT_EQ(minimasim(small_run(folder.path(), {"scenarios/limits-130.toml"})).exit_code, 0);
    auto const names = names_in(folder.path());
    std::vector<std::string> before;
    for (auto const& name : names) {
        before.push_back(bytes_of(folder.path() / name));
    }

    auto const run =
        minimasim(small_run(folder.path(), {"scenarios/limits-150.toml"}), {.largest_file = 300'000});

    EXPECT_EQ(run.exit_code, 2);
    EXPECT_THAT(names_in(folder.path()), testing::UnorderedElementsAreArray(names));
    for (std::size_t i = 0; i < names.size(); ++i) {
        EXPECT_TRUE(bytes_of(folder.path() / names[i]) == before[i])
            << names[i] << " is of the run that failed";
    }
}

TEST(AnInterruption, EndsTheRunSoonWith130AndWithoutResults)
{
    TemporaryFolder const folder;

    auto const run =
        minimasim({"run", "--ensemble", "40", "--replicates", "400", "-o", folder.path().string()},
                  {.interrupt_after_milliseconds = 1'500});

    EXPECT_EQ(run.exit_code, 130);
    EXPECT_THAT(run.errors, HasSubstr("interrupted"));
    EXPECT_THAT(names_in(folder.path()), IsEmpty());
    EXPECT_LT(run.seconds, 12) << "the rest was worked out before the program stopped";
}

TEST(AnInterruption, WhilePackagesRunEndsTheRunSoonWithoutResults)
{
    TemporaryFolder const folder;
    give_populations(folder.path());

    auto const run =
        minimasim({"run", "--ensemble", "2", "--replicates", "1500", "-o", folder.path().string()},
                  {.interrupt_after_milliseconds = 2'000});

    EXPECT_EQ(run.exit_code, 130);
    EXPECT_THAT(names_in(folder.path()), IsEmpty());
    EXPECT_LT(run.seconds, 12) << "the rest was worked out before the program stopped";
}

}  // namespace minimasim
