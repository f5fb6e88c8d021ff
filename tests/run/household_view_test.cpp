// A household of a population as the rules see it.

#include "sim/run/households/household_view.hpp"

#include <gtest/gtest.h>

#include "tests/law/example_law.hpp"

namespace minimasim::run {
namespace {

using population::Source;

bool receives_state_pension(int age, Source source, Date date)
{
    population::HouseholdDraft draft;
    draft.count_persons = 1;
    draft.persons[0].age = age;
    draft.persons[0].role = population::Role::claimant;
    draft.persons[0].source = source;
    auto const law = read_law(test::law_table(), date, true);
    return view_of(draft, law, date.year).claimant.receives_state_pension;
}

TEST(HouseholdView, LeavesWhoIs67AndHasNoPensionYetWithoutStatePension)
{
    Date const of_2028{2028, 7, 1};

    EXPECT_TRUE(receives_state_pension(67, Source::pension, of_2028));
    EXPECT_FALSE(receives_state_pension(67, Source::employee, of_2028));
    EXPECT_TRUE(receives_state_pension(68, Source::pension, of_2028));
    EXPECT_FALSE(receives_state_pension(66, Source::pension, of_2028));
    EXPECT_TRUE(receives_state_pension(67, Source::pension, {2025, 7, 1}));
}

}  // namespace
}  // namespace minimasim::run
