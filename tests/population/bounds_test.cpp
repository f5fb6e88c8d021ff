#include "sim/population/bounds/bounds.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "sim/base/draw.hpp"
#include "sim/base/error.hpp"

namespace minimasim::population {
namespace {

// A town of eight archetypes: three attributes of two values. Feature 0 counts households, 1 the first
// attribute, 2 the second, 3 the third, 4 the first and second together, 5 the second and third.
constexpr std::size_t archetype_count = 8;
using Households = std::array<int, archetype_count>;

bool has(std::size_t archetype, int attribute)
{
    return (archetype >> attribute & 1U) != 0;
}

int count_of(std::size_t archetype, int feature)
{
    return feature == 0 || (feature < 4 && has(archetype, feature - 1)) ||
           (feature == 4 && has(archetype, 0) && has(archetype, 1)) ||
           (feature == 5 && has(archetype, 1) && has(archetype, 2));
}

FeatureRows rows_without(std::vector<std::size_t> const& left_out = {})
{
    FeatureRows rows;
    for (std::size_t a = 0; a < archetype_count; ++a) {
        if (std::find(left_out.begin(), left_out.end(), a) != left_out.end()) {
            continue;
        }
        for (int f = 0; f < 6; ++f) {
            if (count_of(a, f) != 0) {
                rows.feature.push_back(static_cast<std::uint16_t>(f));
                rows.count.push_back(1);
            }
        }
        rows.begin.push_back(static_cast<std::uint32_t>(rows.feature.size()));
    }
    return rows;
}

Goal goal(int feature, double low, double high, char evidence_class)
{
    return {static_cast<std::uint16_t>(feature), (low + high) / 2, 0, low, high, evidence_class};
}

double total(Households const& households, int feature)
{
    double sum = 0;
    for (std::size_t a = 0; a < archetype_count; ++a) {
        sum += households[a] * count_of(a, feature);
    }
    return sum;
}

bool is_inside(Households const& households, std::vector<Goal> const& goals)
{
    return std::all_of(goals.begin(), goals.end(), [&](Goal const& g) {
        double const sum = total(households, g.feature);
        return sum >= g.low && sum <= g.high;
    });
}

// Every way to give n households to the archetypes.
void all_ways(int n, std::size_t from, Households& way, std::vector<Households>& ways)
{
    if (from + 1 == archetype_count) {
        way[from] = n;
        ways.push_back(way);
        return;
    }
    for (int k = 0; k <= n; ++k) {
        way[from] = k;
        all_ways(n - k, from + 1, way, ways);
    }
}

std::vector<Households> ways_of(std::vector<Goal> const& goals)
{
    std::vector<Households> ways;
    Households way{};
    all_ways(static_cast<int>(goals.front().target), 0, way, ways);
    ways.erase(std::remove_if(ways.begin(), ways.end(), [&](auto const& w) { return !is_inside(w, goals); }),
               ways.end());
    return ways;
}

// The group: all three attributes.
std::vector<char> group()
{
    std::vector<char> members(archetype_count, 0);
    members.back() = 1;
    return members;
}

// Least and most households of the group in two places together, by going through all ways.
GroupBounds enumerated(FitProblem const& problem)
{
    GroupBounds found{1e9, -1};
    auto const first = ways_of(problem.places[0].goals);
    auto const second = ways_of(problem.places[1].goals);
    for (auto const& a : first) {
        for (auto const& b : second) {
            Households both{};
            std::transform(a.begin(), a.end(), b.begin(), both.begin(), std::plus<>());
            if (is_inside(both, problem.municipality)) {
                found.low = std::min<double>(found.low, both.back());
                found.high = std::max<double>(found.high, both.back());
            }
        }
    }
    return found;
}

// Two places with goals that a drawn truth meets, so that there is always a way.
FitProblem random_town(std::uint64_t seed)
{
    auto const drawn = [&](std::uint32_t place, std::uint32_t which) {
        std::size_t archetype = 0;
        for (std::uint32_t attribute = 0; attribute < 3; ++attribute) {
            bool const is_there = uniform(seed, Stream::archetype, 0, place, which, attribute) < 0.75;
            archetype |= static_cast<std::size_t>(is_there) << attribute;
        }
        return archetype;
    };
    FitProblem problem;
    problem.rows = rows_without();
    problem.feature_count = 6;
    Households town{};
    for (std::uint32_t p = 0; p < 2; ++p) {
        Households here{};
        for (std::uint32_t h = 0; h < 4; ++h) {
            ++here[drawn(p, h)];
        }
        std::transform(town.begin(), town.end(), here.begin(), town.begin(), std::plus<>());
        std::vector<Goal> goals;
        for (int f : {0, 1, 2}) {
            goals.push_back(goal(f, total(here, f), total(here, f), 'H'));
        }
        goals.push_back(goal(3, total(here, 3) - 1, total(here, 3), 'S'));
        problem.places.push_back({p, goals});
    }
    problem.municipality = {goal(0, 8, 8, 'H'), goal(3, total(town, 3) - 1, total(town, 3), 'F')};
    return problem;
}

void drop(FitProblem& problem, char evidence_class)
{
    auto const is_dropped = [&](Goal const& g) { return g.evidence_class == evidence_class; };
    auto& town = problem.municipality;
    town.erase(std::remove_if(town.begin(), town.end(), is_dropped), town.end());
    for (auto& place : problem.places) {
        auto& goals = place.goals;
        goals.erase(std::remove_if(goals.begin(), goals.end(), is_dropped), goals.end());
    }
}

TEST(Bounds, AreThoseOfGoingThroughAllDistributions)
{
    int narrower = 0;
    int raised = 0;
    int held_by_interval = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        auto problem = random_town(seed);
        auto const with_estimates =
            bounds_of_group(problem, group(), {.evidence = BindingEvidence::with_estimates, .gap = 1e-6});
        auto const all = enumerated(problem);
        auto const published = bounds_of_group(problem, group(), {.gap = 1e-6});
        drop(problem, 'S');
        auto const fewer = enumerated(problem);

        // Fractions of households may reach a little further than whole ones, never less far.
        EXPECT_EQ(with_estimates.whole_low(), all.low) << seed;
        EXPECT_EQ(with_estimates.whole_high(), all.high) << seed;
        EXPECT_EQ(published.whole_low(), fewer.low) << seed;
        EXPECT_EQ(published.whole_high(), fewer.high) << seed;
        EXPECT_LE(published.low, with_estimates.low + 1e-6) << seed;
        EXPECT_GE(published.high, with_estimates.high - 1e-6) << seed;
        narrower += with_estimates.width() < published.width() - 0.5;
        raised += fewer.low > 0;
        held_by_interval += fewer.high == problem.municipality[1].high;
    }
    EXPECT_GE(narrower, 3);
    EXPECT_GE(raised, 3);
    EXPECT_GE(held_by_interval, 3);
}

// Fréchet: of n households a have the one thing and b the other; both have max(0, a + b - n) to min(a, b).
TEST(Bounds, AreThoseOfFrechetForOneWayMargins)
{
    FitProblem problem;
    problem.rows = rows_without();
    problem.places = {{0, {goal(0, 100, 100, 'H'), goal(1, 70, 70, 'H'), goal(2, 45, 45, 'H')}}};
    std::vector<char> both(archetype_count, 0);
    for (std::size_t a = 0; a < archetype_count; ++a) {
        both[a] = static_cast<char>(count_of(a, 4));
    }

    auto const found = bounds_of_group(problem, both, {.gap = 1e-6});

    EXPECT_NEAR(found.low, 15, 1e-6);
    EXPECT_NEAR(found.high, 45, 1e-6);
}

TEST(Bounds, NeverWidenWithMoreGoals)
{
    std::vector<char> both(archetype_count, 0);
    for (std::size_t a = 0; a < archetype_count; ++a) {
        both[a] = static_cast<char>(count_of(a, 4));
    }
    int narrower = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        auto problem = random_town(seed);
        auto const before = bounds_of_group(problem, group(), {.gap = 1e-6});
        auto const of_both = bounds_of_group(problem, both, {.gap = 1e-6});

        problem.municipality.push_back(goal(4, of_both.low, (of_both.low + of_both.high) / 2, 'F'));
        auto const after = bounds_of_group(problem, group(), {.gap = 1e-6});

        EXPECT_GE(after.low, before.low - 1e-5) << seed;
        EXPECT_LE(after.high, before.high + 1e-5) << seed;
        narrower += after.width() < before.width() - 0.05;
    }
    EXPECT_GE(narrower, 3);
}

TEST(Bounds, DoNotDependOnThreadsOrCompany)
{
    auto const problem = random_town(5);
    std::vector<char> const all(archetype_count, 1);

    auto const one = bounds_of_groups(problem, {group(), all}, {.threads = 1});
    auto const four = bounds_of_groups(problem, {group(), all}, {.threads = 4});

    for (std::size_t g = 0; g < 2; ++g) {
        EXPECT_EQ(one[g].low, four[g].low);
        EXPECT_EQ(one[g].high, four[g].high);
    }
    EXPECT_NEAR(one[1].low, 8, 1e-6);
    EXPECT_NEAR(one[1].high, 8, 1e-6);
}

TEST(Bounds, HaveNoAnswerWhereGoalsCannotBeMet)
{
    auto problem = random_town(1);
    problem.municipality.front() = goal(0, 9, 9, 'H');

    EXPECT_THROW(bounds_of_group(problem, group(), {}), ModelError);
}

// Six households, four with the first attribute and four with the second: two must have both.
TEST(Support, NamesTheGoalsThatMissAnArchetypeAndNoOthers)
{
    FitProblem problem;
    problem.rows = rows_without({3, 7});
    std::vector<Goal> const goals{goal(3, 0, 6, 'F'), goal(2, 4, 4, 'H'), goal(1, 4, 4, 'H')};
    problem.places = {{0, {goal(0, 1, 1, 'H'), goal(3, 0, 1, 'F')}}, {1, {goal(0, 6, 6, 'H')}}};
    auto& place = problem.places[1].goals;
    place.insert(place.end(), goals.begin(), goals.end());

    auto const conflicts = unsupported_goals(problem, BindingEvidence::published);

    ASSERT_EQ(conflicts.size(), 1U);
    EXPECT_EQ(conflicts[0], (Conflict{{1, 0}, {1, 2}, {1, 3}}));
    problem.rows = rows_without();
    EXPECT_TRUE(unsupported_goals(problem, BindingEvidence::published).empty());
}

TEST(Support, TellsTwoConflictsApart)
{
    FitProblem problem;
    problem.rows = rows_without();
    problem.places = {{0,
                       {goal(0, 10, 10, 'H'), goal(1, 4, 4, 'H'), goal(4, 5, 6, 'F'), goal(3, 2, 2, 'H'),
                        goal(5, 3, 4, 'F'), goal(2, 11, 12, 'F')}}};

    auto const conflicts = unsupported_goals(problem, BindingEvidence::published);

    EXPECT_THAT(conflicts, testing::UnorderedElementsAre(Conflict{{0, 1}, {0, 2}}, Conflict{{0, 3}, {0, 4}},
                                                         Conflict{{0, 0}, {0, 5}}));
}

TEST(Support, NamesAGoalThatNoArchetypeCounts)
{
    FitProblem problem;
    problem.rows = rows_without({1, 3, 5, 7});
    problem.places = {{0, {goal(0, 6, 6, 'H'), goal(1, 2, 3, 'F'), goal(2, 1, 5, 'F')}}};

    EXPECT_EQ(unsupported_goals(problem, BindingEvidence::published),
              std::vector<Conflict>(1, Conflict{{0, 1}}));
}

TEST(Support, FindsPlacesThatDoNotAddUpToTheMunicipality)
{
    auto problem = random_town(1);
    problem.municipality.front() = goal(0, 9, 9, 'H');

    auto const conflicts = unsupported_goals(problem, BindingEvidence::published);

    ASSERT_EQ(conflicts.size(), 1U);
    EXPECT_EQ(conflicts[0], (Conflict{{-1, 0}, {0, 0}, {1, 0}}));
}

TEST(Support, BlamesEstimatesOnlyWhereTheyBind)
{
    FitProblem problem;
    problem.rows = rows_without();
    problem.places = {{0, {goal(0, 6, 6, 'H'), goal(1, 4, 4, 'H'), goal(4, 5, 6, 'S')}}};

    EXPECT_TRUE(unsupported_goals(problem, BindingEvidence::published).empty());
    EXPECT_EQ(unsupported_goals(problem, BindingEvidence::with_estimates),
              std::vector<Conflict>(1, Conflict{{0, 1}, {0, 2}}));
}

TEST(Certificate, TellsFractionsFromWholeHouseholds)
{
    // Three archetypes that each have two of three things, as persons of a household: one of each thing needs
    // half a household of every archetype.
    FeatureRows rows;
    for (auto const& pair : {std::pair{1, 2}, std::pair{1, 3}, std::pair{2, 3}}) {
        rows.feature.insert(rows.feature.end(), {0, static_cast<std::uint16_t>(pair.first),
                                                 static_cast<std::uint16_t>(pair.second)});
        rows.count.insert(rows.count.end(), {2, 1, 1});
        rows.begin.push_back(static_cast<std::uint32_t>(rows.feature.size()));
    }
    std::vector<Goal> goals{goal(0, 3, 3, 'H'), goal(1, 1, 1, 'H'), goal(2, 1, 1, 'H'), goal(3, 1, 1, 'H')};

    EXPECT_TRUE(unmet_by_fractions(rows, goals, BindingEvidence::published).empty());
    goals[3] = goal(3, 2, 2, 'H');
    EXPECT_FALSE(unmet_by_fractions(rows, goals, BindingEvidence::published).empty());
}

}  // namespace
}  // namespace minimasim::population
