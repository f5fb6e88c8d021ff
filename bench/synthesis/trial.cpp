#include "bench/synthesis/trial.hpp"

#include <algorithm>
#include <utility>

namespace minimasim::synthesis {

Trial::Trial(CountryKnowledge const& knowledge, QualityOptions const& chosen)
    : country(knowledge),
      options(chosen),
      area(draw_area(chosen.area)),
      truth(drawn_table(area)),
      expected(expected_table(area)),
      margins(margins_of(area)),
      expert(calibrated(area.expert, expert_slopes(area.expert, knowledge.country.published))),
      catalogue(catalogue_of_cells(expert)),
      flat(catalogue)
{
    std::fill(flat.prior.begin(), flat.prior.end(), 1.0);
}

Knowledge Trial::knowing(std::vector<std::size_t> municipal_pairs) const
{
    return {&margins, std::move(municipal_pairs), &country.country.published, {}};
}

Knowledge Trial::knowing_locally(std::vector<std::size_t> municipal_pairs) const
{
    return {&margins, std::move(municipal_pairs), nullptr, {}};
}

Trial::Populations Trial::populations(Catalogue const& archetypes, Knowledge const& held,
                                      std::uint32_t member) const
{
    auto const problem = make_problem(archetypes, held);
    population::FitOptions fit;
    fit.threads = options.threads;
    fit.seed = options.area.seed;
    fit.member = member;
    population::WholeOptions whole;
    whole.threads = options.threads;
    whole.seed = options.area.seed;
    whole.member = member;
    auto const fitted = population::fit_problem(problem, fit);
    auto const households = population::draw_whole_households(problem, fitted, whole);
    return {table_of_fit(archetypes, fitted), table_of_households(archetypes, households)};
}

CellTable Trial::fitted_table(Catalogue const& archetypes, Knowledge const& held) const
{
    auto const problem = make_problem(archetypes, held);
    population::FitOptions fit;
    fit.threads = options.threads;
    return table_of_fit(archetypes, population::fit_problem(problem, fit));
}

population::WholeHouseholds Trial::households(population::FitProblem const& problem) const
{
    population::FitOptions fit;
    fit.threads = options.threads;
    population::WholeOptions whole;
    whole.threads = options.threads;
    whole.seed = options.area.seed;
    auto const fitted = population::fit_problem(problem, fit);
    return population::draw_whole_households(problem, fitted, whole);
}

std::vector<double> Trial::one_way() const
{
    std::vector<double> total(margins.one_way.front().size());
    for (auto const& wijk : margins.one_way) {
        for (std::size_t i = 0; i < total.size(); ++i) {
            total[i] += wijk[i];
        }
    }
    return total;
}

std::vector<double> groups_of_wijken(CellTable const& table)
{
    auto const groups = policy_groups().size();
    std::vector<double> values(table.wijken() * groups);
    for (std::size_t g = 0; g < groups; ++g) {
        auto const of_wijken = policy_groups()[g].of_wijken(table);
        for (std::size_t wijk = 0; wijk < table.wijken(); ++wijk) {
            values[wijk * groups + g] = of_wijken[wijk];
        }
    }
    return values;
}

std::vector<double> groups_of_area(CellTable const& table)
{
    std::vector<double> values;
    for (auto const& group : policy_groups()) {
        values.push_back(sum(group.of_wijken(table)));
    }
    return values;
}

Measure measure(std::string name, double value, double limit, double floor)
{
    Measure result;
    result.name = std::move(name);
    result.value = value;
    result.limit = limit;
    result.floor = floor;
    return result;
}

}  // namespace minimasim::synthesis
