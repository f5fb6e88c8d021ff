#include "sim/run/validation/printed_figures.hpp"

#include <cmath>
#include <limits>

#include "sim/input/csv.hpp"

namespace minimasim::run {

namespace {

char const* reason_without_model(std::string const& key)
{
    if (key.rfind("signals.", 0) == 0 || key.rfind("debts.", 0) == 0) {
        return "debts and early signals are not modelled yet";
    }
    if (key == "wealth.median_household") {
        return "the model holds liquid wealth only; home equity and debts are not modelled yet";
    }
    if (key.rfind("goods_scheme.", 0) == 0 || key.rfind("child_package.applications", 0) == 0) {
        return "applications are not modelled";
    }
    if (key == "population.households_2020") {
        return "base of the types and sizes of 2023; the model has no 2020";
    }
    return "no counterpart in the model";
}

// Half a unit of the last printed decimal.
double half_step(std::string const& printed)
{
    auto const point = printed.find('.');
    return point == std::string::npos
               ? 0.5
               : 0.5 * std::pow(10.0, -static_cast<double>(printed.size() - point - 1));
}

void settle(ValidationRow& row, Answer const& answer, std::string const& printed)
{
    row.model = answer.value;
    row.model_low = answer.low;
    row.model_high = answer.high;
    row.reason = answer.reason;
    if (answer.ok) {
        row.ok = answer.ok;
    } else if (row.role == "identity" || row.role == "exact") {
        bool const by_construction =
            row.key == "budget_new.adult_fund" || row.key == "budget_new.tailored_budget" ||
            row.key == "budget.new_total" || row.key == "option.sum" || row.key == "budget.existing_total";
        if (!by_construction) {
            row.ok = std::fabs(answer.value - row.published) < 0.5e-6 + 1e-9 * std::fabs(row.published);
        }
    } else if (row.role == "margin" && row.key != "income.mean_standardised" &&
               row.key != "benefits.state_pension_persons") {
        bool const is_old_count = row.key.rfind("benefits.", 0) == 0;  // of 2020
        double const slack = is_old_count ? 0.05 * row.published : half_step(printed);
        double const low = row.low.value_or(row.published - slack);
        double const high = row.high.value_or(row.published + slack);
        row.ok = answer.value >= low - 1e-9 && answer.value <= high + 1e-9;
        if (is_old_count && row.reason.empty()) {
            row.reason = "published for 2020, the population is of 2023; within 5 % counts as met";
        }
    } else if (row.low && row.high) {
        row.ok = answer.value >= *row.low && answer.value <= *row.high;
    }
    bool const shows_ratio = row.role == "compare" && row.published != 0;
    if (shows_ratio) {
        std::string const ratio = text_of("model / published = %.2f", answer.value / row.published);
        row.reason = row.reason.empty() ? ratio : ratio + "; " + row.reason;
    }
}

double or_nan(std::optional<double> value)
{
    return value.value_or(std::numeric_limits<double>::quiet_NaN());
}

}  // namespace

std::vector<PrintedFigure> read_printed_figures(std::filesystem::path const& file)
{
    auto const csv =
        input::Csv::read(file, {"key", "value", "low", "high", "unit", "year", "role", "source"});
    std::vector<PrintedFigure> figures;
    for (auto const& line : csv.rows()) {
        auto const number = [&](char const* column) {
            return csv.is_empty(line, column) ? std::nullopt : std::optional(csv.number(line, column));
        };
        figures.push_back({csv.cell(line, "key"), csv.cell(line, "role"), csv.cell(line, "unit"),
                           csv.cell(line, "year"), csv.cell(line, "source"), csv.cell(line, "value"),
                           csv.number(line, "value"), number("low"), number("high")});
    }
    return figures;
}

PublishedFigures published_values(std::vector<PrintedFigure> const& figures)
{
    PublishedFigures values;
    for (auto const& figure : figures) {
        values[figure.key] = figure.value;
    }
    return values;
}

ValidationRow row_of(PrintedFigure const& figure, Answers const& answers)
{
    ValidationRow row;
    row.key = figure.key;
    row.role = figure.role;
    row.published = figure.value;
    row.low = figure.low;
    row.high = figure.high;
    auto const found = answers.find(row.key);
    if (found == answers.end()) {
        row.reason = reason_without_model(row.key);
    } else {
        settle(row, found->second, figure.printed);
    }
    return row;
}

std::vector<outcomes::PublishedFigure> published_beside(Workspace const& workspace,
                                                        Simulation const& simulation)
{
    if (workspace.municipality.figures.empty()) {
        return {};
    }
    auto const printed = read_printed_figures(workspace.folders.data / workspace.municipality.figures);
    Answers answers;
    answer_take_up(simulation, answers);
    answer_take_up_checks(simulation, answers);
    answer_poverty(simulation, workspace, answers);
    answer_budgets(simulation, workspace, answers);
    answer_options(simulation, published_values(printed), answers);
    answer_examples(workspace, answers);
    answer_terms(workspace, answers);
    std::vector<outcomes::PublishedFigure> rows;
    for (auto const& figure : printed) {
        bool const is_of_a_package =
            figure.key.starts_with("option.") || figure.key.starts_with("budget_new.") ||
            figure.key == "budget.new_total" || figure.key == "income.newly_in_limits_130";
        bool const is_answered = answers.count(figure.key) != 0;
        if (figure.role == "margin" || (is_of_a_package && !is_answered)) {
            continue;  // of a package that was not run, or of the population
        }
        auto const row = row_of(figure, answers);
        rows.push_back({figure.key, figure.role, figure.unit, figure.year, figure.source, row.reason,
                        row.published, or_nan(row.low), or_nan(row.high), or_nan(row.model),
                        or_nan(row.model_low), or_nan(row.model_high)});
    }
    return rows;
}

}  // namespace minimasim::run
