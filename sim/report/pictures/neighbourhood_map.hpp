#pragma once

#include <string>
#include <vector>

#include "sim/report/number_text.hpp"
#include "sim/report/pictures/caption.hpp"

namespace minimasim::report::pictures {

// A neighbourhood with its figure. One that is no number shows `note` in its place ("< 10").
struct MapArea {
    std::string code;  // as in the borders: WK010601, or the name that they give it
    std::string name;
    Interval value;
    std::string note;
};

struct NeighbourhoodMap {
    Caption caption;
    std::string value_name;  // "huishoudens met recht, van elke 100"
    Quantity quantity = Quantity::count;
    std::string borders;  // GeoJSON: polygons with a property `code` (or an `id`), in degrees or in metres
    std::string attribution;  // whose borders: "" takes `attribution` or `source` from the borders themselves
    std::vector<MapArea> areas;
};

// A map with a tint and a hatch for every class of values, the names and figures beside it, and whose borders
// they are. Borders of other areas and areas without borders are left out of the map, the latter not of the
// list. "" when there are no borders at all; throws InputError when they are no GeoJSON.
std::string neighbourhood_map(NeighbourhoodMap const& figures, Language language);

}  // namespace minimasim::report::pictures
