#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <map>

#include "sim/base/atomic_file.hpp"
#include "sim/base/error.hpp"
#include "sim/command_line/commands.hpp"
#include "sim/command_line/input.hpp"
#include "sim/run/households/evaluation.hpp"
#include "sim/run/households/household_case.hpp"
#include "sim/run/workspace.hpp"

namespace minimasim::commands {

namespace {

constexpr int moment = 100;  // milliseconds after which an interruption is noticed while nothing comes in

std::atomic<bool> interruption_asked = false;

// Nobody reads the answers any more, as behind `head`.
struct ClosedPipe {};

// Ctrl-C ends a wait for bytes too.
void listen_for_interruption()
{
    struct sigaction action {};
    action.sa_handler = [](int) { interruption_asked = true; };
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

void stop_when_interrupted(bool has_file)
{
    if (interruption_asked) {
        throw Interrupted(has_file ? "interrupted; nothing was written"
                                   : "interrupted; the answers so far were printed");
    }
}

// The file or standard input, read in big pieces; what comes in slowly is handed on as it comes.
class Source {
  public:
    Source(std::string const& file, bool has_output_file) : name_(file), has_output_file_(has_output_file)
    {
        std::error_code ignored;
        if (file == "-") {
            name_ = "standard input";
            descriptor_ = STDIN_FILENO;
            return;
        }
        if (std::filesystem::is_directory(file, ignored)) {
            throw InputError(file, 0, "is a folder; a file of JSON lines was meant");
        }
        descriptor_ = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor_ < 0) {
            throw InputError(file, 0, std::string("cannot be opened: ") + std::strerror(errno));
        }
    }
    ~Source()
    {
        if (descriptor_ != STDIN_FILENO) {
            ::close(descriptor_);
        }
    }
    Source(Source const&) = delete;
    Source& operator=(Source const&) = delete;

    std::string const& name() const { return name_; }

    // In bytes; 0 when it is not known.
    double size() const
    {
        struct stat status {};
        bool const is_file = ::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode);
        return is_file ? static_cast<double>(status.st_size) : 0;
    }

    std::size_t read(char* to, std::size_t size) const
    {
        std::size_t count = 0;
        while (count < size && (count == 0 || has_bytes(0))) {
            while (!has_bytes(moment)) {
            }
            stop_when_interrupted(has_output_file_);
            auto const got = ::read(descriptor_, to + count, size - count);
            if (got == 0) {
                break;
            }
            if (got < 0 && errno != EINTR) {
                throw InputError(name_, 0, std::string("cannot be read: ") + std::strerror(errno));
            }
            count += got > 0 ? static_cast<std::size_t>(got) : 0;
        }
        return count;
    }

  private:
    bool has_bytes(int milliseconds) const
    {
        pollfd waiting{descriptor_, POLLIN, 0};
        bool const is_ready = ::poll(&waiting, 1, milliseconds) > 0;
        stop_when_interrupted(has_output_file_);
        return is_ready;
    }

    std::string name_;
    bool has_output_file_;
    int descriptor_ = -1;
};

void print(std::string_view bytes)
{
    while (!bytes.empty()) {
        auto const written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written < 0 && errno == EPIPE) {
            throw ClosedPipe{};
        }
        if (written < 0 && errno != EINTR) {
            throw InputError("standard output", 0,
                             std::string("cannot be written in full: ") + std::strerror(errno));
        }
        if (written < 0) {
            stop_when_interrupted(false);
            continue;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

// How far it is, on standard error when that is a terminal.
class ProgressLine {
  public:
    explicit ProgressLine(double size) : size_(size), is_terminal_(::isatty(STDERR_FILENO) != 0) {}
    ~ProgressLine()
    {
        if (is_terminal_) {
            std::fprintf(stderr, "\r%60s\r", "");
        }
    }
    ProgressLine(ProgressLine const&) = delete;
    ProgressLine& operator=(ProgressLine const&) = delete;

    void report(input::LineStream const& lines) const
    {
        if (!is_terminal_) {
            return;
        }
        auto const count = static_cast<unsigned long long>(lines.count_lines());
        if (size_ > 0) {
            std::fprintf(stderr, "\r%llu lines, %3.0f %%", count,
                         100 * static_cast<double>(lines.count_bytes()) / size_);
        } else {
            std::fprintf(stderr, "\r%llu lines", count);
        }
    }

  private:
    double size_;
    bool is_terminal_;
};

// The data of every municipality that a household names, each read once.
class PolicyReader {
  public:
    PolicyReader(run::Folders folders, std::optional<input::Scenario> scenario, bool with_terms)
        : folders_(std::move(folders)), scenario_(std::move(scenario)), with_terms_(with_terms)
    {
    }

    run::DatedPolicy operator()(std::string const& code, Date date)
    {
        auto found = data_.find(code);
        if (found == data_.end()) {
            input::HouseholdRecord named;
            named.municipality = code;
            auto municipality = municipality_of(named, folders_);
            found = data_.emplace(code, Data{std::move(municipality), run::read_terms(folders_.data, code)})
                        .first;
        }
        auto const& [municipality, terms] = found->second;
        auto policy = run::read_policy(terms, municipality.measures, date);
        if (scenario_) {
            policy = run::apply_package(policy, municipality.measures, *scenario_);
        }
        if (!with_terms_) {
            policy.terms = {};  // only steps tell of them, and every date of a stream would keep its own
        }
        return policy;
    }

  private:
    struct Data {
        run::Municipality municipality;
        input::TermTable terms;
    };
    run::Folders folders_;
    std::optional<input::Scenario> scenario_;
    bool with_terms_;
    std::map<std::string, Data> data_;
};

run::EvaluationTally answer_all(Source const& source, run::Evaluation const& evaluation,
                                Evaluate const& command)
{
    input::LineStream lines([&](char* to, std::size_t size) { return source.read(to, size); });
    ProgressLine const progress(source.size());
    bool const has_file = !command.output.empty();
    std::optional<PendingFile> file;
    if (has_file) {
        file.emplace(command.output);
    }
    auto const tally =
        run::evaluate_lines(lines, evaluation, command.common.threads, [&](std::string_view answers) {
            if (file) {
                stop_when_interrupted(has_file);
                file->write(answers);
            } else {
                print(answers);
            }
            progress.report(lines);
        });
    if (file) {
        file->commit();
    }
    return tally;
}

}  // namespace

int evaluate(Evaluate const& command)
{
    listen_for_interruption();
    auto const folders = run::find_folders(command.common.data);
    auto const& code = command.common.municipality;
    std::optional<input::Scenario> scenario;
    if (!command.scenario.empty()) {
        scenario = scenario_of(command.scenario, folders);
    }
    run::DatedPolicies const policies(PolicyReader(folders, scenario, command.steps));
    run::Evaluation evaluation{.policies = policies};
    evaluation.limits = run::household_limits(run::read_terms(folders.data, code));
    evaluation.municipality = code;
    input::HouseholdRecord fresh;
    use_date(fresh, command.date, evaluation.limits);
    evaluation.date = date_of(command.date);
    evaluation.with_steps = command.steps;
    evaluation.language = language_of(command.language);
    if (scenario) {
        evaluation.package = scenario->own.id;
        evaluation.ex_officio = scenario->ex_officio;
    }
    // What is wrong with package, date or municipality is said before the first line, not on every one.
    policies.at(code, fresh.date);

    Source const source(command.file, !command.output.empty());
    try {
        auto const tally = answer_all(source, evaluation, command);
        if (tally.wrong == 0) {
            return 0;
        }
        std::fprintf(stderr, "%s: %s\n", source.name().c_str(), run::summary_of(tally).c_str());
        return 2;
    } catch (ClosedPipe const&) {
        return 0;
    }
}

}  // namespace minimasim::commands
