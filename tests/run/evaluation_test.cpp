#include "sim/run/households/evaluation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/run/households/household_case.hpp"
#include "sim/run/law_and_policy/municipality.hpp"

namespace minimasim::run {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::filesystem::path const data = std::filesystem::path(MINIMASIM_SOURCE_DIR) / "data";
constexpr char const* single = R"({"id":"a","persons":[{"age":32}]})";

input::TermTable const& terms()
{
    static auto const read = read_terms(data, "GM0106");
    return read;
}

// Assen as it is; another municipality is not known.
class Policies {
  public:
    int read = 0;
    DatedPolicies const policies{[this](std::string const& municipality, Date date) {
        ++read;
        if (municipality != "GM0106") {
            throw InputError("", 0, "there are no data of municipality " + municipality);
        }
        return read_policy(terms(), read_municipality(data, municipality).measures, date);
    }};

    Evaluation evaluation() const
    {
        Evaluation asked{.policies = policies};
        asked.limits = household_limits(terms());
        return asked;
    }
};

std::string answer_to(std::string const& text, Evaluation const& evaluation)
{
    std::string out;
    bool const is_right = answer_line(out, {7, text}, evaluation);
    EXPECT_EQ(is_right, out.find("\"error\"") == std::string::npos);
    return out;
}

struct Answered {
    std::string text;
    EvaluationTally tally;
};

Answered answers_to(std::string const& text, Evaluation const& evaluation, int threads = 2)
{
    std::size_t at = 0;
    input::LineStream lines([&](char* to, std::size_t size) {
        auto const count = std::min(size, text.size() - at);
        std::memcpy(to, text.data() + at, count);
        at += count;
        return count;
    });
    Answered answered;
    answered.tally = evaluate_lines(lines, evaluation, threads,
                                    [&](std::string_view answers) { answered.text += answers; });
    return answered;
}

}  // namespace

TEST(AnswerToALine, HasTheIdAndTheValuesAndNoStepsUnlessAsked)
{
    Policies const policies;
    auto asked = policies.evaluation();

    auto const plain = answer_to(single, asked);
    asked.with_steps = true;
    auto const with_steps = answer_to(single, asked);

    EXPECT_THAT(plain, StartsWith(R"({"id":"a",)"));
    EXPECT_THAT(plain, HasSubstr(R"("values":{"income_tax_per_year":0,)"));
    EXPECT_THAT(plain, Not(HasSubstr("steps")));
    EXPECT_THAT(with_steps, HasSubstr(R"("because":)"));
    EXPECT_THAT(with_steps, HasSubstr(R"("terms":[{"name":)"));
    EXPECT_EQ(with_steps.substr(0, plain.size() - 1), plain.substr(0, plain.size() - 1));
}

TEST(AnswerToALine, ThatIsWrongHasItsNumberItsIdAndAllProblems)
{
    Policies const policies;

    auto const answer =
        answer_to(R"({"id":"b","persons":[{"age":200}],"rnt_per_month":5})", policies.evaluation());

    EXPECT_THAT(answer, StartsWith(R"({"line":7,"id":"b","error":")"));
    EXPECT_THAT(answer, HasSubstr("age of person 1 is 200"));
    EXPECT_THAT(answer, HasSubstr("Did you mean rent_per_month?"));
}

TEST(AnswerToALine, ThatIsNoHouseholdHasNoId)
{
    Policies const policies;
    auto const asked = policies.evaluation();
    std::vector<std::string> const wrong{"x",    "5",          "[1,2]",
                                         "{",    "\xff",       "{\"id\":5,\"persons\":[{\"age\":32}]}",
                                         "null", "\"text\"",   std::string(5'000, '['),
                                         "{}",   "{\"id\":\"", std::string("{\0}", 3)};
    for (auto const& text : wrong) {
        EXPECT_THAT(answer_to(text, asked), StartsWith(R"({"line":7,"id":null,"error":")")) << text;
    }
}

TEST(AnswerToALine, KeepsAnIdWithSignsThatJsonEscapes)
{
    Policies const policies;

    EXPECT_THAT(answer_to(R"({"id":"a\"\\\u0001é","persons":[{"age":32}]})", policies.evaluation()),
                StartsWith(R"({"id":"a\"\\\u0001é",)"));
}

TEST(AnswerToALine, OfAMunicipalityThatIsNotKnownSaysSo)
{
    Policies const policies;

    EXPECT_THAT(
        answer_to(R"({"id":"c","municipality":"GM9999","persons":[{"age":32}]})", policies.evaluation()),
        StartsWith(R"({"line":7,"id":"c","error":"there are no data of municipality GM9999)"));
}

TEST(AnswerToALine, UsesTheGivenDateAndChecksTheHouseholdOnThatDay)
{
    Policies const policies;
    auto asked = policies.evaluation();
    asked.date = Date{2026, 1, 1};

    EXPECT_THAT(answer_to(single, asked), HasSubstr(R"("date":"2026-01-01")"));
    EXPECT_THAT(answer_to(R"({"persons":[{"age":32,"birth_year":1992}]})", asked),
                HasSubstr("birth_year of person 1 is 1992"));
}

TEST(AnswerToALine, GrantsExOfficioToWhoReceivesAssistanceAlone)
{
    Policies const policies;
    auto asked = policies.evaluation();
    std::string const poor =
        R"({"persons":[{"age":40}],"years_on_low_income":9,"take_up":{"income_supplement":false}})";
    std::string const unclaimed =
        R"({"persons":[{"age":40}],"years_on_low_income":9,"take_up":{"income_supplement":false,"social_assistance":false}})";
    auto const poor_before = answer_to(poor, asked);
    auto const unclaimed_before = answer_to(unclaimed, asked);
    asked.ex_officio = {"income_supplement"};

    EXPECT_NE(answer_to(poor, asked), poor_before);
    EXPECT_EQ(answer_to(unclaimed, asked), unclaimed_before);
}

TEST(Evaluation, KeepsTheOrderAndCountsWhatIsWrong)
{
    Policies const policies;
    std::string text;
    for (int i = 1; i <= 1'000; ++i) {
        text += i % 100 == 0 ? "wrong\n"
                             : R"({"id":"h)" + std::to_string(i) + R"(","persons":[{"age":32}]})" + "\n";
    }

    auto const answered = answers_to(text + "\n" + single, policies.evaluation());

    EXPECT_EQ(answered.tally.lines, 1'002);
    EXPECT_EQ(answered.tally.wrong, 10);
    EXPECT_EQ(summary_of(answered.tally),
              "1002 lines, 10 wrong: line 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000");
    std::size_t begin = 0;
    for (int i = 1; i <= 1'000; ++i) {
        auto const end = answered.text.find('\n', begin);
        auto const expected = i % 100 == 0 ? R"({"line":)" + std::to_string(i) + ",\"id\":null"
                                           : R"({"id":"h)" + std::to_string(i) + "\"";
        ASSERT_THAT(answered.text.substr(begin, end - begin), StartsWith(expected));
        begin = end + 1;
    }
}

TEST(Evaluation, IsTheSameForAnyNumberOfThreads)
{
    Policies const policies;
    std::string text;
    for (int i = 0; i < 9'000; ++i) {
        text += R"({"id":"h","date":"202)" + std::to_string(4 + i % 2) + R"(-07-01","persons":[{"age":)" +
                std::to_string(i % 130) + R"(,"wage_per_year":)" + std::to_string(i * 5) + "}]}\n";
    }

    auto const one = answers_to(text, policies.evaluation(), 1);

    EXPECT_TRUE(one.text == answers_to(text, policies.evaluation(), 2).text);
    EXPECT_TRUE(one.text == answers_to(text, policies.evaluation(), 5).text);
}

TEST(Evaluation, ReadsTheLawOfEachDateOnce)
{
    Policies policies;
    std::string text;
    for (int i = 0; i < 300; ++i) {
        text += R"({"date":"2025-0)" + std::to_string(1 + i % 3) + R"(-01","persons":[{"age":40}]})" + "\n";
    }

    answers_to(text, policies.evaluation());

    EXPECT_EQ(policies.read, 3);
}

}  // namespace minimasim::run
