// Files of the people: what is wrong with them is said, all at once.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "sim/base/error.hpp"
#include "sim/forecast/people/demographic_rates.hpp"
#include "sim/forecast/people/people_terms.hpp"

namespace minimasim::forecast::test {
namespace {

using testing::HasSubstr;

std::filesystem::path written(char const* name, std::string const& text)
{
    auto const file = std::filesystem::path(testing::TempDir()) / name;
    std::ofstream(file) << text;
    return file;
}

template <class Read>
std::string message_of(Read const& read)
{
    try {
        read();
    } catch (InputError const& error) {
        return error.what();
    }
    return "";
}

std::string rates_message(std::string const& rows)
{
    auto const file = written("rates.csv", "process,sex,age,value,status,source\n" + rows);
    return message_of([&] { read_demographic_rates(file); });
}

TEST(DemographicRates, LieInALineBetweenTheAgesGivenAndForDeathsOnOneOfLogarithms)
{
    DemographicRates rates;
    rates.set(AgeProcess::couple, population::Sex::man, {{20, 0.1}, {30, 0.3}});
    rates.set(AgeProcess::death, population::Sex::man, {{60, 0.01}, {80, 0.04}});

    EXPECT_EQ(rates(AgeProcess::couple, population::Sex::man, 19), 0);
    EXPECT_DOUBLE_EQ(rates(AgeProcess::couple, population::Sex::man, 25), 0.2);
    EXPECT_DOUBLE_EQ(rates(AgeProcess::couple, population::Sex::man, 99), 0.3);
    EXPECT_DOUBLE_EQ(rates(AgeProcess::death, population::Sex::man, 70), 0.02);
}

TEST(DemographicRates, SayAllThatIsWrongWithTheirFile)
{
    auto const message = rates_message(
        "deaths,man,0,0.1,read,x\n"
        "death,men,0,0.1,read,x\n"
        "death,man,5,1.5,read,x\n"
        "death,man,4,0.1,read,x\n"
        "death,man,4.5,0.1,read,x\n");

    for (auto const* const part :
         {":2: there is no process deaths. Did you mean death?", ":3: sex is men",
          ":4: a chance lies between", ":5: ages of a process must rise", ":6: an age is a whole number",
          "birth of woman is missing; the forecast cannot do without it"}) {
        EXPECT_THAT(message, HasSubstr(part));
    }
}

TEST(PopulationPath, IsRefusedWithAGapOrAMiddleOutsideItsInterval)
{
    auto const file = written("path.csv",
                              "year,low,mid,high,status,source\n"
                              "2024,100,110,120,read,x\n"
                              "2026,100,130,120,read,x\n");
    auto const message = message_of([&] { read_population_path(file, 2024, 2026); });

    EXPECT_THAT(message, HasSubstr(":3: the path goes from 2024 to 2026"));
    EXPECT_THAT(message, HasSubstr(":3: persons must be above zero"));
}

TEST(PopulationPath, IsRefusedWhenItEndsTooEarly)
{
    auto const file = written("short.csv",
                              "year,low,mid,high,status,source\n"
                              "2024,100,110,120,read,x\n");

    EXPECT_THAT(message_of([&] { read_population_path(file, 2024, 2031); }),
                HasSubstr("the path has the years 2024 to 2024; this forecast needs 2024 to 2031"));
    EXPECT_DOUBLE_EQ(read_population_path(file, 2024, 2024).persons(2024, 0.25), 105);
}

TEST(PeopleTerms, AreRefusedWhenUnknownMissingOrOutsideTheirInterval)
{
    auto const file = written("people.csv",
                              "scheme,term,value,low,high,unit,status,evidence,source\n"
                              "deaths,factr,1,1,1,ratio,estimated,low,x\n"
                              "births,girls,0.5,0.6,0.7,share,estimated,low,x\n"
                              "moves,factor,1,-1,2,ratio,estimated,low,x\n");
    auto const message = message_of([&] { read_people_assumptions(file); });

    for (auto const* const part : {":2: the forecast has no term deaths.factr. Did you mean deaths.factor?",
                                   ":3: births.girls lies outside its own interval",
                                   ":4: the interval of moves.factor leaves", "path.position is missing"}) {
        EXPECT_THAT(message, HasSubstr(part));
    }
}

}  // namespace
}  // namespace minimasim::forecast::test
