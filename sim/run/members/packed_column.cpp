#include "sim/run/members/packed_column.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

#include "sim/base/loop_rows.hpp"

namespace minimasim::run {

namespace {

// Without sign and modulo 2^32, in which no difference is too large.
std::uint32_t above(std::int32_t lowest, std::int32_t value)
{
    return static_cast<std::uint32_t>(value) - static_cast<std::uint32_t>(lowest);
}

struct Spread {
    std::int32_t lowest = 0;
    std::int32_t highest = 0;
};

Spread spread_of(std::vector<std::int32_t> const& values)
{
    Spread spread{values[0], values[0]};
    for (std::int32_t const value : values) {
        spread.lowest = std::min(spread.lowest, value);
        spread.highest = std::max(spread.highest, value);
    }
    return spread;
}

template <class Stored>
void pack(std::vector<std::int32_t> const& values, std::int32_t lowest, std::uint8_t* bytes)
{
    for (std::size_t row = 0; row < values.size(); ++row) {
        auto const stored = static_cast<Stored>(above(lowest, values[row]));
        std::memcpy(bytes + row * sizeof stored, &stored, sizeof stored);
    }
}

template <class Stored>
[[gnu::always_inline]] inline std::int32_t number_at(std::uint8_t const* bytes, std::size_t row,
                                                     std::uint32_t lowest)
{
    Stored stored;
    std::memcpy(&stored, bytes + row * sizeof stored, sizeof stored);
    return static_cast<std::int32_t>(lowest + stored);
}

template <class Stored>
[[gnu::always_inline]] inline void unpack_here(std::size_t count, std::uint8_t const* __restrict bytes,
                                               std::uint32_t lowest, std::int32_t* __restrict out)
{
    for (std::size_t row = 0; row < count; ++row) {
        out[row] = number_at<Stored>(bytes, row, lowest);
    }
}

template <class Stored>
[[gnu::always_inline]] inline void gather_here(std::size_t count, std::uint32_t const* __restrict rows,
                                               std::uint8_t const* __restrict bytes, std::uint32_t lowest,
                                               std::int32_t* __restrict out)
{
    for (std::size_t i = 0; i < count; ++i) {
        out[i] = number_at<Stored>(bytes, rows[i], lowest);
    }
}

}  // namespace

PackedColumn::PackedColumn(std::vector<std::int32_t> const& values) : rows_(values.size())
{
    if (values.empty()) {
        return;
    }
    auto const [lowest, highest] = spread_of(values);
    form_.lowest = lowest;
    std::uint32_t const spread = above(lowest, highest);
    form_.width = spread == 0                                           ? 0
                  : spread <= std::numeric_limits<std::uint8_t>::max()  ? 1
                  : spread <= std::numeric_limits<std::uint16_t>::max() ? 2
                                                                        : 4;
    bytes_.resize(form_.width * rows_);
    switch (form_.width) {
        case 1:
            pack<std::uint8_t>(values, lowest, bytes_.data());
            break;
        case 2:
            pack<std::uint16_t>(values, lowest, bytes_.data());
            break;
        case 4:
            pack<std::uint32_t>(values, lowest, bytes_.data());
            break;
        default:
            break;
    }
}

PackedColumn::PackedColumn(Form form, std::size_t rows, std::vector<std::uint8_t> bytes)
    : form_(form), rows_(rows), bytes_(std::move(bytes))
{
}

std::int32_t PackedColumn::operator[](std::size_t row) const
{
    auto const lowest = static_cast<std::uint32_t>(form_.lowest);
    switch (form_.width) {
        case 1:
            return number_at<std::uint8_t>(bytes_.data(), row, lowest);
        case 2:
            return number_at<std::uint16_t>(bytes_.data(), row, lowest);
        case 4:
            return number_at<std::uint32_t>(bytes_.data(), row, lowest);
        default:
            return form_.lowest;
    }
}

void PackedColumn::unpack(std::size_t begin, std::size_t count, std::int32_t* out) const
{
    auto const lowest = static_cast<std::uint32_t>(form_.lowest);
    auto const* const bytes = bytes_.data() + begin * form_.width;
    switch (form_.width) {
        case 1:
            return run_with_best_instructions<unpack_here<std::uint8_t>>(count, bytes, lowest, out);
        case 2:
            return run_with_best_instructions<unpack_here<std::uint16_t>>(count, bytes, lowest, out);
        case 4:
            return run_with_best_instructions<unpack_here<std::uint32_t>>(count, bytes, lowest, out);
        default:
            std::fill_n(out, count, form_.lowest);
    }
}

void PackedColumn::gather(std::uint32_t const* rows, std::size_t count, std::int32_t* out) const
{
    auto const lowest = static_cast<std::uint32_t>(form_.lowest);
    auto const* const bytes = bytes_.data();
    switch (form_.width) {
        case 1:
            return run_with_best_instructions<gather_here<std::uint8_t>>(count, rows, bytes, lowest, out);
        case 2:
            return run_with_best_instructions<gather_here<std::uint16_t>>(count, rows, bytes, lowest, out);
        case 4:
            return run_with_best_instructions<gather_here<std::uint32_t>>(count, rows, bytes, lowest, out);
        default:
            std::fill_n(out, count, form_.lowest);
    }
}

}  // namespace minimasim::run
