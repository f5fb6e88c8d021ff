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
        all.push_back(propensity(behaviour, 1, 0, i, profile, draw_of_scheme(scheme), 0));
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
    EXPECT_NEAR(propensity(behaviour, 1, 0, 7, Profile::red, 5, 0) -
                    propensity(behaviour, 1, 0, 7, Profile::pink, 5, 0),
                behaviour.profile_shift(Profile::red) - behaviour.profile_shift(Profile::pink), 1e-12);
}

TEST(Propensity, DiffersBetweenHouseholdsMembersReplicatesAndSeeds)
{
    Behaviour const behaviour{shipped_assumptions()};
    auto const of = [&](std::uint64_t seed, std::uint32_t member, std::uint32_t household,
                        std::uint32_t replicate) {
        return propensity(behaviour, seed, member, household, Profile::none, draw_of_scheme("adult_fund"),
                          replicate);
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

TEST(Behaviour, NamesAParameterThatIsMissing)
{
    Behaviour const behaviour{shipped_assumptions()};

    EXPECT_THROW(behaviour("study_supplement"), ModelError);
}

}  // namespace minimasim::takeup
