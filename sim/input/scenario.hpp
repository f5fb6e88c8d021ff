#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/date.hpp"

namespace minimasim::input {

// What may have been decided on a package: current policy, a decision, a proposal, an option that a policy
// note mentions without proposing it, a variant of our own, a thought experiment.
inline constexpr std::array<char const*, 6> decision_statuses{"in_force", "decided", "proposal",
                                                              "option",   "variant", "thought_experiment"};

// Where something stands in a scenario file, for messages.
struct Place {
    std::string file;
    int line = 0;
};

// One term that a package gives another value, from a date on when `from` is set (forecasts).
struct TermChange {
    std::string scheme;
    std::string term;
    double value = 0;
    std::optional<Date> from;
    Place place;
};

// A year that a scenario asks the forecast for.
struct YearOfForecast {
    int year = 0;
    Place place;
};

// A what-if on behaviour: take-up of a scheme set to a share, or raised by a share of itself or by points.
struct TakeUpChange {
    enum class Kind { share, relative_rise, rise_in_points };
    std::string scheme;
    Kind kind = Kind::share;
    double value = 0;
    Place place;
};

// One scenario file as written. It states only what differs from what it is based on.
struct ScenarioFile {
    std::string id;  // the file's name without extension
    std::string file;
    std::string text;
    std::string title;
    std::string title_en;
    std::string question;
    std::string source;
    std::string remark;
    std::string remark_en;
    std::string decision_status;  // one of decision_statuses, or ""
    std::string decision_date;    // of that status: a year, a month or a day (ISO 8601), or ""
    std::string cover;            // what pays for it; "" where nothing is stated
    std::string cover_en;
    std::optional<double> published_cost_euro;
    std::optional<Date> date;
    std::vector<std::string> based_on;
    Place based_on_place;
    std::vector<TermChange> changes;
    std::vector<TermChange> forecast;  // terms of the forecast: capacity and response of debt help
    std::optional<YearOfForecast> forecast_until;  // the last year; a run then makes the forecast too
    std::optional<YearOfForecast> budget_from;     // the first of its budget years
    std::vector<TakeUpChange> take_up;
    std::vector<std::string> ex_officio;  // schemes granted without application to assistance recipients
    Place ex_officio_place;
    bool changes_nothing = false;  // said by the file: without this a package without effect is refused
};

// A package: a scenario file with everything it builds on, left to right, later changes winning.
struct Scenario {
    ScenarioFile own;
    std::vector<std::string> parts;  // ids in the order applied, the own id last
    std::string full_text;           // the files' texts in that order
    std::vector<TermChange> changes;
    std::vector<TermChange> forecast;
    std::optional<YearOfForecast> forecast_until;
    std::optional<YearOfForecast> budget_from;
    std::vector<TakeUpChange> take_up;
    std::vector<std::string> ex_officio;
    std::optional<Date> date;
};

// Reads one file; throws InputError with all its problems (unknown keys, wrong types, impossible numbers).
ScenarioFile read_scenario_file(std::filesystem::path const& file);

// Reads a file and what it builds on, looked up beside the file, then in `shipped`. A package that builds on
// itself, directly or through others, is refused with the chain.
Scenario read_scenario(std::filesystem::path const& file, std::filesystem::path const& shipped);

// The same for a file that was read, or that was made in memory.
Scenario with_what_it_builds_on(ScenarioFile const& own, std::filesystem::path const& shipped);

// The scenario files of a folder, baseline first, the others by id.
std::vector<std::filesystem::path> scenario_files(std::filesystem::path const& folder);

}  // namespace minimasim::input
