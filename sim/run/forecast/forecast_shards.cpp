#include "sim/run/forecast/forecast_shards.hpp"

#include "sim/base/atomic_file.hpp"
#include "sim/base/digest.hpp"
#include "sim/base/error.hpp"
#include "sim/run/forecast/forecast_work.hpp"
#include "sim/run/source_digest.hpp"
#include "sim/run/version.hpp"

namespace minimasim::run {

namespace {

constexpr char const* file_name = "replicates.h5";

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

// A finished shard, checked to be of this forecast and to hold the replicates of its name. InputError.
report::ForecastPart read_shard_file(std::filesystem::path const& file, report::SweepRecord const& record,
                                     std::vector<std::uint32_t> const& replicates)
{
    auto found = report::read_part(file);
    check_same(file, report::read_identity(found.identity, file.string()), record.identity, "");
    if (found.part.replicates != replicates) {
        throw InputError(file.string(), 0, "does not hold the replicates of its name");
    }
    return std::move(found.part);
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
    auto const file = place / file_name;
    bool const is_there = std::filesystem::exists(file, ignored);
    if (is_there && !resumes) {
        throw InputError(place.string(), 0,
                         "already holds its " + std::to_string(replicates.size()) +
                             " replicates; add --resume to keep them, or give another folder with -o");
    }
    if (is_there) {
        try {
            read_shard_file(file, record, replicates);
        } catch (InputError const& error) {
            auto problems = error.problems();
            problems.back().what += "; remove this file and resume again. Nothing was changed";
            throw InputError(problems);
        }
    } else if (!replicates.empty()) {
        ForecastHouseholds const households(inputs);
        auto const part = work_out(inputs, households, replicates).part;
        write_file(file, report::part_bytes(part, report::to_json(record.identity)));
    }
    return {shard, replicates.size(), is_there};
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
                parts.push_back(read_shard_file(file, record, replicates));
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
