// Of which dates the law is known, and in which form.

#include "sim/run/law_and_policy/read_law.hpp"

#include <gtest/gtest.h>

#include <string>

#include "sim/base/error.hpp"
#include "tests/law/example_law.hpp"

namespace minimasim::rules {

namespace {

using test::law_on;
using test::law_table;

std::string refusal(Date date, bool allow_later = false)
{
    try {
        run::read_law(law_table(), date, allow_later);
    } catch (InputError const& error) {
        return error.what();
    }
    return "";
}

TEST(ReadLaw, RefusesADateOfWhichTheLawIsNotKnown)
{
    EXPECT_NE(refusal({2022, 12, 31}).find("the law of 2022-12-31 is not known"), std::string::npos);
    EXPECT_NE(refusal({2026, 7, 1}).find("published until 2026-06-30"), std::string::npos);
    EXPECT_EQ(refusal({2026, 6, 30}), "");
    EXPECT_EQ(refusal({2027, 1, 1}, true), "");
}

TEST(ReadLaw, HasTheStatePensionOf67YearsAnd3MonthsFrom2028)
{
    auto const of = [](int year) { return run::read_law(law_table(), {year, 7, 1}, true).state_pension; };
    EXPECT_EQ(of(2027).pension_age, 67);
    for (int const year : {2028, 2029, 2030, 2031}) {
        EXPECT_EQ(of(year).pension_age, 67.25);
    }

    // Ages are whole years: of those of 67 the household says who has reached 67 years and 3 months.
    Person person;
    person.age = 67;
    EXPECT_TRUE(has_pension_age(person, of(2027)));
    EXPECT_FALSE(has_pension_age(person, of(2028)));
    person.receives_state_pension = true;
    EXPECT_TRUE(has_pension_age(person, of(2028)));
    person = {};
    person.age = 68;
    EXPECT_TRUE(has_pension_age(person, of(2028)));
}

TEST(ReadLaw, TakesTheFormOfTheRentAllowanceThatIsInForce)
{
    EXPECT_FALSE(law_on({2025, 12, 31}).rent_allowance_has_2026_form);
    EXPECT_TRUE(law_on({2026, 1, 1}).rent_allowance_has_2026_form);
}

}  // namespace

}  // namespace minimasim::rules
