#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/report/csv_table.hpp"
#include "sim/report/language.hpp"

namespace minimasim::report {

// The amount that runs from low to high along a budget curve.
struct SweptAmount {
    std::string key;         // as written: wage_per_year, partner.wage_per_year
    std::string dutch;       // "een loon"
    std::string english;     // "a wage"
    std::string unit;        // euro, euro_per_month, euro_per_year, years
    bool is_income = false;  // of an income there is a marginal rate
};

// One part of what a household has, a month.
struct CurvePart {
    enum class Kind { net_income, assistance, allowance, cash_scheme, in_kind_scheme };

    std::string column;  // in the CSV file
    std::string dutch;
    std::string english;
    Kind kind = Kind::net_income;
};

struct CurvePoint {
    double amount = 0;  // of what is swept, in its own unit
    double gross_income_per_year = 0;
    std::vector<double> parts;  // as received, euro a month, in the order of BudgetCurves::parts
    double disposable_income_per_month = 0;
    double resources_per_month = 0;  // with the schemes in kind counted as money
    double share_of_norm = 0;
    double poverty_line_per_month = 0;
    double poverty_gap_per_month = 0;
    double marginal_rate = 0;  // share of the last step's rise that is lost again; NaN at the first point
    double marginal_rate_with_in_kind = 0;
};

// The highest amount at which income is not above a share of the norm, to the cent.
struct NormMark {
    double share = 0;
    double amount = 0;
};

// A fall of resources within one cent of what is swept.
struct CurveCliff {
    double amount = 0;  // the last one before the fall
    double share_of_norm = 0;
    double fall_per_year = 0;          // of resources, in kind included
    double cash_fall_per_year = 0;     // of disposable income alone
    std::vector<std::size_t> ending;   // parts that are nothing after it
    std::vector<std::size_t> falling;  // parts of which something is left
    bool is_net = false;               // something else rises there
};

// The curve under one package.
struct PackageCurve {
    std::string id;
    std::string title;
    std::string title_en;
    std::vector<CurvePoint> points;
    std::vector<NormMark> norm_marks;
    std::vector<CurveCliff> cliffs;
};

// What a household has to spend at every amount; current policy first.
struct BudgetCurves {
    std::string household;  // id
    std::string title;
    std::string title_en;
    std::string date;  // of the law
    SweptAmount swept;
    std::vector<CurvePart> parts;
    std::vector<PackageCurve> packages;
};

// One row a point and package; rates in per cent.
CsvTable curve_table(BudgetCurves const& curves);

// Points, marks and cliffs of every package as one JSON document.
std::string curve_json(BudgetCurves const& curves);

// "bij een loon van € 21.834,17 per jaar (130 % van de norm) vervalt Kindpakket: € 590 per jaar minder".
std::string cliff_sentence(BudgetCurves const& curves, CurveCliff const& cliff, Language language);

// The parts a cliff takes: "Kindpakket en Volwassenenfonds vervallen, Huurtoeslag daalt".
std::string lost_parts(BudgetCurves const& curves, CurveCliff const& cliff, Language language);

// "€ 21.834,17 per jaar", by the unit of what is swept.
std::string swept_text(SweptAmount const& swept, double amount, int decimals, Language language);

// "een loon" without its article.
std::string noun_of(SweptAmount const& swept, Language language);

}  // namespace minimasim::report
