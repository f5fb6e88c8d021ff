#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sim/base/error.hpp"
#include "sim/report/pictures/band_line.hpp"
#include "sim/report/pictures/curves_picture.hpp"
#include "sim/report/pictures/effect_picture.hpp"
#include "sim/report/pictures/gains_picture.hpp"
#include "sim/report/pictures/interval_rows.hpp"
#include "sim/report/pictures/reach_bars.hpp"
#include "sim/report/pictures/stacking_picture.hpp"
#include "sim/report/pictures/tornado_picture.hpp"
#include "sim/report/pictures/waterfall.hpp"
#include "tests/report/svg_reader.hpp"

namespace minimasim::report::pictures {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

std::vector<test::SvgElement> elements_of(std::string const& svg, std::string const& name,
                                          std::string const& look)
{
    std::vector<test::SvgElement> found;
    auto const elements = test::elements_in(svg);
    for (auto const& element : elements) {
        if (element.name == name && element.of("class") == look && !element.is_in_definitions) {
            found.push_back(element);
        }
    }
    return found;
}

bool shows(std::string const& svg, std::string const& text)
{
    auto const texts = test::texts_of(test::elements_in(svg));
    return std::any_of(texts.begin(), texts.end(), [&](auto const& shown) { return shown.content == text; });
}

IntervalRows some_rows()
{
    IntervalRows figures;
    figures.caption = {"cost", "Wat kost het?", "", Shape::wide};
    figures.quantity = Quantity::euro;
    figures.is_change = true;
    figures.rows = {{"Naar 130 %", {480000, 430000, 530000}, 550000, "", true},
                    {"Niets", {nothing, 0, 0}, nothing, "", false},
                    {"Weinig", {nothing, 0, 0}, nothing, "< 10", false}};
    return figures;
}

TEST(IntervalRows, ShowTheFigureItsIntervalAndWhatWasPublished)
{
    auto const svg = interval_rows(some_rows(), Language::dutch);

    EXPECT_TRUE(shows(svg, "+€\u00a0480.000"));
    EXPECT_TRUE(shows(svg, "(€\u00a0430.000 – €\u00a0530.000)"));
    EXPECT_TRUE(shows(svg, "gepubliceerd €\u00a0550.000"));
    EXPECT_EQ(elements_of(svg, "path", "picture-published").size(), 2);  // one of them in the key
    EXPECT_NE(svg.find("<title id=\"picture-cost-wide-title\">Wat kost het?</title>"), std::string::npos);
    EXPECT_NE(svg.find("Naar 130\u00a0%: +€\u00a0480.000 (€\u00a0430.000 – €\u00a0530.000), gepubliceerd"),
              std::string::npos);
}

TEST(IntervalRows, LeaveOutWhatIsNoNumberAndShowANoteInItsPlace)
{
    auto const svg = interval_rows(some_rows(), Language::dutch);

    EXPECT_FALSE(shows(svg, "Niets"));
    EXPECT_TRUE(shows(svg, "Weinig"));
    EXPECT_TRUE(shows(svg, "< 10"));
    EXPECT_EQ(elements_of(svg, "circle", "picture-mark").size(), 2);  // one of them in the key
}

TEST(IntervalRows, PutTheDotWithinItsInterval)
{
    auto const svg = interval_rows(some_rows(), Language::dutch);

    auto const dot = elements_of(svg, "circle", "picture-mark").back();
    auto const line = elements_of(svg, "line", "picture-interval").back();
    auto const number = [](test::SvgElement const& element, char const* key) {
        return std::atof(element.own(key).c_str());
    };
    EXPECT_LT(number(line, "x1"), number(dot, "cx"));
    EXPECT_LT(number(dot, "cx"), number(line, "x2"));
    EXPECT_EQ(number(line, "y1"), number(dot, "cy"));
}

TEST(EveryShape, HasIdsOfItsOwn)
{
    auto figures = some_rows();
    auto const one = in_both_shapes(interval_rows, figures, Language::dutch);
    figures.caption.key = "cost/2";
    auto const other = in_both_shapes(interval_rows, figures, Language::dutch);
    figures.caption.key = "cost_2f2";
    auto const third = in_both_shapes(interval_rows, figures, Language::dutch);

    auto const page = test::elements_in("<body>" + one + other + third + "</body>");
    std::multiset<std::string> ids;
    for (auto const& element : page) {
        if (!element.own("id").empty()) {
            ids.insert(element.own("id"));
        }
    }
    EXPECT_EQ(ids.size(), 12);
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
}

TEST(EveryPictureOfNothing, SaysSo)
{
    Caption const caption{"empty", "Leeg", "", Shape::narrow};
    auto const expect_empty = [](std::string const& svg) {
        EXPECT_EQ(test::fault_of(svg), "");
        EXPECT_TRUE(shows(svg, "Geen cijfers om te tonen."));
    };

    expect_empty(interval_rows({caption, "", Quantity::euro, false, true, "", {}}, Language::dutch));
    expect_empty(reach_bars({caption, "", {}}, Language::dutch));
    expect_empty(effect_picture({caption, "", "", Quantity::count, {}}, Language::dutch));
    expect_empty(waterfall({caption, "", Quantity::euro, {}, {}, {}, {}}, Language::dutch));
    expect_empty(band_line({caption, "", Quantity::euro, false, true, {}, nothing, ""}, Language::dutch));
    EXPECT_TRUE(shows(reach_bars({caption, "", {}}, Language::english), "No figures to show."));
}

TEST(EffectPicture, NamesPackagesAtTheirDotsOnAWidePageAndInRowsOnAPhone)
{
    EffectPicture figures{
        {"effect", "", "", Shape::wide}, "extra kosten", "mensen minder arm", Quantity::count, {}};
    figures.points = {{"Naar 130 %", {480000, 430000, 530000}, {60, 30, 95}, true},
                      {"Meedoenbudget", {760000, 610000, 920000}, {210, 140, 290}, false},
                      {"Onbekend", {nothing, 0, 0}, {1, 1, 1}, false}};

    auto const wide = effect_picture(figures, Language::dutch);
    figures.caption.shape = Shape::narrow;
    auto const narrow = effect_picture(figures, Language::dutch);

    EXPECT_TRUE(shows(wide, "Naar 130\u00a0%"));
    EXPECT_TRUE(shows(wide, "Meedoenbudget"));
    EXPECT_FALSE(shows(wide, "1"));
    EXPECT_FALSE(shows(wide, "Onbekend"));
    EXPECT_TRUE(shows(narrow, "Meedoenbudget"));
    EXPECT_TRUE(shows(narrow, "+€\u00a0480.000"));
    EXPECT_TRUE(shows(narrow, "+60"));
    EXPECT_NE(
        wide.find("Meedoenbudget: +€\u00a0760.000 (€\u00a0610.000 – €\u00a0920.000), +210 (140 – 290)."),
        std::string::npos);
}

TEST(EffectPicture, SetsPublishedCostBesideTheEstimateInBothForms)
{
    EffectPicture figures{
        {"effect", "", "", Shape::wide}, "extra kosten", "mensen minder arm", Quantity::count, {}};
    figures.points = {{"Naar 130 %", {110000, 50000, 200000}, {60, 30, 95}, true, 550000}};
    for (auto const shape : {Shape::wide, Shape::narrow}) {
        figures.caption.shape = shape;
        figures.points.front().published_cost = 550000;
        auto const with = effect_picture(figures, Language::dutch);
        figures.points.front().published_cost = nothing;
        auto const without = effect_picture(figures, Language::dutch);

        EXPECT_TRUE(shows(with, "gepubliceerde kosten"));
        EXPECT_NE(with.find("gepubliceerd €\u00a0550.000"), std::string::npos);
        EXPECT_NE(with.find("picture-published"), std::string::npos);
        EXPECT_FALSE(shows(without, "gepubliceerde kosten"));
    }
}

TEST(EffectPicture, IsInRowsWhereNamesHaveNoRoomAtTheirDots)
{
    EffectPicture figures{
        {"effect", "", "", Shape::wide}, "extra kosten", "mensen minder arm", Quantity::count, {}};
    for (int i = 0; i < 12; ++i) {
        figures.points.push_back({"Pakket " + std::to_string(i), {1000.0 * i, 0, 20000}, {1, 0, 2}, false});
    }
    figures.points.push_back({"Ver weg", {5e6, 4e6, 6e6}, {400, 300, 500}, false});

    auto const svg = effect_picture(figures, Language::dutch);

    for (auto const& point : figures.points) {
        EXPECT_TRUE(shows(svg, point.name));
    }
    EXPECT_LT(svg.find(">Ver weg<"), svg.find(">Pakket 11<"));  // the dearest first
}

TEST(ReachBars, TellUsersOfThoseEntitledAndWhoDoesNotUseIt)
{
    auto const svg = reach_bars({{"reach", "", "", Shape::narrow},
                                 "huishoudens",
                                 {{"Inkomenstoeslag", {2260, 2100, 2400}, {1354, 1250, 1460}, "", false}}},
                                Language::dutch);

    EXPECT_TRUE(shows(svg, "1.350 van 2.260"));
    EXPECT_TRUE(shows(svg, "60\u00a0% gebruikt het, 910 niet"));
    auto const users = test::reach_of(elements_of(svg, "rect", "picture-bar").back());
    auto const others = test::reach_of(elements_of(svg, "rect", "picture-bar picture-bar-hatched").back());
    EXPECT_NEAR(users.right, others.left, 0.2);
    EXPECT_NEAR((others.right - users.left) / (users.right - users.left), 2260.0 / 1354, 0.01);
}

TEST(Waterfall, BeginsEveryOptionWhereTheLastOneEnded)
{
    auto const svg = waterfall({{"sum", "", "", Shape::wide},
                                "euro",
                                Quantity::euro,
                                {{"Een", {300000, 280000, 320000}}, {"Twee", {200000, 190000, 210000}}},
                                {500000, 470000, 530000},
                                {-100000, -120000, -80000},
                                {400000, 360000, 440000}},
                               Language::dutch);

    auto const more = elements_of(svg, "rect", "picture-bar");
    auto const totals = elements_of(svg, "rect", "picture-bar picture-bar-total");
    auto const less = test::reach_of(elements_of(svg, "rect", "picture-bar picture-bar-hatched").back());
    ASSERT_EQ(more.size(), 3);  // the first of each is in the key
    ASSERT_EQ(totals.size(), 3);
    auto const one = test::reach_of(more[1]);
    auto const two = test::reach_of(more[2]);
    auto const sum = test::reach_of(totals[1]);
    auto const joint = test::reach_of(totals[2]);
    EXPECT_NEAR(one.right, two.left, 0.2);
    EXPECT_NEAR(sum.left, one.left, 0.2);
    EXPECT_NEAR(sum.right, two.right, 0.2);
    EXPECT_NEAR(less.right, sum.right, 0.2);
    EXPECT_NEAR(less.left, joint.right, 0.2);
}

TEST(Tornado, PutsTheLongestBarFirst)
{
    auto const svg = tornado_picture({{"tornado", "", "", Shape::wide},
                                      "euro",
                                      Quantity::euro,
                                      false,
                                      480000,
                                      {{"Kort", "1", "2", 470000, 490000, 0.1},
                                       {"Lang", "3", "4", 400000, 560000, 0.625},
                                       {"Onbekend", "5", "6", nothing, 1, nothing}}},
                                     Language::dutch);

    EXPECT_LT(svg.find(">Lang<"), svg.find(">Kort<"));
    EXPECT_FALSE(shows(svg, "Onbekend"));
    EXPECT_TRUE(shows(svg, "63\u00a0% van de onzekerheid"));
    EXPECT_TRUE(shows(svg, "3"));
}

TEST(Gains, StandOnBothSidesOfZero)
{
    auto const svg = gains_picture({{"gains", "", "", Shape::wide},
                                    "huishoudens",
                                    Quantity::count,
                                    {{"Laagste", {1200, 1000, 1400}, {300, 250, 350}, "", ""}}},
                                   Language::english);

    auto const gaining = test::reach_of(elements_of(svg, "rect", "picture-bar").back());
    auto const losing = test::reach_of(elements_of(svg, "rect", "picture-bar picture-bar-hatched").back());
    EXPECT_NEAR(gaining.left, losing.right, 0.2);
    EXPECT_NEAR((gaining.right - gaining.left) / (losing.right - losing.left), 4, 0.05);
    EXPECT_TRUE(shows(svg, "1,200 gain"));
    EXPECT_TRUE(shows(svg, "300 lose"));
}

TEST(Stacking, ShowsBothCounts)
{
    auto const svg = stacking_picture({{"stacking", "", "", Shape::narrow},
                                       "huishoudens",
                                       "",
                                       "",
                                       Quantity::count,
                                       {{"2 regelingen", {1210, 1100, 1300}, {1290, 1200, 1400}, ""}}},
                                      Language::dutch);

    EXPECT_TRUE(shows(svg, "1.290"));
    EXPECT_TRUE(shows(svg, "nu 1.210"));
}

TEST(Curves, TellWhereTheyAreFarthestApart)
{
    CurvesPanel panel{"Paar", {}, {}};
    for (int wage = 0; wage <= 40000; wage += 1000) {
        panel.before.push_back({1.0 * wage, wage < 20000 ? 900.0 : 0});
        panel.after.push_back({1.0 * wage, wage < 22000 ? 1000.0 : 0});
    }
    auto const svg = curves_picture(
        {{"curves", "", "", Shape::wide}, "loon", "steun", "", "", Quantity::euro, Quantity::euro, {panel}},
        Language::dutch);

    EXPECT_TRUE(shows(svg, "hoogstens +€\u00a01.000, bij €\u00a020.000"));
    // A step keeps its four corners, whatever is between them.
    auto const line = elements_of(svg, "path", "picture-line").back().own("d");
    EXPECT_EQ(std::count(line.begin(), line.end(), 'L'), 3);
}

TEST(BandLine, TellsItsFirstAndItsLastFigure)
{
    BandLine figures;
    figures.caption = {"forecast", "", "", Shape::wide};
    figures.points = {{2027, "2027", {7.5e6, 7.0e6, 8.0e6}, false},
                      {2025, "2025", {6.9e6, 6.9e6, 6.9e6}, true}};
    figures.goal = 7.2e6;

    auto const svg = band_line(figures, Language::dutch);

    EXPECT_TRUE(shows(svg, "2025: €\u00a06.900.000"));
    EXPECT_TRUE(shows(svg, "2027: €\u00a07.500.000 (€\u00a07.000.000 – €\u00a08.000.000)"));
    EXPECT_TRUE(shows(svg, "doel"));
}

double luminance(std::string const& colour)
{
    auto const full = colour.size() == 4
                          ? std::string{'#', colour[1], colour[1], colour[2], colour[2], colour[3], colour[3]}
                          : colour;
    auto const part = [&](std::size_t i) {
        double const share = std::stoi(full.substr(i, 2), nullptr, 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

// Of a colour of these attributes on white, as WCAG 2 defines it.
double contrast(std::string const& attributes, std::string const& name)
{
    auto const start = attributes.find(name + "=\"#") + name.size() + 2;
    return 1.05 / (luminance(attributes.substr(start, attributes.find('"', start) - start)) + 0.05);
}

TEST(Looks, HaveTheContrastOfWcagOnWhite)
{
    for (auto const& look : {look::text, look::strong, look::strong_small, look::quiet, look::heading}) {
        EXPECT_GE(contrast(look.attributes, "fill"), 4.5) << look.classes;
        EXPECT_GE(look.size, 12);
    }
    for (auto const& look : {look::mark, look::mark_other, look::bar, look::bar_total}) {
        EXPECT_GE(contrast(look.attributes, "fill"), 3) << look.classes;
    }
    for (auto const& look :
         {look::axis, look::leader, look::interval, look::interval_other, look::whisker, look::thin_interval,
          look::thin_interval_other, look::published, look::bar_hatched, look::line, look::line_other,
          look::goal, look::band_edge, look::border, look::hatch}) {
        EXPECT_GE(contrast(look.attributes, "stroke"), 3) << look.classes;
    }
}

}  // namespace
}  // namespace minimasim::report::pictures
