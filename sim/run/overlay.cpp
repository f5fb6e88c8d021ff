#include "sim/run/overlay.hpp"

namespace minimasim::run {

Overlay::Overlay(MemberColumns const& base, population::Population const& population,
                 rules::Policy const& policy, takeup::NeedDraws const& draws)
    : Overlay(base, population, policy, takeup::Needs{})
{
    draws.needs(policy.municipal, own_[0].data(), own_[1].data(), own_[2].data());
}

Overlay::Overlay(MemberColumns const& base, population::Population const& population,
                 rules::Policy const& policy, takeup::Needs const& of_everybody)
    : columns_(base.all())
{
    std::size_t const n = base.households;
    own_[0].assign(n, of_everybody.special_cents_per_year);
    own_[1].assign(n, of_everybody.goods_cents_per_year);
    own_[2].assign(n, of_everybody.crisis_cents_per_year);
    own_[3].resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        bool const is_owner = population.tenure[i] == population::Tenure::owner;
        int const persons = static_cast<int>(population.person_begin[i + 1] - population.person_begin[i]);
        own_[3][i] = rules::cents_of(rules::local_taxes_per_year(
            persons, is_owner, population.woz_value_euro[i], policy.local_charges));
    }
    columns_[field_index(&rules::MunicipalHousehold::special_need_cents_per_year)] = own_[0].data();
    columns_[field_index(&rules::MunicipalHousehold::goods_need_cents_per_year)] = own_[1].data();
    columns_[field_index(&rules::MunicipalHousehold::crisis_need_cents_per_year)] = own_[2].data();
    columns_[field_index(&rules::MunicipalHousehold::local_taxes_cents_per_year)] = own_[3].data();
}

rules::MunicipalColumns Overlay::at(std::size_t begin) const
{
    auto columns = columns_;
    for (auto& column : columns) {
        column += begin;
    }
    return columns;
}

takeup::NeedDraws need_draws(Setting const& setting, Member const& member, std::uint32_t replicate)
{
    return member.household_numbers.empty()
               ? takeup::NeedDraws(setting.seed, member.number, replicate, member.population.size())
               : takeup::NeedDraws(setting.seed, member.number, replicate, member.household_numbers);
}

bool changes_needs_or_charges(rules::Policy const& package, rules::Policy const& baseline)
{
    auto const charged = [](rules::LocalChargesTerms const& charges) {
        return std::array{charges.waste_one_person, charges.waste_more_persons, charges.sewer_user,
                          charges.property_tax_share_of_woz};
    };
    return takeup::terms_of_needs(package.municipal) != takeup::terms_of_needs(baseline.municipal) ||
           charged(package.local_charges) != charged(baseline.local_charges);
}

}  // namespace minimasim::run
