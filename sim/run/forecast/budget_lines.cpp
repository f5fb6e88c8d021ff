#include <algorithm>
#include <limits>
#include <map>

#include "sim/base/date_text.hpp"
#include "sim/base/error.hpp"
#include "sim/forecast/index_path.hpp"
#include "sim/input/csv.hpp"
#include "sim/rules/municipal/schemes.hpp"
#include "sim/run/report_content.hpp"

namespace minimasim::run {

namespace {

using input::Csv;
using outcomes::BudgetLine;

// "structural", "incidental" or "until 2027", as the files of a municipality write it.
bool set_duration(std::string const& text, BudgetLine& line)
{
    constexpr std::string_view until = "until ";
    constexpr std::size_t digits_of_a_year = 4;
    bool const ends =
        text.starts_with(until) && text.size() == until.size() + digits_of_a_year &&
        std::all_of(text.begin() + until.size(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    line.duration = ends ? "incidental" : text;
    line.last_day = ends ? text.substr(until.size()) + "-12-31" : "";
    return ends || text == "structural" || text == "incidental";
}

// Schemes and measures in the order of every table, with what measures.csv says of them.
std::vector<BudgetLine> named_lines(Municipality const& municipality)
{
    std::vector<BudgetLine> lines;
    for (auto const& scheme : rules::schemes) {
        BudgetLine line;
        line.scheme = scheme.key;
        line.dutch_name = scheme.dutch_name;
        line.english_name = scheme.english_name;
        lines.push_back(line);
    }
    for (auto const& measure : municipality.measures) {
        BudgetLine line;
        line.scheme = measure.key;
        line.dutch_name = measure.dutch_name;
        line.english_name = measure.english_name;
        line.budget_line = measure.budget_line;
        line.payer = measure.payer;
        set_duration(measure.duration, line);
        lines.push_back(line);
    }
    return lines;
}

// Published budgets by scheme: what exists, else what is printed as new.
std::map<std::string, double> published_budgets(Workspace const& workspace)
{
    std::map<std::string, double> budgets;
    if (workspace.municipality.figures.empty()) {
        return budgets;
    }
    auto const csv = Csv::read(workspace.folders.data / workspace.municipality.figures);
    for (std::string const prefix : {"budget_new.", "budget."}) {
        for (auto const& row : csv.rows()) {
            auto const& key = csv.cell(row, "key");
            if (key.starts_with(prefix)) {
                budgets[key.substr(prefix.size())] = csv.number(row, "value");
            }
        }
    }
    return budgets;
}

constexpr std::size_t budget_years = 4;

}  // namespace

std::vector<outcomes::BudgetYear> read_budget_years(Workspace const& workspace, Date first_day)
{
    std::vector<outcomes::BudgetYear> years{{static_cast<double>(first_day.year), 1, "", ""}};
    auto const file = workspace.folders.data / "dynamics" / "index_path.csv";
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) {
        while (years.size() < budget_years) {
            years.push_back({years.back().year + 1, 1, "carried", "no index path: prices stay as they are"});
        }
        return years;
    }
    auto const path = forecast::read_index_path(file);
    auto const& prices = path.series[forecast::index_series("prices")];
    while (years.size() < budget_years) {
        int const year = first_day.year + static_cast<int>(years.size());
        int const nearest = std::clamp(year, path.first_year, path.last_year());
        auto const& rise = prices.rises[static_cast<std::size_t>(nearest - path.first_year)];
        bool const is_known = nearest == year;
        constexpr double per_cent = 100;
        years.push_back(
            {static_cast<double>(year), years.back().price_index * (1 + rise.middle / per_cent),
             is_known ? rise.status : "carried",
             is_known ? rise.source : "the index path has no such year; carried: " + rise.source});
    }
    return years;
}

std::vector<BudgetLine> read_budget_lines(Workspace const& workspace)
{
    auto const file =
        workspace.folders.data / "municipalities" / workspace.municipality.code / "task_fields.csv";
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) {
        return {};
    }
    auto const csv = Csv::read(file, {"scheme", "task_field", "task_field_name", "valid_from", "budget_line",
                                      "duration", "payer", "status", "source"});
    auto lines = named_lines(workspace.municipality);
    auto const budgets = published_budgets(workspace);
    std::vector<Problem> problems;
    for (auto& line : lines) {
        auto const row = std::find_if(csv.rows().begin(), csv.rows().end(), [&](Csv::Row const& other) {
            return csv.cell(other, "scheme") == line.scheme;
        });
        if (row == csv.rows().end()) {
            problems.push_back(
                {csv.file(), 0, line.scheme + " has no row; every scheme and measure needs one"});
            continue;
        }
        if (!parse_date(csv.cell(*row, "valid_from"))) {
            problems.push_back(csv.problem(*row, "valid_from is '" + csv.cell(*row, "valid_from") +
                                                     "', a day such as 2025-01-01 was meant"));
        }
        line.task_field = csv.cell(*row, "task_field");
        line.task_field_name = csv.cell(*row, "task_field_name");
        line.source = csv.cell(*row, "status") + ": " + csv.cell(*row, "source");
        bool const is_measure = !line.duration.empty();  // what measures.csv says is not said again
        if (!is_measure) {
            line.budget_line = csv.cell(*row, "budget_line");
            line.payer = csv.cell(*row, "payer");
            if (!set_duration(csv.cell(*row, "duration"), line)) {
                problems.push_back(
                    csv.problem(*row, "duration is '" + csv.cell(*row, "duration") +
                                          "'; structural, incidental or 'until 2027' was meant"));
            }
        }
        auto const budget = budgets.find(line.scheme);
        line.budget_euro_per_year =
            budget == budgets.end() ? std::numeric_limits<double>::quiet_NaN() : budget->second;
    }
    for (auto const& row : csv.rows()) {
        bool const is_known = std::any_of(lines.begin(), lines.end(), [&](BudgetLine const& line) {
            return line.scheme == csv.cell(row, "scheme");
        });
        if (!is_known) {
            problems.push_back(csv.problem(row, csv.cell(row, "scheme") + " is no scheme and no measure"));
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return lines;
}

}  // namespace minimasim::run
