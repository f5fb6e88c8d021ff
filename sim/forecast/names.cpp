#include "sim/forecast/names.hpp"

#include <algorithm>

#include "sim/base/error.hpp"
#include "sim/input/csv.hpp"

namespace minimasim::forecast {

namespace {

std::vector<std::string> known_names(std::vector<Assumption> const& assumptions)
{
    auto known = processes_of(assumptions);
    for (auto const& assumption : assumptions) {
        known.push_back(assumption.process + "." + assumption.term);
    }
    return known;
}

}  // namespace

std::vector<std::string> processes_of(std::vector<Assumption> const& assumptions)
{
    std::vector<std::string> processes;
    for (auto const& assumption : assumptions) {
        if (std::find(processes.begin(), processes.end(), assumption.process) == processes.end()) {
            processes.push_back(assumption.process);
        }
    }
    return processes;
}

std::vector<Name> read_names(std::filesystem::path const& file, std::vector<Assumption> const& assumptions)
{
    auto const csv =
        input::Csv::read(file, {"process", "term", "name", "name_en", "equation", "equation_en"});
    auto const known = known_names(assumptions);
    std::vector<Name> names;
    std::vector<Problem> problems;
    for (auto const& row : csv.rows()) {
        Name const name{csv.cell(row, "process"), csv.cell(row, "term"),     csv.cell(row, "name"),
                        csv.cell(row, "name_en"), csv.cell(row, "equation"), csv.cell(row, "equation_en")};
        bool const is_process = name.term.empty();
        auto const key = is_process ? name.process : name.process + "." + name.term;
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            problems.push_back(csv.problem(row, "the forecast has no " + key + did_you_mean(key, known) +
                                                    "; the name would stand nowhere"));
        }
        if (find_name(names, name.process, name.term) != nullptr) {
            problems.push_back(csv.problem(row, key + " stands here twice; it can have one name only"));
        }
        if (name.name.empty() || name.name_en.empty()) {
            problems.push_back(csv.problem(row, key + " lacks a name; reports are in both languages"));
        }
        if (is_process && (name.equation.empty() || name.equation_en.empty())) {
            problems.push_back(csv.problem(row, key + " lacks its equation in one of both languages"));
        }
        names.push_back(name);
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return names;
}

Name const* find_name(std::vector<Name> const& names, std::string_view process, std::string_view term)
{
    auto const found = std::find_if(names.begin(), names.end(), [&](Name const& name) {
        return name.process == process && name.term == term;
    });
    return found == names.end() ? nullptr : &*found;
}

}  // namespace minimasim::forecast
