#include "sim/report/workbook/budget_workbook.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/report/workbook/ods.hpp"
#include "sim/report/workbook/package_sheet.hpp"
#include "sim/report/workbook/sheet_text.hpp"
#include "sim/report/workbook/xlsx.hpp"

namespace minimasim::report {

namespace {

using outcomes::Results;

struct Words {
    char const* dutch;
    char const* english;
};

// What the model does not say, as in every report.
constexpr Words limits[] = {
    {"Of een echt huishouden recht heeft op een regeling, of die moet aanvragen.",
     "Whether a real household is entitled to a scheme, or should apply for it."},
    {"Dat een gepubliceerd bedrag klopt, of juist niet klopt.",
     "That a published cost is confirmed, or wrong."},
    {"Dat een maatregel voor minder schulden zorgt, als daar geen bewijs voor is.",
     "That a measure causes fewer debts where there is no causal evidence."},
    {"Wat een pakket doet met contacten, opleiding, vaardigheden of gezondheid, of met de volgende "
     "generatie.",
     "Effects on social, cultural or personal capital, on health or on the next generation."},
    {"Dat mensen een regeling niet gebruiken door wantrouwen, of dat zij hulp weigeren.",
     "That distrust causes non-use, or that who does not use a scheme refused help."},
    {"Hoeveel armoede er in een wijk is gemeten. De cijfers per wijk zijn berekend.",
     "Poverty per neighbourhood as if it were measured. Those figures are worked out."},
    {"Dat kosten die elders worden voorkomen geld opleveren voor de begroting.",
     "That costs avoided elsewhere are income of the budget."},
    {"Wat één traject kost. Budget gedeeld door afgeronde trajecten is geen prijs.",
     "The cost of one trajectory. Budget over completions is no price."},
    {"Dat een regeling volgens de wet mag.", "That a scheme is lawful."},
};

// "Minimabeleid van Assen, regels van 2025-07-01.", so that every sheet says what it is about.
std::string subject_of(Results const& results, Language language)
{
    auto const date = results.packages.empty() ? "" : results.packages.front().date;
    return in(language, "Minimabeleid van ", "Minimum-income policy of ") +
           results.provenance.municipality_name + in(language, ", regels van ", ", rules of ") + date + ".";
}

void add_index(SheetText& sheet, Workbook& workbook, PackageSheets& sheets)
{
    auto const language = sheets.language;
    sheet.add(in(language, "Prijsindex", "Price index"), CellStyle::section);
    sheet.add(
        in(language,
           "Structurele bedragen stijgen met de prijzen: de middelste waarde van het indexpad waar ook de "
           "vooruitblik van uitgaat. Incidenteel geld blijft zoals het is besloten. Wat een raad anders "
           "besluit, kan hier worden veranderd: de bladen rekenen mee.",
           "Structural amounts rise with prices: the middle value of the index path that the forecast starts "
           "from too. Incidental money stays as it was decided. What a council decides otherwise can be "
           "changed here: the sheets follow."),
        CellStyle::note);
    sheet.add_headings({in(language, "Jaar", "Year"), in(language, "Index", "Index"),
                        in(language, "Incidenteel", "Incidental"), in(language, "Status", "Status"), "", "",
                        "", in(language, "Bron", "Source")});
    sheets.index = {workbook.sheets[sheet.number()].name, sheet.row(), 0, 1, 2};
    for (auto const& year : sheets.years) {
        sheet.add({number_cell(year.year, CellStyle::whole), number_cell(year.price_index, CellStyle::factor),
                   number_cell(1, CellStyle::factor), text_cell(year.status), Cell{}, Cell{}, Cell{},
                   text_cell(year.source, CellStyle::text)});
    }
    sheet.skip();
}

void add_fields(SheetText& sheet, PackageSheets const& sheets)
{
    auto const language = sheets.language;
    sheet.add(in(language, "Regels van de begroting", "Lines of the budget"), CellStyle::section);
    sheet.add_headings({in(language, "Regeling of maatregel", "Scheme or measure"),
                        in(language, "Taakveld", "Task field"),
                        in(language, "Gepubliceerd budget", "Published"), "", "", "", "",
                        in(language, "Status en bron", "Status and source")});
    for (auto const& line : sheets.lines) {
        sheet.add({text_cell(in(language, line.dutch_name.c_str(), line.english_name.c_str())),
                   text_cell(line.task_field),
                   std::isnan(line.budget_euro_per_year)
                       ? Cell{}
                       : number_cell(line.budget_euro_per_year, CellStyle::euro),
                   Cell{}, Cell{}, Cell{}, Cell{}, text_cell(line.source, CellStyle::text)});
    }
    sheet.skip();
}

void add_terms(SheetText& sheet, PackageSheets const& sheets)
{
    auto const language = sheets.language;
    sheet.add(in(language, "Waarden van wet en beleid", "Values of law and policy"), CellStyle::section);
    sheet.add_headings({in(language, "Pakket", "Package"), in(language, "Regeling of wet", "Scheme or law"),
                        in(language, "Term", "Term"), in(language, "Waarde", "Value"),
                        in(language, "Eenheid", "Unit"), in(language, "Geldig vanaf", "Valid from"),
                        in(language, "Status", "Status"), in(language, "Bron", "Source")});
    for (auto const& term : sheets.results.terms) {
        sheet.add({text_cell(term.package), text_cell(term.scheme), text_cell(term.term),
                   number_cell(term.value, CellStyle::decimal), text_cell(term.unit),
                   text_cell(term.valid_from), text_cell(term.status),
                   text_cell(term.source, CellStyle::text)});
    }
    sheet.skip();
}

void add_provenance(SheetText& sheet, PackageSheets const& sheets)
{
    auto const language = sheets.language;
    auto const& from = sheets.results.provenance;
    sheet.add(in(language, "Herkomst", "Provenance"), CellStyle::section);
    auto const add = [&](char const* word, std::string const& value) {
        sheet.add({text_cell(word), text_cell(value)});
    };
    add(in(language, "Programma", "Program"), "minimasim " + from.program_version);
    add(in(language, "Gemeente", "Municipality"), from.municipality + " " + from.municipality_name);
    add(in(language, "Gekalibreerd op", "Calibrated at"), from.calibration_date);
    add(in(language, "Toevalsgetal", "Seed"), std::to_string(from.seed));
    add(in(language, "Herhalingen", "Replicates"), std::to_string(from.replicates));
    add(in(language, "Bevolkingen", "Populations"), std::to_string(from.members));
    add("SHA-256 data", from.data_digest);
    add(in(language, "SHA-256 bevolking", "SHA-256 population"), from.population_digest);
    add(in(language, "SHA-256 pakketten", "SHA-256 packages"), from.scenario_digest);
}

void add_assumptions(Workbook& workbook, PackageSheets& sheets)
{
    SheetText sheet(workbook, in(sheets.language, "Aannames", "Assumptions"),
                    {34, 26, 34, 14, 22, 13, 12, 110});
    sheet.add(in(sheets.language, "Aannames", "Assumptions"), CellStyle::title);
    sheet.add(subject_of(sheets.results, sheets.language), CellStyle::note);
    sheet.skip();
    add_index(sheet, workbook, sheets);
    add_fields(sheet, sheets);
    add_terms(sheet, sheets);
    add_provenance(sheet, sheets);
}

void add_overview(Workbook& workbook, PackageSheets const& sheets)
{
    auto const language = sheets.language;
    auto const& results = sheets.results;
    SheetText sheet(workbook, in(language, "Overzicht", "Overview"), {52, 13, 13, 13, 13, 13, 13, 13, 90});
    sheet.add(
        in(language, "Minimabeleid van ", "Minimum-income policy of ") + results.provenance.municipality_name,
        CellStyle::title);
    sheet.add(
        in(language,
           "Lasten per jaar in euro, met de bandbreedte van 90 % van de doorrekeningen. Berekend met een "
           "nagebouwde bevolking: geen enkel huishouden bestaat echt.",
           "Expenditure a year in euro, with the interval of 90 % of the replicates. Worked out on a "
           "synthetic "
           "population: no household exists."),
        CellStyle::note);
    sheet.skip();
    std::size_t const heading = sheet.row();
    sheet.add_headings(
        {in(language, "Pakket", "Package"), in(language, "Lasten laag", "Cost, low"),
         in(language, "Lasten midden", "Cost, middle"), in(language, "Lasten hoog", "Cost, high"),
         in(language, "Meer dan nu, laag", "More than now, low"),
         in(language, "Meer dan nu, midden", "More than now, middle"),
         in(language, "Meer dan nu, hoog", "More than now, high"), in(language, "Gepubliceerd", "Published"),
         in(language, "Datum en herkomst", "Date and source")});
    constexpr std::size_t cost_column = 2;
    constexpr std::size_t difference_column = 5;
    for (auto const& package : results.packages) {
        auto const amounts = amounts_of(sheets.figures, package.id, "");
        auto const euro = [](double amount) { return number_cell(amount, CellStyle::euro); };
        bool const is_baseline = &package == &results.packages.front();
        std::size_t const row = sheet.row();
        sheet.add({text_cell(title_of(package, language), CellStyle::text), euro(amounts.cost.low),
                   euro(amounts.cost.estimate), euro(amounts.cost.high),
                   is_baseline ? Cell{} : euro(amounts.difference.low), Cell{},
                   is_baseline ? Cell{} : euro(amounts.difference.high),
                   package.has_published_cost ? euro(package.published_cost_euro) : Cell{},
                   text_cell(decision_text(package, language), CellStyle::text)});
        if (!is_baseline) {
            Formula formula;
            formula.kind = Formula::Kind::difference;
            formula.first = {row, cost_column, ""};
            formula.last = {heading + 1, cost_column, ""};
            workbook.put_formula(sheet.number(), row, difference_column, CellStyle::euro, formula);
        }
    }
    workbook.sheets[sheet.number()].frozen_rows = heading + 1;
    workbook.sheets[sheet.number()].frozen_columns = 1;
}

void add_limits(Workbook& workbook, Results const& results, Language language)
{
    constexpr double width = 110;
    auto const* const heading = in(language, "Wat dit model niet zegt", "What this model does not say");
    SheetText sheet(workbook, heading, {width});
    sheet.add(heading, CellStyle::title);
    sheet.add(subject_of(results, language), CellStyle::note);
    for (auto const& limit : limits) {
        sheet.add(in(language, limit.dutch, limit.english), CellStyle::text);
    }
}

}  // namespace

Workbook budget_workbook(Results const& results, Language language)
{
    Workbook workbook;
    workbook.title =
        in(language, "Begroting van het minimabeleid van ", "Budget of the minimum-income policy of ") +
        clean_text(results.provenance.municipality_name);
    workbook.date = results.packages.empty() ? "" : results.packages.front().date;
    workbook.language = in(language, "nl", "en");
    FigureLookup const figures(results);
    PackageSheets sheets{results, figures, lines_of_budget(results), years_of_budget(results), {}, language};
    // What formulas refer to is there before them; the reader finds it after the packages.
    add_assumptions(workbook, sheets);
    add_overview(workbook, sheets);
    for (auto const& package : results.packages) {
        add_package_sheet(workbook, sheets, package);
    }
    std::rotate(workbook.sheets.begin(), workbook.sheets.begin() + 1, workbook.sheets.end());
    add_limits(workbook, results, language);
    return workbook;
}

std::string budget_xlsx(Results const& results, Language language)
{
    return xlsx_bytes(budget_workbook(results, language));
}

std::string budget_ods(Results const& results, Language language)
{
    return ods_bytes(budget_workbook(results, language));
}

}  // namespace minimasim::report
