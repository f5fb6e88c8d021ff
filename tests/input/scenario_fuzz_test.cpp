// Malformed scenario files: twenty thousand mutations of the shipped ones, the same on every machine. Each
// must be read or refused with an InputError; a crash, a hang or another exception fails. Every twentieth
// goes through a file and what it builds on, the others stay in memory.

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/base/draw.hpp"
#include "sim/base/error.hpp"
#include "sim/input/scenario.hpp"
#include "sim/input/toml.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::input {

namespace {

std::filesystem::path const shipped = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "scenarios";

// Numbers for mutations: the place in the sequence is the address.
class Dice {
  public:
    explicit Dice(std::uint32_t mutation) : mutation_(mutation) {}

    // 0 .. sides-1
    std::size_t roll(std::size_t sides)
    {
        auto const words = philox_4x32_10({mutation_, next_++, 0, 0}, {2025, 7});
        return words[0] % sides;
    }

  private:
    std::uint32_t mutation_;
    std::uint32_t next_ = 0;
};

std::vector<std::string> const fragments{
    "[",       "]",         "{",         "}",           "[[",     "]]",   "x = [1,}", "=",     "\"",
    "\"\"\"",  "'",         "''",        "#",           ".",      ",",    "\n",       "\r",    "\t",
    "\\u",     "\\x",       "\\",        "_",           "+",      "-",    "e",        "1e999", "-nan",
    "inf",     "0x",        "0o9",       "2025-07-01T", "25:61",  "\xff", "\0",       "\xc3",  "\xef\xbb\xbf",
    "a.b.c.d", "[changes]", "[take_up]", "based_on = ", "date = "};

std::vector<std::string> read_seeds()
{
    std::vector<std::string> seeds;
    for (auto const& file : scenario_files(shipped)) {
        seeds.push_back(report::test::bytes_of(file));
    }
    return seeds;
}

void mutate(std::string& text, std::vector<std::string> const& seeds, Dice& dice)
{
    std::size_t const at = text.empty() ? 0 : dice.roll(text.size());
    switch (dice.roll(8)) {
        case 0:  // a bit flips
            if (!text.empty()) {
                text[at] = static_cast<char>(text[at] ^ (1 << dice.roll(8)));
            }
            break;
        case 1:  // any byte
            if (!text.empty()) {
                text[at] = static_cast<char>(dice.roll(256));
            }
            break;
        case 2:  // a part is lost
            text.erase(at, 1 + dice.roll(40));
            break;
        case 3:  // a part is there twice
            text.insert(at, text.substr(at, 1 + dice.roll(60)));
            break;
        case 4: {  // the rest of another file
            auto const& other = seeds[dice.roll(seeds.size())];
            text = text.substr(0, at) + other.substr(dice.roll(other.size()));
            break;
        }
        case 5: {  // a storm of brackets
            std::string storm;
            for (std::size_t i = 1 + dice.roll(300); i > 0; --i) {
                storm += "[{]}[[,=1\"\n"[dice.roll(11)];
            }
            text.insert(at, storm);
            break;
        }
        case 6:
            text.insert(at, fragments[dice.roll(fragments.size())]);
            break;
        default:  // a value is replaced
            if (auto const equals = text.find('=', at); equals != std::string::npos) {
                auto const end = text.find('\n', equals);
                text.replace(equals + 1, end == std::string::npos ? end : end - equals - 1,
                             fragments[dice.roll(fragments.size())]);
            }
    }
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
        Dice dice(i);
        std::string text = seeds[dice.roll(seeds.size())];
        for (std::size_t changes = 1 + dice.roll(6); changes > 0; --changes) {
            mutate(text, seeds, dice);
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

}  // namespace minimasim::input
