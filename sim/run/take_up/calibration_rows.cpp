#include "sim/run/take_up/calibration_rows.hpp"

#include "sim/outcomes/figures.hpp"

namespace minimasim::run {

std::vector<CalibrationRow> calibration_of(std::vector<ReplicateResult> const& replicates)
{
    std::vector<CalibrationRow> rows;
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        CalibrationRow row;
        row.scheme = rules::schemes[k].key;
        std::vector<double> take_up;
        for (auto const& replicate : replicates) {
            auto const& threshold = replicate.thresholds[k];
            auto const& tally = replicate.calibration;
            auto const entitled = tally.at(k, outcomes::SchemeOutcome::entitled_households);
            auto const recipients = tally.at(k, outcomes::SchemeOutcome::recipients_households);
            row.target = threshold.target;
            row.users += static_cast<double>(tally.at(k, outcomes::SchemeOutcome::users));
            row.entitled += static_cast<double>(threshold.entitled);
            row.conflicts += threshold.is_conflict() ? 1 : 0;
            row.benefits_euro += to_euro(tally.at(k, outcomes::SchemeOutcome::cost_cents_per_year));
            take_up.push_back(
                entitled == 0 ? 0 : static_cast<double>(recipients) / static_cast<double>(entitled));
        }
        auto const n = static_cast<double>(replicates.size());
        row.users /= n;
        row.entitled /= n;
        row.conflicts /= n;
        row.benefits_euro /= n;
        for (double const share : take_up) {
            row.take_up += share / n;
        }
        row.take_up_low = outcomes::percentile(take_up, 0.05);
        row.take_up_high = outcomes::percentile(take_up, 0.95);
        rows.push_back(row);
    }
    return rows;
}

}  // namespace minimasim::run
