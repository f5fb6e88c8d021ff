#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "sim/forecast/budget.hpp"
#include "sim/forecast/people_accounts.hpp"
#include "sim/forecast/replicate.hpp"
#include "sim/forecast/year_outcomes.hpp"

namespace minimasim::report {

// What is worked out of some replicates of a forecast. All that a forecast says follows from this of all
// replicates.
struct ForecastPart {
    std::vector<std::uint32_t> replicates;                    // their numbers
    std::vector<forecast::Replicate> debts;                   // of every one; packages that are run
    std::vector<std::vector<forecast::YearAccounts>> people;  // of every one, year by year
    forecast::BudgetNumbers budget;                           // nothing where there are no budget years
    forecast::OutcomeNumbers outcomes;                        // nothing before the policy year
};

// The parts as one, its replicates in the order of their numbers from 0 on. Together they hold every
// replicate once.
ForecastPart joined(std::vector<ForecastPart> parts);

// The same in this order. Together they hold each of these replicates once, and no other.
ForecastPart joined(std::vector<ForecastPart> parts, std::vector<std::uint32_t> const& replicates);

// A part as a file of HDF5 with the identity of its forecast and a digest of its content.
std::string part_bytes(ForecastPart const& part, std::string const& identity);

// A part as it was read.
struct ForecastPartFile {
    std::string identity;
    ForecastPart part;
};

// Reads a part; InputError when the file is damaged, cut short, or another kind of file.
ForecastPartFile read_part(std::filesystem::path const& file);

}  // namespace minimasim::report
