#include <algorithm>
#include <iterator>

#include "sim/report/term_labels.hpp"

namespace minimasim::report {

namespace {

struct SectionLabel {
    std::string_view section;
    char const* dutch;
    char const* english;
};

constexpr SectionLabel labels[] = {
    {"social_assistance", "Bijstand", "Social assistance"},
    {"state_pension", "AOW", "State pension"},
    {"minimum_wage", "Minimumloon", "Minimum wage"},
    {"income_tax", "Inkomstenbelasting", "Income tax"},
    {"tax_credits", "Heffingskortingen", "Tax credits"},
    {"health_contribution", "Bijdrage Zvw", "Health contribution"},
    {"health_care_allowance", "Zorgtoeslag", "Health care allowance"},
    {"rent_allowance", "Huurtoeslag", "Rent allowance"},
    {"child_budget", "Kindgebonden budget", "Child budget"},
    {"child_benefit", "Kinderbijslag", "Child benefit"},
    {"childcare", "Kinderopvangtoeslag", "Childcare allowance"},
    {"poverty_line", "Armoedegrens", "Poverty line"},
    {"local_charges", "Gemeentelijke belastingen", "Local charges"},
    {"household_costs", "Vaste lasten", "Household costs"},
};

}  // namespace

std::string section_label(std::string_view section, Language language)
{
    auto const* const found =
        std::find_if(std::begin(labels), std::end(labels),
                     [&](SectionLabel const& label) { return label.section == section; });
    return found == std::end(labels) ? "" : in(language, found->dutch, found->english);
}

}  // namespace minimasim::report
