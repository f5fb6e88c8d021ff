#pragma once

#include <string>

#include "sim/forecast/results.hpp"
#include "sim/report/csv_table.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

// Whose debts and budget these are: of the households of the year, or of those of the base date.
std::string households_of(forecast::Forecast const& forecast, Language language);

// The people of the municipality year by year, as a section of the text of a forecast.
std::string forecast_people_text(forecast::Forecast const& forecast, Language language);

// All accounts of the people, estimate and 90 % interval by year.
CsvTable forecast_people_table(forecast::Forecast const& forecast);

// What a published figure on the people is called; nothing where the key is not one of them.
std::string name_of_people_figure(std::string const& key, Language language);

}  // namespace minimasim::report
