#pragma once

#include "sim/rules/municipal/scheme.hpp"

// Remission of local taxes (kwijtschelding gemeentelijke belastingen), Municipalities Act art. 255 and
// Implementing Regulation of the Collection of State Taxes Act 1990, art. 11-16: what is left of the
// assessment after available wealth and 80 % of a year's spending capacity above the norm.
namespace minimasim::rules::local_tax_waiver {

struct Terms {
    double is_active;
    double income_limit_share;  // costs of subsistence as a share of the norm; by law at most 1.00
    double uses_net_state_pension_norm;
    double capacity_share;
    double base_balance_single;
    double base_balance_single_parent;
    double base_balance_couple;
    double extra_exemption_single;
    double extra_exemption_single_parent;
    double extra_exemption_couple;
    double housing_floor_per_month;
    double care_norm_premium_single;
    double care_norm_premium_couple;
    double excludes_owners;
    double includes_entrepreneurs;
    double deducts_childcare_costs;
    double car_value_exempt;
};

inline constexpr TermField<Terms> fields[] = {
    {"is_active", Unit::yes_no, 0, 1, &Terms::is_active, Effect::widens},
    {"income_limit_share", Unit::share, 0.5, 3.0, &Terms::income_limit_share, Effect::widens},
    {"uses_net_state_pension_norm", Unit::yes_no, 0, 1, &Terms::uses_net_state_pension_norm, Effect::widens},
    {"capacity_share", Unit::share, 0, 1, &Terms::capacity_share, Effect::narrows},
    {"base_balance_single", Unit::euro, 0, 1e5, &Terms::base_balance_single, Effect::widens},
    {"base_balance_single_parent", Unit::euro, 0, 1e5, &Terms::base_balance_single_parent, Effect::widens},
    {"base_balance_couple", Unit::euro, 0, 1e5, &Terms::base_balance_couple, Effect::widens},
    {"extra_exemption_single", Unit::euro, 0, 1'500, &Terms::extra_exemption_single, Effect::widens},
    {"extra_exemption_single_parent", Unit::euro, 0, 1'800, &Terms::extra_exemption_single_parent,
     Effect::widens},
    {"extra_exemption_couple", Unit::euro, 0, 2'000, &Terms::extra_exemption_couple, Effect::widens},
    {"housing_floor_per_month", Unit::euro_per_month, 0, 1'000, &Terms::housing_floor_per_month,
     Effect::narrows},
    {"care_norm_premium_single", Unit::euro_per_month, 0, 500, &Terms::care_norm_premium_single,
     Effect::narrows},
    {"care_norm_premium_couple", Unit::euro_per_month, 0, 500, &Terms::care_norm_premium_couple,
     Effect::narrows},
    {"excludes_owners", Unit::yes_no, 0, 1, &Terms::excludes_owners, Effect::narrows},
    {"includes_entrepreneurs", Unit::yes_no, 0, 1, &Terms::includes_entrepreneurs, Effect::widens},
    {"deducts_childcare_costs", Unit::yes_no, 0, 1, &Terms::deducts_childcare_costs, Effect::widens},
    {"car_value_exempt", Unit::euro, 0, 1e5, &Terms::car_value_exempt, Effect::widens},
};

constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
{
    double const base = h.is_couple ? terms.base_balance_couple + terms.extra_exemption_couple
                        : h.is_single_parent
                            ? terms.base_balance_single_parent + terms.extra_exemption_single_parent
                            : terms.base_balance_single + terms.extra_exemption_single;
    // A car of more than the exempt value counts whole (Uitvoeringsregeling art. 12).
    double const car = h.car_value_cents > 100.0 * terms.car_value_exempt ? h.car_value_cents : 0;
    double const wealth = h.liquid_assets_cents + car - 100.0 * base;
    double const available_wealth = wealth > 0 ? wealth : 0;

    double const rent_above_floor = h.net_rent_cents_per_month - 100.0 * terms.housing_floor_per_month;
    double const norm_premium =
        100.0 * (h.is_couple ? terms.care_norm_premium_couple : terms.care_norm_premium_single);
    double const premium_above_norm = h.net_health_premium_cents_per_month - norm_premium;
    double const childcare = terms.deducts_childcare_costs > 0.5 ? h.net_childcare_cents_per_month : 0;
    double const spendable = h.income_cents_per_month - (rent_above_floor > 0 ? rent_above_floor : 0) -
                             (premium_above_norm > 0 ? premium_above_norm : 0) - childcare -
                             h.alimony_cents_per_month;

    double const norm = terms.uses_net_state_pension_norm > 0.5 &&
                                h.net_state_pension_norm_cents_per_month > h.norm_cents_per_month
                            ? h.net_state_pension_norm_cents_per_month
                            : h.norm_cents_per_month;
    double const monthly_capacity = spendable - terms.income_limit_share * norm;
    double const capacity = monthly_capacity > 0 ? 12 * monthly_capacity : 0;

    double const remission =
        h.local_taxes_cents_per_year - available_wealth - terms.capacity_share * capacity;
    auto const cents = static_cast<std::int32_t>((remission > 0 ? remission : 0) + 0.5);
    if (terms.is_active < 0.5) {
        return not_entitled(Reason::is_inactive);
    }
    if (h.is_owner && terms.excludes_owners > 0.5) {
        return not_entitled(Reason::is_owner);
    }
    if (h.is_student) {
        return not_entitled(Reason::is_student);
    }
    if (h.is_entrepreneur && terms.includes_entrepreneurs < 0.5) {
        return not_entitled(Reason::is_entrepreneur);
    }
    if (h.local_taxes_cents_per_year == 0) {
        return not_entitled(Reason::no_charge);
    }
    if (cents == 0) {
        double const own_means = available_wealth + terms.capacity_share * capacity;
        return not_entitled(Reason::means_cover_charge,
                            static_cast<std::int32_t>(own_means < 2e9 ? own_means : 2e9),
                            h.local_taxes_cents_per_year);
    }
    return entitled(cents);
}

struct Scheme : SchemeFacts {
    using Terms = local_tax_waiver::Terms;
    static constexpr char const* key = "local_tax_waiver";
    static constexpr char const* dutch_name = "Kwijtschelding gemeentelijke belastingen";
    static constexpr char const* english_name = "Local tax waiver";
    static constexpr char const* article =
        "Gemeentewet art. 255; Uitvoeringsregeling Invorderingswet 1990 art. 11-16";
    static constexpr char const* how_dutch =
        "de aanslag min het vermogen en 80 % van wat er boven de norm te besteden is";
    static constexpr char const* how_english =
        "the assessment less wealth and 80 % of what can be spent above the norm";
    static constexpr double highest_lawful_income_share = 1.0;
    static constexpr char const* law_on_income_share =
        "a municipality may not put the costs of subsistence above 100 % of the norm (Gemeentewet art. 255; "
        "Uitvoeringsregeling Invorderingswet 1990 art. 16). What it may do: raise "
        "local_tax_waiver.extra_exemption_single/_single_parent/_couple (at most 1,500, 1,800 and 2,000 "
        "euro), set "
        "local_tax_waiver.uses_net_state_pension_norm = 1, deduct childcare costs, or open remission to "
        "entrepreneurs";
    static constexpr EarlierCash earlier_cash = EarlierCash::not_read;
    static constexpr std::array reads{&MunicipalHousehold::norm_cents_per_month,
                                      &MunicipalHousehold::income_cents_per_month,
                                      &MunicipalHousehold::liquid_assets_cents,
                                      &MunicipalHousehold::car_value_cents,
                                      &MunicipalHousehold::net_rent_cents_per_month,
                                      &MunicipalHousehold::net_health_premium_cents_per_month,
                                      &MunicipalHousehold::alimony_cents_per_month,
                                      &MunicipalHousehold::net_childcare_cents_per_month,
                                      &MunicipalHousehold::local_taxes_cents_per_year,
                                      &MunicipalHousehold::net_state_pension_norm_cents_per_month,
                                      &MunicipalHousehold::is_couple,
                                      &MunicipalHousehold::is_single_parent,
                                      &MunicipalHousehold::is_student,
                                      &MunicipalHousehold::is_owner,
                                      &MunicipalHousehold::is_entrepreneur};
    static constexpr auto const& fields = local_tax_waiver::fields;
    static constexpr Entitlement entitlement(MunicipalHousehold const& h, Terms const& terms)
    {
        return local_tax_waiver::entitlement(h, terms);
    }
};

}  // namespace minimasim::rules::local_tax_waiver
