#include "sim/run/replicate.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "tests/run/example_member.hpp"
#include "tests/run/plain_reference.hpp"

namespace minimasim::run {

namespace {

using namespace test;
using outcomes::PackageOutcome;
using outcomes::SchemeOutcome;
using outcomes::Tally;
using rules::scheme_count;

template <class Scheme>
constexpr std::size_t place = rules::index_of<Scheme>();

// The baseline and packages of every kind: limits, amounts, cash that counts as income, take-up, ex officio,
// a capped budget, needs and charges of its own, another law.
Setting full_setting()
{
    auto setting = example_setting();
    for (auto const* id : {"limits-130", "raise-the-bar", "reach-plus-25", "reach-plus-25-points",
                           "full-take-up", "supplement-ex-officio", "new-approach", "no-municipal-schemes"}) {
        add_shipped(setting, id);
    }
    add_package(
        setting, "more-needs",
        {change("special_assistance", "need_share", 0.9), change("local_charges", "sewer_user", 300)});
    add_package(setting, "other-law", {});
    setting.packages.back().law_index = 1;
    return setting;
}

std::string where(Setting const& setting, std::size_t package, std::uint32_t replicate)
{
    return setting.packages[package].id + ", replicate " + std::to_string(replicate);
}

// The amount of a household's own cell.
std::int64_t of_household(Tally const& tally, std::size_t scheme, SchemeOutcome outcome,
                          std::size_t household)
{
    return tally.at(scheme, outcome, 1 + household);
}

std::int64_t of_household(Tally const& tally, PackageOutcome outcome, std::size_t household)
{
    return tally.at(outcome, 1 + household);
}

}  // namespace

TEST(Replicates, AreTheSameForEveryBlockSize)
{
    auto setting = full_setting();
    for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
        setting.block_size = 64;
        auto const small = run_replicate(setting, example_member(), replicate);
        for (std::size_t const size : {std::size_t{2048}, std::size_t{100'000}, std::size_t{1}}) {
            setting.block_size = size;
            auto const other = run_replicate(setting, example_member(), replicate);

            EXPECT_TRUE(small.calibration == other.calibration) << size;
            for (std::size_t p = 0; p < setting.packages.size(); ++p) {
                EXPECT_TRUE(small.packages[p] == other.packages[p])
                    << where(setting, p, replicate) << ", " << size;
            }
        }
    }
}

TEST(Replicates, AreWhatThePlainReferenceSaysOneHouseholdAtATime)
{
    auto const setting = full_setting();
    for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
        auto const result = run_replicate(setting, example_member(), replicate);
        PlainReference const reference(setting, example_member(), replicate);

        EXPECT_TRUE(result.calibration == reference.tally_of_calibration())
            << "calibration, replicate " << replicate;
        for (std::size_t p = 0; p < setting.packages.size(); ++p) {
            auto const expected = reference.tally_of(p);
            for (std::size_t k = 0; k < scheme_count; ++k) {
                EXPECT_EQ(result.packages[p].at(k, SchemeOutcome::cost_cents_per_year),
                          expected.at(k, SchemeOutcome::cost_cents_per_year))
                    << where(setting, p, replicate) << ", " << rules::schemes[k].key;
            }
            EXPECT_TRUE(result.packages[p] == expected) << where(setting, p, replicate);
        }
    }
}

TEST(Replicates, DoSomethingInEveryPackageOfTheExample)
{
    auto const setting = full_setting();
    auto const result = run_replicate(setting, example_member(), 0);

    for (std::size_t p = 1; p < setting.packages.size(); ++p) {
        EXPECT_FALSE(result.packages[p] == result.packages[0]) << setting.packages[p].id;
    }
    for (std::size_t k = 0; k < scheme_count; ++k) {
        std::int64_t grants = 0;
        for (auto const& tally : result.packages) {
            grants += tally.at(k, SchemeOutcome::recipients_households);
        }
        bool const is_past = k == place<rules::energy_allowance::Scheme>;
        EXPECT_EQ(grants > 0, !is_past) << rules::schemes[k].key;
    }
    EXPECT_GT(result.packages[0].at(PackageOutcome::poor_children), 0);
}

TEST(Replicates, DoNotDependOnTheOtherPackagesOfTheRun)
{
    auto const all = full_setting();
    auto const together = run_replicate(all, example_member(), 1);
    for (std::size_t p = 1; p < all.packages.size(); ++p) {
        auto alone = all;
        alone.packages = {all.packages[0], all.packages[p]};

        auto const result = run_replicate(alone, example_member(), 1);

        EXPECT_TRUE(result.packages[0] == together.packages[0]) << all.packages[p].id;
        EXPECT_TRUE(result.packages[1] == together.packages[p]) << all.packages[p].id;
    }
}

TEST(Replicates, DifferBySeedMemberAndNumber)
{
    auto setting = example_setting();
    auto const first = run_replicate(setting, example_member(), 0);
    auto const second = run_replicate(setting, example_member(), 1);
    auto other_member = example_member();
    other_member.number = 4;
    auto const of_other_member = run_replicate(setting, other_member, 0);
    setting.seed = 2;
    auto const of_other_seed = run_replicate(setting, example_member(), 0);

    EXPECT_FALSE(first.packages[0] == second.packages[0]);
    EXPECT_FALSE(first.packages[0] == of_other_member.packages[0]);
    EXPECT_FALSE(first.packages[0] == of_other_seed.packages[0]);
}

TEST(Calibration, ReachesExactlyThePublishedUsersWhereOneHouseholdIsOneUser)
{
    auto const setting = example_setting();
    for (std::uint32_t replicate = 0; replicate < 10; ++replicate) {
        auto const result = run_replicate(setting, example_member(), replicate);
        for (auto const& target : setting.municipality.targets) {
            std::size_t const k = scheme_index(target.scheme);
            auto const users = result.calibration.at(k, SchemeOutcome::users);
            if (result.thresholds[k].is_conflict()) {
                EXPECT_EQ(users, result.thresholds[k].entitled) << target.scheme;
            } else if (setting.counted_in[k] == rules::CountedIn::households) {
                EXPECT_EQ(users, std::llround(target.users)) << target.scheme;
            } else {
                EXPECT_NEAR(static_cast<double>(users), target.users, 2) << target.scheme;
            }
            EXPECT_EQ(users, result.thresholds[k].reached) << target.scheme;
        }
    }
}

TEST(Calibration, LetsEverybodyClaimAndBendsNothingElseWhenUsersExceedTheEntitled)
{
    auto setting = example_setting();
    auto const before = run_replicate(setting, example_member(), 0);
    for (auto& target : setting.municipality.targets) {
        target.users = target.scheme == "child_package" ? 1e6 : target.users;
    }

    auto const result = run_replicate(setting, example_member(), 0);

    constexpr std::size_t child = place<rules::child_package::Scheme>;
    EXPECT_TRUE(result.thresholds[child].is_conflict());
    EXPECT_EQ(result.calibration.at(child, SchemeOutcome::recipients_households),
              result.calibration.at(child, SchemeOutcome::entitled_households));
    for (std::size_t k = 0; k < scheme_count; ++k) {
        EXPECT_EQ(result.calibration.at(k, SchemeOutcome::entitled_households),
                  before.calibration.at(k, SchemeOutcome::entitled_households));
        if (k != child) {
            EXPECT_EQ(result.calibration.at(k, SchemeOutcome::users),
                      before.calibration.at(k, SchemeOutcome::users));
        }
    }
}

TEST(Totals, AreTheSumsOfTheHouseholdsToTheCent)
{
    auto const setting = full_setting();
    auto const result = run_replicate(setting, example_member(), 2);
    PlainReference const reference(setting, example_member(), 2);
    for (std::size_t p = 0; p < setting.packages.size(); ++p) {
        for (std::size_t k = 0; k < scheme_count; ++k) {
            std::int64_t granted = 0;
            std::int64_t in_cells = 0;
            for (std::size_t i = 0; i < example_households; ++i) {
                auto const& decision = reference.decisions()[p][i][k];
                granted += decision.receives ? decision.grant_cents : 0;
                in_cells += of_household(result.packages[p], k, SchemeOutcome::cost_cents_per_year, i);
            }
            EXPECT_EQ(result.packages[p].at(k, SchemeOutcome::cost_cents_per_year), granted);
            EXPECT_EQ(in_cells, granted);
        }
    }
}

TEST(Totals, AddUpOverEveryBreakdown)
{
    auto const setting = full_setting();
    auto const result = run_replicate(setting, example_member(), 0);
    for (auto const& tally : result.packages) {
        for (std::size_t breakdown = 1; breakdown < outcomes::breakdown_count; ++breakdown) {
            std::int64_t cost = 0;
            std::int64_t poor = 0;
            for (std::size_t cell = 0; cell < setting.cells.size(); ++cell) {
                if (static_cast<std::size_t>(setting.cells.list[cell].breakdown) == breakdown) {
                    cost += tally.at(0, SchemeOutcome::cost_cents_per_year, cell);
                    poor += tally.at(PackageOutcome::poor_persons, cell);
                }
            }
            EXPECT_EQ(cost, tally.at(0, SchemeOutcome::cost_cents_per_year));
            EXPECT_EQ(poor, tally.at(PackageOutcome::poor_persons));
        }
    }
}

TEST(Gains, LessLossesAreWhatTheSchemesCostMore)
{
    auto const setting = full_setting();
    auto const result = run_replicate(setting, example_member(), 1);
    for (std::size_t p = 0; p < setting.packages.size(); ++p) {
        auto const& tally = result.packages[p];
        std::int64_t more = 0;
        for (std::size_t k = 0; k < scheme_count; ++k) {
            more += tally.at(k, SchemeOutcome::cost_cents_per_year) -
                    result.packages[0].at(k, SchemeOutcome::cost_cents_per_year);
        }
        EXPECT_EQ(
            tally.at(PackageOutcome::gain_cents_per_year) - tally.at(PackageOutcome::loss_cents_per_year),
            more)
            << setting.packages[p].id;
    }
    EXPECT_EQ(result.packages[0].at(PackageOutcome::gaining_households), 0);
    EXPECT_EQ(result.packages[0].at(PackageOutcome::losing_households), 0);
}

TEST(SchemesReceived, PutEveryHouseholdInOneCell)
{
    auto const setting = full_setting();
    auto const result = run_replicate(setting, example_member(), 1);
    for (auto const& tally : result.packages) {
        std::int64_t households = 0;
        std::int64_t received = 0;
        for (std::size_t schemes = 0; schemes <= 6; ++schemes) {
            auto const count = tally.at(PackageOutcome::households, tally.cell_of_received(schemes));
            EXPECT_GE(count, 0);
            households += count;
            received += static_cast<std::int64_t>(schemes) * count;
        }
        std::int64_t recipients = 0;
        for (std::size_t k = 0; k < scheme_count; ++k) {
            recipients += tally.at(k, SchemeOutcome::recipients_households);
        }
        EXPECT_EQ(households, static_cast<std::int64_t>(example_households));
        EXPECT_EQ(households - tally.at(PackageOutcome::households, tally.cell_of_received(0)),
                  tally.at(PackageOutcome::supported_households));
        EXPECT_LE(received, recipients);  // who receives more than six counts as six
    }
}

TEST(AHigherLimit, ReachesEveryHouseholdThatTheLowerOneReachesInEveryScheme)
{
    for (std::size_t k = 0; k < scheme_count; ++k) {
        std::string const key = rules::schemes[k].key;
        bool const is_waiver = key == "local_tax_waiver";
        auto setting = example_setting();
        std::vector<input::TermChange> common{change(key, "is_active", 1)};
        if (rules::schemes[k].is_capped) {
            common.push_back(change(key, "budget_cap", 1e9));  // a budget that is enough for all
        }
        for (double const share : {is_waiver ? 0.9 : 1.2, is_waiver ? 1.0 : 1.3}) {
            auto changes = common;
            changes.push_back(change(key, "income_limit_share", share));
            add_package(setting, "at-" + std::to_string(share), changes);
        }
        for (std::uint32_t replicate = 0; replicate < 2; ++replicate) {
            auto const result = run_replicate(setting, example_member(), replicate);
            auto const& lower = result.packages[1];
            auto const& higher = result.packages[2];
            for (auto const outcome :
                 {SchemeOutcome::entitled_households, SchemeOutcome::recipients_households,
                  SchemeOutcome::cost_cents_per_year}) {
                for (std::size_t i = 0; i < example_households; ++i) {
                    ASSERT_GE(of_household(higher, k, outcome, i), of_household(lower, k, outcome, i))
                        << key << ", household " << i;
                }
            }
            if (key != "energy_allowance") {
                EXPECT_GT(higher.at(k, SchemeOutcome::entitled_households),
                          lower.at(k, SchemeOutcome::entitled_households))
                    << key;
            }
        }
    }
}

// Amounts move the inclination to claim; whoever claimed in the baseline must still claim when a limit rises.
TEST(AHigherLimit, TakesNoClaimOfTheBaselineAway)
{
    for (std::size_t k = 0; k < scheme_count; ++k) {
        std::string const key = rules::schemes[k].key;
        auto setting = example_setting();
        auto const& in_force = setting.packages[0].policy.policy;
        double const limit = term_value(in_force, key, "income_limit_share");
        bool const is_waiver = key == "local_tax_waiver";  // its limit may not rise
        if (is_waiver || term_value(in_force, key, "is_active") < 0.5 ||
            !has_published_users(setting.municipality, k)) {
            continue;
        }
        add_package(setting, "higher", {change(key, "income_limit_share", limit + 0.2)});
        for (std::uint32_t replicate = 0; replicate < 5; ++replicate) {
            auto const result = run_replicate(setting, example_member(), replicate);
            for (std::size_t i = 0; i < example_households; ++i) {
                ASSERT_GE(of_household(result.packages[1], k, SchemeOutcome::recipients_households, i),
                          of_household(result.packages[0], k, SchemeOutcome::recipients_households, i))
                    << key << ", household " << i << ", replicate " << replicate;
            }
        }
    }
}

TEST(Behaviour, IsTheCentralOneInEveryReplicateWhenItIsNotDrawn)
{
    auto setting = example_setting();
    EXPECT_NE(behaviour_of(setting, 0).amount_slope(), behaviour_of(setting, 1).amount_slope());

    setting.draws_behaviour = false;

    EXPECT_EQ(behaviour_of(setting, 0).amount_slope(), behaviour_of(setting, 1).amount_slope());
    EXPECT_EQ(behaviour_of(setting, 0)("shift_young"), takeup::Behaviour(setting.behaviour)("shift_young"));
}

TEST(Behaviour, IsTakenFromThePlausibleSetByWeight)
{
    auto setting = example_setting();
    setting.plausible.add({0.5, 0, 0, 0.1, 1, -1, 0, 0, 0}, 1);
    setting.plausible.add({0.5, 0, 0, 0.2, 1, -1, 0, 0, 0}, 3);
    int heavy = 0;
    for (std::uint32_t replicate = 0; replicate < 1'000; ++replicate) {
        double const slope = behaviour_of(setting, replicate).amount_slope();
        ASSERT_TRUE(slope == 0.1 || slope == 0.2);
        heavy += slope == 0.2 ? 1 : 0;
    }

    EXPECT_NEAR(heavy, 750, 50);
}

TEST(TakeUpChecks, CountNonUseAndLongLowIncomeOneHouseholdAtATime)
{
    auto const setting = example_setting();
    auto const checks = run_replicate(setting, example_member(), 0).checks;
    PlainReference const reference(setting, example_member(), 0);
    auto const& population = example_member().population;
    double entitled = 0;
    double uses_none = 0;
    double four_years = 0;
    for (std::size_t i = 0; i < example_households; ++i) {
        bool has_right = false;
        bool receives = false;
        for (auto const& decision : reference.calibrated()[i]) {
            has_right = has_right || decision.grant_cents > 0;
            receives = receives || decision.receives;
        }
        entitled += has_right ? 1 : 0;
        uses_none += has_right && !receives ? 1 : 0;
        auto const h = example_member().calibration.household(i);
        bool const is_low = h.income_cents_per_month <= h.norm_cents_per_month * 6 / 5;
        four_years += is_low && !h.has_pensioner && !h.is_student && population.years_on_low_income[i] >= 4;
    }

    EXPECT_EQ(checks.entitled_to_some, entitled);
    EXPECT_DOUBLE_EQ(checks.uses_no_scheme, uses_none / entitled);
    EXPECT_GT(checks.uses_no_scheme, 0);
    EXPECT_LT(checks.uses_nothing, checks.uses_no_scheme);
    EXPECT_EQ(checks.below_pension_age.four_years, four_years);
    EXPECT_LT(checks.below_pension_age.one_year, checks.of_all_ages.one_year);
}

TEST(AHigherSupplement, LeavesNoHouseholdWorseOff)
{
    auto setting = example_setting();
    add_shipped(setting, "income-supplement-500");
    for (std::uint32_t replicate = 0; replicate < 5; ++replicate) {
        auto const result = run_replicate(setting, example_member(), replicate);
        auto const& before = result.packages[0];
        auto const& after = result.packages[1];
        std::int64_t gained = 0;
        for (std::size_t i = 0; i < example_households; ++i) {
            for (std::size_t k = 0; k < scheme_count; ++k) {
                std::int64_t const gain = of_household(after, k, SchemeOutcome::cost_cents_per_year, i) -
                                          of_household(before, k, SchemeOutcome::cost_cents_per_year, i);
                ASSERT_GE(gain, 0) << "household " << i << ", " << rules::schemes[k].key;
                gained += gain;
            }
            ASSERT_LE(of_household(after, PackageOutcome::poverty_gap_cents_per_year, i),
                      of_household(before, PackageOutcome::poverty_gap_cents_per_year, i));
        }
        EXPECT_GT(gained, 0);
        EXPECT_EQ(after.at(PackageOutcome::no_longer_entitled_households), 0);
        EXPECT_EQ(after.at(PackageOutcome::no_longer_reached_households), 0);
        EXPECT_EQ(after.at(PackageOutcome::newly_entitled_households), 0);
    }
}

TEST(APackageEqualToTheBaseline, ChangesNothing)
{
    auto setting = example_setting();
    add_package(setting, "empty", {});
    add_package(setting, "same-limit", {change("income_supplement", "income_limit_share", 1.20)});
    for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
        auto const result = run_replicate(setting, example_member(), replicate);

        EXPECT_TRUE(result.packages[1] == result.packages[0]);
        EXPECT_TRUE(result.packages[2] == result.packages[0]);
    }
}

// Reports say of such a package that it changes no term and that all differences are zero.
TEST(APackageEqualToTheBaseline, ChangesNothingThoughTheTermIsUncertain)
{
    auto setting = example_setting();
    double const amount = term_value(setting.packages[0].policy.policy, "child_package", "amount_per_child");
    add_package(setting, "same-amount", {change("child_package", "amount_per_child", amount)});
    ASSERT_TRUE(setting.packages[1].policy.changed_terms.empty());

    auto const result = run_replicate(setting, example_member(), 0);

    EXPECT_TRUE(result.packages[1] == result.packages[0]);
}

TEST(ACappedBudget, IsNeverExceeded)
{
    auto setting = example_setting();
    for (double const cap : {0.0, 1'000.0, 5'000.0, 20'000.0, 1e9}) {
        add_package(
            setting, "cap-" + std::to_string(cap),
            {change("tailored_budget", "is_active", 1), change("tailored_budget", "budget_cap", cap)});
    }
    constexpr std::size_t tailored = place<rules::tailored_budget::Scheme>;
    for (std::uint32_t replicate = 0; replicate < 10; ++replicate) {
        auto const result = run_replicate(setting, example_member(), replicate);
        std::int64_t before = -1;
        for (std::size_t p = 1; p < setting.packages.size(); ++p) {
            double const cap = term_value(setting.packages[p].policy.policy, "tailored_budget", "budget_cap");
            auto const spent = result.packages[p].at(tailored, SchemeOutcome::cost_cents_per_year);

            EXPECT_LE(spent, to_cents(cap)) << cap;
            EXPECT_GE(spent, before) << cap;
            before = spent;
        }
        EXPECT_GT(before, 0);
    }
}

TEST(ExOfficio, AddsRecipientsOfAssistanceAlone)
{
    auto setting = example_setting();
    add_shipped(setting, "supplement-ex-officio");
    constexpr std::size_t supplement = place<rules::income_supplement::Scheme>;
    auto const& receives = example_member().population.receives_social_assistance;
    for (std::uint32_t replicate = 0; replicate < 5; ++replicate) {
        auto const result = run_replicate(setting, example_member(), replicate);
        std::int64_t added = 0;
        for (std::size_t i = 0; i < example_households; ++i) {
            auto const before =
                of_household(result.packages[0], supplement, SchemeOutcome::recipients_households, i);
            auto const after =
                of_household(result.packages[1], supplement, SchemeOutcome::recipients_households, i);
            ASSERT_GE(after, before);
            ASSERT_TRUE(after == before || receives[i]) << "household " << i;
            if (receives[i]) {
                ASSERT_EQ(after, of_household(result.packages[1], supplement,
                                              SchemeOutcome::entitled_households, i));
            }
            added += after - before;
        }
        EXPECT_GT(added, 0);
        EXPECT_EQ(added, result.packages[1].at(PackageOutcome::newly_reached_households));
    }
}

TEST(Reach, RisesByAQuarterOfItselfOrByPointsUpToEverybody)
{
    auto setting = example_setting();
    add_shipped(setting, "reach-plus-25");
    add_shipped(setting, "reach-plus-25-points");
    add_shipped(setting, "full-take-up");
    auto const result = run_replicate(setting, example_member(), 0);
    PlainReference const reference(setting, example_member(), 0);
    for (auto const& change : setting.packages[1].take_up) {
        std::size_t const k = scheme_index(change.scheme);
        std::int64_t in_need = 0;
        for (auto const& household : reference.decisions()[0]) {
            in_need += household[k].grant_cents > 0 ? household[k].users : 0;
        }
        auto const users = [&](std::size_t package) {
            return static_cast<double>(result.packages[package].at(k, SchemeOutcome::users));
        };
        double const all = static_cast<double>(in_need);
        double const slack = rules::schemes[k].counted_in == rules::CountedIn::households ? 0.51 : 2.5;

        EXPECT_NEAR(users(1), std::min(all, 1.25 * users(0)), slack) << change.scheme;
        EXPECT_NEAR(users(2), std::min(all, users(0) + 0.25 * all), slack) << change.scheme;
        EXPECT_EQ(users(3), all) << change.scheme;
    }
}

TEST(TheParticipationBudget, CountsTheSupplementAsIncomeSoThatOptionsDoNotAddUp)
{
    auto setting = example_setting();
    add_shipped(setting, "income-supplement-500");
    add_shipped(setting, "participation-budget");
    add_package(setting, "both",
                {change("income_supplement", "amount_single", 500),
                 change("income_supplement", "amount_single_parent", 500),
                 change("income_supplement", "amount_couple", 500),
                 change("participation_budget", "is_active", 1), change("adult_fund", "is_active", 0)});
    constexpr std::size_t budget = place<rules::participation_budget::Scheme>;
    auto const result = run_replicate(setting, example_member(), 0);

    EXPECT_LT(result.packages[3].at(budget, SchemeOutcome::cost_cents_per_year),
              result.packages[2].at(budget, SchemeOutcome::cost_cents_per_year));
}

}  // namespace minimasim::run
