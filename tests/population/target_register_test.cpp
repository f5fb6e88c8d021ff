#include "sim/population/evidence/target_register.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>

#include "sim/population/fit/area_goals.hpp"
#include "sim/population/fit/goals.hpp"
#include "sim/population/synthesis.hpp"
#include "tests/population/spoiled_data.hpp"
#include "tests/population/stand_in_measure.hpp"

namespace minimasim::population {
namespace {

Evidence const& assen()
{
    static Evidence const evidence =
        read_evidence(std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data", "GM0106");
    return evidence;
}

class SpoiledRegister : public SpoiledData {
  protected:
    std::string const file = "margins/GM0106/targets.csv";

    void freeze()
    {
        std::vector<Problem> problems;
        auto const targets = read_target_register(folder / "margins/GM0106", problems);
        std::ofstream(folder / "margins/GM0106/targets.sha256") << targets.digest << "\n";
    }
};

TEST(TargetRegister, GivesEveryCellOfAssenItsUse)
{
    std::map<TargetUse, int> cells;
    for (auto const& cell : assen().margins) {
        ++cells[cell.use];
    }

    EXPECT_EQ(assen().targets.digest.size(), 64U);
    EXPECT_GT(cells[TargetUse::fit], 400);
    EXPECT_GE(cells[TargetUse::hold_out], 14);
    EXPECT_GT(cells[TargetUse::compare], 40);
}

TEST(TargetRegister, HoldsOutOnlyWhatSomebodyPublished)
{
    for (auto const& cell : assen().margins) {
        if (cell.use == TargetUse::hold_out || cell.use == TargetUse::compare) {
            EXPECT_NE(cell.status, "estimated") << cell.file << ":" << cell.line;
        }
    }
}

TEST(TargetRegister, HasADigestThatIgnoresTheOrderAndSeesTheUse)
{
    auto rows = assen().targets.rows;
    std::swap(rows.front(), rows.back());
    EXPECT_EQ(digest_of_split(rows), assen().targets.digest);

    rows.front().use = TargetUse::fit;
    EXPECT_NE(digest_of_split(rows), assen().targets.digest);
}

TEST_F(SpoiledRegister, AChangedSplitIsRefusedUntilItIsFrozenAgain)
{
    replace(file, "0.001,HELD OUT,hold out,households below", "0.001,FIRM,fit,households below");

    EXPECT_NE(complaint().find("was changed after it was frozen"), std::string::npos) << complaint();
    EXPECT_NE(complaint().find("scripts/freeze_targets"), std::string::npos);
    freeze();
    EXPECT_EQ(complaint(), "");
}

TEST_F(SpoiledRegister, ARegisterThatIsNotFrozenIsRefused)
{
    std::filesystem::remove(folder / "margins/GM0106/targets.sha256");

    EXPECT_NE(complaint().find("is not frozen"), std::string::npos) << complaint();
}

TEST_F(SpoiledRegister, AllProblemsAreReportedTogether)
{
    replace(file, "wealth,GM0106,private_households,wealth,", "wealth,GM0106,private_households,riches,");
    replace(file, "cars,GM0106,residents,cars,*,2023,5", "cars,GM0106,residents,cars,*,2023,10");
    replace(file, "GM0106,residents,benefits,unemployment", "GM0106,residents,benefits,*");
    freeze();

    auto const text = complaint();

    EXPECT_NE(text.find("no row of targets.csv names wealth = median"), std::string::npos) << text;
    EXPECT_NE(text.find("wealth names no cell of the margins"), std::string::npos) << text;
    EXPECT_NE(text.find("the rounding of this cell"), std::string::npos) << text;
    EXPECT_NE(text.find("a cell has one use"), std::string::npos) << text;
}

TEST_F(SpoiledRegister, AnUnknownUseIsReportedWithWhatWasMeant)
{
    replace(file, "HELD OUT,hold out,persons from pension age", "HELD OUT,holdout,persons from pension age");

    EXPECT_NE(complaint().find("Did you mean hold out?"), std::string::npos) << complaint();
}

TEST_F(SpoiledRegister, TheFitCannotReadWhatIsHeldOut)
{
    replace(file, "2020,10,FIRM,fit,persons with a disability benefit",
            "2020,10,HELD OUT,hold out,persons with a disability benefit");
    freeze();
    auto const evidence = read_evidence(folder, "GM0106");
    AssumedValues const assumed(evidence.assumptions, EnsembleMember{});

    EXPECT_THROW(margin_goals(evidence, assumed, reconcile(evidence, assumed, 1), 1), ModelError);
}

TEST(AreaGoals, RefuseWhatTheRegisterHoldsOutAndTakeAnEstimateForWhatItIs)
{
    std::vector<MarginGoal> goals;
    AssumedValues const assumed(assen().assumptions, EnsembleMember{});
    AreaGoals town(assen(), assumed, "GM0106", goals);
    AreaGoals place(assen(), assumed, "WK010600", goals);

    EXPECT_THROW(town.firm(0, "private_households", "low_income", "low_income", 0.07, 2000, 20), ModelError);
    place.firm(0, "private_households", "composition", "one_person", 0.58, 2400, 2);
    place.soft(0, "private_households", "composition", "one_person", 0.58, 2400, 80);
    town.firm(0, "private_households", "composition", "one_person", 0.39, 12'000, 160);
    ASSERT_EQ(goals.size(), 3U);
    EXPECT_EQ(goals[0].row.evidence_class, 'S');
    EXPECT_EQ(goals[2].row.evidence_class, 'F');
}

bool has_goal(MarginGoals const& goals, std::string const& attribute)
{
    bool found = false;
    for (auto const& goal : goals.municipality) {
        found = found || goal.row.attribute == attribute;
    }
    for (auto const& place : goals.neighbourhoods) {
        for (auto const& goal : place) {
            found = found || goal.row.attribute == attribute;
        }
    }
    return found;
}

TEST(AlsoHoldOut, LeavesATableOutOfTheGoals)
{
    AssumedValues const assumed(assen().assumptions, EnsembleMember{});
    for (auto const* name : tables_that_can_be_held_out) {
        auto evidence = assen();
        ASSERT_TRUE(has_goal(margin_goals(evidence, assumed, reconcile(evidence, assumed, 1), 1), name))
            << name;
        evidence.also_hold_out = {name};

        auto const goals = margin_goals(evidence, assumed, reconcile(evidence, assumed, 1), 1);

        EXPECT_FALSE(has_goal(goals, name)) << name;
        EXPECT_TRUE(has_goal(goals, "five_year_age"));
    }
}

// With the table held out, its cells may be anything.
TEST(AlsoHoldOut, DoesNotLookAtTheTable)
{
    AssumedValues const assumed(assen().assumptions, EnsembleMember{});
    for (auto const* name : tables_that_can_be_held_out) {
        auto evidence = assen();
        evidence.also_hold_out = {name};
        auto const before = margin_goals(evidence, assumed, reconcile(evidence, assumed, 1), 1);
        for (auto& cell : evidence.margins) {
            cell.value *= cell.attribute == name ? 0.5 : 1;
        }

        auto const after = margin_goals(evidence, assumed, reconcile(evidence, assumed, 1), 1);

        ASSERT_EQ(before.municipality.size(), after.municipality.size()) << name;
        for (std::size_t g = 0; g < before.municipality.size(); ++g) {
            EXPECT_EQ(before.municipality[g].row.target, after.municipality[g].row.target) << name;
        }
    }
}

// The table by position judges a population that never saw it: the share of persons in the wrong cell.
TEST(AlsoHoldOut, JudgesAPopulationWithATableItDidNotSee)
{
    auto const error_of = [](std::vector<std::string> const& held_out) {
        auto evidence = assen();
        evidence.also_hold_out = held_out;
        auto const result = draw_population(evidence, stand_in_measure, {});
        for (auto const& row : result.fit.rows) {
            EXPECT_TRUE(row.evidence_class != 'H' || row.is_met()) << row.area << " " << row.attribute;
        }
        double difference = 0;
        double persons = 0;
        for (auto const& row : fit_of(result.population, assen()).rows) {
            if (row.attribute == "position_age") {
                difference += std::fabs(row.drawn - row.target);
                persons += row.target;
            }
        }
        return difference / persons;
    };

    double const fitted = error_of({});
    double const unseen = error_of({"position_age"});

    RecordProperty("fitted", std::to_string(fitted));
    RecordProperty("unseen", std::to_string(unseen));
    std::printf("standardised absolute error, persons by position and age: %.4f fitted, %.4f unseen\n",
                fitted, unseen);
    EXPECT_LT(fitted, 0.03);
    EXPECT_GT(unseen, fitted);
    EXPECT_LT(unseen, 0.10);
}

TEST(AlsoHoldOut, RefusesATableThatThePopulationNeeds)
{
    auto evidence = assen();
    evidence.also_hold_out = {"position_ages"};

    try {
        reconcile(evidence, AssumedValues(evidence.assumptions, EnsembleMember{}), 1);
        FAIL() << "no error";
    } catch (ModelError const& error) {
        EXPECT_NE(std::string(error.what()).find("Did you mean position_age?"), std::string::npos);
    }
}

// A table that is marked `fit` and is read by nothing would be counted as evidence without being any.
TEST(TargetRegister, MarksNothingAsFittedThatTheFitDoesNotRead)
{
    AssumedValues const assumed(assen().assumptions, EnsembleMember{});
    auto const numbers = [&](Evidence const& evidence) {
        std::vector<double> all;
        auto const r = reconcile(evidence, assumed, 1);
        auto const goals = margin_goals(evidence, assumed, r, 1);
        auto const add = [&](std::vector<MarginGoal> const& some) {
            for (auto const& goal : some) {
                all.insert(all.end(), {goal.row.published, goal.row.target, goal.row.low, goal.row.high});
            }
        };
        add(goals.municipality);
        for (auto const& place : goals.neighbourhoods) {
            add(place);
        }
        for (auto const& row : r.report.rows) {
            all.push_back(row.reconciled);
        }
        return all;
    };
    auto const before = numbers(assen());
    for (auto const& target : assen().targets.rows) {
        if (target.use != TargetUse::fit || target.target == "neighbourhood_dwelling_value") {
            continue;  // dwelling values are read when costs are drawn
        }
        auto evidence = assen();
        for (auto& cell : evidence.margins) {
            cell.use = target.names(cell) ? TargetUse::context : cell.use;
        }

        EXPECT_THROW(numbers(evidence), ModelError) << target.target << " is not read by the fit";
    }
    EXPECT_EQ(before, numbers(assen()));
}

}  // namespace
}  // namespace minimasim::population
