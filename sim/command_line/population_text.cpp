#include "sim/command_line/population_text.hpp"

#include <array>
#include <cstdio>

namespace minimasim::commands {

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

}  // namespace minimasim::commands
