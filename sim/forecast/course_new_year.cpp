#include <algorithm>

#include "sim/forecast/course.hpp"

// What 1 January does to the state of the households: who is gone leaves with it, who is new brings or takes
// it.
namespace minimasim::forecast {

void TownCourse::begin_year(NewYear const& year, std::vector<Newcomer> const& newcomers)
{
    payments_.resize(town_.size());
    cases_.resize(town_.size());
    auto const arrived = static_cast<std::int32_t>(year.number.size());
    stocks_[static_cast<std::size_t>(Payments::orderly)] += arrived;
    new_year_.households_arrived = arrived;
    new_year_.households_gone = static_cast<std::int32_t>(year.gone.size());
    for (auto const& pair : year.parted) {
        part(pair);
    }
    for (auto const& newcomer : newcomers) {
        move_in(newcomer);
    }
    join(year.joined);
    for (auto const i : year.gone) {
        leave(i);
    }
    std::erase_if(helped_, [this](std::uint32_t i) { return !town_.is_here(i); });
    std::erase_if(administered_, [this](std::uint32_t i) { return !town_.is_here(i); });
    std::erase_if(freed_, [this](Freed const& freed) { return !town_.is_here(freed.household); });
    std::erase_if(queue_, [this](Waiting const& waiting) { return !town_.is_here(waiting.household); });
}

// Both are liable for the debts they had; help stays with who stays.
void TownCourse::part(NewYear::Pair const& parted)
{
    auto const payments = payments_[parted.other];
    change(parted.household, payments);
    new_year_.arrears_arrived += payments == Payments::arrears;
    new_year_.debts_arrived += payments == Payments::problem_debts;
}

void TownCourse::move_in(Newcomer const& newcomer)
{
    auto const i = newcomer.household;
    change(i, newcomer.has_problem_debts ? Payments::problem_debts
              : newcomer.has_arrears     ? Payments::arrears
                                         : Payments::orderly);
    new_year_.arrears_arrived += newcomer.has_arrears;
    new_year_.debts_arrived += newcomer.has_problem_debts;
    if (newcomer.is_administered) {
        cases_[i].is_administered = true;
        administered_.push_back(i);
        ++new_year_.administered_arrived;
    }
}

// How heavy what a household has is: debts before help, help before administration.
int TownCourse::weight(std::uint32_t household) const
{
    auto const& own = cases_[household];
    return static_cast<int>(payments_[household]) * 8 + static_cast<int>(own.help) * 2 +
           static_cast<int>(own.is_administered);
}

// Of two households that become one what weighs most goes on, with its help; the other leaves.
void TownCourse::join(std::vector<NewYear::Pair> const& joined)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> swapped;
    for (auto const& pair : joined) {
        if (weight(pair.household) > weight(pair.other)) {
            std::swap(payments_[pair.household], payments_[pair.other]);
            std::swap(cases_[pair.household], cases_[pair.other]);
            swapped.emplace_back(pair.household, pair.other);
            swapped.emplace_back(pair.other, pair.household);
        }
    }
    std::sort(swapped.begin(), swapped.end());
    auto const follow = [&](std::uint32_t& household) {
        auto const found = std::lower_bound(swapped.begin(), swapped.end(), std::pair{household, 0U});
        if (found != swapped.end() && found->first == household) {
            household = found->second;
        }
    };
    std::for_each(helped_.begin(), helped_.end(), follow);
    std::for_each(administered_.begin(), administered_.end(), follow);
    std::for_each(led_.begin(), led_.end(), follow);
    std::for_each(freed_.begin(), freed_.end(), [&](Freed& freed) { follow(freed.household); });
    std::for_each(queue_.begin(), queue_.end(), [&](Waiting& waiting) { follow(waiting.household); });
}

void TownCourse::leave(std::uint32_t household)
{
    auto const payments = payments_[household];
    auto const& own = cases_[household];
    --stocks_[static_cast<std::size_t>(payments)];
    new_year_.arrears_gone += payments == Payments::arrears;
    new_year_.debts_gone += payments == Payments::problem_debts;
    new_year_.trajectories_gone += own.help == Help::trajectory;
    new_year_.youth_gone += own.help == Help::youth_plan;
    new_year_.administered_gone += own.is_administered;
    running_ -= own.help == Help::trajectory;
    youth_running_ -= own.help == Help::youth_plan;
    waiting_ -= own.help == Help::waiting;
    payments_[household] = Payments::orderly;
    cases_[household] = {};
}

}  // namespace minimasim::forecast
