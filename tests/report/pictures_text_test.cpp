#include <gtest/gtest.h>

#include "sim/report/pictures/scale.hpp"
#include "sim/report/pictures/text_width.hpp"

namespace minimasim::report::pictures {
namespace {

TEST(PrintableText, IsWhatXmlAndOneLineCanHold)
{
    EXPECT_EQ(printable("een\ttwee\ndrie"), "een twee drie");
    EXPECT_EQ(printable("om\u202ekering"), "omkering");
    EXPECT_EQ(printable("\xff\xc3\x28"), "\ufffd\ufffd(");
    EXPECT_EQ(printable("\xed\xa0\x80").find("\xed\xa0\x80"), std::string::npos);  // half a surrogate pair
    EXPECT_EQ(printable("naar € 500 en 130 %"), "naar €\u00a0500 en 130\u00a0%");
}

TEST(TextWidth, GrowsWithSizeAndWeight)
{
    EXPECT_GT(width_of("Inkomenstoeslag", look::strong), width_of("Inkomenstoeslag", look::text));
    EXPECT_GT(width_of("Inkomenstoeslag", look::text), width_of("Inkomenstoeslag", look::quiet));
    EXPECT_NEAR(width_of("00", look::text), 2 * 0.636 * 13, 0.2);
    EXPECT_GT(width_of("W", look::text), 3 * width_of("i", look::text));
}

TEST(ShortenedText, FitsAndEndsInAnEllipsis)
{
    std::string const name = "Kwijtschelding gemeentelijke belastingen";

    auto const shown = shortened(name, 100, look::text);

    EXPECT_LE(width_of(shown, look::text), 100);
    EXPECT_TRUE(shown.ends_with("…"));
    EXPECT_EQ(shortened(name, 1000, look::text), name);
    EXPECT_EQ(shortened("€€€€€€€€€€", 40, look::text).size() % 3, 0);  // whole characters
}

TEST(LinesOfText, BreakAtSpacesAndHoldEverything)
{
    std::string const name = "Meedoenbudget in plaats van het volwassenenfonds";

    auto const lines = lines_of(name, 150, look::text, 9);

    std::string together;
    for (auto const& line : lines) {
        EXPECT_LE(width_of(line, look::text), 150);
        together += (together.empty() ? "" : " ") + line;
    }
    EXPECT_EQ(together, name);
    EXPECT_GT(lines.size(), 1);
}

TEST(LinesOfText, AreNoMoreThanAsked)
{
    EXPECT_EQ(lines_of(std::string(500, 'x'), 100, look::text, 2).size(), 2);
    EXPECT_EQ(lines_of("", 100, look::text, 2), std::vector<std::string>{""});
    EXPECT_EQ(lines_of("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 1, look::text, 3).size(),
              3);  // even where nothing fits
}

Extent extent(double low, double high)
{
    return {low, high, false};
}

TEST(Scale, CoversItsExtentWithRoundValuesWithinIt)
{
    auto const scale = scale_of(extent(-910000, 800000), Quantity::euro, 100, 500, 6);

    EXPECT_GE(scale(-910000), 100);
    EXPECT_LE(scale(800000), 500);
    EXPECT_EQ(scale.ticks, (std::vector<double>{-500000, 0, 500000}));
}

TEST(Scale, EndsAtZeroWhereItsExtentDoes)
{
    EXPECT_EQ(scale_of(extent(0, 900), Quantity::count, 10, 90, 6)(0), 10);
    EXPECT_EQ(scale_of(extent(-900, 0), Quantity::count, 10, 90, 6)(0), 90);
}

TEST(Scale, OfOneValueIsWidened)
{
    for (double const value : {0.0, 5.0, -5.0, 1e15, -1e15}) {
        auto const scale = scale_of(extent(value, value), Quantity::euro, 0, 100, 6);
        EXPECT_GE(scale(value), -1e-9) << value;
        EXPECT_LE(scale(value), 100 + 1e-9) << value;
        EXPECT_GE(scale.ticks.size(), 2) << value;
    }
}

TEST(TickText, IsShortAndDutch)
{
    EXPECT_EQ(tick_text(Quantity::euro, -1.5e6, 5e5, Language::dutch), "−€\u00a01,5\u00a0mln");
    EXPECT_EQ(tick_text(Quantity::euro, 1.5e6, 5e5, Language::english), "€1.5m");
    EXPECT_EQ(tick_text(Quantity::euro, 0, 5e5, Language::dutch), "€\u00a00");
    EXPECT_EQ(tick_text(Quantity::euro, 20000, 2e4, Language::dutch), "€\u00a020.000");
    EXPECT_EQ(tick_text(Quantity::share, 0.125, 0.025, Language::dutch), "12,5\u00a0%");
    EXPECT_EQ(tick_text(Quantity::count, -400, 200, Language::dutch), "−400");
}

TEST(IntervalWords, SignOnlyWhatIsOnBothSidesOfZero)
{
    EXPECT_EQ(interval_words(Quantity::count, {60, 30, 90}, true, Language::dutch), "(30 – 90)");
    EXPECT_EQ(interval_words(Quantity::count, {10, -30, 50}, true, Language::dutch), "(−30 tot +50)");
    EXPECT_EQ(interval_words(Quantity::count, {10, 10, 10}, true, Language::dutch), "");
}

TEST(Drawable, IsWhatHasAPlace)
{
    EXPECT_FALSE(is_drawable(std::numeric_limits<double>::quiet_NaN()));
    EXPECT_FALSE(is_drawable(1e300));
    EXPECT_TRUE(is_drawable(-1e15));
    EXPECT_EQ(drawable({5, std::numeric_limits<double>::infinity(), 3}).low, 3);
}

}  // namespace
}  // namespace minimasim::report::pictures
