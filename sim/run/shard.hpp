#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/base/file_lock.hpp"
#include "sim/report/sweep_record.hpp"

namespace minimasim::run {

// A part of work that is cut: shard number of count, both from 1 on. Its pieces are points of a sweep, or
// replicates of a forecast.
struct Shard {
    std::size_t number = 1;
    std::size_t count = 1;

    // Its pieces: first and one past the last, from 0 on. Shards differ by at most one piece.
    std::size_t begin(std::size_t pieces) const
    {
        return pieces / count * (number - 1) + extra(pieces, number - 1);
    }
    std::size_t end(std::size_t pieces) const { return pieces / count * number + extra(pieces, number); }

  private:
    std::size_t extra(std::size_t pieces, std::size_t before) const
    {
        std::size_t const rest = pieces % count;
        return before < rest ? before : rest;
    }
};

// Reads "2/4"; InputError for anything but a shard from 1 to the count.
Shard read_shard(std::string const& text);

// As it is read: "2/4".
std::string text_of(Shard shard);

// Where a shard keeps what is finished, in the folder of its work: shards/2-of-4.
std::filesystem::path folder_of(std::filesystem::path const& work, Shard shard);

// Keeps other processes from the same shard of the same folder for as long as it lives. InputError when one
// is at work there. A file system without locks lets both work: they would write the same bytes.
class ShardLock {
  public:
    // work: "sweep" or "forecast", for the message.
    ShardLock(std::filesystem::path const& shard_folder, Shard shard, std::string const& work);

  private:
    FileLock lock_;
};

// Gives a folder the file that says what it is of, unless another process was first.
void put_record(std::filesystem::path const& file, std::string const& bytes);

// A number above nought that the record says under a name: "shards". InputError.
std::size_t count_in(report::SweepRecord const& record, char const* name, std::filesystem::path const& file);

// All bytes of a file; InputError when it cannot be read.
std::string bytes_of(std::filesystem::path const& file);

// What merging found.
struct MergeReport {
    std::size_t pieces = 0;
    std::size_t shards = 0;
    std::vector<std::string> strangers;  // parts of other work or damaged ones: file and reason
    std::vector<std::size_t> missing_shards;
    std::size_t missing_pieces = 0;
    std::vector<std::filesystem::path> written;  // empty when something is missing or strange

    bool is_complete() const { return strangers.empty() && missing_shards.empty(); }
};

// Numbers as Slurm takes them for an array: 1,4-6.
std::string array_expression(std::vector<std::size_t> const& numbers);

}  // namespace minimasim::run
