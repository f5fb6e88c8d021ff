#include "sim/population/evidence/target_register.hpp"

#include <algorithm>
#include <array>
#include <fstream>

#include "sim/base/digest.hpp"
#include "sim/population/evidence/collected.hpp"
#include "sim/population/evidence/evidence.hpp"

namespace minimasim::population {

namespace {

constexpr std::array<char const*, 4> use_names{"fit", "hold out", "compare", "context"};

std::vector<std::string> const columns{"target", "area",     "universe", "attribute", "category",
                                       "year",   "rounding", "class",    "use",       "counterpart"};

bool matches(std::string_view pattern, std::string_view text)
{
    if (!pattern.empty() && pattern.back() == '*') {
        return text.compare(0, pattern.size() - 1, pattern, 0, pattern.size() - 1) == 0;
    }
    return pattern == text;
}

std::string class_of(MarginCell const& cell)
{
    return cell.evidence_class == 'H' ? "HARD" : cell.evidence_class == 'F' ? "FIRM" : "SOFT";
}

TargetRow target_row(input::Csv const& csv, input::Csv::Row const& row)
{
    TargetRow target;
    target.target = csv.cell(row, "target");
    target.area = csv.cell(row, "area");
    target.universe = csv.cell(row, "universe");
    target.attribute = csv.cell(row, "attribute");
    target.category = csv.cell(row, "category");
    target.year = static_cast<int>(csv.number(row, "year"));
    target.rounding = csv.number(row, "rounding");
    target.evidence_class = csv.cell(row, "class");
    target.counterpart = csv.cell(row, "counterpart");
    target.file = csv.file();
    target.line = row.line;
    auto const& use = csv.cell(row, "use");
    auto const found = std::find(use_names.begin(), use_names.end(), use);
    if (found == use_names.end()) {
        throw InputError({csv.problem(row, "use is \"" + use +
                                               "\" (fit, hold out, compare or context: it decides whether "
                                               "the fit may see these cells)" +
                                               did_you_mean(use, {use_names.begin(), use_names.end()}))});
    }
    target.use = static_cast<TargetUse>(found - use_names.begin());
    if ((target.evidence_class == "HELD OUT") != (target.use == TargetUse::hold_out)) {
        throw InputError(
            {csv.problem(row, target.target + " has class " + target.evidence_class + " and use " + use +
                                  "; what is held out has class HELD OUT, and nothing else")});
    }
    return target;
}

std::string key_of(TargetRow const& row)
{
    return row.area + "," + row.universe + "," + row.attribute + "," + row.category + "," +
           std::to_string(row.year) + "," + row.evidence_class + "," +
           use_names[static_cast<std::size_t>(row.use)];
}

// Compares a row of the register with one of its cells.
void compare_with(TargetRow const& row, MarginCell const& cell, std::vector<Problem>& problems)
{
    if (row.use != TargetUse::hold_out && class_of(cell) != row.evidence_class) {
        problems.push_back({row.file, row.line,
                            row.target + " has class " + row.evidence_class + ", its cell " + cell.file +
                                ":" + std::to_string(cell.line) + " has " + class_of(cell) +
                                "; the class decides how exactly the fit must meet it"});
    }
    if (cell.rounding != row.rounding) {
        problems.push_back({cell.file, cell.line,
                            "the rounding of this cell is not the one that the target register states for " +
                                row.target + " (" + row.file + ":" + std::to_string(row.line) +
                                "); it sets the interval that the fit must meet"});
    }
}

}  // namespace

bool TargetRow::names(MarginCell const& cell) const
{
    return attribute == cell.attribute && universe == cell.universe && year == cell.year &&
           matches(area, cell.area) && matches(category, cell.category);
}

bool TargetRow::is_about(std::string_view an_area, std::string_view a_universe,
                         std::string_view an_attribute) const
{
    return attribute == an_attribute && universe == a_universe && matches(area, an_area);
}

std::string digest_of_split(std::vector<TargetRow> const& rows)
{
    std::vector<std::string> keys;
    keys.reserve(rows.size());
    for (auto const& row : rows) {
        keys.push_back(key_of(row));
    }
    std::sort(keys.begin(), keys.end());
    std::string text;
    for (auto const& key : keys) {
        text += key + "\n";
    }
    return sha256(text);
}

TargetRegister read_target_register(std::filesystem::path const& folder, std::vector<Problem>& problems)
{
    TargetRegister targets;
    auto const problems_before = problems.size();
    collect(problems, [&] {
        auto const csv = input::Csv::read(folder / "targets.csv", columns);
        for (auto const& row : csv.rows()) {
            collect(problems, [&] { targets.rows.push_back(target_row(csv, row)); });
        }
    });
    if (problems.size() > problems_before) {
        return targets;
    }
    targets.digest = digest_of_split(targets.rows);
    auto const frozen_file = folder / "targets.sha256";
    std::string frozen;
    std::ifstream(frozen_file) >> frozen;
    if (frozen != targets.digest) {
        problems.push_back(
            {frozen_file.string(), 0,
             (frozen.empty() ? "the split of targets.csv in what is fitted and what is held out is not frozen"
                             : "the split of targets.csv in what is fitted and what is held out was changed "
                               "after it was frozen") +
                 std::string(
                     "; figures that were looked at before no longer judge anything. Undo the change, "
                     "or freeze the new split deliberately with scripts/freeze_targets, and say in "
                     "CHANGELOG.md which tables moved and why")});
    }
    return targets;
}

void assign_targets(TargetRegister const& targets, std::vector<MarginCell>& margins,
                    std::vector<Problem>& problems)
{
    std::vector<bool> is_used(targets.rows.size());
    for (auto& cell : margins) {
        TargetRow const* first = nullptr;
        for (std::size_t r = 0; r < targets.rows.size(); ++r) {
            auto const& row = targets.rows[r];
            if (!row.names(cell)) {
                continue;
            }
            is_used[r] = true;
            if (first != nullptr) {
                problems.push_back({row.file, row.line,
                                    row.target + " names " + cell.file + ":" + std::to_string(cell.line) +
                                        ", which " + first->target + " in line " +
                                        std::to_string(first->line) + " names as well; a cell has one use"});
                continue;
            }
            first = &row;
            cell.use = row.use;
            compare_with(row, cell, problems);
        }
        if (first == nullptr) {
            problems.push_back({cell.file, cell.line,
                                "no row of targets.csv names " + cell.attribute + " = " + cell.category +
                                    " (" + cell.universe + ", " + std::to_string(cell.year) + ") of " +
                                    cell.area + "; state whether it is fitted or held out"});
        }
    }
    for (std::size_t r = 0; r < targets.rows.size(); ++r) {
        auto const& row = targets.rows[r];
        if (!is_used[r]) {
            problems.push_back({row.file, row.line,
                                row.target + " names no cell of the margins (" + key_of(row) +
                                    "); was a table removed or renamed?"});
        }
    }
}

}  // namespace minimasim::population
