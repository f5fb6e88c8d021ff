// What must hold of every household, whatever the figures are.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "sim/rules/reasons.hpp"
#include "sim/run/households/household_answer.hpp"
#include "sim/run/households/household_calculation.hpp"
#include "sim/run/law_and_policy/municipality.hpp"
#include "tests/law/random_cases.hpp"

namespace minimasim::run {

namespace {

using S = rules::StatutoryIncome;

DatedPolicy policy_on(Date date)
{
    std::string const data = std::string(MINIMASIM_SOURCE_DIR) + "/data";
    return read_policy(read_terms(data, "GM0106"), {}, date);
}

using Outcomes = std::array<StepOutcome, household_step_count>;

Outcomes outcomes_of(HouseholdCase const& one, rules::Policy const& policy)
{
    Outcomes outcomes;
    work_out(one, policy,
             [&](std::size_t step, StepOutcome const& outcome) { return outcomes[step] = outcome; });
    return outcomes;
}

double value(Outcomes const& outcomes, double S::*member)
{
    return outcomes[rules::step_index(member)].value;
}

std::string name_of(std::size_t step)
{
    return step < first_scheme_step ? rules::statutory_steps[step].name
           : step < first_last_step ? rules::schemes[step - first_scheme_step].key
                                    : "last step " + std::to_string(step - first_last_step);
}

class HouseholdOn : public testing::TestWithParam<Date> {
  protected:
    HouseholdOn() : policy_(policy_on(GetParam())), edges_(policy_.policy.law) {}

    test::Draws draws(std::uint32_t i) const { return {61'000, i}; }

    // Calls check(case, outcomes) for `count` random households.
    template <class Check>
    void for_each_household(std::uint32_t count, Check const& check)
    {
        for (std::uint32_t i = 0; i < count && !HasFailure(); ++i) {
            SCOPED_TRACE("household " + std::to_string(i));
            auto drawn = draws(i);
            auto const one = test::draw_case(drawn, edges_, policy_.policy.law, GetParam());
            check(one, outcomes_of(one, policy_.policy));
        }
    }

    DatedPolicy policy_;
    test::Edges edges_;
};

// Rights with what is received of them, in one period.
struct Right {
    double S::*right;
    double S::*received;
    bool rules::StatutoryClaims::*claim;
};

constexpr Right rights[] = {
    {&S::social_assistance_per_month, &S::social_assistance_received_per_month,
     &rules::StatutoryClaims::social_assistance},
    {&S::health_care_allowance_per_month, &S::health_care_allowance_received_per_month,
     &rules::StatutoryClaims::health_care_allowance},
    {&S::rent_allowance_per_month, &S::rent_allowance_received_per_month,
     &rules::StatutoryClaims::rent_allowance},
    {&S::child_benefit_per_quarter, &S::child_benefit_received_per_quarter,
     &rules::StatutoryClaims::child_benefit},
    {&S::child_budget_per_month, &S::child_budget_received_per_month, &rules::StatutoryClaims::child_budget},
    {&S::childcare_allowance_per_month, &S::childcare_allowance_received_per_month,
     &rules::StatutoryClaims::childcare_allowance},
    {&S::study_supplement_per_month, &S::study_supplement_received_per_month,
     &rules::StatutoryClaims::study_supplement},
};

TEST_P(HouseholdOn, HasNoNegativeAmounts)
{
    for_each_household(30'000, [&](HouseholdCase const&, Outcomes const& outcomes) {
        for (std::size_t step = 0; step < household_step_count; ++step) {
            // Less than nothing is left where the health premium exceeds what there is to spend, and an
            // exempt pension can exceed net income by the health contribution on it.
            bool const may_be_negative = step == rules::step_index(&S::standardised_income_per_year) ||
                                         step == rules::step_index(&S::counted_income_per_month);
            ASSERT_TRUE(std::isfinite(outcomes[step].value)) << name_of(step);
            ASSERT_TRUE(outcomes[step].value >= 0 || may_be_negative)
                << name_of(step) << " is " << outcomes[step].value;
        }
    });
}

TEST_P(HouseholdOn, ReceivesWhatIsClaimedAndNoMore)
{
    for_each_household(30'000, [&](HouseholdCase const& one, Outcomes const& outcomes) {
        for (auto const& [right, received, claim] : rights) {
            bool const needs_child_benefit = right == &S::child_budget_per_month;
            bool const is_claimed =
                one.household.claims.*claim && (!needs_child_benefit || one.household.claims.child_benefit);
            ASSERT_EQ(value(outcomes, received), is_claimed ? value(outcomes, right) : 0)
                << name_of(rules::step_index(received));
        }
        double const parts = value(outcomes, &S::net_income_per_month) +
                             value(outcomes, &S::social_assistance_received_per_month) +
                             value(outcomes, &S::health_care_allowance_received_per_month) +
                             value(outcomes, &S::rent_allowance_received_per_month) +
                             value(outcomes, &S::child_budget_received_per_month) +
                             value(outcomes, &S::child_benefit_received_per_quarter) / 3 +
                             value(outcomes, &S::childcare_allowance_received_per_month) +
                             value(outcomes, &S::study_supplement_received_per_month);
        ASSERT_NEAR(value(outcomes, &S::disposable_income_per_month), parts, 1e-8);
        double cash = 0;
        for (std::size_t k = 0; k < rules::scheme_count; ++k) {
            bool const is_received = rules::schemes[k].is_cash && one.claims[k];
            cash += is_received ? outcomes[first_scheme_step + k].value / 12 : 0;
        }
        ASSERT_NEAR(outcomes[place_of(LastStep::disposable_income)].value, parts + cash, 1e-6);
    });
}

// The steps that grant or refuse; the others are as computed.
bool has_a_reason(std::size_t step)
{
    static std::vector<double S::*> const with_reason = [] {
        std::vector<double S::*> all{&S::supplementary_benefit_per_year};
        for (auto const& one : rights) {
            all.push_back(one.right);
            all.push_back(one.received);
        }
        return all;
    }();
    return std::any_of(with_reason.begin(), with_reason.end(),
                       [&](double S::*member) { return rules::step_index(member) == step; });
}

TEST_P(HouseholdOn, HasAReasonForEveryRightItHasOrLacks)
{
    for_each_household(30'000, [&](HouseholdCase const&, Outcomes const& outcomes) {
        for (std::size_t step = 0; step < first_scheme_step; ++step) {
            auto const reason = outcomes[step].reason;
            ASSERT_EQ(reason != rules::Reason::as_computed, has_a_reason(step)) << name_of(step);
            if (has_a_reason(step)) {
                ASSERT_EQ(reason == rules::Reason::granted, outcomes[step].value > 0) << name_of(step);
                ASSERT_NE(std::string(rules::text_of(reason).dutch), "") << name_of(step);
            }
        }
        rules::for_each_scheme([&](auto scheme, auto index) {
            using Scheme = decltype(scheme);
            auto const& outcome = outcomes[first_scheme_step + index];
            bool const is_active = rules::terms_of<Scheme>(policy_.policy.municipal).is_active > 0.5;
            ASSERT_NE(outcome.reason, rules::Reason::as_computed) << Scheme::key;
            ASSERT_EQ(outcome.reason == rules::Reason::is_inactive, !is_active) << Scheme::key;
            ASSERT_EQ(outcome.reason == rules::Reason::granted, outcome.value > 0) << Scheme::key;
            bool const is_yes =
                outcome.reason == rules::Reason::granted || outcome.reason == rules::Reason::no_need;
            ASSERT_EQ(outcome.is_eligible, is_yes) << Scheme::key;
            ASSERT_NE(std::string(rules::text_of(outcome.reason).dutch), "") << Scheme::key;
        });
    });
}

bool is_limit(std::string const& term)
{
    return term.find("limit") != std::string::npos || term.find("max_rent") != std::string::npos ||
           term == "home_equity_exemption";
}

TEST_P(HouseholdOn, LosesNoSchemeToAHigherLimitOfIt)
{
    for_each_household(20'000, [&](HouseholdCase const& one, Outcomes const&) {
        auto const& policy = policy_.policy;
        auto const m = view_of(one, rules::statutory_income(one.household, policy.law), policy.law);
        rules::for_each_scheme([&](auto scheme, auto index) {
            using Scheme = decltype(scheme);
            auto terms = std::get<index>(policy.municipal);
            terms.is_active = 1;
            auto const before = Scheme::entitlement(m, terms);
            for (auto const& field : Scheme::fields) {
                if (!is_limit(field.name)) {
                    continue;
                }
                for (double const more : {0.01, 0.1, 1.0, 500.0}) {
                    auto higher = terms;
                    field.of(higher) = std::min(field.highest, field.of(higher) + more);
                    auto const after = Scheme::entitlement(m, higher);
                    ASSERT_GE(after.is_eligible, before.is_eligible) << Scheme::key << "." << field.name;
                    ASSERT_GE(after.cents_per_year, before.cents_per_year)
                        << Scheme::key << "." << field.name;
                }
            }
        });
    });
}

// National limits, each with the right it is a limit of: another right may fall because assistance is income.
struct NationalLimit {
    char const* section;
    char const* term;
    double S::*right;
};

constexpr NationalLimit national_limits[] = {
    {"social_assistance", "wealth_limit_single", &S::social_assistance_per_month},
    {"social_assistance", "wealth_limit_family", &S::social_assistance_per_month},
    {"social_assistance", "home_equity_exemption", &S::social_assistance_per_month},
    {"health_care_allowance", "wealth_limit_single", &S::health_care_allowance_per_month},
    {"health_care_allowance", "wealth_limit_partner", &S::health_care_allowance_per_month},
    {"health_care_allowance", "wealth_limit_single", &S::child_budget_per_month},
    {"health_care_allowance", "wealth_limit_partner", &S::child_budget_per_month},
    {"rent_allowance", "wealth_limit_per_person", &S::rent_allowance_per_month},
    {"rent_allowance", "max_rent", &S::rent_allowance_per_month},
    {"rent_allowance", "max_rent_under_23", &S::rent_allowance_per_month},
    {"rent_allowance", "max_rent_under_21", &S::rent_allowance_per_month},
};

TEST_P(HouseholdOn, LosesNoNationalRightToAHigherLimitOfIt)
{
    for (auto const& [section, term, right] : national_limits) {
        for (double const more : {0.01, 1.0, 5'000.0}) {
            auto higher = policy_.policy;
            if (!set_term(higher, section, term, term_value(policy_.policy, section, term) + more)) {
                continue;  // of the other form of the law
            }
            SCOPED_TRACE(std::string(section) + "." + term);
            for_each_household(5'000, [&](HouseholdCase const& one, Outcomes const& before) {
                auto const after = rules::statutory_income(one.household, higher.law);
                ASSERT_GE(after.*right, value(before, right));
            });
        }
    }
}

TEST_P(HouseholdOn, GetsTheSameWhateverTheOrderOfItsChildrenAndCoResidents)
{
    auto const& law = policy_.policy.law;
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        auto drawn = draws(i);
        auto record = test::draw_record(drawn, edges_, law, GetParam());
        std::vector<double> before;
        answer(case_of(record, law), policy_.policy, before);

        std::reverse(record.persons.begin() + (record.is_couple ? 2 : 1), record.persons.end());

        std::vector<double> after;
        answer(case_of(record, law), policy_.policy, after);
        for (std::size_t k = 0; k < before.size(); ++k) {
            ASSERT_NEAR(after[k], before[k], 1e-6) << answer_values()[k].name << " of household " << i;
        }
    }
}

// With equal earnings the claimant has the combination credit, with equal incomes the deduction of the home:
// there the law gives no rule or lets the partners choose, and the claim decides.
bool is_decided_by_the_claim(rules::Household const& h)
{
    auto const labour = [](rules::Person const& p) { return p.wage_per_year + p.profit_per_year; };
    auto const benefits = [](rules::Person const& p) {
        return p.unemployment_benefit_per_year + p.disability_benefit_per_year;
    };
    return labour(h.claimant) == labour(h.partner) || (benefits(h.claimant) > 0 && benefits(h.partner) > 0) ||
           (h.is_owner && h.mortgage_interest_per_year > 0);
}

TEST_P(HouseholdOn, GetsTheSameWhicheverPartnerClaims)
{
    auto const& law = policy_.policy.law;
    int couples = 0;
    for (std::uint32_t i = 0; i < 30'000; ++i) {
        auto drawn = draws(i);
        auto record = test::draw_record(drawn, edges_, law, GetParam());
        auto const one = case_of(record, law);
        if (!record.is_couple || is_decided_by_the_claim(one.household)) {
            continue;
        }
        ++couples;
        std::vector<double> before;
        answer(one, policy_.policy, before);

        std::swap(record.persons[0], record.persons[1]);

        std::vector<double> after;
        answer(case_of(record, law), policy_.policy, after);
        for (std::size_t k = 0; k < before.size(); ++k) {
            ASSERT_NEAR(after[k], before[k], 1e-6) << answer_values()[k].name << " of household " << i;
        }
    }
    EXPECT_GT(couples, 5'000);
}

TEST_P(HouseholdOn, UsesOnlyTermsThatItsStepsDeclare)
{
    std::map<std::string, std::uint32_t> undeclared;  // and the first household that shows it
    for (std::uint32_t i = 0; i < 300; ++i) {
        auto drawn = draws(i);
        auto const one = test::draw_case(drawn, edges_, policy_.policy.law, GetParam());
        for (auto const& [step, term] : undeclared_terms(one, policy_)) {
            undeclared.emplace(name_of(step) + " uses " + term, i);
        }
    }
    for (auto const& [what, household] : undeclared) {
        ADD_FAILURE() << what << " (household " << household << ")";
    }
}

INSTANTIATE_TEST_SUITE_P(ThreeDates, HouseholdOn,
                         testing::Values(Date{2023, 7, 1}, Date{2025, 1, 1}, Date{2026, 1, 1}),
                         [](testing::TestParamInfo<Date> const& info) {
                             return "Of" + std::to_string(info.param.year);
                         });

}  // namespace

}  // namespace minimasim::run
