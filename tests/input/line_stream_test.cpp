#include "sim/input/line_stream.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

namespace minimasim::input {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Hands a text out in pieces of at most `piece` bytes.
ReadBytes pieces_of(std::string text, std::size_t piece)
{
    return [text = std::move(text), piece, at = std::size_t{0}](char* to, std::size_t size) mutable {
        auto const count = std::min({piece, size, text.size() - at});
        std::memcpy(to, text.data() + at, count);
        at += count;
        return count;
    };
}

// Every line as "number:text", or "number!" when it is too long.
std::vector<std::string> lines_of(std::string const& text, std::size_t piece, std::size_t most = 3)
{
    LineStream stream(pieces_of(text, piece));
    std::vector<std::string> all;
    for (auto const* lines = &stream.next(most); !lines->empty(); lines = &stream.next(most)) {
        EXPECT_LE(lines->size(), most);
        for (auto const& line : *lines) {
            all.push_back(std::to_string(line.number) +
                          (line.is_too_long ? "!" : ":" + std::string(line.text)));
        }
    }
    return all;
}

}  // namespace

TEST(ALineStream, GivesTheSameLinesHoweverTheBytesComeIn)
{
    for (std::size_t const piece : {1, 2, 3, 7, 100}) {
        EXPECT_THAT(lines_of("one\ntwo\n\n \t\nfive\n\nseven", piece),
                    ElementsAre("1:one", "2:two", "5:five", "7:seven"))
            << piece;
    }
}

TEST(ALineStream, AcceptsAByteOrderMarkAndLineEndsOfWindows)
{
    EXPECT_THAT(lines_of("\xef\xbb\xbfone\r\n\r\nthree\r\n", 5), ElementsAre("1:one\r", "3:three\r"));
    EXPECT_THAT(lines_of("\xef\xbb\xbf", 2), IsEmpty());
    EXPECT_THAT(lines_of("", 2), IsEmpty());
}

TEST(ALineStream, SkipsALineThatIsTooLongAndGoesOnBehindIt)
{
    for (std::size_t const length : {LineStream::longest_line + 1, 10 * LineStream::longest_line}) {
        std::string const many(length, 'x');

        EXPECT_THAT(lines_of("one\n" + many + "\nthree\n", 1 << 20), ElementsAre("1:one", "2!", "3:three"));
        EXPECT_THAT(lines_of(many, 1 << 20), ElementsAre("1!"));
        EXPECT_THAT(lines_of("one\n" + many + '\n', 99'999), ElementsAre("1:one", "2!"));
    }
    auto const longest = lines_of(std::string(LineStream::longest_line, 'x') + "\n", 1 << 16);
    EXPECT_EQ(longest.front().size(), LineStream::longest_line + 2);
}

}  // namespace minimasim::input
