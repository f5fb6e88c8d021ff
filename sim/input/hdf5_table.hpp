#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace minimasim::input {

// Length of an array along each of its dimensions, slowest first.
using Shape = std::vector<std::size_t>;

// What an attribute may hold.
using AttributeValue = std::variant<std::string, double, std::int64_t, std::uint64_t>;

using ColumnValues = std::variant<std::vector<std::string>, std::vector<double>, std::vector<std::int64_t>>;

// One column of a table that is stored as one compound dataset.
struct TableColumn {
    std::string name;
    std::string unit;  // "" for a text
    std::string description;
    ColumnValues values;
};

// Columns of one length.
struct Table {
    std::vector<TableColumn> columns;
};

}  // namespace minimasim::input
