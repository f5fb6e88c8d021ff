#include "sim/run/take_up/claim_rules.hpp"

#include <algorithm>
#include <cmath>

namespace minimasim::run {

using outcomes::SchemeMask;
using rules::scheme_count;

ClaimRule claims_of_users(Setting const& setting, ThresholdFor const& threshold_for,
                          takeup::Behaviour const& behaviour, takeup::PropensitySpread const& spread,
                          std::vector<takeup::Threshold>& thresholds)
{
    ClaimRule claims;
    thresholds.assign(scheme_count, {});
    for (auto const& target : setting.municipality.targets) {
        std::size_t const k = scheme_index(target.scheme);
        thresholds[k] = threshold_for(k, std::llround(target.users));
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

ClaimRule claims_of(Setting const& setting, Package const& package, ClaimRule const& baseline,
                    BaselineUse const& use, takeup::Behaviour const& behaviour,
                    takeup::PropensitySpread const& spread)
{
    ClaimRule claims = baseline;
    for (auto const& scheme : package.ex_officio) {
        claims.ex_officio |= static_cast<SchemeMask>(1U << scheme_index(scheme));
    }
    for (auto const& change : package.take_up) {
        std::size_t const k = scheme_index(change.scheme);
        auto const entitled = static_cast<double>(use.entitled[k]);
        bool const is_assumed = !has_published_users(setting.municipality, k);
        if (entitled == 0 && !is_assumed && change.kind != input::TakeUpChange::Kind::share) {
            continue;  // off in the baseline: there is no share of users to raise, the threshold of 2023
                       // stands
        }
        double const now = entitled > 0 ? static_cast<double>(use.users[k]) / entitled
                           : is_assumed ? behaviour(rules::schemes[k].key)
                                        : 0;
        double const share = change.kind == input::TakeUpChange::Kind::share ? change.value
                             : change.kind == input::TakeUpChange::Kind::relative_rise
                                 ? now * (1 + change.value)
                                 : now + change.value;
        claims.threshold[k] =
            entitled > 0 ? use.threshold_for(k, std::llround(std::min(1.0, share) * entitled)).propensity
                         : takeup::threshold_of_share(share, spread);
    }
    return claims;
}

}  // namespace minimasim::run
