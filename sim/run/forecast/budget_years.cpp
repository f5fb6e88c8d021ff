#include "sim/run/forecast/budget_years.hpp"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <utility>

#include "sim/base/error.hpp"
#include "sim/base/loop.hpp"
#include "sim/run/forecast/year_numbers.hpp"
#include "sim/run/members/member_rows.hpp"
#include "sim/run/members/prepare.hpp"
#include "sim/run/replicate.hpp"
#include "sim/run/report_content.hpp"
#include "sim/run/take_up/take_up_matching.hpp"

namespace minimasim::run {

namespace {

using outcomes::SchemeOutcome;

// A member at the calibration date and in every year, each year under the laws of its packages.
struct MemberOfYears {
    Member start;
    std::vector<Member> years;
};

// Schemes and measures as the budget of the municipality knows them, schemes first.
std::vector<outcomes::BudgetLine> lines_of(Workspace const& workspace)
{
    auto lines = read_budget_lines(workspace);
    if (lines.empty()) {
        throw InputError(
            (workspace.folders.data / "municipalities" / workspace.municipality.code / "task_fields.csv")
                .string(),
            0, "is missing; budget years say the task field, duration and payer of every line");
    }
    return lines;
}

BudgetsOfParts budgets_of(std::vector<BudgetYearPlan> const& plans, PolicyIndex const& index,
                          forecast::DrawnIndex const& drawn)
{
    BudgetsOfParts all;
    for (auto const& plan : plans) {
        auto& of_year = all.emplace_back();
        for (auto const& package : plan.packages) {
            for (auto const& part : package) {
                of_year.push_back(index.moved(part.policy, drawn).measure_budgets);
            }
        }
    }
    return all;
}

// Years of the budget and of the outcomes, each once.
std::vector<int> all_years(BudgetYearsOptions const& options)
{
    std::vector<int> years;
    std::set_union(options.years.begin(), options.years.end(), options.outcome_years.begin(),
                   options.outcome_years.end(), std::back_inserter(years));
    return years;
}

}  // namespace

class BudgetYears::Engine {
  public:
    Engine(Workspace const& workspace, RunOptions const& run,
           std::vector<input::Scenario const*> const& scenarios, BudgetYearsOptions options)
        : workspace_(workspace),
          run_(run),
          scenarios_(scenarios),
          options_(std::move(options)),
          years_(all_years(options_)),
          index_(workspace),
          lines_(lines_of(workspace)),
          base_(setting_of(workspace, run))
    {
        check_years();
        for (int const year : years_) {
            plans_.push_back(plan_year(workspace, scenarios, year));
            index_.check(plans_.back().to_run.front().policy);
        }
        // Totals alone: households keep their cells, but nothing is counted in them.
        base_.cells = outcomes::Cells{{{outcomes::Breakdown::total, ""}}, {}};
    }

    NumbersOfYears numbers(Ensemble const& ensemble, std::vector<std::uint32_t> const& replicates)
    {
        base_.plausible =
            match_take_up(base_, workspace_.take_up_evidence, members_to_match(ensemble, run_), run_.threads)
                .plausible;
        auto const members = std::min(run_.members, run_.replicates);
        auto const drawn = forecast::draw_indices(index_.path(), run_.seed, members);
        std::vector<std::vector<std::size_t>> places(members);  // of the replicates of every member
        for (std::size_t i = 0; i < replicates.size(); ++i) {
            places[replicates[i] % members].push_back(i);
        }
        auto numbers = no_numbers(replicates.size());
        auto const prices = forecast::index_series("prices");
        int const price_year = workspace_.municipality.policy_date.year;
        std::atomic<std::size_t> finished = 0;
        run_in_parallel(members, run_.threads, [&](std::size_t number) {
            auto const m = static_cast<std::uint32_t>(number);
            if (places[m].empty()) {
                return true;
            }
            auto const settings = settings_of(drawn[m]);
            auto const member = member_of(ensemble.member(m), m, settings, drawn[m]);
            auto const budgets = budgets_of(plans_, index_, drawn[m]);
            for (auto const place : places[m]) {
                put_numbers(plans_, lines_, options_, run_replicate(settings, member, replicates[place]),
                            budgets, place, numbers);
                for (std::size_t y = 0; y < options_.years.size(); ++y) {
                    numbers.budget.price_index[y][place] =
                        drawn[m].growth(prices, price_year, options_.years[y]);
                }
                run_.progress("budget years",
                              static_cast<double>(++finished) / static_cast<double>(replicates.size()));
            }
            return true;
        });
        return numbers;
    }

    forecast::BudgetInput input(forecast::BudgetNumbers numbers,
                                std::vector<forecast::BudgetPackage> packages) const
    {
        for (std::size_t p = 0; p < packages.size(); ++p) {
            for (auto const& plan : plans_) {
                packages[p].months.push_back(plan.months[p]);
            }
        }
        return {std::move(numbers), workspace_.municipality.policy_date.year, options_.years, lines_,
                std::move(packages)};
    }

    forecast::OutcomeInput outcome_input(forecast::OutcomeNumbers numbers,
                                         std::vector<std::string> packages) const
    {
        forecast::OutcomeInput input{std::move(numbers),  options_.outcome_years,
                                     std::move(packages), std::min(run_.members, run_.replicates),
                                     base_.counted_in,    {}};
        input.given_take_up.resize(scenarios_.size());
        for (std::size_t p = 1; p < scenarios_.size(); ++p) {
            for (auto const& change : scenarios_[p]->take_up) {
                input.given_take_up[p] |= static_cast<std::uint16_t>(1U << scheme_index(change.scheme));
            }
        }
        return input;
    }

  private:
    NumbersOfYears no_numbers(std::size_t replicates) const
    {
        forecast::SpendingOfLines const nothing(lines_.size(), std::vector<double>(replicates));
        std::vector<forecast::CountsOfYear> const nobody(replicates);
        auto const packages = scenarios_.size();
        return {{std::vector(packages, std::vector(options_.years.size(), nothing)),
                 std::vector(options_.years.size(), std::vector<double>(replicates))},
                {std::vector(packages, std::vector(options_.outcome_years.size(), nobody))}};
    }

    std::vector<Setting> settings_of(forecast::DrawnIndex const& drawn) const
    {
        std::vector<Setting> settings(plans_.size(), base_);
        for (std::size_t y = 0; y < plans_.size(); ++y) {
            settings[y].packages = moved_packages(plans_[y], index_, drawn);
        }
        return settings;
    }

    MemberOfYears member_of(population::Population at_base_date, std::uint32_t number,
                            std::vector<Setting> const& settings, forecast::DrawnIndex const& drawn) const
    {
        MemberOfYears all;
        auto& start = all.start;
        start.number = number;
        start.population = std::move(at_base_date);
        auto const& then = base_.calibration_policy;
        auto const claims = claims_of_member(base_, start);
        start.calibration = make_columns(start.population, claims, then.policy, then.date.year, base_.cells);
        start.facts = facts_of(base_, start);
        if (options_.households_of_years) {
            auto of_years = options_.households_of_years(start.population, number, years_);
            for (std::size_t y = 0; y < settings.size(); ++y) {
                all.years.push_back(other_households(std::move(of_years[y]), number, settings[y], drawn));
            }
            start = resident_member(base_, Screen(base_), start);
            return all;
        }
        std::vector<std::size_t> laws;  // of every year
        Setting joint = base_;
        for (auto const& setting : settings) {
            auto const first = start.by_law.size();
            add_columns(start.population, claims, setting, drawn, start.by_law);
            laws.push_back(start.by_law.size() - first);
            for (auto package : setting.packages) {
                package.law_index += first;
                joint.packages.push_back(std::move(package));
            }
        }
        share_columns(start);
        start = resident_member(joint, Screen(joint), start);
        auto const columns = std::move(start.by_law);
        start.by_law.clear();
        auto next = columns.begin();
        for (auto const count : laws) {
            all.years.push_back(start);
            all.years.back().by_law.assign(next, next + static_cast<std::ptrdiff_t>(count));
            next += static_cast<std::ptrdiff_t>(count);
        }
        return all;
    }

    std::vector<OfPackages> run_replicate(std::vector<Setting> const& settings, MemberOfYears const& member,
                                          std::uint32_t replicate) const
    {
        CalibratedReplicate const calibrated(base_, member.start, replicate);
        std::vector<OfPackages> years;
        for (std::size_t y = 0; y < settings.size(); ++y) {
            auto& packages = years.emplace_back();
            for (auto const& tally : calibrated.run(settings[y], member.years[y])) {
                auto& of_package = packages.emplace_back();
                of_package.counts = forecast::counts_of(tally);
                for (std::size_t k = 0; k < rules::scheme_count; ++k) {
                    of_package.cost_cents[k] = tally.at(k, SchemeOutcome::cost_cents_per_year);
                }
            }
        }
        return years;
    }

    void check_years() const
    {
        auto const& path = index_.path();
        int const policy_year = workspace_.municipality.policy_date.year;
        if (policy_year < path.first_year || years_.back() > path.last_year()) {
            throw InputError(path.file, 0,
                             "runs from " + std::to_string(path.first_year) + " to " +
                                 std::to_string(path.last_year()) + "; budget years from " +
                                 std::to_string(years_.front()) + " to " + std::to_string(years_.back()) +
                                 " need every year from " + std::to_string(policy_year));
        }
    }

    void add_columns(population::Population const& population,
                     std::vector<rules::StatutoryClaims> const& claims, Setting const& setting,
                     forecast::DrawnIndex const& drawn, std::vector<MemberColumns>& by_law) const
    {
        auto const date = setting.packages.front().policy.date;
        auto const uprated =
            population::uprated(population, index_.incomes(workspace_.evidence, drawn, date));
        std::size_t laws = 0;
        for (auto const& package : setting.packages) {
            if (package.law_index == laws) {
                by_law.push_back(
                    make_columns(uprated, claims, package.policy.policy, date.year, base_.cells));
                ++laws;
            }
        }
    }

    Member other_households(HouseholdsOfYear households, std::uint32_t number, Setting const& setting,
                            forecast::DrawnIndex const& drawn) const
    {
        Member member;
        member.number = number;
        member.population = std::move(households.population);
        member.household_numbers = std::move(households.numbers);
        add_columns(member.population, claims_of_member(base_, member), setting, drawn, member.by_law);
        member.calibration = member.by_law.front();  // take-up is not calibrated on these: nobody is lost
        member.facts = facts_of(base_, member);
        return resident_member(setting, Screen(setting), member);
    }

    Workspace const& workspace_;
    RunOptions const& run_;
    std::vector<input::Scenario const*> scenarios_;
    BudgetYearsOptions options_;
    std::vector<int> years_;  // of the budget, the outcomes, or both
    PolicyIndex index_;
    std::vector<outcomes::BudgetLine> lines_;
    Setting base_;
    std::vector<BudgetYearPlan> plans_;
};

BudgetYears::BudgetYears(Workspace const& workspace, RunOptions const& run,
                         std::vector<input::Scenario const*> const& scenarios, BudgetYearsOptions options)
    : engine_(std::make_unique<Engine>(workspace, run, scenarios, std::move(options)))
{
}

BudgetYears::~BudgetYears() = default;

NumbersOfYears BudgetYears::numbers(Ensemble const& ensemble, std::vector<std::uint32_t> const& replicates)
{
    return engine_->numbers(ensemble, replicates);
}

forecast::BudgetInput BudgetYears::input(forecast::BudgetNumbers numbers,
                                         std::vector<forecast::BudgetPackage> packages) const
{
    return engine_->input(std::move(numbers), std::move(packages));
}

forecast::OutcomeInput BudgetYears::outcome_input(forecast::OutcomeNumbers numbers,
                                                  std::vector<std::string> packages) const
{
    return engine_->outcome_input(std::move(numbers), std::move(packages));
}

}  // namespace minimasim::run
