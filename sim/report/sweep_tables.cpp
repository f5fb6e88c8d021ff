#include "sim/report/sweep_tables.hpp"

#include <array>
#include <cmath>
#include <vector>

#include "sim/input/hdf5_writer.hpp"
#include "sim/report/csv_table.hpp"

namespace minimasim::report {

namespace {

constexpr char const* kind = "minimasim sweep";
constexpr char const* format_version = "1";

constexpr char const* contents =
    "Many packages of municipal minimum-income policy: what each costs, whom it reaches and what it does to "
    "poverty, computed on a synthetic population; no row is about an existing person.\n"
    "/points: a row a package, a column a term that the plan varies; point 0 is current policy. /figures: a "
    "row "
    "a package and outcome. /provenance: all that determines the numbers.\n"
    "An interval (low, high) holds 90 % of the replicates. Differences are against current policy, paired "
    "within replicates. The same plan gives this same file, byte for byte, however the work was cut.";

struct NumberColumn {
    char const* name;
    char const* description;
};

constexpr std::array<NumberColumn, sweep_numbers> number_columns{{
    {"estimate", "Mean over the replicates"},
    {"low", "Lower end of the 90 % interval"},
    {"high", "Upper end of the 90 % interval"},
    {"difference", "Mean difference from current policy"},
    {"difference_low", "Lower end of the interval of the difference"},
    {"difference_high", "Upper end of the interval of the difference"},
}};

// Point 0 is current policy.
double term_at(SweepChunk const& chunk, std::size_t point, std::size_t column)
{
    return point == 0 ? chunk.baseline_terms[column]
                      : chunk.terms[(point - 1) * chunk.columns.size() + column];
}

double figure_at(SweepChunk const& chunk, std::size_t point, std::size_t line, std::size_t number)
{
    return point == 0 ? chunk.baseline_figures[line * sweep_numbers + number]
                      : chunk.figures[((point - 1) * chunk.lines.size() + line) * sweep_numbers + number];
}

input::Table points_table(SweepChunk const& chunk)
{
    input::Table table;
    std::vector<std::int64_t> numbers;
    for (std::size_t point = 0; point <= chunk.size(); ++point) {
        numbers.push_back(static_cast<std::int64_t>(point));
    }
    table.columns.push_back({"point", "", "Number of the package; 0 is current policy", std::move(numbers)});
    for (std::size_t c = 0; c < chunk.columns.size(); ++c) {
        std::vector<double> values;
        for (std::size_t point = 0; point <= chunk.size(); ++point) {
            values.push_back(term_at(chunk, point, c));
        }
        table.columns.push_back({chunk.columns[c].name, chunk.columns[c].unit,
                                 "Value of this term; NaN where take-up is left as it is",
                                 std::move(values)});
    }
    return table;
}

input::Table figures_table(SweepChunk const& chunk)
{
    std::size_t const rows = (chunk.size() + 1) * chunk.lines.size();
    std::vector<std::int64_t> points;
    std::vector<std::string> outcomes;
    std::vector<std::string> schemes;
    std::vector<std::string> units;
    for (std::size_t row = 0; row < rows; ++row) {
        auto const& line = chunk.lines[row % chunk.lines.size()];
        points.push_back(static_cast<std::int64_t>(row / chunk.lines.size()));
        outcomes.push_back(line.outcome);
        schemes.push_back(line.scheme);
        units.push_back(line.unit);
    }
    input::Table table;
    table.columns.push_back({"point", "", "Number of the package, as in /points", std::move(points)});
    table.columns.push_back({"outcome", "", "What is counted or added", std::move(outcomes)});
    table.columns.push_back(
        {"scheme", "", "Scheme the row is about; empty for all together", std::move(schemes)});
    table.columns.push_back({"unit", "", "Unit of the six numbers of the row", std::move(units)});
    for (std::size_t number = 0; number < sweep_numbers; ++number) {
        std::vector<double> values;
        values.reserve(rows);
        for (std::size_t row = 0; row < rows; ++row) {
            values.push_back(figure_at(chunk, row / chunk.lines.size(), row % chunk.lines.size(), number));
        }
        table.columns.push_back(
            {number_columns[number].name, "see unit", number_columns[number].description, std::move(values)});
    }
    return table;
}

}  // namespace

std::string sweep_bytes(Sweep const& sweep)
{
    input::Hdf5Writer file;
    file.set_attribute("/", "kind", std::string(kind));
    file.set_attribute("/", "format_version", std::string(format_version));
    file.set_attribute("/", "title", sweep.title);
    file.set_attribute("/", "contents", std::string(contents));
    file.write_table("/points", points_table(sweep.points));
    file.write_table("/figures", figures_table(sweep.points));
    file.create_group("/provenance");
    file.write_texts("/provenance/plan", {sweep.plan_text});
    file.describe("/provenance/plan", "The plan with current policy and what it builds on");
    auto const put = [&](char const* name, input::AttributeValue const& value) {
        file.set_attribute("/provenance", name, value);
    };
    put("program_version", sweep.program_version);
    put("municipality", sweep.municipality);
    put("date", sweep.date);
    put("data_digest", sweep.data_digest);
    put("plan_digest", sweep.plan_digest);
    put("population_digest", sweep.points.population_digest);
    put("seed", sweep.seed);
    put("replicates", static_cast<std::int64_t>(sweep.replicates));
    put("members", static_cast<std::int64_t>(sweep.members));
    return file.finish();
}

std::string sweep_csv(Sweep const& sweep)
{
    auto const& chunk = sweep.points;
    std::string text = "point";
    for (auto const& column : chunk.columns) {
        text += ',' + column.name;
    }
    text += ",outcome,scheme,unit";
    for (auto const& column : number_columns) {
        text += std::string(",") + column.name;
    }
    text += '\n';
    for (std::size_t point = 0; point <= chunk.size(); ++point) {
        std::string front = std::to_string(point);
        for (std::size_t c = 0; c < chunk.columns.size(); ++c) {
            front += ',' + csv_exact_number(term_at(chunk, point, c));
        }
        for (std::size_t l = 0; l < chunk.lines.size(); ++l) {
            auto const& line = chunk.lines[l];
            text += front + ',' + line.outcome + ',' + line.scheme + ',' + line.unit;
            for (std::size_t number = 0; number < sweep_numbers; ++number) {
                text += ',' + csv_number(figure_at(chunk, point, l, number), line.unit);
            }
            text += '\n';
        }
    }
    return text;
}

}  // namespace minimasim::report
