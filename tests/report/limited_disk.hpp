#pragma once

#include <csignal>
#include <cstdlib>
#include <string>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sim/base/error.hpp"

namespace minimasim::report::test {

// Runs `write` in a process of its own that may not write files of more than `bytes`, as on a full disk. True
// when it threw an InputError with `expected` in its text; false when it did anything else, a crash at its
// end included.
template <class Write>
bool is_refused_on_limited_disk(rlim_t bytes, std::string const& expected, Write const& write)
{
    pid_t const child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit const limit{bytes, bytes};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        int code = 1;
        try {
            write();
        } catch (InputError const& error) {
            code = std::string(error.what()).find(expected) != std::string::npos ? 0 : 2;
        } catch (...) {
            code = 3;
        }
        std::exit(code);  // with what libraries do at the end
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace minimasim::report::test
