#include "sim/population/evidence/provenance.hpp"

#include <algorithm>
#include <array>

#include "sim/population/evidence/collected.hpp"

namespace minimasim::population {

namespace {

constexpr std::array<char const*, 4> kinds{"measured", "constrained", "modelled", "assumed"};

}  // namespace

std::vector<FieldProvenance> read_provenance(std::filesystem::path const& file,
                                             std::vector<std::string> const& fields)
{
    std::vector<FieldProvenance> table;
    std::vector<Problem> problems;
    auto const has = [&](std::string const& field) {
        return std::any_of(table.begin(), table.end(), [&](auto const& row) { return row.field == field; });
    };
    for_each_record(file, problems, [&](input::Csv const& csv, input::Csv::Row const& row) {
        FieldProvenance one{csv.cell(row, "field"), csv.cell(row, "kind"), csv.cell(row, "source"),
                            csv.cell(row, "note")};
        if (std::find(fields.begin(), fields.end(), one.field) == fields.end()) {
            throw InputError({csv.problem(
                row, "the population file has no field " + one.field + did_you_mean(one.field, fields))});
        }
        if (std::find(kinds.begin(), kinds.end(), one.kind) == kinds.end()) {
            throw InputError({csv.problem(
                row, "kind is \"" + one.kind + "\" (measured, constrained, modelled or assumed)")});
        }
        if (has(one.field)) {
            throw InputError({csv.problem(row, one.field + " stands here a second time")});
        }
        table.push_back(std::move(one));
    });
    for (auto const& field : fields) {
        if (problems.empty() && !has(field)) {
            problems.push_back({file.string(), 0,
                                "does not say where " + field +
                                    " of the population file comes from: measured, constrained, modelled or "
                                    "assumed"});
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return table;
}

}  // namespace minimasim::population
