#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "sim/run/members/prepare.hpp"
#include "sim/run/simulate.hpp"
#include "sim/run/what_if/what_if_inputs.hpp"
#include "sim/run/what_if/what_if_payload.hpp"
#include "sim/what_if/evaluator.hpp"
#include "tests/command_line/program.hpp"
#include "tests/what_if/random_packages.hpp"

// Writes the what-if payload of a small run of Assen, and packages at random places of the sliders with the
// figures that the program's own evaluator gives them, for the comparison with the WebAssembly module.
//
// usage: what_if_native FOLDER    writes what_if.gz and what_if.json there, and the populations in run/.cache
namespace minimasim::what_if::test {

namespace {

constexpr std::uint32_t package_count = 50;

// A share, or a rise as a scenario file writes it.
nlohmann::json take_up_of(TakeUpChange const& change)
{
    if (change.kind == TakeUpChange::Kind::share) {
        return change.value;
    }
    return "+" + std::to_string(std::lround(100 * change.value)) +
           (change.kind == TakeUpChange::Kind::relative_rise ? " %" : " points");
}

nlohmann::json request_of(Package const& package, Payload const& payload)
{
    auto changes = nlohmann::json::object();
    for_each_term([&](auto scheme, auto, auto const& field, std::size_t number) {
        if (!std::isnan(package.terms[number])) {
            changes[std::string(decltype(scheme)::key) + "." + field.name] = package.terms[number];
        }
    });
    for (std::size_t i = 0; i < package.measure_budgets.size(); ++i) {
        if (!std::isnan(package.measure_budgets[i])) {
            changes[payload.measures[i] + ".budget_per_year"] = package.measure_budgets[i];
        }
    }
    auto take_up = nlohmann::json::object();
    auto ex_officio = nlohmann::json::array();
    for (std::size_t k = 0; k < scheme_count; ++k) {
        if (package.take_up[k].kind != TakeUpChange::Kind::none) {
            take_up[rules::schemes[k].key] = take_up_of(package.take_up[k]);
        }
        if (((package.ex_officio >> k) & 1U) != 0) {
            ex_officio.push_back(rules::schemes[k].key);
        }
    }
    return {{"changes", changes}, {"take_up", take_up}, {"ex_officio", ex_officio}};
}

void write(std::filesystem::path const& folder)
{
    std::filesystem::remove_all(folder / "run");
    minimasim::test::give_populations(folder / "run");
    auto const& source_folder = minimasim::test::source_folder;
    auto const workspace =
        run::read_workspace({source_folder / "data", source_folder / "scenarios"}, "GM0106");
    run::RunOptions options;
    options.members = 2;
    options.replicates = 4;
    options.cache = folder / "run" / ".cache";
    auto const simulation = run::simulate(workspace, options);
    for (auto const& [name, seconds] : simulation.steps) {
        if (name == "what-if prepared") {
            std::cout << name << ": " << simulation.results.what_if.size() << " bytes, " << seconds << " s\n";
        }
    }
    std::ofstream(folder / "what_if.gz", std::ios::binary) << simulation.results.what_if;

    auto const setting = run::setting_of(workspace, options);
    run::Ensemble const ensemble(workspace, setting.calibration_policy, options.seed, options.cache, 1.0,
                                 options.sources);
    run::Package baseline;
    baseline.policy = run::read_policy(workspace.terms, workspace.municipality.measures,
                                       workspace.municipality.policy_date);
    auto const assen = run::what_if_member(workspace, options, ensemble, baseline);
    Evaluator const evaluator(run::what_if_inputs(assen.setting, assen.member, run::what_if_replicates,
                                                  assen.sliders, options.threads));
    auto const* const payload = &evaluator.payload();
    auto const& sliders = assen.sliders;
    auto cases = nlohmann::json::array();
    for (std::uint32_t i = 0; i <= package_count; ++i) {
        auto const package = i == 0 ? Package{} : random_package(*payload, sliders, i);
        auto figures = nlohmann::json::array();
        for (auto const& figure : evaluator.evaluate(package)) {
            figures.push_back({{"outcome", figure.outcome},
                               {"scheme", figure.scheme},
                               {"unit", figure.unit},
                               {"estimate", figure.estimate},
                               {"low", figure.low},
                               {"high", figure.high},
                               {"difference", figure.difference},
                               {"difference_low", figure.difference_low},
                               {"difference_high", figure.difference_high}});
        }
        cases.push_back({{"asked", request_of(package, *payload)}, {"figures", figures}});
    }
    std::ofstream(folder / "what_if.json") << nlohmann::json{{"cases", cases}}.dump();
}

}  // namespace

}  // namespace minimasim::what_if::test

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "usage: what_if_native FOLDER\n";
        return 2;
    }
    minimasim::what_if::test::write(argv[1]);
    return 0;
}
