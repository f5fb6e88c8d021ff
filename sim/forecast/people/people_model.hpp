#pragma once

#include <array>
#include <vector>

#include "sim/forecast/people/people_terms.hpp"
#include "sim/forecast/people/stays.hpp"

namespace minimasim::forecast {

inline constexpr int relapse_years = 3;  // low income again within so many years is a relapse

// Chances a year that follow from the terms and from the base year, such that its stocks stay as they are but
// for ageing and the trends.
struct CalibratedChances {
    double birth_scale = 1;               // of the rates by age, so that all women have their births
    std::array<double, 2> couple{1, 1};   // of the rates by age, by sex: as many men as women
    double couple_of_parent = 1;          // of the same, of a single parent of either sex
    double lose_work = 0;                 // of an employee: into unemployment benefit
    double enter_disability = 0;          // of an employee
    double stop_work = 0;                 // of an employee: no income of one's own
    double left_assistance_at_start = 0;  // share of those at risk who left in the year before
    double relapse = 0;                   // of who left low income in the three years before
    // Of the households just above low income, the share that left it in three years.
    std::array<double, low_kinds> left_low_at_start{};

    // Shares of the base year that entries keep, of all households of a kind.
    std::array<double, low_kinds> low_share{};
    std::array<double, assisted_kinds> assisted_share{};
    // Of those on low income or assistance, the share that has been there for long_years.
    std::array<double, stay_groups> long_share{};
};

// Everything a year needs beside the people: one for every replicate.
struct PeopleModel {
    Donors const* donors = nullptr;
    DemographicRates const* rates = nullptr;
    PopulationPath const* path = nullptr;
    ClassOf const* class_of = nullptr;
    PeopleTerms terms;
    CalibratedChances chances;
    int first_year = 0;
    std::vector<double> state_pension_ages = {};  // of every year from the first on; of none it is 67

    double rate(AgeProcess process, Member const& m) const { return (*rates)(process, m.sex, m.age); }

    // Of those who are 67 at the end of a year, the share that reached state pension age in it: birthdays are
    // spread evenly over the year.
    double share_retired_at_67(int year) const;
};

PeopleModel make_people_model(Donors const& donors, DemographicRates const& rates, PopulationPath const& path,
                              ClassOf const& class_of, PeopleTerms const& terms, int first_year);

// The stays of the households that a year has left so far, each with the year counted already, and the
// chances to leave that follow. `years`: of trend.
LeaveChances chances_to_leave(PeopleModel const& model, std::vector<Standing> const& standings,
                              std::vector<std::uint8_t> const& moved_in_this_year, int years);

// Whether a household may come on social assistance by the loss of its work: one earner and few means, and an
// income up to the fortieth percentile; who left assistance within the year, at any income.
bool may_claim_by_work(Standing const& standing);

// Whether a household may have been on social assistance a year ago: by work, or without income or means.
bool may_have_left_assistance(Standing const& standing);

// Just above low income: up to the fortieth percentile.
inline bool is_just_above_low(population::IncomeClass income_class)
{
    return !is_low(income_class) && income_class <= population::IncomeClass::up_to_p40;
}

}  // namespace minimasim::forecast
