#pragma once

#include <optional>

#include "sim/forecast/results.hpp"
#include "sim/report/forecast_document.hpp"
#include "sim/run/simulate.hpp"
#include "sim/run/workspace.hpp"

namespace minimasim::run {

// What `minimasim forecast` was asked for. Of `run`: scenarios (empty: every package that is shipped, those
// of scenarios/forecast too), replicates, members, seed, threads, cache, progress.
struct ForecastOptions {
    RunOptions run;
    int until = 2030;  // the last year, December included
    // The first of four budget years, of which those after `until` are left out; nothing: the year after the
    // policy date.
    std::optional<int> budget_from;
    bool fixed_households = false;   // those of the base date in every year
    bool budget_by_people = false;   // budget years on the households of their year
    std::filesystem::path realised;  // figures of the running year; "" for none
    Date today;                      // realised figures are not later
};

// The last year that may be asked for: longer paths say nothing.
inline constexpr int last_forecast_year = 2040;

// The file of a package: itself, or the name of one that is shipped. Throws InputError.
std::filesystem::path forecast_scenario(std::string const& file_or_name, Folders const& folders);

// Steps every package from 1 January of the first year to the end of `until`, with what its page, workbook
// and monitor need: names and definitions of data/assumptions. The numbers do not depend on threads. Throws
// InputError (year, packages, a municipality whose debt help is not known), Interrupted.
report::ForecastDocument make_forecast_document(Workspace const& workspace, ForecastOptions const& options);

struct ForecastInputs;
struct ForecastHouseholds;
struct WorkedOut;

// What the replicates of a forecast say, all of them in the order of their numbers. Throws InputError (names
// and definitions), Interrupted.
report::ForecastDocument document_of(ForecastInputs const& inputs, ForecastHouseholds const& households,
                                     WorkedOut worked);

}  // namespace minimasim::run
