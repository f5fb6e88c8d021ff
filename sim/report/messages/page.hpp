#pragma once

#include "sim/report/message.hpp"

namespace minimasim::report::messages {

// The frame of every page.
inline constexpr Message<0> skip_to_content{"Naar de inhoud", "Skip to content"};
inline constexpr Message<0> contents{"In dit rapport", "In this report"};
inline constexpr Message<0> what_if_entry{"Zelf rekenen: wat als?", "Work it out yourself: what if?"};
inline constexpr Message<0> back_to_contents{"Terug naar de inhoudsopgave", "Back to the contents"};
inline constexpr Message<1> policy_in{"Minimabeleid in {1}", "Minimum-income policy in {1}"};
inline constexpr Message<1> law_of{"Regels van {1}", "Rules of {1}"};
inline constexpr Message<2> reckoned_times{"{1} keer doorgerekend, met {2} nagebouwde bevolkingen",
                                           "Worked out {1} times, on {2} synthetic populations"};
inline constexpr Message<1> table_of{"Tabel: {1}", "Table: {1}"};
inline constexpr Message<0> figures_in_table{"De cijfers staan in de tabel eronder.",
                                             "The figures stand in the table below."};
inline constexpr Message<2> page_title{"{1} – {2}", "{1} – {2}"};
inline constexpr Message<1> page_description{
    "Wat opties voor het minimabeleid van {1} kosten, wie ze bereiken en wat ze doen met armoede.",
    "What options for the minimum-income policy of {1} cost, whom they reach and what they do to poverty."};
inline constexpr Message<1> footer_made_by{
    "Gemaakt met minimasim {1}, een rekenmodel voor gemeentelijk minimabeleid. Geen enkel huishouden in het "
    "model bestaat echt.",
    "Made with minimasim {1}, a model of municipal minimum-income policy. No household in the model exists."};
inline constexpr Message<0> footer_licence{
    "De uitkomsten mag u gebruiken met bronvermelding (CC BY 4.0). Bevat open gegevens van het CBS (CC BY "
    "4.0).",
    "Results may be used with the source named (CC BY 4.0). Contains open data of CBS (CC BY 4.0)."};

// What the model does not say.
inline constexpr Message<0> limits_heading{"Wat dit model niet zegt", "What this model does not say"};
inline constexpr Message<0> limits_household{
    "Of een echt huishouden recht heeft op een regeling, of die moet aanvragen.",
    "Whether a real household is entitled to a scheme, or should apply for it."};
inline constexpr Message<0> limits_published{"Dat een gepubliceerd bedrag klopt, of juist niet klopt.",
                                             "That a published cost is confirmed, or wrong."};
inline constexpr Message<0> limits_debts{
    "Dat een maatregel voor minder schulden zorgt, als daar geen bewijs voor is. Proeven met minder dan 30 "
    "mensen tellen niet mee.",
    "That a measure causes fewer debts where there is no causal evidence. Pilots below 30 cases set no "
    "rate."};
inline constexpr Message<0> limits_capitals{
    "Wat een pakket doet met contacten, opleiding, vaardigheden of gezondheid, of met de volgende generatie.",
    "Effects on social, cultural or personal capital, on health or on the next generation."};
inline constexpr Message<0> limits_distrust{
    "Dat mensen een regeling niet gebruiken door wantrouwen, of dat zij hulp weigeren.",
    "That distrust causes non-use, or that who does not use a scheme refused help."};
inline constexpr Message<0> limits_neighbourhoods{
    "Hoeveel armoede er in een wijk is gemeten. De cijfers per wijk zijn berekend.",
    "Poverty per neighbourhood as if it were measured. Those figures are worked out."};
inline constexpr Message<0> limits_avoided_costs{
    "Dat kosten die elders worden voorkomen geld opleveren voor de begroting.",
    "That costs avoided elsewhere are income of the budget."};
inline constexpr Message<0> limits_trajectories{
    "Wat één traject kost. Budget gedeeld door afgeronde trajecten is geen prijs.",
    "The cost of one trajectory. Budget over completions is no price."};
inline constexpr Message<0> limits_lawful{"Dat een regeling volgens de wet mag.", "That a scheme is lawful."};
inline constexpr Message<0> limits_first{
    "of een echt huishouden recht heeft, of een gepubliceerd bedrag klopt, en of schulden of gezondheid "
    "veranderen.",
    "whether a real household is entitled, whether a published cost is right, and whether debts or health "
    "change."};
inline constexpr Message<0> limits_all{"Lees alle grenzen.", "Read all limits."};
inline constexpr Message<0> limits_short{
    "Of een echt huishouden recht heeft; of een gepubliceerd bedrag klopt; of schulden, gezondheid of kansen "
    "veranderen; waarom mensen een regeling niet gebruiken; hoeveel armoede een wijk echt heeft; dat elders "
    "voorkomen kosten de begroting helpen; wat één traject kost; of een regeling volgens de wet mag.",
    "Whether a real household is entitled; whether a published cost is right; whether debts, health or "
    "chances "
    "change; why people do not use a scheme; how much poverty a neighbourhood really has; that costs avoided "
    "elsewhere help the budget; what one trajectory costs; whether a scheme is lawful."};

// The decision that a page is about.
inline constexpr Message<2> decision_dated{"{1} ({2}).", "{1} ({2})."};
inline constexpr Message<1> decision_undated{"{1}.", "{1}."};
inline constexpr Message<0> decision_in_force{"Bestaand beleid", "Current policy"};
inline constexpr Message<0> decision_decided{"Besluit genomen", "Decided"};
inline constexpr Message<0> decision_proposal{"Voorstel: nog geen besluit", "Proposal: not decided"};
inline constexpr Message<0> decision_option{"Optie in de nota: geen voorstel en geen besluit",
                                            "Option in the policy note: neither proposed nor decided"};
inline constexpr Message<0> decision_variant{"Eigen variant: geen voorstel en geen besluit",
                                             "Variant of our own: neither proposed nor decided"};
inline constexpr Message<0> decision_thought_experiment{"Gedachte-experiment: geen voorstel",
                                                        "Thought experiment: not proposed"};
inline constexpr Message<0> decision_unknown{"Status van het besluit: niet vermeld",
                                             "Status of the decision: not stated"};
inline constexpr Message<0> decision_several{
    "Verschillende opties, elk met een eigen status: zie de hoofdstukken. Dit rapport is geen besluit.",
    "Several options, each with its own status: see the chapters. This report is no decision."};
inline constexpr Message<0> cover{"Dekking", "Cover"};
inline constexpr Message<0> no_cover{"geen dekking genoemd", "no cover stated"};
inline constexpr Message<0> source{"Bron", "Source"};

// A text of a package that says more than the model can.
inline constexpr Message<0> text_fault_heading{"Let op: de tekst van dit pakket zegt te veel",
                                               "Note: the text of this package says too much"};
inline constexpr Message<1> text_fault_causal{
    "‘{1}’ is een uitspraak over oorzaak en gevolg. Die doet dit model niet.",
    "“{1}” is a statement of cause and effect. This model makes none."};
inline constexpr Message<1> text_fault_amount{"‘{1}’ is een bedrag zonder marge en zonder bron.",
                                              "“{1}” is an amount without interval and without source."};

}  // namespace minimasim::report::messages
