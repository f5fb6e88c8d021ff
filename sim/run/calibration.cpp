#include "sim/run/calibration.hpp"

#include <cmath>

namespace minimasim::run {

namespace {

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

}  // namespace

Calibration calibrate(Setting const& setting, Member const& member, takeup::Behaviour const& behaviour,
                      takeup::PropensitySpread const& spread, TermFactors const& factors,
                      Propensities& propensities, std::uint32_t replicate)
{
    Calibration result;
    rules::Policy const then = factors.applied(setting, setting.calibration_policy);
    Overlay const overlay_then(member.calibration, member.population, then,
                               draw_all_needs(setting, member, then, replicate));
    Candidates entitled;
    Pass pass;
    pass.counted_in = setting.counted_in;
    pass.policy = &then;
    pass.overlay = &overlay_then;
    pass.columns = &member.calibration;
    pass.candidates = &entitled;
    serve_under_caps(member, pass, propensities);
    run_pass(setting, member, pass, propensities);
    for (std::size_t k = 0; k < scheme_count; ++k) {
        propensities.settle_calibration(k, entitled[k]);
    }
    result.claims = claims_of_users(setting, entitled, behaviour, spread, result.thresholds);
    pass.candidates = nullptr;
    pass.claims = result.claims;
    result.tally = run_pass(setting, member, pass, propensities);
    result.checks = check_take_up(setting, member, result.tally, entitled, result.claims);
    return result;
}

}  // namespace minimasim::run
