#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "tests/forecast/example_town.hpp"

namespace minimasim::forecast::test {
namespace {

Package with(double Terms::*term, double value, int from_month = 0)
{
    return {"package", {{from_month, term, value}}, {}};
}

std::int64_t sum(Path const& path, std::int32_t MonthCounts::*count)
{
    return std::accumulate(
        path.months.begin(), path.months.end(), std::int64_t{0},
        [count](std::int64_t total, MonthCounts const& month) { return total + month.*count; });
}

TEST(Debts, OnlyFallWithoutInflow)
{
    auto terms = example_terms();
    terms.debts_trend_per_year = -terms.debts_exit_per_year;
    terms.relapse_two_years = 0;

    auto const path = run(example_town(), terms).paths[0];

    for (std::size_t m = 1; m < path.months.size(); ++m) {
        EXPECT_LE(path.months[m].problem_debts, path.months[m - 1].problem_debts) << "month " << m;
    }
    EXPECT_LT(path.months.back().problem_debts, path.months.front().problem_debts / 2);
    EXPECT_EQ(sum(path, &MonthCounts::entered_debts), 0);
}

TEST(Debts, StayAsTheyStartedWhenEverythingIsOff)
{
    auto const replicate = run(example_town(), standstill());

    for (auto const& month : replicate.paths[0].months) {
        EXPECT_EQ(month.problem_debts, replicate.start.problem_debts);
        EXPECT_EQ(month.arrears, replicate.start.arrears);
        EXPECT_EQ(month.administered, replicate.start.administered);
        EXPECT_EQ(month.signals, 0);
    }
    EXPECT_EQ(replicate.paths[0].debts_by_neighbourhood.front(),
              replicate.paths[0].debts_by_neighbourhood.back());
}

TEST(Debts, AddUpWithTheirFlowsInEveryMonth)
{
    for (std::uint32_t r = 0; r < 4; ++r) {
        auto const replicate = run(example_town(), example_terms(),
                                   {{}, with(&Terms::youth_budget_per_year, 100'000, 12)}, 7, r);
        for (auto const& path : replicate.paths) {
            auto debts = replicate.start.problem_debts;
            auto arrears = replicate.start.arrears;
            auto running = replicate.start.running;
            for (auto const& m : path.months) {
                debts += m.entered_debts + m.relapsed - m.recovered_debts - m.completed - m.youth_completed;
                arrears += m.entered_arrears - m.recovered_arrears - m.entered_debts;
                running += m.started - m.completed - m.stopped;
                EXPECT_EQ(m.problem_debts, debts);
                EXPECT_EQ(m.arrears, arrears);
                EXPECT_EQ(m.running, running);
                EXPECT_EQ(m.orderly + m.arrears + m.problem_debts, replicate.start.households);
                EXPECT_EQ(m.signals, m.known_signals + m.visited + m.called + m.letters);
                EXPECT_EQ(m.signals,
                          std::accumulate(m.signals_by_sender.begin(), m.signals_by_sender.end(), 0));
            }
            EXPECT_EQ(std::accumulate(path.debts_by_neighbourhood.back().begin(),
                                      path.debts_by_neighbourhood.back().end(), 0),
                      path.months.back().problem_debts);
        }
    }
}

TEST(Debts, StayNearTheirStartUnderCurrentPolicyWithoutTrend)
{
    constexpr std::uint32_t replicates = 40;
    double change = 0;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        auto const replicate = run(example_town(), example_terms(), {{}}, 7, r);
        change += static_cast<double>(replicate.paths[0].months.back().problem_debts) /
                      replicate.start.problem_debts -
                  1;
    }

    EXPECT_NEAR(change / replicates, 0, 0.05);
}

TEST(Debts, DoNotDependOnTheOrderOfTheHouseholds)
{
    auto const town = example_town();
    Town turned = town;
    auto const turn = [](auto& column) { std::reverse(column.begin(), column.end()); };
    turn(turned.number);
    turn(turned.neighbourhood);
    turn(turned.has_problem_debts);
    turn(turned.has_children);
    turn(turned.is_tenant);
    turn(turned.is_hard_to_reach);
    turn(turned.is_known);
    turn(turned.is_young);
    turn(turned.income_kind);
    turn(turned.is_up_to_social_minimum);
    turn(turned.kind);
    std::vector<Package> const packages{{}, with(&Terms::youth_budget_per_year, 100'000, 12)};

    auto const a = run(town, example_terms(), packages);
    auto const b = run(turned, example_terms(), packages);

    for (std::size_t p = 0; p < packages.size(); ++p) {
        EXPECT_TRUE(a.paths[p].months == b.paths[p].months);
        EXPECT_EQ(a.paths[p].debts_by_neighbourhood, b.paths[p].debts_by_neighbourhood);
    }
}

TEST(Debts, DifferBetweenPackagesOnlyFromTheMonthOfTheChange)
{
    auto const replicate =
        run(example_town(), example_terms(), {{}, with(&Terms::completed_per_year, 30, 24)});

    auto const& a = replicate.paths[0].months;
    auto const& b = replicate.paths[1].months;
    EXPECT_TRUE(std::equal(a.begin(), a.begin() + 24, b.begin()));
    EXPECT_LT(b.back().problem_debts, a.back().problem_debts);
}

TEST(Help, NeverExceedsItsCapacityInAnyMonth)
{
    auto terms = example_terms();
    terms.youth_budget_per_year = 60'000;
    for (std::uint32_t r = 0; r < 4; ++r) {
        auto const path = run(example_town(), terms, {{}}, 7, r).paths[0];
        std::int32_t aftercare = 0;
        std::int32_t young = 0;
        std::int32_t course = 0;
        for (std::size_t month = 0; month < path.months.size(); ++month) {
            auto const& m = path.months[month];
            EXPECT_LE(m.visited, std::llround(terms.visits_per_month));
            EXPECT_LE(m.visited + m.called,
                      std::llround(terms.visits_per_month) + std::llround(terms.calls_per_month));
            EXPECT_LE(m.running, m.places);
            aftercare = month % 12 == 0 ? m.aftercare_started : aftercare + m.aftercare_started;
            young = month % 12 == 0 ? m.youth_started : young + m.youth_started;
            course = month % 12 == 0 ? m.course_participants : course + m.course_participants;
            EXPECT_LE(aftercare, terms.aftercare_budget_per_year / terms.aftercare_unit_cost);
            EXPECT_LE(young, terms.youth_budget_per_year / terms.youth_unit_cost);
            EXPECT_LE(course, terms.course_participants_per_year);
        }
        EXPECT_GT(sum(path, &MonthCounts::youth_started), 0);
        EXPECT_GT(sum(path, &MonthCounts::aftercare_started), 0);
    }
}

TEST(Help, CompletesNoFewerTrajectoriesWithMoreCapacity)
{
    std::vector<Package> packages;
    for (double const completed : {0.0, 5.0, 10.0, 12.0, 15.0, 20.0, 30.0, 60.0}) {
        packages.push_back(with(&Terms::completed_per_year, completed));
    }
    // Over many replicates: beyond what is asked for, an earlier start may move one past the last month.
    std::vector<std::int64_t> completed(packages.size());
    for (std::uint32_t r = 0; r < 30; ++r) {
        auto const replicate = run(example_town(), example_terms(), packages, 7, r);
        for (std::size_t p = 0; p < packages.size(); ++p) {
            completed[p] += sum(replicate.paths[p], &MonthCounts::completed);
        }
    }
    EXPECT_TRUE(std::is_sorted(completed.begin(), completed.end())) << testing::PrintToString(completed);
}

TEST(Help, ReachesMoreHouseholdsWithMoreVisitsAndHigherAcceptance)
{
    auto const replicate = run(example_town(), example_terms(),
                               {{}, with(&Terms::visits_per_month, 12), with(&Terms::acceptance, 0.6)});

    auto const accepted = [&](std::size_t p) { return sum(replicate.paths[p], &MonthCounts::accepted); };
    EXPECT_GT(accepted(1), accepted(0));
    EXPECT_GT(accepted(2), 2 * accepted(0));
}

TEST(EarlySignals, AreFollowedUpAsLongAsThereIsMoneyAndLettersGoOn)
{
    auto terms = example_terms();
    terms.signals_budget_at_start = 150'000;
    terms.signals_budget_per_year = 150'000;
    terms.signals_funded_until = 2025;
    Package const pays{"pays", {{24, &Terms::signals_funded_until, no_year}}, {}};
    Package const half{"half", {{12, &Terms::signals_budget_per_year, 75'000}}, {}};

    auto const replicate = run(example_town(), terms, {{}, pays, half});

    auto const approached = [&](std::size_t p, std::size_t m) {
        return replicate.paths[p].months[m].visited + replicate.paths[p].months[m].called;
    };
    EXPECT_GT(approached(0, 23), 0);
    EXPECT_EQ(approached(0, 24), 0);
    EXPECT_GT(replicate.paths[0].months[24].letters, 0);
    EXPECT_EQ(approached(1, 23), approached(0, 23));
    EXPECT_GT(approached(1, 24), 0);
    EXPECT_LE(approached(2, 12), (approached(0, 12) + 2) / 2);
}

TEST(EarlySignals, ComeFromTheTaxAuthorityInTheYearsOfItsPilotAlone)
{
    auto terms = example_terms();
    terms.tax_signals_per_month = 20;
    auto const months = run(example_town(), terms).paths[0].months;

    for (std::size_t m = 0; m < months.size(); ++m) {
        auto const signals = months[m].signals_by_sender[static_cast<std::size_t>(Sender::tax_authority)];
        EXPECT_EQ(signals > 0, m >= 12 && m < 36) << m;
    }
}

TEST(Income, LowersArrearsOnlyWhereTheTermSaysSo)
{
    Package const richer{"richer", {}, std::vector<std::int32_t>(example_households, 20'000)};
    auto terms = example_terms();
    terms.effect_of_income = 0;
    auto const without = run(example_town(), terms, {{}, richer});
    terms.effect_of_income = -0.1;
    auto const with_effect = run(example_town(), terms, {{}, richer});

    EXPECT_TRUE(without.paths[0].months == without.paths[1].months);
    EXPECT_LT(sum(with_effect.paths[1], &MonthCounts::entered_arrears),
              0.9 * static_cast<double>(sum(with_effect.paths[0], &MonthCounts::entered_arrears)));
}

TEST(Income, CountsFromTheMonthOfThePackageOn)
{
    Package const richer{"richer", {}, std::vector<std::int32_t>(example_households, 50'000), 30, {}};
    auto terms = example_terms();
    terms.effect_of_income = -0.1;

    auto const paths = run(example_town(), terms, {{}, richer}).paths;

    EXPECT_TRUE(std::equal(paths[0].months.begin(), paths[0].months.begin() + 30, paths[1].months.begin()));
    EXPECT_LT(paths[1].months[30].entered_arrears, paths[0].months[30].entered_arrears);
}

TEST(Contact, LeadsEveryHouseholdOnceToWhatItLeavesUnused)
{
    Package package;
    package.unused_schemes.assign(example_households, 2);
    auto terms = example_terms();
    terms.visits_per_month = 1'000;
    terms.led_to_schemes = 1;
    auto const certain = run(example_town(), terms, {package}).paths[0];
    terms.led_to_schemes = 0;
    auto const never = run(example_town(), terms, {package}).paths[0];

    EXPECT_GT(sum(certain, &MonthCounts::led_to_schemes), 0);
    EXPECT_LE(sum(certain, &MonthCounts::led_to_schemes), sum(certain, &MonthCounts::visited));
    EXPECT_EQ(sum(certain, &MonthCounts::users_gained), 2 * sum(certain, &MonthCounts::led_to_schemes));
    EXPECT_EQ(sum(never, &MonthCounts::users_gained), 0);
    EXPECT_EQ(certain.months.back().problem_debts, never.months.back().problem_debts);
}

// A town in which everybody who is approached is led to a scheme of this many cents a year.
Package leading_to(std::int32_t cents_per_year)
{
    Package package;
    package.unused_schemes.assign(example_households, 1);
    for (std::uint32_t i = 0; i < example_households; ++i) {
        package.unused_grants.push_back({i, 2, cents_per_year});
    }
    return package;
}

Terms terms_of_contact(double led_use_kept)
{
    auto terms = example_terms();
    terms.visits_per_month = 1'000;
    terms.led_to_schemes = 1;
    terms.led_use_kept = led_use_kept;
    return terms;
}

// Households led to schemes in the months from `first` to `last`.
std::int64_t led_between(Path const& path, int first, int last)
{
    std::int64_t led = 0;
    for (int month = std::max(0, first); month <= last; ++month) {
        led += path.months[static_cast<std::size_t>(month)].led_to_schemes;
    }
    return led;
}

TEST(Contact, CostsWhatThoseLedToSchemesUseFromTheMonthOfContactOn)
{
    auto const for_ever = run(example_town(), terms_of_contact(1), {leading_to(120'000)}).paths[0];
    auto const for_a_year = run(example_town(), terms_of_contact(0), {leading_to(120'000)}).paths[0];

    ASSERT_EQ(for_ever.gained_cents.size(), 7U);
    for (int year = 0; year < 7; ++year) {
        std::int64_t ever = 0;
        std::int64_t a_year = 0;
        for (int month = 12 * year; month < 12 * year + 12; ++month) {
            ever += 120'000 * led_between(for_ever, 0, month);
            a_year += 120'000 * led_between(for_a_year, month - 11, month);
        }
        auto const place = static_cast<std::size_t>(year);
        EXPECT_EQ(for_ever.gained_cents[place][2], ever);
        EXPECT_EQ(for_a_year.gained_cents[place][2], a_year);
        EXPECT_EQ(for_ever.gained_cents[place][1], 0);
    }
    EXPECT_GT(for_ever.gained_cents[0][2], 0);
}

TEST(Contact, CostsTheAmountsOfThePackageFromItsFirstChangeOn)
{
    auto const terms = terms_of_contact(1);
    auto twice = leading_to(240'000);
    twice.changes = {{30, &Terms::letter_response, terms.letter_response}};

    auto const path = run(example_town(), terms, {leading_to(120'000), twice}).paths[1];

    std::int64_t expected = 0;
    for (int month = 24; month < 36; ++month) {
        expected += (month < 30 ? 120'000 : 240'000) * led_between(path, 0, month);
    }
    EXPECT_EQ(path.gained_cents[2][2], expected);
}

TEST(Contact, ThatLeadsToIncomeChangesTheRiskOfArrears)
{
    auto terms = terms_of_contact(1);
    for (double const effect : {-0.5, 0.5}) {
        terms.effect_of_income = effect;
        auto const before = run(example_town(), terms, {leading_to(0)}).paths[0];
        auto const after = run(example_town(), terms, {leading_to(240'000)}).paths[0];

        auto const more =
            sum(after, &MonthCounts::entered_arrears) - sum(before, &MonthCounts::entered_arrears);
        EXPECT_GT(static_cast<double>(more) * effect, 0);
    }
}

TEST(Repayment, IsFreedForHouseholdsThatHelpFreedOfDebts)
{
    auto terms = example_terms();
    terms.freed_repayment_per_month = 150;
    auto const replicate = run(example_town(), terms);
    for (auto const& month : replicate.paths[0].months) {
        EXPECT_EQ(month.freed_repayment_cents, std::int64_t{month.freed} * 15'000);
        EXPECT_LE(month.freed, month.orderly);
    }
}

TEST(ShareOfMonth, AddsUpToTheYear)
{
    for (double const per_year : {0.0, 1.0, 7.5, 19.4, 100.0, 1234.0}) {
        std::int32_t total = 0;
        for (int month = 24; month < 36; ++month) {
            total += share_of_month(per_year, month);
        }
        EXPECT_EQ(total, static_cast<std::int32_t>(per_year));
    }
}

}  // namespace
}  // namespace minimasim::forecast::test
