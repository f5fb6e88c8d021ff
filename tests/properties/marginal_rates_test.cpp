// More wage takes no more than the tapers in force add up to, plus the rounding of whole euros. Cliffs are
// not crossed by more wage, and the few rights that pass from one partner to the other are left out.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "sim/rules/statutory/statutory.hpp"
#include "sim/run/law_and_policy/read_law.hpp"
#include "tests/law/random_cases.hpp"

namespace minimasim::rules {

namespace {

struct Taxpayer {
    PersonIncome income;
    double box_1 = 0;
    bool has_pension_age = false;
    bool born_before_1946 = false;
};

// What is known of a household before and after the rise of a wage.
struct Position {
    Household household;
    StatutoryIncome income;
    Taxpayer claimant;
    Taxpayer partner;
};

Taxpayer taxpayer(Person const& person, double supplement, bool is_couple, Law const& law)
{
    auto const income =
        income_of(person, state_pension_gross_per_year(person, is_couple, law.state_pension), supplement);
    return {income, income.gross, has_pension_age(person, law.state_pension), person.birth_year < 1946};
}

Position position(Household const& h, Law const& law)
{
    Position p{h, statutory_income(h, law), {}, {}};
    double const supplement = h.claims.supplementary_benefit ? p.income.supplementary_benefit_per_year : 0;
    bool const is_claimants =
        h.claimant.unemployment_benefit_per_year + h.claimant.disability_benefit_per_year > 0;
    p.claimant = taxpayer(h.claimant, is_claimants ? supplement : 0, h.is_couple, law);
    p.partner = taxpayer(h.partner, is_claimants ? 0 : supplement, h.is_couple, law);
    return p;
}

// The highest rate of tax and of the credits that fall with income, up to this income.
double tax_taper(Taxpayer const& after, Law const& law)
{
    auto const& tax = law.income_tax;
    auto const& credits = law.tax_credits;
    double const box_1 = after.income.gross;
    double const limit_1 = !after.has_pension_age   ? tax.limit_1
                           : after.born_before_1946 ? tax.limit_1_born_before_1946
                                                    : tax.pension_age_limit_1;
    double rate = after.has_pension_age ? tax.pension_age_rate_1 : tax.rate_1;
    rate = box_1 > limit_1 ? tax.rate_2 : rate;
    rate = box_1 > tax.limit_2 ? tax.rate_3 : rate;
    if (box_1 > credits.general_threshold) {
        rate += after.has_pension_age ? credits.general_taper_pension_age : credits.general_taper;
    }
    if (after.has_pension_age && box_1 > credits.elderly_threshold) {
        rate += credits.elderly_taper;
    }
    if (after.income.labour >
        (after.has_pension_age ? credits.labour_pension_age_upper_3 : credits.labour_upper_3)) {
        rate -= after.has_pension_age ? credits.labour_pension_age_rate_4 : credits.labour_rate_4;
    }
    return rate;
}

// Euro a month of rent allowance lost per euro of assessment income a year, at the upper end of the step: the
// derivative 2aI + b of the norm rent until 2025.
double rent_taper(Position const& after, Law const& law)
{
    auto const& h = after.household;
    bool const pensioner = has_pensioner(h, law.state_pension);
    auto const home = rented_home(h, after.income.assessment_income_per_year, pensioner, law);
    bool const alone = home.persons == 1;
    if (law.rent_allowance_has_2026_form) {
        auto const& terms = law.rent_allowance_2026;
        return (alone ? terms.taper_one_person : terms.taper_more_persons) / 12;
    }
    auto const& terms = law.rent_allowance_until_2025;
    double const a = alone ? (pensioner ? terms.one_pensioner_a : terms.one_person_a)
                           : (pensioner ? terms.more_persons_pensioner_a : terms.more_persons_a);
    double const b = alone ? (pensioner ? terms.one_pensioner_b : terms.one_person_b)
                           : (pensioner ? terms.more_persons_pensioner_b : terms.more_persons_b);
    return 2 * a * home.income_per_year + b;
}

// Of an allowance in whole euros a month: a euro, a twelfth for the whole euros of the year, and below the
// smallest payment of 24 a year the rest at once.
double rounding_of_allowance(double before, double after)
{
    return before <= 0 ? 0 : after > 0 ? 1 + 1.0 / 12 : 2 + 1.0 / 12;
}

// The most that the tapers take a month when a wage rises by `step` a year.
double most_taken(Position const& before, Position const& after, bool claimant_earns, double step,
                  Law const& law)
{
    auto const& a = before.income;
    auto const& b = after.income;
    auto const& h = after.household;
    double const per_month = step / 12;
    double taken = per_month * tax_taper(claimant_earns ? after.claimant : after.partner, law);
    if (a.supplementary_benefit_per_year > 0 && h.claims.supplementary_benefit) {
        taken += std::min(step, a.supplementary_benefit_per_year) / 12;
    }
    if (a.social_assistance_received_per_month > 0) {
        taken += per_month;
    }
    double const rise = step;  // of assessment income, at most
    auto const& care = law.health_care_allowance;
    if (b.assessment_income_per_year > care.threshold_income) {
        taken += rise / 12 * care.norm_premium_share_above_threshold;
    }
    double const child_threshold =
        h.is_couple ? law.child_budget.threshold_partners : law.child_budget.threshold_single;
    if (b.assessment_income_per_year > child_threshold) {
        taken += rise / 12 * law.child_budget.taper;
    }
    if (a.rent_allowance_received_per_month > 0) {
        taken += rise * rent_taper(after, law);
    }
    // Income down to whole euros, tax and premiums down, each of four credits up; of both partners where a
    // supplement or payment passes to the other.
    double const of_tax = 6.0 * adults(h) / 12;
    return taken + of_tax +
           rounding_of_allowance(a.health_care_allowance_received_per_month,
                                 b.health_care_allowance_received_per_month) +
           rounding_of_allowance(a.rent_allowance_received_per_month, b.rent_allowance_received_per_month) +
           rounding_of_allowance(a.child_budget_received_per_month, b.child_budget_received_per_month);
}

// The combination credit goes to who earns least and the deduction of the home to who has most: when the rise
// turns that round, the right passes to the other.
bool passes_to_partner(Position const& before, Position const& after, Law const& law)
{
    auto const& h = after.household;
    if (!h.is_couple) {
        return false;
    }
    auto const claimant_earns_least = [](Position const& p) {
        return p.claimant.income.labour <= p.partner.income.labour;
    };
    auto const claimant_has_most = [](Position const& p) { return p.claimant.box_1 >= p.partner.box_1; };
    return (children(h) > 0 && claimant_earns_least(before) != claimant_earns_least(after)) ||
           (own_home_deduction_per_year(h, law.income_tax) > 0 &&
            claimant_has_most(before) != claimant_has_most(after));
}

class WageRise : public testing::TestWithParam<Date> {};

TEST_P(WageRise, TakesNoMoreThanTheTapersInForceAndRounding)
{
    Date const date = GetParam();
    auto const table = input::TermTable::read(std::string(MINIMASIM_SOURCE_DIR) + "/data/law");
    auto const law = run::read_law(table, date);
    test::Edges const edges(law);
    int tried = 0;
    for (std::uint32_t i = 0; i < 60'000; ++i) {
        test::Draws draws(52'000 + date.year, i);
        auto h = test::draw_case(draws, edges, law, date).household;
        h.childcare_first_child_per_month = 0;  // its table is a stair
        h.childcare_next_children_per_month = 0;
        bool const claimant_earns = !h.is_couple || draws.happens(0.5);
        auto const before = position(h, law);
        for (double const step : {12.0, 120.0, 1'200.0}) {
            auto richer = h;
            (claimant_earns ? richer.claimant : richer.partner).wage_per_year += step;
            auto const after = position(richer, law);
            if (passes_to_partner(before, after, law)) {
                continue;
            }
            ++tried;
            double const gained =
                after.income.disposable_income_per_month - before.income.disposable_income_per_month;
            double const most = most_taken(before, after, claimant_earns, step, law);
            ASSERT_LE(step / 12 - gained, most + 0.02)
                << "household " << i << ", a step of " << step << " a year: assistance "
                << before.income.social_assistance_per_month << " to "
                << after.income.social_assistance_per_month << ", tax " << before.income.income_tax_per_year
                << " to " << after.income.income_tax_per_year << ", assessment income "
                << before.income.assessment_income_per_year << " to "
                << after.income.assessment_income_per_year << ", rent "
                << before.income.rent_allowance_per_month << " to " << after.income.rent_allowance_per_month
                << ", child budget " << before.income.child_budget_per_month << " to "
                << after.income.child_budget_per_month << ", care "
                << before.income.health_care_allowance_per_month << " to "
                << after.income.health_care_allowance_per_month << ", supplement "
                << before.income.supplementary_benefit_per_year << " to "
                << after.income.supplementary_benefit_per_year;
        }
    }
    EXPECT_GT(tried, 150'000);
}

INSTANTIATE_TEST_SUITE_P(EveryYear, WageRise,
                         testing::Values(Date{2023, 7, 1}, Date{2024, 7, 1}, Date{2025, 7, 1},
                                         Date{2026, 1, 1}),
                         [](testing::TestParamInfo<Date> const& info) {
                             return "Of" + std::to_string(info.param.year);
                         });

}  // namespace

}  // namespace minimasim::rules
