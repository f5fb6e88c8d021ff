#include "sim/forecast/indicators.hpp"

#include <algorithm>
#include <sstream>

#include "sim/base/error.hpp"
#include "sim/input/csv.hpp"

namespace minimasim::forecast {

namespace {

std::string key_of(Assumption const& assumption)
{
    return assumption.process + "." + assumption.term;
}

std::vector<std::string> words_of(std::string const& text)
{
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        words.push_back(word);
    }
    return words;
}

Grade grade_of(Assumption const& assumption)
{
    return assumption.evidence == "none"  ? Grade::assumed
           : assumption.evidence == "low" ? Grade::weak
                                          : Grade::founded;
}

}  // namespace

std::vector<IndicatorText> read_indicators(std::filesystem::path const& file,
                                           std::vector<Assumption> const& assumptions)
{
    auto const csv =
        input::Csv::read(file, {"indicator", "name", "name_en", "definition", "definition_en", "measured_by",
                                "measured_by_en", "baseline_figure", "baseline_factor", "rests_on"});
    std::vector<std::string> terms;
    for (auto const& assumption : assumptions) {
        terms.push_back(key_of(assumption));
    }
    std::vector<IndicatorText> indicators;
    std::vector<Problem> problems;
    for (auto const& row : csv.rows()) {
        IndicatorText const indicator{
            csv.cell(row, "indicator"),         csv.cell(row, "name"),
            csv.cell(row, "name_en"),           csv.cell(row, "definition"),
            csv.cell(row, "definition_en"),     csv.cell(row, "measured_by"),
            csv.cell(row, "measured_by_en"),    csv.cell(row, "baseline_figure"),
            csv.number(row, "baseline_factor"), words_of(csv.cell(row, "rests_on"))};
        if (find_indicator(indicators, indicator.key) != nullptr) {
            problems.push_back(
                csv.problem(row, indicator.key + " stands here twice; it can have one definition only"));
        }
        for (auto const* const column : {"name", "name_en", "definition", "definition_en", "measured_by",
                                         "measured_by_en", "rests_on"}) {
            if (csv.is_empty(row, column)) {
                problems.push_back(csv.problem(
                    row, indicator.key + " has no " + column + "; the monitor says so of every indicator"));
            }
        }
        for (auto const& term : indicator.rests_on) {
            if (std::find(terms.begin(), terms.end(), term) == terms.end()) {
                problems.push_back(csv.problem(row, indicator.key + " rests on " + term +
                                                        ", which there is not" + did_you_mean(term, terms) +
                                                        "; how sure it is could not be told"));
            }
        }
        indicators.push_back(indicator);
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return indicators;
}

IndicatorText const* find_indicator(std::vector<IndicatorText> const& indicators, std::string_view key)
{
    auto const found = std::find_if(indicators.begin(), indicators.end(),
                                    [&](IndicatorText const& indicator) { return indicator.key == key; });
    return found == indicators.end() ? nullptr : &*found;
}

Grade weakest_grade(std::vector<std::string> const& terms, std::vector<Assumption> const& assumptions)
{
    auto weakest = Grade::founded;
    for (auto const& assumption : assumptions) {
        bool const counts = std::any_of(terms.begin(), terms.end(), [&](std::string const& term) {
            return term == assumption.process || term == key_of(assumption);
        });
        if (counts && assumption.low < assumption.high) {
            weakest = std::max(weakest, grade_of(assumption));
        }
    }
    return weakest;
}

}  // namespace minimasim::forecast
