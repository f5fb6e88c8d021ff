// National rules of which no worked household was published: each case from the article and the printed
// amounts.

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "sim/input/term_table.hpp"
#include "sim/rules/statutory/employee_insurance.hpp"
#include "sim/rules/statutory/statutory.hpp"
#include "sim/run/households/household_case.hpp"
#include "sim/run/law_and_policy/read_law.hpp"

namespace minimasim::rules {

namespace {

constexpr std::array<Date, 7> half_years{
    {{2023, 1, 1}, {2023, 7, 1}, {2024, 1, 1}, {2024, 7, 1}, {2025, 1, 1}, {2025, 7, 1}, {2026, 1, 1}}};

Law law_on(Date date)
{
    static auto const table = input::TermTable::read(std::string(MINIMASIM_SOURCE_DIR) + "/data/law");
    return run::read_law(table, date);
}

Household single(int age = 40)
{
    Household h;
    h.claimant.age = h.partner.age = age;
    h.claimant.birth_year = h.partner.birth_year = 2024 - age;
    h.claimant.receives_state_pension = age >= 67;
    return h;
}

Household couple(int age = 40, int partner_age = 40)
{
    auto h = single(age);
    h.is_couple = true;
    h.partner.age = partner_age;
    h.partner.birth_year = 2024 - partner_age;
    return h;
}

// Werkloosheidswet art. 47: 75 % of the daily wage for two months, then 70 %; 21.75 days a month.
TEST(UnemploymentBenefit, IsThreeQuartersForTwoMonthsAndSeventyPercentAfter)
{
    auto const terms = law_on({2024, 7, 1}).minimum_wage;

    EXPECT_EQ(unemployment_benefit_per_month(200, 1, terms), 3262.50);
    EXPECT_EQ(unemployment_benefit_per_month(200, 2, terms), 3262.50);
    EXPECT_EQ(unemployment_benefit_per_month(200, 3, terms), 3045.00);
    EXPECT_EQ(unemployment_benefit_per_month(0, 1, terms), 0);
}

// The maximum daily wage (maximumdagloon), Wet financiering sociale verzekeringen art. 17.
TEST(UnemploymentBenefit, EndsAtTheMaximumDailyWage)
{
    struct Row {
        Date date;
        double highest_daily_wage;
        double in_first_months;
    };
    for (auto const& [date, highest, expected] :
         {Row{{2023, 7, 1}, 264.57, 4315.79}, Row{{2024, 1, 1}, 274.44, 4476.80},
          Row{{2024, 7, 1}, 282.95, 4615.62}, Row{{2025, 1, 1}, 290.67, 4741.55}}) {
        auto const terms = law_on(date).minimum_wage;

        EXPECT_EQ(terms.highest_daily_wage, highest);
        EXPECT_EQ(unemployment_benefit_per_month(highest, 1, terms), expected);
        EXPECT_EQ(unemployment_benefit_per_month(500, 1, terms), expected);
    }
}

// Wet WIA art. 51 (IVA), 61 and 62 (WGA), and nothing below 35 % loss.
TEST(IncapacityBenefit, DependsOnTheDegreeAndOnWhatIsStillEarned)
{
    auto const terms = law_on({2024, 7, 1}).minimum_wage;
    auto const lasting = Incapacity::full_and_lasting;
    auto const partial = Incapacity::partial;

    EXPECT_EQ(incapacity_benefit_per_month(200, 0, Incapacity::below_35_percent, 1, terms), 0);
    EXPECT_EQ(incapacity_benefit_per_month(200, 0, lasting, 30, terms), 3262.50);
    EXPECT_EQ(incapacity_benefit_per_month(500, 0, lasting, 30, terms), 4615.62);
    EXPECT_EQ(incapacity_benefit_per_month(200, 80, partial, 1, terms), 1957.50);
    EXPECT_EQ(incapacity_benefit_per_month(200, 80, partial, 3, terms), 1827.00);
    EXPECT_EQ(incapacity_benefit_per_month(200, 250, partial, 3, terms), 0);
}

// Wajong art. 3:8 and 2:45: 75 and 70 % of the reference month.
TEST(YoungDisabledBenefit, IsAShareOfTheMinimumWageMonth)
{
    auto const known = law_on({2024, 7, 1}).minimum_wage;
    EXPECT_EQ(young_disabled_benefit_per_month(false, known), 1600.20);
    EXPECT_EQ(young_disabled_benefit_per_month(true, known), 1493.52);

    for (auto const& date : half_years) {
        auto const terms = law_on(date).minimum_wage;
        EXPECT_NEAR(young_disabled_benefit_per_month(false, terms), 0.75 * terms.reference_month, 0.01);
        EXPECT_NEAR(young_disabled_benefit_per_month(true, terms), 0.70 * terms.reference_month, 0.01);
    }
}

// Wet minimumloon en minimumvakantiebijslag art. 7, 8; Besluit minimumjeugdloonregeling art. 2.
TEST(MinimumWage, OfAnHourAndAMonthByAge)
{
    struct Row {
        Date date;
        double hour;
        double month;
    };
    for (auto const& [date, hour, month] :
         {Row{{2023, 7, 1}, 11.51, 1995}, Row{{2024, 1, 1}, 13.27, 2069.4}, Row{{2024, 7, 1}, 13.68, 2133.6},
          Row{{2025, 1, 1}, 14.06, 2191.8}, Row{{2025, 7, 1}, 14.40, 2191.8},
          Row{{2026, 1, 1}, 14.71, 2294.4}}) {
        auto const terms = law_on(date).minimum_wage;

        EXPECT_EQ(terms.hour, hour);
        EXPECT_EQ(minimum_wage_per_month(21, terms), month);
        EXPECT_EQ(minimum_wage_per_month(67, terms), month);
        EXPECT_DOUBLE_EQ(minimum_wage_per_month(20, terms), 0.8 * month);
        EXPECT_DOUBLE_EQ(minimum_wage_per_month(19, terms), 0.6 * month);
        EXPECT_DOUBLE_EQ(minimum_wage_per_month(18, terms), 0.5 * month);
    }
}

// 40 hours of 13.68 for 52 weeks with 8 % holiday allowance is 30,730.75; tax and premiums on 30,730 are
// 2,864 and 8,496, the credits 2,970 (art. 8.10) and 5,305 (art. 8.11), Wet inkomstenbelasting 2001.
TEST(MinimumWage, OfAFullTimeYearLeavesThisNet)
{
    auto const law = law_on({2024, 7, 1});
    auto h = single();
    h.claimant.wage_per_year = wage_per_year_of_hours(40, law.minimum_wage.hour, law.minimum_wage);

    auto const s = statutory_income(h, law);

    EXPECT_NEAR(h.claimant.wage_per_year, 30'730.75, 0.005);
    EXPECT_EQ(s.general_tax_credit_per_year, 2'970);
    EXPECT_EQ(s.labour_tax_credit_per_year, 5'305);
    EXPECT_EQ(s.income_tax_per_year, 2'864 + 8'496 - 2'970 - 5'305);
    EXPECT_NEAR(s.net_income_per_month, 2'303.81, 0.005);
    EXPECT_EQ(s.health_contribution_per_year, 0);
}

// IOAW art. 5: the net basis is the assistance norm. Art. 8: no wealth test.
TEST(OlderUnemployedSupplement, IsTheNormWithoutAWealthTest)
{
    auto const law = law_on({2023, 7, 1});
    for (auto h : {single(60), couple(60, 55)}) {
        h.liquid_assets = 500'000;
        EXPECT_EQ(statutory_income(h, law).social_assistance_per_month, 0);
        h.claimant.is_older_unemployed = true;

        auto const s = statutory_income(h, law);

        EXPECT_DOUBLE_EQ(s.social_assistance_per_month, h.is_couple ? 1738.02 : 1216.62);
        EXPECT_EQ(s.passes_wealth_test, 0);
    }
}

// The published gross bases of July 2023 with holiday allowance, 970.39 for each of a couple and 1,522.52 for
// a single; monthly wage tax tables leave up to two euros a person between them and a year's sum.
TEST(OlderUnemployedSupplement, GrossIsNearThePublishedBasis)
{
    auto const law = law_on({2023, 7, 1});
    auto one = single(60);
    auto two = couple(60, 62);
    one.claimant.is_older_unemployed = two.claimant.is_older_unemployed = true;

    EXPECT_NEAR(statutory_income(one, law).assessment_income_per_year / 12, 1522.52, 2);
    EXPECT_NEAR(statutory_income(two, law).assessment_income_per_year / 24, 1940.78 / 2, 2);
}

struct Exemption {
    char const* paragraph;  // of Participatiewet art. 31 paragraph 2
    double share;
    double highest;
};

Person earner(std::string const& paragraph, int age = 40)
{
    Person person;
    person.age = age;
    person.has_first_months_exemption = paragraph == "n";
    person.has_single_parent_exemption = paragraph == "r";
    person.is_medically_limited = paragraph == "y";
    return person;
}

// Participatiewet art. 31 paragraph 2 n, r and y, amounts of January 2024: a share up to an amount a month,
// from 27 to pension age.
TEST(EarningsExemption, IsAShareUpToAnAmountFrom27UntilPensionAge)
{
    auto const terms = law_on({2024, 1, 1}).social_assistance;
    for (auto const& [paragraph, share, highest] :
         {Exemption{"n", 0.25, 264}, Exemption{"r", 0.125, 164.73}, Exemption{"y", 0.15, 167.07}}) {
        SCOPED_TRACE(paragraph);
        auto const exempt = [&](int age, bool has_pension_age, double net) {
            return earnings_exemption_per_month(earner(paragraph, age), has_pension_age, true, true, net,
                                                terms);
        };

        EXPECT_DOUBLE_EQ(exempt(40, false, 500), share * 500);
        EXPECT_DOUBLE_EQ(exempt(27, false, 500), share * 500);
        EXPECT_EQ(exempt(26, false, 500), 0);
        EXPECT_EQ(exempt(67, true, 500), 0);
        EXPECT_DOUBLE_EQ(exempt(40, false, highest / share), highest);
        EXPECT_DOUBLE_EQ(exempt(40, false, highest / share + 100), highest);
        EXPECT_EQ(exempt(40, false, -100), 0);
    }
}

TEST(EarningsExemption, OfSingleParentsNeedsAChildUnder12)
{
    auto const law = law_on({2024, 1, 1});
    auto h = single();
    h.claimant = earner("r");
    h.claimant.wage_per_year = 6'000;
    auto const exempt = [&] {
        auto const s = statutory_income(h, law);
        return s.net_income_per_month - s.counted_income_per_month;
    };

    EXPECT_EQ(exempt(), 0);
    h.children_12_to_15 = 1;
    EXPECT_EQ(exempt(), 0);
    h.children_6_to_11 = 1;
    EXPECT_DOUBLE_EQ(exempt(), 0.125 * 500);
    h.is_couple = true;
    EXPECT_EQ(exempt(), 0);
}

TEST(EarningsExemption, RaisesAssistanceByWhatIsLeftOut)
{
    auto const law = law_on({2024, 1, 1});
    auto h = single();
    h.claimant = earner("n");
    h.claimant.wage_per_year = 6'000;

    auto const s = statutory_income(h, law);

    EXPECT_NEAR(s.social_assistance_per_month, 1283.83 - 500 + 125, 1e-9);
}

// Participatiewet art. 33 paragraph 5: 26.50 and 53.00 a month in 2026, from pension age.
TEST(PensionExemption, LeavesOutASmallPensionFromPensionAge)
{
    auto const terms = law_on({2026, 1, 1}).social_assistance;
    auto one = single(70);
    auto two = couple(70, 60);
    one.claimant.pension_per_year = two.partner.pension_per_year = 12'000;

    EXPECT_EQ(pension_exemption_per_month(one, true, terms), 26.50);
    EXPECT_EQ(pension_exemption_per_month(two, true, terms), 53.00);
    EXPECT_EQ(pension_exemption_per_month(one, false, terms), 0);
    one.claimant.pension_per_year = 120;
    EXPECT_EQ(pension_exemption_per_month(one, true, terms), 10);
}

// Participatiewet art. 34 paragraph 2 d and paragraph 3, amounts of 2024.
TEST(AssistanceWealth, CountsEquityOfTheHomeAboveItsExemption)
{
    auto const law = law_on({2024, 1, 1});
    auto h = single();
    h.is_owner = true;
    auto const passes = [&](double equity, double savings) {
        h.home_equity = equity;
        h.liquid_assets = savings;
        return statutory_income(h, law).passes_wealth_test == 1;
    };

    EXPECT_TRUE(passes(63'900, 7'575));
    EXPECT_FALSE(passes(63'900, 7'575.01));
    EXPECT_TRUE(passes(63'900 + 7'575, 0));
    EXPECT_FALSE(passes(63'900 + 7'575.01, 0));
    EXPECT_TRUE(passes(63'900.01, 7'574.99)) << "together exactly on the limit";
    EXPECT_TRUE(passes(10'000, 7'575));
    h.children_under_6 = 1;
    EXPECT_TRUE(passes(63'900, 15'150));
    EXPECT_FALSE(passes(63'900, 15'150.01));
}

// Toeslagenwet art. 2 and 8: up to the minimum wage with holiday allowance, 70 % of it for a single; the year
// of July 2024 is 12 x 1.08 x 2,133.60.
TEST(SupplementaryBenefit, TopsABenefitUpToTheGrossSocialMinimum)
{
    auto const law = law_on({2024, 7, 1});
    auto const supplement = [&](Household const& h) {
        return statutory_income(h, law).supplementary_benefit_per_year;
    };
    auto one = single();
    auto two = couple();
    EXPECT_EQ(supplement(one), 0) << "there is no benefit to top up";
    one.claimant.unemployment_benefit_per_year = two.partner.disability_benefit_per_year = 10'000;
    EXPECT_NEAR(supplement(one), 19'356.02 - 10'000, 0.005);
    EXPECT_NEAR(supplement(two), 27'651.46 - 10'000, 0.005);

    two.claimant.wage_per_year = 5'000;
    EXPECT_NEAR(supplement(two), 27'651.46 - 15'000, 0.005) << "income of the partner counts";
    one.liquid_assets = 1'000'000;
    EXPECT_NEAR(supplement(one), 19'356.02 - 10'000, 0.005) << "there is no wealth test";
    one.claimant.unemployment_benefit_per_year = 19'357;
    EXPECT_EQ(supplement(one), 0);
}

TEST(SupplementaryBenefit, IsIncomeOnlyWhenItIsClaimed)
{
    auto const law = law_on({2024, 7, 1});
    auto h = single();
    h.claimant.unemployment_benefit_per_year = 10'000;
    EXPECT_NEAR(statutory_income(h, law).gross_income_per_year, 19'356.02, 0.005);
    h.claims.supplementary_benefit = false;

    EXPECT_EQ(statutory_income(h, law).gross_income_per_year, 10'000);
}

// Participatiewet art. 36b and Besluit loonkostensubsidie en studietoeslag: 359.57 in July 2024, below 21 the
// shares of the minimum wage.
TEST(StudySupplement, DependsOnAge)
{
    auto const law = law_on({2024, 7, 1});
    auto const supplement = [&](Household const& h) {
        return statutory_income(h, law).study_supplement_per_month;
    };
    struct Row {
        int age;
        double share;
    };
    for (auto const& [age, share] : {Row{18, 0.5}, Row{19, 0.6}, Row{20, 0.8}, Row{21, 1}, Row{35, 1}}) {
        auto h = single(age);
        EXPECT_EQ(supplement(h), 0);
        h.claimant.is_student = true;
        EXPECT_EQ(supplement(h), 0) << "without a medical limitation";
        h.claimant.is_medically_limited = true;
        EXPECT_NEAR(supplement(h), share * 359.57, 1e-9) << age;
        h.claimant.is_young_disabled = true;
        EXPECT_EQ(supplement(h), 0) << "with a benefit for the young disabled";
    }
    auto two = couple(20, 30);
    two.claimant.is_student = two.partner.is_student = true;
    two.claimant.is_medically_limited = two.partner.is_medically_limited = true;
    EXPECT_NEAR(supplement(two), 1.8 * 359.57, 1e-9);
}

double childcare_allowance(Date date, double wage, input::ChildcareType type, double hours, double rate)
{
    auto const law = law_on(date);
    input::HouseholdRecord record;
    record.date = date;
    record.persons.resize(2);
    record.persons[0].age = 34;
    record.persons[0].wage_per_year = wage;
    record.persons[1].age = 2;
    record.persons[1].childcare_hours_per_month = hours;
    record.persons[1].childcare_type = type;
    record.persons[1].childcare_rate_per_hour = rate;
    return statutory_income(run::case_of(record, law).household, law).childcare_allowance_per_month;
}

// Wet kinderopvang art. 1.6-1.9. 87.3 % of the costs at 45,000 in 2024 (press); 122 hours of 10.50 at 60,000
// in 2026 bring 1,202 a month (brochure of Dienst Toeslagen).
TEST(ChildcareAllowance, IsAShareOfTheCostsWithinHoursAndRate)
{
    auto const daycare = input::ChildcareType::daycare;
    EXPECT_EQ(childcare_allowance({2024, 1, 1}, 45'000, daycare, 100, 10), 873);
    EXPECT_EQ(childcare_allowance({2026, 1, 1}, 60'000, daycare, 122, 10.50), 1'202);

    double const at_most = childcare_allowance({2026, 1, 1}, 60'000, daycare, 230, 11.23);
    EXPECT_EQ(childcare_allowance({2026, 1, 1}, 60'000, daycare, 240, 12), at_most);
    EXPECT_EQ(childcare_allowance({2026, 1, 1}, 0, daycare, 122, 10.50), 0) << "nobody works or studies";
}

}  // namespace

}  // namespace minimasim::rules
