#pragma once

#include "sim/report/message.hpp"

namespace minimasim::report::messages {

// Published figures beside the forecast.
inline constexpr Message<0> forecast_checks_heading{"Gepubliceerde cijfers naast het model",
                                                    "Published figures beside the model"};
inline constexpr Message<3> forecast_checks_intro{
    "Op {1} cijfers is het model geijkt: dat ze kloppen, bewijst niets. {2} cijfers zijn apart gehouden of "
    "vormen een terugblik; daarvan liggen er {3} binnen de marge.",
    "The model is calibrated to {1} figures: that they fit proves nothing. {2} figures were held out or are "
    "a back-cast; of these {3} are within the interval."};
inline constexpr Message<0> forecast_checks_table{"Cijfers en de rol die zij speelden",
                                                  "Figures and the role they played"};
inline constexpr Message<0> forecast_figure{"Cijfer", "Figure"};
inline constexpr Message<0> forecast_role{"Rol", "Role"};
inline constexpr Message<0> forecast_period_of{"Periode", "Period"};
inline constexpr Message<0> forecast_published{"Gepubliceerd", "Published"};
inline constexpr Message<0> forecast_model{"Model", "Model"};
inline constexpr Message<0> forecast_inside{"Binnen de marge", "Within the interval"};
inline constexpr Message<0> forecast_yes{"ja", "yes"};
inline constexpr Message<0> forecast_no{"nee", "no"};
inline constexpr Message<0> forecast_source{"Bron", "Source"};

// The back-cast of poverty.
inline constexpr Message<1> forecast_poverty_title{"Personen in armoede, {1} = 100 %",
                                                   "Persons in poverty, {1} = 100%"};
inline constexpr Message<0> forecast_poverty_axis{"aandeel van het basisjaar; gepubliceerd: Nederland",
                                                  "share of the base year; published: the country"};
inline constexpr Message<1> forecast_poverty_intro{
    "Terugblik: de huishoudens van {1} met de prijzen, inkomens en wetten van andere jaren, naast de "
    "landelijke "
    "reeks. Alleen het peil van {1} is geijkt; aan de andere jaren is niets afgestemd. Elke kolom voegt iets "
    "toe "
    "aan de vorige.",
    "Back-cast: the households of {1} with the prices, incomes and law of other years, beside the national "
    "series. The level of {1} alone is calibrated; nothing is tuned to the other years. Every column adds "
    "something to the one before."};
inline constexpr Message<0> forecast_poverty_indices{"Prijzen en inkomens", "Prices and incomes"};
inline constexpr Message<0> forecast_poverty_law{"En belasting en toeslagen", "And tax and allowances"};
inline constexpr Message<0> forecast_poverty_energy{"En energietoeslag", "And energy allowance"};
inline constexpr Message<0> forecast_poverty_assistance{"En aantal in de bijstand (model)",
                                                        "And number on assistance (model)"};
inline constexpr Message<0> forecast_poverty_missing{"niet berekend", "not computed"};

// Assumptions.
inline constexpr Message<0> forecast_assumptions_heading{"Alle aannames", "All assumptions"};
inline constexpr Message<2> forecast_assumptions_intro{
    "De vooruitblik rust op {1} waarden. Bij {2} daarvan is geen bewijs gevonden. Waar geen oorzakelijk "
    "bewijs "
    "is dat een maatregel werkt, ligt nul binnen de marge van het effect.",
    "The forecast rests on {1} values. For {2} of them no evidence was found. Where there is no causal "
    "evidence that a measure works, nought is within the interval of its effect."};
inline constexpr Message<0> forecast_assumed_table{"Alleen op aanname: geen bewijs gevonden",
                                                   "On assumption alone: no evidence found"};
inline constexpr Message<0> forecast_by_process{"Per proces, met rekenregel en bron",
                                                "By process, with equation and source"};
inline constexpr Message<0> forecast_assumption{"Aanname", "Assumption"};
inline constexpr Message<0> forecast_value{"Waarde", "Value"};
inline constexpr Message<0> forecast_unit{"Eenheid", "Unit"};
inline constexpr Message<0> forecast_evidence{"Bewijs", "Evidence"};
inline constexpr Message<1> forecast_equation{"Rekenregel: {1}.", "Equation: {1}."};

// The method in ten lines.
inline constexpr Message<0> forecast_method_heading{"Zo rekent de vooruitblik", "How the forecast works"};
inline constexpr Message<0> forecast_method_1{
    "Een nagebouwde bevolking heeft per wijk zoveel huishoudens met problematische schulden als het CBS "
    "telt.",
    "A synthetic population has as many households with problem debts in each neighbourhood as CBS counts."};
inline constexpr Message<0> forecast_method_2{
    "Elk huishouden is elke maand op orde, heeft een achterstand, of heeft problematische schulden.",
    "Every household is in order, in arrears or in problem debts, month by month."};
inline constexpr Message<0> forecast_method_3{
    "Wie weinig inkomen of buffer heeft, kinderen heeft of in een wijk met veel schulden woont, heeft meer "
    "kans op een achterstand.",
    "Households with little income or buffer, with children or in a neighbourhood with many debts have more "
    "chance of arrears."};
inline constexpr Message<0> forecast_method_4{
    "Een deel van de achterstanden eindigt vanzelf, een deel wordt een problematische schuld.",
    "Some arrears end by themselves, some become problem debts."};
inline constexpr Message<0> forecast_method_5{
    "Huishoudens met een achterstand kunnen een vroegsignaal geven. De gemeente bezoekt en belt tot haar "
    "capaciteit op is; de rest krijgt een brief.",
    "Households in arrears may give an early signal. The municipality visits and calls up to its capacity; "
    "the others get a letter."};
inline constexpr Message<0> forecast_method_6{
    "Wie hulp accepteert, kan doorstromen naar een schuldhulptraject van anderhalf jaar. Er zijn niet meer "
    "plaatsen dan de gemeente heeft.",
    "Who accepts help may go on to a debt trajectory of one and a half years. There are no more places than "
    "the municipality has."};
inline constexpr Message<0> forecast_method_7{
    "Een afgerond traject beëindigt de schuld. Een deel van de mensen valt binnen twee jaar terug.",
    "A completed trajectory ends the debt. Some people relapse within two years."};
inline constexpr Message<0> forecast_method_8{
    "Elke onzekere waarde heeft een laag en een hoog eind. Elke doorrekening trekt er een waarde tussen.",
    "Every uncertain value has a low and a high end. Every replicate draws a value between them."};
inline constexpr Message<0> forecast_method_9{
    "Pakketten delen al het toeval. Een verschil tussen pakketten komt dus alleen door de maatregelen.",
    "Packages share all chance. A difference between packages is therefore of the measures alone."};
inline constexpr Message<0> forecast_method_10{
    "Het getal is het gemiddelde; de marge loopt van de laagste 5 % tot de hoogste 5 % van de "
    "doorrekeningen.",
    "The figure is the mean; the interval runs from the lowest 5% to the highest 5% of the replicates."};
inline constexpr Message<0> forecast_households_of_base_date{
    "Schulden en begroting gaan in elk jaar over de huishoudens van het begin (--fixed-households).",
    "Debts and budget go by the households of the start in every year (--fixed-households)."};
inline constexpr Message<0> forecast_debts_by_year{
    "Schulden gaan over de huishoudens van het jaar, de begroting over die van het begin.",
    "Debts go by the households of the year, the budget by those of the start."};
inline constexpr Message<0> forecast_all_by_year{
    "Schulden en begroting gaan over de huishoudens van het jaar (--budget-by-people).",
    "Debts and budget go by the households of the year (--budget-by-people)."};
inline constexpr Message<0> forecast_not_yet_heading{"Wat er niet in zit", "What is not in it"};

// Where it comes from.
inline constexpr Message<0> forecast_provenance_heading{"Herkomst", "Provenance"};
inline constexpr Message<0> forecast_program{"Programma", "Program"};
inline constexpr Message<0> forecast_replicates{"Doorrekeningen", "Replicates"};
inline constexpr Message<0> forecast_members{"Nagebouwde bevolkingen", "Synthetic populations"};
inline constexpr Message<0> forecast_seed{"Toevalsgetal", "Seed"};
inline constexpr Message<0> forecast_data{"SHA-256 van de gegevens", "SHA-256 of the data"};
inline constexpr Message<0> forecast_packages_from{"Pakketten zonder datum gelden vanaf",
                                                   "Packages without a date hold from"};

}  // namespace minimasim::report::messages
