#pragma once

#include <cstdint>
#include <vector>

#include "sim/forecast/month_draws.hpp"
#include "sim/forecast/people/people.hpp"

namespace minimasim::forecast {

// What 1 January of a later year changes about the households of a town. Whoever is here keeps its place; the
// places of those who are gone stay empty, and new ones follow.
struct NewYear {
    struct Pair {
        std::uint32_t household = 0;
        std::uint32_t other = 0;
    };

    Traits traits;                             // of all places
    std::vector<std::uint32_t> number;         // of the new places
    std::vector<std::uint16_t> neighbourhood;  // of the new places
    std::vector<std::uint32_t> gone;           // died out, moved out, or joined another
    std::vector<Pair> joined;                  // of those gone, with the household they joined
    std::vector<Pair> parted;                  // new, with the household they parted from
    std::vector<std::uint32_t> moved_in;       // new; the other new ones left home
};

// Finds it from the people of two years, of whom the households and persons are known by their numbers.
class Succession {
  public:
    // From the people who made the town, in the same order. Of `terms` the limits of the buffers count.
    Succession(People const& people, Town const& town, Terms const& terms);

    // The people of 1 January after `year`, stepped from those seen before.
    NewYear next(People const& people, int year);

  private:
    void remember(People const& people);
    void find_joined(People const& people, std::vector<std::uint8_t> const& is_new,
                     std::vector<std::uint32_t> const& place, std::vector<std::size_t> const& gone,
                     NewYear& year) const;
    void find_parted(People const& people, std::vector<std::size_t> const& parted,
                     std::vector<std::uint32_t> const& place, NewYear& year) const;

    Terms const& terms_;
    std::uint32_t nobody_;
    std::uint32_t places_;
    // Of the people seen before.
    std::vector<std::uint64_t> household_number_;
    std::vector<std::uint32_t> place_;
    std::vector<std::uint64_t> person_number_;
    std::vector<std::uint32_t> person_begin_;
};

// A town of which a year begins.
void begin_year(Town& town, NewYear const& year);

// How a household that moved in stands with its payments.
struct Newcomer {
    std::uint32_t household = 0;
    bool has_arrears = false;
    bool has_problem_debts = false;
    bool is_administered = false;
};

// Those who moved in behind with payments or under administration: with the chances that those who live here
// had at the start. Of the town and the rates of the year that begins.
std::vector<Newcomer> newcomers_of(NewYear const& year, Town const& town, Rates const& rates,
                                   Address const& address);

}  // namespace minimasim::forecast
