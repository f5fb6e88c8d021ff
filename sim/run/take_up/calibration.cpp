#include "sim/run/take_up/calibration.hpp"

#include "sim/run/take_up/calibration_pass.hpp"
#include "sim/run/take_up/claim_rules.hpp"

namespace minimasim::run {

Calibration calibrate(Setting const& setting, Member const& member, MemberFacts const& facts,
                      takeup::Behaviour const& behaviour, takeup::PropensitySpread const& spread,
                      TermFactors const& factors, takeup::NeedDraws const& needs, Propensities& propensities)
{
    Calibration result;
    rules::Policy const then = factors.applied(setting, setting.calibration_policy);
    Overlay const overlay_then(member.calibration, member.population, then, needs);
    CalibrationPass pass(setting, member, facts, then, overlay_then, propensities);
    auto entitled = pass.find_entitled(std::nullopt);
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        propensities.settle_calibration(k, entitled[k]);
    }
    result.claims = claims_of_users(
        setting,
        [&](std::size_t scheme, std::int64_t users) {
            return takeup::threshold_for(entitled[scheme], users);
        },
        behaviour, spread, result.thresholds);
    result.tally = pass.count(entitled, result.claims);
    result.checks = check_take_up(member, facts, result.tally, entitled, result.claims);
    return result;
}

}  // namespace minimasim::run
