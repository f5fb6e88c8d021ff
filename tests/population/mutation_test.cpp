// Every mutation is a mistake that somebody may make in the margins; the program must notice it, name the
// file and the line, and say why it cannot be.
#include <gtest/gtest.h>

#include <regex>
#include <vector>

#include "sim/population/reconciliation/reconcile.hpp"
#include "tests/population/spoiled_data.hpp"

namespace minimasim::population {
namespace {

struct Edit {
    std::string file;  // of the margins
    std::string from;
    std::string to;
};

struct Mutation {
    std::string name;
    std::vector<Edit> edits;
    std::string file;    // named with a line
    std::string reason;  // part of what must be said
};

std::ostream& operator<<(std::ostream& out, Mutation const& mutation)
{
    return out << mutation.name;
}

Edit count(std::string const& file, std::string const& cell, int from, int to)
{
    return {file, cell + "," + std::to_string(from) + ",", cell + "," + std::to_string(to) + ","};
}

std::vector<Edit> swapped(std::string const& file, std::string const& a, std::string const& b)
{
    return {{file, a + ",", "aside,"}, {file, b + ",", a + ","}, {file, "aside,", b + ","}};
}

class Mutated : public SpoiledData, public testing::WithParamInterface<Mutation> {
  protected:
    std::string complaint() const
    {
        try {
            auto const evidence = read_evidence(folder, "GM0106");
            reconcile(evidence, AssumedValues(evidence.assumptions, EnsembleMember{}), 1);
        } catch (InputError const& error) {
            return error.what();
        }
        return "";
    }
};

TEST_P(Mutated, MarginsAreRefusedWithFileLineAndReason)
{
    for (auto const& edit : GetParam().edits) {
        replace("margins/GM0106/" + edit.file, edit.from, edit.to);
    }

    auto const text = complaint();

    EXPECT_TRUE(std::regex_search(text, std::regex(GetParam().file + ":[0-9]+: "))) << text;
    EXPECT_NE(text.find(GetParam().reason), std::string::npos) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Margins, Mutated,
    testing::Values(
        Mutation{"OneAgeOfTheMunicipality",
                 {count("persons.csv", "GM0106,residents,age,25-44,2023", 16262, 16263)},
                 "persons.csv",
                 "age of GM0106 adds up to 69415 where 69414 was expected"},
        Mutation{"AnAgeWithItsTotalAndSex",
                 {count("persons.csv", "GM0106,residents,age,25-44,2023", 16262, 19262),
                  count("persons.csv", "GM0106,residents,total,total,2023", 69414, 72414),
                  count("persons.csv", "GM0106,residents,sex,men,2023", 34334, 37334)},
                 "persons.csv",
                 "grown older make about"},
        Mutation{"AgesFlippedInTheMunicipality",
                 swapped("persons.csv", "GM0106,residents,age,25-44,2023", "GM0106,residents,age,45-64,2023"),
                 "persons.csv", "residents of 25-44 in 2023"},
        Mutation{"YoungAndOldFlippedInTheMunicipality",
                 swapped("persons.csv", "GM0106,residents,age,5-9,2023", "GM0106,residents,age,65-79,2023"),
                 "persons.csv", "taken for a mistake"},
        Mutation{"AgesOf2020Flipped",
                 swapped("persons.csv", "GM0106,residents,age,15-19,2020", "GM0106,residents,age,20-24,2020"),
                 "persons.csv", "persons of that age in households"},
        Mutation{
            "AgesFlippedInANeighbourhood",
            swapped("persons.csv", "WK010608,residents,age,0-14,2022", "WK010608,residents,age,65+,2022"),
            "persons.csv", "of all neighbourhoods add up to"},
        Mutation{"FiveYearAgesFlipped",
                 swapped("persons.csv", "GM0106,persons_in_households,age,40-44,2020",
                         "GM0106,persons_in_households,age,45-49,2020"),
                 "persons.csv", "the positions of persons of 40-44 make 4074"},
        Mutation{"APosition",
                 {count("persons.csv", "GM0106,persons_in_households,position_age,lone_parent:40-44,2020",
                        393, 493)},
                 "households.csv",
                 "lone parents make 2710"},
        Mutation{
            "ATypeAtTheExpenseOfAnother",
            {count("households.csv", "GM0106,private_households,type,one_person,2020", 12100, 12000),
             count("households.csv", "GM0106,private_households,type,married_couple,2020", 12724, 12824)},
            "households.csv",
            "persons who live alone make 12100"},
        Mutation{"OneSize",
                 {count("households.csv", "GM0106,private_households,size,size_4,2020", 3693, 3963)},
                 "households.csv",
                 "households by size, with one-person households, make 31641"},
        Mutation{"SizesAtTheExpenseOfEachOther",
                 {count("households.csv", "GM0106,private_households,size,size_2,2020", 10565, 11565),
                  count("households.csv", "GM0106,private_households,size,size_5plus,2020", 1486, 486)},
                 "households.csv",
                 "66433 persons live in households"},
        Mutation{"AShareOfHouseholds",
                 {{"households.csv", "composition,one_person,2020,0.39", "composition,one_person,2020,0.41"},
                  {"households.csv", "composition,without_children,2020,0.29",
                   "composition,without_children,2020,0.27"}},
                 "households.csv",
                 "one-person households are 0.38570654 of all households"},
        Mutation{"HouseholdsOfTheMunicipality",
                 {count("households.csv", "GM0106,private_households,total,total,2023", 32150, 42150)},
                 "households.csv",
                 "the municipality 42150"},
        Mutation{"HouseholdsOfANeighbourhood",
                 {count("households.csv", "WK010699,private_households,total,total,2022", 442, 2442)},
                 "households.csv",
                 "every household holds one"},
        Mutation{"DwellingsOfANeighbourhood",
                 {count("dwellings.csv", "WK010600,dwellings,total,total,2022", 4226, 4227)},
                 "dwellings.csv",
                 "dwellings of the neighbourhoods make 32681"},
        Mutation{"TenuresOfANeighbourhoodFlipped",
                 swapped("dwellings.csv", "WK010607,dwellings,tenure,owner,2022",
                         "WK010607,dwellings,tenure,rent_social,2022"),
                 "dwellings.csv", "weighted with their dwellings"},
        Mutation{"ADwellingValueInAnotherUnit",
                 {count("dwellings.csv", "WK010602,dwellings,woz,mean,2022", 199000, 1990000)},
                 "dwellings.csv",
                 "woz = mean of the neighbourhoods"},
        Mutation{
            "SharesThatNoLongerRise",
            {{"income.csv", "social_minimum,up_to_110,2020,0.107", "social_minimum,up_to_110,2020,0.170"}},
            "income.csv",
            "these shares are cumulative"},
        Mutation{"AnAreaOfAnotherMunicipality",
                 {{"persons.csv", "WK010604,residents,sex,men", "WK010704,residents,sex,men"}},
                 "persons.csv",
                 "\"WK010704\" is unknown"},
        Mutation{"ARoundingOfAnotherPublication",
                 {{"persons.csv", "WK010600,residents,age,65+,2022,2335,persons,5",
                   "WK010600,residents,age,65+,2022,2335,persons,50"}},
                 "persons.csv",
                 "the rounding of this cell is not the one that the target register states"},
        Mutation{"AnEstimateThatPosesAsPublished",
                 {{"households.csv",
                   "WK010600,private_households,composition,one_person,2022,0.584,share,0.001,SOFT",
                   "WK010600,private_households,composition,one_person,2022,0.584,share,0.001,FIRM"}},
                 "targets.csv",
                 "neighbourhood_composition has class SOFT"},
        // Each pair agrees within its rounding; together they cannot.
        Mutation{"SexesAndAgesOfANeighbourhoodTogether",
                 {count("persons.csv", "WK010600,residents,sex,men,2022", 3305, 3295),
                  count("persons.csv", "WK010600,residents,age,65+,2022", 2335, 2345)},
                 "persons.csv",
                 "these 7 published cells cannot all hold"}),
    [](auto const& info) { return info.param.name; });

TEST_F(SpoiledData, ANeighbourhoodDroppedFromTheListIsNoticed)
{
    ASSERT_EQ(remove_lines("margins/GM0106/neighbourhoods.csv", "WK010603"), 1);

    EXPECT_NE(complaint().find("area \"WK010603\" is unknown"), std::string::npos) << complaint();
}

TEST_F(SpoiledData, ANeighbourhoodDroppedFromTheCountsIsNoticed)
{
    ASSERT_EQ(remove_lines("margins/GM0106/persons.csv", "WK010603"), 8);

    EXPECT_NE(complaint().find("of WK010603 is missing"), std::string::npos) << complaint();
}

TEST_F(SpoiledData, ANeighbourhoodDroppedEverywhereIsNoticed)
{
    for (char const* file : {"neighbourhoods.csv", "persons.csv", "households.csv", "dwellings.csv",
                             "income.csv", "education.csv", "debts.csv"}) {
        ASSERT_GT(remove_lines("margins/GM0106/" + std::string(file), "WK010603"), 0) << file;
    }

    auto const text = complaint();

    EXPECT_NE(text.find("of all neighbourhoods add up to"), std::string::npos) << text;
}

}  // namespace
}  // namespace minimasim::population
