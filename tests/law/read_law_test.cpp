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

TEST(ReadLaw, TakesTheFormOfTheRentAllowanceThatIsInForce)
{
    EXPECT_FALSE(law_on({2025, 12, 31}).rent_allowance_has_2026_form);
    EXPECT_TRUE(law_on({2026, 1, 1}).rent_allowance_has_2026_form);
}

}  // namespace

}  // namespace minimasim::rules
