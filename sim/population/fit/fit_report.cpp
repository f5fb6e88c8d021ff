#include "sim/population/fit/fit_report.hpp"

#include <algorithm>
#include <cstdio>

namespace minimasim::population {

namespace {

using Totals = std::vector<double>;

// Feature totals of each neighbourhood, and last of the municipality.
std::vector<Totals> count(Population const& population, std::size_t places)
{
    std::vector<Totals> totals(places + 1, Totals(feature::count, 0.0));
    for (std::size_t i = 0; i < population.size(); ++i) {
        auto const household = archetype_of(population, i);
        count_features(household, 1, totals[population.neighbourhood[i]]);
        count_features(household, 1, totals[places]);
    }
    return totals;
}

std::string certificate(FitRow const& row)
{
    char text[400];
    std::snprintf(text, sizeof text, "%s %s = %s (%s, %s): drawn %.0f, allowed %.1f to %.1f, fitted %.1f",
                  row.area.c_str(), row.attribute.c_str(), row.category.c_str(), row.universe.c_str(),
                  row.evidence_class == 'H'   ? "HARD"
                  : row.evidence_class == 'F' ? "FIRM"
                                              : "SOFT",
                  row.drawn, row.low, row.high, row.fitted);
    return text;
}

void add_rows(std::vector<MarginGoal> const& goals, Totals const& fitted, Totals const& drawn,
              FitReport& report)
{
    for (auto const& g : goals) {
        FitRow row = g.row;
        row.fitted = fitted[g.goal.feature];
        row.drawn = drawn[g.goal.feature];
        if (!row.is_met() && row.evidence_class != 'S') {
            report.certificates.push_back(certificate(row));
        }
        report.rows.push_back(std::move(row));
    }
}

}  // namespace

Archetype archetype_of(Population const& p, std::size_t i)
{
    Archetype household;
    household.type = p.type[i];
    household.tenure = p.tenure[i];
    household.main_source = p.main_source[i];
    household.income_class = p.income_class[i];
    for (auto j = p.person_begin[i]; j < p.person_begin[i + 1] && household.count < largest_household; ++j) {
        household.add({p.persons.age[j], p.persons.sex[j], p.persons.role[j], p.persons.education[j],
                       p.persons.source[j]});
    }
    return household;
}

void fill_report(MarginGoals const& goals, FitProblem const& problem, FittedWeights const& fitted,
                 Population const& population, FitReport& report)
{
    std::size_t const places = goals.neighbourhoods.size();
    auto const drawn = count(population, places);
    Totals town(feature::count, 0.0);
    std::vector<Totals> local;
    std::vector<double> weights;
    for (std::size_t n = 0; n < places; ++n) {
        fitted.of_place(n, weights);
        local.push_back(feature_totals(problem, weights));
        std::transform(town.begin(), town.end(), local.back().begin(), town.begin(), std::plus<>());
    }
    add_rows(goals.municipality, town, drawn[places], report);
    for (std::size_t n = 0; n < places; ++n) {
        add_rows(goals.neighbourhoods[n], local[n], drawn[n], report);
    }
    for (std::size_t n = 0; n < places; ++n) {
        auto const& fit = fitted.fits[n];
        report.neighbourhoods.push_back({goals.neighbourhoods[n].front().row.area, fit.kullback_leibler,
                                         fit.effective_archetypes, fit.archetypes_at_bound, fit.newton_steps,
                                         fit.has_converged, fit.largest_ratio});
    }
}

void fill_report_from_population(MarginGoals const& goals, Population const& population, FitReport& report)
{
    std::size_t const places = goals.neighbourhoods.size();
    auto const drawn = count(population, places);
    add_rows(goals.municipality, drawn[places], drawn[places], report);
    for (std::size_t n = 0; n < places; ++n) {
        add_rows(goals.neighbourhoods[n], drawn[n], drawn[n], report);
    }
}

}  // namespace minimasim::population
