#include "sim/run/sweep/sobol.hpp"

#include <array>
#include <sstream>

#include "sim/base/draw.hpp"
#include "sim/base/error.hpp"
#include "sim/input/csv.hpp"

namespace minimasim::run {

namespace {

constexpr double two_to_32 = 4294967296.0;

}  // namespace

SobolSequence::SobolSequence(std::filesystem::path const& data_folder, std::size_t dimensions)
{
    auto const table = input::Csv::read(data_folder / "designs" / "sobol.csv",
                                        {"dimension", "degree", "polynomial", "initial_numbers"});
    if (dimensions > table.rows().size()) {
        throw InputError(table.file(), 0,
                         "has the numbers of " + std::to_string(table.rows().size()) +
                             " dimensions, not of " + std::to_string(dimensions) + "; let fewer terms vary");
    }
    for (std::size_t d = 0; d < dimensions; ++d) {
        auto const& row = table.rows()[d];
        auto const degree = static_cast<std::size_t>(table.number(row, "degree"));
        auto const polynomial = static_cast<std::uint32_t>(table.number(row, "polynomial"));
        std::array<std::uint32_t, word_bits> numbers{};  // odd, number k below 2^(k + 1)
        std::istringstream initial(table.cell(row, "initial_numbers"));
        for (std::size_t k = 0; k < degree; ++k) {
            if (degree >= word_bits || !(initial >> numbers[k]) || numbers[k] % 2 == 0 ||
                numbers[k] >> (k + 1) != 0) {
                throw InputError({table.problem(row, "is no row of direction numbers")});
            }
        }
        for (std::size_t k = degree; k < word_bits; ++k) {
            if (degree == 0) {
                numbers[k] = 1;  // the first dimension is van der Corput's sequence
                continue;
            }
            // The recurrence of the polynomial: its coefficients from the highest on choose the terms.
            numbers[k] = numbers[k - degree] ^ (numbers[k - degree] << degree);
            for (std::size_t i = 1; i < degree; ++i) {
                std::uint32_t const coefficient = (polynomial >> (degree - 1 - i)) & 1U;
                numbers[k] ^= coefficient * (numbers[k - i] << i);
            }
        }
        for (std::size_t k = 0; k < word_bits; ++k) {
            numbers[k] <<= word_bits - 1 - k;
        }
        directions_.push_back(numbers);
    }
}

std::uint32_t SobolSequence::bits(std::uint64_t index, std::size_t dimension) const
{
    std::uint64_t const gray = index ^ (index >> 1);
    std::uint32_t x = 0;
    for (std::size_t k = 0; k < word_bits; ++k) {
        x ^= ((gray >> k) & 1U) != 0 ? directions_[dimension][k] : 0U;
    }
    return x;
}

double SobolSequence::shifted(std::uint64_t index, std::size_t dimension, std::uint64_t seed) const
{
    double const u = uniform(seed, Stream::design, 0, static_cast<std::uint32_t>(dimension), 0, 0);
    auto const shift = static_cast<std::uint32_t>(u * two_to_32);
    return (static_cast<double>(bits(index, dimension) ^ shift) + 0.5) / two_to_32;
}

}  // namespace minimasim::run
