#include "sim/report/pictures/row_plot.hpp"

#include <algorithm>

#include "sim/report/pictures/text_width.hpp"

namespace minimasim::report::pictures {

namespace {

constexpr double edge = 2;          // between texts and the side of the picture
constexpr double mark_edge = 9;     // the same for marks, which are wider than their place
constexpr double gap = 12;          // between columns
constexpr double line_height = 16;  // of names and figures
constexpr double row_gap = 12;
constexpr double narrow_row_gap = 14;
constexpr double widest_names = 230;
constexpr double widest_values = 230;
constexpr std::size_t most_name_lines = 3;
constexpr int most_steps = 6;

TextLook const& name_look(RowText const& row)
{
    return row.is_strong ? look::strong : look::text;
}

double height_of(std::size_t lines)
{
    return line_height * static_cast<double>(lines);
}

constexpr double piece_gap = 7;

// A word or figure with its look and where it stands.
struct Piece {
    std::string text;
    TextLook const* look;
    double x;
    std::size_t line;
};

// The figures one after the other, in as few lines as they fit in.
std::vector<Piece> flowing(RowText const& row, double left, double room)
{
    std::vector<Piece> pieces;
    double x = 0;
    std::size_t line = 0;
    auto const add = [&](std::string const& text, TextLook const& look) {
        if (text.empty()) {
            return;
        }
        auto const shown = shortened(text, room, look);
        double const width = width_of(shown, look);
        if (x > 0 && x + width > room) {
            x = 0;
            ++line;
        }
        pieces.push_back({shown, &look, left + x, line});
        x += width + piece_gap;
    };
    add(row.value, look::strong);
    for (auto const& detail : row.details) {
        add(detail, look::quiet);
    }
    return pieces;
}

// The same with a line for each.
std::vector<Piece> stacked(RowText const& row, double left, double room)
{
    std::vector<Piece> pieces;
    if (!row.value.empty()) {
        pieces.push_back({shortened(row.value, room, look::strong), &look::strong, left, 0});
    }
    for (auto const& detail : row.details) {
        pieces.push_back({shortened(detail, room, look::quiet), &look::quiet, left, pieces.size()});
    }
    return pieces;
}

std::size_t count_lines(std::vector<Piece> const& pieces)
{
    return pieces.empty() ? 0 : pieces.back().line + 1;
}

double end_of(Piece const& piece)
{
    return piece.x + width_of(piece.text, *piece.look);
}

}  // namespace

double draw_text_lines(Canvas& canvas, Spot top, double room, std::string const& words, TextLook const& look)
{
    constexpr double baseline = 12;  // below the top
    constexpr std::size_t most_lines = 2;
    auto const full = printable(words);
    if (full.empty()) {
        return top.y;
    }
    for (auto const& line : lines_of(full, room, look, most_lines)) {
        canvas.text({top.x, top.y + baseline}, line, Anchor::start, look, full);
        top.y += line_height;
    }
    return top.y;
}

Key line_key(std::string const& name, MarkLook const& look)
{
    return {name, [&look](Canvas& canvas, Box const& box) {
                double const y = (box.top + box.bottom) / 2;
                canvas.polyline({{box.left, y}, {box.right, y}}, look);
            }};
}

double draw_keys(Canvas& canvas, std::vector<Key> const& keys, double left, double top)
{
    constexpr double mark_width = 26;
    constexpr double height = 20;
    double x = left;
    double y = top;
    for (auto const& key : keys) {
        double const room = canvas.width() - left - mark_width - 6 - edge;
        auto const name = shortened(printable(key.name), room, look::quiet);
        double const width = mark_width + 6 + width_of(name, look::quiet);
        if (x > left && x + width > canvas.width() - edge) {
            x = left;
            y += height;
        }
        key.draw(canvas, {x, y + 2, x + mark_width, y + 16});
        canvas.text({x + mark_width + 6, y + 13}, name, Anchor::start, look::quiet, printable(key.name));
        x += width + 16;
    }
    return keys.empty() ? top : y + height + 4;
}

RowFrame::RowFrame(Canvas const& canvas, std::vector<RowText> rows, double mark_height, double top)
    : rows_(std::move(rows))
{
    for (auto& row : rows_) {
        row.name = printable(row.name);
        row.value = printable(row.value);
        std::erase(row.details, "");
    }
    bottom_ = top;
    if (canvas.is_wide()) {
        place_wide(canvas, mark_height);
    } else {
        place_narrow(canvas, mark_height);
    }
}

void RowFrame::place_wide(Canvas const& canvas, double mark_height)
{
    double names = 0;
    double values = 0;
    for (auto const& row : rows_) {
        names = std::max(names, std::min(widest_names, width_of(row.name, name_look(row))));
        for (auto const& piece : stacked(row, 0, widest_values)) {
            values = std::max(values, end_of(piece));
        }
    }
    left_ = edge + names + gap;
    double const values_left = canvas.width() - edge - values;
    right_ = values > 0 ? values_left - gap : canvas.width() - mark_edge;
    for (auto const& row : rows_) {
        auto lines = lines_of(row.name, names, name_look(row), most_name_lines);
        auto const pieces = stacked(row, values_left, widest_values);
        double const name_height = height_of(lines.size());
        double const value_height = height_of(count_lines(pieces));
        double const height = std::max({mark_height, name_height, value_height}) + row_gap;
        double const middle = bottom_ + height / 2;
        add_texts(row, lines, middle - name_height / 2);
        for (auto const& piece : pieces) {
            add_text({piece.x, middle - value_height / 2 + height_of(piece.line)}, piece.text, *piece.look,
                     "");
        }
        strips_.push_back({bottom_, middle, bottom_ + height});
        bottom_ += height;
    }
}

void RowFrame::place_narrow(Canvas const& canvas, double mark_height)
{
    constexpr double mark_gap = 5;
    double const room = canvas.width() - 2 * edge;
    left_ = mark_edge;
    right_ = canvas.width() - mark_edge;
    for (auto const& row : rows_) {
        auto const lines = lines_of(row.name, room, name_look(row), most_name_lines);
        add_texts(row, lines, bottom_);
        auto const pieces = flowing(row, edge, room);
        double const last = width_of(lines.back(), name_look(row));
        bool const shares_line = count_lines(pieces) == 1 && last + gap + end_of(pieces.back()) <= room;
        double const shift = shares_line ? canvas.width() - edge - end_of(pieces.back()) : 0;
        double const top = bottom_ + height_of(lines.size() - (shares_line ? 1 : 0));
        for (auto const& piece : pieces) {
            add_text({piece.x + shift, top + height_of(piece.line)}, piece.text, *piece.look, "");
        }
        double const strip = top + height_of(count_lines(pieces)) + mark_gap;
        strips_.push_back({strip, strip + mark_height / 2, strip + mark_height});
        bottom_ = strip + mark_height + narrow_row_gap;
    }
}

void RowFrame::add_texts(RowText const& row, std::vector<std::string> const& lines, double top)
{
    for (std::size_t i = 0; i < lines.size(); ++i) {
        add_text({edge, top + height_of(i)}, lines[i], name_look(row), lines.size() == 1 ? row.name : "");
    }
    bool const is_cut = lines.size() == most_name_lines && lines.back().ends_with("\u2026");
    texts_.back().full = is_cut ? row.name : texts_.back().full;
}

void RowFrame::add_text(Spot top, std::string const& text, TextLook const& look, std::string const& full)
{
    constexpr double baseline = 12;  // below the top of a line
    texts_.push_back({{top.x, top.y + baseline}, text, &look, full});
}

void RowFrame::draw(Canvas& canvas, Scale const& scale) const
{
    std::vector<Reach> heights;
    for (auto const& strip : strips_) {
        if (!heights.empty() && heights.back().bottom == strip.top) {
            heights.back().bottom = strip.bottom;
        } else {
            heights.push_back({strip.top, strip.bottom});
        }
    }
    draw_vertical_lines(canvas, scale, heights);
    for (auto const& text : texts_) {
        canvas.text(text.place, text.text, Anchor::start, *text.look, text.full);
    }
}

RowPlot draw_row_plot(Canvas& canvas, std::vector<Key> const& keys, std::vector<RowText> const& rows,
                      Extent const& extent, RowPlotStyle const& style)
{
    RowFrame const trial(canvas, rows, style.mark_height, 0);
    double const left = canvas.is_wide() ? trial.left() : edge;
    double y = draw_keys(canvas, keys, edge, 0);
    auto const axis_name = printable(style.axis_name);
    for (auto const& line : lines_of(axis_name, canvas.width() - left - edge, look::quiet, 2)) {
        canvas.text({left, y + 12}, line, Anchor::start, look::quiet, axis_name);
        y += line_height;
    }
    y += 14;
    RowFrame frame(canvas, rows, style.mark_height, y + 6);
    double const from = frame.left() + style.side_room;
    double const to = frame.right() - style.side_room;
    auto const scale = scale_of(extent, style.quantity, from, std::max(from + 1, to), most_steps);
    draw_horizontal_axis(canvas, scale, style.quantity, y, 0, canvas.width());
    frame.draw(canvas, scale);
    return {scale, frame};
}

std::size_t columns_for(std::size_t panels)
{
    constexpr std::size_t most = 3;
    return panels == 4 ? 2 : std::min(panels, most);
}

std::string described(std::vector<RowText> const& rows)
{
    std::string text;
    for (auto const& row : rows) {
        text += text.empty() ? "" : " ";
        text += row.name + ": " + row.value;
        for (auto const& detail : row.details) {
            text += detail.empty() ? "" : (detail.front() == '(' ? " " : ", ") + detail;
        }
        text += ".";
    }
    return text;
}

std::string empty_picture(Caption const& caption, Language language)
{
    Canvas canvas(caption, language);
    auto const words = in(language, "Geen cijfers om te tonen.", "No figures to show.");
    canvas.text({edge, 20}, words, Anchor::start, look::text);
    return canvas.document(32, words);
}

}  // namespace minimasim::report::pictures
