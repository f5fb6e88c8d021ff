#include "sim/rules/web/interface.hpp"

#include <array>
#include <cstddef>

#include "sim/rules/block.hpp"
#include "sim/rules/policy.hpp"
#include "sim/rules/web/column_names.hpp"

namespace minimasim::rules::web {

namespace {

constexpr std::size_t row_count = 1024;

template <class Number, std::size_t n>
using Columns = std::array<std::array<Number, row_count>, n>;

// What municipal_view leaves open.
constexpr std::int32_t MunicipalHousehold::*needs[] = {
    &MunicipalHousehold::years_on_low_income,         &MunicipalHousehold::expects_improvement,
    &MunicipalHousehold::special_need_cents_per_year, &MunicipalHousehold::goods_need_cents_per_year,
    &MunicipalHousehold::crisis_need_cents_per_year,  &MunicipalHousehold::given_expenses_cents_per_month,
};
constexpr std::size_t need_count = sizeof(needs) / sizeof(needs[0]);

constexpr std::size_t field_index(std::int32_t MunicipalHousehold::*field)
{
    std::size_t k = 0;
    while (municipal_fields[k] != field) {
        ++k;
    }
    return k;
}
constexpr std::size_t cash_column = field_index(&MunicipalHousehold::cash_support_cents_per_year);

constinit Columns<double, household_column_count> household_columns{};
constinit Columns<std::int32_t, need_count> need_columns{};
constinit Columns<std::int32_t, scheme_count> unclaimed_columns{};
constinit Columns<double, statutory_step_count> step_columns{};
constinit Columns<std::int32_t, municipal_field_count> view_columns{};
constinit Columns<std::int32_t, scheme_count> eligible_columns{};
constinit Columns<std::int32_t, scheme_count> cents_columns{};

// Calls visit(section, terms, fields) for every section in force.
template <class Visit>
constexpr void for_each_term_section(Policy& policy, Visit&& visit)
{
    for_each_section(policy.law, visit);
    for_each_municipal_section(policy, visit);
}

constexpr Policy empty_policy(bool is_of_2026)
{
    Policy policy{};
    policy.law.rent_allowance_has_2026_form = is_of_2026;
    return policy;
}

struct Term {
    char const* section = nullptr;
    char const* name = nullptr;
    Unit unit = Unit::count;
    double lowest = 0;
    double highest = 0;
};

template <bool is_of_2026>
constexpr std::size_t count_terms()
{
    auto policy = empty_policy(is_of_2026);
    std::size_t count = 0;
    for_each_term_section(
        policy, [&](char const*, auto&, auto const& fields) { count += sizeof(fields) / sizeof(fields[0]); });
    return count;
}

template <bool is_of_2026>
constexpr auto list_terms()
{
    std::array<Term, count_terms<is_of_2026>()> all{};
    auto policy = empty_policy(is_of_2026);
    std::size_t k = 0;
    for_each_term_section(policy, [&](char const* section, auto&, auto const& fields) {
        for (auto const& field : fields) {
            all[k++] = {section, field.name, field.unit, field.lowest, field.highest};
        }
    });
    return all;
}

constexpr auto terms_until_2025 = list_terms<false>();
constexpr auto terms_of_2026 = list_terms<true>();

constinit Policy policy = empty_policy(false);
constinit std::array<double, terms_until_2025.size() + terms_of_2026.size()> term_values{};

bool has_2026_form()
{
    return policy.law.rent_allowance_has_2026_form;
}

Term term(std::int32_t k)
{
    if (k < 0 || k >= term_count()) {
        return {};
    }
    return has_2026_form() ? terms_of_2026[k] : terms_until_2025[k];
}

void take_terms()
{
    std::size_t k = 0;
    for_each_term_section(policy, [&](char const*, auto& terms_of_section, auto const& fields) {
        for (auto const& field : fields) {
            field.of(terms_of_section) = term_values[k++];
        }
    });
}

template <class Pointers, class Number, std::size_t n>
Pointers addresses(Columns<Number, n>& columns)
{
    Pointers pointers{};
    for (std::size_t k = 0; k < n; ++k) {
        pointers[k] = columns[k].data();
    }
    return pointers;
}

template <class Number, std::size_t n>
void* address_in(Columns<Number, n>& columns, std::int32_t k)
{
    return k >= 0 && static_cast<std::size_t>(k) < n ? columns[k].data() : nullptr;
}

void add_needs(std::size_t count)
{
    for (std::size_t k = 0; k < need_count; ++k) {
        auto& of_view = view_columns[field_index(needs[k])];
        for (std::size_t row = 0; row < count; ++row) {
            of_view[row] = need_columns[k][row];
        }
    }
}

void add_cash(std::size_t scheme, std::size_t count)
{
    for (std::size_t row = 0; row < count; ++row) {
        view_columns[cash_column][row] +=
            unclaimed_columns[scheme][row] != 0 ? 0 : cents_columns[scheme][row];
    }
}

}  // namespace

#pragma GCC visibility push(default)

std::int32_t rows()
{
    return row_count;
}

std::int32_t column_count(std::int32_t group)
{
    switch (static_cast<Group>(group)) {
        case Group::household:
            return household_column_count;
        case Group::need:
            return need_count;
        case Group::step:
            return statutory_step_count;
        case Group::view:
            return municipal_field_count;
        case Group::unclaimed:
        case Group::eligible:
        case Group::cents_per_year:
            return scheme_count;
    }
    return 0;
}

char const* column_name(std::int32_t group, std::int32_t k)
{
    if (k < 0 || k >= column_count(group)) {
        return nullptr;
    }
    switch (static_cast<Group>(group)) {
        case Group::household:
            return household_column_names[k].text;
        case Group::need:
            return municipal_field_names[field_index(needs[k])];
        case Group::step:
            return statutory_steps[k].name;
        case Group::view:
            return municipal_field_names[k];
        case Group::unclaimed:
        case Group::eligible:
        case Group::cents_per_year:
            return schemes[k].key;
    }
    return nullptr;
}

void* column(std::int32_t group, std::int32_t k)
{
    switch (static_cast<Group>(group)) {
        case Group::household:
            return address_in(household_columns, k);
        case Group::need:
            return address_in(need_columns, k);
        case Group::unclaimed:
            return address_in(unclaimed_columns, k);
        case Group::step:
            return address_in(step_columns, k);
        case Group::view:
            return address_in(view_columns, k);
        case Group::eligible:
            return address_in(eligible_columns, k);
        case Group::cents_per_year:
            return address_in(cents_columns, k);
    }
    return nullptr;
}

void set_rent_allowance_form(std::int32_t is_of_2026)
{
    policy.law.rent_allowance_has_2026_form = is_of_2026 != 0;
    term_values = {};
}

std::int32_t term_count()
{
    return has_2026_form() ? terms_of_2026.size() : terms_until_2025.size();
}

double* terms()
{
    return term_values.data();
}

char const* term_section(std::int32_t k)
{
    return term(k).section;
}

char const* term_name(std::int32_t k)
{
    return term(k).name;
}

char const* term_unit(std::int32_t k)
{
    return to_text(term(k).unit);
}

double term_lowest(std::int32_t k)
{
    return term(k).lowest;
}

double term_highest(std::int32_t k)
{
    return term(k).highest;
}

void work_out(std::int32_t count)
{
    std::size_t const households = count < 0 ? 0 : count > rows() ? row_count : count;
    take_terms();
    auto const columns = addresses<HouseholdColumns>(household_columns);
    auto const steps = addresses<StatutoryColumns>(step_columns);
    statutory_income_of_block(columns, households, policy.law, steps);
    municipal_view_of_block(columns, steps, households, policy.law,
                            addresses<MunicipalColumnsOut>(view_columns));
    add_needs(households);
    auto const views = addresses<MunicipalColumns>(view_columns);
    for_each_scheme([&](auto scheme, auto index) {
        using S = decltype(scheme);
        auto const& terms_of_scheme = terms_of<S>(policy.municipal);
        evaluate<S>(views, households, terms_of_scheme, eligible_columns[index].data(),
                    cents_columns[index].data());
        if (S::is_cash && terms_of_scheme.is_active > 0.5) {
            add_cash(index, households);
        }
    });
}

#pragma GCC visibility pop

}  // namespace minimasim::rules::web
