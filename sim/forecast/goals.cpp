#include "sim/forecast/goals.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "sim/base/error.hpp"
#include "sim/input/csv.hpp"
#include "sim/rules/municipal/schemes.hpp"

namespace minimasim::forecast {

namespace {

constexpr std::array<std::pair<char const*, Reading>, 3> readings{
    {{"level", Reading::level}, {"relative", Reading::relative}, {"points", Reading::points}}};

bool is_scheme(std::string const& key)
{
    return std::any_of(rules::schemes.begin(), rules::schemes.end(),
                       [&](auto const& scheme) { return scheme.key == key; });
}

}  // namespace

char const* to_text(Reading reading)
{
    return readings[static_cast<std::size_t>(reading)].first;
}

std::vector<Goal> read_goals(std::filesystem::path const& file)
{
    auto const csv =
        input::Csv::read(file, {"goal", "indicator", "scheme", "at", "value", "reading", "year", "source"});
    std::vector<Goal> goals;
    std::vector<Problem> problems;
    for (auto const& row : csv.rows()) {
        auto const& at = csv.cell(row, "at");
        if (at != "most" && at != "least") {
            problems.push_back(csv.problem(row, "at is " + at + "; most or least was meant"));
        }
        Goal goal{csv.cell(row, "goal"),
                  csv.cell(row, "indicator"),
                  csv.number(row, "value"),
                  at == "most",
                  static_cast<int>(csv.number(row, "year")),
                  csv.cell(row, "source")};
        goal.scheme = csv.cell(row, "scheme");
        auto const& text = csv.cell(row, "reading");
        auto const reading = std::find_if(readings.begin(), readings.end(),
                                          [&](auto const& known) { return text == known.first; });
        if (reading == readings.end()) {
            problems.push_back(
                csv.problem(row, "reading is " + text + "; level, relative or points was meant"));
        } else {
            goal.reading = reading->second;
        }
        bool const is_of_reach = goal.indicator == "reach";
        bool const is_level = reading != readings.end() && goal.reading == Reading::level;
        if (is_of_reach && (!is_scheme(goal.scheme) || is_level || goal.is_ceiling)) {
            problems.push_back(csv.problem(
                row, "a goal for reach names a scheme (" + goal.scheme +
                         "), is relative or in points, and at least: it is a rise from the policy year"));
        }
        if (!is_of_reach && (!goal.scheme.empty() || goal.reading != Reading::level)) {
            problems.push_back(
                csv.problem(row, goal.indicator + " is no reach of a scheme: its goal is a level"));
        }
        goals.push_back(std::move(goal));
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return goals;
}

}  // namespace minimasim::forecast
