#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sim/report/pictures/canvas.hpp"
#include "sim/report/pictures/scale.hpp"

namespace minimasim::report::pictures {

// What stands beside a mark in words.
struct RowText {
    std::string name;
    std::string value;                 // the figure
    std::vector<std::string> details;  // quietly: its interval, what was published
    bool is_strong = false;
};

// A mark with its meaning, above a picture; it draws in a box.
struct Key {
    std::string name;
    std::function<void(Canvas&, Box const&)> draw;
};

// Draws keys in rows from `top` down, from `left` on; the result is where the next thing may stand.
double draw_keys(Canvas& canvas, std::vector<Key> const& keys, double left, double top);

// A text on at most two lines below each other from a place on, which is that of the top of the first; the
// result is where the next thing may stand. A text of nothing takes no room.
double draw_text_lines(Canvas& canvas, Spot top, double room, std::string const& words, TextLook const& look);

// A mark that is a line.
Key line_key(std::string const& name, MarkLook const& look);

// Where rows stand: names to the left and figures to the right of their marks, or on a phone above them.
class RowFrame {
  public:
    // Marks are `mark_height` high at least; `top` is that of the first row.
    RowFrame(Canvas const& canvas, std::vector<RowText> rows, double mark_height, double top);

    double left() const { return left_; }  // of the marks
    double right() const { return right_; }
    double bottom() const { return bottom_; }
    double middle_of(std::size_t row) const { return strips_[row].middle; }

    void draw(Canvas& canvas, Scale const& scale) const;

  private:
    // Where the mark of a row stands, which is where grid lines are seen.
    struct Strip {
        double top;
        double middle;
        double bottom;
    };
    struct PlacedText {
        Spot place;
        std::string text;
        TextLook const* look;
        std::string full;
    };
    void place_wide(Canvas const& canvas, double mark_height);
    void place_narrow(Canvas const& canvas, double mark_height);
    void add_texts(RowText const& row, std::vector<std::string> const& lines, double top);
    void add_text(Spot top, std::string const& text, TextLook const& look, std::string const& full);

    std::vector<RowText> rows_;
    std::vector<Strip> strips_;
    std::vector<PlacedText> texts_;
    double left_ = 0;
    double right_ = 0;
    double bottom_ = 0;
};

// A picture of rows on one horizontal axis, all but its marks.
struct RowPlot {
    Scale scale;
    RowFrame frame;

    double x(double value) const { return scale(value); }
    double y(std::size_t row) const { return frame.middle_of(row); }
};

struct RowPlotStyle {
    std::string axis_name;
    Quantity quantity = Quantity::count;
    double mark_height = 18;
    double side_room = 0;  // kept free on both sides of the marks, for texts
};

// Draws keys, axis, names and figures; marks are left to the caller.
RowPlot draw_row_plot(Canvas& canvas, std::vector<Key> const& keys, std::vector<RowText> const& rows,
                      Extent const& extent, RowPlotStyle const& style);

// How many panels stand beside each other on a wide page.
std::size_t columns_for(std::size_t panels);

// All rows in words, one sentence each.
std::string described(std::vector<RowText> const& rows);

// The drawing of a picture that has nothing to show.
std::string empty_picture(Caption const& caption, Language language);

}  // namespace minimasim::report::pictures
