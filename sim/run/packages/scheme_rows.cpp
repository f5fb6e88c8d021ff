#include "sim/run/packages/scheme_rows.hpp"

#include <algorithm>
#include <numeric>

#include "sim/rules/municipal/widest.hpp"

namespace minimasim::run {

namespace {

constexpr std::size_t cash_field = field_index(&rules::MunicipalHousehold::cash_support_cents_per_year);

rules::MunicipalColumns from_row(rules::MunicipalColumns columns, std::size_t row)
{
    for (auto& column : columns) {
        column += row;
    }
    return columns;
}

// Terms under which everybody is eligible who is so under some package, or nothing when nobody can tell.
template <class Scheme, std::size_t scheme>
bool find_widest(std::vector<rules::MunicipalTerms const*> const& all, typename Scheme::Terms& widest)
{
    bool is_first = true;
    for (auto const* municipal : all) {
        auto const& terms = std::get<scheme>(*municipal);
        if (terms.is_active < 0.5) {
            continue;
        }
        if (is_first) {
            widest = terms;
            is_first = false;
        }
        if (!rules::widen<Scheme>(widest, terms)) {
            return false;
        }
    }
    return true;
}

template <class Scheme>
std::vector<std::uint32_t> eligible_households(Overlay const& overlay, std::size_t households,
                                               typename Scheme::Terms const& terms)
{
    auto const found = std::make_unique_for_overwrite<std::uint32_t[]>(households);
    std::size_t count = 0;
    DecidedBlock decided;
    ColumnRoom room;
    std::vector<std::int32_t> const no_cash(DecidedBlock::rows);  // the least there is: more only narrows
    for (auto const block : split_into_blocks(households, DecidedBlock::rows)) {
        auto of_block = overlay.at(block, room, fields_read_by<Scheme>());
        of_block[cash_field] = no_cash.data();
        rules::evaluate<Scheme>(of_block, block.end - block.begin, terms, decided.eligible.data(),
                                decided.cents_per_year.data());
        for (std::size_t i = block.begin; i < block.end; ++i) {
            found[count] = static_cast<std::uint32_t>(i);
            count += decided.eligible[i - block.begin] != 0 ? 1 : 0;
        }
    }
    return {found.get(), found.get() + count};
}

template <class F>
void with_scheme(std::size_t scheme, F&& f)
{
    rules::for_each_scheme([&](auto type, auto index) {
        if (index == scheme) {
            f(type, index);
        }
    });
}

}  // namespace

SchemeRows rows_of_scheme(std::size_t scheme, Overlay const& overlay, std::size_t households,
                          std::vector<rules::MunicipalTerms const*> const& terms_of_packages)
{
    SchemeRows rows;
    with_scheme(scheme, [&](auto type, auto index) {
        using S = decltype(type);
        typename S::Terms widest{};
        if (S::earlier_cash != rules::EarlierCash::unknown &&
            find_widest<S, index>(terms_of_packages, widest)) {
            rows.are_selected = true;
            rows.households = eligible_households<S>(overlay, households, widest);
            rows.columns = overlay.of(rows.households, rows.room, fields_read_by<S>());
        } else {
            rows.households.resize(households);
            std::iota(rows.households.begin(), rows.households.end(), 0U);
            rows.columns = overlay.at({0, households}, rows.room, fields_read_by<S>());
        }
    });
    return rows;
}

void decide_rows(std::size_t scheme, SchemeRows const& rows, std::int32_t const* cash, Block block,
                 rules::MunicipalTerms const& terms, DecidedBlock& decided)
{
    auto columns = from_row(rows.columns, block.begin);
    if (cash != nullptr) {
        columns[cash_field] = cash + block.begin;
    }
    with_scheme(scheme, [&](auto type, auto index) {
        using S = decltype(type);
        rules::evaluate<S>(columns, block.end - block.begin, std::get<index>(terms), decided.eligible.data(),
                           decided.cents_per_year.data());
    });
}

}  // namespace minimasim::run
