#include "sim/population/fit/frozen_values.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <map>

#include "sim/base/digest.hpp"

namespace minimasim::population {

namespace {

std::string six_decimals(double value)
{
    std::array<char, 400> text{};
    std::snprintf(text.data(), text.size(), "%.6f", value);
    return text.data();
}

std::string line_of(MarginCell const& cell)
{
    return cell.area + "," + cell.universe + "," + cell.attribute + "," + cell.category + "," +
           std::to_string(cell.year) + "," + six_decimals(cell.value) + "," + cell.unit + "," +
           six_decimals(cell.rounding) + "," + cell.evidence_class + "\n";
}

// The digests by target, as frozen.
std::map<std::string, std::string> frozen_digests(std::filesystem::path const& file)
{
    std::map<std::string, std::string> digests;
    std::ifstream lines(file);
    std::string digest;
    std::string target;
    while (lines >> digest >> target) {
        digests[target] = digest;
    }
    return digests;
}

ChangedTable place_of(Evidence const& evidence, TargetRow const& target)
{
    ChangedTable table;
    table.target = target.target;
    for (auto const& cell : evidence.margins) {
        if (!target.names(cell)) {
            continue;
        }
        bool const is_first = table.file.empty();
        table.file = cell.file;
        table.first_line = is_first ? cell.line : std::min(table.first_line, cell.line);
        table.last_line = std::max(table.last_line, cell.line);
    }
    return table;
}

}  // namespace

std::string ChangedTable::text() const
{
    std::string const lines = first_line == 0
                                  ? ""
                                  : ":" + std::to_string(first_line) +
                                        (last_line > first_line ? "-" + std::to_string(last_line) : "");
    return file + lines + ": " + what;
}

std::string digest_of_values(Evidence const& evidence, TargetRow const& target)
{
    std::vector<std::string> lines;
    for (auto const& cell : evidence.margins) {
        if (target.names(cell)) {
            lines.push_back(line_of(cell));
        }
    }
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (auto const& line : lines) {
        text += line;
    }
    return sha256(text);
}

std::vector<ChangedTable> changed_tables(Evidence const& evidence, std::filesystem::path const& data_folder)
{
    auto const file = data_folder / "margins" / evidence.municipality / "values.sha256";
    auto frozen = frozen_digests(file);
    std::string const remedy =
        "; undo the change, or freeze the new values with scripts/freeze_targets and say in CHANGELOG.md "
        "what changed and why";
    if (frozen.empty()) {
        return {
            {"", file.string(), 0, 0,
             "the values of the margins are not frozen, so that nobody would notice a changed one" + remedy}};
    }
    std::vector<ChangedTable> changed;
    for (auto const& target : evidence.targets.rows) {
        auto const found = frozen.find(target.target);
        if (found != frozen.end() && found->second == digest_of_values(evidence, target)) {
            frozen.erase(found);
            continue;
        }
        auto table = place_of(evidence, target);
        table.what = "the values of " + target.target +
                     (found == frozen.end() ? " were not frozen" : " are not those that were frozen") +
                     remedy;
        if (found != frozen.end()) {
            frozen.erase(found);
        }
        changed.push_back(std::move(table));
    }
    for (auto const& [target, digest] : frozen) {
        changed.push_back({target, file.string(), 0, 0,
                           target + " was frozen and stands no longer in the register" + remedy});
    }
    return changed;
}

}  // namespace minimasim::population
