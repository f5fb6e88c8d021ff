#include "sim/takeup/evidence.hpp"

#include "sim/base/error.hpp"
#include "sim/input/csv.hpp"

namespace minimasim::takeup {

namespace {

std::optional<Group> group_named(std::string const& name)
{
    for (int g = 0; g < group_count; ++g) {
        if (name == to_text(static_cast<Group>(g))) {
            return static_cast<Group>(g);
        }
    }
    return std::nullopt;
}

std::optional<Evidence::Use> use_named(std::string const& name)
{
    if (name == "match") {
        return Evidence::Use::match;
    }
    if (name == "hold out") {
        return Evidence::Use::hold_out;
    }
    return name == "check" ? std::optional(Evidence::Use::check) : std::nullopt;
}

}  // namespace

std::vector<Evidence> read_evidence(std::filesystem::path const& data_folder)
{
    auto const csv = input::Csv::read(
        data_folder / "assumptions" / "take_up_evidence.csv",
        {"key", "group", "scheme", "rate", "low", "high", "discrepancy", "use", "status", "source"});
    std::vector<Evidence> all;
    std::vector<Problem> problems;
    for (auto const& row : csv.rows()) {
        Evidence evidence;
        evidence.key = csv.cell(row, "key");
        auto const& group = csv.cell(row, "group");
        evidence.group = group_named(group);
        evidence.is_of_small_amounts = group == "amount_below_50";
        if (evidence.is_of_all() && group != "all") {
            problems.push_back(csv.problem(row, group + " is no group of households"));
        }
        evidence.scheme = csv.cell(row, "scheme");
        evidence.rate = csv.number(row, "rate");
        evidence.low = csv.number(row, "low");
        evidence.high = csv.number(row, "high");
        evidence.discrepancy = csv.number(row, "discrepancy");
        if (!(0 <= evidence.low && evidence.low <= evidence.rate && evidence.rate <= evidence.high &&
              evidence.high <= 1)) {
            problems.push_back(csv.problem(row, evidence.key + " is no share inside its own interval"));
        }
        auto const use = use_named(csv.cell(row, "use"));
        if (!use) {
            problems.push_back(csv.problem(row, "use is none of match, hold out, check"));
        }
        evidence.use = use.value_or(Evidence::Use::check);
        evidence.source = csv.cell(row, "source");
        all.push_back(evidence);
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return all;
}

}  // namespace minimasim::takeup
