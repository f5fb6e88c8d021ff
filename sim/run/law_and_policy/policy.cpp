#include "sim/run/law_and_policy/policy.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <limits>
#include <set>

#include "sim/base/date_text.hpp"
#include "sim/base/error.hpp"
#include "sim/run/law_and_policy/read_law.hpp"
#include "sim/run/law_and_policy/term_check.hpp"

namespace minimasim::run {

namespace {

constexpr char const* measure_term = "budget_per_year";
constexpr double largest_budget = 1e9;

// Calls visit(section name, terms, fields, belongs to national law) for every section of a policy.
template <class AnyPolicy, class Visit>
void for_each_policy_section(AnyPolicy& policy, Visit&& visit)
{
    rules::for_each_section(policy.law, [&](char const* name, auto& terms, auto const& fields) {
        visit(name, terms, fields, true);
    });
    rules::for_each_municipal_section(policy, [&](char const* name, auto& terms, auto const& fields) {
        visit(name, terms, fields, false);
    });
}

outcomes::TermRow row_of(input::TermValue const& value, std::string const& scheme, std::string const& term)
{
    return {"baseline",   scheme,      term, value.value, value.unit, to_text(value.valid_from),
            value.status, value.source};
}

// What law forbids, whatever a council decides.
void check_lawful(std::string const& of_scheme, std::string const& term, double value,
                  input::Place const& place, std::vector<Problem>& problems)
{
    for (auto const& scheme : rules::schemes) {
        if (of_scheme == scheme.key && term == "income_limit_share" &&
            value > scheme.highest_lawful_income_share) {
            problems.push_back({place.file, place.line,
                                of_scheme + "." + term + " = " + short_number(value) +
                                    " is not lawful: " + scheme.law_on_income_share});
        }
    }
}

// The words of a change for people: "income_supplement.amount_single: 349 -> 500".
std::string change_text(std::string const& scheme, std::string const& term, double from, double to)
{
    return scheme + "." + term + ": " + short_number(from) + " -> " + short_number(to);
}

}  // namespace

DatedPolicy read_policy(input::TermTable const& table, std::vector<Measure> const& measures, Date date,
                        bool allow_later)
{
    DatedPolicy dated;
    dated.date = date;
    dated.policy.law = read_law(table, date, allow_later);
    std::vector<Problem> problems;
    for_each_policy_section(
        dated.policy, [&](char const* scheme, auto& terms, auto const& fields, bool is_law) {
            for (auto const& field : fields) {
                auto const found = table.at(scheme, field.name, date);
                std::string const name = std::string(scheme) + "." + field.name;
                if (!found) {
                    problems.push_back({table.origin(), 0,
                                        name + " has no value on " + to_text(date) +
                                            "; the scheme cannot be worked out without it"});
                    continue;
                }
                dated.terms.push_back(row_of(*found, scheme, field.name));
                if (is_law) {
                    continue;  // read and checked with the law
                }
                check_value(*found, {scheme, field.name, field.unit, field.lowest, field.highest}, problems);
                check_lawful(scheme, field.name, found->value, {found->file, found->line}, problems);
                field.of(terms) = found->value;
            }
        });
    for (auto const& measure : measures) {
        auto const found = table.at(measure.key, measure_term, date);
        if (!found) {
            problems.push_back({table.origin(), 0,
                                measure.key + "." + measure_term + " has no value on " + to_text(date) +
                                    "; the budget line would be missing from every total"});
            continue;
        }
        check_value(*found, {measure.key, measure_term, rules::Unit::euro_per_year, 0, largest_budget},
                    problems);
        dated.terms.push_back(row_of(*found, measure.key, measure_term));
        dated.measure_budgets.push_back(found->value);
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return dated;
}

void multiply_terms(DatedPolicy& dated,
                    std::function<double(outcomes::TermRow const& row, bool is_law)> const& factor)
{
    constexpr double cents = 100;
    std::size_t place = 0;  // rows stand in the order of the sections, measures after them
    auto const moved = [&](double value, bool is_law) {
        auto& row = dated.terms[place++];
        double const by = factor(row, is_law);
        row.value = by == 1 ? value : std::floor(value * by * cents + 0.5) / cents;
        return row.value;
    };
    for_each_policy_section(dated.policy, [&](char const*, auto& terms, auto const& fields, bool is_law) {
        for (auto const& field : fields) {
            field.of(terms) = moved(field.of(terms), is_law);
        }
    });
    for (auto& budget : dated.measure_budgets) {
        budget = moved(budget, false);
    }
}

std::vector<TermRange> all_terms(DatedPolicy const& policy, std::vector<Measure> const& measures)
{
    std::vector<TermRange> all;
    for_each_policy_section(policy.policy, [&](char const* scheme, auto&, auto const& fields, bool) {
        for (auto const& field : fields) {
            bool const is_listed = std::any_of(all.begin(), all.end(), [&](TermRange const& known) {
                return known.scheme == scheme && known.term == field.name;
            });
            if (!is_listed) {
                all.push_back({scheme, field.name, field.unit, field.lowest, field.highest});
            }
        }
    });
    for (auto const& measure : measures) {
        all.push_back({measure.key, measure_term, rules::Unit::euro_per_year, 0, largest_budget});
    }
    return all;
}

bool set_term(rules::Policy& policy, std::string const& scheme, std::string const& term, double value)
{
    bool is_set = false;
    for_each_policy_section(policy, [&](char const* section, auto& terms, auto const& fields, bool) {
        for (auto const& field : fields) {
            if (scheme == section && term == field.name) {
                field.of(terms) = value;
                is_set = true;
            }
        }
    });
    return is_set;
}

double term_value(rules::Policy const& policy, std::string const& scheme, std::string const& term)
{
    double value = std::numeric_limits<double>::quiet_NaN();
    for_each_policy_section(policy, [&](char const* section, auto& terms, auto const& fields, bool) {
        for (auto const& field : fields) {
            if (scheme == section && term == field.name) {
                value = field.of(terms);
            }
        }
    });
    return value;
}

std::optional<std::size_t> place_of_municipal_term(std::string const& scheme, std::string const& term)
{
    rules::Policy const any{};
    std::optional<std::size_t> found;
    std::size_t place = 0;
    rules::for_each_municipal_section(any, [&](char const* section, auto&, auto const& fields) {
        for (auto const& field : fields) {
            if (scheme == section && term == field.name) {
                found = place;
            }
            ++place;
        }
    });
    return found;
}

double& municipal_term_at(rules::Policy& policy, std::size_t place)
{
    double* found = nullptr;
    std::size_t first = 0;
    rules::for_each_municipal_section(policy, [&](char const*, auto& terms, auto const& fields) {
        if (place >= first && place < first + std::size(fields)) {
            found = &fields[place - first].of(terms);
        }
        first += std::size(fields);
    });
    return *found;
}

namespace {

bool is_law_term(rules::Policy const& policy, std::string const& scheme, std::string const& term)
{
    bool is_law = false;
    for_each_policy_section(policy, [&](char const* section, auto&, auto const& fields, bool of_law) {
        for (auto const& field : fields) {
            is_law = is_law || (of_law && scheme == section && term == field.name);
        }
    });
    return is_law;
}

// Finds the term a change names, or says what is wrong with the name.
TermRange const* find_range(std::vector<TermRange> const& ranges, input::TermChange const& change,
                            std::vector<Problem>& problems)
{
    std::vector<std::string> schemes;
    std::vector<std::string> terms;
    for (auto const& range : ranges) {
        if (schemes.empty() || schemes.back() != range.scheme) {
            schemes.push_back(range.scheme);
        }
        if (range.scheme == change.scheme) {
            terms.push_back(range.term);
            if (range.term == change.term) {
                return &range;
            }
        }
    }
    if (terms.empty()) {
        problems.push_back({change.place.file, change.place.line,
                            "there is no scheme or law " + change.scheme +
                                did_you_mean(change.scheme, schemes) + " (minimasim list schemes)"});
    } else {
        problems.push_back({change.place.file, change.place.line,
                            change.scheme + " has no term " + change.term + did_you_mean(change.term, terms) +
                                " (minimasim list terms)"});
    }
    return nullptr;
}

double* budget_of(DatedPolicy& dated, std::vector<Measure> const& measures, input::TermChange const& change)
{
    for (std::size_t i = 0; i < measures.size(); ++i) {
        if (measures[i].key == change.scheme && change.term == measure_term) {
            return &dated.measure_budgets[i];
        }
    }
    return nullptr;
}

void check_scheme_names(std::vector<Problem>& problems, std::string const& scheme, input::Place const& place,
                        char const* where)
{
    std::vector<std::string> keys;
    for (auto const& known : rules::schemes) {
        keys.emplace_back(known.key);
    }
    if (std::find(keys.begin(), keys.end(), scheme) == keys.end()) {
        problems.push_back({place.file, place.line,
                            std::string(where) + " names " + scheme + ", which is no scheme" +
                                did_you_mean(scheme, keys) + " (minimasim list schemes)"});
    }
}

}  // namespace

DatedPolicy apply_package(DatedPolicy const& baseline, std::vector<Measure> const& measures,
                          input::Scenario const& scenario)
{
    DatedPolicy dated = baseline;
    std::vector<Problem> problems;
    auto const ranges = all_terms(baseline, measures);
    for (auto const& change : scenario.changes) {
        auto const* const range = find_range(ranges, change, problems);
        if (range == nullptr) {
            continue;
        }
        std::string const name = change.scheme + "." + change.term;
        if (!(change.value >= range->lowest && change.value <= range->highest)) {
            problems.push_back(
                {change.place.file, change.place.line, name + " " + out_of_range(*range, change.value)});
            continue;
        }
        if (range->unit == rules::Unit::yes_no && change.value != 0 && change.value != 1) {
            problems.push_back(
                {change.place.file, change.place.line,
                 name + " is " + short_number(change.value) + "; it is a switch, 0 or 1 (false or true)"});
            continue;
        }
        auto const problems_before = problems.size();
        check_lawful(change.scheme, change.term, change.value, change.place, problems);
        if (problems.size() != problems_before || (change.from && *change.from > dated.date)) {
            continue;  // a later date is for the forecast
        }
        if (double* const budget = budget_of(dated, measures, change)) {
            *budget = change.value;
        } else {
            set_term(dated.policy, change.scheme, change.term, change.value);
            dated.changes_law = dated.changes_law || is_law_term(dated.policy, change.scheme, change.term);
        }
        for (auto& row : dated.terms) {
            if (row.scheme == change.scheme && row.term == change.term) {
                row.package = scenario.own.id;
                row.value = change.value;
                row.status = "package";
                row.source = scenario.own.source.empty() ? scenario.own.file : scenario.own.source;
            }
        }
    }
    for (auto const& change : scenario.take_up) {
        check_scheme_names(problems, change.scheme, change.place, "take_up");
    }
    for (auto const& scheme : scenario.ex_officio) {
        check_scheme_names(problems, scheme, scenario.own.ex_officio_place, "ex_officio");
        for (auto const& known : rules::schemes) {
            if (scheme == known.key && known.is_capped) {
                problems.push_back(
                    {scenario.own.ex_officio_place.file, scenario.own.ex_officio_place.line,
                     scheme + " is a capped budget, granted case by case; it cannot be granted ex officio"});
            }
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    for (std::size_t i = 0; i < dated.terms.size(); ++i) {
        if (dated.terms[i].value == baseline.terms[i].value) {
            dated.terms[i] = baseline.terms[i];  // set to what it was: no change, and as uncertain as before
        } else {
            dated.changed_terms.push_back(change_text(dated.terms[i].scheme, dated.terms[i].term,
                                                      baseline.terms[i].value, dated.terms[i].value));
        }
    }
    std::sort(dated.changed_terms.begin(), dated.changed_terms.end());
    return dated;
}

}  // namespace minimasim::run
