// Long stays on low income and assistance keep the share that they have in the base year.

#include <gtest/gtest.h>

#include "sim/population/attributes/archetype.hpp"
#include "tests/forecast/people_example.hpp"

namespace minimasim::forecast::test {
namespace {

using population::IncomeClass;

TEST(LongStays, EndAsOftenAsMakesRoomForThoseWhoBecomeLong)
{
    constexpr double early = 0.25;
    Stays const stays{.early = 60, .at_three = 40, .late = 100};

    EXPECT_DOUBLE_EQ(late_chance(stays, early, 100), early);  // and no more often
    EXPECT_DOUBLE_EQ(late_chance(stays, early, 120), 0.1);
    EXPECT_DOUBLE_EQ(late_chance(stays, early, 200), 0);
    EXPECT_DOUBLE_EQ(late_chance({.early = 60}, early, 10), 0);
}

TEST(LongStays, LeaveOutWhoIsOutByAge)
{
    Stays const stays{.at_three = 40, .late = 100, .late_leaving = 20};

    EXPECT_DOUBLE_EQ(late_chance(stays, 0.25, 102), 0.1);
}

// The year is counted before incomes change: who began it with three years still leaves as before.
TEST(LongStays, BeginWithFourYearsWhenTheYearBegins)
{
    Standing standing;
    standing.years_on_low_income = long_years;
    LeaveChances leave;
    leave.early[0] = 0.4;
    leave.late[0] = 0.1;

    EXPECT_EQ(leave.of(0, years_at_start(standing)), 0.4);
    standing.years_on_low_income = long_years + 1;
    EXPECT_EQ(leave.of(0, years_at_start(standing)), 0.1);
}

// Of those on assistance, and of those on low income below pension age, how many are there for four years.
struct LongShares {
    double assistance = 0;
    double low = 0;
};
LongShares long_shares(People const& people)
{
    std::array<Stays, 2> stays{};
    for (std::size_t i = 0; i < people.size(); ++i) {
        auto const s = standing_of(people, i);
        bool const is_long = s.years_on_low_income >= long_years;
        if (s.is_assisted()) {
            ++(is_long ? stays[0].late : stays[0].early);
        }
        if (is_low(s.income_class) && s.age[0] < population::pension_age) {
            ++(is_long ? stays[1].late : stays[1].early);
        }
    }
    return {stays[0].late / stays[0].all(), stays[1].late / stays[1].all()};
}

TEST(LongStays, KeepTheirShareForSixYears)
{
    auto const base = long_shares(people_of(assen().population));
    for (int const years : {1, 3, 6}) {
        auto const then = long_shares(step(model_of(central()), years).people);
        EXPECT_NEAR(then.assistance, base.assistance, 0.03) << years;
        // Other groups move too: those without income are new, and unemployment benefit ends soon.
        EXPECT_NEAR(then.low, base.low, 0.05) << years;
    }
}

}  // namespace
}  // namespace minimasim::forecast::test
