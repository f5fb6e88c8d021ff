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
    {Reason::given, false, Unit::count, "gegeven in de invoer, niet berekend",
     "given in the input, not computed"},
    {Reason::unclaimed, false, Unit::euro, "er is recht op {compared}, maar dat wordt niet gebruikt",
     "there is a right to {compared}, but it is not used"},
    {Reason::no_right_to_claim, true, Unit::count, "er is geen recht", "there is no right"},
    {Reason::is_inactive, true, Unit::count, "de regeling bestaat niet in dit beleid",
     "the scheme does not exist under this policy"},
    {Reason::no_children, true, Unit::count, "er zijn geen kinderen onder 18",
     "there are no children under 18"},
    {Reason::no_child_under_12, true, Unit::count, "er is geen kind onder 12", "there is no child under 12"},
    {Reason::below_age, true, Unit::years,
     "de jongste volwassene is {compared} jaar en de regeling begint bij {limit} jaar",
     "the youngest adult is {compared} years old and the scheme begins at {limit}"},
    {Reason::above_age, true, Unit::years,
     "de leeftijd is {compared} jaar en de regeling eindigt bij {limit} jaar",
     "the age is {compared} years and the scheme ends at {limit}"},
    {Reason::no_pensioner, true, Unit::count, "niemand heeft de AOW-leeftijd",
     "nobody has reached state pension age"},
    {Reason::has_pensioner, true, Unit::count, "de regeling geldt niet vanaf de AOW-leeftijd",
     "the scheme does not hold from state pension age"},
    {Reason::income_above_limit, true, Unit::euro, "het inkomen is {compared} en de grens is {limit}",
     "the income is {compared} and the limit is {limit}"},
    {Reason::income_above_norm, true, Unit::euro,
     "het inkomen dat meetelt is {compared} en de norm is {limit}",
     "the income that counts is {compared} and the norm is {limit}"},
    {Reason::nothing_left, true, Unit::euro, "bij een inkomen van {compared} per jaar blijft er niets over",
     "at an income of {compared} a year nothing is left"},
    {Reason::below_smallest, true, Unit::euro,
     "{compared} is minder dan het kleinste bedrag dat wordt betaald, {limit}",
     "{compared} is less than the smallest amount that is paid, {limit}"},
    {Reason::wealth_above_limit, true, Unit::euro,
     "het vermogen dat meetelt is {compared} en de grens is {limit}",
     "the wealth that counts is {compared} and the limit is {limit}"},
    {Reason::years_too_short, true, Unit::years,
     "het inkomen is pas {compared} jaar laag en dat moet {limit} jaar zijn",
     "income has been low for {compared} years only and it must be {limit} years"},
    {Reason::is_student, true, Unit::count, "studenten met studiefinanciering hebben geen recht",
     "students with study finance have no right"},
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
     "bij een huur van {compared} per maand en een inkomen van {limit} per jaar blijft er niets over",
     "at a rent of {compared} a month and an income of {limit} a year nothing is left"},
    {Reason::no_work_or_study, true, Unit::count, "niet alle volwassenen werken of studeren",
     "not all adults work or study"},
    {Reason::no_childcare, true, Unit::count, "er zijn geen kosten van kinderopvang",
     "there are no costs of childcare"},
    {Reason::no_benefit, true, Unit::count, "er is geen uitkering van UWV", "there is no benefit of UWV"},
    {Reason::no_limitation, true, Unit::count, "er is geen medische beperking",
     "there is no medical limitation"},
    {Reason::is_young_disabled, true, Unit::count, "er is een uitkering of korting wegens handicap",
     "there is a benefit or credit for a disability"},
    {Reason::no_need, false, Unit::count,
     "ja, aan alle voorwaarden is voldaan; er is alleen geen bedrag, want er zijn geen kosten opgegeven",
     "yes, every test is passed; there is only no amount, because no costs are given"},
    {Reason::no_charge, true, Unit::count, "er is geen aanslag om kwijt te schelden",
     "there is no assessment to waive"},
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
