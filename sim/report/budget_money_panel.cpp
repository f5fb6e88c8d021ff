#include "sim/report/budget_money_panel.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace minimasim::report::budget {

namespace {

using Kind = CurvePart::Kind;

constexpr std::array<Band, 5> bands{{
    {Kind::net_income, "net", "netto inkomen", "net income"},
    {Kind::assistance, "assistance", "bijstand", "social assistance"},
    {Kind::allowance, "allowance", "toeslagen en kinderbijslag", "allowances and child benefit"},
    {Kind::cash_scheme, "cash", "gemeentelijke regelingen in geld", "municipal schemes in cash"},
    {Kind::in_kind_scheme, "kind", "gemeentelijke regelingen in natura", "municipal schemes in kind"},
}};

constexpr double thinnest_shown = 0.3;  // pixels
constexpr double label_height = 20;

double band_of(Frame const& frame, CurvePoint const& point, Kind kind)
{
    double sum = 0;
    for (std::size_t k = 0; k < frame.curves.parts.size(); ++k) {
        sum += frame.curves.parts[k].kind == kind ? point.parts[k] : 0;
    }
    return sum;
}

double highest_amount(BudgetCurves const& curves)
{
    double highest = 1;
    for (auto const& package : curves.packages) {
        for (auto const& point : package.points) {
            highest = std::max({highest, point.resources_per_month, point.poverty_line_per_month});
        }
    }
    return highest;
}

class Panel {
  public:
    explicit Panel(Frame const& frame)
        : frame_(frame),
          ticks_(svg::axis_ticks(0, 1.04 * highest_amount(frame.curves), 6)),
          y_{0, ticks_.back(), money_height, 0},
          free_(frame.xs, {left + 4, 0, right - 2, money_height})
    {
    }

    MoneyPanel drawn()
    {
        stack();
        axis();
        auto const& points = frame_.curves.packages.front().points;
        auto const poverty = add_line(points, &CurvePoint::poverty_line_per_month, "poverty");
        auto const spend = add_line(points, &CurvePoint::disposable_income_per_month, "spend");
        if (frame_.curves.packages.size() > 1) {
            auto const& of_package = frame_.curves.packages.back().points;
            add_line(of_package, &CurvePoint::resources_per_month, "package-kind");
            add_line(of_package, &CurvePoint::disposable_income_per_month, "package");
        }
        name_line(frame_.in("armoedegrens", "poverty line"), poverty);
        name_line(frame_.in("te besteden", "to spend"), spend);
        for (std::size_t band = 0; band < bands.size(); ++band) {
            name_band(bands[band], edges_[band + 1], edges_[band]);
        }
        return std::move(panel_);
    }

  private:
    // edges_[k] is the lower edge of band k, the next one its upper edge.
    void stack()
    {
        auto const& points = frame_.curves.packages.front().points;
        std::vector<double> sums(frame_.drawn.size(), 0);
        edges_.emplace_back(sums.size(), money_height);
        for (auto const& band : bands) {
            Heights edge;
            for (std::size_t i = 0; i < sums.size(); ++i) {
                sums[i] += band_of(frame_, points[frame_.drawn[i]], band.kind);
                edge.push_back(y_(sums[i]));
            }
            edges_.push_back(std::move(edge));
        }
        auto const floor = corner(frame_.xs.back(), money_height) + corner(frame_.xs.front(), money_height);
        for (std::size_t band = bands.size(); band-- > 0;) {
            auto const edge = corners(frame_.xs, edges_[band + 1]);
            panel_.layers.shapes += shape("polygon", edge + floor, band_fill(frame_.prefix, bands[band]));
            panel_.layers.shapes += shape("polyline", edge, classed("edge"));
        }
        free_.add_line(edges_.back());
    }

    void axis()
    {
        for (double const tick : ticks_) {
            panel_.layers.shapes += svg::line(left, y_(tick), right, y_(tick), tick == 0 ? "axis" : "grid");
            panel_.layers.texts += svg::text(left - 8, y_(tick) + 5, frame_.euro(tick), "end", "quiet");
        }
        panel_.layers.texts +=
            svg::text(18, -16, frame_.in("euro per maand", "euro a month"), "start", "quiet");
    }

    Heights add_line(std::vector<CurvePoint> const& points, double CurvePoint::*value, char const* look)
    {
        Heights line;
        for (auto const i : frame_.drawn) {
            line.push_back(y_(points[i].*value));
        }
        panel_.layers.shapes += shape("polyline", corners(frame_.xs, line), classed(look));
        free_.add_line(line);
        return line;
    }

    void put(Box const& box, std::string const& text, char const* look)
    {
        free_.take(box);
        panel_.layers.texts += svg::text((box.left + box.right) / 2, box.bottom - 5, text, "middle", look);
    }

    // Above or below the line, as far to the right as there is room.
    void name_line(std::string const& text, Heights const& line)
    {
        double const wide = 1.12 * width_of(text) + 6;  // bold
        for (double end = right - 4; end - wide > left; end -= 6) {
            auto const [highest, lowest] = free_.reach(line, end - wide, end);
            for (double const top : {highest - label_height - 4, lowest + 5}) {
                Box const box{end - wide, top, end, top + label_height};
                if (free_.is_free(box)) {
                    put(box, text, "halo strong");
                    return;
                }
            }
        }
        put({right - 4 - wide, line.back() - 24, right - 4, line.back() - 4}, text, "halo strong");
    }

    // Within the band, where it is widest; else in the key.
    void name_band(Band const& band, Heights const& top, Heights const& bottom)
    {
        double thickest = 0;
        for (std::size_t i = 0; i < top.size(); ++i) {
            thickest = std::max(thickest, bottom[i] - top[i]);
        }
        if (thickest < thinnest_shown) {
            return;
        }
        std::string const name = frame_.in(band.dutch, band.english);
        double const half = width_of(name) / 2 + 3;
        double most_room = label_height;
        std::optional<Box> best;
        for (double x = left + half; x + half < right; x += 8) {
            double const ceiling = free_.reach(top, x - half, x + half).second;
            double const floor = free_.reach(bottom, x - half, x + half).first;
            for (double const share : {0.5, 0.3, 0.7}) {
                double const middle = ceiling + share * (floor - ceiling);
                Box const box{x - half, middle - label_height / 2, x + half, middle + label_height / 2};
                if (floor - ceiling > most_room && box.top > ceiling && box.bottom < floor &&
                    free_.is_free(box)) {
                    most_room = floor - ceiling;
                    best = box;
                }
            }
        }
        if (best) {
            put(*best, name, "halo");
        } else {
            panel_.in_key.push_back(&band);
        }
    }

    Frame const& frame_;
    std::vector<double> ticks_;
    Scale y_;
    FreeSpace free_;
    std::vector<Heights> edges_;
    MoneyPanel panel_;
};

}  // namespace

MoneyPanel money_panel(Frame const& frame)
{
    return Panel(frame).drawn();
}

std::string band_fill(std::string const& prefix, Band const& band)
{
    return "fill=\"url(#" + prefix + band.look + ")\"";
}

std::string patterns(std::string const& prefix)
{
    auto const pattern = [&](Band const& band, char const* size, char const* ground, char const* texture) {
        return "<pattern id=\"" + prefix + band.look + "\" width=\"" + size + "\" height=\"" + size +
               "\" patternUnits=\"userSpaceOnUse\"><rect width=\"" + size + "\" height=\"" + size +
               "\" fill=\"" + ground + "\"/>" + texture + "</pattern>\n";
    };
    // Grounds differ in lightness too.
    return "<defs>\n" + pattern(bands[0], "8", "#dbe6ef", "") +
           pattern(bands[1], "8", "#fbe9d7",
                   "<path d=\"M-2 2L2 -2M0 8L8 0M6 10L10 6\" stroke=\"#b3590a\" stroke-width=\"1.6\"/>") +
           pattern(bands[2], "8", "#e6f3e2",
                   "<path d=\"M1 2h2M5 6h2\" stroke=\"#2d7031\" stroke-width=\"2\"/>") +
           pattern(bands[3], "8", "#4a2a7a", "") +
           pattern(bands[4], "6", "#efe7f8",
                   "<path d=\"M0 0V6M3 0V6\" stroke=\"#4a2a7a\" stroke-width=\"1.2\"/>") +
           "</defs>\n";
}

}  // namespace minimasim::report::budget
