#include "sim/run/sweep/folder.hpp"

#include <algorithm>
#include <cstdio>

#include "sim/base/atomic_file.hpp"
#include "sim/base/error.hpp"

namespace minimasim::run {

namespace {

constexpr char const* record_name = "sweep.json";

}  // namespace

SweepFolder::SweepFolder(std::filesystem::path folder, report::SweepRecord const& record)
    : folder_(std::move(folder))
{
    create_folder(folder_);
    auto const file = folder_ / record_name;
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
        put_record(file, report::to_json(record));
    }
    auto found = report::read_record(bytes_of(file), file.string());
    auto const other = report::differences(found.identity, record.identity);
    if (!other.empty()) {
        throw InputError(
            file.string(), 0,
            "is of another sweep: " + other + "; give another folder with -o. Nothing was changed");
    }
    use(std::move(found));
}

SweepFolder::SweepFolder(std::filesystem::path folder) : folder_(std::move(folder))
{
    auto const file = folder_ / record_name;
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) {
        throw InputError(
            folder_.string(), 0,
            std::string("is no folder of a sweep: it has no ") + record_name +
                "; give the folder that minimasim sweep -o wrote (shards of a forecast: minimasim forecast "
                "--merge)");
    }
    use(report::read_record(bytes_of(file), file.string()));
}

void SweepFolder::use(report::SweepRecord record)
{
    record_ = std::move(record);
    points_ = count_in(record_, "points", folder_ / record_name);
    shards_ = count_in(record_, "shards", folder_ / record_name);
}

std::filesystem::path SweepFolder::folder_of(Shard shard) const
{
    return run::folder_of(folder_, shard);
}

std::filesystem::path SweepFolder::file_of(Shard shard, std::size_t begin, std::size_t end) const
{
    char name[64];
    std::snprintf(name, sizeof name, "points-%07zu-%07zu.h5", begin + 1, end);
    return folder_of(shard) / name;
}

std::vector<ChunkFile> SweepFolder::chunks_of(Shard shard) const
{
    std::vector<ChunkFile> chunks;
    std::error_code fault;
    for (auto const& entry : std::filesystem::directory_iterator(folder_of(shard), fault)) {
        std::string const name = entry.path().filename().string();
        std::size_t first = 0;
        std::size_t last = 0;
        if (std::sscanf(name.c_str(), "points-%zu-%zu.h5", &first, &last) == 2 && first > 0) {
            chunks.push_back({entry.path(), first - 1, last});
        }
    }
    std::sort(chunks.begin(), chunks.end(),
              [](ChunkFile const& a, ChunkFile const& b) { return a.begin < b.begin; });
    return chunks;
}

report::SweepChunk SweepFolder::read(ChunkFile const& chunk) const
{
    auto content = report::read_chunk(chunk.file);
    auto const name = chunk.file.string();
    auto const other = report::differences(report::read_identity(content.identity, name), record_.identity);
    if (!other.empty()) {
        throw InputError(name, 0, "is of another sweep: " + other);
    }
    if (content.first != chunk.begin || content.size() != chunk.end - chunk.begin ||
        content.figures.size() != content.size() * content.lines.size() * report::sweep_numbers ||
        content.baseline_figures.size() != content.lines.size() * report::sweep_numbers ||
        content.baseline_terms.size() != content.columns.size()) {
        throw InputError(name, 0, "does not hold the points of its name");
    }
    return content;
}

}  // namespace minimasim::run
