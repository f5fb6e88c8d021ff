#pragma once

#include <array>

#include "sim/forecast/people/donors.hpp"
#include "sim/forecast/people/people_terms.hpp"

namespace minimasim::forecast {

inline constexpr int relapse_years = 3;  // low income again within so many years is a relapse

// Chances a year that follow from the terms and from the base year, such that its stocks stay as they are but
// for ageing and the trends.
struct CalibratedChances {
    double birth_scale = 1;               // of the rates by age, so that all women have their births
    std::array<double, 2> couple{1, 1};   // of the rates by age, by sex: as many men as women
    double lose_work = 0;                 // of an employee: into unemployment benefit
    double enter_disability = 0;          // of an employee
    double stop_work = 0;                 // of an employee: no income of one's own
    double enter_assistance = 0;          // of a household of may_claim_by_work
    double reenter_assistance = 0;        // of a household that left within the year
    double left_assistance_at_start = 0;  // share of those at risk who left in the year before
    // By Earning: work, pension.
    std::array<double, 3> enter_low{};
    std::array<double, 3> left_low_at_start{};  // share of the households just above that left in three years
    double relapse = 0;
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

    double rate(AgeProcess process, Member const& m) const { return (*rates)(process, m.sex, m.age); }
};

PeopleModel make_people_model(Donors const& donors, DemographicRates const& rates, PopulationPath const& path,
                              ClassOf const& class_of, PeopleTerms const& terms, int first_year);

// The chance that a household of this earning leaves low income in a year.
double chance_to_leave_low(PeopleTerms const& terms, Earning earning, int years_on_low_income);

// Whether a household passes the test of means of social assistance: its savings are within the limit
// (Participation Act art. 34, 2023).
bool has_few_means(Family const& family);

// Whether the work of a household is all that keeps it from social assistance: one earner, an income up to
// the fortieth percentile and few means. Not everybody who loses work has built up unemployment benefit.
bool may_claim_by_work(Family const& family);

// The same at any income: whether one head alone earns.
bool has_one_earner(Family const& family);

// Below it parents must support: no household claims social assistance.
inline constexpr int youngest_for_assistance = 21;

}  // namespace minimasim::forecast
