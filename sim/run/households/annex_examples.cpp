#include "sim/run/households/annex_examples.hpp"

#include "sim/input/csv.hpp"
#include "sim/rules/municipal/participation_budget.hpp"
#include "sim/rules/statutory/statutory.hpp"
#include "sim/run/law_and_policy/read_law.hpp"

namespace minimasim::run {

namespace {

constexpr Date printed_norms{2024, 7, 1};

struct Form {
    char const* key;
    char const* column;
    bool is_couple;
    bool has_pension;
    int children;
};
constexpr Form forms[] = {{"single", "single", false, false, 0},
                          {"single_parent_2", "single_parent_2_children_under_12", false, false, 2},
                          {"couple_2", "couple_2_children_under_12", true, false, 2},
                          {"state_pension_single", "state_pension_single", false, true, 0},
                          {"state_pension_couple", "state_pension_couple", true, true, 0}};

double line(input::Csv const& csv, char const* side, char const* item, char const* column)
{
    for (auto const& row : csv.rows()) {
        if (csv.cell(row, "side") == side && csv.cell(row, "item") == item && !csv.is_empty(row, column)) {
            return csv.number(row, column);
        }
    }
    return 0;
}

double sum_of_lines(input::Csv const& csv, char const* side, char const* column)
{
    double sum = 0;
    for (auto const& row : csv.rows()) {
        if (csv.cell(row, "side") == side && csv.cell(row, "item") != "total" && !csv.is_empty(row, column)) {
            sum += csv.number(row, column);
        }
    }
    return sum;
}

// The household behind the budget: on assistance, or on a full state pension. Its children are one below and
// one above six, as the printed child benefit says.
rules::Household household_of(Form const& form, input::Csv const& csv)
{
    rules::Household h;
    h.is_couple = form.is_couple;
    h.claimant.age = h.partner.age = form.has_pension ? 70 : 40;
    h.claimant.birth_year = h.partner.birth_year = printed_norms.year - h.claimant.age;
    h.claimant.receives_state_pension = h.partner.receives_state_pension = form.has_pension;
    h.children_under_6 = form.children > 0 ? 1 : 0;
    h.children_6_to_11 = form.children > 1 ? 1 : 0;
    h.rent_per_month = line(csv, "expense", "rent", form.column);
    h.energy_per_month =
        line(csv, "expense", "gas", form.column) + line(csv, "expense", "electricity", form.column);
    h.water_per_month = line(csv, "expense", "water", form.column);
    h.health_premium_per_month = line(csv, "expense", "health_insurance", form.column);
    return h;
}

double budget_of(double income, double expenses)
{
    return rules::participation_budget::budget_cents_per_month(rules::cents_of(income),
                                                               rules::cents_of(expenses)) /
           100.0;
}

}  // namespace

std::vector<AnnexExample> annex_examples(Workspace const& workspace)
{
    auto const file = workspace.folders.data / "municipalities" / workspace.municipality.code /
                      "household_budgets_2024.csv";
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) {
        return {};
    }
    auto const csv = input::Csv::read(file);
    auto const law = read_law(workspace.terms, printed_norms);
    std::vector<AnnexExample> examples;
    for (auto const& form : forms) {
        AnnexExample example;
        example.key = form.key;
        example.printed_income = sum_of_lines(csv, "income", form.column);
        example.printed_expenses = sum_of_lines(csv, "expense", form.column);
        example.printed_budget = budget_of(example.printed_income, example.printed_expenses);
        auto const statutory = rules::statutory_income(household_of(form, csv), law);
        example.statutory_income = statutory.disposable_income_per_month;
        for (char const* municipal : {"income_supplement", "child_package_school", "child_package_sport"}) {
            example.statutory_income += line(csv, "income", municipal, form.column);
        }
        example.statutory_budget = budget_of(example.statutory_income, example.printed_expenses);
        examples.push_back(example);
    }
    return examples;
}

}  // namespace minimasim::run
