#include "sim/run/take_up/calibration_pass.hpp"

#include <algorithm>

namespace minimasim::run {

namespace {

using outcomes::SchemeOutcome;
using outcomes::Tally;
using rules::scheme_count;

// Whether what one household gets from a scheme depends on nothing but that scheme's own terms and claims: no
// scheme in force reads the cash of others or has a ceiling.
bool schemes_stand_alone(rules::Policy const& policy)
{
    using rules::terms_of;
    return terms_of<rules::participation_budget::Scheme>(policy.municipal).is_active < 0.5 &&
           terms_of<rules::tailored_budget::Scheme>(policy.municipal).is_active < 0.5;
}

CalibrationPass::EligibleForSchemes decide(Setting const& setting, rules::Policy const& policy,
                                           Overlay const& overlay, std::size_t households)
{
    CalibrationPass::EligibleForSchemes all;
    BlockBuffers buffers;
    for (auto const block : split_into_blocks(households, setting.block_size)) {
        std::size_t const rows = block.end - block.begin;
        buffers.start(rows);
        auto const columns = overlay.at(block, buffers.room);
        rules::for_each_scheme([&](auto scheme, auto index) {
            using S = decltype(scheme);
            auto const& terms = std::get<index>(policy.municipal);
            if (terms.is_active < 0.5) {
                return;
            }
            rules::evaluate<S>(columns, rows, terms, buffers.eligible.data(), buffers.cents.data());
            for (std::size_t row = 0; row < rows; ++row) {
                if (buffers.eligible[row] != 0) {
                    all[index].households.push_back(static_cast<std::uint32_t>(block.begin + row));
                    all[index].cents.push_back(buffers.cents[row]);
                }
            }
        });
    }
    for (auto& eligible : all) {
        eligible.households.shrink_to_fit();
        eligible.cents.shrink_to_fit();
    }
    return all;
}

std::vector<takeup::Candidate> candidates_of(std::size_t scheme, CalibrationPass::Eligible const& eligible,
                                             rules::CountedIn counted_in, MemberColumns const& columns,
                                             Propensities& propensities)
{
    auto const& children = columns.column(field_index(&rules::MunicipalHousehold::children));
    auto const& adults = columns.column(field_index(&rules::MunicipalHousehold::adults));
    std::vector<takeup::Candidate> candidates;
    candidates.reserve(eligible.cents.size() -
                       static_cast<std::size_t>(std::count(eligible.cents.begin(), eligible.cents.end(), 0)));
    std::vector<std::uint32_t> granted;
    granted.reserve(candidates.capacity());
    for (std::size_t e = 0; e < eligible.households.size(); ++e) {
        auto const i = eligible.households[e];
        if (eligible.cents[e] != 0) {
            std::int32_t const users = counted_in == rules::CountedIn::children  ? children[i]
                                       : counted_in == rules::CountedIn::persons ? adults[i]
                                                                                 : 1;
            candidates.push_back({0, users, i, eligible.cents[e]});
            granted.push_back(i);
        }
    }
    propensities.draw(scheme, granted);
    for (auto& candidate : candidates) {
        candidate.propensity = propensities.of(scheme, candidate.household, candidate.cents_per_year);
    }
    return candidates;
}

// Counts what run_pass counts.
Tally count_everything(Setting const& setting, Member const& member, MemberFacts const& facts,
                       CalibrationPass::EligibleForSchemes const& eligible, Candidates const& candidates,
                       ClaimRule const& claims)
{
    Tally tally(setting.cells.size());
    auto const& columns = member.calibration;
    auto const& person_begin = member.population.person_begin;
    auto const& children = columns.column(field_index(&rules::MunicipalHousehold::children));
    std::vector<std::int32_t> cash(member.population.size());
    auto const counted = [&](std::uint32_t i) {
        auto const source = member.population.main_source[i];
        bool const works =
            source == population::Source::employee || source == population::Source::self_employed;
        return outcomes::CountedHousehold{columns.cells[i], person_begin[i + 1] - person_begin[i],
                                          children[i], works};
    };
    for (std::size_t k = 0; k < scheme_count; ++k) {
        for (auto const i : eligible[k].households) {
            auto const household = counted(i);
            tally.add_everywhere(k, SchemeOutcome::entitled_households, household.cells, 1);
            tally.add(k, SchemeOutcome::entitled_persons, 0, household.persons);
            tally.add(k, SchemeOutcome::entitled_children, 0, household.children);
        }
        for (auto const& candidate : candidates[k]) {
            if (candidate.propensity < claims.threshold[k]) {
                continue;
            }
            auto const household = counted(candidate.household);
            std::int32_t const grant = candidate.cents_per_year;
            tally.add_everywhere(k, SchemeOutcome::recipients_households, household.cells, 1);
            tally.add_everywhere(k, SchemeOutcome::cost_cents_per_year, household.cells, grant);
            tally.add(k, SchemeOutcome::recipients_persons, 0, household.persons);
            tally.add(k, SchemeOutcome::recipients_children, 0, household.children);
            tally.add(k, SchemeOutcome::users, 0, candidate.users);
            cash[candidate.household] += rules::schemes[k].is_cash ? grant : 0;
        }
    }
    for (auto const i : facts.near_the_line) {
        outcomes::count_poverty(counted(i), columns.poverty[i], cash[i], tally);
    }
    return tally;
}

}  // namespace

CalibrationPass::CalibrationPass(Setting const& setting, Member const& member, MemberFacts const& facts,
                                 rules::Policy const& policy, Overlay const& overlay,
                                 Propensities& propensities)
    : setting_(setting),
      member_(member),
      facts_(facts),
      propensities_(propensities),
      is_simple_(schemes_stand_alone(policy))
{
    pass_.counted_in = setting.counted_in;
    pass_.policy = &policy;
    pass_.overlay = &overlay;
    pass_.columns = &member.calibration;
}

Candidates CalibrationPass::claims_under_caps()
{
    return run::claims_under_caps(member_, pass_, propensities_);
}

Candidates CalibrationPass::find_entitled(std::optional<takeup::CapsOfPass> const& caps)
{
    Candidates entitled;
    if (is_simple_) {
        eligible_ = decide(setting_, *pass_.policy, *pass_.overlay, member_.population.size());
        for (std::size_t k = 0; k < scheme_count; ++k) {
            entitled[k] =
                candidates_of(k, eligible_[k], setting_.counted_in[k], member_.calibration, propensities_);
        }
    } else {
        pass_.claims.caps = caps;
        pass_.candidates = &entitled;
        serve_under_caps(member_, pass_, propensities_);
        run_pass(setting_, member_, pass_, propensities_);
        pass_.candidates = nullptr;
    }
    return entitled;
}

Tally CalibrationPass::count(Candidates const& entitled, ClaimRule const& claims)
{
    if (is_simple_) {
        return count_everything(setting_, member_, facts_, eligible_, entitled, claims);
    }
    pass_.claims = claims;
    return run_pass(setting_, member_, pass_, propensities_);
}

}  // namespace minimasim::run
