#include <iostream>

#include "sim/base/error.hpp"
#include "sim/command_line/budget_curve.hpp"
#include "sim/command_line/commands.hpp"
#include "sim/command_line/input.hpp"
#include "sim/report/household_comparison.hpp"
#include "sim/report/household_json.hpp"
#include "sim/report/household_text.hpp"
#include "sim/report/trace_lookup.hpp"
#include "sim/run/households/household_answer.hpp"

namespace minimasim::commands {

namespace {

report::HouseholdTrace trace_of(input::HouseholdRecord const& record, run::HouseholdCase const& one,
                                run::DatedPolicy const& policy, std::string const& package)
{
    auto trace = run::trace(one, policy);
    trace.id = record.id;
    trace.package = package;
    return trace;
}

// What differs between two policies, of law and schemes; budgets of measures reach no single household.
std::vector<report::ChangedTerm> changed_terms(run::DatedPolicy const& from, run::DatedPolicy const& to)
{
    std::vector<report::ChangedTerm> changed;
    for (std::size_t k = 0; k < from.terms.size() && k < to.terms.size(); ++k) {
        if (from.terms[k].value != to.terms[k].value && from.terms[k].term != "budget_per_year") {
            changed.push_back({from.terms[k], to.terms[k]});
        }
    }
    return changed;
}

int compare(Household const& command, input::HouseholdRecord const& record,
            run::Municipality const& municipality, run::DatedPolicy const& baseline_policy,
            run::Folders const& folders)
{
    auto const language = language_of(command.language);
    auto const scenario = scenario_of(command.scenario, folders);
    auto const policy = run::apply_package(baseline_policy, municipality.measures, scenario);
    auto const baseline =
        trace_of(record, run::case_of(record, baseline_policy.policy.law), baseline_policy, "baseline");
    auto one = run::case_of(record, policy.policy.law);
    run::use_ex_officio(one, scenario.ex_officio, policy.policy);
    auto const package = trace_of(record, one, policy, scenario.own.id);
    if (command.json) {
        std::cout << report::comparison_json(baseline, package, language);
        return 0;
    }
    bool const is_dutch = language == report::Language::dutch || scenario.own.title_en.empty();
    std::cout << report::comparison_text(
        record, baseline, package, {municipality.name, is_dutch ? scenario.own.title : scenario.own.title_en},
        changed_terms(baseline_policy, policy), language);
    return 0;
}

}  // namespace

int household(Household const& command)
{
    auto const folders = run::find_folders(command.common.data);
    auto const limits = run::household_limits(run::read_terms(folders.data, command.common.municipality));
    if (command.schema) {
        std::cout << input::household_schema(limits);
        return 0;
    }
    if (command.household.empty()) {
        throw InputError("household", 0,
                         "which household? Give a JSON file or a name from minimasim list households");
    }
    if (!command.sweep.empty()) {
        return draw_budget_curve(command);
    }
    auto record = household_of(command.household, limits, folders);
    use_date(record, command.date, limits);
    if (!record.lines.has("municipality")) {
        record.municipality = command.common.municipality;
    }
    auto const municipality = municipality_of(record, folders);
    auto const policy = run::read_policy(run::read_terms(folders.data, record.municipality),
                                         municipality.measures, record.date);
    if (!command.scenario.empty()) {
        return compare(command, record, municipality, policy, folders);
    }
    auto const language = language_of(command.language);
    auto const trace = trace_of(record, run::case_of(record, policy.policy.law), policy, "baseline");
    if (command.json) {
        std::string document;
        report::append_answer_json(document, trace, language);
        std::cout << document << '\n';
    } else {
        std::cout << report::household_text(record, trace, {municipality.name, ""}, language);
    }
    return 0;
}

}  // namespace minimasim::commands
