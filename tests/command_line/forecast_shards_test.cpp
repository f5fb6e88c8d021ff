// Shards of `minimasim forecast`: every way of cutting the replicates ends in the bytes of one process, and
// what does not belong together is refused.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/wait.h>

#include <algorithm>
#include <csignal>

#include "tests/command_line/program.hpp"

namespace minimasim {

namespace {

using namespace test;
using testing::AllOf;
using testing::HasSubstr;

constexpr int wrong_input = 2;
constexpr int incomplete = 3;

// Two members, four replicates, one package; until 2026 with a budget year.
Outcome forecast(std::filesystem::path const& folder, std::vector<std::string> const& more = {},
                 std::string const& until = "2024")
{
    std::vector<std::string> words{"forecast", "new-approach", "--ensemble", "2",  "--replicates",
                                   "4",        "--until",      until,        "-o", folder.string()};
    words.insert(words.end(), more.begin(), more.end());
    return minimasim(words);
}

std::filesystem::path new_folder(TemporaryFolder const& within, std::string const& name)
{
    auto folder = within.path() / name;
    give_populations(folder);
    return folder;
}

// The names of all that a forecast writes, without the shards.
std::vector<std::string> results_in(std::filesystem::path const& folder)
{
    auto names = names_in(folder);
    std::erase_if(names, [](std::string const& name) { return name.starts_with("shards/"); });
    std::sort(names.begin(), names.end());
    return names;
}

TEST(ForecastShards, GiveTheBytesOfOneProcessHoweverTheReplicatesAreCut)
{
    TemporaryFolder const place;
    auto const whole = new_folder(place, "whole");
    auto const one_process = forecast(whole, {}, "2026");
    ASSERT_EQ(one_process.exit_code, 0) << one_process.errors;
    ASSERT_GT(results_in(whole).size(), 15U);

    for (int const shards : {1, 2, 3}) {
        auto const folder = new_folder(place, std::to_string(shards));
        for (int shard = shards; shard > 0; --shard) {
            auto const part = forecast(folder,
                                       {"--shard", std::to_string(shard) + "/" + std::to_string(shards),
                                        "--threads", std::to_string(1 + shard % 3)},
                                       "2026");
            ASSERT_EQ(part.exit_code, 0) << part.errors;
        }
        auto const merged = forecast(folder, {"--merge"}, "2026");

        ASSERT_EQ(merged.exit_code, 0) << merged.errors;
        EXPECT_EQ(results_in(folder), results_in(whole));
        for (auto const& name : results_in(whole)) {
            EXPECT_TRUE(bytes_of(folder / name) == bytes_of(whole / name)) << name << ", " << shards;
        }
        auto const as_text = [&](Outcome const& outcome, std::filesystem::path const& own) {
            auto text = outcome.output;
            return text.replace(text.find(own.string()), own.string().size(), "folder");
        };
        EXPECT_EQ(as_text(merged, folder), as_text(one_process, whole));
    }
}

TEST(ForecastShards, SayWhatIsMissingWithTheArrayExpression)
{
    TemporaryFolder const place;
    auto const folder = new_folder(place, "parts");
    for (auto const* const shard : {"2/5", "5/5"}) {  // the fifth of four replicates is nothing
        ASSERT_EQ(forecast(folder, {"--shard", shard}).exit_code, 0);
    }

    auto const merged = forecast(folder, {"--merge"});

    EXPECT_EQ(merged.exit_code, incomplete);
    EXPECT_THAT(merged.errors,
                AllOf(HasSubstr("missing: 3 of 4 replicates, in 3 of 5 shards; nothing was written"),
                      HasSubstr("--array=1,3-4\n")));
    EXPECT_EQ(results_in(folder).size(), 0U);
}

TEST(ForecastShards, RefuseThoseOfAnotherForecastAndDamagedOnes)
{
    TemporaryFolder const place;
    auto const own = new_folder(place, "own");
    auto const other = new_folder(place, "other");
    std::vector<std::string> const words{"--shard", "1/1"};
    std::vector<std::string> const merge{"--merge"};
    ASSERT_EQ(forecast(own, words).exit_code, 0);
    auto seeded = words;
    seeded.insert(seeded.end(), {"--seed", "2"});
    ASSERT_EQ(forecast(other, seeded).exit_code, 0);
    auto const file = own / "shards" / "1-of-1" / "replicates.h5";
    auto const bytes = bytes_of(file);

    auto const with_another_seed = forecast(own, seeded);
    EXPECT_EQ(with_another_seed.exit_code, wrong_input);
    EXPECT_THAT(with_another_seed.errors,
                HasSubstr("is of another forecast: seed is 1, not 2; give another folder with -o"));

    put_bytes(file, bytes_of(other / "shards" / "1-of-1" / "replicates.h5"));
    auto const strange = forecast(own, merge);
    EXPECT_EQ(strange.exit_code, incomplete);
    EXPECT_THAT(strange.errors,
                AllOf(HasSubstr("refused: " + file.string()),
                      HasSubstr("is of another forecast: seed is 2, not 1"), HasSubstr("--array=1\n")));

    for (auto const& damaged : {std::string(), bytes.substr(0, 100), bytes.substr(0, bytes.size() / 2)}) {
        put_bytes(file, damaged);
        auto const cut = forecast(own, merge);
        EXPECT_EQ(cut.exit_code, incomplete);
        EXPECT_THAT(cut.errors, HasSubstr(file.string()));
    }
    auto again = words;
    again.emplace_back("--resume");
    auto const resumed = forecast(own, again);
    EXPECT_EQ(resumed.exit_code, wrong_input);
    EXPECT_THAT(resumed.errors, HasSubstr("remove this file and resume again"));
    EXPECT_EQ(results_in(own).size(), 0U);
}

TEST(ForecastShards, KeepAShardThatIsFinishedAndLetOneProcessAtIt)
{
    TemporaryFolder const place;
    auto const folder = new_folder(place, "one");
    ASSERT_EQ(forecast(folder, {"--shard", "1/2"}).exit_code, 0);

    auto const again = forecast(folder, {"--shard", "1/2"});
    EXPECT_EQ(again.exit_code, wrong_input);
    EXPECT_THAT(again.errors, HasSubstr("already holds 2 of its 2 replicates; add --resume"));
    auto const resumed = forecast(folder, {"--shard", "1/2", "--resume"});
    EXPECT_EQ(resumed.exit_code, 0) << resumed.errors;
    EXPECT_THAT(resumed.output, HasSubstr("shard 1/2: 2 of 2 replicates finished, all of them before"));

    int const lock = ::open((folder / "shards" / "1-of-2" / "lock").c_str(), O_RDWR | O_CLOEXEC);
    ASSERT_EQ(::flock(lock, LOCK_EX | LOCK_NB), 0);
    auto const second = forecast(folder, {"--shard", "1/2", "--resume"});
    ::close(lock);
    EXPECT_EQ(second.exit_code, wrong_input);
    EXPECT_THAT(second.errors, HasSubstr("another process is at work on shard 1/2 of this forecast"));
}

std::size_t parts_in(std::filesystem::path const& folder)
{
    std::size_t count = 0;
    std::error_code ignored;
    for (auto const& entry : std::filesystem::directory_iterator(folder / "shards" / "1-of-1", ignored)) {
        count += entry.path().filename().string().starts_with("part-");
    }
    return count;
}

// Kills the one shard of a forecast once it has written a part.
void kill_after_a_part(std::filesystem::path const& folder)
{
    ::pid_t const child = ::fork();
    if (child == 0) {
        if (::chdir(MINIMASIM_SOURCE_DIR) != 0) {
            ::_exit(127);
        }
        ::execl(program.c_str(), "minimasim", "forecast", "new-approach", "--ensemble", "6", "--replicates",
                "6", "--until", "2024", "--threads", "1", "--shard", "1/1", "-o", folder.c_str(), nullptr);
        ::_exit(127);
    }
    while (parts_in(folder) == 0 && ::waitpid(child, nullptr, WNOHANG) == 0) {
        ::usleep(1'000);
    }
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
}

TEST(ForecastShards, GoOnWhereOneWasKilled)
{
    TemporaryFolder const place;
    auto const stopped = place.path() / "stopped";
    std::filesystem::create_directories(stopped);
    auto const whole = new_folder(place, "whole");
    auto const of_six = [](std::filesystem::path const& folder, std::vector<std::string> const& more) {
        std::vector<std::string> words{"forecast", "new-approach", "--ensemble", "6",       "--replicates",
                                       "6",        "--until",      "2024",       "--shard", "1/1",
                                       "-o",       folder.string()};
        words.insert(words.end(), more.begin(), more.end());
        return minimasim(words);
    };
    ASSERT_EQ(of_six(whole, {}).exit_code, 0);
    std::filesystem::copy(whole / ".cache", stopped / ".cache", std::filesystem::copy_options::recursive);
    kill_after_a_part(stopped);
    auto const parts = parts_in(stopped);
    ASSERT_GE(parts, 1U);
    ASSERT_LE(parts, 2U);  // of three, each of two members

    auto const anew = of_six(stopped, {});
    EXPECT_EQ(anew.exit_code, wrong_input);
    EXPECT_THAT(anew.errors, HasSubstr(" of its 6 replicates; add --resume to keep them"));
    auto const resumed = of_six(stopped, {"--resume", "--threads", "3"});

    ASSERT_EQ(resumed.exit_code, 0) << resumed.errors;
    EXPECT_THAT(resumed.output,
                HasSubstr("shard 1/1: 6 of 6 replicates finished, " + std::to_string(2 * parts) + " before"));
    auto const file = std::filesystem::path("shards") / "1-of-1" / "replicates.h5";
    EXPECT_TRUE(bytes_of(stopped / file) == bytes_of(whole / file));
    EXPECT_EQ(parts_in(stopped), 0U);
}

TEST(ForecastShards, AreRefusedBeforeAnyWork)
{
    TemporaryFolder const place;
    auto const folder = place.path() / "none";
    for (auto const& [words, message] : std::vector<std::pair<std::vector<std::string>, std::string>>{
             {{"--shard", "5/4"}, "there is no shard 5/4; shards of 4 are 1/4 to 4/4"},
             {{"--shard", "half"}, "'half' is no shard; write it as 2/4"},
             {{"--shard", "1/2", "--merge"}, "--merge"},
             {{"--resume"}, "--shard"},
             {{"--merge"}, "holds no shards of a forecast"}}) {
        auto const outcome = forecast(folder, words);

        EXPECT_EQ(outcome.exit_code, wrong_input) << message;
        EXPECT_THAT(outcome.errors, HasSubstr(message));
        EXPECT_EQ(outcome.output, "");
    }
    EXPECT_EQ(names_in(folder).size(), 0U);
}

}  // namespace

}  // namespace minimasim
