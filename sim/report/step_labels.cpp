#include "sim/report/step_labels.hpp"

#include <algorithm>

#include "sim/rules/municipal/schemes.hpp"

namespace minimasim::report {

namespace {

struct StepLabel {
    char const* name;
    StepPart part;
    char const* dutch;
    char const* english;
};

using enum StepPart;

constexpr StepLabel step_labels[] = {
    {"state_pension_per_year", income_and_tax, "AOW (bruto)", "State pension (gross)"},
    {"state_pension_net_per_month", income_and_tax, "AOW (netto)", "State pension (net)"},
    {"supplementary_benefit_per_year", income_and_tax, "Toeslag van UWV", "Supplementary benefit of UWV"},
    {"gross_income_per_year", income_and_tax, "Bruto inkomen", "Gross income"},
    {"general_tax_credit_per_year", income_and_tax, "Algemene heffingskorting", "General tax credit"},
    {"labour_tax_credit_per_year", income_and_tax, "Arbeidskorting", "Labour tax credit"},
    {"combination_credit_per_year", income_and_tax, "Inkomensafhankelijke combinatiekorting",
     "Combination credit"},
    {"elderly_credit_per_year", income_and_tax, "Ouderenkorting", "Elderly credit"},
    {"single_elderly_credit_per_year", income_and_tax, "Alleenstaande-ouderenkorting",
     "Single elderly credit"},
    {"young_disabled_credit_per_year", income_and_tax, "Jonggehandicaptenkorting", "Young disabled credit"},
    {"income_tax_per_year", income_and_tax, "Inkomstenbelasting en premies", "Income tax and premiums"},
    {"health_contribution_per_year", income_and_tax, "Bijdrage Zorgverzekeringswet", "Health contribution"},
    {"employee_insurance_per_year", income_and_tax, "Werknemersverzekeringen", "Employee insurance"},
    {"net_income_per_month", income_and_tax, "Netto inkomen", "Net income"},
    {"form_norm_per_month", assistance, "Bijstandsnorm voor de grenzen van de gemeente",
     "Assistance norm for the limits of the municipality"},
    {"assistance_norm_per_month", assistance, "Bijstandsnorm", "Assistance norm"},
    {"counted_income_per_month", assistance, "Inkomen dat meetelt voor de bijstand",
     "Income that counts for assistance"},
    {"passes_wealth_test", assistance, "Vermogen onder de grens van de bijstand",
     "Wealth within the limit of assistance"},
    {"social_assistance_per_month", assistance, "Bijstand", "Social assistance"},
    {"social_assistance_received_per_month", assistance, "Bijstand, ontvangen",
     "Social assistance, received"},
    {"assessment_income_per_year", allowances, "Toetsingsinkomen voor de toeslagen",
     "Assessment income for the allowances"},
    {"health_care_allowance_per_month", allowances, "Zorgtoeslag", "Health care allowance"},
    {"health_care_allowance_received_per_month", allowances, "Zorgtoeslag, ontvangen",
     "Health care allowance, received"},
    {"rent_allowance_per_month", allowances, "Huurtoeslag", "Rent allowance"},
    {"rent_allowance_received_per_month", allowances, "Huurtoeslag, ontvangen", "Rent allowance, received"},
    {"child_benefit_per_quarter", allowances, "Kinderbijslag", "Child benefit"},
    {"child_benefit_received_per_quarter", allowances, "Kinderbijslag, ontvangen", "Child benefit, received"},
    {"child_budget_per_month", allowances, "Kindgebonden budget", "Child budget"},
    {"child_budget_received_per_month", allowances, "Kindgebonden budget, ontvangen",
     "Child budget, received"},
    {"childcare_allowance_per_month", allowances, "Kinderopvangtoeslag", "Childcare allowance"},
    {"childcare_allowance_received_per_month", allowances, "Kinderopvangtoeslag, ontvangen",
     "Childcare allowance, received"},
    {"study_supplement_per_month", allowances, "Studietoeslag", "Study supplement"},
    {"study_supplement_received_per_month", allowances, "Studietoeslag, ontvangen",
     "Study supplement, received"},
    {"disposable_before_schemes_per_month", spending_and_poverty,
     "Besteedbaar inkomen zonder geld van gemeentelijke regelingen",
     "Disposable income without cash of municipal schemes"},
    {"standardised_income_per_year", spending_and_poverty, "Gestandaardiseerd inkomen",
     "Standardised income"},
    {"share_of_norm", spending_and_poverty, "Inkomen als deel van de bijstandsnorm",
     "Income as a share of the assistance norm"},
    {"share_of_cbs_minimum", spending_and_poverty, "Inkomen als deel van het sociaal minimum (CBS)",
     "Income as a share of the social minimum (CBS)"},
    {"housing_costs_per_month", spending_and_poverty, "Woonlasten", "Housing costs"},
    {"disposable_income_per_month", spending_and_poverty, "Besteedbaar inkomen", "Disposable income"},
    {"poverty_line_per_month", spending_and_poverty, "Armoedegrens van dit huishouden",
     "Poverty line of this household"},
    {"is_poor", spending_and_poverty, "Arm", "Poor"},
    {"is_near_poor", spending_and_poverty, "Bijna arm", "Nearly poor"},
    {"poverty_gap_per_month", spending_and_poverty, "Tekort tot de armoedegrens", "Gap to the poverty line"},
    {"study_supplement_per_year", schemes, "Studietoeslag", "Study supplement"},
    {"study_supplement_eligible", schemes, "Studietoeslag", "Study supplement"},
};

StepLabel const* find_label(std::string_view step)
{
    auto const* const found = std::find_if(std::begin(step_labels), std::end(step_labels),
                                           [&](StepLabel const& label) { return step == label.name; });
    return found == std::end(step_labels) ? nullptr : found;
}

rules::SchemeDescription const* find_scheme(std::string_view step)
{
    auto const found = std::find_if(
        rules::schemes.begin(), rules::schemes.end(), [&](rules::SchemeDescription const& scheme) {
            std::string const key = scheme.key;
            return step == key || step == key + "_per_year" || step == key + "_eligible";
        });
    return found == rules::schemes.end() ? nullptr : &*found;
}

}  // namespace

char const* part_label(StepPart part, Language language)
{
    switch (part) {
        case income_and_tax:
            return in(language, "Inkomen en belasting", "Income and tax");
        case assistance:
            return in(language, "Bijstand", "Social assistance");
        case allowances:
            return in(language, "Toeslagen en kinderbijslag", "Allowances and child benefit");
        case schemes:
            return in(language, "Gemeentelijke regelingen", "Municipal schemes");
        case spending_and_poverty:
            break;
    }
    return in(language, "Besteedbaar en armoede", "Disposable income and poverty");
}

StepPart part_of(std::string_view step)
{
    auto const* const label = find_label(step);
    return label != nullptr ? label->part : find_scheme(step) != nullptr ? schemes : income_and_tax;
}

std::string step_label(std::string_view step, Language language)
{
    if (auto const* const label = find_label(step)) {
        return in(language, label->dutch, label->english);
    }
    if (auto const* const scheme = find_scheme(step)) {
        return in(language, scheme->dutch_name, scheme->english_name);
    }
    std::string text(step);
    std::replace(text.begin(), text.end(), '_', ' ');
    return with_capital(text);
}

std::string with_capital(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

}  // namespace minimasim::report
