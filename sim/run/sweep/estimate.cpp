#include "sim/run/sweep/estimate.hpp"

#include <array>
#include <cmath>
#include <cstdio>

#include "sim/base/error.hpp"
#include "sim/base/loop.hpp"
#include "sim/run/sweep/chunk_runner.hpp"

namespace minimasim::run {

namespace {

// Households under one package that one core does in a second, with all draws: 17 packages x 100 replicates
// of Assen took 2.3 s on two cores (AMD Zen 4, 2026). An estimate only, right to a factor of a few.
constexpr double evaluations_per_second = 12e6;

// Bytes of a row of a point in its part, in sweep.h5 and in sweep.csv, as measured on 10,000 points.
constexpr double bytes_of_row = 48 + 125 + 110;
constexpr double rows_of_point = 9 + 3 * rules::scheme_count;

std::string with_unit(double number, char const* unit)
{
    char text[64];
    std::snprintf(text, sizeof text, number < 10 ? "%.1f %s" : "%.0f %s", number, unit);
    return text;
}

std::string time_text(double seconds)
{
    constexpr double minute = 60;
    constexpr double hour = 60 * minute;
    constexpr double day = 24 * hour;
    constexpr double year = 365 * day;
    return seconds < 2 * minute ? with_unit(seconds, "seconds")
           : seconds < 2 * hour ? with_unit(seconds / minute, "minutes")
           : seconds < 2 * day  ? with_unit(seconds / hour, "hours")
           : seconds < 2 * year ? with_unit(seconds / day, "days")
                                : with_unit(seconds / year, "years");
}

std::string size_text(double bytes)
{
    constexpr std::array<char const*, 6> units{"bytes", "kB", "MB", "GB", "TB", "PB"};
    std::size_t unit = 0;
    while (bytes >= 1000 && unit + 1 < units.size()) {
        bytes /= 1000;
        ++unit;
    }
    return with_unit(bytes, units[unit]);
}

std::string count_text(double count)
{
    char text[64];
    std::snprintf(text, sizeof text, count < 1e15 ? "%.0f" : "%.2g", count);
    std::string grouped = text;
    if (count < 1e15) {
        for (auto place = static_cast<std::ptrdiff_t>(grouped.size()) - 3; place > 0; place -= 3) {
            grouped.insert(static_cast<std::size_t>(place), ",");
        }
    }
    return grouped;
}

}  // namespace

SweepEstimate estimate_of(Workspace const& workspace, std::uint64_t points, std::uint32_t replicates,
                          int threads)
{
    double const households =
        workspace.evidence.cell(workspace.municipality.code, "private_households", "total", "total").value;
    auto const count = static_cast<double>(points);
    return {count, count * households * replicates / evaluations_per_second / team_size(threads),
            count * rows_of_point * bytes_of_row};
}

std::string to_text(SweepEstimate const& estimate, std::uint32_t replicates, int threads)
{
    return count_text(estimate.points) + " points x " + std::to_string(replicates) + " replicates: about " +
           time_text(estimate.seconds) + " on " + std::to_string(team_size(threads)) + " threads, " +
           size_text(estimate.bytes) + " on disk";
}

void check_size(SweepPoints const& points, SweepEstimate const& estimate, std::uint32_t replicates,
                int threads)
{
    if (points.size() > most_sweep_points) {
        auto const& place = points.plan().place;
        throw InputError(place.file, place.line,
                         "asks for " + to_text(estimate, replicates, threads) + "; one sweep has at most " +
                             count_text(static_cast<double>(most_sweep_points)) +
                             " points. Give fewer values, or a design with ranges");
    }
}

void check_room(std::filesystem::path const& folder, double bytes)
{
    std::error_code fault;
    auto const space = std::filesystem::space(folder, fault);
    if (!fault && static_cast<double>(space.available) < bytes) {
        throw InputError(folder.string(), 0,
                         "the disk has room for " + size_text(static_cast<double>(space.available)) +
                             ", the sweep needs about " + size_text(bytes) +
                             "; make room, or choose another folder with -o");
    }
}

}  // namespace minimasim::run
