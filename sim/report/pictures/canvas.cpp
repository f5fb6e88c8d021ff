#include "sim/report/pictures/canvas.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/report/pictures/text_width.hpp"
#include "sim/report/svg.hpp"

namespace minimasim::report::pictures {

namespace {

// To a tenth of a unit, which no eye sees.
std::string number(double value)
{
    return svg::number(std::round(value * 10) / 10);
}

std::string place(char const* name, double value)
{
    return std::string(" ") + name + "=\"" + number(value) + "\"";
}

template <class Look>
std::string look_of(Look const& look)
{
    return std::string(" class=\"") + look.classes + "\" " + look.attributes;
}

std::string corners(Box const& box)
{
    return place("x", box.left) + place("y", box.top) + place("width", std::max(0.0, box.right - box.left)) +
           place("height", std::max(0.0, box.bottom - box.top));
}

// Lines from spot to spot; `end` closes each of them or does not.
std::string path(std::vector<Outline> const& rings, char const* end)
{
    std::string text;
    for (auto const& ring : rings) {
        char const* command = "M";
        for (auto const& spot : ring) {
            text += command + number(spot.x) + "," + number(spot.y);
            command = "L";
        }
        text += ring.empty() ? "" : end;
    }
    return text;
}

// A tile of a hatch: its ground, and what is drawn on it.
struct Tile {
    Hatch hatch;
    char const* name;
    char const* ground;
    char const* drawing;
};

constexpr double tile_size = 6;
constexpr std::array<Tile, 7> tiles{{
    {Hatch::none, "none", "#fff", "M0,3H6"},
    {Hatch::plain, "plain", "#f1f6f9", ""},
    {Hatch::dots, "dots", "#dde9f1", "M2.2,3H3.8"},
    {Hatch::lines, "lines", "#c3d9e7", "M-1,1L1,-1M0,6L6,0M5,7L7,5"},
    {Hatch::crossed, "crossed", "#8fb4cd", "M-1,1L1,-1M0,6L6,0M5,7L7,5M-1,5L1,7M0,0L6,6M5,-1L7,1"},
    {Hatch::solid, "solid", "#0a5a8c", ""},
    {Hatch::strokes, "strokes", "#fff", "M-1,1L1,-1M0,6L6,0M5,7L7,5"},
}};

// Letters, digits and hyphens stay; all else becomes a number, so that two keys never give one id.
std::string id_part(std::string_view key)
{
    constexpr char const* digits = "0123456789abcdef";
    std::string text;
    for (char const c : key) {
        bool const is_plain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        if (is_plain) {
            text += c;
        } else {
            auto const byte = static_cast<unsigned char>(c);
            text += {'_', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return text;
}

}  // namespace

Box text_box(double x, double baseline, std::string_view content, Anchor anchor, TextLook const& look)
{
    constexpr double above = 0.8;  // of the font size: the height of letters, and what hangs below the line
    constexpr double below = 0.22;
    double const width = width_of(content, look);
    double const left = anchor == Anchor::start ? x : anchor == Anchor::end ? x - width : x - width / 2;
    return {left, baseline - above * look.size, left + width, baseline + below * look.size};
}

std::string Canvas::text_of(std::vector<Group> const& groups)
{
    std::string text;
    for (auto const& group : groups) {
        text += "<g" + look_of(group) + ">\n" + group.elements + "</g>\n";
    }
    return text;
}

void Canvas::add_shape(MarkLook const& look, std::string const& element)
{
    if (shapes_.empty() || shapes_.back().classes != look.classes) {
        shapes_.push_back({look.classes, look.attributes, ""});
    }
    shapes_.back().elements += element + "/>\n";
}

void Canvas::line(Spot from, Spot to, MarkLook const& look)
{
    add_shape(look,
              "<line" + place("x1", from.x) + place("y1", from.y) + place("x2", to.x) + place("y2", to.y));
}

void Canvas::rectangle(Box const& box, MarkLook const& look)
{
    add_shape(look, "<rect" + corners(box));
}

void Canvas::rectangle(Box const& box, MarkLook const& look, Hatch hatch)
{
    add_shape(look, "<rect" + fill_of(hatch) + corners(box));
}

void Canvas::circle(Spot middle, double radius, MarkLook const& look)
{
    add_shape(look, "<circle" + place("cx", middle.x) + place("cy", middle.y) + place("r", radius));
}

void Canvas::diamond(Spot middle, double radius, MarkLook const& look)
{
    auto const [x, y] = middle;
    polygon({{{x - radius, y}, {x, y - radius}, {x + radius, y}, {x, y + radius}}}, look);
}

void Canvas::polyline(Outline const& spots, MarkLook const& look)
{
    add_shape(look, "<path d=\"" + path({spots}, "") + "\"");
}

void Canvas::lines(std::vector<Outline> const& lines, MarkLook const& look)
{
    if (!lines.empty()) {
        add_shape(look, "<path d=\"" + path(lines, "") + "\"");
    }
}

void Canvas::polygon(std::vector<Outline> const& rings, MarkLook const& look)
{
    add_shape(look, "<path d=\"" + path(rings, "Z") + "\"");
}

void Canvas::polygon(std::vector<Outline> const& rings, MarkLook const& look, Hatch hatch)
{
    add_shape(look, "<path" + fill_of(hatch) + " fill-rule=\"evenodd\" d=\"" + path(rings, "Z") + "\"");
}

void Canvas::text(Spot spot, std::string const& content, Anchor anchor, TextLook const& look,
                  std::string const& full)
{
    if (content.empty()) {
        return;
    }
    auto group = std::find_if(texts_.begin(), texts_.end(),
                              [&](Group const& known) { return known.attributes == look.attributes; });
    if (group == texts_.end()) {
        texts_.push_back({look.classes, look.attributes, ""});
        group = texts_.end() - 1;
    }
    char const* const side = anchor == Anchor::start ? ""
                             : anchor == Anchor::end ? " text-anchor=\"end\""
                                                     : " text-anchor=\"middle\"";
    group->elements += "<text" + place("x", spot.x) + place("y", spot.y) + side + ">";
    auto const shown = printable(content);
    auto const whole = printable(full);
    if (!whole.empty() && whole != shown) {
        group->elements += "<title>" + svg::escaped(whole) + "</title>";
    }
    group->elements += svg::escaped(shown) + "</text>\n";
}

void Canvas::backed_text(Spot spot, std::string const& content, Anchor anchor, TextLook const& look,
                         std::string const& full)
{
    auto const box = text_box(spot.x, spot.y, content, anchor, look);
    constexpr double beyond = 3;  // as far as the line of a font with long strokes reaches
    double const right = std::min(width(), box.right + beyond);
    backings_ += "<rect" +
                 corners({std::max(0.0, box.left - beyond), box.top - beyond, right, box.bottom + beyond}) +
                 "/>\n";
    text(spot, content, anchor, look, full);
}

std::string Canvas::id_of(std::string_view part) const
{
    return "picture-" + id_part(caption_.key) + (is_wide() ? "-wide-" : "-narrow-") + std::string(part);
}

std::string Canvas::fill_of(Hatch hatch)
{
    auto const& tile = tiles[static_cast<std::size_t>(hatch)];
    auto const id = id_of(tile.name);
    if (std::find(known_.begin(), known_.end(), hatch) == known_.end()) {
        known_.push_back(hatch);
        auto const size = number(tile_size);
        patterns_ += "<pattern id=\"" + id + "\" width=\"" + size + "\" height=\"" + size +
                     "\" patternUnits=\"userSpaceOnUse\"><rect class=\"picture-ground picture-ground-" +
                     tile.name + "\" width=\"" + size + "\" height=\"" + size + "\" fill=\"" + tile.ground +
                     "\"/>";
        if (*tile.drawing != 0) {
            patterns_ += "<path" + look_of(hatch == Hatch::none ? look::hatch_quiet : look::hatch) + " d=\"" +
                         tile.drawing + "\"/>";
        }
        patterns_ += "</pattern>\n";
    }
    return " fill=\"url(#" + id + ")\"";
}

std::string Canvas::document(double height, std::string const& figures) const
{
    auto const size_w = number(width());
    auto const size_h = number(std::ceil(height));
    auto const title = id_of("title");
    auto const description = id_of("description");
    auto const& words = caption_.description.empty() ? figures : caption_.description;
    std::string text = std::string("<svg class=\"picture ") +
                       (is_wide() ? "picture-wide" : "picture-narrow") +
                       "\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"" + title +
                       " " + description + "\" lang=\"" + in(language_, "nl", "en") + "\" width=\"" + size_w +
                       "\" height=\"" + size_h + "\" viewBox=\"0 0 " + size_w + " " + size_h +
                       "\" font-family=\"Arial, Helvetica, sans-serif\">\n";
    text += "<title id=\"" + title + "\">" + svg::escaped(printable(caption_.title)) + "</title>\n";
    text += "<desc id=\"" + description + "\">" + svg::escaped(printable(words)) + "</desc>\n";
    text += patterns_.empty() ? "" : "<defs>\n" + patterns_ + "</defs>\n";
    text += "<rect" + look_of(look::background) + corners({0, 0, width(), std::ceil(height)}) + "/>\n";
    text += text_of(shapes_);
    text += backings_.empty() ? "" : text_of({{look::backing.classes, look::backing.attributes, backings_}});
    return text + text_of(texts_) + "</svg>\n";
}

}  // namespace minimasim::report::pictures
