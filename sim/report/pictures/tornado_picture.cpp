#include "sim/report/pictures/tornado_picture.hpp"

#include <algorithm>
#include <cmath>

#include "sim/report/pictures/bar_mark.hpp"
#include "sim/report/pictures/row_plot.hpp"
#include "sim/report/pictures/text_width.hpp"

namespace minimasim::report::pictures {

namespace {

constexpr double bar_height = 16;
constexpr double widest_end_text = 90;
constexpr double narrow_end_text = 60;
constexpr double end_gap = 5;

double length_of(TornadoBar const& bar)
{
    return std::abs(bar.at_high - bar.at_low);
}

// The outcome at one end, rounded as a whole interval of that width is.
std::string outcome_text(Tornado const& figures, TornadoBar const& bar, double value, Language language)
{
    double const half = length_of(bar) / 2;
    return value_words(figures.quantity, {value, value - half, value + half}, figures.is_change, language);
}

RowText words_of(Tornado const& figures, TornadoBar const& bar, Language language)
{
    RowText words{bar.name, "", {}, false};
    double const low = std::min(bar.at_low, bar.at_high);
    double const high = std::max(bar.at_low, bar.at_high);
    words.value = outcome_text(figures, bar, low, language) + in(language, " tot ", " to ") +
                  outcome_text(figures, bar, high, language);
    if (is_drawable(bar.variance_share)) {
        constexpr double whole_per_cents = 0.01;
        words.details.push_back(tick_text(Quantity::share, rounded(bar.variance_share, whole_per_cents),
                                          whole_per_cents, language) +
                                in(language, " van de onzekerheid", " of the uncertainty"));
    }
    return words;
}

// The value of the input beside the end of its bar.
void draw_end_text(Canvas& canvas, double x, double y, std::string const& text, bool is_left, double room)
{
    canvas.text({is_left ? x - end_gap : x + end_gap, y + 4}, shortened(printable(text), room, look::quiet),
                is_left ? Anchor::end : Anchor::start, look::quiet, printable(text));
}

}  // namespace

std::string tornado_picture(Tornado const& figures, Language language)
{
    std::vector<TornadoBar> bars;
    for (auto const& bar : figures.bars) {
        if (is_drawable(bar.at_low) && is_drawable(bar.at_high)) {
            bars.push_back(bar);
        }
    }
    if (bars.empty() || !is_drawable(figures.central)) {
        return empty_picture(figures.caption, language);
    }
    std::stable_sort(bars.begin(), bars.end(),
                     [](auto const& a, auto const& b) { return length_of(a) > length_of(b); });
    std::vector<RowText> texts;
    Extent extent;
    extent.add(figures.central);
    double end_texts = 0;
    for (auto const& bar : bars) {
        texts.push_back(words_of(figures, bar, language));
        extent.add(bar.at_low);
        extent.add(bar.at_high);
        end_texts = std::max({end_texts, width_of(printable(bar.low_text), look::quiet),
                              width_of(printable(bar.high_text), look::quiet)});
    }
    Canvas canvas(figures.caption, language);
    double const room = std::min(end_texts, canvas.is_wide() ? widest_end_text : narrow_end_text);
    auto const plot =
        draw_row_plot(canvas,
                      {bar_key(in(language, "de waarde is laag", "the input is low"), Bar::hatched),
                       bar_key(in(language, "de waarde is hoog", "the input is high"), Bar::filled)},
                      texts, extent, {figures.axis_name, figures.quantity, bar_height, room + end_gap});
    double const central = plot.x(figures.central);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        auto const& bar = bars[i];
        double const y = plot.y(i);
        double const low = plot.x(bar.at_low);
        double const high = plot.x(bar.at_high);
        // Both on one side of the middle: the longer one first, so that the shorter one is seen.
        bool const low_first = std::abs(low - central) >= std::abs(high - central);
        draw_bar(canvas, central, low_first ? low : high, y, bar_height,
                 low_first ? Bar::hatched : Bar::filled);
        draw_bar(canvas, central, low_first ? high : low, y, bar_height,
                 low_first ? Bar::filled : Bar::hatched);
        canvas.line({central, y - bar_height / 2 - 3}, {central, y + bar_height / 2 + 3}, look::axis);
        bool const low_is_left = low <= high;
        draw_end_text(canvas, std::min({low, high, central}), y, low_is_left ? bar.low_text : bar.high_text,
                      true, room);
        draw_end_text(canvas, std::max({low, high, central}), y, low_is_left ? bar.high_text : bar.low_text,
                      false, room);
    }
    return canvas.document(plot.frame.bottom() + 2, described(texts));
}

}  // namespace minimasim::report::pictures
