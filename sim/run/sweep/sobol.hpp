#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace minimasim::run {

// Points spread evenly over a cube: Sobol's sequence in the order of Antonov and Saleev, with the direction
// numbers of Joe and Kuo (SIAM J. Sci. Comput. 30, 2008) from data/designs/sobol.csv. Any point of it at
// once.
class SobolSequence {
  public:
    // Reads the numbers of this many dimensions; InputError when the file has fewer or is faulty.
    SobolSequence(std::filesystem::path const& data_folder, std::size_t dimensions);

    // Coordinate of a point as a fraction of 2^32. index < 2^32.
    std::uint32_t bits(std::uint64_t index, std::size_t dimension) const;

    // The same shifted digitally by a number that belongs to the seed and the dimension, so that no point
    // lies on an edge of the cube; in the open interval (0, 1).
    double shifted(std::uint64_t index, std::size_t dimension, std::uint64_t seed) const;

  private:
    static constexpr std::size_t word_bits = 32;
    std::vector<std::array<std::uint32_t, word_bits>> directions_;  // per dimension, the first for bit 0
};

}  // namespace minimasim::run
