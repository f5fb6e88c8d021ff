#pragma once

#include "sim/report/message.hpp"

namespace minimasim::report::messages {

// The section of a report that shows a forecast.
inline constexpr Message<1> forecast_section_heading{"Naar {1}: schulden en schuldhulp",
                                                     "Towards {1}: debts and debt help"};
inline constexpr Message<0> forecast_section_status{
    "Een vooruitblik onder aannames, maand voor maand, met dezelfde gegevens als dit rapport.",
    "A forecast under assumptions, month by month, from the same data as this report."};
inline constexpr Message<2> forecast_section_other{
    "Er is een vooruitblik tot en met {1}, maar die hoort niet bij dit rapport: {2}. Hij is weggelaten. Maak "
    "hem opnieuw met minimasim forecast.",
    "There is a forecast up to {1}, but it does not go with this report: {2}. It was left out. Make it again "
    "with minimasim forecast."};
inline constexpr Message<0> forecast_section_other_place{"hij gaat over een andere gemeente",
                                                         "it is of another municipality"};
inline constexpr Message<0> forecast_section_other_data{"de gegevens eronder zijn andere",
                                                        "the data below it are others"};
inline constexpr Message<0> forecast_section_other_seed{"het toeval is anders getrokken",
                                                        "its chance was drawn otherwise"};
inline constexpr Message<0> forecast_section_other_date{"hij gaat uit van regels van een andere datum",
                                                        "it starts from the rules of another date"};
inline constexpr Message<1> forecast_section_goals{"De kans op elk doel: {1} keer doorgerekend",
                                                   "The chance of each goal: worked out {1} times"};
inline constexpr Message<0> forecast_section_words{
    "‘Zeer onwaarschijnlijk’ is een kans onder 10 %, ‘onwaarschijnlijk’ onder 33 %, ‘waarschijnlijk’ boven "
    "66 % en ‘zeer waarschijnlijk’ boven 90 % (de woorden van het klimaatpanel van de VN). Het zijn kansen "
    "onder de aannames van dit model.",
    "“Very unlikely” is a chance below 10%, “unlikely” below 33%, “likely” above 66% and “very likely” above "
    "90% (the words of the climate panel of the UN). They are chances under the assumptions of this model."};
inline constexpr Message<0> forecast_chance_least{"zeer onwaarschijnlijk", "very unlikely"};
inline constexpr Message<0> forecast_chance_less{"onwaarschijnlijk", "unlikely"};
inline constexpr Message<0> forecast_chance_even{"even waarschijnlijk als niet", "about as likely as not"};
inline constexpr Message<0> forecast_chance_more{"waarschijnlijk", "likely"};
inline constexpr Message<0> forecast_chance_most{"zeer waarschijnlijk", "very likely"};
inline constexpr Message<0> forecast_chance_none{"geen uitkomst: dan is er niets te tellen",
                                                 "no outcome: there is nothing to count then"};
inline constexpr Message<2> forecast_section_chance{"kans {1}, komt uit op {2}", "chance {1}, lands at {2}"};
inline constexpr Message<0> forecast_section_same{
    "De andere pakketten van dit rapport veranderen niets wat de vooruitblik kent.",
    "The other packages of this report change nothing that the forecast knows."};
inline constexpr Message<0> forecast_section_more{
    "De hele vooruitblik: andere pakketten, wijken, aannames en wat er nodig is",
    "The whole forecast: other packages, neighbourhoods, assumptions and what it would take"};

// The annex for the council.
inline constexpr Message<2> forecast_brief_goal{" {1}: kans {2} bij huidig beleid",
                                                " {1}: chance {2} under current policy"};
inline constexpr Message<1> forecast_brief_early{" al in {1}", " as early as {1}"};
inline constexpr Message<2> forecast_brief_best{", het hoogst met ‘{1}’: {2}", ", highest with “{1}”: {2}"};
inline constexpr Message<1> forecast_brief_status{
    " Het zijn kansen onder aannames, {1} keer doorgerekend; waarop ze rusten staat in het volledige "
    "rapport.",
    " These are chances under assumptions, worked out {1} times; what they rest on is in the full report."};

}  // namespace minimasim::report::messages
