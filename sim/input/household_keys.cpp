#include "sim/input/household_keys.hpp"

namespace minimasim::input {

namespace {

constexpr double most_euro = 1e7;  // beyond it cents were written, or a slip of the hand
constexpr Range euro{"euro", 0, most_euro, "an amount in euro"};
constexpr Range euro_per_month{"euro_per_month", 0, most_euro, "an amount in euro a month"};
constexpr Range euro_per_year{"euro_per_year", 0, most_euro, "an amount in euro a year"};
constexpr Range euro_per_hour{"euro_per_hour", 0, 1000, "an amount in euro an hour"};
constexpr Range share{"share", 0, 1, "a share (50 % is 0.50)"};
constexpr Range age{"years", 0, 120, "an age in years"};
constexpr Range years{"years", 0, 120, "a number of years"};
constexpr Range calendar_year{"year", 1880, 2100, "a year"};
constexpr Range hours{"hours_per_month", 0, 744, "a number of hours a month"};  // 31 days of 24

using Person = PersonRecord;
constexpr std::array<Key<Person>, 18> keys_of_person{{
    {"age", &Person::age, "Age on the date, in whole years; under 18 a child", age},
    {"birth_year", &Person::birth_year, "Year of birth; null: follows from age and date", calendar_year},
    {"wage_per_year", &Person::wage_per_year,
     "Taxable wage with holiday allowance, the employee's pension premium already off", euro_per_year},
    {"profit_per_year", &Person::profit_per_year,
     "Profit of a business before the entrepreneurs' deductions; a loss counts as 0", euro_per_year},
    {"pension_per_year", &Person::pension_per_year, "Occupational pension, without the state pension",
     euro_per_year},
    {"unemployment_benefit_per_year", &Person::unemployment_benefit_per_year,
     "Unemployment benefit (WW), gross", euro_per_year},
    {"disability_benefit_per_year", &Person::disability_benefit_per_year,
     "Disability benefit (WIA, WAO, Wajong), gross", euro_per_year},
    {"receives_state_pension", &Person::receives_state_pension,
     "Receives state pension (AOW); null: from state pension age"},
    {"state_pension_build_up", &Person::state_pension_build_up,
     "Share of the full state pension that was built up", share},
    {"is_partner", &Person::is_partner,
     "Says once more that the second person is the partner; the household's is_couple decides"},
    {"is_student", &Person::is_student, "Follows education that gives a right to student finance"},
    {"is_young_disabled", &Person::is_young_disabled, "Is disabled since youth (Wajong)"},
    {"is_medically_limited", &Person::is_medically_limited,
     "Can work or study limited hours only, for a structural medical reason"},
    {"is_older_unemployed", &Person::is_older_unemployed,
     "Has a right to income support for older unemployed (IOAW)"},
    {"earnings_exemption", &Person::earnings_exemption,
     "Which part of earnings assistance leaves out of account"},
    {"childcare_hours_per_month", &Person::childcare_hours_per_month, "Registered childcare of this child",
     hours},
    {"childcare_type", &Person::childcare_type, "Kind of childcare"},
    {"childcare_rate_per_hour", &Person::childcare_rate_per_hour, "Price of the childcare", euro_per_hour},
}};

using Household = HouseholdRecord;
constexpr std::array<Key<Household>, 29> keys_of_household{{
    {"id", &Household::id, "Name of the household, repeated in the answer"},
    {"title", &Household::title, "Name in reports, in Dutch"},
    {"title_en", &Household::title_en, "Name in reports, in English"},
    {"story", &Household::story, "Who it is, in a sentence, in Dutch"},
    {"story_en", &Household::story_en, "Who it is, in a sentence, in English"},
    {"date", &Household::date, "Day whose law is applied, as 2024-07-01"},
    {"municipality", &Household::municipality, "Code of the municipality (GM and four digits)"},
    {"neighbourhood", &Household::neighbourhood,
     "Code of the neighbourhood (WK and six digits); without default when another municipality is given"},
    {"is_couple", &Household::is_couple, "The first two persons are partners"},
    {"tenure", &Household::tenure, "Rents from a housing association, rents otherwise, or owns the home"},
    {"rent_per_month", &Household::rent_per_month, "Bare rent; 0 for an owner", euro_per_month},
    {"service_costs_per_month", &Household::service_costs_per_month,
     "Service costs that count for the rent allowance", euro_per_month},
    {"adapted_dwelling", &Household::adapted_dwelling, "The home is adapted to a disability"},
    {"lives_in_institution", &Household::lives_in_institution, "Lives in an institution"},
    {"woz_value", &Household::woz_value, "Official value of the own home", euro},
    {"mortgage_per_month", &Household::mortgage_per_month, "Interest and repayment of the own home",
     euro_per_month},
    {"mortgage_interest_per_year", &Household::mortgage_interest_per_year, "The interest in it",
     euro_per_year},
    {"energy_per_month", &Household::energy_per_month, "Gas, electricity and heat", euro_per_month},
    {"water_per_month", &Household::water_per_month, "Water", euro_per_month},
    {"local_taxes_per_year", &Household::local_taxes_per_year,
     "Municipal and water board taxes before a waiver", euro_per_year},
    {"health_premium_per_month", &Household::health_premium_per_month,
     "Premium of health insurance of all persons together", euro_per_month},
    {"alimony_paid_per_month", &Household::alimony_paid_per_month, "Maintenance paid to others",
     euro_per_month},
    {"liquid_assets", &Household::liquid_assets, "Money, savings and shares of all persons together", euro},
    {"home_equity", &Household::home_equity,
     "Value of the own home less the mortgage; a shortfall counts as 0", euro},
    {"car_value", &Household::car_value, "Value of cars and other vehicles", euro},
    {"years_on_low_income", &Household::years_on_low_income, "Years with an income this low, up to the date",
     years},
    {"expects_improvement", &Household::expects_improvement, "The income is expected to improve"},
    {"special_costs_per_year", &Household::special_costs_per_year,
     "Necessary special costs for which special assistance is asked", euro_per_year},
    {"goods_costs_per_year", &Household::goods_costs_per_year,
     "Cost of household goods that are broken or missing", euro_per_year},
}};

constexpr std::array<std::string_view, 3> tenures{"rent_social", "rent_private", "owner"};
constexpr std::array<std::string_view, 3> childcare_types{"daycare", "after_school", "childminder"};
constexpr std::array<std::string_view, 3> earnings_exemptions{"none", "first_months", "single_parent"};

}  // namespace

std::span<Key<HouseholdRecord> const> household_keys()
{
    return keys_of_household;
}

std::span<Key<PersonRecord> const> person_keys()
{
    return keys_of_person;
}

std::span<std::string_view const> words_of(Tenure)
{
    return tenures;
}

std::span<std::string_view const> words_of(ChildcareType)
{
    return childcare_types;
}

std::span<std::string_view const> words_of(EarningsExemption)
{
    return earnings_exemptions;
}

}  // namespace minimasim::input
