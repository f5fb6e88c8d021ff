#pragma once

#include <string>

#include "sim/report/household_text.hpp"
#include "sim/report/trace_lookup.hpp"
#include "sim/run/households/household_answer.hpp"
#include "sim/run/law_and_policy/municipality.hpp"

namespace minimasim::report::test {

// A household with its answer under current policy, computed here from the shipped data.
struct Answer {
    input::HouseholdRecord record;
    HouseholdTrace trace;
};

inline std::filesystem::path const data_folder = std::string(MINIMASIM_SOURCE_DIR) + "/data";

inline run::DatedPolicy policy_on(Date date)
{
    static auto const terms = run::read_terms(data_folder, "GM0106");
    static auto const municipality = run::read_municipality(data_folder, "GM0106");
    return run::read_policy(terms, municipality.measures, date);
}

inline Answer answer_of(input::HouseholdRecord const& record, run::DatedPolicy const& policy,
                        std::string const& package = "baseline")
{
    auto trace = run::trace(run::case_of(record, policy.policy.law), policy);
    trace.id = record.id;
    trace.package = package;
    return {record, trace};
}

inline Answer answer_of(input::HouseholdRecord const& record)
{
    return answer_of(record, policy_on(record.date));
}

inline input::HouseholdRecord named_household(std::string const& name)
{
    return input::read_household_file(data_folder / "households" / (name + ".json"));
}

inline Answer answer_of(std::string const& name)
{
    return answer_of(named_household(name));
}

// A text as one line with single spaces, so that a test need not know where lines end.
inline std::string on_one_line(std::string const& text)
{
    std::string made;
    for (char const letter : text) {
        bool const is_space = letter == ' ' || letter == '\n';
        if (!is_space || (!made.empty() && made.back() != ' ')) {
            made += is_space ? ' ' : letter;
        }
    }
    return made;
}

}  // namespace minimasim::report::test
