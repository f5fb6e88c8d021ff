#include <algorithm>
#include <array>

#include "sim/forecast/users_gained.hpp"
#include "sim/report/forecast_budget.hpp"
#include "sim/report/number_text.hpp"
#include "sim/report/text_table.hpp"

namespace minimasim::report {

namespace {

using forecast::Budget;
using forecast::BudgetFigure;
using forecast::BudgetLevel;

constexpr std::size_t width = 110;
constexpr double thousand = 1000;

std::string thousands(double euro, Language language)
{
    return number_text(euro / thousand, 0, language);
}

// Estimate above its interval, in thousands of euros.
TextCell cell(outcomes::Interval const& value, Language language)
{
    if (value.low == value.high) {
        return {thousands(value.estimate, language)};
    }
    return {thousands(value.estimate, language),
            thousands(value.low, language) + " – " + thousands(value.high, language)};
}

BudgetFigure const& find(Budget const& budget, std::string const& package, int year, BudgetLevel level,
                         std::string const& key)
{
    return *std::find_if(budget.figures.begin(), budget.figures.end(), [&](BudgetFigure const& figure) {
        return figure.package == package && figure.year == year && figure.level == level && figure.key == key;
    });
}

std::vector<TextCell> header(Budget const& budget, char const* first)
{
    std::vector<TextCell> cells{{first}};
    for (auto const& year : budget.years) {
        cells.push_back({std::to_string(year.year)});
    }
    return cells;
}

std::string paragraph(std::string const& text)
{
    std::string result;
    for (auto const& line : wrapped(text, width)) {
        result += line + "\n";
    }
    return result;
}

// One row of current policy: `amount` picks what is shown of a figure.
template <class Amount>
std::vector<TextCell> row(Budget const& budget, std::string const& name, BudgetLevel level,
                          std::string const& key, Language language, Amount const& amount)
{
    std::vector<TextCell> cells{{name}};
    for (auto const& year : budget.years) {
        auto const& figure = find(budget, budget.packages.front().id, year.year, level, key);
        cells.push_back(figure.has_ended ? TextCell{in(language, "afgelopen", "ended")}
                                         : cell(amount(figure), language));
    }
    return cells;
}

std::string name_of(outcomes::BudgetLine const& line, Language language)
{
    auto name = in(language, line.dutch_name.c_str(), line.english_name.c_str()) + std::string(" (") +
                line.task_field;
    if (line.duration != "structural") {
        name += in(language, ", incidenteel", ", incidental");
        name += line.last_day.empty() ? "" : in(language, " t/m ", " until ") + line.last_day.substr(0, 4);
    }
    return name + ")";
}

std::string current_policy(Budget const& budget, Language language)
{
    auto const spending = [](BudgetFigure const& f) { return f.spending.current; };
    std::vector<std::vector<TextCell>> rows;
    for (auto const& line : budget.lines) {
        auto cells =
            row(budget, name_of(line, language), BudgetLevel::scheme, line.scheme, language, spending);
        bool const is_nothing =
            std::all_of(cells.begin() + 1, cells.end(), [](TextCell const& c) { return c == TextCell{"0"}; });
        if (!is_nothing) {
            rows.push_back(std::move(cells));
        }
    }
    auto const in_all = [&](char const* dutch, char const* english, auto const& amount) {
        rows.push_back(row(budget, in(language, dutch, english), BudgetLevel::total, "", language, amount));
    };
    in_all("lasten", "spending", spending);
    in_all("baten, voor zover bekend", "income, as far as known",
           [](BudgetFigure const& f) { return f.income.current; });
    for (std::size_t y = 0; y < budget.years.size(); ++y) {
        auto const& total =
            find(budget, budget.packages.front().id, budget.years[y].year, BudgetLevel::total, "");
        if (total.has_pro_memoria) {
            auto& shown = rows.back()[y + 1].front();
            shown = forecast::is_pro_memoria(total) ? "p.m." : shown + " + p.m.";
        }
    }
    in_all("saldo", "balance", [](BudgetFigure const& f) { return f.balance.current; });
    rows.push_back(row(
        budget,
        in(language, "saldo in prijzen van ", "balance in prices of ") + std::to_string(budget.price_year),
        BudgetLevel::total, "", language, [](BudgetFigure const& f) { return f.balance.constant; }));
    return text_table(header(budget, in(language, "huidig beleid (taakveld)", "current policy (task field)")),
                      rows, width);
}

// What pays for the packages; those of which nothing is said together.
std::string covers(std::vector<forecast::BudgetPackage const*> const& packages, Language language)
{
    std::string stated;
    std::string unstated;
    for (auto const* const package : packages) {
        auto const& cover = language == Language::english ? package->cover_en : package->cover;
        auto& list = cover.empty() ? unstated : stated;
        list += (list.empty()    ? ""
                 : cover.empty() ? ", "
                                 : "; ") +
                package->id + (cover.empty() ? "" : ": " + cover);
    }
    auto text =
        std::string(in(language, "Dekking volgens het scenario. ", "Cover as the scenario states it. "));
    text += stated.empty() ? "" : stated + ". ";
    return text +
           (unstated.empty()
                ? ""
                : std::string(in(language, "Geen dekking genoemd: ", "No cover stated: ")) + unstated + ".");
}

// "municipality, province p.m." in the words of the reader.
std::string payer_text(std::string const& payer, Language language)
{
    static constexpr std::array<std::array<char const*, 2>, 5> words{{{"municipality", "gemeente"},
                                                                      {"state", "rijk"},
                                                                      {"water_board", "waterschap"},
                                                                      {"province", "provincie"},
                                                                      {"partner", "partner"}}};
    auto text = payer;
    for (auto const& [english, dutch] : words) {
        auto const at = text.find(english);
        if (at != std::string::npos && language == Language::dutch) {
            text.replace(at, std::string_view(english).size(), dutch);
        }
    }
    return text;
}

std::string other_packages(Budget const& budget, std::vector<std::string> const& titles, Language language)
{
    std::vector<std::vector<TextCell>> rows;
    std::vector<forecast::BudgetPackage const*> shown_packages;
    for (std::size_t p = 1; p < budget.packages.size(); ++p) {
        auto const& package = budget.packages[p];
        std::vector<TextCell> cells{{titles[p]}};
        bool changes = false;
        for (std::size_t y = 0; y < budget.years.size(); ++y) {
            auto const& total = find(budget, package.id, budget.years[y].year, BudgetLevel::total, "");
            auto const& change = total.change.current;
            auto shown = cell(change, language);
            if (package.months[y] > 0 && package.months[y] < 12) {
                shown.push_back(std::to_string(package.months[y]) + in(language, " maanden", " months"));
            }
            cells.push_back(std::move(shown));
            changes = changes || change.low != 0 || change.high != 0;
        }
        if (changes) {
            rows.push_back(std::move(cells));
            shown_packages.push_back(&package);
        }
    }
    if (rows.empty()) {
        return "";
    }
    return "\n" +
           text_table(header(budget, in(language, "verschil in saldo met huidig beleid",
                                        "change of the balance from current policy")),
                      rows, width) +
           paragraph(covers(shown_packages, language));
}

std::string notes(Budget const& budget, Language language)
{
    std::string unknown;
    std::string ended;
    for (auto const& line : budget.lines) {
        auto const name = std::string(in(language, line.dutch_name.c_str(), line.english_name.c_str()));
        if (forecast::contribution_of(line.payer).has_pro_memoria) {
            unknown += (unknown.empty() ? "" : ", ") + name + " (" + payer_text(line.payer, language) + ")";
        }
        if (forecast::has_ended(line, budget.years.back().year)) {
            ended += (ended.empty() ? "" : ", ") + name + in(language, " na ", " after ") +
                     line.last_day.substr(0, 4);
        }
    }
    auto const& last = budget.years.back();
    auto text = in(language,
                   "Bedragen zijn verwachtingen van het model onder het beleid en de wet van elk jaar, met "
                   "de huishoudens van 2023; bedragen na de laatst bekende volgen een indexpad dat "
                   "grotendeels aanname is. Prijzen van ",
                   "Amounts are what the model expects under the policy and law of each year, with the "
                   "households of 2023; amounts after the last known ones follow an index path that is an "
                   "assumption for the larger part. Prices of ") +
                std::to_string(last.year) + in(language, " tegenover ", " over those of ") +
                std::to_string(budget.price_year) + ": " + number_text(last.index.estimate, 3, language) +
                " (" + number_text(last.index.low, 3, language) + " – " +
                number_text(last.index.high, 3, language) + ").";
    bool const has_gained = std::any_of(budget.lines.begin(), budget.lines.end(), [](auto const& line) {
        return line.scheme.ends_with(forecast::by_contact);
    });
    if (has_gained) {
        text += in(language,
                   " Erbij door contact: wat huishoudens kosten die een bezoek of telefoontje na een signaal "
                   "naar een regeling leidde. Hoeveel dat er zijn en hoe lang zij die gebruiken, is alleen "
                   "een aanname.",
                   " Gained by contact: what households cost that a visit or call after a signal led to a "
                   "scheme. How many they are, and how long they use it, rests on assumption alone.");
    }
    if (!unknown.empty()) {
        text += in(language, " P.m., niet in de baten: ", " P.m., not in the income: ") + unknown + ".";
    }
    if (!ended.empty()) {
        text += in(language, " Het geld houdt op: ", " The money ends: ") + ended +
                in(language, "; wat het werk daarna kost staat er niet in.",
                   "; what the work costs after that is not in it.");
    }
    return paragraph(text);
}

}  // namespace

std::string budget_text(Budget const& budget, std::vector<std::string> const& titles, Language language)
{
    if (budget.years.empty()) {
        return "";
    }
    return std::string("\n") +
           in(language, "Begroting, duizenden euro's in prijzen van het jaar zelf",
              "Budget, thousands of euros in the prices of the year itself") +
           "\n\n" + current_policy(budget, language) + other_packages(budget, titles, language) +
           notes(budget, language);
}

}  // namespace minimasim::report
