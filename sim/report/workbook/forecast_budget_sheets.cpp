#include "sim/report/workbook/forecast_budget_sheets.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

#include "sim/report/workbook/budget_lines.hpp"
#include "sim/report/workbook/forecast_budget_book.hpp"

namespace minimasim::report {

namespace {

using forecast::BudgetAmount;
using forecast::BudgetFigure;
using forecast::BudgetLevel;

// The columns of every line.
constexpr std::size_t field_column = 0;
constexpr std::size_t name_column = 2;
constexpr std::size_t duration_column = 3;
constexpr std::size_t payer_column = 4;
constexpr std::size_t last_year_column = 5;
constexpr std::size_t first_amount_column = 6;
constexpr std::size_t groups =
    groups_of_amounts;  // of a column per year: spending, income, balance; or low, middle, high

using Amount = BudgetAmount BudgetFigure::*;

// A row under the lines: what it adds up, and where its key stands.
struct Sum {
    BudgetLevel level = BudgetLevel::total;
    std::string key;       // of the figures
    std::string key_text;  // as it stands in the column
    std::size_t key_column = name_column;
    char const* words = "";
};

// The sheet of one package, filled from top to bottom.
class PackageYears {
  public:
    PackageYears(BudgetBook& book, forecast::BudgetPackage const& package)
        : book_(book),
          package_(package),
          years_(book.budget.years.size()),
          number_(book.workbook.sheets.size())
    {
        auto& sheets = book.workbook.sheets;
        sheets.push_back({safe_name(book.title_of(package.id), sheets), {}, {}});
        sheet().column_widths = {9, 32, 42, 13, 16, 9};
        sheet().column_widths.resize(first_amount_column + groups * years_, amount_width);
        sheet().frozen_columns = name_column + 1;
    }

    void fill()
    {
        bool const is_current = package_.id == book_.budget.packages.front().id;
        put_text(book_.title_of(package_.id), CellStyle::title);
        put_text(
            book_.say("Bedragen in euro per jaar, als verwachting onder aannames. Saldo is bekende baten "
                      "min lasten. P.m.: een ander draagt bij, hoeveel is niet bekend; het staat in geen "
                      "som.",
                      "Amounts in euro a year, expected under assumptions. Balance is known income less "
                      "spending. P.m.: somebody else contributes, how much is not known; it is in no "
                      "sum."),
            CellStyle::note);
        if (!is_current) {
            put_text(book_.say("Dekking: ", "Cover: ") + book_.cover_text(package_) + ".", CellStyle::note);
        }
        if (auto const months = book_.months_text(package_); !months.empty()) {
            put_text(book_.say("Geldt niet het hele jaar: ", "Does not hold all year: ") + months + ".",
                     CellStyle::note);
        }
        for (bool const is_constant : {false, true}) {
            prices_ = is_constant ? &BudgetAmount::constant : &BudgetAmount::current;
            auto const prices = ", " + book_.prices_text(is_constant);
            put_balance(book_.say("Lasten, baten en saldo", "Spending, income and balance") + prices);
            put_intervals(book_.say("Lasten met 90 %-interval", "Spending with 90 % interval") + prices,
                          &BudgetFigure::spending, true);
            if (!is_current) {
                put_intervals(book_.say("Verschil in saldo met huidig beleid (90 %)",
                                        "Change of the balance from current policy (90 %)") +
                                  prices,
                              &BudgetFigure::change, false);
            }
        }
    }

  private:
    Sheet& sheet() { return book_.workbook.sheets[number_]; }

    void put_text(std::string const& text, CellStyle style)
    {
        sheet().put(row_++, 0, text_cell(text, style));
    }

    std::size_t column(std::size_t group, std::size_t year) const
    {
        return first_amount_column + group * years_ + year;
    }

    void put_headings(std::string const& title, std::array<char const*, groups> const& names)
    {
        ++row_;
        sheet().put(row_, 0, text_cell(title, CellStyle::section));
        for (std::size_t group = 0; group < groups; ++group) {
            sheet().put(row_, column(group, 0), text_cell(names[group], CellStyle::section));
        }
        ++row_;
        std::array<char const*, first_amount_column> const words{
            book_.say("Taakveld", "Task field"),
            book_.say("Naam taakveld", "Name of task field"),
            book_.say("Regeling of maatregel", "Scheme or measure"),
            book_.say("Structureel of incidenteel", "Structural or incidental"),
            book_.say("Betaler", "Payer"),
            book_.say("Laatste jaar", "Last year")};
        for (std::size_t c = 0; c < words.size(); ++c) {
            sheet().put(row_, c, text_cell(words[c], CellStyle::heading));
        }
        for (std::size_t group = 0; group < groups; ++group) {
            for (std::size_t year = 0; year < years_; ++year) {
                sheet().put(row_, column(group, year),
                            number_cell(book_.budget.years[year].year, CellStyle::heading));
            }
        }
        ++row_;
    }

    void put_line(outcomes::BudgetLine const& line)
    {
        auto const language = book_.language;
        sheet().put(row_, field_column, text_cell(line.task_field));
        sheet().put(row_, field_column + 1, text_cell(line.task_field_name, CellStyle::text));
        sheet().put(
            row_, name_column,
            text_cell(in(language, line.dutch_name.c_str(), line.english_name.c_str()), CellStyle::text));
        sheet().put(row_, duration_column, text_cell(duration_word(line.duration, language)));
        sheet().put(row_, payer_column, text_cell(payer_word(line.payer, language), CellStyle::text));
        if (!line.last_day.empty()) {
            sheet().put(row_, last_year_column,
                        number_cell(std::strtod(line.last_day.c_str(), nullptr), CellStyle::whole));
        }
    }

    // In all, structural and incidental, and the task fields.
    std::vector<Sum> sums() const
    {
        std::vector<Sum> all{{BudgetLevel::total, "", "", name_column, book_.say("Totaal", "Total")}};
        for (char const* const duration : {"structural", "incidental"}) {
            all.push_back({BudgetLevel::duration, duration, duration_word(duration, book_.language),
                           duration_column, book_.say("waarvan", "of which")});
        }
        std::set<std::string> fields;
        for (auto const& line : book_.budget.lines) {
            if (!line.task_field.empty() && fields.insert(line.task_field).second) {
                all.push_back({BudgetLevel::task_field, line.task_field, line.task_field, field_column,
                               book_.say("waarvan taakveld", "of which task field")});
            }
        }
        auto const is_absent = [&](Sum const& sum) {
            return !book_.figures.contains(
                {package_.id, book_.budget.years.front().year, sum.level, sum.key});
        };
        all.erase(std::remove_if(all.begin(), all.end(), is_absent), all.end());
        return all;
    }

    void put_sum_words(Sum const& sum)
    {
        for (std::size_t c = 0; c < first_amount_column; ++c) {
            sheet().put(row_, c, text_cell("", CellStyle::total));
        }
        sheet().put(row_, sum.key_column, text_cell(sum.key_text, CellStyle::total));
        bool has_pro_memoria = false;
        for (std::size_t year = 0; year < years_; ++year) {
            has_pro_memoria =
                has_pro_memoria || book_.figure(package_.id, year, sum.level, sum.key).has_pro_memoria;
        }
        sheet().put(row_, name_column, text_cell(sum.words, CellStyle::total));
        if (has_pro_memoria) {
            sheet().put(row_, payer_column, text_cell("plus p.m.", CellStyle::total));
        }
    }

    void put_balance(std::string const& title)
    {
        put_headings(title, {book_.say("Lasten", "Spending"), book_.say("Baten", "Income"),
                             book_.say("Saldo (baten min lasten)", "Balance (income less spending)")});
        std::size_t const first = row_;
        for (auto const& line : book_.budget.lines) {
            put_line(line);
            for (std::size_t year = 0; year < years_; ++year) {
                auto const& figure = book_.figure(package_.id, year, BudgetLevel::scheme, line.scheme);
                put_amount(0, year, (figure.spending.*prices_).estimate, CellStyle::euro);
                if (forecast::is_pro_memoria(figure)) {
                    sheet().put(row_, column(1, year), text_cell("p.m.", CellStyle::euro));
                } else {
                    put_amount(1, year, (figure.income.*prices_).estimate, CellStyle::euro);
                }
                put_difference(year, CellStyle::euro);
            }
            ++row_;
        }
        std::size_t const last = row_ - 1;
        for (auto const& sum : sums()) {
            put_sum_words(sum);
            for (std::size_t year = 0; year < years_; ++year) {
                put_sum(sum, 0, year, first, last);
                if (forecast::is_pro_memoria(book_.figure(package_.id, year, sum.level, sum.key))) {
                    sheet().put(row_, column(1, year), text_cell("p.m.", CellStyle::euro_total));
                } else {
                    put_sum(sum, 1, year, first, last);
                }
                put_difference(year, CellStyle::euro_total);
            }
            ++row_;
        }
    }

    void put_amount(std::size_t group, std::size_t year, double euro, CellStyle style)
    {
        sheet().put(row_, column(group, year), number_cell(euro, style));
    }

    void put_sum(Sum const& sum, std::size_t group, std::size_t year, std::size_t first, std::size_t last)
    {
        Formula formula;
        formula.kind = sum.key.empty() ? Formula::Kind::sum : Formula::Kind::sum_where;
        formula.first = {first, column(group, year), ""};
        formula.last = {last, column(group, year), ""};
        formula.key = {row_, sum.key_column, ""};
        formula.key_column = sum.key_column;
        book_.workbook.put_formula(number_, row_, column(group, year), CellStyle::euro_total, formula);
    }

    void put_difference(std::size_t year, CellStyle style)
    {
        Formula formula;
        formula.kind = Formula::Kind::known_difference;
        formula.first = {row_, column(1, year), ""};
        formula.last = {row_, column(0, year), ""};
        book_.workbook.put_formula(number_, row_, column(2, year), style, formula);
    }

    void put_ends(Amount amount, BudgetLevel level, std::string const& key, CellStyle style)
    {
        for (std::size_t year = 0; year < years_; ++year) {
            auto const& interval = book_.figure(package_.id, year, level, key).*amount.*prices_;
            put_amount(0, year, interval.low, style);
            put_amount(1, year, interval.estimate, style);
            put_amount(2, year, interval.high, style);
        }
        ++row_;
    }

    void put_intervals(std::string const& title, Amount amount, bool with_balance)
    {
        put_headings(title,
                     {book_.say("Laag", "Low"), book_.say("Midden", "Middle"), book_.say("Hoog", "High")});
        for (auto const& line : book_.budget.lines) {
            put_line(line);
            put_ends(amount, BudgetLevel::scheme, line.scheme, CellStyle::euro);
        }
        for (auto const& sum : sums()) {
            put_sum_words(sum);
            put_ends(amount, sum.level, sum.key, CellStyle::euro_total);
        }
        if (with_balance) {
            put_sum_words({BudgetLevel::total, "", "", name_column,
                           book_.say("Saldo (baten min lasten)", "Balance (income less spending)")});
            put_ends(&BudgetFigure::balance, BudgetLevel::total, "", CellStyle::euro_total);
        }
        put_text(book_.say("De grenzen van een som zijn geen som van de grenzen: regelingen zijn niet alle "
                           "tegelijk laag of hoog.",
                           "The ends of a sum are no sum of the ends: schemes are not all low or high at "
                           "once."),
                 CellStyle::note);
    }

    BudgetBook& book_;
    forecast::BudgetPackage const& package_;
    std::size_t years_;
    std::size_t number_;
    std::size_t row_ = 0;
    Prices prices_ = &BudgetAmount::current;
};

}  // namespace

void add_budget_sheets(Workbook& workbook, forecast::Forecast const& forecast, std::size_t place,
                       Language language)
{
    auto const& budget = forecast.budget;
    if (budget.years.empty() || budget.lines.empty()) {
        return;
    }
    BudgetBook book{workbook, forecast, budget, {}, language};
    for (auto const& figure : budget.figures) {
        book.figures.emplace(BudgetKey{figure.package, figure.year, figure.level, figure.key}, &figure);
    }
    std::map<std::string, std::string> sheet_names;
    for (std::size_t p = 0; p < budget.packages.size(); ++p) {
        if (p == 0 || book.changes_budget(budget.packages[p])) {
            PackageYears(book, budget.packages[p]).fill();
            sheet_names[budget.packages[p].id] = workbook.sheets.back().name;
        }
    }
    add_budget_overview(book, sheet_names);
    auto const begin = workbook.sheets.begin();
    std::rotate(begin + static_cast<std::ptrdiff_t>(std::min(place, workbook.sheets.size() - 1)),
                workbook.sheets.end() - 1, workbook.sheets.end());
}

}  // namespace minimasim::report
