#include "sim/run/law_and_policy/municipality.hpp"

#include <algorithm>
#include <sstream>

#include "sim/base/date_text.hpp"
#include "sim/base/error.hpp"
#include "sim/input/csv.hpp"
#include "sim/rules/municipal/schemes.hpp"

namespace minimasim::run {

namespace {

using input::Csv;

std::vector<std::string> scheme_keys()
{
    std::vector<std::string> keys;
    for (auto const& scheme : rules::schemes) {
        keys.emplace_back(scheme.key);
    }
    return keys;
}

void read_facts(std::filesystem::path const& file, Municipality& municipality)
{
    auto const csv = Csv::read(file, {"key", "value", "source"});
    std::vector<Problem> problems;
    bool has_calibration = false;
    bool has_policy = false;
    auto const read_date = [&](Csv::Row const& row, Date& date) {
        auto const day = parse_date(csv.cell(row, "value"));
        if (!day) {
            problems.push_back(csv.problem(row, csv.cell(row, "key") + " is '" + csv.cell(row, "value") +
                                                    "', a day such as 2025-07-01 was meant"));
        } else {
            date = *day;
        }
        return true;
    };
    for (auto const& row : csv.rows()) {
        auto const& key = csv.cell(row, "key");
        if (key == "code") {
            municipality.code = csv.cell(row, "value");
        } else if (key == "name") {
            municipality.name = csv.cell(row, "value");
        } else if (key == "calibration_date") {
            has_calibration = read_date(row, municipality.calibration_date);
        } else if (key == "policy_date") {
            has_policy = read_date(row, municipality.policy_date);
        } else if (key == "figures") {
            municipality.figures = csv.cell(row, "value");
        } else if (key == "shown_packages") {
            std::istringstream words(csv.cell(row, "value"));
            for (std::string id; words >> id;) {
                municipality.shown_packages.push_back(id);
            }
        } else if (key != "province" && key != "population_date") {
            problems.push_back(csv.problem(
                row, "unknown key " + key +
                         did_you_mean(key, {"code", "name", "province", "calibration_date", "policy_date",
                                            "population_date", "figures", "shown_packages"})));
        }
    }
    if (municipality.name.empty() || !has_calibration || !has_policy) {
        problems.push_back({file.string(), 0, "name, calibration_date and policy_date are all needed"});
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
}

std::vector<Measure> read_measures(std::filesystem::path const& file)
{
    auto const csv = Csv::read(
        file, {"measure", "dutch_name", "english_name", "budget_line", "duration", "payer", "source"});
    std::vector<Measure> measures;
    for (auto const& row : csv.rows()) {
        measures.push_back({csv.cell(row, "measure"), csv.cell(row, "dutch_name"),
                            csv.cell(row, "english_name"), csv.cell(row, "budget_line"),
                            csv.cell(row, "duration"), csv.cell(row, "payer")});
    }
    return measures;
}

std::optional<rules::CountedIn> read_unit(Csv const& csv, Csv::Row const& row, char const* column,
                                          std::vector<Problem>& problems)
{
    auto const& unit = csv.cell(row, column);
    for (auto const known :
         {rules::CountedIn::households, rules::CountedIn::persons, rules::CountedIn::children}) {
        if (unit == rules::to_text(known)) {
            return known;
        }
    }
    problems.push_back(csv.problem(row, std::string(column) + " is " + unit +
                                            "; households, persons or children was meant" +
                                            did_you_mean(unit, {"households", "persons", "children"})));
    return std::nullopt;
}

std::vector<CalibrationTarget> read_targets(std::filesystem::path const& file)
{
    auto const csv =
        Csv::read(file, {"scheme", "users", "counted_in", "other_reading", "year", "status", "source"});
    std::vector<CalibrationTarget> targets;
    std::vector<Problem> problems;
    auto const keys = scheme_keys();
    for (auto const& row : csv.rows()) {
        CalibrationTarget target;
        target.scheme = csv.cell(row, "scheme");
        target.users = csv.number(row, "users");
        target.status = csv.cell(row, "status");
        target.source = csv.cell(row, "source");
        if (std::find(keys.begin(), keys.end(), target.scheme) == keys.end()) {
            problems.push_back(
                csv.problem(row, target.scheme + " is no scheme" + did_you_mean(target.scheme, keys)));
        }
        if (std::any_of(targets.begin(), targets.end(),
                        [&](CalibrationTarget const& known) { return known.scheme == target.scheme; })) {
            problems.push_back(
                csv.problem(row, target.scheme + " stands here twice; its users can be met once only"));
        }
        if (target.users < 0) {
            problems.push_back(csv.problem(row, "users is negative; it is a number of users in a year"));
        }
        if (auto const unit = read_unit(csv, row, "counted_in", problems)) {
            target.counted_in = *unit;
        }
        if (!csv.is_empty(row, "other_reading")) {
            target.other_reading = read_unit(csv, row, "other_reading", problems);
        }
        targets.push_back(target);
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return targets;
}

std::vector<UncertainTerm> read_uncertain_terms(std::filesystem::path const& file)
{
    auto const csv = Csv::read(file, {"scheme", "term", "low", "high", "source"});
    std::vector<UncertainTerm> terms;
    std::vector<Problem> problems;
    for (auto const& row : csv.rows()) {
        UncertainTerm term{csv.cell(row, "scheme"),
                           csv.cell(row, "term"),
                           csv.number(row, "low"),
                           csv.number(row, "high"),
                           csv.cell(row, "source"),
                           csv.file(),
                           row.line,
                           {}};
        term.municipal_place = place_of_municipal_term(term.scheme, term.term);
        if (term.low > term.high) {
            problems.push_back(csv.problem(row, "low is above high; the interval is empty"));
        }
        terms.push_back(term);
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return terms;
}

// Every uncertain term must exist, and its interval lie within the range of the term.
void check_uncertain_terms(Municipality const& municipality, DatedPolicy const& policy,
                           std::vector<Problem>& problems)
{
    auto const ranges = all_terms(policy, municipality.measures);
    for (auto const& uncertain : municipality.uncertain_terms) {
        std::string const name = uncertain.scheme + "." + uncertain.term;
        auto const range = std::find_if(ranges.begin(), ranges.end(), [&](TermRange const& known) {
            return known.scheme == uncertain.scheme && known.term == uncertain.term;
        });
        if (range == ranges.end()) {
            std::vector<std::string> names;
            for (auto const& known : ranges) {
                names.push_back(known.scheme + "." + known.term);
            }
            problems.push_back(
                {uncertain.file, uncertain.line,
                 "there is no term " + name + did_you_mean(name, names) + "; it would vary nothing"});
        } else if (uncertain.low < range->lowest || uncertain.high > range->highest) {
            problems.push_back({uncertain.file, uncertain.line,
                                "the interval of " + name + " leaves the range a value of it may have (" +
                                    rules::to_text(range->unit) + ")"});
        }
    }
}

}  // namespace

Municipality read_municipality(std::filesystem::path const& data_folder, std::string const& code)
{
    auto const folder = data_folder / "municipalities" / code;
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored)) {
        throw InputError(folder.string(), 0,
                         "there is no such municipality; a municipality is a folder of data "
                         "(minimasim list municipalities)");
    }
    Municipality municipality;
    read_facts(folder / "municipality.csv", municipality);
    municipality.code = code;
    municipality.measures = read_measures(folder / "measures.csv");
    municipality.targets = read_targets(folder / "calibration.csv");
    municipality.uncertain_terms = read_uncertain_terms(folder / "uncertainty.csv");
    return municipality;
}

void check_behaviour(Municipality const& municipality, DatedPolicy const& policy,
                     std::vector<population::Assumption> const& take_up,
                     std::filesystem::path const& data_folder)
{
    std::vector<Problem> problems;
    check_uncertain_terms(municipality, policy, problems);
    std::vector<std::string> needed(takeup::needed_parameters.begin(), takeup::needed_parameters.end());
    needed.insert(needed.end(), takeup::matched_parameters.begin(), takeup::matched_parameters.end());
    for (auto const& scheme : rules::schemes) {
        bool const is_calibrated =
            std::any_of(municipality.targets.begin(), municipality.targets.end(),
                        [&](CalibrationTarget const& target) { return target.scheme == scheme.key; });
        if (!is_calibrated) {
            needed.emplace_back(scheme.key);
        }
    }
    for (auto const& parameter : needed) {
        if (std::none_of(take_up.begin(), take_up.end(),
                         [&](population::Assumption const& known) { return known.parameter == parameter; })) {
            problems.push_back({(data_folder / "assumptions" / "take_up.csv").string(), 0,
                                parameter + " is missing; without it the model cannot say who claims"});
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
}

input::TermTable read_terms(std::filesystem::path const& data_folder, std::string const& code)
{
    return input::TermTable::read({data_folder / "law", data_folder / "assumptions" / "household_costs.csv",
                                   data_folder / "municipalities" / code / "schemes.csv"});
}

std::vector<population::Assumption> read_take_up(std::filesystem::path const& data_folder)
{
    auto const csv = Csv::read(data_folder / "assumptions" / "take_up.csv",
                               {"parameter", "value", "low", "high", "unit", "status", "source"});
    std::vector<population::Assumption> assumptions;
    std::vector<Problem> problems;
    for (auto const& row : csv.rows()) {
        population::Assumption assumption;
        assumption.section = "take_up";
        assumption.parameter = csv.cell(row, "parameter");
        assumption.value = csv.number(row, "value");
        assumption.low = csv.number(row, "low");
        assumption.high = csv.number(row, "high");
        assumption.unit = csv.cell(row, "unit");
        assumption.status = csv.cell(row, "status");
        assumption.source = csv.cell(row, "source");
        assumption.file = csv.file();
        assumption.line = row.line;
        if (!(assumption.low <= assumption.value && assumption.value <= assumption.high)) {
            problems.push_back(csv.problem(row, assumption.parameter + " lies outside its own interval"));
        }
        assumptions.push_back(assumption);
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return assumptions;
}

}  // namespace minimasim::run
