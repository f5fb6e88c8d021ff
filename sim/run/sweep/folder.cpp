#include "sim/run/sweep/folder.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <optional>
#include <sstream>

#include "sim/base/atomic_file.hpp"
#include "sim/base/error.hpp"

namespace minimasim::run {

namespace {

constexpr char const* record_name = "sweep.json";
constexpr std::size_t most_shards = 100'000;
constexpr char const* unfinished = ".tmp-";  // in the name of a file in the making

std::string bytes_of(std::filesystem::path const& file)
{
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream content;
    content << stream.rdbuf();
    if (!stream) {
        throw InputError(file.string(), 0, "cannot be read");
    }
    return content.str();
}

std::optional<std::size_t> whole_number(std::string_view text)
{
    std::size_t number = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::size_t number_in(report::SweepRecord const& record, char const* name, std::filesystem::path const& file)
{
    auto const number = whole_number(report::value_of(record.identity, name));
    if (!number || *number == 0) {
        throw InputError(file.string(), 0, std::string("is damaged: it does not say how many ") + name);
    }
    return *number;
}

std::filesystem::path lock_file_of(std::filesystem::path const& shard_folder)
{
    create_folder(shard_folder);
    return shard_folder / "lock";
}

std::string text_of(Shard shard)
{
    return std::to_string(shard.number) + "/" + std::to_string(shard.count);
}

// Gives the folder its record, unless another process was first.
void put_record(std::filesystem::path const& file, report::SweepRecord const& record)
{
    auto const own =
        file.parent_path() / ("." + file.filename().string() + unfinished + std::to_string(::getpid()));
    write_file(own, to_json(record));
    // A link fails where a file of the name stands: the first process stays the first.
    int const linked = ::link(own.c_str(), file.c_str());
    int const cause = errno;
    ::unlink(own.c_str());
    if (linked != 0 && cause != EEXIST) {
        write_file(file, to_json(record));  // a file system without links
    }
}

}  // namespace

Shard read_shard(std::string const& text)
{
    auto const slash = text.find('/');
    auto const number = whole_number(text.substr(0, slash));
    auto const count = slash == std::string::npos ? std::nullopt : whole_number(text.substr(slash + 1));
    if (!number || !count) {
        throw InputError("--shard", 0, "'" + text + "' is no shard; write it as 2/4, the second of four");
    }
    if (*count > most_shards) {
        throw InputError("--shard", 0,
                         text + " cuts the sweep in more than " + std::to_string(most_shards) +
                             " shards; a shard keeps a process busy for minutes at least");
    }
    if (*number == 0 || *number > *count) {
        throw InputError("--shard", 0,
                         "there is no shard " + text + "; shards of " + std::to_string(*count) +
                             (*count == 0 ? " do not exist"
                                          : " are 1/" + std::to_string(*count) + " to " +
                                                std::to_string(*count) + "/" + std::to_string(*count)));
    }
    return {*number, *count};
}

SweepFolder::SweepFolder(std::filesystem::path folder, report::SweepRecord const& record)
    : folder_(std::move(folder))
{
    create_folder(folder_);
    auto const file = folder_ / record_name;
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
        put_record(file, record);
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
        throw InputError(folder_.string(), 0,
                         std::string("is no folder of a sweep: it has no ") + record_name +
                             "; give the folder that minimasim sweep -o wrote");
    }
    use(report::read_record(bytes_of(file), file.string()));
}

void SweepFolder::use(report::SweepRecord record)
{
    record_ = std::move(record);
    points_ = number_in(record_, "points", folder_ / record_name);
    shards_ = number_in(record_, "shards", folder_ / record_name);
}

std::filesystem::path SweepFolder::folder_of(Shard shard) const
{
    return folder_ / "shards" / (std::to_string(shard.number) + "-of-" + std::to_string(shard.count));
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

ShardLock::ShardLock(SweepFolder const& folder, Shard shard) : lock_(lock_file_of(folder.folder_of(shard)))
{
    auto const place = folder.folder_of(shard);
    if (!lock_.is_held()) {
        throw InputError(place.string(), 0,
                         "another process is at work on shard " + text_of(shard) +
                             " of this sweep; wait for it, or give another folder with -o");
    }
    // What a killed process left half made.
    std::error_code ignored;
    for (auto const& entry : std::filesystem::directory_iterator(place, ignored)) {
        if (entry.path().filename().string().find(unfinished) != std::string::npos) {
            std::filesystem::remove(entry.path(), ignored);
        }
    }
}

}  // namespace minimasim::run
