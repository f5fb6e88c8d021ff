#include "sim/report/summary_json.hpp"

#include <nlohmann/json.hpp>

#include "sim/report/figure_lookup.hpp"

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

Json package_json(outcomes::PackageDescription const& package, FigureLookup const& figures)
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
        json["packages"].push_back(package_json(package, figures));
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace minimasim::report
