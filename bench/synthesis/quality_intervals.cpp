#include <cstdio>
#include <functional>

#include "bench/synthesis/interval_scores.hpp"
#include "bench/synthesis/trial.hpp"

namespace minimasim::synthesis {
namespace {

constexpr double least_coverage = .85;
constexpr double most_coverage_with_reason = .98;
constexpr double least_mean = 1;  // households: figures below it are left out of the coverage

// Figures of one kind, with what a naive prediction from national rates says of them.
struct FigureClass {
    std::string name;
    EnsembleFigures figures;
    std::vector<double> naive_mean;
    std::vector<double> naive_variance;  // counting noise, and what municipalities differ from the rates
};

using FiguresOf = std::function<std::vector<double>(CellTable const&)>;

class IntervalJudge {
  public:
    IntervalJudge(Trial const& trial, std::vector<Measure>& measures)
        : trial_(trial),
          measures_(measures),
          spreads_(ensemble_spreads(trial.country.spreads,
                                    expert_error(trial.expert, trial.country.country.published),
                                    trial.expert))
    {
    }

    void run()
    {
        auto const national_only = members({});
        FigureClass pairs = figures("two-way cells, national tables only", national_only, &of_pairs);
        for (auto const& pair : published_pairs()) {
            add_naive(figures_of_table(pair), pair[0], false, pairs);
        }
        judge(pairs);
        FigureClass national_groups = figures("groups, national tables only", national_only, &groups_of_area);
        add_naive(figures_of_groups(), household_type, false, national_groups);
        judge(national_groups);

        auto const with_all = members(all_pairs());
        FigureClass groups = figures("groups, all tables", with_all, &groups_of_area);
        add_naive(figures_of_groups(), household_type, false, groups);
        judge(groups);
        FigureClass triples = figures("three-way cells, all tables", with_all, &of_triples);
        for (auto const& triple : triples_of_attributes()) {
            add_naive(figures_of_table(triple), triple[0], false, triples);
        }
        judge(triples);
        FigureClass wijk_groups = figures("groups by wijk, all tables", with_all, &groups_of_wijken);
        add_naive(figures_of_groups(), household_type, true, wijk_groups);
        judge(wijk_groups);
        FigureClass wijk_tables = figures("wijk three-way cells, all tables", with_all, &of_wijk_tables);
        for (auto const& attributes : held_out_triples()) {
            add_naive(figures_of_table(attributes), attributes[0], true, wijk_tables);
        }
        judge(wijk_tables);
    }

  private:
    // Whole households of every member: another error of the expert, other odds of municipality and wijken,
    // another draw.
    std::vector<CellTable> members(std::vector<std::size_t> municipal_pairs) const
    {
        auto held = trial_.knowing(std::move(municipal_pairs));
        held.spreads = spreads_;
        std::vector<CellTable> tables;
        for (std::uint32_t member = 1; member <= trial_.options.members; ++member) {
            auto const catalogue =
                with_expert_error(trial_.catalogue, spreads_, trial_.options.area.seed, member);
            tables.push_back(trial_.populations(catalogue, held, member).whole);
        }
        return tables;
    }

    FigureClass figures(std::string name, std::vector<CellTable> const& tables,
                        FiguresOf const& figures_of) const
    {
        FigureClass result{std::move(name), {figures_of(trial_.truth), {}}, {}, {}};
        for (auto const& table : tables) {
            result.figures.members.push_back(figures_of(table));
        }
        return result;
    }

    static void append(std::vector<double> const& values, std::vector<double>& all)
    {
        all.insert(all.end(), values.begin(), values.end());
    }

    static std::vector<double> of_pairs(CellTable const& table)
    {
        std::vector<double> all;
        for (auto const& pair : published_pairs()) {
            append(table.of_area(pair), all);
        }
        return all;
    }

    static std::vector<double> of_triples(CellTable const& table)
    {
        std::vector<double> all;
        for (auto const& triple : triples_of_attributes()) {
            append(table.of_area(triple), all);
        }
        return all;
    }

    static std::vector<double> of_wijk_tables(CellTable const& table)
    {
        std::vector<double> all;
        for (auto const& attributes : held_out_triples()) {
            append(table.of_wijken(attributes), all);
        }
        return all;
    }

    void add_naive(FigureSet const& set, std::size_t attribute, bool is_by_wijk, FigureClass& result) const
    {
        NationalRates const rates(trial_.country.country, set, attribute);
        auto const mean = is_by_wijk ? trial_.predicted_for_wijken(rates) : rates.predict(trial_.one_way());
        for (double const m : mean) {
            result.naive_mean.push_back(m);
            result.naive_variance.push_back(m + rates.relative_variance() * m * m);
        }
    }

    void judge(FigureClass const& judged)
    {
        auto const kept = with_mean_of(judged.figures, least_mean);
        auto const scores = score_ensemble(kept);
        auto coverage = measure("coverage of 90 % intervals: " + judged.name, scores.coverage_exact,
                                most_coverage_with_reason);
        coverage.lowest = least_coverage;
        coverage.figures = static_cast<double>(kept.truth.size());
        char text[160];
        std::snprintf(text, sizeof text, "%zu figures, plain %.3f, median half width %.1f %%",
                      kept.truth.size(), scores.coverage, 100 * scores.median_half_width);
        coverage.remark = text;
        measures_.push_back(coverage);
        double const ours = score_ensemble(judged.figures).score;
        double const naive =
            score_normal_intervals(judged.figures.truth, judged.naive_mean, judged.naive_variance);
        measures_.push_back(measure("interval score over naive: " + judged.name, ours / naive, 1));
    }

    Trial const& trial_;
    std::vector<Measure>& measures_;
    std::vector<Spread> spreads_;
};

}  // namespace

void judge_intervals(Trial const& trial, std::vector<Measure>& measures)
{
    IntervalJudge(trial, measures).run();
}

}  // namespace minimasim::synthesis
