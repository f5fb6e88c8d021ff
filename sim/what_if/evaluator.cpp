#include "sim/what_if/evaluator.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "sim/outcomes/figures.hpp"

namespace minimasim::what_if {

namespace {

constexpr char const* baseline_id = "baseline";
constexpr char const* package_id = "what-if";

// The outcomes that the page shows; the others are not counted here.
constexpr std::string_view shown_outcomes[] = {"cost_per_year",
                                               "gross_cost_per_year",
                                               "entitled_households",
                                               "recipients_households",
                                               "users",
                                               "take_up",
                                               "newly_entitled_households",
                                               "newly_reached_households",
                                               "no_longer_entitled_households",
                                               "poor_persons",
                                               "poor_children",
                                               "poor_households",
                                               "near_poor_persons",
                                               "poverty_gap_per_year"};

bool is_shown(outcomes::Figure const& figure)
{
    return figure.package == package_id && std::find(std::begin(shown_outcomes), std::end(shown_outcomes),
                                                     figure.outcome) != std::end(shown_outcomes);
}

}  // namespace

Evaluator::Evaluator(Payload payload) : payload_(std::move(payload)), reach_(payload_)
{
    for (auto const& inputs : payload_.replicates) {
        replicates_.push_back(std::make_unique<Replicate>(payload_, reach_, inputs));
    }
}

std::vector<outcomes::Figure> Evaluator::evaluate(Package const& package) const
{
    outcomes::Totals totals;
    totals.packages = {baseline_id, package_id};
    totals.measures = payload_.measures;
    auto budgets = payload_.measure_budgets;
    for (std::size_t i = 0; i < package.measure_budgets.size() && i < budgets.size(); ++i) {
        budgets[i] = std::isnan(package.measure_budgets[i]) ? budgets[i] : package.measure_budgets[i];
    }
    totals.measure_budgets = {payload_.measure_budgets, budgets};
    totals.counted_in = payload_.counted_in;
    totals.members = 1;
    totals.given_take_up = {0, 0};
    for (std::size_t k = 0; k < scheme_count; ++k) {
        bool const is_given = package.take_up[k].kind != TakeUpChange::Kind::none;
        totals.given_take_up[1] = static_cast<std::uint16_t>(totals.given_take_up[1] | (is_given << k));
    }
    for (auto const& replicate : replicates_) {
        totals.by_replicate.push_back({replicate->baseline(), replicate->run(package)});
    }
    auto figures = outcomes::make_figures(totals, {{{outcomes::Breakdown::total, ""}}, {}});
    figures.erase(std::remove_if(figures.begin(), figures.end(),
                                 [](outcomes::Figure const& figure) { return !is_shown(figure); }),
                  figures.end());
    return figures;
}

double Evaluator::share_of_users(std::size_t scheme) const
{
    double sum = 0;
    for (auto const& replicate : replicates_) {
        sum += replicate->share_of_users(scheme);
    }
    return replicates_.empty() ? 0 : sum / static_cast<double>(replicates_.size());
}

}  // namespace minimasim::what_if
