#include "sim/report/pictures/neighbourhood_map.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "sim/report/pictures/borders.hpp"
#include "sim/report/pictures/row_plot.hpp"
#include "sim/report/pictures/scale.hpp"
#include "sim/report/pictures/text_width.hpp"
#include "sim/report/svg.hpp"

namespace minimasim::report::pictures {

namespace {

constexpr double edge = 2;
constexpr double line_height = 16;
constexpr std::size_t most_classes = 5;

// Values between two limits look the same.
struct ValueClass {
    double low;
    double high;
    Hatch hatch;
};

// At most five classes between round values, from light to dark.
std::vector<ValueClass> classes_of(Extent const& extent)
{
    constexpr std::array<Hatch, most_classes> hatches{Hatch::plain, Hatch::dots, Hatch::lines, Hatch::crossed,
                                                      Hatch::solid};
    if (extent.is_empty) {
        return {};
    }
    if (!(extent.low < extent.high)) {
        return {{extent.low, extent.high, Hatch::lines}};
    }
    std::vector<double> limits;
    for (int steps = static_cast<int>(most_classes); steps > 0; --steps) {
        limits = svg::axis_ticks(extent.low, extent.high, steps);
        if (limits.size() <= most_classes + 1) {
            break;
        }
    }
    std::vector<ValueClass> classes;
    auto const count = std::min(limits.size() - 1, most_classes);
    for (std::size_t i = 0; i < count; ++i) {
        auto const hatch = count == 1 ? 2 : i * (most_classes - 1) / (count - 1);
        classes.push_back({limits[i], limits[i + 1], hatches[hatch]});
    }
    return classes;
}

Hatch hatch_of(std::vector<ValueClass> const& classes, double value)
{
    if (!is_drawable(value) || classes.empty()) {
        return Hatch::none;
    }
    auto hatch = classes.front().hatch;
    for (auto const& one : classes) {
        hatch = value >= one.low ? one.hatch : hatch;
    }
    return hatch;
}

// An area of the map: its figure, its number in the list, and its land in the drawing.
struct Area {
    MapArea const* area;
    std::size_t number;
    std::string value;
    Border land;
};

class MapDrawing {
  public:
    MapDrawing(NeighbourhoodMap const& figures, Borders borders, Language language)
        : figures_(figures),
          language_(language),
          canvas_(figures.caption, language),
          borders_(std::move(borders))
    {
        std::vector<MapArea const*> order;
        Extent extent;
        for (auto const& area : figures.areas) {
            order.push_back(&area);
            extent.add(is_drawable(area.value.estimate) ? area.value.estimate : extent.low);
        }
        std::stable_sort(order.begin(), order.end(), [](MapArea const* a, MapArea const* b) {
            bool const has_a = is_drawable(a->value.estimate);
            bool const has_b = is_drawable(b->value.estimate);
            return has_a != has_b ? has_a : has_a && a->value.estimate > b->value.estimate;
        });
        for (auto const* area : order) {
            areas_.push_back({area, areas_.size() + 1, value_of(*area), {}});
        }
        classes_ = classes_of(extent);
    }

    std::string text()
    {
        double const top = draw_legend();
        double const map_width = canvas_.is_wide() ? 400 : canvas_.width() - 2 * edge;
        double const map_bottom = draw_map(top, map_width);
        double const list_bottom =
            canvas_.is_wide() ? draw_list(map_width + 24, top) : draw_list(edge, map_bottom + 8);
        double y = std::max(map_bottom, list_bottom) + 6;
        auto const attribution = figures_.attribution.empty() ? borders_.attribution : figures_.attribution;
        if (!attribution.empty()) {
            auto const words = printable(in(language_, "Grenzen: ", "Borders: ") + attribution);
            for (auto const& line : lines_of(words, canvas_.width() - 2 * edge, look::quiet, 3)) {
                canvas_.text({edge, y + 12}, line, Anchor::start, look::quiet, words);
                y += line_height;
            }
        }
        return canvas_.document(y + 4, words_);
    }

  private:
    std::string value_of(MapArea const& area) const
    {
        if (is_drawable(area.value.estimate)) {
            return value_words(figures_.quantity, drawable(area.value), false, language_);
        }
        return area.note.empty() ? in(language_, "geen cijfer", "no figure") : printable(area.note);
    }

    double draw_legend()
    {
        double y = 0;
        auto const name = printable(figures_.value_name);
        for (auto const& line : lines_of(name, canvas_.width() - 2 * edge, look::quiet, 2)) {
            canvas_.text({edge, y + 12}, line, Anchor::start, look::quiet, name);
            y += line_height;
        }
        std::vector<Key> keys;
        for (auto const& one : classes_) {
            double const step = std::max(one.high - one.low, std::abs(one.low) * 1e-6);
            auto const low = tick_text(figures_.quantity, one.low, step, language_);
            auto const words = one.low < one.high
                                   ? low + in(language_, " tot ", " to ") +
                                         tick_text(figures_.quantity, one.high, step, language_)
                                   : low;
            keys.push_back(hatch_key(words, one.hatch));
        }
        bool const has_missing = std::any_of(areas_.begin(), areas_.end(), [](Area const& area) {
            return !is_drawable(area.area->value.estimate);
        });
        if (has_missing) {
            keys.push_back(hatch_key(in(language_, "geen of te klein", "none or too small"), Hatch::none));
        }
        return draw_keys(canvas_, keys, edge, y + 4) + 4;
    }

    static Key hatch_key(std::string const& words, Hatch hatch)
    {
        return {words,
                [hatch](Canvas& canvas, Box const& box) { canvas.rectangle(box, look::border, hatch); }};
    }

    // Land in the units of the drawing, as large as fits; the result is where the map ends.
    double draw_map(double top, double width)
    {
        constexpr double highest = 480;
        Extent xs;
        Extent ys;
        for (auto& area : areas_) {
            auto const* border = find_border(borders_, area.area->code);
            if (border == nullptr) {
                continue;
            }
            area.land = *border;
            auto const box = frame_of(area.land);
            xs.add(box.left);
            xs.add(box.right);
            ys.add(box.top);
            ys.add(box.bottom);
        }
        if (!(xs.low < xs.high) || !(ys.low < ys.high)) {
            return top;
        }
        double const scale = std::min((width - 2) / (xs.high - xs.low), highest / (ys.high - ys.low));
        for (auto& area : areas_) {
            for (auto& ring : area.land.rings) {
                for (auto& spot : ring) {
                    spot = {edge + (spot.x - xs.low) * scale, top + (spot.y - ys.low) * scale};
                }
            }
            if (!area.land.rings.empty()) {
                layers_.push_back(&area);
            }
        }
        // The larger below, so that an area within another is seen.
        std::stable_sort(layers_.begin(), layers_.end(),
                         [](Area const* a, Area const* b) { return size_of(a->land) > size_of(b->land); });
        for (auto const* area : layers_) {
            canvas_.polygon(area->land.rings, look::border, hatch_of(classes_, area->area->value.estimate));
        }
        for (auto const* area : layers_) {
            draw_label(*area);
        }
        return top + (ys.high - ys.low) * scale + 4;
    }

    bool is_on_top(Area const& area, Spot const& spot) const
    {
        Area const* top = nullptr;
        for (auto const* other : layers_) {
            top = is_inside(other->land, spot) ? other : top;
        }
        return top == &area;
    }

    bool fits(Area const& area, Box const& box) const
    {
        for (double const x : {box.left, (box.left + box.right) / 2, box.right}) {
            for (double const y : {box.top, (box.top + box.bottom) / 2, box.bottom}) {
                if (!is_on_top(area, {x, y})) {
                    return false;
                }
            }
        }
        return true;
    }

    bool is_free(Box const& box) const
    {
        bool const is_in_picture = box.left >= 0 && box.right <= canvas_.width() && box.top >= 0;
        return is_in_picture && std::none_of(taken_.begin(), taken_.end(), [&](Box const& other) {
                   return box.left < other.right && other.left < box.right && box.top < other.bottom &&
                          other.top < box.bottom;
               });
    }

    // Places on a grid over an area, those farthest from any border first.
    std::vector<Spot> places_in(Area const& area) const
    {
        constexpr int places = 18;
        auto const box = frame_of(area.land);
        std::vector<std::pair<double, Spot>> found;
        for (int i = 0; i < places; ++i) {
            for (int j = 0; j < places; ++j) {
                Spot const spot{box.left + (i + 0.5) / places * (box.right - box.left),
                                box.top + (j + 0.5) / places * (box.bottom - box.top)};
                if (!is_on_top(area, spot)) {
                    continue;
                }
                double distance = distance_to(area.land, spot);
                for (auto const* other : layers_) {
                    distance = std::min(distance, distance_to(other->land, spot));
                }
                found.emplace_back(distance, spot);
            }
        }
        std::stable_sort(found.begin(), found.end(),
                         [](auto const& a, auto const& b) { return a.first > b.first; });
        std::vector<Spot> spots;
        for (auto const& [distance, spot] : found) {
            spots.push_back(spot);
        }
        return spots;
    }

    // The number with name and figure where there is room, else the number alone.
    void draw_label(Area const& area)
    {
        auto const places = places_in(area);
        auto const number = std::to_string(area.number);
        auto const name = printable(area.area->name);
        constexpr double widest = 120;
        auto const full = number + "\u00a0" + name;
        if (width_of(full, look::strong_small) <= widest &&
            draw_lines(area, {full, area.value}, places, true)) {
            return;
        }
        if (!draw_lines(area, {number}, places, true)) {
            draw_lines(area, {number}, places, false);
        }
    }

    bool draw_lines(Area const& area, std::vector<std::string> const& lines, std::vector<Spot> const& places,
                    bool must_fit)
    {
        auto const look_of = [](std::size_t line) -> TextLook const& {
            return line == 0 ? look::strong_small : look::quiet;
        };
        double half = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            half = std::max(half, width_of(lines[i], look_of(i)) / 2 + 2);
        }
        double const height = 15 * static_cast<double>(lines.size());
        for (auto const& place : places) {
            Box const box{place.x - half, place.y - height / 2, place.x + half, place.y + height / 2};
            if (!is_free(box) || (must_fit && !fits(area, box))) {
                continue;
            }
            taken_.push_back(box);
            for (std::size_t i = 0; i < lines.size(); ++i) {
                canvas_.backed_text({place.x, box.top + 12 + 15 * static_cast<double>(i)}, lines[i],
                                    Anchor::middle, look_of(i));
            }
            return true;
        }
        return false;
    }

    // Every area by number with its name and figure.
    double draw_list(double left, double y)
    {
        constexpr double number_width = 22;
        constexpr double hatch_width = 20;
        double const right = canvas_.width() - edge;
        double const name_left = left + number_width + hatch_width + 12;
        for (auto const& area : areas_) {
            auto const name = printable(area.area->name);
            bool const has_value = is_drawable(area.area->value.estimate);
            auto const interval =
                has_value ? interval_words(figures_.quantity, drawable(area.area->value), false, language_)
                          : "";
            words_ += name + ": " + area.value + (interval.empty() ? "" : " " + interval) + ". ";
            auto const value = shortened(area.value, (right - left) / 2, look::strong);
            double const room = right - name_left - width_of(value, look::strong) - 8;
            canvas_.text({left + number_width, y + 12}, std::to_string(area.number), Anchor::end,
                         look::strong);
            canvas_.rectangle({left + number_width + 6, y + 1, left + number_width + 6 + hatch_width, y + 14},
                              look::border, hatch_of(classes_, area.area->value.estimate));
            canvas_.text({name_left, y + 12}, shortened(name, room, look::text), Anchor::start, look::text,
                         name);
            canvas_.text({right, y + 12}, value, Anchor::end, look::strong, area.value);
            y += line_height;
            if (!interval.empty()) {
                canvas_.text({right, y + 11}, shortened(interval, right - name_left, look::quiet),
                             Anchor::end, look::quiet, interval);
                y += line_height;
            }
            y += 6;
        }
        return y;
    }

    NeighbourhoodMap const& figures_;
    Language language_;
    Canvas canvas_;
    Borders borders_;
    std::vector<Area> areas_;  // the highest figure first
    std::vector<Area const*> layers_;
    std::vector<ValueClass> classes_;
    std::vector<Box> taken_;
    std::string words_;
};

}  // namespace

std::string neighbourhood_map(NeighbourhoodMap const& figures, Language language)
{
    if (figures.borders.empty()) {
        return "";
    }
    auto borders = read_borders(figures.borders);
    if (figures.areas.empty()) {
        return empty_picture(figures.caption, language);
    }
    return MapDrawing(figures, std::move(borders), language).text();
}

}  // namespace minimasim::report::pictures
