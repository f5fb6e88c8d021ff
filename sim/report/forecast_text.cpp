#include "sim/report/forecast_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "sim/report/forecast_accounts.hpp"
#include "sim/report/forecast_budget.hpp"
#include "sim/report/forecast_people.hpp"
#include "sim/report/forecast_reach_text.hpp"
#include "sim/report/number_text.hpp"
#include "sim/report/process_text.hpp"
#include "sim/report/text_table.hpp"

namespace minimasim::report {

namespace {

using forecast::Figure;
using forecast::Forecast;

constexpr std::size_t width = 110;

bool is_share(std::string const& unit)
{
    return unit.starts_with("share");
}

std::string number(double value, std::string const& unit, Language language)
{
    return is_share(unit) ? number_text(100 * value, 1, language) + " %"
                          : number_text(value, unit == "ratio" ? 1 : 0, language);
}

std::string with_interval(outcomes::Interval const& value, std::string const& unit, Language language)
{
    if (!std::isfinite(value.estimate)) {
        return in(language, "niemand benaderd", "nobody approached");
    }
    return number(value.estimate, unit, language) + " (" + number(value.low, unit, language) + " – " +
           number(value.high, unit, language) + ")";
}

Figure const* find(std::vector<Figure> const& figures, std::string const& package,
                   std::string const& indicator, int year)
{
    auto const found = std::find_if(figures.begin(), figures.end(), [&](Figure const& figure) {
        return figure.package == package && figure.indicator == indicator && figure.year == year;
    });
    return found == figures.end() ? nullptr : &*found;
}

std::string title_of(forecast::PackageName const& package, Language language)
{
    return in(language, package.title.c_str(), package.title_en.c_str());
}

std::string paragraph(std::string const& text)
{
    std::string result;
    for (auto const& line : wrapped(text, width)) {
        result += line + "\n";
    }
    return result;
}

std::string heading(Language language, char const* dutch, char const* english)
{
    return std::string("\n") + in(language, dutch, english) + "\n\n";
}

std::string head_of(Forecast const& forecast, Language language)
{
    auto const from = std::to_string(forecast::first_year);
    auto const until = std::to_string(forecast.until);
    return in(language, "Vooruitblik schulden, ", "Forecast of debts, ") + forecast.municipality + ", 1 " +
           in(language, "januari ", "January ") + from + in(language, " tot eind ", " to the end of ") +
           until + ", " + std::to_string(forecast.replicates) +
           in(language, " herhalingen over ", " replicates over ") + std::to_string(forecast.members) +
           in(language, " bevolkingen\n", " populations\n") +
           paragraph(in(language,
                        "Gemiddelde, tussen haakjes het interval van 90 % over herhalingen. Pakketten zonder "
                        "datum gelden vanaf ",
                        "Mean, in brackets the 90 % interval over replicates. Packages without a date hold "
                        "from ") +
                     forecast.policy_date + ".");
}

std::string paths(Forecast const& forecast, Language language)
{
    std::string text = heading(language, "Huishoudens met problematische schulden, einde van het jaar",
                               "Households with problem debts, end of the year");
    std::vector<TextCell> header{{in(language, "pakket", "package")}};
    for (int year = forecast::first_year; year <= forecast.until; ++year) {
        if ((forecast.until - year) % 2 == 0) {
            header.push_back({std::to_string(year)});
        }
    }
    header.push_back({in(language, "verschil met", "change from"), in(language, "huidig beleid", "policy")});
    std::vector<std::vector<TextCell>> rows;
    for (auto const& package : forecast.packages) {
        if (!package.changes_forecast) {
            continue;
        }
        std::vector<TextCell> row{{title_of(package, language)}};
        for (int year = forecast::first_year; year <= forecast.until; ++year) {
            auto const* const figure = find(forecast.years, package.id, "problem_debts_share", year);
            if ((forecast.until - year) % 2 == 0) {
                auto const& value = figure->value;
                row.push_back({number(value.estimate, figure->unit, language),
                               number(value.low, figure->unit, language) + " – " +
                                   number(value.high, figure->unit, language)});
            }
        }
        auto const* const last = find(forecast.years, package.id, "problem_debts", forecast.until);
        row.push_back({number(last->difference.estimate, last->unit, language),
                       number(last->difference.low, last->unit, language) + " – " +
                           number(last->difference.high, last->unit, language)});
        rows.push_back(std::move(row));
    }
    text += text_table(header, rows, width);
    std::string same;
    for (auto const& package : forecast.packages) {
        if (!package.changes_forecast) {
            same += (same.empty() ? "" : ", ") + package.id;
        }
    }
    if (!same.empty()) {
        text += paragraph(in(language, "Veranderen niets wat deze vooruitblik kent, en staan hier niet: ",
                             "Change nothing that this forecast knows, and are left out: ") +
                          same + ".");
    }
    return text;
}

std::string goals(Forecast const& forecast, Language language)
{
    std::string text = heading(language, "Doelen en de kans dat ze worden gehaald",
                               "Goals and the chance that they are reached");
    std::vector<std::vector<TextCell>> rows;
    for (auto const& outcome : forecast.goals) {
        auto const package = std::find_if(forecast.packages.begin(), forecast.packages.end(),
                                          [&](auto const& known) { return known.id == outcome.package; });
        bool const adds_income_alone =
            package->changed_terms.empty() && outcome.package != forecast.packages.front().id;
        if (outcome.year != std::min(outcome.goal.year, forecast.until) || adds_income_alone) {
            continue;
        }
        std::string const unit = outcome.goal.value <= 1 ? "share" : "";
        auto const goal =
            outcome.goal.key == "problem_debts"
                ? in(language, "schulden hoogstens ", "problem debts at most ")
            : outcome.goal.key == "trajectories"
                ? in(language, "afgeronde trajecten per jaar ", "completed trajectories a year ")
                : in(language, "hulp geaccepteerd ", "help accepted ");
        rows.push_back({{goal + number(outcome.goal.value, unit, language)},
                        {outcome.package},
                        {std::to_string(outcome.year)},
                        {with_interval(outcome.value, unit, language)},
                        {number_text(100 * outcome.chance, 0, language) + " %"}});
    }
    return text +
           text_table({{in(language, "doel", "goal")},
                       {in(language, "pakket", "package")},
                       {in(language, "jaar", "year")},
                       {in(language, "vooruitblik", "forecast")},
                       {in(language, "kans", "chance")}},
                      rows, width) +
           paragraph(
               in(language,
                  "De kans is het aandeel van de herhalingen dat het doel haalt, onder de aannames "
                  "hieronder. Een "
                  "pakket dat een doel zelf instelt (60 % acceptatie) toetst wat eruit volgt, niet of het "
                  "lukt: daar ligt de kans vanzelf rond de helft.",
                  "The chance is the share of the replicates that reach the goal, under the assumptions "
                  "below. A package that sets a goal itself (60 % acceptance) tests what follows from it, "
                  "not whether it can be done: its chance is near a half by construction."));
}

}  // namespace

std::string what_it_takes(Forecast const& forecast, Language language)
{
    auto const& needed = forecast.needed;
    auto const goal = number(needed.goal, "share", language);
    if (needed.goal <= 0) {
        return in(language, "Het beleid begint na het laatste jaar: niet gezocht.",
                  "The policy begins after the last year: not searched.");
    }
    if (!needed.is_possible) {
        return in(language, "Ook met plaats voor ", "Even with places for ") +
               number_text(needed.highest_tried, 0, language) +
               in(language, " afgeronde trajecten per jaar blijft het gemiddelde aandeel boven ",
                  " completed trajectories a year the mean share stays above ") +
               goal + ": " + with_interval(needed.share, "share", language) +
               in(language,
                  ", ook als álle huishoudens met problematische schulden zich melden. Er komen te veel "
                  "nieuwe bij: trajecten alleen halen het doel niet, de instroom moet omlaag.",
                  ", even if every household with problem debts comes forward. Too many new ones come "
                  "in: "
                  "trajectories alone do not reach the goal, the inflow has to fall.");
    }
    return in(language, "Een gemiddeld aandeel van ", "A mean share of ") + goal +
           in(language, " eind ", " at the end of ") + std::to_string(forecast.until) +
           in(language, " vraagt plaats voor ", " takes places for ") +
           number_text(needed.completed_per_year, 0, language) +
           in(language, " afgeronde trajecten per jaar vanaf ", " completed trajectories a year from ") +
           forecast.policy_date +
           in(language, ", als álle huishoudens met problematische schulden zich melden; in ",
              ", if every household with problem debts comes forward; in ") +
           std::to_string(forecast.until) + in(language, " worden er dan ", " that is ") +
           with_interval(needed.completed, "", language) +
           in(language,
              " afgerond. Dit is een ondergrens: hulp maakt de instroom niet kleiner, en wie zich "
              "niet meldt, wordt niet geholpen.",
              " completed. This is a lower bound: help does not make the inflow smaller, and who "
              "does not come forward is not helped.");
}

std::string budget(Forecast const& forecast, Language language)
{
    std::vector<std::string> titles;
    for (auto const& package : forecast.packages) {
        titles.push_back(title_of(package, language));
    }
    return budget_text(forecast.budget, titles, language);
}

std::string role_name(std::string const& role, Language language)
{
    return role == "calibrated"       ? in(language, "geijkt", "calibrated")
           : role == "held_out"       ? in(language, "apart gehouden", "held out")
           : role == "bound"          ? in(language, "rand van interval", "end of interval")
           : role == "back_cast_most" ? in(language, "terugblik, hoogstens", "back-cast, at most")
                                      : in(language, "terugblik", "back-cast");
}

// What a published figure is called by people; its key where it is a neighbourhood.
std::string check_name(std::string const& key, Language language)
{
    static constexpr std::array<std::array<char const*, 3>, 16> names{{
        {"problem_debts_share", "problematische schulden", "problem debts"},
        {"inflow_over_stock", "instroom per jaar over het aantal", "inflow a year over the stock"},
        {"new_within_year", "korter dan een jaar", "shorter than a year"},
        {"three_years_or_longer", "drie jaar of langer", "three years or longer"},
        {"signals_per_month", "signalen per maand", "signals a month"},
        {"persons_signalled", "personen met een signaal", "persons with a signal"},
        {"repeat_within_six_months", "herhaald binnen zes maanden", "repeated within six months"},
        {"approached", "bezocht of gebeld", "visited or called"},
        {"accepted_share", "accepteert hulp", "accept help"},
        {"completed_trajectories", "afgeronde trajecten", "completed trajectories"},
        {"administrations", "onder bewind", "under administration"},
        {"seen_by_debt_help", "bekend bij schuldhulp", "known to debt help"},
        {"arrears_ratio", "achterstand: tot minimum / erboven", "arrears: up to the minimum / above"},
        {"national_share_2020_10", "Nederland, oktober 2020", "the country, October 2020"},
        {"national_share_2023", "Nederland, 2023", "the country, 2023"},
        {"poverty_share", "personen in armoede", "persons in poverty"},
    }};
    for (auto const& name : names) {
        if (key == name[0]) {
            return in(language, name[1], name[2]);
        }
    }
    if (key.starts_with("poverty_ratio.")) {
        return in(language, "armen naast 2023: ", "poor beside 2023: ") + key.substr(key.rfind('.') + 1);
    }
    if (auto const name = name_of_people_figure(key, language); !name.empty()) {
        return name;
    }
    auto const dot = key.rfind('.');
    return dot == std::string::npos ? key : "  " + key.substr(dot + 1);
}

namespace {

std::string checks(Forecast const& forecast, Language language)
{
    std::string text =
        heading(language, "Gepubliceerde cijfers naast het model", "Published figures beside the model");
    std::vector<std::vector<TextCell>> rows;
    for (auto const& check : forecast.checks) {
        auto const& published = check.published;
        rows.push_back({{check_name(published.key, language)},
                        {role_name(published.role, language)},
                        {published.period},
                        {number(published.value, published.unit, language)},
                        {with_interval(check.model, published.unit, language)},
                        {check.is_inside ? in(language, "ja", "yes") : in(language, "nee", "no")}});
    }
    return text + text_table({{in(language, "cijfer", "figure")},
                              {in(language, "rol", "role")},
                              {in(language, "periode", "period")},
                              {in(language, "gepubliceerd", "published")},
                              {"model"},
                              {in(language, "binnen", "inside")}},
                             rows, width);
}

std::string assumptions(ForecastDocument const& document, Language language)
{
    return heading(language, "Berust alleen op aanname (geen bewijs gevonden)",
                   "Rests on assumption alone (no evidence found)") +
           assumed_terms(document.forecast.assumptions, document.names, language) + "\n" +
           paragraph(std::string(in(
                         language, "Tussen blokhaken de naam in de data; een proces met formule en bronnen: ",
                         "In square brackets the name in the data; a process with its equation "
                         "and sources: ")) +
                     "minimasim list terms --process arrears.") +
           "\n" +
           paragraph(
               in(language,
                  "Waar geen oorzakelijk bewijs is, bevat het interval van een effect nul: hulp na een "
                  "vroegsignaal bij achterstanden, nazorg, budgetcursussen, en meer inkomen (twee grote "
                  "proeven vonden geen effect op achterstanden).",
                  "Where there is no causal evidence, the interval of an effect holds zero: help after "
                  "an early signal with arrears, aftercare, budget courses, and more income (two large "
                  "trials found no effect on arrears)."));
}

}  // namespace

std::vector<std::string> not_forecast(Language language)
{
    return {
        in(language,
           "wat een pakket en een contact doen voor huishoudens die er aan het begin niet waren: hun "
           "inkomen en ongebruikte regelingen tellen daarin als nul",
           "what a package and a contact do for households that were not there at the start: their "
           "income and unused schemes count as nought in it"),
        in(language,
           "hoe de uitstroom uit problematische schulden van jaar tot jaar verschilt: alleen de instroom "
           "doet dat",
           "how leaving problem debts differs from year to year: inflow alone does"),
        in(language,
           "wat sociale leningen, budgetbeheer, hulp aan ondernemers, Kansen voor Kinderen, maatwerk en "
           "financiële educatie doen met schulden: alleen als aparte rekening",
           "what social loans, budget management, help for businesses, Chances for children, the tailored "
           "budget and money education do to debts: as a separate account alone"),
    };
}

std::string forecast_text(ForecastDocument const& document, Language language)
{
    auto const& forecast = document.forecast;
    std::string text = head_of(forecast, language) + paths(forecast, language) + goals(forecast, language) +
                       reach_goals_text(forecast, language) + poverty_text(forecast, language) +
                       heading(language, "Wat ervoor nodig is", "What it would take") +
                       paragraph(what_it_takes(forecast, language)) +
                       forecast_people_text(forecast, language) + budget(forecast, language) +
                       debt_accounts_text(forecast, language) + year_ends_text(forecast, language) +
                       checks(forecast, language) + assumptions(document, language) +
                       heading(language, "Nog niet vooruitgeblikt", "Not yet forecast");
    for (auto const& item : not_forecast(language)) {
        auto lines = wrapped(item, width - 2);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            text += (i == 0 ? "- " : "  ") + lines[i] + "\n";
        }
    }
    return text;
}

}  // namespace minimasim::report
