// The few sentences that an answer begins with: their numbers are those of the answer.

#include "sim/report/household_story.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "sim/report/value_text.hpp"
#include "tests/report/example_household.hpp"

namespace minimasim::report {
namespace {

using test::Answer;
using test::answer_of;
using testing::AllOf;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

std::string story_of(Answer const& answer, Language language)
{
    return test::on_one_line(paragraph(household_story(answer.record, answer.trace, language)));
}

std::string euro(double value, Language language)
{
    return euro_text(value, 0, language);
}

// What each story must say whatever the household: who it is, what there is to spend, the line and the
// distance.
void expect_the_facts(Answer const& answer, Language language)
{
    auto const story = story_of(answer, language);
    bool const is_dutch = language == Language::dutch;
    auto const& trace = answer.trace;
    double const margin = margin_above_poverty_line(trace);

    EXPECT_THAT(story, HasSubstr(is_dutch ? answer.record.story : answer.record.story_en));
    EXPECT_THAT(story, HasSubstr((is_dutch ? "Er is " : "There is ") +
                                 euro(answer_value(trace, "disposable_income_per_month"), language) +
                                 (is_dutch ? " per maand te besteden" : " a month to spend")));
    EXPECT_THAT(story, HasSubstr(euro(answer_value(trace, "poverty_line_per_month"), language)));
    EXPECT_THAT(story, HasSubstr(euro(std::abs(margin), language) +
                                 (is_dutch ? (margin < 0 ? " per maand onder de armoedegrens"
                                                         : " per maand boven de armoedegrens")
                                           : (margin < 0 ? " a month below the poverty line"
                                                         : " a month above the poverty line"))));
    double total = 0;
    for (auto const& scheme : rules::schemes) {
        double const amount = answer_value(trace, std::string(scheme.key) + "_per_year");
        total += amount;
        auto const told = scheme_in_sentence(scheme, language) + " (" + euro(amount, language) + ")";
        EXPECT_EQ(story.find(told) != std::string::npos, amount > 0) << told;
    }
    EXPECT_THAT(story, HasSubstr(euro(total, language) + (is_dutch ? " per jaar" : " a year")));
}

TEST(HouseholdStory, HasTheNumbersOfTheAnswerInBothLanguages)
{
    for (auto const* const name : {"dennis", "shannah", "annex-couple", "standard-single-assistance"}) {
        auto const answer = answer_of(name);

        expect_the_facts(answer, Language::dutch);
        expect_the_facts(answer, Language::english);
    }
}

TEST(HouseholdStory, OfDennisSaysWhatHeMissesAndWhy)
{
    auto const dennis = answer_of("dennis");
    auto const years = test::policy_on(dennis.record.date);
    auto const needed =
        rules::terms_of<rules::income_supplement::Scheme>(years.policy.municipal).years_on_low_income;

    EXPECT_THAT(
        story_of(dennis, Language::dutch),
        HasSubstr("Er is geen recht op: individuele inkomenstoeslag (het inkomen is pas 0,5 jaar laag en "
                  "dat moet " +
                  std::to_string(static_cast<int>(needed)) + " jaar zijn)."));
    EXPECT_THAT(story_of(dennis, Language::english),
                HasSubstr("income has been low for 0.5 years only and it must be " +
                          std::to_string(static_cast<int>(needed)) + " years"));
    EXPECT_THAT(
        story_of(dennis, Language::dutch),
        HasSubstr("bijstand (" +
                  euro(answer_value(dennis.trace, "social_assistance_per_month"), Language::dutch) + ")"));
}

TEST(HouseholdStory, OfShannahSetsHerWageBesideTheAllowances)
{
    auto const shannah = answer_of("shannah");
    double const net = answer_value(shannah.trace, "net_income_per_month");
    double const total = answer_value(shannah.trace, "disposable_income_per_month");

    EXPECT_THAT(story_of(shannah, Language::dutch),
                HasSubstr(euro(net, Language::dutch) + " eigen netto inkomen en " +
                          euro(total - net, Language::dutch) + " van Rijk en gemeente"));
    EXPECT_THAT(story_of(shannah, Language::english),
                HasSubstr(euro(net, Language::english) + " own net income and " +
                          euro(total - net, Language::english) + " from state and municipality"));
}

TEST(HouseholdStory, OfOmarTellsOfOneSchemeAndOfTheStatePension)
{
    auto const omar = answer_of("omar");
    auto const amount = answer_value(omar.trace, "group_health_insurance_per_year");

    EXPECT_THAT(story_of(omar, Language::dutch),
                AllOf(HasSubstr("AOW meegeteld"),
                      HasSubstr("één gemeentelijke regeling: collectieve zorgverzekering (" +
                                euro(amount, Language::dutch) + " per jaar)"),
                      HasSubstr("de regeling geldt niet vanaf de AOW-leeftijd")));
    EXPECT_THAT(story_of(omar, Language::english),
                AllOf(HasSubstr("state pension included"), HasSubstr("one municipal scheme"),
                      HasSubstr("the scheme does not hold from state pension age")));
}

TEST(HouseholdStory, TellsOfRightsThatAreNotUsed)
{
    auto record = test::named_household("shannah");
    record.take_up.not_taken_up = {"rent_allowance", "adult_fund"};
    auto const answer = answer_of(record);

    EXPECT_THAT(
        story_of(answer, Language::dutch),
        HasSubstr("Wel recht, maar niet gebruikt: huurtoeslag en volwassenenfonds Sport en Cultuur."));
    EXPECT_THAT(story_of(answer, Language::english), HasSubstr("A right, but not used: rent allowance and"));
}

TEST(HouseholdStory, TellsWhoTheyAreWhenTheHouseholdHasNoStory)
{
    auto const one = answer_of(input::read_household(
        R"({"persons": [{"age": 32}, {"age": 30}, {"age": 8}, {"age": 5}], "is_couple": true})", "mine"));

    EXPECT_THAT(story_of(one, Language::dutch),
                testing::StartsWith("2 volwassenen van 32 en 30 met kinderen van 8 en 5."));
    EXPECT_THAT(story_of(one, Language::english),
                testing::StartsWith("2 adults of 32 and 30 with children of 8 and 5."));
}

TEST(HouseholdStory, IsThreeToSixSentencesForEveryShippedHousehold)
{
    for (auto const& name : input::named_households(test::data_folder / "households")) {
        auto const answer = answer_of(name);

        for (auto const language : {Language::dutch, Language::english}) {
            auto const story = household_story(answer.record, answer.trace, language);
            EXPECT_GE(story.size(), 3U) << name;
            EXPECT_LE(story.size(), 6U) << name;
        }
    }
}

}  // namespace
}  // namespace minimasim::report
