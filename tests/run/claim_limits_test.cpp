#include "sim/run/take_up/claim_limits.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "tests/run/example_member.hpp"

namespace minimasim::run {

namespace {

using namespace test;

constexpr std::size_t supplement = rules::index_of<rules::income_supplement::Scheme>();

// Inclinations to claim the income supplement, of which the first household's amount has been settled.
struct Inclinations {
    Setting setting = example_setting();
    takeup::Behaviour behaviour;
    MemberFacts facts = facts_of(setting, example_member());
    Propensities propensities;

    explicit Inclinations(std::uint32_t replicate)
        : behaviour(behaviour_of(setting, replicate)),
          propensities(setting, example_member(), facts, behaviour, replicate)
    {
        std::vector<takeup::Candidate> entitled{{0, 1, 0, 45'700}};
        propensities.settle_calibration(supplement, entitled);
    }

    bool claims(std::size_t household, double threshold, std::int64_t cents)
    {
        return propensities.of(supplement, household, static_cast<std::int32_t>(cents)) >= threshold;
    }

    std::int32_t claims_from(std::size_t household, double threshold)
    {
        std::vector<Propensities::Inclination> found;
        propensities.inclinations(supplement, {static_cast<std::uint32_t>(household)}, found);
        return claims_from_cents(propensities, found[0], threshold);
    }
};

}  // namespace

TEST(ClaimLimits, SaySameAsTheComparisonOnEitherSideAndFarAway)
{
    std::int64_t within = 0;
    for (std::uint32_t replicate = 0; replicate < 4; ++replicate) {
        Inclinations inclined(replicate);
        for (std::size_t household = 0; household < 300; ++household) {
            double const threshold = 0.01 * pick(household, replicate, -150, 150);

            std::int64_t const from = inclined.claims_from(household, threshold);

            for (std::int64_t const distance : {1, 2, 3, 50, 10'000, 1'000'000}) {
                if (from - distance >= 1 && from != 0) {
                    ASSERT_FALSE(inclined.claims(household, threshold, from - distance));
                }
                if (from + distance - 1 < claims_nothing) {
                    ASSERT_TRUE(from + distance - 1 < 1 ||
                                inclined.claims(household, threshold, from + distance - 1));
                }
            }
            within += from > 0 && from < claims_nothing ? 1 : 0;
        }
    }
    EXPECT_GT(within, 100) << "few limits lie between none and all";
}

TEST(ClaimLimits, AreAllOrNothingForAnAmountThatIsSettled)
{
    Inclinations inclined(0);
    double const settled = inclined.propensities.of(supplement, 0, 1);

    EXPECT_EQ(inclined.claims_from(0, settled), 0);
    EXPECT_EQ(inclined.claims_from(0, settled + 1e-9), claims_nothing);
}

TEST(ClaimLimits, AreNothingForWhoIsServedExOfficio)
{
    Inclinations inclined(0);
    auto const& population = example_member().population;
    std::vector<std::uint32_t> everybody(example_households);
    for (std::uint32_t i = 0; i < example_households; ++i) {
        everybody[i] = i;
    }
    double const never = std::numeric_limits<double>::infinity();

    ClaimLimits limits(population, everybody, supplement, never, true);

    for (std::size_t i = 0; i < example_households; ++i) {
        EXPECT_EQ(limits.at(0)[i] == 0, population.receives_social_assistance[i] != 0);
    }
}

}  // namespace minimasim::run
