// The loops over rows are built for several sets of instructions: whichever is used, the figures are the same
// bytes, and the program says which it was.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "sim/base/instruction_set.hpp"
#include "tests/command_line/program.hpp"

namespace minimasim {

namespace {

using namespace test;
using testing::HasSubstr;

constexpr char const* variable = "MINIMASIM_INSTRUCTION_SET";

// Sets the variable for the programs that are started while this object is there.
class Wish {
  public:
    explicit Wish(std::string const& name)
    {
        if (auto const* const before = std::getenv(variable)) {
            before_ = before;
        }
        ::setenv(variable, name.c_str(), 1);
    }
    ~Wish()
    {
        if (before_.empty()) {
            ::unsetenv(variable);
        } else {
            ::setenv(variable, before_.c_str(), 1);
        }
    }
    Wish(Wish const&) = delete;
    Wish& operator=(Wish const&) = delete;

  private:
    std::string before_;
};

std::vector<InstructionSet> sets_of_this_machine()
{
    std::vector<InstructionSet> sets;
    for (int i = 0; i < instruction_set_count; ++i) {
        if (is_supported(static_cast<InstructionSet>(i))) {
            sets.push_back(static_cast<InstructionSet>(i));
        }
    }
    return sets;
}

}  // namespace

TEST(EveryInstructionSet, GivesTheSameBytesAndIsNamedInTheRecord)
{
    TemporaryFolder const folder;
    give_populations(folder.path());
    std::string bytes;
    for (auto const set : sets_of_this_machine()) {
        Wish const wish(to_text(set));

        auto const run = minimasim(small_run(folder.path()));

        ASSERT_EQ(run.exit_code, 0) << run.errors;
        auto const record = nlohmann::json::parse(bytes_of(folder.path() / "run.json"));
        EXPECT_EQ(record["instruction_set"], to_text(set));
        auto const results = bytes_of(folder.path() / "results.h5");
        EXPECT_TRUE(bytes.empty() || bytes == results) << to_text(set);
        bytes = results;
    }
    EXPECT_FALSE(bytes.empty());
}

TEST(EveryInstructionSet, IsSaidWithTheVersion)
{
    for (auto const set : sets_of_this_machine()) {
        Wish const wish(to_text(set));

        EXPECT_THAT(minimasim({"--version"}).output,
                    HasSubstr(std::string("instruction set ") + to_text(set) + "\n"));
    }
}

TEST(AnInstructionSet, ThatDoesNotExistIsRefusedBeforeAnythingElse)
{
    Wish const wish("avx9000");

    auto const refused = minimasim({"run"});

    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_THAT(refused.errors,
                testing::AllOf(HasSubstr(variable), HasSubstr("avx9000"), HasSubstr("baseline, v3 or v4")));
}

TEST(AnInstructionSet, ThatThisMachineLacksIsRefused)
{
    if (is_supported(InstructionSet::v4)) {
        GTEST_SKIP() << "this machine has every instruction set";
    }
    Wish const wish("v4");

    auto const refused = minimasim({"--version"});

    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_THAT(refused.errors, HasSubstr("is not what this machine has"));
}

}  // namespace minimasim
