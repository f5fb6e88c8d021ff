#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/base/file_lock.hpp"
#include "sim/report/sweep_chunk.hpp"
#include "sim/report/sweep_record.hpp"

namespace minimasim::run {

// A part of a sweep: shard number of count, both from 1 on.
struct Shard {
    std::size_t number = 1;
    std::size_t count = 1;

    // Its points: first and one past the last, from 0 on. Shards differ by at most one point.
    std::size_t begin(std::size_t points) const
    {
        return points / count * (number - 1) + extra(points, number - 1);
    }
    std::size_t end(std::size_t points) const { return points / count * number + extra(points, number); }

  private:
    std::size_t extra(std::size_t points, std::size_t before) const
    {
        std::size_t const rest = points % count;
        return before < rest ? before : rest;
    }
};

// Reads "2/4"; InputError for anything but a shard from 1 to the count.
Shard read_shard(std::string const& text);

// Some finished points in a folder: a file, its first point and one past its last.
struct ChunkFile {
    std::filesystem::path file;
    std::size_t begin = 0;
    std::size_t end = 0;
};

// The folder of a sweep: sweep.json says which, shards/2-of-4/ holds what shard 2 has finished.
class SweepFolder {
  public:
    // Opens a folder, or makes it one of this sweep. InputError when it belongs to another sweep, with what
    // differs.
    SweepFolder(std::filesystem::path folder, report::SweepRecord const& record);

    // Opens a folder of whatever sweep it says it is of.
    explicit SweepFolder(std::filesystem::path folder);

    report::SweepRecord const& record() const { return record_; }
    std::filesystem::path const& path() const { return folder_; }
    std::size_t points() const { return points_; }
    std::size_t shards() const { return shards_; }

    // Where a shard keeps what is finished.
    std::filesystem::path folder_of(Shard shard) const;

    // The finished parts of a shard, in order of their points, by their names alone.
    std::vector<ChunkFile> chunks_of(Shard shard) const;

    // The name of a part of a shard.
    std::filesystem::path file_of(Shard shard, std::size_t begin, std::size_t end) const;

    // Reads a part and checks that it is whole, of this sweep, and holds the points of its name. InputError.
    report::SweepChunk read(ChunkFile const& chunk) const;

  private:
    void use(report::SweepRecord record);

    std::filesystem::path folder_;
    report::SweepRecord record_;
    std::size_t points_ = 0;
    std::size_t shards_ = 0;
};

// Keeps other processes from the same shard of the same folder for as long as it lives. InputError when one
// is at work there. A file system without locks lets both work: they would write the same bytes.
class ShardLock {
  public:
    ShardLock(SweepFolder const& folder, Shard shard);

  private:
    FileLock lock_;
};

}  // namespace minimasim::run
