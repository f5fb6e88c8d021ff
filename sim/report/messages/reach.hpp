#pragma once

#include "sim/report/message.hpp"

namespace minimasim::report::messages {

// Who is reached.
inline constexpr Message<0> reach_heading{"Wie wordt bereikt?", "Who is reached?"};
inline constexpr Message<0> reach_by_scheme{"Wie recht heeft en wie de regeling gebruikt",
                                            "Who is entitled, and who uses the scheme"};
inline constexpr Message<0> reach_note{
    "De hele balk: huishoudens met recht. Gevuld: wie de regeling gebruikt. Gearceerd: wie dat niet doet.",
    "The whole bar: households entitled. Filled: who uses the scheme. Hatched: who does not."};
inline constexpr Message<0> need_note{
    "Bij bijzondere bijstand en de maatwerkregeling telt als recht ook wie nu geen kosten heeft. 100 % "
    "gebruik is daar "
    "geen doel.",
    "With special assistance and the goods scheme those without costs at present count as entitled too. Full "
    "use is "
    "no goal there."};
inline constexpr Message<0> reach_table{"Huishoudens met recht, met en zonder gebruik, per regeling",
                                        "Households entitled, using and not using, per scheme"};
inline constexpr Message<0> entitled{"Recht", "Entitled"};
inline constexpr Message<0> users{"Gebruikt", "Uses"};
inline constexpr Message<0> non_users{"Gebruikt niet", "Does not use"};
inline constexpr Message<0> take_up{"Gebruik", "Take-up"};
inline constexpr Message<0> change_in_users{"Verschil in gebruik", "Change in use"};
inline constexpr Message<0> change_in_entitled{"Verschil in recht", "Change in entitlement"};
inline constexpr Message<0> reach_of_groups_heading{"Bereik per groep", "Reach per group"};
inline constexpr Message<0> reach_of_groups_note{
    "Opgeteld over de regelingen: wie twee regelingen gebruikt telt twee keer.",
    "Added over schemes: who uses two of them counts twice."};
inline constexpr Message<1> reach_group_table{"Recht op regelingen en gebruik, per {1}",
                                              "Entitlement to schemes and use, per {1}"};
inline constexpr Message<1> newly_reached_by{"Huishoudens die er een regeling bij krijgen, per {1}",
                                             "Households that receive another scheme, per {1}"};
inline constexpr Message<0> newly_entitled{"Krijgt er recht bij", "Newly entitled"};
inline constexpr Message<0> newly_reached{"Krijgt er een regeling bij", "Newly reached"};
inline constexpr Message<0> no_longer_entitled{"Verliest een recht", "No longer entitled"};
inline constexpr Message<0> no_longer_reached{"Raakt een regeling kwijt", "No longer reached"};
inline constexpr Message<0> map_without_borders_note{
    "De cijfers per wijk zijn berekend, niet gemeten.",
    "Figures per neighbourhood are worked out, not measured."};
inline constexpr Message<0> nobody_is_entitled{"Geen enkel huishouden heeft recht op een regeling.",
                                               "No household is entitled to any scheme."};

// Poverty.
inline constexpr Message<0> poverty_heading{"Wat doet het met armoede?", "What does it do to poverty?"};
inline constexpr Message<0> poverty_change_title{"Verschil met nu", "Change from now"};
inline constexpr Message<0> poverty_level_title{"Armoede bij het bestaande beleid",
                                                "Poverty under current policy"};
inline constexpr Message<0> poverty_table{"Armoede: nu, met dit pakket en het verschil",
                                          "Poverty: now, with this package and the change"};
inline constexpr Message<0> poverty_table_level{"Armoede bij het bestaande beleid",
                                                "Poverty under current policy"};
inline constexpr Message<0> measure{"Wat", "What"};
inline constexpr Message<0> now{"Nu", "Now"};
inline constexpr Message<0> with_package{"Met dit pakket", "With this package"};
inline constexpr Message<0> change{"Verschil", "Change"};
inline constexpr Message<0> poor_persons{"Mensen in armoede", "People in poverty"};
inline constexpr Message<0> poor_children{"Kinderen in armoede", "Children in poverty"};
inline constexpr Message<0> poor_households{"Huishoudens in armoede", "Households in poverty"};
inline constexpr Message<0> poor_working{"Mensen in armoede met werk in huis",
                                         "People in poverty in working households"};
inline constexpr Message<0> near_poor{"Mensen net boven de armoedegrens",
                                      "People just above the poverty line"};
inline constexpr Message<0> poverty_gap{"Wat arme huishoudens samen tekortkomen, per jaar",
                                        "What poor households lack together, a year"};
inline constexpr Message<0> poverty_note{
    "Arm is wie na de woonlasten te weinig overhoudt voor de rest en daarvoor ook geen spaargeld heeft (CBS, "
    "SCP en "
    "Nibud, 2024). Alleen vrij besteedbaar geld telt. Wat iemand in natura of voor extra kosten krijgt, "
    "verandert dit "
    "cijfer niet.",
    "Poor is who has too little left for the rest after housing costs, and no savings for it either (CBS, "
    "SCP and Nibud, "
    "2024). Only free cash counts: what is given in kind or for extra costs leaves this figure as it is."};
inline constexpr Message<1> poverty_by{"Mensen in armoede per {1}", "People in poverty per {1}"};

}  // namespace minimasim::report::messages
