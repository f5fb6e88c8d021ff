#include "sim/report/run_record.hpp"

#include <sys/resource.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <array>
#include <ctime>
#include <nlohmann/json.hpp>

#include "sim/base/atomic_file.hpp"
#include "sim/base/instruction_set.hpp"

namespace minimasim::report {

namespace {

std::string compiler_text()
{
#if defined(__clang__)
    return std::string("clang++ ") + __clang_version__;
#else
    return std::string("g++ ") + __VERSION__;
#endif
}

double seconds_of(timeval const& time)
{
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

nlohmann::ordered_json as_object(std::vector<std::pair<std::string, std::string>> const& pairs)
{
    auto object = nlohmann::ordered_json::object();
    for (auto const& [name, value] : pairs) {
        object[name] = value;
    }
    return object;
}

}  // namespace

std::string time_now()
{
    auto const now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    std::array<char, 40> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S%z", &local);
    std::string result = text.data();
    if (result.size() > 2) {
        result.insert(result.size() - 2, ":");  // +0200 becomes +02:00
    }
    return result;
}

RunRecord completed(RunRecord record)
{
    record.finished_at = time_now();
    utsname names{};
    if (::uname(&names) == 0) {
        record.host = names.nodename;
        record.system = std::string(names.sysname) + " " + names.release + " " + names.machine;
    }
    record.compiler = compiler_text();
    record.instruction_set = to_text(instruction_set());
    std::error_code ignored;
    record.working_folder = std::filesystem::current_path(ignored).string();
    rusage usage{};
    if (::getrusage(RUSAGE_SELF, &usage) == 0) {
        record.cpu_seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
        record.peak_memory_bytes = static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
    }
    return record;
}

std::string to_json(RunRecord const& record)
{
    nlohmann::ordered_json json;
    json["program"] = "minimasim";
    json["program_version"] = record.program_version;
    json["started_at"] = record.started_at;
    json["finished_at"] = record.finished_at;
    json["host"] = record.host;
    json["system"] = record.system;
    json["compiler"] = record.compiler;
    json["instruction_set"] = record.instruction_set;
    json["build_type"] = record.build_type;
    json["working_folder"] = record.working_folder;
    json["command_line"] = record.command_line;
    json["threads"] = record.threads;
    json["seconds"] = record.seconds;
    json["cpu_seconds"] = record.cpu_seconds;
    json["peak_memory_bytes"] = record.peak_memory_bytes;
    json["steps"] = nlohmann::ordered_json::array();
    for (auto const& [name, seconds] : record.steps) {
        json["steps"].push_back({{"step", name}, {"seconds", seconds}});
    }
    json["inputs"] = as_object(record.inputs);
    json["digests"] = as_object(record.digests);
    json["warnings"] = record.warnings;
    // A path need not be UTF-8; what is not is shown as a question mark in a diamond.
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

void write_run_record(RunRecord const& record, std::filesystem::path const& file)
{
    write_file(file, to_json(record));
}

}  // namespace minimasim::report
