#include "sim/report/budget_marks.hpp"

#include <algorithm>
#include <cmath>

#include "sim/report/number_text.hpp"
#include "sim/report/text_table.hpp"
#include "sim/report/value_text.hpp"

namespace minimasim::report {

namespace {

constexpr double one_cent = 0.0101;

struct PlacedCliff {
    CurveCliff const* cliff;
    std::size_t package;
    bool is_of_both;
};

bool is_same(CurveCliff const& a, CurveCliff const& b)
{
    return std::abs(a.amount - b.amount) < one_cent && a.ending == b.ending && a.falling == b.falling &&
           std::abs(a.fall_per_year - b.fall_per_year) < 1;
}

// The cliffs of current policy, then those of the package that are not the same.
std::vector<PlacedCliff> placed_cliffs(BudgetCurves const& curves)
{
    std::vector<PlacedCliff> placed;
    for (std::size_t package = 0; package < curves.packages.size(); ++package) {
        for (auto const& cliff : curves.packages[package].cliffs) {
            if (!is_named(cliff)) {
                continue;
            }
            auto const same = std::find_if(placed.begin(), placed.end(), [&](PlacedCliff const& other) {
                return other.package != package && is_same(*other.cliff, cliff);
            });
            if (same == placed.end()) {
                placed.push_back({&cliff, package, false});
            } else {
                same->is_of_both = true;
            }
        }
    }
    return placed;
}

CurveMark& mark_at(std::vector<CurveMark>& marks, double amount, std::string const& heading)
{
    auto const found = std::find_if(marks.begin(), marks.end(), [&](CurveMark const& mark) {
        return std::abs(mark.amount - amount) < one_cent;
    });
    if (found != marks.end()) {
        return *found;
    }
    return marks.emplace_back(CurveMark{amount, heading, {}, false, false});
}

std::string of_norm(double share, Language language)
{
    return share_text(share, language) + in(language, " van de norm", " of the norm");
}

std::string told(BudgetCurves const& curves, PlacedCliff const& placed, Language language)
{
    std::string whose;
    if (curves.packages.size() > 1 && !placed.is_of_both) {
        whose = placed.package == 0 ? in(language, "Huidig beleid: ", "Current policy: ")
                                    : in(language, "Pakket: ", "Package: ");
    }
    auto const& cliff = *placed.cliff;
    return whose + lost_parts(curves, cliff, language) + ", " +
           (cliff.is_net ? in(language, "per saldo ", "on balance ") : "") + in(language, "€\u00a0", "€") +
           number_text(cliff.fall_per_year, 0, language) +
           in(language, "\u00a0per\u00a0jaar\u00a0minder", "\u00a0a\u00a0year\u00a0less");
}

}  // namespace

bool is_named(CurveCliff const& cliff)
{
    constexpr double smallest_step = 100;  // of an allowance's table
    return !cliff.ending.empty() || cliff.fall_per_year >= smallest_step;
}

std::vector<CurveMark> curve_marks(BudgetCurves const& curves, std::size_t most, Language language)
{
    std::vector<CurveMark> marks;
    if (curves.packages.empty()) {
        return marks;
    }
    for (auto const& norm : curves.packages.front().norm_marks) {
        mark_at(marks, norm.amount, of_norm(norm.share, language));
    }
    auto cliffs = placed_cliffs(curves);
    std::stable_sort(cliffs.begin(), cliffs.end(), [](PlacedCliff const& a, PlacedCliff const& b) {
        return a.cliff->fall_per_year > b.cliff->fall_per_year;
    });
    cliffs.resize(std::min(cliffs.size(), most));
    std::stable_sort(cliffs.begin(), cliffs.end(),
                     [](PlacedCliff const& a, PlacedCliff const& b) { return a.package < b.package; });
    for (auto const& placed : cliffs) {
        auto& mark = mark_at(marks, placed.cliff->amount, of_norm(placed.cliff->share_of_norm, language));
        mark.is_of_package = placed.package > 0 && (mark.is_of_package || !mark.is_cliff);
        mark.is_cliff = true;
        mark.lines.push_back(told(curves, placed, language));
    }
    std::sort(marks.begin(), marks.end(),
              [](CurveMark const& a, CurveMark const& b) { return a.amount < b.amount; });
    return marks;
}

MarkLanes mark_lanes(std::vector<CurveMark> const& marks, std::vector<double> const& places, double left,
                     double right, double line_height, double letter_width)
{
    constexpr double from_line = 9;  // pixels between a line and its text
    constexpr double between = 7;
    MarkLanes lanes;
    auto const add = [&](std::size_t i, bool is_left) {
        MarkLabel label{&marks[i], places[i], lanes.height, is_left, {marks[i].heading}};
        double const room = (is_left ? places[i] - left : right - places[i]) - from_line;
        auto const letters = static_cast<std::size_t>(std::max(10.0, room / letter_width));
        for (auto const& line : marks[i].lines) {
            auto const more = wrapped(line, letters);
            label.text.insert(label.text.end(), more.begin(), more.end());
        }
        lanes.height += line_height * static_cast<double>(label.text.size()) + between;
        lanes.labels.push_back(std::move(label));
    };
    // From the outside to the inside, so that no line has to cross the label of another one above it.
    double const middle = (left + right) / 2;
    for (std::size_t i = marks.size(); i-- > 0;) {
        if (places[i] <= middle) {
            add(i, false);
        }
    }
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (places[i] > middle) {
            add(i, true);
        }
    }
    return lanes;
}

}  // namespace minimasim::report
