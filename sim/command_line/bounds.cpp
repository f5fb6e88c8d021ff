#include "sim/command_line/bounds.hpp"

#include <cstdio>

#include "sim/base/error.hpp"

namespace minimasim::commands {

namespace {

void print_conflicts(char const* what, std::vector<std::string> const& conflicts)
{
    if (conflicts.empty()) {
        std::printf("support: the catalogue can meet %s\n", what);
    }
    for (auto const& conflict : conflicts) {
        std::printf("support: the catalogue cannot meet %s together: %s\n", what, conflict.c_str());
    }
}

void print_whole(population::GroupBounds const& bounds)
{
    std::printf(" %8lld %8lld %8lld", static_cast<long long>(bounds.whole_low()),
                static_cast<long long>(bounds.whole_high()), static_cast<long long>(bounds.whole_width()));
}

}  // namespace

void print_bounds(population::PolicyBounds const& bounds, population::Population const& drawn)
{
    print_conflicts("all published margins (H and F)", bounds.conflicts);
    if (!bounds.conflicts.empty()) {
        throw ModelError("published margins contradict each other on this catalogue, so there are no bounds");
    }
    print_conflicts("all margins and estimates (H, F and S)", bounds.conflicts_with_estimates);
    bool const has_estimates = bounds.conflicts_with_estimates.empty();
    std::printf(
        "Between which numbers the margins hold a policy group: least and most households over all\n"
        "distributions of households that meet them. Students are left out. Published: H exactly, F inside "
        "its\n"
        "interval. With estimates: S too, within two standard deviations.\n");
    std::printf("%-56s %26s %26s %9s %8s\n", "", "published", "with estimates", "", "");
    std::printf("%-56s %8s %8s %8s %8s %8s %8s %9s %8s\n", "group", "low", "high", "width", "low", "high",
                "width", "fitted", "drawn");
    for (auto const& row : bounds.groups) {
        std::printf("%-56.*s", static_cast<int>(row.group.english_name.size()),
                    row.group.english_name.data());
        print_whole(row.published);
        if (has_estimates) {
            print_whole(row.with_estimates);
        } else {
            std::printf(" %8s %8s %8s", "-", "-", "-");
        }
        std::printf(" %9.1f %8lld\n", row.fitted,
                    static_cast<long long>(population::count_members(row.group, drawn)));
    }
}

}  // namespace minimasim::commands
