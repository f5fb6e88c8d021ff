#include "sim/what_if/scheme_table.hpp"

#include <algorithm>
#include <utility>

namespace minimasim::what_if {

namespace {

using rules::municipal_field_count;
using rules::MunicipalHousehold;

using Field = std::int32_t MunicipalHousehold::*;

// Calls visit(scheme) for the scheme with this number.
template <class Visit>
void with_scheme(std::size_t scheme, Visit&& visit)
{
    rules::for_each_scheme([&](auto of_type, auto index) {
        if (index == scheme) {
            visit(of_type, index);
        }
    });
}

template <class Scheme>
constexpr bool does_read(Field field)
{
    return Scheme::reads.size() == 0 ||
           std::any_of(Scheme::reads.begin(), Scheme::reads.end(), [&](Field read) { return read == field; });
}

template <class Number>
std::vector<Number> rows_of(std::vector<std::int32_t> const& column, std::vector<std::uint32_t> const& rows)
{
    std::vector<Number> values(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        values[i] = static_cast<Number>(column[rows[i]]);
    }
    return values;
}

std::vector<double> terms_of_scheme(std::size_t scheme, rules::MunicipalTerms const& terms)
{
    std::vector<double> values;
    with_scheme(scheme, [&](auto of_type, auto index) {
        for (auto const& field : decltype(of_type)::fields) {
            values.push_back(field.of(std::get<index>(terms)));
        }
    });
    return values;
}

}  // namespace

bool reads(std::size_t scheme, Field field)
{
    bool is_read = false;
    with_scheme(scheme, [&](auto of_type, auto) { is_read = does_read<decltype(of_type)>(field); });
    return is_read;
}

bool is_drawn(Field field)
{
    return field == &MunicipalHousehold::special_need_cents_per_year ||
           field == &MunicipalHousehold::goods_need_cents_per_year ||
           field == &MunicipalHousehold::crisis_need_cents_per_year ||
           field == &MunicipalHousehold::local_taxes_cents_per_year ||
           field == &MunicipalHousehold::cash_support_cents_per_year;
}

SchemeTable::SchemeTable(Payload const& payload, std::size_t scheme, bool then)
    : payload_(payload), scheme_(scheme)
{
    auto const& reached = payload.column(then ? Column::reached_then : Column::reached_by);
    for (std::size_t i = 0; i < payload.households; ++i) {
        if ((static_cast<std::uint32_t>(reached[i]) >> scheme) & 1U) {
            households_.push_back(static_cast<std::uint32_t>(i));
        }
    }
    numbers_ = rows_of<std::uint32_t>(payload.column(Column::number), households_);
    for (std::size_t field = 0; field < municipal_field_count; ++field) {
        if (reads(scheme, rules::municipal_fields[field])) {
            reads_drawn_ = reads_drawn_ || is_drawn(rules::municipal_fields[field]);
            fields_[field] =
                rows_of<std::int32_t>(then ? payload.then(field) : payload.now(field), households_);
        }
    }
}

std::int32_t const* SchemeTable::drawn(std::size_t field, Overlay const& overlay)
{
    auto& values = fields_[field];
    auto const take = [&](std::vector<std::int32_t> const& column) {
        for (std::size_t i = 0; i < households_.size(); ++i) {
            values[i] = column[households_[i]];
        }
    };
    auto const which = rules::municipal_fields[field];
    if (which == &MunicipalHousehold::special_need_cents_per_year) {
        take(overlay.needs->special);
    } else if (which == &MunicipalHousehold::goods_need_cents_per_year) {
        take(overlay.needs->goods);
    } else if (which == &MunicipalHousehold::crisis_need_cents_per_year) {
        take(overlay.needs->crisis);
    } else if (which == &MunicipalHousehold::cash_support_cents_per_year) {
        take(*overlay.cash_cents_per_year);
    } else {
        auto const& persons = payload_.column(Column::persons);
        auto const& is_owner = payload_.now(place_of(&MunicipalHousehold::is_owner));
        auto const& woz_value = payload_.column(Column::woz_value_euro);
        for (std::size_t i = 0; i < households_.size(); ++i) {
            auto const h = households_[i];
            values[i] = rules::cents_of(
                rules::local_taxes_per_year(persons[h], is_owner[h] != 0, woz_value[h], *overlay.charges));
        }
    }
    return values.data();
}

Answers const& SchemeTable::decide(rules::MunicipalTerms const& terms, Overlay const& overlay)
{
    std::size_t const count = households_.size();
    auto own_terms = terms_of_scheme(scheme_, terms);
    if (!reads_drawn_ && own_terms == terms_of_answers_) {
        return answers_;
    }
    terms_of_answers_ = std::move(own_terms);
    answers_.eligible.resize(count);
    answers_.cents_per_year.resize(count);
    if (!is_active(scheme_, terms)) {
        std::fill(answers_.eligible.begin(), answers_.eligible.end(), 0);
        std::fill(answers_.cents_per_year.begin(), answers_.cents_per_year.end(), 0);
        return answers_;
    }
    rules::MunicipalColumns columns{};
    columns.fill(answers_.eligible.data());  // of fields that are not read: any column of as many rows
    for (std::size_t field = 0; field < municipal_field_count; ++field) {
        if (reads(scheme_, rules::municipal_fields[field])) {
            columns[field] =
                is_drawn(rules::municipal_fields[field]) ? drawn(field, overlay) : fields_[field].data();
        }
    }
    with_scheme(scheme_, [&](auto of_type, auto index) {
        rules::evaluate<decltype(of_type)>(columns, count, std::get<index>(terms), answers_.eligible.data(),
                                           answers_.cents_per_year.data());
    });
    return answers_;
}

Cents budget_cap(std::size_t scheme, rules::MunicipalTerms const& terms)
{
    Cents cap = 0;
    with_scheme(scheme, [&](auto of_type, auto index) {
        if constexpr (decltype(of_type)::is_capped) {
            cap = to_cents(std::get<index>(terms).budget_cap);
        }
    });
    return cap;
}

bool is_active(std::size_t scheme, rules::MunicipalTerms const& terms)
{
    bool active = false;
    with_scheme(scheme, [&](auto, auto index) { active = std::get<index>(terms).is_active >= 0.5; });
    return active;
}

}  // namespace minimasim::what_if
