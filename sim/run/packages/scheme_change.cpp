#include "sim/run/packages/scheme_change.hpp"

namespace minimasim::run {

namespace {

using outcomes::SchemeOutcome;

// Entitled households times this, and recipients: neither comes near half of it.
constexpr std::int64_t one_entitled = std::int64_t{1} << 32;

std::int64_t recipients_in(std::int64_t rights)
{
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(static_cast<std::uint64_t>(rights)));
}

std::int64_t entitled_in(std::int64_t rights)
{
    return (rights - recipients_in(rights)) / one_entitled;
}

}  // namespace

HouseholdSizes sizes_of(Member const& member, MemberColumns const& columns)
{
    auto const& begin = member.population.person_begin;
    std::size_t const households = member.population.size();
    HouseholdSizes sizes{std::vector<std::int32_t>(households), std::vector<std::int32_t>(households)};
    for (std::size_t i = 0; i < households; ++i) {
        sizes.persons[i] = static_cast<std::int32_t>(begin[i + 1] - begin[i]);
    }
    columns.column(field_index(&rules::MunicipalHousehold::children))
        .unpack(0, households, sizes.children.data());
    return sizes;
}

void SchemeChange::clear(std::size_t cell_count)
{
    total = {};
    cells.assign(cell_count, {});
    events.clear();
    cash.clear();
    in_kind.clear();
}

void SchemeChange::add_to(outcomes::Tally& tally, std::size_t scheme) const
{
    for (std::size_t cell = 1; cell < cells.size(); ++cell) {
        auto const& of_cell = cells[cell];
        tally.add(scheme, SchemeOutcome::entitled_households, cell, entitled_in(of_cell.rights));
        tally.add(scheme, SchemeOutcome::recipients_households, cell, recipients_in(of_cell.rights));
        tally.add(scheme, SchemeOutcome::cost_cents_per_year, cell, of_cell.cost_cents_per_year);
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

void add_to_cells(std::size_t count, std::uint32_t const* rows, std::uint32_t const* households,
                  Standing const* before, Standing const* now,
                  std::vector<outcomes::CellsOfHousehold> const& cells_of_households,
                  std::vector<SchemeChange::OfCell>& cells)
{
    // Households stand by neighbourhood, the first breakdown: its cell stays the same for long. It is added
    // to when another begins, so that no sum waits for the one before it to be stored.
    constexpr std::size_t neighbourhood = 1;
    auto* const all = cells.data();
    std::size_t here = 0;
    SchemeChange::OfCell of_here;
    auto const add = [all](std::size_t cell, SchemeChange::OfCell const& amount) {
        all[cell] = {all[cell].rights + amount.rights,
                     all[cell].cost_cents_per_year + amount.cost_cents_per_year};
    };
    for (std::size_t i = 0; i < count; ++i) {
        std::uint32_t const row = rows[i];
        std::int64_t const entitled = is_entitled(now[row]) - is_entitled(before[row]);
        std::int64_t const recipients = receives(now[row]) - receives(before[row]);
        SchemeChange::OfCell const amount{entitled * one_entitled + recipients,
                                          cents_received(now[row]) - cents_received(before[row])};
        auto const& of_household = cells_of_households[households[row]];
        if (of_household[neighbourhood] != here) {
            add(here, of_here);
            here = of_household[neighbourhood];
            of_here = {};
        }
        of_here.rights += amount.rights;
        of_here.cost_cents_per_year += amount.cost_cents_per_year;
        for (std::size_t breakdown = neighbourhood + 1; breakdown < of_household.size(); ++breakdown) {
            add(of_household[breakdown], amount);
        }
    }
    add(here, of_here);
}

}  // namespace minimasim::run
