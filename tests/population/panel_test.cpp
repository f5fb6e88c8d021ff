// The plausibility panel: national figures that a population should resemble.

#include "sim/population/panel/panel.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "sim/population/attributes/rank_copula.hpp"
#include "sim/population/synthesis.hpp"
#include "sim/population/threshold_distance.hpp"
#include "tests/population/stand_in_measure.hpp"

namespace minimasim::population {

namespace {

using testing::HasSubstr;

std::filesystem::path const data = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data";

std::vector<PanelFigure> shipped_panel()
{
    return read_panel(data / "margins" / "panel.csv");
}

// The population of Assen, member 0, built once.
SynthesisResult const& assen()
{
    static auto const evidence = read_evidence(data, "GM0106");
    static auto const built = draw_population(evidence, stand_in_measure, {});
    return built;
}

std::vector<PanelRow> rows_of(Population const& population)
{
    return measure_panel(shipped_panel(), population);
}

double value_of(std::vector<PanelRow> const& rows, std::string const& key)
{
    for (auto const& r : rows) {
        if (r.figure.key == key) {
            return r.model;
        }
    }
    ADD_FAILURE() << key << " is not in the panel";
    return 0;
}

std::string message_for(std::string const& row)
{
    auto const file =
        std::filesystem::temp_directory_path() / ("minimasim_panel_" + std::to_string(::getpid()) + ".csv");
    std::ofstream(file) << "key,description,value,unit,year,geography,tolerance,use,status,source\n"
                        << row << '\n';
    try {
        read_panel(file);
    } catch (InputError const& error) {
        std::filesystem::remove(file);
        return error.what();
    }
    std::filesystem::remove(file);
    return "";
}

}  // namespace

TEST(Panel, HoldsFiguresEnoughAndNamesAFileOfEach)
{
    auto const figures = shipped_panel();

    EXPECT_GE(figures.size(), 40U);
    for (auto const& f : figures) {
        EXPECT_TRUE(std::filesystem::exists(data / f.source)) << f.key << ": " << f.source;
        EXPECT_GT(f.published, 0) << f.key;
        EXPECT_EQ(f.a_point_is_near, f.is_judged && f.unit == "share") << f.key;
    }
}

TEST(Panel, IsMetByThePopulationOfAssenInEveryJudgedRow)
{
    for (auto const& row : rows_of(assen().population)) {
        EXPECT_TRUE(!row.figure.is_judged || row.is_met())
            << row.figure.key << ": " << row.model << " outside " << row.low << " to " << row.high;
    }
}

TEST(Panel, SaysOfMostRowsThatTheyAreFitted)
{
    int independent = 0;
    for (auto const& f : shipped_panel()) {
        bool const is_goal = f.key.rfind("births.mother_", 0) == 0 || f.key.rfind("children.", 0) == 0 ||
                             f.key.rfind("position.", 0) == 0 || f.key.rfind("owners.", 0) == 0;
        EXPECT_TRUE(f.is_fitted || !is_goal) << f.key;
        independent += f.is_fitted ? 0 : 1;
    }

    EXPECT_GE(independent, 2);
}

// As many owners in all, but spread evenly over incomes.
TEST(Panel, ComparesOwningByOddsThatMarginsDoNotMove)
{
    auto evenly = assen().population;
    for (std::size_t i = 0; i < evenly.size(); ++i) {
        evenly.tenure[i] = i % 5 < 3 ? Tenure::owner : Tenure::rent_social;
    }

    EXPECT_NEAR(value_of(rows_of(evenly), "owners.up_to_p40_odds_ratio"), 1, 0.15);
    EXPECT_NEAR(value_of(rows_of(assen().population), "owners.up_to_p40_odds_ratio"), 0.0751, 0.0075);
}

TEST(Panel, SeesAPopulationThatIsNotPlausible)
{
    auto changed = assen().population;
    for (std::size_t j = 0; j < changed.persons.size(); ++j) {  // all lone parents men, all sons at home
        changed.persons.sex[j] = Sex::man;
    }
    for (auto& cents : changed.liquid_assets_cents) {
        cents *= 2;
    }
    for (std::size_t i = 0; i < changed.size(); ++i) {
        changed.has_problem_debts[i] = changed.main_source[i] == Source::pension;
    }
    auto const rows = rows_of(changed);

    int missed = 0;
    for (auto const& row : rows) {
        missed += row.is_met() ? 0 : 1;
    }
    EXPECT_GT(missed, 45);
    EXPECT_EQ(value_of(rows, "position.lone_parent.women_among.18_120"), 0);
    EXPECT_GT(value_of(rows, "debts.without_employee.with"), 0.8);
}

TEST(Panel, RefusesAFigureItCannotMeasure)
{
    EXPECT_THAT(message_for("savings.median.al,x,1,euro,2022,NL,tenth,fitted,read,national/x.csv"),
                HasSubstr("no measure is called \"savings.median.al\""));
    EXPECT_THAT(message_for("savings.median.all,x,1,euro,2022,NL,near,fitted,read,national/x.csv"),
                HasSubstr("tolerance is \"near\""));
    EXPECT_THAT(message_for("savings.median.all,x,-1,euro,2022,NL,tenth,fitted,read,national/x.csv"),
                HasSubstr("below zero"));
    EXPECT_THAT(message_for("savings.median.all,x,1,euro,2022,NL,tenth,margin,read,national/x.csv"),
                HasSubstr("use is \"margin\" (fitted or independent"));
}

TEST(ProblemDebts, MeetTheSharePublishedOfEveryNeighbourhood)
{
    static auto const evidence = read_evidence(data, "GM0106");
    auto const& p = assen().population;

    for (std::size_t n = 0; n < evidence.neighbourhoods.size(); ++n) {
        double with = 0;
        double all = 0;
        for (std::size_t i = 0; i < p.size(); ++i) {
            all += p.neighbourhood[i] == n ? 1 : 0;
            with += p.neighbourhood[i] == n ? p.has_problem_debts[i] : 0;
        }
        auto const& cell = evidence.cell(evidence.neighbourhoods[n].code, "private_households",
                                         "problem_debts", "registered");
        EXPECT_NEAR(with, cell.value * all, 0.501) << cell.area;
    }
}

TEST(ProblemDebts, AreRarerWithSavings)
{
    auto const& p = assen().population;
    double rich_with = 0;
    double rich = 0;
    double with = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        bool const has_buffer = p.liquid_assets_cents[i] > 2'000'000;
        rich += has_buffer ? 1 : 0;
        rich_with += has_buffer ? p.has_problem_debts[i] : 0;
        with += p.has_problem_debts[i];
    }

    EXPECT_LT(rich_with / rich, 0.4 * with / static_cast<double>(p.size()));
}

// The assumption that selects the shape of the dependence: the tails change, the margins do not.
TEST(Copula, OfHeavyTailsMovesSavingsOfTheLowestIncomesOnly)
{
    auto evidence = read_evidence(data, "GM0106");
    for (auto& a : evidence.assumptions) {
        if (a.section == "copula" && a.parameter == "kind") {
            a.value = static_cast<double>(CopulaKind::survival_clayton);
        }
    }
    auto const heavy = draw_population(evidence, stand_in_measure, {});
    auto const poor_without_savings = [](Population const& p) {
        double n = 0;
        for (std::size_t i = 0; i < p.size(); ++i) {
            n += p.income_class[i] <= IncomeClass::up_to_130 && p.liquid_assets_cents[i] < 50'000 ? 1 : 0;
        }
        return n;
    };

    EXPECT_GT(poor_without_savings(heavy.population), 1.05 * poor_without_savings(assen().population));
    for (auto const& row : rows_of(heavy.population)) {
        EXPECT_TRUE(row.figure.key.rfind("savings.", 0) != 0 || row.is_met()) << row.figure.key;
    }
}

TEST(Profiles, RespectWhatTheAuditReportSays)
{
    auto const& report = assen().profiles;

    EXPECT_TRUE(report.is_feasible);
    EXPECT_GE(report.bounds.size(), 12U);
    for (auto const& b : report.bounds) {
        EXPECT_GE(b.share, b.at_least - 1e-6) << b.name;
    }
    for (std::size_t k = 0; k < profile_count; ++k) {
        EXPECT_NEAR(report.drawn[k], report.solved[k], 0.01);
    }
    EXPECT_GT(report.overlap_bits, 0.5);
    EXPECT_GT(report.coverage, 0.2);
}

TEST(NearThreshold, CountsBothSidesAndSkipsWhomTheLimitDoesNotConcern)
{
    std::vector<double> const amounts{0.97, 0.99, 1.0, 1.01, 1.03, 1.0};
    std::vector<double> const limits{1, 1, 1, 1, 1, 0};

    auto const row = near_threshold("norm", amounts, limits);

    EXPECT_EQ(row.households, 3);
    EXPECT_EQ(row.below, 2);
    EXPECT_DOUBLE_EQ(row.share, 0.6);
    EXPECT_EQ(near_threshold("norm", amounts, 1.0).households, 4);
}

}  // namespace minimasim::population
