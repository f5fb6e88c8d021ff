#include "sim/report/value_text.hpp"

#include <gtest/gtest.h>

namespace minimasim::report {
namespace {

TEST(ValueText, ShowsAUnitAsPeopleReadIt)
{
    EXPECT_EQ(value_text(1308.45, "euro_per_month", Language::dutch), "€ 1.308,45 per maand");
    EXPECT_EQ(value_text(1308.45, "euro_per_month", Language::english), "€1,308.45 a month");
    EXPECT_EQ(value_text(1.2, "share", Language::dutch), "120 %");
    EXPECT_EQ(value_text(0.01879, "share", Language::english), "1.879%");
    EXPECT_EQ(value_text(67, "years", Language::dutch), "67 jaar");
    EXPECT_EQ(value_text(1, "yes_no", Language::dutch), "ja");
    EXPECT_EQ(value_text(1963, "count", Language::dutch), "1963");
    EXPECT_EQ(value_text(230, "hours_per_month", Language::english), "230 hours a month");
    EXPECT_EQ(value_text(5.598e-7, "euro_per_month_per_euro_squared", Language::dutch), "0,0000005598");
}

TEST(ValueText, PutsTheSignBeforeTheEuro)
{
    EXPECT_EQ(euro_text(-12.5, 2, Language::dutch), "−€ 12,50");
    EXPECT_EQ(euro_text(-0.001, 2, Language::dutch), "€ 0,00");
}

TEST(ValueText, ShortensASourceToItsTitleOrHost)
{
    EXPECT_EQ(short_source("https://www.velsen.nl/bijstandsnormen-per-1-juli-2024", 46), "velsen.nl");
    EXPECT_EQ(short_source("Rekenkamer Assen 2025, table of schemes", 46), "Rekenkamer Assen 2025");
    EXPECT_EQ(short_source("public repository someone/tables, file.js (figures)", 46), "someone/tables");
    EXPECT_EQ(short_source("a title that is too long for the few columns there are", 20),
              "a title that is …");
}

TEST(ValueText, ListsWithAWordBeforeTheLast)
{
    EXPECT_EQ(listed({"a"}, Language::dutch), "a");
    EXPECT_EQ(listed({"a", "b", "c"}, Language::dutch), "a, b en c");
    EXPECT_EQ(listed({"a", "b"}, Language::english), "a and b");
}

}  // namespace
}  // namespace minimasim::report
