#include "sim/run/uncertainty/variance.hpp"

#include <algorithm>
#include <atomic>

#include "sim/base/loop.hpp"
#include "sim/outcomes/sobol_indices.hpp"
#include "sim/run/members/member_rows.hpp"
#include "sim/run/members/prepare.hpp"
#include "sim/run/replicate.hpp"
#include "sim/run/uncertainty/headline.hpp"

namespace minimasim::run {

namespace {

using population::UncertaintySource;
using population::UncertaintySources;

constexpr char const* behaviour_source = "take_up";
constexpr char const* terms_source = "terms";
constexpr char const* chance_source = "chance";

UncertaintySource source_of(std::string const& name)
{
    auto const& names = population::uncertainty_source_names;
    return static_cast<UncertaintySource>(std::find(names.begin(), names.end(), name) - names.begin());
}

bool is_of_population(std::string const& name)
{
    return name != behaviour_source && name != terms_source && name != chance_source;
}

// Every run of one row: all sources of the first number, all of the second, and one of the second at a time.
class Row {
  public:
    Row(Setting const& setting, Workspace const& workspace, Ensemble const& ensemble,
        RunOptions const& options, std::vector<std::string> const& sources, std::uint32_t number)
        : setting_(setting),
          workspace_(workspace),
          ensemble_(ensemble),
          options_(options),
          first_(2 * number + 1),  // not member 0, which is central
          second_(2 * number + 2)
    {
        auto const population = population_with(UncertaintySources::none());
        auto const mixed_with = [&](std::string const& source) {
            if (is_of_population(source)) {
                return run(population_with(UncertaintySources::none().with(source_of(source))), first_,
                           first_, first_);
            }
            return run(population, source == chance_source ? second_ : first_,
                       source == behaviour_source ? second_ : first_,
                       source == terms_source ? second_ : first_);
        };
        values.push_back(run(population, first_, first_, first_));
        values.push_back(run(population_with({}), second_, second_, second_));
        for (auto const& source : sources) {
            values.push_back(mixed_with(source));
        }
    }

    std::vector<std::vector<double>> values;  // [run][package and outcome]

  private:
    population::Population population_with(UncertaintySources from_second) const
    {
        return options_.population_file.empty() ? ensemble_.mixed_member(first_, second_, from_second)
                                                : population_of(ensemble_, options_, 0);
    }

    std::vector<double> run(population::Population population, std::uint32_t chance, std::uint32_t behaviour,
                            std::uint32_t terms) const
    {
        Setting setting = setting_;
        setting.behaviour_replicate = behaviour;
        setting.terms_replicate = terms;
        // The number of a member is part of the address of who claims and who has a need.
        auto const member = resident_member(
            setting, Screen(setting), prepare_member(setting, workspace_, std::move(population), chance));
        return headline_values(setting, run_replicate(setting, member, 0).packages);
    }

    Setting const& setting_;
    Workspace const& workspace_;
    Ensemble const& ensemble_;
    RunOptions const& options_;
    std::uint32_t first_;
    std::uint32_t second_;
};

}  // namespace

std::vector<std::string> variance_sources(RunOptions const& options)
{
    std::vector<std::string> sources;
    for (std::size_t s = 0; s < population::uncertainty_source_count; ++s) {
        std::string const name(population::uncertainty_source_names[s]);
        bool const varies = options.sources.varies(static_cast<UncertaintySource>(s));
        if (varies && name != behaviour_source && options.population_file.empty()) {
            sources.push_back(name);
        }
    }
    if (options.sources.varies(UncertaintySource::take_up)) {
        sources.emplace_back(behaviour_source);
    }
    sources.emplace_back(terms_source);
    sources.emplace_back(chance_source);
    return sources;
}

std::vector<outcomes::VarianceRow> variance_shares(Setting const& setting, Workspace const& workspace,
                                                   Ensemble const& ensemble, RunOptions const& options)
{
    auto const sources = variance_sources(options);
    std::atomic<std::uint32_t> finished = 0;
    options.progress("shares of variance", 0);
    auto const rows = run_in_parallel(options.variance_rows, options.threads, [&](std::size_t row) {
        Row const of_row(setting, workspace, ensemble, options, sources, static_cast<std::uint32_t>(row));
        options.progress("shares of variance", static_cast<double>(++finished) / options.variance_rows);
        return of_row.values;
    });
    std::vector<outcomes::VarianceRow> table;
    for (std::size_t place = 0; place < setting.packages.size() * headline_count; ++place) {
        outcomes::PickFreeze outcome;
        outcome.mixed.resize(sources.size());
        for (auto const& row : rows) {
            outcome.a.push_back(row[0][place]);
            outcome.b.push_back(row[1][place]);
            for (std::size_t s = 0; s < sources.size(); ++s) {
                outcome.mixed[s].push_back(row[2 + s][place]);
            }
        }
        auto const indices = outcomes::sobol_indices(outcome, setting.seed);
        auto const& named = headline_outcomes[place % headline_count];
        for (std::size_t s = 0; s < indices.sources.size(); ++s) {
            auto const& index = indices.sources[s];
            table.push_back({setting.packages[place / headline_count].id, named.name, named.unit, sources[s],
                             index.first, index.first_limits.low, index.first_limits.high, index.total,
                             index.total_limits.low, index.total_limits.high, indices.standard_deviation});
        }
    }
    return table;
}

}  // namespace minimasim::run
