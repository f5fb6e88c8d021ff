#include "sim/outcomes/count.hpp"

namespace minimasim::outcomes {

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

void count_poverty(CountedHousehold const& household, PovertyPosition const& position,
                   std::int32_t cash_cents_per_year, Tally& tally)
{
    if (!position.passes_wealth_test) {
        return;
    }
    auto deducted = position;
    deducted.margin_cents_per_month -= position.health_premium_cents_per_month;
    std::int32_t const gap = poverty_gap_cents_per_month(position, cash_cents_per_year);
    if (is_near_poor(position, cash_cents_per_year)) {
        tally.add_everywhere(PackageOutcome::near_poor_persons, household.cells, household.persons);
    }
    if (poverty_gap_cents_per_month(deducted, cash_cents_per_year) > 0) {
        tally.add_everywhere(PackageOutcome::poor_persons_premium_deducted, household.cells,
                             household.persons);
    }
    if (gap > 0) {
        tally.add_everywhere(PackageOutcome::poor_households, household.cells, 1);
        tally.add_everywhere(PackageOutcome::poor_persons, household.cells, household.persons);
        tally.add_everywhere(PackageOutcome::poor_children, household.cells, household.children);
        tally.add_everywhere(PackageOutcome::poverty_gap_cents_per_year, household.cells, 12LL * gap);
        tally.add_everywhere(PackageOutcome::poor_persons_in_working_households, household.cells,
                             household.works ? household.persons : 0);
    }
}

}  // namespace minimasim::outcomes
