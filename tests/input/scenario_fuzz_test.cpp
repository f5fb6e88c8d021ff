// Malformed scenario files: twenty thousand mutations of the shipped ones, the same on every machine. Each
// must be read or refused with an InputError; a crash, a hang or another exception fails. Every twentieth
// goes through a file and what it builds on, the others stay in memory.

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/input/scenario.hpp"
#include "sim/input/toml.hpp"
#include "tests/input/mutation.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::input {

namespace {

std::filesystem::path const shipped = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "scenarios";

test::Language const toml{{"[",           "]",         "{",         "}",           "[[",     "]]",
                           "x = [1,}",    "=",         "\"",        "\"\"\"",      "'",      "''",
                           "#",           ".",         ",",         "\n",          "\r",     "\t",
                           "\\u",         "\\x",       "\\",        "_",           "+",      "-",
                           "e",           "1e999",     "-nan",      "inf",         "0x",     "0o9",
                           "2025-07-01T", "25:61",     "\xff",      "\0",          "\xc3",   "\xef\xbb\xbf",
                           "a.b.c.d",     "[changes]", "[take_up]", "based_on = ", "date = "},
                          "[{]}[[,=1\"\n",
                          '='};

std::vector<std::string> read_seeds()
{
    std::vector<std::string> seeds;
    for (auto const& file : scenario_files(shipped)) {
        seeds.push_back(report::test::bytes_of(file));
    }
    return seeds;
}

}  // namespace

TEST(MalformedScenarios, AreReadOrRefusedAndNothingElse)
{
    auto const seeds = read_seeds();
    report::test::TemporaryFolder const folder;
    auto const file = folder.path() / "mutated.toml";
    int read = 0;
    int refused = 0;
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        test::Dice dice(i);
        std::string text = seeds[dice.roll(seeds.size())];
        for (std::size_t changes = 1 + dice.roll(6); changes > 0; --changes) {
            test::mutate(text, seeds, toml, dice);
        }
        try {
            if (i % 20 == 0) {
                report::test::put_bytes(file, text);
                read_scenario(file, shipped);
            } else {
                parse_toml(text, file.string());
            }
            ++read;
        } catch (InputError const& error) {
            ++refused;
            ASSERT_FALSE(error.problems().empty());
        } catch (std::exception const& fault) {
            FAIL() << "mutation " << i << ": " << fault.what() << "\n" << text;
        }
    }
    // Both happen often, or the mutations are not worth their name.
    EXPECT_GT(read, 2'000);
    EXPECT_GT(refused, 5'000);
}

TEST(MalformedScenarios, OfBracketsAloneAreRefused)
{
    std::vector<std::string> texts{"x = [1,}", "x = {a=1,]", "[",  "[[",  "x = [",
                                   "x = {",    "x = [[[[",   "[a", "[[a]"};
    for (auto const* unit : {"[", "{", "x = [", "[[", "[a.", "{a=", "x={a=", "a=[{"}) {
        std::string storm;
        for (int i = 0; i < 50'000; ++i) {
            storm += unit;
        }
        texts.push_back(storm);
        texts.push_back("x = " + storm);
    }
    std::string closed(100'000, ']');
    texts.push_back("# " + closed + "\nx = " + std::string(100'000, '['));

    for (auto const& text : texts) {
        EXPECT_THROW(parse_toml(text, "storm.toml"), InputError) << text.substr(0, 20);
    }
}

// Every dot of a key nests a table, and a table frees those below it one inside the other.
TEST(MalformedScenarios, OfDotsAloneAreRefused)
{
    std::string dots;
    for (int i = 0; i < 100'000; ++i) {
        dots += "a.";
    }

    EXPECT_THROW(parse_toml(dots + "a = 1\n", "dots.toml"), InputError);
    EXPECT_THROW(parse_toml("[" + dots + "a]\n", "dots.toml"), InputError);
    EXPECT_THROW(parse_toml("x = {" + dots + "a = 1}\n", "dots.toml"), InputError);
    EXPECT_THROW(parse_toml("\"\\\"\"." + dots + "a = 1\n", "dots.toml"), InputError);  // after the key "\""
    EXPECT_THROW(parse_toml("x = {b = \"\"\"c\"\"\"\", " + dots + "a = 1}\n", "dots.toml"), InputError);
}

// After a backslash, and after the blanks and lines that one swallows, letters beyond ASCII are undefined
// behaviour too.
TEST(MalformedScenarios, OfBackslashesBeforeForeignLettersAreRefused)
{
    for (auto const* text : {"x = \"\\\xd0\xb6\"", "x = \"\"\"a\\\xd0\xb6\"\"\"",
                             "x = \"\"\"a\\ \xd0\xb6\"\"\"", "x = \"\"\"a\\\n  \xd0\xb6\"\"\""}) {
        try {
            parse_toml(text, "backslash.toml");
            FAIL() << text;
        } catch (InputError const& error) {
            EXPECT_STREQ(error.what(),
                         "backslash.toml:1: is not TOML here: a backslash stands before a letter beyond a-z");
        }
    }
    EXPECT_NO_THROW(parse_toml("x = \"\"\"\\\\\xc3\xa9 \\\n  a\"\"\"", "escaped.toml"));
}

// What begins like a number is read up to the next blank, and letters beyond ASCII in it are undefined
// behaviour, also those that seem to stand between quotes.
TEST(MalformedScenarios, OfQuotesWithinNumbersAreRefused)
{
    for (auto const* text : {"x = 20z{\"\xcf\x9b\"", "x = [1,-\"\xcf\x9b\"]", "x = 2024-07-01 1'\xcf\x9b'"}) {
        try {
            parse_toml(text, "quotes.toml");
            FAIL() << text;
        } catch (InputError const& error) {
            EXPECT_STREQ(error.what(), "quotes.toml:1: is not TOML: a quote stands within a number");
        }
    }
    EXPECT_NO_THROW(
        parse_toml("x = [1, \"2\"]\ny.2 = '\xcf\x9b'\nz = {a = -1, b = \"\xcf\x9b\"}", "texts.toml"));
}

}  // namespace minimasim::input
