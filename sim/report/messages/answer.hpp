#pragma once

#include "sim/report/message.hpp"

namespace minimasim::report::messages {

// The answer in three sentences, and what stands beside it.
inline constexpr Message<1> question_of_overview{
    "Wat kosten de opties voor het minimabeleid van {1}, en wie bereiken ze?",
    "What do the options for the minimum-income policy of {1} cost, and whom do they reach?"};
inline constexpr Message<1> question_of_baseline{
    "Wat kost het minimabeleid van {1} nu, en wie bereikt het?",
    "What does the minimum-income policy of {1} cost now, and whom does it reach?"};
inline constexpr Message<3> cost_rises{"Dit kost naar verwachting {1} extra per jaar, tussen {2} en {3}.",
                                       "This is expected to cost {1} extra a year, between {2} and {3}."};
inline constexpr Message<1> cost_rises_by{"Dit kost {1} extra per jaar.", "This costs {1} extra a year."};
inline constexpr Message<3> cost_falls{"Dit bespaart naar verwachting {1} per jaar, tussen {2} en {3}.",
                                       "This is expected to save {1} a year, between {2} and {3}."};
inline constexpr Message<1> cost_falls_by{"Dit bespaart {1} per jaar.", "This saves {1} a year."};
inline constexpr Message<2> cost_unclear{
    "De kosten veranderen naar verwachting weinig: het verschil ligt tussen {1} en {2} per jaar.",
    "The cost is expected to change little: the difference is between {1} and {2} a year."};
inline constexpr Message<0> cost_same{"De kosten blijven gelijk.", "The cost stays the same."};
inline constexpr Message<3> reach_rises{
    "Naar verwachting krijgen {1} huishoudens een regeling die ze nu niet krijgen, tussen {2} en {3}.",
    "Some {1} households are expected to receive a scheme they do not receive now, between {2} and {3}."};
inline constexpr Message<4> reach_rises_and_falls{
    "Naar verwachting krijgen {1} huishoudens een regeling die ze nu niet krijgen, tussen {2} en {3}; {4} "
    "huishoudens raken er een kwijt.",
    "Some {1} households are expected to receive a scheme they do not receive now, between {2} and {3}; {4} "
    "households lose one."};
inline constexpr Message<3> reach_falls{
    "Naar verwachting raken {1} huishoudens een regeling kwijt, tussen {2} en {3}; bijna niemand krijgt er "
    "een bij.",
    "Some {1} households are expected to lose a scheme, between {2} and {3}; hardly any receive another."};
inline constexpr Message<0> reach_same{
    "Bijna geen huishouden krijgt een regeling die het nu niet krijgt, of raakt er een kwijt.",
    "Hardly any household receives a scheme it does not receive now, or loses one."};
inline constexpr Message<3> gains_only{
    "Naar verwachting krijgen {1} huishoudens meer dan nu, tussen {2} en {3}.",
    "Some {1} households are expected to get more than now, between {2} and {3}."};
inline constexpr Message<4> gains_and_losses{
    "Naar verwachting krijgen {1} huishoudens meer dan nu, tussen {2} en {3}; {4} huishoudens krijgen "
    "minder.",
    "Some {1} households are expected to get more than now, between {2} and {3}; {4} households get less."};
inline constexpr Message<3> losses_only{
    "Naar verwachting krijgen {1} huishoudens minder dan nu, tussen {2} en {3}.",
    "Some {1} households are expected to get less than now, between {2} and {3}."};
inline constexpr Message<0> no_gains{"Bijna geen huishouden krijgt meer of minder dan nu.",
                                     "Hardly any household gets more or less than now."};
inline constexpr Message<3> poverty_falls{
    "Het aantal mensen in armoede daalt naar verwachting met {1}, tussen {2} en {3}.",
    "The number of people in poverty is expected to fall by {1}, between {2} and {3}."};
inline constexpr Message<3> poverty_rises{
    "Het aantal mensen in armoede stijgt naar verwachting met {1}, tussen {2} en {3}.",
    "The number of people in poverty is expected to rise by {1}, between {2} and {3}."};
inline constexpr Message<0> poverty_same{
    "Het aantal mensen in armoede verandert bijna niet: minder dan 10 mensen.",
    "The number of people in poverty hardly changes: by fewer than 10 people."};
inline constexpr Message<0> answer_is_missing{"Voor dit pakket zijn geen totalen berekend.",
                                              "No totals were worked out for this package."};
inline constexpr Message<3> baseline_costs{
    "Het bestaande minimabeleid kost naar verwachting {1} per jaar, tussen {2} en {3}.",
    "Current minimum-income policy is expected to cost {1} a year, between {2} and {3}."};
inline constexpr Message<3> baseline_poverty{
    "Naar verwachting leven nu {1} mensen in armoede, tussen {2} en {3}.",
    "Some {1} people are expected to live in poverty now, between {2} and {3}."};
inline constexpr Message<2> baseline_most_used{
    "De regeling met de meeste huishoudens is {1}: naar verwachting {2}.",
    "The scheme with most households is {1}: an expected {2}."};
inline constexpr Message<4> dearest_package{
    "Het duurst is ‘{1}’: naar verwachting {2} extra per jaar, tussen {3} en {4}.",
    "The dearest is “{1}”: an expected {2} extra a year, between {3} and {4}."};
inline constexpr Message<4> strongest_package{
    "De armoede daalt het meest bij ‘{1}’: naar verwachting {2} mensen minder, tussen {3} en {4}.",
    "Poverty falls most with “{1}”: by an expected {2} people, between {3} and {4}."};
inline constexpr Message<0> no_package_changes_poverty{
    "Geen van de pakketten verandert het aantal mensen in armoede duidelijk.",
    "None of the packages clearly changes the number of people in poverty."};
inline constexpr Message<0> who_gains_heading{"Wie gaan erop vooruit?", "Who gains?"};
inline constexpr Message<5> who_gains_most{
    "Bij ‘{1}’ krijgen naar verwachting {2} huishoudens meer dan nu, tussen {3} en {4}. Het vaakst: {5}.",
    "With “{1}” some {2} households are expected to get more than now, between {3} and {4}. Most often: "
    "{5}."};
inline constexpr Message<0> how_sure_heading{"Hoe zeker is dit?", "How sure is this?"};
inline constexpr Message<1> how_sure{
    "Het model is {1} keer doorgerekend, elke keer met andere toevallige keuzes. In 9 van de 10 keer lag de "
    "uitkomst "
    "tussen de twee bedragen die bij elk cijfer staan.",
    "The model was worked out {1} times, with other chance choices each time. In 9 of 10 times the outcome "
    "was "
    "between the two figures given."};
inline constexpr Message<0> where_from{"Waar komen de cijfers vandaan?", "Where do the figures come from?"};
inline constexpr Message<0> published_heading{"Wat de nota zegt", "What the policy note says"};
inline constexpr Message<1> published_above{
    "Gepubliceerd is {1}. Dat is meer dan de marge van het model. Het model zegt niet welk van de twee "
    "klopt.",
    "Published is {1}. That is above the interval of the model. The model does not say which of the two is "
    "right."};
inline constexpr Message<1> published_within{
    "Gepubliceerd is {1}. Dat ligt binnen de marge van het model. Een bevestiging is dat niet.",
    "Published is {1}. That is within the interval of the model. It is no confirmation."};
inline constexpr Message<1> published_below{
    "Gepubliceerd is {1}. Dat is minder dan de marge van het model. Het model zegt niet welk van de twee "
    "klopt.",
    "Published is {1}. That is below the interval of the model. The model does not say which of the two is "
    "right."};
inline constexpr Message<0> published_nothing{"Voor dit pakket is geen bedrag gepubliceerd.",
                                              "No cost was published for this package."};
inline constexpr Message<0> published_column_note{
    "Het gepubliceerde bedrag staat ernaast om te vergelijken. Het model gebruikt het nergens.",
    "The published amount stands beside it for comparison. The model uses it nowhere."};

// The picture and the table of all packages.
inline constexpr Message<0> all_packages{"Alle pakketten naast elkaar", "All packages side by side"};
inline constexpr Message<2> some_lower_poverty{"{1} van de {2} pakketten verlagen de armoede duidelijk",
                                               "{1} of the {2} packages clearly lower poverty"};
inline constexpr Message<1> one_lowers_poverty{"Eén van de {1} pakketten verlaagt de armoede duidelijk",
                                               "One of the {1} packages clearly lowers poverty"};
inline constexpr Message<0> effect_title{"Wat elk pakket kost en wat het doet met armoede",
                                         "What each package costs and what it does to poverty"};
inline constexpr Message<0> effect_source{
    "Bron: minimasim, op cijfers van het CBS en de gemeente. Ruit: wat beleidsnota of motie noemt, of de som "
    "daarvan; het model gebruikt het nergens.",
    "Source: minimasim, on figures of CBS and the municipality. Diamond: what the policy note or motion "
    "states, or the sum of it; the model uses it nowhere."};
inline constexpr Message<0> effect_note{
    "Wat het extra kost, en hoeveel mensen er minder in armoede leven. De strepen zijn het 90 %-interval: in "
    "9 van de "
    "10 keer ligt de uitkomst daarbinnen.",
    "What it costs extra, and how many people fewer live in poverty. Bars are the 90 % interval: in 9 of 10 "
    "cases the "
    "outcome lies within."};
inline constexpr Message<0> extra_cost_axis{"extra kosten per jaar", "extra cost a year"};
inline constexpr Message<0> fewer_poor_axis{"mensen minder in armoede", "fewer people in poverty"};
inline constexpr Message<0> package{"Pakket", "Package"};
inline constexpr Message<0> extra_cost_per_year{"Extra kosten per jaar", "Extra cost a year"};
inline constexpr Message<0> who_gains{"Huishoudens die er een regeling bij krijgen",
                                      "Households that receive another scheme"};
inline constexpr Message<0> who_loses{"Huishoudens die een regeling kwijtraken",
                                      "Households that lose a scheme"};
inline constexpr Message<0> gaining_households{"Huishoudens die meer krijgen", "Households that get more"};
inline constexpr Message<0> losing_households{"Huishoudens die minder krijgen", "Households that get less"};
inline constexpr Message<0> change_in_poor{"Mensen in armoede", "People in poverty"};
inline constexpr Message<0> published_cost{"Gepubliceerd", "Published"};
inline constexpr Message<0> table_of_packages{
    "Extra kosten, bereik en armoede per pakket, met de marge eronder",
    "Extra cost, reach and poverty per package, with the interval below"};
inline constexpr Message<0> interaction_heading{"Waarom de opties geen optelsom zijn",
                                                "Why the options do not add up"};
inline constexpr Message<2> interaction_note{
    "‘{1}’ bevat andere pakketten. Apart tellen ze op tot een ander bedrag: {2} verschil.",
    "“{1}” contains other packages. Apart they add up to another amount: a difference of {2}."};
inline constexpr Message<0> sum_of_options{"Som van de opties", "Sum of the options"};
inline constexpr Message<0> interaction{"Invloed op elkaar", "Interaction"};
inline constexpr Message<0> interaction_other_lines{"Overige onderdelen", "Other parts"};

}  // namespace minimasim::report::messages
