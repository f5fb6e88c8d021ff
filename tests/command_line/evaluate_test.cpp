// minimasim evaluate: one household a line in, one answer a line out.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "sim/input/household_record.hpp"
#include "tests/command_line/program.hpp"

namespace minimasim {

namespace {

using namespace test;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

constexpr char const* single = R"({"id":"a","persons":[{"age":32}]})";

std::string repeated(std::string const& text, std::size_t times)
{
    std::string all;
    for (std::size_t i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

// The program with a text as its file.
Outcome evaluate(std::string const& text, std::vector<std::string> const& more = {})
{
    TemporaryFolder const folder;
    put_bytes(folder.path() / "in.jsonl", text);
    std::vector<std::string> words{"evaluate", (folder.path() / "in.jsonl").string()};
    words.insert(words.end(), more.begin(), more.end());
    return minimasim(words);
}

std::vector<std::string> lines_of(std::string const& text)
{
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        auto const end = text.find('\n', begin);
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

// The program behind a pipe that stays open, ended by a signal after a second.
Outcome ended_by(std::string const& signal, std::string const& file, std::string const& more)
{
    return run_command({"sh", "-c",
                        "(cat " + file + "; exec sleep 3) | timeout --preserve-status -s " + signal + " 1 " +
                            program.string() + " evaluate - " + more});
}

// Most memory the program needed, in megabytes.
long megabytes_for(std::filesystem::path const& file)
{
    ::pid_t const child = ::fork();
    if (child == 0) {
        int const nowhere = ::open("/dev/null", O_WRONLY);
        ::dup2(nowhere, STDOUT_FILENO);
        if (::chdir(source_folder.c_str()) == 0) {
            ::execl(program.c_str(), "minimasim", "evaluate", file.c_str(), nullptr);
        }
        ::_exit(127);
    }
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    EXPECT_EQ(status, 0);
    return usage.ru_maxrss / 1024;
}

}  // namespace

TEST(Evaluate, GivesTheAnswersThatHouseholdGives)
{
    auto const folder = source_folder / "data" / "households";
    auto const names = input::named_households(folder);
    std::string text;
    for (auto const& name : names) {
        auto one = bytes_of(folder / (name + ".json"));
        std::replace(one.begin(), one.end(), '\n', ' ');
        text += one + "\n";
    }

    auto const answered = evaluate(text, {"--steps", "--language", "en"});

    ASSERT_EQ(answered.exit_code, 0) << answered.errors;
    auto const lines = lines_of(answered.output);
    ASSERT_EQ(lines.size(), names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        EXPECT_EQ(lines[i] + "\n", minimasim({"household", names[i], "--json", "--language", "en"}).output);
        EXPECT_THAT(lines[i], AllOf(HasSubstr("\"because\":"), HasSubstr("\"terms\":[{\"name\":")));
    }
}

TEST(Evaluate, AppliesAPackage)
{
    auto const answered = evaluate(single, {"--scenario", "limits-130", "--date", "2025-07-01"});

    EXPECT_EQ(answered.exit_code, 0) << answered.errors;
    EXPECT_THAT(answered.output, HasSubstr(R"("date":"2025-07-01","package":"limits-130")"));
}

TEST(Evaluate, AnswersAWrongLineInItsPlace)
{
    std::string const deep = repeated("[", 100'000);
    std::string const longer = R"({"id":")" + std::string(10'000'000, 'x') + "\"}";
    std::string const text = std::string("\xef\xbb\xbf") + single + "\r\n\n" + "\xff\xfe\n" + deep + "\n" +
                             R"({"id":"b","id":"c","persons":[{"age":32}]})" + "\n" + longer + "\n" + single;

    auto const answered = evaluate(text);

    EXPECT_EQ(answered.exit_code, 2);
    EXPECT_THAT(answered.errors, HasSubstr("7 lines, 4 wrong: line 3, 4, 5, 6\n"));
    auto const lines = lines_of(answered.output);
    ASSERT_EQ(lines.size(), 6);
    EXPECT_THAT(lines[0], StartsWith(R"({"id":"a",)"));
    EXPECT_THAT(lines[1], AllOf(StartsWith(R"({"line":3,"id":null,"error":)"), HasSubstr("UTF-8")));
    EXPECT_THAT(lines[2], AllOf(StartsWith(R"({"line":4,"id":null,"error":)"), HasSubstr("nested")));
    EXPECT_THAT(lines[3], AllOf(StartsWith(R"({"line":5,"id":"b","error":)"), HasSubstr("twice")));
    EXPECT_THAT(lines[4], AllOf(StartsWith(R"({"line":6,"id":null,"error":)"), HasSubstr("1 MB")));
    EXPECT_EQ(lines[5], lines[0]);
}

TEST(Evaluate, ReadsStandardInputAndWritesTheSameToAFile)
{
    TemporaryFolder const folder;
    auto const in = (folder.path() / "in.jsonl").string();
    auto const out = (folder.path() / "out.jsonl").string();
    put_bytes(in, repeated(std::string(single) + "\n", 20'000));

    auto const printed = minimasim({"evaluate", in, "--threads", "1"});
    auto const piped =
        run_command({"sh", "-c", "cat " + in + " | " + program.string() + " evaluate - --threads 2"});
    auto const written = minimasim({"evaluate", in, "-o", out});

    EXPECT_EQ(printed.exit_code, 0) << printed.errors;
    EXPECT_TRUE(piped.output == printed.output);
    EXPECT_EQ(written.exit_code, 0) << written.errors;
    EXPECT_THAT(written.output, IsEmpty());
    EXPECT_TRUE(bytes_of(out) == printed.output);
}

TEST(Evaluate, LeavesNothingUnderTheFinalNameWhenItIsKilled)
{
    TemporaryFolder const folder;
    auto const in = folder.path() / "in.jsonl";
    auto const out = folder.path() / "out.jsonl";
    put_bytes(in, repeated(std::string(single) + "\n", 1'000));

    auto const killed = ended_by("KILL", in.string(), "-o " + out.string());
    EXPECT_EQ(killed.exit_code, 128 + SIGKILL);
    EXPECT_FALSE(std::filesystem::exists(out));

    auto const interrupted = ended_by("INT", in.string(), "-o " + out.string());
    EXPECT_EQ(interrupted.exit_code, 130);
    EXPECT_THAT(interrupted.errors, HasSubstr("nothing was written"));
    EXPECT_FALSE(std::filesystem::exists(out));
}

TEST(Evaluate, PrintsWhatCameInAndKeepsItWhenItIsInterrupted)
{
    TemporaryFolder const folder;
    auto const in = folder.path() / "in.jsonl";
    put_bytes(in, repeated(std::string(single) + "\n", 1'000));

    auto const interrupted = ended_by("INT", in.string(), "");

    EXPECT_EQ(interrupted.exit_code, 130);
    EXPECT_EQ(lines_of(interrupted.output).size(), 1'000);
}

TEST(Evaluate, EndsQuietlyWhenNobodyReads)
{
    TemporaryFolder const folder;
    auto const in = folder.path() / "in.jsonl";
    put_bytes(in, repeated(std::string(single) + "\n", 20'000));

    auto const run = run_command(
        {"sh", "-c", "{ " + program.string() + " evaluate " + in.string() + "; echo $? >&2; } | head -n 1"});

    EXPECT_EQ(lines_of(run.output).size(), 1);
    EXPECT_EQ(run.errors, "0\n");
}

TEST(Evaluate, NeedsNoMoreMemoryForMoreLines)
{
    TemporaryFolder const folder;
    auto const file = folder.path() / "in.jsonl";
    auto const lines = repeated(std::string(single) + "\n", 20'000);
    put_bytes(file, lines);
    auto const small = megabytes_for(file);
    put_bytes(file, repeated(lines, 10));

    EXPECT_LE(megabytes_for(file), small + 20);
}

TEST(Evaluate, RefusesWhatIsWrongForAllLinesBeforeTheFirst)
{
    EXPECT_EQ(evaluate(single, {"--date", "1999-01-01"}).exit_code, 2);
    EXPECT_EQ(evaluate(single, {"--scenario", "limits-13"}).exit_code, 2);
    EXPECT_EQ(evaluate(single, {"--municipality", "GM9999"}).exit_code, 2);
    auto const absent = minimasim({"evaluate", "absent.jsonl"});
    EXPECT_EQ(absent.exit_code, 2);
    EXPECT_THAT(absent.errors, HasSubstr("absent.jsonl"));
    EXPECT_EQ(minimasim({"evaluate", source_folder.string()}).exit_code, 2);
    EXPECT_THAT(evaluate("").output, IsEmpty());
    EXPECT_EQ(evaluate("\n\n").exit_code, 0);
}

}  // namespace minimasim
