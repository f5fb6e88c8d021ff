#include "sim/report/forecast_people.hpp"

#include <algorithm>
#include <array>

#include "sim/report/messages/forecast_background.hpp"
#include "sim/report/number_text.hpp"
#include "sim/report/text_table.hpp"

namespace minimasim::report {

namespace {

using forecast::Forecast;

constexpr std::size_t width = 110;

struct Row {
    char const* indicator;
    char const* dutch;
    char const* english;
};

constexpr std::array<Row, 11> shown{{
    {"persons", "inwoners in huishoudens", "residents in households"},
    {"births", "geboren", "births"},
    {"deaths", "overleden", "deaths"},
    {"persons_in", "gevestigd", "moved in"},
    {"persons_out", "vertrokken", "moved out"},
    {"pensioners", "vanaf AOW-leeftijd", "from state pension age"},
    {"households", "huishoudens", "households"},
    {"one_person", "  van één persoon", "  of one person"},
    {"low", "  met laag inkomen", "  with low income"},
    {"low_three_years", "    drie jaar of langer", "    three years or longer"},
    {"assisted", "  in de bijstand", "  on social assistance"},
}};

std::string cell(double value, Language language)
{
    return number_text(value, 0, language);
}

}  // namespace

std::string households_of(Forecast const& forecast, Language language)
{
    auto const& message = forecast.fixed_households   ? messages::forecast_households_of_base_date
                          : forecast.budget_by_people ? messages::forecast_all_by_year
                                                      : messages::forecast_debts_by_year;
    return std::string(message.text(language));
}

std::string forecast_people_text(Forecast const& forecast, Language language)
{
    std::string text = std::string("\n") +
                       in(language, "De inwoners, einde van het jaar of in het jaar (huidig beleid)",
                          "The people, end of the year or over it (current policy)") +
                       "\n\n";
    auto const is_shown = [&](int year) { return (forecast.until - year) % 2 == 0; };
    std::vector<TextCell> header{{in(language, "stand of stroom", "stock or flow")}};
    for (int year = forecast::first_year; year <= forecast.until; ++year) {
        if (is_shown(year)) {
            header.push_back({std::to_string(year)});
        }
    }
    std::vector<std::vector<TextCell>> rows;
    for (auto const& line : shown) {
        std::vector<TextCell> row{{in(language, line.dutch, line.english)}};
        for (auto const& figure : forecast.people.years) {
            if (figure.indicator == line.indicator && is_shown(figure.year)) {
                row.push_back({cell(figure.value.estimate, language),
                               cell(figure.value.low, language) + " – " + cell(figure.value.high, language)});
            }
        }
        rows.push_back(std::move(row));
    }
    text += text_table(header, rows, width);
    for (auto const& line :
         wrapped(in(language,
                    "Laag inkomen: tot 110 % van het sociaal minimum. Het aantal inwoners volgt een pad; bij "
                    "laag inkomen en bijstand houdt elke soort huishouden het aandeel van het begin, op een "
                    "trend na. Pakketten veranderen dit niet. ",
                    "Low income: up to 110 % of the social minimum. The number of residents follows a path; "
                    "for low income and assistance every kind of household keeps the share of the start, but "
                    "for a trend. Packages do not change this. ") +
                     households_of(forecast, language),
                 width)) {
        text += line + "\n";
    }
    return text;
}

CsvTable forecast_people_table(Forecast const& forecast)
{
    CsvTable table{"forecast_people",
                   "The people by year under current policy",
                   "Stocks at the end of the year, flows over it",
                   {{"indicator", "string", "", "What is counted"},
                    {"year", "number", "year", "Calendar year"},
                    {"unit", "string", "", "Unit of the numbers"},
                    {"estimate", "number", "see unit", "Mean over the replicates"},
                    {"low", "number", "see unit", "5th percentile"},
                    {"high", "number", "see unit", "95th percentile"}},
                   {}};
    for (auto const& figure : forecast.people.years) {
        table.rows.push_back({figure.indicator, std::to_string(figure.year), figure.unit,
                              csv_number(figure.value.estimate, figure.unit),
                              csv_number(figure.value.low, figure.unit),
                              csv_number(figure.value.high, figure.unit)});
    }
    return table;
}

std::string name_of_people_figure(std::string const& key, Language language)
{
    static constexpr std::array<Row, 7> names{{
        {"people.growth_per_year", "groei van inwoners per jaar", "growth of residents a year"},
        {"people.natural_growth_per_year", "geboren min overleden", "births minus deaths"},
        {"people.low_income_exit", "uit laag inkomen per jaar", "leave low income in a year"},
        {"people.low_income_relapse", "terugval van instroom", "relapse among entries"},
        {"people.assistance_exit", "uit de bijstand per jaar", "leave assistance in a year"},
        {"people.assistance_inflow", "in de bijstand per jaar", "enter assistance in a year"},
        {"people.assistance_reinflow", "herinstroom in de bijstand", "re-entry within a year"},
    }};
    auto const found =
        std::find_if(names.begin(), names.end(), [&](Row const& row) { return key == row.indicator; });
    return found == names.end() ? "" : in(language, found->dutch, found->english);
}

}  // namespace minimasim::report
