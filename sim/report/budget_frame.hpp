#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "sim/report/budget_curve.hpp"
#include "sim/report/free_space.hpp"
#include "sim/report/number_text.hpp"
#include "sim/report/svg.hpp"

// What the parts of the picture of a budget curve share: places in pixels, scales, and shapes of more than
// two points.
namespace minimasim::report::budget {

inline constexpr double width = 640;
inline constexpr double left = 74;
inline constexpr double right = 622;
inline constexpr double line_height = 19;
inline constexpr double letter_width = 8.2;  // of the labels, about

inline std::string shape(char const* element, std::string const& points, std::string const& attributes)
{
    return std::string("<") + element + " points=\"" + points + "\" " + attributes + "/>\n";
}

inline std::string classed(char const* look)
{
    return std::string("class=\"") + look + "\"";
}

inline std::string corner(double x, double y)
{
    return svg::number(std::round(x * 10) / 10) + "," + svg::number(std::round(y * 10) / 10) + " ";
}

inline std::string corners(std::vector<double> const& xs, Heights const& ys)
{
    std::string text;
    for (std::size_t i = 0; i < xs.size(); ++i) {
        text += corner(xs[i], ys[i]);
    }
    return text;
}

inline std::string rectangle(Box const& box, std::string const& attributes)
{
    return "<rect x=\"" + svg::number(box.left) + "\" y=\"" + svg::number(box.top) + "\" width=\"" +
           svg::number(box.right - box.left) + "\" height=\"" + svg::number(box.bottom - box.top) + "\" " +
           attributes + "/>\n";
}

inline double width_of(std::string const& text)
{
    return letter_width * static_cast<double>(display_width(text));
}

// Turns an amount into a place.
struct Scale {
    double low = 0;
    double high = 1;
    double from = 0;  // pixel of low
    double to = 1;

    double operator()(double value) const { return from + (value - low) / (high - low) * (to - from); }
};

// Shapes lie below the vertical marks, texts above them.
struct Layers {
    std::string shapes;
    std::string texts;
};

// The curves with their horizontal scale and the points that are drawn.
struct Frame {
    BudgetCurves const& curves;
    Language language;
    std::string prefix;  // a name for patterns and titles that no other drawing of a page has
    Scale x;
    std::vector<std::size_t> drawn;  // indices of points
    std::vector<double> xs;          // their places

    char const* in(char const* dutch, char const* english) const
    {
        return report::in(language, dutch, english);
    }
    std::string euro(double value) const { return exact_euro_text(value, language); }
};

}  // namespace minimasim::report::budget
