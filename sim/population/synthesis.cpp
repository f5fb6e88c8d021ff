#include "sim/population/synthesis.hpp"

#include "sim/population/attributes/amounts.hpp"
#include "sim/population/fit/fit.hpp"
#include "sim/population/fit/fit_report.hpp"
#include "sim/population/profiles/profile_draw.hpp"
#include "sim/population/reconciliation/margin_problem.hpp"
#include "sim/population/whole_households/whole_households.hpp"

namespace minimasim::population {

SynthesisResult draw_population(Evidence const& evidence, MeasureIncome const& measure,
                                SynthesisOptions const& options)
{
    auto const& member = options.member;
    MunicipalProblem const municipal(evidence, member, options.size_factor);
    auto const& [assumed, reconciled, goals, catalogue, problem] = municipal;
    auto const fitted = fit_problem(problem, fit_options(member, options.threads));
    auto const whole = draw_whole_households(
        problem, fitted, {member.seed, member.of(UncertaintySource::whole_households), options.threads});

    SynthesisResult result;
    result.population = population_of(evidence, assumed, catalogue, whole, reconciled, measure, member,
                                      result.fit.households_outside_class);
    result.population.residents_of_institutions = reconciled.institutions();
    result.profiles = draw_profiles(evidence, assumed, member, result.population);
    fill_report(goals, problem, fitted, result.population, result.fit);
    result.fit.archetypes = static_cast<std::int64_t>(catalogue.archetypes.size());
    result.fit.repairs = whole.repairs;
    return result;
}

FitReport fit_of(Population const& population, Evidence const& evidence, std::uint64_t seed)
{
    AssumedValues const assumed(evidence.assumptions, {seed, population.member, {}});
    auto const whole = reconcile(evidence, assumed, 1.0);
    double const size_factor = static_cast<double>(population.size()) / static_cast<double>(whole.households);
    double const factor = size_factor > 0.995 && size_factor < 1.005 ? 1.0 : size_factor;
    auto const goals = margin_goals(evidence, assumed, reconcile(evidence, assumed, factor), factor);
    FitReport report;
    fill_report_from_population(goals, population, report);
    return report;
}

}  // namespace minimasim::population
