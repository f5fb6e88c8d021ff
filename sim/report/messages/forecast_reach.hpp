#pragma once

#include "sim/report/message.hpp"

namespace minimasim::report::messages {

// The goals for reach, a line per scheme, and poverty by year.
inline constexpr Message<1> forecast_reach_goals_title{"Doel voor {1}: bereik per regeling 25 % hoger",
                                                       "Goal for {1}: reach 25% higher per scheme"};
inline constexpr Message<0> forecast_reach_scheme{"Regeling", "Scheme"};
inline constexpr Message<0> forecast_reach_published{"Gepubliceerd bereik", "Published reach"};
inline constexpr Message<1> forecast_reach_before{"Bereik in {1}, model", "Reach in {1}, model"};
inline constexpr Message<0> forecast_reach_target{"Doel: +25 % / +25 punten", "Goal: +25% / +25 points"};
inline constexpr Message<1> forecast_reach_of_package{"{1}: komt uit op", "{1}: lands at"};
inline constexpr Message<0> forecast_poverty_heading{"Armoede", "Poverty"};
inline constexpr Message<0> forecast_poverty_note{
    "Arm volgens CBS, SCP en Nibud (2024): na eigen woon- en energiekosten te weinig over, en weinig "
    "spaargeld. De huishoudens zijn die van de budgetjaren; wat verandert zijn wet, lonen, prijzen en huren.",
    "Poor by CBS, SCP and Nibud (2024): too little left after own housing and energy costs, and little "
    "savings. "
    "The households are those of the budget years; what changes is law, wages, prices and rents."};
inline constexpr Message<1> forecast_poverty_table{"Armoede in {1}, per pakket",
                                                   "Poverty in {1}, by package"};

}  // namespace minimasim::report::messages
