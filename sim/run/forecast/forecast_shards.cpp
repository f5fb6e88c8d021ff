#include "sim/run/forecast/forecast_shards.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "sim/base/atomic_file.hpp"
#include "sim/base/digest.hpp"
#include "sim/base/error.hpp"
#include "sim/run/forecast/forecast_work.hpp"
#include "sim/run/source_digest.hpp"
#include "sim/run/version.hpp"

namespace minimasim::run {

namespace {

constexpr char const* file_name = "replicates.h5";
constexpr char const* part_begin = "part-";
constexpr char const* part_end = ".h5";

std::filesystem::path record_file(std::filesystem::path const& folder)
{
    return folder / "shards" / "forecast.json";
}

// All that the numbers of a replicate depend on. Realised figures and language are for who merges.
report::SweepRecord record_of(ForecastInputs const& inputs, std::size_t shards)
{
    auto const& workspace = inputs.workspace;
    auto const& options = inputs.options;
    report::SweepRecord record;
    for (auto const& scenario : inputs.packages.scenarios) {
        record.title += (record.title.empty() ? "" : ", ") + scenario.own.id;
        record.plan_text += scenario.full_text;
    }
    std::string const budget_from =
        inputs.budget_years.empty() ? "none" : std::to_string(inputs.budget_years.front());
    record.identity = {
        {"packages", sha256(record.title + "\n" + record.plan_text)},
        {"data", workspace.data_digest},
        {"program", program_version},
        {"sources", source_digest()},
        {"municipality", workspace.municipality.code},
        {"until", std::to_string(options.until)},
        {"budget_from", budget_from},
        {"fixed_households", options.fixed_households ? "true" : "false"},
        {"budget_by_people", options.budget_by_people ? "true" : "false"},
        {"seed", std::to_string(options.run.seed)},
        {"replicates", std::to_string(options.run.replicates)},
        {"members", std::to_string(inputs.members)},
        {"shards", std::to_string(shards)},
    };
    return record;
}

void check_same(std::filesystem::path const& file, report::SweepIdentity const& found,
                report::SweepIdentity const& wanted, std::string const& advice)
{
    auto const other = report::differences(found, wanted);
    if (!other.empty()) {
        throw InputError(file.string(), 0, "is of another forecast: " + other + advice);
    }
}

// What a shard has written, checked to be of this forecast. InputError.
report::ForecastPart read_shard_file(std::filesystem::path const& file, report::SweepRecord const& record)
{
    auto found = report::read_part(file);
    check_same(file, report::read_identity(found.identity, file.string()), record.identity, "");
    return std::move(found.part);
}

// A finished shard, checked to hold the replicates of its name too. InputError.
report::ForecastPart read_whole_shard(std::filesystem::path const& file, report::SweepRecord const& record,
                                      std::vector<std::uint32_t> const& replicates)
{
    auto part = read_shard_file(file, record);
    if (part.replicates != replicates) {
        throw InputError(file.string(), 0, "does not hold the replicates of its name");
    }
    return part;
}

// Files of parts of the shard, in the order of their names.
std::vector<std::filesystem::path> part_files(std::filesystem::path const& place)
{
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator(place)) {
        auto const name = entry.path().filename().string();
        if (name.starts_with(part_begin) && name.ends_with(part_end)) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

void remove_parts(std::filesystem::path const& place)
{
    for (auto const& file : part_files(place)) {
        std::error_code ignored;
        std::filesystem::remove(file, ignored);  // one that stays is read again, and is the same
    }
}

// What earlier processes have worked out of the shard: all of it, or its parts. Throws InputError where one
// is damaged or of another forecast.
std::vector<report::ForecastPart> found_parts(std::filesystem::path const& place,
                                              report::SweepRecord const& record,
                                              std::vector<std::uint32_t> const& replicates)
{
    std::error_code ignored;
    std::vector<report::ForecastPart> parts;
    try {
        if (auto const whole = place / file_name; std::filesystem::exists(whole, ignored)) {
            parts.push_back(read_whole_shard(whole, record, replicates));
            return parts;
        }
        std::set<std::uint32_t> missing(replicates.begin(), replicates.end());
        for (auto const& file : part_files(place)) {
            parts.push_back(read_shard_file(file, record));
            for (auto const replicate : parts.back().replicates) {
                if (missing.erase(replicate) == 0) {
                    throw InputError(file.string(), 0, "holds a replicate that is not missing");
                }
            }
        }
    } catch (InputError const& error) {
        auto problems = error.problems();
        problems.back().what += "; remove this file and resume again. Nothing was changed";
        throw InputError(problems);
    }
    return parts;
}

// Works out what is missing, some members at a time, and writes each time what it has.
void work_out_parts(ForecastInputs const& inputs, std::filesystem::path const& place,
                    report::SweepRecord const& record, std::vector<std::uint32_t> const& replicates,
                    std::vector<report::ForecastPart>& parts)
{
    std::set<std::uint32_t> done;
    for (auto const& part : parts) {
        done.insert(part.replicates.begin(), part.replicates.end());
    }
    std::optional<ForecastHouseholds> households;
    for (auto const& [begin, some] : pieces_of(replicates, inputs, done)) {
        if (!households) {
            households.emplace(inputs);
        }
        parts.push_back(work_out(inputs, *households, some).part);
        write_file(place / (part_begin + std::to_string(begin) + part_end),
                   report::part_bytes(parts.back(), report::to_json(record.identity)));
    }
}

}  // namespace

ForecastShardReport run_forecast_shard(Workspace const& workspace, ForecastOptions const& options,
                                       std::filesystem::path const& folder, Shard shard, bool resumes)
{
    ForecastInputs const inputs(workspace, options);
    auto const record = record_of(inputs, shard.count);
    auto const known = record_file(folder);
    create_folder(known.parent_path());
    std::error_code ignored;
    if (!std::filesystem::exists(known, ignored)) {
        put_record(known, report::to_json(record));
    }
    check_same(known, report::read_record(bytes_of(known), known.string()).identity, record.identity,
               "; give another folder with -o. Nothing was changed");
    auto const place = folder_of(folder, shard);
    ShardLock const lock(place, shard, "forecast");
    auto const replicates = replicates_of(shard, options.run.replicates, inputs.members);
    ForecastShardReport report{shard, replicates.size(), 0};
    auto const file = place / file_name;
    auto parts = found_parts(place, record, replicates);
    for (auto const& part : parts) {
        report.found += part.replicates.size();
    }
    if (report.found > 0 && !resumes) {
        throw InputError(place.string(), 0,
                         "already holds " + std::to_string(report.found) + " of its " +
                             std::to_string(replicates.size()) +
                             " replicates; add --resume to keep them, or give another folder with -o");
    }
    if (!std::filesystem::exists(file, ignored) && !replicates.empty()) {
        work_out_parts(inputs, place, record, replicates, parts);
        write_file(file, report::part_bytes(report::joined(std::move(parts), replicates),
                                            report::to_json(record.identity)));
    }
    remove_parts(place);
    return report;
}

MergedForecast merge_forecast(Workspace const& workspace, ForecastOptions const& options,
                              std::filesystem::path const& folder)
{
    ForecastInputs const inputs(workspace, options);
    auto const known = record_file(folder);
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(known, ignored)) {
        throw InputError(
            folder.string(), 0,
            "holds no shards of a forecast: it has no shards/forecast.json; give the folder that "
            "minimasim forecast --shard wrote to with -o");
    }
    auto const found = report::read_record(bytes_of(known), known.string());
    MergedForecast merged;
    auto& told = merged.report;
    told.pieces = options.run.replicates;
    told.shards = count_in(found, "shards", known);
    auto const record = record_of(inputs, told.shards);
    check_same(known, found.identity, record.identity, "; give --merge the options that the shards had");
    std::vector<report::ForecastPart> parts;
    for (std::size_t number = 1; number <= told.shards; ++number) {
        Shard const shard{number, told.shards};
        auto const replicates = replicates_of(shard, options.run.replicates, inputs.members);
        if (replicates.empty()) {
            continue;
        }
        auto const file = folder_of(folder, shard) / file_name;
        bool is_missing = !std::filesystem::exists(file, ignored);
        if (!is_missing) {
            try {
                parts.push_back(read_whole_shard(file, record, replicates));
            } catch (InputError const& error) {
                told.strangers.emplace_back(error.what());
                is_missing = true;
            }
        }
        if (is_missing) {
            told.missing_shards.push_back(number);
            told.missing_pieces += replicates.size();
        }
    }
    if (told.is_complete()) {
        ForecastHouseholds const households(inputs);
        merged.document = document_of(
            inputs, households, {report::joined(std::move(parts)), new_years_of_search(inputs, households)});
    }
    return merged;
}

}  // namespace minimasim::run
