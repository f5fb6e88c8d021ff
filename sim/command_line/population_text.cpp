#include "sim/command_line/population_text.hpp"

#include <algorithm>
#include <cstdio>

namespace minimasim::commands {

void print_panel(std::vector<population::PanelRow> const& rows)
{
    std::printf("%-54s %-6s %12s %12s %12s %12s\n", "panel", "unit", "published", "low", "high", "population");
    for (auto const& r : rows) {
        std::printf("%-54s %-6s %12.4g %12.4g %12.4g %12.4g%s\n", r.figure.key.c_str(), r.figure.unit.c_str(),
                    r.figure.published, r.low, r.high, r.model, r.is_met() ? "" : "  outside");
    }
    auto const met = std::count_if(rows.begin(), rows.end(), [](auto const& r) { return r.is_met(); });
    std::printf("panel: %td of %zu figures within tolerance\n", met, rows.size());
}

}  // namespace minimasim::commands
