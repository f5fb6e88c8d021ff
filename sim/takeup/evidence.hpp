#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/takeup/groups.hpp"

namespace minimasim::takeup {

// A published rate of non-use: of all entitled to a scheme, or of one group among them.
struct Evidence {
    enum class Use : std::uint8_t {
        match,     // decides which parameters are plausible
        hold_out,  // same schemes, kept apart to judge the plausible parameters by
        check      // of other times and towns: shown only
    };
    std::string key;
    std::optional<Group> group;        // neither this nor small amounts: all entitled
    bool is_of_small_amounts = false;  // amounts below 50 euro a month
    std::string scheme;
    double rate = 0;  // share of the entitled who do not use
    double low = 0;   // 90 % interval of the publication
    double high = 0;
    double discrepancy = 0;  // standard deviation of what the model may differ where it is used
    Use use = Use::check;
    std::string source;

    bool is_of_all() const { return !group && !is_of_small_amounts; }
};

// Amounts below this, in euros a month, are small: the class in which non-use is highest (CPB, March 2025).
inline constexpr double small_amount_per_month = 50;

// Reads data/assumptions/take_up_evidence.csv; throws InputError with all its problems.
std::vector<Evidence> read_evidence(std::filesystem::path const& data_folder);

}  // namespace minimasim::takeup
