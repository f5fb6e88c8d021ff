#include "bench/assen.hpp"

#include <cmath>
#include <filesystem>

#include "bench/workload.hpp"
#include "sim/base/draw.hpp"
#include "sim/base/error.hpp"
#include "sim/population/uprate.hpp"
#include "sim/run/members/ensemble.hpp"
#include "sim/run/members/member_rows.hpp"
#include "sim/run/members/prepare.hpp"
#include "sim/run/replicate.hpp"
#include "sim/takeup/statutory_claims.hpp"

namespace minimasim::bench {

namespace {

constexpr std::uint64_t seed = 1;

run::Setting setting_of_assen(bool with_breakdowns)
{
    run::Setting setting;
    setting.seed = seed;
    setting.municipality = workspace().municipality;
    setting.behaviour = workspace().behaviour;
    setting.draws_behaviour = false;
    setting.counted_in = run::units_of_users(workspace().municipality, false);
    setting.cells = outcomes::make_cells(run::neighbourhood_names(workspace().evidence));
    setting.calibration_policy = run::read_policy(workspace().terms, workspace().municipality.measures,
                                                  workspace().municipality.calibration_date);
    setting.packages.resize(1);
    setting.packages[0].id = "baseline";
    setting.packages[0].policy = policy();
    if (!with_breakdowns) {
        setting.cells.list.resize(1);
    }
    return setting;
}

run::Member make_assen()
{
    auto const setting = setting_of_assen(true);
    auto const cache = std::filesystem::temp_directory_path() / "minimasim-bench-populations";
    run::Ensemble const ensemble(workspace(), setting.calibration_policy, seed, cache);
    ensemble.prepare(1, 0, [](std::string_view, double) {});
    run::Member member;
    member.population = ensemble.member(0);
    takeup::Behaviour const central(setting.behaviour);
    std::vector<rules::StatutoryClaims> claims;
    for (std::size_t i = 0; i < member.population.size(); ++i) {
        claims.push_back(takeup::draw_statutory_claims(central, seed, 0, static_cast<std::uint32_t>(i),
                                                       member.population.main_source[i],
                                                       member.population.receives_social_assistance[i] != 0));
    }
    auto const columns = [&](population::Population const& population, run::DatedPolicy const& dated) {
        return run::make_columns(population, claims, dated.policy, dated.date.year, setting.cells);
    };
    member.calibration = columns(member.population, setting.calibration_policy);
    constexpr Date price_level{2023, 7, 1};
    auto const factors = population::factors_between(workspace().evidence, price_level, policy().date);
    member.by_law.push_back(columns(population::uprated(member.population, factors), policy()));
    run::settle_deciles(setting.cells, member);
    member.facts = run::facts_of(setting, member);
    return member;
}

run::Setting with_packages(run::Setting setting, std::vector<rules::Policy> const& packages)
{
    for (auto const& policy : packages) {
        setting.packages.push_back(setting.packages[0]);
        setting.packages.back().policy.policy = policy;
    }
    return setting;
}

run::Member resident_of(run::Setting const& setting)
{
    return run::resident_member(setting, run::Screen(setting), assen());
}

double share_of(std::size_t package, std::uint32_t purpose)
{
    return uniform(seed, Stream::term, 0, static_cast<std::uint32_t>(package), purpose, 0);
}

}  // namespace

run::Member const& assen()
{
    static auto const member = make_assen();
    return member;
}

PreparedBaseline::PreparedBaseline(bool with_breakdowns, std::vector<rules::Policy> const& packages)
    : setting_(setting_of_assen(with_breakdowns)),
      member_(packages.empty() ? assen() : resident_of(with_packages(setting_, packages))),
      behaviour_(run::behaviour_of(setting_, 0)),
      propensities_(setting_, member_, *member_.facts, behaviour_, 0),
      overlay_(member_.by_law[0], member_.population, policy(), run::need_draws(setting_, member_, 0))
{
    auto const thresholds = run::run_replicate(setting_, member_, 0).thresholds;
    run::Candidates entitled;
    marks_.entitled.resize(member_.population.size());
    marks_.received.resize(member_.population.size());
    marks_.granted_cents.resize(member_.population.size());
    baseline_.counted_in = setting_.counted_in;
    baseline_.policy = &policy();
    baseline_.overlay = &overlay_;
    baseline_.columns = &member_.by_law[0];
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        baseline_.claims.threshold[k] = thresholds[k].propensity;
    }
    baseline_.marks = &marks_;
    baseline_.counts_support = true;
    baseline_.candidates = &entitled;
    run::run_pass(setting_, member_, baseline_, propensities_);
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        propensities_.settle_calibration(k, entitled[k]);
    }
    baseline_.candidates = nullptr;
    run::serve_under_caps(member_, baseline_, propensities_);
    tally_ = run::run_pass(setting_, member_, baseline_, propensities_);
}

std::vector<outcomes::Tally> PreparedBaseline::run(std::vector<rules::Policy> const& packages,
                                                   bool decides_everybody)
{
    std::vector<run::Pass> passes(packages.size());
    for (std::size_t p = 0; p < packages.size(); ++p) {
        passes[p].policy = &packages[p];
        passes[p].overlay = &overlay_;
        passes[p].columns = &member_.by_law[0];
        passes[p].counted_in = setting_.counted_in;
        passes[p].claims = baseline_.claims;
        passes[p].baseline = &marks_;
        passes[p].counts_support = true;
    }
    setting_.decides_everybody = decides_everybody;
    return run::run_packages(setting_, member_, baseline_, tally_, passes, behaviour_, propensities_);
}

std::vector<rules::Policy> varied_packages(rules::Policy const& from, std::size_t count)
{
    std::vector<rules::Policy> packages(count, from);
    for (std::size_t p = 0; p < count; ++p) {
        std::uint32_t purpose = 0;
        rules::for_each_scheme([&](auto scheme, auto index) {
            using S = decltype(scheme);
            auto& terms = std::get<index>(packages[p].municipal);
            for (auto const& field : S::fields) {
                double const u = share_of(p, purpose++);
                bool const is_amount =
                    field.unit == rules::Unit::euro || field.unit == rules::Unit::euro_per_year;
                bool const is_drawn_from = S::is_need_driven && field.unit != rules::Unit::euro;
                if (is_amount && !is_drawn_from) {
                    field.of(terms) *= 0.75 + 0.5 * u;
                }
            }
            double const highest = S::highest_lawful_income_share < 1.5 ? 1.0 : 1.5;
            terms.is_active = 1;
            terms.income_limit_share = highest - 0.5 + 0.5 * share_of(p, purpose++);
        });
    }
    return packages;
}

std::vector<rules::Policy> grid_of_packages(rules::Policy const& from, std::size_t count)
{
    constexpr std::size_t values = 10;
    std::vector<rules::Policy> packages(count, from);
    for (std::size_t p = 0; p < count; ++p) {
        auto const step = [&](std::size_t digit) {
            return static_cast<double>(
                p / static_cast<std::size_t>(std::pow(values, static_cast<double>(digit))) % values);
        };
        auto& terms = packages[p].municipal;
        auto& supplement = std::get<rules::index_of<rules::income_supplement::Scheme>()>(terms);
        supplement.income_limit_share = 1.05 + 0.05 * step(0);
        supplement.amount_single += 50 * step(1);
        std::get<rules::index_of<rules::child_package::Scheme>()>(terms).income_limit_share =
            1.05 + 0.05 * step(2);
        std::get<rules::index_of<rules::adult_fund::Scheme>()>(terms).income_limit_share =
            1.05 + 0.05 * step(3);
    }
    return packages;
}

std::vector<rules::Policy> shipped_packages(rules::Policy const&, std::size_t count)
{
    auto const& folder = workspace().folders.scenarios;
    std::vector<rules::Policy> packages;
    for (auto const& file : input::scenario_files(folder)) {
        auto const scenario = input::read_scenario(file, folder);
        bool const changes_terms_alone =
            !scenario.changes.empty() && scenario.take_up.empty() && scenario.ex_officio.empty();
        if (packages.size() < count && changes_terms_alone) {
            packages.push_back(
                run::apply_package(policy(), workspace().municipality.measures, scenario).policy);
        }
    }
    if (packages.size() < count) {
        throw ModelError("there are too few shipped packages");
    }
    return packages;
}

}  // namespace minimasim::bench
