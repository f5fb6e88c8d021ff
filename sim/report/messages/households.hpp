#pragma once

#include "sim/report/message.hpp"

namespace minimasim::report::messages {

// Who gains and who loses.
inline constexpr Message<0> gains_heading{"Wie gaat erop vooruit, wie achteruit?", "Who gains, who loses?"};
inline constexpr Message<1> gains_by{"Huishoudens die meer of minder krijgen, per {1}",
                                     "Households that get more or less, per {1}"};
inline constexpr Message<0> gains_note{
    "Rechts en gevuld: wie meer krijgt. Links en gearceerd: wie minder krijgt. De lijnen zijn de marges.",
    "Right and filled: who gets more. Left and hatched: who gets less. Lines are the intervals."};
inline constexpr Message<0> gaining{"Krijgt meer", "Gets more"};
inline constexpr Message<0> losing{"Krijgt minder", "Gets less"};
inline constexpr Message<0> mean_gain{"Gemiddeld meer per maand", "Mean gain a month"};
inline constexpr Message<0> mean_loss{"Gemiddeld minder per maand", "Mean loss a month"};

// Stacking.
inline constexpr Message<0> stacking_heading{"Hoeveel regelingen tegelijk?", "How many schemes at once?"};
inline constexpr Message<0> stacking_title{"Huishoudens naar het aantal regelingen dat ze tegelijk gebruiken",
                                           "Households by the number of schemes they use at once"};
inline constexpr Message<1> schemes_at_once{"{1} regelingen", "{1} schemes"};
inline constexpr Message<0> one_scheme_at_once{"1 regeling", "1 scheme"};

// Fixed example households.
inline constexpr Message<0> examples_heading{"Wat merkt een huishouden ervan?",
                                             "What does a household notice?"};
inline constexpr Message<0> examples_title{"Steun van de gemeente per jaar, nu en met dit pakket",
                                           "Support of the municipality a year, now and with this package"};
inline constexpr Message<0> examples_note{
    "Vaste voorbeelden die alles aanvragen waar ze recht op hebben. Het zijn geen echte mensen.",
    "Fixed examples that claim all they are entitled to. They are no real people."};
inline constexpr Message<0> household{"Huishouden", "Household"};
inline constexpr Message<0> support_per_year{"Steun per jaar", "Support a year"};
inline constexpr Message<0> disposable_income_per_month{"Te besteden per maand", "To spend a month"};
inline constexpr Message<0> examples_table{"Voorbeeldhuishoudens, nu en met dit pakket",
                                           "Example households, now and with this package"};
inline constexpr Message<0> examples_table_level{"Voorbeeldhuishoudens bij het bestaande beleid",
                                                 "Example households under current policy"};

// The poverty trap.
inline constexpr Message<0> curves_heading{"Loont meer verdienen?", "Does earning more pay?"};
inline constexpr Message<0> curves_title{"Steun van de gemeente bij elk loon",
                                         "Support of the municipality at every wage"};
inline constexpr Message<0> curves_note{
    "Waar de lijn in één keer daalt, levert een iets hoger loon minder steun op: de armoedeval.",
    "Where the line falls at once, a slightly higher wage means less support: the poverty trap."};
inline constexpr Message<0> wage_axis{"loon per jaar", "wage a year"};
inline constexpr Message<0> support_axis{"steun van de gemeente per jaar",
                                         "support of the municipality a year"};
inline constexpr Message<0> curves_table{"Grootste daling van steun bij een hoger loon",
                                         "Largest fall of support at a higher wage"};
inline constexpr Message<0> wage_at_fall{"Bij een loon van", "At a wage of"};
inline constexpr Message<0> fall_of_support{"Daling van de steun per jaar", "Fall of support a year"};

// Findings of the counting of changes, change by change.
inline constexpr Message<0> findings_heading{"Wat doet elke wijziging?", "What does each change do?"};
inline constexpr Message<0> findings_table{"Huishoudens die iets anders krijgen, per wijziging apart geteld",
                                           "Households that get something else, counted change by change"};
inline constexpr Message<0> change_of_rule{"Wijziging", "Change"};
inline constexpr Message<0> touched{"Iets anders", "Touched"};
inline constexpr Message<0> loses_right{"Verliest een recht", "Loses a right"};
inline constexpr Message<0> whole_package{"Het hele pakket", "The whole package"};
inline constexpr Message<2> finding_improvement_with_losers{
    "Let op: dit is bedoeld als verbetering, maar {1} huishoudens krijgen minder en {2} verliezen een recht.",
    "Note: this is meant as an improvement, but {1} households get less and {2} lose a right."};
inline constexpr Message<1> finding_touches_nobody{"Let op: de wijziging ‘{1}’ verandert voor niemand iets.",
                                                   "Note: the change “{1}” changes nothing for anybody."};
inline constexpr Message<0> findings_note{
    "Geteld in twee van de doorgerekende keren, zonder marge. Een streepje: niet apart te tellen.",
    "Counted in two of the replicates, without interval. A dash: cannot be counted apart."};

}  // namespace minimasim::report::messages
