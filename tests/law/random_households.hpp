#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

#include "sim/base/draw.hpp"
#include "sim/rules/law.hpp"
#include "tests/law/second_reading/answers.hpp"

// Random households for comparisons of rules: most of them ordinary, many on a limit, a cent below or a cent
// above it.
namespace minimasim::test {

// The draws of one household.
class Draws {
  public:
    Draws(std::uint64_t seed, std::uint32_t household) : seed_(seed), household_(household) {}

    double share() { return uniform(seed_, Stream::amounts, 0, household_, draw_++, 0); }

    int whole(int low, int high)
    {
        return low + static_cast<int>(share() * (static_cast<double>(high) - low + 1));
    }

    bool happens(double chance) { return share() < chance; }

    template <class Choices>
    auto one_of(Choices const& choices)
    {
        return choices[static_cast<std::size_t>(whole(0, static_cast<int>(std::size(choices)) - 1))];
    }

    double euro(double low, double high) { return std::round(100 * (low + share() * (high - low))) / 100; }

    // On the limit, a cent below or a cent above.
    double near(double limit) { return std::max(0.0, std::round(100 * limit + whole(-1, 1)) / 100); }

  private:
    std::uint64_t seed_;
    std::uint32_t household_;
    std::uint32_t draw_ = 0;
};

// Amounts at which a rule of this law turns.
struct Edges {
    std::vector<double> incomes;  // a year
    std::vector<double> wealth;
    std::vector<double> rents;

    explicit Edges(rules::Law const& law)
    {
        auto const& credits = law.tax_credits;
        auto const& norms = law.social_assistance;
        auto const& rent = law.rent_allowance;
        auto const& old = law.rent_allowance_until_2025;
        incomes = {law.income_tax.limit_1,
                   law.income_tax.limit_2,
                   law.income_tax.limit_1_born_before_1946,
                   credits.general_threshold,
                   credits.labour_upper_1,
                   credits.labour_upper_2,
                   credits.labour_upper_3,
                   credits.labour_upper_4,
                   credits.combination_threshold,
                   credits.elderly_threshold,
                   law.health_contribution.highest_income,
                   law.health_care_allowance.threshold_income,
                   law.child_budget.threshold_single,
                   law.child_budget.threshold_partners,
                   12 * norms.norm_single,
                   12 * norms.norm_couple,
                   12 * norms.norm_single_pension_age,
                   12 * 0.7 * 1.08 * law.minimum_wage.reference_month,
                   12 * 1.08 * law.minimum_wage.reference_month,
                   law.childcare.income_upper[0],
                   law.childcare.income_upper[20],
                   law.childcare.income_upper[48]};
        wealth = {norms.wealth_limit_single,
                  norms.wealth_limit_family,
                  law.health_care_allowance.wealth_limit_single,
                  law.health_care_allowance.wealth_limit_partners,
                  rent.wealth_limit_per_person,
                  2 * rent.wealth_limit_per_person,
                  law.poverty_line.wealth_limit_single,
                  law.poverty_line.wealth_limit_couple_2_children};
        rents = {rent.highest_rent, rent.quality_limit, rent.cap_1_or_2_persons, rent.cap_3_or_more_persons};
        if (law.rent_allowance_has_2026_form) {
            auto const& form = law.rent_allowance_2026;
            incomes.insert(incomes.end(), {form.income_point_one_person, form.income_point_more_persons});
            rents.insert(rents.end(), {form.base_rent_one_person, form.base_rent_more_persons});
        } else {
            incomes.insert(incomes.end(),
                           {old.one_person_income_point, old.more_persons_income_point,
                            old.one_pensioner_income_point, old.more_persons_pensioner_income_point});
            rents.insert(rents.end(), {old.highest_rent_under_23,
                                       old.one_person_lowest_norm_rent - old.base_rent_reduction});
        }
    }
};

inline double draw_income(Draws& draws, Edges const& edges)
{
    switch (draws.whole(0, 9)) {
        case 0:
            return draws.near(draws.one_of(edges.incomes));
        case 1:
            return draws.one_of(std::vector<double>{0.01, 1, 999'999.99, 2'500'000});
        case 2:
            return draws.euro(0, 200'000);
        case 3:
        case 4:
            return draws.whole(1, 70'000);
        default:
            return draws.euro(0, 45'000);
    }
}

inline int draw_age(Draws& draws)
{
    static std::vector<int> const edges{18, 20, 21, 22, 23, 26, 27, 60, 66, 67, 68, 79, 99};
    return draws.happens(0.4) ? draws.one_of(edges) : draws.whole(18, 95);
}

inline second_reading::Adult draw_adult(Draws& draws, Edges const& edges, rules::Law const& law, int year)
{
    second_reading::Adult adult;
    adult.age = draw_age(draws);
    adult.birth_year = year - adult.age - (draws.happens(0.2) ? 1 : 0);
    bool const is_pensioner = adult.age >= law.state_pension.pension_age;
    adult.receives_state_pension = is_pensioner && draws.happens(0.95);
    adult.state_pension_build_up = draws.happens(0.8) ? 1 : draws.whole(0, 50) / 50.0;
    if (draws.happens(is_pensioner ? 0.1 : 0.55)) {
        adult.wage = draw_income(draws, edges);
    }
    if (draws.happens(0.08)) {
        adult.profit = draw_income(draws, edges);
    }
    if (draws.happens(is_pensioner ? 0.7 : 0.03)) {
        adult.pension = draw_income(draws, edges);
    }
    if (!is_pensioner && draws.happens(0.1)) {
        adult.unemployment_benefit = draw_income(draws, edges);
    }
    if (!is_pensioner && draws.happens(0.12)) {
        adult.disability_benefit = draw_income(draws, edges);
    }
    adult.is_student = draws.happens(adult.age < 30 ? 0.3 : 0.02);
    adult.is_young_disabled = draws.happens(0.08);
    adult.is_medically_limited = draws.happens(0.1);
    return adult;
}

inline void draw_childcare(Draws& draws, rules::Law const& law, second_reading::Child& child)
{
    static std::vector<std::string> const types{"daycare", "after_school", "childminder"};
    auto const& terms = law.childcare;
    std::vector<double> const hours{10, 60, 60, 122, terms.highest_hours, terms.highest_hours + 1};
    std::vector<double> const rates{terms.highest_rate_daycare, terms.highest_rate_after_school,
                                    terms.highest_rate_childminder};
    child.childcare_type = draws.one_of(types);
    child.childcare_hours_per_month = draws.happens(0.1) ? 1 : draws.one_of(hours);
    child.childcare_rate_per_hour = draws.happens(0.5) ? draws.near(draws.one_of(rates)) : draws.euro(1, 20);
}

inline void draw_home(Draws& draws, Edges const& edges, second_reading::Household& h)
{
    static std::vector<std::string> const tenures{"rent_social", "rent_social", "rent_private", "owner"};
    static std::vector<double> const service_costs{0, 0, 0, 11.99, 12, 47.99, 48, 48.01, 90};
    h.tenure = draws.one_of(tenures);
    h.service_costs_per_month = draws.one_of(service_costs);
    h.rent_per_month = draws.happens(0.05)  ? 0
                       : draws.happens(0.5) ? draws.near(draws.one_of(edges.rents))
                                            : draws.euro(150, 1'100);
    if (draws.happens(0.2)) {
        double const counted = std::min(48.0, h.service_costs_per_month);
        h.rent_per_month = std::max(0.0, std::round(100 * (h.rent_per_month - counted)) / 100);
    }
    if (h.tenure == "owner") {
        h.woz_value = 1'000.0 * draws.whole(80, 900);
        h.mortgage_interest_per_year = draws.happens(0.6) ? draws.euro(0, 25'000) : 0;
        h.mortgage_per_month = draws.euro(0, 2'000);
        h.home_equity = draws.happens(0.3) ? draws.near(65'000) : draws.euro(0, 300'000);
    }
    h.energy_per_month = draws.euro(0, 400);
    h.water_per_month = draws.whole(0, 40);
    h.health_premium_per_month = draws.euro(0, 350);
    h.adapted_dwelling = draws.happens(0.05);
    h.lives_in_institution = draws.happens(0.03);
}

inline second_reading::Household draw_household(Draws& draws, Edges const& edges, rules::Law const& law,
                                                int year)
{
    static std::vector<int> const child_counts{0, 0, 0, 0, 1, 1, 2, 2, 3, 5, 8};
    static std::vector<int> const child_ages{0, 3, 5, 6, 8, 11, 12, 13, 15, 16, 17};
    second_reading::Household h;
    h.adults.push_back(draw_adult(draws, edges, law, year));
    if (draws.happens(0.45)) {
        h.adults.push_back(draw_adult(draws, edges, law, year));
        if (draws.happens(0.05)) {
            h.adults[1].wage = h.adults[0].wage;
        }
    }
    bool const has_childcare = draws.happens(0.3);
    for (int n = draws.one_of(child_counts); n > 0; --n) {
        second_reading::Child child;
        child.age = draws.one_of(child_ages);
        if (has_childcare && child.age < 13 && draws.happens(0.7)) {
            draw_childcare(draws, law, child);
        }
        h.children.push_back(child);
    }
    for (int n = draws.happens(0.2) ? draws.whole(1, 4) : 0; n > 0; --n) {
        auto co_resident = draw_adult(draws, edges, law, year);
        co_resident.receives_state_pension = false;
        h.co_residents.push_back(co_resident);
    }
    draw_home(draws, edges, h);
    h.liquid_assets = draws.happens(0.35)   ? draws.near(draws.one_of(edges.wealth))
                      : draws.happens(0.03) ? 20'000'000
                                            : draws.euro(0, draws.happens(0.5) ? 7'000 : 200'000);
    if (h.tenure == "owner" && draws.happens(0.3)) {
        // Together with the equity above the exemption on the limit of assistance.
        auto const& terms = law.social_assistance;
        double const limit = draws.happens(0.5) ? terms.wealth_limit_single : terms.wealth_limit_family;
        h.liquid_assets = draws.euro(0, limit);
        h.home_equity = draws.near(terms.home_equity_exemption + limit - h.liquid_assets);
    }
    h.claims_supplementary_benefit = draws.happens(0.7);
    return h;
}

}  // namespace minimasim::test
