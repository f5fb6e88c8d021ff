#include "sim/run/members/packed_column.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace minimasim::run::test {
namespace {

constexpr std::int32_t smallest = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t largest = std::numeric_limits<std::int32_t>::max();

void expect_gives_back(std::vector<std::int32_t> const& values, std::uint32_t width)
{
    PackedColumn const column(values);
    PackedColumn const stored(column.form(), column.size(), column.bytes());
    std::vector<std::int32_t> unpacked(values.size() - 1);
    column.unpack(1, unpacked.size(), unpacked.data());
    std::vector<std::uint32_t> const rows{2, 0, 2};
    std::vector<std::int32_t> gathered(rows.size());
    column.gather(rows.data(), rows.size(), gathered.data());

    EXPECT_EQ(column.form().width, width);
    EXPECT_EQ(column.bytes().size(), width * values.size());
    EXPECT_EQ(stored, column);
    EXPECT_EQ(unpacked, std::vector<std::int32_t>(values.begin() + 1, values.end()));
    EXPECT_EQ(gathered, (std::vector<std::int32_t>{values[2], values[0], values[2]}));
    for (std::size_t i = 0; i < values.size(); ++i) {
        EXPECT_EQ(column[i], values[i]);
    }
}

}  // namespace

TEST(PackedColumn, TakesAsManyBytesAsTheSpreadAsksFor)
{
    expect_gives_back({7, 7, 7, 7}, 0);
    expect_gives_back({-200, 55, 0, -1}, 1);
    expect_gives_back({-200, 56, 0, -1}, 2);
    expect_gives_back({100'000, 165'535, 120'000}, 2);
    expect_gives_back({100'000, 165'536, 120'000}, 4);
}

TEST(PackedColumn, HoldsTheWidestSpreadThereIs)
{
    expect_gives_back({smallest, largest, 0, -1}, 4);
}

TEST(PackedColumn, OfNobodyIsEmpty)
{
    EXPECT_EQ(PackedColumn(std::vector<std::int32_t>{}).size(), 0U);
}

}  // namespace minimasim::run::test
