#include "bench/synthesis/quality.hpp"

#include <cmath>

#include "bench/synthesis/trial.hpp"

namespace minimasim::synthesis {

bool Measure::is_forgiven() const
{
    if (is_coverage()) {
        double const two_errors = 2 * std::sqrt(.9 * .1 / figures);
        return lowest - two_errors <= value && value <= limit + two_errors;
    }
    return floor > 0 && value <= 3 * floor;
}

double over_seeds(std::vector<Measure> const& of_seeds)
{
    if (!of_seeds.front().is_coverage()) {
        std::vector<double> values;
        for (auto const& measure : of_seeds) {
            values.push_back(measure.value);
        }
        return median(values);
    }
    double covered = 0;
    double figures = 0;
    for (auto const& measure : of_seeds) {
        covered += measure.value * measure.figures;
        figures += measure.figures;
    }
    return covered / figures;
}

CountryKnowledge learn_country(AreaOptions const& options)
{
    CountryKnowledge knowledge{draw_country(options), {}};
    knowledge.spreads = pair_spreads(knowledge.country);
    return knowledge;
}

std::vector<Measure> judge_municipality(CountryKnowledge const& knowledge, QualityOptions const& options)
{
    Trial const trial(knowledge, options);
    std::vector<Measure> measures;
    judge_tables(trial, measures);
    judge_people(trial, measures);
    if (options.members > 0) {
        judge_intervals(trial, measures);
    }
    return measures;
}

}  // namespace minimasim::synthesis
