#include "sim/takeup/history_matching.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/base/draw.hpp"
#include "sim/base/error.hpp"
#include "tests/takeup/example_behaviour.hpp"

namespace minimasim::takeup {

namespace {

using test::shipped_assumptions;

// The truth of a made-up country: assistance claims, the self-employed do not, employees a little less than
// the others.
constexpr ParameterVector truth{0.6, 0.2, 0.2, 0.4, 1.5, -1.2, 0, -0.8, -0.4};
constexpr double non_use = 0.4;
constexpr std::uint32_t vectors = 400;

// Entitled to one scheme: half of them work, as many again on assistance, self-employed or neither.
Entitled example_entitled(std::uint32_t member)
{
    constexpr std::uint32_t count = 1'500;
    Entitled entitled;
    entitled.scheme = "example";
    entitled.non_use = non_use;
    std::vector<double> amounts;
    for (std::uint32_t i = 0; i < count; ++i) {
        auto const u = [&](std::uint32_t draw) { return uniform(5, Stream::amounts, member, i, draw, 0); };
        EntitledHousehold h;
        h.own = normal_quantile(u(0));
        h.particular = normal_quantile(u(1));
        h.group = u(2) < 0.5    ? Group::work
                  : u(2) < 0.65 ? Group::self_employed
                  : u(2) < 0.85 ? Group::assistance
                                : Group::other;
        h.has_small_amount = u(3) < 0.3;
        amounts.push_back(h.has_small_amount ? 30 : 100);
        entitled.households.push_back(h);
    }
    set_amounts(entitled.households, amounts);
    return entitled;
}

std::vector<std::vector<Entitled>> const& example_members()
{
    static std::vector<std::vector<Entitled>> const members{{example_entitled(0)}, {example_entitled(1)}};
    return members;
}

Evidence evidence_on(std::optional<Group> group, double rate)
{
    Evidence evidence;
    evidence.key = group ? to_text(*group) : "all";
    evidence.group = group;
    evidence.scheme = "example";
    evidence.rate = rate;
    evidence.low = rate - 0.01;
    evidence.high = rate + 0.01;
    evidence.discrepancy = 0.01;
    evidence.use = Evidence::Use::match;
    return evidence;
}

// The rate that the truth gives a group.
Evidence true_evidence(Assumptions const& assumptions, std::optional<Group> group)
{
    auto evidence = evidence_on(group, non_use);
    MatchingTargets const targets(assumptions, {evidence}, example_members());
    return evidence_on(group, targets.rates(truth)[0].mean);
}

// Non-users at work in the first member: what a letter to them can reach.
Range non_users_at_work(Assumptions const& assumptions, PlausibleSet const& plausible)
{
    auto const& households = example_members()[0][0].households;
    auto const non_users = static_cast<std::size_t>(non_use * static_cast<double>(households.size()));
    InclinationSpace space;
    std::vector<std::uint8_t> is_non_user;
    std::vector<std::pair<double, double>> effects;
    for (std::size_t v = 0; v < plausible.vectors().size(); ++v) {
        mark_non_users(households, Behaviour(assumptions, plausible.vectors()[v]), non_users, space,
                       is_non_user);
        double reached = 0;
        for (std::size_t i = 0; i < households.size(); ++i) {
            reached += households[i].group == Group::work ? is_non_user[i] : 0;
        }
        effects.emplace_back(reached, plausible.weight(v));
    }
    return {weighted_percentile(effects, 0.05), weighted_percentile(effects, 0.95)};
}

double width(Range const& range)
{
    return range.high / range.low;
}

}  // namespace

TEST(NonUsers, AreExactlyTheShareThatWasPublished)
{
    auto const& households = example_members()[0][0].households;
    InclinationSpace space;
    std::vector<std::uint8_t> is_non_user;
    for (std::size_t const wanted : {std::size_t{0}, std::size_t{600}, households.size()}) {
        mark_non_users(households, Behaviour(shipped_assumptions(), truth), wanted, space, is_non_user);
        std::size_t marked = 0;
        for (auto const mark : is_non_user) {
            marked += mark;
        }
        EXPECT_EQ(marked, wanted);
    }
}

TEST(NonUsers, AreMoreAmongSmallAmountsTheSteeperTheSlope)
{
    auto const assumptions = shipped_assumptions();
    auto small = evidence_on(std::nullopt, non_use);
    small.is_of_small_amounts = true;
    MatchingTargets const targets(assumptions, {small}, example_members());
    double before = 0;
    for (double const slope : {0.0, 0.3, 0.9}) {
        auto vector = truth;
        vector[3] = slope;
        double const rate = targets.rates(vector)[0].mean;
        EXPECT_GT(rate, before);
        before = rate;
    }
}

TEST(HistoryMatching, FindsTheTruthPlausibleAndAFarVectorNot)
{
    auto const assumptions = shipped_assumptions();
    std::vector<Evidence> const evidence{true_evidence(assumptions, Group::assistance),
                                         true_evidence(assumptions, Group::self_employed)};
    MatchingTargets const targets(assumptions, evidence, example_members());
    auto far = truth;
    far[4] = 0;    // assistance claims no more than others
    far[5] = 0.5;  // the self-employed more

    EXPECT_LT(targets.implausibility(targets.rates(truth)), 0.1);
    EXPECT_GT(targets.implausibility(targets.rates(far)), implausibility_limit);
}

TEST(HistoryMatching, KeepsAWholeSetInsideThePriorThatAgreesWithTheEvidence)
{
    auto const assumptions = shipped_assumptions();
    std::vector<Evidence> const evidence{true_evidence(assumptions, Group::assistance),
                                         true_evidence(assumptions, Group::self_employed)};
    auto const matching = match_history(assumptions, evidence, example_members(), vectors, 1, 1);
    MatchingTargets const targets(assumptions, evidence, example_members());

    EXPECT_GT(matching.plausible.vectors().size(), 20U);
    EXPECT_LT(matching.kept_of_prior, 0.5);
    EXPECT_GE(matching.kept_of_second, matching.kept_of_prior);
    for (auto const& vector : matching.plausible.vectors()) {
        EXPECT_LT(targets.implausibility(targets.rates(vector)), implausibility_limit);
        for (std::size_t p = 0; p < vector.size(); ++p) {
            EXPECT_GE(vector[p], matching.prior[p].low);
            EXPECT_LE(vector[p], matching.prior[p].high);
        }
    }
    for (auto const& rate : matching.rates) {
        EXPECT_LT(rate.plausible.high - rate.plausible.low, rate.prior.high - rate.prior.low);
    }
}

// An overall count leaves the effect of a policy wide open, and so do rates of other groups; the rate of the
// group that the policy is about settles it.
TEST(HistoryMatching, NarrowsAnEffectMostByTheRateOfTheGroupItIsAbout)
{
    auto const assumptions = shipped_assumptions();
    std::vector<Evidence> evidence{true_evidence(assumptions, Group::assistance),
                                   true_evidence(assumptions, Group::self_employed)};
    PlausibleSet prior;
    for (std::uint32_t i = 0; i < vectors; ++i) {
        auto const box = match_history(assumptions, {}, example_members(), 1, 1, 1).prior;
        prior.add(vector_in_box(box, 1, 1, i), 1);
    }
    double const by_count = width(non_users_at_work(assumptions, prior));
    double const by_others = width(non_users_at_work(
        assumptions, match_history(assumptions, evidence, example_members(), vectors, 1, 1).plausible));
    evidence.push_back(true_evidence(assumptions, Group::work));
    double const by_own = width(non_users_at_work(
        assumptions, match_history(assumptions, evidence, example_members(), vectors, 1, 1).plausible));

    EXPECT_GT(by_count, 1.8);
    EXPECT_LT(by_others, by_count);
    EXPECT_LT(by_own, 1.3);
    EXPECT_LT(by_own, by_others);
}

TEST(HistoryMatching, IsTheSameForEveryNumberOfThreads)
{
    auto const assumptions = shipped_assumptions();
    std::vector<Evidence> const evidence{true_evidence(assumptions, Group::assistance)};
    auto const one = match_history(assumptions, evidence, example_members(), 100, 1, 1);
    auto const four = match_history(assumptions, evidence, example_members(), 100, 1, 4);

    ASSERT_EQ(one.plausible.vectors(), four.plausible.vectors());
    for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
        EXPECT_EQ(one.plausible.of_replicate(1, replicate), four.plausible.of_replicate(1, replicate));
    }
}

TEST(HistoryMatching, SaysSoWhenNothingIsPlausible)
{
    auto const assumptions = shipped_assumptions();
    std::vector<Evidence> const evidence{evidence_on(Group::assistance, 0.99)};

    EXPECT_THROW(match_history(assumptions, evidence, example_members(), 50, 1, 1), ModelError);
}

}  // namespace minimasim::takeup
