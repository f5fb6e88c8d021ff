#include "sim/run/member_columns.hpp"

#include <algorithm>

#include "sim/rules/statutory/statutory.hpp"
#include "sim/run/household_view.hpp"

namespace minimasim::run {

namespace {

// Cents in 32 bits: fortunes and incomes above 20 million euro stand at that ceiling, far above every limit.
std::int32_t narrow_cents(double euro)
{
    constexpr double ceiling = 20e6;
    return static_cast<std::int32_t>(to_cents(std::clamp(euro, -ceiling, ceiling)));
}

// A full net state pension for this form of household, holiday allowance in, as incomes and norms have it.
double net_state_pension_norm(bool is_couple, rules::Law const& law)
{
    auto const& pension = law.state_pension;
    double const gross = is_couple ? 2 * (pension.gross_partner + pension.holiday_partner)
                                   : pension.gross_single + pension.holiday_single;
    return rules::state_pension_net_of_contribution(gross, law.health_contribution);
}

rules::MunicipalHousehold municipal_view(rules::Household const& h, rules::StatutoryIncome const& income,
                                         rules::Policy const& policy)
{
    rules::MunicipalHousehold m;
    bool const has_pensioner = rules::has_pensioner(h, policy.law.state_pension);
    double const net_income = income.net_income_per_month + income.social_assistance_received_per_month;
    bool const rents = h.tenure != rules::Tenure::owner;
    m.norm_cents_per_month = narrow_cents(income.form_norm_per_month);
    m.income_cents_per_month = narrow_cents(net_income);
    m.disposable_cents_per_month = narrow_cents(income.disposable_income_per_month);
    m.liquid_assets_cents = narrow_cents(h.liquid_assets);
    m.housing_costs_cents_per_month = narrow_cents(income.housing_costs_per_month);
    // Rent counts up to the highest that allowance is paid for (Uitvoeringsregeling Invorderingswet 1990 art.
    // 15).
    double const counted_rent = std::min(h.rent_per_month, policy.law.rent_allowance.highest_rent);
    m.net_rent_cents_per_month =
        narrow_cents(rents ? counted_rent - income.rent_allowance_received_per_month : 0);
    m.net_health_premium_cents_per_month =
        narrow_cents(h.health_premium_per_month - income.health_care_allowance_received_per_month);
    m.local_taxes_cents_per_year = narrow_cents(
        rules::local_taxes_per_year(rules::persons(h), !rents, h.woz_value, policy.local_charges));
    m.net_state_pension_norm_cents_per_month =
        has_pensioner ? narrow_cents(net_state_pension_norm(h.is_couple, policy.law)) : 0;
    m.adults = rules::adults(h);
    m.children = rules::children(h);
    m.youngest_adult_age = h.is_couple ? std::min(h.claimant.age, h.partner.age) : h.claimant.age;
    m.is_couple = h.is_couple ? 1 : 0;
    m.is_single_parent = !h.is_couple && m.children > 0 ? 1 : 0;
    m.has_pensioner = has_pensioner ? 1 : 0;
    m.is_student = h.claimant.is_student && (!h.is_couple || h.partner.is_student) ? 1 : 0;
    m.is_owner = rents ? 0 : 1;
    m.lives_in_institution = h.lives_in_institution ? 1 : 0;
    return m;
}

}  // namespace

rules::MunicipalColumns MemberColumns::all() const
{
    rules::MunicipalColumns columns{};
    for (std::size_t field = 0; field < rules::municipal_field_count; ++field) {
        columns[field] = column(field);
    }
    return columns;
}

MemberColumns make_columns(population::Population const& population,
                           std::vector<rules::StatutoryClaims> const& claims, rules::Policy const& policy,
                           int year, outcomes::Cells const& cells)
{
    MemberColumns columns;
    std::size_t const households = population.size();
    columns.households = households;
    columns.values.resize(rules::municipal_field_count * households);
    columns.poverty.resize(households);
    columns.cells.resize(households);
    for (std::size_t i = 0; i < households; ++i) {
        auto h = view_of(population, i, policy.law, year);
        h.claims = claims[i];
        add_household_costs(h, policy.household_costs);
        auto const income = rules::statutory_income(h, policy.law);
        auto m = municipal_view(h, income, policy);
        m.years_on_low_income = population.years_on_low_income[i];
        m.expects_improvement = population.expects_improvement[i];
        for (std::size_t field = 0; field < rules::municipal_field_count; ++field) {
            columns.values[field * households + i] = m.*rules::municipal_fields[field];
        }
        columns.poverty[i] =
            outcomes::poverty_position(h, income.disposable_income_per_month, policy.law.poverty_line);
        auto const profile = population.persons.profile[population.person_begin[i]];
        columns.cells[i] = outcomes::cells_of(
            cells, population.neighbourhood[i], profile, population.type[i],
            outcomes::norm_band(m.income_cents_per_month, m.norm_cents_per_month), population.main_source[i]);
    }
    return columns;
}

}  // namespace minimasim::run
