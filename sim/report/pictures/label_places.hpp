#pragma once

#include <optional>
#include <vector>

#include "sim/report/pictures/canvas.hpp"

namespace minimasim::report::pictures {

// A text beside a dot; a line joins them where they are apart.
struct Label {
    Box box;
    Spot dot;
    bool is_apart;
    double burden;  // less is better
};

// Where texts may stand, what they must not cover and what they had better not.
struct Ground {
    FreeSpace space;
    std::vector<Box> lines;  // intervals and axes
    std::vector<Spot> dots;
    std::vector<Label> labels;  // with their dots, those that stand already
};

// How much of the lines a box would cover.
double burden_of(Ground const& ground, Box const& box);

// The place of a box that is nearest to a spot.
Spot nearest(Box const& box, Spot const& spot);

// The best free place for a text of this size around a dot, where there is one.
std::optional<Label> label_at(Ground const& ground, Spot const& spot, double width, double height);

}  // namespace minimasim::report::pictures
