#include "sim/population/panel/panel.hpp"

#include <algorithm>
#include <set>

#include "sim/population/evidence/collected.hpp"

namespace minimasim::population {

namespace {

constexpr double tenth = 0.1;
constexpr double point = 0.01;

std::vector<std::string> keys_of_measures()
{
    std::vector<std::string> keys;
    for (auto const& measure : panel_measures()) {
        keys.push_back(measure.first);
    }
    return keys;
}

}  // namespace

std::vector<PanelFigure> read_panel(std::filesystem::path const& file)
{
    std::vector<PanelFigure> figures;
    std::vector<Problem> problems;
    std::set<std::string> seen;
    for_each_record(file, problems, [&](input::Csv const& csv, input::Csv::Row const& row) {
        PanelFigure f;
        f.key = csv.cell(row, "key");
        f.description = csv.cell(row, "description");
        f.published = csv.number(row, "value");
        f.unit = csv.cell(row, "unit");
        f.year = csv.cell(row, "year");
        f.geography = csv.cell(row, "geography");
        f.source = csv.cell(row, "source");
        auto const& tolerance = csv.cell(row, "tolerance");
        if (panel_measures().count(f.key) == 0) {
            throw InputError({csv.problem(
                row, "no measure is called \"" + f.key + "\"" + did_you_mean(f.key, keys_of_measures()))});
        }
        if (!seen.insert(f.key).second) {
            throw InputError({csv.problem(row, f.key + " stands here a second time")});
        }
        if (f.published < 0) {
            throw InputError({csv.problem(row, f.key + " is below zero, and no figure of the panel can be")});
        }
        if (tolerance != "tenth" && tolerance != "point_or_tenth" && tolerance != "shown") {
            throw InputError(
                {csv.problem(row, "tolerance is \"" + tolerance + "\" (point_or_tenth, tenth or shown)")});
        }
        auto const& use = csv.cell(row, "use");
        if (use != "fitted" && use != "independent") {
            throw InputError(
                {csv.problem(row, "use is \"" + use +
                                      "\" (fitted or independent: what is fitted is no test of the fit)")});
        }
        f.is_fitted = use == "fitted";
        f.is_judged = tolerance != "shown";
        f.a_point_is_near = tolerance == "point_or_tenth";
        figures.push_back(f);
    });
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return figures;
}

std::vector<PanelRow> measure_panel(std::vector<PanelFigure> const& figures, Population const& population)
{
    std::vector<PanelRow> rows;
    for (auto const& figure : figures) {
        double const margin = std::max(tenth * figure.published, figure.a_point_is_near ? point : 0.0);
        rows.push_back({figure, figure.published - margin, figure.published + margin,
                        panel_measures().at(figure.key)(population)});
    }
    return rows;
}

}  // namespace minimasim::population
