#include "sim/report/workbook/forecast_budget_book.hpp"

#include <algorithm>
#include <array>

#include "sim/report/workbook/sheet_text.hpp"

namespace minimasim::report {

using forecast::BudgetAmount;
using forecast::BudgetFigure;
using forecast::BudgetLevel;

namespace {

constexpr int months_of_a_year = 12;
constexpr std::size_t words_columns = 4;  // before the amounts

}  // namespace

BudgetFigure const& BudgetBook::figure(std::string const& package, std::size_t year, BudgetLevel level,
                                       std::string const& key) const
{
    return *figures.at({package, budget.years[year].year, level, key});
}

std::string BudgetBook::title_of(std::string const& package) const
{
    auto const& packages = forecast.packages;
    auto const found = std::find_if(packages.begin(), packages.end(),
                                    [&](auto const& known) { return known.id == package; });
    return found == packages.end() ? package : in(language, found->title.c_str(), found->title_en.c_str());
}

std::string BudgetBook::prices_text(bool is_constant) const
{
    return is_constant ? say("prijzen van ", "prices of ") + std::to_string(budget.price_year)
                       : say("prijzen van het jaar zelf", "prices of the year itself");
}

std::string BudgetBook::months_text(forecast::BudgetPackage const& package) const
{
    std::string text;
    for (std::size_t year = 0; year < budget.years.size(); ++year) {
        if (package.months[year] < months_of_a_year) {
            text += (text.empty() ? "" : "; ") + std::to_string(budget.years[year].year) + ": " +
                    std::to_string(package.months[year]) + say(" maanden", " months");
        }
    }
    return text;
}

std::string BudgetBook::cover_text(forecast::BudgetPackage const& package) const
{
    auto const& cover = language == Language::english ? package.cover_en : package.cover;
    bool const is_current = package.id == budget.packages.front().id;
    return is_current ? "" : cover.empty() ? say("geen dekking genoemd", "no cover stated") : cover;
}

bool BudgetBook::changes_budget(forecast::BudgetPackage const& package) const
{
    return std::any_of(budget.figures.begin(), budget.figures.end(), [&](BudgetFigure const& figure) {
        auto const& change = figure.change.current;
        return figure.package == package.id && (change.low != 0 || change.high != 0);
    });
}

namespace {

// The change of the balance of every package, in one of both prices.
void add_changes(SheetText& sheet, BudgetBook const& book,
                 std::map<std::string, std::string> const& sheet_names, bool is_constant)
{
    auto const years = book.budget.years.size();
    auto const prices = is_constant ? &BudgetAmount::constant : &BudgetAmount::current;
    sheet.skip();
    std::vector<Cell> title(words_columns + groups_of_amounts * years);
    title[0] =
        text_cell(book.say("Verschil in saldo, ", "Change of the balance, ") + book.prices_text(is_constant),
                  CellStyle::section);
    std::vector<Cell> headings{text_cell(book.say("Pakket", "Package"), CellStyle::heading),
                               text_cell(book.say("Dekking", "Cover"), CellStyle::heading),
                               text_cell(book.say("Blad", "Sheet"), CellStyle::heading),
                               text_cell(book.say("Niet het hele jaar", "Not all year"), CellStyle::heading)};
    std::array<char const*, groups_of_amounts> const names{
        book.say("Laag", "Low"), book.say("Midden", "Middle"), book.say("Hoog", "High")};
    for (std::size_t group = 0; group < groups_of_amounts; ++group) {
        title[words_columns + group * years] = text_cell(names[group], CellStyle::section);
        for (auto const& year : book.budget.years) {
            headings.push_back(number_cell(year.year, CellStyle::heading));
        }
    }
    sheet.add(std::move(title));
    sheet.add(std::move(headings));
    for (std::size_t p = 1; p < book.budget.packages.size(); ++p) {
        auto const& package = book.budget.packages[p];
        auto const own = sheet_names.find(package.id);
        std::vector<Cell> cells{
            text_cell(book.title_of(package.id), CellStyle::text),
            text_cell(book.cover_text(package), CellStyle::text),
            text_cell(own == sheet_names.end() ? book.say("als huidig beleid", "as current policy")
                                               : own->second),
            text_cell(book.months_text(package), CellStyle::text)};
        cells.resize(words_columns + groups_of_amounts * years);
        for (std::size_t year = 0; year < years; ++year) {
            auto const& change = book.figure(package.id, year, BudgetLevel::total, "").change.*prices;
            cells[words_columns + year] = number_cell(change.low, CellStyle::euro);
            cells[words_columns + years + year] = number_cell(change.estimate, CellStyle::euro);
            cells[words_columns + 2 * years + year] = number_cell(change.high, CellStyle::euro);
        }
        sheet.add(std::move(cells));
    }
}

}  // namespace

void add_budget_overview(BudgetBook const& book, std::map<std::string, std::string> const& sheet_names)
{
    auto const years = book.budget.years.size();
    std::vector<double> widths{44, 30, 30, 24};
    widths.resize(words_columns + groups_of_amounts * years, amount_width);
    SheetText sheet(book.workbook, book.say("Begroting", "Budget"), std::move(widths));
    auto const number = sheet.number();
    book.workbook.sheets[number].frozen_columns = 1;
    sheet.add(book.say("Begroting", "Budget"), CellStyle::title);
    sheet.add(
        book.say("Verschil in saldo met huidig beleid, euro per jaar, met 90 %-interval. Onder nul: het "
                 "kost de gemeente geld. Lasten, baten en saldo per regel staan op het blad van het "
                 "pakket.",
                 "Change of the balance from current policy, euro a year, with 90 % interval. Below "
                 "nought: it costs the municipality. Spending, income and balance by line are on the "
                 "sheet of the package."),
        CellStyle::note);
    for (bool const is_constant : {false, true}) {
        add_changes(sheet, book, sheet_names, is_constant);
    }
    sheet.skip();
    sheet.add(book.say("Prijsindex, ", "Price index, ") + std::to_string(book.budget.price_year) + " = 1",
              CellStyle::section);
    sheet.add_headings({book.say("Jaar", "Year"), book.say("Laag", "Low"), book.say("Midden", "Middle"),
                        book.say("Hoog", "High")});
    for (auto const& year : book.budget.years) {
        sheet.add({number_cell(year.year, CellStyle::whole), number_cell(year.index.low, CellStyle::factor),
                   number_cell(year.index.estimate, CellStyle::factor),
                   number_cell(year.index.high, CellStyle::factor)});
    }
}

}  // namespace minimasim::report
