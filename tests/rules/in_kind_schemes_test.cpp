// The schemes with an income limit and little else: group health insurance, goods, child package, adult fund,
// energy allowance and tailored budget.

#include <gtest/gtest.h>

#include "sim/rules/municipal/schemes.hpp"
#include "tests/rules/example_households.hpp"

namespace minimasim::rules {

namespace {

using namespace test;

constexpr group_health_insurance::Terms insurance{1, 1.30, 451};
constexpr goods_scheme::Terms goods{1, 1.40, 2'500, 0.15, 598};
constexpr child_package::Terms child{1, 1.30, 590};
constexpr adult_fund::Terms fund{1, 1.20, 250, 225};
constexpr energy_allowance::Terms energy{1, 1.20, 1'300};
constexpr tailored_budget::Terms tailored{1, 1.30, 0.02, 1'000, 50'000};

// A couple with two children to whom every scheme here grants something.
MunicipalHousehold family_in_need()
{
    auto h = couple_on_minimum();
    h.children = 2;
    h.goods_need_cents_per_year = 60'000;
    h.crisis_need_cents_per_year = 90'000;
    return h;
}

// Granted on the limit, a cent above it nothing, and nothing when switched off.
template <class Scheme>
void expect_income_limit(typename Scheme::Terms terms, std::int32_t granted_cents)
{
    auto h = family_in_need();
    h.income_cents_per_month = income_limit_cents(terms.income_limit_share, h);
    EXPECT_EQ(Scheme::entitlement(h, terms).is_eligible, 1) << Scheme::key;
    EXPECT_EQ(Scheme::entitlement(h, terms).cents_per_year, granted_cents) << Scheme::key;

    h.income_cents_per_month += 1;
    EXPECT_EQ(Scheme::entitlement(h, terms).is_eligible, 0) << Scheme::key;
    EXPECT_EQ(Scheme::entitlement(h, terms).cents_per_year, 0) << Scheme::key;

    h.income_cents_per_month = 0;
    terms.is_active = 0;
    EXPECT_EQ(Scheme::entitlement(h, terms).is_eligible, 0) << Scheme::key;
    EXPECT_EQ(Scheme::entitlement(h, terms).cents_per_year, 0) << Scheme::key;
}

}  // namespace

TEST(SchemesWithALimit, GrantUpToAndIncludingItAndNothingACentAbove)
{
    expect_income_limit<group_health_insurance::Scheme>(insurance, 45'100);
    expect_income_limit<goods_scheme::Scheme>(goods, 60'000);
    expect_income_limit<child_package::Scheme>(child, 2 * 59'000);
    expect_income_limit<adult_fund::Scheme>(fund, 2 * 22'500);
    expect_income_limit<energy_allowance::Scheme>(energy, 130'000);
    expect_income_limit<tailored_budget::Scheme>(tailored, 90'000);
}

TEST(GroupHealthInsurance, IsOneContributionAHouseholdWhateverItsWealth)
{
    auto h = single_on_minimum();
    h.liquid_assets_cents = 10'000'000;

    EXPECT_EQ(group_health_insurance::entitlement(h, insurance).cents_per_year, 45'100);
    EXPECT_EQ(group_health_insurance::entitlement(couple_on_minimum(), insurance).cents_per_year, 45'100);
    EXPECT_EQ(group_health_insurance::entitlement(student_on_minimum(), insurance).is_eligible, 0);
}

TEST(GoodsScheme, IsForThoseWhoCouldNotSave)
{
    auto h = family_in_need();
    h.liquid_assets_cents = 250'000;
    EXPECT_EQ(goods_scheme::entitlement(h, goods).cents_per_year, 60'000);

    h.liquid_assets_cents = 250'001;
    EXPECT_EQ(goods_scheme::entitlement(h, goods).is_eligible, 0);
}

TEST(GoodsScheme, GrantsNothingWhereNothingBroke)
{
    auto const decided = goods_scheme::entitlement(single_on_minimum(), goods);

    EXPECT_EQ(decided.is_eligible, 1);
    EXPECT_EQ(decided.cents_per_year, 0);
    EXPECT_EQ(goods_scheme::entitlement(student_on_minimum(), goods).is_eligible, 0);
}

TEST(ChildPackage, IsPerChildAndForNobodyWithoutChildren)
{
    auto h = single_parent_on_minimum();
    EXPECT_EQ(child_package::entitlement(h, child).cents_per_year, 2 * 59'000);

    h.children = 3;
    EXPECT_EQ(child_package::entitlement(h, child).cents_per_year, 3 * 59'000);
    EXPECT_EQ(child_package::entitlement(single_on_minimum(), child).is_eligible, 0);
    EXPECT_EQ(child_package::Scheme::counted_in, CountedIn::children);
}

TEST(AdultFund, IsThePriceOfAMembershipPerAdultUpToTheMaximum)
{
    EXPECT_EQ(adult_fund::entitlement(single_on_minimum(), fund).cents_per_year, 22'500);
    EXPECT_EQ(adult_fund::entitlement(couple_on_minimum(), fund).cents_per_year, 45'000);

    auto dear = fund;
    dear.mean_cost_per_person = 300;
    EXPECT_EQ(adult_fund::entitlement(single_on_minimum(), dear).cents_per_year, 25'000);
    EXPECT_EQ(adult_fund::entitlement(student_on_minimum(), fund).is_eligible, 0);
    EXPECT_EQ(adult_fund::entitlement(pensioner_on_minimum(), fund).is_eligible, 1);
    EXPECT_EQ(adult_fund::Scheme::counted_in, CountedIn::persons);
}

TEST(EnergyAllowance, LeavesOutStudentsAndHouseholdsBelowTwentyOne)
{
    auto h = single_on_minimum();
    h.youngest_adult_age = 20;
    EXPECT_EQ(energy_allowance::entitlement(h, energy).is_eligible, 0);

    h.youngest_adult_age = 21;
    h.liquid_assets_cents = 50'000'000;  // no wealth test
    EXPECT_EQ(energy_allowance::entitlement(h, energy).cents_per_year, 130'000);
    EXPECT_EQ(energy_allowance::entitlement(student_on_minimum(), energy).is_eligible, 0);
    EXPECT_EQ(energy_allowance::entitlement(pensioner_on_minimum(), energy).is_eligible, 1);
    EXPECT_TRUE(energy_allowance::Scheme::is_cash);
}

TEST(TailoredBudget, GrantsTheCrisisSpendingThatArose)
{
    EXPECT_EQ(tailored_budget::entitlement(family_in_need(), tailored).cents_per_year, 90'000);
    EXPECT_EQ(tailored_budget::entitlement(single_on_minimum(), tailored).cents_per_year, 0);
    EXPECT_TRUE(tailored_budget::Scheme::is_capped);
}

TEST(Schemes, HaveDistinctKeysAndNamesInBothLanguages)
{
    for (std::size_t i = 0; i < scheme_count; ++i) {
        EXPECT_STRNE(schemes[i].dutch_name, "");
        EXPECT_STRNE(schemes[i].english_name, "");
        for (std::size_t j = i + 1; j < scheme_count; ++j) {
            EXPECT_STRNE(schemes[i].key, schemes[j].key);
        }
    }
}

TEST(Schemes, AreDecidedAfterTheCashTheyCountAsIncome)
{
    EXPECT_LT(index_of<income_supplement::Scheme>(), index_of<participation_budget::Scheme>());
    EXPECT_LT(index_of<energy_allowance::Scheme>(), index_of<participation_budget::Scheme>());
}

TEST(Schemes, HaveASwitchAndALimitAmongTheirTerms)
{
    for_each_scheme([](auto scheme, auto) {
        using S = decltype(scheme);
        bool has_switch = false;
        bool has_limit = false;
        for (auto const& field : S::fields) {
            has_switch = has_switch || (std::string(field.name) == "is_active" && field.unit == Unit::yes_no);
            has_limit =
                has_limit || (std::string(field.name) == "income_limit_share" && field.unit == Unit::share);
            EXPECT_LT(field.lowest, field.highest) << S::key << "." << field.name;
        }
        EXPECT_TRUE(has_switch) << S::key;
        EXPECT_TRUE(has_limit) << S::key;
        EXPECT_EQ(std::size(S::fields) * sizeof(double), sizeof(typename S::Terms))
            << S::key << " has a term without a name";
    });
}

TEST(Schemes, AreLimitedByLawInTheWaiverOnly)
{
    for (auto const& scheme : schemes) {
        bool const is_waiver = std::string(scheme.key) == "local_tax_waiver";
        EXPECT_EQ(scheme.highest_lawful_income_share <= 1.0, is_waiver) << scheme.key;
        EXPECT_EQ(std::string(scheme.law_on_income_share).empty(), !is_waiver) << scheme.key;
    }
}

}  // namespace minimasim::rules
