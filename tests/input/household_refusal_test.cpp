// What the reader of households refuses, and in which words: key, value, what was meant.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "tests/input/household_text.hpp"

namespace minimasim::input {

namespace {

using namespace test;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Refusal {
    std::string name;
    std::string text;
    std::vector<std::string> said;  // parts of the one problem
};

std::ostream& operator<<(std::ostream& stream, Refusal const& refusal)
{
    return stream << refusal.name;
}

std::string persons(std::string const& list, std::string const& keys = "")
{
    return "{\"persons\": [" + list + "]" + (keys.empty() ? "" : ", " + keys) + "}";
}

class RefusedHousehold : public testing::TestWithParam<Refusal> {};

std::vector<Refusal> const people{
    {"NoPersons", "{}", {"persons is missing"}},
    {"EmptyPersons", persons(""), {"persons holds 0"}},
    {"PersonsThatAreNoList", R"({"persons": {"age": 32}})", {"persons is an object", "a list"}},
    {"PersonThatIsANumber", persons("32"), {"person 1 is 32", "{\"age\": 32}"}},
    {"PersonWithoutAge", persons(R"({"age": 32}, {})"), {"age of person 2 is missing"}},
    {"AgeOf200", persons(R"({"age": 200})"), {"age of person 1 is 200", "0 to 120"}},
    {"NegativeAge", persons(R"({"age": 32}, {"age": -1})"), {"age of person 2 is -1", "cannot be negative"}},
    {"AgeInParts", persons(R"({"age": 32.5})"), {"age of person 1 is 32.5", "whole number"}},
    {"AgeOfNull", persons(R"({"age": null})"), {"age of person 1 is null"}},
    {"ClaimantUnder18", persons(R"({"age": 17})"), {"age of person 1 is 17", "claimant, of 18 or older"}},
    {"CoupleOfOne", single_with(R"("is_couple": true)"), {"is_couple is true, but persons holds one"}},
    {"CoupleWithAChild",
     persons(R"({"age": 32}, {"age": 11})", R"("is_couple": true)"),
     {"age of person 2 is 11", "is_couple is true", "partner, of 18 or older"}},
    {"PartnerWithoutIsCouple",
     persons(R"({"age": 32}, {"age": 30, "is_partner": true})"),
     {"is_partner of person 2 is true, but is_couple is false", "write \"is_couple\": true"}},
    {"CoupleWhosePartnerIsNone",
     persons(R"({"age": 32}, {"age": 30, "is_partner": false})", R"("is_couple": true)"),
     {"is_partner of person 2 is false, but is_couple is true"}},
    {"ThirdPersonAsPartner",
     persons(R"({"age": 32}, {"age": 30}, {"age": 31, "is_partner": true})"),
     {"is_partner of person 3 is true", "only the second"}},
    {"RoleOfPartner",
     persons(R"({"age": 32}, {"age": 30, "role": "partner"})"),
     {"unknown key \"role\" of person 2. Did you mean is_couple?", "\"is_couple\": true"}},
    {"SpouseAtTheTop",
     single_with(R"("spouse": {"age": 30})"),
     {"unknown key \"spouse\". Did you mean is_couple?"}},
    {"TwentyOnePersons",
     persons([] {
         std::string all = R"({"age": 32})";
         for (int i = 0; i < 20; ++i) {
             all += R"(, {"age": 5})";
         }
         return all;
     }()),
     {"persons holds 21", "at most 20"}},
    {"BirthYearThatContradictsTheAge",
     persons(R"({"age": 32, "birth_year": 1950})"),
     {"birth_year of person 1 is 1950", "born in 1991 or 1992"}},
    {"StatePensionAtForty",
     persons(R"({"age": 40, "receives_state_pension": true})"),
     {"receives_state_pension of person 1 is true at 40", "before state pension age"}},
    {"ChildcareOfAnAdult",
     persons(R"({"age": 32, "childcare_hours_per_month": 60})"),
     {"childcare_hours_per_month of person 1 is above 0", "childcare stands with the child"}},
    {"MoreHoursThanAMonthHas",
     persons(R"({"age": 32}, {"age": 3, "childcare_hours_per_month": 745})"),
     {"childcare_hours_per_month of person 2 is 745", "0 to 744"}},
    {"SingleParentWithoutChild",
     persons(R"({"age": 32, "earnings_exemption": "single_parent"})"),
     {"earnings_exemption of person 1 is \"single_parent\"", "no single parent"}},
};

std::vector<Refusal> const values{
    {"NegativeRent",
     single_with(R"("rent_per_month": -578)"),
     {"rent_per_month is -578", "cannot be negative"}},
    {"TextWithEuroSign",
     single_with(R"("rent_per_month": "€ 1.200")"),
     {"rent_per_month is the text \"€ 1.200\"", "without quotes", ": 1200"}},
    {"NumberBetweenQuotes", single_with(R"("rent_per_month": "1200")"), {"the text \"1200\"", ": 1200"}},
    {"TextWithDecimals",
     single_with(R"("rent_per_month": "1.200,50")"),
     {"the text \"1.200,50\"", ": 1200.5"}},
    {"ShareWithPercentSign",
     persons(R"({"age": 70, "state_pension_build_up": "50 %"})"),
     {"the text \"50 %\"", ": 0.5"}},
    {"ShareAsPercentage",
     persons(R"({"age": 70, "state_pension_build_up": 50})"),
     {"state_pension_build_up of person 1 is 50", "50 % is 0.50", "0 to 1"}},
    {"Cents",
     persons(R"({"age": 32, "wage_per_year": 32000000})"),
     {"wage_per_year of person 1 is 32000000", "were cents written?"}},
    {"NullAmount", single_with(R"("rent_per_month": null)"), {"rent_per_month is null", "leave the key out"}},
    {"FlagAsNumber", single_with(R"("is_couple": 1)"), {"is_couple is 1", "true or false"}},
    {"FlagAsText",
     single_with(R"("is_couple": "true")"),
     {"is_couple is the text \"true\"", "without quotes"}},
    {"NumberAsId", single_with(R"("id": 17)"), {"id is 17", "a text between quotes"}},
    {"UnknownTenure",
     single_with(R"("tenure": "rent_socal")"),
     {"tenure is the text \"rent_socal\"", "\"rent_social\", \"rent_private\" or \"owner\"",
      "Did you mean rent_social?"}},
    {"DateBefore2023", single_with(R"("date": "2022-12-31")"), {"date is 2022-12-31", "from 2023-01-01"}},
    {"DateAfterTheLaw",
     single_with(R"("date": "2026-07-01")"),
     {"date is 2026-07-01", "up to and including 2026-06-30"}},
    {"DayThatDoesNotExist",
     single_with(R"("date": "2024-02-30")"),
     {"date is the text \"2024-02-30\"", "existing day"}},
    {"DateInWords",
     single_with(R"("date": "1 juli 2024")"),
     {"date is the text \"1 juli 2024\"", "2024-07-01"}},
    {"RentOfAnOwner",
     single_with(R"("tenure": "owner", "rent_per_month": 600)"),
     {"rent_per_month is above 0", "an owner pays no rent"}},
    {"MortgageOfATenant",
     single_with(R"("mortgage_per_month": 600)"),
     {"mortgage_per_month is above 0", "rented", "\"tenure\": \"owner\""}},
    {"ValueOfARentedHome", single_with(R"("woz_value": 200000)"), {"woz_value is above 0", "rented"}},
    {"MunicipalityByName",
     single_with(R"("municipality": "Assen")"),
     {"municipality is \"Assen\"", "GM0106"}},
    {"NeighbourhoodElsewhere",
     single_with(R"("municipality": "GM0114", "neighbourhood": "WK010601")"),
     {"WK010601 does not lie in municipality GM0114"}},
    {"MonthsForYears",
     single_with(R"("years_on_low_income": 48)"),
     {"more than the age of the claimant, 32", "months"}},
    {"UnknownKey", single_with(R"("rent": 600)"), {"unknown key \"rent\". Did you mean rent_per_month?"}},
    {"PersonsKeyAtTheTop",
     single_with(R"("wage_per_year": 600)"),
     {"unknown key \"wage_per_year\"; it belongs to a person"}},
    {"HouseholdsKeyInAPerson",
     persons(R"({"age": 32, "rent_per_month": 600})"),
     {"unknown key \"rent_per_month\" of person 1; it belongs to the household"}},
    {"TakeUpInHalves",
     single_with(R"("take_up": "half")"),
     {"take_up is the text \"half\"", "\"full\", \"none\""}},
    {"TakeUpOfWhatIsNone",
     single_with(R"("take_up": {"rent_alowance": false})"),
     {"take_up names \"rent_alowance\"", "Did you mean rent_allowance?"}},
    {"TakeUpAsShare",
     single_with(R"("take_up": {"rent_allowance": 0.5})"),
     {"take_up of rent_allowance is 0.5"}},
    {"GivenThatIsNone",
     single_with(R"("given": {"expenses": 1917})"),
     {"given names \"expenses\"", "Did you mean expenses_per_month?"}},
    {"GivenText",
     single_with(R"("given": {"expenses_per_month": "1917"})"),
     {"given \"expenses_per_month\" is the text \"1917\"", ": 1917"}},
};

std::vector<Refusal> const syntax{
    {"EmptyText", "", {"h.json:1: is not JSON at column 1", "too early"}},
    {"AList", "[]", {"is a list; one household"}},
    {"ANumber", "5", {"is 5; one household"}},
    {"TrailingText", persons(R"({"age": 32})") + " {}", {"is not JSON at column 28", "end of input"}},
    {"NaN", single_with("\"rent_per_month\": NaN"), {"is not JSON", "at \"NaN\"; a number must be finite"}},
    {"Infinity", single_with("\"rent_per_month\": -Infinity"), {"at \"-Infinity\"; a number must be finite"}},
    {"TooLargeANumber", single_with("\"rent_per_month\": 1e400"), {"1e400", "must be finite"}},
    {"CommaInANumber", single_with("\"rent_per_month\": 1,200"), {"1200.50"}},
    {"CommaTooMany", persons(R"({"age": 32,})"), {"the comma before it is one too many"}},
    {"SingleQuotes", "{'persons': []}", {"double quotes"}},
    {"NameWithoutQuotes", "{persons: []}", {"names of keys stand between double quotes"}},
    {"CommaMissing", R"({"persons": [{"age": 32}] "id": "a"})", {"is a comma missing before it?"}},
    {"Comment", "{\n// one person\n\"persons\": []}", {"h.json:2:", "JSON knows no comments"}},
    {"EuroWithoutQuotes", single_with("\"rent_per_month\": €578"), {"without euro sign"}},
    {"InvalidUtf8", single_with("\n\"id\": \"Andr\xe9\""), {"h.json:2: is not UTF-8"}},
    {"OverlongUtf8", single_with("\"id\": \"\xc0\xaf\""), {"is not UTF-8"}},
    {"HalfASurrogate", single_with(R"("id": "\ud800")"), {"is not JSON"}},
    {"SameKeyTwice",
     single_with("\n\"id\": \"a\",\n\"id\": \"b\""),
     {"h.json:3: the key \"id\" stands twice"}},
    {"SameKeyTwiceOfAPerson", persons(R"({"age": 32, "age": 33})"), {"the key \"age\" stands twice"}},
    {"SeventeenBrackets", single_with("\"id\": " + std::string(16, '[')), {"nested deeper than 16"}},
    {"BracketsWithoutEnd", std::string(100'000, '['), {"nested deeper than 16"}},
    {"ObjectsWithoutEnd",
     single_with("\"given\": " +
                 [] {
                     std::string storm;
                     for (int i = 0; i < 50'000; ++i) {
                         storm += "{\"a\":";
                     }
                     return storm;
                 }()),
     {"nested deeper than 16"}},
    {"TenMegabytesOnOneLine",
     single_with("\"id\": \"" + std::string(10'000'000, 'a') + "\""),
     {"h.json:1: is longer than 1 MB"}},
    {"TenMegabytesOfSpaces", std::string(10'000'000, ' '), {"is longer than 1 MB"}},
    {"ManyItems",
     single_with("\"id\": [" +
                 [] {
                     std::string many;
                     for (int i = 0; i < 100'000; ++i) {
                         many += "1,";
                     }
                     return many;
                 }() +
                 "1]"),
     {"more than 200 entries"}},
};

}  // namespace

TEST_P(RefusedHousehold, SaysWhatIsWrongAndWhatWasMeant)
{
    auto const problems = problems_of(GetParam().text);

    ASSERT_EQ(problems.size(), 1u) << testing::PrintToString(problems);
    for (auto const& part : GetParam().said) {
        EXPECT_THAT(problems[0], HasSubstr(part));
    }
    EXPECT_LT(problems[0].size(), 300u);
}

auto const by_name = [](auto const& info) { return info.param.name; };
INSTANTIATE_TEST_SUITE_P(People, RefusedHousehold, testing::ValuesIn(people), by_name);
INSTANTIATE_TEST_SUITE_P(Values, RefusedHousehold, testing::ValuesIn(values), by_name);
INSTANTIATE_TEST_SUITE_P(Syntax, RefusedHousehold, testing::ValuesIn(syntax), by_name);

TEST(RefusedHouseholds, IncludeAChildOlderThanItsParent)
{
    EXPECT_THAT(problems_of(persons("{\"age\": 15},\n{\"age\": 17}")),
                ElementsAre(HasSubstr("h.json:1: age of person 1 is 15; the first person is the claimant"),
                            AllOf(HasSubstr("h.json:2: person 2 is 17, a child"),
                                  HasSubstr("not younger than its parent, person 1 of 15"))));
}

TEST(RefusedHouseholds, AreNotThoseOfAdultsWhoShareAHome)
{
    EXPECT_THAT(problems_of(persons(R"({"age": 32}, {"age": 45}, {"age": 18})")), IsEmpty());
    EXPECT_THAT(problems_of(persons(R"({"age": 18}, {"age": 17})")), IsEmpty());
}

TEST(RefusedHouseholds, AreNotThoseAtTheEdgesOfWhatIsPossible)
{
    EXPECT_THAT(problems_of(single_with(R"("date": "2023-01-01")")), IsEmpty());
    EXPECT_THAT(problems_of(single_with(R"("date": "2026-06-30")")), IsEmpty());
    EXPECT_THAT(problems_of(persons(R"({"age": 120}, {"age": 0})")), IsEmpty());
    EXPECT_THAT(
        problems_of(single_with(R"("rent_per_month": 0, "liquid_assets": 1e7, "water_per_month": -0.0)")),
        IsEmpty());
    EXPECT_THAT(problems_of(persons(R"({"age": 67, "receives_state_pension": true, "birth_year": 1957})")),
                IsEmpty());
    EXPECT_THAT(
        problems_of(persons(R"({"age": 66, "receives_state_pension": true})", R"("date": "2023-07-01")")),
        IsEmpty());
    EXPECT_THAT(problems_of(single_with(R"("tenure": "owner", "rent_per_month": 0)")), IsEmpty());
    EXPECT_THAT(problems_of(persons(R"({"age": 32, "birth_year": null, "receives_state_pension": null})")),
                IsEmpty());
}

TEST(RefusedHouseholds, AreNotBlamedTwiceForOneFault)
{
    EXPECT_THAT(problems_of(persons(R"({"age": "32", "birth_year": 1992}, {"age": 11})")),
                ElementsAre(HasSubstr("age of person 1 is the text \"32\"")));
}

TEST(RefusedHouseholds, AreCheckedAgainstTheGivenLimitsAlone)
{
    EXPECT_NO_THROW(read_household(single_with(R"("date": "1999-01-01", "given": {"anything": 1},
                                                  "take_up": {"anything": false})"),
                                   "h.json"));
}

}  // namespace minimasim::input
