#include "sim/run/optimise/optimise.hpp"

#include <algorithm>
#include <iostream>

#include "sim/base/atomic_file.hpp"
#include "sim/base/error.hpp"
#include "sim/command_line/commands.hpp"
#include "sim/command_line/input.hpp"
#include "sim/command_line/progress.hpp"

namespace minimasim::commands {

namespace {

report::Target target_of(std::string const& name)
{
    auto const& names = report::target_names;
    auto const found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        throw InputError("--target", 0,
                         "there is no target " + name + did_you_mean(name, {names.begin(), names.end()}) +
                             "; it is poverty_gap, children or reach");
    }
    return static_cast<report::Target>(found - names.begin());
}

run::OptimiseOptions options_of(Optimise const& command)
{
    run::OptimiseOptions options;
    options.budget = command.budget;
    options.target = target_of(command.target);
    options.schemes = command.schemes;
    options.points = command.points;
    options.search_replicates = command.search_replicates;
    options.run.replicates = command.replicates;
    options.run.members = command.population == "member0" ? 1 : command.common.members;
    options.run.seed = command.common.seed;
    options.run.threads = command.common.threads;
    options.run.date = date_of(command.date);
    options.run.cache = std::filesystem::path(command.output) / ".cache";
    options.run.population_file = command.population == "member0" ? "" : command.population;
    options.run.progress = progress_bar();
    return options;
}

}  // namespace

int optimise(Optimise const& command)
{
    listen_for_interruption();
    auto const options = options_of(command);
    auto const language = language_of(command.language);
    auto const workspace =
        run::read_workspace(run::find_folders(command.common.data), command.common.municipality);
    create_folder(command.output);
    auto const frontier = run::optimise(workspace, options);
    std::filesystem::path const folder = command.output;
    FileSet files;  // all of them, or none
    files.add(folder / "frontier.csv", report::frontier_csv(frontier));
    files.add(folder / "frontier.json", report::frontier_json(frontier));
    files.add(folder / "frontier.svg", report::frontier_picture(frontier, language));
    for (auto const& proposal : frontier.best) {
        files.add(folder / (proposal.name + ".toml"), report::proposal_toml(frontier, proposal));
    }
    files.commit();
    if (command.json) {
        std::cout << report::frontier_json(frontier);
        return 0;
    }
    std::cout << report::frontier_text(frontier, language)
              << report::in(language, "Geschreven in ", "Written to ") << folder.string()
              << ": frontier.csv, frontier.json, frontier.svg";
    for (auto const& proposal : frontier.best) {
        std::cout << ", " << proposal.name << ".toml";
    }
    std::cout << '\n';
    return 0;
}

}  // namespace minimasim::commands
