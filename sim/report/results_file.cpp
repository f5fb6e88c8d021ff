#include "sim/report/results_file.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/atomic_file.hpp"
#include "sim/input/hdf5_reader.hpp"
#include "sim/input/hdf5_writer.hpp"
#include "sim/report/content_digest.hpp"
#include "sim/report/results_fields.hpp"
#include "sim/report/results_rows.hpp"

namespace minimasim::report {

namespace {

using outcomes::PackageDescription;
using outcomes::Results;

constexpr char const* kind = "minimasim results";
constexpr char const* format_version = "4";
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
    "/examples, /example_values, /curves: what packages do to fixed households. /budget_lines: where every "
    "scheme stands in a municipal budget, /budget_years: its years. /published: published figures beside the "
    "model's. /borders: the "
    "neighbourhoods as GeoJSON. /what_if: from which the page of the report works out packages. "
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

// What the report shows beside the figures.
void write_report_tables(Hdf5Writer& file, Results const& results)
{
    write_rows(file, "/examples", results.examples, example_texts);
    file.describe("/examples", "Fixed households that show what packages do to somebody");
    write_rows(file, "/example_values", results.example_values, example_value_texts, example_value_numbers);
    file.describe("/example_values",
                  "What each of them has under each package, claiming all it is entitled to");
    write_rows(file, "/curves", results.curves, curve_texts, curve_numbers);
    file.describe(
        "/curves",
        "What is left of a wage: of some examples, under the baseline and under packages in which it "
        "differs from the baseline");
    write_rows(file, "/budget_lines", results.budget_lines, budget_line_texts, budget_line_numbers);
    file.describe("/budget_lines", "How every scheme and measure stands in the budget of the municipality");
    write_rows(file, "/budget_years", results.budget_years, budget_year_texts, budget_year_numbers);
    file.describe("/budget_years", "The years of a budget at constant policy, and how prices rise");
    write_rows(file, "/published", results.published, published_texts, published_numbers);
    file.describe("/published", "Published figures beside what the model makes of them, by their role");
    write_bytes(file, "/borders",
                "Borders of the neighbourhoods: GeoJSON in UTF-8; empty where none are known",
                results.borders);
    write_bytes(file, "/what_if",
                "From which the page of the report works out packages; empty where it was left out",
                results.what_if);
}

void read_report_tables(Hdf5Reader const& file, Results& results)
{
    results.examples = read_rows(file, "/examples", example_texts);
    results.example_values = read_rows(file, "/example_values", example_value_texts, example_value_numbers);
    results.curves = read_rows(file, "/curves", curve_texts, curve_numbers);
    results.budget_lines = read_rows(file, "/budget_lines", budget_line_texts, budget_line_numbers);
    results.budget_years = read_rows(file, "/budget_years", budget_year_texts, budget_year_numbers);
    results.published = read_rows(file, "/published", published_texts, published_numbers);
    results.borders = read_bytes(file, "/borders");
    results.what_if = read_bytes(file, "/what_if");
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

// Figures that somebody changed by hand would stand in a report as those of the model.
void check_digest(Hdf5Reader const& reader, std::filesystem::path const& file)
{
    auto const digest = reader.read_texts("/digest");
    if (digest.size() != 1 || !has_content_digest(file, digest.front())) {
        throw reader.fault(
            "was changed after minimasim wrote it: its bytes do not have the digest that stands in it; run "
            "again");
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
    write_report_tables(writer, results);
    write_provenance(writer, results.provenance);
    writer.write_texts("/digest", {std::string(digest_placeholder)});
    writer.describe("/digest",
                    "SHA-256 of this file with the placeholder of minimasim in this place: whether it was "
                    "changed after it was written");
    return with_content_digest(writer.finish());
}

void write_results(Results const& results, std::filesystem::path const& file)
{
    write_file(file, results_bytes(results));
}

Results read_results(std::filesystem::path const& file)
{
    Hdf5Reader const reader(file, meant);
    check_kind(reader);
    check_digest(reader, file);
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
    read_report_tables(reader, results);
    results.provenance = read_provenance(reader);
    return results;
}

}  // namespace minimasim::report
