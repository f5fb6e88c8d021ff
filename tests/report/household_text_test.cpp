#include "sim/report/household_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "sim/report/household_comparison.hpp"
#include "sim/report/number_text.hpp"
#include "sim/report/step_labels.hpp"
#include "sim/report/term_labels.hpp"
#include "sim/report/value_text.hpp"
#include "tests/report/example_household.hpp"

namespace minimasim::report {
namespace {

using test::answer_of;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string text_of(test::Answer const& answer, Language language)
{
    return household_text(answer.record, answer.trace, {"Assen", ""}, language);
}

TEST(HouseholdText, HasEveryPartInItsOrder)
{
    auto const text = text_of(answer_of("dennis"), Language::dutch);

    std::size_t last = 0;
    for (auto const* const part :
         {"Dennis\n──────\nAssen, huidig beleid, recht van 1 juli 2024.\n", "Alleenstaande man van 32",
          "\nInkomen en belasting\n", "\nBijstand\n", "\nToeslagen en kinderbijslag\n",
          "\nGemeentelijke regelingen\n", "\nBesteedbaar en armoede\n",
          "\nNiet van toepassing: ", "Wat dit model niet zegt"}) {
        auto const place = text.find(part);
        ASSERT_NE(place, std::string::npos) << part;
        EXPECT_GE(place, last) << part;
        last = place;
    }
}

TEST(HouseholdText, ShowsAnAmountWithItsPeriodItsReasonItsArticleAndItsTerms)
{
    auto const dennis = answer_of("dennis");
    auto const norm = value_text(answer_value(dennis.trace, "assistance_norm_per_month"), "euro_per_month",
                                 Language::dutch);
    auto const text = test::on_one_line(text_of(dennis, Language::dutch));

    EXPECT_THAT(text, HasSubstr("Bijstandsnorm " + norm));
    EXPECT_THAT(text, HasSubstr("(Participatiewet art. 20-23, 22a)"));
    EXPECT_THAT(text,
                HasSubstr("norm alleenstaande (ouder), 21 jaar tot AOW " + norm + " sinds 1 juli 2024"));
    EXPECT_THAT(text, HasSubstr("Kindpakket € 590,00 per jaar Ja: bedrag in natura"));
}

TEST(HouseholdText, GathersWhatDoesNotConcernTheHousehold)
{
    auto const text = text_of(answer_of("shannah"), Language::dutch);
    auto const gathered = text.substr(text.find("Niet van toepassing: "));

    EXPECT_THAT(test::on_one_line(gathered),
                AllOf(HasSubstr("AOW (bruto)"), HasSubstr("Kinderbijslag"), HasSubstr("Kinderopvangtoeslag"),
                      HasSubstr("Studietoeslag"), HasSubstr("Toeslag van UWV"), HasSubstr("Kindpakket")));
    EXPECT_THAT(text, Not(HasSubstr("\nKinderbijslag ")));
    EXPECT_THAT(text, Not(HasSubstr("ontvangen")));
}

TEST(HouseholdText, ShowsARightThatIsNotUsed)
{
    auto record = test::named_household("shannah");
    record.take_up.not_taken_up = {"rent_allowance"};
    auto const answer = answer_of(record);
    auto const right = euro_text(answer_value(answer.trace, "rent_allowance_per_month"), 0, Language::dutch);

    EXPECT_THAT(test::on_one_line(text_of(answer, Language::dutch)),
                HasSubstr("Er is recht op " + right + ", maar dat wordt niet gebruikt."));
}

TEST(HouseholdText, NamesTheValuesThatWereNotRead)
{
    auto const text = test::on_one_line(text_of(answer_of("dennis"), Language::dutch));

    EXPECT_THAT(text, HasSubstr("Geschat: Maatwerkregeling gebruiksgoederen (spaargeld tot)"));
    EXPECT_THAT(text, HasSubstr("Afgeleid: "));
}

TEST(HouseholdText, NeverExceedsAHundredColumns)
{
    for (auto const& name : input::named_households(test::data_folder / "households")) {
        auto const answer = answer_of(name);
        for (auto const language : {Language::dutch, Language::english}) {
            std::istringstream lines(text_of(answer, language));
            for (std::string line; std::getline(lines, line);) {
                EXPECT_LE(display_width(line), household_text_width) << name << ": " << line;
            }
        }
    }
}

TEST(HouseholdText, HasALabelForEveryStepAndForEveryTermOfLaw)
{
    auto const dennis = answer_of("dennis");
    for (auto const& step : dennis.trace.steps) {
        EXPECT_THAT(step_label(step.name, Language::dutch), Not(HasSubstr(" per "))) << step.name;
    }
    auto policy = test::policy_on(dennis.record.date).policy;
    rules::for_each_section(policy.law, [](char const* section, auto&, auto const& fields) {
        for (auto const& field : fields) {
            auto name = std::string(field.name);
            std::replace(name.begin(), name.end(), '_', ' ');
            EXPECT_NE(term_label(section, field.name, Language::dutch), name) << section << ' ' << field.name;
        }
    });
}

TEST(HouseholdReasons, DoNotRefuseWhoHasARightWithoutACost)
{
    auto const dennis = answer_of("dennis");
    auto const* const special = find_step(dennis.trace, "special_assistance_per_year");

    ASSERT_NE(special, nullptr);
    EXPECT_TRUE(special->because_dutch.starts_with("ja, aan alle voorwaarden is voldaan"));
    EXPECT_TRUE(special->because_english.starts_with("yes, every test is passed"));
}

TEST(HouseholdReasons, CompareIncomeWithTheLimitInWholeEuros)
{
    auto const earner = answer_of("standard-single-minimum-wage");
    auto const policy = test::policy_on(earner.record.date).policy;
    auto const share =
        rules::terms_of<rules::special_assistance::Scheme>(policy.municipal).income_limit_share;
    double const limit = share * answer_value(earner.trace, "form_norm_per_month");
    double const income = answer_value(earner.trace, "net_income_per_month");
    auto const* const special = find_step(earner.trace, "special_assistance_per_year");

    EXPECT_EQ(special->because_dutch, "nee, want het inkomen is " + euro_text(income, 0, Language::dutch) +
                                          " en de grens is " + euro_text(limit, 0, Language::dutch));
    EXPECT_EQ(special->because_english, "no, because the income is " +
                                            euro_text(income, 0, Language::english) + " and the limit is " +
                                            euro_text(limit, 0, Language::english));
}

outcomes::TermRow share_term(double value)
{
    return {"baseline", "adult_fund", "income_limit_share", value, "share", "2023-01-01", "read", "a source"};
}

// Omar earns just above 120 % of the norm.
TEST(HouseholdComparison, ShowsWhatDiffersAndTheReasonInBoth)
{
    auto const omar = answer_of("omar");
    auto raised = test::policy_on(omar.record.date);
    ASSERT_TRUE(run::set_term(raised.policy, "adult_fund", "income_limit_share", 1.3));
    auto const package = answer_of(omar.record, raised, "limits");
    auto const amount = answer_value(package.trace, "adult_fund_per_year");

    auto const text = test::on_one_line(
        comparison_text(omar.record, omar.trace, package.trace, {"Assen", "Grens naar 130 %"},
                        {{share_term(1.2), share_term(1.3)}}, Language::dutch));

    EXPECT_THAT(text, HasSubstr("Er komt recht op volwassenenfonds Sport en Cultuur (" +
                                euro_text(amount, 0, Language::dutch) + " per jaar)."));
    EXPECT_THAT(text, HasSubstr("Volwassenenfonds Sport en Cultuur, recht nee ja"));
    EXPECT_THAT(text, HasSubstr("nu: nee, want het inkomen is"));
    EXPECT_THAT(text, HasSubstr("pakket: ja: "));
    EXPECT_THAT(text, HasSubstr("Het pakket verandert: Volwassenenfonds Sport en Cultuur: inkomensgrens, "
                                "deel van de norm: 120 % → 130 %"));
    EXPECT_THAT(text, Not(HasSubstr("Collectieve zorgverzekering")));
}

TEST(HouseholdComparison, SaysThatNothingChanges)
{
    auto const dennis = answer_of("dennis");

    auto const text =
        comparison_text(dennis.record, dennis.trace, dennis.trace, {"Assen", "niets"}, {}, Language::english);

    EXPECT_THAT(test::on_one_line(text),
                HasSubstr("Nothing changes for this household in schemes or income."));
    EXPECT_THAT(text, HasSubstr("All values are equal in both."));
}

}  // namespace
}  // namespace minimasim::report
