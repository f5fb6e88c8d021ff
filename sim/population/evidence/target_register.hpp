#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/error.hpp"

namespace minimasim::population {

struct MarginCell;

// What a published cell is for. Held out: never fitted, so that it can judge the population; compare: shown
// beside the model but no clean test, because something fitted was made from it; context: neither.
enum class TargetUse : std::uint8_t { fit, hold_out, compare, context };

// One table (or cell) of the margins with its use. It names cells and holds no value: values stand in the
// margin files. `area` and `category` may end in *, which stands for anything.
struct TargetRow {
    std::string target;  // its own name
    std::string area;
    std::string universe;
    std::string attribute;
    std::string category;
    int year = 0;
    double rounding = 0;         // of every cell of the table
    std::string evidence_class;  // HARD, FIRM, SOFT (as the cells), or HELD OUT
    TargetUse use = TargetUse::context;
    std::string counterpart;  // what of the model is set beside it; empty = nothing yet
    std::string file;
    int line = 0;

    bool names(MarginCell const& cell) const;

    // Is this a table of the attribute in this area?
    bool is_about(std::string_view an_area, std::string_view a_universe, std::string_view an_attribute) const;
};

// The split of the evidence of a municipality in what is fitted and what judges, frozen before the first fit.
struct TargetRegister {
    std::vector<TargetRow> rows;
    std::string digest;  // SHA-256 of the split: frozen in targets.sha256, and in every report
};

// SHA-256 of the sorted rows "area,universe,attribute,category,year,class,use".
std::string digest_of_split(std::vector<TargetRow> const& rows);

// Reads targets.csv and targets.sha256 of a folder with margins. Adds a problem when the split is not the one
// that was frozen.
TargetRegister read_target_register(std::filesystem::path const& folder, std::vector<Problem>& problems);

// Gives every cell its use. Adds a problem for a cell that no row or more than one names, for a row that
// names no cell, and for a row whose class or rounding is not that of its cells.
void assign_targets(TargetRegister const& targets, std::vector<MarginCell>& margins,
                    std::vector<Problem>& problems);

}  // namespace minimasim::population
