#pragma once

#include "sim/rules/because.hpp"
#include "sim/rules/household.hpp"
#include "sim/rules/terms.hpp"

namespace minimasim::rules {

// Child benefit (kinderbijslag), Algemene Kinderbijslagwet art. 12: per child and quarter, no income test.
struct ChildBenefitTerms {
    double age_0_to_5 = 0;
    double age_6_to_11 = 0;
    double age_12_to_17 = 0;
};

inline constexpr TermField<ChildBenefitTerms> child_benefit_fields[] = {
    {"age_0_5", Unit::euro_per_quarter, 0, 10'000, &ChildBenefitTerms::age_0_to_5},
    {"age_6_11", Unit::euro_per_quarter, 0, 10'000, &ChildBenefitTerms::age_6_to_11},
    {"age_12_17", Unit::euro_per_quarter, 0, 10'000, &ChildBenefitTerms::age_12_to_17},
};

inline double child_benefit_per_quarter(Household const& h, ChildBenefitTerms const& terms)
{
    return h.children_under_6 * terms.age_0_to_5 + h.children_6_to_11 * terms.age_6_to_11 +
           (h.children_12_to_15 + h.children_16_to_17) * terms.age_12_to_17;
}

[[gnu::always_inline]] inline Amount child_benefit_of(Household const& h, ChildBenefitTerms const& terms)
{
    if (children(h) == 0) {
        return refused(Reason::no_children);
    }
    return granted(child_benefit_per_quarter(h, terms));
}

}  // namespace minimasim::rules
