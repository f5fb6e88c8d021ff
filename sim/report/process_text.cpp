#include "sim/report/process_text.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "sim/base/error.hpp"
#include "sim/report/csv_table.hpp"
#include "sim/report/text_table.hpp"

namespace minimasim::report {

namespace {

using forecast::Assumption;
using forecast::Name;

constexpr std::size_t width = 110;

std::string indented(std::string const& text, std::size_t spaces)
{
    std::string result;
    for (auto const& line : wrapped(text, width - spaces)) {
        result += std::string(spaces, ' ') + line + "\n";
    }
    return result;
}

// The number as the data has it, with the decimal mark of the language.
std::string exact(double value, Language language)
{
    auto text = csv_exact_number(value);
    std::replace(text.begin(), text.end(), '.', *in(language, ",", "."));
    return text;
}

std::string text_of(Assumption const& term, std::vector<Name> const& names, Language language)
{
    auto const low = exact(term.low, language);
    auto const high = exact(term.high, language);
    auto const interval =
        low == high ? in(language, "vast", "fixed") : low + in(language, " tot ", " to ") + high;
    return padded_right(term.term, 24) + padded_left(exact(term.value, language), 10) + "  " +
           padded_right(interval, 18) + padded_right(unit_name(term.unit, language), 46) +
           evidence_name(term.evidence, language) + "\n" +
           indented(process_name(names, term.process, term.term, language) + ". " +
                        in(language, "Bron: ", "Source: ") + term.source,
                    4);
}

}  // namespace

std::string process_name(std::vector<Name> const& names, std::string const& process, std::string const& term,
                         Language language)
{
    if (auto const* const name = forecast::find_name(names, process, term)) {
        return in(language, name->name.c_str(), name->name_en.c_str());
    }
    auto words = term.empty() ? process : term;
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string evidence_name(std::string const& evidence, Language language)
{
    return evidence == "high"     ? in(language, "bewijs: sterk", "evidence: high")
           : evidence == "medium" ? in(language, "bewijs: redelijk", "evidence: medium")
           : evidence == "low"    ? in(language, "bewijs: zwak", "evidence: low")
                                  : in(language, "geen bewijs: aanname", "no evidence: assumption");
}

std::string unit_name(std::string const& unit, Language language)
{
    static std::map<std::string_view, char const*> const dutch{
        {"calls", "telefoontjes"},
        {"change of the risk per 100 euro a month", "verandering van de kans per 100 euro per maand"},
        {"euro", "euro"},
        {"euro a month", "euro per maand"},
        {"euro a year", "euro per jaar"},
        {"exponent of the share of the year", "macht van het deel van het jaar"},
        {"euro per participant", "euro per deelnemer"},
        {"euro per young person", "euro per jongere"},
        {"children", "kinderen"},
        {"euro_per_year", "euro per jaar"},
        {"households", "huishoudens"},
        {"months", "maanden"},
        {"participants", "deelnemers"},
        {"persons", "personen"},
        {"per cent per per cent of real income", "procent per procent koopkracht"},
        {"plans", "plannen"},
        {"ratio", "verhouding"},
        {"reduction of the risk of arrears", "vermindering van de kans op achterstand"},
        {"share a year", "deel per jaar"},
        {"share of acceptances with arrears", "deel van wie hulp accepteert, met achterstand"},
        {"share of acceptances with problem debts", "deel van wie hulp accepteert, met schulden"},
        {"share of applications", "deel van de aanvragen"},
        {"share of approached", "deel van de benaderden"},
        {"share that uses the schemes a year longer", "deel dat de regelingen een jaar langer gebruikt"},
        {"share of approached with unused schemes", "deel van de benaderden met ongebruikte regelingen"},
        {"share of births", "deel van de geboorten"},
        {"share of completed", "deel van de afgeronde"},
        {"share of entries", "deel van de instroom"},
        {"share of exits", "deel van de uitstroom"},
        {"share of households", "deel van de huishoudens"},
        {"share of households without income or means", "deel van wie geen inkomen of vermogen heeft"},
        {"share of letters", "deel van de brieven"},
        {"share of plans", "deel van de plannen"},
        {"share of relapses", "deel van de terugvallers"},
        {"share of separations", "deel van wie uit elkaar gaat"},
        {"share of signals", "deel van de signalen"},
        {"share of the inflow", "deel van de instroom"},
        {"share of the interval", "deel van de bandbreedte"},
        {"share of the occupational pension", "deel van het aanvullend pensioen"},
        {"share of the stock", "deel van het aantal"},
        {"share of the wage", "deel van het loon"},
        {"share of the wages", "deel van de lonen"},
        {"share of those who leave home", "deel van wie uit huis gaat"},
        {"share of trajectories", "deel van de trajecten"},
        {"share of visits", "deel van de bezoeken"},
        {"signals", "signalen"},
        {"standard deviation of the logarithm", "standaardafwijking van de logaritme"},
        {"standard deviation over the mean", "standaardafwijking ten opzichte van het gemiddelde"},
        {"trajectories", "trajecten"},
        {"visits", "huisbezoeken"},
        {"year", "jaar"}};
    auto const found = dutch.find(unit);
    return found == dutch.end() ? unit : in(language, found->second, unit.c_str());
}

std::string assumed_terms(std::vector<Assumption> const& assumptions, std::vector<Name> const& names,
                          Language language)
{
    constexpr std::size_t indent = 2;
    std::string text;
    for (auto const& process : forecast::processes_of(assumptions)) {
        std::string of_process;
        for (auto const& term : assumptions) {
            if (term.process != process || term.evidence != "none" || term.low == term.high) {
                continue;
            }
            auto const line = process_name(names, process, term.term, language) + ": " +
                              exact(term.value, language) + " (" + exact(term.low, language) + " – " +
                              exact(term.high, language) + ") " + unit_name(term.unit, language) + " [" +
                              term.term + "]";
            auto const parts = wrapped(line, width - 2 * indent);
            for (std::size_t i = 0; i < parts.size(); ++i) {
                of_process += std::string(i == 0 ? indent : 2 * indent, ' ') + parts[i] + "\n";
            }
        }
        if (!of_process.empty()) {
            text += process_name(names, process, "", language) + " [" + process + "]\n" + of_process;
        }
    }
    return text;
}

std::string list_processes(std::vector<Assumption> const& assumptions, std::vector<Name> const& names,
                           Language language)
{
    std::string text;
    for (auto const& process : forecast::processes_of(assumptions)) {
        auto const count = std::count_if(assumptions.begin(), assumptions.end(),
                                         [&](Assumption const& term) { return term.process == process; });
        text += padded_right(process, 20) + padded_right(process_name(names, process, "", language), 34) +
                std::to_string(count) + in(language, " termen\n", " terms\n");
    }
    return text;
}

std::string list_process(std::string const& process, std::vector<Assumption> const& assumptions,
                         std::vector<Name> const& names, Language language)
{
    auto const processes = forecast::processes_of(assumptions);
    if (std::find(processes.begin(), processes.end(), process) == processes.end()) {
        throw InputError("--process", 0,
                         "the forecast has no process " + process + did_you_mean(process, processes) +
                             "; minimasim list terms --process names them all");
    }
    std::string text = process_name(names, process, "", language) + " (" + process + ")\n";
    if (auto const* const name = forecast::find_name(names, process, "")) {
        text += indented(in(language, name->equation.c_str(), name->equation_en.c_str()), 2);
    }
    auto const page = "docs/method/" + process + ".md";
    text += indented(in(language, "Hoe het gaat: ", "How it goes: ") + page, 2) + "\n";
    for (auto const& term : assumptions) {
        if (term.process == process) {
            text += text_of(term, names, language);
        }
    }
    return text;
}

}  // namespace minimasim::report
