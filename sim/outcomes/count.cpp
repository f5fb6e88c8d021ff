#include "sim/outcomes/count.hpp"

#include <bit>

namespace minimasim::outcomes {

namespace {

// What poverty figures ask of a household after its cash.
struct Poverty {
    std::int32_t gap_cents_per_month = 0;
    bool is_near_poor = false;
    bool is_poor_premium_deducted = false;

    friend bool operator==(Poverty const&, Poverty const&) = default;
};

Poverty poverty_after(PovertyPosition const& position, std::int32_t cash_cents_per_year)
{
    auto deducted = position;
    deducted.margin_cents_per_month -= position.health_premium_cents_per_month;
    return {poverty_gap_cents_per_month(position, cash_cents_per_year),
            is_near_poor(position, cash_cents_per_year),
            poverty_gap_cents_per_month(deducted, cash_cents_per_year) > 0};
}

// Counts a household so many times; -1 takes it out.
void count(CountedHousehold const& household, Poverty const& poverty, std::int64_t times, Tally& tally)
{
    std::int64_t const persons = times * household.persons;
    if (poverty.is_near_poor) {
        tally.add_everywhere(PackageOutcome::near_poor_persons, household.cells, persons);
    }
    if (poverty.is_poor_premium_deducted) {
        tally.add_everywhere(PackageOutcome::poor_persons_premium_deducted, household.cells, persons);
    }
    if (poverty.gap_cents_per_month > 0) {
        tally.add_everywhere(PackageOutcome::poor_households, household.cells, times);
        tally.add_everywhere(PackageOutcome::poor_persons, household.cells, persons);
        tally.add_everywhere(PackageOutcome::poor_children, household.cells, times * household.children);
        tally.add_everywhere(PackageOutcome::poverty_gap_cents_per_year, household.cells,
                             times * 12 * poverty.gap_cents_per_month);
        tally.add_everywhere(PackageOutcome::poor_persons_in_working_households, household.cells,
                             household.works ? persons : 0);
    }
}

}  // namespace

void count_changes(CountedHousehold const& household, Rights now, Rights baseline, Tally& tally)
{
    if (now.entitled == baseline.entitled && now.received == baseline.received) {
        return;
    }
    auto const count = [&](PackageOutcome households, PackageOutcome persons, PackageOutcome children,
                           bool is_counted) {
        if (is_counted) {
            tally.add_everywhere(households, household.cells, 1);
            tally.add(persons, 0, household.persons);
            tally.add(children, 0, household.children);
        }
    };
    count(PackageOutcome::newly_entitled_households, PackageOutcome::newly_entitled_persons,
          PackageOutcome::newly_entitled_children, (now.entitled & ~baseline.entitled) != 0);
    count(PackageOutcome::no_longer_entitled_households, PackageOutcome::no_longer_entitled_persons,
          PackageOutcome::no_longer_entitled_children, (baseline.entitled & ~now.entitled) != 0);
    count(PackageOutcome::newly_reached_households, PackageOutcome::newly_reached_persons,
          PackageOutcome::newly_reached_children, (now.received & ~baseline.received) != 0);
    count(PackageOutcome::no_longer_reached_households, PackageOutcome::no_longer_reached_persons,
          PackageOutcome::no_longer_reached_children, (baseline.received & ~now.received) != 0);
}

void count_support(CountedHousehold const& household, SchemeMask received, Tally& tally)
{
    tally.add(PackageOutcome::households, 0, 1);
    tally.add(PackageOutcome::households,
              tally.cell_of_received(static_cast<std::size_t>(std::popcount(received))), 1);
    if (received != 0) {
        tally.add_everywhere(PackageOutcome::supported_households, household.cells, 1);
    }
}

void count_gain(CountedHousehold const& household, std::int64_t change_cents_per_year, Tally& tally)
{
    if (change_cents_per_year > 0) {
        tally.add_everywhere(PackageOutcome::gaining_households, household.cells, 1);
        tally.add_everywhere(PackageOutcome::gain_cents_per_year, household.cells, change_cents_per_year);
    } else if (change_cents_per_year < 0) {
        tally.add_everywhere(PackageOutcome::losing_households, household.cells, 1);
        tally.add_everywhere(PackageOutcome::loss_cents_per_year, household.cells, -change_cents_per_year);
    }
}

void count_poverty(CountedHousehold const& household, PovertyPosition const& position,
                   std::int32_t cash_cents_per_year, Tally& tally)
{
    if (position.passes_wealth_test) {
        count(household, poverty_after(position, cash_cents_per_year), 1, tally);
    }
}

void recount_poverty(CountedHousehold const& household, PovertyPosition const& position,
                     std::int32_t before_cents_per_year, std::int32_t now_cents_per_year, Tally& tally)
{
    if (!position.passes_wealth_test) {
        return;
    }
    auto const before = poverty_after(position, before_cents_per_year);
    auto const now = poverty_after(position, now_cents_per_year);
    if (before != now) {
        count(household, before, -1, tally);
        count(household, now, 1, tally);
    }
}

}  // namespace minimasim::outcomes
