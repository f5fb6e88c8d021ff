// Malformed households: twenty thousand mutations of the shipped ones, the same on every machine. Each must
// be read or refused with an InputError; a crash, a hang or another exception fails.

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/input/household_text.hpp"
#include "tests/input/mutation.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::input {

namespace {

std::filesystem::path const shipped = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data" / "households";

test::Language const json{{"[",
                           "]",
                           "{",
                           "}",
                           "\"",
                           "\\",
                           "\\u",
                           "\\ud800",
                           ",",
                           ":",
                           "null",
                           "true",
                           "-",
                           "1e999",
                           "-0.0",
                           "NaN",
                           "32.5",
                           "\"1\"",
                           "\xff",
                           "\xc3",
                           "\xe2\x82\xac",
                           "\n",
                           "\t",
                           "/*",
                           "{\"a\":",
                           "[[[[",
                           "\"age\": ",
                           "\"given\": ",
                           "\"take_up\": ",
                           "\"persons\": "},
                          "[{]}[{,:1\"\n",
                          ':'};

}  // namespace

TEST(MalformedHouseholds, AreReadOrRefusedAndNothingElse)
{
    std::vector<std::string> seeds;
    for (auto const& name : named_households(shipped)) {
        seeds.push_back(report::test::bytes_of(shipped / (name + ".json")));
    }
    int read = 0;
    int refused = 0;
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        test::Dice dice(i);
        std::string text = seeds[dice.roll(seeds.size())];
        for (std::size_t changes = 1 + dice.roll(3); changes > 0; --changes) {
            test::mutate(text, seeds, json, dice);
        }
        try {
            test::read(text);
            ++read;
        } catch (InputError const& error) {
            ++refused;
            ASSERT_FALSE(error.problems().empty());
        } catch (std::exception const& fault) {
            FAIL() << "mutation " << i << ": " << fault.what() << "\n" << text;
        }
    }
    // Both happen often, or the mutations are not worth their name.
    EXPECT_GT(read, 1'000);
    EXPECT_GT(refused, 5'000);
}

}  // namespace minimasim::input
