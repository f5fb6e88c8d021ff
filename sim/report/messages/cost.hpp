#pragma once

#include "sim/report/message.hpp"

namespace minimasim::report::messages {

// Cost per scheme.
inline constexpr Message<0> cost_heading{"Wat kost het?", "What does it cost?"};
inline constexpr Message<0> cost_picture_change{"Extra kosten per regeling, per jaar",
                                                "Extra cost per scheme, a year"};
inline constexpr Message<0> cost_picture_level{"Kosten per regeling, per jaar", "Cost per scheme, a year"};
inline constexpr Message<0> cost_note{
    "De stip is wat we verwachten, de lijn de marge. Regelingen die niet veranderen staan alleen in de "
    "tabel.",
    "The dot is what is expected, the line the interval. Schemes that do not change stand in the table "
    "only."};
inline constexpr Message<0> cost_note_level{"De stip is wat we verwachten, de lijn de marge.",
                                            "The dot is what is expected, the line the interval."};
inline constexpr Message<0> cost_axis_change{"extra kosten, euro per jaar", "extra cost, euro a year"};
inline constexpr Message<0> cost_axis_level{"euro per jaar", "euro a year"};
inline constexpr Message<0> cost_table{
    "Lasten, baten en saldo per regeling, × € 1.000 per jaar, met de marge van het saldo",
    "Expenses, income and balance per scheme, × € 1,000 a year, with the interval of the balance"};
inline constexpr Message<0> cost_table_change{
    "Lasten, baten en saldo per regeling met dit pakket, en het verschil met nu, × € 1.000 per jaar",
    "Expenses, income and balance per scheme with this package, and the change from now, × € 1,000 a year"};
inline constexpr Message<0> scheme{"Regeling", "Scheme"};
inline constexpr Message<0> task_field{"Taakveld", "Task field"};
inline constexpr Message<0> duration{"Duur", "Duration"};
inline constexpr Message<0> expenses{"Lasten (L)", "Expenses (L)"};
inline constexpr Message<0> income{"Baten (B)", "Income (B)"};
inline constexpr Message<0> balance{"Saldo (S)", "Balance (S)"};
inline constexpr Message<0> change_of_balance{"Verschil met nu", "Change from now"};
inline constexpr Message<0> budgeted{"Begroot", "Budgeted"};
inline constexpr Message<0> balance_note{
    "Saldo is baten min lasten. Het model kent geen baten bij deze regelingen: het Rijk en anderen betalen "
    "niet per "
    "gebruiker mee. Een min is geld dat de gemeente uitgeeft.",
    "Balance is income less expenses. The model knows no income with these schemes: no other government pays "
    "per "
    "user. A minus is money that the municipality spends."};
inline constexpr Message<2> gross_and_net{
    "Zonder wat andere regelingen minder kosten is het verschil {1}; daarmee verrekend is het {2}.",
    "Without what other schemes save the difference is {1}; after it {2}."};
inline constexpr Message<0> changes_heading{"Wat verandert er?", "What changes?"};
inline constexpr Message<0> changes_nothing{"De regels zelf veranderen niet.",
                                            "The rules themselves do not change."};
inline constexpr Message<0> remarks_heading{"Goed om te weten", "Good to know"};

}  // namespace minimasim::report::messages
