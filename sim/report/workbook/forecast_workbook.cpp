#include "sim/report/workbook/forecast_workbook.hpp"

#include <algorithm>
#include <cmath>

#include "sim/report/forecast_monitor.hpp"
#include "sim/report/forecast_text.hpp"
#include "sim/report/process_text.hpp"
#include "sim/report/reach_goals.hpp"
#include "sim/report/workbook/forecast_budget_sheets.hpp"
#include "sim/report/workbook/ods.hpp"
#include "sim/report/workbook/sheet_text.hpp"
#include "sim/report/workbook/xlsx.hpp"

namespace minimasim::report {

namespace {

using forecast::Forecast;
using forecast::Grade;

bool is_share(std::string const& unit)
{
    return unit.starts_with("share");
}

// In per cent to two decimals, or to one decimal: more would say more than is known.
Cell figure(double value, std::string const& unit)
{
    if (!std::isfinite(value)) {
        return {};
    }
    return number_cell(is_share(unit) ? std::round(value * 1e4) / 100 : std::round(value * 10) / 10,
                       CellStyle::decimal);
}

void add_interval(std::vector<Cell>& cells, outcomes::Interval const& value, std::string const& unit)
{
    for (double const number : {value.estimate, value.low, value.high}) {
        cells.push_back(figure(number, unit));
    }
}

std::string grade_text(Grade grade, Language language)
{
    return grade == Grade::assumed ? in(language, "aanname", "assumption")
           : grade == Grade::weak  ? in(language, "zwak onderbouwd", "weak evidence")
                                   : in(language, "onderbouwd", "founded");
}

constexpr std::size_t place_of_budget = 3;  // after the neighbourhoods

// The workbook while it is made.
class Maker {
  public:
    Maker(ForecastDocument const& document, Language language)
        : document_(document), forecast_(document.forecast), language_(language)
    {
        workbook_.title = std::string(say("Vooruitblik schulden in ", "Forecast of debts in ")) +
                          clean_text(forecast_.municipality);
        workbook_.date = forecast_.policy_date;
        workbook_.language = in(language, "nl", "en");
    }

    Workbook made()
    {
        add_answer();
        add_years();
        add_neighbourhoods();
        add_monitor();
        add_assumptions();
        add_limits();
        add_budget_sheets(workbook_, forecast_, place_of_budget, language_);
        return std::move(workbook_);
    }

  private:
    char const* say(char const* dutch, char const* english) const { return in(language_, dutch, english); }

    SheetText begin(char const* name, std::vector<double> widths, std::string const& note)
    {
        SheetText sheet(workbook_, name, std::move(widths));
        sheet.add(name, CellStyle::title);
        sheet.add(note, CellStyle::note);
        sheet.skip();
        return sheet;
    }

    void freeze(SheetText const& sheet, std::size_t columns)
    {
        workbook_.sheets[sheet.number()].frozen_rows = sheet.row();
        workbook_.sheets[sheet.number()].frozen_columns = columns;
    }

    std::string unit_text(std::string const& unit) const
    {
        return is_share(unit) ? "%" : unit_name(unit, language_);
    }

    std::string title_of(std::string const& package) const
    {
        auto const found = std::find_if(forecast_.packages.begin(), forecast_.packages.end(),
                                        [&](auto const& known) { return known.id == package; });
        return found == forecast_.packages.end()
                   ? package
                   : in(language_, found->title.c_str(), found->title_en.c_str());
    }

    bool changes_forecast(std::string const& package) const
    {
        return std::any_of(forecast_.packages.begin(), forecast_.packages.end(),
                           [&](auto const& known) { return known.id == package && known.changes_forecast; });
    }

    std::string name_of(std::string const& indicator) const
    {
        auto const* const found = forecast::find_indicator(document_.indicators, indicator);
        return found == nullptr ? indicator : in(language_, found->name.c_str(), found->name_en.c_str());
    }

    std::string grade_of(std::string const& indicator) const
    {
        auto const* const found = forecast::find_indicator(document_.indicators, indicator);
        return grade_text(found == nullptr ? Grade::assumed
                                           : forecast::weakest_grade(found->rests_on, forecast_.assumptions),
                          language_);
    }

    void add_answer()
    {
        auto sheet = begin(say("Antwoord en doelen", "Answer and goals"), {44, 46, 8, 12, 12, 12, 12, 18, 60},
                           std::string(say("Een vooruitblik onder aannames, met het 90 %-interval over ",
                                           "A forecast under assumptions, with the 90% interval over ")) +
                               std::to_string(forecast_.replicates) +
                               say(" doorrekeningen. Aandelen en kansen in procenten.",
                                   " replicates. Shares and chances in per cent."));
        sheet.add_headings(
            {say("Doel", "Goal"), say("Pakket", "Package"), say("Jaar", "Year"),
             say("Doelwaarde", "Value of the goal"), say("Komt uit op", "Lands at"), say("Laag", "Low"),
             say("Hoog", "High"), say("Kans, %", "Chance, %"),
             say("Waarop het rust; bron van het doel", "What it rests on; source of the goal")});
        freeze(sheet, 1);
        for (auto const& outcome : forecast_.goals) {
            if (!changes_forecast(outcome.package) ||
                outcome.year != std::min(outcome.goal.year, forecast_.until)) {
                continue;
            }
            std::string const unit = outcome.goal.value <= 1 ? "share" : "";
            std::vector<Cell> cells{text_cell(name_of(outcome.goal.indicator) +
                                                  (outcome.goal.is_ceiling ? say(", hoogstens", ", at most")
                                                                           : say(", minstens", ", at least")),
                                              CellStyle::text),
                                    text_cell(title_of(outcome.package), CellStyle::text),
                                    number_cell(outcome.year, CellStyle::whole),
                                    figure(outcome.goal.value, unit)};
            add_interval(cells, outcome.value, unit);
            cells.push_back(figure(outcome.chance, "share"));
            cells.push_back(
                text_cell(grade_of(outcome.goal.indicator) + "; " + outcome.goal.source, CellStyle::text));
            sheet.add(std::move(cells));
        }
        add_reach(sheet);
        sheet.skip();
        sheet.add(say("Wat er nodig is", "What it would take"), CellStyle::section);
        sheet.add(what_it_takes(forecast_, language_), CellStyle::note);
    }

    // The goals for reach of current policy and of the packages shown, below the others.
    void add_reach(SheetText& sheet) const
    {
        auto const packages = reach_packages(forecast_);
        for (auto const& row : reach_rows(forecast_)) {
            for (std::size_t p = 0; p < packages.size(); ++p) {
                for (auto const* outcome : {row.packages[p].relative, row.packages[p].points}) {
                    if (outcome != nullptr) {
                        add_reach(sheet, *outcome);
                    }
                }
            }
        }
    }

    void add_reach(SheetText& sheet, forecast::ReachOutcome const& outcome) const
    {
        bool const is_relative = outcome.goal.reading == forecast::Reading::relative;
        std::vector<Cell> cells{
            text_cell(std::string(say("Bereik ", "Reach ")) + scheme_name(outcome.goal.scheme, language_) +
                          (is_relative ? say(", 25 % hoger", ", 25% higher")
                                       : say(", 25 punten hoger", ", 25 points higher")),
                      CellStyle::text),
            text_cell(title_of(outcome.package), CellStyle::text),
            number_cell(outcome.year, CellStyle::whole), figure(outcome.target.estimate, "share")};
        add_interval(cells, outcome.value, "share");
        cells.push_back(figure(outcome.chance, "share"));
        cells.push_back(text_cell(grade_text(Grade::assumed, language_) + "; " +
                                      (outcome.exceeds_everybody ? say("kan niet: meer dan iedereen; ",
                                                                       "impossible: more than everybody; ")
                                                                 : "") +
                                      outcome.goal.source,
                                  CellStyle::text));
        sheet.add(std::move(cells));
    }

    void add_years()
    {
        auto sheet =
            begin(say("Jaren per pakket", "Years by package"), {46, 44, 22, 8, 12, 12, 12, 12, 12, 12, 18},
                  say("Standen aan het einde van het jaar, stromen over het jaar. Verschil: met "
                      "huidig beleid, binnen dezelfde doorrekeningen.",
                      "Stocks at the end of the year, flows over it. Difference: from current policy, "
                      "within the same replicates."));
        sheet.add_headings({say("Pakket", "Package"), say("Indicator", "Indicator"), say("Eenheid", "Unit"),
                            say("Jaar", "Year"), say("Schatting", "Estimate"), say("Laag", "Low"),
                            say("Hoog", "High"), say("Verschil", "Difference"), say("Laag", "Low"),
                            say("Hoog", "High"), say("Waarop het rust", "What it rests on")});
        freeze(sheet, 2);
        for (auto const& row : forecast_.years) {
            if (!changes_forecast(row.package)) {
                continue;
            }
            std::vector<Cell> cells{text_cell(title_of(row.package)), text_cell(name_of(row.indicator)),
                                    text_cell(unit_text(row.unit)), number_cell(row.year, CellStyle::whole)};
            add_interval(cells, row.value, row.unit);
            add_interval(cells, row.difference, row.unit);
            cells.push_back(text_cell(grade_of(row.indicator)));
            sheet.add(std::move(cells));
        }
    }

    void add_neighbourhoods()
    {
        auto sheet =
            begin(say("Wijken", "Neighbourhoods"), {26, 46, 8, 12, 12, 12, 18},
                  say("Huishoudens met problematische schulden, procent van de huishoudens van de wijk, "
                      "aan het einde van het jaar. Het begin is gepubliceerd, de rest berekend.",
                      "Households with problem debts, per cent of the households of the neighbourhood, at "
                      "the end of the year. The start is published, the rest worked out."));
        sheet.add_headings({say("Wijk", "Neighbourhood"), say("Pakket", "Package"), say("Jaar", "Year"),
                            say("Schatting", "Estimate"), say("Laag", "Low"), say("Hoog", "High"),
                            say("Waarop het rust", "What it rests on")});
        freeze(sheet, 1);
        for (auto const& place : forecast_.places) {
            for (auto const& row : forecast_.neighbourhoods) {
                if (row.indicator != place.code || !changes_forecast(row.package)) {
                    continue;
                }
                std::vector<Cell> cells{text_cell(place.name), text_cell(title_of(row.package)),
                                        number_cell(row.year, CellStyle::whole)};
                add_interval(cells, row.value, row.unit);
                cells.push_back(text_cell(row.year < forecast::first_year ? say("gepubliceerd", "published")
                                                                          : grade_of("problem_debts_share")));
                sheet.add(std::move(cells));
            }
        }
    }

    // Where a row of the monitor has what: the formulas refer to it.
    enum MonitorColumn : std::size_t {
        path = 8,
        low = 9,
        high = 10,
        realised = 13,
        change = 14,
        verdict = 15
    };

    void add_monitor()
    {
        auto sheet =
            begin("Monitor", {44, 26, 22, 10, 18, 50, 8, 18, 12, 12, 12, 10, 8, 14, 12, 20, 60, 50},
                  say("Vul de kolom Gerealiseerd in; de twee kolommen erna vergelijken met het verwachte "
                      "pad bij huidig beleid. Aandelen in procenten. Wijken en profielen staan bij het "
                      "aandeel met problematische schulden en bij achterstanden; profielen zijn berekend.",
                      "Fill in the column Realised; the two columns after it compare with the expected "
                      "path under current policy. Shares in per cent. Neighbourhoods and profiles stand "
                      "with the share with problem debts and with arrears; profiles are worked out."));
        CellPlace const words{sheet.row(), 1, ""};
        sheet.add({text_cell(say("Woorden van de vergelijking", "Words of the comparison")),
                   text_cell(say("onder de marge", "below the interval")),
                   text_cell(say("binnen de marge", "within the interval")),
                   text_cell(say("boven de marge", "above the interval"))});
        sheet.skip();
        sheet.add_headings(
            {say("Indicator", "Indicator"), say("Gebied", "Area"), say("Eenheid", "Unit"),
             say("0-meting", "Baseline"), say("Periode", "Period"), say("Bron van de 0-meting", "Its source"),
             say("Jaar", "Year"), say("Waarop het rust", "What it rests on"), say("Verwacht", "Expected"),
             say("Laag", "Low"), say("Hoog", "High"), say("Doel", "Goal"), say("Doeljaar", "Goal year"),
             say("Gerealiseerd", "Realised"), say("Verschil", "Difference"), say("Oordeel", "Verdict"),
             say("Definitie", "Definition"), say("Wie telt het", "Who counts it")});
        freeze(sheet, 1);
        for (auto const& row : monitor_rows(document_)) {
            auto const& indicator = *row.indicator;
            auto const number = sheet.row();
            std::vector<Cell> cells{
                text_cell(name_of(indicator.key)),       text_cell(place_text(row, language_)),
                text_cell(unit_text(row.unit)),          figure(row.baseline, row.unit),
                text_cell(row.baseline_period),          text_cell(row.baseline_source),
                number_cell(row.year, CellStyle::whole), text_cell(grade_text(row.grade, language_))};
            add_interval(cells, row.path, row.unit);
            cells.push_back(figure(row.goal, row.unit));
            cells.push_back(std::isfinite(row.goal) ? number_cell(row.goal_year, CellStyle::whole) : Cell{});
            cells.insert(cells.end(), 3, Cell{});
            cells.push_back(text_cell(say(indicator.definition.c_str(), indicator.definition_en.c_str())));
            cells.push_back(text_cell(counted_by(row, language_)));
            sheet.add(std::move(cells));
            add_comparison(sheet.number(), number, words);
        }
    }

    void add_comparison(std::size_t sheet, std::size_t row, CellPlace const& words)
    {
        Formula formula;
        formula.kind = Formula::Kind::difference_where_filled;
        formula.first = {row, realised, ""};
        formula.last = {row, path, ""};
        workbook_.put_formula(sheet, row, change, CellStyle::decimal, formula);
        formula.kind = Formula::Kind::verdict_where_filled;
        formula.last = {row, low, ""};
        formula.key = {row, high, ""};
        formula.words = words;
        workbook_.put_formula(sheet, row, verdict, CellStyle::plain, formula);
    }

    void add_assumptions()
    {
        auto sheet =
            begin(say("Aannames", "Assumptions"), {30, 48, 12, 12, 12, 38, 24, 110},
                  say("Waarop de vooruitblik rust. Elke doorrekening trekt een waarde tussen laag en hoog.",
                      "What the forecast rests on. Every replicate draws a value between low and high."));
        sheet.add_headings({say("Proces", "Process"), say("Aanname", "Assumption"), say("Waarde", "Value"),
                            say("Laag", "Low"), say("Hoog", "High"), say("Eenheid", "Unit"),
                            say("Bewijs", "Evidence"), say("Bron", "Source")});
        freeze(sheet, 2);
        for (auto const& term : forecast_.assumptions) {
            sheet.add({text_cell(process_name(document_.names, term.process, "", language_)),
                       text_cell(process_name(document_.names, term.process, term.term, language_)),
                       number_cell(term.value, CellStyle::decimal), number_cell(term.low, CellStyle::decimal),
                       number_cell(term.high, CellStyle::decimal), text_cell(unit_name(term.unit, language_)),
                       text_cell(evidence_name(term.evidence, language_)),
                       text_cell(term.source, CellStyle::text)});
        }
        sheet.skip();
        sheet.add(say("Herkomst", "Provenance"), CellStyle::section);
        sheet.add(
            {text_cell(say("Programma", "Program")), text_cell("minimasim " + document_.program_version)});
        sheet.add({text_cell(say("Doorrekeningen", "Replicates")),
                   text_cell(std::to_string(forecast_.replicates))});
        sheet.add(
            {text_cell(say("Bevolkingen", "Populations")), text_cell(std::to_string(forecast_.members))});
        sheet.add({text_cell(say("Toevalsgetal", "Seed")), text_cell(std::to_string(forecast_.seed))});
        sheet.add({text_cell("SHA-256 data"), text_cell(forecast_.data_digest)});
    }

    void add_limits()
    {
        auto sheet = begin(say("Wat er niet in zit", "What is not in it"), {110},
                           say("Een maatregel zonder bewijs heeft nul binnen de marge van zijn effect.",
                               "A measure without evidence has nought within the interval of its effect."));
        for (auto const& item : not_forecast(language_)) {
            sheet.add(item, CellStyle::text);
        }
    }

    ForecastDocument const& document_;
    Forecast const& forecast_;
    Language language_;
    Workbook workbook_;
};

}  // namespace

Workbook forecast_workbook(ForecastDocument const& document, Language language)
{
    return Maker(document, language).made();
}

std::string forecast_xlsx(ForecastDocument const& document, Language language)
{
    return xlsx_bytes(forecast_workbook(document, language));
}

std::string forecast_ods(ForecastDocument const& document, Language language)
{
    return ods_bytes(forecast_workbook(document, language));
}

}  // namespace minimasim::report
