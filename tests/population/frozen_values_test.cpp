#include "sim/population/fit/frozen_values.hpp"

#include "tests/population/spoiled_data.hpp"

namespace minimasim::population {
namespace {

class FrozenValues : public SpoiledData {
  protected:
    std::vector<ChangedTable> changed() const
    {
        return changed_tables(read_evidence(folder, "GM0106"), folder);
    }
};

TEST_F(FrozenValues, AreThoseOfTheCommittedMargins)
{
    EXPECT_TRUE(changed().empty());
}

TEST_F(FrozenValues, NameATableWithAnotherValueByItsLines)
{
    replace("margins/GM0106/income.csv", "social_minimum,up_to_110,2020,0.107",
            "social_minimum,up_to_110,2020,0.111");

    auto const tables = changed();

    ASSERT_EQ(tables.size(), 1U);
    EXPECT_EQ(tables[0].target, "social_minimum");
    EXPECT_NE(tables[0].text().find("income.csv:2-4: the values of social_minimum are not those"),
              std::string::npos)
        << tables[0].text();
}

TEST_F(FrozenValues, NameATableThatWasNotFrozen)
{
    remove_lines("margins/GM0106/values.sha256", "standardised_income");

    auto const tables = changed();

    ASSERT_EQ(tables.size(), 2U);  // of the municipality and of the neighbourhoods
    EXPECT_NE(tables[0].text().find("were not frozen"), std::string::npos);
}

}  // namespace
}  // namespace minimasim::population
