#pragma once

#include "sim/rules/because.hpp"
#include "sim/rules/household.hpp"
#include "sim/rules/statutory/minimum_wage.hpp"
#include "sim/rules/statutory/social_assistance.hpp"

namespace minimasim::rules {

// Study supplement (studietoeslag), Participatiewet art. 36b: a national amount a month for students with a
// structural medical limitation who cannot earn beside their study; below 21 the shares of the minimum wage.
// Not together with a benefit for the young disabled. No income or wealth test.
[[gnu::always_inline]] inline Amount study_supplement_per_month(Person const& person,
                                                                SocialAssistanceTerms const& terms,
                                                                MinimumWageTerms const& minimum_wage)
{
    if (!person.is_student) {
        return refused(Reason::is_no_student);
    }
    if (!person.is_medically_limited) {
        return refused(Reason::no_limitation);
    }
    if (person.is_young_disabled | (person.disability_benefit_per_year > 0)) {
        return refused(Reason::is_young_disabled);
    }
    if (person.age < 18) {
        return refused(Reason::below_age, person.age, 18);
    }
    return granted(minimum_wage_share(person.age, minimum_wage) * terms.study_supplement_21_and_older);
}

// Of claimant and partner; the reason is the claimant's, unless only the partner has the right.
[[gnu::always_inline]] inline Amount study_supplement_of(Household const& h,
                                                         SocialAssistanceTerms const& terms,
                                                         MinimumWageTerms const& minimum_wage)
{
    Amount const claimant = study_supplement_per_month(h.claimant, terms, minimum_wage);
    Amount const partner = study_supplement_per_month(h.partner, terms, minimum_wage);
    double const both = claimant.value + (h.is_couple ? partner.value : 0);
    if (both <= 0) {
        return claimant;
    }
    return granted(both);
}

}  // namespace minimasim::rules
