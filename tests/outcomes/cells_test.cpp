#include "sim/outcomes/cells.hpp"

#include <gtest/gtest.h>

#include <iterator>
#include <set>
#include <string>

#include "sim/rules/municipal/household.hpp"

namespace minimasim::outcomes {

TEST(NormBands, HoldTheirUpperEdgeAndNotTheCentAboveIt)
{
    constexpr std::int32_t norm = 130'845;
    constexpr std::int32_t edges[] = {130'845, 143'930, 157'014, 170'099, 183'183, 196'268};  // halves up

    EXPECT_EQ(norm_band(0, norm), 0U);
    EXPECT_EQ(norm_band(-500, norm), 0U);
    for (std::size_t band = 0; band < std::size(edges); ++band) {
        EXPECT_EQ(norm_band(edges[band], norm), band);
        EXPECT_EQ(norm_band(edges[band] + 1, norm), band + 1);
    }
    EXPECT_EQ(norm_band(2'000'000'000, norm), 6U);
}

TEST(NormBands, AgreeWithTheLimitsOfTheSchemesInEveryCent)
{
    for (std::int32_t norm = 100'000; norm < 101'000; ++norm) {
        rules::MunicipalHousehold h;
        h.norm_cents_per_month = norm;
        std::int32_t const limit = rules::income_limit_cents(1.3, h);

        ASSERT_EQ(norm_band(limit, norm), 3U);
        ASSERT_EQ(norm_band(limit + 1, norm), 4U);
    }
}

TEST(Cells, HoldTheTotalThenEveryCategoryOfEachBreakdown)
{
    auto const cells = make_cells({"Centrum", "Peelo"});

    ASSERT_EQ(cells.size(), 1U + 2 + 9 + 5 + 7 + 8 + 10 + 7);
    EXPECT_EQ(cells.list[0].breakdown, Breakdown::total);
    EXPECT_EQ(cells.list[0].name, "");
    EXPECT_EQ(cells.list[1].name, "Centrum");
    std::set<std::string> names;
    for (auto const& cell : cells.list) {
        EXPECT_TRUE(names.insert(std::string(to_text(cell.breakdown)) + "/" + cell.name).second) << cell.name;
    }
}

TEST(Cells, OfAHouseholdAreOnePerBreakdown)
{
    auto const cells = make_cells({"Centrum", "Peelo"});

    auto const of = cells_of(cells, 1, population::Profile::blue, population::HouseholdType::single_parent, 3,
                             population::Source::none, 4);

    EXPECT_EQ(of[0], 0);
    EXPECT_EQ(cells.list[of[1]].name, "Peelo");
    EXPECT_EQ(cells.list[of[2]].name, "blue");
    EXPECT_EQ(cells.list[of[3]].name, "single parent");
    EXPECT_EQ(cells.list[of[4]].name, "120 to 130 %");
    EXPECT_EQ(cells.list[of[5]].name, "none");
    EXPECT_EQ(cells.list[of[6]].name, "5");
    for (std::size_t breakdown = 0; breakdown < breakdown_count; ++breakdown) {
        EXPECT_EQ(static_cast<std::size_t>(cells.list[of[breakdown]].breakdown), breakdown);
    }
}

}  // namespace minimasim::outcomes
