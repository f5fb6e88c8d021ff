#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sim/input/hdf5_reader.hpp"
#include "sim/input/hdf5_writer.hpp"
#include "sim/report/results_fields.hpp"

// Rows of structs as tables of an HDF5 file, by the list of their fields.
namespace minimasim::report {

using input::Hdf5Reader;
using input::Hdf5Writer;

// The column of one field over all rows.
template <class Row, class Value>
std::vector<Value> column(std::vector<Row> const& rows, Value Row::*member)
{
    std::vector<Value> values;
    values.reserve(rows.size());
    for (auto const& row : rows) {
        values.push_back(row.*member);
    }
    return values;
}

template <class Row, std::size_t Texts>
input::Table table_of_texts(std::vector<Row> const& rows, Field<Row, std::string> const (&texts)[Texts])
{
    input::Table table;
    for (auto const& field : texts) {
        table.columns.push_back({field.name, field.unit, field.description, column(rows, field.member)});
    }
    return table;
}

// Rows of texts alone.
template <class Row, std::size_t Texts>
void write_rows(Hdf5Writer& file, std::string const& path, std::vector<Row> const& rows,
                Field<Row, std::string> const (&texts)[Texts])
{
    file.write_table(path, table_of_texts(rows, texts));
}

template <class Row, std::size_t Texts, std::size_t Numbers>
void write_rows(Hdf5Writer& file, std::string const& path, std::vector<Row> const& rows,
                Field<Row, std::string> const (&texts)[Texts], Field<Row, double> const (&numbers)[Numbers])
{
    auto table = table_of_texts(rows, texts);
    for (auto const& field : numbers) {
        table.columns.push_back({field.name, field.unit, field.description, column(rows, field.member)});
    }
    file.write_table(path, table);
}

template <class Row, std::size_t Texts>
std::vector<Row> read_rows(Hdf5Reader const& file, std::string const& path,
                           Field<Row, std::string> const (&texts)[Texts])
{
    std::vector<Row> rows;
    for (auto const& field : texts) {
        auto values = file.read_column<std::string>(path, field.name);
        rows.resize(values.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            rows[i].*field.member = std::move(values[i]);
        }
    }
    return rows;
}

template <class Row, std::size_t Texts, std::size_t Numbers>
std::vector<Row> read_rows(Hdf5Reader const& file, std::string const& path,
                           Field<Row, std::string> const (&texts)[Texts],
                           Field<Row, double> const (&numbers)[Numbers])
{
    auto rows = read_rows(file, path, texts);
    for (auto const& field : numbers) {
        auto const values = file.read_column<double>(path, field.name);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            rows[i].*field.member = values[i];
        }
    }
    return rows;
}

// Bytes of another format, as they are.
inline void write_bytes(Hdf5Writer& file, std::string const& path, std::string const& description,
                        std::string const& bytes)
{
    file.write(path, std::vector<std::uint8_t>(bytes.begin(), bytes.end()));
    file.describe(path, description);
}

inline std::string read_bytes(Hdf5Reader const& file, std::string const& path)
{
    auto const bytes = file.read<std::uint8_t>(path);
    return {bytes.begin(), bytes.end()};
}

}  // namespace minimasim::report
