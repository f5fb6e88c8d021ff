#include <gmock/gmock.h>

#include <sstream>

#include "tests/command_line/program.hpp"

namespace minimasim::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;

TEST(PopulationBounds, StandBesideTheFitOnRequest)
{
    auto const run = minimasim({"population", "--size", "2000", "--bounds"});

    ASSERT_EQ(run.exit_code, 0) << run.errors;
    EXPECT_EQ(run.errors, "");
    EXPECT_THAT(run.output,
                AllOf(HasSubstr("support: the catalogue can meet all published margins"),
                      HasSubstr("lone parents up to 120 % in social rent"), HasSubstr("fitted    drawn")));
    int groups = 0;
    std::istringstream lines(run.output);
    for (std::string line; std::getline(lines, line);) {
        if (line.size() < 100 || line.find("up to 1") == std::string::npos) {
            continue;
        }
        std::istringstream figures(line.substr(56));
        double low = 0;
        double high = 0;
        double width = 0;
        ASSERT_TRUE(figures >> low >> high >> width) << line;
        EXPECT_EQ(high - low, width) << line;
        EXPECT_GE(width, 0) << line;
        ++groups;
    }
    EXPECT_EQ(groups, 9);
}

}  // namespace
}  // namespace minimasim::test
