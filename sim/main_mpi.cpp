#include <mpi.h>

#include <algorithm>
#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <iostream>
#include <string>

#include "sim/base/error.hpp"
#include "sim/base/memory.hpp"
#include "sim/command_line/commands.hpp"
#include "sim/options.hpp"

// minimasim-mpi: the shards of a sweep divided over the ranks of an MPI job, and merged at the end. Which
// rank does which shard changes nothing: each shard has files of its own. Exit codes: those of minimasim
// sweep and minimasim merge; of several ranks the highest.

namespace {

using namespace minimasim;

constexpr int exit_wrong_input = 2;
constexpr int exit_no_answer = 3;
constexpr int exit_fault = 1;

// MPI from its first call to its last.
class Session {
  public:
    Session(int& argc, char**& argv)
    {
        // Threads belong to the loops of the program; MPI is called outside them.
        int provided = 0;
        MPI_Init_thread(&argc, &argv, MPI_THREAD_FUNNELED, &provided);
        MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
        MPI_Comm_size(MPI_COMM_WORLD, &size_);
    }
    ~Session() { MPI_Finalize(); }
    Session(Session const&) = delete;
    Session& operator=(Session const&) = delete;

    int rank() const { return rank_; }
    int size() const { return size_; }

    // The largest number of all ranks; waits for them.
    int largest(int own) const { return reduced(own, MPI_MAX); }

    // The smallest number of all ranks; waits for them.
    int smallest(int own) const { return reduced(own, MPI_MIN); }

  private:
    static int reduced(int own, MPI_Op operation)
    {
        int all = 0;
        MPI_Allreduce(&own, &all, 1, MPI_INT, operation, MPI_COMM_WORLD);
        return all;
    }

    int rank_ = 0;
    int size_ = 1;
};

// How the work of a rank ended.
struct Ending {
    int code = 0;
    std::string message;
};

// Works out every shard of a rank; an interruption or a fault ends it, and what is finished is kept.
Ending work_out_shards(commands::Sweep sweep, std::uint32_t shards, Session const& session)
{
    sweep.resumes = true;
    try {
        for (std::uint32_t shard = static_cast<std::uint32_t>(session.rank()); shard < shards;
             shard += static_cast<std::uint32_t>(session.size())) {
            sweep.shard = std::to_string(shard + 1) + "/" + std::to_string(shards);
            if (int const code = commands::sweep(sweep); code != 0) {
                return {code, ""};
            }
        }
    } catch (InputError const& error) {
        return {exit_wrong_input, error.what()};
    } catch (ModelError const& error) {
        return {exit_no_answer, std::string("the question has no answer: ") + error.what()};
    } catch (std::exception const& error) {
        return {exit_fault, std::string("unexpected fault: ") + error.what()};
    }
    return {};
}

// Merges on one rank when all have ended well.
Ending merge_shards(commands::Sweep const& sweep)
{
    try {
        return {commands::merge({sweep.output, false}), ""};
    } catch (std::exception const& error) {
        return {exit_wrong_input, error.what()};
    }
}

int dispatch(int argc, char** argv)
{
    CLI::App app{"minimasim-mpi: the shards of a sweep over the ranks of an MPI job, merged at the end"};
    app.footer(
        "What is finished is kept: the same command goes on after an interruption.\n"
        "Example: mpirun -n 4 minimasim-mpi plan.toml -o sweep --shards 40");
    commands::Sweep sweep;
    std::uint32_t shards = 0;
    add_sweep(app, sweep);
    app.add_option("--shards", shards, "Parts of the sweep, as many as ranks or more; 0: one per rank")
        ->capture_default_str();

    Session const session(argc, argv);
    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& fault) {
        int const code = session.rank() == 0 ? app.exit(fault) : fault.get_exit_code();
        return code == 0 ? 0 : exit_wrong_input;
    }
    shards = shards > 0 ? shards : static_cast<std::uint32_t>(session.size());

    auto const ending = work_out_shards(sweep, shards, session);
    int code = session.largest(ending.code);
    // What is wrong with a plan is wrong on every rank, and said by the first.
    int const speaker = session.smallest(ending.message.empty() ? session.size() : session.rank());
    if (session.rank() == speaker) {
        std::cerr << ending.message << '\n';
    }
    if (code == 0 && session.rank() == 0) {
        auto const merged = merge_shards(sweep);
        if (!merged.message.empty()) {
            std::cerr << merged.message << '\n';
        }
        code = merged.code;
    }
    return session.largest(code);
}

}  // namespace

int main(int argc, char** argv)
{
    // A file that outgrows its limit is an error message, not a signal.
    std::signal(SIGXFSZ, SIG_IGN);
    keep_freed_memory();
    return dispatch(argc, argv);
}
