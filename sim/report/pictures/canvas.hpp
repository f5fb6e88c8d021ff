#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/report/free_space.hpp"
#include "sim/report/pictures/caption.hpp"
#include "sim/report/pictures/looks.hpp"

namespace minimasim::report::pictures {

enum class Anchor { start, middle, end };

// Fills that differ without colour, from light to dark; `none` is for what has no figure.
enum class Hatch { none, plain, dots, lines, crossed, solid, strokes };

struct Spot {
    double x = 0;
    double y = 0;
};
using Outline = std::vector<Spot>;

// Where a text stands whose baseline begins, ends or has its middle at a place.
Box text_box(double x, double baseline, std::string_view content, Anchor anchor, TextLook const& look);

// One drawing while it is made, texts above shapes. Texts may hold anything; they are not shortened here.
class Canvas {
  public:
    Canvas(Caption const& caption, Language language) : caption_(caption), language_(language) {}

    double width() const { return width_of(caption_.shape); }
    bool is_wide() const { return caption_.shape == Shape::wide; }
    Language language() const { return language_; }

    void line(Spot from, Spot to, MarkLook const& look);
    void rectangle(Box const& box, MarkLook const& look);
    void rectangle(Box const& box, MarkLook const& look, Hatch hatch);
    void circle(Spot middle, double radius, MarkLook const& look);
    void diamond(Spot middle, double radius, MarkLook const& look);
    void polyline(Outline const& spots, MarkLook const& look);
    void lines(std::vector<Outline> const& lines, MarkLook const& look);  // several as one
    void polygon(std::vector<Outline> const& rings, MarkLook const& look);
    void polygon(std::vector<Outline> const& rings, MarkLook const& look, Hatch hatch);

    // `full` is what a text was before it was shortened: the reader's pointer shows it.
    void text(Spot place, std::string const& content, Anchor anchor, TextLook const& look,
              std::string const& full = "");
    // The same on a plain ground, over shapes.
    void backed_text(Spot place, std::string const& content, Anchor anchor, TextLook const& look,
                     std::string const& full = "");

    // The whole drawing; `figures` is the description where the caption has none.
    std::string document(double height, std::string const& figures) const;

  private:
    // Elements of one look, which they share.
    struct Group {
        char const* classes;
        char const* attributes;
        std::string elements;
    };
    static std::string text_of(std::vector<Group> const& groups);
    void add_shape(MarkLook const& look, std::string const& element);
    std::string id_of(std::string_view part) const;
    std::string fill_of(Hatch hatch);

    Caption caption_;
    Language language_;
    std::string patterns_;
    std::vector<Hatch> known_;
    std::vector<Group> shapes_;  // in the order in which they were drawn
    std::string backings_;
    std::vector<Group> texts_;  // one of every look
};

}  // namespace minimasim::report::pictures
