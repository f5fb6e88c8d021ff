// The fast reader of JSON gives up, or reads what the strict one reads.

#include "sim/input/plain_json.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/input/household_record.hpp"
#include "sim/input/json_text.hpp"
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
                           "\\n",
                           ",",
                           ":",
                           "null",
                           "true",
                           "-",
                           "-0",
                           "1e3",
                           "0.1",
                           "01",
                           "1.",
                           "\n",
                           "1234567890.12345",
                           "123456789012345678",
                           "\"1\"",
                           "\xc3\xa9",
                           "\t",
                           "[[[[",
                           "{\"a\":"},
                          "[{]}[{,:1\"\n",
                          ':'};

void expect_same(Json const& plain, Json const& strict)
{
    ASSERT_EQ(plain.kind, strict.kind);
    EXPECT_EQ(plain.line, strict.line);
    EXPECT_EQ(plain.boolean, strict.boolean);
    EXPECT_EQ(plain.number, strict.number);
    if (plain.kind == Json::Kind::text) {
        EXPECT_EQ(plain.text, strict.text);
    }
    ASSERT_EQ(plain.items.size(), strict.items.size());
    for (std::size_t i = 0; i < plain.items.size(); ++i) {
        expect_same(plain.items[i], strict.items[i]);
    }
    ASSERT_EQ(plain.members.size(), strict.members.size());
    for (std::size_t i = 0; i < plain.members.size(); ++i) {
        EXPECT_EQ(plain.members[i].key, strict.members[i].key);
        expect_same(plain.members[i].value, strict.members[i].value);
    }
}

// A byte order mark is not plain: behind it the strict reader does the work.
void expect_read_alike(std::string const& text)
{
    auto const plain = parse_plain_json(text, 1);
    if (!plain) {
        return;
    }
    std::string const marked = "\xef\xbb\xbf" + text;
    std::vector<Problem> problems;
    auto const strict = parse_json(marked, "h.json", 1, problems);
    EXPECT_TRUE(problems.empty());
    expect_same(*plain, strict.root);
}

}  // namespace

TEST(PlainJson, IsReadLikeTheStrictReaderReadsIt)
{
    std::vector<std::string> seeds;
    for (auto const& name : named_households(shipped)) {
        seeds.push_back(report::test::bytes_of(shipped / (name + ".json")));
        EXPECT_TRUE(parse_plain_json(seeds.back(), 1)) << name;
        expect_read_alike(seeds.back());
    }
    int plain = 0;
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        test::Dice dice(i);
        std::string text = seeds[dice.roll(seeds.size())];
        test::mutate(text, seeds, json, dice);
        if (first_fault_of_utf8(text)) {
            continue;
        }
        plain += parse_plain_json(text, 1) ? 1 : 0;
        ASSERT_NO_THROW(expect_read_alike(text)) << "mutation " << i << ":\n" << text;
        ASSERT_FALSE(HasFailure()) << "mutation " << i << ":\n" << text;
    }
    EXPECT_GT(plain, 1'000);
}

TEST(PlainJson, IsNotWhatAsksForMoreCare)
{
    for (auto const* text : {"",          " ",
                             "{",         "{\"a\":1,\"a\":2}",
                             "\"\\n\"",   "1e3",
                             "01",        "1.",
                             ".5",        "-",
                             "-0",        "1234567890123456",
                             "[1,]",      "{\"a\":1,}",
                             "{\"a\" 1}", "tru",
                             "nul",       "1 2",
                             "'a'",       "\"a\nb\"",
                             "\"a",       "[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]"}) {
        EXPECT_FALSE(parse_plain_json(text, 1)) << text;
    }
    std::string many = "[0";
    for (std::size_t i = 1; i < most_json_entries; ++i) {
        many += ",0";
    }
    EXPECT_TRUE(parse_plain_json(many + "]", 1));
    EXPECT_FALSE(parse_plain_json(many + ",0]", 1));
}

}  // namespace minimasim::input
