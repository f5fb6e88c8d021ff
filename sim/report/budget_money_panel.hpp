#pragma once

#include "sim/report/budget_frame.hpp"

namespace minimasim::report::budget {

inline constexpr double money_height = 330;

// A band of the stack: a kind of money with a texture of its own.
struct Band {
    CurvePart::Kind kind;
    char const* look;
    char const* dutch;
    char const* english;
};

// The upper panel, drawn from y = 0 down to money_height.
struct MoneyPanel {
    Layers layers;
    std::vector<Band const*> in_key;  // the bands too thin to hold their name, from the lowest up
};

MoneyPanel money_panel(Frame const& frame);

// The textures of the bands, for print in black and white as well; a band is filled with `band_fill`.
std::string patterns(std::string const& prefix);
std::string band_fill(std::string const& prefix, Band const& band);

}  // namespace minimasim::report::budget
