#include "sim/report/number_text.hpp"

#include <gtest/gtest.h>

namespace minimasim::report {
namespace {

struct Case {
    Quantity quantity;
    Interval interval;
    char const* dutch;
    char const* english;
    char const* range;  // in Dutch
};

class NumberText : public testing::TestWithParam<Case> {};

TEST_P(NumberText, IsNoMorePreciseThanItsInterval)
{
    auto const& [quantity, interval, dutch, english, range] = GetParam();

    EXPECT_EQ(estimate_text(quantity, interval, Language::dutch), dutch);
    EXPECT_EQ(estimate_text(quantity, interval, Language::english), english);
    EXPECT_EQ(interval_text(quantity, interval, Language::dutch), range);
}

INSTANTIATE_TEST_SUITE_P(
    Table, NumberText,
    testing::Values(
        Case{Quantity::euro, {484'234, 431'000, 532'000}, "€ 480.000", "€480,000", "€ 430.000 – € 530.000"},
        Case{Quantity::euro, {168'499, 160'200, 176'000}, "€ 168.000", "€168,000", "€ 160.000 – € 176.000"},
        Case{Quantity::euro,
             {1'725'400, 1'725'400, 1'725'400},
             "€ 1.730.000",
             "€1,730,000",
             "€ 1.730.000 – € 1.730.000"},
        Case{Quantity::euro,
             {999'600, 999'600, 999'600},
             "€ 1.000.000",
             "€1,000,000",
             "€ 1.000.000 – € 1.000.000"},
        Case{Quantity::euro,
             {6'917'000, 6'700'000, 7'100'000},
             "€ 6.900.000",
             "€6,900,000",
             "€ 6.700.000 – € 7.100.000"},
        Case{Quantity::euro,
             {-310'000, -411'000, -214'000},
             "−€ 310.000",
             "−€310,000",
             "−€ 410.000 tot −€ 210.000"},
        Case{Quantity::euro, {-40, -40, -40}, "€ 0", "€0", "€ 0 – € 0"},
        Case{Quantity::euro, {4'321, 4'300, 4'350}, "€ 4.300", "€4,300", "€ 4.300 – € 4.400"},
        Case{Quantity::count, {1'213, 1'100, 1'330}, "1.210", "1,210", "1.100 – 1.330"},
        Case{Quantity::count, {32, 28, 36}, "30", "30", "30 – 35"},
        Case{Quantity::count, {2, 0, 4}, "0", "0", "0 – 5"},
        Case{Quantity::count, {-151, -212, -93}, "−150", "−150", "−210 tot −90"},
        Case{Quantity::count, {68'499, 68'499, 68'499}, "68.500", "68,500", "68.500 – 68.500"},
        Case{Quantity::count, {1'500, 200, 2'900}, "1.500", "1,500", "200 – 2.900"},
        Case{Quantity::share, {0.125, 0.121, 0.13}, "12,5 %", "12.5%", "12,1 % – 13,0 %"},
        Case{Quantity::share, {0.4567, 0.35, 0.55}, "46 %", "46%", "35 % – 55 %"}));

TEST(NumberText, ShowsAChangeWithItsSign)
{
    EXPECT_EQ(change_text(Quantity::count, {123, 123, 123}, Language::dutch), "+120");
    EXPECT_EQ(change_text(Quantity::count, {-123, -123, -123}, Language::dutch), "−120");
    EXPECT_EQ(change_text(Quantity::count, {1, 1, 1}, Language::dutch), "0");
    EXPECT_EQ(interval_text(Quantity::count, {20, -30, 70}, Language::dutch, true), "−30 tot +70");
}

TEST(NumberText, GroupsByThousands)
{
    EXPECT_EQ(number_text(1'234'567.94, 1, Language::dutch), "1.234.567,9");
    EXPECT_EQ(number_text(1'234'567.94, 1, Language::english), "1,234,567.9");
    EXPECT_EQ(number_text(-0.004, 2, Language::dutch), "0,00");
    EXPECT_EQ(number_text(-0.05, 2, Language::dutch), "−0,05");
    EXPECT_EQ(number_text(999, 0, Language::dutch), "999");
    EXPECT_EQ(number_text(1000, 0, Language::dutch), "1.000");
}

TEST(NumberText, LeavesAPublishedAmountAsItIs)
{
    EXPECT_EQ(exact_euro_text(1'725'000, Language::dutch), "€ 1.725.000");
    EXPECT_EQ(exact_euro_text(-161'000, Language::english), "−€161,000");
}

TEST(NumberText, CountsTheColumnsOfATerminal)
{
    EXPECT_EQ(display_width("€ 480.000"), 9);
    EXPECT_EQ(display_width("−150 tot −90"), 12);
    EXPECT_EQ(display_width("privé–coöperatie"), 16);
    EXPECT_EQ(display_width("e\u0301e\u0301n"), 3);
}

}  // namespace
}  // namespace minimasim::report
