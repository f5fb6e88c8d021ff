#include "sim/run/forecast_people.hpp"

#include <algorithm>
#include <atomic>
#include <memory>

#include "sim/base/loop.hpp"
#include "sim/forecast/replicate.hpp"
#include "sim/population/income_class.hpp"

namespace minimasim::run {

PeopleInputs read_people_inputs(Workspace const& workspace, int until)
{
    auto const& data = workspace.folders.data;
    return {forecast::read_people_assumptions(data / "assumptions" / "people.csv"),
            forecast::read_demographic_rates(data / "dynamics" / "demographic_rates.csv"),
            forecast::read_population_path(
                data / "municipalities" / workspace.municipality.code / "population_path.csv",
                forecast::first_year, until + 1)};
}

forecast::ClassOf class_of(Workspace const& workspace, DatedPolicy const& calibration_policy,
                           std::uint64_t seed, std::uint32_t member)
{
    population::AssumedValues const assumed(workspace.evidence.assumptions, {seed, member, {}});
    population::IncomeClasses const classes(workspace.evidence, assumed);
    return [classes, measure = measure_of(calibration_policy)](population::HouseholdDraft const& household) {
        return classes.of(measure(household));
    };
}

std::vector<std::vector<forecast::YearAccounts>> step_people(
    Workspace const& workspace, PeopleInputs const& inputs, Ensemble const& ensemble,
    DatedPolicy const& calibration_policy, RunOptions const& options,
    std::vector<std::uint32_t> const& replicates, int until)
{
    auto const members = std::min(options.members, options.replicates);
    auto const first = replicates.front() % members;
    auto const count = replicates.back() % members - first + 1;
    struct Base {
        std::unique_ptr<forecast::Donors> donors;
        forecast::ClassOf class_of;
    };
    auto const bases = run_in_parallel(count, options.threads, [&](std::size_t m) {
        auto const member = first + static_cast<std::uint32_t>(m);
        return Base{
            std::make_unique<forecast::Donors>(forecast::people_of(ensemble.member(member)), inputs.rates),
            class_of(workspace, calibration_policy, options.seed, member)};
    });
    std::atomic<std::size_t> done = 0;
    return run_in_parallel(replicates.size(), options.threads, [&](std::size_t i) {
        options.progress("years of the people stepped",
                         static_cast<double>(done++) / static_cast<double>(replicates.size()));
        auto const r = replicates[i];
        auto const& base = bases[r % members - first];
        forecast::Address const address{options.seed, r % members, r};
        auto const model = forecast::make_people_model(
            *base.donors, inputs.rates, inputs.path, base.class_of,
            forecast::drawn_people_terms(inputs.assumptions, options.seed, address.replicate),
            forecast::first_year);
        auto people = forecast::people_at_start(base.donors->base().population, model, address);
        std::vector<forecast::YearAccounts> years;
        forecast::YearRoom room;
        for (int year = forecast::first_year; year <= until; ++year) {
            years.emplace_back();
            people = forecast::next_year(std::move(people), model, address, year, {}, years.back(), room);
        }
        return years;
    });
}

}  // namespace minimasim::run
