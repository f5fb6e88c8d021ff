#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

#include "sim/report/workbook/budget_workbook.hpp"
#include "sim/report/workbook/ods.hpp"
#include "sim/report/workbook/xlsx.hpp"
#include "sim/report/workbook/zip.hpp"
#include "tests/report/example_results.hpp"

namespace minimasim::report {
namespace {

using test::example_results;

struct Found {
    Sheet const* sheet = nullptr;
    std::size_t row = 0;
    std::size_t column = 0;

    Cell const& right(std::size_t columns) const { return sheet->at(row, column + columns); }
};

// The cells of a sheet with this text, from top to bottom.
std::vector<Found> cells_with(Sheet const& sheet, std::string const& text)
{
    std::vector<Found> found;
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
            if (sheet.rows[row][column].text == text) {
                found.push_back({&sheet, row, column});
            }
        }
    }
    return found;
}

Sheet const& sheet_called(Workbook const& workbook, std::string const& name)
{
    for (auto const& sheet : workbook.sheets) {
        if (sheet.name == name) {
            return sheet;
        }
    }
    throw std::runtime_error("no sheet " + name);
}

// Results with a line that ends and one that the state pays.
outcomes::Results results_with_lines()
{
    auto results = example_results();
    auto& figures = results.figures;
    figures.push_back(test::total("baseline", "cost_per_year", "early_signals", "euro_per_year", 150'000,
                                  150'000, 150'000));
    figures.back().difference = figures.back().difference_low = figures.back().difference_high = 0;
    results.budget_lines.push_back({"goods_scheme", "=1+1", "Goods scheme", "6.3", "Inkomensregelingen",
                                    "structural", "", "state", "existing", "nota", 250'000});
    return results;
}

TEST(BudgetWorkbook, HasASheetForEveryPackageAndThoseAround)
{
    auto const workbook = budget_workbook(results_with_lines(), Language::dutch);

    std::vector<std::string> names;
    for (auto const& sheet : workbook.sheets) {
        names.push_back(sheet.name);
    }
    EXPECT_EQ(names, (std::vector<std::string>{"Overzicht", "Huidig beleid", "Alle minimaregelingen naar 130",
                                               "Individuele inkomenstoeslag", "Aannames",
                                               "Wat dit model niet zegt"}));
}

TEST(BudgetWorkbook, RaisesWhatLastsWithPricesAndEndsWhatEnds)
{
    auto const workbook = budget_workbook(results_with_lines(), Language::dutch);
    auto const& sheet = sheet_called(workbook, "Huidig beleid");

    auto const supplement = cells_with(sheet, "Individuele inkomenstoeslag").at(0);
    auto const signals = cells_with(sheet, "Vroegsignalering").at(0);

    EXPECT_EQ(supplement.right(4).number, 512'000);
    EXPECT_DOUBLE_EQ(supplement.right(5).number, 512'000 * 1.023);
    EXPECT_DOUBLE_EQ(supplement.right(7).number, 512'000 * 1.0643292);
    EXPECT_EQ(signals.right(4).number, 150'000);
    EXPECT_EQ(signals.right(6).number, 150'000);  // 2027, its last year: the amount as decided
    EXPECT_EQ(signals.right(7).number, 0);
}

TEST(BudgetWorkbook, AddsUpAndTakesIncomeFromExpenditure)
{
    auto const workbook = budget_workbook(results_with_lines(), Language::dutch);
    auto const& sheet = sheet_called(workbook, "Huidig beleid");

    auto const total = cells_with(sheet, "Totaal").at(0);
    auto const parts = cells_with(sheet, "waarvan");

    EXPECT_EQ(total.right(4).number, 512'000 + 150'000 + 250'000);
    EXPECT_EQ(total.right(8).number, 250'000);                  // what the state pays
    EXPECT_EQ(total.right(12).number, 250'000 - 912'000);       // the balance
    EXPECT_EQ(parts.at(0).right(4).number, 512'000 + 250'000);  // structural
    EXPECT_EQ(parts.at(1).right(4).number, 150'000);            // incidental
    EXPECT_EQ(parts.at(1).right(7).number, 0);                  // after 2027
}

TEST(BudgetWorkbook, HasAFormulaBehindEveryNumberThatFollowsFromOthers)
{
    auto const workbook = budget_workbook(results_with_lines(), Language::dutch);
    auto const total = cells_with(sheet_called(workbook, "Huidig beleid"), "Totaal").at(0);

    EXPECT_EQ(total.right(4).formula.kind, Formula::Kind::sum);
    EXPECT_EQ(total.right(12).formula.kind, Formula::Kind::difference);
    EXPECT_EQ(
        cells_with(sheet_called(workbook, "Huidig beleid"), "Vroegsignalering").at(0).right(5).formula.kind,
        Formula::Kind::product_until);
}

TEST(BudgetWorkbook, ShowsTheIntervalOfTheLinesAndOfTheTotal)
{
    auto const workbook = budget_workbook(results_with_lines(), Language::dutch);
    auto const& sheet = sheet_called(workbook, "Alle minimaregelingen naar 130");

    auto const totals = cells_with(sheet, "Totaal in het eerste jaar");

    ASSERT_EQ(totals.size(), 2U);
    EXPECT_EQ(totals[0].right(4).number, 7'180'000);
    EXPECT_EQ(totals[0].right(8).number, 7'401'234);
    EXPECT_EQ(totals[0].right(12).number, 7'620'000);
    EXPECT_EQ(totals[1].right(4).number, 431'000);
    EXPECT_EQ(totals[1].right(12).number, 532'000);
}

TEST(BudgetWorkbook, SaysOfEveryTermItsDateStatusAndSource)
{
    auto const workbook = budget_workbook(results_with_lines(), Language::dutch);
    auto const& sheet = sheet_called(workbook, "Aannames");

    auto const term = cells_with(sheet, "income_limit_share").at(0);

    EXPECT_EQ(term.right(1).number, 1.2);
    EXPECT_EQ(term.right(3).text, "2024-01-01");
    EXPECT_EQ(term.right(4).text, "read");
    EXPECT_EQ(term.right(5).text, "verordening, art. 3");
    EXPECT_EQ(cells_with(sheet, "carried").size(), 1U);  // the last year of the index
}

TEST(BudgetWorkbook, OfNothingIsAWorkbookStill)
{
    EXPECT_EQ(budget_workbook({}, Language::english).sheets.size(), 3U);
    EXPECT_GT(budget_xlsx({}, Language::dutch).size(), 1'000U);
    EXPECT_GT(budget_ods({}, Language::dutch).size(), 1'000U);
}

TEST(BudgetWorkbook, HasTheSameBytesWhenMadeAgain)
{
    auto const results = results_with_lines();

    EXPECT_EQ(budget_xlsx(results, Language::dutch), budget_xlsx(results, Language::dutch));
    EXPECT_EQ(budget_ods(results, Language::dutch), budget_ods(results, Language::dutch));
}

TEST(SheetNames, AreWhatASpreadsheetAccepts)
{
    std::vector<Sheet> taken;
    std::set<std::string> names;
    for (std::string const wanted :
         {"Alle inkomensgrenzen naar 130 %", "a[b]c:d*e?f/g\\h", "'quoted'", "", "   ", "A", "a",
          "Heel lange naam van een pakket dat niet past", "Heel lange naam van een pakket dat wel past",
          "\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80"
          "\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80"
          "\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80",
          "\xFF\xFE kapot", "naam\nmet regel"}) {
        auto const name = safe_name(wanted, taken);
        taken.push_back({name, {}, {}});
        EXPECT_TRUE(names.insert(name).second) << name;
        EXPECT_FALSE(name.empty());
        EXPECT_EQ(name.find_first_of("[]:*?/\\\n"), std::string::npos) << name;
        EXPECT_NE(name.front(), '\'') << name;
        EXPECT_NE(name.back(), '\'') << name;
    }
    EXPECT_EQ(taken[6].name, "a (2)");         // capitals do not count
    EXPECT_EQ(taken[9].name.size(), 4U * 15);  // two units each
    EXPECT_NO_THROW(xlsx_bytes({"", "", "nl", taken}));
}

TEST(Texts, AreCleanAndNoLongerThanACellHolds)
{
    EXPECT_EQ(clean_text("a\tb\x01"
                         "c\nd"),
              "a b c\nd");
    EXPECT_EQ(clean_text("\xC3\xA9\xC3"), "\xC3\xA9");
    EXPECT_EQ(clean_text("\xED\xA0\x80x"), "x");  // half of a pair
    EXPECT_EQ(clean_text(std::string(40'000, 'x')).size(), 32'767U);
}

TEST(Places, AreNamedAsInASpreadsheet)
{
    EXPECT_EQ(place_text(0, 0), "A1");
    EXPECT_EQ(place_text(6, 25), "Z7");
    EXPECT_EQ(place_text(6, 26), "AA7");
    EXPECT_EQ(place_text(9, 701, true), "$ZZ$10");
    EXPECT_EQ(place_text(0, 702), "AAA1");
}

TEST(Ods, WritesTextAsTextWhateverItBeginsWith)
{
    Workbook workbook;
    workbook.sheets.push_back({"a & b", {}, {}});
    workbook.sheets[0].put(0, 0, text_cell("=1+1 <script>\"'&"));

    auto const bytes = ods_bytes(workbook);

    EXPECT_EQ(bytes.substr(30, 8 + 46), "mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
}

TEST(Zip, HoldsWhatWasPutInAndNoTime)
{
    auto const bytes = zip_bytes({{"a", "hello", false}, {"b", std::string(1'000, 'x')}});

    EXPECT_EQ(bytes.substr(0, 4), std::string("PK\x03\x04"));
    EXPECT_NE(bytes.find("hello"), std::string::npos);
    EXPECT_LT(bytes.size(), 400U);
    EXPECT_EQ(bytes.substr(10, 4), std::string("\0\0\x21\0", 4));  // midnight, 1 January 1980
}

}  // namespace
}  // namespace minimasim::report
