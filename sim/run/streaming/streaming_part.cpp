#include "sim/run/streaming/streaming_part.hpp"

#include <utility>

#include "sim/run/packages/run_packages.hpp"

namespace minimasim::run {

namespace {

using rules::scheme_count;

std::vector<rules::Policy> policies_of(Setting const& setting, TermFactors const& factors)
{
    std::vector<rules::Policy> policies;
    for (auto const& package : setting.packages) {
        policies.push_back(factors.applied(setting, package.policy));
    }
    return policies;
}

}  // namespace

ReplicateTerms::ReplicateTerms(Setting const& of_run, std::uint32_t number,
                               takeup::HouseholdsByShift const& on_low_income)
    : setting(of_run),
      replicate(number),
      behaviour(behaviour_of(of_run, number)),
      spread(takeup::propensity_spread(behaviour, on_low_income)),
      factors(of_run, number),
      then(factors.applied(of_run, of_run.calibration_policy)),
      policies(policies_of(of_run, factors)),
      claims(of_run.packages.size()),
      caps(of_run.packages.size())
{
}

PartOfReplicate::PartOfReplicate(ReplicateTerms const& terms, Member const& part)
    : terms_(terms),
      part_(part),
      propensities_(terms.setting, part, *part.facts, terms.behaviour, terms.replicate),
      needs_(need_draws(terms.setting, part, terms.replicate)),
      overlay_then_(part.calibration, part.population, terms.then, needs_),
      then_(terms.setting, part, *part.facts, terms.then, overlay_then_, propensities_),
      passes_(terms.setting.packages.size()),
      baseline_tally_(terms.setting.cells.size())
{
}

Candidates PartOfReplicate::claims_under_caps_then()
{
    return then_.claims_under_caps();
}

Candidates const& PartOfReplicate::entitled_then()
{
    if (!std::exchange(knows_entitled_then_, true)) {
        entitled_then_ = then_.find_entitled(terms_.caps_then);
    }
    return entitled_then_;
}

void PartOfReplicate::settle_calibration()
{
    if (std::exchange(has_settled_calibration_, true)) {
        return;
    }
    entitled_then();
    for (std::size_t k = 0; k < scheme_count; ++k) {
        propensities_.settle_calibration(k, entitled_then_[k], terms_.amounts_then[k]);
    }
}

outcomes::Tally PartOfReplicate::calibrated(TakeUpChecks& checks)
{
    count_use(part_, *part_.facts, entitled_then_, terms_.baseline_claims, checks);
    return then_.count(entitled_then_, terms_.baseline_claims);
}

Pass& PartOfReplicate::prepare_package(std::size_t package)
{
    auto& pass = passes_[package];
    pass.claims = package == 0 ? terms_.baseline_claims : terms_.claims[package];
    pass.claims.caps = terms_.caps[package];
    if (pass.overlay != nullptr) {
        return pass;
    }
    std::size_t const law = terms_.setting.packages[package].law_index;
    auto const& policy = terms_.policies[package];
    bool const has_own_needs = package == 0 || changes_needs_or_charges(policy, terms_.policies[0]);
    // Needs and charges of the baseline are laid over every law once, over a package's own when it changes
    // them.
    for (std::size_t i = 1; i < package && pass.overlay == nullptr && !has_own_needs; ++i) {
        bool const is_same = terms_.setting.packages[i].law_index == law &&
                             !changes_needs_or_charges(terms_.policies[i], terms_.policies[0]);
        pass.overlay = is_same ? passes_[i].overlay : nullptr;
    }
    if (!has_own_needs && law == 0) {
        pass.overlay = passes_[0].overlay;
    }
    if (pass.overlay == nullptr) {
        auto const& drawn_from = has_own_needs ? policy : terms_.policies[0];
        overlays_.push_back(
            std::make_unique<Overlay>(part_.by_law[law], part_.population, drawn_from, needs_));
        pass.overlay = overlays_.back().get();
    }
    pass.counted_in = terms_.setting.counted_in;
    pass.counts_support = true;
    pass.policy = &policy;
    pass.columns = &part_.by_law[law];
    return pass;
}

Candidates PartOfReplicate::claims_under_caps(std::size_t package)
{
    return run::claims_under_caps(part_, prepare_package(package), propensities_);
}

outcomes::Tally const& PartOfReplicate::baseline()
{
    if (std::exchange(has_run_baseline_, true)) {
        return baseline_tally_;
    }
    settle_calibration();
    marks_.entitled.resize(part_.population.size());
    marks_.received.resize(part_.population.size());
    marks_.granted_cents.resize(part_.population.size());
    auto& pass = prepare_package(0);
    pass.marks = &marks_;
    pass.candidates = &entitled_now_;
    serve_under_caps(part_, pass, propensities_);
    baseline_tally_ = run_pass(terms_.setting, part_, pass, propensities_);
    for (std::size_t k = 0; k < scheme_count; ++k) {
        propensities_.settle_baseline(k, entitled_now_[k]);
    }
    return baseline_tally_;
}

std::vector<outcomes::Tally> PartOfReplicate::packages()
{
    for (std::size_t p = 1; p < passes_.size(); ++p) {
        prepare_package(p).baseline = &marks_;
    }
    std::vector<Pass> others(passes_.begin() + 1, passes_.end());
    return run_packages(terms_.setting, part_, passes_[0], baseline_tally_, others, terms_.behaviour,
                        propensities_);
}

}  // namespace minimasim::run
