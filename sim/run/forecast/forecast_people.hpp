#pragma once

#include <memory>

#include "sim/forecast/new_year.hpp"
#include "sim/forecast/people/next_year.hpp"
#include "sim/run/members/ensemble.hpp"
#include "sim/run/simulate.hpp"

namespace minimasim::run {

// What the yearly steps of the people are read from.
struct PeopleInputs {
    std::vector<forecast::Assumption> assumptions;  // data/assumptions/people.csv
    forecast::DemographicRates rates;               // data/dynamics/demographic_rates.csv
    forecast::PopulationPath path;                  // population_path.csv of the municipality
    std::vector<double> state_pension_ages;         // in years, of every year (AOW art. 7a), by data/law
};

// Reads them for a forecast up to the end of `until`. Throws InputError.
PeopleInputs read_people_inputs(Workspace const& workspace, int until);

// The income class of a household as the rules of the calibration date measure it, with the limits of one
// member of the ensemble.
forecast::ClassOf class_of(Workspace const& workspace, DatedPolicy const& calibration_policy,
                           std::uint64_t seed, std::uint32_t member);

// The people of every replicate under current policy, year by year; packages do not change them. Members are
// worked out a few at a time: they are large.
class PeopleOfMembers {
  public:
    // Everything has to outlive this.
    PeopleOfMembers(Workspace const& workspace, PeopleInputs const& inputs, Ensemble const& ensemble,
                    DatedPolicy const& calibration_policy, RunOptions const& options, int until);

    // Works out so many members from the first on, in place of those before.
    void prepare(std::uint32_t first, std::uint32_t count);

    // A replicate of a member that is prepared.
    struct Stepped {
        std::vector<forecast::YearAccounts> years;
        std::vector<forecast::NewYear> new_years;  // of the town, after the first year
    };
    // `town` was made of the member with the limits of buffers of `terms`.
    Stepped step(std::uint32_t member, std::uint32_t replicate, forecast::Town const& town,
                 forecast::Terms const& terms) const;

  private:
    struct Base {
        std::unique_ptr<forecast::Donors> donors;
        forecast::ClassOf class_of;
    };

    Workspace const& workspace_;
    PeopleInputs const& inputs_;
    Ensemble const& ensemble_;
    DatedPolicy const& calibration_policy_;
    RunOptions const& options_;
    int until_;
    std::uint32_t first_ = 0;
    std::vector<Base> bases_;
};

}  // namespace minimasim::run
