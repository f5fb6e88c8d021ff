#pragma once

#include "sim/report/message.hpp"

namespace minimasim::report::messages {

// The frame of the page of a forecast, and its answer.
inline constexpr Message<1> forecast_banner{"Vooruitblik schulden in {1}", "Forecast of debts in {1}"};
inline constexpr Message<3> forecast_period{"Van 1 januari {1} tot en met {2}, {3} keer doorgerekend",
                                            "From 1 January {1} to the end of {2}, worked out {3} times"};
inline constexpr Message<2> forecast_description{
    "Waar problematische schulden, vroegsignalen en schuldhulp in {1} tot en met {2} op uitkomen.",
    "Where problem debts, early signals and debt help in {1} land up to {2}."};
inline constexpr Message<2> forecast_question{"Waar staan de problematische schulden in {1} eind {2}?",
                                              "Where will problem debts in {1} stand at the end of {2}?"};
inline constexpr Message<0> forecast_status{
    "Een vooruitblik onder aannames: geen besluit, en geen belofte dat het zo gaat.",
    "A forecast under assumptions: no decision, and no promise that it will go like this."};
inline constexpr Message<5> forecast_answer{
    "Zonder nieuwe maatregelen heeft eind {1} naar verwachting {2} van de huishoudens problematische "
    "schulden, tussen {3} en {4}{5}.",
    "Without new measures an expected {2} of the households has problem debts at the end of {1}, between {3} "
    "and {4}{5}."};
inline constexpr Message<2> forecast_answer_start{"Begin {1} was dat {2}.",
                                                  "At the start of {1} that was {2}."};
inline constexpr Message<5> forecast_best_package{
    "Van de doorgerekende pakketten komt ‘{1}’ het laagst uit: {2} huishoudens minder dan zonder, tussen {3} "
    "en {4}{5}.",
    "Of the packages worked out, “{1}” lands lowest: {2} households fewer than without, between {3} and "
    "{4}{5}."};
inline constexpr Message<4> forecast_unsure_package{
    "Geen van de doorgerekende pakketten komt duidelijk lager uit. Het laagst is ‘{1}’; het verschil ligt "
    "tussen {2} en {3} huishoudens{4}.",
    "None of the packages worked out lands clearly lower. “{1}” is lowest; the difference is between {2} "
    "and {3} households{4}."};
inline constexpr Message<0> forecast_no_package{
    "Geen van de doorgerekende pakketten komt lager uit dan huidig beleid.",
    "None of the packages worked out lands below current policy."};
inline constexpr Message<2> forecast_debt_goal{"Kans dat de schuldendoelstelling van {1} wordt gehaald: {2}",
                                               "Chance that the goal of {1} for debts is reached: {2}"};
inline constexpr Message<3> forecast_debt_goal_early{
    "Kans dat de schuldendoelstelling van {1} al in {3} wordt gehaald: {2}",
    "Chance that the goal of {1} for debts is reached in {3} already: {2}"};
inline constexpr Message<0> forecast_debt_goal_everywhere{", zonder nieuwe maatregelen en met elk pakket.",
                                                          ", without new measures and with every package."};
inline constexpr Message<2> forecast_debt_goal_best{
    " zonder nieuwe maatregelen, en hoogstens {1} met een pakket (‘{2}’).",
    " without new measures, and at most {1} with a package (“{2}”)."};
inline constexpr Message<0> forecast_debt_goal_alone{" zonder nieuwe maatregelen.", " without new measures."};
inline constexpr Message<1> forecast_how_sure{
    "Het model is {1} keer doorgerekend, elke keer met ander toeval en met andere waarden voor wat niemand "
    "precies weet. In 9 van de 10 keer lag de uitkomst tussen de twee getallen. Let op: huidig beleid is zo "
    "geijkt dat het aantal ongeveer gelijk blijft. De vooruitblik zegt dus vooral hoe ver het kan "
    "uitwaaieren, niet welke kant het opgaat.",
    "The model was worked out {1} times, with other chance and with other values for what nobody knows "
    "precisely. In 9 of 10 times the outcome was between the two figures. Note: current policy is calibrated "
    "such that the number stays about the same. The forecast says how far it may spread rather than which "
    "way it goes."};

// The marks beside numbers.
inline constexpr Message<0> forecast_mark_assumed{"aanname", "assumption"};
inline constexpr Message<0> forecast_mark_weak{"zwak onderbouwd", "weak evidence"};
inline constexpr Message<0> forecast_marks_heading{"Waarop een getal rust", "What a number rests on"};
inline constexpr Message<0> forecast_marks_assumed{
    " Er is geen telling of onderzoek gevonden. Het getal volgt uit een keuze van de makers, met een ruime "
    "marge.",
    " No count or study was found. The number follows from a choice of the makers, with a wide interval."};
inline constexpr Message<0> forecast_marks_weak{
    " Er is een bron, maar die is oud, van elders of meet net iets anders.",
    " There is a source, but it is old, from elsewhere, or measures something slightly different."};
inline constexpr Message<0> forecast_marks_none{"Zonder teken: geteld in Assen of goed onderzocht.",
                                                "Without a mark: counted in Assen or well studied."};
inline constexpr Message<0> forecast_marks_rule{"Een getal is zo zeker als de zwakste aanname eronder.",
                                                "A number is as sure as the weakest assumption below it."};
inline constexpr Message<0> forecast_marks_link{"Alle aannames", "All assumptions"};
inline constexpr Message<0> forecast_no_number{"–", "–"};

// Goals.
inline constexpr Message<0> forecast_goals_heading{"De kans dat doelen worden gehaald",
                                                   "The chance that goals are reached"};
inline constexpr Message<1> forecast_goals_intro{
    "De kans is het deel van de {1} doorrekeningen waarin het doel wordt gehaald. Dat is een kans onder de "
    "aannames van dit model. Niemand heeft zo’n kans gemeten.",
    "The chance is the share of the {1} replicates in which the goal is reached. It is a chance under the "
    "assumptions of this model. Nobody has measured such a chance."};
inline constexpr Message<1> forecast_goals_of_others{
    "Deze pakketten werken op deze doelen alleen door wat huishoudens meer of minder te besteden hebben, en "
    "komen uit waar huidig beleid uitkomt: {1}. Zij staan alleen in de tabellen.",
    "These packages act on these goals only through what households have to spend, and land where current "
    "policy lands: {1}. They are in the tables alone."};
inline constexpr Message<0> forecast_nothing_to_count{
    "Een streepje: in dat jaar wordt niemand benaderd, omdat het geld voor vroegsignalering dan op is.",
    "A dash: nobody is approached in that year, because the money for early signals has ended."};
inline constexpr Message<2> forecast_goal_most{"{1} hoogstens {2}", "{1} at most {2}"};
inline constexpr Message<2> forecast_goal_least{"{1} minstens {2}", "{1} at least {2}"};
inline constexpr Message<2> forecast_goal_title{"Doel voor {2}: {1}", "Goal for {2}: {1}"};
inline constexpr Message<1> forecast_goal_early{
    "De vooruitblik eindigt voor dat jaar: dit is de stand in {1}.",
    "The forecast ends before that year: this is how it stands in {1}."};
inline constexpr Message<0> forecast_chance_axis{"kans dat het doel wordt gehaald",
                                                 "chance that the goal is reached"};
inline constexpr Message<1> forecast_goal_table{"Uitkomst en kans: {1}", "Outcome and chance: {1}"};
inline constexpr Message<0> forecast_package{"Pakket", "Package"};
inline constexpr Message<0> forecast_lands_at{"Komt uit op", "Lands at"};
inline constexpr Message<0> forecast_chance{"Kans", "Chance"};
inline constexpr Message<2> forecast_times_of{"{1} van {2} keer", "{1} of {2} times"};
inline constexpr Message<0> forecast_sets_goal{"stelt dit zelf in", "sets this itself"};
inline constexpr Message<0> forecast_sets_goal_note{
    "Een pakket dat het doel zelf instelt, laat zien wat eruit volgt. Of het lukt, is daarmee niet gezegd.",
    "A package that sets the goal itself shows what follows from it. Whether it can be done is another "
    "matter."};

// Problem debts by package.
inline constexpr Message<0> forecast_paths_heading{"Problematische schulden per pakket",
                                                   "Problem debts by package"};
inline constexpr Message<0> forecast_debts_title{
    "Huishoudens met problematische schulden, deel van alle huishoudens",
    "Households with problem debts, share of all households"};
inline constexpr Message<0> forecast_goal_line{"doel", "goal"};
inline constexpr Message<1> forecast_start_of{"begin {1}", "start of {1}"};
inline constexpr Message<1> forecast_change_title{
    "Wat elk pakket eind {1} verandert aan het aantal huishoudens met problematische schulden",
    "What each package changes by the end of {1} in the number of households with problem debts"};
inline constexpr Message<0> forecast_change_note{
    "Vergeleken met huidig beleid, met dezelfde huishoudens en hetzelfde toeval. Links van nul zijn het er "
    "minder.",
    "Compared with current policy, with the same households and the same chance. Left of nought there are "
    "fewer."};
inline constexpr Message<0> forecast_change_axis{"verschil in huishoudens", "difference in households"};
inline constexpr Message<0> forecast_fewer{"Verschil met huidig beleid", "Difference from current policy"};
inline constexpr Message<0> forecast_year{"Jaar", "Year"};
inline constexpr Message<0> forecast_end_of_year{"einde van het jaar", "end of the year"};
inline constexpr Message<0> forecast_over_year{"in het jaar", "over the year"};
inline constexpr Message<1> forecast_years_table{"{1}, per jaar", "{1}, by year"};
inline constexpr Message<1> forecast_other_packages{
    "Deze pakketten werken hier alleen door wat huishoudens meer of minder te besteden hebben; hun lijn is "
    "die van huidig beleid, en hun verschil staat hierboven: {1}.",
    "These packages act here only through what households have to spend; their line is that of current "
    "policy, and their difference stands above: {1}."};
inline constexpr Message<1> forecast_same_packages{
    "Deze pakketten veranderen niets wat deze vooruitblik kent: {1}. Zij staan hier niet.",
    "These packages change nothing that this forecast knows: {1}. They are left out."};

// Signals and help.
inline constexpr Message<0> forecast_help_heading{"Van signaal naar hulp", "From signal to help"};
inline constexpr Message<0> forecast_help_intro{
    "Zo loopt het zonder nieuwe maatregelen. De band is het 90 %-interval.",
    "This is how it goes without new measures. The band is the 90% interval."};
inline constexpr Message<1> forecast_help_table{"Signalen en hulp in {1}, per pakket",
                                                "Signals and help in {1}, by package"};

// Neighbourhoods.
inline constexpr Message<0> forecast_places_heading{"De wijken", "The neighbourhoods"};
inline constexpr Message<1> forecast_places_title{
    "Huishoudens met problematische schulden per wijk, eind {1}, zonder nieuwe maatregelen",
    "Households with problem debts by neighbourhood, end of {1}, without new measures"};
inline constexpr Message<0> forecast_places_note{
    "De ruit is het cijfer van het begin. De wijken beginnen op het gepubliceerde cijfer; wat daarna komt, "
    "is "
    "berekend en niet gemeten.",
    "The diamond is the figure at the start. Neighbourhoods start from the published figure; what comes "
    "after is worked out, not measured."};
inline constexpr Message<0> forecast_places_axis{"deel van de huishoudens in de wijk",
                                                 "share of the households of the neighbourhood"};
inline constexpr Message<0> forecast_places_table{"Problematische schulden per wijk",
                                                  "Problem debts by neighbourhood"};
inline constexpr Message<0> forecast_neighbourhood{"Wijk", "Neighbourhood"};

// What it takes and what drives it.
inline constexpr Message<0> forecast_needed_heading{"Wat er nodig is", "What it would take"};
inline constexpr Message<0> forecast_drivers_heading{"Wat de uitkomst bepaalt", "What drives the outcome"};
inline constexpr Message<3> forecast_flows{
    "In {1} krijgen naar verwachting {2} huishoudens problematische schulden. {3} huishoudens komen er "
    "zonder traject uit.",
    "In {1} an expected {2} households fall into problem debts. {3} households get out of them without a "
    "trajectory."};
inline constexpr Message<1> forecast_flows_trajectories{"Door een afgerond traject zijn dat er {1}.",
                                                        "By a completed trajectory it is {1}."};
inline constexpr Message<0> forecast_flows_conclusion{
    " Trajecten alleen houden de instroom dus niet bij.",
    " Trajectories alone therefore do not keep up with the inflow."};
inline constexpr Message<1> forecast_flows_table{
    "Erin en eruit in {1}, huishoudens, zonder nieuwe maatregelen",
    "In and out in {1}, households, without new measures"};
inline constexpr Message<0> forecast_flow{"Stroom", "Flow"};
inline constexpr Message<0> forecast_number{"Aantal", "Number"};
inline constexpr Message<1> forecast_tornado_title{
    "Welke aannames het aandeel met problematische schulden eind {1} het meest verschuiven",
    "Which assumptions move the share with problem debts at the end of {1} most"};
inline constexpr Message<0> forecast_tornado_note{
    "Elke balk loopt van de lage naar de hoge waarde van een aanname, bij huidig beleid. Alleen aannames "
    "waarvan het effect groter is dan toeval, staan erin.",
    "Each bar runs from the low to the high value of an assumption, under current policy. Only assumptions "
    "whose effect is more than chance are in it."};
inline constexpr Message<0> forecast_tornado_table{"Aannames die de uitkomst verschuiven",
                                                   "Assumptions that move the outcome"};
inline constexpr Message<0> forecast_at_low{"Bij lage waarde", "At the low value"};
inline constexpr Message<0> forecast_at_high{"Bij hoge waarde", "At the high value"};
inline constexpr Message<0> forecast_of_spread{"Deel van de spreiding", "Share of the spread"};

}  // namespace minimasim::report::messages
