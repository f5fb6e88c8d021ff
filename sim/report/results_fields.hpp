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
};

inline constexpr Field<outcomes::Figure, std::string> figure_texts[] = {
    {"package", &outcomes::Figure::package, "Short name of the package"},
    {"outcome", &outcomes::Figure::outcome, "What is counted or added"},
    {"scheme", &outcomes::Figure::scheme, "Scheme the figure is about; empty for all together"},
    {"breakdown", &outcomes::Figure::breakdown, "What the figure is split by; total when it is not split"},
    {"cell", &outcomes::Figure::cell, "Category of the breakdown; empty for a total"},
    {"unit", &outcomes::Figure::unit, "Unit of the six numbers of the row"},
};

inline constexpr Field<outcomes::Figure, double> figure_numbers[] = {
    {"estimate", &outcomes::Figure::estimate, "Mean over the replicates", "see unit"},
    {"low", &outcomes::Figure::low, "5th percentile of the replicates", "see unit"},
    {"high", &outcomes::Figure::high, "95th percentile of the replicates", "see unit"},
    {"difference", &outcomes::Figure::difference, "Mean difference from the baseline", "see unit"},
    {"difference_low", &outcomes::Figure::difference_low, "5th percentile of the difference", "see unit"},
    {"difference_high", &outcomes::Figure::difference_high, "95th percentile of the difference", "see unit"},
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

}  // namespace minimasim::report
