#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/atomic_file.hpp"
#include "sim/base/error.hpp"
#include "sim/base/loop.hpp"
#include "sim/report/sweep_tables.hpp"
#include "sim/run/sweep/sweep.hpp"

namespace minimasim::run {

namespace {

using report::SweepChunk;
using report::value_of;

// Whether the numbers are the same to the last bit; NaN equals itself.
bool has_same_bits(std::vector<double> const& a, std::vector<double> const& b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

// Why a part cannot stand beside the first one; "" when it can.
std::string why_strange(SweepChunk const& chunk, SweepChunk const& first)
{
    if (chunk.population_digest != first.population_digest) {
        return "was made from another population";
    }
    if (chunk.columns != first.columns || chunk.lines != first.lines) {
        return "has other columns or rows";
    }
    if (!has_same_bits(chunk.baseline_terms, first.baseline_terms) ||
        !has_same_bits(chunk.baseline_figures, first.baseline_figures)) {
        return "has other figures of current policy: the machine that made it reckons otherwise";
    }
    return "";
}

void add_points(SweepChunk& all, SweepChunk const& chunk)
{
    all.terms.insert(all.terms.end(), chunk.terms.begin(), chunk.terms.end());
    all.figures.insert(all.figures.end(), chunk.figures.begin(), chunk.figures.end());
}

std::uint64_t number_of(report::SweepIdentity const& identity, char const* name)
{
    return std::stoull(value_of(identity, name));
}

report::Sweep sweep_of(report::SweepRecord const& record, SweepChunk points)
{
    auto const& identity = record.identity;
    report::Sweep sweep;
    sweep.title = record.title;
    sweep.plan_text = record.plan_text;
    sweep.program_version = value_of(identity, "program");
    sweep.municipality = value_of(identity, "municipality");
    sweep.date = value_of(identity, "date");
    sweep.data_digest = value_of(identity, "data");
    sweep.plan_digest = value_of(identity, "plan");
    sweep.seed = number_of(identity, "seed");
    sweep.replicates = static_cast<std::uint32_t>(number_of(identity, "replicates"));
    sweep.members = static_cast<std::uint32_t>(number_of(identity, "members"));
    sweep.points = std::move(points);
    return sweep;
}

}  // namespace

MergeReport merge_sweep(std::filesystem::path const& path)
{
    SweepFolder const folder(path);
    MergeReport merged;
    merged.pieces = folder.points();
    merged.shards = folder.shards();
    SweepChunk all;
    bool has_first = false;
    for (std::size_t number = 1; number <= folder.shards(); ++number) {
        Shard const shard{number, folder.shards()};
        std::size_t next = shard.begin(folder.points());
        std::size_t const end = shard.end(folder.points());
        std::size_t counted = 0;
        for (auto const& chunk : folder.chunks_of(shard)) {
            try {
                auto content = folder.read(chunk);
                auto why = has_first ? why_strange(content, all) : "";
                if (why.empty() && (chunk.begin < next || chunk.end > end)) {
                    why = "holds points that other parts hold, or that are not of this shard";
                }
                if (!why.empty()) {
                    merged.strangers.push_back(chunk.file.string() + ": " + why);
                    continue;
                }
                counted += chunk.end - chunk.begin;
                next = chunk.end;
                if (!has_first) {
                    all = std::move(content);
                    has_first = true;
                } else {
                    add_points(all, content);
                }
            } catch (InputError const& error) {
                merged.strangers.emplace_back(error.what());
            }
        }
        if (counted < end - shard.begin(folder.points())) {
            merged.missing_shards.push_back(number);
            merged.missing_pieces += end - shard.begin(folder.points()) - counted;
        }
    }
    if (!merged.is_complete()) {
        return merged;
    }
    auto const sweep = sweep_of(folder.record(), std::move(all));
    auto const bytes = run_in_parallel(
        2, 0, [&](std::size_t i) { return i == 0 ? report::sweep_bytes(sweep) : report::sweep_csv(sweep); });
    FileSet files;
    for (auto const& [name, content] :
         {std::pair{"sweep.h5", &bytes[0]}, std::pair{"sweep.csv", &bytes[1]}}) {
        remove_half_made(path / name);  // by a process that was killed at this place
        files.add(path / name, *content);
        merged.written.push_back(path / name);
    }
    files.commit();
    return merged;
}

}  // namespace minimasim::run
