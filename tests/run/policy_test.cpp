#include "sim/run/law_and_policy/policy.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/run/law_and_policy/municipality.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::run {

namespace {

using report::test::bytes_of;
using report::test::put_bytes;
using report::test::TemporaryFolder;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::filesystem::path const source = MINIMASIM_SOURCE_DIR;
constexpr Date policy_date{2025, 7, 1};

Municipality const& assen()
{
    static auto const municipality = read_municipality(source / "data", "GM0106");
    return municipality;
}

DatedPolicy const& baseline()
{
    static auto const policy =
        read_policy(read_terms(source / "data", "GM0106"), assen().measures, policy_date);
    return policy;
}

// A package as if read from mine.toml, one change a line.
struct Change {
    char const* scheme;
    char const* term;
    double value;
};

input::Scenario package(std::vector<Change> const& changes)
{
    input::Scenario scenario;
    scenario.own.id = "mine";
    scenario.own.file = "mine.toml";
    int line = 0;
    for (auto const& change : changes) {
        scenario.changes.push_back(
            {change.scheme, change.term, change.value, std::nullopt, {"mine.toml", ++line}});
    }
    return scenario;
}

std::vector<Problem> problems_of(input::Scenario const& scenario)
{
    try {
        apply_package(baseline(), assen().measures, scenario);
    } catch (InputError const& error) {
        return error.problems();
    }
    return {};
}

std::string refusal_of(Change const& change)
{
    auto const problems = problems_of(package({change}));
    EXPECT_LE(problems.size(), 1U);
    return problems.empty() ? "not refused" : to_text(problems.front());
}

DatedPolicy shipped(char const* id)
{
    auto const scenario =
        input::read_scenario(source / "scenarios" / (std::string(id) + ".toml"), source / "scenarios");
    return apply_package(baseline(), assen().measures, scenario);
}

// A municipality's scheme table with one thing replaced, read as a policy.
std::string refusal_of_data(std::string const& what, std::string const& by)
{
    TemporaryFolder const folder;
    auto text = bytes_of(source / "data/municipalities/GM0106/schemes.csv");
    auto const at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    text.replace(at, what.size(), by);
    put_bytes(folder.path() / "schemes.csv", text);
    try {
        auto const table =
            input::TermTable::read({source / "data/law", source / "data/assumptions/household_costs.csv",
                                    folder.path() / "schemes.csv"});
        read_policy(table, assen().measures, policy_date);
    } catch (InputError const& error) {
        return error.what();
    }
    return "not refused";
}

}  // namespace

TEST(Packages, AreRefusedWithALimitOfThirteenHundredPerCent)
{
    EXPECT_THAT(refusal_of({"income_supplement", "income_limit_share", 13.0}),
                AllOf(HasSubstr("mine.toml:1:"), HasSubstr("1300 %"), HasSubstr("Did you mean 1.3?")));
}

TEST(Packages, AreRefusedWithALimitOfMinusFivePerCent)
{
    EXPECT_THAT(refusal_of({"income_supplement", "income_limit_share", -0.05}),
                AllOf(HasSubstr("mine.toml:1:"), HasSubstr("-5 %"), HasSubstr("cannot be negative"),
                      Not(HasSubstr("Did you mean"))));
}

TEST(Packages, AreRefusedWithALimitInPerCentAndToldTheShare)
{
    EXPECT_THAT(refusal_of({"adult_fund", "income_limit_share", 130}),
                AllOf(HasSubstr("adult_fund.income_limit_share"), HasSubstr("Did you mean 1.3?")));
}

TEST(Packages, AreRefusedWithANegativeAmount)
{
    EXPECT_THAT(refusal_of({"income_supplement", "amount_single", -500}), HasSubstr("cannot be negative"));
}

TEST(Packages, AreRefusedWithASwitchThatIsNeitherOnNorOff)
{
    EXPECT_THAT(refusal_of({"adult_fund", "is_active", 0.5}),
                AllOf(HasSubstr("switch"), HasSubstr("0 or 1")));
    EXPECT_THAT(refusal_of({"adult_fund", "is_active", 2}), HasSubstr("adult_fund.is_active"));
}

TEST(Packages, AreRefusedWithValuesThatAreNoNumbers)
{
    EXPECT_THAT(refusal_of({"adult_fund", "maximum_per_person", std::nan("")}), HasSubstr("adult_fund"));
}

TEST(Packages, AreRefusedWithAnUnknownSchemeAndToldTheNearest)
{
    EXPECT_THAT(refusal_of({"income_suplement", "amount_single", 500}),
                AllOf(HasSubstr("income_suplement"), HasSubstr("Did you mean income_supplement?"),
                      HasSubstr("minimasim list schemes")));
}

TEST(Packages, AreRefusedWithAnUnknownTermAndToldTheNearest)
{
    EXPECT_THAT(refusal_of({"income_supplement", "amount_singel", 500}),
                AllOf(HasSubstr("amount_singel"), HasSubstr("Did you mean amount_single?"),
                      HasSubstr("minimasim list terms")));
}

TEST(Packages, AreRefusedWithAWaiverAboveTheNormByTheArticleAndToldWhatIsLawful)
{
    EXPECT_THAT(
        refusal_of({"local_tax_waiver", "income_limit_share", 1.10}),
        AllOf(HasSubstr("mine.toml:1:"), HasSubstr("not lawful"), HasSubstr("Gemeentewet art. 255"),
              HasSubstr("100 %"), HasSubstr("extra_exemption"), HasSubstr("uses_net_state_pension_norm"),
              HasSubstr("childcare"), HasSubstr("entrepreneurs")));
    EXPECT_EQ(refusal_of({"local_tax_waiver", "income_limit_share", 1.00}), "not refused");
    EXPECT_EQ(refusal_of({"local_tax_waiver", "income_limit_share", 0.90}), "not refused");
}

TEST(Packages, AreRefusedWithAWaiverExemptionAboveTheLegalMaximum)
{
    EXPECT_EQ(refusal_of({"local_tax_waiver", "extra_exemption_single", 1'500}), "not refused");
    EXPECT_THAT(refusal_of({"local_tax_waiver", "extra_exemption_single", 1'501}), HasSubstr("1500"));
}

TEST(Packages, AreToldAllTheirProblemsAtOnce)
{
    auto scenario = package({{"income_supplement", "income_limit_share", 13.0},
                             {"incme_supplement", "amount_single", 500},
                             {"local_tax_waiver", "income_limit_share", 1.3},
                             {"adult_fund", "is_active", 0.5},
                             {"adult_fund", "maximum", 100}});
    scenario.take_up.push_back({"adult_fnd", input::TakeUpChange::Kind::share, 0.5, {"mine.toml", 9}});
    scenario.ex_officio = {"child_packge"};

    auto const problems = problems_of(scenario);

    ASSERT_EQ(problems.size(), 7U);
    EXPECT_THAT(problems[5].what, AllOf(HasSubstr("take_up"), HasSubstr("Did you mean adult_fund?")));
    EXPECT_THAT(problems[6].what, AllOf(HasSubstr("ex_officio"), HasSubstr("Did you mean child_package?")));
}

TEST(Packages, MayChangeStatutoryLaw)
{
    auto const policy =
        apply_package(baseline(), assen().measures, package({{"child_benefit", "age_6_11", 400}}));

    EXPECT_TRUE(policy.changes_law);
    EXPECT_EQ(term_value(policy.policy, "child_benefit", "age_6_11"), 400);
    EXPECT_EQ(policy.policy.law.child_benefit.age_6_to_11, 400);
}

TEST(Packages, MayChangeTheBudgetOfAMeasure)
{
    auto const policy =
        apply_package(baseline(), assen().measures, package({{"aftercare", "budget_per_year", 80'000}}));
    std::size_t changed = 0;
    for (std::size_t i = 0; i < assen().measures.size(); ++i) {
        if (assen().measures[i].key == "aftercare") {
            EXPECT_EQ(policy.measure_budgets[i], 80'000);
        } else {
            EXPECT_EQ(policy.measure_budgets[i], baseline().measure_budgets[i]);
        }
        changed += policy.measure_budgets[i] != baseline().measure_budgets[i] ? 1 : 0;
    }

    EXPECT_EQ(changed, 1U);
    EXPECT_THAT(policy.changed_terms, ElementsAre("aftercare.budget_per_year: 30000 -> 80000"));
    EXPECT_FALSE(policy.changes_law);
    EXPECT_THAT(refusal_of({"aftercare", "budget_per_year", -1}), HasSubstr("cannot be negative"));
}

TEST(Packages, LeaveChangesOfALaterDateToTheForecast)
{
    auto scenario = package({{"income_supplement", "amount_single", 500}});
    scenario.changes[0].from = Date{2027, 1, 1};

    EXPECT_THAT(apply_package(baseline(), assen().measures, scenario).changed_terms, IsEmpty());

    scenario.changes[0].from = Date{2025, 7, 1};
    EXPECT_THAT(apply_package(baseline(), assen().measures, scenario).changed_terms,
                ElementsAre("income_supplement.amount_single: 349 -> 500"));
}

TEST(Packages, AreCheckedInTheirLaterChangesToo)
{
    auto scenario = package({{"income_supplement", "income_limit_share", 13}});
    scenario.changes[0].from = Date{2027, 1, 1};

    EXPECT_EQ(problems_of(scenario).size(), 1U);
}

TEST(Packages, TakeTheLastOfSeveralChangesOfOneTerm)
{
    auto const policy = apply_package(
        baseline(), assen().measures,
        package({{"income_supplement", "amount_single", 400}, {"income_supplement", "amount_single", 500}}));

    EXPECT_EQ(term_value(policy.policy, "income_supplement", "amount_single"), 500);
    EXPECT_THAT(policy.changed_terms, ElementsAre("income_supplement.amount_single: 349 -> 500"));
}

TEST(Packages, MarkTheTermsTheyChangeAsTheirOwn)
{
    auto const policy =
        apply_package(baseline(), assen().measures, package({{"income_supplement", "amount_single", 500}}));
    int own = 0;
    for (auto const& row : policy.terms) {
        own += row.package == "mine" ? 1 : 0;
        EXPECT_EQ(row.package == "mine", row.scheme == "income_supplement" && row.term == "amount_single");
        EXPECT_EQ(row.package == "mine", row.status == "package");
    }

    EXPECT_EQ(own, 1);
}

TEST(Limits130, RaiseThreeSchemesLowerTheGoodsSchemeAndTouchNothingElse)
{
    EXPECT_THAT(shipped("limits-130").changed_terms,
                ElementsAre("adult_fund.income_limit_share: 1.2 -> 1.3",
                            "goods_scheme.income_limit_share: 1.4 -> 1.3",
                            "income_supplement.income_limit_share: 1.2 -> 1.3",
                            "special_assistance.income_limit_share: 1.2 -> 1.3"));
}

TEST(ShippedPackages, CanAllBeAppliedAndLeaveTheLimitOfTheWaiverAlone)
{
    for (auto const& file : input::scenario_files(source / "scenarios")) {
        auto const policy = shipped(file.stem().c_str());

        EXPECT_EQ(term_value(policy.policy, "local_tax_waiver", "income_limit_share"), 1.0) << file;
        EXPECT_FALSE(policy.changes_law) << file;
    }
}

TEST(ShippedPackages, ChangeTheBudgetsTheNotePrints)
{
    EXPECT_THAT(
        shipped("raise-the-bar").changed_terms,
        testing::IsSupersetOf(
            {"aftercare.budget_per_year: 30000 -> 80000", "chances_for_children.budget_per_year: 0 -> 100000",
             "money_education.budget_per_year: 0 -> 35000", "adult_fund.is_active: 1 -> 0",
             "participation_budget.is_active: 0 -> 1", "income_supplement.amount_single: 349 -> 500"}));
    EXPECT_THAT(shipped("baseline").changed_terms, IsEmpty());
    EXPECT_THAT(shipped("new-approach").changed_terms,
                ElementsAre("aftercare.budget_per_year: 30000 -> 60000",
                            "chances_for_children.budget_per_year: 0 -> 100000",
                            "tailored_budget.is_active: 0 -> 1", "youth_debt.budget_per_year: 0 -> 100000"));
}

TEST(Terms, OfTheDataHaveUnitsOfTheirRules)
{
    EXPECT_THAT(refusal_of_data("adult_fund,maximum_per_person,2023-01-01,250,euro_per_year",
                                "adult_fund,maximum_per_person,2023-01-01,250,euro_per_month"),
                AllOf(HasSubstr("schemes.csv:"), HasSubstr("adult_fund.maximum_per_person"),
                      HasSubstr("euro_per_month"), HasSubstr("euro_per_year")));
}

TEST(Terms, OfTheDataHaveValuesInRange)
{
    EXPECT_THAT(refusal_of_data("adult_fund,income_limit_share,2023-01-01,1.2",
                                "adult_fund,income_limit_share,2023-01-01,120"),
                AllOf(HasSubstr("schemes.csv:"), HasSubstr("Did you mean 1.2?")));
}

TEST(Terms, OfTheDataAreAllNeeded)
{
    EXPECT_THAT(refusal_of_data("adult_fund,maximum_per_person,", "adult_fund,maximum_per_persn,"),
                AllOf(HasSubstr("adult_fund.maximum_per_person"), HasSubstr("no value")));
}

TEST(Terms, OfTheDataAreSwitchesWhereTheRuleHasASwitch)
{
    EXPECT_THAT(refusal_of_data("adult_fund,is_active,2023-01-01,1", "adult_fund,is_active,2023-01-01,0.6"),
                HasSubstr("adult_fund.is_active"));
}

TEST(Terms, OfTheDataAreLawful)
{
    EXPECT_THAT(refusal_of_data("local_tax_waiver,income_limit_share,2023-01-01,1.0",
                                "local_tax_waiver,income_limit_share,2023-01-01,1.3"),
                HasSubstr("Gemeentewet"));
}

TEST(Terms, OfMeasuresAreEuroAYearAndNotNegative)
{
    EXPECT_THAT(refusal_of_data("aftercare,budget_per_year,2023-01-01,30000,euro_per_year",
                                "aftercare,budget_per_year,2023-01-01,30000,euro_per_month"),
                HasSubstr("aftercare.budget_per_year"));
    EXPECT_THAT(refusal_of_data("aftercare,budget_per_year,2023-01-01,30000,",
                                "aftercare,budget_per_year,2023-01-01,-30000,"),
                HasSubstr("aftercare.budget_per_year"));
}

TEST(Terms, CanBeReadAndSetByName)
{
    auto policy = baseline().policy;

    EXPECT_TRUE(set_term(policy, "income_supplement", "amount_single", 400));
    EXPECT_EQ(term_value(policy, "income_supplement", "amount_single"), 400);
    EXPECT_FALSE(set_term(policy, "income_supplement", "amount_dog", 400));
    EXPECT_TRUE(std::isnan(term_value(policy, "income_supplement", "amount_dog")));
    for (auto const& range : all_terms(baseline(), {})) {
        EXPECT_FALSE(std::isnan(term_value(policy, range.scheme, range.term)))
            << range.scheme << "." << range.term;
    }
}

TEST(UncertainTerms, OfTheMunicipalityExistAndHoldTheirCentralValue)
{
    auto const then =
        read_policy(read_terms(source / "data", "GM0106"), assen().measures, assen().calibration_date);
    EXPECT_FALSE(assen().uncertain_terms.empty());
    for (auto const& term : assen().uncertain_terms) {
        double const central = term_value(then.policy, term.scheme, term.term);
        EXPECT_LE(term.low, central) << term.scheme << "." << term.term;
        EXPECT_GE(term.high, central) << term.scheme << "." << term.term;
    }
}

}  // namespace minimasim::run
