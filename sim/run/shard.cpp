#include "sim/run/shard.hpp"

#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <fstream>
#include <optional>
#include <sstream>

#include "sim/base/atomic_file.hpp"
#include "sim/base/error.hpp"

namespace minimasim::run {

namespace {

constexpr std::size_t most_shards = 100'000;
constexpr char const* unfinished = ".tmp-";  // in the name of a file in the making

std::optional<std::size_t> whole_number(std::string_view text)
{
    std::size_t number = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::filesystem::path lock_file_of(std::filesystem::path const& shard_folder)
{
    create_folder(shard_folder);
    return shard_folder / "lock";
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
                         text + " cuts the work in more than " + std::to_string(most_shards) +
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

std::string text_of(Shard shard)
{
    return std::to_string(shard.number) + "/" + std::to_string(shard.count);
}

std::filesystem::path folder_of(std::filesystem::path const& work, Shard shard)
{
    return work / "shards" / (std::to_string(shard.number) + "-of-" + std::to_string(shard.count));
}

ShardLock::ShardLock(std::filesystem::path const& shard_folder, Shard shard, std::string const& work)
    : lock_(lock_file_of(shard_folder))
{
    if (!lock_.is_held()) {
        throw InputError(shard_folder.string(), 0,
                         "another process is at work on shard " + text_of(shard) + " of this " + work +
                             "; wait for it, or give another folder with -o");
    }
    // What a killed process left half made.
    std::error_code ignored;
    for (auto const& entry : std::filesystem::directory_iterator(shard_folder, ignored)) {
        if (entry.path().filename().string().find(unfinished) != std::string::npos) {
            std::filesystem::remove(entry.path(), ignored);
        }
    }
}

void put_record(std::filesystem::path const& file, std::string const& bytes)
{
    auto const own =
        file.parent_path() / ("." + file.filename().string() + unfinished + std::to_string(::getpid()));
    write_file(own, bytes);
    // A link fails where a file of the name stands: the first process stays the first.
    int const linked = ::link(own.c_str(), file.c_str());
    int const cause = errno;
    ::unlink(own.c_str());
    if (linked != 0 && cause != EEXIST) {
        write_file(file, bytes);  // a file system without links
    }
}

std::size_t count_in(report::SweepRecord const& record, char const* name, std::filesystem::path const& file)
{
    auto const number = whole_number(report::value_of(record.identity, name));
    if (!number || *number == 0) {
        throw InputError(file.string(), 0, std::string("is damaged: it does not say how many ") + name);
    }
    return *number;
}

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

std::string array_expression(std::vector<std::size_t> const& numbers)
{
    std::string text;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) {
            ++last;
        }
        text += (text.empty() ? "" : ",") + std::to_string(numbers[i]);
        text += last == i ? "" : "-" + std::to_string(numbers[last]);
        i = last + 1;
    }
    return text;
}

}  // namespace minimasim::run
