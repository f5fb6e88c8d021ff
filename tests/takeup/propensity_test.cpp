#include "sim/takeup/propensity.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/rules/municipal/schemes.hpp"
#include "tests/takeup/example_behaviour.hpp"

namespace minimasim::takeup {

namespace {

using population::Profile;
using test::fix;
using test::profile_with;
using test::shipped_assumptions;

constexpr std::uint32_t households = 200'000;

std::vector<double> propensities(Behaviour const& behaviour, char const* scheme,
                                 Profile profile = Profile::none)
{
    std::vector<double> all;
    for (std::uint32_t i = 0; i < households; ++i) {
        all.push_back(propensity(behaviour, 1, {0, i, profile, Group::other}, draw_of_scheme(scheme), 0));
    }
    return all;
}

double mean(std::vector<double> const& values)
{
    double sum = 0;
    for (double const value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
}

double covariance(std::vector<double> const& a, std::vector<double> const& b)
{
    double const mean_a = mean(a);
    double const mean_b = mean(b);
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += (a[i] - mean_a) * (b[i] - mean_b);
    }
    return sum / static_cast<double>(a.size());
}

}  // namespace

TEST(Propensity, OfTwoSchemesIsCorrelatedAsTheSharedPropensitySays)
{
    for (double const shared : {0.0, 0.4, 0.6, 1.0}) {
        auto assumptions = shipped_assumptions();
        fix(assumptions, "shared_propensity", shared);
        Behaviour const behaviour(assumptions);

        auto const supplement = propensities(behaviour, "income_supplement");
        auto const fund = propensities(behaviour, "adult_fund");

        double const correlation = covariance(supplement, fund) /
                                   std::sqrt(covariance(supplement, supplement) * covariance(fund, fund));
        EXPECT_NEAR(correlation, shared, 0.01);
    }
}

TEST(Propensity, IsStandardNormalWithoutAProfile)
{
    auto const values = propensities(Behaviour(shipped_assumptions()), "child_package");

    EXPECT_NEAR(mean(values), 0, 0.01);
    EXPECT_NEAR(covariance(values, values), 1, 0.02);
}

TEST(Propensity, IsShiftedByTrustAndReachOfTheProfile)
{
    auto assumptions = shipped_assumptions();
    fix(assumptions, "trust_weight", 0.8);
    fix(assumptions, "reach_weight", 0.5);
    assumptions.profiles = {profile_with(Profile::pink, 0.2, 0.2), profile_with(Profile::red, 0.75, 0.85)};
    Behaviour const behaviour(assumptions);

    EXPECT_NEAR(behaviour.profile_shift(Profile::pink), 0.8 * -0.3 + 0.5 * -0.3, 1e-12);
    EXPECT_NEAR(behaviour.profile_shift(Profile::red), 0.8 * 0.25 + 0.5 * 0.35, 1e-12);
    EXPECT_EQ(behaviour.profile_shift(Profile::none), 0);
    EXPECT_NEAR(propensity(behaviour, 1, {0, 7, Profile::red, Group::other}, 5, 0) -
                    propensity(behaviour, 1, {0, 7, Profile::pink, Group::other}, 5, 0),
                behaviour.profile_shift(Profile::red) - behaviour.profile_shift(Profile::pink), 1e-12);
}

TEST(Propensity, IsShiftedByTheGroupAndNotByOther)
{
    auto assumptions = shipped_assumptions();
    fix(assumptions, "shift_self_employed", -0.7);
    fix(assumptions, "shift_assistance", 1.2);
    Behaviour const behaviour(assumptions);
    auto const of = [&](Group group) { return propensity(behaviour, 1, {0, 7, Profile::none, group}, 5, 0); };

    EXPECT_EQ(behaviour.group_shift(Group::other), 0);
    EXPECT_NEAR(of(Group::self_employed) - of(Group::other), -0.7, 1e-12);
    EXPECT_NEAR(of(Group::assistance) - of(Group::other), 1.2, 1e-12);
}

TEST(Propensity, RisesWithTheLogOfTheAmountAndNotAtTheMean)
{
    auto assumptions = shipped_assumptions();
    fix(assumptions, "amount_slope", 0.5);
    Behaviour const behaviour(assumptions);

    EXPECT_EQ(amount_term(behaviour, 400, 400), 0);
    EXPECT_NEAR(amount_term(behaviour, 800, 400), 0.5 * std::log(2), 1e-12);
    EXPECT_LT(amount_term(behaviour, 100, 400), 0);
}

TEST(PropensitySpread, IsThatOfTheShiftsOnTopOfAStandardNormal)
{
    auto assumptions = shipped_assumptions();
    fix(assumptions, "shift_work", -1);
    HouseholdsByShift households{};
    households[static_cast<std::size_t>(Profile::none)][static_cast<std::size_t>(Group::work)] = 300;
    households[static_cast<std::size_t>(Profile::none)][static_cast<std::size_t>(Group::other)] = 100;

    auto const spread = propensity_spread(Behaviour(assumptions), households);

    EXPECT_NEAR(spread.mean, -0.75, 1e-12);
    EXPECT_NEAR(spread.deviation, std::sqrt(1 + 0.75 * 0.25), 1e-12);
}

TEST(Propensity, DiffersBetweenHouseholdsMembersReplicatesAndSeeds)
{
    Behaviour const behaviour{shipped_assumptions()};
    auto const of = [&](std::uint64_t seed, std::uint32_t member, std::uint32_t household,
                        std::uint32_t replicate) {
        return propensity(behaviour, seed, {member, household, Profile::none, Group::other},
                          draw_of_scheme("adult_fund"), replicate);
    };

    EXPECT_EQ(of(1, 0, 0, 0), of(1, 0, 0, 0));
    EXPECT_NE(of(1, 0, 0, 0), of(2, 0, 0, 0));
    EXPECT_NE(of(1, 0, 0, 0), of(1, 1, 0, 0));
    EXPECT_NE(of(1, 0, 0, 0), of(1, 0, 1, 0));
    EXPECT_NE(of(1, 0, 0, 0), of(1, 0, 0, 1));
}

TEST(DrawOfAScheme, DependsOnItsKeyAloneAndIsNobodyElses)
{
    std::set<std::uint32_t> draws{0};  // the household's own
    for (auto const& scheme : rules::schemes) {
        EXPECT_TRUE(draws.insert(draw_of_scheme(scheme.key)).second) << scheme.key;
    }
    for (auto const* later : {"study_supplement", "bus_pass", "laptop_scheme", "travel_card"}) {
        EXPECT_TRUE(draws.insert(draw_of_scheme(later)).second) << later;
    }
}

// FNV-1a, so that stored thresholds keep their meaning.
TEST(DrawOfAScheme, IsThePublishedHashOfItsKey)
{
    EXPECT_EQ(draw_of_scheme(""), 2166136261U | 1U);
    EXPECT_EQ(draw_of_scheme("a"), 0xe40c292cU | 1U);
    EXPECT_EQ(draw_of_scheme("foobar"), 0xbf9cf968U | 1U);
}

TEST(Behaviour, DrawsEveryAssumptionWithinItsInterval)
{
    auto const assumptions = shipped_assumptions();
    for (auto const& assumption : assumptions.take_up) {
        double lowest = assumption.high;
        double highest = assumption.low;
        for (std::uint32_t replicate = 0; replicate < 500; ++replicate) {
            double const drawn = Behaviour(assumptions, 1, replicate)(assumption.parameter);
            ASSERT_GE(drawn, assumption.low) << assumption.parameter;
            ASSERT_LE(drawn, assumption.high) << assumption.parameter;
            lowest = std::min(lowest, drawn);
            highest = std::max(highest, drawn);
        }
        double const width = assumption.high - assumption.low;
        EXPECT_LE(lowest, assumption.low + 0.05 * width) << assumption.parameter;
        EXPECT_GE(highest, assumption.high - 0.05 * width) << assumption.parameter;
    }
}

TEST(Behaviour, HasTheCentralValuesWhenNothingIsDrawn)
{
    auto const assumptions = shipped_assumptions();
    Behaviour const behaviour(assumptions);

    for (auto const& assumption : assumptions.take_up) {
        EXPECT_EQ(behaviour(assumption.parameter), assumption.value) << assumption.parameter;
    }
}

TEST(Behaviour, TakesMatchedValuesAndDrawsTheRest)
{
    auto const assumptions = shipped_assumptions();
    ParameterVector const matched{0.5, 0.1, 0.2, 0.3, 1.5, -1.5, -0.5, -0.9, 0.4};
    Behaviour const behaviour(assumptions, 1, 7, matched);

    EXPECT_EQ(behaviour.shared_propensity(), 0.5);
    EXPECT_EQ(behaviour.amount_slope(), 0.3);
    EXPECT_EQ(behaviour.group_shift(Group::assistance), 1.5);
    EXPECT_EQ(behaviour.group_shift(Group::self_employed), -1.5);
    EXPECT_EQ(behaviour.group_shift(Group::just_retired), -0.5);
    EXPECT_EQ(behaviour.group_shift(Group::young), -0.9);
    EXPECT_EQ(behaviour.group_shift(Group::work), 0.4);
    EXPECT_EQ(behaviour("participation_budget"), Behaviour(assumptions, 1, 7)("participation_budget"));
}

TEST(Behaviour, NamesAParameterThatIsMissing)
{
    Behaviour const behaviour{shipped_assumptions()};

    EXPECT_THROW(behaviour("study_supplement"), ModelError);
}

}  // namespace minimasim::takeup
