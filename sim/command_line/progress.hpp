#pragma once

#include "sim/run/simulate.hpp"

namespace minimasim::commands {

// Ctrl-C: the work stops at the next report of progress; what was finished (built populations) is kept.
void listen_for_interruption();

// The same for SIGUSR1, by which a cluster says that the time of a job is nearly over.
void listen_for_end_of_job();

// A bar on standard error when it is a terminal; always the place where an interruption is noticed: it then
// throws Interrupted.
run::Progress progress_bar();

}  // namespace minimasim::commands
