#pragma once

#include "sim/rules/because.hpp"
#include "sim/rules/terms.hpp"

namespace minimasim::rules {

// What a reason says to people. {compared} and {limit} stand for the two numbers of the amount or
// entitlement, in the unit of the reason.
struct ReasonText {
    Reason reason;
    bool is_refusal;
    Unit unit;
    char const* dutch;
    char const* english;
};

inline constexpr ReasonText reason_texts[] = {
    {Reason::as_computed, false, Unit::count, "", ""},
    {Reason::granted, false, Unit::count, "ja", "yes"},
    {Reason::given, false, Unit::count, "gegeven in de invoer", "given in the input"},
    {Reason::unclaimed, true, Unit::euro, "er is recht, maar het wordt niet gebruikt",
     "there is a right, but it is not used"},
    {Reason::no_right_to_claim, true, Unit::count, "er is geen recht", "there is no right"},
    {Reason::is_inactive, true, Unit::count, "de regeling geldt niet in dit beleid",
     "the scheme is not in force under this policy"},
    {Reason::no_children, true, Unit::count, "er zijn geen kinderen onder 18",
     "there are no children under 18"},
    {Reason::no_child_under_12, true, Unit::count, "er is geen kind onder 12", "there is no child under 12"},
    {Reason::below_age, true, Unit::years,
     "de jongste volwassene is {compared} en de regeling begint bij {limit} jaar",
     "the youngest adult is {compared} and the scheme begins at {limit} years"},
    {Reason::above_age, true, Unit::years,
     "de leeftijd is {compared} en de regeling eindigt bij {limit} jaar",
     "the age is {compared} and the scheme ends at {limit} years"},
    {Reason::no_pensioner, true, Unit::count, "niemand heeft de AOW-leeftijd",
     "nobody has reached pension age"},
    {Reason::has_pensioner, true, Unit::count, "de regeling is niet voor wie de AOW-leeftijd heeft",
     "the scheme is not for who has reached pension age"},
    {Reason::income_above_limit, true, Unit::euro, "het inkomen is {compared} en de grens is {limit}",
     "income is {compared} and the limit is {limit}"},
    {Reason::income_above_norm, true, Unit::euro,
     "het inkomen dat meetelt is {compared} en de norm is {limit}",
     "the income that counts is {compared} and the norm is {limit}"},
    {Reason::nothing_left, true, Unit::euro, "bij een inkomen van {compared} per jaar blijft er niets over",
     "at an income of {compared} a year nothing is left"},
    {Reason::below_smallest, true, Unit::euro,
     "{compared} is minder dan het kleinste bedrag dat wordt betaald, {limit}",
     "{compared} is less than the smallest amount that is paid, {limit}"},
    {Reason::wealth_above_limit, true, Unit::euro, "het vermogen is {compared} en de grens is {limit}",
     "wealth is {compared} and the limit is {limit}"},
    {Reason::years_too_short, true, Unit::years,
     "{compared} jaar op een laag inkomen, en er zijn {limit} jaar nodig",
     "{compared} years on a low income, and {limit} years are needed"},
    {Reason::is_student, true, Unit::count, "studenten hebben studiefinanciering en geen recht",
     "students have study finance and no right"},
    {Reason::is_no_student, true, Unit::count, "er is geen student", "there is no student"},
    {Reason::expects_improvement, true, Unit::count, "er is uitzicht op een hoger inkomen",
     "there is a prospect of a higher income"},
    {Reason::is_owner, true, Unit::count, "het huishouden heeft een eigen woning",
     "the household owns its home"},
    {Reason::lives_in_institution, true, Unit::count, "het huishouden woont in een instelling",
     "the household lives in an institution"},
    {Reason::rent_above_limit, true, Unit::euro, "de huur is {compared} en de grens is {limit}",
     "the rent is {compared} and the limit is {limit}"},
    {Reason::rent_too_low_for_income, true, Unit::euro,
     "bij een huur van {compared} en een inkomen van {limit} per jaar blijft er niets over",
     "at a rent of {compared} and an income of {limit} a year nothing is left"},
    {Reason::no_work_or_study, true, Unit::count, "niet alle volwassenen werken of studeren",
     "not all adults work or study"},
    {Reason::no_childcare, true, Unit::count, "er zijn geen kosten van kinderopvang",
     "there are no costs of childcare"},
    {Reason::no_benefit, true, Unit::count, "er is geen uitkering van UWV", "there is no benefit of UWV"},
    {Reason::no_limitation, true, Unit::count, "er is geen medische beperking",
     "there is no medical limitation"},
    {Reason::is_young_disabled, true, Unit::count, "er is een uitkering of korting wegens handicap",
     "there is a benefit or credit for a disability"},
    {Reason::no_need, true, Unit::count, "aan alle voorwaarden is voldaan, maar er zijn geen kosten",
     "every test is passed, but there are no costs"},
    {Reason::no_charge, true, Unit::count, "er is geen aanslag om kwijt te schelden",
     "there is no assessment to remit"},
    {Reason::means_cover_charge, true, Unit::euro,
     "het huishouden kan zelf {compared} per jaar betalen en de aanslag is {limit}",
     "the household can pay {compared} a year itself and the assessment is {limit}"},
    {Reason::expenses_covered, true, Unit::euro,
     "het inkomen van {compared} per maand dekt de redelijke uitgaven van {limit}",
     "an income of {compared} a month covers the reasonable expenses of {limit}"},
    {Reason::is_entrepreneur, true, Unit::count, "ondernemers hebben hier geen recht",
     "entrepreneurs have no right here"},
};

constexpr ReasonText const& text_of(Reason reason)
{
    for (auto const& text : reason_texts) {
        if (text.reason == reason) {
            return text;
        }
    }
    return reason_texts[0];
}

}  // namespace minimasim::rules
