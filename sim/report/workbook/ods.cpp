#include "sim/report/workbook/ods.hpp"

#include <cmath>

#include "sim/report/csv_table.hpp"
#include "sim/report/workbook/zip.hpp"

namespace minimasim::report {

namespace {

constexpr char const* mimetype = "application/vnd.oasis.opendocument.spreadsheet";
constexpr char const* declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr char const* namespaces =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""
    " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\""
    " xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\""
    " office:version=\"1.3\"";

std::string escaped(std::string_view text)
{
    std::string safe;
    for (char const c : text) {
        safe += c == '&'   ? "&amp;"
                : c == '<' ? "&lt;"
                : c == '>' ? "&gt;"
                : c == '"' ? "&quot;"
                           : std::string(1, c);
    }
    return safe;
}

// Whose way of writing numbers it has.
char const* country_of(Workbook const& workbook)
{
    return workbook.language == "nl" ? "NL" : "GB";
}

// A place in OpenFormula: [.B7], or [$'Sheet'.$B$7] in another sheet; without the brackets.
std::string place_of(CellPlace const& place)
{
    if (place.sheet.empty()) {
        return "." + place_text(place.row, place.column);
    }
    std::string quoted;
    for (char const c : place.sheet) {
        quoted += c == '\'' ? "''" : std::string(1, c);
    }
    return "$'" + quoted + "'." + place_text(place.row, place.column, true);
}

std::string formula_text(Formula const& formula)
{
    auto const cell = [](CellPlace const& place) { return "[" + place_of(place) + "]"; };
    auto const range = "[" + place_of(formula.first) + ":" + place_of(formula.last) + "]";
    switch (formula.kind) {
        case Formula::Kind::none:
            return "";
        case Formula::Kind::sum:
            return "of:=SUM(" + range + ")";
        case Formula::Kind::sum_where:
            return "of:=SUMIF([." + place_text(formula.first.row, formula.key_column, true) + ":." +
                   place_text(formula.last.row, formula.key_column, true) + "];" + cell(formula.key) + ";" +
                   range + ")";
        case Formula::Kind::difference:
            return "of:=" + cell(formula.first) + "-" + cell(formula.last);
        case Formula::Kind::known_difference:
            return "of:=N(" + cell(formula.first) + ")-N(" + cell(formula.last) + ")";
        case Formula::Kind::product:
            return "of:=" + cell(formula.first) + "*" + cell(formula.last);
        case Formula::Kind::product_until:
            return "of:=IF(" + cell(formula.year) + ">" + cell(formula.key) + ";0;" + cell(formula.first) +
                   "*" + cell(formula.last) + ")";
        case Formula::Kind::difference_where_filled:
            return "of:=IF(ISBLANK(" + cell(formula.first) + ");\"\";" + cell(formula.first) + "-" +
                   cell(formula.last) + ")";
        case Formula::Kind::verdict_where_filled: {
            auto const word = [&](std::size_t number) {
                return "[." + place_text(formula.words.row, formula.words.column + number, true) + "]";
            };
            return "of:=IF(ISBLANK(" + cell(formula.first) + ");\"\";IF(" + cell(formula.first) + "<" +
                   cell(formula.last) + ";" + word(0) + ";IF(" + cell(formula.first) + ">" +
                   cell(formula.key) + ";" + word(2) + ";" + word(1) + ")))";
        }
    }
    return "";
}

// Name of the style, its look, and the format of its numbers.
struct StyleText {
    char const* name;
    char const* cell;
    char const* text;
    char const* number;  // name of a number style, or ""
};

// In the order of CellStyle.
constexpr StyleText styles[] = {
    {"plain", "", "", ""},
    {"title", "", " fo:font-weight=\"bold\" fo:font-size=\"16pt\"", ""},
    {"note", "", " fo:font-style=\"italic\"", ""},
    {"heading",
     " fo:wrap-option=\"wrap\" fo:background-color=\"#e4e9ed\" fo:border-bottom=\"0.5pt solid #000000\"",
     " fo:font-weight=\"bold\"", ""},
    {"section", "", " fo:font-weight=\"bold\" fo:font-size=\"12pt\"", ""},
    {"text", " fo:wrap-option=\"wrap\" fo:padding-left=\"0.15cm\"", "", ""},
    {"euro", "", "", "number-euro"},
    {"euro_total", " fo:border-top=\"0.5pt solid #000000\"", " fo:font-weight=\"bold\"", "number-euro"},
    {"total", " fo:border-top=\"0.5pt solid #000000\"", " fo:font-weight=\"bold\"", ""},
    {"decimal", "", "", "number-decimal"},
    {"factor", "", "", "number-factor"},
    {"whole", "", "", "number-whole"},
};

// A style of numbers; `maps` says where another one takes its place.
std::string number_style(Workbook const& workbook, char const* name, char const* number,
                         std::string const& before = "", std::string const& maps = "")
{
    return std::string("<number:number-style style:name=\"") + name + "\" number:language=\"" +
           workbook.language + "\" number:country=\"" + country_of(workbook) + "\">" + before +
           "<number:number" + number + "/>" + maps + "</number:number-style>";
}

std::string when(char const* condition, char const* style)
{
    return std::string("<style:map style:condition=\"") + condition + "\" style:apply-style-name=\"" + style +
           "\"/>";
}

// Whole euros, nothing as a dash: where there are conditions, the sign of what is below nothing is said too.
std::string euro_styles(Workbook const& workbook)
{
    constexpr char const* whole =
        " number:decimal-places=\"0\" number:min-decimal-places=\"0\" number:min-integer-digits=\"1\""
        " number:grouping=\"true\"";
    return "<number:number-style style:name=\"number-nothing\"><number:text>\xE2\x80\x93</number:text>"
           "</number:number-style>" +
           number_style(workbook, "number-negative", whole, "<number:text>-</number:text>") +
           number_style(workbook, "number-euro", whole, "",
                        when("value()=0", "number-nothing") + when("value()&lt;0", "number-negative"));
}

std::string cell_styles(Workbook const& workbook)
{
    std::string xml = euro_styles(workbook) +
                      number_style(workbook, "number-factor",
                                   " number:decimal-places=\"4\" number:min-decimal-places=\"4\""
                                   " number:min-integer-digits=\"1\"") +
                      number_style(workbook, "number-decimal",
                                   " number:decimal-places=\"6\" number:min-decimal-places=\"0\""
                                   " number:min-integer-digits=\"1\"") +
                      number_style(workbook, "number-whole",
                                   " number:decimal-places=\"0\" number:min-decimal-places=\"0\""
                                   " number:min-integer-digits=\"1\"");
    for (auto const& style : styles) {
        xml += std::string("<style:style style:name=\"") + style.name +
               "\" style:family=\"table-cell\" style:parent-style-name=\"Default\"";
        xml += *style.number != '\0' ? std::string(" style:data-style-name=\"") + style.number + "\"" : "";
        xml += std::string("><style:table-cell-properties style:vertical-align=\"top\"") + style.cell + "/>";
        bool const is_euro = std::string_view(style.number) == "number-euro";
        xml += is_euro ? "<style:paragraph-properties fo:text-align=\"end\"/>" : "";  // a text there too
        xml += *style.text != '\0' ? std::string("<style:text-properties") + style.text + "/>" : "";
        xml += "</style:style>";
    }
    return xml;
}

std::string column_style_name(std::size_t sheet, std::size_t column)
{
    return "column-" + std::to_string(sheet) + "-" + std::to_string(column);
}

std::string column_styles(Workbook const& workbook)
{
    constexpr double centimetre_per_character = 0.2;
    std::string xml;
    for (std::size_t sheet = 0; sheet < workbook.sheets.size(); ++sheet) {
        auto const& widths = workbook.sheets[sheet].column_widths;
        for (std::size_t column = 0; column < widths.size(); ++column) {
            xml += "<style:style style:name=\"" + column_style_name(sheet, column) +
                   "\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"" +
                   csv_number(widths[column] * centimetre_per_character, "euro") + "cm\"/></style:style>";
        }
    }
    return xml;
}

std::string paragraphs(std::string const& text)
{
    std::string xml = "<text:p>";
    for (char const c : text) {
        xml += c == '\n' ? "</text:p><text:p>" : escaped(std::string_view(&c, 1));
    }
    return xml + "</text:p>";
}

std::string cell_xml(Cell const& cell)
{
    std::string const style =
        std::string(" table:style-name=\"") + styles[static_cast<std::size_t>(cell.style)].name + "\"";
    auto const formula = cell.formula.kind == Formula::Kind::none
                             ? ""
                             : " table:formula=\"" + escaped(formula_text(cell.formula)) + "\"";
    switch (cell.kind) {
        case Cell::Kind::empty:
            break;
        case Cell::Kind::text:
            return "<table:table-cell" + style + formula + " office:value-type=\"string\">" +
                   paragraphs(cell.text) + "</table:table-cell>";
        case Cell::Kind::number: {
            auto const value = csv_exact_number(cell.number);
            return "<table:table-cell" + style + formula + " office:value-type=\"float\" office:value=\"" +
                   value + "\"><text:p>" + value + "</text:p></table:table-cell>";
        }
    }
    return "<table:table-cell" + style + "/>";
}

std::string table_xml(Sheet const& sheet, std::size_t number)
{
    std::string xml = "<table:table table:name=\"" + escaped(sheet.name) + "\" table:style-name=\"sheet\">";
    for (std::size_t column = 0; column < sheet.column_widths.size(); ++column) {
        xml += "<table:table-column table:style-name=\"" + column_style_name(number, column) + "\"/>";
    }
    for (auto const& row : sheet.rows) {
        xml += "<table:table-row table:style-name=\"row\">";
        for (auto const& cell : row) {
            xml += cell_xml(cell);
        }
        xml += row.empty() ? "<table:table-cell/>" : "";
        xml += "</table:table-row>";
    }
    return xml + "</table:table>";
}

std::string content_xml(Workbook const& workbook)
{
    std::string xml =
        std::string(declaration) + "<office:document-content" + namespaces +
        "><office:automatic-styles>"
        "<style:style style:name=\"sheet\" style:family=\"table\" style:master-page-name=\"Default\">"
        "<style:table-properties table:display=\"true\"/></style:style>"
        "<style:style style:name=\"row\" style:family=\"table-row\">"
        "<style:table-row-properties style:use-optimal-row-height=\"true\"/></style:style>" +
        column_styles(workbook) + cell_styles(workbook) +
        "</office:automatic-styles><office:body><office:spreadsheet>";
    for (std::size_t i = 0; i < workbook.sheets.size(); ++i) {
        xml += table_xml(workbook.sheets[i], i);
    }
    return xml + "</office:spreadsheet></office:body></office:document-content>\n";
}

std::string styles_xml(Workbook const& workbook)
{
    std::string const country = country_of(workbook);
    return std::string(declaration) + "<office:document-styles" + namespaces +
           "><office:styles><style:default-style style:family=\"table-cell\"><style:text-properties"
           " fo:font-family=\"Liberation Sans\" fo:font-size=\"10pt\" fo:language=\"" +
           workbook.language + "\" fo:country=\"" + country +
           "\"/></style:default-style>"
           "<style:style style:name=\"Default\" style:family=\"table-cell\"/></office:styles>"
           "<office:automatic-styles><style:page-layout style:name=\"page\"><style:page-layout-properties"
           " fo:page-width=\"29.7cm\" fo:page-height=\"21cm\" style:print-orientation=\"landscape\""
           " fo:margin=\"1.5cm\" style:scale-to-X=\"1\" style:scale-to-Y=\"0\"/></style:page-layout>"
           "</office:automatic-styles><office:master-styles><style:master-page style:name=\"Default\""
           " style:page-layout-name=\"page\"/></office:master-styles></office:document-styles>\n";
}

std::string meta_xml(Workbook const& workbook)
{
    return std::string(declaration) + "<office:document-meta" + namespaces +
           "><office:meta><meta:generator>minimasim</meta:generator><dc:title>" + escaped(workbook.title) +
           "</dc:title><dc:language>" + workbook.language + "</dc:language><meta:creation-date>" +
           escaped(workbook.date) + "T00:00:00</meta:creation-date></office:meta></office:document-meta>\n";
}

std::string item(char const* name, char const* type, std::string const& value)
{
    return std::string("<config:config-item config:name=\"") + name + "\" config:type=\"" + type + "\">" +
           value + "</config:config-item>";
}

// Rows and columns that stay in sight.
std::string settings_xml(Workbook const& workbook)
{
    constexpr char const* frozen = "2";
    constexpr char const* lower_right = "3";
    std::string tables;
    for (auto const& sheet : workbook.sheets) {
        auto const rows = std::to_string(sheet.frozen_rows);
        auto const columns = std::to_string(sheet.frozen_columns);
        tables += "<config:config-item-map-entry config:name=\"" + escaped(sheet.name) + "\">" +
                  item("HorizontalSplitMode", "short", sheet.frozen_columns > 0 ? frozen : "0") +
                  item("VerticalSplitMode", "short", sheet.frozen_rows > 0 ? frozen : "0") +
                  item("HorizontalSplitPosition", "int", columns) +
                  item("VerticalSplitPosition", "int", rows) +
                  item("ActiveSplitRange", "short", lower_right) + item("PositionLeft", "int", "0") +
                  item("PositionRight", "int", columns) + item("PositionTop", "int", "0") +
                  item("PositionBottom", "int", rows) + "</config:config-item-map-entry>";
    }
    return std::string(declaration) + "<office:document-settings" + namespaces +
           "><office:settings><config:config-item-set config:name=\"ooo:view-settings\">"
           "<config:config-item-map-indexed config:name=\"Views\"><config:config-item-map-entry>" +
           item("ViewId", "string", "view1") + "<config:config-item-map-named config:name=\"Tables\">" +
           tables +
           "</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>"
           "</config:config-item-set></office:settings></office:document-settings>\n";
}

std::string manifest_xml()
{
    std::string xml =
        std::string(declaration) +
        "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
        " manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\""
        " manifest:version=\"1.3\" manifest:media-type=\"" +
        mimetype + "\"/>";
    for (char const* name : {"content.xml", "styles.xml", "meta.xml", "settings.xml"}) {
        xml += std::string("<manifest:file-entry manifest:full-path=\"") + name +
               "\" manifest:media-type=\"text/xml\"/>";
    }
    return xml + "</manifest:manifest>\n";
}

}  // namespace

std::string ods_bytes(Workbook const& workbook)
{
    // What kind of file it is comes first and as it is, so that it can be seen without unpacking.
    return zip_bytes({{"mimetype", mimetype, false},
                      {"content.xml", content_xml(workbook)},
                      {"styles.xml", styles_xml(workbook)},
                      {"meta.xml", meta_xml(workbook)},
                      {"settings.xml", settings_xml(workbook)},
                      {"META-INF/manifest.xml", manifest_xml()}});
}

}  // namespace minimasim::report
