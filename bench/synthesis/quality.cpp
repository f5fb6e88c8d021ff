#include "bench/synthesis/quality.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "bench/synthesis/interval_scores.hpp"
#include "bench/synthesis/naive.hpp"
#include "sim/base/loop.hpp"

namespace minimasim::synthesis {
namespace {

// Limits of docs/method.md, section 7.
constexpr double two_way_median_limit = .03;
constexpr double two_way_worst_limit = .06;
constexpr double national_only_median_limit = .05;
constexpr double national_only_worst_limit = .09;
constexpr double triple_limit = 1.6;  // times the sampling floor
constexpr double type_limit = .005;
constexpr double person_limit = .02;
constexpr double least_coverage = .85;
constexpr double most_coverage = .95;
constexpr double most_coverage_with_reason = .98;

constexpr double least_members_mean = 1;  // households: figures below it are left out of the coverage
constexpr std::uint64_t catalogue_stream = 0x636174616c;
constexpr std::uint64_t second_draw = 0x7365636f6e64;

std::vector<double> concatenated(std::vector<std::vector<double>> const& parts)
{
    std::vector<double> all;
    for (auto const& part : parts) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

// Everything about the municipality that is judged.
class Judge {
  public:
    Judge(CountryKnowledge const& knowledge, QualityOptions const& options)
        : knowledge_(knowledge),
          options_(options),
          area_(draw_area(options.area)),
          truth_(drawn_table(area_)),
          expected_(expected_table(area_)),
          margins_(margins_of(truth_)),
          catalogue_(catalogue_of_cells(area_.expert)),
          flat_(catalogue_)
    {
        std::fill(flat_.prior.begin(), flat_.prior.end(), 1.0);
    }

    std::vector<Measure> run()
    {
        judge_two_way_tables();
        judge_all_tables();
        judge_people();
        judge_intervals();
        return std::move(measures_);
    }

  private:
    void add(std::string name, double value, double limit = 0, double floor = 0)
    {
        measures_.push_back({std::move(name), value, limit, floor, 0, ""});
    }

    Knowledge knowing(std::vector<std::size_t> pairs) const
    {
        return {&margins_, std::move(pairs), &knowledge_.country.published, {}};
    }

    population::FitOptions fit_options(std::uint32_t member) const
    {
        population::FitOptions options;
        options.threads = options_.threads;
        options.seed = options_.area.seed;
        options.member = member;
        return options;
    }

    population::WholeOptions whole_options(std::uint32_t member) const
    {
        population::WholeOptions options;
        options.seed = options_.area.seed;
        options.member = member;
        options.threads = options_.threads;
        return options;
    }

    CellTable fitted_table(Catalogue const& catalogue, Knowledge const& knowledge) const
    {
        auto const problem = make_problem(catalogue, knowledge);
        return table_of_fit(catalogue, population::fit_problem(problem, fit_options(0)));
    }

    // As fitted, and as whole households.
    struct Populations {
        CellTable fit;
        CellTable whole;
    };

    Populations populations(Catalogue const& catalogue, Knowledge const& knowledge,
                            std::uint32_t member = 0) const
    {
        auto const problem = make_problem(catalogue, knowledge);
        auto const fitted = population::fit_problem(problem, fit_options(member));
        auto const households = population::draw_whole_households(problem, fitted, whole_options(member));
        return {table_of_fit(catalogue, fitted), table_of_households(catalogue, households)};
    }

    // Each published table left out in turn.
    void judge_two_way_tables()
    {
        auto const national_only = populations(catalogue_, knowing({}));
        auto const flat_national = fitted_table(flat_, {&margins_, {}, nullptr, {}});
        auto const one_way = area_one_way();
        std::vector<double> floor;
        std::vector<double> with_others;
        std::vector<double> with_others_whole;
        std::vector<double> national;
        std::vector<double> rates;
        std::vector<double> flat;
        std::vector<double> regression;
        for (std::size_t p = 0; p < published_pairs().size(); ++p) {
            auto const& pair = published_pairs()[p];
            auto const truth = truth_.of_area(pair);
            auto const error = [&](std::vector<double> const& table) {
                return standardised_absolute_error(table, truth);
            };
            auto const fits = populations(catalogue_, knowing(all_pairs_but(p)));
            auto const flat_fit = fitted_table(flat_, {&margins_, all_pairs_but(p), nullptr, {}});
            auto const figures = figures_of_table(pair);
            floor.push_back(error(expected_.of_area(pair)));
            with_others.push_back(error(fits.fit.of_area(pair)));
            with_others_whole.push_back(error(fits.whole.of_area(pair)));
            national.push_back(error(national_only.fit.of_area(pair)));
            rates.push_back(error(NationalRates(knowledge_.country, figures, pair[0]).predict(one_way)));
            flat.push_back(error(flat_fit.of_area(pair)));
            regression.push_back(error(MarginRegression(knowledge_.country, figures).predict(one_way)));
            add("  left out: " + name_of(pair), with_others.back(), 0, floor.back());
            add("  national only: " + name_of(pair), national.back(), 0, floor.back());
        }
        add("two-way left out, median SAE", median(with_others), two_way_median_limit, median(floor));
        add("two-way left out, worst SAE", largest(with_others), two_way_worst_limit, largest(floor));
        add("two-way left out, median SAE of whole households", median(with_others_whole), 0, median(floor));
        add("two-way, national tables only, median SAE", median(national), national_only_median_limit,
            median(floor));
        add("two-way, national tables only, worst SAE", largest(national), national_only_worst_limit,
            largest(floor));
        add_skill("two-way left out", median(with_others), {median(rates), median(flat), median(regression)});
        judge_groups_of(national_only.fit, "groups, national tables only, error",
                        sum_of_group_errors(flat_national));
    }

    // Error over that of each naive method: below 1 is better.
    void add_skill(std::string const& what, double error, std::array<double, 3> const& naive)
    {
        add(what + ": error over national rates", error / naive[0], 1);
        add(what + ": error over flat seed", error / naive[1], 1);
        add(what + ": error over regression", error / naive[2], 1);
    }

    std::vector<double> area_one_way() const
    {
        std::vector<double> total(margins_.one_way.front().size());
        for (auto const& wijk : margins_.one_way) {
            for (std::size_t i = 0; i < total.size(); ++i) {
                total[i] += wijk[i];
            }
        }
        return total;
    }

    template <class Method>
    std::vector<double> predicted_for_wijken(Method const& method) const
    {
        std::vector<double> all;
        for (auto const& one_way : margins_.one_way) {
            auto const values = method.predict(one_way);
            all.insert(all.end(), values.begin(), values.end());
        }
        return all;
    }

    std::vector<double> groups_of_wijken(CellTable const& table) const
    {
        std::vector<double> values(table.wijken() * policy_groups().size());
        for (std::size_t g = 0; g < policy_groups().size(); ++g) {
            auto const of_wijken = policy_groups()[g].of_wijken(table);
            for (std::size_t wijk = 0; wijk < table.wijken(); ++wijk) {
                values[wijk * policy_groups().size() + g] = of_wijken[wijk];
            }
        }
        return values;
    }

    std::vector<double> groups_of_area(std::vector<double> const& of_wijken) const
    {
        std::vector<double> values(policy_groups().size());
        for (std::size_t i = 0; i < of_wijken.size(); ++i) {
            values[i % values.size()] += of_wijken[i];
        }
        return values;
    }

    double sum_of_group_errors(CellTable const& table) const
    {
        return standardised_absolute_error(groups_of_area(groups_of_wijken(table)),
                                           groups_of_area(groups_of_wijken(truth_)));
    }

    void judge_groups_of(CellTable const& table, std::string const& name, double flat)
    {
        double const error = sum_of_group_errors(table);
        add(name, error, 0, sum_of_group_errors(expected_));
        add(name + " over flat seed", error / flat, 1);
    }

    // All municipal tables fitted: tables by wijk that nobody publishes.
    void judge_all_tables()
    {
        auto const ours = populations(catalogue_, knowing(all_pairs()));
        auto const flat = fitted_table(flat_, {&margins_, all_pairs(), nullptr, {}});
        double ours_sum = 0;
        std::array<double, 3> naive_sum{};
        auto const ratio = [&](std::vector<double> const& table, Attributes const& attributes) {
            auto const truth = truth_.of_wijken(attributes);
            return standardised_root_mean_square(table, truth) /
                   standardised_root_mean_square(expected_.of_wijken(attributes), truth);
        };
        auto const judge = [&](Attributes const& attributes, double limit) {
            auto const figures = figures_of_table(attributes);
            double const error = ratio(ours.fit.of_wijken(attributes), attributes);
            add("wijk x " + name_of(attributes) + ", SRMSE over floor", error, limit);
            add("  the same of whole households", ratio(ours.whole.of_wijken(attributes), attributes));
            ours_sum += error;
            NationalRates const rates(knowledge_.country, figures, attributes[0]);
            MarginRegression const regression(knowledge_.country, figures);
            naive_sum[0] += ratio(predicted_for_wijken(rates), attributes);
            naive_sum[1] += ratio(flat.of_wijken(attributes), attributes);
            naive_sum[2] += ratio(predicted_for_wijken(regression), attributes);
        };
        for (auto const& attributes : held_out_triples()) {
            judge(attributes, triple_limit);
        }
        for (auto const& attributes : held_out_quadruples()) {
            judge(attributes, 0);
        }
        add_skill("wijk tables", ours_sum, naive_sum);
        auto const truth = groups_of_wijken(truth_);
        auto const error = [&](std::vector<double> const& values) {
            return standardised_absolute_error(values, truth);
        };
        auto const figures = figures_of_groups();
        double const groups = error(groups_of_wijken(ours.fit));
        add("groups by wijk, SAE", groups, 0, error(groups_of_wijken(expected_)));
        add_skill("groups by wijk", groups,
                  {error(predicted_for_wijken(NationalRates(knowledge_.country, figures, household_type))),
                   error(groups_of_wijken(flat)),
                   error(predicted_for_wijken(MarginRegression(knowledge_.country, figures)))});
        judge_groups_of(ours.fit, "groups, all tables, error", sum_of_group_errors(flat));
    }

    // Households with members: what counts of persons and of households remain after forming them.
    void judge_people()
    {
        auto const people = draw_people(area_, options_.area.seed);
        auto const catalogue = catalogue_of_people(area_.expert, options_.people_archetypes,
                                                   options_.area.seed ^ catalogue_stream);
        auto margins = margins_;
        publish_people(people, margins);
        auto knowledge = knowing(all_pairs());
        knowledge.local = &margins;
        auto const again = draw_people(area_, options_.area.seed ^ second_draw);
        // Two draws differ by twice the variance of one.
        double const floor =
            standardised_absolute_error(again.by_position_age_sex, people.by_position_age_sex) /
            std::sqrt(2.0);
        auto const judge = [&](std::string const& name, double limit) {
            auto const problem = make_problem(catalogue, knowledge);
            auto const fitted = population::fit_problem(problem, fit_options(0));
            auto const households = population::draw_whole_households(problem, fitted, whole_options(0));
            auto const whole = table_of_households(catalogue, households);
            if (limit > 0) {
                add("type x wijk, SAE of whole households",
                    standardised_absolute_error(whole.of_wijken({household_type}),
                                                truth_.of_wijken({household_type})),
                    type_limit);
            }
            add(name,
                standardised_absolute_error(persons_of_households(catalogue, households),
                                            people.by_position_age_sex),
                limit, floor);
        };
        judge("position x age x sex, SAE of whole households", person_limit);
        margins.position_age.clear();
        judge("  the same, position in no margin", 0);
    }

    struct FigureClass {
        std::string name;
        EnsembleFigures figures;
        std::vector<double> naive_mean;
        std::vector<double> naive_variance;
    };

    // Mean and variance of a prediction from national rates: counting noise and what municipalities differ.
    void add_naive(FigureSet const& figures, std::size_t attribute, bool is_by_wijk,
                   FigureClass& result) const
    {
        NationalRates const rates(knowledge_.country, figures, attribute);
        auto const mean = is_by_wijk ? predicted_for_wijken(rates) : rates.predict(area_one_way());
        for (double const m : mean) {
            result.naive_mean.push_back(m);
            result.naive_variance.push_back(m + rates.relative_variance() * m * m);
        }
    }

    void judge_intervals()
    {
        auto const spreads = ensemble_spreads(
            knowledge_.spreads, expert_error(area_.expert, knowledge_.country.published), area_.expert);
        auto const members = [&](std::vector<std::size_t> pairs) {
            auto knowledge = knowing(std::move(pairs));
            knowledge.spreads = spreads;
            std::vector<CellTable> tables;
            for (std::uint32_t member = 1; member <= options_.members; ++member) {
                tables.push_back(populations(catalogue_, knowledge, member).whole);
            }
            return tables;
        };
        auto const of_triples = [](CellTable const& table) {
            std::vector<std::vector<double>> parts;
            for (auto const& attributes : held_out_triples()) {
                parts.push_back(table.of_wijken(attributes));
            }
            return concatenated(parts);
        };
        auto const of_pairs = [](CellTable const& table) {
            std::vector<std::vector<double>> parts;
            for (auto const& pair : published_pairs()) {
                parts.push_back(table.of_area(pair));
            }
            return concatenated(parts);
        };
        auto const by_wijk = [&](CellTable const& table) { return groups_of_wijken(table); };
        auto const of_area = [&](CellTable const& table) { return groups_of_area(groups_of_wijken(table)); };
        auto const figure_class = [&](std::string name, std::vector<CellTable> const& tables,
                                      auto const& figures_of) {
            FigureClass result{std::move(name), {figures_of(truth_), {}}, {}, {}};
            for (auto const& table : tables) {
                result.figures.members.push_back(figures_of(table));
            }
            return result;
        };

        auto const groups = figures_of_groups();
        auto const national_only = members({});
        auto two_way = figure_class("two-way cells, national tables only", national_only, of_pairs);
        for (auto const& pair : published_pairs()) {
            add_naive(figures_of_table(pair), pair[0], false, two_way);
        }
        judge_class(two_way);
        auto national_groups = figure_class("groups, national tables only", national_only, of_area);
        add_naive(groups, household_type, false, national_groups);
        judge_class(national_groups);

        auto const with_all = members(all_pairs());
        auto area_groups = figure_class("groups, all tables", with_all, of_area);
        add_naive(groups, household_type, false, area_groups);
        judge_class(area_groups);
        auto wijk_groups = figure_class("groups by wijk, all tables", with_all, by_wijk);
        add_naive(groups, household_type, true, wijk_groups);
        judge_class(wijk_groups);
        auto triples = figure_class("wijk three-way cells, all tables", with_all, of_triples);
        for (auto const& attributes : held_out_triples()) {
            add_naive(figures_of_table(attributes), attributes[0], true, triples);
        }
        judge_class(triples);
    }

    void judge_class(FigureClass const& figure_class)
    {
        auto const scores = score_ensemble(with_mean_of(figure_class.figures, least_members_mean));
        Measure coverage{"coverage of 90 % intervals: " + figure_class.name,
                         scores.coverage_exact,
                         most_coverage_with_reason,
                         0,
                         least_coverage,
                         ""};
        char text[160];
        std::snprintf(text, sizeof text, "plain %.3f, median half width %.1f %%", scores.coverage,
                      100 * scores.median_half_width);
        coverage.remark = text;
        measures_.push_back(coverage);
        double const ours = score_ensemble(figure_class.figures).score;
        double const naive = score_normal_intervals(figure_class.figures.truth, figure_class.naive_mean,
                                                    figure_class.naive_variance);
        add("interval score over naive: " + figure_class.name, ours / naive, 1);
    }

    CountryKnowledge const& knowledge_;
    QualityOptions options_;
    Area area_;
    CellTable truth_;
    CellTable expected_;
    Margins margins_;
    Catalogue catalogue_;
    Catalogue flat_;
    std::vector<Measure> measures_;
};

}  // namespace

CountryKnowledge learn_country(AreaOptions const& options)
{
    CountryKnowledge knowledge{draw_country(options), {}};
    knowledge.spreads = pair_spreads(knowledge.country);
    return knowledge;
}

std::vector<Measure> judge_municipality(CountryKnowledge const& knowledge, QualityOptions const& options)
{
    return Judge(knowledge, options).run();
}

}  // namespace minimasim::synthesis
