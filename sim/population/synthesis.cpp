#include "sim/population/synthesis.hpp"

#include "sim/population/amounts.hpp"
#include "sim/population/fit.hpp"
#include "sim/population/fit_report.hpp"
#include "sim/population/profile_draw.hpp"
#include "sim/population/whole_households.hpp"

namespace minimasim::population {

namespace {

constexpr std::size_t catalogue_size = 40'000;

}  // namespace

SynthesisResult draw_population(Evidence const& evidence, MeasureIncome const& measure, std::uint64_t seed,
                                std::uint32_t member, double size_factor)
{
    AssumedValues const assumed(evidence.assumptions, seed, member);
    auto const reconciled = reconcile(evidence, assumed, size_factor);
    auto const goals = margin_goals(evidence, assumed, reconciled, size_factor);
    auto const catalogue = draw_catalogue(evidence, assumed, seed, member, catalogue_size);
    auto const rows = feature_rows(catalogue.archetypes);
    auto const fitted = fit_catalogue(catalogue, rows, national_goals(evidence, assumed), goals);
    auto const whole = draw_whole_households(fitted, rows, goals, seed, member);

    SynthesisResult result;
    result.population = population_of(evidence, assumed, catalogue, whole, reconciled, measure, seed, member,
                                      result.fit.households_outside_class);
    result.population.residents_of_institutions = reconciled.institutions();
    result.profiles = draw_profiles(evidence, assumed, seed, member, result.population);
    fill_report(goals, rows, fitted, result.population, result.fit);
    result.fit.archetypes = static_cast<std::int64_t>(catalogue.archetypes.size());
    result.fit.repairs = whole.repairs;
    return result;
}

FitReport fit_of(Population const& population, Evidence const& evidence)
{
    AssumedValues const central(evidence.assumptions, 0, 0);
    auto const whole = reconcile(evidence, central, 1.0);
    double const size_factor = static_cast<double>(population.size()) / static_cast<double>(whole.households);
    double const factor = size_factor > 0.995 && size_factor < 1.005 ? 1.0 : size_factor;
    auto const goals = margin_goals(evidence, central, reconcile(evidence, central, factor), factor);
    FitReport report;
    fill_report_from_population(goals, population, report);
    return report;
}

}  // namespace minimasim::population
