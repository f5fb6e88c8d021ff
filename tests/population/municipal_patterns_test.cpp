#include "sim/population/fit/municipal_patterns.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "sim/population/attributes/archetype.hpp"
#include "sim/population/evidence/evidence.hpp"
#include "sim/population/reconciliation/margin_problem.hpp"
#include "sim/population/reconciliation/reconcile.hpp"

namespace minimasim::population {
namespace {

constexpr auto cells = position_cell_count;

std::size_t cell(Position position, int age)
{
    return position_cell(position, five_year_group(age));
}

Evidence const& assen()
{
    static Evidence const evidence =
        read_evidence(std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data", "GM0106");
    return evidence;
}

// Persons of 20 to 24 and of 40 to 44, living alone or with a partner: shares that rise from town to town.
std::vector<MunicipalPositions> towns(std::vector<double> const& persons_alone_at_20)
{
    std::vector<MunicipalPositions> all;
    for (double const alone : persons_alone_at_20) {
        MunicipalPositions town{"GM" + std::to_string(all.size() + 1), std::vector<double>(cells, 0.0)};
        town.persons[cell(Position::living_alone, 20)] = alone;
        town.persons[cell(Position::partner_without_children, 20)] = 20'000 - alone;
        town.persons[cell(Position::living_alone, 40)] = 20'000 - alone;
        town.persons[cell(Position::partner_without_children, 40)] = alone;
        all.push_back(std::move(town));
    }
    return all;
}

std::vector<MunicipalPositions const*> pointers_to(std::vector<MunicipalPositions> const& towns)
{
    std::vector<MunicipalPositions const*> pointers;
    for (auto const& town : towns) {
        pointers.push_back(&town);
    }
    return pointers;
}

TEST(MunicipalPatterns, AreReadOfEveryMunicipality)
{
    auto const& all = assen().municipal_positions;

    ASSERT_EQ(all.size(), 355U);
    auto const own =
        std::find_if(all.begin(), all.end(), [](auto const& m) { return m.municipality == "GM0106"; });
    ASSERT_NE(own, all.end());
    EXPECT_EQ(
        own->persons[cell(Position::living_alone, 20)],
        assen().cell("GM0106", "persons_in_households", "position_age", "living_alone:20-24", 2020).value);
}

TEST(MunicipalPatterns, NeverTakeTheMunicipalityItself)
{
    auto const like = municipalities_of_like_size(assen().municipal_positions, "GM0106", 53'000);

    EXPECT_EQ(like.size(), 59U);
    for (auto const* other : like) {
        EXPECT_NE(other->municipality, "GM0106");
        EXPECT_GE(other->adults(), 40'000);
        EXPECT_LT(other->adults(), 100'000);
    }
}

TEST(MunicipalPatterns, DoNotDependOnTheTableOfTheMunicipalityItself)
{
    Evidence spoiled = assen();
    for (auto& m : spoiled.municipal_positions) {
        if (m.municipality == "GM0106") {
            std::reverse(m.persons.begin(), m.persons.end());
        }
    }

    for (std::uint32_t member = 1; member < 4; ++member) {
        EXPECT_EQ(pattern_of_member(spoiled, {1, member, {}}), pattern_of_member(assen(), {1, member, {}}));
    }
}

TEST(MunicipalPatterns, AreNothingWhereEveryMunicipalityIsTheNationInSmall)
{
    auto const all = towns({5'000, 5'000, 5'000});

    for (auto const& pattern : patterns_of(all, "", pointers_to(all))) {
        for (double const ratio : pattern) {
            EXPECT_NEAR(ratio, 0, 1e-9);
        }
    }
}

TEST(MunicipalPatterns, TellTheOddsOfAMunicipalityLessTheChanceOfACount)
{
    auto const all = towns({5'000, 10'000, 15'000});

    auto const patterns = patterns_of(all, "", pointers_to(all));

    // The nation has odds of one, these margins leave 10,000 in every cell.
    auto const alone = cell(Position::living_alone, 20);
    double const low = std::log(5'000.5 / 10'000.5);
    double const high = std::log(15'000.5 / 10'000.5);
    double const kept = std::sqrt(1 - 3 / 10'000.5 / (low * low + high * high));
    EXPECT_NEAR(patterns[0][alone], kept * low, 1e-6);
    EXPECT_NEAR(patterns[1][alone], 0, 1e-9);
    EXPECT_NEAR(patterns[2][alone], kept * high, 1e-6);
}

TEST(MunicipalPatterns, LetNeighbouringAgesDifferTogetherAndYoungAgesMost)
{
    auto const like = municipalities_of_like_size(assen().municipal_positions, "GM0106", 53'000);
    auto const patterns = patterns_of(assen().municipal_positions, "GM0106", like);

    auto const product = [&](Position position, int age, int other) {
        double sum = 0;
        for (auto const& pattern : patterns) {
            sum += pattern[cell(position, age)] * pattern[cell(position, other)];
        }
        return sum / static_cast<double>(patterns.size());
    };
    auto const alone = Position::living_alone;
    EXPECT_GT(std::sqrt(product(alone, 20, 20)), 0.3);
    EXPECT_LT(std::sqrt(product(alone, 60, 60)), 0.15);
    EXPECT_GT(product(alone, 50, 55) / std::sqrt(product(alone, 50, 50) * product(alone, 55, 55)), 0.5);
}

TEST(MunicipalPatterns, CountChildrenEachAndPartnersOnce)
{
    Archetype family;
    family.type = HouseholdType::couple_with_children;
    family.add({50, Sex::man, Role::claimant, Education::low, Source::employee});
    family.add({46, Sex::woman, Role::partner, Education::low, Source::employee});
    family.add({22, Sex::man, Role::child, Education::low, Source::student});
    family.add({21, Sex::woman, Role::child, Education::low, Source::student});
    family.add({80, Sex::woman, Role::other_member, Education::low, Source::pension});
    PositionPattern pattern(cells, 0.0);
    pattern[cell(Position::partner_with_children, 50)] = 0.4;
    pattern[cell(Position::partner_with_children, 46)] = 0.2;
    pattern[cell(Position::child_at_home, 20)] = 0.1;
    pattern[cell(Position::other_member, 25)] = 0.7;  // 25 and over

    auto const factors = factors_of_pattern(pattern, {family});

    ASSERT_EQ(factors.size(), 1U);
    EXPECT_DOUBLE_EQ(factors[0], std::exp(0.3 + 0.2 + 0.7));
}

TEST(MunicipalPatterns, AreAMembersOwnAndNoneOfTheFirst)
{
    auto const is_disturbed = [](EnsembleMember const& member) {
        return !MunicipalProblem(assen(), member, 0.1).problem.municipal_factors.empty();
    };

    EXPECT_FALSE(is_disturbed({1, 0, {}}));
    EXPECT_TRUE(is_disturbed({1, 1, {}}));
    EXPECT_FALSE(
        is_disturbed({1, 1, UncertaintySources{}.without(UncertaintySource::unpublished_interactions)}));
    std::set<PositionPattern> different;
    for (std::uint32_t member = 1; member < 20; ++member) {
        different.insert(pattern_of_member(assen(), {1, member, {}}));
    }
    EXPECT_GT(different.size(), 10U);
}

}  // namespace
}  // namespace minimasim::population
