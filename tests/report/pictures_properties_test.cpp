#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <random>

#include "sim/report/pictures/band_line.hpp"
#include "sim/report/pictures/curves_picture.hpp"
#include "sim/report/pictures/effect_picture.hpp"
#include "sim/report/pictures/gains_picture.hpp"
#include "sim/report/pictures/neighbourhood_map.hpp"
#include "sim/report/pictures/reach_bars.hpp"
#include "sim/report/pictures/small_multiples.hpp"
#include "sim/report/pictures/stacking_picture.hpp"
#include "sim/report/pictures/tornado_picture.hpp"
#include "sim/report/pictures/waterfall.hpp"
#include "tests/report/svg_reader.hpp"

namespace minimasim::report::pictures {
namespace {

std::string repeated(std::string const& text, int times)
{
    std::string result;
    for (int i = 0; i < times; ++i) {
        result += text;
    }
    return result;
}

// Figures and names that nobody would expect, and some that one would.
class Chance {
  public:
    explicit Chance(unsigned seed) : engine_(seed), kind_(below(5)) {}

    int below(int bound) { return static_cast<int>(engine_() % static_cast<unsigned>(bound)); }
    int count() { return std::vector<int>{0, 1, 2, 5, 14, 26}[static_cast<std::size_t>(below(6))]; }

    double value()
    {
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        switch (kind_) {
            case 0:
                return 1000;  // all the same
            case 1:
                return 1e3 * (below(2000) - 1000);
            case 2:
                return below(3) == 0 ? nan : below(50);
            case 3:
                return std::vector<double>{1e300,  -1e300, 1e15, -3e12,
                                           1e-300, 0,      nan,  std::numeric_limits<double>::infinity()}
                    [static_cast<std::size_t>(below(8))];
            default:
                return 5e5 + below(900);
        }
    }

    Interval interval()
    {
        double const estimate = value();
        return {estimate, estimate - std::abs(value()) / 5,
                below(4) == 0 ? value() : estimate + std::abs(value()) / 5};
    }

    std::string name()
    {
        switch (below(9)) {
            case 0:
                return "";
            case 1:
                return repeated("ABCDEFGHIJ", 50);
            case 2:
                return repeated("een lange naam van een pakket ", 17);
            case 3:
                return "</text><script>alert(\"1\")</script>&amp;'";
            case 4:
                return repeated("👩‍👩‍👧‍👦", 30);
            case 5:
                return "\xff\xc3 kapot \x01\n\tna een \u202eomkering";
            case 6:
                return repeated("Ǆ", 70);
            default:
                return "Individuele inkomenstoeslag naar € 500 en 130 %";
        }
    }

    std::string note() { return below(3) == 0 ? "< 10" : ""; }
    Quantity quantity()
    {
        return std::vector{Quantity::euro, Quantity::count,
                           Quantity::share}[static_cast<std::size_t>(below(3))];
    }
    bool coin() { return below(2) == 0; }
    Caption caption() { return {name(), name(), coin() ? name() : "", coin() ? Shape::wide : Shape::narrow}; }
    Language language() { return coin() ? Language::dutch : Language::english; }

    template <class Row>
    std::vector<Row> rows(std::function<Row()> const& row)
    {
        std::vector<Row> result;
        for (int i = count(); i > 0; --i) {
            result.push_back(row());
        }
        return result;
    }

    std::vector<IntervalRow> interval_rows()
    {
        return rows<IntervalRow>([&] {
            return IntervalRow{name(), interval(), value(), note(), below(5) == 0};
        });
    }

    std::vector<CurvePlace> curve()
    {
        std::vector<CurvePlace> places;
        for (int i = count(); i > 0; --i) {
            places.push_back({value(), value()});
        }
        std::sort(places.begin(), places.end(), [](auto const& a, auto const& b) { return a.x < b.x; });
        return places;
    }

    // A square somewhere, of some size.
    std::string ring()
    {
        int const x = below(100);
        int const y = below(100);
        int const size = 1 + below(60);
        auto const place = [](int a, int b) {
            return "[" + std::to_string(a) + "," + std::to_string(b) + "]";
        };
        return "[[" + place(x, y) + "," + place(x + size, y) + "," + place(x + size, y + size) + "," +
               place(x, y + size) + "]]";
    }

  private:
    std::mt19937 engine_;
    int kind_;
};

using Drawing = std::function<std::string(Chance&)>;

std::string drawn_effect(Chance& chance)
{
    EffectPicture figures{chance.caption(), chance.name(), chance.name(), chance.quantity(), {}};
    figures.points = chance.rows<EffectPoint>([&] {
        return EffectPoint{chance.name(), chance.interval(), chance.interval(), chance.below(6) == 0};
    });
    return effect_picture(figures, chance.language());
}

std::string drawn_rows(Chance& chance)
{
    return interval_rows({chance.caption(), chance.name(), chance.quantity(), chance.coin(), chance.coin(),
                          chance.note(), chance.interval_rows()},
                         chance.language());
}

std::string drawn_multiples(Chance& chance)
{
    return small_multiples({chance.caption(), chance.name(), chance.quantity(), chance.coin(), chance.coin(),
                            chance.rows<IntervalPanel>([&] {
                                return IntervalPanel{chance.name(), chance.interval_rows()};
                            })},
                           chance.language());
}

std::string drawn_reach(Chance& chance)
{
    return reach_bars(
        {chance.caption(), chance.name(), chance.rows<ReachRow>([&] {
             return ReachRow{chance.name(), chance.interval(), chance.interval(), chance.note(), false};
         })},
        chance.language());
}

std::string drawn_waterfall(Chance& chance)
{
    auto const options = chance.rows<WaterfallStep>([&] {
        return WaterfallStep{chance.name(), chance.interval()};
    });
    return waterfall({chance.caption(), chance.name(), chance.quantity(), options, chance.interval(),
                      chance.interval(), chance.interval()},
                     chance.language());
}

std::string drawn_tornado(Chance& chance)
{
    return tornado_picture({chance.caption(), chance.name(), chance.quantity(), chance.coin(), chance.value(),
                            chance.rows<TornadoBar>([&] {
                                return TornadoBar{chance.name(),  chance.name(),  chance.name(),
                                                  chance.value(), chance.value(), chance.value()};
                            })},
                           chance.language());
}

std::string drawn_gains(Chance& chance)
{
    return gains_picture({chance.caption(), chance.name(), chance.quantity(), chance.rows<GainsRow>([&] {
                              return GainsRow{chance.name(), chance.interval(), chance.interval(),
                                              chance.note(), chance.name()};
                          })},
                         chance.language());
}

std::string drawn_stacking(Chance& chance)
{
    return stacking_picture(
        {chance.caption(), chance.name(), chance.name(), chance.name(), chance.quantity(),
         chance.rows<StackingRow>([&] {
             return StackingRow{chance.name(), chance.interval(), chance.interval(), chance.note()};
         })},
        chance.language());
}

std::string drawn_curves(Chance& chance)
{
    return curves_picture({chance.caption(), chance.name(), chance.name(), chance.note(), chance.name(),
                           chance.quantity(), chance.quantity(), chance.rows<CurvesPanel>([&] {
                               return CurvesPanel{chance.name(), chance.curve(), chance.curve()};
                           })},
                          chance.language());
}

std::string drawn_band(Chance& chance)
{
    return band_line({chance.caption(), chance.name(), chance.quantity(), chance.coin(), chance.coin(),
                      chance.rows<BandPoint>([&] {
                          return BandPoint{chance.value(), chance.name(), chance.interval(), chance.coin()};
                      }),
                      chance.value(), chance.name()},
                     chance.language());
}

std::string drawn_map(Chance& chance)
{
    NeighbourhoodMap figures{chance.caption(), chance.name(), chance.quantity(), "", chance.name(), {}};
    figures.borders = R"({"type":"FeatureCollection","features":[)";
    for (int i = chance.count(); i >= 0; --i) {
        figures.borders += R"({"type":"Feature","properties":{"code":"W)" + std::to_string(i) +
                           R"("},"geometry":{"type":"Polygon","coordinates":)" + chance.ring() + "}}";
        figures.borders += i > 0 ? "," : "]}";
        figures.areas.push_back({"W" + std::to_string(i), chance.name(), chance.interval(), chance.note()});
    }
    return neighbourhood_map(figures, chance.language());
}

struct Picture {
    char const* name;
    Drawing draw;
};

class EveryPicture : public ::testing::TestWithParam<Picture> {};

TEST_P(EveryPicture, IsSoundWhateverItsFigures)
{
    constexpr unsigned draws = 80;
    for (unsigned seed = 1; seed <= draws; ++seed) {
        Chance chance(seed);

        auto const svg = GetParam().draw(chance);

        ASSERT_EQ(test::fault_of(svg), "") << "seed " << seed << "\n" << svg.substr(0, 4000);
    }
}

TEST_P(EveryPicture, IsTheSameEveryTime)
{
    Chance one(7);
    Chance other(7);

    EXPECT_EQ(GetParam().draw(one), GetParam().draw(other));
}

INSTANTIATE_TEST_SUITE_P(Pictures, EveryPicture,
                         ::testing::Values(Picture{"effect", drawn_effect}, Picture{"rows", drawn_rows},
                                           Picture{"multiples", drawn_multiples},
                                           Picture{"reach", drawn_reach},
                                           Picture{"waterfall", drawn_waterfall},
                                           Picture{"tornado", drawn_tornado}, Picture{"gains", drawn_gains},
                                           Picture{"stacking", drawn_stacking},
                                           Picture{"curves", drawn_curves}, Picture{"band", drawn_band},
                                           Picture{"map", drawn_map}),
                         [](auto const& instance) { return std::string(instance.param.name); });

}  // namespace
}  // namespace minimasim::report::pictures
