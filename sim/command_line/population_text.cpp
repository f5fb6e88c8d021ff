#include "sim/command_line/population_text.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace minimasim::commands {

void print_panel(std::vector<population::PanelRow> const& rows)
{
    std::printf("%-54s %-6s %12s %12s %12s %12s\n", "panel", "unit", "published", "low", "high",
                "population");
    for (auto const& r : rows) {
        std::printf("%-54s %-6s %12.4g %12.4g %12.4g %12.4g%s\n", r.figure.key.c_str(), r.figure.unit.c_str(),
                    r.figure.published, r.low, r.high, r.model, r.is_met() ? "" : "  outside");
    }
    auto const met = std::count_if(rows.begin(), rows.end(), [](auto const& r) { return r.is_met(); });
    std::printf("panel: %td of %zu figures within tolerance\n", met, rows.size());
}

void print_profiles(population::ProfileReport const& report)
{
    constexpr std::array<char const*, population::profile_count> names{
        "orange", "green", "brown", "purple", "red", "yellow", "pink", "blue", "none"};
    std::printf("%-40s %10s %10s %10s\n", "share of adults by profile", "described", "solved", "drawn");
    for (std::size_t k = 0; k < names.size(); ++k) {
        std::printf("%-40s %10.4f %10.4f %10.4f\n", names[k], report.implied[k], report.solved[k],
                    report.drawn[k]);
    }
    for (auto const& b : report.bounds) {
        std::printf("%-40s %10.4f %10.4f%s\n", b.name.c_str(), b.at_least, b.share, b.binds ? "  binds" : "");
    }
    std::printf("profiles: overlap %.2f bits, %.0f %% of adults more than half in one class%s\n",
                report.overlap_bits, 100 * report.coverage,
                report.is_feasible ? "" : ", the published order cannot be had");
}

void print_thresholds(std::vector<population::ThresholdRow> const& rows)
{
    std::printf("%-40s %12s %12s %10s\n", "households within 2 % of a limit", "households", "at or below",
                "share");
    for (auto const& r : rows) {
        std::printf("%-40s %12lld %12lld %10.4f\n", r.name.c_str(), static_cast<long long>(r.households),
                    static_cast<long long>(r.below), r.share);
    }
}

}  // namespace minimasim::commands
