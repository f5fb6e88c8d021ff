#include "sim/report/budget_curve.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/report/number_text.hpp"
#include "sim/report/value_text.hpp"

namespace minimasim::report {

namespace {

using Json = nlohmann::ordered_json;

std::string column_of(SweptAmount const& swept)
{
    std::string name = swept.key;
    std::replace(name.begin(), name.end(), '.', '_');
    return name;
}

std::string per_cent(double share)
{
    return csv_number(100 * share, "per_cent");
}

std::vector<std::string> names_of(BudgetCurves const& curves, std::vector<std::size_t> const& parts,
                                  Language language)
{
    std::vector<std::string> names;
    for (auto const part : parts) {
        names.push_back(in(language, curves.parts[part].dutch.c_str(), curves.parts[part].english.c_str()));
    }
    return names;
}

Json number_or_null(double value)
{
    return std::isfinite(value) ? Json(value) : Json();
}

Json keys_of(BudgetCurves const& curves, std::vector<std::size_t> const& parts)
{
    Json keys = Json::array();
    for (auto const part : parts) {
        keys.push_back(curves.parts[part].column);
    }
    return keys;
}

Json point_json(BudgetCurves const& curves, CurvePoint const& point)
{
    Json json{{column_of(curves.swept), point.amount},
              {"gross_income_per_year", point.gross_income_per_year}};
    for (std::size_t k = 0; k < curves.parts.size(); ++k) {
        json[curves.parts[k].column] = point.parts[k];
    }
    json["disposable_income_per_month"] = point.disposable_income_per_month;
    json["resources_with_in_kind_per_month"] = point.resources_per_month;
    json["share_of_norm"] = point.share_of_norm;
    json["poverty_line_per_month"] = point.poverty_line_per_month;
    json["poverty_gap_per_month"] = point.poverty_gap_per_month;
    json["marginal_rate_per_cent"] = number_or_null(100 * point.marginal_rate);
    json["marginal_rate_with_in_kind_per_cent"] = number_or_null(100 * point.marginal_rate_with_in_kind);
    return json;
}

Json cliff_json(BudgetCurves const& curves, CurveCliff const& cliff)
{
    return {{"last_amount_before", cliff.amount},
            {"share_of_norm", cliff.share_of_norm},
            {"fall_per_year", cliff.fall_per_year},
            {"cash_fall_per_year", cliff.cash_fall_per_year},
            {"ending", keys_of(curves, cliff.ending)},
            {"falling", keys_of(curves, cliff.falling)},
            {"text", cliff_sentence(curves, cliff, Language::dutch)},
            {"text_en", cliff_sentence(curves, cliff, Language::english)}};
}

Json package_json(BudgetCurves const& curves, PackageCurve const& package)
{
    Json json{{"id", package.id}, {"title", package.title}, {"title_en", package.title_en}};
    json["norm_marks"] = Json::array();
    for (auto const& mark : package.norm_marks) {
        json["norm_marks"].push_back({{"share_of_norm", mark.share}, {"last_amount_below", mark.amount}});
    }
    json["cliffs"] = Json::array();
    for (auto const& cliff : package.cliffs) {
        json["cliffs"].push_back(cliff_json(curves, cliff));
    }
    json["points"] = Json::array();
    for (auto const& point : package.points) {
        json["points"].push_back(point_json(curves, point));
    }
    return json;
}

}  // namespace

CsvTable curve_table(BudgetCurves const& curves)
{
    CsvTable table;
    table.name = "budget_curve";
    table.title = "Budget curve of " + curves.household;
    table.description = "What the household has at every " + noun_of(curves.swept, Language::english);
    auto const add = [&](std::string name, char const* unit, char const* description) {
        table.columns.push_back({std::move(name), "number", unit, description});
    };
    table.columns.push_back({"package", "string", "", "Current policy or package"});
    add(column_of(curves.swept), curves.swept.unit.c_str(), "What is swept");
    add("gross_income_per_year", "euro_per_year", "Of claimant and partner");
    for (auto const& part : curves.parts) {
        add(part.column, "euro_per_month", part.english.c_str());
    }
    add("disposable_income_per_month", "euro_per_month", "With municipal schemes in cash");
    add("resources_with_in_kind_per_month", "euro_per_month", "With municipal schemes in kind as money");
    add("share_of_norm", "share", "Net income with assistance over the norm");
    add("poverty_line_per_month", "euro_per_month", "CBS, SCP and Nibud, 2024");
    add("poverty_gap_per_month", "euro_per_month", "0 when not poor");
    add("marginal_rate_per_cent", "per_cent", "Lost of the last step's rise, money only");
    add("marginal_rate_with_in_kind_per_cent", "per_cent", "The same with schemes in kind as money");
    for (auto const& package : curves.packages) {
        for (auto const& point : package.points) {
            auto& row = table.rows.emplace_back();
            row.push_back(package.id);
            row.push_back(csv_number(point.amount, "euro"));
            row.push_back(csv_number(point.gross_income_per_year, "euro"));
            for (double const part : point.parts) {
                row.push_back(csv_number(part, "euro"));
            }
            row.push_back(csv_number(point.disposable_income_per_month, "euro"));
            row.push_back(csv_number(point.resources_per_month, "euro"));
            row.push_back(csv_number(point.share_of_norm, "share"));
            row.push_back(csv_number(point.poverty_line_per_month, "euro"));
            row.push_back(csv_number(point.poverty_gap_per_month, "euro"));
            row.push_back(per_cent(point.marginal_rate));
            row.push_back(per_cent(point.marginal_rate_with_in_kind));
        }
    }
    return table;
}

std::string curve_json(BudgetCurves const& curves)
{
    Json json{{"household", curves.household}, {"title", curves.title},   {"title_en", curves.title_en},
              {"date", curves.date},           {"key", curves.swept.key}, {"unit", curves.swept.unit}};
    json["packages"] = Json::array();
    for (auto const& package : curves.packages) {
        json["packages"].push_back(package_json(curves, package));
    }
    return json.dump(1) + '\n';
}

std::string lost_parts(BudgetCurves const& curves, CurveCliff const& cliff, Language language)
{
    auto const told = [&](std::vector<std::size_t> const& parts, char const* one, char const* more) {
        return listed(names_of(curves, parts, language), language) + (parts.size() == 1 ? one : more);
    };
    std::string text;
    if (!cliff.ending.empty()) {
        text += told(cliff.ending, in(language, " vervalt", " ends"), in(language, " vervallen", " end"));
    }
    if (!cliff.falling.empty()) {
        text += text.empty() ? "" : ", ";
        text += told(cliff.falling, in(language, " daalt", " falls"), in(language, " dalen", " fall"));
    }
    return text;
}

std::string cliff_sentence(BudgetCurves const& curves, CurveCliff const& cliff, Language language)
{
    bool const is_dutch = language == Language::dutch;
    auto const& swept = curves.swept;
    auto const less = euro_text(cliff.fall_per_year, 0, language);
    auto const at = (is_dutch ? "boven " + swept.dutch + " van " : "above " + swept.english + " of ") +
                    swept_text(swept, cliff.amount, 2, language) + " (" +
                    share_text(cliff.share_of_norm, language) +
                    in(language, " van de norm): ", " of the norm): ");
    return at + lost_parts(curves, cliff, language) + ", " +
           (cliff.is_net ? in(language, "per saldo ", "on balance ") : "") + less +
           in(language, " per jaar minder", " a year less");
}

std::string swept_text(SweptAmount const& swept, double amount, int decimals, Language language)
{
    if (swept.unit == "years") {
        return number_text(amount, 0, language) + in(language, " jaar", " years");
    }
    char const* period = swept.unit == "euro_per_year"    ? in(language, " per jaar", " a year")
                         : swept.unit == "euro_per_month" ? in(language, " per maand", " a month")
                                                          : "";
    return euro_text(amount, decimals, language) + period;
}

std::string noun_of(SweptAmount const& swept, Language language)
{
    std::string const text = in(language, swept.dutch.c_str(), swept.english.c_str());
    for (std::string const article : {"een ", "an ", "a "}) {
        if (text.rfind(article, 0) == 0) {
            return text.substr(article.size());
        }
    }
    return text;
}

}  // namespace minimasim::report
