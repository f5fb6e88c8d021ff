#include <gtest/gtest.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include "sim/report/household_json.hpp"

namespace minimasim::report {

namespace {

std::string written(double value)
{
    std::string out;
    append_json_number(out, value);
    return out;
}

// The shortest text that is read back as the same number.
std::string shortest(double value)
{
    std::array<char, 400> text{};
    auto const end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr;
    return {text.data(), end};
}

}  // namespace

TEST(AJsonNumber, HasAtMostSixDecimalsAndNoZerosBehind)
{
    EXPECT_EQ(written(0), "0");
    EXPECT_EQ(written(-0.0), "0");
    EXPECT_EQ(written(-0.0000001), "0");
    EXPECT_EQ(written(1612.5), "1612.5");
    EXPECT_EQ(written(-0.05), "-0.05");
    EXPECT_EQ(written(3.21640401), "3.216404");
    EXPECT_EQ(written(0.9999999), "1");
    EXPECT_EQ(written(1e12), "1000000000000");
    EXPECT_EQ(written(std::numeric_limits<double>::quiet_NaN()), "null");
    EXPECT_EQ(written(-std::numeric_limits<double>::infinity()), "null");
}

TEST(AJsonNumber, IsTheShortestTextOfItsDouble)
{
    std::uint64_t bits = 1;
    for (int i = 0; i < 100'000; ++i) {
        bits = bits * 6364136223846793005U + 1442695040888963407U;
        double const scale = std::pow(10.0, static_cast<int>(bits % 16));
        double const value = std::round(static_cast<double>(bits >> 11) / 9007199254740992.0 * scale) / 1e6;
        ASSERT_EQ(written(value), shortest(value));
        ASSERT_EQ(written(-value), value == 0 ? "0" : shortest(-value));
    }
}

}  // namespace minimasim::report
