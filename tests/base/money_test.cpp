#include "sim/base/money.hpp"

#include <gtest/gtest.h>

namespace minimasim {

TEST(ToCents, RoundsToTheNearestCentHalvesAwayFromZero)
{
    EXPECT_EQ(to_cents(0), 0);
    EXPECT_EQ(to_cents(1.004), 100);
    EXPECT_EQ(to_cents(1.006), 101);
    EXPECT_EQ(to_cents(0.125), 13);  // exact in binary
    EXPECT_EQ(to_cents(-0.125), -13);
    EXPECT_EQ(to_cents(-1.004), -100);
}

TEST(ToCents, GivesBackEveryWholeNumberOfCents)
{
    for (Cents cents = -250'000; cents <= 250'000; ++cents) {
        ASSERT_EQ(to_cents(to_euro(cents)), cents);
    }
    for (Cents cents = 1; cents < 4'000'000'000'000; cents = cents * 3 + 1) {
        ASSERT_EQ(to_cents(to_euro(cents)), cents);
        ASSERT_EQ(to_cents(to_euro(-cents)), -cents);
    }
}

}  // namespace minimasim
