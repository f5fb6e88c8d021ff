#include "sim/run/what_if/what_if_description.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/report/figure_lookup.hpp"
#include "sim/report/language.hpp"
#include "sim/report/term_labels.hpp"
#include "sim/run/law_and_policy/term_check.hpp"
#include "sim/run/members/prepare.hpp"

namespace minimasim::run {

namespace {

using Json = nlohmann::ordered_json;
using report::Language;

constexpr char const* measure_term = "budget_per_year";

// A text in both languages of a report.
struct Text {
    char const* dutch = "";
    char const* english = "";
};

constexpr Text left_out[] = {
    {"Landelijke wetten en belastingen liggen vast, net als de heffingen van de gemeente.",
     "National law and taxes are fixed, and so are the charges of the municipality."},
    {"Wie kosten of spullen nodig heeft ligt vast: bij bijzondere bijstand en de maatwerkregeling verandert "
     "een schuif niet wie de kosten maakt.",
     "Who needs something is fixed: with special assistance and the goods scheme a slider does not change "
     "who has the costs."},
    {"De pagina rekent op één van de bevolkingen, met twintig trekkingen van wie aanvraagt; een volledige "
     "berekening gebruikt er meer en heeft daarom andere marges.",
     "The page works on one of the populations, with twenty draws of who applies; a full run uses more and "
     "therefore has other margins."},
    {"Uitkomsten per wijk, profiel en huishoudtype staan niet op deze pagina; daarvoor is een volledige "
     "berekening nodig.",
     "Outcomes by neighbourhood, profile and household type are not on this page; they take a full run."},
    {"Kwijtschelding voor huiseigenaren en het Meedoenbudget voor studenten zijn niet te kiezen.",
     "Tax remission for home owners and the participation budget for students cannot be chosen."},
};

constexpr Text changes_law{
    "Dit pakket verandert landelijke regels of vaste lasten; die liggen op deze pagina vast.",
    "This package changes national rules or fixed costs, which are fixed on this page."};
constexpr Text changes_other_terms{"Dit pakket verandert een waarde waarvoor deze pagina geen schuif heeft.",
                                   "This package changes a value for which this page has no slider."};

Json schemes_of(WhatIfDescription const& description)
{
    auto schemes = Json::array();
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        auto const& scheme = rules::schemes[k];
        schemes.push_back({{"key", scheme.key},
                           {"dutch", scheme.dutch_name},
                           {"english", scheme.english_name},
                           {"counted_in", rules::to_text(description.setting.counted_in[k])},
                           {"is_need_driven", scheme.is_need_driven},
                           {"is_measure", false},
                           {"take_up", 0}});  // filled in by the page, from its replicates
    }
    for (auto const& measure : description.setting.municipality.measures) {
        schemes.push_back({{"key", measure.key},
                           {"dutch", measure.dutch_name},
                           {"english", measure.english_name},
                           {"counted_in", ""},
                           {"is_need_driven", false},
                           {"is_measure", true},
                           {"take_up", 0}});
    }
    return schemes;
}

// The terms that the page can change; `number` is their place in the module.
Json terms_of(WhatIfDescription const& description)
{
    auto terms = Json::array();
    auto const add = [&](std::string const& scheme, std::string const& term, char const* unit,
                         what_if::Slider const& slider, double baseline) {
        terms.push_back({{"name", scheme + "." + term},
                         {"scheme", scheme},
                         {"term", term},
                         {"dutch", report::term_label(scheme, term, Language::dutch)},
                         {"english", report::term_label(scheme, term, Language::english)},
                         {"unit", unit},
                         {"lowest", slider.lowest},
                         {"highest", slider.highest},
                         {"step", slider.step},
                         {"baseline", baseline},
                         {"number", slider.term}});
    };
    what_if::for_each_term([&](auto scheme, auto, auto const& field, std::size_t number) {
        auto const slider = std::find_if(description.sliders.begin(), description.sliders.end(),
                                         [&](auto const& each) { return each.term == number; });
        if (slider != description.sliders.end()) {
            add(decltype(scheme)::key, field.name, rules::to_text(field.unit), *slider,
                description.payload.terms[number]);
        }
    });
    for (std::size_t i = 0; i < description.payload.measures.size(); ++i) {
        add(description.payload.measures[i], measure_term, rules::to_text(rules::Unit::euro_per_year),
            {what_if::term_count + i, 0, what_if::highest_measure_budget, what_if::step_of_measure_budget},
            description.payload.measure_budgets[i]);
    }
    return terms;
}

// What a package changes, and why the page cannot do it.
struct Changes {
    Json terms = Json::object();
    Json take_up = Json::object();
    Json ex_officio = Json::array();
    Text left_out;
};

// A change of take-up as a scenario file writes it.
Json take_up_of(input::TakeUpChange const& change)
{
    using Kind = input::TakeUpChange::Kind;
    if (change.kind == Kind::share) {
        return change.value;
    }
    return "+" + short_number(100 * change.value) + (change.kind == Kind::relative_rise ? " %" : " points");
}

Changes changes_of(WhatIfDescription const& description, Package const& package)
{
    Changes changes;
    auto const& baseline = description.setting.packages[0].policy;
    auto const& charges = baseline.policy.local_charges;
    auto const& own_charges = package.policy.policy.local_charges;
    bool is_law = !has_same_law(package.policy.policy, baseline.policy);
    for (auto const& field : rules::local_charges_fields) {
        is_law = is_law || field.of(charges) != field.of(own_charges);
    }
    changes.left_out = is_law ? changes_law : Text{};
    auto const values = what_if::values_of(package.policy.policy.municipal);
    what_if::for_each_term([&](auto scheme, auto, auto const& field, std::size_t number) {
        if (values[number] == description.payload.terms[number]) {
            return;
        }
        changes.terms[std::string(decltype(scheme)::key) + "." + field.name] = values[number];
        bool const can_do = std::any_of(description.sliders.begin(), description.sliders.end(),
                                        [&](what_if::Slider const& slider) {
                                            return slider.term == number && values[number] >= slider.lowest &&
                                                   values[number] <= slider.highest;
                                        });
        changes.left_out = can_do ? changes.left_out : changes_other_terms;
    });
    for (std::size_t i = 0; i < description.payload.measures.size(); ++i) {
        double const budget = package.policy.measure_budgets[i];
        if (budget != baseline.measure_budgets[i]) {
            changes.terms[description.payload.measures[i] + "." + measure_term] = budget;
        }
    }
    for (auto const& change : package.take_up) {
        changes.take_up[change.scheme] = take_up_of(change);
    }
    changes.ex_officio = package.ex_officio;
    return changes;
}

// Half the width of the intervals of the differences in the whole run, by outcome.
Json half_widths(report::FigureLookup const& figures, std::string const& package)
{
    auto widths = Json::object();
    for (auto const* outcome :
         {"cost_per_year", "gross_cost_per_year", "newly_entitled_households", "newly_reached_households",
          "no_longer_entitled_households", "poor_persons", "poor_children", "poor_households",
          "near_poor_persons", "poverty_gap_per_year"}) {
        if (auto const* const figure = figures.total(package, outcome)) {
            widths[outcome] = 0.5 * (figure->difference_high - figure->difference_low);
        }
    }
    return widths;
}

Json packages_of(WhatIfDescription const& description)
{
    report::FigureLookup const figures(description.results);
    auto packages = Json::array();
    for (std::size_t p = 0; p < description.setting.packages.size(); ++p) {
        auto const& package = description.setting.packages[p];
        auto const& named = description.results.packages[p];
        auto const changes = changes_of(description, package);
        packages.push_back({{"id", package.id},
                            {"title", named.title},
                            {"title_en", named.title_en},
                            {"changes", changes.terms},
                            {"take_up", changes.take_up},
                            {"ex_officio", changes.ex_officio},
                            {"published_cost_euro",
                             named.has_published_cost ? Json(named.published_cost_euro) : Json(nullptr)},
                            {"left_out", changes.left_out.dutch},
                            {"left_out_en", changes.left_out.english},
                            {"half_widths", p == 0 ? Json::object() : half_widths(figures, package.id)}});
    }
    return packages;
}

}  // namespace

std::string what_if_description(WhatIfDescription const& description)
{
    auto const& provenance = description.results.provenance;
    Json json{{"municipality", provenance.municipality_name},
              {"date", description.results.packages.front().date},
              {"seed", std::to_string(provenance.seed)},
              {"replicates", description.payload.replicates.size()},
              {"households", description.households},
              {"embedded_households", description.payload.households},
              {"population_digest", description.population_digest},
              {"schemes", schemes_of(description)},
              {"terms", terms_of(description)},
              {"packages", packages_of(description)}};
    json["leaves_out"] = Json::array();
    for (auto const& text : left_out) {
        json["leaves_out"].push_back({{"dutch", text.dutch}, {"english", text.english}});
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace minimasim::run
