#include <algorithm>
#include <array>
#include <cmath>

#include "bench/synthesis/trial.hpp"

namespace minimasim::synthesis {
namespace {

// Limits of the acceptance table in bench/synthesis/README.md.
constexpr double two_way_median_limit = .03;
constexpr double two_way_worst_limit = .06;
constexpr double national_only_median_limit = .05;
constexpr double national_only_worst_limit = .09;
constexpr double triple_limit = 1.6;  // times the sampling floor
constexpr double type_limit = .005;
constexpr double person_limit = .02;

constexpr double smallest_prior = .1;  // households in the whole country, of a cell that has none
constexpr std::uint64_t catalogue_stream = 0x636174616c;
constexpr std::uint64_t second_draw = 0x7365636f6e64;

// Error over that of each naive method: below 1 is better.
void add_skill(std::string const& what, double error, std::array<double, 3> const& naive,
               std::vector<Measure>& measures)
{
    measures.push_back(measure(what + ": error over national rates", error / naive[0], 1));
    measures.push_back(measure(what + ": error over flat seed", error / naive[1], 1));
    measures.push_back(measure(what + ": error over regression", error / naive[2], 1));
}

// Each published table left out in turn; and none of the municipality's held.
void judge_two_way(Trial const& trial, std::vector<Measure>& measures)
{
    auto const national_only = trial.fitted_table(trial.catalogue, trial.knowing({}));
    auto const one_way = trial.one_way();
    std::vector<double> floor;
    std::vector<double> fit;
    std::vector<double> whole;
    std::vector<double> national;
    std::array<std::vector<double>, 3> naive;
    for (std::size_t p = 0; p < published_pairs().size(); ++p) {
        auto const& pair = published_pairs()[p];
        auto const truth = trial.truth.of_area(pair);
        auto const error = [&](std::vector<double> const& table) {
            return standardised_absolute_error(table, truth);
        };
        auto const ours = trial.populations(trial.catalogue, trial.knowing(all_pairs_but(p)));
        auto const flat = trial.fitted_table(trial.flat, trial.knowing_locally(all_pairs_but(p)));
        auto const figures = figures_of_table(pair);
        NationalRates const rates(trial.country.country, figures, pair[0]);
        MarginRegression const regression(trial.country.country, figures);
        floor.push_back(error(trial.expected.of_area(pair)));
        fit.push_back(error(ours.fit.of_area(pair)));
        whole.push_back(error(ours.whole.of_area(pair)));
        national.push_back(error(national_only.of_area(pair)));
        naive[0].push_back(error(rates.predict(one_way)));
        naive[1].push_back(error(flat.of_area(pair)));
        naive[2].push_back(error(regression.predict(one_way)));
        measures.push_back(measure("  left out: " + name_of(pair) + ", SAE", fit.back(), 0, floor.back()));
        measures.push_back(
            measure("  national tables only: " + name_of(pair) + ", SAE", national.back(), 0, floor.back()));
    }
    double const usual = median(floor);
    double const worst = largest(floor);
    measures.push_back(measure("two-way left out, median SAE", median(fit), two_way_median_limit, usual));
    measures.push_back(measure("two-way left out, worst SAE", largest(fit), two_way_worst_limit, worst));
    measures.push_back(measure("  of whole households, median SAE", median(whole), 0, usual));
    measures.push_back(measure("  of whole households, worst SAE", largest(whole), 0, worst));
    measures.push_back(measure("two-way, national tables only, median SAE", median(national),
                               national_only_median_limit, usual));
    measures.push_back(measure("two-way, national tables only, worst SAE", largest(national),
                               national_only_worst_limit, worst));
    add_skill("two-way left out", median(fit), {median(naive[0]), median(naive[1]), median(naive[2])},
              measures);

    auto const groups = groups_of_area(trial.truth);
    auto const error = [&](CellTable const& table) {
        return standardised_absolute_error(groups_of_area(table), groups);
    };
    double const ours = error(national_only);
    double const flat = error(trial.fitted_table(trial.flat, trial.knowing_locally({})));
    measures.push_back(measure("groups, national tables only, SAE", ours, 0, error(trial.expected)));
    measures.push_back(measure("groups, national tables only: error over flat seed", ours / flat, 1));
}

// All municipal tables fitted: tables by wijk that nobody publishes.
void judge_by_wijk(Trial const& trial, std::vector<Measure>& measures)
{
    auto informed = trial.catalogue;
    for (std::size_t k = 0; k < informed.cells.size(); ++k) {
        informed.prior[k] = std::max(smallest_prior, trial.country.country.cells[informed.cells[k]]);
    }
    auto const ours = trial.populations(trial.catalogue, trial.knowing(all_pairs()));
    auto const flat = trial.fitted_table(trial.flat, trial.knowing_locally(all_pairs()));
    auto const best = trial.fitted_table(informed, trial.knowing(all_pairs()));
    double sum_of_ours = 0;
    std::array<double, 3> sum_of_naive{};
    auto const judge = [&](Attributes const& attributes, double limit) {
        auto const truth = trial.truth.of_wijken(attributes);
        double const floor = standardised_root_mean_square(trial.expected.of_wijken(attributes), truth);
        auto const ratio = [&](std::vector<double> const& table) {
            return standardised_root_mean_square(table, truth) / floor;
        };
        auto const figures = figures_of_table(attributes);
        NationalRates const rates(trial.country.country, figures, attributes[0]);
        MarginRegression const regression(trial.country.country, figures);
        double const error = ratio(ours.fit.of_wijken(attributes));
        auto const name = "wijk x " + name_of(attributes) + ", SRMSE over floor";
        measures.push_back(limit > 0 ? measure(name, error, limit) : measure("  " + name, error));
        measures.push_back(measure("    of whole households", ratio(ours.whole.of_wijken(attributes))));
        measures.push_back(
            measure("    with the true national joint as prior", ratio(best.of_wijken(attributes))));
        sum_of_ours += error;
        sum_of_naive[0] += ratio(trial.predicted_for_wijken(rates));
        sum_of_naive[1] += ratio(flat.of_wijken(attributes));
        sum_of_naive[2] += ratio(trial.predicted_for_wijken(regression));
    };
    // Type x tenure is judged in the mean alone: how wijken differ in it stands in no margin, and not even
    // the true national joint predicts it.
    for (auto const& attributes : held_out_triples()) {
        judge(attributes, attributes == Attributes{household_type, tenure} ? 0 : triple_limit);
    }
    measures.push_back(measure("wijk three-way tables, mean SRMSE over floor",
                               sum_of_ours / static_cast<double>(held_out_triples().size()), triple_limit));
    for (auto const& attributes : held_out_quadruples()) {
        judge(attributes, 0);
    }
    add_skill("wijk tables", sum_of_ours, sum_of_naive, measures);

    auto const truth = groups_of_wijken(trial.truth);
    auto const error = [&](std::vector<double> const& values) {
        return standardised_absolute_error(values, truth);
    };
    NationalRates const rates(trial.country.country, figures_of_groups(), household_type);
    MarginRegression const regression(trial.country.country, figures_of_groups());
    double const groups = error(groups_of_wijken(ours.fit));
    measures.push_back(measure("groups by wijk, SAE", groups, 0, error(groups_of_wijken(trial.expected))));
    measures.push_back(measure("groups by wijk: error over national rates",
                               groups / error(trial.predicted_for_wijken(rates)), 1));
    measures.push_back(measure("groups by wijk: error over regression",
                               groups / error(trial.predicted_for_wijken(regression)), 1));
    // Not judged: with all tables fitted these groups are at their sampling floor whatever the prior.
    measures.push_back(
        measure("  groups by wijk: error over flat seed", groups / error(groups_of_wijken(flat))));
    auto const of_area = groups_of_area(trial.truth);
    auto const area_error = [&](CellTable const& table) {
        return standardised_absolute_error(groups_of_area(table), of_area);
    };
    double const area_floor = area_error(trial.expected);
    measures.push_back(measure("  groups, all tables, SAE", area_error(ours.fit), 0, area_floor));
    measures.push_back(measure("  groups, all tables, flat seed, SAE", area_error(flat), 0, area_floor));
}

}  // namespace

void judge_tables(Trial const& trial, std::vector<Measure>& measures)
{
    judge_two_way(trial, measures);
    judge_by_wijk(trial, measures);
}

// Households with members: what of the counts of persons and of households is left after forming them.
void judge_people(Trial const& trial, std::vector<Measure>& measures)
{
    auto const seed = trial.options.area.seed;
    auto const people = draw_people(trial.area, seed);
    auto const again = draw_people(trial.area, seed ^ second_draw);
    auto const& truth = people.by_position_age_sex;
    // Two draws differ by twice the variance of one.
    double const floor = standardised_absolute_error(again.by_position_age_sex, truth) / std::sqrt(2.0);
    auto const catalogue =
        catalogue_of_people(trial.expert, trial.options.people_archetypes, seed ^ catalogue_stream);
    auto margins = trial.margins;
    publish_people(people, margins);
    auto held = trial.knowing(all_pairs());
    held.local = &margins;
    auto const households = trial.households(make_problem(catalogue, held));
    auto const types = table_of_households(catalogue, households).of_wijken({household_type});
    measures.push_back(measure("type x wijk, SAE of whole households",
                               standardised_absolute_error(types, trial.truth.of_wijken({household_type})),
                               type_limit));
    measures.push_back(
        measure("position x age x sex, SAE of whole households",
                standardised_absolute_error(persons_of_households(catalogue, households), truth),
                person_limit, floor));
    margins.position_age_sex.clear();
    auto const without = trial.households(make_problem(catalogue, held));
    measures.push_back(measure("  position in no margin",
                               standardised_absolute_error(persons_of_households(catalogue, without), truth),
                               0, floor));
}

}  // namespace minimasim::synthesis
