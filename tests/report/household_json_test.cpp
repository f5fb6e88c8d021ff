#include "sim/report/household_json.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "tests/report/example_household.hpp"

namespace minimasim::report {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> keys_of(Json const& object)
{
    std::vector<std::string> keys;
    for (auto const& item : object.items()) {
        keys.push_back(item.key());
    }
    return keys;
}

std::string number(double value)
{
    std::string out;
    append_json_number(out, value);
    return out;
}

TEST(HouseholdJson, HasTheKeysOfTheContractInTheirOrder)
{
    auto const dennis = test::answer_of("dennis");
    std::string out;
    append_answer_json(out, dennis.trace, Language::dutch);

    auto const json = Json::parse(out);

    EXPECT_EQ(keys_of(json), (std::vector<std::string>{"id", "date", "package", "values", "steps"}));
    EXPECT_EQ(json["id"], "dennis");
    EXPECT_EQ(json["date"], "2024-07-01");
    EXPECT_EQ(json["package"], "baseline");
    EXPECT_EQ(keys_of(json["steps"][0]),
              (std::vector<std::string>{"name", "value", "unit", "article", "terms", "because"}));
}

TEST(HouseholdJson, HasEveryValueOfTheAnswerInItsOrderAndAsItIs)
{
    auto const dennis = test::answer_of("dennis");
    std::string out;
    append_answer_json(out, dennis.trace, Language::dutch);

    auto const json = Json::parse(out);

    auto const& values = run::answer_values();
    auto const keys = keys_of(json["values"]);
    ASSERT_EQ(keys.size(), values.size());
    for (std::size_t k = 0; k < values.size(); ++k) {
        EXPECT_EQ(keys[k], values[k].name);
        auto const& told = json["values"][keys[k]];
        EXPECT_EQ(told.is_boolean(), values[k].is_boolean) << keys[k];
        double const value = told.is_boolean() ? (told.get<bool>() ? 1.0 : 0.0) : told.get<double>();
        EXPECT_NEAR(value, dennis.trace.values[k].value, 1e-6) << keys[k];
    }
}

TEST(HouseholdJson, NamesEveryTermWithItsSection)
{
    auto const dennis = test::answer_of("dennis");
    std::string out;
    append_answer_json(out, dennis.trace, Language::english);

    auto const json = Json::parse(out);

    std::size_t terms = 0;
    for (auto const& step : json["steps"]) {
        for (auto const& term : step["terms"]) {
            ++terms;
            EXPECT_EQ(keys_of(term),
                      (std::vector<std::string>{"name", "value", "valid_from", "status", "source"}));
            EXPECT_NE(term["name"].get<std::string>().find('.'), std::string::npos);
        }
    }
    EXPECT_GT(terms, 20U);
}

TEST(HouseholdJson, LeavesStepsOutUnlessAskedFor)
{
    std::vector<TracedValue> const values{{"is_poor", 1, true}, {"poverty_gap_per_month", 12.5, false}};
    std::string out = "before ";
    append_answer_json(out, {"a", "2024-07-01", "baseline"}, values);

    EXPECT_EQ(out,
              "before {\"id\":\"a\",\"date\":\"2024-07-01\",\"package\":\"baseline\",\"values\":{"
              "\"is_poor\":true,\"poverty_gap_per_month\":12.5}}");
}

TEST(HouseholdJson, EscapesTexts)
{
    std::string const text = "a\"b\\c\nd\x01 é";
    std::string out;
    append_json_text(out, text);

    EXPECT_EQ(out, "\"a\\\"b\\\\c\\nd\\u0001 é\"");
    EXPECT_EQ(Json::parse(out).get<std::string>(), text);
}

TEST(HouseholdJson, WritesNumbersShortAndWithoutNoise)
{
    EXPECT_EQ(number(1308.45), "1308.45");
    EXPECT_EQ(number(0.1 + 0.2), "0.3");
    EXPECT_EQ(number(1e6), "1000000");
    EXPECT_EQ(number(-0.0000001), "0");
    EXPECT_EQ(number(-12.5), "-12.5");
    EXPECT_EQ(number(1.0 / 3), "0.333333");
    EXPECT_EQ(number(std::numeric_limits<double>::infinity()), "null");
}

TEST(HouseholdJson, OfAComparisonHoldsBothAnswers)
{
    auto const dennis = test::answer_of("dennis");

    auto const json = Json::parse(comparison_json(dennis.trace, dennis.trace, Language::dutch));

    EXPECT_EQ(keys_of(json), (std::vector<std::string>{"id", "baseline", "package"}));
    EXPECT_EQ(json["baseline"], json["package"]);
}

}  // namespace
}  // namespace minimasim::report
