#include "sim/run/forecast_packages.hpp"

#include <algorithm>

#include "sim/base/error.hpp"

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

class Reader {
  public:
    explicit Reader(Workspace const& workspace)
        : workspace_(workspace),
          policy_(read_policy(workspace.terms, workspace.municipality.measures,
                              workspace.municipality.policy_date))
    {
    }

    void add(input::Scenario const& scenario, ForecastPackages& packages)
    {
        auto const& own = scenario.own;
        apply_package(policy_, workspace_.municipality.measures,
                      scenario);  // says what is wrong with the rest
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
        name.changes_forecast = !package.changes.empty();
        packages.run_of.push_back(name.changes_forecast ? packages.to_run.size() : 0);
        if (name.changes_forecast) {
            packages.to_run.push_back(std::move(package));
        }
        packages.names.push_back(std::move(name));
    }

  private:
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
    Reader reader(workspace);
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
