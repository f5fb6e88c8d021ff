#include "sim/population/evidence/evidence.hpp"

#include <gtest/gtest.h>

#include "tests/population/spoiled_data.hpp"

namespace minimasim::population {
namespace {

namespace fs = std::filesystem;

fs::path const data_folder = fs::path(MINIMASIM_SOURCE_DIR) / "data";

TEST(Evidence, OfAssenIsComplete)
{
    auto const evidence = read_evidence(data_folder, "GM0106");

    EXPECT_EQ(evidence.neighbourhoods.size(), 10U);
    EXPECT_EQ(evidence.profiles.size(), 8U);
    EXPECT_EQ(evidence.cell("GM0106", "residents", "total", "total", 2023).value, 69414);
    EXPECT_GT(evidence.national.positions_2023[1].living_alone[80], 0);
    EXPECT_GT(evidence.assumptions.size(), 150U);
}

TEST(Evidence, OfAnUnknownMunicipalityNamesTheNearestOne)
{
    try {
        read_evidence(data_folder, "GM0107");
        FAIL() << "no error";
    } catch (InputError const& error) {
        EXPECT_NE(std::string(error.what()).find("GM0106"), std::string::npos) << error.what();
    }
}

TEST_F(SpoiledData, MissingFilesAreReportedTogether)
{
    fs::remove(folder / "margins/GM0106/income.csv");
    fs::remove(folder / "national/nl_income_percentiles_2022.csv");

    auto const text = complaint();

    EXPECT_NE(text.find("income.csv"), std::string::npos) << text;
    EXPECT_NE(text.find("nl_income_percentiles_2022.csv"), std::string::npos) << text;
}

TEST_F(SpoiledData, AnUnknownCategoryIsReportedWithWhatWasMeant)
{
    replace("margins/GM0106/dwellings.csv", "tenure,rent_social", "tenure,rent_sociel");

    EXPECT_NE(complaint().find("Did you mean rent_social?"), std::string::npos) << complaint();
}

TEST_F(SpoiledData, SharesThatDoNotAddUpAreAContradiction)
{
    replace("margins/GM0106/dwellings.csv", "GM0106,dwellings,tenure,owner,2022,0.59",
            "GM0106,dwellings,tenure,owner,2022,0.69");

    EXPECT_NE(complaint().find("tenure of GM0106 adds up to 1.1"), std::string::npos) << complaint();
}

TEST_F(SpoiledData, NeighbourhoodsThatDoNotAddUpAreAContradiction)
{
    replace("margins/GM0106/persons.csv", "WK010600,residents,age,65+,2022,2335",
            "WK010600,residents,age,65+,2022,1335");

    EXPECT_NE(complaint().find("of all neighbourhoods add up to"), std::string::npos) << complaint();
}

TEST_F(SpoiledData, ANegativeCountIsRefused)
{
    replace("margins/GM0106/households.csv", "lone_parent,2020,2610", "lone_parent,2020,-2610");

    EXPECT_NE(complaint().find("cannot be negative"), std::string::npos) << complaint();
}

TEST_F(SpoiledData, AnAssumptionOutsideItsIntervalIsRefused)
{
    replace("assumptions/population.csv", "composition,age_gap_mean,2.4,", "composition,age_gap_mean,9.4,");

    EXPECT_NE(complaint().find("composition.age_gap_mean"), std::string::npos) << complaint();
}

TEST(AssumedValues, AreCentralInMemberZeroAndInsideTheirIntervalElsewhere)
{
    std::vector<Assumption> const list{{"a", "b", 2, 1, 5, "", "", "", "", 0}};

    EXPECT_EQ(AssumedValues(list, EnsembleMember{1, 0, {}})("a.b"), 2);
    for (std::uint32_t member = 1; member < 50; ++member) {
        double const value = AssumedValues(list, EnsembleMember{1, member, {}})("a.b");
        EXPECT_GE(value, 1);
        EXPECT_LE(value, 5);
    }
    EXPECT_THROW(AssumedValues(list, EnsembleMember{1, 0, {}})("a.c"), ModelError);
}

TEST_F(SpoiledData, TheOrderOfTheNeighbourhoodsInTheFileDoesNotMatter)
{
    auto const before = read_evidence(folder, "GM0106");
    std::ifstream stream(folder / "margins/GM0106/neighbourhoods.csv");
    std::string header;
    std::getline(stream, header);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) {
        lines.insert(lines.begin(), line);
    }
    std::ofstream file(folder / "margins/GM0106/neighbourhoods.csv");
    file << header << '\n';
    for (auto const& line : lines) {
        file << line << '\n';
    }
    file.close();

    auto const after = read_evidence(folder, "GM0106");

    ASSERT_EQ(after.neighbourhoods.size(), before.neighbourhoods.size());
    for (std::size_t n = 0; n < after.neighbourhoods.size(); ++n) {
        EXPECT_EQ(after.neighbourhoods[n].code, before.neighbourhoods[n].code);
        EXPECT_EQ(after.neighbourhoods[n].name, before.neighbourhoods[n].name);
    }
}

TEST(Evidence, FindsTheSameCellsWithAndWithoutTheIndex)
{
    auto const indexed = read_evidence(data_folder, "GM0106");
    Evidence scanned;
    scanned.margins = indexed.margins;

    for (auto const& cell : indexed.margins) {
        for (int const year : {0, cell.year, cell.year + 1}) {
            auto const* fast = indexed.find(cell.area, cell.universe, cell.attribute, cell.category, year);
            auto const* plain = scanned.find(cell.area, cell.universe, cell.attribute, cell.category, year);
            ASSERT_EQ(fast == nullptr, plain == nullptr);
            if (fast != nullptr) {
                EXPECT_EQ(fast->line, plain->line);
                EXPECT_EQ(fast->file, plain->file);
            }
        }
    }
    EXPECT_EQ(indexed.find("GM0106", "residents", "age", "0-3"), nullptr);
    EXPECT_EQ(indexed.find("AA", "residents", "age", "0-4"), nullptr);
    EXPECT_EQ(indexed.find("ZZ", "residents", "age", "0-4"), nullptr);
}

}  // namespace
}  // namespace minimasim::population
