#include "sim/population/threshold_distance.hpp"

#include <algorithm>
#include <cmath>

namespace minimasim::population {

ThresholdRow near_threshold(std::string const& name, std::vector<double> const& amounts,
                            std::vector<double> const& limits, double distance)
{
    ThresholdRow row;
    row.name = name;
    std::int64_t concerned = 0;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        if (limits[i] <= 0) {
            continue;
        }
        ++concerned;
        bool const near = std::fabs(amounts[i] - limits[i]) <= distance * limits[i];
        row.households += near ? 1 : 0;
        row.below += near && amounts[i] <= limits[i] ? 1 : 0;
    }
    row.share =
        static_cast<double>(row.households) / static_cast<double>(std::max<std::int64_t>(1, concerned));
    return row;
}

ThresholdRow near_threshold(std::string const& name, std::vector<double> const& amounts, double limit,
                            double distance)
{
    return near_threshold(name, amounts, std::vector<double>(amounts.size(), limit), distance);
}

}  // namespace minimasim::population
