#include "sim/report/workbook/xlsx.hpp"

#include <unistd.h>
#include <xlsxwriter.h>

#include <array>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "sim/base/error.hpp"

namespace minimasim::report {

namespace {

// Name and place of a cell, as Excel writes it.
std::string place_of(CellPlace const& place)
{
    if (place.sheet.empty()) {
        return place_text(place.row, place.column);
    }
    std::string quoted;
    for (char const c : place.sheet) {
        quoted += c == '\'' ? "''" : std::string(1, c);
    }
    return "'" + quoted + "'!" + place_text(place.row, place.column, true);
}

std::string formula_text(Formula const& formula)
{
    auto const first = place_of(formula.first);
    auto const last = place_of(formula.last);
    switch (formula.kind) {
        case Formula::Kind::none:
            return "";
        case Formula::Kind::sum:
            return "=SUM(" + first + ":" + last + ")";
        case Formula::Kind::sum_where:
            return "=SUMIF(" + place_text(formula.first.row, formula.key_column, true) + ":" +
                   place_text(formula.last.row, formula.key_column, true) + "," + place_of(formula.key) +
                   "," + first + ":" + last + ")";
        case Formula::Kind::difference:
            return "=" + first + "-" + last;
        case Formula::Kind::known_difference:
            return "=N(" + first + ")-N(" + last + ")";
        case Formula::Kind::product:
            return "=" + first + "*" + last;
        case Formula::Kind::product_until:
            return "=IF(" + place_of(formula.year) + ">" + place_of(formula.key) + ",0," + first + "*" +
                   last + ")";
        case Formula::Kind::difference_where_filled:
            return "=IF(ISBLANK(" + first + "),\"\"," + first + "-" + last + ")";
        case Formula::Kind::verdict_where_filled: {
            auto const word = [&](std::size_t number) {
                return place_text(formula.words.row, formula.words.column + number, true);
            };
            return "=IF(ISBLANK(" + first + "),\"\",IF(" + first + "<" + last + "," + word(0) + ",IF(" +
                   first + ">" + place_of(formula.key) + "," + word(2) + "," + word(1) + ")))";
        }
    }
    return "";
}

constexpr std::size_t style_count = static_cast<std::size_t>(CellStyle::whole) + 1;
using Formats = std::array<lxw_format*, style_count>;

Formats formats_of(lxw_workbook* workbook)
{
    constexpr lxw_color_t heading_colour = 0xE4E9ED;
    constexpr double title_size = 16;
    constexpr double section_size = 12;
    Formats formats{};
    for (auto& format : formats) {
        format = workbook_add_format(workbook);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    }
    auto const of = [&](CellStyle style) { return formats[static_cast<std::size_t>(style)]; };
    format_set_bold(of(CellStyle::title));
    format_set_font_size(of(CellStyle::title), title_size);
    format_set_italic(of(CellStyle::note));
    format_set_bold(of(CellStyle::section));
    format_set_font_size(of(CellStyle::section), section_size);
    format_set_bold(of(CellStyle::heading));
    format_set_text_wrap(of(CellStyle::heading));
    format_set_bg_color(of(CellStyle::heading), heading_colour);
    format_set_bottom(of(CellStyle::heading), LXW_BORDER_THIN);
    format_set_text_wrap(of(CellStyle::text));
    format_set_indent(of(CellStyle::text), 1);
    for (auto const style : {CellStyle::total, CellStyle::euro_total}) {
        format_set_bold(of(style));
        format_set_top(of(style), LXW_BORDER_THIN);
    }
    for (auto const style : {CellStyle::euro, CellStyle::euro_total}) {
        format_set_align(of(style), LXW_ALIGN_RIGHT);                       // a text there too
        format_set_num_format(of(style), "#,##0;-#,##0;\"\xE2\x80\x93\"");  // nothing as a dash
    }
    format_set_num_format(of(CellStyle::factor), "0.0000");
    format_set_num_format(of(CellStyle::decimal), "0.######");
    format_set_num_format(of(CellStyle::whole), "0");
    return formats;
}

void write_cell(lxw_worksheet* worksheet, std::size_t row, std::size_t column, Cell const& cell,
                lxw_format* format)
{
    auto const r = static_cast<lxw_row_t>(row);
    auto const c = static_cast<lxw_col_t>(column);
    switch (cell.kind) {
        case Cell::Kind::empty:
            if (cell.style != CellStyle::plain) {
                worksheet_write_blank(worksheet, r, c, format);
            }
            break;
        case Cell::Kind::text:
            // As text whatever it begins with: no text becomes a formula.
            if (cell.formula.kind == Formula::Kind::none) {
                worksheet_write_string(worksheet, r, c, cell.text.c_str(), format);
            } else {
                worksheet_write_formula_str(worksheet, r, c, formula_text(cell.formula).c_str(), format,
                                            cell.text.c_str());
            }
            break;
        case Cell::Kind::number:
            if (cell.formula.kind == Formula::Kind::none) {
                worksheet_write_number(worksheet, r, c, cell.number, format);
            } else {
                worksheet_write_formula_num(worksheet, r, c, formula_text(cell.formula).c_str(), format,
                                            cell.number);
            }
            break;
    }
}

constexpr double points_of_a_line = 15;

double points_of_row(Sheet const& sheet, std::size_t row)
{
    constexpr double points_of_a_title = 24;
    constexpr double points_of_a_section = 18;
    double const points = points_of_a_line * static_cast<double>(sheet.lines_of_row(row));
    auto const style = sheet.at(row, 0).style;
    return style == CellStyle::title     ? points_of_a_title
           : style == CellStyle::section ? points_of_a_section
                                         : points;
}

void write_sheet(lxw_workbook* workbook, Sheet const& sheet, Formats const& formats)
{
    constexpr std::uint8_t a4 = 9;
    auto* const worksheet = workbook_add_worksheet(workbook, sheet.name.c_str());
    if (worksheet == nullptr) {
        throw std::logic_error("no sheet may be called '" + sheet.name + "'");
    }
    for (std::size_t column = 0; column < sheet.column_widths.size(); ++column) {
        auto const c = static_cast<lxw_col_t>(column);
        worksheet_set_column(worksheet, c, c, sheet.column_widths[column], nullptr);
    }
    for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
        // Not every program fits a row to its wrapped texts and large letters.
        if (auto const points = points_of_row(sheet, row); points > points_of_a_line) {
            worksheet_set_row(worksheet, static_cast<lxw_row_t>(row), points, nullptr);
        }
        for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
            auto const& cell = sheet.rows[row][column];
            write_cell(worksheet, row, column, cell, formats[static_cast<std::size_t>(cell.style)]);
        }
    }
    if (sheet.frozen_rows + sheet.frozen_columns > 0) {
        worksheet_freeze_panes(worksheet, static_cast<lxw_row_t>(sheet.frozen_rows),
                               static_cast<lxw_col_t>(sheet.frozen_columns));
    }
    worksheet_set_landscape(worksheet);
    worksheet_set_paper(worksheet, a4);
    worksheet_fit_to_pages(worksheet, 1, 0);
}

// Midnight of a day (ISO 8601), in seconds since 1970; of 1 January 1980 where there is none, since nothing
// would be taken for now.
std::time_t midnight_of(std::string const& date)
{
    std::tm day{};
    if (::strptime(date.c_str(), "%Y-%m-%d", &day) == nullptr) {
        day = {};
        day.tm_year = 80;
        day.tm_mday = 1;
    }
    return ::timegm(&day);
}

// A file that is gone when this is.
class PassingFile {
  public:
    PassingFile() : path_((std::filesystem::temp_directory_path() / "minimasim-XXXXXX").string())
    {
        int const file = ::mkstemp(path_.data());
        if (file < 0) {
            throw InputError(path_, 0, "cannot be made, and a workbook is built there first");
        }
        ::close(file);
    }
    ~PassingFile() { ::unlink(path_.c_str()); }
    PassingFile(PassingFile const&) = delete;
    PassingFile& operator=(PassingFile const&) = delete;

    std::string const& path() const { return path_; }

    std::string bytes() const
    {
        std::ifstream stream(path_, std::ios::binary);
        std::ostringstream bytes;
        bytes << stream.rdbuf();
        return bytes.str();
    }

  private:
    std::string path_;
};

}  // namespace

std::string xlsx_bytes(Workbook const& workbook)
{
    PassingFile const file;
    auto* const book = workbook_new(file.path().c_str());
    if (book == nullptr) {
        throw InputError(file.path(), 0, "cannot be made, and a workbook is built there first");
    }
    auto title = workbook.title;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.created = midnight_of(workbook.date);
    workbook_set_properties(book, &properties);
    auto const formats = formats_of(book);
    for (auto const& sheet : workbook.sheets) {
        write_sheet(book, sheet, formats);
    }
    if (auto const fault = workbook_close(book); fault != LXW_NO_ERROR) {
        throw InputError(
            file.path(), 0,
            std::string("cannot be written, and a workbook is built there first: ") + lxw_strerror(fault));
    }
    return file.bytes();
}

}  // namespace minimasim::report
