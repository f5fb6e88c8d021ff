#include "sim/forecast/economy.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <numeric>

#include "sim/base/error.hpp"
#include "sim/forecast/back_cast.hpp"
#include "tests/forecast/example_town.hpp"

namespace minimasim::forecast::test {
namespace {

constexpr int years = 7;
constexpr std::uint32_t replicates = 12;

std::vector<ByIncomeKind> every_year(double work, double benefit, double pension)
{
    return std::vector<ByIncomeKind>(years, {work, benefit, pension});
}

std::vector<ByIncomeKind> uneven_years()
{
    return {{0.03, 0.035, 0.01}, {-0.06, -0.02, -0.03}, {0.01, 0.02, 0},      {0, 0, 0},
            {-0.02, 0.01, 0.02}, {0.007, 0.004, -0.01}, {0.007, 0.004, -0.01}};
}

Terms without_economy()
{
    auto terms = example_terms();
    for (auto const term :
         {&Terms::income_and_arrears, &Terms::income_and_worsening, &Terms::income_adaptation,
          &Terms::inflow_deviation, &Terms::inflow_carried_over}) {
        terms.*term = 0;
    }
    return terms;
}

Replicate run_in(Terms const& terms, std::vector<ByIncomeKind> const& rises, std::uint32_t replicate,
                 std::vector<Package> const& packages = {{}})
{
    auto const town = example_town();
    return run_replicate(town, terms, packages, years, {5, town.member, replicate}, {},
                         economy_of(terms, rises, first_year, 5, replicate));
}

TEST(Economy, WithItsTermsAtZeroChangesNotAByte)
{
    auto const terms = without_economy();
    std::vector<Package> const packages{{}, {"package", {{24, &Terms::completed_per_year, 30}}, {}}};

    auto const plain = run(example_town(), terms, packages, years, 3);
    auto const in_economy = run_in(terms, uneven_years(), 3, packages);

    for (std::size_t p = 0; p < packages.size(); ++p) {
        EXPECT_TRUE(plain.paths[p].months == in_economy.paths[p].months);
        EXPECT_EQ(plain.paths[p].debts_by_neighbourhood, in_economy.paths[p].debts_by_neighbourhood);
    }
}

TEST(Economy, LessRealIncomeNeverLowersAChance)
{
    auto const terms = example_terms();
    auto better = uneven_years();
    auto worse = better;
    worse[2] = {-0.03, -0.04, -0.05};

    auto const a = economy_of(terms, better, first_year, 5, 1);
    auto const b = economy_of(terms, worse, first_year, 5, 1);

    for (std::size_t y = 0; y < a.years.size(); ++y) {
        for (std::size_t kind = 0; kind < income_kind_count; ++kind) {
            EXPECT_GE(b.years[y].entering[kind], a.years[y].entering[kind]);
            EXPECT_GE(b.years[y].worsening[kind], a.years[y].worsening[kind]);
        }
    }
}

TEST(Economy, LessRealIncomeGivesMoreWhoAreBehindInTheFirstMonthAndOverTheYears)
{
    std::int64_t with_more = 0;
    std::int64_t with_less = 0;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        auto const more = run_in(example_terms(), every_year(0.02, 0.02, 0.02), r).paths[0].months;
        auto const less = run_in(example_terms(), every_year(-0.03, -0.03, -0.03), r).paths[0].months;

        EXPECT_GE(less[0].entered_arrears, more[0].entered_arrears);
        EXPECT_GE(less[0].entered_debts, more[0].entered_debts);
        EXPECT_LE(less[0].orderly, more[0].orderly);
        with_more += more.back().arrears + more.back().problem_debts;
        with_less += less.back().arrears + less.back().problem_debts;
    }
    EXPECT_GT(with_less, with_more);
}

TEST(Economy, MovesAHouseholdByItsOwnKindOfIncome)
{
    auto const terms = example_terms();

    auto const economy = economy_of(terms, every_year(0, -0.05, 0), first_year, 5, 1);

    auto const& year = economy.years.back();
    EXPECT_EQ(year.entering[0], 1);
    EXPECT_EQ(year.entering[2], 1);
    EXPECT_GT(year.entering[1], 1);
    EXPECT_EQ(year.worsening[0], year.worsening[2]);
    EXPECT_GT(year.worsening[1], year.worsening[0]);
}

TEST(Economy, WhoIsUsedToAnIncomeAfterAYearIsMovedByTheYearAlone)
{
    auto terms = example_terms();
    terms.income_adaptation = 1;
    auto rises = every_year(0, 0, 0);
    rises[1] = {-0.05, -0.05, -0.05};

    auto const economy = economy_of(terms, rises, first_year, 5, 1);

    EXPECT_GT(economy.years[1].entering[0], 1);
    EXPECT_EQ(economy.years[2].entering[0], 1);
}

TEST(Economy, IsSteadyWithoutVariationBetweenYears)
{
    auto terms = example_terms();
    terms.inflow_deviation = 0;

    auto const economy = economy_of(terms, every_year(0, 0, 0), first_year, 5, 1);

    for (auto const& year : economy.years) {
        EXPECT_EQ(year.worsening, (ByIncomeKind{1, 1, 1}));
    }
}

TEST(Economy, VariesBetweenYearsAsTheTermSays)
{
    auto terms = example_terms();
    terms.inflow_deviation = 0.2;
    terms.inflow_carried_over = 0.5;
    constexpr int count = 4'000;
    double mean = 0;
    double squares = 0;
    double products = 0;
    for (std::uint32_t r = 0; r < count; ++r) {
        auto const economy = economy_of(terms, every_year(0, 0, 0), first_year, 5, r);
        auto const logarithm = [&](std::size_t year) {
            return std::log(economy.years[year].worsening[0]) + 0.2 * 0.2 / 2;
        };
        mean += economy.years[6].worsening[0] / count;
        squares += logarithm(6) * logarithm(6) / count;
        products += logarithm(6) * logarithm(5) / count;
    }

    EXPECT_NEAR(mean, 1, 0.02);
    EXPECT_NEAR(std::sqrt(squares), 0.2, 0.01);
    EXPECT_NEAR(products / squares, 0.5, 0.05);
}

TEST(Economy, KeepsTheStocksAndFlowsTogether)
{
    auto terms = example_terms();
    terms.inflow_deviation = 0.5;
    for (std::uint32_t r = 0; r < 3; ++r) {
        auto const replicate = run_in(terms, uneven_years(), r);
        auto debts = replicate.start.problem_debts;
        auto arrears = replicate.start.arrears;
        for (auto const& m : replicate.paths[0].months) {
            debts += m.entered_debts + m.relapsed - m.recovered_debts - m.completed - m.youth_completed;
            arrears += m.entered_arrears - m.recovered_arrears - m.entered_debts;
            EXPECT_EQ(m.problem_debts, debts);
            EXPECT_EQ(m.arrears, arrears);
            EXPECT_EQ(m.orderly + m.arrears + m.problem_debts, replicate.start.households);
        }
    }
}

TEST(Economy, FollowsTheIndexPathAndStandsStillAfterIt)
{
    auto const path =
        read_index_path(std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data/dynamics/index_path.csv");

    auto const rises = real_rises(middle_index(path), first_year, path.last_year() + 2, path.last_year());

    EXPECT_NEAR(rises[0][0], 1.066 / 1.033 - 1, 1e-12);                      // wages over prices in 2024
    EXPECT_NEAR(rises[0][1], 1.069 / 1.033 - 1, 1e-12);                      // norms over prices
    EXPECT_NEAR(rises[0][2], (1 + (0.069 + 0.022) / 2) / 1.033 - 1, 1e-12);  // half of each
    EXPECT_EQ(rises.back(), (ByIncomeKind{0, 0, 0}));
}

TEST(BackCast, IsSteadyWhenNothingChanges)
{
    auto terms = without_economy();
    terms.debts_trend_per_year = 0;

    auto const path = national_share(terms, economy_of(terms, every_year(0, 0, 0), 2020, 5, 1));

    for (double const share : path) {
        EXPECT_NEAR(share, 0.079, 1e-9);
    }
}

TEST(BackCast, HasMoreDebtsWithLessRealIncome)
{
    auto terms = example_terms();
    terms.inflow_deviation = 0;

    auto const more = national_share(terms, economy_of(terms, every_year(0.02, 0.02, 0), 2020, 5, 1));
    auto const less = national_share(terms, economy_of(terms, every_year(-0.02, -0.02, 0), 2020, 5, 1));

    for (std::size_t month = 2; month < more.size(); ++month) {
        EXPECT_GT(less[month], more[month]);
    }
}

TEST(BackCast, NamesAllThatIsWrongWithItsIncomes)
{
    auto const file = std::filesystem::temp_directory_path() / "national_income_test.csv";
    std::ofstream(file) << "kind,year,low,high,unit,status,evidence,source\n"
                           "work,2020,1,2,,,,\nwork,2021,3,2,,,,\nwrok,2022,1,2,,,,\n"
                           "benefit,2020,1,2,,,,\nbenefit,2020,1,2,,,,\nbenefit,2021,1,2,,,,\n"
                           "benefit,2022,1,2,,,,\n";
    try {
        read_national_income(file);
        FAIL();
    } catch (InputError const& error) {
        EXPECT_EQ(error.problems().size(), 4U);  // order, kind, twice, no work of 2022
    }
    std::filesystem::remove(file);
}

}  // namespace
}  // namespace minimasim::forecast::test
