#include "sim/forecast/people/stays.hpp"

#include <algorithm>

namespace minimasim::forecast {

namespace {

constexpr double largest_chance = 0.9;
constexpr std::size_t work_group = 0;
constexpr std::size_t pension_group = 1;
constexpr std::size_t benefit_group = 2;

}  // namespace

int stay_group(Standing const& s)
{
    if (s.is_assisted()) {
        return static_cast<int>(assistance_group);
    }
    int const kind = is_low(s.income_class) ? low_kind(s) : -1;
    return kind < 0 ? -1 : static_cast<int>(group_of_low_kind(static_cast<std::size_t>(kind)));
}

std::size_t group_of_low_kind(std::size_t kind)
{
    constexpr std::size_t first_on_pension = 8;
    constexpr std::size_t first_on_benefit = 12;
    return kind < first_on_pension ? work_group : kind < first_on_benefit ? pension_group : benefit_group;
}

double early_chance(PeopleTerms const& terms, std::size_t group)
{
    double const chance = group == work_group      ? terms.low_exit_working_per_year
                          : group == pension_group ? terms.low_exit_pension_per_year
                          : group == benefit_group ? terms.low_exit_benefit_per_year
                                                   : terms.assistance_exit_per_year;
    return std::min(largest_chance, chance);
}

double late_chance(Stays const& s, double early, double wanted)
{
    double const may_leave = s.late - s.late_leaving;
    double const surplus = s.at_three * (1 - early) + may_leave + s.arrived - wanted;
    return may_leave > 0 ? std::clamp(surplus / may_leave, 0.0, early) : 0;
}

}  // namespace minimasim::forecast
