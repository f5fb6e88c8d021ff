// What the page works out is what the program works out, to the cent: packages at random places of the
// sliders on a made-up municipality and on Assen.
#include "sim/what_if/evaluator.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <tuple>

#include "sim/base/loop.hpp"
#include "sim/outcomes/figures.hpp"
#include "sim/run/members/prepare.hpp"
#include "sim/run/what_if/what_if_inputs.hpp"
#include "sim/run/what_if/what_if_payload.hpp"
#include "sim/what_if/payload_bytes.hpp"
#include "tests/command_line/program.hpp"
#include "tests/run/example_member.hpp"
#include "tests/what_if/random_packages.hpp"

namespace minimasim::what_if {

namespace {

using namespace test;

constexpr std::uint32_t random_packages = 56;

std::vector<Package> packages_for(Payload const& payload, std::vector<Slider> const& sliders)
{
    std::vector<Package> packages(1);  // that changes nothing
    for (std::uint32_t i = 0; i < random_packages; ++i) {
        packages.push_back(random_package(payload, sliders, i));
    }
    return packages;
}

// The figures of a run of the program, by package, outcome and scheme.
std::map<std::tuple<std::string, std::string, std::string>, outcomes::Figure> figures_of_run(
    run::Setting const& setting, run::Member const& member, Payload const& payload,
    std::vector<Package> const& packages)
{
    outcomes::Totals totals;
    totals.counted_in = setting.counted_in;
    totals.members = 1;
    totals.packages = {"baseline"};
    totals.measures = payload.measures;
    totals.given_take_up.push_back(0);
    auto with_packages = setting;
    for (std::size_t i = 0; i < packages.size(); ++i) {
        with_packages.packages.push_back(package_for_run(packages[i], payload, setting.municipality.measures,
                                                         setting.packages[0].policy, std::to_string(i)));
        totals.packages.push_back(std::to_string(i));
        unsigned given = 0;
        for (std::size_t k = 0; k < scheme_count; ++k) {
            given |= (packages[i].take_up[k].kind != TakeUpChange::Kind::none ? 1U : 0U) << k;
        }
        totals.given_take_up.push_back(static_cast<std::uint16_t>(given));
    }
    for (auto const& package : with_packages.packages) {
        totals.measure_budgets.push_back(package.policy.measure_budgets);
    }
    for (auto& replicate : run_in_parallel(payload.replicates.size(), 2, [&](std::size_t r) {
             return run::run_replicate(with_packages, member, static_cast<std::uint32_t>(r));
         })) {
        totals.by_replicate.push_back(std::move(replicate.packages));
    }
    std::map<std::tuple<std::string, std::string, std::string>, outcomes::Figure> by_name;
    for (auto const& figure : outcomes::make_figures(totals, setting.cells)) {
        if (figure.breakdown == "total") {
            by_name[{figure.package, figure.outcome, figure.scheme}] = figure;
        }
    }
    return by_name;
}

void expect_same_figures(run::Setting const& setting, run::Member const& member, Payload const& payload,
                         std::vector<Slider> const& sliders)
{
    auto const packages = packages_for(payload, sliders);
    auto const of_run = figures_of_run(setting, member, payload, packages);
    Evaluator const evaluator(payload);
    std::size_t compared = 0;
    std::size_t different = 0;
    for (std::size_t i = 0; i < packages.size(); ++i) {
        for (auto const& figure : evaluator.evaluate(packages[i])) {
            auto const found = of_run.find({std::to_string(i), figure.outcome, figure.scheme});
            ASSERT_NE(found, of_run.end()) << figure.outcome << " " << figure.scheme;
            auto const& expected = found->second;
            EXPECT_EQ(figure.unit, expected.unit);
            bool const is_same = figure.estimate == expected.estimate && figure.low == expected.low &&
                                 figure.high == expected.high && figure.difference == expected.difference &&
                                 figure.difference_low == expected.difference_low &&
                                 figure.difference_high == expected.difference_high;
            EXPECT_TRUE(is_same) << "package " << i << ", " << figure.outcome << " " << figure.scheme << ": "
                                 << figure.estimate << " for " << expected.estimate << ", difference "
                                 << figure.difference << " for " << expected.difference;
            different += figure.difference != 0 ? 1 : 0;
            ++compared;
        }
    }
    EXPECT_GT(compared, packages.size() * 60);
    EXPECT_GT(different, compared / 4);
}

run::Setting made_up_setting()
{
    auto setting = run::test::example_setting();
    setting.cells = {{{outcomes::Breakdown::total, ""}}, {}};
    return setting;
}

void expect_same_figures_in_example(run::Setting const& setting)
{
    constexpr std::uint32_t replicates = 6;
    auto member = run::test::example_member();
    member.facts = run::facts_of(setting, member);
    auto const sliders = sliders_for(values_of(setting.packages[0].policy.policy.municipal));
    expect_same_figures(setting, member, run::what_if_inputs(setting, member, replicates, sliders, 2),
                        sliders);
}

// The first member of Assen as the page has it.
run::WhatIfMember const& assen()
{
    static run::WhatIfMember const made = [] {
        minimasim::test::TemporaryFolder const folder;
        minimasim::test::give_populations(folder.path());
        auto const workspace = run::read_workspace(
            {run::test::source_folder / "data", run::test::source_folder / "scenarios"}, "GM0106");
        run::RunOptions options;
        options.cache = folder.path() / ".cache";
        options.threads = 2;
        auto const setting = run::setting_of(workspace, options);
        run::Ensemble const ensemble(workspace, setting.calibration_policy, options.seed, options.cache, 1.0,
                                     options.sources);
        run::Package baseline;
        baseline.id = "baseline";
        baseline.policy = run::read_policy(workspace.terms, workspace.municipality.measures,
                                           workspace.municipality.policy_date);
        return run::what_if_member(workspace, options, ensemble, baseline);
    }();
    return made;
}

Payload const& payload_of_assen()
{
    static Payload const made =
        run::what_if_inputs(assen().setting, assen().member, run::what_if_replicates, assen().sliders, 2);
    return made;
}

}  // namespace

TEST(ThePage, HasTheFiguresOfTheProgramOnAMadeUpMunicipality)
{
    expect_same_figures_in_example(made_up_setting());
}

TEST(ThePage, HasTheFiguresOfTheProgramWhereFewUsersWerePublished)
{
    auto setting = made_up_setting();
    setting.municipality.targets.resize(3);

    expect_same_figures_in_example(setting);
}

TEST(ThePage, HasTheFiguresOfTheProgramWhereEverySchemeIsInForceOnBothDates)
{
    auto setting = made_up_setting();
    for (auto* dated : {&setting.calibration_policy, &setting.packages[0].policy}) {
        for (auto const& scheme : rules::schemes) {
            run::set_term(dated->policy, scheme.key, "is_active", 1);
        }
        run::set_term(dated->policy, "local_tax_waiver", "excludes_owners", 0);
    }

    expect_same_figures_in_example(setting);
}

TEST(ThePage, IsLeftOutWhereUsersOfASchemeThatCountsCashWerePublished)
{
    auto setting = made_up_setting();
    EXPECT_TRUE(run::can_make_what_if(setting));

    setting.municipality.targets.push_back({"participation_budget", 100, {}, {}, "read", "example"});
    EXPECT_FALSE(run::can_make_what_if(setting));
}

TEST(ThePage, HasTheFiguresOfTheProgramOnAssen)
{
    expect_same_figures(assen().setting, assen().member, payload_of_assen(), assen().sliders);
}

// Runs whole packages through the program and looks who is entitled to what, household by household.
TEST(ThePage, EmbedsEverybodyWhomAPlaceOfTheSlidersCanTouch)
{
    auto const& payload = payload_of_assen();
    auto setting = assen().setting;
    auto const add = [&](Package const& package) {
        setting.packages.push_back(package_for_run(package, payload, setting.municipality.measures,
                                                   setting.packages[0].policy,
                                                   std::to_string(setting.packages.size())));
    };
    Package lowest;
    Package highest;
    for (auto const& slider : assen().sliders) {
        lowest.terms[slider.term] = slider.lowest;
        highest.terms[slider.term] = slider.highest;
    }
    // With every scheme on, whatever else is at its low end.
    for_each_term([&](auto, auto, auto const& field, std::size_t term) {
        if (std::string_view(field.name) == "is_active") {
            lowest.terms[term] = 1;
        }
    });
    add(lowest);
    add(highest);
    constexpr std::uint32_t looked_at = 10;
    for (std::uint32_t i = 0; i < looked_at; ++i) {
        add(random_package(payload, assen().sliders, 1'000 + i));
    }
    std::vector<unsigned> reached(assen().member.population.size());
    for (std::size_t row = 0; row < payload.households; ++row) {
        reached[payload.column(Column::number)[row]] = payload.column(Column::reached_by)[row];
    }

    std::size_t outside = 0;
    std::size_t entitled = 0;
    for (std::uint32_t r = 0; r < run::what_if_replicates; r += 3) {
        std::vector<run::Marks> marks;
        run::run_replicate(setting, assen().member, r, &marks);
        for (auto const& of_package : marks) {
            for (std::size_t i = 0; i < reached.size(); ++i) {
                outside += (of_package.entitled[i] & ~reached[i]) != 0 ? 1 : 0;
                entitled += of_package.entitled[i] != 0 ? 1 : 0;
            }
        }
    }

    EXPECT_EQ(outside, 0);
    EXPECT_GT(entitled, 100'000);
    EXPECT_LT(payload.households, reached.size() / 2);
}

TEST(ThePage, HasNoSliderWithoutAPlaceToGo)
{
    auto const& terms = payload_of_assen().terms;
    for (auto const& slider : assen().sliders) {
        EXPECT_LT(slider.lowest, slider.highest) << slider.term;
        EXPECT_GT(slider.step, 0) << slider.term;
        EXPECT_LE(slider.lowest, terms[slider.term]) << slider.term;
        EXPECT_GE(slider.highest, terms[slider.term]) << slider.term;
    }
}

TEST(ThePage, KeepsItsNumbersAsBytes)
{
    auto const& payload = payload_of_assen();
    auto const bytes = to_bytes(payload, "{}");
    auto const read = payload_of(bytes);

    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(description_of(bytes), "{}");
    EXPECT_EQ(to_bytes(*read, "{}"), bytes);
    EXPECT_EQ(read->columns, payload.columns);
    EXPECT_FALSE(payload_of(bytes.substr(0, bytes.size() - 1)).has_value());
    EXPECT_FALSE(payload_of(bytes.substr(0, 100)).has_value());
    EXPECT_FALSE(payload_of("another form of payload").has_value());
    EXPECT_FALSE(payload_of("").has_value());
}

}  // namespace minimasim::what_if
