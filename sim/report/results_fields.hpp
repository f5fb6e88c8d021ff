#pragma once

#include <string>

#include "sim/outcomes/results.hpp"

namespace minimasim::report {

// A field of a row and how the files explain it.
template <class Row, class Value>
struct Field {
    char const* name;
    Value Row::*member;
    char const* description;
    char const* unit = "";
};

inline constexpr Field<outcomes::PackageDescription, std::string> package_texts[] = {
    {"id", &outcomes::PackageDescription::id, "Short name of the package; the baseline comes first"},
    {"title", &outcomes::PackageDescription::title, "Title in Dutch"},
    {"title_en", &outcomes::PackageDescription::title_en, "Title in English"},
    {"question", &outcomes::PackageDescription::question, "The question the package answers"},
    {"source", &outcomes::PackageDescription::source, "Where the package comes from"},
    {"date", &outcomes::PackageDescription::date, "Day whose law applies (ISO 8601)"},
    {"scenario_text", &outcomes::PackageDescription::scenario_text,
     "The scenario file as read, with those it builds on"},
    {"decision_status", &outcomes::PackageDescription::decision_status,
     "What was decided on it: in_force, decided, proposal, option, variant, thought_experiment; or empty"},
    {"decision_date", &outcomes::PackageDescription::decision_date,
     "When that was so (ISO 8601): a year, a month or a day; or empty"},
    {"cover", &outcomes::PackageDescription::cover, "What pays for it, in Dutch; empty where not stated"},
    {"cover_en", &outcomes::PackageDescription::cover_en, "The same in English"},
};

inline constexpr Field<outcomes::Figure, std::string> figure_texts[] = {
    {"package", &outcomes::Figure::package, "Short name of the package"},
    {"outcome", &outcomes::Figure::outcome, "What is counted or added"},
    {"scheme", &outcomes::Figure::scheme, "Scheme the figure is about; empty for all together"},
    {"breakdown", &outcomes::Figure::breakdown, "What the figure is split by; total when it is not split"},
    {"cell", &outcomes::Figure::cell, "Category of the breakdown; empty for a total"},
    {"unit", &outcomes::Figure::unit, "Unit of the numbers of the row"},
};

inline constexpr Field<outcomes::Figure, double> figure_numbers[] = {
    {"estimate", &outcomes::Figure::estimate, "Mean over the replicates", "see unit"},
    {"low", &outcomes::Figure::low, "5th percentile of the replicates", "see unit"},
    {"high", &outcomes::Figure::high, "95th percentile of the replicates", "see unit"},
    {"difference", &outcomes::Figure::difference, "Mean difference from the baseline", "see unit"},
    {"difference_low", &outcomes::Figure::difference_low, "5th percentile of the difference", "see unit"},
    {"difference_high", &outcomes::Figure::difference_high, "95th percentile of the difference", "see unit"},
    {"monte_carlo_error", &outcomes::Figure::monte_carlo_error,
     "Standard error of the estimate because replicates are finite; NaN with one replicate", "see unit"},
    {"difference_monte_carlo_error", &outcomes::Figure::difference_monte_carlo_error,
     "Standard error of the difference because replicates are finite; NaN with one replicate", "see unit"},
};

inline constexpr Field<outcomes::TermRow, std::string> term_texts[] = {
    {"package", &outcomes::TermRow::package, "baseline, or the package that changes the term"},
    {"scheme", &outcomes::TermRow::scheme, "Scheme or law"},
    {"term", &outcomes::TermRow::term, "Name of the term"},
    {"unit", &outcomes::TermRow::unit, "Unit of the value"},
    {"valid_from", &outcomes::TermRow::valid_from, "First day the value holds (ISO 8601)"},
    {"status", &outcomes::TermRow::status, "read, derived, recalled, estimated, carried or package"},
    {"source", &outcomes::TermRow::source, "Where the value was found"},
};

inline constexpr Field<outcomes::TermRow, double> term_numbers[] = {
    {"value", &outcomes::TermRow::value, "Value of the term", "see unit"},
};

inline constexpr Field<outcomes::ValidationFigure, std::string> validation_texts[] = {
    {"section", &outcomes::ValidationFigure::section, "Subject of the row"},
    {"key", &outcomes::ValidationFigure::key, "Name of the row, its own"},
    {"role", &outcomes::ValidationFigure::role,
     "acceptance (low and high are a limit that decides), internal, margin, panel, worst, provenance, shown"},
    {"ok", &outcomes::ValidationFigure::ok, "yes, no, or empty where nothing is judged"},
    {"reason", &outcomes::ValidationFigure::reason, "What the row says in words"},
};

inline constexpr Field<outcomes::ValidationFigure, double> validation_numbers[] = {
    {"published", &outcomes::ValidationFigure::published, "What was published; NaN where nothing was",
     "of the row"},
    {"low", &outcomes::ValidationFigure::low, "Lower end of the interval or limit; NaN where there is none",
     "of the row"},
    {"high", &outcomes::ValidationFigure::high, "Upper end of the interval or limit; NaN where there is none",
     "of the row"},
    {"model", &outcomes::ValidationFigure::model, "What the population says; NaN where it says nothing",
     "of the row"},
};

inline constexpr Field<outcomes::LintRow, std::string> lint_texts[] = {
    {"package", &outcomes::LintRow::package, "Short name of the package"},
    {"change", &outcomes::LintRow::change,
     "The change counted, with nothing else changed; empty for the whole package"},
    {"direction", &outcomes::LintRow::direction,
     "What it is meant as: improvement, restriction, mixed, unclear or nothing"},
    {"finding", &outcomes::LintRow::finding, "What the reader should look at; empty for nothing"},
    {"losers", &outcomes::LintRow::losers, "Types of the losing households with their numbers"},
};

inline constexpr Field<outcomes::LintRow, double> lint_numbers[] = {
    {"touched_households", &outcomes::LintRow::touched_households,
     "Households that are entitled to, receive or are granted something else; NaN where not counted apart",
     "households"},
    {"entitled_households", &outcomes::LintRow::entitled_households, "Entitled to other schemes than before",
     "households"},
    {"recipients_households", &outcomes::LintRow::recipients_households, "Receive other schemes than before",
     "households"},
    {"amount_households", &outcomes::LintRow::amount_households, "Are granted another amount a year",
     "households"},
    {"gaining_households", &outcomes::LintRow::gaining_households,
     "Are granted more a year, all schemes together", "households"},
    {"losing_households", &outcomes::LintRow::losing_households,
     "Are granted less a year, all schemes together", "households"},
    {"loss_euro_per_year", &outcomes::LintRow::loss_euro_per_year, "What the losing households lose together",
     "euro_per_year"},
    {"no_longer_entitled_households", &outcomes::LintRow::no_longer_entitled_households,
     "Lose the right to a scheme", "households"},
};

inline constexpr Field<outcomes::VarianceRow, std::string> variance_texts[] = {
    {"package", &outcomes::VarianceRow::package, "Short name of the package"},
    {"outcome", &outcomes::VarianceRow::outcome,
     "Outcome: the level for the baseline, else the difference from it"},
    {"unit", &outcomes::VarianceRow::unit, "Unit of standard_deviation"},
    {"source", &outcomes::VarianceRow::source, "Source of uncertainty"},
};

inline constexpr Field<outcomes::VarianceRow, double> variance_numbers[] = {
    {"first", &outcomes::VarianceRow::first, "Share of the variance by this source alone (first-order Sobol)",
     "share"},
    {"first_low", &outcomes::VarianceRow::first_low, "5th percentile of the bootstrap", "share"},
    {"first_high", &outcomes::VarianceRow::first_high, "95th percentile of the bootstrap", "share"},
    {"total", &outcomes::VarianceRow::total, "Share with all interactions of this source (total Sobol)",
     "share"},
    {"total_low", &outcomes::VarianceRow::total_low, "5th percentile of the bootstrap", "share"},
    {"total_high", &outcomes::VarianceRow::total_high, "95th percentile of the bootstrap", "share"},
    {"standard_deviation", &outcomes::VarianceRow::standard_deviation, "Of the outcome, all sources together",
     "see unit"},
};

inline constexpr Field<outcomes::TornadoRow, std::string> tornado_texts[] = {
    {"package", &outcomes::TornadoRow::package, "Short name of the package"},
    {"outcome", &outcomes::TornadoRow::outcome,
     "Outcome: the level for the baseline, else the difference from it"},
    {"unit", &outcomes::TornadoRow::unit, "Unit of the outcome"},
    {"input", &outcomes::TornadoRow::input, "Uncertain term or parameter of take-up"},
};

inline constexpr Field<outcomes::TornadoRow, double> tornado_numbers[] = {
    {"input_low", &outcomes::TornadoRow::input_low, "Low end of the input", "of the input"},
    {"input_high", &outcomes::TornadoRow::input_high, "High end of the input", "of the input"},
    {"central", &outcomes::TornadoRow::central, "Outcome with all inputs central", "see unit"},
    {"at_low", &outcomes::TornadoRow::at_low, "Outcome with this input low, the others central", "see unit"},
    {"at_high", &outcomes::TornadoRow::at_high, "Outcome with this input high, the others central",
     "see unit"},
};

inline constexpr Field<outcomes::ScreeningRow, std::string> screening_texts[] = {
    {"package", &outcomes::ScreeningRow::package, "Short name of the package"},
    {"outcome", &outcomes::ScreeningRow::outcome,
     "Outcome: the level for the baseline, else the difference from it"},
    {"unit", &outcomes::ScreeningRow::unit, "Unit of the three numbers"},
    {"input", &outcomes::ScreeningRow::input, "Uncertain term or parameter of take-up"},
};

inline constexpr Field<outcomes::ScreeningRow, double> screening_numbers[] = {
    {"mean", &outcomes::ScreeningRow::mean, "Mean elementary effect over the whole interval of the input",
     "see unit"},
    {"mean_absolute", &outcomes::ScreeningRow::mean_absolute,
     "Mean of its absolute value: how much it matters", "see unit"},
    {"standard_deviation", &outcomes::ScreeningRow::standard_deviation,
     "Of the elementary effects: how much depends on the other inputs", "see unit"},
};

}  // namespace minimasim::report
