#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "sim/population/plausibility.hpp"
#include "sim/population/synthesis.hpp"
#include "tests/population/stand_in_measure.hpp"

namespace minimasim::population {
namespace {

std::filesystem::path const data_folder = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data";

// The folders of data/margins, whatever their number.
std::vector<std::string> municipalities()
{
    std::vector<std::string> codes;
    for (auto const& entry : std::filesystem::directory_iterator(data_folder / "margins")) {
        if (!entry.is_directory()) {
            continue;
        }
        codes.push_back(entry.path().filename().string());
    }
    return codes;
}

// Member 0 of a municipality, drawn once.
SynthesisResult const& member_zero(std::string const& code)
{
    static std::map<std::string, SynthesisResult> drawn;
    auto const found = drawn.find(code);
    return found != drawn.end()
               ? found->second
               : drawn.emplace(code, draw_population(read_evidence(data_folder, code), stand_in_measure, {}))
                     .first->second;
}

TEST(EveryMunicipality, HasMoreThanOne)
{
    EXPECT_GE(municipalities().size(), 2U);
}

TEST(EveryMunicipality, MeetsItsExactMargins)
{
    for (auto const& code : municipalities()) {
        auto const& fit = member_zero(code).fit;

        std::size_t exact = 0;
        for (auto const& row : fit.rows) {
            if (row.evidence_class == 'H') {
                EXPECT_EQ(row.drawn, row.target) << code << " " << row.area << " " << row.category;
                ++exact;
            }
        }
        EXPECT_GE(exact, 16 + 6 * fit.neighbourhoods.size()) << code;
    }
}

TEST(EveryMunicipality, UrkHasTheLargeHouseholdsThatAssenHasNot)
{
    auto const persons_per_household = [](char const* code) {
        auto const& population = member_zero(code).population;
        return static_cast<double>(population.persons.size()) / static_cast<double>(population.size());
    };

    EXPECT_NEAR(persons_per_household("GM0184"), 3.25, 0.1);  // CBS 2020: 20,785 persons in 6,346 households
    EXPECT_NEAR(persons_per_household("GM0106"), 2.1, 0.1);
}

}  // namespace
}  // namespace minimasim::population
