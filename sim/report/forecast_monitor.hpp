#pragma once

#include <string>
#include <vector>

#include "sim/outcomes/intervals.hpp"
#include "sim/report/csv_table.hpp"
#include "sim/report/forecast_document.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

// An indicator in a year and an area under current policy: where it was measured first, the path that the
// forecast expects, and its goal. The municipality fills in what it counts.
struct MonitorRow {
    forecast::IndicatorText const* indicator = nullptr;
    std::string area;  // "" for the municipality, else the code of a neighbourhood
    std::string area_name;
    std::string profile;  // of the claimant, "" for all
    int year = 0;
    std::string unit;
    double baseline = 0;  // a year's worth of the published figure; no number where none is known
    std::string baseline_period;
    std::string baseline_source;
    outcomes::Interval path;
    double goal = 0;  // no number where the policy has none
    int goal_year = 0;
    forecast::Grade grade = forecast::Grade::founded;
};

// "Noord", "Voorbeeld, profiel oranje".
std::string place_text(MonitorRow const& row, Language language);

// Who counts the indicator of a row; nobody is known to for a profile.
std::string counted_by(MonitorRow const& row, Language language);

// Every indicator by year, and the share with problem debts and the households in arrears of every
// neighbourhood and profile. What is said of a profile is an assumption: nobody counts by profile. They point
// into the document, which must outlive them.
std::vector<MonitorRow> monitor_rows(ForecastDocument const& document);

// The same as the table indicators.csv, with an empty column for what is counted.
CsvTable indicator_table(ForecastDocument const& document);

}  // namespace minimasim::report
