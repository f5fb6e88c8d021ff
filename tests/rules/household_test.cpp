#include "sim/rules/municipal/household.hpp"

#include <gtest/gtest.h>

#include "tests/rules/example_households.hpp"

namespace minimasim::rules {

TEST(IncomeLimits, AreWholeCentsHalvesUp)
{
    MunicipalHousehold h;
    h.norm_cents_per_month = 130'845;

    EXPECT_EQ(income_limit_cents(1.0, h), 130'845);
    EXPECT_EQ(income_limit_cents(1.2, h), 157'014);
    EXPECT_EQ(income_limit_cents(1.3, h), 170'099);  // 170,098.5
    EXPECT_EQ(income_limit_cents(1.5, h), 196'268);  // 196,267.5
}

// In floating point 1.1 x 1,000.00 lies a hair above 1,100.00 and 1.15 x a norm may lie a hair below its
// cent.
TEST(IncomeLimits, OfRoundSharesAreExactForEveryNorm)
{
    for (std::int32_t norm = 20'000; norm <= 320'000; ++norm) {
        MunicipalHousehold h;
        h.norm_cents_per_month = norm;
        for (int percent = 100; percent <= 150; percent += 10) {
            std::int64_t const exact = (static_cast<std::int64_t>(percent) * norm + 50) / 100;
            ASSERT_EQ(income_limit_cents(percent / 100.0, h), exact) << percent << " % of " << norm;
        }
    }
}

TEST(WealthLimits, AreThoseOfAFamilyForCouplesAndSingleParents)
{
    EXPECT_EQ(wealth_limit_cents(7'770, 15'540, test::single_on_minimum()), 777'000);
    EXPECT_EQ(wealth_limit_cents(7'770, 15'540, test::single_parent_on_minimum()), 1'554'000);
    EXPECT_EQ(wealth_limit_cents(7'770, 15'540, test::couple_on_minimum()), 1'554'000);
}

TEST(CentsOf, RoundsHalvesUp)
{
    EXPECT_EQ(cents_of(0), 0);
    EXPECT_EQ(cents_of(349), 34'900);
    EXPECT_EQ(cents_of(1.115), 112);  // a hair below in binary times 100 is 111.50000000000001
    EXPECT_EQ(cents_of(0.125), 13);
}

}  // namespace minimasim::rules
