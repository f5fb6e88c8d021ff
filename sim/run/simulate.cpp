#include "sim/run/simulate.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>

#include "sim/base/date_text.hpp"
#include "sim/base/digest.hpp"
#include "sim/base/error.hpp"
#include "sim/base/loop.hpp"
#include "sim/outcomes/count.hpp"
#include "sim/outcomes/figures.hpp"
#include "sim/report/number_text.hpp"
#include "sim/run/members/member_rows.hpp"
#include "sim/run/members/prepare.hpp"
#include "sim/run/report_content.hpp"
#include "sim/run/streaming/streaming_run.hpp"
#include "sim/run/take_up/take_up_matching.hpp"
#include "sim/run/uncertainty/lint.hpp"
#include "sim/run/uncertainty/screening.hpp"
#include "sim/run/uncertainty/variance.hpp"
#include "sim/run/validation/population_sections.hpp"
#include "sim/run/validation/printed_figures.hpp"
#include "sim/run/version.hpp"
#include "sim/run/what_if/what_if_payload.hpp"

namespace minimasim::run {

namespace {

class Stopwatch {
  public:
    explicit Stopwatch(Simulation& simulation) : simulation_(simulation) {}

    void lap(std::string name)
    {
        auto const now = std::chrono::steady_clock::now();
        simulation_.steps.emplace_back(std::move(name), std::chrono::duration<double>(now - start_).count());
        start_ = now;
    }

  private:
    Simulation& simulation_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// The packages as read, the baseline first; all their problems together.
std::vector<input::Scenario> read_scenarios(Workspace const& workspace, RunOptions const& options)
{
    auto const& shipped = workspace.folders.scenarios;
    std::vector<std::filesystem::path> files{shipped / "baseline.toml"};
    auto const wanted = options.scenarios.empty() ? input::scenario_files(shipped) : options.scenarios;
    std::vector<input::Scenario> scenarios;
    std::vector<Problem> problems;
    for (auto const& file : wanted) {
        std::error_code ignored;
        if (file.stem() != "baseline") {
            files.push_back(file);
        } else if (!std::filesystem::equivalent(file, files.front(), ignored)) {
            problems.push_back(
                {file.string(), 0,
                 "is called baseline, the name of the policy that packages are compared with; give it "
                 "another name"});
        }
    }
    for (auto const& file : files) {
        try {
            scenarios.push_back(input::read_scenario(file, shipped));
        } catch (InputError const& error) {
            problems.insert(problems.end(), error.problems().begin(), error.problems().end());
            continue;
        }
        auto const& own = scenarios.back().own;
        for (std::size_t i = 0; i + 1 < scenarios.size(); ++i) {
            if (scenarios[i].own.id == own.id) {
                problems.push_back({own.file, 0,
                                    "has the same name as " + scenarios[i].own.file +
                                        "; reports tell packages apart by file name"});
            }
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return scenarios;
}

// The baseline and the packages on their date, with a number for every law that differs.
void build_packages(Workspace const& workspace, RunOptions const& options,
                    std::vector<input::Scenario> const& scenarios, Setting& setting)
{
    auto const& measures = workspace.municipality.measures;
    std::vector<Problem> problems;
    auto const baseline_date = scenarios[0].date.value_or(workspace.municipality.policy_date);
    // One package with a date of its own is compared with the baseline of that date.
    auto const own_date = scenarios.size() == 2 && scenarios[1].date ? *scenarios[1].date : baseline_date;
    auto const date = options.date.value_or(own_date);
    auto const in_force = read_policy(workspace.terms, measures, date);
    std::vector<std::size_t> first_with_law;
    for (auto const& scenario : scenarios) {
        Package package;
        package.id = scenario.own.id;
        package.take_up = scenario.take_up;
        package.ex_officio = scenario.ex_officio;
        try {
            if (scenario.date && !options.date && *scenario.date != date) {
                throw InputError(
                    scenario.own.file, 0,
                    "is dated " + to_text(*scenario.date) + ", the baseline " + to_text(date) +
                        "; a difference between two dates would mix law and package. Give --date, or "
                        "run it apart with a baseline of that date");
            }
            auto const& from = setting.packages.empty() ? in_force : setting.packages[0].policy;
            package.policy = apply_package(from, measures, scenario);
        } catch (InputError const& error) {
            problems.insert(problems.end(), error.problems().begin(), error.problems().end());
            continue;
        }
        auto const known = std::find_if(first_with_law.begin(), first_with_law.end(), [&](std::size_t p) {
            return has_same_law(setting.packages[p].policy.policy, package.policy.policy);
        });
        package.law_index = static_cast<std::size_t>(known - first_with_law.begin());
        if (known == first_with_law.end()) {
            first_with_law.push_back(setting.packages.size());
        }
        setting.packages.push_back(std::move(package));
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
}

// All replicates, in order. Members are worked out a few at a time, so that memory does not grow with the
// ensemble.
std::vector<ReplicateResult> run_replicates(Setting const& setting, Workspace const& workspace,
                                            Ensemble const& ensemble, RunOptions const& options,
                                            std::string& population_digest)
{
    bool const is_given = !options.population_file.empty();
    std::uint32_t const members = is_given ? 1 : std::min(options.members, options.replicates);
    std::vector<ReplicateResult> results(options.replicates);
    std::atomic<std::uint32_t> finished = 0;
    Digest digest;
    Screen const screen(setting);
    auto const at_a_time = static_cast<std::uint32_t>(std::max(2, team_size(options.threads)));
    for (std::uint32_t first = 0; first < members; first += at_a_time) {
        std::uint32_t const count = std::min(at_a_time, members - first);
        auto const group = run_in_parallel(count, options.threads, [&](std::size_t i) {
            auto const number = first + static_cast<std::uint32_t>(i);
            auto population = population_of(ensemble, options, number);
            auto const of_member = digest_of(population);
            return std::make_pair(of_member, resident_member(setting, screen,
                                                             prepare_member(setting, workspace,
                                                                            std::move(population), number)));
        });
        for (auto const& [of_member, member] : group) {
            digest.add_text(of_member);
        }
        std::vector<std::uint32_t> replicates;
        for (std::uint32_t r = 0; r < options.replicates; ++r) {
            if (r % members >= first && r % members < first + count) {
                replicates.push_back(r);
            }
        }
        run_in_parallel(replicates.size(), options.threads, [&](std::size_t i) {
            std::uint32_t const r = replicates[i];
            results[r] = run_replicate(setting, group[r % members - first].second, r);
            options.progress("running the packages", static_cast<double>(++finished) / options.replicates);
            return true;
        });
    }
    population_digest = digest.hex();
    return results;
}

// What the reader must know, in Dutch or English: the file's own remark, and a package that changes nothing.
std::vector<std::string> remarks_of(Package const& package, std::string const& own,
                                    char const* changes_nothing)
{
    std::vector<std::string> remarks;
    if (!own.empty()) {
        remarks.push_back(own);
    }
    if (package.policy.changed_terms.empty() && package.take_up.empty() && package.ex_officio.empty() &&
        package.id != "baseline") {
        remarks.emplace_back(changes_nothing);
    }
    return remarks;
}

std::vector<outcomes::PackageDescription> describe(Setting const& setting,
                                                   std::vector<input::Scenario> const& scenarios)
{
    std::vector<outcomes::PackageDescription> descriptions;
    for (std::size_t p = 0; p < setting.packages.size(); ++p) {
        auto const& package = setting.packages[p];
        auto const& own = scenarios[p].own;
        outcomes::PackageDescription description;
        description.id = package.id;
        description.title = own.title;
        description.title_en = own.title_en.empty() ? own.title : own.title_en;
        description.question = own.question;
        description.source = own.source;
        description.date = to_text(package.policy.date);
        description.scenario_text = scenarios[p].full_text;
        description.has_published_cost = own.published_cost_euro.has_value();
        description.published_cost_euro = own.published_cost_euro.value_or(0);
        description.changed_terms = package.policy.changed_terms;
        description.remarks = remarks_of(package, own.remark,
                                         "Dit pakket verandert geen enkele term: alle verschillen zijn nul.");
        description.remarks_en = remarks_of(package, own.remark_en.empty() ? own.remark : own.remark_en,
                                            "This package changes no term: all differences are zero.");
        description.decision_status = own.decision_status;
        description.decision_date = own.decision_date;
        description.cover = own.cover;
        description.cover_en = own.cover_en.empty() ? own.cover : own.cover_en;
        descriptions.push_back(std::move(description));
    }
    return descriptions;
}

std::vector<outcomes::TermRow> terms_of(Setting const& setting)
{
    std::vector<outcomes::TermRow> rows = setting.packages[0].policy.terms;
    for (std::size_t p = 1; p < setting.packages.size(); ++p) {
        for (auto const& row : setting.packages[p].policy.terms) {
            if (row.package == setting.packages[p].id) {
                rows.push_back(row);
            }
        }
    }
    return rows;
}

outcomes::Totals totals_of(Setting const& setting, std::uint32_t members,
                           std::vector<ReplicateResult>& replicates)
{
    outcomes::Totals totals;
    totals.counted_in = setting.counted_in;
    totals.members = members;
    for (auto const& package : setting.packages) {
        outcomes::SchemeMask given = 0;
        for (auto const& change : package.take_up) {
            given |= static_cast<outcomes::SchemeMask>(1U << scheme_index(change.scheme));
        }
        totals.given_take_up.push_back(given);
        totals.packages.push_back(package.id);
        totals.measure_budgets.push_back(package.policy.measure_budgets);
    }
    for (auto const& measure : setting.municipality.measures) {
        totals.measures.push_back(measure.key);
    }
    for (auto& replicate : replicates) {
        totals.by_replicate.push_back(std::move(replicate.packages));
    }
    return totals;
}

// Tells the reader of every table where published users exceed the model's entitled in most replicates.
void add_conflicts(std::vector<CalibrationRow> const& calibration, outcomes::PackageDescription& baseline)
{
    for (auto const& row : calibration) {
        if (row.conflicts <= 0.5) {
            continue;
        }
        auto const scheme = rules::schemes[scheme_index(row.scheme)];
        auto const target = static_cast<double>(row.target);
        baseline.remarks.push_back(
            std::string(scheme.dutch_name) + ": in 2023 waren er " +
            report::number_text(target, 0, report::Language::dutch) + " gebruikers, het model kent er " +
            report::number_text(row.entitled, 0, report::Language::dutch) +
            " die recht hebben; kosten en bereik zijn hier eerder te laag dan te hoog.");
        baseline.remarks_en.push_back(std::string(scheme.english_name) + ": there were " +
                                      report::number_text(target, 0, report::Language::english) +
                                      " users in 2023, the model knows " +
                                      report::number_text(row.entitled, 0, report::Language::english) +
                                      " entitled; cost and reach are rather too low than too high here.");
    }
}

}  // namespace

Simulation simulate(Workspace const& workspace, RunOptions const& options)
{
    Simulation simulation;
    Stopwatch stopwatch(simulation);
    auto const scenarios = read_scenarios(workspace, options);
    Setting setting = setting_of(workspace, options);
    bool const streams = is_streamed(workspace, options);
    if (streams) {
        setting.cells = cells_of_streamed(workspace);
    }
    build_packages(workspace, options, scenarios, setting);
    if (!options.scenarios.empty()) {
        refuse_without_effect(setting, scenarios, {});
    }
    auto budget_lines = read_budget_lines(workspace);
    auto borders = read_borders(workspace);
    stopwatch.lap("packages read");

    Ensemble const ensemble(workspace, setting.calibration_policy, options.seed, options.cache, 1.0,
                            options.sources);
    std::uint32_t const members = std::min(options.members, options.replicates);
    if (options.population_file.empty()) {
        ensemble.prepare(members, options.threads, options.progress);
    }
    stopwatch.lap("population built or found");

    auto const matched_members = members_to_match(ensemble, options);
    simulation.take_up_matching =
        match_take_up(setting, workspace.take_up_evidence, matched_members, options.threads);
    setting.plausible = simulation.take_up_matching.plausible;
    if (options.works_out_take_up_effects) {
        auto const effects =
            effects_on_supplement(setting, matched_members.front(), simulation.take_up_matching);
        simulation.take_up_effects.assign(effects.begin(), effects.end());
    }
    stopwatch.lap("take-up matched");

    std::string population_digest;
    auto replicates = streams ? stream_replicates(setting, workspace, options, population_digest)
                              : run_replicates(setting, workspace, ensemble, options, population_digest);
    stopwatch.lap("packages run");

    simulation.calibration = calibration_of(replicates);
    // A large given population is matched on part of its households, and judged as a whole.
    std::vector<population::Population> whole;
    if (!options.population_file.empty() && !streams) {
        whole.push_back(population_of(ensemble, options, 0));
    }
    auto const& first_members = whole.empty() ? matched_members : whole;
    if (!streams) {
        simulation.results.validation = figures_of(
            validate_population(workspace, first_members.front(), setting.calibration_policy, options.seed));
    }
    stopwatch.lap("population judged");
    for (auto const& replicate : replicates) {
        simulation.take_up_checks.push_back(replicate.checks);
        simulation.calibration_totals.by_replicate.push_back({replicate.calibration});
    }
    simulation.calibration_totals.packages = {"calibration"};
    simulation.calibration_totals.measure_budgets = {{}};
    auto const totals = totals_of(setting, options.population_file.empty() ? members : 1, replicates);
    auto& results = simulation.results;
    if (!options.scenarios.empty()) {
        refuse_without_effect(setting, scenarios, totals.by_replicate);
    }
    if (!streams) {
        results.lint = lint_packages(setting, workspace, first_members, options.threads);
        stopwatch.lap("changes counted");
    }
    if (options.screens_inputs && !streams) {
        auto const member = resident_member(setting, Screen(setting),
                                            prepare_member(setting, workspace, first_members.front(), 0));
        results.tornado = tornado(setting, member, options);
        results.screening = screening(setting, member, options);
        stopwatch.lap("inputs screened");
    }
    if (options.variance_rows > 0 && !streams) {
        results.variance = variance_shares(setting, workspace, ensemble, options);
        stopwatch.lap("variance shared out");
    }
    results.packages = describe(setting, scenarios);
    add_conflicts(simulation.calibration, results.packages.front());
    if (streams) {
        add_remarks_on_streaming(workspace, options, results.packages.front());
    }
    results.budget_lines = std::move(budget_lines);
    results.budget_years = read_budget_years(workspace, setting.packages[0].policy.date);
    results.borders = std::move(borders);
    add_examples(workspace, setting, results);
    add_curves(workspace, setting, results);
    results.figures = outcomes::make_figures(totals, setting.cells, options.threads);
    results.replicates = outcomes::make_replicate_table(totals);
    results.terms = terms_of(setting);
    results.published = published_beside(workspace, simulation);
    auto& provenance = results.provenance;
    provenance.program_version = program_version;
    provenance.municipality = workspace.municipality.code;
    provenance.municipality_name = workspace.municipality.name;
    provenance.calibration_date = to_text(setting.calibration_policy.date);
    provenance.data_digest = workspace.data_digest;
    provenance.population_digest = population_digest;
    Digest digest;
    for (auto const& scenario : scenarios) {
        digest.add_text(scenario.full_text);
    }
    provenance.scenario_digest = digest.hex();
    provenance.seed = options.seed;
    provenance.held_sources = held_names(options.sources);
    provenance.reading_of_users = options.other_reading ? "other" : "printed";
    provenance.replicates = options.replicates;
    provenance.members = options.population_file.empty() ? members : 1;
    stopwatch.lap("figures made");
    results.what_if = what_if_payload(workspace, options, setting, ensemble, results);
    stopwatch.lap("what-if prepared");
    return simulation;
}

}  // namespace minimasim::run
