#include "sim/report/summary_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "sim/report/figure_lookup.hpp"
#include "sim/report/results_fields.hpp"

namespace minimasim::report {

namespace {

using Json = nlohmann::ordered_json;

// Outcomes of which the document shows the level, and those of which it shows the difference from the
// baseline.
constexpr char const* levels[] = {"cost_per_year",
                                  "gross_cost_per_year",
                                  "newly_entitled_households",
                                  "newly_entitled_persons",
                                  "newly_entitled_children",
                                  "newly_reached_households",
                                  "newly_reached_persons",
                                  "newly_reached_children",
                                  "no_longer_entitled_households",
                                  "poor_households",
                                  "poor_persons",
                                  "poor_children",
                                  "near_poor_persons",
                                  "poverty_gap_per_year"};
constexpr char const* differences[][2] = {{"extra_cost_per_year", "cost_per_year"},
                                          {"extra_gross_cost_per_year", "gross_cost_per_year"},
                                          {"change_in_poor_households", "poor_households"},
                                          {"change_in_poor_persons", "poor_persons"},
                                          {"change_in_poor_children", "poor_children"},
                                          {"change_in_near_poor_persons", "near_poor_persons"},
                                          {"change_in_poverty_gap_per_year", "poverty_gap_per_year"}};

Json as_json(Interval const& interval)
{
    return {{"estimate", interval.estimate}, {"low", interval.low}, {"high", interval.high}};
}

Json scheme_json(outcomes::Figure const& cost, FigureLookup const& figures)
{
    Json json{{"scheme", cost.scheme},
              {"cost_per_year", as_json(level(cost))},
              {"extra_cost_per_year", as_json(difference(cost))}};
    for (auto const* outcome : {"entitled_households", "recipients_households"}) {
        auto const* figure = figures.total(cost.package, outcome, cost.scheme);
        json[outcome] = figure == nullptr ? Json() : as_json(level(*figure));
    }
    return json;
}

// A number that may not be there.
Json number(double value)
{
    return std::isfinite(value) ? Json(value) : Json();
}

Json lint_json(outcomes::LintRow const& row)
{
    Json json{{"change", row.change}, {"direction", row.direction}, {"finding", row.finding}};
    for (auto const& field : lint_numbers) {
        json[field.name] = number(row.*field.member);
    }
    json["losers"] = row.losers;
    return json;
}

// A table that was asked for, as a list of objects.
template <class Row, std::size_t Texts, std::size_t Numbers>
void add_rows(Json& json, char const* name, std::vector<Row> const& rows,
              Field<Row, std::string> const (&texts)[Texts], Field<Row, double> const (&numbers)[Numbers])
{
    for (auto const& row : rows) {
        Json one;
        for (auto const& field : texts) {
            one[field.name] = row.*field.member;
        }
        for (auto const& field : numbers) {
            one[field.name] = number(row.*field.member);
        }
        json[name].push_back(one);
    }
}

Json package_json(outcomes::PackageDescription const& package, FigureLookup const& figures,
                  std::vector<outcomes::LintRow> const& lint)
{
    Json json{{"id", package.id},
              {"title", package.title},
              {"title_en", package.title_en},
              {"date", package.date},
              {"source", package.source}};
    json["published_cost_euro"] = package.has_published_cost ? Json(package.published_cost_euro) : Json();
    for (auto const& [key, outcome] : differences) {
        auto const* figure = figures.total(package.id, outcome);
        json[key] = figure == nullptr ? Json() : as_json(difference(*figure));
    }
    for (auto const* outcome : levels) {
        auto const* figure = figures.total(package.id, outcome);
        json[outcome] = figure == nullptr ? Json() : as_json(level(*figure));
    }
    json["schemes"] = Json::array();
    for (auto const* cost : figures.by_scheme(package.id, "cost_per_year")) {
        json["schemes"].push_back(scheme_json(*cost, figures));
    }
    json["changed_terms"] = package.changed_terms;
    json["lint"] = Json::array();
    for (auto const& row : lint) {
        if (row.package == package.id) {
            json["lint"].push_back(lint_json(row));
        }
    }
    json["remarks"] = package.remarks;
    json["remarks_en"] = package.remarks_en;
    return json;
}

}  // namespace

std::string summary_json(outcomes::Results const& results)
{
    auto const& provenance = results.provenance;
    Json json{
        {"program", "minimasim"},
        {"program_version", provenance.program_version},
        {"municipality", provenance.municipality},
        {"municipality_name", provenance.municipality_name},
        {"seed", provenance.seed},
        {"replicates", provenance.replicates},
        {"members", provenance.members},
        {"interval", "90 % of the replicates; differences from the first package, paired within replicates"}};
    FigureLookup const figures(results);
    json["packages"] = Json::array();
    for (auto const& package : results.packages) {
        json["packages"].push_back(package_json(package, figures, results.lint));
    }
    add_rows(json, "variance", results.variance, variance_texts, variance_numbers);
    add_rows(json, "tornado", results.tornado, tornado_texts, tornado_numbers);
    add_rows(json, "screening", results.screening, screening_texts, screening_numbers);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace minimasim::report
