#include "sim/report/budget_picture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "sim/report/budget_marks.hpp"
#include "sim/report/free_space.hpp"

namespace minimasim::report {

namespace {

using Kind = CurvePart::Kind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

// Two points with a cliff between them.
BudgetCurves example_curves()
{
    BudgetCurves curves;
    curves.household = "h1";
    curves.title = "Ouder & <kind>";
    curves.title_en = "Parent and child";
    curves.date = "2024-07-01";
    curves.swept = {"wage_per_year", "een loon", "a wage", "euro_per_year", true};
    curves.parts = {{"net_income_per_month", "Netto inkomen", "Net income", Kind::net_income},
                    {"child_package_in_kind_per_month", "Kindpakket", "Child package", Kind::in_kind_scheme},
                    {"group_health_insurance_in_kind_per_month", "Collectieve zorgverzekering",
                     "Group health insurance", Kind::in_kind_scheme}};
    PackageCurve package{"baseline", "Huidig beleid", "Current policy", {}, {}, {}};
    double const none = std::numeric_limits<double>::quiet_NaN();
    package.points.push_back({20000, 20000, {1500, 49.17, 37.58}, 1500, 1586.75, 1.2, 1600, 100, none, none});
    package.points.push_back({22000, 22000, {1600, 0, 0}, 1600, 1600, 1.4, 1600, 0, 0.4, 0.9205});
    package.norm_marks = {{1.3, 21834.17}};
    package.cliffs.push_back({21834.17, 1.2999999, 1041, 0, {1, 2}, {}, false});
    curves.packages.push_back(package);
    return curves;
}

MarkLanes lanes_of(std::vector<CurveMark> const& marks, std::vector<double> const& places)
{
    return mark_lanes(marks, places, 10, 630, 19, 8);
}

}  // namespace

TEST(CliffSentence, TellsAmountShareAndSchemes)
{
    auto const curves = example_curves();
    auto const& cliff = curves.packages[0].cliffs[0];

    EXPECT_EQ(cliff_sentence(curves, cliff, Language::dutch),
              "boven een loon van € 21.834,17 per jaar (130 % van de norm): Kindpakket en Collectieve "
              "zorgverzekering vervallen, € 1.041 per jaar minder");
    EXPECT_EQ(
        cliff_sentence(curves, cliff, Language::english),
        "above a wage of €21,834.17 a year (130% of the norm): Child package and Group health insurance "
        "end, €1,041 a year less");
}

TEST(CurveTable, HasAColumnAPartAndARowAPoint)
{
    auto const table = curve_table(example_curves());

    std::vector<std::string> names;
    for (auto const& column : table.columns) {
        names.push_back(column.name);
    }
    EXPECT_THAT(
        names, ElementsAre("package", "wage_per_year", "gross_income_per_year", "net_income_per_month",
                           "child_package_in_kind_per_month", "group_health_insurance_in_kind_per_month",
                           "disposable_income_per_month", "resources_with_in_kind_per_month", "share_of_norm",
                           "poverty_line_per_month", "poverty_gap_per_month", "marginal_rate_per_cent",
                           "marginal_rate_with_in_kind_per_cent"));
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_THAT(table.rows[0], ElementsAre("baseline", "20000", "20000", "1500", "49.17", "37.58", "1500",
                                           "1586.75", "1.2", "1600", "100", "", ""));
    EXPECT_EQ(table.rows[1].back(), "92.05");
}

TEST(BudgetPicture, NamesTheShareOfTheNormAndWhatEndsThere)
{
    auto const picture = budget_picture(example_curves(), Language::dutch);

    EXPECT_THAT(picture, HasSubstr("role=\"img\""));
    EXPECT_THAT(picture, HasSubstr("Ouder &amp; &lt;kind&gt;</title>"));
    EXPECT_THAT(picture, HasSubstr(">130 % van de norm</text>"));
    EXPECT_THAT(picture, HasSubstr("Kindpakket en Collectieve"));
    EXPECT_THAT(picture, HasSubstr(">armoedegrens</text>"));
    EXPECT_THAT(picture, HasSubstr(">te besteden</text>"));
    EXPECT_THAT(picture, Not(HasSubstr("nan")));
    EXPECT_THAT(picture, Not(HasSubstr("inf")));
}

TEST(BudgetPicture, TellsItsCliffsToAScreenReader)
{
    auto const picture = budget_picture(example_curves(), Language::english);

    EXPECT_THAT(picture, HasSubstr("Group health insurance end, €1,041 a year less.</desc>"));
}

TEST(BudgetPicture, OfOnePointIsStillADrawing)
{
    auto curves = example_curves();
    curves.packages[0].points.resize(1);

    EXPECT_THAT(budget_picture(curves, Language::dutch), Not(HasSubstr("nan")));
}

TEST(BudgetPicture, OfWhatIsNoIncomeHasNoMarginalRate)
{
    auto curves = example_curves();
    curves.swept = {"liquid_assets", "spaargeld", "savings", "euro", false};

    EXPECT_THAT(budget_picture(curves, Language::dutch), Not(HasSubstr("effectief marginaal tarief")));
}

TEST(CurveMarks, OfTheSameCliffUnderTwoPackagesStandOnce)
{
    auto curves = example_curves();
    curves.packages.push_back(curves.packages.front());
    curves.packages.back().cliffs.push_back({21900, 1.32, 250, 0, {1}, {}, false});

    auto const marks = curve_marks(curves, 10, Language::dutch);

    ASSERT_EQ(marks.size(), 2u);
    EXPECT_EQ(marks[0].lines.size(), 1u);
    EXPECT_THAT(marks[0].lines[0], Not(HasSubstr("Pakket:")));
    EXPECT_FALSE(marks[0].is_of_package);
    EXPECT_THAT(marks[1].lines[0], HasSubstr("Pakket: Kindpakket vervalt"));
    EXPECT_TRUE(marks[1].is_of_package);
}

TEST(MarkLanes, HaveNoTwoLabelsAtOneHeight)
{
    std::vector<CurveMark> marks(5);
    for (auto& mark : marks) {
        mark.heading = "120 % van de norm";
        mark.lines = {"Individuele inkomenstoeslag en Volwassenenfonds Sport en Cultuur vervallen"};
    }

    auto const lanes = lanes_of(marks, {100, 101, 300, 500, 620});

    double below = 0;
    for (auto const& label : lanes.labels) {
        EXPECT_GE(label.top, below);
        below = label.top + 19 * static_cast<double>(label.text.size());
        EXPECT_EQ(label.is_left_of_line, label.x > 320);
    }
    EXPECT_LE(below, lanes.height);
    EXPECT_EQ(lanes.labels.size(), marks.size());
}

TEST(FreeSpace, IsNotWhereALineOrALabelIs)
{
    FreeSpace space({0, 50, 100}, {0, 0, 100, 100});
    space.add_line({90, 50, 10});
    space.take({0, 0, 20, 20});

    EXPECT_TRUE(space.is_free({25, 0, 45, 20}));
    EXPECT_FALSE(space.is_free({15, 15, 30, 30}));
    EXPECT_FALSE(space.is_free({60, 5, 95, 30}));
    EXPECT_FALSE(space.is_free({90, 80, 110, 90}));
}

}  // namespace minimasim::report
