#include "sim/report/small_counts.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>

namespace minimasim::report {

namespace {

bool is_small(double count)
{
    return count != 0 && std::fabs(count) < smallest_published_count;
}

}  // namespace

LeftOut left_out_of(outcomes::Figure const& figure)
{
    bool const is_count =
        figure.unit == "households" || figure.unit == "persons" || figure.unit == "children";
    if (!is_count || figure.breakdown == "total") {
        return LeftOut::nothing;
    }
    if (is_small(figure.estimate)) {
        return LeftOut::all;
    }
    double const in_baseline = figure.estimate - figure.difference;
    return is_small(figure.difference) || is_small(in_baseline) ? LeftOut::difference : LeftOut::nothing;
}

std::string without_small_counts(std::string const& losers)
{
    constexpr std::string_view between = ", ";
    std::string text;
    for (std::size_t begin = 0; begin < losers.size();) {
        auto const end = std::min(losers.find(between, begin), losers.size());
        auto const part = losers.substr(begin, end - begin);
        auto const space = part.rfind(' ');
        bool const is_left_out =
            space != std::string::npos && is_small(std::strtod(part.c_str() + space, nullptr));
        text += (text.empty() ? "" : ", ") + (is_left_out ? part.substr(0, space) + " fewer than 10" : part);
        begin = end + between.size();
    }
    return text;
}

}  // namespace minimasim::report
