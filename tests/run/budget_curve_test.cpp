#include "sim/run/households/budget_curve.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/rules/municipal/view.hpp"
#include "sim/run/households/household_answer.hpp"
#include "sim/run/law_and_policy/municipality.hpp"

namespace minimasim::run {

namespace {

using report::BudgetCurves;
using report::CurveCliff;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

std::filesystem::path const data = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data";

input::HouseholdRecord shipped(std::string const& name)
{
    return input::read_household_file(data / "households" / (name + ".json"));
}

DatedPolicy const& policy()
{
    static auto const read =
        read_policy(read_terms(data, "GM0106"), read_municipality(data, "GM0106").measures, Date{2024, 7, 1});
    return read;
}

BudgetCurves curves_of(input::HouseholdRecord const& record, std::string const& sweep)
{
    return budget_curves(record, read_sweep(sweep),
                         {{"baseline", "Huidig beleid", "Current policy", policy()}});
}

std::vector<std::string> ending(BudgetCurves const& curves, CurveCliff const& cliff)
{
    std::vector<std::string> columns;
    for (auto const part : cliff.ending) {
        columns.push_back(curves.parts[part].column);
    }
    return columns;
}

// One value of a household at another wage, worked out apart from the curve.
double value_at_wage(input::HouseholdRecord record, double wage, std::string const& name)
{
    record.persons[0].wage_per_year = wage;
    std::vector<double> values;
    answer(case_of(record, policy().policy.law), policy().policy, values);
    return values[static_cast<std::size_t>(find_answer_value(name) - answer_values().data())];
}

std::string refusal(std::string const& sweep)
{
    try {
        read_sweep(sweep);
    } catch (InputError const& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST(BudgetCurve, EveryPointIsTheHouseholdAtThatWage)
{
    auto const record = shipped("standard-single-parent-part-time");

    auto const curves = curves_of(record, "wage_per_year=15000:25000:2500");

    ASSERT_THAT(curves.packages[0].points, SizeIs(5));
    for (auto const& point : curves.packages[0].points) {
        EXPECT_DOUBLE_EQ(point.disposable_income_per_month,
                         value_at_wage(record, point.amount, "disposable_income_per_month"));
        double parts = 0;
        for (std::size_t k = 0; k < curves.parts.size(); ++k) {
            parts += point.parts[k];
        }
        EXPECT_NEAR(parts, point.resources_per_month, 0.005 * static_cast<double>(curves.parts.size()));
    }
}

TEST(BudgetCurve, TheMarginalRateIsTheFiniteDifference)
{
    auto const curves = curves_of(shipped("standard-single-minimum-wage"), "wage_per_year=0:60000:100");

    auto const& points = curves.packages[0].points;
    EXPECT_TRUE(std::isnan(points[0].marginal_rate));
    for (std::size_t k = 1; k < points.size(); ++k) {
        double const kept =
            12 * (points[k].disposable_income_per_month - points[k - 1].disposable_income_per_month);
        double const kept_in_all = 12 * (points[k].resources_per_month - points[k - 1].resources_per_month);
        EXPECT_NEAR(points[k].marginal_rate, 1 - kept / 100, 1e-9);
        EXPECT_NEAR(points[k].marginal_rate_with_in_kind, 1 - kept_in_all / 100, 1e-9);
    }
}

TEST(BudgetCurve, WithFullAssistanceExtraWageBringsNothing)
{
    auto const curves = curves_of(shipped("standard-single-minimum-wage"), "wage_per_year=1000:10000:1000");

    for (std::size_t k = 1; k < curves.packages[0].points.size(); ++k) {
        EXPECT_NEAR(curves.packages[0].points[k].marginal_rate, 1, 1e-6);
    }
}

TEST(BudgetCurve, FindsEveryLimitOfTheNormToTheCent)
{
    auto const record = shipped("standard-single-parent-part-time");

    auto const curves = curves_of(record, "wage_per_year=0:60000:100");

    auto const& marks = curves.packages[0].norm_marks;
    ASSERT_THAT(marks, SizeIs(4));
    for (auto const& mark : marks) {
        double const norm = value_at_wage(record, mark.amount, "form_norm_per_month");
        auto const income_cents = [&](double wage) {
            return rules::narrow_cents(value_at_wage(record, wage, "net_income_per_month") +
                                       value_at_wage(record, wage, "social_assistance_per_month"));
        };
        auto const limit_cents = std::lround(mark.share * static_cast<double>(std::lround(100 * norm)));
        EXPECT_LE(income_cents(mark.amount), limit_cents);
        EXPECT_GT(income_cents((std::round(100 * mark.amount) + 1) / 100), limit_cents);
        EXPECT_NEAR(value_at_wage(record, mark.amount, "share_of_norm"), mark.share, 1e-5);
    }
}

TEST(BudgetCurve, FindsACliffToTheCentAtItsShareOfTheNorm)
{
    auto const record = shipped("standard-single-parent-part-time");

    auto const curves = curves_of(record, "wage_per_year=0:25000:1000");

    auto const& cliffs = curves.packages[0].cliffs;
    ASSERT_THAT(cliffs, SizeIs(2));
    EXPECT_THAT(ending(curves, cliffs[0]),
                ElementsAre("income_supplement_cash_per_month", "adult_fund_in_kind_per_month"));
    EXPECT_THAT(ending(curves, cliffs[1]),
                ElementsAre("group_health_insurance_in_kind_per_month", "child_package_in_kind_per_month"));
    EXPECT_NEAR(cliffs[0].share_of_norm, 1.2, 1e-5);
    EXPECT_NEAR(cliffs[1].share_of_norm, 1.3, 1e-5);
    EXPECT_NEAR(cliffs[0].fall_per_year, 498 + 225, 0.02);
    EXPECT_NEAR(cliffs[0].cash_fall_per_year, 498, 0.02);
    EXPECT_NEAR(cliffs[1].fall_per_year, 451 + 2 * 590, 0.02);
    EXPECT_EQ(value_at_wage(record, cliffs[1].amount, "child_package_per_year"), 1180);
    EXPECT_EQ(value_at_wage(record, (std::round(100 * cliffs[1].amount) + 1) / 100, "child_package_per_year"),
              0);
}

TEST(BudgetCurve, FindsTheSameCliffsWithAnyStep)
{
    auto const record = shipped("standard-single-minimum-wage");

    auto const coarse = curves_of(record, "wage_per_year=0:60000:20000").packages[0];
    auto const fine = curves_of(record, "wage_per_year=0:60000:50").packages[0];

    ASSERT_EQ(coarse.cliffs.size(), fine.cliffs.size());
    for (std::size_t k = 0; k < fine.cliffs.size(); ++k) {
        EXPECT_EQ(coarse.cliffs[k].amount, fine.cliffs[k].amount);
        EXPECT_EQ(coarse.cliffs[k].ending, fine.cliffs[k].ending);
    }
}

TEST(BudgetCurve, HasNoCliffWhereTheLawPhasesOut)
{
    // Above every limit of the municipality allowances go down by steps of a euro a month.
    auto const curves = curves_of(shipped("standard-single-minimum-wage"), "wage_per_year=24000:60000:100");

    EXPECT_THAT(curves.packages[0].cliffs, SizeIs(0));
}

TEST(BudgetCurve, WithoutSchemesTakenUpHasNoCliffBelowTheLimits)
{
    auto record = shipped("standard-single-minimum-wage");
    record.take_up.is_none = true;

    auto const curves = curves_of(record, "wage_per_year=0:60000:100");

    EXPECT_THAT(curves.packages[0].cliffs, SizeIs(0));
    EXPECT_EQ(curves.packages[0].points[0].resources_per_month, 0);
}

TEST(BudgetCurve, OfSavingsEndsAssistanceAtTheWealthLimit)
{
    auto record = shipped("standard-single-assistance");

    auto const curves = curves_of(record, "liquid_assets=0:20000:100");

    auto const& cliffs = curves.packages[0].cliffs;
    auto const end = std::find_if(cliffs.begin(), cliffs.end(), [&](CurveCliff const& cliff) {
        auto const columns = ending(curves, cliff);
        return std::find(columns.begin(), columns.end(), "social_assistance_received_per_month") !=
               columns.end();
    });
    ASSERT_NE(end, cliffs.end());
    EXPECT_EQ(end->amount, 7575);
    EXPECT_TRUE(std::isnan(curves.packages[0].points[1].marginal_rate));
}

TEST(BudgetCurve, OfThePartnersWageNeedsAPartner)
{
    EXPECT_THROW(curves_of(shipped("standard-single-minimum-wage"), "partner.wage_per_year=0:100:100"),
                 InputError);
    EXPECT_NO_THROW(curves_of(shipped("standard-couple-one-earner"), "partner.wage_per_year=0:100:100"));
    EXPECT_THROW(curves_of(shipped("standard-single-minimum-wage"), "woz_value=0:100:100"), InputError);
}

TEST(BudgetCurve, ThatAGivenValueMakesFlatIsRefusedWithItsName)
{
    auto record = shipped("standard-single-minimum-wage");
    record.given.push_back({"disposable_income_per_month", 1805, false, 0});

    try {
        curves_of(record, "wage_per_year=0:60000:100");
        FAIL() << "not refused";
    } catch (InputError const& error) {
        EXPECT_THAT(error.what(),
                    AllOf(HasSubstr("wage_per_year"), HasSubstr("disposable_income_per_month")));
    }
}

TEST(BudgetCurve, OfSixHundredPointsTakesLessThanATenthOfASecond)
{
    auto const record = shipped("standard-couple-two-earners");
    curves_of(record, "wage_per_year=0:600:100");  // reads the policy
    auto const begin = std::chrono::steady_clock::now();

    curves_of(record, "wage_per_year=0:60000:100");

    EXPECT_LT(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(), 0.1);
}

TEST(Sweep, IsReadInCents)
{
    auto const sweep = read_sweep("partner.wage_per_year=0.5:10.50:2.5");

    EXPECT_TRUE(sweep.is_of_partner);
    EXPECT_EQ(sweep.first, 50);
    EXPECT_EQ(sweep.last, 1050);
    EXPECT_EQ(sweep.step, 250);
    EXPECT_EQ(sweep.count_points(), 5u);
}

TEST(Sweep, OfAnUnknownKeyNamesThoseThatCanBeSwept)
{
    EXPECT_THAT(refusal("wage_per_yaer=0:1:1"), HasSubstr("Did you mean wage_per_year?"));
    EXPECT_THAT(refusal("age=0:1:1"), AllOf(HasSubstr("rent_per_month"), HasSubstr("partner.wage_per_year")));
    EXPECT_THAT(refusal("partner.rent_per_month=0:1:1"), HasSubstr("cannot be swept"));
}

TEST(Sweep, IsRefusedWithWhatIsWrong)
{
    EXPECT_THAT(refusal("wage_per_year"), HasSubstr("KEY=FROM:TO:STEP"));
    EXPECT_THAT(refusal("wage_per_year=0:100"), HasSubstr("KEY=FROM:TO:STEP"));
    EXPECT_THAT(refusal("wage_per_year=0:100:10:1"), HasSubstr("KEY=FROM:TO:STEP"));
    EXPECT_THAT(refusal("wage_per_year=:100:10"), HasSubstr("FROM is missing"));
    EXPECT_THAT(refusal("wage_per_year=-100:100:10"), HasSubstr("cannot be negative"));
    EXPECT_THAT(refusal("wage_per_year=0:100:0"), HasSubstr("STEP is 0"));
    EXPECT_THAT(refusal("wage_per_year=0:100:-10"), HasSubstr("cannot be negative"));
    EXPECT_THAT(refusal("wage_per_year=100:0:10"), HasSubstr("above TO"));
    EXPECT_THAT(refusal("wage_per_year=0:100:30"), HasSubstr("end at 100 but at 90"));
    EXPECT_THAT(refusal("wage_per_year=0:60000:0.01"), HasSubstr("at most 100000"));
    EXPECT_THAT(refusal("wage_per_year=0:60.000:100"), HasSubstr("may mean 60000 or 60:"));
    EXPECT_THAT(refusal("wage_per_year=0:60000,50:100"), HasSubstr("Did you mean 60000.5?"));
    EXPECT_THAT(refusal("wage_per_year=0:sixty:100"), HasSubstr("TO is"));
    EXPECT_THAT(refusal("wage_per_year=0:1e5:100"), HasSubstr("TO is"));
    EXPECT_THAT(refusal("wage_per_year=0:0.1234:0.01"), HasSubstr("two decimals"));
    EXPECT_THAT(refusal("wage_per_year=0:99999999:1"), HasSubstr("slip of the hand"));
}

}  // namespace minimasim::run
