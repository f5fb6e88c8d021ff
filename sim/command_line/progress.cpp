#include "sim/command_line/progress.hpp"

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <memory>
#include <mutex>
#include <string>

#include "sim/base/error.hpp"

namespace minimasim::commands {

namespace {

std::atomic<bool> interruption_asked = false;

}  // namespace

void listen_for_interruption()
{
    std::signal(SIGINT, [](int) { interruption_asked = true; });
    std::signal(SIGTERM, [](int) { interruption_asked = true; });
}

void listen_for_end_of_job()
{
    std::signal(SIGUSR1, [](int) { interruption_asked = true; });
}

run::Progress progress_bar()
{
    bool const is_terminal = isatty(STDERR_FILENO) != 0;
    auto mutex = std::make_shared<std::mutex>();
    auto last = std::make_shared<int>(-1);
    return [=](std::string_view step, double share) {
        if (interruption_asked) {
            throw Interrupted(
                "interrupted; nothing was written, populations that were built are kept in the cache");
        }
        if (!is_terminal) {
            return;
        }
        std::lock_guard const lock(*mutex);
        int const per_cent = static_cast<int>(share * 100);
        if (per_cent == *last) {
            return;
        }
        *last = per_cent;
        std::string bar(static_cast<std::size_t>(per_cent) * 30 / 100, '#');
        bar.resize(30, '.');
        std::fprintf(stderr, "\r%-28.*s [%s] %3d %%", static_cast<int>(step.size()), step.data(), bar.c_str(),
                     per_cent);
        if (share >= 1) {
            std::fprintf(stderr, "\r%70s\r", "");
        }
        std::fflush(stderr);
    };
}

}  // namespace minimasim::commands
