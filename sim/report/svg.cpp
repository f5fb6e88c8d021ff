#include "sim/report/svg.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace minimasim::report::svg {

namespace {

std::string attribute(std::string_view name, std::string_view value)
{
    return " " + std::string(name) + "=\"" + escaped(value) + "\"";
}

std::string place(std::string_view name, double value)
{
    return attribute(name, number(value));
}

}  // namespace

std::string escaped(std::string_view text)
{
    std::string result;
    for (char const c : text) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') {
                    result += c;
                }
        }
    }
    return result;
}

std::string number(double value)
{
    std::array<char, 400> buffer{};
    auto const result =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 2);
    std::string text(buffer.data(), result.ptr);
    text.erase(text.find_last_not_of('0') + 1);
    if (!text.empty() && text.back() == '.') {
        text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::string line(double x1, double y1, double x2, double y2, std::string_view style)
{
    return "<line" + place("x1", x1) + place("y1", y1) + place("x2", x2) + place("y2", y2) +
           attribute("class", style) + "/>\n";
}

std::string circle(double x, double y, double radius, std::string_view style)
{
    return "<circle" + place("cx", x) + place("cy", y) + place("r", radius) + attribute("class", style) +
           "/>\n";
}

std::string diamond(double x, double y, double radius, std::string_view style)
{
    auto const corner = [](double cx, double cy) { return number(cx) + "," + number(cy) + " "; };
    auto const corners =
        corner(x - radius, y) + corner(x, y - radius) + corner(x + radius, y) + corner(x, y + radius);
    return "<polygon" + attribute("points", corners.substr(0, corners.size() - 1)) +
           attribute("class", style) + "/>\n";
}

std::string text(double x, double y, std::string_view content, std::string_view anchor,
                 std::string_view style)
{
    return "<text" + place("x", x) + place("y", y) + attribute("text-anchor", anchor) +
           attribute("class", style) + ">" + escaped(content) + "</text>\n";
}

std::vector<double> axis_ticks(double low, double high, int most)
{
    double const least_step = (high - low) / most;
    double const power = std::pow(10.0, std::floor(std::log10(least_step)));
    double step = 10 * power;
    for (double const factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= least_step * (1 - 1e-9)) {
            step = factor * power;
            break;
        }
    }
    std::vector<double> ticks;
    auto const first = static_cast<long>(std::floor(low / step + 1e-9));
    auto const last = static_cast<long>(std::ceil(high / step - 1e-9));
    for (long i = first; i <= last; ++i) {
        ticks.push_back(static_cast<double>(i) * step);
    }
    return ticks;
}

}  // namespace minimasim::report::svg
