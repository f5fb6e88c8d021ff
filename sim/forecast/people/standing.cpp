#include "sim/forecast/people/standing.hpp"

#include <algorithm>

#include "sim/population/attributes/archetype.hpp"

namespace minimasim::forecast {

namespace {

using namespace population;

constexpr std::int32_t limit_single_cents = 757'500;
constexpr std::int32_t limit_family_cents = 1'515'000;

bool is_earning(Source source)
{
    return source == Source::employee || source == Source::self_employed || source == Source::pension;
}

// One person (with housemates), couple without and with children, single parent.
int type_kind(HouseholdType type)
{
    return type == HouseholdType::couple_without_children ? 1
           : type == HouseholdType::couple_with_children  ? 2
           : type == HouseholdType::single_parent         ? 3
                                                          : 0;
}

}  // namespace

Standing standing_of(People const& people, std::size_t i)
{
    auto const& p = people.population;
    auto const first = p.person_begin[i];
    bool const has_partner = p.person_begin[i + 1] - first > 1 && p.persons.role[first + 1] == Role::partner;
    Standing s;
    s.type = p.type[i];
    s.tenure = p.tenure[i];
    s.main_source = p.main_source[i];
    s.income_class = p.income_class[i];
    s.liquid_assets_cents = p.liquid_assets_cents[i];
    s.years_on_low_income = p.years_on_low_income[i];
    s.years_since_low = people.years_since_low[i];
    s.years_since_assistance = people.years_since_assistance[i];
    s.heads = has_partner ? 2 : 1;
    for (std::size_t k = 0; k < static_cast<std::size_t>(s.heads); ++k) {
        s.source[k] = p.persons.source[first + k];
        s.age[k] = p.persons.age[first + k];
    }
    return s;
}

Standing standing_of(Family const& f)
{
    auto const c = static_cast<std::size_t>(f.income_class);
    Standing s;
    s.type = f.type;
    s.tenure = f.tenure;
    s.main_source = f.main_source;
    s.income_class = f.income_class;
    s.liquid_assets_cents = f.liquid_assets_cents;
    s.years_on_low_income = c < counted_classes ? f.years_up_to[c] : 0;
    s.years_since_low = f.years_since_low;
    s.years_since_assistance = f.years_since_assistance;
    s.heads = static_cast<int>(f.heads());
    for (std::size_t k = 0; k < f.heads(); ++k) {
        s.source[k] = f.members[k].source;
        s.age[k] = f.members[k].age;
    }
    return s;
}

int years_at_start(Standing const& s)
{
    return std::max(0, s.years_on_low_income - 1);
}

bool has_few_means(Standing const& s)
{
    bool const is_single = s.type == HouseholdType::one_person || s.type == HouseholdType::other;
    return s.liquid_assets_cents <= (is_single ? limit_single_cents : limit_family_cents);
}

bool is_of_age_for_assistance(Standing const& s)
{
    return s.age[0] >= youngest_for_assistance && s.age[0] < pension_age &&
           (s.heads == 1 || s.age[1] < pension_age);
}

bool has_one_earner(Standing const& s)
{
    bool const has_two = s.heads == 2 && is_earning(s.source[0]) && is_earning(s.source[1]);
    return earning_of(s.main_source) == Earning::work && !has_two;
}

int low_kind(Standing const& s)
{
    int const tenure = s.tenure == Tenure::owner ? 1 : 0;
    switch (earning_of(s.main_source)) {
        case Earning::work:
            return 2 * type_kind(s.type) + tenure;
        case Earning::pension:
            return 2 * (4 + (s.heads - 1)) + tenure;
        case Earning::benefit:
            return 2 * (6 + (s.main_source == Source::disability_benefit ? 2 : 0) + (s.heads - 1)) + tenure;
        case Earning::none:
            break;
    }
    return -1;
}

int assisted_kind(Standing const& s)
{
    int const age = s.age[0];
    if (age < youngest_for_assistance || age >= pension_age) {
        return -1;
    }
    int const tenure = s.tenure == Tenure::owner ? 1 : 0;
    return 2 * ((age < 27 ? 0 : age < 45 ? 4 : 8) + type_kind(s.type)) + tenure;
}

}  // namespace minimasim::forecast
