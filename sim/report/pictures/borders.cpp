#include "sim/report/pictures/borders.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <numbers>

#include "sim/base/error.hpp"

namespace minimasim::report::pictures {

namespace {

using Json = nlohmann::json;

[[noreturn]] void refuse(std::string const& what)
{
    throw InputError("borders", 0, what + ": no map can be drawn");
}

Outline read_ring(Json const& ring)
{
    constexpr double farthest = 1e9;
    Outline spots;
    for (auto const& place : ring) {
        if (!place.is_array() || place.size() < 2 || !place[0].is_number() || !place[1].is_number()) {
            refuse("a place of a polygon is not two numbers");
        }
        Spot const spot{place[0].get<double>(), place[1].get<double>()};
        if (!(std::abs(spot.x) < farthest) || !(std::abs(spot.y) < farthest)) {
            refuse("a place of a polygon is not on earth");
        }
        spots.push_back(spot);
    }
    return spots;
}

void add_polygon(Json const& polygon, Border& border)
{
    if (!polygon.is_array()) {
        refuse("a polygon is not a list of rings");
    }
    for (auto const& ring : polygon) {
        if (!ring.is_array()) {
            refuse("a ring of a polygon is not a list of places");
        }
        auto spots = read_ring(ring);
        if (spots.size() >= 3) {
            border.rings.push_back(std::move(spots));
        }
    }
}

std::string text_of(Json const& object, char const* key)
{
    auto const found = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

Border read_area(Json const& feature)
{
    Border border;
    auto const properties = feature.find("properties");
    border.code = properties == feature.end() ? "" : text_of(*properties, "code");
    border.code = border.code.empty() ? text_of(feature, "id") : border.code;
    border.name = properties == feature.end() ? "" : text_of(*properties, "name");
    auto const geometry = feature.find("geometry");
    if (border.code.empty() || geometry == feature.end() || !geometry->is_object()) {
        return border;
    }
    auto const places = geometry->find("coordinates");
    auto const type = text_of(*geometry, "type");
    if (places == geometry->end() || !places->is_array()) {
        return border;
    }
    if (type == "Polygon") {
        add_polygon(*places, border);
    } else if (type == "MultiPolygon") {
        for (auto const& polygon : *places) {
            add_polygon(polygon, border);
        }
    }
    return border;
}

template <class Change>
void change_all(Borders& borders, Change const& change)
{
    for (auto& area : borders.areas) {
        for (auto& ring : area.rings) {
            for (auto& spot : ring) {
                change(spot);
            }
        }
    }
}

// Degrees of longitude are shorter than those of latitude, by the cosine of the latitude.
void flatten(Borders& borders)
{
    bool are_degrees = true;
    double lowest = 90;
    double highest = -90;
    change_all(borders, [&](Spot const& spot) {
        are_degrees = are_degrees && std::abs(spot.x) <= 180 && std::abs(spot.y) <= 90;
        lowest = std::min(lowest, spot.y);
        highest = std::max(highest, spot.y);
    });
    double const width = are_degrees ? std::cos((lowest + highest) / 2 * std::numbers::pi / 180) : 1;
    change_all(borders, [&](Spot& spot) {
        spot.x *= width;
        spot.y = -spot.y;
    });
}

double distance(Spot const& from, Spot const& to, Spot const& spot)
{
    double const dx = to.x - from.x;
    double const dy = to.y - from.y;
    double const square = dx * dx + dy * dy;
    double const along = square > 0 ? ((spot.x - from.x) * dx + (spot.y - from.y) * dy) / square : 0;
    double const part = std::clamp(along, 0.0, 1.0);
    return std::hypot(from.x + part * dx - spot.x, from.y + part * dy - spot.y);
}

// Does something with both ends of every side of an area.
template <class Side>
void each_side(Border const& border, Side const& side)
{
    for (auto const& ring : border.rings) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            side(ring[i], ring[(i + 1) % ring.size()]);
        }
    }
}

}  // namespace

Borders read_borders(std::string const& geo_json)
{
    auto const document = Json::parse(geo_json, nullptr, false);
    if (!document.is_object()) {
        refuse("this is not GeoJSON");
    }
    auto const features = document.find("features");
    if (features == document.end() || !features->is_array()) {
        refuse("this GeoJSON has no features");
    }
    Borders borders;
    for (auto const& feature : *features) {
        if (!feature.is_object()) {
            refuse("a feature is not an object");
        }
        auto border = read_area(feature);
        if (!border.rings.empty()) {
            borders.areas.push_back(std::move(border));
        }
    }
    borders.attribution = text_of(document, "attribution");
    if (borders.attribution.empty()) {
        borders.attribution = text_of(document, "source");
    }
    flatten(borders);
    return borders;
}

Border const* find_border(Borders const& borders, std::string const& code_or_name)
{
    for (auto const part : {&Border::code, &Border::name}) {
        for (auto const& area : borders.areas) {
            if (!code_or_name.empty() && area.*part == code_or_name) {
                return &area;
            }
        }
    }
    return nullptr;
}

bool is_inside(Border const& border, Spot const& spot)
{
    bool inside = false;
    each_side(border, [&](Spot const& a, Spot const& b) {
        if ((a.y > spot.y) != (b.y > spot.y) && spot.x < a.x + (spot.y - a.y) / (b.y - a.y) * (b.x - a.x)) {
            inside = !inside;
        }
    });
    return inside;
}

double distance_to(Border const& border, Spot const& spot)
{
    double least = std::numeric_limits<double>::infinity();
    each_side(border, [&](Spot const& a, Spot const& b) { least = std::min(least, distance(a, b, spot)); });
    return least;
}

double size_of(Border const& border)
{
    double size = 0;
    for (auto const& ring : border.rings) {
        double twice = 0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            auto const& a = ring[i];
            auto const& b = ring[(i + 1) % ring.size()];
            twice += a.x * b.y - b.x * a.y;
        }
        size = std::max(size, std::abs(twice) / 2);
    }
    return size;
}

Box frame_of(Border const& border)
{
    constexpr double far = std::numeric_limits<double>::infinity();
    Box box{far, far, -far, -far};
    each_side(border, [&](Spot const& a, Spot const&) {
        box = {std::min(box.left, a.x), std::min(box.top, a.y), std::max(box.right, a.x),
               std::max(box.bottom, a.y)};
    });
    return box;
}

}  // namespace minimasim::report::pictures
