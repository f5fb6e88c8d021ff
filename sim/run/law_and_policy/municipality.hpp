#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/date.hpp"
#include "sim/rules/municipal/scheme.hpp"
#include "sim/run/law_and_policy/policy.hpp"
#include "sim/takeup/parameters.hpp"

namespace minimasim::run {

// Published users of a scheme that take-up is calibrated to.
struct CalibrationTarget {
    std::string scheme;
    double users = 0;
    rules::CountedIn counted_in = rules::CountedIn::households;
    std::optional<rules::CountedIn> other_reading;  // where the source leaves the unit open
    std::string status;
    std::string source;
};

// A municipal term whose value is not certain: every replicate draws one, the same for all packages.
struct UncertainTerm {
    std::string scheme;
    std::string term;
    double low = 0;
    double high = 0;
    std::string source;
    std::string file;
    int line = 0;
    std::optional<std::size_t> municipal_place;  // place_of_municipal_term; nothing for a term of law
};

// A municipality: a folder of data/municipalities.
struct Municipality {
    std::string code;  // GM0106
    std::string name;
    Date calibration_date;
    Date policy_date;
    std::string figures;  // file of the data folder with what was published about it; "" for none
    std::vector<std::string> shown_packages;  // ids: where a table has room for a few
    std::vector<Measure> measures;
    std::vector<CalibrationTarget> targets;
    std::vector<UncertainTerm> uncertain_terms;
};

// Reads data/municipalities/<code>; throws InputError with all problems of a file together.
Municipality read_municipality(std::filesystem::path const& data_folder, std::string const& code);

// Throws InputError when an uncertain term does not exist or leaves its range, or when nothing is known of
// the take-up of a scheme.
void check_behaviour(Municipality const& municipality, DatedPolicy const& policy,
                     std::vector<population::Assumption> const& take_up,
                     std::filesystem::path const& data_folder);

// Law, municipal schemes and household costs as one table of dated values.
input::TermTable read_terms(std::filesystem::path const& data_folder, std::string const& code);

// Reads data/assumptions/take_up.csv; throws InputError with all its problems.
std::vector<population::Assumption> read_take_up(std::filesystem::path const& data_folder);

}  // namespace minimasim::run
