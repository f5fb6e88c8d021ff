#include "sim/run/forecast/forecast_people.hpp"

#include "sim/base/error.hpp"
#include "sim/base/loop.hpp"
#include "sim/forecast/replicate.hpp"
#include "sim/population/attributes/archetype.hpp"
#include "sim/population/attributes/income_class.hpp"

namespace minimasim::run {

namespace {

// Throws InputError for an age that the yearly steps do not know.
std::vector<double> state_pension_ages(Workspace const& workspace, int until)
{
    std::vector<double> ages;
    for (int year = forecast::first_year; year <= until; ++year) {
        auto const age = workspace.terms.at("state_pension", "aow_age_years", {year, 12, 31});
        constexpr double lowest = population::pension_age;
        if (!age || age->value < lowest || age->value > lowest + 1) {
            throw InputError(workspace.terms.origin(), 0,
                             "state_pension.aow_age_years of " + std::to_string(year) +
                                 (age ? " is not from 67 to 68" : " is missing") +
                                 "; the forecast would let people retire at another age than the law");
        }
        ages.push_back(age->value);
    }
    return ages;
}

}  // namespace

PeopleInputs read_people_inputs(Workspace const& workspace, int until)
{
    auto const& data = workspace.folders.data;
    return {forecast::read_people_assumptions(data / "assumptions" / "people.csv"),
            forecast::read_demographic_rates(data / "dynamics" / "demographic_rates.csv"),
            forecast::read_population_path(
                data / "municipalities" / workspace.municipality.code / "population_path.csv",
                forecast::first_year, until + 1),
            state_pension_ages(workspace, until)};
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

PeopleOfMembers::PeopleOfMembers(Workspace const& workspace, PeopleInputs const& inputs,
                                 Ensemble const& ensemble, DatedPolicy const& calibration_policy,
                                 RunOptions const& options, int until)
    : workspace_(workspace),
      inputs_(inputs),
      ensemble_(ensemble),
      calibration_policy_(calibration_policy),
      options_(options),
      until_(until)
{
}

void PeopleOfMembers::prepare(std::uint32_t first, std::uint32_t count)
{
    first_ = first;
    bases_.clear();
    bases_ = run_in_parallel(count, options_.threads, [&](std::size_t i) {
        auto const member = first + static_cast<std::uint32_t>(i);
        return Base{
            std::make_unique<forecast::Donors>(forecast::people_of(ensemble_.member(member)), inputs_.rates),
            class_of(workspace_, calibration_policy_, options_.seed, member)};
    });
}

PeopleOfMembers::Stepped PeopleOfMembers::step(std::uint32_t member, std::uint32_t replicate,
                                               forecast::Town const& town, forecast::Terms const& terms) const
{
    auto const& base = bases_[member - first_];
    forecast::Address const address{options_.seed, member, replicate};
    auto model = forecast::make_people_model(
        *base.donors, inputs_.rates, inputs_.path, base.class_of,
        forecast::drawn_people_terms(inputs_.assumptions, options_.seed, replicate), forecast::first_year);
    model.state_pension_ages = inputs_.state_pension_ages;
    auto people = forecast::people_at_start(base.donors->base().population, model, address);
    forecast::Succession succession(people, town, terms);
    Stepped stepped;
    forecast::YearRoom room;
    for (int year = forecast::first_year; year <= until_; ++year) {
        stepped.years.emplace_back();
        people = forecast::next_year(std::move(people), model, address, year, {}, stepped.years.back(), room);
        if (year < until_) {
            stepped.new_years.push_back(succession.next(people, year));
        }
    }
    return stepped;
}

}  // namespace minimasim::run
