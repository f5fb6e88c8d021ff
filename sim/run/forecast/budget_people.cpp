#include "sim/run/forecast/budget_people.hpp"

#include <utility>

#include "sim/forecast/people/year_draws.hpp"
#include "sim/forecast/replicate.hpp"

namespace minimasim::run {

namespace {

HouseholdsOfYear households_of(forecast::People const& people)
{
    constexpr std::uint32_t is_new = 0x8000'0000U;  // higher than any place in a population
    HouseholdsOfYear households{people.population, {}};
    households.numbers.reserve(people.size());
    for (std::size_t i = 0; i < people.size(); ++i) {
        auto const number = forecast::draw_number(people.household_number[i]);
        households.numbers.push_back(people.origin[i] == forecast::Origin::base ? number : number | is_new);
    }
    return households;
}

}  // namespace

HouseholdsOfYears stepped_households(Workspace const& workspace, PeopleInputs const& inputs,
                                     DatedPolicy const& calibration_policy, std::uint64_t seed)
{
    return
        [&workspace, &inputs, calibration_policy, seed](population::Population const& at_base_date,
                                                        std::uint32_t member, std::vector<int> const& years) {
            auto const income_class = class_of(workspace, calibration_policy, seed, member);
            forecast::Donors const donors(forecast::people_of(at_base_date), inputs.rates);
            auto model = forecast::make_people_model(
                donors, inputs.rates, inputs.path, income_class,
                forecast::drawn_people_terms(inputs.assumptions, seed, member), forecast::first_year);
            model.state_pension_ages = inputs.state_pension_ages;
            forecast::Address const address{seed, member, member};
            auto people = forecast::people_at_start(at_base_date, model, address);
            std::vector<HouseholdsOfYear> households;
            int now = forecast::first_year;
            for (int const year : years) {
                for (; now < year; ++now) {
                    forecast::YearAccounts accounts;
                    people = forecast::next_year(std::move(people), model, address, now, {}, accounts);
                }
                households.push_back(households_of(people));
            }
            return households;
        };
}

}  // namespace minimasim::run
