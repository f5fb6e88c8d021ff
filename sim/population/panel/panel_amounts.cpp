// What the plausibility panel measures of incomes, savings, costs and debts.

#include <algorithm>
#include <array>
#include <numeric>

#include "sim/population/panel/panel.hpp"

namespace minimasim::population {

namespace {

using Measures = std::map<std::string, PanelMeasure>;
using Holds = std::function<bool(Population const&, std::size_t)>;

constexpr std::int32_t liberalisation_limit_cents = 80'806;  // 808.06 euro a month, 2023

double share_of(Population const& p, Holds const& in, Holds const& of)
{
    double part = 0;
    double whole = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (of(p, i)) {
            part += in(p, i) ? 1 : 0;
            whole += 1;
        }
    }
    return whole > 0 ? part / whole : 0;
}

bool is_any(Population const& /*population*/, std::size_t /*household*/)
{
    return true;
}

bool is_up_to_p40(Population const& p, std::size_t i)
{
    return p.income_class[i] <= IncomeClass::up_to_p40;
}

bool is_above_p40(Population const& p, std::size_t i)
{
    return !is_up_to_p40(p, i);
}

bool is_owner(Population const& p, std::size_t i)
{
    return p.tenure[i] == Tenure::owner;
}

Holds is_type(HouseholdType type)
{
    return [type](Population const& p, std::size_t i) { return p.type[i] == type; };
}

Holds has_source(Source source)
{
    return [source](Population const& p, std::size_t i) { return p.main_source[i] == source; };
}

Holds is_headed_at(int first, int last)
{
    return [=](Population const& p, std::size_t i) {
        int const age = p.persons.age[p.person_begin[i]];
        return age >= first && age <= last;
    };
}

// Quantile of savings, euro, among households with a balance of a group.
double savings_quantile(Population const& p, Holds const& of, double probability)
{
    std::vector<std::int32_t> amounts;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (p.liquid_assets_cents[i] > 0 && of(p, i)) {
            amounts.push_back(p.liquid_assets_cents[i]);
        }
    }
    if (amounts.empty()) {
        return 0;
    }
    auto const place =
        amounts.begin() + static_cast<std::ptrdiff_t>(probability * static_cast<double>(amounts.size() - 1));
    std::nth_element(amounts.begin(), place, amounts.end());
    return *place / 100.0;
}

double mean_savings(Population const& p, Holds const& of)
{
    double sum = 0;
    double households = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (p.liquid_assets_cents[i] > 0 && of(p, i)) {
            sum += p.liquid_assets_cents[i] / 100.0;
            households += 1;
        }
    }
    return sum / std::max(1.0, households);
}

void add_savings(Measures& measures)
{
    std::map<std::string, Holds> const groups{
        {"all", is_any},
        {"one_person", is_type(HouseholdType::one_person)},
        {"lone_parent", is_type(HouseholdType::single_parent)},
        {"couple_without_children", is_type(HouseholdType::couple_without_children)},
        {"couple_with_children", is_type(HouseholdType::couple_with_children)},
        {"under_25", is_headed_at(0, 24)},
        {"25_34", is_headed_at(25, 34)},
        {"35_44", is_headed_at(35, 44)},
        {"45_54", is_headed_at(45, 54)},
        {"55_64", is_headed_at(55, 64)},
        {"65_74", is_headed_at(65, 74)},
        {"75_84", is_headed_at(75, 84)}};
    for (auto const& [name, holds] : groups) {
        auto const of = holds;
        measures["savings.median." + name] = [of](Population const& p) {
            return savings_quantile(p, of, 0.5);
        };
        measures["savings.mean." + name] = [of](Population const& p) { return mean_savings(p, of); };
    }
    measures["savings.upper_quartile_over_median.all"] = [](Population const& p) {
        return savings_quantile(p, is_any, 0.75) / std::max(1.0, savings_quantile(p, is_any, 0.5));
    };
}

// Share of a group at or below the fortieth percentile over that of all households: levels of a municipality
// are its own, differences between groups are compared.
PanelMeasure relative_low_income(Holds const& of)
{
    return [of](Population const& p) {
        return share_of(p, is_up_to_p40, of) / std::max(1e-9, share_of(p, is_up_to_p40, is_any));
    };
}

// Persons of households of a group on a low income: the part for whom it lasts four years or more. Up to 110
// % of the minimum stands for the low-income limit of the table, which has no students and hardly any
// pensioners below it: a full state pension lies above that limit.
PanelMeasure long_low_income(Holds const& of)
{
    return [of](Population const& p) {
        double part = 0;
        double whole = 0;
        for (std::size_t i = 0; i < p.size(); ++i) {
            auto const source = p.main_source[i];
            if (p.income_class[i] <= IncomeClass::up_to_110 && source != Source::student &&
                source != Source::pension && of(p, i)) {
                double const persons = p.person_begin[i + 1] - p.person_begin[i];
                whole += persons;
                part += p.years_on_low_income[i] >= 4 ? persons : 0;
            }
        }
        return part / std::max(1.0, whole);
    };
}

void add_incomes(Measures& measures)
{
    std::map<std::string, Holds> const groups{
        {"one_person", is_type(HouseholdType::one_person)},
        {"lone_parent", is_type(HouseholdType::single_parent)},
        {"couple_no_children", is_type(HouseholdType::couple_without_children)},
        {"couple_with_children", is_type(HouseholdType::couple_with_children)},
        {"employee", has_source(Source::employee)},
        {"self_employed", has_source(Source::self_employed)},
        {"disability_benefit", has_source(Source::disability_benefit)},
        {"pension", has_source(Source::pension)}};
    for (auto const& [name, of] : groups) {
        measures["income.up_to_p40_over_all." + name] = relative_low_income(of);
    }
    // Odds, because a ratio of shares moves with how many own and how many have a high income, which are the
    // municipality's own margins.
    measures["owners.up_to_p40_odds_ratio"] = [](Population const& p) {
        double const low = share_of(p, is_owner, is_up_to_p40);
        double const high = share_of(p, is_owner, is_above_p40);
        return low * (1 - high) / std::max(1e-9, high * (1 - low));
    };
    measures["low_income.four_years.all"] = long_low_income(is_any);
    measures["low_income.four_years.lone_parent"] = long_low_income(is_type(HouseholdType::single_parent));
    measures["low_income.four_years.couple_with_children"] =
        long_low_income(is_type(HouseholdType::couple_with_children));
    measures["low_income.four_years.working"] = long_low_income([](Population const& p, std::size_t i) {
        return p.main_source[i] == Source::employee || p.main_source[i] == Source::self_employed;
    });
}

double mean_of(Population const& p, std::vector<std::int32_t> const& cents, Holds const& of)
{
    double sum = 0;
    double households = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (of(p, i)) {
            sum += cents[i] / 100.0;
            households += 1;
        }
    }
    return sum / std::max(1.0, households);
}

Holds holds_persons(std::uint32_t count)
{
    return [count](Population const& p, std::size_t i) {
        return p.person_begin[i + 1] - p.person_begin[i] == count;
    };
}

bool is_corporation_tenant(Population const& p, std::size_t i)
{
    return p.tenure[i] == Tenure::rent_social;
}

void add_costs(Measures& measures)
{
    measures["energy.three_over_one_person"] = [](Population const& p) {
        return mean_of(p, p.energy_cents_per_month, holds_persons(3)) /
               std::max(1.0, mean_of(p, p.energy_cents_per_month, holds_persons(1)));
    };
    measures["rent.mean.corporation"] = [](Population const& p) {
        return mean_of(p, p.rent_cents_per_month, is_corporation_tenant);
    };
    measures["rent.corporation_above_limit"] = [](Population const& p) {
        return share_of(
            p,
            [](Population const& q, std::size_t i) {
                return q.rent_cents_per_month[i] > liberalisation_limit_cents;
            },
            is_corporation_tenant);
    };
}

bool has_no_employee(Population const& p, std::size_t i)
{
    auto const& source = p.persons.source;
    return std::find(source.begin() + p.person_begin[i], source.begin() + p.person_begin[i + 1],
                     Source::employee) == source.begin() + p.person_begin[i + 1];
}

bool has_children(Population const& p, std::size_t i)
{
    return p.type[i] == HouseholdType::couple_with_children || p.type[i] == HouseholdType::single_parent;
}

bool has_debts(Population const& p, std::size_t i)
{
    return p.has_problem_debts[i] != 0;
}

bool has_no_debts(Population const& p, std::size_t i)
{
    return p.has_problem_debts[i] == 0;
}

void add_debts(Measures& measures)
{
    measures["debts.without_employee.with"] = [](Population const& p) {
        return share_of(p, has_no_employee, has_debts);
    };
    measures["debts.without_employee.without"] = [](Population const& p) {
        return share_of(p, has_no_employee, has_no_debts);
    };
    measures["debts.with_children.with"] = [](Population const& p) {
        return share_of(p, has_children, has_debts);
    };
}

}  // namespace

// Called by panel_measures().
void add_amount_measures(Measures& measures)
{
    add_savings(measures);
    add_incomes(measures);
    add_costs(measures);
    add_debts(measures);
}

}  // namespace minimasim::population
