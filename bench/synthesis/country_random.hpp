#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace minimasim::synthesis {

// xoshiro256** of Blackman and Vigna (2018), its state filled by splitmix64. The test country is drawn with
// it, so its numbers stay as they are; the program itself draws by address (sim/base/draw.hpp).
class CountryRandom {
  public:
    explicit CountryRandom(std::uint64_t seed)
    {
        for (auto& word : state_) {
            seed += 0x9e3779b97f4a7c15ULL;
            std::uint64_t z = seed;
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
            z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
            word = z ^ (z >> 31);
        }
    }

    // Evenly in [0, 1).
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

    // Standard normal (Box and Muller), one value a call.
    double normal()
    {
        double const a = uniform();
        double const b = uniform();
        return std::sqrt(-2 * std::log(1 - a)) * std::cos(2 * std::numbers::pi * b);
    }

  private:
    static std::uint64_t rotate_left(std::uint64_t x, int bits) { return (x << bits) | (x >> (64 - bits)); }

    std::uint64_t next()
    {
        std::uint64_t const result = rotate_left(state_[1] * 5, 7) * 9;
        std::uint64_t const t = state_[1] << 17;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= t;
        state_[3] = rotate_left(state_[3], 45);
        return result;
    }

    std::uint64_t state_[4];
};

}  // namespace minimasim::synthesis
