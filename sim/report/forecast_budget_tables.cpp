#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "sim/report/forecast_budget.hpp"

namespace minimasim::report {

namespace {

using forecast::Budget;
using forecast::BudgetAmount;
using forecast::BudgetFigure;
using forecast::BudgetLevel;
using Json = nlohmann::ordered_json;

constexpr char const* no_cover = "no cover stated";

struct NamedAmount {
    char const* name;
    BudgetAmount BudgetFigure::*amount;
    char const* description;
};

constexpr std::array<NamedAmount, 4> amounts{{
    {"spending", &BudgetFigure::spending, "Spending (lasten)"},
    {"income", &BudgetFigure::income,
     "Income (baten) as far as its size is known; p.m. where others contribute"},
    {"balance", &BudgetFigure::balance, "Known income less spending (saldo)"},
    {"change", &BudgetFigure::change, "Change of the balance from current policy, with the same draws"},
}};

char const* level_text(BudgetLevel level)
{
    constexpr std::array<char const*, 4> names{"scheme", "task_field", "duration", "total"};
    return names[static_cast<std::size_t>(level)];
}

outcomes::BudgetLine const* line_of(Budget const& budget, BudgetFigure const& figure)
{
    if (figure.level != BudgetLevel::scheme) {
        return nullptr;
    }
    auto const found = std::find_if(budget.lines.begin(), budget.lines.end(),
                                    [&](auto const& line) { return line.scheme == figure.key; });
    return found == budget.lines.end() ? nullptr : &*found;
}

forecast::BudgetPackage const& package_of(Budget const& budget, BudgetFigure const& figure)
{
    return *std::find_if(budget.packages.begin(), budget.packages.end(),
                         [&](auto const& package) { return package.id == figure.package; });
}

int months_of(Budget const& budget, BudgetFigure const& figure)
{
    auto const year = std::find_if(budget.years.begin(), budget.years.end(),
                                   [&](auto const& known) { return known.year == figure.year; });
    return package_of(budget, figure).months[static_cast<std::size_t>(year - budget.years.begin())];
}

std::string duration_of(BudgetFigure const& figure, outcomes::BudgetLine const* line)
{
    return line != nullptr ? line->duration : figure.level == BudgetLevel::duration ? figure.key : "";
}

std::string cover_of(Budget const& budget, BudgetFigure const& figure)
{
    bool const is_current = figure.package == budget.packages.front().id;
    auto const& cover = package_of(budget, figure).cover_en;
    return is_current ? "" : cover.empty() ? no_cover : cover;
}

Json as_json(outcomes::Interval const& value)
{
    return Json::array({value.estimate, value.low, value.high});
}

}  // namespace

CsvTable budget_table(Budget const& budget)
{
    CsvTable table{
        "forecast_budget",
        "Spending, income and balance by budget year",
        "Euro a year, in prices of the year itself and (constant) of " + std::to_string(budget.price_year),
        {{"package", "string", "", "Package"},
         {"year", "number", "year", "Budget year"},
         {"level", "string", "", "What is added up: scheme, task_field, duration or total"},
         {"key", "string", "", "Scheme or measure, task field, structural or incidental"},
         {"task_field", "string", "", "BBV task field (taakveld) of the line"},
         {"duration", "string", "", "structural or incidental"},
         {"last_day", "string", "", "Of an incidental line, where it is known"},
         {"has_ended", "boolean", "", "The money of the line ended before the year"},
         {"payer", "string", "", "Who pays"},
         {"months", "number", "months", "Months of the year in which the package holds"},
         {"cover", "string", "", "What pays for the package, as its scenario states it"},
         {"has_pro_memoria", "boolean", "", "Others contribute a sum that is not known"}},
        {}};
    for (auto const& named : amounts) {
        for (std::string const prices : {"", "constant_"}) {
            for (std::string const which : {"", "_low", "_high"}) {
                table.columns.push_back({prices + named.name + which, "number", "euro_per_year",
                                         which.empty()     ? std::string(named.description) + ", mean"
                                         : which == "_low" ? "5th percentile"
                                                           : "95th percentile"});
            }
        }
    }
    for (auto const& figure : budget.figures) {
        auto const* const line = line_of(budget, figure);
        std::vector<std::string> row{figure.package,
                                     std::to_string(figure.year),
                                     level_text(figure.level),
                                     figure.key,
                                     line != nullptr                           ? line->task_field
                                     : figure.level == BudgetLevel::task_field ? figure.key
                                                                               : "",
                                     duration_of(figure, line),
                                     line != nullptr ? line->last_day : "",
                                     figure.has_ended ? "true" : "false",
                                     line != nullptr ? line->payer : "",
                                     std::to_string(months_of(budget, figure)),
                                     cover_of(budget, figure),
                                     figure.has_pro_memoria ? "true" : "false"};
        for (auto const& named : amounts) {
            auto const& amount = figure.*named.amount;
            bool const is_unknown = forecast::is_pro_memoria(figure) && named.amount == &BudgetFigure::income;
            for (auto const& interval : {amount.current, amount.constant}) {
                for (double const value : {interval.estimate, interval.low, interval.high}) {
                    row.push_back(is_unknown ? "p.m." : csv_number(value, "euro"));
                }
            }
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Json budget_json(Budget const& budget)
{
    if (budget.years.empty()) {
        return {};
    }
    Json json{
        {"price_year", budget.price_year}, {"unit", "euro a year"}, {"intervals", "[estimate, low, high]"}};
    json["years"] = Json::array();
    for (auto const& year : budget.years) {
        json["years"].push_back({{"year", year.year}, {"price_index", as_json(year.index)}});
    }
    json["packages"] = Json::array();
    for (auto const& package : budget.packages) {
        bool const is_current = package.id == budget.packages.front().id;
        json["packages"].push_back(
            {{"id", package.id},
             {"months", package.months},
             {"cover", is_current || !package.cover_en.empty() ? package.cover_en : no_cover}});
    }
    json["lines"] = Json::array();
    for (auto const& line : budget.lines) {
        auto const contribution = forecast::contribution_of(line.payer);
        json["lines"].push_back({{"scheme", line.scheme},
                                 {"dutch_name", line.dutch_name},
                                 {"english_name", line.english_name},
                                 {"task_field", line.task_field},
                                 {"task_field_name", line.task_field_name},
                                 {"duration", line.duration},
                                 {"last_day", line.last_day.empty() ? Json() : Json(line.last_day)},
                                 {"payer", line.payer},
                                 {"has_pro_memoria", contribution.has_pro_memoria},
                                 {"budget_line", line.budget_line}});
    }
    json["figures"] = Json::array();
    for (auto const& figure : budget.figures) {
        Json row{{"package", figure.package},
                 {"year", figure.year},
                 {"level", level_text(figure.level)},
                 {"key", figure.key},
                 {"has_ended", figure.has_ended}};
        for (auto const& named : amounts) {
            auto const& amount = figure.*named.amount;
            if (forecast::is_pro_memoria(figure) && named.amount == &BudgetFigure::income) {
                row[named.name] = Json();
                continue;
            }
            row[named.name] = {{"current", as_json(amount.current)}, {"constant", as_json(amount.constant)}};
        }
        row["has_pro_memoria"] = figure.has_pro_memoria;
        json["figures"].push_back(std::move(row));
    }
    return json;
}

}  // namespace minimasim::report
