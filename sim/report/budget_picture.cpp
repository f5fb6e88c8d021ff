#include "sim/report/budget_picture.hpp"

#include <algorithm>
#include <cmath>

#include "sim/report/budget_marks.hpp"
#include "sim/report/budget_money_panel.hpp"
#include "sim/report/text_table.hpp"
#include "sim/report/value_text.hpp"

namespace minimasim::report {

namespace {

using namespace budget;

constexpr double rate_height = 210;
constexpr std::size_t title_length = 46;  // letters on a line
constexpr std::size_t subtitle_length = 80;
constexpr std::size_t most_drawn = 280;      // points of a line
constexpr std::size_t most_stretches = 100;  // of the marginal rate
constexpr std::size_t most_cliffs = 10;      // that are named
constexpr double lowest_rate = -0.5;
constexpr double highest_rate = 2.5;

// Scoped by the class of the drawing, so that it may stand within a page.
constexpr char const* style =
    "<style>.budget-picture text{font-family:'DejaVu Sans',Verdana,Arial,sans-serif;font-size:15px;fill:#000}"
    ".budget-picture .halo,.budget-picture "
    ".quiet{paint-order:stroke;stroke:#fff;stroke-width:5px;stroke-linejoin:round}"
    ".budget-picture .heading{font-size:20px;font-weight:bold}.budget-picture .strong{font-weight:bold}"
    ".budget-picture .quiet{fill:#333;font-size:14px}.budget-picture .grid{stroke:#d0d0d0;stroke-width:1}"
    ".budget-picture .axis{stroke:#000;stroke-width:1}"
    ".budget-picture .edge{fill:none;stroke:#000;stroke-width:.6}"
    ".budget-picture .spend{fill:none;stroke:#000;stroke-width:2.6;stroke-linejoin:round}"
    ".budget-picture .package{fill:none;stroke:#000;stroke-width:2.6;stroke-dasharray:9 5}"
    ".budget-picture .package-kind{fill:none;stroke:#000;stroke-width:1.6;stroke-dasharray:2 4}"
    ".budget-picture .poverty{fill:none;stroke:#a00000;stroke-width:2.2;stroke-dasharray:12 4 3 4}"
    ".budget-picture .mark{stroke:#000;stroke-width:1;stroke-dasharray:2 3}"
    ".budget-picture .cliff{stroke:#000;stroke-width:1.8}"
    ".budget-picture .package-cliff{stroke:#000;stroke-width:1.8;stroke-dasharray:7 4}"
    ".budget-picture .rate{fill:none;stroke:#000;stroke-width:2}"
    ".budget-picture .clipped{fill:#000}.budget-picture .backing{fill:#fff}</style>\n";

std::string prefix_of(BudgetCurves const& curves)
{
    std::string prefix = "budget-";
    for (char const c : curves.household + "-" + curves.swept.key + "-" + curves.packages.back().id) {
        bool const is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        prefix += is_plain ? c : '-';
    }
    return prefix + "-";
}

Frame frame_of(BudgetCurves const& curves, Language language)
{
    auto const& points = curves.packages.front().points;
    Frame frame{curves, language, prefix_of(curves), {}, {}, {}};
    double const low = points.front().amount;
    frame.x = {low, std::max(points.back().amount, low + 1), left, right};
    std::size_t const stride = (points.size() + most_drawn - 1) / most_drawn;
    for (std::size_t i = 0; i + 1 < points.size(); i += stride) {
        frame.drawn.push_back(i);
    }
    frame.drawn.push_back(points.size() - 1);
    for (auto const i : frame.drawn) {
        frame.xs.push_back(frame.x(points[i].amount));
    }
    return frame;
}

// The drawing while it is made: each part stands below the last one.
class Picture {
  public:
    Picture(BudgetCurves const& curves, Language language)
        : curves_(curves),
          frame_(frame_of(curves, language)),
          marks_(curve_marks(curves, most_cliffs, language))
    {
    }

    std::string text()
    {
        heading();
        auto const money = money_panel(frame_);
        key(money.in_key);
        double const money_top = y_;
        auto const shifted = "<g transform=\"translate(0," + svg::number(money_top) + ")\">\n";
        shapes_ += shifted + money.layers.shapes + "</g>\n";
        texts_ += shifted + money.layers.texts + "</g>\n";
        y_ += money_height;
        amounts();
        mark_labels();
        if (curves_.swept.is_income) {
            rate_panel();
        }
        for (auto const& mark : marks_) {
            char const* const look = !mark.is_cliff ? "mark" : mark.is_of_package ? "package-cliff" : "cliff";
            shapes_ += svg::line(frame_.x(mark.amount), money_top, frame_.x(mark.amount), marks_end_, look);
        }
        return document();
    }

  private:
    char const* in(char const* dutch, char const* english) const { return frame_.in(dutch, english); }
    std::string in(std::string const& dutch, std::string const& english) const
    {
        return in(dutch.c_str(), english.c_str());
    }

    std::string subtitle() const
    {
        auto const& swept = curves_.swept;
        std::string text = swept.is_income ? in("Te besteden, en wat extra inkomen oplevert, bij ",
                                                "What there is to spend, and what extra income brings, at ")
                                           : in("Te besteden bij ", "What there is to spend at ");
        text += in(swept.dutch, swept.english) + in(" van ", " of ") +
                swept_text(swept, frame_.x.low, 0, frame_.language) + in(" tot ", " to ") +
                swept_text(swept, curves_.packages.front().points.back().amount, 0, frame_.language) +
                in(", onder de wet van ", ", under the law of ") + day_text(curves_.date, frame_.language) +
                ".";
        if (curves_.packages.size() > 1) {
            auto const& package = curves_.packages.back();
            text += in(" Pakket: ", " Package: ") + in(package.title, package.title_en) + ".";
        }
        return text;
    }

    void add_lines(std::string const& text, std::size_t length, double height, char const* look)
    {
        for (auto const& line : wrapped(text, length)) {
            y_ += height;
            texts_ += svg::text(18, y_, line, "start", look);
        }
    }

    void heading()
    {
        y_ = 10;
        add_lines(in(curves_.title, curves_.title_en), title_length, 26, "heading");
        y_ += 4;
        add_lines(subtitle(), subtitle_length, line_height, "quiet");
        y_ += 12;
    }

    void key(std::vector<Band const*> const& bands)
    {
        auto const row = [&](std::string const& sample, std::string const& name) {
            texts_ += sample + svg::text(62, y_ + 13, name, "start", "label");
            y_ += line_height + 2;
        };
        for (auto band = bands.rbegin(); band != bands.rend(); ++band) {
            row(rectangle({22, y_, 52, y_ + 16},
                          band_fill(frame_.prefix, **band) + " stroke=\"#000\" stroke-width=\".6\""),
                in((*band)->dutch, (*band)->english));
        }
        if (curves_.packages.size() > 1) {
            row(svg::line(20, y_ + 8, 54, y_ + 8, "package"),
                in("te besteden met het pakket", "to spend with the package"));
            row(svg::line(20, y_ + 8, 54, y_ + 8, "package-kind"),
                in("met het pakket, regelingen in natura erbij", "with the package, schemes in kind added"));
        }
        y_ += 36;
    }

    // The horizontal axis, with its name.
    void amounts()
    {
        auto const& swept = curves_.swept;
        bool const is_money = swept.unit != "years";
        double taken_to = 0;
        for (double const tick : svg::axis_ticks(frame_.x.low, frame_.x.high, 6)) {
            double const x = frame_.x(tick);
            if (x < left - 1 || x > right + 1) {
                continue;
            }
            auto const label = is_money ? frame_.euro(tick) : number_text(tick, 0, frame_.language);
            double const half = width_of(label) / 2;
            double const middle = std::min(x, width - 2 - half);
            shapes_ += svg::line(x, y_, x, y_ + 5, "axis");
            if (middle - half > taken_to) {
                texts_ += svg::text(middle, y_ + 20, label, "middle", "quiet");
                taken_to = middle + half;
            }
        }
        char const* const period = swept.unit == "euro_per_year"    ? in(" per jaar", " a year")
                                   : swept.unit == "euro_per_month" ? in(" per maand", " a month")
                                   : is_money                       ? ""
                                                                    : in(", jaren", ", years");
        y_ += 40;
        texts_ +=
            svg::text((left + right) / 2, y_, noun_of(swept, frame_.language) + period, "middle", "halo");
        y_ += 8;
    }

    void mark_labels()
    {
        std::vector<double> places;
        for (auto const& mark : marks_) {
            places.push_back(frame_.x(mark.amount));
        }
        auto const lanes = mark_lanes(marks_, places, 14, width - 8, line_height, letter_width);
        for (auto const& label : lanes.labels) {
            double const away = label.is_left_of_line ? -9 : 9;
            double longest = 0;
            for (auto const& line : label.text) {
                longest = std::max(longest, width_of(line));
            }
            double const top = y_ + label.top;
            double const bottom = top + line_height * static_cast<double>(label.text.size());
            double const near = label.x + away / 2;
            double const far = label.x + away + (label.is_left_of_line ? -longest : longest);
            texts_ += rectangle({std::min(near, far), top + 1, std::max(near, far), bottom + 2},
                                classed("backing"));
            texts_ += svg::circle(label.x, top + 10, label.mark->is_cliff ? 4.5 : 2.5, "clipped");
            for (std::size_t i = 0; i < label.text.size(); ++i) {
                texts_ +=
                    svg::text(label.x + away, top + 15 + line_height * static_cast<double>(i), label.text[i],
                              label.is_left_of_line ? "end" : "start", i == 0 ? "strong" : "label");
            }
        }
        y_ += lanes.height;
        marks_end_ = y_ - 7;
    }

    void rate_panel()
    {
        y_ += 24;
        texts_ += svg::text(18, y_,
                            in("verlies per extra euro inkomen (effectief marginaal tarief)",
                               "lost of every extra euro of income (effective marginal rate)"),
                            "start", "quiet");
        y_ += 18;
        Scale const y{lowest_rate, highest_rate, y_ + rate_height, y_};
        for (double rate = lowest_rate; rate <= highest_rate; rate += 0.5) {
            bool const is_bold = rate == 0 || rate == 1;
            shapes_ += svg::line(left, y(rate), right, y(rate), is_bold ? "axis" : "grid");
            texts_ += svg::text(left - 8, y(rate) + 5, share_text(rate, frame_.language), "end", "quiet");
        }
        texts_ += svg::text(right - 4, y(1) - 8,
                            in("100 %: meer inkomen levert niets op", "100%: more income gains nothing"),
                            "end", "halo");
        rates(y);
        y_ += rate_height;
        marks_end_ = y_;
        amounts();
        y_ += 6;
        add_lines(in("Gemeentelijke regelingen in natura tellen als geld. De lijn is het gemiddelde over "
                     "stukken van "
                     "een honderdste van de as; een pijlpunt is een sprong, die buiten dat gemiddelde "
                     "blijft, of een "
                     "tarief buiten beeld.",
                     "Municipal schemes in kind count as money. The line is the mean over stretches of a "
                     "hundredth of "
                     "the axis; an arrowhead is a cliff, which stays out of that mean, or a rate beyond the "
                     "panel."),
                  subtitle_length, line_height, "quiet");
    }

    // Points at what lies beyond the panel.
    void arrow(Scale const& y, double x, bool is_up)
    {
        double const edge = is_up ? y.to : y.from;
        double const back = is_up ? edge + 10 : edge - 10;
        texts_ +=
            shape("polygon", corner(x, edge) + corner(x - 5, back) + corner(x + 5, back), classed("clipped"));
    }

    void rates(Scale const& y)
    {
        auto const& points = curves_.packages.front().points;
        auto const& cliffs = curves_.packages.front().cliffs;
        std::size_t const stretch = (points.size() - 1 + most_stretches - 1) / most_stretches;
        std::string line;
        for (std::size_t i = 0; i + 1 < points.size(); i += stretch) {
            auto const& from = points[i];
            auto const& to = points[std::min(i + stretch, points.size() - 1)];
            double kept = 12 * (to.resources_per_month - from.resources_per_month);
            for (auto const& cliff : cliffs) {
                bool const is_here = cliff.amount >= from.amount && cliff.amount < to.amount;
                kept += is_here && is_named(cliff) ? cliff.fall_per_year : 0;
            }
            double const rate = 1 - kept / (to.amount - from.amount);
            double const shown = y(std::clamp(rate, lowest_rate, highest_rate));
            line += corner(frame_.x(from.amount), shown) + corner(frame_.x(to.amount), shown);
            if (rate > highest_rate || rate < lowest_rate) {
                arrow(y, (frame_.x(from.amount) + frame_.x(to.amount)) / 2, rate > highest_rate);
            }
        }
        shapes_ += shape("polyline", line, classed("rate"));
        for (auto const& mark : marks_) {
            if (mark.is_cliff) {
                arrow(y, frame_.x(mark.amount), true);
            }
        }
    }

    std::string document() const
    {
        std::string description = subtitle();
        for (auto const& package : curves_.packages) {
            description += " " + in(package.title, package.title_en) + ":";
            for (auto const& cliff : package.cliffs) {
                description += " " + cliff_sentence(curves_, cliff, frame_.language) + ".";
            }
            description +=
                package.cliffs.empty() ? in(" nergens een sprong omlaag.", " no cliff anywhere.") : "";
        }
        auto const& prefix = frame_.prefix;
        auto const height = svg::number(y_ + 16);
        return "<svg class=\"budget-picture\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
               "aria-labelledby=\"" +
               prefix + "title " + prefix + "description\" xml:lang=\"" + in("nl", "en") +
               "\" width=\"640\" height=\"" + height + "\" viewBox=\"0 0 640 " + height +
               "\">\n<title id=\"" + prefix + "title\">" + svg::escaped(in(curves_.title, curves_.title_en)) +
               "</title>\n<desc id=\"" + prefix + "description\">" + svg::escaped(description) + "</desc>\n" +
               style + patterns(prefix) + rectangle({0, 0, width, y_ + 16}, "fill=\"#fff\"") + shapes_ +
               texts_ + "</svg>\n";
    }

    BudgetCurves const& curves_;
    Frame frame_;
    std::vector<CurveMark> marks_;
    double y_ = 0;
    double marks_end_ = 0;  // where the vertical lines stop
    std::string shapes_;
    std::string texts_;
};

}  // namespace

std::string budget_picture(BudgetCurves const& curves, Language language)
{
    if (curves.packages.empty() || curves.packages.front().points.empty()) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"1\"/>\n";
    }
    return Picture(curves, language).text();
}

}  // namespace minimasim::report
