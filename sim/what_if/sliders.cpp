#include "sim/what_if/sliders.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "sim/rules/municipal/widest.hpp"

namespace minimasim::what_if {

namespace {

constexpr std::string_view every_scheme = "*";

// How far a term can be moved: up to a value, or up to so many times what it is.
struct Range {
    std::string_view scheme;
    std::string_view term;
    double lowest;
    double highest;
    double times;  // of the baseline; 0: `highest` holds
    double step;
};

// Ranges of a debate: limits from 80 to 150 % of the norm (the widest limit of a municipality in the shipped
// packages), wealth limits up to twice and amounts up to three times what they are. The first that fits
// holds.
constexpr Range ranges[] = {
    {every_scheme, "is_active", 0, 1, 0, 1},
    {"local_tax_waiver", "income_limit_share", 0.90, 1.00, 0, 0.01},  // at most 1.00 by law
    {every_scheme, "income_limit_share", 0.80, 1.50, 0, 0.01},
    {every_scheme, "wealth_limit_single", 0, 0, 2, 5},
    {every_scheme, "wealth_limit_family", 0, 0, 2, 5},
    {every_scheme, "savings_limit", 0, 0, 2, 50},
    {"special_assistance", "own_contribution_share", 0.20, 1, 0, 0.05},
    {"special_assistance", "threshold_per_year", 0, 500, 0, 5},
    {"income_supplement", "years_on_low_income", 1, 10, 0, 1},
    {"income_supplement", "minimum_age", 21, 67, 0, 1},
    {"income_supplement", "requires_no_prospect", 0, 1, 0, 1},
    {"income_supplement", "amount_single", 0, 0, 3, 1},
    {"income_supplement", "amount_single_parent", 0, 0, 3, 1},
    {"income_supplement", "amount_couple", 0, 0, 3, 1},
    {"local_tax_waiver", "uses_net_state_pension_norm", 0, 1, 0, 1},
    {"local_tax_waiver", "extra_exemption_single", 0, 1'500, 0, 25},         // at most so much by law
    {"local_tax_waiver", "extra_exemption_single_parent", 0, 1'800, 0, 25},  // likewise
    {"local_tax_waiver", "extra_exemption_couple", 0, 2'000, 0, 25},         // likewise
    {"local_tax_waiver", "includes_entrepreneurs", 0, 1, 0, 1},
    {"local_tax_waiver", "deducts_childcare_costs", 0, 1, 0, 1},
    {"group_health_insurance", "contribution", 0, 0, 3, 1},
    {"goods_scheme", "mean_grant", 0, 0, 2, 1},
    {"child_package", "amount_per_child", 0, 0, 3, 1},
    {"adult_fund", "maximum_per_person", 0, 0, 3, 1},
    {"adult_fund", "mean_cost_per_person", 0, 0, 3, 1},
    {"energy_allowance", "amount", 0, 0, 3, 10},
    {"participation_budget", "applies_wealth_test", 0, 1, 0, 1},
    {"participation_budget", "includes_pensioners", 0, 1, 0, 1},
    {"participation_budget", "counts_assistance_as_claimed", 0, 1, 0, 1},
    {"participation_budget", "minimum_payment_per_month", 0, 250, 0, 5},
    {"participation_budget", "other_expenses_single", 0, 0, 1.5, 1},
    {"participation_budget", "other_expenses_couple", 0, 0, 1.5, 1},
    {"participation_budget", "other_expenses_per_child_single_parent", 0, 0, 3, 0.5},
    {"participation_budget", "other_expenses_per_child_couple", 0, 0, 3, 0.5},
    {"participation_budget", "health_costs_per_adult", 0, 0, 1.5, 1},
    {"tailored_budget", "mean_grant", 0, 0, 2, 10},
    {"tailored_budget", "budget_cap", 0, 500'000, 0, 5'000},
};

Range const* range_of(std::string_view scheme, std::string_view term)
{
    auto const found = std::find_if(std::begin(ranges), std::end(ranges), [&](Range const& range) {
        return range.term == term && (range.scheme == scheme || range.scheme == every_scheme);
    });
    return found == std::end(ranges) ? nullptr : found;
}

}  // namespace

std::vector<Slider> sliders_for(TermValues const& baseline)
{
    std::vector<Slider> sliders;
    for_each_term([&](auto scheme, auto, auto const& field, std::size_t number) {
        auto const* const range = range_of(decltype(scheme)::key, field.name);
        if (range == nullptr) {
            return;
        }
        double const now = baseline[number];
        double const up_to =
            range->times == 0 ? range->highest : std::ceil(range->times * now / range->step) * range->step;
        double const lowest = std::max(field.lowest, std::min(range->lowest, now));
        double const highest = std::min(field.highest, std::max(up_to, now));
        if (lowest < highest) {
            sliders.push_back({number, lowest, highest, range->step});
        }
    });
    return sliders;
}

WidestTerms widest_terms(rules::MunicipalTerms const& terms, std::vector<Slider> const& sliders)
{
    WidestTerms widest{terms, {}};
    widest.is_known.fill(true);
    for (auto const& slider : sliders) {
        for_each_term([&](auto scheme, auto index, auto const& field, std::size_t number) {
            if (number != slider.term) {
                return;
            }
            auto& of_scheme = std::get<index>(widest.terms);
            for (double const end : {slider.lowest, slider.highest}) {
                auto moved = of_scheme;
                field.of(moved) = end;
                widest.is_known[index] =
                    rules::widen<decltype(scheme)>(of_scheme, moved) && widest.is_known[index];
            }
        });
    }
    return widest;
}

}  // namespace minimasim::what_if
