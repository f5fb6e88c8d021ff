#include "sim/report/pictures/scale.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "sim/report/pictures/text_width.hpp"
#include "sim/report/svg.hpp"

namespace minimasim::report::pictures {

namespace {

constexpr double greatest_drawable = 1e15;  // beyond it whole numbers are no longer exact enough to write
constexpr double million = 1e6;
constexpr double milliard = 1e9;
constexpr int most_decimals = 4;

// An axis shows at least this much, so that no difference of nothing is blown up.
double least_span(Quantity quantity)
{
    return quantity == Quantity::euro ? 100 : quantity == Quantity::count ? 5 : 0.01;
}

int decimals_of(double step)
{
    int decimals = 0;
    for (double scaled = step; decimals < most_decimals && std::abs(scaled - std::round(scaled)) > 1e-6;
         scaled *= 10) {
        ++decimals;
    }
    return decimals;
}

Interval point(double value)
{
    return {value, value, value};
}

// A text of a horizontal axis.
struct AxisText {
    double middle;
    double half;  // of its width
    std::string text;
};

bool have_room(std::vector<AxisText> const& texts)
{
    constexpr double gap = 8;
    for (std::size_t i = 1; i < texts.size(); ++i) {
        if (texts[i].middle - texts[i].half < texts[i - 1].middle + texts[i - 1].half + gap) {
            return false;
        }
    }
    return true;
}

}  // namespace

bool is_drawable(double value)
{
    return std::isfinite(value) && std::abs(value) <= greatest_drawable;
}

Interval drawable(Interval const& interval)
{
    double const low = is_drawable(interval.low) ? interval.low : interval.estimate;
    double const high = is_drawable(interval.high) ? interval.high : interval.estimate;
    return {interval.estimate, std::min(low, high), std::max(low, high)};
}

void Extent::add(double value)
{
    if (is_drawable(value)) {
        low = is_empty ? value : std::min(low, value);
        high = is_empty ? value : std::max(high, value);
        is_empty = false;
    }
}

void Extent::add(Interval const& interval)
{
    if (is_drawable(interval.estimate)) {
        auto const drawn = drawable(interval);
        add(drawn.estimate);
        add(drawn.low);
        add(drawn.high);
    }
}

Scale scale_of(Extent const& extent, Quantity quantity, double from, double to, int most_steps)
{
    constexpr double room = 0.03;  // of the span
    double low = extent.low;
    double high = extent.high;
    // Below a millionth of the values themselves, a difference cannot be told from rounding.
    double const least = std::max(least_span(quantity), 1e-6 * std::max(std::abs(low), std::abs(high)));
    if (high - low < least) {
        bool const is_below_zero = high <= 0 && low < 0;
        low = is_below_zero ? high - least : low;
        high = low + least;
    }
    double const span = high - low;
    low -= low == 0 ? 0 : room * span;
    high += high == 0 ? 0 : room * span;
    Scale scale{low, high, from, to, 1, {}};
    for (int steps = std::max(1, most_steps); scale.ticks.size() < 2; ++steps) {
        auto const ticks = svg::axis_ticks(low, high, steps);
        scale.step = ticks[1] - ticks[0];
        scale.ticks.clear();
        std::copy_if(ticks.begin(), ticks.end(), std::back_inserter(scale.ticks),
                     [&](double tick) { return low <= tick && tick <= high; });
    }
    return scale;
}

std::string tick_text(Quantity quantity, double value, double step, Language language)
{
    double const size = std::abs(value);
    double const unit = quantity == Quantity::share ? 1
                        : step >= milliard / 10     ? milliard
                        : step >= million / 10      ? million
                                                    : 1;
    if (quantity == Quantity::share) {
        auto const text = number_text(size * 100, decimals_of(step * 100), language);
        return (value < 0 ? "\u2212" : "") + text + in(language, "\u00a0%", "%");
    }
    auto text = number_text(size / unit, size == 0 ? 0 : decimals_of(step / unit), language);
    if (unit > 1 && size > 0) {
        text += unit == million ? in(language, "\u00a0mln", "m") : in(language, "\u00a0mld", "bn");
    }
    auto const sign = quantity == Quantity::euro ? in(language, "€\u00a0", "€") : "";
    return (value < 0 ? "\u2212" : "") + std::string(sign) + text;
}

std::string exact_text(Quantity quantity, double value, Language language)
{
    return quantity == Quantity::euro    ? exact_euro_text(value, language)
           : quantity == Quantity::count ? number_text(value, 0, language)
                                         : estimate_text(quantity, point(value), language);
}

std::string value_words(Quantity quantity, Interval const& interval, bool is_change, Language language)
{
    return is_change ? change_text(quantity, interval, language)
                     : estimate_text(quantity, interval, language);
}

std::string interval_words(Quantity quantity, Interval const& interval, bool is_change, Language language)
{
    if (!(interval.low < interval.high)) {
        return "";
    }
    bool const has_both_signs = interval.low < 0 && interval.high > 0;
    return "(" + interval_text(quantity, interval, language, is_change && has_both_signs) + ")";
}

void draw_horizontal_axis(Canvas& canvas, Scale const& scale, Quantity quantity, double baseline, double left,
                          double right)
{
    auto const& look = look::quiet;
    auto const zero = std::find(scale.ticks.begin(), scale.ticks.end(), 0) - scale.ticks.begin();
    auto const count = static_cast<std::ptrdiff_t>(scale.ticks.size());
    // Every text, or every second, third, ... one, of which zero is one where it is on the axis.
    for (std::ptrdiff_t stride = 1; stride <= count; ++stride) {
        std::vector<AxisText> texts;
        for (auto i = zero == count ? 0 : zero % stride; i < count; i += stride) {
            double const tick = scale.ticks[static_cast<std::size_t>(i)];
            auto text = tick_text(quantity, tick, scale.step, canvas.language());
            double const half = width_of(text, look) / 2;
            double const highest = std::max(left + half, right - half);
            texts.push_back({std::clamp(scale(tick), left + half, highest), half, std::move(text)});
        }
        if (stride < count && !have_room(texts)) {
            continue;
        }
        for (auto const& text : texts) {
            canvas.text({text.middle, baseline}, text.text, Anchor::middle, look);
        }
        return;
    }
}

void draw_vertical_lines(Canvas& canvas, Scale const& scale, std::vector<Reach> const& heights)
{
    std::vector<Outline> grid;
    std::vector<Outline> zero;
    for (auto const& [top, bottom] : heights) {
        for (double const tick : scale.ticks) {
            (tick == 0 ? zero : grid).push_back({{scale(tick), top}, {scale(tick), bottom}});
        }
    }
    canvas.lines(grid, look::grid);
    canvas.lines(zero, look::axis);
}

void draw_vertical_axis(Canvas& canvas, Scale const& scale, Quantity quantity, Box const& grid)
{
    constexpr double gap = 6;
    auto const& look = look::quiet;
    std::vector<Outline> lines;
    std::vector<Outline> zero;
    for (double const tick : scale.ticks) {
        double const y = scale(tick);
        (tick == 0 ? zero : lines).push_back({{grid.left, y}, {grid.right, y}});
        canvas.text({grid.left - gap, y + look.size / 3},
                    tick_text(quantity, tick, scale.step, canvas.language()), Anchor::end, look);
    }
    canvas.lines(lines, look::grid);
    canvas.lines(zero, look::axis);
}

double tick_width(Scale const& scale, Quantity quantity, Language language)
{
    double width = 0;
    for (double const tick : scale.ticks) {
        width = std::max(width, width_of(tick_text(quantity, tick, scale.step, language), look::quiet));
    }
    return width;
}

}  // namespace minimasim::report::pictures
