#include "sim/population/bounds/policy_bounds.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "sim/population/fit/goals.hpp"
#include "sim/population/reconciliation/margin_problem.hpp"
#include "sim/population/whole_households/whole_households.hpp"

namespace minimasim::population {
namespace {

Evidence const& assen()
{
    static Evidence const evidence =
        read_evidence(std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data", "GM0106");
    return evidence;
}

// A small catalogue and what Assen asks of it.
struct Town {
    AssumedValues assumed{assen().assumptions, EnsembleMember{}};
    MarginGoals goals = margin_goals(assen(), assumed, reconcile(assen(), assumed, 1), 1);
    Catalogue catalogue = draw_catalogue(assen(), assumed, EnsembleMember{}, 8'000);
    FitProblem problem = margin_problem(assen(), assumed, catalogue, goals, EnsembleMember{});
};

Town const& town()
{
    static Town const instance;
    return instance;
}

// Names of the goals of all conflicts over a catalogue from which some archetypes were removed.
template <class IsRemoved>
std::vector<std::string> conflicts_without(IsRemoved const& is_removed)
{
    auto const& [assumed, goals, drawn, whole] = town();
    Catalogue kept;
    for (std::size_t a = 0; a < drawn.archetypes.size(); ++a) {
        if (!is_removed(drawn.archetypes[a])) {
            kept.archetypes.push_back(drawn.archetypes[a]);
            kept.prior.push_back(drawn.prior[a]);
        }
    }
    auto const problem = margin_problem(assen(), assumed, kept, goals, EnsembleMember{});
    std::vector<std::string> names;
    for (auto const& conflict : unsupported_goals(problem, BindingEvidence::published)) {
        std::string name;
        for (auto const& address : conflict) {
            auto const& margins = address.place < 0
                                      ? goals.municipality
                                      : goals.neighbourhoods[static_cast<std::size_t>(address.place)];
            auto const& row = margins[address.goal].row;
            name += (name.empty() ? "" : " + ") + row.area + " " + row.attribute + " " + row.category;
        }
        names.push_back(name);
    }
    return names;
}

TEST(Support, OfAssenIsThere)
{
    EXPECT_EQ(conflicts_without([](Archetype const&) { return false; }), std::vector<std::string>{});
}

TEST(Support, OfAssenNeedsLoneParents)
{
    auto const names =
        conflicts_without([](Archetype const& h) { return h.type == HouseholdType::single_parent; });

    EXPECT_EQ(names, std::vector<std::string>(1, "GM0106 type single_parent"));
}

TEST(Support, OfAssenNeedsTenantsInEveryNeighbourhood)
{
    auto const names = conflicts_without([](Archetype const& h) { return h.tenure == Tenure::rent_social; });

    ASSERT_EQ(names.size(), assen().neighbourhoods.size() + 1);
    for (auto const& name : names) {
        EXPECT_NE(name.find(" tenure rent_social"), std::string::npos) << name;
        EXPECT_EQ(name.find('+'), std::string::npos) << name;
    }
}

TEST(PolicyBounds, HoldTheFittedAndTheDrawnNumberOfEveryGroup)
{
    auto const& [assumed, goals, catalogue, problem] = town();
    auto const fitted = fit_problem(problem, {});
    auto const drawn = draw_whole_households(problem, fitted, {});
    std::vector<std::vector<char>> is_in_group;
    for (auto const& group : policy_groups()) {
        is_in_group.push_back(members_of(group, catalogue.archetypes));
    }

    auto const published = bounds_of_groups(problem, is_in_group, {});
    auto const estimated =
        bounds_of_groups(problem, is_in_group, {.evidence = BindingEvidence::with_estimates});

    ASSERT_EQ(drawn.binding_misfit, 0);
    for (std::size_t g = 0; g < is_in_group.size(); ++g) {
        auto const key = policy_groups()[g].key;
        double fraction = 0;
        std::int64_t count = 0;
        std::vector<double> weights;
        for (std::size_t p = 0; p < fitted.places(); ++p) {
            fitted.of_place(p, weights);
            for (std::size_t a = 0; a < weights.size(); ++a) {
                fraction += is_in_group[g][a] != 0 ? weights[a] : 0;
            }
            for (auto const a : drawn.archetypes[p]) {
                count += is_in_group[g][a];
            }
        }
        EXPECT_GT(count, 100) << key;
        EXPECT_GE(count, published[g].whole_low()) << key;
        EXPECT_LE(count, published[g].whole_high()) << key;
        // The fit comes near the interval of a FIRM margin, whole households end inside it.
        EXPECT_GE(fraction, published[g].low - 0.01 * fraction) << key;
        EXPECT_LE(fraction, published[g].high + 0.01 * fraction) << key;
        EXPECT_LE(published[g].low, estimated[g].low + 0.1) << key;
        EXPECT_GE(published[g].high, estimated[g].high - 0.1) << key;
    }
    // A published share holds its own group inside its rounding: 0.1 per cent of some 31,800 households.
    EXPECT_LE(published.front().width(), 33);
    EXPECT_GE(published.front().width(), 30);
}

TEST(PolicyGroups, HaveEachItsKeyAndLeaveStudentsOut)
{
    Archetype student;
    student.add({20, Sex::woman, Role::claimant, Education::middle, Source::student});
    student.main_source = Source::student;
    std::vector<std::string_view> keys;
    for (auto const& group : policy_groups()) {
        keys.push_back(group.key);
        EXPECT_FALSE(group.holds(student)) << group.key;
    }
    std::sort(keys.begin(), keys.end());

    EXPECT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end());
}

TEST(PolicyGroups, HoldWhoTheyAreNamedAfter)
{
    auto const holds = [](std::string_view key, Archetype const& h) {
        return std::find_if(policy_groups().begin(), policy_groups().end(),
                            [&](auto const& group) { return group.key == key; })
            ->holds(h);
    };
    Archetype h;
    h.add({40, Sex::woman, Role::claimant, Education::low, Source::social_assistance});
    h.add({12, Sex::man, Role::child, Education::low, Source::none});
    h.type = HouseholdType::single_parent;
    h.tenure = Tenure::rent_social;
    h.main_source = Source::social_assistance;
    h.income_class = IncomeClass::up_to_100;

    EXPECT_TRUE(holds("lone_parents_social_rent_up_to_120", h));
    EXPECT_TRUE(holds("benefit_up_to_110", h));
    EXPECT_TRUE(holds("families_up_to_130", h));
    EXPECT_FALSE(holds("single_65_renting_up_to_120", h));
    EXPECT_FALSE(holds("self_employed_up_to_120", h));
    h.income_class = IncomeClass::up_to_130;
    EXPECT_FALSE(holds("lone_parents_social_rent_up_to_120", h));
    EXPECT_TRUE(holds("families_up_to_130", h));
    h.members[1].age = 18;
    EXPECT_FALSE(holds("families_up_to_130", h));
}

}  // namespace
}  // namespace minimasim::population
