#include "sim/run/packages/package_runner.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <string>
#include <type_traits>
#include <utility>

namespace minimasim::run {

namespace {

using outcomes::PackageOutcome;
using outcomes::Tally;

// So many packages are decided together: one scheme after another, so that its rows stay in the cache.
constexpr std::size_t packages_together = 32;

template <class T>
void append_bytes(std::string& key, T const& value)
{
    static_assert(std::is_trivially_copyable_v<T>);
    key.append(reinterpret_cast<char const*>(&value), sizeof value);
}

// Packages with the same key let a scheme do the same, as far as its own terms and claims go.
std::string key_of(std::size_t scheme, Pass const& pass)
{
    std::string key;
    rules::for_each_scheme([&](auto, auto index) {
        auto const& terms = std::get<index>(pass.policy->municipal);
        if (index != scheme || terms.is_active < 0.5) {
            return;
        }
        append_bytes(key, terms);
        append_bytes(key, pass.claims.threshold[index]);
        append_bytes(key, (pass.claims.ex_officio >> index & 1U) != 0);
    });
    return key;
}

rules::EarlierCash earlier_cash_of(std::size_t scheme)
{
    rules::EarlierCash found{};
    rules::for_each_scheme([&](auto type, auto index) {
        if (index == scheme) {
            found = decltype(type)::earlier_cash;
        }
    });
    return found;
}

bool reads_cash(std::size_t scheme)
{
    return earlier_cash_of(scheme) != rules::EarlierCash::not_read;
}

struct EventOutcomes {
    PackageOutcome households;
    PackageOutcome persons;
    PackageOutcome children;
};

// In the order of the bits of events.
constexpr std::array<EventOutcomes, bits_of_events> outcomes_of_events = {{
    {PackageOutcome::newly_entitled_households, PackageOutcome::newly_entitled_persons,
     PackageOutcome::newly_entitled_children},
    {PackageOutcome::no_longer_entitled_households, PackageOutcome::no_longer_entitled_persons,
     PackageOutcome::no_longer_entitled_children},
    {PackageOutcome::newly_reached_households, PackageOutcome::newly_reached_persons,
     PackageOutcome::newly_reached_children},
    {PackageOutcome::no_longer_reached_households, PackageOutcome::no_longer_reached_persons,
     PackageOutcome::no_longer_reached_children},
}};

}  // namespace

bool PackageRunner::can_run(Pass const& package, Pass const& baseline, takeup::Behaviour const& behaviour)
{
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        if (rules::schemes[k].is_capped && reads_cash(k)) {
            return false;  // who is served is settled before there is cash
        }
    }
    return package.overlay == baseline.overlay && package.columns == baseline.columns &&
           behaviour.amount_slope() >= 0;
}

PackageRunner::PackageRunner(Member const& member, Pass const& baseline, Tally const& baseline_tally,
                             std::vector<Pass const*> const& packages, Propensities& propensities)
    : member_(member),
      baseline_(baseline),
      baseline_tally_(baseline_tally),
      packages_(packages),
      terms_{&baseline.policy->municipal},
      propensities_(propensities),
      sizes_(sizes_of(member, *baseline.columns)),
      events_(member.population.size()),
      cash_change_(member.population.size())
{
    for (auto const* package : packages) {
        terms_.push_back(&package->policy->municipal);
    }
    if (baseline_tally.cells() > 1) {
        grant_change_.resize(member.population.size());
        received_change_.resize(member.population.size());
    }
}

std::vector<Tally> PackageRunner::run()
{
    std::vector<Tally> tallies(packages_.size(), baseline_tally_);
    for (auto const together : split_into_blocks(packages_.size(), packages_together)) {
        auto const changes = decide(together.begin, together.end);
        for (std::size_t p = together.begin; p < together.end; ++p) {
            add_package(changes[p - together.begin], tallies[p]);
        }
        changes_used_ = 0;
    }
    return tallies;
}

// What every scheme does in some packages, each different decision once.
std::vector<PackageRunner::Changes> PackageRunner::decide(std::size_t first, std::size_t last)
{
    std::vector<Changes> all(last - first, Changes{});
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        std::string const as_in_baseline = key_of(k, baseline_);
        std::map<std::string, SchemeChange const*> known;
        for (std::size_t p = first; p < last; ++p) {
            auto& of_package = all[p - first];
            std::string key = key_of(k, *packages_[p]);
            std::vector<SchemeChange const*> earlier;
            for (std::size_t before = 0; reads_cash(k) && !key.empty() && before < k; ++before) {
                auto const* change = of_package[before];
                if (change != nullptr && !change->cash.empty()) {
                    earlier.push_back(change);
                    append_bytes(key, change);
                }
            }
            if (key == as_in_baseline) {
                continue;
            }
            auto& change = known[key];
            if (change == nullptr) {
                if (changes_used_ == changes_.size()) {
                    changes_.emplace_back();
                }
                auto& found = changes_[changes_used_++];
                scheme(k).find_change(*terms_[1 + p], packages_[p]->claims, earlier, baseline_tally_.cells(),
                                      found);
                change = &found;
            }
            of_package[k] = change;
        }
        if (last == packages_.size()) {
            close(k);
        }
    }
    return all;
}

DecidedScheme& PackageRunner::scheme(std::size_t scheme)
{
    auto& decided = schemes_[scheme];
    if (decided == nullptr) {
        auto const cash_before = reads_cash(scheme) ? baseline_cash(scheme) : std::vector<std::int32_t>{};
        decided = std::make_unique<DecidedScheme>(
            scheme, member_, sizes_, baseline_,
            rows_of_scheme(scheme, *baseline_.overlay, member_.population.size(), terms_), cash_before,
            propensities_);
    }
    return *decided;
}

// What every household receives in cash of the first so many schemes in the baseline.
std::vector<std::int32_t> PackageRunner::baseline_cash(std::size_t schemes)
{
    std::vector<std::int32_t> cash(member_.population.size());
    for (std::size_t k = 0; k < schemes; ++k) {
        if (rules::schemes[k].is_cash && !key_of(k, baseline_).empty()) {
            for (auto const& paid : paid_in_baseline(k)) {
                cash[paid.household] += paid.cents_per_year;
            }
        }
    }
    return cash;
}

std::vector<CashChange> const& PackageRunner::paid_in_baseline(std::size_t scheme)
{
    auto& paid = paid_[scheme];
    if (!paid) {
        paid = this->scheme(scheme).paid_in_baseline();
    }
    return *paid;
}

void PackageRunner::close(std::size_t scheme)
{
    if (schemes_[scheme] != nullptr && rules::schemes[scheme].is_cash) {
        paid_in_baseline(scheme);
    }
    schemes_[scheme].reset();
}

void PackageRunner::add_package(Changes const& changes, Tally& tally)
{
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        if (changes[k] != nullptr) {
            changes[k]->add_to(tally, k);
        }
    }
    add_events(changes, tally);
    add_poverty(changes, tally);
    if (tally.cells() > 1) {
        add_support(changes, tally);
    }
}

// Each kind of event counts once for a household, in however many schemes it happens: first everything that
// happens to each, then the counts.
void PackageRunner::add_events(Changes const& changes, Tally& tally)
{
    for (auto const* change : changes) {
        for (std::size_t i = 0; change != nullptr && i < change->events.size(); ++i) {
            std::uint32_t const event = change->events[i];
            events_[event >> bits_of_events] |= static_cast<std::uint8_t>(event & all_events);
        }
    }
    EventSums sums;
    for (auto const block : split_into_blocks(events_.size(), rows_summed_at_once)) {
        add_event_sums(block.end - block.begin, events_.data() + block.begin,
                       sizes_.persons.data() + block.begin, sizes_.children.data() + block.begin, sums);
    }
    for (std::size_t bit = 0; bit < bits_of_events; ++bit) {
        tally.add(outcomes_of_events[bit].households, 0, sums.households[bit]);
        tally.add(outcomes_of_events[bit].persons, 0, sums.persons[bit]);
        tally.add(outcomes_of_events[bit].children, 0, sums.children[bit]);
    }
    if (tally.cells() > 1) {
        add_events_to_cells(changes, tally);
    }
    std::fill(events_.begin(), events_.end(), 0);
}

// Households by cell and by which events these have together, and that at last by event.
void PackageRunner::add_events_to_cells(Changes const& changes, Tally& tally)
{
    // Two of everything, in turn, so that no sum waits for the one before it to be stored.
    constexpr std::size_t turns = 2;
    constexpr std::size_t kinds = all_events + 1;
    auto const& of_households = baseline_.columns->cells;
    std::size_t const cells = tally.cells();
    in_cells_.assign(turns * cells * kinds, 0);
    for (auto const* change : changes) {
        for (std::size_t i = 0; change != nullptr && i < change->events.size(); ++i) {
            std::size_t const household = change->events[i] >> bits_of_events;
            // Counted once: the next time nothing is left of it.
            std::size_t const events = std::exchange(events_[household], std::uint8_t{0});
            for (std::size_t breakdown = 1; breakdown < of_households[household].size(); ++breakdown) {
                in_cells_[(i % turns * cells + of_households[household][breakdown]) * kinds + events] += 1;
            }
        }
    }
    for (std::size_t bit = 0; bit < bits_of_events; ++bit) {
        for (std::size_t i = 0; i < turns * cells * kinds; ++i) {
            std::size_t const cell = i / kinds % cells;
            if (cell > 0 && (i % kinds >> bit & 1) != 0) {
                tally.add(outcomes_of_events[bit].households, cell, in_cells_[i]);
            }
        }
    }
}

void PackageRunner::add_poverty(Changes const& changes, Tally& tally)
{
    cash_households_.clear();
    for (auto const* change : changes) {
        for (std::size_t i = 0; change != nullptr && i < change->cash.size(); ++i) {
            auto const& cash = change->cash[i];
            cash_change_[cash.household] += cash.cents_per_year;
            cash_households_.push_back(cash.household);
        }
    }
    if (!cash_households_.empty() && baseline_cash_.empty()) {
        baseline_cash_ = baseline_cash(rules::scheme_count);
    }
    for (auto const household : cash_households_) {
        std::int32_t const before = baseline_cash_[household];
        std::int32_t const now = before + cash_change_[household];
        cash_change_[household] = 0;
        if (now != before) {
            auto const source = member_.population.main_source[household];
            bool const works =
                source == population::Source::employee || source == population::Source::self_employed;
            outcomes::recount_poverty({baseline_.columns->cells[household], sizes_.persons[household],
                                       sizes_.children[household], works},
                                      baseline_.columns->poverty[household], before, now, tally);
        }
    }
}

// Who receives more or fewer schemes is granted more or less by one of them: grants find every household.
void PackageRunner::add_support(Changes const& changes, Tally& tally)
{
    auto const grants_of = [&](std::size_t k) -> std::vector<CashChange> const& {
        return rules::schemes[k].is_cash ? changes[k]->cash : changes[k]->in_kind;
    };
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        if (changes[k] == nullptr) {
            continue;
        }
        for (auto const& grant : grants_of(k)) {
            grant_change_[grant.household] += grant.cents_per_year;
        }
        for (std::uint32_t const event : changes[k]->events) {
            auto& received = received_change_[event >> bits_of_events];
            received = static_cast<std::int8_t>(received + ((event & newly_reached) != 0 ? 1 : 0) -
                                                ((event & no_longer_reached) != 0 ? 1 : 0));
        }
    }
    constexpr std::size_t ways = 2;  // gain, loss
    gains_in_cells_.assign(ways * tally.cells(), {});
    std::array<OfGain, ways> in_all{};  // apart, so that no sum waits for the one before it to be stored
    for (std::size_t k = 0; k < rules::scheme_count; ++k) {
        for (std::size_t i = 0; changes[k] != nullptr && i < grants_of(k).size(); ++i) {
            auto const household = grants_of(k)[i].household;
            auto const& cells = baseline_.columns->cells[household];
            std::int64_t const change = std::exchange(grant_change_[household], 0);
            if (change != 0) {
                std::size_t const way = change < 0 ? 1 : 0;
                in_all[way] = {in_all[way].households + 1, in_all[way].cents_per_year + change};
                for (std::size_t breakdown = 1; breakdown < cells.size(); ++breakdown) {
                    auto& of_cell = gains_in_cells_[ways * cells[breakdown] + way];
                    of_cell = {of_cell.households + 1, of_cell.cents_per_year + change};
                }
            }
            int const received = std::exchange(received_change_[household], std::int8_t{0});
            if (received != 0) {
                int const before = std::popcount(baseline_.marks->received[household]);
                int const now = before + received;
                tally.add(PackageOutcome::households,
                          tally.cell_of_received(static_cast<std::size_t>(before)), -1);
                tally.add(PackageOutcome::households, tally.cell_of_received(static_cast<std::size_t>(now)),
                          1);
                if ((before > 0) != (now > 0)) {
                    tally.add_everywhere(PackageOutcome::supported_households, cells, now > 0 ? 1 : -1);
                }
            }
        }
    }
    std::copy(in_all.begin(), in_all.end(), gains_in_cells_.begin());
    for (std::size_t cell = 0; cell < tally.cells(); ++cell) {
        auto const& gain = gains_in_cells_[ways * cell];
        auto const& loss = gains_in_cells_[ways * cell + 1];
        tally.add(PackageOutcome::gaining_households, cell, gain.households);
        tally.add(PackageOutcome::gain_cents_per_year, cell, gain.cents_per_year);
        tally.add(PackageOutcome::losing_households, cell, loss.households);
        tally.add(PackageOutcome::loss_cents_per_year, cell, -loss.cents_per_year);
    }
}

}  // namespace minimasim::run
