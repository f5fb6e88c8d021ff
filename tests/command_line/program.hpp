#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/report/temporary_folder.hpp"

// The program run as a user would: other process, real files.
namespace minimasim::test {

using report::test::bytes_of;
using report::test::put_bytes;
using report::test::TemporaryFolder;

inline std::filesystem::path const source_folder = MINIMASIM_SOURCE_DIR;
inline std::filesystem::path const program = MINIMASIM_PROGRAM;

struct Outcome {
    int exit_code = -1;  // 128 + the signal that ended it
    std::string output;  // standard output
    std::string errors;  // standard error
    double seconds = 0;
};

// How a command is started.
struct Start {
    std::filesystem::path folder = source_folder;  // working folder
    rlim_t largest_file = RLIM_INFINITY;
    int interrupt_after_milliseconds = 0;  // 0: never
    int signal = SIGINT;                   // that interrupts
};

inline void read_some(int descriptor, std::string& text, bool& is_open)
{
    std::array<char, 65536> buffer{};
    auto const count = ::read(descriptor, buffer.data(), buffer.size());
    if (count > 0) {
        text.append(buffer.data(), static_cast<std::size_t>(count));
    } else {
        is_open = false;
    }
}

constexpr double longest_wait = 20;  // seconds that an interrupted program gets before it is killed

// Runs a command to its end and keeps what it printed; `seconds` counts from the interruption if there was
// one.
inline Outcome run_command(std::vector<std::string> const& words, Start const& start = {})
{
    using Clock = std::chrono::steady_clock;
    std::array<int, 2> output{};
    std::array<int, 2> errors{};
    if (::pipe(output.data()) != 0 || ::pipe(errors.data()) != 0) {
        throw std::runtime_error("no pipe");
    }
    ::pid_t const child = ::fork();
    if (child == 0) {
        ::dup2(output[1], STDOUT_FILENO);
        ::dup2(errors[1], STDERR_FILENO);
        for (int const descriptor : {output[0], output[1], errors[0], errors[1]}) {
            ::close(descriptor);
        }
        if (start.largest_file != RLIM_INFINITY) {
            rlimit const limit{start.largest_file, start.largest_file};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        }
        std::vector<char*> arguments;
        for (auto const& word : words) {
            arguments.push_back(const_cast<char*>(word.c_str()));
        }
        arguments.push_back(nullptr);
        if (::chdir(start.folder.c_str()) == 0) {
            ::execvp(arguments[0], arguments.data());
        }
        ::_exit(127);
    }
    ::close(output[1]);
    ::close(errors[1]);
    Outcome outcome;
    auto begin = Clock::now();
    bool output_is_open = true;
    bool errors_are_open = true;
    bool const is_patient = start.interrupt_after_milliseconds == 0;
    bool is_interrupted = is_patient;
    while (output_is_open || errors_are_open) {
        std::array<pollfd, 2> waiting{
            {{output_is_open ? output[0] : -1, POLLIN, 0}, {errors_are_open ? errors[0] : -1, POLLIN, 0}}};
        ::poll(waiting.data(), waiting.size(), is_patient ? -1 : 10);
        if (waiting[0].revents != 0) {
            read_some(output[0], outcome.output, output_is_open);
        }
        if (waiting[1].revents != 0) {
            read_some(errors[0], outcome.errors, errors_are_open);
        }
        if (!is_interrupted &&
            Clock::now() - begin > std::chrono::milliseconds(start.interrupt_after_milliseconds)) {
            ::kill(child, start.signal);
            is_interrupted = true;
            begin = Clock::now();
        } else if (!is_patient && Clock::now() - begin > std::chrono::duration<double>(longest_wait)) {
            ::kill(child, SIGKILL);
        }
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ::close(output[0]);
    ::close(errors[0]);
    outcome.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    outcome.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    return outcome;
}

inline Outcome minimasim(std::vector<std::string> words, Start const& start = {})
{
    words.insert(words.begin(), program.string());
    return run_command(words, start);
}

// Words of a small run into a folder: two members, four replicates.
inline std::vector<std::string> small_run(std::filesystem::path const& folder,
                                          std::vector<std::string> more = {})
{
    std::vector<std::string> words{"run", "--ensemble", "2", "--replicates", "4", "-o", folder.string()};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

// Gives a folder the members of the populations that every small run of the shipped data needs. They are
// built once for all tests, beside the program.
inline void give_populations(std::filesystem::path const& folder)
{
    auto const shared = program.parent_path() / "test-populations";
    std::filesystem::create_directories(shared);
    int const lock = ::open((shared / "lock").c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0666);
    ::flock(lock, LOCK_EX);
    auto const built = minimasim({"run", "scenarios/baseline.toml", "--ensemble", "2", "--replicates", "2",
                                  "-o", (shared / "run").string()});
    EXPECT_EQ(built.exit_code, 0) << built.errors;
    std::filesystem::create_directories(folder);
    std::filesystem::copy(shared / "run" / ".cache", folder / ".cache",
                          std::filesystem::copy_options::recursive);
    ::close(lock);
}

// What stands in a folder under a final name: everything but the populations, and anything half made.
inline std::vector<std::string> names_in(std::filesystem::path const& folder)
{
    std::vector<std::string> names;
    if (!std::filesystem::exists(folder)) {
        return names;
    }
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder)) {
        auto const name = entry.path().lexically_relative(folder).string();
        bool const is_half_made = name.find(".tmp-") != std::string::npos;
        if (!entry.is_directory() && (name.rfind(".cache", 0) != 0 || is_half_made)) {
            names.push_back(name);
        }
    }
    return names;
}

// A copy of data/ and scenarios/ that a test may spoil; data() goes after --data.
class CopyOfData {
  public:
    CopyOfData()
    {
        using std::filesystem::copy_options;
        std::filesystem::copy(source_folder / "data", data(), copy_options::recursive);
        std::filesystem::copy(source_folder / "scenarios", folder_.path() / "scenarios",
                              copy_options::recursive);
    }

    std::filesystem::path data() const { return folder_.path() / "data"; }

    // Replaces the first occurrence of a text in a file of data/.
    void replace(std::string const& name, std::string const& what, std::string const& by) const
    {
        auto text = bytes_of(data() / name);
        auto const at = text.find(what);
        ASSERT_NE(at, std::string::npos) << name << " does not hold " << what;
        text.replace(at, what.size(), by);
        put_bytes(data() / name, text);
    }

  private:
    TemporaryFolder folder_;
};

// Whether a tool is there. Where it is not, the test is skipped, or fails on the machine that must have all
// tools.
inline bool is_installed(std::string const& tool)
{
    return std::system(("command -v " + tool + " >/dev/null 2>&1").c_str()) == 0;
}

inline bool must_have_tools()
{
    auto const* const ci = std::getenv("CI");
    return ci != nullptr && std::string(ci) == "true";
}

}  // namespace minimasim::test

// Ends the test as skipped (or failed where CI=true) when a condition on the machine is not met.
#define MINIMASIM_NEED(condition, what)                    \
    if (!(condition)) {                                    \
        if (minimasim::test::must_have_tools()) {          \
            FAIL() << what << " is not on this machine";   \
        }                                                  \
        GTEST_SKIP() << what << " is not on this machine"; \
    }
