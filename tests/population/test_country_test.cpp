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
