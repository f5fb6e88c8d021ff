#include "sim/run/optimise/levers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "sim/base/error.hpp"
#include "tests/report/temporary_folder.hpp"

namespace minimasim::run {

namespace {

using testing::AllOf;
using testing::HasSubstr;

std::filesystem::path const source_folder = MINIMASIM_SOURCE_DIR;

Workspace const& assen()
{
    static auto const workspace =
        read_workspace({source_folder / "data", source_folder / "scenarios"}, "GM0106");
    return workspace;
}

Levers const& all_levers()
{
    static Levers const levers(assen(), {}, std::nullopt);
    return levers;
}

constexpr char const* header = "lever,scheme,term,start,stop,step,unit,status,source\n";

// Levers of a table of one's own.
Levers levers_of(std::string const& rows)
{
    report::test::TemporaryFolder const folder;
    std::filesystem::create_directories(folder.path() / "designs");
    report::test::put_bytes(folder.path() / "designs" / "levers.csv", header + rows);
    auto workspace = assen();
    workspace.folders.data = folder.path();
    return {workspace, {}, std::nullopt};
}

std::string refusal_of(std::string const& rows)
{
    try {
        levers_of(rows);
    } catch (InputError const& error) {
        return error.what();
    }
    return "";
}

// What a rise of every municipal term does to eligibility.
std::map<std::string, rules::Effect> effects_of_terms()
{
    std::map<std::string, rules::Effect> effects;
    rules::Policy const policy{};
    rules::for_each_municipal_section(policy, [&](char const* scheme, auto const&, auto const& fields) {
        for (auto const& field : fields) {
            effects[std::string(scheme) + "." + field.name] = field.effect;
        }
    });
    return effects;
}

Positions turned(std::size_t lever, std::size_t position)
{
    Positions positions(all_levers().list().size(), 0);
    positions[lever] = static_cast<std::uint16_t>(position);
    return positions;
}

}  // namespace

TEST(Levers, OnlyEverGiveMoreThanCurrentPolicy)
{
    auto const effects = effects_of_terms();
    ASSERT_GT(all_levers().list().size(), 15U);

    for (std::size_t i = 0; i < all_levers().list().size(); ++i) {
        for (std::size_t position = 1; position < all_levers().list()[i].count_positions(); ++position) {
            auto const changes = all_levers().changes(turned(i, position));
            ASSERT_FALSE(changes.empty()) << all_levers().list()[i].name;
            bool const is_new = std::any_of(changes.begin(), changes.end(),
                                            [](auto const& change) { return change.term == "is_active"; });
            for (auto const& change : changes) {
                auto const effect = effects.at(change.scheme + "." + change.term);
                EXPECT_NE(effect, rules::Effect::unknown) << change.term;
                bool const rises = change.to > change.from;
                EXPECT_TRUE(is_new || rises == (effect == rules::Effect::widens))
                    << change.scheme << "." << change.term << " " << change.from << " -> " << change.to;
            }
        }
    }
}

TEST(Levers, StayWithinRangesAndLaw)
{
    auto const& levers = all_levers();
    auto const ranges = all_terms(levers.baseline().policy, assen().municipality.measures);

    for (std::size_t i = 0; i < levers.list().size(); ++i) {
        for (std::size_t position = 1; position < levers.list()[i].count_positions(); ++position) {
            input::Scenario scenario;
            for (auto const& change : levers.changes(turned(i, position))) {
                scenario.changes.push_back({change.scheme, change.term, change.to, std::nullopt, {}});
            }
            // What a user may not ask for is refused here.
            EXPECT_NO_THROW(apply_package(levers.baseline().policy, assen().municipality.measures, scenario))
                << levers.list()[i].name;
        }
    }
}

TEST(Levers, LeaveStatutoryTermsAlone)
{
    // Wealth, age and prospect are set by law (Participatiewet art. 34 and 36), and the energy allowance has
    // no ground in law after 2023.
    for (auto const& lever : all_levers().list()) {
        EXPECT_NE(lever.scheme, "energy_allowance");
        EXPECT_EQ(lever.name.find("wealth_limit"), std::string::npos);
        EXPECT_EQ(lever.name.find("minimum_age"), std::string::npos);
        EXPECT_EQ(lever.name.find("requires_no_prospect"), std::string::npos);
    }
}

TEST(Levers, SwitchOnASchemeThatIsNotInForce)
{
    auto const levers =
        levers_of("cap,tailored_budget,budget_cap,25000,50000,25000,euro_per_year,estimated,test\n");
    ASSERT_EQ(levers.count_positions(), (std::vector<std::size_t>{3}));

    auto const package = levers.package({1}).policy.policy;

    EXPECT_EQ(term_value(package, "tailored_budget", "is_active"), 1);
    EXPECT_EQ(term_value(package, "tailored_budget", "budget_cap"), 25'000);
    EXPECT_EQ(term_value(levers.package({0}).policy.policy, "tailored_budget", "is_active"), 0);
}

TEST(Levers, LeaveOutWhatWouldTakeSomethingAway)
{
    auto const levers = levers_of(
        "a,child_package,income_limit_share,1.0,1.5,0.1,share,estimated,test\n"
        "b,goods_scheme,income_limit_share,1.0,1.4,0.1,share,estimated,test\n");

    ASSERT_EQ(levers.list().size(), 1U);  // goods are at 1.40 already
    EXPECT_EQ(levers.list()[0].terms[0].values, (std::vector<double>{1.3, 1.4, 1.5}));
}

TEST(Levers, AreRefusedWhereLawForbidsAValue)
{
    EXPECT_THAT(refusal_of("a,local_tax_waiver,income_limit_share,1.0,1.2,0.1,share,estimated,test\n"),
                AllOf(HasSubstr("levers.csv:2"), HasSubstr("is not lawful")));
    EXPECT_THAT(refusal_of("a,local_tax_waiver,extra_exemption_single,0,2000,500,euro,estimated,test\n"),
                HasSubstr("outside 0 to 1500"));
}

TEST(Levers, AreRefusedWhenTheTableIsFaulty)
{
    EXPECT_THAT(refusal_of("a,child_package,no_such_term,1.0,1.2,0.1,share,estimated,test\n"),
                HasSubstr("there is no term child_package.no_such_term"));
    EXPECT_THAT(refusal_of("a,child_package,income_limit_share,1.0,1.4,0.1,euro,estimated,test\n"),
                HasSubstr("is in share, not in euro"));
    EXPECT_THAT(refusal_of("a,child_package,income_limit_share,1.0,1.4,0,share,estimated,test\n"),
                HasSubstr("a step above 0"));
    EXPECT_THAT(refusal_of("a,child_package,income_limit_share,1.3,1.5,0.1,share,estimated,test\n"
                           "a,child_package,amount_per_child,590,900,10,euro_per_year,estimated,test\n"),
                HasSubstr("equally many steps"));
}

}  // namespace minimasim::run
