#include "sim/run/packages/pass.hpp"

#include <algorithm>

namespace minimasim::run {

namespace {

using outcomes::SchemeMask;
using outcomes::SchemeOutcome;
using outcomes::Tally;

std::int64_t users_of(rules::CountedIn counted_in, rules::MunicipalHousehold const& h)
{
    return counted_in == rules::CountedIn::children  ? h.children
           : counted_in == rules::CountedIn::persons ? h.adults
                                                     : 1;
}

outcomes::CountedHousehold counted_household(population::Population const& population,
                                             MemberColumns const& columns, std::size_t household)
{
    auto const source = population.main_source[household];
    bool const works = source == population::Source::employee || source == population::Source::self_employed;
    return {columns.cells[household],
            population.person_begin[household + 1] - population.person_begin[household],
            columns.column(field_index(&rules::MunicipalHousehold::children))[household], works};
}

// Counts one scheme's decisions for a block and applies the claims.
template <class Scheme>
void settle_scheme(std::size_t scheme, Member const& member, Pass const& pass, Block block,
                   Propensities& propensities, BlockBuffers& buffers, Tally& tally)
{
    SchemeMask const bit = static_cast<SchemeMask>(1U << scheme);
    for (std::size_t row = 0; row < block.end - block.begin; ++row) {
        if (buffers.eligible[row] == 0) {
            continue;
        }
        std::size_t const i = block.begin + row;
        auto const counted = counted_household(member.population, *pass.columns, i);
        std::int32_t const grant = buffers.cents[row];
        // A capped budget is no right: only who has the need counts as entitled to it.
        if (!Scheme::is_capped || grant > 0) {
            buffers.entitled[row] |= bit;
            tally.add_everywhere(scheme, SchemeOutcome::entitled_households, counted.cells, 1);
            tally.add(scheme, SchemeOutcome::entitled_persons, 0, counted.persons);
            tally.add(scheme, SchemeOutcome::entitled_children, 0, counted.children);
        }
        if (grant == 0) {
            continue;
        }
        std::int64_t const users =
            users_of(pass.counted_in[scheme], rules::household_at(buffers.columns, row));
        double const propensity = propensities.of(scheme, i, grant);
        if (pass.candidates != nullptr) {
            (*pass.candidates)[scheme].push_back({propensity, users, static_cast<std::uint32_t>(i), grant});
        }
        bool const is_ex_officio =
            (pass.claims.ex_officio & bit) && member.population.receives_social_assistance[i];
        bool claims = is_ex_officio || propensity >= pass.claims.threshold[scheme];
        if constexpr (Scheme::is_capped) {
            claims = claims && pass.granted_under_cap[scheme][i] != 0;
        }
        if (!claims) {
            if (pass.marks != nullptr && pass.marks->keeps_unused) {
                pass.marks->unused.push_back(
                    {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(scheme), grant});
            }
            continue;
        }
        buffers.received[row] |= bit;
        tally.add_everywhere(scheme, SchemeOutcome::recipients_households, counted.cells, 1);
        tally.add_everywhere(scheme, SchemeOutcome::cost_cents_per_year, counted.cells, grant);
        tally.add(scheme, SchemeOutcome::recipients_persons, 0, counted.persons);
        tally.add(scheme, SchemeOutcome::recipients_children, 0, counted.children);
        tally.add(scheme, SchemeOutcome::users, 0, users);
        buffers.granted[row] += grant;
        if (Scheme::is_cash) {
            buffers.cash[row] += grant;
        }
    }
}

}  // namespace

void run_block(Member const& member, Pass const& pass, Block block, Propensities& propensities,
               BlockBuffers& buffers, Tally& tally)
{
    std::size_t const rows = block.end - block.begin;
    buffers.start(rows);
    auto& columns = buffers.columns;
    columns = pass.overlay->at(block, buffers.room);
    columns[field_index(&rules::MunicipalHousehold::cash_support_cents_per_year)] = buffers.cash.data();
    rules::for_each_scheme([&](auto scheme, auto index) {
        using S = decltype(scheme);
        auto const& terms = std::get<index>(pass.policy->municipal);
        if (terms.is_active < 0.5) {
            return;
        }
        rules::evaluate<S>(columns, rows, terms, buffers.eligible.data(), buffers.cents.data());
        settle_scheme<S>(index, member, pass, block, propensities, buffers, tally);
    });
    for (std::size_t row = 0; row < rows; ++row) {
        std::size_t const i = block.begin + row;
        auto const household = counted_household(member.population, *pass.columns, i);
        outcomes::count_poverty(household, pass.columns->poverty[i], buffers.cash[row], tally);
        if (pass.baseline != nullptr) {
            outcomes::count_changes(household, {buffers.entitled[row], buffers.received[row]},
                                    {pass.baseline->entitled[i], pass.baseline->received[i]}, tally);
        }
        if (pass.counts_support && tally.cells() > 1) {
            outcomes::count_support(household, buffers.received[row], tally);
            if (pass.baseline != nullptr) {
                outcomes::count_gain(
                    household, std::int64_t{buffers.granted[row]} - pass.baseline->granted_cents[i], tally);
            }
        }
    }
    if (pass.marks != nullptr) {
        std::copy(buffers.entitled.begin(), buffers.entitled.end(),
                  pass.marks->entitled.begin() + static_cast<std::ptrdiff_t>(block.begin));
        std::copy(buffers.received.begin(), buffers.received.end(),
                  pass.marks->received.begin() + static_cast<std::ptrdiff_t>(block.begin));
        if (!pass.marks->granted_cents.empty()) {
            std::copy(buffers.granted.begin(), buffers.granted.end(),
                      pass.marks->granted_cents.begin() + static_cast<std::ptrdiff_t>(block.begin));
        }
    }
}

Tally run_pass(Setting const& setting, Member const& member, Pass const& pass, Propensities& propensities)
{
    Tally tally(setting.cells.size());
    BlockBuffers buffers;
    for (auto const block : split_into_blocks(member.population.size(), setting.block_size)) {
        run_block(member, pass, block, propensities, buffers, tally);
    }
    return tally;
}

Candidates claims_under_caps(Member const& member, Pass const& pass, Propensities& propensities)
{
    Candidates claims;
    constexpr std::size_t rows_at_once = 1024;
    ColumnRoom room;
    rules::for_each_scheme([&](auto scheme, auto index) {
        using S = decltype(scheme);
        if constexpr (S::is_capped) {
            auto const& terms = std::get<index>(pass.policy->municipal);
            if (terms.is_active < 0.5) {
                return;
            }
            for (auto const block : split_into_blocks(member.population.size(), rows_at_once)) {
                auto const columns = pass.overlay->at(block, room, fields_read_by<S>());
                for (std::size_t i = block.begin; i < block.end; ++i) {
                    auto const household = rules::household_at(columns, i - block.begin);
                    auto const cents = S::entitlement(household, terms).cents_per_year;
                    if (cents == 0) {
                        continue;
                    }
                    double const propensity = propensities.of(index, i, cents);
                    if (propensity >= pass.claims.threshold[index]) {
                        claims[index].push_back({propensity, 0, member.number_of(i), cents});
                    }
                }
            }
        }
    });
    return claims;
}

void serve_under_caps(Member const& member, Pass& pass, Propensities& propensities)
{
    auto const claims = claims_under_caps(member, pass, propensities);
    rules::for_each_scheme([&](auto scheme, auto index) {
        using S = decltype(scheme);
        if constexpr (S::is_capped) {
            auto const refused =
                pass.claims.caps
                    ? (*pass.claims.caps)[index]
                    : takeup::first_refused(claims[index],
                                            to_cents(std::get<index>(pass.policy->municipal).budget_cap));
            auto& served = pass.granted_under_cap[index];
            served.assign(member.population.size(), 0);
            std::size_t household = 0;  // claims come in the order of households
            for (auto const& claim : claims[index]) {
                while (member.number_of(household) != claim.household) {
                    ++household;
                }
                served[household] = takeup::is_served(claim.propensity, claim.household, refused) ? 1 : 0;
            }
        }
    });
}

}  // namespace minimasim::run
