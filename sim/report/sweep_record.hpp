#pragma once

#include <string>
#include <utility>
#include <vector>

namespace minimasim::report {

// All that must be equal for parts of a sweep to fit together: name and value, in a fixed order.
using SweepIdentity = std::vector<std::pair<std::string, std::string>>;

// The value of a name; "" when there is none.
std::string value_of(SweepIdentity const& identity, std::string const& name);

// What differs, as words ("seed is 2, not 1"); "" when nothing does. A digest is shown by its first figures.
std::string differences(SweepIdentity const& found, SweepIdentity const& expected);

// What a folder of a sweep says about itself (sweep.json).
struct SweepRecord {
    SweepIdentity identity;
    std::string title;
    std::string plan_text;  // with current policy and what the plan builds on
};

std::string to_json(SweepIdentity const& identity);
std::string to_json(SweepRecord const& record);

// Reads them back; InputError, with `place` as the file, when the text is something else.
SweepIdentity read_identity(std::string const& text, std::string const& place);
SweepRecord read_record(std::string const& text, std::string const& place);

}  // namespace minimasim::report
