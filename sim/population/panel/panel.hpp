#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/population/population.hpp"

namespace minimasim::population {

// A published national figure that a population should resemble.
struct PanelFigure {
    std::string key;
    std::string description;
    double published = 0;
    std::string unit;  // share, years, euro, ratio
    std::string year;
    std::string geography;
    bool is_judged = true;         // false: shown beside the model, whose definition is another
    bool a_point_is_near = false;  // a share within one percentage point is near enough; else a tenth
    // The table is fitted (in the national prior, as an estimate of the municipality, or by the amounts), so
    // the row shows only that the program does what it says; the others are not used.
    bool is_fitted = false;
    std::string source;  // file under data/
};

// A figure beside what a population says. `low` and `high` are the tolerance: a tenth of the published value,
// and for shares at least one percentage point.
struct PanelRow {
    PanelFigure figure;
    double low = 0;
    double high = 0;
    double model = 0;

    bool is_met() const { return model >= low && model <= high; }
};

// Reads data/margins/panel.csv. Throws InputError with all its problems: an unknown key, tolerance or use, a
// key twice, a published value below zero.
std::vector<PanelFigure> read_panel(std::filesystem::path const& file);

// What a population says about one figure.
using PanelMeasure = std::function<double(Population const&)>;

// Every measure by its key.
std::map<std::string, PanelMeasure> const& panel_measures();

// The panel of a population, in the order of the file.
std::vector<PanelRow> measure_panel(std::vector<PanelFigure> const& figures, Population const& population);

}  // namespace minimasim::population
