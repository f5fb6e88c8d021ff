#include "sim/report/forecast_reach_text.hpp"

#include <algorithm>

#include "sim/report/number_text.hpp"
#include "sim/report/reach_goals.hpp"
#include "sim/report/text_table.hpp"

namespace minimasim::report {

namespace {

using forecast::Forecast;

constexpr std::size_t width = 110;

std::string paragraph(std::string const& text)
{
    std::string result;
    for (auto const& line : wrapped(text, width)) {
        result += line + "\n";
    }
    return result;
}

}  // namespace

std::string reach_goals_text(Forecast const& forecast, Language language)
{
    auto const rows = reach_rows(forecast);
    if (rows.empty()) {
        return "";
    }
    std::vector<TextCell> header{
        {in(language, "regeling", "scheme")},
        {in(language, "bereik", "reach"), in(language, "gepubliceerd", "published")},
        {"model", forecast.policy_date.substr(0, 4)},
        {in(language, "doel", "goal"), in(language, "+25 % / punten", "+25% / points")}};
    for (auto const& package : reach_packages(forecast)) {
        bool const is_baseline = package == forecast.packages.front().id;
        header.push_back({is_baseline ? in(language, "huidig beleid", "current policy") : package});
    }
    std::vector<std::vector<TextCell>> lines;
    for (auto const& row : rows) {
        auto const& first = row.packages.front();
        std::vector<TextCell> line{{scheme_name(row.scheme, language)},
                                   {reach_text(first.any().goal.published, language)},
                                   {reach_text(first.any().before.estimate, language)},
                                   {reach_targets_text(first, language)}};
        for (auto const& readings : row.packages) {
            line.push_back({reach_text(readings.any().value.estimate, language),
                            reach_chances_text(readings, language)});
        }
        lines.push_back(std::move(line));
    }
    auto const year = std::to_string(std::min(rows.front().packages.front().any().goal.year, forecast.until));
    return std::string("\n") +
           in(language, "Bereik per regeling: waar het uitkomt in ", "Reach per scheme: where it lands in ") +
           year + in(language, ", en de kans op 25 % meer", ", and the chance of 25 % more") + "\n\n" +
           text_table(header, lines, width) + paragraph(reach_note(forecast, language));
}

std::string poverty_text(Forecast const& forecast, Language language)
{
    std::string text;
    for (auto const& figure : forecast.years) {
        if (figure.package != forecast.packages.front().id || figure.indicator != "poor_persons") {
            continue;
        }
        auto const& value = figure.value;
        text += (text.empty() ? "" : "; ") + std::to_string(figure.year) + " " +
                number_text(value.estimate, 0, language) + " (" + number_text(value.low, 0, language) +
                " – " + number_text(value.high, 0, language) + ")";
    }
    return text.empty() ? ""
                        : std::string("\n") + in(language, "Armoede", "Poverty") + "\n\n" +
                              paragraph(in(language, "Arme personen bij huidig beleid: ",
                                           "Poor persons under current policy: ") +
                                        text + ".");
}

}  // namespace minimasim::report
