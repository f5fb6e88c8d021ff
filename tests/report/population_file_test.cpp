#include "sim/report/population_file.hpp"

#include <gtest/gtest.h>

#include "sim/base/error.hpp"
#include "sim/report/results_file.hpp"
#include "tests/report/example_results.hpp"
#include "tests/report/limited_disk.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::report {
namespace {

using namespace minimasim::population;
using test::bytes_of;
using test::TemporaryFolder;

std::vector<std::string> const neighbourhoods = {"Centrum", "Vredeveld", "Baggelhuizen"};

// Households of one to four persons with made-up columns that use every category.
Population example_population(std::size_t households)
{
    Population population;
    population.member = 7;
    population.residents_of_institutions = 812;
    population.person_begin = {0};
    auto& persons = population.persons;
    for (std::size_t i = 0; i < households; ++i) {
        auto const n = static_cast<std::int32_t>(i);
        auto const byte = [&](std::size_t count) { return static_cast<std::uint8_t>(i % count); };
        for (std::size_t j = 0; j < 1 + i % 4; ++j) {
            persons.age.push_back(byte(100));
            persons.sex.push_back(static_cast<Sex>((i + j) % 2));
            persons.role.push_back(static_cast<Role>(j));
            persons.education.push_back(static_cast<Education>(i % 3));
            persons.source.push_back(static_cast<Source>(byte(source_count)));
            persons.profile.push_back(static_cast<Profile>(byte(profile_count)));
            persons.wage_cents_per_year.push_back(n * 100);
            persons.profit_cents_per_year.push_back(-n);
            persons.pension_cents_per_year.push_back(n);
            persons.unemployment_benefit_cents_per_year.push_back(0);
            persons.disability_benefit_cents_per_year.push_back(n % 7);
            persons.state_pension_build_up_percent.push_back(byte(101));
        }
        population.person_begin.push_back(static_cast<std::uint32_t>(persons.size()));
        population.neighbourhood.push_back(static_cast<std::uint16_t>(3 * i / households));
        population.type.push_back(static_cast<HouseholdType>(byte(household_type_count)));
        population.tenure.push_back(static_cast<Tenure>(byte(3)));
        population.main_source.push_back(static_cast<Source>(byte(source_count)));
        population.income_class.push_back(static_cast<IncomeClass>(byte(income_class_count)));
        population.rent_cents_per_month.push_back(n);
        population.mortgage_cents_per_month.push_back(2 * n);
        population.energy_cents_per_month.push_back(18600);
        population.woz_value_euro.push_back(250000);
        population.liquid_assets_cents.push_back(2000000000);
        population.years_on_low_income.push_back(byte(20));
        population.expects_improvement.push_back(byte(2));
        population.receives_social_assistance.push_back(byte(2));
        population.has_problem_debts.push_back(byte(2));
    }
    return population;
}

std::string message_of(std::filesystem::path const& file)
{
    try {
        read_population(file);
    } catch (InputError const& error) {
        return error.what();
    }
    return "";
}

TEST(PopulationFile, GivesBackWhatWasWritten)
{
    TemporaryFolder const folder;
    auto const written = example_population(101);

    for (auto const compression : {input::Compression::none, input::Compression::deflate}) {
        auto const file = folder.path() / "population.h5";
        write_population(written, neighbourhoods, file, compression);
        auto const read = read_population(file);

        EXPECT_EQ(read.member, 7);
        EXPECT_EQ(read.residents_of_institutions, 812);
        EXPECT_EQ(read.person_begin, written.person_begin);
        EXPECT_EQ(read.persons.age, written.persons.age);
        EXPECT_EQ(read.persons.sex, written.persons.sex);
        EXPECT_EQ(read.persons.role, written.persons.role);
        EXPECT_EQ(read.persons.education, written.persons.education);
        EXPECT_EQ(read.persons.source, written.persons.source);
        EXPECT_EQ(read.persons.profile, written.persons.profile);
        EXPECT_EQ(read.persons.wage_cents_per_year, written.persons.wage_cents_per_year);
        EXPECT_EQ(read.persons.profit_cents_per_year, written.persons.profit_cents_per_year);
        EXPECT_EQ(read.persons.pension_cents_per_year, written.persons.pension_cents_per_year);
        EXPECT_EQ(read.persons.unemployment_benefit_cents_per_year,
                  written.persons.unemployment_benefit_cents_per_year);
        EXPECT_EQ(read.persons.disability_benefit_cents_per_year,
                  written.persons.disability_benefit_cents_per_year);
        EXPECT_EQ(read.persons.state_pension_build_up_percent,
                  written.persons.state_pension_build_up_percent);
        EXPECT_EQ(read.neighbourhood, written.neighbourhood);
        EXPECT_EQ(read.type, written.type);
        EXPECT_EQ(read.tenure, written.tenure);
        EXPECT_EQ(read.main_source, written.main_source);
        EXPECT_EQ(read.income_class, written.income_class);
        EXPECT_EQ(read.rent_cents_per_month, written.rent_cents_per_month);
        EXPECT_EQ(read.mortgage_cents_per_month, written.mortgage_cents_per_month);
        EXPECT_EQ(read.energy_cents_per_month, written.energy_cents_per_month);
        EXPECT_EQ(read.woz_value_euro, written.woz_value_euro);
        EXPECT_EQ(read.liquid_assets_cents, written.liquid_assets_cents);
        EXPECT_EQ(read.years_on_low_income, written.years_on_low_income);
        EXPECT_EQ(read.expects_improvement, written.expects_improvement);
        EXPECT_EQ(read.receives_social_assistance, written.receives_social_assistance);
        EXPECT_EQ(read.has_problem_debts, written.has_problem_debts);
        EXPECT_EQ(read_neighbourhoods(file), neighbourhoods);
    }
}

TEST(PopulationFile, HasTheSameBytesWhenWrittenAgain)
{
    TemporaryFolder const folder;

    for (auto const compression : {input::Compression::none, input::Compression::deflate}) {
        write_population(example_population(5000), neighbourhoods, folder.path() / "a.h5", compression);
        write_population(read_population(folder.path() / "a.h5"), neighbourhoods, folder.path() / "b.h5",
                         compression);

        EXPECT_EQ(bytes_of(folder.path() / "a.h5"), bytes_of(folder.path() / "b.h5"));
    }
}

TEST(PopulationFile, IsSmallerWhenDeflated)
{
    TemporaryFolder const folder;
    auto const population = example_population(5000);

    write_population(population, neighbourhoods, folder.path() / "plain.h5");
    write_population(population, neighbourhoods, folder.path() / "small.h5", input::Compression::deflate);

    EXPECT_LT(std::filesystem::file_size(folder.path() / "small.h5") * 2,
              std::filesystem::file_size(folder.path() / "plain.h5"));
}

TEST(PopulationFile, IsRefusedWithAllThatIsWrong)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "population.h5";
    auto population = example_population(20);
    population.type[3] = static_cast<HouseholdType>(9);
    population.rent_cents_per_month.pop_back();
    population.persons.wage_cents_per_year[5] = -1;

    write_population(population, neighbourhoods, file);
    auto const message = message_of(file);

    EXPECT_NE(message.find("/households/type holds 9 at 3, values from 0 to 4"), std::string::npos)
        << message;
    EXPECT_NE(message.find("/households/rent_cents_per_month has 19 values for 20"), std::string::npos)
        << message;
    EXPECT_NE(message.find("/persons/wage_cents_per_year holds -1 at 5"), std::string::npos) << message;
}

TEST(PopulationFile, IsRefusedWhenPersonsAreNotInTheirOrder)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "population.h5";

    auto wrong_start = example_population(20);
    wrong_start.persons.role[0] = Role::child;
    write_population(wrong_start, neighbourhoods, file);
    EXPECT_NE(message_of(file).find("household 0 does not start with its claimant"), std::string::npos);

    auto not_rising = example_population(20);
    not_rising.person_begin[4] = not_rising.person_begin[3];
    write_population(not_rising, neighbourhoods, file);
    EXPECT_NE(message_of(file).find("household 3 has no persons"), std::string::npos);

    auto too_many_names = example_population(20);
    write_population(too_many_names, {"Centrum"}, file);
    EXPECT_NE(message_of(file).find("counts further than the names"), std::string::npos);
}

TEST(PopulationFile, OfAnotherKindIsNamed)
{
    TemporaryFolder const folder;
    write_results(test::example_results(), folder.path() / "results.h5");
    write_population(example_population(3), neighbourhoods, folder.path() / "population.h5");

    EXPECT_NE(message_of(folder.path() / "results.h5").find("is a minimasim results file"),
              std::string::npos);
    EXPECT_THROW(read_results(folder.path() / "population.h5"), InputError);
}

TEST(PopulationFile, LeavesTheOldOneOnAFullDisk)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "population.h5";
    write_population(example_population(3), neighbourhoods, file);
    auto const old = bytes_of(file);

    EXPECT_TRUE(test::is_refused_on_limited_disk(
        20000, "population.h5: cannot be written in full: File too large",
        [&] { write_population(example_population(5000), neighbourhoods, file); }));

    EXPECT_EQ(bytes_of(file), old);
    EXPECT_EQ(test::count_entries(folder.path()), 1);
}

// Every column of households 3 up to 17 of 20 follows from these.
TEST(PopulationFile, IsReadInParts)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "population.h5";
    auto const written = example_population(20);
    write_population(written, neighbourhoods, file);
    PopulationFile const population(file);

    auto const part = population.read(3, 17);

    EXPECT_EQ(population.size().households, 20U);
    EXPECT_EQ(population.size().persons, written.persons.size());
    ASSERT_EQ(part.size(), 14U);
    EXPECT_EQ(part.person_begin.front(), 0U);
    EXPECT_EQ(part.person_begin.back(), part.persons.size());
    for (std::size_t i = 0; i < part.size(); ++i) {
        EXPECT_EQ(part.mortgage_cents_per_month[i], written.mortgage_cents_per_month[i + 3]);
        for (std::size_t j = part.person_begin[i]; j < part.person_begin[i + 1]; ++j) {
            EXPECT_EQ(part.persons.wage_cents_per_year[j],
                      written.persons.wage_cents_per_year[j + written.person_begin[3]]);
        }
    }
    EXPECT_EQ(population.read(5, 5).size(), 0U);
}

TEST(PopulationFile, OfPartsNamesAFaultByItsPlaceInTheWhole)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "population.h5";
    auto wrong = example_population(20);
    wrong.type[15] = static_cast<HouseholdType>(9);
    wrong.persons.role[wrong.person_begin[8]] = Role::child;
    write_population(wrong, neighbourhoods, file);
    PopulationFile const population(file);
    auto const message = [&](std::size_t begin, std::size_t end) -> std::string {
        try {
            population.read(begin, end);
        } catch (InputError const& error) {
            return error.what();
        }
        return "";
    };

    EXPECT_EQ(message(0, 8), "");
    EXPECT_NE(message(6, 12).find("household 8 does not start with its claimant"), std::string::npos);
    EXPECT_NE(message(12, 20).find("/households/type holds 9 at 15, values from 0 to 4"), std::string::npos);
}

TEST(PopulationFile, WrittenInPartsHoldsTheSameColumns)
{
    TemporaryFolder const folder;
    auto const written = example_population(101);
    write_population(written, neighbourhoods, folder.path() / "whole.h5");
    PopulationSize size{written.size(), written.persons.size(), written.member,
                        written.residents_of_institutions};
    {
        PopulationWriter writer(folder.path() / "parts.h5", neighbourhoods, size);
        writer.append(written, 0, 40);
        writer.append(written, 40, 101);
        writer.commit();
    }

    auto const read = read_population(folder.path() / "parts.h5");

    EXPECT_EQ(read.person_begin, written.person_begin);
    EXPECT_EQ(read.residents_of_institutions, 812);
    EXPECT_EQ(read_neighbourhoods(folder.path() / "parts.h5"), neighbourhoods);
    EXPECT_EQ(PopulationFile(folder.path() / "parts.h5").digest(),
              PopulationFile(folder.path() / "whole.h5").digest());
    EXPECT_EQ(test::count_entries(folder.path()), 2);
}

TEST(PopulationFile, WrittenInPartsIsCompleteOrNotThere)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "population.h5";
    auto const written = example_population(101);
    PopulationSize size{written.size(), written.persons.size(), 0, 0};
    {
        PopulationWriter writer(file, neighbourhoods, size);
        writer.append(written, 0, 40);
        EXPECT_THROW(writer.commit(), std::logic_error);
    }
    EXPECT_TRUE(test::is_refused_on_limited_disk(20000,
                                                 "population.h5: cannot be written in full: File too large",
                                                 [&] { PopulationWriter(file, neighbourhoods, size); }));

    EXPECT_EQ(test::count_entries(folder.path()), 0);
}

}  // namespace
}  // namespace minimasim::report
