#pragma once

#include "sim/report/message.hpp"

// Texts of the part of the report in which the reader makes a package.
namespace minimasim::report::messages {

inline constexpr Message<0> what_if_title{"En als het anders wordt?", "And if it becomes something else?"};
inline constexpr Message<1> what_if_introduction{
    "Verander een grens, een bedrag of het gebruik. De pagina rekent meteen opnieuw, met dezelfde regels als "
    "het "
    "hele model, voor elk huishouden van een nagemaakt {1}. Er gaat niets over het internet en er wordt "
    "niets "
    "bewaard.",
    "Change a limit, an amount or the take-up. The page works it out again at once, by the same rules as the "
    "whole "
    "model, for every household of a synthetic {1}. Nothing goes over the internet and nothing is kept."};
inline constexpr Message<2> what_if_warning{
    "Dit is één nagemaakte bevolking met {1} trekkingen van wie een regeling gebruikt. De intervallen tonen "
    "alleen "
    "die trekkingen en zijn dus te smal. Het hele verslag rekent met {2} bevolkingen. Neem een besluit op de "
    "cijfers van een volledige berekening.",
    "This is one synthetic population with {1} draws of who uses a scheme. The intervals show those draws "
    "only, so "
    "they are too narrow. The whole report rests on {2} populations. Decide on the figures of a full run."};
inline constexpr Message<0> what_if_unavailable{
    "Dit onderdeel rekent in uw browser en heeft daarvoor JavaScript nodig. Dat staat hier uit. Alle andere "
    "cijfers "
    "in dit verslag kunt u gewoon lezen.",
    "This part calculates in your browser and needs JavaScript for it. That is off here. You can read all "
    "other "
    "figures of this report as they are."};
inline constexpr Message<0> what_if_failed{
    "Dit onderdeel kon niet starten. Het rekent met WebAssembly, in een browser van 2023 of later. Alle "
    "andere "
    "cijfers in dit verslag kunt u gewoon lezen.",
    "This part could not start. It calculates with WebAssembly, in a browser of 2023 or later. You can read "
    "all "
    "other figures of this report as they are."};
inline constexpr Message<0> what_if_loading{"Het rekendeel wordt klaargezet.", "Getting ready to calculate."};

inline constexpr Message<0> what_if_preset{"Begin met een pakket", "Start from a package"};
inline constexpr Message<0> what_if_reset{"Terug naar huidig beleid", "Back to current policy"};
inline constexpr Message<0> what_if_current_policy{"Huidig beleid", "Current policy"};
inline constexpr Message<0> what_if_own_package{"Een eigen pakket", "A package of your own"};
inline constexpr Message<0> what_if_own_title{"Eigen variant uit het verslag", "Own variant from the report"};
inline constexpr Message<0> what_if_quick{"Wat het meest uitmaakt", "What matters most"};
inline constexpr Message<0> what_if_per_scheme{"Alle knoppen per regeling", "All settings by scheme"};
inline constexpr Message<0> what_if_all_limits{"Alle inkomensgrenzen samen, in % van het sociaal minimum",
                                               "All income limits together, in % of the social minimum"};
inline constexpr Message<0> what_if_all_take_up{"Gebruik van alle regelingen samen hoger",
                                                "Take-up of all schemes together higher by"};
inline constexpr Message<0> what_if_take_up{"gebruik door wie recht heeft", "take-up by those entitled"};
inline constexpr Message<0> what_if_ex_officio{"zonder aanvraag voor wie bijstand krijgt",
                                               "without application for recipients of social assistance"};
inline constexpr Message<0> what_if_assumed{"aanname", "assumption"};
inline constexpr Message<0> what_if_measures{"Vaste bedragen: schuldhulp, subsidies en andere posten",
                                             "Fixed amounts: debt help, subsidies and other lines"};
inline constexpr Message<0> what_if_slider{"schuif", "slider"};
inline constexpr Message<2> what_if_range{"Van {1} tot {2}.", "From {1} to {2}."};
inline constexpr Message<3> what_if_now_and_range{"Nu {3}. Van {1} tot {2}.", "Now {3}. From {1} to {2}."};
inline constexpr Message<1> what_if_now_only{"Nu: {1}.", "Now: {1}."};
inline constexpr Message<0> what_if_mixed{"verschilt", "differs"};
inline constexpr Message<2> what_if_mixed_now{"{1} tot {2}", "{1} to {2}"};
inline constexpr Message<2> what_if_no_number{"Vul een getal in, van {1} tot {2}.",
                                              "Give a number, from {1} to {2}."};
inline constexpr Message<2> what_if_out_of_range{"Dit valt buiten {1} tot {2}.",
                                                 "This is outside {1} to {2}."};
inline constexpr Message<1> what_if_changed_count{"({1} veranderd)", "({1} changed)"};
inline constexpr Message<0> what_if_yes{"ja", "yes"};
inline constexpr Message<0> what_if_no{"nee", "no"};
inline constexpr Message<0> what_if_unit_share{"%", "%"};
inline constexpr Message<0> what_if_unit_points{"procentpunten", "percentage points"};
inline constexpr Message<0> what_if_unit_euro{"euro", "euro"};
inline constexpr Message<0> what_if_unit_euro_per_year{"euro per jaar", "euro a year"};
inline constexpr Message<0> what_if_unit_euro_per_month{"euro per maand", "euro a month"};
inline constexpr Message<0> what_if_unit_years{"jaar", "years"};

inline constexpr Message<0> what_if_outcome{"De uitkomst", "The outcome"};
inline constexpr Message<0> what_if_changes{"Wat u veranderde", "What you changed"};
inline constexpr Message<0> what_if_no_changes{"Nog niets: dit is huidig beleid.",
                                               "Nothing yet: this is current policy."};
inline constexpr Message<1> what_if_published{
    "De beleidsnota noemt voor dit pakket {1} per jaar. Dat bedrag is niet in het model gebruikt.",
    "The policy note says {1} a year for this package. The model does not use that amount."};
inline constexpr Message<0> what_if_table_cost{"Wat het kost", "What it costs"};
inline constexpr Message<0> what_if_table_movements{"Voor wie het verandert", "For whom it changes"};
inline constexpr Message<0> what_if_table_reach{"Wie het bereikt", "Whom it reaches"};
inline constexpr Message<0> what_if_table_more_poverty{"Meer over armoede", "More on poverty"};
inline constexpr Message<0> what_if_table_more_cost{"Bruto kosten", "Gross cost"};
inline constexpr Message<0> what_if_table_poverty{"Wat het met armoede doet", "What it does to poverty"};
inline constexpr Message<0> what_if_table_scheme_cost{"Kosten per regeling, per jaar",
                                                      "Cost by scheme, a year"};
inline constexpr Message<0> what_if_table_scheme_users{"Gebruikers per regeling", "Users by scheme"};
inline constexpr Message<0> what_if_table_scheme_take_up{"Gebruik per regeling: deel van wie recht heeft",
                                                         "Take-up by scheme: share of those entitled"};
inline constexpr Message<0> what_if_table_structural{"Onzekerheid van het hele model",
                                                     "Uncertainty of the whole model"};
inline constexpr Message<0> what_if_more{"Meer uitkomsten: per regeling, bereik en armoede",
                                         "More outcomes: by scheme, reach and poverty"};
inline constexpr Message<0> what_if_what{"Wat", "What"};
inline constexpr Message<0> what_if_scheme{"Regeling", "Scheme"};
inline constexpr Message<0> what_if_change{"Verandering", "Change"};
inline constexpr Message<0> what_if_change_in_points{"Verandering in procentpunten",
                                                     "Change in percentage points"};
inline constexpr Message<0> what_if_with_package{"Met dit pakket", "With this package"};
inline constexpr Message<0> what_if_households{"Huishoudens", "Households"};
inline constexpr Message<0> what_if_half_width{"Halve breedte", "Half width"};
inline constexpr Message<1> what_if_structural{
    "De intervallen hierboven tonen niet hoe onzeker de bevolking en de bedragen zijn. Van de doorgerekende "
    "pakketten lijkt “{1}” het meest op dit pakket. Zo ver reikt bij dat pakket, in de volledige berekening, "
    "het "
    "90\u00A0%-interval van de verandering naar elke kant.",
    "The intervals above do not show how uncertain the population and the amounts are. Of the packages "
    "worked out "
    "in full, “{1}” is most like this one. So far does its 90\u00A0% interval of the change reach to either "
    "side in the "
    "full run."};
inline constexpr Message<0> what_if_outcome_cost_per_year{"Kosten per jaar", "Cost a year"};
inline constexpr Message<0> what_if_outcome_gross_cost_per_year{
    "Kosten per jaar, zonder wat andere regelingen minder kosten",
    "Cost a year, without what other schemes cost less"};
inline constexpr Message<0> what_if_outcome_entitled_households{"Huishoudens met recht op een regeling",
                                                                "Households entitled to a scheme"};
inline constexpr Message<0> what_if_outcome_recipients_households{"Huishoudens die een regeling gebruiken",
                                                                  "Households that use a scheme"};
inline constexpr Message<0> what_if_outcome_newly_entitled_households{"Krijgen recht op een regeling",
                                                                      "Become entitled to a scheme"};
inline constexpr Message<0> what_if_outcome_newly_reached_households{"Gaan een regeling gebruiken",
                                                                     "Start to use a scheme"};
inline constexpr Message<0> what_if_outcome_no_longer_entitled_households{
    "Verliezen het recht op een regeling", "Lose the right to a scheme"};
inline constexpr Message<0> what_if_outcome_poor_persons{"Arme personen", "Poor persons"};
inline constexpr Message<0> what_if_outcome_poor_children{"Arme kinderen", "Poor children"};
inline constexpr Message<0> what_if_outcome_poor_households{"Arme huishoudens", "Poor households"};
inline constexpr Message<0> what_if_outcome_near_poor_persons{"Personen net boven de armoedegrens",
                                                              "Persons just above the poverty line"};
inline constexpr Message<0> what_if_outcome_poverty_gap_per_year{"Wat arme huishoudens per jaar tekortkomen",
                                                                 "What poor households lack in a year"};
inline constexpr Message<0> what_if_counted_households{"huishoudens", "households"};
inline constexpr Message<0> what_if_counted_persons{"personen", "persons"};
inline constexpr Message<0> what_if_counted_children{"kinderen", "children"};
inline constexpr Message<3> what_if_spoken{
    "Berekend. Extra kosten per jaar: {1}. Huishoudens die een regeling gaan gebruiken: {2}. Verandering in "
    "arme "
    "personen: {3}.",
    "Worked out. Extra cost a year: {1}. Households that start to use a scheme: {2}. Change in poor persons: "
    "{3}."};
inline constexpr Message<1> what_if_time{"Alle huishoudens doorgerekend in {1} milliseconden.",
                                         "All households worked out in {1} milliseconds."};
inline constexpr Message<0> what_if_exact{
    "Toon de cijfers onafgerond, om ze naast een volledige berekening te leggen",
    "Show the figures unrounded, to put them beside a full run"};
inline constexpr Message<0> what_if_leaves_out{"Wat dit onderdeel weglaat", "What this part leaves out"};
inline constexpr Message<2> what_if_package_left_out{"Het pakket “{1}” kan hier niet: {2}",
                                                     "The package “{1}” cannot be done here: {2}"};
inline constexpr Message<0> what_if_file{"Neem dit pakket mee als bestand",
                                         "Take this package with you as a file"};
inline constexpr Message<0> what_if_file_use{
    "Met dit bestand rekent minimasim het pakket volledig door: bewaar het als wat-als.toml en typ",
    "With this file minimasim works the package out in full: keep it as what-if.toml and type"};
inline constexpr Message<0> what_if_file_name{"wat-als.toml", "what-if.toml"};
inline constexpr Message<0> what_if_file_text{"Scenariobestand", "Scenario file"};
inline constexpr Message<0> what_if_copy{"Kopieer als scenariobestand", "Copy as a scenario file"};
inline constexpr Message<0> what_if_save{"Bewaar als bestand", "Save as a file"};
inline constexpr Message<0> what_if_copied{"Gekopieerd.", "Copied."};
inline constexpr Message<0> what_if_selected{"De tekst is geselecteerd; kopieer haar met Ctrl+C.",
                                             "The text is selected; copy it with Ctrl+C."};

}  // namespace minimasim::report::messages
