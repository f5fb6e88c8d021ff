#include "sim/report/sweep_chunk.hpp"

#include <cstdint>
#include <string_view>

#include "sim/base/digest.hpp"
#include "sim/input/hdf5_reader.hpp"
#include "sim/input/hdf5_writer.hpp"

namespace minimasim::report {

namespace {

constexpr char const* kind = "minimasim sweep chunk";
constexpr char const* format_version = "1";
constexpr char const* meant = "a finished part of a sweep";

struct NumberField {
    char const* name;
    std::vector<double> SweepChunk::*member;
};

constexpr NumberField number_fields[] = {
    {"baseline_terms", &SweepChunk::baseline_terms},
    {"baseline_figures", &SweepChunk::baseline_figures},
    {"terms", &SweepChunk::terms},
    {"figures", &SweepChunk::figures},
};

template <class Row>
struct TextField {
    char const* name;
    std::string Row::*member;
};

constexpr TextField<SweepColumn> column_fields[] = {{"column_name", &SweepColumn::name},
                                                    {"column_unit", &SweepColumn::unit}};
constexpr TextField<SweepLine> line_fields[] = {{"line_outcome", &SweepLine::outcome},
                                                {"line_scheme", &SweepLine::scheme},
                                                {"line_unit", &SweepLine::unit}};

template <class Row>
std::vector<std::string> texts_of(std::vector<Row> const& rows, TextField<Row> const& field)
{
    std::vector<std::string> texts;
    for (auto const& row : rows) {
        texts.push_back(row.*field.member);
    }
    return texts;
}

template <class Row>
void put_texts(std::vector<std::string> const& texts, TextField<Row> const& field, std::vector<Row>& rows)
{
    rows.resize(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        rows[i].*field.member = texts[i];
    }
}

std::string content_digest(SweepChunk const& chunk)
{
    Digest digest;
    digest.add_text(chunk.identity);
    digest.add_text(chunk.population_digest);
    digest.add_text(std::to_string(chunk.first));
    for (auto const& column : chunk.columns) {
        digest.add_text(column.name);
        digest.add_text(column.unit);
    }
    for (auto const& line : chunk.lines) {
        digest.add_text(line.outcome);
        digest.add_text(line.scheme);
        digest.add_text(line.unit);
    }
    for (auto const& field : number_fields) {
        auto const& values = chunk.*field.member;
        digest.add_text(
            std::string_view(reinterpret_cast<char const*>(values.data()), values.size() * sizeof(double)));
    }
    return digest.hex();
}

}  // namespace

std::string chunk_bytes(SweepChunk const& chunk)
{
    input::Hdf5Writer file;
    file.set_attribute("/", "kind", std::string(kind));
    file.set_attribute("/", "format_version", std::string(format_version));
    file.set_attribute("/", "identity", chunk.identity);
    file.set_attribute("/", "population_digest", chunk.population_digest);
    file.set_attribute("/", "first", static_cast<std::int64_t>(chunk.first));
    file.set_attribute("/", "content_digest", content_digest(chunk));
    for (auto const& field : column_fields) {
        file.write_texts(field.name, texts_of(chunk.columns, field));
    }
    for (auto const& field : line_fields) {
        file.write_texts(field.name, texts_of(chunk.lines, field));
    }
    for (auto const& field : number_fields) {
        file.write(field.name, chunk.*field.member);
    }
    return file.finish();
}

SweepChunk read_chunk(std::filesystem::path const& file)
{
    input::Hdf5Reader const reader(file, meant);
    if (!reader.has_attribute("/", "kind") || reader.attribute<std::string>("/", "kind") != kind) {
        throw reader.fault("is not " + std::string(meant));
    }
    if (reader.attribute<std::string>("/", "format_version") != format_version) {
        throw reader.fault("was written by another version of the program");
    }
    SweepChunk chunk;
    chunk.identity = reader.attribute<std::string>("/", "identity");
    chunk.population_digest = reader.attribute<std::string>("/", "population_digest");
    chunk.first = static_cast<std::size_t>(reader.attribute<std::int64_t>("/", "first"));
    for (auto const& field : column_fields) {
        put_texts(reader.read_texts(field.name), field, chunk.columns);
    }
    for (auto const& field : line_fields) {
        put_texts(reader.read_texts(field.name), field, chunk.lines);
    }
    for (auto const& field : number_fields) {
        chunk.*field.member = reader.read<double>(field.name);
    }
    if (reader.attribute<std::string>("/", "content_digest") != content_digest(chunk)) {
        throw reader.fault("is damaged: its content has another digest than it says");
    }
    return chunk;
}

}  // namespace minimasim::report
