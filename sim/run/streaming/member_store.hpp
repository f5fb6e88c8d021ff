#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "sim/base/scratch_file.hpp"
#include "sim/run/setting.hpp"

namespace minimasim::run {

// Where a part stands and how large it is.
struct StoredPart {
    std::uint64_t place = 0;
    std::size_t households = 0;
    std::size_t persons = 0;
    std::size_t near_the_line = 0;          // households that cash can lift out of poverty or keep from it
    std::vector<std::uint16_t> columns;     // of every law and field, which of the distinct columns it is
    std::vector<PackedColumn::Form> forms;  // of the distinct columns
};

// Parts of a member worked out under every law, on disk: what packages need of households that can matter,
// and nothing else of their population.
class MemberStore {
  public:
    // folder: of the scratch file. number: of the member. laws: how many columns a part has besides those of
    // the calibration date.
    MemberStore(std::filesystem::path const& folder, std::uint32_t number, std::size_t laws);

    // Writes the kept households of a part. Any number of threads may.
    StoredPart write(Member const& part, std::vector<std::uint8_t> const& is_kept) const;

    // Takes the parts that were written, in the order in which read counts them, and the deciles of all.
    void take(std::vector<StoredPart> parts, std::uint16_t first_decile,
              outcomes::DecileLimits const& deciles);

    std::size_t parts() const { return parts_.size(); }
    std::size_t households() const { return households_; }
    std::uint64_t bytes() const { return file_->size(); }

    // Gives one part back, of its facts those of single households; `member` keeps its memory from part to
    // part. Any number of threads may read.
    void read(std::size_t part, Member& member) const;

  private:
    std::unique_ptr<ScratchFile> file_;
    std::uint32_t number_;
    std::size_t laws_;
    std::vector<StoredPart> parts_;
    std::size_t households_ = 0;
    std::uint16_t first_decile_ = 0;  // its cell
    outcomes::DecileLimits deciles_{};
};

}  // namespace minimasim::run
