#include "sim/run/calibration.hpp"

#include "sim/run/claim_rules.hpp"

namespace minimasim::run {

using rules::scheme_count;

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
    result.claims = claims_of_users(
        setting,
        [&](std::size_t scheme, std::int64_t users) {
            return takeup::threshold_for(entitled[scheme], users);
        },
        behaviour, spread, result.thresholds);
    pass.candidates = nullptr;
    pass.claims = result.claims;
    result.tally = run_pass(setting, member, pass, propensities);
    result.checks = check_take_up(setting, member, result.tally, entitled, result.claims);
    return result;
}

}  // namespace minimasim::run
