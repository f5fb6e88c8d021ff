#include "sim/run/replicate.hpp"

#include <iterator>
#include <memory>
#include <utility>

#include "sim/run/packages/pass.hpp"
#include "sim/run/packages/run_packages.hpp"
#include "sim/run/take_up/calibration.hpp"
#include "sim/run/take_up/claim_rules.hpp"
#include "sim/run/uncertainty/term_factors.hpp"
#include "sim/takeup/propensity.hpp"

namespace minimasim::run {

namespace {

using outcomes::SchemeMask;
using outcomes::SchemeOutcome;
using outcomes::Tally;
using rules::scheme_count;

// What is settled at the calibration date and holds for every date and package after it.
struct Settled {
    takeup::Behaviour const& behaviour;
    takeup::PropensitySpread const& spread;
    TermFactors const& factors;
    ClaimRule const& claims;
};

// How schemes are used in the baseline, from who is entitled and who claims there.
BaselineUse use_of(Candidates const& entitled, Tally const& baseline)
{
    BaselineUse use;
    for (std::size_t k = 0; k < scheme_count; ++k) {
        for (auto const& candidate : entitled[k]) {
            use.entitled[k] += candidate.users;
        }
        use.users[k] = baseline.at(k, SchemeOutcome::users);
    }
    use.threshold_for = [all = &entitled](std::size_t scheme, std::int64_t users) {
        return takeup::threshold_for((*all)[scheme], users);
    };
    return use;
}

// The baseline at the policy date, and every other package beside it.
std::vector<Tally> run_all(Setting const& setting, Member const& member, Settled const& settled,
                           takeup::NeedDraws const& needs, Propensities& propensities,
                           std::vector<Marks>* marks_of_packages)
{
    std::vector<Tally> results;
    std::vector<rules::Policy> policies;
    for (auto const& package : setting.packages) {
        policies.push_back(settled.factors.applied(setting, package.policy));
    }
    std::vector<std::unique_ptr<Overlay>>
        overlays;  // one per law, and one per package with needs or charges of its own
    for (auto const& columns : member.by_law) {
        overlays.push_back(std::make_unique<Overlay>(columns, member.population, policies[0], needs));
    }
    std::size_t const households = member.population.size();
    Marks marks{std::vector<SchemeMask>(households), std::vector<SchemeMask>(households), {}};
    if (marks_of_packages != nullptr || setting.cells.size() > 1) {
        marks.granted_cents.resize(households);
    }
    if (marks_of_packages != nullptr) {
        marks.keeps_unused = true;
        marks_of_packages->assign(setting.packages.size(), marks);
    }
    Candidates entitled_now;
    Pass baseline;
    baseline.counted_in = setting.counted_in;
    baseline.policy = &policies[0];
    baseline.overlay = overlays[0].get();
    baseline.columns = &member.by_law[0];
    baseline.claims = settled.claims;
    baseline.marks = &marks;
    baseline.candidates = &entitled_now;
    baseline.counts_support = true;
    serve_under_caps(member, baseline, propensities);
    results.push_back(run_pass(setting, member, baseline, propensities));
    for (std::size_t k = 0; k < scheme_count; ++k) {
        propensities.settle_baseline(k, entitled_now[k]);
    }

    // Every other package.
    auto const use = use_of(entitled_now, results[0]);
    std::vector<Pass> passes(setting.packages.size() - 1);
    for (std::size_t p = 1; p < setting.packages.size(); ++p) {
        auto const& package = setting.packages[p];
        auto& of_package = passes[p - 1];
        of_package.counted_in = setting.counted_in;
        of_package.policy = &policies[p];
        of_package.overlay = overlays[package.law_index].get();
        if (changes_needs_or_charges(policies[p], policies[0])) {
            overlays.push_back(std::make_unique<Overlay>(member.by_law[package.law_index], member.population,
                                                         policies[p], needs));
            of_package.overlay = overlays.back().get();
        }
        of_package.columns = &member.by_law[package.law_index];
        of_package.claims =
            claims_of(setting, package, settled.claims, use, settled.behaviour, settled.spread);
        of_package.baseline = &marks;
        of_package.counts_support = true;
        of_package.marks = marks_of_packages == nullptr ? nullptr : &(*marks_of_packages)[p];
    }
    entitled_now = {};  // claims are settled
    auto tallies =
        run_packages(setting, member, baseline, results[0], passes, settled.behaviour, propensities);
    std::move(tallies.begin(), tallies.end(), std::back_inserter(results));
    for (auto& package : results) {
        package.add_without_support(member.households_left_out);
    }
    if (marks_of_packages != nullptr) {
        marks_of_packages->front() = std::move(marks);
    }
    return results;
}

}  // namespace

struct CalibratedReplicate::State {
    State(Setting const& of_run, Member const& of_calibration, std::uint32_t number)
        : setting(of_run),
          member(of_calibration),
          replicate(number),
          behaviour(behaviour_of(setting, replicate)),
          facts_here(member.facts ? MemberFacts{} : facts_of(setting, member)),
          facts(member.facts ? *member.facts : facts_here),
          spread(takeup::propensity_spread(behaviour, facts.on_low_income)),
          factors(setting, replicate),
          propensities(setting, member, facts, behaviour, replicate),
          needs(need_draws(setting, member, replicate)),
          calibration(calibrate(setting, member, facts, behaviour, spread, factors, needs, propensities))
    {
    }

    Settled settled() const { return {behaviour, spread, factors, calibration.claims}; }

    Setting const& setting;
    Member const& member;
    std::uint32_t replicate;
    takeup::Behaviour behaviour;
    MemberFacts facts_here;
    MemberFacts const& facts;
    takeup::PropensitySpread spread;
    TermFactors factors;
    Propensities propensities;
    takeup::NeedDraws needs;
    Calibration calibration;
};

CalibratedReplicate::CalibratedReplicate(Setting const& setting, Member const& member,
                                         std::uint32_t replicate)
    : state_(std::make_unique<State>(setting, member, replicate))
{
}

CalibratedReplicate::~CalibratedReplicate() = default;

std::vector<Tally> CalibratedReplicate::run(Setting const& year, Member const& member) const
{
    auto const& state = *state_;
    MemberFacts facts_here;  // of which the groups alone are looked at
    if (!member.facts) {
        facts_here.groups = groups_of(year, member.population);
    }
    MemberFacts const& facts = member.facts ? *member.facts : facts_here;
    Propensities propensities(year, member, facts, state.behaviour, state.replicate);
    propensities.take_over(state.propensities);
    return run_all(year, member, state.settled(), need_draws(year, member, state.replicate), propensities,
                   nullptr);
}

ReplicateResult CalibratedReplicate::run_at_policy_date(std::vector<Marks>* marks_of_packages) &&
{
    auto& state = *state_;
    ReplicateResult result;
    result.packages = run_all(state.setting, state.member, state.settled(), state.needs, state.propensities,
                              marks_of_packages);
    result.calibration = std::move(state.calibration.tally);
    result.thresholds = std::move(state.calibration.thresholds);
    result.checks = state.calibration.checks;
    return result;
}

ReplicateResult run_replicate(Setting const& setting, Member const& member, std::uint32_t replicate,
                              std::vector<Marks>* marks_of_packages)
{
    return CalibratedReplicate(setting, member, replicate).run_at_policy_date(marks_of_packages);
}

}  // namespace minimasim::run
