#pragma once

#include <string>

#include "sim/report/html/element.hpp"
#include "sim/report/html/forecast_view.hpp"
#include "sim/report/html/table.hpp"

// The sections of the page of a forecast; one without figures is nothing. forecast_page.cpp lists them.
namespace minimasim::report::html {

// The share with problem debts of a package through the years, with the goal: a picture with its table.
Figure debts_figure(ForecastView const& view, forecast::PackageName const& package, bool in_both_shapes);

Html forecast_answer(ForecastView const& view);
Html forecast_goals(ForecastView const& view);
Html forecast_paths(ForecastView const& view);
Html forecast_help(ForecastView const& view);
Html forecast_places(ForecastView const& view);
Html forecast_needed(ForecastView const& view);
Html forecast_drivers(ForecastView const& view);
Html forecast_checks(ForecastView const& view);
Html forecast_assumptions(ForecastView const& view);
Html forecast_method(ForecastView const& view);
Html forecast_not_yet(ForecastView const& view);
Html forecast_provenance(ForecastView const& view);

}  // namespace minimasim::report::html
