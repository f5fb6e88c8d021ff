#include "bench/synthesis/test_country.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

#include "bench/synthesis/country_people.hpp"
#include "bench/synthesis/interval_scores.hpp"
#include "bench/synthesis/quality.hpp"
#include "sim/base/digest.hpp"

namespace minimasim::synthesis {
namespace {

// The national structure is the same; fewer wijken take a second instead of ten.
AreaOptions const part_of_country{.wijken = 220, .households = 550'000, .seed = 2, .keeps_expected = false};

std::string digest_of(std::vector<std::int32_t> const& counts)
{
    std::string bytes(counts.size() * sizeof(std::int32_t), '\0');
    std::memcpy(bytes.data(), counts.data(), bytes.size());
    return sha256(bytes);
}

TEST(TestCountry, DrawsTheHouseholdsThatPublishedFiguresWereMeasuredOn)
{
    auto const area = draw_area({});

    EXPECT_EQ(area.households(), 33'000);
    EXPECT_EQ(std::count_if(area.counts.begin(), area.counts.end(), [](auto n) { return n > 0; }), 11'702);
    EXPECT_EQ(digest_of(area.counts), "cd3f4c39cead2e285a751327aa7b1c2176128f6f6dbbc285b7e58ef7ffa4f523");
}

TEST(TestCountry, HasNoHouseholdThatCannotExist)
{
    auto const area = draw_area({});

    for (std::size_t i = 0; i < area.counts.size(); ++i) {
        bool const is_possible = !is_structural_zero(codes_of_cell(i % cell_count));
        ASSERT_TRUE(is_possible || area.counts[i] == 0) << i;
    }
}

TEST(TestCountry, GivesEveryHouseholdAHeadAndMinorsAParent)
{
    CountryRandom random(1);
    for (std::size_t type = 0; type < category_count[household_type]; ++type) {
        for (std::size_t age = 0; age < 6; ++age) {
            auto const members = draw_members(random, type, age);
            bool const has_children = type == 2 || type == 3;

            ASSERT_GE(members.front().age_band, 3);
            ASSERT_EQ(members.size() > 1, type > 0);
            ASSERT_EQ(members.back().position == Position::child, has_children);
        }
    }
}

TEST(IntervalScores, CoverNineInTenOfWhatIsDrawnLikeTheMembers)
{
    CountryRandom random(3);
    EnsembleFigures figures;
    figures.members.resize(40);
    for (int figure = 0; figure < 4000; ++figure) {
        figures.truth.push_back(std::floor(6 * random.uniform()));
        for (auto& member : figures.members) {
            member.push_back(std::floor(6 * random.uniform()));
        }
    }

    EXPECT_NEAR(score_ensemble(figures).coverage_exact, 0.9, 0.015);
}

TEST(PopulationQuality, MeetsEveryLimitInTheFirstMunicipality)
{
    QualityOptions options;
    options.members = 0;  // intervals are judged by the program, over ten municipalities
    options.people_archetypes = 12'000;

    auto const measures = judge_municipality(learn_country(part_of_country), options);

    for (auto const& measure : measures) {
        EXPECT_TRUE(measure.is_met(measure.value) || measure.is_forgiven())
            << measure.name << ": " << measure.value << ", limit " << measure.limit;
    }
}

TEST(PopulationQuality, IsBadWithoutAnyTableOfTwoAttributes)
{
    auto const area = draw_area({});
    auto const truth = drawn_table(area);
    auto const margins = margins_of(area);
    auto const catalogue = catalogue_of_cells(std::vector<double>(cell_count, 1.0));
    auto const problem = make_problem(catalogue, {&margins, {}, nullptr, {}});
    auto const table = table_of_fit(catalogue, population::fit_problem(problem, {}));
    auto const& pair = published_pairs().front();

    EXPECT_GT(standardised_absolute_error(table.of_area(pair), truth.of_area(pair)), 0.3);
}

// Odds of type by age and of income by tenure; nothing else, and no structural zero.
std::vector<double> made_up_table(double of_type_and_age, double of_income_and_tenure)
{
    std::vector<double> table(cell_count);
    for (std::size_t cell = 0; cell < cell_count; ++cell) {
        auto const codes = codes_of_cell(cell);
        double log_odds = codes[household_type] == 0 && codes[head_age] == 6 ? of_type_and_age : 0;
        log_odds += (codes[income_decile] - 4.5) * (codes[tenure] - 1.) * of_income_and_tenure;
        table[cell] = is_structural_zero(codes) ? 0 : std::exp(log_odds);
    }
    return table;
}

Margins published_of(std::vector<double> const& cells)
{
    Margins published;
    for (auto const& pair : published_pairs()) {
        auto const index = index_of_cells(pair);
        published.pairs.emplace_back(size_of(pair));
        for (std::size_t cell = 0; cell < cell_count; ++cell) {
            published.pairs.back()[index[cell]] += cells[cell];
        }
    }
    return published;
}

TEST(ExpertOdds, AreToldApartThoughCellsThatCannotBeMixThem)
{
    auto const effects = pair_effects(made_up_table(0, 0.2));

    for (std::size_t p = 0; p < effects.size(); ++p) {
        bool const is_income_and_tenure = p == 3;
        for (std::size_t i = 0; i < effects[p].size(); ++i) {
            auto const line = (static_cast<double>(i / 3) - 4.5) * (static_cast<double>(i % 3) - 1) * 0.2;
            ASSERT_NEAR(effects[p][i], is_income_and_tenure ? line : 0, 1e-6) << p << ' ' << i;
        }
    }
}

TEST(ExpertOdds, AreShrunkAsFarAsNationalTablesShowThemOverstated)
{
    auto const slopes = expert_slopes(made_up_table(2, 0.2), published_of(made_up_table(1, 0.18)));

    EXPECT_NEAR(slopes.remainder, 0.5, 0.01);
    EXPECT_LT(slopes.trend, 0.9);  // the corner of type by age has a trend too
    EXPECT_GT(slopes.trend, 0.5);
}

TEST(ExpertOdds, OfWhatIsPublishedNowhereComeNearerToTheCountry)
{
    auto const country = draw_country(part_of_country);
    auto const truth = pair_effects(draw_area(part_of_country).expected_total);
    double before = 0;
    double after = 0;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        auto const expert = draw_area({.seed = seed}).expert;
        auto const said = pair_effects(expert);
        auto const used = pair_effects(calibrated(expert, expert_slopes(expert, country.published)));
        for (std::size_t p = published_pairs().size(); p < truth.size(); ++p) {
            for (std::size_t i = 0; i < truth[p].size(); ++i) {
                before += std::pow(said[p][i] - truth[p][i], 2);
                after += std::pow(used[p][i] - truth[p][i], 2);
            }
        }
    }

    EXPECT_LT(after, 0.9 * before);
}

TEST(CountryEvidence, TellsWhichOddsDifferBetweenWijken)
{
    double differing = 0;  // drawn with 0.2, twice
    double alike = 0;      // five pairs, moved by what stands in no table alone
    for (auto const& spread : pair_spreads(draw_country(part_of_country))) {
        bool const differs = spread.pair == Attributes{household_type, tenure} ||
                             spread.pair == Attributes{income_decile, main_source};
        differing += differs ? spread.wijk / 2 : 0;
        alike += differs ? 0 : spread.wijk / 5;
    }

    EXPECT_NEAR(differing, 0.2, 0.1);
    EXPECT_LT(alike, differing);
}

}  // namespace
}  // namespace minimasim::synthesis
