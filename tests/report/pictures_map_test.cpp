#include <gtest/gtest.h>

#include <set>

#include "sim/base/error.hpp"
#include "sim/report/pictures/borders.hpp"
#include "sim/report/pictures/neighbourhood_map.hpp"
#include "tests/report/svg_reader.hpp"

namespace minimasim::report::pictures {
namespace {

// A town of two squares beside each other, around the second one a third, and one that no figure is of.
constexpr char const* town = R"({"type": "FeatureCollection", "attribution": "CBS / Kadaster", "features": [
 {"type": "Feature", "properties": {"code": "W1", "name": "Noord"}, "geometry": {"type": "Polygon",
  "coordinates": [[[6.50, 53.00], [6.56, 53.00], [6.56, 53.04], [6.50, 53.04], [6.50, 53.00]]]}},
 {"type": "Feature", "id": "W2", "properties": {}, "geometry": {"type": "MultiPolygon",
  "coordinates": [[[[6.58, 53.01], [6.60, 53.01], [6.60, 53.02], [6.58, 53.02]]]]}},
 {"type": "Feature", "properties": {"code": "W3"}, "geometry": {"type": "Polygon",
  "coordinates": [[[6.56, 53.00], [6.62, 53.00], [6.62, 53.04], [6.56, 53.04]]]}},
 {"type": "Feature", "properties": {"code": "GM"}, "geometry": {"type": "Polygon",
  "coordinates": [[[6.0, 53.0], [7.0, 53.0], [7.0, 54.0], [6.0, 54.0]]]}},
 {"type": "Feature", "properties": null, "geometry": null}]})";

NeighbourhoodMap some_map()
{
    NeighbourhoodMap figures;
    figures.caption = {"map", "Waar?", "", Shape::wide};
    figures.value_name = "huishoudens";
    figures.borders = town;
    figures.areas = {{"W1", "Noord", {120, 100, 140}, ""},
                     {"W2", "Centrum", {410, 380, 440}, ""},
                     {"W3", "Oost", {std::nan(""), 0, 0}, "< 10"},
                     {"W4", "Nergens", {55, 50, 60}, ""}};
    return figures;
}

std::vector<test::SvgElement> lands_of(std::string const& svg)
{
    std::vector<test::SvgElement> found;
    auto const elements = test::elements_in(svg);
    for (auto const& element : elements) {
        if (element.name == "path" && element.of("class") == "picture-border" && !element.is_in_definitions) {
            found.push_back(element);
        }
    }
    return found;
}

bool shows(std::string const& svg, std::string const& text)
{
    return svg.find(">" + text + "</text>") != std::string::npos;
}

TEST(NeighbourhoodMap, DrawsTheAreasWithFiguresAndNamesThemAll)
{
    auto const svg = neighbourhood_map(some_map(), Language::dutch);

    EXPECT_EQ(test::fault_of(svg), "");
    EXPECT_EQ(lands_of(svg).size(), 3);
    for (char const* text : {"Noord", "Centrum", "Oost", "Nergens", "410", "(380 – 440)", "&lt; 10"}) {
        EXPECT_TRUE(shows(svg, text)) << text;
    }
}

TEST(NeighbourhoodMap, FindsAnAreaByItsName)
{
    auto figures = some_map();
    figures.areas[0].code = "Noord";

    EXPECT_EQ(neighbourhood_map(figures, Language::dutch), neighbourhood_map(some_map(), Language::dutch));
}

TEST(NeighbourhoodMap, SaysWhoseBordersTheyAre)
{
    auto figures = some_map();
    EXPECT_TRUE(shows(neighbourhood_map(figures, Language::dutch), "Grenzen: CBS / Kadaster"));

    figures.attribution = "somebody else";
    EXPECT_TRUE(shows(neighbourhood_map(figures, Language::english), "Borders: somebody else"));
}

TEST(NeighbourhoodMap, TellsClassesApartWithoutColour)
{
    auto const svg = neighbourhood_map(some_map(), Language::dutch);

    std::set<std::string> fills;
    for (auto const& land : lands_of(svg)) {
        fills.insert(land.own("fill"));
        EXPECT_NE(svg.find("id=\"" + land.own("fill").substr(5, land.own("fill").size() - 6) + "\""),
                  std::string::npos);
    }
    EXPECT_EQ(fills.size(), 3);
}

TEST(NeighbourhoodMap, DrawsTheSmallerOverTheLarger)
{
    auto const lands = lands_of(neighbourhood_map(some_map(), Language::dutch));

    auto const centre = test::reach_of(lands.back());
    auto const around = test::reach_of(lands[1]);
    EXPECT_LT(centre.right - centre.left, around.right - around.left);
    EXPECT_GT(centre.left, around.left);
}

TEST(NeighbourhoodMap, HasTheShapeOfTheLand)
{
    auto const land = test::reach_of(lands_of(neighbourhood_map(some_map(), Language::dutch)).front());

    // 0.06 degrees east at 53 degrees north are 0.9 of 0.04 degrees north.
    EXPECT_NEAR((land.right - land.left) / (land.bottom - land.top), 0.06 * 0.6016 / 0.04, 0.02);
}

TEST(NeighbourhoodMap, OfNoBordersIsNothing)
{
    auto figures = some_map();
    figures.borders = "";

    EXPECT_EQ(neighbourhood_map(figures, Language::dutch), "");
}

TEST(NeighbourhoodMap, RefusesWhatIsNoGeoJson)
{
    auto figures = some_map();
    for (char const* borders :
         {"{", "[]", "null", R"({"features": 1})", R"({"features": [1]})",
          R"({"features": [{"id": "W1", "geometry": {"type": "Polygon", "coordinates": [1]}}]})",
          R"({"features": [{"id": "W1", "geometry": {"type": "Polygon", "coordinates": [[["a", 1]]]}}]})",
          R"({"features": [{"id": "W1", "geometry": {"type": "Polygon", "coordinates": [[[1e99, 1]]]}}]})"}) {
        figures.borders = borders;
        EXPECT_THROW(neighbourhood_map(figures, Language::dutch), InputError) << borders;
    }
}

TEST(Borders, KnowWhatIsInsideOfThem)
{
    auto const borders = read_borders(
        R"({"features": [{"id": "W", "geometry": {"type": "Polygon", "coordinates":
            [[[0, 0], [900, 0], [900, 900], [0, 900]], [[300, 300], [600, 300], [600, 600], [300, 600]]]}}]})");
    auto const& land = borders.areas.at(0);

    EXPECT_TRUE(is_inside(land, {100, -100}));
    EXPECT_FALSE(is_inside(land, {450, -450}));  // a hole
    EXPECT_FALSE(is_inside(land, {1000, -100}));
    EXPECT_DOUBLE_EQ(distance_to(land, {450, -450}), 150);
    EXPECT_DOUBLE_EQ(size_of(land), 810000);
    EXPECT_EQ(frame_of(land).top, -900);
}

}  // namespace
}  // namespace minimasim::report::pictures
