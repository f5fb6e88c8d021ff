#include "sim/run/scheme_change.hpp"

namespace minimasim::run {

namespace {

using outcomes::SchemeOutcome;

std::uint32_t event_of(int rise, Event gained, Event lost)
{
    return rise > 0 ? gained : rise < 0 ? lost : 0U;
}

}  // namespace

std::vector<HouseholdFacts> facts_of(Member const& member, MemberColumns const& columns)
{
    auto const& population = member.population;
    auto const* children = columns.column(field_index(&rules::MunicipalHousehold::children));
    auto const* adults = columns.column(field_index(&rules::MunicipalHousehold::adults));
    std::vector<HouseholdFacts> facts(population.size());
    for (std::size_t i = 0; i < facts.size(); ++i) {
        auto const source = population.main_source[i];
        facts[i].cells = columns.cells[i];
        facts[i].persons =
            static_cast<std::int32_t>(population.person_begin[i + 1] - population.person_begin[i]);
        facts[i].children = children[i];
        facts[i].adults = adults[i];
        facts[i].works =
            source == population::Source::employee || source == population::Source::self_employed;
    }
    return facts;
}

void SchemeChange::add_to(outcomes::Tally& tally, std::size_t scheme) const
{
    for (std::size_t cell = 1; cell < cells.size(); ++cell) {
        tally.add(scheme, SchemeOutcome::entitled_households, cell, cells[cell].entitled_households);
        tally.add(scheme, SchemeOutcome::recipients_households, cell, cells[cell].recipients_households);
        tally.add(scheme, SchemeOutcome::cost_cents_per_year, cell, cells[cell].cost_cents_per_year);
    }
    tally.add(scheme, SchemeOutcome::entitled_households, 0, total.entitled_households);
    tally.add(scheme, SchemeOutcome::recipients_households, 0, total.recipients_households);
    tally.add(scheme, SchemeOutcome::cost_cents_per_year, 0, total.cost_cents_per_year);
    tally.add(scheme, SchemeOutcome::entitled_persons, 0, total.entitled_persons);
    tally.add(scheme, SchemeOutcome::entitled_children, 0, total.entitled_children);
    tally.add(scheme, SchemeOutcome::recipients_persons, 0, total.recipients_persons);
    tally.add(scheme, SchemeOutcome::recipients_children, 0, total.recipients_children);
    tally.add(scheme, SchemeOutcome::users, 0, total.users);
}

void add_to_cells(std::vector<HouseholdFacts> const& facts, RowsOfBlock const& differing,
                  std::vector<SchemeChange::OfCell>& cells)
{
    auto* const all = cells.data();
    for (std::size_t i = 0; i < differing.count; ++i) {
        std::uint32_t const row = differing.rows[i];
        Standing const before = differing.before[row];
        Standing const now = differing.now[row];
        std::int64_t const entitled = is_entitled(now) - is_entitled(before);
        std::int64_t const recipients = receives(now) - receives(before);
        std::int64_t const cents = cents_received(now) - cents_received(before);
        auto const& of_household = facts[differing.households[row]].cells;
        for (std::size_t breakdown = 1; breakdown < of_household.size(); ++breakdown) {
            auto& cell = all[of_household[breakdown]];
            cell.entitled_households += entitled;
            cell.recipients_households += recipients;
            cell.cost_cents_per_year += cents;
        }
    }
}

void add_events(RowsOfBlock const& differing, std::vector<std::uint32_t>& events)
{
    std::size_t const first = events.size();
    events.resize(first + differing.count);
    auto* const to = events.data() + first;
    for (std::size_t i = 0; i < differing.count; ++i) {
        std::uint32_t const row = differing.rows[i];
        Standing const before = differing.before[row];
        Standing const now = differing.now[row];
        to[i] = differing.households[row] << bits_of_events |
                event_of(is_entitled(now) - is_entitled(before), newly_entitled, no_longer_entitled) |
                event_of(receives(now) - receives(before), newly_reached, no_longer_reached);
    }
}

void add_cash(RowsOfBlock const& differing, std::vector<CashChange>& cash)
{
    for (std::size_t i = 0; i < differing.count; ++i) {
        std::uint32_t const row = differing.rows[i];
        std::int32_t const cents = cents_received(differing.now[row]) - cents_received(differing.before[row]);
        if (cents != 0) {
            cash.push_back({differing.households[row], cents});
        }
    }
}

}  // namespace minimasim::run
