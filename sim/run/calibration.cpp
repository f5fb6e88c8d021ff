#include "sim/run/calibration.hpp"

#include <cmath>

namespace minimasim::run {

namespace {

using outcomes::SchemeOutcome;
using outcomes::Tally;
using rules::scheme_count;

// The claims that come nearest to the published users. Schemes without published users get the share of the
// assumptions, as if their entitled had the profiles of those on a low income.
ClaimRule claims_of_users(Setting const& setting, Candidates const& entitled,
                          takeup::Behaviour const& behaviour, takeup::PropensitySpread const& spread,
                          std::vector<takeup::Threshold>& thresholds)
{
    ClaimRule claims;
    thresholds.assign(scheme_count, {});
    for (auto const& target : setting.municipality.targets) {
        std::size_t const k = scheme_index(target.scheme);
        thresholds[k] = takeup::threshold_for(entitled[k], std::llround(target.users));
        claims.threshold[k] = thresholds[k].propensity;
    }
    for (std::size_t k = 0; k < scheme_count; ++k) {
        if (!has_published_users(setting.municipality, k)) {
            claims.threshold[k] = takeup::threshold_of_share(behaviour(rules::schemes[k].key), spread);
            thresholds[k].propensity = claims.threshold[k];
        }
    }
    return claims;
}

// Who is eligible for one scheme and what it grants them a year when they claim, in household order.
struct Eligible {
    std::vector<std::uint32_t> households;
    std::vector<std::int32_t> cents;
};
using EligibleForSchemes = std::array<Eligible, scheme_count>;

// Whether what one household gets from a scheme depends on nothing but that scheme's own terms and claims: no
// scheme in force reads the cash of others or has a ceiling.
bool schemes_stand_alone(rules::Policy const& policy)
{
    using rules::terms_of;
    return terms_of<rules::participation_budget::Scheme>(policy.municipal).is_active < 0.5 &&
           terms_of<rules::tailored_budget::Scheme>(policy.municipal).is_active < 0.5;
}

EligibleForSchemes decide(Setting const& setting, rules::Policy const& policy, Overlay const& overlay,
                          std::size_t households)
{
    EligibleForSchemes all;
    BlockBuffers buffers;
    for (auto const block : split_into_blocks(households, setting.block_size)) {
        std::size_t const rows = block.end - block.begin;
        buffers.start(rows);
        auto const columns = overlay.at(block.begin);
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
    return all;
}

std::vector<takeup::Candidate> candidates_of(std::size_t scheme, Eligible const& eligible,
                                             rules::CountedIn counted_in, MemberColumns const& columns,
                                             Propensities& propensities)
{
    auto const children = columns.column(field_index(&rules::MunicipalHousehold::children));
    auto const adults = columns.column(field_index(&rules::MunicipalHousehold::adults));
    std::vector<takeup::Candidate> candidates;
    std::vector<std::uint32_t> granted;
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
Tally count(Setting const& setting, Member const& member, MemberFacts const& facts,
            EligibleForSchemes const& eligible, Candidates const& candidates, ClaimRule const& claims)
{
    Tally tally(setting.cells.size());
    auto const& columns = member.calibration;
    auto const& person_begin = member.population.person_begin;
    auto const children = columns.column(field_index(&rules::MunicipalHousehold::children));
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

Calibration calibrate(Setting const& setting, Member const& member, MemberFacts const& facts,
                      takeup::Behaviour const& behaviour, takeup::PropensitySpread const& spread,
                      TermFactors const& factors, takeup::NeedDraws const& needs, Propensities& propensities)
{
    Calibration result;
    rules::Policy const then = factors.applied(setting, setting.calibration_policy);
    Overlay const overlay_then(member.calibration, member.population, then, needs);
    bool const is_simple = schemes_stand_alone(then);
    Candidates entitled;
    EligibleForSchemes eligible;
    Pass pass;
    if (is_simple) {
        eligible = decide(setting, then, overlay_then, member.population.size());
        for (std::size_t k = 0; k < scheme_count; ++k) {
            entitled[k] =
                candidates_of(k, eligible[k], setting.counted_in[k], member.calibration, propensities);
        }
    } else {
        pass.counted_in = setting.counted_in;
        pass.policy = &then;
        pass.overlay = &overlay_then;
        pass.columns = &member.calibration;
        pass.candidates = &entitled;
        serve_under_caps(member, pass, propensities);
        run_pass(setting, member, pass, propensities);
    }
    for (std::size_t k = 0; k < scheme_count; ++k) {
        propensities.settle_calibration(k, entitled[k]);
    }
    result.claims = claims_of_users(setting, entitled, behaviour, spread, result.thresholds);
    if (is_simple) {
        result.tally = count(setting, member, facts, eligible, entitled, result.claims);
    } else {
        pass.candidates = nullptr;
        pass.claims = result.claims;
        result.tally = run_pass(setting, member, pass, propensities);
    }
    result.checks = check_take_up(member, facts, result.tally, entitled, result.claims);
    return result;
}

}  // namespace minimasim::run
