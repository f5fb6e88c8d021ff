#include "sim/report/csv_tables.hpp"

#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/atomic_file.hpp"
#include "sim/report/csv_table.hpp"
#include "sim/report/data_package.hpp"
#include "sim/report/dcat.hpp"
#include "sim/report/results_fields.hpp"
#include "sim/report/small_counts.hpp"

namespace minimasim::report {

namespace {

using outcomes::Figure;
using outcomes::Results;
using Json = nlohmann::ordered_json;

// A list within a cell.
std::string joined(std::vector<std::string> const& texts)
{
    std::string all;
    for (auto const& text : texts) {
        all += (all.empty() ? "" : "; ") + text;
    }
    return all;
}

std::string column_type(std::string_view name)
{
    return name == "date" || name == "valid_from" ? "date" : "string";
}

CsvTable package_table(Results const& results)
{
    CsvTable table{"packages", "Packages", "The packages compared; the baseline comes first.", {}, {}};
    // The scenario files themselves stand in results.h5: a cell of many lines is of no use in a spreadsheet.
    auto const is_shown = [](auto const& field) {
        return field.member != &outcomes::PackageDescription::scenario_text;
    };
    for (auto const& field : package_texts) {
        if (is_shown(field)) {
            table.columns.push_back({field.name, column_type(field.name), field.unit, field.description});
        }
    }
    table.columns.push_back({"published_cost_euro", "number", "euro_per_year",
                             "Cost that was published; empty when none was. Used nowhere in the model"});
    table.columns.push_back({"changed_terms", "string", "", "Terms the package changes, before and after"});
    table.columns.push_back({"remarks", "string", "", "What the reader of the figures must know"});
    for (auto const& package : results.packages) {
        std::vector<std::string> row;
        for (auto const& field : package_texts) {
            if (is_shown(field)) {
                row.push_back(package.*field.member);
            }
        }
        row.push_back(package.has_published_cost ? csv_number(package.published_cost_euro, "euro_per_year")
                                                 : "");
        row.push_back(joined(package.changed_terms));
        row.push_back(joined(package.remarks));
        table.rows.push_back(row);
    }
    return table;
}

// Whether a column of a figure is about the package alone, not about its difference from the baseline.
bool is_of_level(std::string_view column)
{
    return !column.starts_with("difference");
}

CsvTable figure_table(Results const& results, std::string const& name, std::string const& title,
                      std::string const& description, std::function<bool(Figure const&)> const& is_wanted)
{
    CsvTable table{name, title, description, {}, {}};
    for (auto const& field : figure_texts) {
        table.columns.push_back({field.name, "string", field.unit, field.description});
    }
    for (auto const& field : figure_numbers) {
        table.columns.push_back({field.name, "number", field.unit, field.description});
    }
    table.columns.push_back(
        {"left_out", "string", "",
         "What is empty because it is a count below 10: all, difference or nothing (empty)"});
    for (auto const& figure : results.figures) {
        if (!is_wanted(figure)) {
            continue;
        }
        std::vector<std::string> row;
        for (auto const& field : figure_texts) {
            row.push_back(figure.*field.member);
        }
        auto const left_out = left_out_of(figure);
        for (auto const& field : figure_numbers) {
            bool const is_shown =
                left_out == LeftOut::nothing || (left_out == LeftOut::difference && is_of_level(field.name));
            row.push_back(is_shown ? csv_number(figure.*field.member, figure.unit) : "");
        }
        row.push_back(left_out == LeftOut::all ? "all" : left_out == LeftOut::difference ? "difference" : "");
        table.rows.push_back(row);
    }
    return table;
}

// A table of rows with texts and exact numbers.
template <class Row, std::size_t Texts, std::size_t Numbers>
CsvTable exact_table(CsvTable table, std::vector<Row> const& rows,
                     Field<Row, std::string> const (&texts)[Texts],
                     Field<Row, double> const (&numbers)[Numbers])
{
    for (auto const& field : texts) {
        table.columns.push_back({field.name, column_type(field.name), field.unit, field.description});
    }
    for (auto const& field : numbers) {
        table.columns.push_back({field.name, "number", field.unit, field.description});
    }
    for (auto const& row : rows) {
        std::vector<std::string> cells;
        for (auto const& field : texts) {
            cells.push_back(row.*field.member);
        }
        for (auto const& field : numbers) {
            cells.push_back(csv_exact_number(row.*field.member));
        }
        table.rows.push_back(cells);
    }
    return table;
}

CsvTable term_table(Results const& results)
{
    return exact_table(
        {"terms", "Terms", "The values of law and schemes the figures rest on, with their sources.", {}, {}},
        results.terms, term_texts, term_numbers);
}

CsvTable validation_table(Results const& results)
{
    return exact_table({"validation",
                        "Validation",
                        "How well the first member of the population keeps to what was published.",
                        {},
                        {}},
                       results.validation, validation_texts, validation_numbers);
}

// The tables on changes and on uncertainty; those that were not asked for are left out.
std::vector<CsvTable> uncertainty_tables(Results const& results)
{
    auto lint = results.lint;
    for (auto& row : lint) {
        row.losers = without_small_counts(row.losers);
    }
    std::vector<CsvTable> tables{
        exact_table({"lint", "Changes", "What each change of a package does to households.", {}, {}}, lint,
                    lint_texts, lint_numbers)};
    if (!results.variance.empty()) {
        tables.push_back(
            exact_table({"variance", "Shares of variance", "Sobol indices by source of uncertainty.", {}, {}},
                        results.variance, variance_texts, variance_numbers));
    }
    if (!results.tornado.empty()) {
        tables.push_back(exact_table(
            {"tornado", "Tornado", "Outcomes with one input low or high and all others central.", {}, {}},
            results.tornado, tornado_texts, tornado_numbers));
        tables.push_back(exact_table(
            {"screening", "Screening", "Elementary effects of uncertain inputs (Morris).", {}, {}},
            results.screening, screening_texts, screening_numbers));
    }
    return tables;
}

// What packages do to fixed households, one row a value, with the names of the households.
CsvTable example_table(Results const& results)
{
    auto table = exact_table({"examples",
                              "Example households",
                              "What fixed households have under each package, claiming all they may.",
                              {},
                              {}},
                             results.example_values, example_value_texts, example_value_numbers);
    table.columns.push_back({"title", "string", "", "Title of the household in Dutch"});
    table.columns.push_back({"title_en", "string", "", "Title of the household in English"});
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        outcomes::ExampleHousehold found;
        for (auto const& example : results.examples) {
            if (example.id == results.example_values[i].household) {
                found = example;
            }
        }
        table.rows[i].push_back(found.title);
        table.rows[i].push_back(found.title_en);
    }
    return table;
}

// The tables that the report shows beside the figures; those that are empty are left out.
std::vector<CsvTable> report_tables(Results const& results)
{
    std::vector<CsvTable> tables;
    if (!results.example_values.empty()) {
        tables.push_back(example_table(results));
    }
    if (!results.curves.empty()) {
        tables.push_back(exact_table({"curves",
                                      "Budget curves",
                                      "What is left of a wage: of example households, under the baseline and "
                                      "packages in which it differs.",
                                      {},
                                      {}},
                                     results.curves, curve_texts, curve_numbers));
    }
    if (!results.budget_lines.empty()) {
        tables.push_back(
            exact_table({"budget",
                         "Budget lines",
                         "How every scheme and measure stands in the budget of the municipality.",
                         {},
                         {}},
                        results.budget_lines, budget_line_texts, budget_line_numbers));
    }
    if (!results.budget_years.empty()) {
        tables.push_back(exact_table({"budget_years",
                                      "Years of the budget",
                                      "The years of a budget at constant policy, and how prices rise.",
                                      {},
                                      {}},
                                     results.budget_years, budget_year_texts, budget_year_numbers));
    }
    if (!results.published.empty()) {
        tables.push_back(exact_table({"published",
                                      "Published figures",
                                      "Published figures beside what the model makes of them, by their role.",
                                      {},
                                      {}},
                                     results.published, published_texts, published_numbers));
    }
    return tables;
}

bool has_word(Figure const& figure, std::initializer_list<std::string_view> words)
{
    for (auto const word : words) {
        if (figure.outcome.find(word) != std::string::npos) {
            return true;
        }
    }
    return false;
}

std::vector<CsvTable> all_tables(Results const& results)
{
    std::vector<CsvTable> tables{
        package_table(results),
        figure_table(results, "figures", "All figures", "Every reported figure, in one long table.",
                     [](Figure const&) { return true; }),
        figure_table(results, "costs", "Costs", "What each package costs, per scheme and for all together.",
                     [](Figure const& figure) { return has_word(figure, {"cost"}); }),
        figure_table(
            results, "reach", "Reach",
            "Who is entitled, who receives, and whom a package newly entitles or reaches.",
            [](Figure const& figure) {
                return has_word(figure, {"entitled", "reached", "recipients", "take_up", "non_users"});
            }),
        figure_table(results, "poverty", "Poverty",
                     "Poor persons, children and households and their poverty gap.",
                     [](Figure const& figure) {
                         return has_word(figure, {"poor", "poverty"});
                     }),
        term_table(results),
        validation_table(results),
    };
    for (auto more : {uncertainty_tables(results), report_tables(results)}) {
        std::move(more.begin(), more.end(), std::back_inserter(tables));
    }
    return tables;
}

Json source_list(Results const& results)
{
    Json sources = Json::array();
    sources.push_back(
        {{"title", "Statistics Netherlands (CBS) open data, CC BY 4.0"}, {"path", "https://www.cbs.nl"}});
    std::set<std::string> named;
    for (auto const& package : results.packages) {
        named.insert(package.source);
    }
    for (auto const& term : results.terms) {
        named.insert(term.source);
    }
    for (auto const& source : named) {
        if (!source.empty()) {
            sources.push_back({{"title", source}});
        }
    }
    return sources;
}

std::string data_package(Results const& results, std::vector<CsvTable> const& tables)
{
    auto const& provenance = results.provenance;
    Json json{
        {"profile", "tabular-data-package"},
        {"name", "minimasim-results"},
        {"title", "Costs, reach and poverty of minimum-income policy in " + provenance.municipality_name},
        {"description", "Computed by minimasim " + provenance.program_version +
                            " on a synthetic population; no row is about an existing person. Intervals (low, "
                            "high) hold 90 % of " +
                            std::to_string(provenance.replicates) +
                            " replicates; differences are against the baseline, paired within replicates. "
                            "Counts below 10 in a breakdown are left out: column left_out says where. "
                            "The program is licensed "
                            "under EUPL-1.2, these tables under CC BY 4.0: name the sources."},
        {"version", provenance.program_version}};
    json["sources"] = source_list(results);
    add_licence_and_resources(json, tables);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::vector<NamedText> csv_table_files(Results const& results)
{
    auto const tables = all_tables(results);
    std::vector<NamedText> files;
    for (auto const& table : tables) {
        files.push_back({table.name + ".csv", csv_text(table)});
    }
    files.push_back({"datapackage.json", data_package(results, tables)});
    files.push_back({"dcat.jsonld", dcat_json(results, tables)});
    return files;
}

void write_csv_tables(Results const& results, std::filesystem::path const& folder)
{
    auto const place = folder / "tables";
    create_folder(place);
    FileSet files;
    for (auto const& file : csv_table_files(results)) {
        files.add(place / file.name, file.text);
    }
    files.commit();
}

}  // namespace minimasim::report
