#pragma once

#include "sim/report/message.hpp"

namespace minimasim::report::messages {

// Words for the values of the figures.
inline constexpr Message<0> fewer_than_ten{"< 10", "< 10"};
inline constexpr Message<0> nearly_same{"bijna gelijk", "about the same"};
inline constexpr Message<0> no_figure{"–", "–"};
inline constexpr Message<2> interval_from_to{"{1} – {2}", "{1} – {2}"};
inline constexpr Message<2> interval_below_zero{"{1} tot {2}", "{1} to {2}"};
inline constexpr Message<2> from_to{"{1} wordt {2}", "{1} becomes {2}"};
inline constexpr Message<2> named{"{1}: {2}", "{1}: {2}"};
inline constexpr Message<0> income_limit{"inkomensgrens", "income limit"};
inline constexpr Message<0> begins{"begint", "begins"};
inline constexpr Message<0> lapses{"vervalt", "lapses"};
inline constexpr Message<0> total{"Totaal", "Total"};
inline constexpr Message<0> all_together{"Alles samen", "All together"};

// Units.
inline constexpr Message<0> households{"huishoudens", "households"};
inline constexpr Message<0> adults{"volwassenen", "adults"};
inline constexpr Message<0> children{"kinderen", "children"};
inline constexpr Message<0> people{"mensen", "people"};
inline constexpr Message<0> euro_per_year{"euro per jaar", "euro a year"};
inline constexpr Message<0> share{"aandeel", "share"};

// Breakdowns.
inline constexpr Message<0> neighbourhood{"Wijk", "Neighbourhood"};
inline constexpr Message<0> profile{"Inwonersprofiel", "Resident profile"};
inline constexpr Message<0> household_type{"Soort huishouden", "Household type"};
inline constexpr Message<0> norm_band{"Inkomen, deel van de bijstandsnorm",
                                      "Income as a share of the assistance norm"};
inline constexpr Message<0> income_source{"Belangrijkste inkomen", "Main income"};
inline constexpr Message<0> income_decile{"Inkomensgroep, van laag naar hoog",
                                          "Income group, from low to high"};
inline constexpr Message<1> decile_number{"Groep {1}", "Group {1}"};

inline constexpr Message<0> one_person{"Alleenstaande", "One person"};
inline constexpr Message<0> couple_without_children{"Paar zonder kinderen", "Couple without children"};
inline constexpr Message<0> couple_with_children{"Paar met kinderen", "Couple with children"};
inline constexpr Message<0> single_parent{"Alleenstaande ouder", "Single parent"};
inline constexpr Message<0> other_household{"Ander huishouden", "Other household"};
inline constexpr Message<0> orange{"Oranje", "Orange"};
inline constexpr Message<0> green{"Groen", "Green"};
inline constexpr Message<0> brown{"Bruin", "Brown"};
inline constexpr Message<0> purple{"Paars", "Purple"};
inline constexpr Message<0> red{"Rood", "Red"};
inline constexpr Message<0> yellow{"Geel", "Yellow"};
inline constexpr Message<0> pink{"Roze", "Pink"};
inline constexpr Message<0> blue{"Blauw", "Blue"};
inline constexpr Message<0> no_profile{"Geen profiel", "No profile"};
inline constexpr Message<0> employee{"Loon", "Wage"};
inline constexpr Message<0> self_employed{"Eigen bedrijf", "Self-employed"};
inline constexpr Message<0> unemployment_benefit{"WW-uitkering", "Unemployment benefit"};
inline constexpr Message<0> disability_benefit{"Arbeidsongeschiktheid", "Disability benefit"};
inline constexpr Message<0> social_assistance{"Bijstand", "Social assistance"};
inline constexpr Message<0> pension{"AOW en pensioen", "Pension"};
inline constexpr Message<0> student{"Student", "Student"};
inline constexpr Message<0> no_income{"Geen inkomen", "No income"};
inline constexpr Message<0> up_to_100{"tot en met 100 %", "up to 100 %"};
inline constexpr Message<2> band_from_to{"{1} tot {2} %", "{1} to {2} %"};
inline constexpr Message<0> above_150{"meer dan 150 %", "above 150 %"};

// Budget.
inline constexpr Message<0> structural{"structureel", "structural"};
inline constexpr Message<0> incidental{"incidenteel", "incidental"};
inline constexpr Message<1> incidental_until{"incidenteel, tot en met {1}", "incidental, up to {1}"};

// Published figures, by the first part of their name; the others stand in figure_names of labels.cpp.
inline constexpr Message<1> figure_use{"Gebruikers: {1}", "Users: {1}"};
inline constexpr Message<1> figure_take_up{"Gebruik: {1}", "Take-up: {1}"};
inline constexpr Message<1> figure_budget{"Begroot: {1}", "Budgeted: {1}"};
inline constexpr Message<1> figure_new_budget{"Begroot, nieuw: {1}", "Budgeted, new: {1}"};
inline constexpr Message<0> figure_limits_130{"Optie: alle grenzen naar 130 %",
                                              "Option: all limits to 130 %"};
inline constexpr Message<0> figure_supplement_500{"Optie: inkomenstoeslag naar 500 euro",
                                                  "Option: income supplement to 500 euro"};
inline constexpr Message<0> figure_participation_budget{"Optie: Meedoenbudget",
                                                        "Option: participation budget"};
inline constexpr Message<0> figure_sum_of_options{"Alle opties samen", "All options together"};
inline constexpr Message<0> figure_existing_total{"Begroot: bestaand beleid, totaal",
                                                  "Budgeted: current policy, total"};
inline constexpr Message<0> figure_new_total{"Begroot: nieuw beleid, totaal", "Budgeted: new policy, total"};
inline constexpr Message<0> figure_poor_share{"Deel van de mensen in armoede", "Share of people in poverty"};
inline constexpr Message<0> figure_poor_children_share{"Deel van de kinderen in armoede",
                                                       "Share of children in poverty"};
inline constexpr Message<0> figure_newly_in_limits{"Huishoudens die bij 130 % recht krijgen",
                                                   "Households newly entitled at 130 %"};

// Roles of published figures.
inline constexpr Message<0> role_calibrate{"gebruikt om het model in te stellen",
                                           "used to calibrate the model"};
inline constexpr Message<0> role_check{"niet gebruikt: een toets", "not used: a check"};
inline constexpr Message<0> role_compare{"niet gebruikt: ter vergelijking", "not used: for comparison"};
inline constexpr Message<0> role_margin{"gebruikt om de bevolking na te bouwen",
                                        "used to build the population"};
inline constexpr Message<0> role_identity{"overgenomen", "carried as it is"};

}  // namespace minimasim::report::messages
