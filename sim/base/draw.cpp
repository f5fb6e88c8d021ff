#include "sim/base/draw.hpp"

#include <cmath>
#include <utility>

#include "sim/base/loop_rows.hpp"

namespace minimasim {

namespace {

double ratio(double r, double const (&a)[8], double const (&b)[8])
{
    double above = a[7];
    double below = b[7];
    for (int i = 6; i >= 0; --i) {
        above = above * r + a[i];
        below = below * r + b[i];
    }
    return above / below;
}

constexpr double centre_above[8] = {
    3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3, 1.3731693765509461125e+4,
    4.5921953931549871457e+4, 6.7265770927008700853e+4, 3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr double centre_below[8] = {1.0,
                                    4.2313330701600911252e+1,
                                    6.8718700749205790830e+2,
                                    5.3941960214247511077e+3,
                                    2.1213794301586595867e+4,
                                    3.9307895800092710610e+4,
                                    2.8729085735721942674e+4,
                                    5.2264952788528545610e+3};
constexpr double tail_above[8] = {1.42343711074968357734e0,  4.63033784615654529590e0,
                                  5.76949722146069140550e0,  3.64784832476320460504e0,
                                  1.27045825245236838258e0,  2.41780725177450611770e-1,
                                  2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr double tail_below[8] = {1.0,
                                  2.05319162663775882187e0,
                                  1.67638483018380384940e0,
                                  6.89767334985100004550e-1,
                                  1.48103976427480074590e-1,
                                  1.51986665636164571966e-2,
                                  5.47593808499534494600e-4,
                                  1.05075007164441684324e-9};
constexpr double far_above[8] = {6.65790464350110377720e0,  5.46378491116411436990e0,
                                 1.78482653991729133580e0,  2.96560571828504891230e-1,
                                 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                 2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr double far_below[8] = {1.0,
                                 5.99832206555887937690e-1,
                                 1.36929880922735805310e-1,
                                 1.48753612908506148525e-2,
                                 7.86869131145613259100e-4,
                                 1.84631831751005468180e-5,
                                 1.42151175831644588870e-7,
                                 2.04426310338993978564e-15};

// What philox_4x32_10 does in a round, with words of 32 bits kept in lanes of type Word.
template <class Word>
[[gnu::always_inline]] inline void philox_round(Word (&counter)[4], std::uint32_t key0, std::uint32_t key1)
{
    std::uint64_t const product0 = 0xD2511F53ULL * static_cast<std::uint32_t>(counter[0]);
    std::uint64_t const product1 = 0xCD9E8D57ULL * static_cast<std::uint32_t>(counter[2]);
    counter[0] = static_cast<Word>(product1 >> 32) ^ counter[1] ^ key0;
    counter[1] = static_cast<std::uint32_t>(product1);
    counter[2] = static_cast<Word>(product0 >> 32) ^ counter[3] ^ key1;
    counter[3] = static_cast<std::uint32_t>(product0);
}

template <class Word, std::uint32_t... round>
[[gnu::always_inline]] inline double uniform_of_words(DrawOfHouseholds const& address,
                                                      std::uint32_t household,
                                                      std::integer_sequence<std::uint32_t, round...>)
{
    Word counter[4] = {household, address.draw, address.replicate,
                       (address.member << 8) | static_cast<std::uint32_t>(address.stream)};
    auto const key0 = static_cast<std::uint32_t>(address.seed);
    auto const key1 = static_cast<std::uint32_t>(address.seed >> 32);
    (philox_round(counter, key0 + round * 0x9E3779B9U, key1 + round * 0xBB67AE85U), ...);
    // In parts that a lane converts at once; their sum is a whole number below 2^53, and exact.
    double const high = static_cast<double>(static_cast<std::int32_t>(counter[0] >> 5));
    double const low = static_cast<double>(static_cast<std::int32_t>(counter[1] >> 6));
    return (high * 0x1.0p26 + low + 0.5) * 0x1.0p-53;
}

// Lanes of 64 bits are twice as fast where the machine multiplies them, and slower where it does not.
template <class HouseholdAt>
[[gnu::always_inline]] inline void uniforms_at(DrawOfHouseholds const& address, std::size_t count,
                                               HouseholdAt const& household_at, double* out)
{
    constexpr auto rounds = std::make_integer_sequence<std::uint32_t, 10>{};
    auto const of_all = address;
#if defined(__x86_64__)
    if (instruction_set() == InstructionSet::v4) {
        return for_each_row(
            count, [=](std::size_t i) __attribute__((always_inline)) {
                out[i] = uniform_of_words<std::uint64_t>(of_all, household_at(i), rounds);
            });
    }
#endif
    for_each_row(
        count, [=](std::size_t i) __attribute__((always_inline)) {
            out[i] = uniform_of_words<std::uint32_t>(of_all, household_at(i), rounds);
        });
}

}  // namespace

void uniforms(DrawOfHouseholds const& address, std::size_t count, double* out)
{
    uniforms_at(
        address, count,
        [](std::size_t i) __attribute__((always_inline)) { return static_cast<std::uint32_t>(i); }, out);
}

void uniforms(DrawOfHouseholds const& address, std::uint32_t const* households, std::size_t count,
              double* out)
{
    uniforms_at(
        address, count, [=](std::size_t i) __attribute__((always_inline)) { return households[i]; }, out);
}

double normal_quantile(double p)
{
    double const q = p - 0.5;
    if (std::fabs(q) <= 0.425) {
        return q * ratio(0.180625 - q * q, centre_above, centre_below);
    }
    double r = std::sqrt(-std::log(q < 0 ? p : 1.0 - p));
    double const value =
        r <= 5.0 ? ratio(r - 1.6, tail_above, tail_below) : ratio(r - 5.0, far_above, far_below);
    return q < 0 ? -value : value;
}

double normal_probability(double x)
{
    return 0.5 * std::erfc(-x * 0.70710678118654752440);
}

}  // namespace minimasim
