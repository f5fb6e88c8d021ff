#include "sim/run/packages/overlay.hpp"

#include <bit>

#include "sim/base/loop_rows.hpp"

namespace minimasim::run {

namespace {

constexpr FieldMask known_fields = all_fields >> (32 - rules::municipal_field_count);

[[gnu::always_inline]] inline void gather(std::size_t count, std::uint32_t const* __restrict households,
                                          std::int32_t const* __restrict from, std::int32_t* __restrict to)
{
    for (std::size_t row = 0; row < count; ++row) {
        to[row] = from[households[row]];
    }
}

}  // namespace

Overlay::Overlay(MemberColumns const& base, population::Population const& population,
                 rules::Policy const& policy, takeup::NeedDraws const& draws)
    : Overlay(base, population, policy, takeup::Needs{})
{
    draws.needs(policy.municipal, own_[0].data(), own_[1].data(), own_[2].data());
}

Overlay::Overlay(MemberColumns const& base, population::Population const& population,
                 rules::Policy const& policy, takeup::Needs const& of_everybody)
    : base_(base)
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
}

std::vector<std::int32_t> const* Overlay::own(std::size_t field) const
{
    constexpr std::array own_fields{field_index(&rules::MunicipalHousehold::special_need_cents_per_year),
                                    field_index(&rules::MunicipalHousehold::goods_need_cents_per_year),
                                    field_index(&rules::MunicipalHousehold::crisis_need_cents_per_year),
                                    field_index(&rules::MunicipalHousehold::local_taxes_cents_per_year)};
    for (std::size_t i = 0; i < own_fields.size(); ++i) {
        if (own_fields[i] == field) {
            return &own_[i];
        }
    }
    return nullptr;
}

rules::MunicipalColumns Overlay::at(Block block, ColumnRoom& room, FieldMask fields) const
{
    std::size_t const rows = block.end - block.begin;
    auto* to = room.of(static_cast<std::size_t>(std::popcount(fields & known_fields)) * rows);
    rules::MunicipalColumns columns;
    columns.fill(to);
    for (std::size_t field = 0; field < rules::municipal_field_count; ++field) {
        if (auto const* const laid_over = own(field)) {
            columns[field] = laid_over->data() + block.begin;
        } else if (has_field(fields, field)) {
            base_.column(field).unpack(block.begin, rows, to);
            columns[field] = to;
            to += rows;
        }
    }
    return columns;
}

rules::MunicipalColumns Overlay::of(std::vector<std::uint32_t> const& households, ColumnRoom& room,
                                    FieldMask fields) const
{
    std::size_t const rows = households.size();
    auto* to = room.of(static_cast<std::size_t>(std::popcount(fields & known_fields)) * rows);
    rules::MunicipalColumns columns;
    columns.fill(to);
    for (std::size_t field = 0; field < rules::municipal_field_count; ++field) {
        if (!has_field(fields, field)) {
            continue;
        }
        if (auto const* const laid_over = own(field)) {
            run_with_best_instructions<gather>(rows, households.data(), laid_over->data(), to);
        } else {
            base_.column(field).gather(households.data(), rows, to);
        }
        columns[field] = to;
        to += rows;
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
