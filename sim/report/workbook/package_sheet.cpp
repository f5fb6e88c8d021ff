#include "sim/report/workbook/package_sheet.hpp"

#include <array>
#include <cstdlib>
#include <functional>
#include <set>

namespace minimasim::report {

namespace {

// The columns of every line.
constexpr std::size_t field_column = 0;
constexpr std::size_t name_column = 2;
constexpr std::size_t duration_column = 3;
constexpr std::size_t payer_column = 4;
constexpr std::size_t last_year_column = 5;
constexpr std::size_t first_amount_column = 6;
constexpr std::size_t groups = 3;  // of a column per year: expenditure, income, balance; or low, middle, high

constexpr char const* state = "state";

struct GroupNames {
    std::array<char const*, groups> dutch;
    std::array<char const*, groups> english;
};
constexpr GroupNames balance_groups{{"Lasten", "Baten", "Saldo (baten min lasten)"},
                                    {"Expenditure", "Income", "Balance (income less expenditure)"}};
constexpr GroupNames interval_groups{{"Laag", "Midden", "Hoog"}, {"Low", "Middle", "High"}};

// One sheet while it is being filled, from top to bottom.
class PackageSheet {
  public:
    PackageSheet(Workbook& workbook, PackageSheets const& sheets, outcomes::PackageDescription const& package)
        : workbook_(workbook),
          sheets_(sheets),
          package_(package),
          number_(workbook.sheets.size()),
          years_(sheets.years.size())
    {
        workbook.sheets.push_back({safe_name(title_of(package, sheets.language), workbook.sheets), {}, {}});
        sheet().column_widths = {9, 32, 42, 13, 16, 9};
        sheet().column_widths.resize(first_amount_column + groups * years_, 13);
        sheet().frozen_columns = name_column + 1;
    }

    void fill(bool is_baseline)
    {
        put_text(title_of(package_, sheets_.language), CellStyle::title);
        if (!package_.question.empty() && sheets_.language == Language::dutch) {
            put_text(package_.question, CellStyle::plain);
        }
        put_text(decision_text(package_, sheets_.language), CellStyle::note);
        put_text(
            in(sheets_.language,
               "Bedragen in euro per jaar. Constant beleid: het eerste jaar keer de prijsindex van het blad "
               "Aannames; incidenteel geld blijft gelijk. Dit is geen prognose.",
               "Amounts in euro a year. Constant policy: the first year times the price index of the sheet "
               "Assumptions; incidental money stays as it is. This is no forecast."),
            CellStyle::note);
        put_text(
            in(sheets_.language,
               "Het model kent geen baten van een regeling; alleen wat het rijk betaalt staat ook als baat.",
               "The model has no income of a scheme; only what the state pays is income too."),
            CellStyle::note);
        put_balance();
        put_interval(
            in(sheets_.language, "Bandbreedte van de lasten (90 %)", "Interval of the expenditure (90 %)"),
            [](LineAmounts const& amounts) { return amounts.cost; });
        if (!is_baseline) {
            put_interval(in(sheets_.language, "Verschil met huidig beleid (90 %)",
                            "Difference from current policy (90 %)"),
                         [](LineAmounts const& amounts) { return amounts.difference; });
        }
    }

  private:
    Sheet& sheet() { return workbook_.sheets[number_]; }

    void put_text(std::string const& text, CellStyle style)
    {
        sheet().put(row_++, 0, text_cell(text, style));
    }

    std::size_t column(std::size_t group, std::size_t year) const
    {
        return first_amount_column + group * years_ + year;
    }

    // A section's title, the names of its groups and its columns.
    void put_headings(std::string const& title, GroupNames const& names)
    {
        ++row_;
        sheet().put(row_, 0, text_cell(title, CellStyle::section));
        for (std::size_t group = 0; group < groups; ++group) {
            sheet().put(row_, column(group, 0),
                        text_cell(in(sheets_.language, names.dutch[group], names.english[group]),
                                  CellStyle::section));
        }
        ++row_;
        auto const language = sheets_.language;
        std::array<char const*, first_amount_column> const words{
            in(language, "Taakveld", "Task field"),
            in(language, "Naam taakveld", "Name of task field"),
            in(language, "Regeling of maatregel", "Scheme or measure"),
            in(language, "Structureel of incidenteel", "Structural or incidental"),
            in(language, "Betaler", "Payer"),
            in(language, "Laatste jaar", "Last year")};
        for (std::size_t c = 0; c < words.size(); ++c) {
            sheet().put(row_, c, text_cell(words[c], CellStyle::heading));
        }
        for (std::size_t group = 0; group < groups; ++group) {
            for (std::size_t year = 0; year < years_; ++year) {
                auto cell = number_cell(sheets_.years[year].year, CellStyle::heading);
                sheet().put(row_, column(group, year), cell);
            }
        }
        heading_row_ = row_++;
    }

    void put_line(outcomes::BudgetLine const& line)
    {
        auto const language = sheets_.language;
        sheet().put(row_, field_column, text_cell(line.task_field));
        sheet().put(row_, field_column + 1, text_cell(line.task_field_name, CellStyle::text));
        sheet().put(
            row_, name_column,
            text_cell(in(language, line.dutch_name.c_str(), line.english_name.c_str()), CellStyle::text));
        sheet().put(row_, duration_column, text_cell(duration_word(line.duration, language)));
        if (!line.last_day.empty()) {
            sheet().put(row_, last_year_column,
                        number_cell(std::strtod(line.last_day.c_str(), nullptr), CellStyle::whole));
        }
        sheet().put(row_, payer_column, text_cell(payer_word(line.payer, language), CellStyle::text));
    }

    // The years after the first: what the first is, times the index, as long as the line lasts. Incidental
    // money stays as it was decided.
    void put_later_years(std::size_t group, outcomes::BudgetLine const& line, CellStyle style)
    {
        bool const ends = !line.last_day.empty();
        auto const index =
            line.duration == "incidental" ? sheets_.index.incidental_column : sheets_.index.index_column;
        for (std::size_t year = 1; year < years_; ++year) {
            Formula formula;
            formula.kind = ends ? Formula::Kind::product_until : Formula::Kind::product;
            formula.first = {row_, column(group, 0), ""};
            formula.last = {sheets_.index.first_row + year, index, sheets_.index.sheet};
            formula.year = {heading_row_, column(group, year), ""};
            formula.key = {row_, last_year_column, ""};
            workbook_.put_formula(number_, row_, column(group, year), style, formula);
        }
    }

    void put_balance()
    {
        put_headings(in(sheets_.language, "Lasten, baten en saldo (midden)",
                        "Expenditure, income and balance (middle)"),
                     balance_groups);
        std::size_t const first = row_;
        for (auto const& line : sheets_.lines) {
            put_line(line);
            double const cost = amounts_of(sheets_.figures, package_.id, line.scheme).cost.estimate;
            sheet().put(row_, column(0, 0), number_cell(cost, CellStyle::euro));
            sheet().put(row_, column(1, 0), number_cell(line.payer == state ? cost : 0, CellStyle::euro));
            put_later_years(0, line, CellStyle::euro);
            put_later_years(1, line, CellStyle::euro);
            put_saldo(CellStyle::euro);
            ++row_;
        }
        if (row_ == first) {
            return;
        }
        std::size_t const last = row_ - 1;
        put_sums(in(sheets_.language, "Totaal", "Total"), first, last, duration_column, "");
        for (char const* const duration : {"structural", "incidental"}) {
            put_sums(in(sheets_.language, "waarvan", "of which"), first, last, duration_column,
                     duration_word(duration, sheets_.language));
        }
        std::set<std::string> fields;
        for (auto const& line : sheets_.lines) {
            if (!line.task_field.empty() && fields.insert(line.task_field).second) {
                put_sums(in(sheets_.language, "waarvan taakveld", "of which task field"), first, last,
                         field_column, line.task_field);
            }
        }
    }

    void put_saldo(CellStyle style)
    {
        for (std::size_t year = 0; year < years_; ++year) {
            Formula formula;
            formula.kind = Formula::Kind::difference;
            formula.first = {row_, column(1, year), ""};
            formula.last = {row_, column(0, year), ""};
            workbook_.put_formula(number_, row_, column(2, year), style, formula);
        }
    }

    // Sums of the lines, all of them or those with the same text in the key column.
    void put_sums(std::string const& words, std::size_t first, std::size_t last, std::size_t key_column,
                  std::string const& key)
    {
        for (std::size_t c = 0; c < first_amount_column; ++c) {
            sheet().put(row_, c,
                        text_cell(c == name_column  ? words
                                  : c == key_column ? key
                                                    : "",
                                  CellStyle::total));
        }
        for (std::size_t group = 0; group + 1 < groups; ++group) {
            for (std::size_t year = 0; year < years_; ++year) {
                Formula formula;
                formula.kind = key.empty() ? Formula::Kind::sum : Formula::Kind::sum_where;
                formula.first = {first, column(group, year), ""};
                formula.last = {last, column(group, year), ""};
                formula.key = {row_, key_column, ""};
                formula.key_column = key_column;
                workbook_.put_formula(number_, row_, column(group, year), CellStyle::euro_total, formula);
            }
        }
        put_saldo(CellStyle::euro_total);
        ++row_;
    }

    void put_interval(std::string const& title, std::function<Interval(LineAmounts const&)> const& of)
    {
        put_headings(title, interval_groups);
        for (auto const& line : sheets_.lines) {
            put_line(line);
            put_ends(of(amounts_of(sheets_.figures, package_.id, line.scheme)), line, CellStyle::euro);
        }
        for (std::size_t c = 0; c < first_amount_column; ++c) {
            sheet().put(row_, c,
                        text_cell(c == name_column ? in(sheets_.language, "Totaal in het eerste jaar",
                                                        "Total in the first year")
                                                   : "",
                                  CellStyle::total));
        }
        put_ends(of(amounts_of(sheets_.figures, package_.id, "")), outcomes::BudgetLine{},
                 CellStyle::euro_total);
        for (std::size_t group = 0; group < groups; ++group) {
            for (std::size_t year = 1; year < years_; ++year) {
                sheet().put(row_ - 1, column(group, year), text_cell("", CellStyle::total));
            }
        }
        put_text(
            in(sheets_.language,
               "De grenzen van het totaal zijn geen som van de grenzen: regelingen zijn niet alle tegelijk "
               "laag of hoog.",
               "The ends of the total are no sum of the ends: schemes are not all low or high at once."),
            CellStyle::note);
    }

    void put_ends(Interval const& interval, outcomes::BudgetLine const& line, CellStyle style)
    {
        std::array<double, groups> const amounts{interval.low, interval.estimate, interval.high};
        for (std::size_t group = 0; group < groups; ++group) {
            sheet().put(row_, column(group, 0), number_cell(amounts[group], style));
            put_later_years(group, line, style);
        }
        ++row_;
    }

    Workbook& workbook_;
    PackageSheets const& sheets_;
    outcomes::PackageDescription const& package_;
    std::size_t number_;
    std::size_t years_;
    std::size_t row_ = 0;
    std::size_t heading_row_ = 0;
};

}  // namespace

std::string decision_text(outcomes::PackageDescription const& package, Language language)
{
    std::string text = in(language, "Regels van ", "Rules of ") + package.date + ".";
    if (!package.source.empty()) {
        text += in(language, " Herkomst: ", " From: ") + package.source + ".";
    }
    return text;
}

void add_package_sheet(Workbook& workbook, PackageSheets const& sheets,
                       outcomes::PackageDescription const& package)
{
    bool const is_baseline = &package == &sheets.results.packages.front();
    PackageSheet(workbook, sheets, package).fill(is_baseline);
}

}  // namespace minimasim::report
