#include "sim/run/validation/population_measures.hpp"

#include <algorithm>

#include "sim/population/attributes/income_class.hpp"
#include "sim/rules/statutory/statutory.hpp"
#include "sim/run/households/household_view.hpp"

namespace minimasim::run {

namespace {

using population::HouseholdType;
using population::Population;
using population::Source;
using population::Tenure;

template <class Predicate>
double share_of_households(Population const& population, Predicate const& holds)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < population.size(); ++i) {
        count += holds(i) ? 1 : 0;
    }
    return static_cast<double>(count) / static_cast<double>(population.size());
}

double persons_with(Population const& population, Source source)
{
    return static_cast<double>(
        std::count(population.persons.source.begin(), population.persons.source.end(), source));
}

// Recipients of a benefit, as a main source of income or beside another.
double persons_receiving(std::vector<std::int32_t> const& cents_per_year)
{
    return static_cast<double>(std::count_if(cents_per_year.begin(), cents_per_year.end(),
                                             [](std::int32_t cents) { return cents > 0; }));
}

bool has_child_at_home(Population const& population, std::size_t household)
{
    auto const& roles = population.persons.role;
    return std::find(roles.begin() + population.person_begin[household],
                     roles.begin() + population.person_begin[household + 1],
                     population::Role::child) != roles.begin() + population.person_begin[household + 1];
}

// Households whose main source is study are left out of the published shares of income.
bool is_counted_for_income(Population const& population, std::size_t household)
{
    return population.main_source[household] != Source::student;
}

// "At or below the social minimum" reaches to 101 % of it in the published share.
double const at_or_below_minimum = population::IncomeClasses::upper_share(population::IncomeClass::up_to_100);

// Income as the national statistical office measures it, everything claimed but assistance.
void measure_incomes(Population const& population, DatedPolicy const& policy,
                     std::map<std::string, double>& measures)
{
    std::size_t up_to_100 = 0;
    std::size_t up_to_110 = 0;
    std::size_t up_to_120 = 0;
    double standardised = 0;
    std::size_t lowest_40 = 0;
    std::size_t highest_20 = 0;
    std::size_t counted = 0;
    for (std::size_t i = 0; i < population.size(); ++i) {
        if (!is_counted_for_income(population, i)) {
            continue;
        }
        ++counted;
        lowest_40 += population.income_class[i] <= population::IncomeClass::up_to_p40 ? 1 : 0;
        highest_20 += population.income_class[i] == population::IncomeClass::above_p80 ? 1 : 0;
        auto household = view_of(population, i, policy.policy.law, policy.date.year);
        add_household_costs(household, policy.policy.household_costs);
        auto const income = rules::statutory_income(household, policy.policy.law);
        double const share = income.share_of_cbs_minimum;
        up_to_100 += share <= at_or_below_minimum ? 1 : 0;
        up_to_110 += share <= 1.10 ? 1 : 0;
        up_to_120 += share <= 1.20 ? 1 : 0;
        standardised += income.standardised_income_per_year;
    }
    auto const n = static_cast<double>(counted);
    measures["income.lowest_40_share"] = static_cast<double>(lowest_40) / n;
    measures["income.highest_20_share"] = static_cast<double>(highest_20) / n;
    measures["income.at_or_below_social_minimum"] = static_cast<double>(up_to_100) / n;
    measures["income.up_to_110"] = static_cast<double>(up_to_110) / n;
    measures["income.up_to_120"] = static_cast<double>(up_to_120) / n;
    measures["income.mean_standardised"] = standardised / n;
}

}  // namespace

std::map<std::string, double> population_measures(Population const& population,
                                                  DatedPolicy const& calibration_policy)
{
    std::map<std::string, double> measures;
    measures["population.persons"] = static_cast<double>(population.persons.size()) +
                                     static_cast<double>(population.residents_of_institutions);
    measures["population.households"] = static_cast<double>(population.size());
    measures["population.one_person_share"] = share_of_households(
        population, [&](std::size_t i) { return population.type[i] == HouseholdType::one_person; });
    measures["population.single_parent_share"] = share_of_households(
        population, [&](std::size_t i) { return population.type[i] == HouseholdType::single_parent; });
    measures["population.with_children_share"] =
        share_of_households(population, [&](std::size_t i) { return has_child_at_home(population, i); });
    measures["tenure.owner"] =
        share_of_households(population, [&](std::size_t i) { return population.tenure[i] == Tenure::owner; });
    measures["tenure.corporation"] = share_of_households(
        population, [&](std::size_t i) { return population.tenure[i] == Tenure::rent_social; });
    measures["benefits.social_assistance_persons"] = persons_with(population, Source::social_assistance);
    measures["benefits.disability_persons"] =
        persons_receiving(population.persons.disability_benefit_cents_per_year);
    measures["benefits.unemployment_persons"] =
        persons_receiving(population.persons.unemployment_benefit_cents_per_year);
    double const pension_age = calibration_policy.policy.law.state_pension.pension_age;
    measures["benefits.state_pension_persons"] =
        static_cast<double>(std::count_if(population.persons.age.begin(), population.persons.age.end(),
                                          [&](std::uint8_t age) { return age >= pension_age; }));
    measure_incomes(population, calibration_policy, measures);
    return measures;
}

}  // namespace minimasim::run
