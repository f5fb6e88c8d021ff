// What national tables say of families: as goals of the prior and, as estimates, of the municipality.

#include "sim/population/fit/family_goals.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <numeric>

namespace minimasim::population {

namespace {

std::filesystem::path const data = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data";

Evidence const& assen()
{
    static auto const evidence = read_evidence(data, "GM0106");
    return evidence;
}

AssumedValues central_values()
{
    return {assen().assumptions, EnsembleMember{}};
}

std::vector<MarginGoal> goals_with(Evidence const& evidence)
{
    auto const assumed = central_values();
    std::vector<MarginGoal> goals;
    add_family_goals(evidence, assumed, reconcile(evidence, assumed, 1), goals);
    return goals;
}

Archetype family(int mother, int father, std::vector<int> const& children)
{
    Archetype household;
    household.type =
        children.empty() ? HouseholdType::couple_without_children : HouseholdType::couple_with_children;
    household.add({static_cast<std::uint8_t>(father), Sex::man, Role::claimant, {}, {}});
    household.add({static_cast<std::uint8_t>(mother), Sex::woman, Role::partner, {}, {}});
    for (int const age : children) {
        household.add({static_cast<std::uint8_t>(age), Sex::woman, Role::child, {}, {}});
    }
    return household;
}

std::vector<double> counted(Archetype const& household)
{
    std::vector<double> totals(feature::count, 0.0);
    count_features(household, 1, totals);
    return totals;
}

}  // namespace

TEST(FamilyFeatures, CountChildrenByTheAgeOfTheirMotherAndFamiliesByChildren)
{
    auto const totals = counted(family(34, 40, {10, 8, 7}));

    EXPECT_EQ(totals[feature::mother_at_birth], 1);      // 24 years before: under 25
    EXPECT_EQ(totals[feature::mother_at_birth + 1], 1);  // 26; the child of 7 was born in other years
    EXPECT_EQ(totals[feature::children_of_couple + 2], 1);
    EXPECT_EQ(totals[feature::age_gap], 0) << "that is of couples without children";
}

TEST(FamilyFeatures, CountSexesByPositionAndTheYearsBetweenPartners)
{
    auto const totals = counted(family(70, 76, {}));

    EXPECT_EQ(totals[static_cast<std::size_t>(feature::woman_in_position +
                                              family_cell(Position::partner_without_children, 70))],
              1);
    EXPECT_EQ(totals[static_cast<std::size_t>(feature::man_in_position +
                                              family_cell(Position::partner_without_children, 76))],
              1);
    EXPECT_EQ(totals[feature::age_gap], years_added + 6);
    EXPECT_EQ(counted(family(90, 60, {}))[feature::age_gap], 0) << "no count is below zero";
}

TEST(FamilyGoals, OfTheNationAddUpToItsHouseholds)
{
    std::array<double, household_type_count> const households{390'000, 290'000, 240'000, 70'000, 10'000};
    double alone = 0;
    double mothers = 0;
    double couples = 0;
    for (auto const& target : national_families(assen().national, households)) {
        int const cell = target.feature - feature::man_in_position;
        int const position = cell % (family_position_count * family_age_count) / family_age_count;
        bool const is_person = target.feature < feature::children_of_couple;
        alone += is_person && position == static_cast<int>(Position::living_alone) ? target.target : 0;
        mothers += target.feature >= feature::mother_at_birth && target.feature < feature::age_gap
                       ? target.target
                       : 0;
        couples +=
            target.feature >= feature::children_of_couple && target.feature < feature::children_of_lone_parent
                ? target.target
                : 0;
    }

    EXPECT_NEAR(alone, 390'000, 1);
    EXPECT_NEAR(couples, 240'000, 1);
    EXPECT_NEAR(mothers, 88'000, 9'000) << "four years of births, most of 180,000 a year over 8.2 million";
}

TEST(FamilyGoals, AreEstimatesNeverEvidence)
{
    auto const goals = goals_with(assen());

    EXPECT_GT(goals.size(), 30U);
    EXPECT_LT(goals.size(), 40U);
    for (auto const& goal : goals) {
        EXPECT_EQ(goal.goal.evidence_class, 'S') << goal.row.attribute << " " << goal.row.category;
    }
}

TEST(FamilyGoals, TakeTheMunicipalitysOwnPersonsAndOnlyTheSharesOfTheNation)
{
    auto const r = reconcile(assen(), central_values(), 1);
    double wanted = 0;
    for (auto const& goal : goals_with(assen())) {
        bool const is_alone = goal.row.category.rfind("living_alone", 0) == 0;
        wanted += goal.row.attribute == "men_by_position" && is_alone ? goal.goal.target : 0;
    }
    auto const& own = r.positions[static_cast<std::size_t>(Position::living_alone)];
    double const alone = std::accumulate(own.begin(), own.end(), 0.0);

    EXPECT_GT(wanted, 0.40 * alone);
    EXPECT_LT(wanted, 0.55 * alone);
}

TEST(FamilyGoals, DoNotShowTheFitATableThatIsHeldOut)
{
    auto without = assen();
    without.also_hold_out = {"position_age"};

    for (auto const& goal : goals_with(without)) {
        EXPECT_EQ(goal.row.attribute.find("by_position"), std::string::npos) << goal.row.category;
    }
}

TEST(FamiliesByChildren, FollowTheSizesOfTheMunicipality)
{
    auto r = reconcile(assen(), central_values(), 1);
    auto const before = families_by_children(assen().national, r);
    r.households_by_size[3] *= 2;  // households of five and more
    auto const after = families_by_children(assen().national, r);
    auto const couples = static_cast<double>(
        r.households_by_type[static_cast<std::size_t>(HouseholdType::couple_with_children)]);

    EXPECT_GT(after[0][2], 1.3 * before[0][2]);
    EXPECT_NEAR(after[0][0] + after[0][1] + after[0][2], couples, 1e-6 * couples);
    EXPECT_DOUBLE_EQ(after[1][0], before[1][0]) << "lone parents of one child are in households of two";
}

}  // namespace minimasim::population
