#include "sim/run/forecast/forecast_packages.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/error.hpp"
#include "sim/run/members/prepare.hpp"

namespace minimasim::run {

namespace {

constexpr int months_per_year = 12;

int month_of(Date date)
{
    return (date.year - forecast::first_year) * months_per_year + static_cast<int>(date.month) - 1;
}

std::string short_text(double value)
{
    auto text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
        text.pop_back();
    }
    return text;
}

// Budgets of measures that pay for places.
double forecast::Terms::*budget_of(input::TermChange const& change)
{
    if (change.term != "budget_per_year") {
        return nullptr;
    }
    return change.scheme == "youth_debt"      ? &forecast::Terms::youth_budget_per_year
           : change.scheme == "aftercare"     ? &forecast::Terms::aftercare_budget_per_year
           : change.scheme == "early_signals" ? &forecast::Terms::signals_budget_per_year
                                              : nullptr;
}

// The field that a change under [forecast] names, or nothing and what is wrong.
forecast::TermField const* lever_of(input::TermChange const& change, std::vector<Problem>& problems)
{
    std::string const name = change.scheme + "." + change.term;
    auto const complain = [&](std::string what) {
        problems.push_back({change.place.file, change.place.line, std::move(what)});
    };
    auto const* const field = forecast::find_term(change.scheme, change.term);
    if (field == nullptr || !field->is_lever) {
        std::vector<std::string> levers;
        for (auto const& known : forecast::term_fields) {
            if (known.is_lever) {
                levers.push_back(std::string(known.process) + "." + std::string(known.name));
            }
        }
        complain(field == nullptr ? "the forecast has no term " + name + did_you_mean(name, levers)
                                  : name + " is an assumption on what happens, which a package cannot set" +
                                        did_you_mean(name, levers) + " (data/assumptions/forecast.csv)");
        return nullptr;
    }
    if (!(change.value >= field->lowest && change.value <= field->highest)) {
        complain(name + " is " + short_text(change.value) + "; it lies between " + short_text(field->lowest) +
                 " and " + short_text(field->highest));
        return nullptr;
    }
    return field;
}

std::vector<std::filesystem::path> files_of(Workspace const& workspace, ForecastOptions const& options)
{
    auto files = options.run.scenarios;
    if (files.empty()) {
        files = input::scenario_files(workspace.folders.scenarios);
        auto const own = input::scenario_files(workspace.folders.scenarios / "forecast");
        files.insert(files.end(), own.begin(), own.end());
    }
    std::erase_if(files, [](std::filesystem::path const& file) { return file.stem() == "baseline"; });
    return files;
}

// Numbers the law of a package among those before it.
void add_with_law(Package package, std::vector<Package>& packages)
{
    std::size_t laws = 0;
    for (auto const& known : packages) {
        laws = std::max(laws, known.law_index + 1);
    }
    package.law_index = laws;
    for (auto const& known : packages) {
        if (has_same_law(known.policy.policy, package.policy.policy)) {
            package.law_index = known.law_index;
        }
    }
    packages.push_back(std::move(package));
}

class Reader {
  public:
    explicit Reader(Workspace const& workspace)
        : workspace_(workspace),
          policy_(read_policy(workspace.terms, workspace.municipality.measures,
                              workspace.municipality.policy_date))
    {
    }

    Package current_policy() const { return {"baseline", policy_, {}, {}, 0}; }

    void add(input::Scenario const& scenario, ForecastPackages& packages)
    {
        auto const& own = scenario.own;
        Package schemes{own.id, apply_package(policy_, workspace_.municipality.measures, scenario),
                        scenario.take_up, scenario.ex_officio, 0};
        forecast::PackageName name{own.id,
                                   own.title.empty() ? own.id : own.title,
                                   own.title_en.empty() ? own.title : own.title_en,
                                   false,
                                   {}};
        forecast::Package package{own.id, {}, {}};
        std::vector<Problem> problems;
        for (auto const& change : scenario.changes) {
            if (auto const term = budget_of(change)) {
                add(change, term, name, package);
            }
        }
        for (auto const& change : scenario.forecast) {
            if (auto const* const field = lever_of(change, problems)) {
                add(change, field->value, name, package);
            }
        }
        if (!problems.empty()) {
            throw InputError(problems);
        }
        std::stable_sort(package.changes.begin(), package.changes.end(),
                         [](auto const& a, auto const& b) { return a.from_month < b.from_month; });
        packages.policies.push_back(schemes.policy);
        bool const differs = changes_schemes(schemes);
        name.changes_forecast = !package.changes.empty() || differs;
        packages.run_of.push_back(name.changes_forecast ? packages.to_run.size() : 0);
        if (name.changes_forecast) {
            packages.to_run.push_back(std::move(package));
            packages.schemes_of.push_back(differs ? packages.with_schemes.size() : 0);
        }
        if (differs) {
            add_with_law(std::move(schemes), packages.with_schemes);
        }
        packages.names.push_back(std::move(name));
        packages.scenarios.push_back(scenario);
    }

  private:
    // Whether a household may receive something else: by terms, take-up or grants without application.
    bool changes_schemes(Package const& package) const
    {
        auto const& before = policy_.policy;
        auto const& after = package.policy.policy;
        bool differs =
            !package.take_up.empty() || !package.ex_officio.empty() || !has_same_law(before, after);
        rules::for_each_scheme([&](auto type, auto index) {
            for (auto const& field : decltype(type)::fields) {
                auto const of = [&](auto const& policy) {
                    return static_cast<double>(field.of(std::get<index>(policy.municipal)));
                };
                differs = differs ||
                          (of(before) != of(after) && !(std::isnan(of(before)) && std::isnan(of(after))));
            }
        });
        return differs;
    }

    void add(input::TermChange const& change, double forecast::Terms::*term, forecast::PackageName& name,
             forecast::Package& package) const
    {
        int const month = change.from ? std::max(0, month_of(*change.from)) : policy_month(workspace_);
        package.changes.push_back({month, term, change.value});
        if (term == &forecast::Terms::signals_budget_per_year) {  // who names the money pays on
            package.changes.push_back({month, &forecast::Terms::signals_funded_until, forecast::no_year});
        }
        name.changed_terms.push_back(
            change.scheme + "." + change.term + " = " + short_text(change.value) + " from " +
            std::to_string(forecast::first_year + month / months_per_year) + "-" +
            (month % months_per_year < 9 ? "0" : "") + std::to_string(month % months_per_year + 1));
    }

    Workspace const& workspace_;
    DatedPolicy policy_;
};

}  // namespace

int policy_month(Workspace const& workspace)
{
    return std::max(0, month_of(workspace.municipality.policy_date));
}

std::filesystem::path forecast_scenario(std::string const& file_or_name, Folders const& folders)
{
    std::error_code ignored;
    std::filesystem::path const file = file_or_name;
    if (std::filesystem::is_regular_file(file, ignored)) {
        return file;
    }
    std::vector<std::string> names;
    for (auto const& folder : {folders.scenarios, folders.scenarios / "forecast"}) {
        for (auto const& shipped : input::scenario_files(folder)) {
            if (shipped.stem() == file_or_name) {
                return shipped;
            }
            names.push_back(shipped.stem().string());
        }
    }
    throw InputError("forecast", 0,
                     "'" + file_or_name + "' is neither a file nor a shipped package" +
                         did_you_mean(file_or_name, names) + " (of scenarios/ or scenarios/forecast/)");
}

ForecastPackages forecast_packages(Workspace const& workspace, ForecastOptions const& options)
{
    ForecastPackages packages;
    packages.names.push_back({"baseline", "Huidig beleid", "Current policy", true, {}});
    packages.to_run.push_back({"baseline", {}, {}});
    packages.run_of.push_back(0);
    packages.schemes_of.push_back(0);
    Reader reader(workspace);
    packages.with_schemes.push_back(reader.current_policy());
    packages.policies.push_back(packages.with_schemes.front().policy);
    std::vector<Problem> problems;
    for (auto const& file : files_of(workspace, options)) {
        try {
            auto const scenario = input::read_scenario(file, workspace.folders.scenarios);
            bool const is_known = std::any_of(packages.names.begin(), packages.names.end(),
                                              [&](auto const& name) { return name.id == scenario.own.id; });
            if (is_known) {
                throw InputError(file.string(), 0, "has the name of another package of this forecast");
            }
            reader.add(scenario, packages);
        } catch (InputError const& error) {
            problems.insert(problems.end(), error.problems().begin(), error.problems().end());
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return packages;
}

std::vector<std::string> checked_levers(input::Scenario const& scenario)
{
    std::vector<std::string> levers;
    std::vector<Problem> problems;
    for (auto const& change : scenario.forecast) {
        if (lever_of(change, problems) != nullptr) {
            levers.push_back(change.scheme + "." + change.term + " = " + short_text(change.value));
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return levers;
}

void copy_baseline_to_the_others(ForecastPackages const& packages,
                                 std::vector<forecast::Replicate>& replicates)
{
    for (auto& replicate : replicates) {
        std::vector<forecast::Path> paths;
        for (auto const place : packages.run_of) {
            paths.push_back(replicate.paths[place]);
        }
        replicate.paths = std::move(paths);
    }
}

}  // namespace minimasim::run
