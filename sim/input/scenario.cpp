#include "sim/input/scenario.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/date_text.hpp"
#include "sim/base/error.hpp"
#include "sim/input/decision.hpp"
#include "sim/input/scenario_reader.hpp"

namespace minimasim::input {

namespace {

std::vector<std::string> const known_keys{
    "title",           "title_en",        "question",      "source",
    "remark",          "remark_en",       "date",          "published_cost_euro",
    "based_on",        "changes",         "take_up",       "ex_officio",
    "changes_nothing", "decision_status", "decision_date", "cover",
    "cover_en",        "forecast"};

// Reads one file's table into a ScenarioFile, collecting every problem.
class Reader {
  public:
    Reader(ScenarioFile& scenario, toml::table const& table, std::vector<std::string> const& keys_of_others,
           std::vector<Problem>& problems)
        : scenario_(scenario), keys_of_others_(keys_of_others), problems_(problems)
    {
        for (auto const& [key, node] : table) {
            std::string const name(key.str());
            if (std::find(keys_of_others.begin(), keys_of_others.end(), name) == keys_of_others.end()) {
                read_key(name, node);
            }
        }
        if (!table.contains("title")) {
            complain(1, "title is missing; reports name the package by it");
        }
        // What holds from a later date comes after what holds at once.
        for (auto* const changes : {&scenario_.changes, &scenario_.forecast}) {
            std::stable_sort(changes->begin(), changes->end(),
                             [](TermChange const& a, TermChange const& b) { return a.from < b.from; });
        }
    }

  private:
    void complain(int line, std::string what)
    {
        problems_.push_back({scenario_.file, line, std::move(what)});
    }

    void read_key(std::string const& key, toml::node const& node)
    {
        if (key == "title") {
            read_text(key, node, scenario_.title);
        } else if (key == "title_en") {
            read_text(key, node, scenario_.title_en);
        } else if (key == "question") {
            read_text(key, node, scenario_.question);
        } else if (key == "source") {
            read_text(key, node, scenario_.source);
        } else if (key == "remark") {
            read_text(key, node, scenario_.remark);
        } else if (key == "remark_en") {
            read_text(key, node, scenario_.remark_en);
        } else if (key == "cover") {
            read_text(key, node, scenario_.cover);
        } else if (key == "cover_en") {
            read_text(key, node, scenario_.cover_en);
        } else if (key == "decision_status") {
            scenario_.decision_status = decision_status_of(node, scenario_.file, problems_);
        } else if (key == "decision_date") {
            scenario_.decision_date = decision_date_of(node, scenario_.file, problems_);
        } else if (key == "published_cost_euro") {
            scenario_.published_cost_euro = read_number(key, node);
        } else if (key == "date") {
            scenario_.date = read_date(node);
        } else if (key == "based_on") {
            scenario_.based_on = read_names(key, node);
            scenario_.based_on_place = {scenario_.file, line_of(node)};
        } else if (key == "ex_officio") {
            scenario_.ex_officio = read_names(key, node);
            scenario_.ex_officio_place = {scenario_.file, line_of(node)};
        } else if (key == "changes_nothing") {
            if (auto const flag = node.value_exact<bool>()) {
                scenario_.changes_nothing = *flag;
            } else {
                complain(line_of(node), "changes_nothing is not true or false");
            }
        } else if (key == "changes") {
            read_changes(key, node, std::nullopt, scenario_.changes);
        } else if (key == "forecast") {
            read_changes(key, node, std::nullopt, scenario_.forecast);
        } else if (key == "take_up") {
            read_take_up(node);
        } else {
            auto known = known_keys;
            known.insert(known.end(), keys_of_others_.begin(), keys_of_others_.end());
            complain(line_of(node), "unknown key " + key + did_you_mean(key, known));
        }
    }

    void read_text(std::string const& key, toml::node const& node, std::string& text)
    {
        if (auto const value = node.value_exact<std::string>()) {
            text = *value;
        } else {
            complain(line_of(node), key + " is not a text between quotes");
        }
    }

    std::optional<double> read_number(std::string const& key, toml::node const& node)
    {
        return number_of(key, node, scenario_.file, problems_);
    }

    std::optional<Date> read_date(toml::node const& node)
    {
        if (auto const day = node.value_exact<toml::date>()) {
            return Date{day->year, day->month, day->day};
        }
        complain(line_of(node), "date is not a day; write it without quotes, as in date = 2025-07-01");
        return std::nullopt;
    }

    std::vector<std::string> read_names(std::string const& key, toml::node const& node)
    {
        std::vector<std::string> names;
        auto const* const list = node.as_array();
        if (list == nullptr) {
            complain(line_of(node), key + " is not a list, as in " + key + " = [\"baseline\"]");
            return names;
        }
        for (auto const& entry : *list) {
            if (auto const name = entry.value_exact<std::string>()) {
                names.push_back(*name);
            } else {
                complain(line_of(entry), key + " holds something that is not a text between quotes");
            }
        }
        return names;
    }

    // Reads `scheme.term = value` entries; at the top level also tables named by a date.
    void read_changes(std::string const& where, toml::node const& node, std::optional<Date> from,
                      std::vector<TermChange>& changes)
    {
        auto const* const table = node.as_table();
        if (table == nullptr) {
            complain(line_of(node), where + " is not a table; start it with [" + where + "]");
            return;
        }
        for (auto const& [key, entry] : *table) {
            std::string const scheme(key.str());
            auto const day = parse_date(scheme);
            if (&changes == &scenario_.forecast && !from && (scheme == "until" || scheme == "budget_from")) {
                read_year(scheme, entry);
            } else if (day && !from) {
                read_changes(where, entry, day, changes);
            } else if (auto const* const terms = entry.as_table()) {
                read_terms(scheme, *terms, from, changes);
            } else {
                complain(line_of(entry), where + "." + scheme + " is not of the form scheme.term = number");
            }
        }
    }

    // A year of the forecast, as in until = 2030.
    void read_year(std::string const& key, toml::node const& node)
    {
        auto const year = node.value_exact<std::int64_t>();
        constexpr std::int64_t first = 1900;
        constexpr std::int64_t last = 2200;
        if (!year || *year < first || *year > last) {
            complain(line_of(node), "forecast." + key + " is not a year, as in " + key + " = 2030");
            return;
        }
        YearOfForecast const read{static_cast<int>(*year), {scenario_.file, line_of(node)}};
        (key == "until" ? scenario_.forecast_until : scenario_.budget_from) = read;
    }

    void read_terms(std::string const& scheme, toml::table const& terms, std::optional<Date> from,
                    std::vector<TermChange>& changes)
    {
        for (auto const& [key, entry] : terms) {
            std::string name(key.str());
            if (auto const* const elements = entry.as_table()) {  // arrays of law: scheme.term.2 = number
                for (auto const& [index, element] : *elements) {
                    read_term(scheme, name + "." + std::string(index.str()), element, from, changes);
                }
            } else {
                read_term(scheme, name, entry, from, changes);
            }
        }
    }

    void read_term(std::string const& scheme, std::string const& term, toml::node const& node,
                   std::optional<Date> from, std::vector<TermChange>& changes)
    {
        if (auto const value = term_value_of(scheme + "." + term, node, scenario_.file, problems_)) {
            changes.push_back({scheme, term, *value, from, {scenario_.file, line_of(node)}});
        }
    }

    void read_take_up(toml::node const& node)
    {
        auto const* const table = node.as_table();
        if (table == nullptr) {
            complain(line_of(node), "take_up is not a table; start it with [take_up]");
            return;
        }
        for (auto const& [key, entry] : *table) {
            read_take_up_of(std::string(key.str()), entry);
        }
    }

    // A share (0.95), or a rise as text: "+25 %" of itself, "+25 points".
    void read_take_up_of(std::string const& scheme, toml::node const& node)
    {
        TakeUpChange change;
        change.scheme = scheme;
        change.place = {scenario_.file, line_of(node)};
        auto const text = node.value_exact<std::string>();
        if (text) {
            char unit[16] = "";
            char rest[2] = "";
            double rise = 0;
            bool const is_read = std::sscanf(text->c_str(), "+%lf %15s %1s", &rise, unit, rest) == 2;
            std::string const named = unit;
            if (!is_read || !std::isfinite(rise) || (named != "%" && named != "points")) {
                complain(line_of(node), "take_up." + scheme + " is \"" + *text +
                                            "\"; a share (0.95), \"+25 %\" or \"+25 points\" was meant");
                return;
            }
            change.kind =
                named == "%" ? TakeUpChange::Kind::relative_rise : TakeUpChange::Kind::rise_in_points;
            change.value = rise / 100;
        } else if (auto const share = read_number("take_up." + scheme, node)) {
            change.value = *share;
        } else {
            return;
        }
        bool const is_share = change.kind == TakeUpChange::Kind::share;
        if (change.value < 0 || (is_share && change.value > 1)) {
            complain(line_of(node),
                     "take_up." + scheme + " is outside 0 to 1; it is the share of the entitled who claim");
            return;
        }
        scenario_.take_up.push_back(change);
    }

    ScenarioFile& scenario_;
    std::vector<std::string> const& keys_of_others_;
    std::vector<Problem>& problems_;
};

}  // namespace

int line_of(toml::node const& node)
{
    return static_cast<int>(node.source().begin.line);
}

std::optional<double> number_of(std::string const& key, toml::node const& node, std::string const& file,
                                std::vector<Problem>& problems)
{
    if (!node.is_number()) {
        std::string hint = " is not a number";
        if (auto const text = node.value_exact<std::string>(); text && text->find('%') != std::string::npos) {
            hint = " is the text \"" + *text + "\"; write a share as a number, 130 % is 1.30";
        }
        problems.push_back({file, line_of(node), key + hint});
        return std::nullopt;
    }
    double const value = node.value<double>().value_or(0);
    if (!std::isfinite(value)) {
        problems.push_back({file, line_of(node), key + " is not a finite number"});
        return std::nullopt;
    }
    return value;
}

std::optional<double> term_value_of(std::string const& key, toml::node const& node, std::string const& file,
                                    std::vector<Problem>& problems)
{
    if (auto const flag = node.value_exact<bool>()) {
        return *flag ? 1.0 : 0.0;
    }
    return number_of(key, node, file, problems);
}

void read_scenario_table(toml::table const& table, std::vector<std::string> const& keys_of_others,
                         ScenarioFile& scenario, std::vector<Problem>& problems)
{
    Reader const reader(scenario, table, keys_of_others, problems);
}

ScenarioFile read_scenario_file(std::filesystem::path const& file)
{
    ScenarioFile scenario;
    scenario.id = file.stem().string();
    scenario.file = file.string();
    auto const table = read_toml(file, scenario.text);
    std::vector<Problem> problems;
    read_scenario_table(table, {}, scenario, problems);
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return scenario;
}

}  // namespace minimasim::input
