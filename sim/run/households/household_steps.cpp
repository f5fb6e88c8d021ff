#include "sim/run/households/household_steps.hpp"

#include <algorithm>
#include <iterator>

namespace minimasim::run {

namespace {

using Kind = AnswerValue::Kind;

// National values of the contract, in its order, and a few more; the schemes stand between the two lists.
constexpr char const* contract_values[] = {"income_tax_per_year",
                                           "general_tax_credit_per_year",
                                           "labour_tax_credit_per_year",
                                           "combination_credit_per_year",
                                           "elderly_credit_per_year",
                                           "single_elderly_credit_per_year",
                                           "health_contribution_per_year",
                                           "net_income_per_month",
                                           "state_pension_net_per_month",
                                           "assessment_income_per_year",
                                           "assistance_norm_per_month",
                                           "social_assistance_per_month",
                                           "health_care_allowance_per_month",
                                           "rent_allowance_per_month",
                                           "child_budget_per_month",
                                           "childcare_allowance_per_month",
                                           "child_benefit_per_quarter",
                                           "disposable_income_per_month",
                                           "share_of_norm",
                                           "share_of_cbs_minimum",
                                           "housing_costs_per_month",
                                           "poverty_line_per_month",
                                           "poverty_gap_per_month",
                                           "is_poor",
                                           "is_near_poor",
                                           "passes_wealth_test"};
constexpr char const* further_values[] = {"state_pension_per_year",
                                          "supplementary_benefit_per_year",
                                          "young_disabled_credit_per_year",
                                          "gross_income_per_year",
                                          "form_norm_per_month",
                                          "counted_income_per_month"};

// Names of what the last steps give, in the order of LastStep.
constexpr char const* last_values[] = {"disposable_income_per_month", "poverty_line_per_month", "is_poor",
                                       "is_near_poor", "poverty_gap_per_month"};

AnswerValue value_of_a_step(std::string const& name)
{
    bool const is_boolean = name.starts_with("is_") || name.starts_with("passes_");
    for (std::size_t k = 0; k < std::size(last_values); ++k) {
        if (name == last_values[k]) {
            return {name, Kind::amount, first_last_step + k, is_boolean};
        }
    }
    auto const* const found =
        std::find_if(std::begin(rules::statutory_steps), std::end(rules::statutory_steps),
                     [&](rules::StatutoryStep const& step) { return name == step.name; });
    return {name, Kind::amount, static_cast<std::size_t>(found - std::begin(rules::statutory_steps)),
            is_boolean};
}

}  // namespace

std::vector<AnswerValue> const& answer_values()
{
    static std::vector<AnswerValue> const values = [] {
        std::vector<AnswerValue> all;
        for (auto const* name : contract_values) {
            all.push_back(value_of_a_step(name));
        }
        for (std::size_t k = 0; k < rules::scheme_count; ++k) {
            std::string const key = rules::schemes[k].key;
            all.push_back({key + "_eligible", Kind::eligibility, first_scheme_step + k, true});
            all.push_back({key + "_per_year", Kind::amount, first_scheme_step + k, false});
        }
        std::size_t const study = rules::step_index(&rules::StatutoryIncome::study_supplement_per_month);
        all.push_back({"study_supplement_eligible", Kind::study_supplement_eligible, study, true});
        all.push_back({"study_supplement_per_year", Kind::study_supplement_per_year, study, false});
        for (auto const* name : further_values) {
            all.push_back(value_of_a_step(name));
        }
        return all;
    }();
    return values;
}

AnswerValue const* find_answer_value(std::string_view name)
{
    auto const& values = answer_values();
    auto const found = std::find_if(values.begin(), values.end(),
                                    [&](AnswerValue const& value) { return value.name == name; });
    return found == values.end() ? nullptr : &*found;
}

}  // namespace minimasim::run
