#include "sim/takeup/groups.hpp"

#include <gtest/gtest.h>

#include <set>

#include "sim/takeup/evidence.hpp"

namespace minimasim::takeup {

using population::Source;

TEST(AGroup, IsTheFirstThatFits)
{
    constexpr double pension_age = 66 + 10.0 / 12;

    EXPECT_EQ(group_of(true, Source::self_employed, 22, pension_age), Group::assistance);
    EXPECT_EQ(group_of(false, Source::self_employed, 22, pension_age), Group::self_employed);
    EXPECT_EQ(group_of(false, Source::pension, 66, pension_age), Group::other);
    EXPECT_EQ(group_of(false, Source::pension, 67, pension_age), Group::just_retired);
    EXPECT_EQ(group_of(false, Source::pension, 68, pension_age), Group::just_retired);
    EXPECT_EQ(group_of(false, Source::pension, 69, pension_age), Group::other);
    EXPECT_EQ(group_of(false, Source::employee, 26, pension_age), Group::young);
    EXPECT_EQ(group_of(false, Source::employee, 27, pension_age), Group::work);
    EXPECT_EQ(group_of(false, Source::disability_benefit, 40, pension_age), Group::other);
}

// What is matched and what is kept apart stands in the data, with a source for each.
TEST(ShippedEvidence, MatchesSomeRatesAndHoldsOthersOut)
{
    auto const all = read_evidence(MINIMASIM_SOURCE_DIR "/data");
    std::set<std::string> matched_schemes;
    std::set<std::string> schemes_with_a_level;
    int held_out = 0;
    for (auto const& evidence : all) {
        EXPECT_FALSE(evidence.source.empty()) << evidence.key;
        if (evidence.use == Evidence::Use::match) {
            (evidence.is_of_all() ? schemes_with_a_level : matched_schemes).insert(evidence.scheme);
            EXPECT_TRUE(evidence.is_of_all() || evidence.discrepancy > 0) << evidence.key;
        }
        held_out += evidence.use == Evidence::Use::hold_out ? 1 : 0;
    }

    for (auto const& scheme : matched_schemes) {
        EXPECT_EQ(schemes_with_a_level.count(scheme), 1U) << scheme;
    }
    EXPECT_GE(matched_schemes.size(), 3U);
    EXPECT_GE(held_out, 3);
}

}  // namespace minimasim::takeup
