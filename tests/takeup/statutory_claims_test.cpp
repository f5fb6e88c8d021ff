#include "sim/takeup/statutory_claims.hpp"

#include <gtest/gtest.h>

#include "tests/takeup/example_behaviour.hpp"

namespace minimasim::takeup {

namespace {

using population::Source;

struct NonUse {
    double health = 0;
    double rent = 0;
    double child = 0;
};

NonUse non_use_of(Source source, bool receives_assistance)
{
    constexpr std::uint32_t households = 200'000;
    Behaviour const behaviour{test::shipped_assumptions()};
    NonUse non_use;
    for (std::uint32_t i = 0; i < households; ++i) {
        auto const claims = draw_statutory_claims(behaviour, 1, 0, i, source, receives_assistance);
        non_use.health += claims.health_care_allowance ? 0 : 1.0 / households;
        non_use.rent += claims.rent_allowance ? 0 : 1.0 / households;
        non_use.child += claims.child_budget ? 0 : 1.0 / households;
    }
    return non_use;
}

}  // namespace

TEST(StatutoryClaims, LeaveAllowancesUnclaimedAsOftenAsPublished)
{
    auto const employees = non_use_of(Source::employee, false);

    EXPECT_NEAR(employees.health, 0.12, 0.003);
    EXPECT_NEAR(employees.rent, 0.12, 0.003);
    EXPECT_NEAR(employees.child, 0.085, 0.003);
}

TEST(StatutoryClaims, AreMadeLessByTheSelfEmployed)
{
    auto const self_employed = non_use_of(Source::self_employed, false);

    EXPECT_NEAR(self_employed.health, 0.20, 0.004);
    EXPECT_NEAR(self_employed.rent, 0.25, 0.004);
    EXPECT_NEAR(self_employed.child, 0.13, 0.004);
}

TEST(StatutoryClaims, AreMadeByNearlyAllWhoReceiveAssistance)
{
    for (auto const source : {Source::social_assistance, Source::self_employed, Source::pension}) {
        auto const recipients = non_use_of(source, true);

        EXPECT_NEAR(recipients.health, 0.015, 0.002);
        EXPECT_NEAR(recipients.rent, 0.015, 0.002);
        EXPECT_NEAR(recipients.child, 0.015, 0.002);
    }
}

TEST(StatutoryClaims, GoTogether)
{
    Behaviour const behaviour{test::shipped_assumptions()};
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        auto const claims = draw_statutory_claims(behaviour, 1, 0, i, Source::employee, false);
        ASSERT_TRUE(claims.child_budget ||
                    !claims.rent_allowance);  // the rarer non-use implies the more frequent
    }
}

TEST(StatutoryClaims, OfAssistanceAreThoseOfThePopulation)
{
    Behaviour const behaviour{test::shipped_assumptions()};

    EXPECT_TRUE(draw_statutory_claims(behaviour, 1, 0, 0, Source::none, true).social_assistance);
    EXPECT_FALSE(draw_statutory_claims(behaviour, 1, 0, 0, Source::none, false).social_assistance);
    EXPECT_TRUE(draw_statutory_claims(behaviour, 1, 0, 0, Source::none, false).child_benefit);
}

}  // namespace minimasim::takeup
