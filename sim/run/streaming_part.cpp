#include "sim/run/streaming_part.hpp"

namespace minimasim::run {

namespace {

using rules::scheme_count;

bool is_served(takeup::Candidate const& claim, std::optional<FirstRefused> const& refused)
{
    return !refused || claim.propensity > refused->propensity ||
           (claim.propensity == refused->propensity && claim.household < refused->household);
}

// Everybody who claims a capped scheme, as pass.cpp's serve_under_caps sees them; households by their place.
Candidates capped_claims(Member const& part, Pass const& pass, Propensities& propensities)
{
    Candidates claims;
    auto const columns = pass.overlay->at(0);
    rules::for_each_scheme([&](auto scheme, auto index) {
        using S = decltype(scheme);
        if constexpr (S::is_capped) {
            auto const& terms = std::get<index>(pass.policy->municipal);
            for (std::uint32_t i = 0; terms.is_active >= 0.5 && i < part.population.size(); ++i) {
                auto const cents = S::entitlement(rules::household_at(columns, i), terms).cents_per_year;
                double const propensity = cents == 0 ? 0 : propensities.of(index, i, cents);
                if (cents != 0 && propensity >= pass.claims.threshold[index]) {
                    claims[index].push_back({propensity, 0, i, cents});
                }
            }
        }
    });
    return claims;
}

Candidates with_numbers(Candidates claims, Member const& part)
{
    for (auto& of_scheme : claims) {
        for (auto& claim : of_scheme) {
            claim.household = part.number_of(claim.household);
        }
    }
    return claims;
}

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
      then(TermFactors(of_run, number).applied(of_run, of_run.calibration_policy)),
      policies(policies_of(of_run, TermFactors(of_run, number))),
      claims(of_run.packages.size()),
      caps(of_run.packages.size())
{
}

PartOfReplicate::PartOfReplicate(ReplicateTerms const& terms, Member const& part)
    : terms_(terms),
      part_(part),
      propensities_(terms.setting, part, terms.behaviour, terms.replicate),
      overlay_then_(part.calibration, part.population, terms.then,
                    draw_all_needs(terms.setting, part, terms.then, terms.replicate)),
      passes_(terms.setting.packages.size())
{
    then_.counted_in = terms.setting.counted_in;
    then_.policy = &terms.then;
    then_.overlay = &overlay_then_;
    then_.columns = &part.calibration;
}

void PartOfReplicate::serve_under_caps(Pass& pass, CapsOfPass const& caps)
{
    auto const claims = capped_claims(part_, pass, propensities_);
    for (std::size_t k = 0; k < scheme_count; ++k) {
        if (!rules::schemes[k].is_capped) {
            continue;
        }
        pass.granted_under_cap[k].assign(part_.population.size(), 0);
        for (auto const& claim : claims[k]) {
            auto numbered = claim;
            numbered.household = part_.number_of(claim.household);
            pass.granted_under_cap[k][claim.household] = is_served(numbered, caps[k]) ? 1 : 0;
        }
    }
}

Candidates PartOfReplicate::claims_under_caps_then()
{
    return with_numbers(capped_claims(part_, then_, propensities_), part_);
}

Candidates const& PartOfReplicate::entitled_then()
{
    serve_under_caps(then_, terms_.caps_then);
    then_.candidates = &entitled_then_;
    run_pass(terms_.setting, part_, then_, propensities_);
    then_.candidates = nullptr;
    return entitled_then_;
}

void PartOfReplicate::settle_calibration()
{
    for (std::size_t k = 0; k < scheme_count; ++k) {
        propensities_.settle_calibration(k, entitled_then_[k], terms_.amounts_then[k]);
    }
}

outcomes::Tally PartOfReplicate::calibrated(TakeUpChecks& checks)
{
    then_.claims = terms_.baseline_claims;
    count_use(terms_.setting, part_, entitled_then_, then_.claims, checks);
    return run_pass(terms_.setting, part_, then_, propensities_);
}

void PartOfReplicate::prepare_package(std::size_t package)
{
    auto& pass = passes_[package];
    if (pass.overlay != nullptr) {
        return;
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
            std::make_unique<Overlay>(part_.by_law[law], part_.population, drawn_from,
                                      draw_all_needs(terms_.setting, part_, drawn_from, terms_.replicate)));
        pass.overlay = overlays_.back().get();
    }
    pass.counted_in = terms_.setting.counted_in;
    pass.policy = &policy;
    pass.columns = &part_.by_law[law];
    pass.claims = package == 0 ? terms_.baseline_claims : terms_.claims[package];
}

Candidates PartOfReplicate::claims_under_caps(std::size_t package)
{
    prepare_package(package);
    return with_numbers(capped_claims(part_, passes_[package], propensities_), part_);
}

outcomes::Tally PartOfReplicate::baseline()
{
    prepare_package(0);
    marks_.entitled.resize(part_.population.size());
    marks_.received.resize(part_.population.size());
    auto& pass = passes_[0];
    pass.marks = &marks_;
    pass.candidates = &entitled_now_;
    serve_under_caps(pass, terms_.caps[0]);
    auto tally = run_pass(terms_.setting, part_, pass, propensities_);
    for (std::size_t k = 0; k < scheme_count; ++k) {
        propensities_.settle_baseline(k, entitled_now_[k]);
    }
    return tally;
}

std::vector<outcomes::Tally> PartOfReplicate::packages()
{
    std::vector<outcomes::Tally> tallies(passes_.size(), outcomes::Tally(terms_.setting.cells.size()));
    for (std::size_t p = 1; p < passes_.size(); ++p) {
        prepare_package(p);
        passes_[p].baseline = &marks_;
        serve_under_caps(passes_[p], terms_.caps[p]);
    }
    BlockBuffers buffers;
    for (auto const block : split_into_blocks(part_.population.size(), terms_.setting.block_size)) {
        for (std::size_t p = 1; p < passes_.size(); ++p) {
            run_block(part_, passes_[p], block, propensities_, buffers, tallies[p]);
        }
    }
    return tallies;
}

}  // namespace minimasim::run
