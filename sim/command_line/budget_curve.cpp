#include "sim/command_line/budget_curve.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <iostream>

#include "sim/base/atomic_file.hpp"
#include "sim/command_line/input.hpp"
#include "sim/report/budget_picture.hpp"
#include "sim/run/households/budget_curve.hpp"

namespace minimasim::commands {

namespace {

using report::BudgetCurves;
using report::Language;

std::vector<run::CurvePackage> packages_of(Household const& command, input::HouseholdRecord const& record,
                                           run::Folders const& folders)
{
    auto const municipality = municipality_of(record, folders);
    auto const terms = run::read_terms(folders.data, record.municipality);
    std::vector<run::CurvePackage> packages;
    packages.push_back({"baseline", "Huidig beleid", "Current policy",
                        run::read_policy(terms, municipality.measures, record.date)});
    if (!command.scenario.empty()) {
        auto const scenario = scenario_of(command.scenario, folders);
        auto policy = run::apply_package(packages.front().policy, municipality.measures, scenario);
        auto const& title = scenario.own.title.empty() ? scenario.own.id : scenario.own.title;
        auto const& title_en = scenario.own.title_en.empty() ? title : scenario.own.title_en;
        packages.push_back({scenario.own.id, title, title_en, std::move(policy)});
    }
    return packages;
}

// Household, key and package as the name of a file.
std::string file_stem(BudgetCurves const& curves)
{
    auto stem = curves.household + '-' + curves.swept.key;
    if (curves.packages.size() > 1) {
        stem += '-' + curves.packages.back().id;
    }
    std::replace_if(
        stem.begin(), stem.end(),
        [](unsigned char c) { return std::isalnum(c) == 0 && c != '-' && c != '_' && c != '.'; }, '-');
    return stem.front() == '.' || stem.front() == '-' ? "household" + stem : stem;
}

void print_cliffs(BudgetCurves const& curves, Language language)
{
    for (auto const& package : curves.packages) {
        std::cout << '\n' << in(language, package.title.c_str(), package.title_en.c_str()) << ":\n";
        if (package.cliffs.empty()) {
            std::cout << "  "
                      << in(language, "nergens valt in één keer 50 euro per jaar of meer weg",
                            "nowhere do 50 euro a year or more fall away at once")
                      << '\n';
        }
        for (auto const& cliff : package.cliffs) {
            std::cout << "  " << report::cliff_sentence(curves, cliff, language) << '\n';
        }
    }
}

}  // namespace

int draw_budget_curve(Household const& command)
{
    auto const language = language_of(command.language);
    auto const sweep = run::read_sweep(command.sweep);
    auto const folders = run::find_folders(command.common.data);
    auto const limits = run::household_limits(run::read_terms(folders.data, command.common.municipality));
    auto record = household_of(command.household, limits, folders);
    use_date(record, command.date, limits);
    if (!record.lines.has("municipality")) {
        record.municipality = command.common.municipality;
    }
    auto const curves = run::budget_curves(record, sweep, packages_of(command, record, folders));

    std::filesystem::path const folder = command.output.empty() ? "curves" : command.output;
    create_folder(folder);
    auto const stem = file_stem(curves);
    FileSet files;
    files.add(folder / (stem + ".csv"), report::csv_text(report::curve_table(curves)));
    files.add(folder / (stem + ".svg"), report::budget_picture(curves, language));
    files.commit();
    if (command.json) {
        std::cout << report::curve_json(curves);
        return 0;
    }
    std::cout << in(language, "Geschreven: ", "Written: ") << (folder / (stem + ".csv")).string() << ", "
              << (folder / (stem + ".svg")).string() << '\n';
    print_cliffs(curves, language);
    return 0;
}

}  // namespace minimasim::commands
