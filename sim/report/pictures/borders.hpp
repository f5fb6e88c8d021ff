#pragma once

#include <string>
#include <vector>

#include "sim/report/pictures/canvas.hpp"

namespace minimasim::report::pictures {

// The land of one area, as rings of which every second one within another is a hole.
struct Border {
    std::string code;
    std::string name;  // "" where the borders have none
    std::vector<Outline> rings;
};

struct Borders {
    std::vector<Border> areas;
    std::string attribution;  // whose they are, as they say themselves; "" where they do not
};

// Reads the polygons of a GeoJSON text that have a property `code` or an id, with their `name`. Degrees
// become lengths, and y runs down. Throws InputError for a text that is none.
Borders read_borders(std::string const& geo_json);

// The area with a code, else the one with that name; null where there is none.
Border const* find_border(Borders const& borders, std::string const& code_or_name);

bool is_inside(Border const& border, Spot const& spot);
double distance_to(Border const& border, Spot const& spot);  // of its outline
double size_of(Border const& border);                        // its area, in square units
Box frame_of(Border const& border);

}  // namespace minimasim::report::pictures
