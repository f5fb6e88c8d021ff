#include "sim/population/evidence/provenance.hpp"

#include <gtest/gtest.h>

#include "sim/base/error.hpp"
#include "sim/report/population_tables.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::report {
namespace {

using population::read_provenance;
using test::put_bytes;
using test::TemporaryFolder;

std::string complaint(std::string const& text)
{
    TemporaryFolder const folder;
    put_bytes(folder.path() / "provenance.csv", text);
    try {
        read_provenance(folder.path() / "provenance.csv", {"persons.age", "persons.sex"});
    } catch (InputError const& error) {
        return error.what();
    }
    return "";
}

std::string const header = "field,kind,source,note\n";
std::string const age = "persons.age,constrained,margins,exact\n";
std::string const sex = "persons.sex,constrained,margins,exact\n";

TEST(Provenance, SaysOfEveryFieldOfThePopulationFileWhereItComesFrom)
{
    auto const fields = population_fields();
    auto const table =
        read_provenance(std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data/provenance.csv", fields);

    EXPECT_GE(fields.size(), 26U);
    EXPECT_EQ(table.size(), fields.size());
    for (auto const& row : table) {
        EXPECT_FALSE(row.source.empty() || row.note.empty()) << row.field;
        EXPECT_TRUE(
            std::filesystem::exists(std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data" / row.source))
            << row.field << ": " << row.source;
    }
}

TEST(Provenance, IsRefusedWhereItIsNotComplete)
{
    EXPECT_EQ(complaint(header + age + sex), "");
    EXPECT_NE(complaint(header + age).find("where persons.sex"), std::string::npos);
    EXPECT_NE(complaint(header + age + sex + age).find(":4: persons.age stands here a second time"),
              std::string::npos);
    EXPECT_NE(
        complaint(header + age + "persons.sx,constrained,a,b\n").find(":3: the population file has no field"),
        std::string::npos);
    EXPECT_NE(complaint(header + age + "persons.sex,guessed,a,b\n").find(":3: kind is"), std::string::npos);
}

}  // namespace
}  // namespace minimasim::report
