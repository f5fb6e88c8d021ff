#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/report/sweep_chunk.hpp"
#include "sim/report/sweep_record.hpp"
#include "sim/run/shard.hpp"

namespace minimasim::run {

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

}  // namespace minimasim::run
