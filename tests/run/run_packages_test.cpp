#include "sim/run/packages/run_packages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "tests/run/example_member.hpp"

namespace minimasim::run {

namespace {

using namespace test;
using outcomes::PackageOutcome;
using outcomes::SchemeOutcome;

double share_of(std::uint32_t round, std::uint32_t purpose)
{
    return uniform(7, Stream::term, 0, round, purpose, 0);
}

// Terms that are drawn or charged before the schemes decide: packages that change these have needs of their
// own.
bool is_drawn_from(std::string const& term)
{
    for (auto const* other :
         {"need_share", "mean_grant", "administration_share", "administration_cost", "general_cost"}) {
        if (term == other) {
            return true;
        }
    }
    return false;
}

// A package in which about a share of all terms of all schemes differs from the baseline, some of the claims
// too.
Package random_package(Setting const& setting, std::uint32_t round, double changed)
{
    auto package = package_of("random-" + std::to_string(round), setting.packages[0].policy);
    std::uint32_t purpose = 0;
    rules::for_each_scheme([&](auto scheme, auto index) {
        using S = decltype(scheme);
        for (auto const& field : S::fields) {
            double const u = share_of(round, purpose++);
            double const chosen = share_of(round, purpose++);
            if (chosen > changed || is_drawn_from(field.name)) {
                continue;
            }
            auto& terms = std::get<index>(package.policy.policy.municipal);
            double const now = field.of(terms);
            std::string const name = field.name;
            field.of(terms) = name == "is_active"                 ? (u < 0.8 ? 1 : 0)
                              : field.unit == rules::Unit::yes_no ? (u < 0.5 ? 0 : 1)
                              : name == "income_limit_share"      ? 0.9 + 0.01 * std::floor(60 * u)
                              : now == 0                          ? std::min(field.highest, 500.0) * u
                                                                  : now * (0.5 + u);
        }
        double const u = share_of(round, purpose++);
        if (u < 0.2 * changed) {
            package.ex_officio.push_back(S::key);
        } else if (u < 0.5 * changed) {
            package.take_up.push_back(
                {S::key, input::TakeUpChange::Kind::share, share_of(round, purpose), {}});
        }
        ++purpose;
    });
    return package;
}

Setting random_setting(std::size_t packages, double changed)
{
    auto setting = example_setting();
    for (std::uint32_t round = 0; round < packages; ++round) {
        setting.packages.push_back(random_package(setting, round, changed));
    }
    return setting;
}

// Members whose households have the cells of so few neighbourhoods that many share one.
Member const& member_of_neighbourhoods(outcomes::Cells const& cells)
{
    static Member const member = [&] {
        auto made = example_member();
        for (auto* columns : {&made.calibration, &made.by_law[0], &made.by_law[1]}) {
            for (std::size_t i = 0; i < columns->cells.size(); ++i) {
                auto const& population = made.population;
                columns->cells[i] =
                    outcomes::cells_of(cells, i % 5, population.persons.profile[population.person_begin[i]],
                                       population.type[i], i % outcomes::norm_band_names.size(),
                                       population.main_source[i], i / 7 % outcomes::income_deciles);
            }
        }
        return made;
    }();
    return member;
}

// Every cell of every package, as differences and by the plain reference.
void expect_same(Setting setting, Member const& member, std::uint32_t replicate)
{
    auto const quick = run_replicate(setting, member, replicate);
    setting.decides_everybody = true;
    auto const plain = run_replicate(setting, member, replicate);

    ASSERT_EQ(quick.packages.size(), setting.packages.size());
    for (std::size_t p = 0; p < setting.packages.size(); ++p) {
        for (std::size_t k = 0; k < rules::scheme_count; ++k) {
            ASSERT_EQ(quick.packages[p].at(k, SchemeOutcome::recipients_households),
                      plain.packages[p].at(k, SchemeOutcome::recipients_households))
                << setting.packages[p].id << ", " << rules::schemes[k].key << ", replicate " << replicate;
            ASSERT_EQ(quick.packages[p].at(k, SchemeOutcome::cost_cents_per_year),
                      plain.packages[p].at(k, SchemeOutcome::cost_cents_per_year))
                << setting.packages[p].id << ", " << rules::schemes[k].key << ", replicate " << replicate;
        }
        for (std::size_t outcome = 0; outcome < outcomes::package_outcome_count; ++outcome) {
            auto const which = static_cast<PackageOutcome>(outcome);
            ASSERT_EQ(quick.packages[p].at(which), plain.packages[p].at(which))
                << setting.packages[p].id << ", outcome " << outcome << ", replicate " << replicate;
        }
        ASSERT_TRUE(quick.packages[p] == plain.packages[p])
            << setting.packages[p].id << ", replicate " << replicate;
    }
}

}  // namespace

TEST(RunPackages, GivesEveryCellThatThePlainReferenceGives)
{
    for (double const changed : {0.05, 0.4, 1.0}) {
        auto const setting = random_setting(70, changed);
        for (std::uint32_t replicate = 0; replicate < 2; ++replicate) {
            expect_same(setting, example_member(), replicate);
        }
    }
}

TEST(RunPackages, DoesSoForFewPackagesToo)
{
    for (std::size_t const packages : {std::size_t{0}, std::size_t{1}, std::size_t{2}}) {
        expect_same(random_setting(packages, 0.5), example_member(), 3);
    }
}

TEST(RunPackages, DoesSoForTheTotalAloneAndForNeighbourhoods)
{
    auto setting = random_setting(20, 0.5);
    setting.cells = outcomes::make_cells({"a", "b", "c", "d", "e"});
    expect_same(setting, member_of_neighbourhoods(setting.cells), 0);
    auto const in_cells = run_replicate(setting, member_of_neighbourhoods(setting.cells), 0);
    setting.cells.list.resize(1);

    expect_same(setting, example_member(), 0);
    auto const total = run_replicate(setting, example_member(), 0);

    for (std::size_t p = 0; p < setting.packages.size(); ++p) {
        EXPECT_EQ(total.packages[p].at(PackageOutcome::poverty_gap_cents_per_year),
                  in_cells.packages[p].at(PackageOutcome::poverty_gap_cents_per_year));
        EXPECT_EQ(total.packages[p].at(PackageOutcome::newly_entitled_households),
                  in_cells.packages[p].at(PackageOutcome::newly_entitled_households));
    }
}

TEST(RunPackages, DoesSoWhenSomeHaveNeedsOrALawOfTheirOwn)
{
    auto setting = random_setting(12, 0.3);
    add_package(setting, "more-needs", {change("special_assistance", "need_share", 0.9)});
    setting.packages.push_back(random_package(setting, 50, 0.4));
    setting.packages.back().law_index = 1;
    setting.packages.push_back(random_package(setting, 51, 0.4));

    expect_same(setting, example_member(), 1);
}

TEST(RunPackages, DoesSoForManyDifferentShares)
{
    auto setting = example_setting();
    for (int i = 0; i < 30; ++i) {
        auto package = package_of("share-" + std::to_string(i), setting.packages[0].policy);
        for (auto const& scheme : rules::schemes) {
            package.take_up.push_back({scheme.key, input::TakeUpChange::Kind::share, i / 30.0, {}});
        }
        set_term(package.policy.policy, "child_package", "income_limit_share", 1.1 + 0.01 * i);
        setting.packages.push_back(package);
    }

    expect_same(setting, example_member(), 0);
}

TEST(RunPackages, ChangesSomethingInRandomPackages)
{
    auto const setting = random_setting(30, 1.0);
    auto const result = run_replicate(setting, example_member(), 0);

    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        std::int64_t different = 0;
        for (auto const& tally : result.packages) {
            different += tally.at(k, SchemeOutcome::cost_cents_per_year) !=
                                 result.packages[0].at(k, SchemeOutcome::cost_cents_per_year)
                             ? 1
                             : 0;
        }
        EXPECT_GT(different, 15) << rules::schemes[k].key;
    }
}

}  // namespace minimasim::run
