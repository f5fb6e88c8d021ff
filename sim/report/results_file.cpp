#include "sim/report/results_file.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/atomic_file.hpp"
#include "sim/input/hdf5_reader.hpp"
#include "sim/input/hdf5_writer.hpp"
#include "sim/report/results_fields.hpp"

namespace minimasim::report {

namespace {

using input::Hdf5Reader;
using input::Hdf5Writer;
using outcomes::PackageDescription;
using outcomes::Results;

constexpr char const* kind = "minimasim results";
constexpr char const* format_version = "3";
constexpr char const* meant = "a results file of minimasim run (results.h5)";

constexpr char const* contents =
    "What packages of municipal minimum-income policy cost, whom they reach and what they do to poverty, "
    "computed on a "
    "synthetic population; no row is about an existing person.\n"
    "/packages: the packages compared, baseline first. /figures: one table with every reported figure. "
    "/replicates: the "
    "values that the intervals are made of. /terms: the values of law and schemes the figures rest on. "
    "/validation: how well the population keeps to what was published. /lint: what each change of a package "
    "does "
    "to households. /variance, /tornado, /screening: where the uncertainty comes from, filled when asked "
    "for. "
    "/provenance: all that determines the numbers.\n"
    "An interval (low, high) holds 90 % of the replicates. Differences are against the baseline, paired "
    "within "
    "replicates. The same inputs give this same file, byte for byte.";

constexpr Field<outcomes::Provenance, std::string> provenance_texts[] = {
    {"program_version", &outcomes::Provenance::program_version, ""},
    {"municipality", &outcomes::Provenance::municipality, ""},
    {"municipality_name", &outcomes::Provenance::municipality_name, ""},
    {"calibration_date", &outcomes::Provenance::calibration_date, ""},
    {"data_digest", &outcomes::Provenance::data_digest, ""},
    {"population_digest", &outcomes::Provenance::population_digest, ""},
    {"scenario_digest", &outcomes::Provenance::scenario_digest, ""},
    {"held_sources", &outcomes::Provenance::held_sources, ""},
    {"reading_of_users", &outcomes::Provenance::reading_of_users, ""},
};

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

template <class Row, std::size_t Texts, std::size_t Numbers>
void write_rows(Hdf5Writer& file, std::string const& path, std::vector<Row> const& rows,
                Field<Row, std::string> const (&texts)[Texts], Field<Row, double> const (&numbers)[Numbers])
{
    input::Table table;
    for (auto const& field : texts) {
        table.columns.push_back({field.name, field.unit, field.description, column(rows, field.member)});
    }
    for (auto const& field : numbers) {
        table.columns.push_back({field.name, field.unit, field.description, column(rows, field.member)});
    }
    file.write_table(path, table);
}

template <class Row, std::size_t Texts, std::size_t Numbers>
std::vector<Row> read_rows(Hdf5Reader const& file, std::string const& path,
                           Field<Row, std::string> const (&texts)[Texts],
                           Field<Row, double> const (&numbers)[Numbers])
{
    std::vector<Row> rows;
    for (auto const& field : texts) {
        auto values = file.read_column<std::string>(path, field.name);
        rows.resize(values.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            rows[i].*field.member = std::move(values[i]);
        }
    }
    for (auto const& field : numbers) {
        auto const values = file.read_column<double>(path, field.name);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            rows[i].*field.member = values[i];
        }
    }
    return rows;
}

// Lists of texts per package, as a table of (package, text) in their order.
using PackageLists = std::vector<std::string> PackageDescription::*;

void write_lists(Hdf5Writer& file, std::string const& path, std::string const& description,
                 std::vector<PackageDescription> const& packages, PackageLists member)
{
    std::vector<std::string> ids;
    std::vector<std::string> texts;
    for (auto const& package : packages) {
        for (auto const& text : package.*member) {
            ids.push_back(package.id);
            texts.push_back(text);
        }
    }
    file.write_table(
        path, {{{"package", "", "Package, as in /packages/id", ids}, {"text", "", description, texts}}});
    file.describe(path, description);
}

void read_lists(Hdf5Reader const& file, std::string const& path, std::vector<PackageDescription>& packages,
                PackageLists member)
{
    auto const ids = file.read_column<std::string>(path, "package");
    auto const texts = file.read_column<std::string>(path, "text");
    for (std::size_t i = 0; i < ids.size(); ++i) {
        bool found = false;
        for (auto& package : packages) {
            if (package.id == ids[i]) {
                (package.*member).push_back(texts[i]);
                found = true;
                break;
            }
        }
        if (!found) {
            throw file.fault("table " + path + " names package '" + ids[i] +
                             "', which is not in /packages/id");
        }
    }
}

void write_packages(Hdf5Writer& file, std::vector<PackageDescription> const& packages)
{
    file.create_group("/packages");
    file.describe("/packages",
                  "The packages compared; every array has one value per package, baseline first");
    for (auto const& field : package_texts) {
        auto const path = std::string("/packages/") + field.name;
        file.write_texts(path, column(packages, field.member));
        file.describe(path, field.description);
    }
    file.write("/packages/published_cost_euro", column(packages, &PackageDescription::published_cost_euro));
    file.describe(
        "/packages/published_cost_euro",
        "Cost that was published, shown beside the figure of the model and used nowhere else; 0 when "
        "has_published_cost is 0",
        "euro_per_year");
    std::vector<std::uint8_t> has_cost;
    for (auto const& package : packages) {
        has_cost.push_back(package.has_published_cost ? 1 : 0);
    }
    file.write("/packages/has_published_cost", has_cost);
    file.describe("/packages/has_published_cost", "1 when a cost was published");
    write_lists(file, "/packages/changed_terms",
                "A term the package changes, with the value before and after", packages,
                &PackageDescription::changed_terms);
    write_lists(file, "/packages/remarks", "What the reader of the figures must know, in Dutch", packages,
                &PackageDescription::remarks);
    write_lists(file, "/packages/remarks_en", "What the reader of the figures must know, in English",
                packages, &PackageDescription::remarks_en);
}

std::vector<PackageDescription> read_packages(Hdf5Reader const& file)
{
    std::vector<PackageDescription> packages(file.read_texts("/packages/id").size());
    auto const check_length = [&](std::size_t length, std::string const& name) {
        if (length != packages.size()) {
            throw file.fault("array /packages/" + name + " has " + std::to_string(length) + " values for " +
                             std::to_string(packages.size()) + " packages");
        }
    };
    for (auto const& field : package_texts) {
        auto texts = file.read_texts(std::string("/packages/") + field.name);
        check_length(texts.size(), field.name);
        for (std::size_t i = 0; i < packages.size(); ++i) {
            packages[i].*field.member = std::move(texts[i]);
        }
    }
    auto const costs = file.read<double>("/packages/published_cost_euro");
    auto const has_cost = file.read<std::uint8_t>("/packages/has_published_cost");
    check_length(costs.size(), "published_cost_euro");
    check_length(has_cost.size(), "has_published_cost");
    for (std::size_t i = 0; i < packages.size(); ++i) {
        packages[i].published_cost_euro = costs[i];
        packages[i].has_published_cost = has_cost[i] != 0;
    }
    read_lists(file, "/packages/changed_terms", packages, &PackageDescription::changed_terms);
    read_lists(file, "/packages/remarks", packages, &PackageDescription::remarks);
    read_lists(file, "/packages/remarks_en", packages, &PackageDescription::remarks_en);
    return packages;
}

void write_replicates(Hdf5Writer& file, outcomes::ReplicateTable const& table)
{
    file.create_group("/replicates");
    file.describe(
        "/replicates",
        "One number per outcome, package and replicate. A replicate is one draw of all that is uncertain; "
        "packages share it, so their values may be subtracted within a replicate");
    file.write_texts("/replicates/outcome", table.outcomes);
    file.describe("/replicates/outcome",
                  "Names along the first dimension of values; outcome/scheme where it is of one");
    file.write_texts("/replicates/unit", table.units);
    file.describe("/replicates/unit", "Unit of each outcome");
    file.write("/replicates/values", table.values, {table.outcomes.size(), table.packages, table.replicates});
    file.describe("/replicates/values", "Value of an outcome for a package in a replicate",
                  "see /replicates/unit");
    file.set_attribute(
        "/replicates/values", "dimensions",
        "outcome (as in /replicates/outcome), package (as in /packages/id), replicate (from 0)");
}

outcomes::ReplicateTable read_replicates(Hdf5Reader const& file, std::size_t packages)
{
    outcomes::ReplicateTable table;
    table.outcomes = file.read_texts("/replicates/outcome");
    table.units = file.read_texts("/replicates/unit");
    auto const shape = file.shape("/replicates/values");
    if (shape.size() != 3 || shape[0] != table.outcomes.size() || shape[0] != table.units.size() ||
        (shape[1] != packages && shape[1] != 0)) {
        throw file.fault(
            "array /replicates/values does not have the outcomes and packages as its dimensions");
    }
    table.packages = shape[1];
    table.replicates = shape[2];
    table.values = file.read<double>("/replicates/values");
    return table;
}

void write_provenance(Hdf5Writer& file, outcomes::Provenance const& provenance)
{
    file.create_group("/provenance");
    file.describe("/provenance",
                  "All that determines the numbers, as attributes. Digests are SHA-256: of the data files in "
                  "path order, "
                  "of the members of the population, and of the scenario texts");
    for (auto const& field : provenance_texts) {
        file.set_attribute("/provenance", field.name, provenance.*field.member);
    }
    file.set_attribute("/provenance", "seed", provenance.seed);
    file.set_attribute("/provenance", "replicates", std::uint64_t{provenance.replicates});
    file.set_attribute("/provenance", "members", std::uint64_t{provenance.members});
}

outcomes::Provenance read_provenance(Hdf5Reader const& file)
{
    outcomes::Provenance provenance;
    for (auto const& field : provenance_texts) {
        provenance.*field.member = file.attribute<std::string>("/provenance", field.name);
    }
    provenance.seed = file.attribute<std::uint64_t>("/provenance", "seed");
    provenance.replicates =
        static_cast<std::uint32_t>(file.attribute<std::uint64_t>("/provenance", "replicates"));
    provenance.members = static_cast<std::uint32_t>(file.attribute<std::uint64_t>("/provenance", "members"));
    return provenance;
}

void check_kind(Hdf5Reader const& file)
{
    if (!file.has_attribute("/", "program")) {
        throw file.fault("is an HDF5 file that minimasim did not write, or a damaged one");
    }
    auto const found = file.attribute<std::string>("/", "kind");
    if (found != kind) {
        throw file.fault("is a " + found + " file");
    }
    auto const version = file.attribute<std::string>("/", "format_version");
    if (version != format_version) {
        throw file.fault("has format version " + version + ", this program reads version " + format_version +
                         ": run again with this program, or read the file with the program that wrote it");
    }
}

}  // namespace

std::string results_bytes(Results const& results)
{
    Hdf5Writer writer;
    writer.set_attribute(
        "/", "title",
        "Costs, reach and poverty of minimum-income policy in " + results.provenance.municipality_name);
    writer.set_attribute("/", "program", "minimasim");
    writer.set_attribute("/", "kind", kind);
    writer.set_attribute("/", "format_version", format_version);
    writer.describe("/", contents);
    write_packages(writer, results.packages);
    write_rows(writer, "/figures", results.figures, figure_texts, figure_numbers);
    writer.describe("/figures", "Every reported figure; one row per package, outcome, scheme and cell");
    write_replicates(writer, results.replicates);
    write_rows(writer, "/terms", results.terms, term_texts, term_numbers);
    writer.describe("/terms", "The values of law and schemes that the figures rest on, with their sources");
    write_rows(writer, "/validation", results.validation, validation_texts, validation_numbers);
    writer.describe("/validation",
                    "How well the first member of the population keeps to what was published: fit, panel, "
                    "impossible households, thresholds, profiles, and where every field comes from");
    write_rows(writer, "/lint", results.lint, lint_texts, lint_numbers);
    writer.describe(
        "/lint", "What each change of a package does to households, counted in the mean of a few replicates");
    write_rows(writer, "/variance", results.variance, variance_texts, variance_numbers);
    writer.describe("/variance",
                    "Shares of the variance of outcomes by source of uncertainty (Sobol indices); "
                    "empty unless asked for");
    write_rows(writer, "/tornado", results.tornado, tornado_texts, tornado_numbers);
    writer.describe("/tornado",
                    "Outcomes with one uncertain input low or high and all others central; empty "
                    "unless asked for");
    write_rows(writer, "/screening", results.screening, screening_texts, screening_numbers);
    writer.describe("/screening", "Elementary effects of uncertain inputs (Morris); empty unless asked for");
    write_provenance(writer, results.provenance);
    return writer.finish();
}

void write_results(Results const& results, std::filesystem::path const& file)
{
    write_file(file, results_bytes(results));
}

Results read_results(std::filesystem::path const& file)
{
    Hdf5Reader const reader(file, meant);
    check_kind(reader);
    Results results;
    results.packages = read_packages(reader);
    results.figures = read_rows(reader, "/figures", figure_texts, figure_numbers);
    results.replicates = read_replicates(reader, results.packages.size());
    results.terms = read_rows(reader, "/terms", term_texts, term_numbers);
    results.validation = read_rows(reader, "/validation", validation_texts, validation_numbers);
    results.lint = read_rows(reader, "/lint", lint_texts, lint_numbers);
    results.variance = read_rows(reader, "/variance", variance_texts, variance_numbers);
    results.tornado = read_rows(reader, "/tornado", tornado_texts, tornado_numbers);
    results.screening = read_rows(reader, "/screening", screening_texts, screening_numbers);
    results.provenance = read_provenance(reader);
    return results;
}

}  // namespace minimasim::report
