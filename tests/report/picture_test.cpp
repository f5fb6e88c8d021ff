#include "sim/report/picture.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "sim/report/svg.hpp"
#include "tests/report/example_results.hpp"

namespace minimasim::report {
namespace {

// Whether every element that opens closes in its order, attributes are quoted and no & stands alone.
bool is_well_formed(std::string const& xml)
{
    std::vector<std::string> open;
    for (std::size_t i = 0; i < xml.size(); ++i) {
        if (xml[i] == '&') {
            auto const end = xml.find(';', i);
            auto const name = end == std::string::npos ? "" : xml.substr(i + 1, end - i - 1);
            if (name != "amp" && name != "lt" && name != "gt" && name != "quot") {
                return false;
            }
        }
        if (xml[i] != '<') {
            continue;
        }
        bool quoted = false;
        auto end = i + 1;
        for (; end < xml.size() && (quoted || xml[end] != '>'); ++end) {
            quoted = xml[end] == '"' ? !quoted : quoted;
            if (xml[end] == '<') {
                return false;
            }
        }
        auto const tag = xml.substr(i + 1, end - i - 1);
        if (end == xml.size() || tag.empty()) {
            return false;
        }
        if (tag.front() == '/') {
            if (open.empty() || open.back() != tag.substr(1)) {
                return false;
            }
            open.pop_back();
        } else if (tag.back() != '/') {
            open.push_back(tag.substr(0, tag.find(' ')));
        }
        i = end;
    }
    return open.empty();
}

TEST(CostPicture, IsWellFormedWhateverATitleHolds)
{
    auto results = test::example_results();
    results.packages[1].title = "Naar <130> & \"verder\"\x01";

    auto const picture = cost_picture(results, Language::dutch);

    EXPECT_TRUE(is_well_formed(picture)) << picture;
    EXPECT_NE(picture.find("Naar &lt;130&gt; &amp; &quot;verder&quot;"), std::string::npos);
}

TEST(CostPicture, TellsItsFiguresToAScreenReader)
{
    auto const picture = cost_picture(test::example_results(), Language::dutch);

    EXPECT_NE(picture.find("role=\"img\""), std::string::npos);
    EXPECT_NE(picture.find("<title id="), std::string::npos);
    EXPECT_NE(
        picture.find(
            "Alle minimaregelingen naar 130 %: € 480.000 (€ 430.000 – € 530.000), gepubliceerd € 550.000."),
        std::string::npos);
    EXPECT_NE(picture.find("width=\"900\""), std::string::npos);
}

TEST(CostPicture, OfNoPackagesIsStillADrawing)
{
    EXPECT_TRUE(is_well_formed(cost_picture({}, Language::english)));
}

TEST(AxisTicks, AreRoundAndCoverTheValues)
{
    EXPECT_EQ(svg::axis_ticks(0, 550000, 6),
              (std::vector<double>{0, 100000, 200000, 300000, 400000, 500000, 600000}));
    EXPECT_EQ(svg::axis_ticks(-700000, 1830000, 6),
              (std::vector<double>{-1000000, -500000, 0, 500000, 1000000, 1500000, 2000000}));
    EXPECT_EQ(svg::axis_ticks(0, 1, 6).back(), 1);
}

}  // namespace
}  // namespace minimasim::report
