#include "sim/population/bounds/policy_groups.hpp"

#include <algorithm>

#include "sim/population/fit/fit_report.hpp"

namespace minimasim::population {

namespace {

// Not above a share of the social minimum, in the classes of income that shares are published for.
template <IncomeClass limit>
bool is_up_to(Archetype const& h)
{
    return h.main_source != Source::student && h.income_class <= limit;
}

bool is_lone_parent_in_social_rent(Archetype const& h)
{
    return is_up_to<IncomeClass::up_to_120>(h) && h.type == HouseholdType::single_parent &&
           h.tenure == Tenure::rent_social;
}

bool is_on_assistance_or_disability_benefit(Archetype const& h)
{
    return is_up_to<IncomeClass::up_to_110>(h) &&
           (h.main_source == Source::social_assistance || h.main_source == Source::disability_benefit);
}

bool is_single_pensioner_renting(Archetype const& h)
{
    constexpr int oldest_working_age = 64;  // "65 and older", as the tables by age have it
    return is_up_to<IncomeClass::up_to_120>(h) && h.type == HouseholdType::one_person &&
           h.members[0].age > oldest_working_age && h.tenure != Tenure::owner;
}

bool is_self_employed(Archetype const& h)
{
    return is_up_to<IncomeClass::up_to_120>(h) && h.main_source == Source::self_employed;
}

bool is_family_with_minors(Archetype const& h)
{
    constexpr int age_of_majority = 18;
    return is_up_to<IncomeClass::up_to_130>(h) && std::any_of(h.begin(), h.end(), [](Member const& m) {
               return m.role == Role::child && m.age < age_of_majority;
           });
}

}  // namespace

std::vector<PolicyGroup> const& policy_groups()
{
    static std::vector<PolicyGroup> const groups{
        {"up_to_100", "huishoudens tot 100 % van het sociaal minimum",
         "households up to 100 % of the social minimum", is_up_to<IncomeClass::up_to_100>},
        {"up_to_110", "huishoudens tot 110 % van het sociaal minimum",
         "households up to 110 % of the social minimum", is_up_to<IncomeClass::up_to_110>},
        {"up_to_120", "huishoudens tot 120 % van het sociaal minimum",
         "households up to 120 % of the social minimum", is_up_to<IncomeClass::up_to_120>},
        {"up_to_130", "huishoudens tot 130 % van het sociaal minimum",
         "households up to 130 % of the social minimum", is_up_to<IncomeClass::up_to_130>},
        {"lone_parents_social_rent_up_to_120", "eenoudergezinnen tot 120 % in sociale huur",
         "lone parents up to 120 % in social rent", is_lone_parent_in_social_rent},
        {"benefit_up_to_110", "bijstand of arbeidsongeschiktheid als voornaamste bron, tot 110 %",
         "assistance or disability as main source, up to 110 %", is_on_assistance_or_disability_benefit},
        {"single_65_renting_up_to_120", "alleenstaande huurders van 65 en ouder tot 120 %",
         "single tenants of 65 and older up to 120 %", is_single_pensioner_renting},
        {"self_employed_up_to_120", "zelfstandigen tot 120 %", "self-employed up to 120 %", is_self_employed},
        {"families_up_to_130", "gezinnen met minderjarige kinderen tot 130 %",
         "families with minor children up to 130 %", is_family_with_minors}};
    return groups;
}

std::vector<char> members_of(PolicyGroup const& group, std::vector<Archetype> const& archetypes)
{
    std::vector<char> members;
    members.reserve(archetypes.size());
    for (auto const& household : archetypes) {
        members.push_back(group.holds(household) ? 1 : 0);
    }
    return members;
}

std::int64_t count_members(PolicyGroup const& group, Population const& population)
{
    std::int64_t count = 0;
    for (std::size_t i = 0; i < population.size(); ++i) {
        count += group.holds(archetype_of(population, i));
    }
    return count;
}

}  // namespace minimasim::population
