#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace minimasim {

// What a draw is for. Numbered once; a stream keeps its number, because stored results depend on it.
enum class Stream : std::uint32_t {
    archetype = 1,        // composition of the catalogue
    rounding = 2,         // start of systematic rounding and the order of repairs
    amounts = 3,          // quantile of an amount of a household
    assumption = 4,       // value of an estimated parameter within its interval, per member
    profile = 5,          // resident profile of an adult
    statutory_claim = 6,  // who claims a national allowance
    need = 7,             // who has a need that a need-driven scheme answers
    take_up = 8,          // who claims a municipal scheme
    term = 9,             // value of a municipal term within its interval, per replicate
    improvement = 10,     // who has prospect of a better income
    interaction = 11,     // log odds of a cell that no margin shows, per member and place
    published = 12,       // where inside its publication interval a figure lies, per member
    design = 16,          // shift of a dimension of a design of points
    resample = 20,        // rows of a bootstrap, and paths through the uncertain inputs
    debt_start = 21,      // who is behind with payments, or already helped, when a forecast begins
    debt_step = 22,       // what a month does to the payments and debts of a household
    life_event = 23,      // whether, and in which month of the year, a household loses income or a partner
    early_signal = 24,    // over whom a sender reports arrears in a month
    contact = 25,         // who answers a letter, a call or a visit
    debt_help = 26,       // who asks for help, stays in it and keeps free of debts after it
    forecast_term = 27,   // value of an assumption of the forecast within its interval, per replicate
    people_step = 40,     // what a year does to a person or a household of the forecast
    people_moves = 41,    // who moves in, and what a new household is composed like
    people_income = 42,   // where a source of income goes, and the amount that comes with it
};

// Philox 4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011).
constexpr std::array<std::uint32_t, 4> philox_4x32_10(std::array<std::uint32_t, 4> counter,
                                                      std::array<std::uint32_t, 2> key)
{
    for (int round = 0; round < 10; ++round) {
        std::uint64_t const product0 = 0xD2511F53ULL * counter[0];
        std::uint64_t const product1 = 0xCD9E8D57ULL * counter[2];
        counter = {static_cast<std::uint32_t>(product1 >> 32) ^ counter[1] ^ key[0],
                   static_cast<std::uint32_t>(product1),
                   static_cast<std::uint32_t>(product0 >> 32) ^ counter[3] ^ key[1],
                   static_cast<std::uint32_t>(product0)};
        key = {key[0] + 0x9E3779B9U, key[1] + 0xBB67AE85U};
    }
    return counter;
}

// A uniform number in the open interval (0, 1) that belongs to this address and to no other. The same
// household, purpose and draw give the same number in every package, on any number of threads. member < 2^24.
constexpr double uniform(std::uint64_t seed, Stream stream, std::uint32_t member, std::uint32_t household_id,
                         std::uint32_t draw, std::uint32_t replicate)
{
    auto const words =
        philox_4x32_10({household_id, draw, replicate, (member << 8) | static_cast<std::uint32_t>(stream)},
                       {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)});
    std::uint64_t const bits = (static_cast<std::uint64_t>(words[0] >> 5) << 26) | (words[1] >> 6);
    return (static_cast<double>(bits) + 0.5) * 0x1.0p-53;
}

// The address of one draw of many households.
struct DrawOfHouseholds {
    std::uint64_t seed = 0;
    Stream stream = Stream::need;
    std::uint32_t member = 0;
    std::uint32_t draw = 0;
    std::uint32_t replicate = 0;
};

// uniform() of the households 0 .. count-1, many at a time and with the same bits.
void uniforms(DrawOfHouseholds const& address, std::size_t count, double* out);

// uniform() of the households of a list.
void uniforms(DrawOfHouseholds const& address, std::uint32_t const* households, std::size_t count,
              double* out);

// Standard normal quantile, |error| < 1e-15 (Wichura, Applied Statistics 37, 1988, algorithm AS 241). 0 < p
// < 1.
double normal_quantile(double p);

// Standard normal distribution function.
double normal_probability(double x);

}  // namespace minimasim
