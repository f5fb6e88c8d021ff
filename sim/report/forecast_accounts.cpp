#include "sim/report/forecast_accounts.hpp"

#include <cmath>

#include "sim/base/date_text.hpp"
#include "sim/report/number_text.hpp"
#include "sim/report/text_table.hpp"

namespace minimasim::report {

namespace {

constexpr std::size_t width = 110;
constexpr double euro_per_thousand = 1'000;

std::string with_interval(outcomes::Interval const& value, double unit, int decimals, Language language)
{
    auto const number = [&](double x) { return number_text(x / unit, decimals, language); };
    return number(value.estimate) + " (" + number(value.low) + " – " + number(value.high) + ")";
}

std::string paragraph(std::string const& text)
{
    std::string result;
    for (auto const& line : wrapped(text, width)) {
        result += line + "\n";
    }
    return result;
}

bool changes_debts(forecast::Forecast const& forecast, std::string const& id)
{
    for (auto const& package : forecast.packages) {
        if (package.id == id) {
            return !package.changed_terms.empty();
        }
    }
    return false;
}

std::string costs(forecast::Forecast const& forecast, Language language)
{
    std::vector<std::vector<TextCell>> rows;
    for (auto const& cost : forecast.debt_costs) {
        bool const is_current = cost.package == forecast.packages.front().id;
        if (cost.year == forecast.until && (is_current || changes_debts(forecast, cost.package))) {
            rows.push_back({{cost.package},
                            {in(language, cost.item.dutch_name.c_str(), cost.item.english_name.c_str())},
                            {with_interval(cost.cost, euro_per_thousand, 0, language)},
                            {with_interval(cost.avoided, euro_per_thousand, 0, language)}});
        }
    }
    return std::string("\n") +
           in(language, "Wat schulden de gemeente kosten: een aparte rekening, ",
              "What debts cost the municipality: a separate account, ") +
           std::to_string(forecast.until) + "\n\n" +
           text_table({{in(language, "pakket", "package")},
                       {in(language, "post", "item")},
                       {in(language, "duizend euro per jaar", "thousand euro a year")},
                       {in(language, "vermeden", "avoided")}},
                      rows, width) +
           paragraph(in(language,
                        "Geschat: aantallen huishoudens maal een geschat bedrag. Geen besparing op een "
                        "begroting, en in geen ander cijfer meegeteld; bewind staat al onder de bijzondere "
                        "bijstand. Alle jaren en bronnen: forecast_debt_costs.csv.",
                        "Estimated: households times an estimated amount. No saving on a budget, and in no "
                        "other figure; administration is paid from special assistance already. All years and "
                        "sources: forecast_debt_costs.csv."));
}

// Current policy comes first, with its measures in the same order.
bool differs_from_current(forecast::Forecast const& forecast, forecast::DebtMeasure const& measure)
{
    for (auto const& current : forecast.debt_measures) {
        if (current.item.measure == measure.item.measure) {
            return current.cost.estimate != measure.cost.estimate;
        }
    }
    return true;
}

std::string measures(forecast::Forecast const& forecast, Language language)
{
    std::vector<std::vector<TextCell>> rows;
    for (auto const& measure : forecast.debt_measures) {
        bool const is_current = measure.package == forecast.packages.front().id;
        bool const is_paid = !measure.item.budget.empty() && measure.cost.high > 0;
        bool const is_more = is_paid && differs_from_current(forecast, measure);
        if (is_current ? is_paid || measure.item.budget.empty() : is_more) {
            bool const is_assumed = measure.item.evidence == "none" || measure.item.evidence == "low";
            rows.push_back(
                {{in(language, measure.item.dutch_name.c_str(), measure.item.english_name.c_str())},
                 {measure.package},
                 {with_interval(measure.places, 1, 0, language)},
                 {with_interval(measure.outcomes, 1, 0, language) + (is_assumed ? " *" : "")},
                 {in(language, measure.item.outcome_dutch.c_str(), measure.item.outcome_english.c_str())}});
        }
    }
    return std::string("\n") +
           in(language, "Maatregelen zonder eigen proces, per jaar",
              "Measures without a process of their own, a year") +
           "\n\n" +
           text_table({{in(language, "maatregel", "measure")},
                       {in(language, "pakket", "package")},
                       {in(language, "plaatsen", "places")},
                       {in(language, "bereikt", "reached")},
                       {in(language, "wat", "what")}},
                      rows, width) +
           paragraph(in(language,
                        "* Berust op aanname: er is geen oorzakelijk bewijs gevonden, en nul ligt in het "
                        "interval van het effect. Deze uitkomsten werken nergens in door.",
                        "* Rests on assumption: no causal evidence was found, and zero is in the interval of "
                        "the effect. Nothing else follows from these outcomes."));
}

}  // namespace

std::string debt_accounts_text(forecast::Forecast const& forecast, Language language)
{
    return costs(forecast, language) + measures(forecast, language);
}

namespace {

// Never a certainty: the draws are many, but what they rest on is assumed.
std::string chance_text(double chance, Language language)
{
    constexpr double hardly = 0.01;
    return !std::isfinite(chance) ? "–"
           : chance < hardly      ? "< 1 %"
           : chance > 1 - hardly  ? "> 99 %"
                                  : number_text(100 * chance, 0, language) + " %";
}

}  // namespace

std::string year_ends_text(forecast::Forecast const& forecast, Language language)
{
    if (forecast.year_ends.empty()) {
        return "";
    }
    std::vector<std::vector<TextCell>> rows;
    for (auto const& end : forecast.year_ends) {
        auto const& row = end.to_date;
        bool const has_budget = row.budget > 0;
        rows.push_back({{row.scheme},
                        {to_text(row.date)},
                        {number_text(row.spending, 0, language)},
                        {with_interval(end.spending, 1, 0, language)},
                        {has_budget ? number_text(row.budget, 0, language) : "–"},
                        {chance_text(end.chance_over_budget, language)},
                        {with_interval(end.applications, 1, 0, language)}});
    }
    return std::string("\n") + in(language, "Waar het lopende jaar eindigt", "Where the running year ends") +
           "\n\n" +
           text_table({{in(language, "regeling", "scheme")},
                       {in(language, "tot en met", "up to")},
                       {in(language, "euro tot dan", "euro to date")},
                       {in(language, "euro einde jaar", "euro at year's end")},
                       {in(language, "begroot", "budget")},
                       {in(language, "kans erboven", "chance above")},
                       {in(language, "aanvragen", "applications")}},
                      rows, width) +
           paragraph(
               in(language,
                  "Hoe uitgaven over het jaar verdeeld zijn en hoe ver een jaar van de begroting eindigt, "
                  "is aanname: er zijn geen uitgaven per maand gevonden.",
                  "How spending is spread over the year, and how far a year ends from its budget, is "
                  "assumption: no spending by month was found."));
}

}  // namespace minimasim::report
