#include "sim/report/summary_table.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/report/figure_lookup.hpp"
#include "sim/report/lint_text.hpp"
#include "sim/report/text_table.hpp"
#include "sim/report/value_text.hpp"

namespace minimasim::report {

namespace {

using outcomes::Figure;
using outcomes::PackageDescription;
using outcomes::Results;

constexpr std::size_t table_width = 148;
constexpr std::size_t text_width = 110;
constexpr std::size_t widest_interval = 21;
constexpr char const* unknown = "–";

// A range of euros below an amount that has the sign already: "430.000 – 530.000".
std::string without_euro_sign(std::string text)
{
    for (std::string const sign : {"€ ", "€"}) {
        for (auto place = text.find(sign); place != std::string::npos; place = text.find(sign)) {
            text.erase(place, sign.size());
        }
    }
    return text;
}

// An interval on one line, or on two where it would make its column wide.
TextCell interval_lines(std::string const& text)
{
    for (std::string const word : {" tot ", " to ", " – "}) {
        auto const place = text.find(word);
        if (place != std::string::npos && display_width(text) > widest_interval) {
            return {text.substr(0, place), text.substr(place + 1)};
        }
    }
    return {text};
}

// The estimate, and its interval in words unless both ends round to the same.
std::pair<std::string, std::string> change_texts(Interval const& interval, Quantity quantity, bool is_cost,
                                                 Language language)
{
    auto const step = rounding_step(quantity, interval);
    bool const is_certain = rounded(interval.low, step) == rounded(interval.high, step);
    return {is_cost ? estimate_text(quantity, interval, language) : change_text(quantity, interval, language),
            is_certain ? "" : without_euro_sign(interval_text(quantity, interval, language, !is_cost))};
}

// The estimate, and below it the interval.
TextCell change_cell(Figure const* figure, Quantity quantity, bool is_cost, Language language)
{
    if (figure == nullptr) {
        return {unknown};
    }
    auto const [estimate, interval] = change_texts(difference(*figure), quantity, is_cost, language);
    TextCell cell{estimate};
    if (!interval.empty()) {
        auto const lines = interval_lines(interval);
        cell.insert(cell.end(), lines.begin(), lines.end());
    }
    return cell;
}

// Households, persons and children: "620 / 930 / 200"; below them the interval of the households.
TextCell group_cell(FigureLookup const& figures, std::string const& package, std::string const& outcome,
                    Language language)
{
    std::string text;
    for (auto const* group : {"_households", "_persons", "_children"}) {
        auto const* figure = figures.total(package, outcome + group);
        text += text.empty() ? "" : " / ";
        text += figure == nullptr ? unknown : estimate_text(Quantity::count, level(*figure), language);
    }
    auto const* households = figures.total(package, outcome + "_households");
    if (households == nullptr || households->low == households->high) {
        return {text};
    }
    return {text, interval_text(Quantity::count, level(*households), language)};
}

std::vector<TextCell> header(Language language)
{
    if (language == Language::english) {
        return {{"", "", "Package"},
                {"", "Extra cost", "a year"},
                {"", "Published", "cost"},
                {"Newly entitled:", "households", "/ persons / children"},
                {"Newly reached:", "households", "/ persons / children"},
                {"", "Change in", "poor persons"},
                {"", "Change in", "poor children"},
                {"", "Change in poverty", "gap, a year"}};
    }
    return {{"", "", "Pakket"},
            {"", "Extra kosten", "per jaar"},
            {"", "Gepubliceerd", "bedrag"},
            {"Nieuw rechthebbend:", "huishoudens", "/ pers. / kinderen"},
            {"Nieuw bereikt:", "huishoudens", "/ pers. / kinderen"},
            {"", "Verandering", "arme personen"},
            {"", "Verandering", "arme kinderen"},
            {"", "Verandering", "armoedekloof per jaar"}};
}

std::vector<TextCell> package_row(PackageDescription const& package, FigureLookup const& figures,
                                  Language language)
{
    auto const& id = package.id;
    return {{title_of(package, language)},
            change_cell(figures.total(id, "cost_per_year"), Quantity::euro, true, language),
            {package.has_published_cost ? exact_euro_text(package.published_cost_euro, language) : unknown},
            group_cell(figures, id, "newly_entitled", language),
            group_cell(figures, id, "newly_reached", language),
            change_cell(figures.total(id, "poor_persons"), Quantity::count, false, language),
            change_cell(figures.total(id, "poor_children"), Quantity::count, false, language),
            change_cell(figures.total(id, "poverty_gap_per_year"), Quantity::euro, false, language)};
}

std::string with_interval(Figure const& figure, Quantity quantity, Language language)
{
    auto const interval = level(figure);
    return estimate_text(quantity, interval, language) + " (" + interval_text(quantity, interval, language) +
           ")";
}

// What the rows are compared with.
std::string introduction(Results const& results, FigureLookup const& figures, Language language)
{
    auto const& provenance = results.provenance;
    auto const& baseline = results.packages.front();
    std::string text = provenance.municipality_name + " (" + provenance.municipality + ")" +
                       in(language, ", recht van ", ", law of ") + day_text(baseline.date, language) + ", " +
                       std::to_string(provenance.replicates) +
                       in(language, " herhalingen. Onder een schatting staat haar 90 %-interval.\n",
                          " replicates. Below an estimate stands its 90 % interval.\n");
    text += title_of(baseline, language);
    if (auto const* cost = figures.total(baseline.id, "cost_per_year")) {
        text += in(language, ": kosten per jaar ", ": cost a year ") +
                with_interval(*cost, Quantity::euro, language);
    }
    if (auto const* poor = figures.total(baseline.id, "poor_persons")) {
        text += in(language, "; arme personen ", "; poor persons ") +
                with_interval(*poor, Quantity::count, language);
    }
    if (auto const* poor = figures.total(baseline.id, "poor_children")) {
        text += in(language, "; arme kinderen ", "; poor children ") +
                with_interval(*poor, Quantity::count, language);
    }
    return text + "\n";
}

std::string scheme_name(std::string const& key, std::vector<SchemeNames> const& schemes, Language language)
{
    for (auto const& scheme : schemes) {
        if (scheme.key == key) {
            return language == Language::dutch ? scheme.dutch : scheme.english;
        }
    }
    return key;
}

// A scheme changes when its cost differs by half a euro or more in the mean or at an end of the interval.
bool is_changed(Figure const& figure)
{
    return std::max({std::abs(figure.difference), std::abs(figure.difference_low),
                     std::abs(figure.difference_high)}) >= 0.5;
}

std::string scheme_lines(PackageDescription const& package, FigureLookup const& figures,
                         std::vector<SchemeNames> const& schemes, Language language)
{
    std::vector<std::string> names;
    std::vector<std::pair<std::string, std::string>> costs;
    std::size_t name_width = 0;
    std::size_t cost_width = 0;
    for (auto const* figure : figures.by_scheme(package.id, "cost_per_year")) {
        if (is_changed(*figure)) {
            names.push_back(scheme_name(figure->scheme, schemes, language));
            costs.push_back(change_texts(difference(*figure), Quantity::euro, true, language));
            name_width = std::max(name_width, display_width(names.back()));
            cost_width = std::max(cost_width, display_width(costs.back().first));
        }
    }
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto const& [cost, interval] = costs[i];
        text += "  " + padded_right(names[i], name_width) + "  " + padded_left(cost, cost_width) +
                (interval.empty() ? "" : "  (" + interval + ")") + "\n";
    }
    return text;
}

// One remark, the first line marked and the others set in.
std::string remark_text(std::string const& remark)
{
    std::string text;
    bool first = true;
    for (auto const& line : wrapped(remark, text_width)) {
        text += (first ? "  * " : "    ") + line + "\n";
        first = false;
    }
    return text;
}

// Who loses a right, which terms change and whom they touch, and what the package itself says.
std::string remark_lines(PackageDescription const& package, FigureLookup const& figures,
                         std::vector<outcomes::LintRow> const& lint, Language language)
{
    std::string text;
    auto const* losers = figures.total(package.id, "no_longer_entitled_households");
    if (losers != nullptr && losers->estimate > 0) {
        text += remark_text(in(language, "Verliezen het recht op minstens één regeling: ",
                               "Lose the right to at least one scheme: ") +
                            with_interval(*losers, Quantity::count, language) +
                            in(language, " huishoudens.", " households."));
    }
    if (!package.changed_terms.empty()) {
        std::string changes = in(language, "Verandert alleen: ", "Changes only: ");
        for (auto const& change : package.changed_terms) {
            changes += (&change == &package.changed_terms.front() ? "" : "; ") + change +
                       touched_by(lint, package.id, change, language);
        }
        text += remark_text(changes + ".");
    }
    for (auto const& sentence : lint_sentences(lint, package.id, language)) {
        text += remark_text(sentence);
    }
    for (auto const& remark : language == Language::dutch ? package.remarks : package.remarks_en) {
        text += remark_text(remark);
    }
    return text;
}

// How many values of law and policy this rests on were not read as they are.
std::string status_lines(Results const& results, Language language)
{
    std::size_t all = 0;
    std::vector<std::pair<std::string, std::size_t>> others{
        {"derived", 0}, {"estimated", 0}, {"recalled", 0}, {"carried", 0}};
    for (auto const& term : results.terms) {
        if (term.package != results.packages.front().id) {
            continue;
        }
        ++all;
        for (auto& [status, count] : others) {
            count += term.status == status ? 1 : 0;
        }
    }
    std::string counted;
    for (auto const& [status, count] : others) {
        if (count > 0) {
            counted +=
                (counted.empty() ? "" : ", ") + std::to_string(count) + " " + status_text(status, language);
        }
    }
    if (counted.empty()) {
        return "";
    }
    return "\n" + std::string(in(language, "Waarden van wet en beleid: ", "Values of law and policy: ")) +
           std::to_string(all) + in(language, ", waarvan ", ", of which ") + counted +
           in(language, "; de rest is gelezen. Zie tables/terms.csv.\n",
              "; the others were read. See tables/terms.csv.\n");
}

}  // namespace

std::string summary_table(Results const& results, Language language, std::vector<SchemeNames> const& schemes)
{
    if (results.packages.empty()) {
        return in(language, "Geen pakketten.\n", "No packages.\n");
    }
    FigureLookup const figures(results);
    auto text = introduction(results, figures, language) + "\n";
    std::vector<std::vector<TextCell>> rows;
    for (std::size_t i = 1; i < results.packages.size(); ++i) {
        rows.push_back(package_row(results.packages[i], figures, language));
    }
    if (!rows.empty()) {
        text += text_table(header(language), rows, table_width);
    }
    for (auto const& package : results.packages) {
        bool const is_baseline = &package == &results.packages.front();
        auto const lines = (is_baseline ? "" : scheme_lines(package, figures, schemes, language)) +
                           remark_lines(package, figures, results.lint, language);
        if (!lines.empty()) {
            text += "\n" + title_of(package, language) +
                    (is_baseline ? ""
                                 : in(language, ": extra kosten per jaar naar regeling",
                                      ": extra cost a year by scheme")) +
                    "\n" + lines;
        }
    }
    return text + status_lines(results, language);
}

}  // namespace minimasim::report
