#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "bench/blocks.hpp"
#include "bench/counters.hpp"
#include "sim/base/loop_rows.hpp"
#include "sim/rules/municipal/view.hpp"

// National law, one rule at a time and whole, and the municipal schemes after it: many households at a time
// (vectorised) beside one at a time (plain), in one run and in one thread. Compare them with each other, not
// with other days.
namespace minimasim::bench {

namespace {

using rules::Household;
using rules::Law;

// The rules one by one: the household, its assessment income and the law in, an amount out.
struct StatePension {
    static constexpr char const* name = "state_pension";
    [[gnu::always_inline]] static double of(Household const& h, double, Law const& law)
    {
        return rules::state_pension_gross_per_year(h.claimant, h.is_couple, law.state_pension);
    }
};
struct SupplementaryBenefit {
    static constexpr char const* name = "supplementary_benefit";
    [[gnu::always_inline]] static double of(Household const& h, double income, Law const& law)
    {
        return rules::supplementary_benefit_per_year(h, false, income, law.minimum_wage).value;
    }
};
struct TaxBeforeCredits {
    static constexpr char const* name = "tax_before_credits";
    [[gnu::always_inline]] static double of(Household const& h, double income, Law const& law)
    {
        return rules::tax_before_credits_per_year(income, h.claimant.receives_state_pension, false,
                                                  law.income_tax);
    }
};
struct GeneralCredit {
    static constexpr char const* name = "general_credit";
    [[gnu::always_inline]] static double of(Household const& h, double income, Law const& law)
    {
        return rules::general_tax_credit_per_year(income, h.claimant.receives_state_pension, law.tax_credits);
    }
};
struct LabourCredit {
    static constexpr char const* name = "labour_credit";
    [[gnu::always_inline]] static double of(Household const& h, double, Law const& law)
    {
        return rules::labour_tax_credit_per_year(h.claimant.wage_per_year, h.claimant.receives_state_pension,
                                                 law.tax_credits);
    }
};
struct HealthContribution {
    static constexpr char const* name = "health_contribution";
    [[gnu::always_inline]] static double of(Household const& h, double, Law const& law)
    {
        return rules::health_contribution_per_year(h.claimant.pension_per_year, h.claimant.wage_per_year,
                                                   law.health_contribution);
    }
};
struct AssistanceNorm {
    static constexpr char const* name = "assistance_norm";
    [[gnu::always_inline]] static double of(Household const& h, double, Law const& law)
    {
        return rules::assistance_norm_per_month(h, rules::has_pensioner(h, law.state_pension),
                                                law.social_assistance);
    }
};
struct SocialAssistance {
    static constexpr char const* name = "social_assistance";
    [[gnu::always_inline]] static double of(Household const& h, double income, Law const& law)
    {
        return rules::social_assistance_of(h, 1, law.social_assistance.norm_single, income / 12,
                                           law.social_assistance)
            .value;
    }
};
struct HealthCareAllowance {
    static constexpr char const* name = "health_care_allowance";
    [[gnu::always_inline]] static double of(Household const& h, double income, Law const& law)
    {
        return rules::health_care_allowance_of(h, income, law.health_care_allowance).value;
    }
};
struct RentAllowance {
    static constexpr char const* name = "rent_allowance";
    [[gnu::always_inline]] static double of(Household const& h, double income, Law const& law)
    {
        return rules::rent_allowance_of(h, income, rules::has_pensioner(h, law.state_pension), law).value;
    }
};
struct ChildBudget {
    static constexpr char const* name = "child_budget";
    [[gnu::always_inline]] static double of(Household const& h, double income, Law const& law)
    {
        return rules::child_budget_of(h, income, law.child_budget, law.health_care_allowance).value;
    }
};
struct ChildBenefit {
    static constexpr char const* name = "child_benefit";
    [[gnu::always_inline]] static double of(Household const& h, double, Law const& law)
    {
        return rules::child_benefit_of(h, law.child_benefit).value;
    }
};

template <class Rule>
void many_at_a_time(rules::HouseholdColumns const& columns, double const* income, Law const& law, double* out)
{
    auto const of_block = columns;
    auto const terms = law;
    for_each_row(
        block_rows, [=](std::size_t row) __attribute__((always_inline)) {
            out[row] = Rule::of(rules::household_at(of_block, row), income[row], terms);
        });
}

template <class Rule>
void rule_vectorised(benchmark::State& state)
{
    std::vector<double> out(block_rows);
    make_blocks();
    for (auto _ : state) {
        for (std::size_t block = 0; block < block_count; ++block) {
            many_at_a_time<Rule>(blocks().columns(block), blocks().income(block), Blocks::law(), out.data());
            benchmark::DoNotOptimize(out.data());
            benchmark::ClobberMemory();
        }
    }
    count_households(state, row_count);
}

template <class Rule>
void rule_plain(benchmark::State& state)
{
    make_blocks();
    for (auto _ : state) {
        for (std::size_t i = 0; i < row_count; ++i) {
            double amount = Rule::of(blocks().households()[i], blocks().income(0)[i], Blocks::law());
            benchmark::DoNotOptimize(amount);
        }
    }
    count_households(state, row_count);
}

template <class... Rules>
bool register_rules()
{
    (benchmark::RegisterBenchmark((std::string("rule/") + Rules::name + "/vectorised").c_str(),
                                  rule_vectorised<Rules>),
     ...);
    (benchmark::RegisterBenchmark((std::string("rule/") + Rules::name + "/plain").c_str(), rule_plain<Rules>),
     ...);
    return true;
}

bool const rules_are_registered =
    register_rules<StatePension, SupplementaryBenefit, TaxBeforeCredits, GeneralCredit, LabourCredit,
                   HealthContribution, AssistanceNorm, SocialAssistance, HealthCareAllowance, RentAllowance,
                   ChildBudget, ChildBenefit>();

void national_law_vectorised(benchmark::State& state)
{
    Results results;
    make_blocks();
    for (auto _ : state) {
        for (std::size_t block = 0; block < block_count; ++block) {
            rules::statutory_income_of_block(blocks().columns(block), block_rows, Blocks::law(),
                                             results.step_columns);
            benchmark::ClobberMemory();
        }
    }
    count_households(state, row_count);
}
BENCHMARK(national_law_vectorised)->Name("national_law/vectorised")->Unit(benchmark::kMillisecond);

void national_law_plain(benchmark::State& state)
{
    make_blocks();
    for (auto _ : state) {
        for (auto const& household : blocks().households()) {
            auto income = rules::statutory_income(household, Blocks::law());
            benchmark::DoNotOptimize(income);
        }
    }
    count_households(state, row_count);
}
BENCHMARK(national_law_plain)->Name("national_law/plain")->Unit(benchmark::kMillisecond);

// Law, the view of the schemes, and all schemes, switched on.
void work_out_block(std::size_t block, Results const& results, rules::MunicipalColumns const& views,
                    rules::MunicipalTerms const& terms)
{
    rules::statutory_income_of_block(blocks().columns(block), block_rows, Blocks::law(),
                                     results.step_columns);
    rules::municipal_view_of_block(blocks().columns(block), results.step_columns, block_rows, Blocks::law(),
                                   results.view_columns);
    auto* const eligible = results.eligible;
    auto* const cents = results.cents;
    rules::for_each_scheme([&](auto scheme, auto index) {
        rules::evaluate<decltype(scheme)>(views, block_rows, std::get<index>(terms), eligible, cents);
        benchmark::ClobberMemory();
    });
}

void everything_vectorised(benchmark::State& state)
{
    Results results;
    auto const terms = all_active();
    rules::MunicipalColumns views{};
    for (std::size_t k = 0; k < views.size(); ++k) {
        views[k] = results.view_columns[k];
    }
    make_blocks();
    for (auto _ : state) {
        for (std::size_t block = 0; block < block_count; ++block) {
            work_out_block(block, results, views, terms);
        }
    }
    count_households(state, row_count);
}
BENCHMARK(everything_vectorised)->Name("law_and_schemes/vectorised")->Unit(benchmark::kMillisecond);

// The same on one block again and again: what it takes when the columns are in the cache, as they are when a
// run has just filled them. The difference from the above is reading 17 MB of columns. (The plain form would
// learn the branches of so few households by heart.)
void everything_in_cache(benchmark::State& state)
{
    Results results;
    auto const terms = all_active();
    rules::MunicipalColumns views{};
    for (std::size_t k = 0; k < views.size(); ++k) {
        views[k] = results.view_columns[k];
    }
    make_blocks();
    for (auto _ : state) {
        work_out_block(0, results, views, terms);
    }
    count_households(state, block_rows);
}
BENCHMARK(everything_in_cache)->Name("law_and_schemes/vectorised_in_cache");

void everything_plain(benchmark::State& state)
{
    auto const terms = all_active();
    make_blocks();
    for (auto _ : state) {
        for (auto const& household : blocks().households()) {
            auto const income = rules::statutory_income(household, Blocks::law());
            auto const view = rules::municipal_view(household, income, Blocks::law());
            rules::for_each_scheme([&](auto scheme, auto index) {
                auto decided = decltype(scheme)::entitlement(view, std::get<index>(terms));
                benchmark::DoNotOptimize(decided);
            });
        }
    }
    count_households(state, row_count);
}
BENCHMARK(everything_plain)->Name("law_and_schemes/plain")->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace minimasim::bench
