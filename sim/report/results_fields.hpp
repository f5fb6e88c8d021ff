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

inline constexpr Field<outcomes::ExampleHousehold, std::string> example_texts[] = {
    {"id", &outcomes::ExampleHousehold::id, "Short name of the household"},
    {"title", &outcomes::ExampleHousehold::title, "Title in Dutch"},
    {"title_en", &outcomes::ExampleHousehold::title_en, "Title in English"},
};

inline constexpr Field<outcomes::ExampleValue, std::string> example_value_texts[] = {
    {"package", &outcomes::ExampleValue::package, "Short name of the package"},
    {"household", &outcomes::ExampleValue::household, "Short name of the household, as in examples"},
    {"value", &outcomes::ExampleValue::value, "What the number is, as in the answers of minimasim household"},
    {"unit", &outcomes::ExampleValue::unit, "Unit of the number"},
};

inline constexpr Field<outcomes::ExampleValue, double> example_value_numbers[] = {
    {"number", &outcomes::ExampleValue::number, "With everything claimed that the household is entitled to",
     "see unit"},
};

inline constexpr Field<outcomes::CurvePoint, std::string> curve_texts[] = {
    {"package", &outcomes::CurvePoint::package, "Short name of the package"},
    {"household", &outcomes::CurvePoint::household, "Short name of the household, as in examples"},
};

inline constexpr Field<outcomes::CurvePoint, double> curve_numbers[] = {
    {"wage_per_year", &outcomes::CurvePoint::wage_per_year, "Gross wage of the claimant", "euro_per_year"},
    {"disposable_income_per_year", &outcomes::CurvePoint::disposable_income_per_year,
     "What there is to spend, with the cash of the municipality", "euro_per_year"},
    {"municipal_support_per_year", &outcomes::CurvePoint::municipal_support_per_year,
     "What the municipal schemes give, in cash and in kind", "euro_per_year"},
};

inline constexpr Field<outcomes::BudgetLine, std::string> budget_line_texts[] = {
    {"scheme", &outcomes::BudgetLine::scheme, "Scheme or measure"},
    {"dutch_name", &outcomes::BudgetLine::dutch_name, "Name in Dutch"},
    {"english_name", &outcomes::BudgetLine::english_name, "Name in English"},
    {"task_field", &outcomes::BudgetLine::task_field,
     "Task field (taakveld) of the budget of a municipality (BBV)"},
    {"task_field_name", &outcomes::BudgetLine::task_field_name, "Name of the task field"},
    {"duration", &outcomes::BudgetLine::duration, "structural or incidental"},
    {"last_day", &outcomes::BudgetLine::last_day,
     "Last day of an incidental line (ISO 8601); empty where none is known"},
    {"payer", &outcomes::BudgetLine::payer, "municipality, state, water_board, province or partner"},
    {"budget_line", &outcomes::BudgetLine::budget_line,
     "existing, new or option in the policy note; empty where it is not in it"},
    {"source", &outcomes::BudgetLine::source, "Where this was found, and how sure it is"},
};

inline constexpr Field<outcomes::BudgetLine, double> budget_line_numbers[] = {
    {"budget_euro_per_year", &outcomes::BudgetLine::budget_euro_per_year,
     "Budget as published; NaN where none was", "euro_per_year"},
};

inline constexpr Field<outcomes::BudgetYear, std::string> budget_year_texts[] = {
    {"status", &outcomes::BudgetYear::status,
     "read, derived, estimated, or carried where the index path ends"},
    {"source", &outcomes::BudgetYear::source, "Where the rise of prices was found"},
};

inline constexpr Field<outcomes::BudgetYear, double> budget_year_numbers[] = {
    {"year", &outcomes::BudgetYear::year, "Year of the budget, the first one that of the law", "year"},
    {"price_index", &outcomes::BudgetYear::price_index, "Prices against those of the first year", "index"},
};

inline constexpr Field<outcomes::PublishedFigure, std::string> published_texts[] = {
    {"key", &outcomes::PublishedFigure::key, "Name of the figure, its own"},
    {"role", &outcomes::PublishedFigure::role,
     "margin and calibrate are fitted and prove nothing; check and compare are not used; identity is "
     "carried"},
    {"unit", &outcomes::PublishedFigure::unit, "Unit of the numbers"},
    {"year", &outcomes::PublishedFigure::year, "Year or day of what was published"},
    {"source", &outcomes::PublishedFigure::source, "Where it was published"},
    {"reason", &outcomes::PublishedFigure::reason, "Why the two differ, or why nothing is judged"},
};

inline constexpr Field<outcomes::PublishedFigure, double> published_numbers[] = {
    {"published", &outcomes::PublishedFigure::published, "What was published", "see unit"},
    {"low", &outcomes::PublishedFigure::low, "Lower end of what was published; NaN where there is none",
     "see unit"},
    {"high", &outcomes::PublishedFigure::high, "Upper end of what was published; NaN where there is none",
     "see unit"},
    {"model", &outcomes::PublishedFigure::model, "What the model says; NaN where it says nothing",
     "see unit"},
    {"model_low", &outcomes::PublishedFigure::model_low,
     "5th percentile of the replicates or members; NaN where there is none", "see unit"},
    {"model_high", &outcomes::PublishedFigure::model_high,
     "95th percentile of the replicates or members; NaN where there is none", "see unit"},
};

}  // namespace minimasim::report
