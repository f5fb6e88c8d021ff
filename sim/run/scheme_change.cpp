#include "sim/run/scheme_change.hpp"

namespace minimasim::run {

namespace {

using outcomes::SchemeOutcome;

std::int64_t users_of(rules::CountedIn counted_in, HouseholdFacts const& facts)
{
    return counted_in == rules::CountedIn::children  ? facts.children
           : counted_in == rules::CountedIn::persons ? facts.adults
                                                     : 1;
}

void add(SchemeChange::OfCell& cell, SchemeChange::OfCell const& amount)
{
    cell.entitled_households += amount.entitled_households;
    cell.recipients_households += amount.recipients_households;
    cell.cost_cents_per_year += amount.cost_cents_per_year;
    cell.unused += amount.unused;
}

std::uint32_t event_of(std::int64_t rise, Event gained, Event lost)
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
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        tally.add(scheme, SchemeOutcome::entitled_households, cell, cells[cell].entitled_households);
        tally.add(scheme, SchemeOutcome::recipients_households, cell, cells[cell].recipients_households);
        tally.add(scheme, SchemeOutcome::cost_cents_per_year, cell, cells[cell].cost_cents_per_year);
    }
    tally.add(scheme, SchemeOutcome::entitled_persons, 0, entitled_persons);
    tally.add(scheme, SchemeOutcome::entitled_children, 0, entitled_children);
    tally.add(scheme, SchemeOutcome::recipients_persons, 0, recipients_persons);
    tally.add(scheme, SchemeOutcome::recipients_children, 0, recipients_children);
    tally.add(scheme, SchemeOutcome::users, 0, users);
}

void count_change(std::vector<HouseholdFacts> const& facts, SchemeCount counted, std::size_t differing,
                  std::uint32_t const* rows, std::uint32_t const* households, Standing const* before,
                  Standing const* now, SchemeChange& change)
{
    bool const in_every_cell = change.cells.size() > 1;
    for (std::size_t i = 0; i < differing; ++i) {
        std::uint32_t const row = rows[i];
        std::uint32_t const household = households[row];
        auto const& of_household = facts[household];
        std::int32_t const cents = cents_received(now[row]) - cents_received(before[row]);
        SchemeChange::OfCell const amount{is_entitled(now[row]) - is_entitled(before[row]),
                                          receives(now[row]) - receives(before[row]), cents, 0};
        if (in_every_cell) {
            for (auto const cell : of_household.cells) {
                add(change.cells[cell], amount);
            }
        } else {
            add(change.cells[0], amount);
        }
        if (counted.is_cash && cents != 0) {
            change.cash.push_back({household, cents});
        }
        if (amount.entitled_households == 0 && amount.recipients_households == 0) {
            continue;
        }
        change.entitled_persons += amount.entitled_households * of_household.persons;
        change.entitled_children += amount.entitled_households * of_household.children;
        change.recipients_persons += amount.recipients_households * of_household.persons;
        change.recipients_children += amount.recipients_households * of_household.children;
        change.users += amount.recipients_households * users_of(counted.counted_in, of_household);
        change.events.push_back(household << bits_of_events |
                                event_of(amount.entitled_households, newly_entitled, no_longer_entitled) |
                                event_of(amount.recipients_households, newly_reached, no_longer_reached));
    }
}

}  // namespace minimasim::run
