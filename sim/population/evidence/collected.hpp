#pragma once

#include <exception>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/input/csv.hpp"

namespace minimasim::population {

// Runs one reading step and keeps its problems, so that the faults of all files are reported together.
template <class Step>
void collect(std::vector<Problem>& problems, Step const& step)
{
    try {
        step();
    } catch (InputError const& error) {
        problems.insert(problems.end(), error.problems().begin(), error.problems().end());
    }
}

// Reads a file and applies `use(csv, row)` to each row; a wrong row does not stop the next.
template <class Use>
void for_each_record(std::filesystem::path const& file, std::vector<Problem>& problems, Use const& use)
{
    collect(problems, [&] {
        auto const csv = input::Csv::read(file);
        for (auto const& row : csv.rows()) {
            collect(problems, [&] { use(csv, row); });
        }
    });
}

}  // namespace minimasim::population
