#pragma once

#include <limits>
#include <string>
#include <vector>

#include "sim/report/html/element.hpp"
#include "sim/report/html/forecast_view.hpp"
#include "sim/report/html/table.hpp"

// The sections of the page of a forecast; one without figures is nothing. forecast_page.cpp lists them.
namespace minimasim::report::html {

// A figure in a year, or at the start where the year is before the first.
struct YearPoint {
    int year = 0;
    std::string name;
    outcomes::Interval value;
};

// A line through the years of anything that has an interval: an indicator, an account in euro.
struct YearLine {
    std::string key;  // no other line of the page has it
    std::string name;
    std::string axis_name;
    std::string unit;  // "share of ...", "euro ...", or a count
    forecast::Grade grade = forecast::Grade::founded;
    std::vector<YearPoint> points;
    double goal = std::numeric_limits<double>::quiet_NaN();
    std::string goal_name;
};

// The line with its band and its table; wide and narrow, or narrow alone for a grid of several.
Figure year_line(ForecastView const& view, YearLine const& line, bool in_both_shapes);

// A share of replicates: "37 %".
std::string chance_text(double chance, Language language);

// The share with problem debts of a package through the years, with the goal: a picture with its table.
Figure debts_figure(ForecastView const& view, forecast::PackageName const& package, bool in_both_shapes);

// Where problem debts land and the chance of their goal; what the marks beside numbers mean.
Html forecast_sentences(ForecastView const& view);
Html forecast_marks(ForecastView const& view);

Html forecast_answer(ForecastView const& view);
Html forecast_goals(ForecastView const& view);
// The goals for reach as one table, a line per scheme; in forecast_goals too.
Html forecast_reach(ForecastView const& view);
Html forecast_poverty(ForecastView const& view);
Html forecast_paths(ForecastView const& view);
Html forecast_help(ForecastView const& view);
Html forecast_places(ForecastView const& view);
Html forecast_needed(ForecastView const& view);
Html forecast_drivers(ForecastView const& view);
Html forecast_checks(ForecastView const& view);
// The back-cast of poverty below it: a picture and its steps; nothing where none was made.
Html forecast_poverty_back_cast(ForecastView const& view);
Html forecast_assumptions(ForecastView const& view);
Html forecast_method(ForecastView const& view);
Html forecast_not_yet(ForecastView const& view);
Html forecast_provenance(ForecastView const& view);

}  // namespace minimasim::report::html
