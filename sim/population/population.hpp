#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/base/money.hpp"

namespace minimasim::population {

// Neighbourhoods one municipality may have: they and the categories of every other breakdown are counted in
// two bytes.
inline constexpr int most_neighbourhoods = 60'000;

enum class Sex : std::uint8_t { man, woman };
enum class Role : std::uint8_t { claimant, partner, child, other_member };  // child: at home, of any age
enum class Education : std::uint8_t { low, middle, high };
enum class HouseholdType : std::uint8_t {
    one_person,
    couple_without_children,
    couple_with_children,
    single_parent,
    other
};
inline constexpr int household_type_count = 5;
enum class Tenure : std::uint8_t { owner, rent_social, rent_private };
enum class Source : std::uint8_t {  // main source of income, of a person and (its main earner's) of a
                                    // household
    employee,
    self_employed,
    unemployment_benefit,
    disability_benefit,
    social_assistance,
    pension,
    student,
    none  // no income of one's own
};
inline constexpr int source_count = 8;

// Income class of a household: share of the CBS minimum up to 130 %, above it the fortieth and eightieth
// percentile of standardised disposable income of the country.
enum class IncomeClass : std::uint8_t {
    up_to_100,
    up_to_110,
    up_to_120,
    up_to_130,
    up_to_p40,
    up_to_p80,
    above_p80
};
inline constexpr int income_class_count = 7;

// The eight resident profiles of the municipality's audit report, and a ninth for those whom none describes.
enum class Profile : std::uint8_t { orange, green, brown, purple, red, yellow, pink, blue, none };
inline constexpr int profile_count = 9;

// Persons, column by column, grouped by household: those of household i stand at person_begin[i] up to
// person_begin[i + 1], claimant first, then the partner, then the others from old to young.
// Amounts in whole cents a year at the base date.
struct Persons {
    std::vector<std::uint8_t> age;
    std::vector<Sex> sex;
    std::vector<Role> role;
    std::vector<Education> education;  // children under 18: low
    std::vector<Source> source;        // children under 18: none
    std::vector<Profile> profile;      // children under 18: none
    std::vector<std::int32_t> wage_cents_per_year;
    std::vector<std::int32_t> profit_cents_per_year;
    std::vector<std::int32_t> pension_cents_per_year;  // occupational, without the state pension
    std::vector<std::int32_t> unemployment_benefit_cents_per_year;
    std::vector<std::int32_t> disability_benefit_cents_per_year;
    std::vector<std::uint8_t> state_pension_build_up_percent;  // 100 for a full state pension

    std::size_t size() const { return age.size(); }
};

// All private households of a municipality at the base date, grouped by neighbourhood.
struct Population {
    std::uint32_t member = 0;                 // which member of the ensemble
    std::vector<std::uint32_t> person_begin;  // households + 1
    Persons persons;

    std::vector<std::uint16_t> neighbourhood;  // index in the municipality's list of neighbourhoods
    std::vector<HouseholdType> type;
    std::vector<Tenure> tenure;
    std::vector<Source> main_source;
    std::vector<IncomeClass> income_class;               // the class the fit gave it
    std::vector<std::int32_t> rent_cents_per_month;      // bare rent, tenants
    std::vector<std::int32_t> mortgage_cents_per_month;  // owners, interest and repayment
    std::vector<std::int32_t> energy_cents_per_month;
    std::vector<std::int32_t> woz_value_euro;
    std::vector<std::int32_t> liquid_assets_cents;  // bank and savings, at most 20 million euro
    std::vector<std::uint8_t>
        years_on_low_income;  // consecutive years no richer than now; 0 above the fortieth percentile
    std::vector<std::uint8_t> expects_improvement;         // 1: prospect of a better income
    std::vector<std::uint8_t> receives_social_assistance;  // 1: claims it (including AIO)
    std::vector<std::uint8_t> has_problem_debts;           // 1: registered problem debts

    std::int64_t residents_of_institutions = 0;  // in the person total, in no household

    std::size_t size() const { return type.size(); }
};

}  // namespace minimasim::population
