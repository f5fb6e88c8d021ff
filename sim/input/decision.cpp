#include "sim/input/decision.hpp"

#include <algorithm>

#include "sim/base/date_text.hpp"
#include "sim/input/scenario_reader.hpp"

namespace minimasim::input {

std::string decision_status_of(toml::node const& node, std::string const& file,
                               std::vector<Problem>& problems)
{
    std::vector<std::string> const known(decision_statuses.begin(), decision_statuses.end());
    auto const status = node.value_exact<std::string>().value_or("");
    if (std::find(known.begin(), known.end(), status) != known.end()) {
        return status;
    }
    std::string listed;
    for (auto const& word : known) {
        listed += (listed.empty() ? "" : ", ") + word;
    }
    problems.push_back({file, line_of(node),
                        "decision_status is not one of " + listed + "; a report says by it what was decided" +
                            did_you_mean(status, known)});
    return "";
}

std::string decision_date_of(toml::node const& node, std::string const& file, std::vector<Problem>& problems)
{
    if (auto const day = node.value_exact<toml::date>()) {
        return to_text(Date{day->year, day->month, day->day});
    }
    auto const text = node.value_exact<std::string>().value_or("");
    bool const is_part = text.size() == 4 || text.size() == 7 || text.size() == 10;
    if (is_part && parse_date(text + std::string("2000-01-01").substr(text.size()))) {
        return text;
    }
    problems.push_back({file, line_of(node),
                        "decision_date is not a year, a month or a day, as in \"2025-06\" or 2025-06-17"});
    return "";
}

}  // namespace minimasim::input
