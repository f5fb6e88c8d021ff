#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "sim/base/draw.hpp"

namespace minimasim::forecast {

// What a draw of a year is for. Numbered once, as streams are.
enum class YearDraw : std::uint32_t {
    death = 0,          // of a person
    home_or_birth = 1,  // of a person: leaves home, or gives birth
    household = 2,      // of a household: moves out, parts, or looks for a partner
    leaves_town = 3,    // of who leaves home
    birth_kind = 4,     // sex of the child, and of a twin
    birth_twin = 5,
    children = 6,      // with whom children stay
    couple_order = 7,  // who finds a partner, and of which age
    couple_age = 8,
    dwelling = 9,       // of a new household
    mover = 10,         // which household those who move in are composed like
    mover_income = 11,  // whose income they have
    source = 12,        // of a person: what happens to the source of income
    source_next = 13,   // where it goes
    amount = 14,
    education = 15,
    profile = 16,
    jump = 17,  // of a household: income that rises or falls
    jump_donor = 18,
    assistance = 19,  // of a household: enters social assistance
    improvement = 20,
    start_low = 21,  // whether it had low income, or assistance, before the base year
    start_assistance = 22,
    assistance_savings = 23  // of a household that enters assistance
};
inline constexpr std::uint32_t year_draw_kinds = 64;

// A number of 64 bits as the address of a draw; numbers of the base year are their own address. That two
// others share one is a chance of one in a hundred thousand, and would only make their draws alike.
constexpr std::uint32_t draw_number(std::uint64_t number)
{
    return static_cast<std::uint32_t>(number) ^ (static_cast<std::uint32_t>(number >> 32) * 0x9E3779B1U);
}

// What a new household or person is, for its number.
enum class NewNumber : std::uint64_t { left_home = 1, separation = 2, moved_in = 3, born = 4, mover = 5 };

// The number of what comes from `origin` (a person, or a place in the queue of those who move in) in a year:
// the finaliser of Stafford's mix 13, a bijection, so that different origins do not meet.
constexpr std::uint64_t new_number(std::uint64_t origin, int year, NewNumber what, std::uint64_t which = 0)
{
    std::uint64_t x = origin + 0x9E3779B97F4A7C15ULL * (static_cast<std::uint64_t>(year) * 256 +
                                                        static_cast<std::uint64_t>(what) * 16 + which + 1);
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return (x ^ (x >> 31)) | 0x8000'0000'0000'0000ULL;
}

// The draws of a year: the same for a household or person whatever the order and the threads.
struct YearDraws {
    std::uint64_t seed = 1;
    std::uint32_t member = 0;
    std::uint32_t replicate = 0;
    std::uint32_t year = 0;  // since the first of the forecast

    double operator()(Stream stream, std::uint64_t number, YearDraw kind) const
    {
        return uniform(seed, stream, member, draw_number(number),
                       year * year_draw_kinds + static_cast<std::uint32_t>(kind), replicate);
    }
    double step(std::uint64_t number, YearDraw kind) const
    {
        return (*this)(Stream::people_step, number, kind);
    }
    double move(std::uint64_t number, YearDraw kind) const
    {
        return (*this)(Stream::people_moves, number, kind);
    }
    double income(std::uint64_t number, YearDraw kind) const
    {
        return (*this)(Stream::people_income, number, kind);
    }

    // One draw of each of them, many at a time.
    void of_all(Stream stream, std::vector<std::uint32_t> const& addresses, YearDraw kind,
                std::vector<double>& into) const
    {
        into.resize(addresses.size());
        uniforms({seed, stream, member, year * year_draw_kinds + static_cast<std::uint32_t>(kind), replicate},
                 addresses.data(), addresses.size(), into.data());
    }
};

// The draws of everybody who is there when a year begins, by place.
struct DrawsOfAll {
    std::vector<double> death;
    std::vector<double> home_or_birth;
    std::vector<double> source;
    std::vector<double> household;  // from here on of households
    std::vector<double> jump;
    std::vector<double> assistance;
    void draw(std::vector<std::uint64_t> const& persons, std::vector<std::uint64_t> const& households,
              YearDraws const& draws)
    {
        address(persons);
        draws.of_all(Stream::people_step, addresses, YearDraw::death, death);
        draws.of_all(Stream::people_step, addresses, YearDraw::home_or_birth, home_or_birth);
        draws.of_all(Stream::people_income, addresses, YearDraw::source, source);
        address(households);
        draws.of_all(Stream::people_step, addresses, YearDraw::household, household);
        draws.of_all(Stream::people_income, addresses, YearDraw::jump, jump);
        draws.of_all(Stream::people_income, addresses, YearDraw::assistance, assistance);
    }

  private:
    std::vector<std::uint32_t> addresses;

    void address(std::vector<std::uint64_t> const& numbers)
    {
        addresses.resize(numbers.size());
        std::transform(numbers.begin(), numbers.end(), addresses.begin(), draw_number);
    }
};

}  // namespace minimasim::forecast
