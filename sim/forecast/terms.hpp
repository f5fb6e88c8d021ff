#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace minimasim::forecast {

// What the processes of the forecast are made of: one value each, at most drawn once per replicate. Rows of
// data/assumptions/forecast.csv tell value, interval, evidence and source; docs/method the equations.
struct Terms {
    double debts_exit_per_year = 0;   // share of the households with problem debts that lose them in a year
    double debts_trend_per_year = 0;  // net growth of their number before any new measure
    double small_buffer = 0;          // euro of liquid assets: less is no buffer
    double large_buffer = 0;          // euro: this or more is a buffer
    double arrears_share = 0;         // of households, without problem debts
    double arrears_recovery_per_month = 0;
    double life_event_per_year = 0;
    double life_event_risk = 1;   // of arrears in the year after a life event, against other years
    double effect_of_income = 0;  // change of the risk of arrears per 100 euro a month more
    double signals_per_month = 0;
    double visits_per_month = 0;
    double calls_per_month = 0;
    double calling_first_share = 0;  // of the visits that a call makes unnecessary
    double acceptance = 0;           // of help, by approached households
    double visit_over_call = 1;      // acceptance at the door against by telephone
    double low_trust_ratio = 1;      // acceptance of hard to reach profiles against the others
    double letter_response = 0;
    double resolved_by_help = 0;  // share of acceptances with arrears
    double sender_insurers = 0;
    double sender_energy = 0;
    double sender_landlords = 0;
    double sender_water = 0;
    double completed_per_year = 0;  // trajectories that the places are enough for
    double trajectory_months = 18;
    double completed_share = 1;
    double applications_per_year = 0;  // share of the households with problem debts
    double arrangement_share = 0;      // of applications
    double referral_share = 0;         // of acceptances with problem debts
    double relapse_two_years = 0;      // share of completed trajectories
    double administrations = 0;
    double administration_with_debts_share = 0;
    double administration_exit_per_year = 0;
    double administration_trend_per_year = 0;
    double youth_unit_cost = 1;  // euro
    double youth_completed_share = 0;
    double youth_plan_months = 24;
    double aftercare_unit_cost = 1;  // euro
    double relapse_reduction = 0;    // by aftercare, share of relapses
    double course_participants_per_year = 0;
    double course_effect = 0;  // reduction of the risk of arrears
    double course_months = 0;
    double youth_budget_per_year = 0;      // euro; of the package, from the terms of the municipality
    double aftercare_budget_per_year = 0;  // likewise
    double signals_funded_until = 9999;    // year whose end is that of the money for visits and calls
    double tax_signals_per_month = 0;      // of the tax authority, beside the others
    double tax_signals_first_year = 0;
    double tax_signals_last_year = 0;
    double led_to_schemes = 0;             // chance of an approached household that leaves schemes unused
    double led_use_kept = 0;               // share of these that use the schemes a year longer
    double freed_repayment_per_month = 0;  // euro, of a household freed of its debts by help
    double income_and_arrears = 0;         // per cent more who come behind, per cent of real income less
    double income_and_worsening = 0;       // the same of arrears that become problem debts
    double income_adaptation = 0;          // share of a change that a household is used to after a year
    double inflow_deviation = 0;           // between years, standard deviation of the logarithm
    double inflow_carried_over = 0;        // share of it that is left in the next year
    double season = 1;                     // of the running year: sim/forecast/realised.hpp
    double budget_deviation = 0;
    double grant_variation = 0;
    double signals_budget_per_year = 0;  // euro, as the others
    double signals_budget_at_start = 0;  // what visits and calls of the start are paid from
};

// A term as data and scenarios name it, the values it may have, and whether a package may set it.
struct TermField {
    std::string_view process;
    std::string_view name;
    double Terms::*value;
    double lowest;
    double highest;
    bool is_lever = false;
};

inline constexpr double no_limit = 1e12;
inline constexpr double no_year = 9999;  // later than any forecast

inline constexpr std::array<TermField, 56> term_fields{{
    {"problem_debts", "exit_per_year", &Terms::debts_exit_per_year, 0, 1},
    {"problem_debts", "trend_per_year", &Terms::debts_trend_per_year, -1, 1},
    {"problem_debts", "small_buffer", &Terms::small_buffer, 0, no_limit},
    {"problem_debts", "large_buffer", &Terms::large_buffer, 0, no_limit},
    {"arrears", "share", &Terms::arrears_share, 0, 1},
    {"arrears", "recovery_per_month", &Terms::arrears_recovery_per_month, 0, 1},
    {"arrears", "life_event_per_year", &Terms::life_event_per_year, 0, 1},
    {"arrears", "life_event_risk", &Terms::life_event_risk, 0, 20},
    {"arrears", "effect_of_income", &Terms::effect_of_income, -1, 1},
    {"early_signals", "signals_per_month", &Terms::signals_per_month, 0, no_limit},
    {"early_signals", "visits_per_month", &Terms::visits_per_month, 0, no_limit, true},
    {"early_signals", "calls_per_month", &Terms::calls_per_month, 0, no_limit, true},
    {"early_signals", "calling_first_share", &Terms::calling_first_share, 0, 1, true},
    {"early_signals", "acceptance", &Terms::acceptance, 0, 1, true},
    {"early_signals", "visit_over_call", &Terms::visit_over_call, 0, 20},
    {"early_signals", "low_trust_ratio", &Terms::low_trust_ratio, 0, 20},
    {"early_signals", "letter_response", &Terms::letter_response, 0, 1, true},
    {"early_signals", "resolved_by_help", &Terms::resolved_by_help, 0, 1},
    {"early_signals", "sender_insurers", &Terms::sender_insurers, 0, 1},
    {"early_signals", "sender_energy", &Terms::sender_energy, 0, 1},
    {"early_signals", "sender_landlords", &Terms::sender_landlords, 0, 1},
    {"early_signals", "sender_water", &Terms::sender_water, 0, 1},
    {"debt_counselling", "completed_per_year", &Terms::completed_per_year, 0, no_limit, true},
    {"debt_counselling", "months", &Terms::trajectory_months, 1, 120},
    {"debt_counselling", "completed_share", &Terms::completed_share, 0.01, 1},
    {"debt_counselling", "applications_per_year", &Terms::applications_per_year, 0, 12, true},
    {"debt_counselling", "arrangement_share", &Terms::arrangement_share, 0, 1, true},
    {"debt_counselling", "referral_share", &Terms::referral_share, 0, 1, true},
    {"debt_counselling", "relapse_two_years", &Terms::relapse_two_years, 0, 1},
    {"administration", "stock", &Terms::administrations, 0, no_limit},
    {"administration", "with_debts_share", &Terms::administration_with_debts_share, 0, 1},
    {"administration", "exit_per_year", &Terms::administration_exit_per_year, 0, 1},
    {"administration", "trend_per_year", &Terms::administration_trend_per_year, -1, 1},
    {"youth_debt", "unit_cost", &Terms::youth_unit_cost, 1, no_limit},
    {"youth_debt", "completed_share", &Terms::youth_completed_share, 0, 1},
    {"youth_debt", "plan_months", &Terms::youth_plan_months, 1, 120, true},
    {"aftercare", "unit_cost", &Terms::aftercare_unit_cost, 1, no_limit},
    {"aftercare", "relapse_reduction", &Terms::relapse_reduction, -1, 1},
    {"budget_course", "participants_per_year", &Terms::course_participants_per_year, 0, no_limit, true},
    {"budget_course", "effect", &Terms::course_effect, -1, 1},
    {"budget_course", "months", &Terms::course_months, 0, 240},
    {"early_signals", "funded_until", &Terms::signals_funded_until, 2000, no_year, true},
    {"early_signals", "tax_signals_per_month", &Terms::tax_signals_per_month, 0, no_limit},
    {"early_signals", "tax_signals_first_year", &Terms::tax_signals_first_year, 2000, no_year},
    {"early_signals", "tax_signals_last_year", &Terms::tax_signals_last_year, 2000, no_year},
    {"early_signals", "led_to_schemes", &Terms::led_to_schemes, 0, 1},
    {"early_signals", "led_use_kept", &Terms::led_use_kept, 0, 1},
    {"debt_counselling", "freed_repayment_per_month", &Terms::freed_repayment_per_month, 0, no_limit},
    {"economy", "income_and_arrears", &Terms::income_and_arrears, 0, 10},
    {"economy", "income_and_worsening", &Terms::income_and_worsening, 0, 10},
    {"economy", "income_adaptation", &Terms::income_adaptation, 0, 1},
    {"economy", "inflow_deviation", &Terms::inflow_deviation, 0, 1},
    {"economy", "inflow_carried_over", &Terms::inflow_carried_over, 0, 1},
    {"realisation", "season", &Terms::season, 0.1, 10},
    {"realisation", "budget_deviation", &Terms::budget_deviation, 0, 5},
    {"realisation", "grant_variation", &Terms::grant_variation, 0, 20},
}};

// A row of data/assumptions/forecast.csv.
struct Assumption {
    std::string process;
    std::string term;
    double value = 0;
    double low = 0;
    double high = 0;
    std::string unit;
    std::string status;
    std::string evidence;  // high, medium, low, none
    std::string source;
};

// Reads the file; every term once, within its limits and its own interval. Throws InputError with all
// problems together.
std::vector<Assumption> read_assumptions(std::filesystem::path const& file);

// What a file of assumptions may hold, of any list of fields.
struct KnownTerm {
    std::string_view process;
    std::string_view name;
    double lowest = 0;
    double highest = 0;
};

// The same for a file of other terms.
std::vector<Assumption> read_assumptions(std::filesystem::path const& file,
                                         std::vector<KnownTerm> const& known);

// A uniform draw from the interval of a term, addressed by its name.
double drawn_value(Assumption const& assumption, std::uint64_t seed, std::uint32_t replicate);

// The field "process.term", or nothing.
TermField const* find_term(std::string_view process, std::string_view name);

// The central values.
Terms central_terms(std::vector<Assumption> const& assumptions);

// A uniform draw from every interval, addressed by the name of the term: the same for all packages.
Terms drawn_terms(std::vector<Assumption> const& assumptions, std::uint64_t seed, std::uint32_t replicate);

}  // namespace minimasim::forecast
