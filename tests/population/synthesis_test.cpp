#include "sim/population/synthesis.hpp"

#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <set>

#include "sim/population/attributes/archetype.hpp"
#include "sim/population/attributes/income_class.hpp"
#include "sim/population/fit/fit_report.hpp"
#include "sim/population/fit/goals.hpp"
#include "sim/population/plausibility.hpp"
#include "sim/population/reconciliation/reconcile.hpp"
#include "tests/population/stand_in_measure.hpp"

namespace minimasim::population {
namespace {

Evidence const& assen()
{
    static Evidence const evidence =
        read_evidence(std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data", "GM0106");
    return evidence;
}

SynthesisResult const& member_zero()
{
    static SynthesisResult const result = draw_population(assen(), stand_in_measure, {});
    return result;
}

double national_share(Profile profile)
{
    return assen().profiles[static_cast<std::size_t>(profile)].national_share.value;
}

HouseholdDraft draft_of(Population const& p, std::size_t i)
{
    HouseholdDraft h;
    h.type = p.type[i];
    h.tenure = p.tenure[i];
    h.main_source = p.main_source[i];
    h.income_class = p.income_class[i];
    h.receives_social_assistance = p.receives_social_assistance[i] != 0;
    for (auto j = p.person_begin[i]; j < p.person_begin[i + 1]; ++j) {
        auto& person = h.persons[static_cast<std::size_t>(h.count_persons++)];
        person.age = p.persons.age[j];
        person.wage_per_year = p.persons.wage_cents_per_year[j] / 100.0;
        person.profit_per_year = p.persons.profit_cents_per_year[j] / 100.0;
        person.pension_per_year = p.persons.pension_cents_per_year[j] / 100.0;
        person.unemployment_benefit_per_year = p.persons.unemployment_benefit_cents_per_year[j] / 100.0;
        person.disability_benefit_per_year = p.persons.disability_benefit_cents_per_year[j] / 100.0;
        person.state_pension_build_up = p.persons.state_pension_build_up_percent[j] / 100.0;
    }
    return h;
}

void expect_same(Population const& a, Population const& b)
{
    EXPECT_EQ(a.person_begin, b.person_begin);
    EXPECT_EQ(a.persons.age, b.persons.age);
    EXPECT_EQ(a.persons.sex, b.persons.sex);
    EXPECT_EQ(a.persons.profile, b.persons.profile);
    EXPECT_EQ(a.persons.wage_cents_per_year, b.persons.wage_cents_per_year);
    EXPECT_EQ(a.persons.pension_cents_per_year, b.persons.pension_cents_per_year);
    EXPECT_EQ(a.tenure, b.tenure);
    EXPECT_EQ(a.income_class, b.income_class);
    EXPECT_EQ(a.rent_cents_per_month, b.rent_cents_per_month);
    EXPECT_EQ(a.liquid_assets_cents, b.liquid_assets_cents);
    EXPECT_EQ(a.years_on_low_income, b.years_on_low_income);
}

TEST(Population, HoldsEveryResidentByAgeExactly)
{
    auto const& p = member_zero().population;
    auto const reconciled = reconcile(assen(), AssumedValues(assen().assumptions, EnsembleMember{}), 1);
    std::array<std::int64_t, age_group_count> counts = reconciled.in_institutions;
    for (auto const age : p.persons.age) {
        ++counts[static_cast<std::size_t>(age_group(age))];
    }

    for (std::size_t g = 0; g < age_group_count; ++g) {
        EXPECT_EQ(static_cast<double>(counts[g]),
                  assen().cell("GM0106", "residents", "age", age_group_names[g], 2023).value)
            << age_group_names[g];
    }
    EXPECT_EQ(static_cast<std::int64_t>(p.persons.size()) + p.residents_of_institutions, 69'414);
}

TEST(Population, MeetsEveryHardAndFirmMargin)
{
    auto const& fit = member_zero().fit;
    int hard = 0;
    for (auto const& row : fit.rows) {
        if (row.evidence_class != 'S') {
            EXPECT_TRUE(row.is_met()) << row.area << " " << row.attribute << " " << row.category << ": drawn "
                                      << row.drawn << ", allowed " << row.low << " to " << row.high;
        }
        hard += row.evidence_class == 'H';
    }

    EXPECT_GE(hard, 70);
    EXPECT_TRUE(fit.certificates.empty());
    EXPECT_GE(member_zero().population.size(), 31'950U);
    EXPECT_LE(member_zero().population.size(), 32'350U);
}

TEST(Population, HoldsNoImpossibleHousehold)
{
    auto const faults = impossible_households(member_zero().population);

    EXPECT_TRUE(faults.empty()) << faults.size()
                                << " faults, first: " << (faults.empty() ? "" : faults.front());
}

TEST(Plausibility, FindsAFaultPutThere)
{
    Population p = member_zero().population;
    p.persons.age[p.person_begin[100]] = 12;

    EXPECT_FALSE(impossible_households(p).empty());
}

TEST(Population, PutsIncomesInTheirClass)
{
    auto const& p = member_zero().population;
    IncomeClasses const classes(assen(), AssumedValues(assen().assumptions, EnsembleMember{}));
    std::size_t outside = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        outside += classes.of(stand_in_measure(draft_of(p, i))) != p.income_class[i];
    }

    EXPECT_LE(outside, p.size() / 1000);
}

TEST(Population, HasTheSameBitsTwice)
{
    auto const again = draw_population(assen(), stand_in_measure, {});

    expect_same(member_zero().population, again.population);
}

TEST(Population, DiffersBetweenMembersAndSeeds)
{
    auto const other_member = draw_population(assen(), stand_in_measure, {{1, 1, {}}, 0.1, 1});
    auto const member = draw_population(assen(), stand_in_measure, {{1, 0, {}}, 0.1, 1});
    auto const other_seed = draw_population(assen(), stand_in_measure, {{2, 0, {}}, 0.1, 1});

    EXPECT_NE(member.population.persons.wage_cents_per_year,
              other_member.population.persons.wage_cents_per_year);
    EXPECT_NE(member.population.persons.wage_cents_per_year,
              other_seed.population.persons.wage_cents_per_year);
    EXPECT_EQ(other_member.population.member, 1U);
}

TEST(Population, OfAnySizeKeepsPersonsExact)
{
    for (double const factor : {0.05, 0.3}) {
        auto const result = draw_population(assen(), stand_in_measure, {{1, 0, {}}, factor, 1});
        for (auto const& row : result.fit.rows) {
            if (row.evidence_class == 'H') {
                EXPECT_TRUE(row.is_met())
                    << factor << " " << row.area << " " << row.attribute << " " << row.category;
            }
        }
        EXPECT_TRUE(impossible_households(result.population).empty());
    }
}

TEST(Population, HoldsProfilesInThePublishedOrder)
{
    std::map<Profile, int> count;
    auto const& q = member_zero().population.persons;
    for (std::size_t j = 0; j < q.size(); ++j) {
        count[q.profile[j]] += q.age[j] >= 18;
    }

    for (auto const profile : {Profile::orange, Profile::green, Profile::purple, Profile::red,
                               Profile::yellow, Profile::pink, Profile::blue}) {
        EXPECT_GT(count[Profile::brown], count[profile]);
    }
    double adults = 0;
    for (auto const& [profile, persons] : count) {
        adults += persons;
    }
    for (auto const few : {Profile::orange, Profile::purple, Profile::blue}) {
        EXPECT_LT(count[few], national_share(few) * adults);
    }
    for (auto const many : {Profile::green, Profile::pink}) {
        EXPECT_GT(count[many], national_share(many) * adults);
    }
}

// Tables the fit does not use: within a point or ten per cent of the country.
TEST(Population, LooksLikeTheRegionWhereItWasNotFitted)
{
    auto const& p = member_zero().population;
    std::array<double, 3> couples{};
    double gap = 0;
    double pairs = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        auto const first = p.person_begin[i];
        int children = 0;
        for (auto j = first; j < p.person_begin[i + 1]; ++j) {
            children += p.persons.role[j] == Role::child;
        }
        if (p.type[i] == HouseholdType::couple_with_children) {
            couples[static_cast<std::size_t>(std::min(children, 3) - 1)] += 1;
        }
        bool const couple = p.type[i] == HouseholdType::couple_with_children ||
                            p.type[i] == HouseholdType::couple_without_children;
        if (couple && p.persons.sex[first] != p.persons.sex[first + 1]) {
            int const difference = p.persons.age[first] - p.persons.age[first + 1];
            gap += p.persons.sex[first] == Sex::man ? difference : -difference;
            pairs += 1;
        }
    }
    double const all = std::accumulate(couples.begin(), couples.end(), 0.0);

    for (std::size_t k = 0; k < 3; ++k) {
        double const expected = assen().national.children_of_couple_share[k];
        EXPECT_NEAR(couples[k] / all, expected, 0.1 * expected + 0.01);
    }
    EXPECT_NEAR(gap / pairs, 2.4, 0.3);
}

TEST(FitOf, CountsAStoredPopulationAsItWasDrawn)
{
    auto const checked = fit_of(member_zero().population, assen());
    auto const& drawn = member_zero().fit.rows;

    ASSERT_EQ(checked.rows.size(), drawn.size());
    for (std::size_t r = 0; r < drawn.size(); ++r) {
        EXPECT_EQ(checked.rows[r].drawn, drawn[r].drawn);
        EXPECT_EQ(checked.rows[r].target, drawn[r].target);
    }
}

TEST(Catalogue, SupportsEveryMarginAndHoldsNothingImpossible)
{
    EnsembleMember const member;
    AssumedValues const assumed(assen().assumptions, member);
    auto const reconciled = reconcile(assen(), assumed, 1);
    auto const goals = margin_goals(assen(), assumed, reconciled, 1);
    auto const catalogue = draw_catalogue(assen(), assumed, member, 8'000);
    auto const rows = feature_rows(catalogue.archetypes);
    std::set<int> supported(rows.feature.begin(), rows.feature.end());

    for (auto const& goal : goals.municipality) {
        EXPECT_TRUE(goal.goal.target == 0 || supported.count(goal.goal.feature))
            << goal.row.attribute << goal.row.category;
    }
    for (auto const& goal : goals.neighbourhoods.front()) {
        EXPECT_TRUE(supported.count(goal.goal.feature)) << goal.row.attribute << goal.row.category;
    }
    for (auto const& household : catalogue.archetypes) {
        EXPECT_TRUE(is_possible(household));
    }
}

}  // namespace
}  // namespace minimasim::population
