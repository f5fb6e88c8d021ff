#include "sim/base/draw.hpp"

#include <gtest/gtest.h>
#include <Random123/philox.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace minimasim {

namespace {

using Words = std::array<std::uint32_t, 4>;

// Splitmix64 (Steele, Lea and Flood, OOPSLA 2014): inputs that owe nothing to the generator under test.
std::uint64_t next_input(std::uint64_t& state)
{
    state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

// The standard normal quantile by bisection of the distribution function, as plain as it can be.
double quantile_by_bisection(double p)
{
    double low = -40;
    double high = 40;
    for (int step = 0; step < 200; ++step) {
        double const middle = 0.5 * (low + high);
        bool const is_below = p < 0.5 ? 0.5 * std::erfc(-middle / std::sqrt(2.0)) < p
                                      : 0.5 * std::erfc(middle / std::sqrt(2.0)) > 1 - p;
        (is_below ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

}  // namespace

// The vectors published with the generator (Random123, kat_vectors, philox4x32 10).
TEST(Philox, GivesThePublishedAnswers)
{
    auto const of_zeros = philox_4x32_10({0, 0, 0, 0}, {0, 0});
    auto const of_ones =
        philox_4x32_10({0xffffffffU, 0xffffffffU, 0xffffffffU, 0xffffffffU}, {0xffffffffU, 0xffffffffU});
    auto const of_pi =
        philox_4x32_10({0x243f6a88U, 0x85a308d3U, 0x13198a2eU, 0x03707344U}, {0xa4093822U, 0x299f31d0U});

    EXPECT_EQ(of_zeros, (Words{0x6627e8d5U, 0xe169c58dU, 0xbc57ac4cU, 0x9b00dbd8U}));
    EXPECT_EQ(of_ones, (Words{0x408f276dU, 0x41c83b0eU, 0xa20bc7c6U, 0x6d5451fdU}));
    EXPECT_EQ(of_pi, (Words{0xd16cfe09U, 0x94fdccebU, 0x5001e420U, 0x24126ea1U}));
}

TEST(Philox, AgreesWithRandom123OnTenThousandInputs)
{
    std::uint64_t state = 20250701;
    r123::Philox4x32 reference;
    for (int i = 0; i < 10'000; ++i) {
        std::uint64_t const a = next_input(state);
        std::uint64_t const b = next_input(state);
        std::uint64_t const c = next_input(state);
        Words const counter{static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(a >> 32),
                            static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(b >> 32)};
        std::array<std::uint32_t, 2> const key{static_cast<std::uint32_t>(c),
                                               static_cast<std::uint32_t>(c >> 32)};

        auto const ours = philox_4x32_10(counter, key);

        auto const theirs =
            reference(r123::Philox4x32::ctr_type{{counter[0], counter[1], counter[2], counter[3]}},
                      r123::Philox4x32::key_type{{key[0], key[1]}});
        ASSERT_TRUE(std::equal(ours.begin(), ours.end(), theirs.begin())) << "input " << i;
    }
}

TEST(Uniform, LiesStrictlyBetweenZeroAndOneWithTheMeanAndVarianceOfOne)
{
    double sum = 0;
    double squares = 0;
    constexpr int count = 1'000'000;
    for (std::uint32_t household = 0; household < count; ++household) {
        double const u = uniform(7, Stream::take_up, 3, household, 0, 11);

        ASSERT_GT(u, 0.0);
        ASSERT_LT(u, 1.0);
        sum += u;
        squares += u * u;
    }
    double const mean = sum / count;
    EXPECT_NEAR(mean, 0.5, 5 * std::sqrt(1.0 / 12 / count));
    EXPECT_NEAR(squares / count - mean * mean, 1.0 / 12, 5e-4);
}

TEST(Uniform, IsTheSameNumberForTheSameAddress)
{
    double const first = uniform(1, Stream::need, 4, 31'999, 6, 99);

    EXPECT_EQ(uniform(1, Stream::need, 4, 31'999, 6, 99), first);
}

TEST(Uniform, IsAnotherNumberWhenAnyPartOfTheAddressDiffers)
{
    double const u = uniform(1, Stream::need, 4, 31'999, 6, 99);

    EXPECT_NE(uniform(2, Stream::need, 4, 31'999, 6, 99), u);
    EXPECT_NE(uniform(1ULL << 32 | 1, Stream::need, 4, 31'999, 6, 99), u);
    EXPECT_NE(uniform(1, Stream::take_up, 4, 31'999, 6, 99), u);
    EXPECT_NE(uniform(1, Stream::need, 5, 31'999, 6, 99), u);
    EXPECT_NE(uniform(1, Stream::need, 4, 31'998, 6, 99), u);
    EXPECT_NE(uniform(1, Stream::need, 4, 31'999, 7, 99), u);
    EXPECT_NE(uniform(1, Stream::need, 4, 31'999, 6, 98), u);
}

TEST(Uniform, DoesNotCollideOverAMillionAddresses)
{
    std::vector<double> drawn;
    for (std::uint32_t member = 0; member < 4; ++member) {
        for (std::uint32_t household = 0; household < 25'000; ++household) {
            for (std::uint32_t replicate = 0; replicate < 5; ++replicate) {
                drawn.push_back(uniform(1, Stream::take_up, member, household, 0, replicate));
                drawn.push_back(uniform(1, Stream::need, member, household, 0, replicate));
            }
        }
    }

    std::sort(drawn.begin(), drawn.end());

    ASSERT_EQ(drawn.size(), 1'000'000U);
    EXPECT_EQ(std::adjacent_find(drawn.begin(), drawn.end()), drawn.end());
}

TEST(Streams, HaveTheNumbersThatStoredResultsRestOn)
{
    EXPECT_EQ(static_cast<int>(Stream::archetype), 1);
    EXPECT_EQ(static_cast<int>(Stream::rounding), 2);
    EXPECT_EQ(static_cast<int>(Stream::amounts), 3);
    EXPECT_EQ(static_cast<int>(Stream::assumption), 4);
    EXPECT_EQ(static_cast<int>(Stream::profile), 5);
    EXPECT_EQ(static_cast<int>(Stream::statutory_claim), 6);
    EXPECT_EQ(static_cast<int>(Stream::need), 7);
    EXPECT_EQ(static_cast<int>(Stream::take_up), 8);
    EXPECT_EQ(static_cast<int>(Stream::term), 9);
    EXPECT_EQ(static_cast<int>(Stream::improvement), 10);
}

TEST(NormalQuantile, AgreesWithBisectionOfTheDistributionFunction)
{
    for (int i = 1; i < 2000; ++i) {
        double const p = i / 2000.0;

        ASSERT_NEAR(normal_quantile(p), quantile_by_bisection(p), 1e-14 * (1 + std::fabs(normal_quantile(p))))
            << "p = " << p;
    }
    for (double p = 1e-3; p > 1e-300; p /= 7) {
        ASSERT_NEAR(normal_quantile(p), quantile_by_bisection(p), 2e-14 * std::fabs(normal_quantile(p)))
            << "p = " << p;
    }
}

TEST(NormalQuantile, IsOddAroundOneHalfAndTheInverseOfTheProbability)
{
    EXPECT_EQ(normal_quantile(0.5), 0);
    for (int i = 1; i < 1024; ++i) {
        double const p = i / 1024.0;  // exact, and so is 1 - p

        ASSERT_EQ(normal_quantile(p), -normal_quantile(1 - p)) << "p = " << p;
        ASSERT_NEAR(normal_probability(normal_quantile(p)), p, 1e-15) << "p = " << p;
    }
}

TEST(NormalProbability, HasThePublishedValues)
{
    EXPECT_EQ(normal_probability(0), 0.5);
    EXPECT_NEAR(normal_probability(1.959963984540054), 0.975, 1e-15);
    EXPECT_NEAR(normal_probability(-1.644853626951472), 0.05, 1e-15);
}

TEST(Uniforms, AreThoseOfEachHouseholdByItselfWhateverTheirNumber)
{
    std::uint64_t state = 20;
    for (std::size_t const count : {0U, 1U, 7U, 8U, 16U, 17U, 1000U}) {
        auto const word = [&] { return static_cast<std::uint32_t>(next_input(state)); };
        DrawOfHouseholds const address{next_input(state), Stream::take_up, word() >> 8, word(), word()};
        std::vector<std::uint32_t> households(count);
        for (auto& household : households) {
            household = word();
        }
        std::vector<double> of_list(count);
        std::vector<double> of_first(count);

        uniforms(address, households.data(), count, of_list.data());
        uniforms(address, count, of_first.data());

        for (std::size_t i = 0; i < count; ++i) {
            auto const alone = [&](std::uint32_t household) {
                return uniform(address.seed, address.stream, address.member, household, address.draw,
                               address.replicate);
            };
            ASSERT_EQ(of_list[i], alone(households[i])) << i;
            ASSERT_EQ(of_first[i], alone(static_cast<std::uint32_t>(i))) << i;
        }
    }
}

}  // namespace minimasim
