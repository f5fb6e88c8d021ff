#pragma once

#include "sim/report/message.hpp"

namespace minimasim::report::messages {

// Where the uncertainty comes from.
inline constexpr Message<0> sensitivity_heading{"Wat maakt de uitkomst onzeker?",
                                                "What makes the outcome uncertain?"};
inline constexpr Message<1> tornado_title{"Kosten van ‘{1}’ als één aanname lager of hoger is",
                                          "Cost of “{1}” with one assumption lower or higher"};
inline constexpr Message<0> tornado_note{
    "Gearceerd: de aanname op het laagste punt. Gevuld: op het hoogste. De rest blijft in het midden.",
    "Hatched: the assumption at its lowest. Filled: at its highest. All else stays central."};
inline constexpr Message<0> tornado_table{"Uitkomst bij een lage en een hoge aanname",
                                          "Outcome at a low and a high assumption"};
inline constexpr Message<0> assumption{"Aanname", "Assumption"};
inline constexpr Message<0> from_low_to_high{"Van – tot", "From – to"};
inline constexpr Message<0> cost_at_low{"Kosten bij laag", "Cost at low"};
inline constexpr Message<0> cost_at_high{"Kosten bij hoog", "Cost at high"};
inline constexpr Message<1> variance_title{"Aandeel in de onzekerheid over de kosten van ‘{1}’",
                                           "Share of the uncertainty about the cost of “{1}”"};
inline constexpr Message<0> variance_table{"Aandeel in de onzekerheid per bron",
                                           "Share of the uncertainty by source"};
inline constexpr Message<0> source_of_uncertainty{"Bron van onzekerheid", "Source of uncertainty"};
inline constexpr Message<0> share_alone{"Aandeel", "Share"};
inline constexpr Message<0> share_with_others{"Aandeel, samen met andere bronnen",
                                              "Share, together with other sources"};
inline constexpr Message<0> sensitivity_is_missing{
    "Deze doorrekening zegt niet welke aanname het meest telt. Draai hem opnieuw met:",
    "This run does not say which assumption matters most. Run it again with:"};
inline constexpr Message<0> source_published_rounding{"afronding van gepubliceerde cijfers",
                                                      "rounding of published figures"};
inline constexpr Message<0> source_unpublished_interactions{"samenhang die niet is gepubliceerd",
                                                            "interactions that are not published"};
inline constexpr Message<0> source_neighbourhood_terms{"verschillen tussen wijken",
                                                       "differences between neighbourhoods"};
inline constexpr Message<0> source_whole_households{"afronden naar hele huishoudens",
                                                    "rounding to whole households"};
inline constexpr Message<0> source_profile_wording{"uitleg van de inwonersprofielen",
                                                   "reading of the resident profiles"};
inline constexpr Message<0> source_take_up{"wie aanvraagt en wie kosten heeft",
                                           "who claims and who has a need"};
inline constexpr Message<0> source_amounts{"bedragen die niet zeker zijn", "amounts that are not certain"};

// Against what was published.
inline constexpr Message<0> published_section_heading{"Het model naast gepubliceerde cijfers",
                                                      "The model beside published figures"};
inline constexpr Message<0> published_section_note{
    "Wat gebruikt is om het model in te stellen, bewijst niets. Een cijfer dat niet gebruikt is, is een "
    "toets.",
    "What was used to calibrate the model proves nothing. A figure that was not used is a check."};
inline constexpr Message<0> published_table{"Gepubliceerde cijfers en wat het model zegt",
                                            "Published figures and what the model says"};
inline constexpr Message<0> figure{"Cijfer", "Figure"};
inline constexpr Message<0> year{"Jaar", "Year"};
inline constexpr Message<0> model{"Model", "Model"};
inline constexpr Message<0> role{"Rol", "Role"};
inline constexpr Message<0> published_picture{"Gepubliceerde kosten naast het model",
                                              "Published cost beside the model"};

// Method.
inline constexpr Message<0> method_heading{"Zo rekent het model", "How the model works"};
inline constexpr Message<1> method_1{
    "Het model bouwt elk huishouden van {1} na uit gepubliceerde cijfers. Geen enkel huishouden bestaat "
    "echt.",
    "The model builds every household of {1} from published figures. No household exists."};
inline constexpr Message<0> method_2{
    "Per huishouden rekent het uit wat er binnenkomt: loon, uitkering, toeslagen, belasting en premies "
    "volgens de wet.",
    "For each household it works out income: wages, benefits, allowances, taxes and premiums under the law."};
inline constexpr Message<0> method_3{
    "Daarna past het de regels van elke gemeentelijke regeling toe: inkomensgrens, vermogen, leeftijd, "
    "gezin.",
    "Then it applies the rules of each municipal scheme: income limit, wealth, age, family."};
inline constexpr Message<0> method_4{
    "Niet iedereen met recht vraagt aan. Hoeveel mensen dat doen, is ingesteld op de gebruikers van 2023.",
    "Not all who are entitled claim. How many do is calibrated to the users of 2023."};
inline constexpr Message<0> method_5{
    "Bij een hogere grens vraagt van de nieuwe groep hetzelfde soort mensen aan als nu.",
    "With a higher limit the same kind of people claim among the new group as now."};
inline constexpr Message<0> method_6{
    "De kosten zijn wat de regelingen in een jaar toekennen, plus vaste budgetten zoals ze in de nota staan.",
    "Cost is what the schemes grant in a year, plus fixed budgets as printed in the policy note."};
inline constexpr Message<0> method_7{
    "Arm is wie na de woonlasten te weinig overhoudt en geen buffer heeft (CBS, SCP en Nibud, 2024).",
    "Poor is who has too little left after housing costs and has no buffer (CBS, SCP and Nibud, 2024)."};
inline constexpr Message<2> method_8{
    "Alles is {1} keer doorgerekend op {2} bevolkingen, met wisselende kansen, bedragen en keuzes.",
    "All of it was worked out {1} times on {2} populations, with varying chances, amounts and choices."};
inline constexpr Message<0> method_9{
    "Het verschil tussen pakketten is zuiver beleid: dezelfde huishoudens, dezelfde toevallige keuzes.",
    "A difference between packages is policy alone: the same households, the same chance choices."};
inline constexpr Message<0> method_10{
    "Gedrag verandert niet: het model kent geen effect op werk, verhuizen of sparen. Aantallen onder 10 "
    "staan er niet.",
    "Behaviour does not change: no effect on work, moving or saving. Counts under 10 are not shown."};

// Provenance.
inline constexpr Message<0> provenance_heading{"Herkomst, en hoe u dit herhaalt",
                                               "Provenance, and how to repeat this"};
inline constexpr Message<0> repeat_run{"Met deze opdracht komt hetzelfde eruit:",
                                       "This command gives the same:"};
inline constexpr Message<0> program{"Programma", "Program"};
inline constexpr Message<0> municipality{"Gemeente", "Municipality"};
inline constexpr Message<0> law_date{"Regels van", "Rules of"};
inline constexpr Message<0> calibrated_on{"Ingesteld op", "Calibrated on"};
inline constexpr Message<0> seed{"Beginwaarde van het toeval", "Seed"};
inline constexpr Message<0> replicates_and_members{"Doorrekeningen en bevolkingen",
                                                   "Replicates and populations"};
inline constexpr Message<2> two_numbers{"{1} en {2}", "{1} and {2}"};
inline constexpr Message<0> held_sources{"Niet onzeker gemaakt", "Held certain"};
inline constexpr Message<0> reading_of_users{"Lezing van de gebruikers", "Reading of users"};
inline constexpr Message<0> reading_printed{"zoals gedrukt", "as printed"};
inline constexpr Message<0> reading_other{"de andere lezing", "the other reading"};
inline constexpr Message<0> data_digest{"Vingerafdruk van de gegevens", "Digest of the data"};
inline constexpr Message<0> population_digest{"Vingerafdruk van de bevolking", "Digest of the population"};
inline constexpr Message<0> scenario_digest{"Vingerafdruk van de pakketten", "Digest of the packages"};
inline constexpr Message<0> terms_table{"Bedragen en grenzen waar de cijfers op rusten, met hun bron",
                                        "Amounts and limits the figures rest on, with their source"};
inline constexpr Message<0> term{"Term", "Term"};
inline constexpr Message<0> value{"Waarde", "Value"};
inline constexpr Message<0> valid_from{"Geldig vanaf", "Valid from"};
inline constexpr Message<0> scenario_file{"Het pakket als bestand", "The package as a file"};

// Annex and amendment sheet.
inline constexpr Message<0> annex_title{"Raadsbijlage", "Council annex"};
inline constexpr Message<1> annex_heading{"Wat de opties kosten en opleveren: minimabeleid {1}",
                                          "What the options cost and bring: minimum-income policy {1}"};
inline constexpr Message<0> amendment_title{"Amendementsblad", "Amendment sheet"};
inline constexpr Message<0> amendment_table{"Kosten en bereik van dit voorstel",
                                            "Cost and reach of this proposal"};
inline constexpr Message<0> expected{"Naar verwachting", "Expected"};
inline constexpr Message<0> interval{"Marge (90 %)", "Interval (90 %)"};
inline constexpr Message<0> in_full_report{
    "Het hele rapport, met bronnen en marges, staat in report.html.",
    "The whole report, with sources and intervals, is in report.html."};

}  // namespace minimasim::report::messages
