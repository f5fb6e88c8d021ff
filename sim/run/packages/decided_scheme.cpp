#include "sim/run/packages/decided_scheme.hpp"

#include <algorithm>
#include <array>

namespace minimasim::run {

namespace {

// Limits are kept for as many different claims; beyond, every household is asked anew.
constexpr std::size_t claims_kept = 8;

bool is_ex_officio(ClaimRule const& claims, std::size_t scheme)
{
    return (claims.ex_officio >> scheme & 1U) != 0;
}

struct SchemeTerms {
    bool is_active = false;
    double budget_cap = 0;
};

SchemeTerms terms_of_scheme(std::size_t scheme, rules::MunicipalTerms const& terms)
{
    SchemeTerms found;
    rules::for_each_scheme([&](auto type, auto index) {
        if (index == scheme) {
            found.is_active = std::get<index>(terms).is_active >= 0.5;
            if constexpr (decltype(type)::is_capped) {
                found.budget_cap = std::get<index>(terms).budget_cap;
            }
        }
    });
    return found;
}

}  // namespace

DecidedScheme::DecidedScheme(std::size_t scheme, Member const& member, HouseholdSizes const& sizes,
                             Pass const& baseline, SchemeRows rows,
                             std::vector<std::int32_t> const& cash_before, Propensities& propensities)
    : scheme_(scheme),
      member_(member),
      member_columns_(*baseline.columns),
      rows_(std::move(rows)),
      propensities_(propensities),
      baseline_(rows_.households.size()),
      claims_from_(DecidedBlock::rows),
      standings_(DecidedBlock::rows),
      differing_(DecidedBlock::rows),
      events_(DecidedBlock::rows),
      cash_changes_(DecidedBlock::rows)
{
    if (!cash_before.empty()) {
        row_of_.assign(cash_before.size(), -1);
        for (std::size_t row = 0; row < rows_.households.size(); ++row) {
            row_of_[rows_.households[row]] = static_cast<std::int32_t>(row);
            cash_.push_back(cash_before[rows_.households[row]]);
        }
    }
    auto const counted_in = baseline.counted_in[scheme];
    auto const& adults = member_columns_.column(field_index(&rules::MunicipalHousehold::adults));
    std::size_t const rows_in_all = rows_.households.size();
    persons_.resize(rows_in_all);
    children_.resize(rows_in_all);
    users_.resize(rows_in_all);
    for (std::size_t row = 0; row < rows_in_all; ++row) {
        auto const household = rows_.households[row];
        persons_[row] = sizes.persons[household];
        children_[row] = sizes.children[household];
        users_[row] = counted_in == rules::CountedIn::children  ? children_[row]
                      : counted_in == rules::CountedIn::persons ? adults[household]
                                                                : 1;
    }
    settle_all(baseline.policy->municipal, baseline.claims, baseline_sums_, nullptr);
}

void DecidedScheme::find_change(rules::MunicipalTerms const& terms, ClaimRule const& claims,
                                std::vector<SchemeChange const*> const& earlier, std::size_t cells,
                                SchemeChange& change)
{
    change.clear(cells > 1 ? cells : 0);
    change.events.reserve(most_events_);
    change.cash.reserve(most_cash_);
    change.in_kind.reserve(most_in_kind_);
    add_earlier_cash(earlier, 1);
    settle_all(terms, claims, change.total, &change);
    add_earlier_cash(earlier, -1);
    most_events_ = std::max(most_events_, change.events.size());
    most_cash_ = std::max(most_cash_, change.cash.size());
    most_in_kind_ = std::max(most_in_kind_, change.in_kind.size());
    change.total -= baseline_sums_;
}

std::vector<CashChange> DecidedScheme::paid_in_baseline() const
{
    std::vector<CashChange> paid;
    paid.reserve(static_cast<std::size_t>(baseline_sums_.recipients_households));
    for (std::size_t row = 0; row < rows_.households.size(); ++row) {
        if (receives(baseline_[row])) {
            paid.push_back({rows_.households[row], cents_received(baseline_[row])});
        }
    }
    return paid;
}

void DecidedScheme::add_earlier_cash(std::vector<SchemeChange const*> const& earlier, std::int32_t sign)
{
    if (row_of_.empty()) {
        return;
    }
    for (auto const* of_scheme : earlier) {
        for (auto const& cash : of_scheme->cash) {
            if (auto const row = row_of_[cash.household]; row >= 0) {
                cash_[static_cast<std::size_t>(row)] += sign * cash.cents_per_year;
            }
        }
    }
}

ClaimLimits* DecidedScheme::limits_for(ClaimRule const& claims)
{
    auto const key = std::make_pair(claims.threshold[scheme_], is_ex_officio(claims, scheme_));
    auto const found = limits_.find(key);
    if (found != limits_.end()) {
        return &found->second;
    }
    if (limits_.size() == claims_kept) {
        return nullptr;
    }
    ClaimLimits limits(member_.population, rows_.households, scheme_, key.first, key.second);
    if (rows_.are_selected) {  // then some package reaches each of them
        limits.find_all(propensities_, rows_.households);
    }
    return &limits_.emplace(key, std::move(limits)).first->second;
}

void DecidedScheme::ask_claims(Block block, ClaimRule const& claims)
{
    for (std::size_t row = 0; row < block.end - block.begin; ++row) {
        claims_from_[row] = claims_nothing;
        if (decided_.eligible[row] == 0 || decided_.cents_per_year[row] == 0) {
            continue;
        }
        std::size_t const household = rows_.households[block.begin + row];
        bool const claims_anyway =
            is_ex_officio(claims, scheme_) && member_.population.receives_social_assistance[household];
        if (claims_anyway ||
            propensities_.of(scheme_, household, decided_.cents_per_year[row]) >= claims.threshold[scheme_]) {
            claims_from_[row] = 0;
        }
    }
}

// The block's standings, in standings_.
void DecidedScheme::decide(Block block, rules::MunicipalTerms const& terms, ClaimRule const& claims,
                           ClaimLimits* limits)
{
    std::size_t const count = block.end - block.begin;
    decide_rows(scheme_, rows_, cash_.empty() ? nullptr : cash_.data(), block, terms, decided_);
    auto const settle = [&](std::int32_t const* claims_from) {
        return settle_standings(count, decided_.eligible.data(), decided_.cents_per_year.data(), claims_from,
                                standings_.data());
    };
    if (rules::schemes[scheme_].is_capped) {
        // A capped budget is no right: only who has the need counts as entitled to it.
        for (std::size_t row = 0; row < count; ++row) {
            decided_.eligible[row] = decided_.eligible[row] != 0 && decided_.cents_per_year[row] > 0 ? 1 : 0;
        }
        settle(served_from_.data() + block.begin);
    } else if (limits == nullptr) {
        ask_claims(block, claims);
        settle(claims_from_.data());
    } else if (settle(limits->at(block.begin))) {
        unknown_.clear();
        for (std::size_t row = 0; row < count; ++row) {
            if (decided_.eligible[row] != 0 && decided_.cents_per_year[row] > 0 &&
                limits->at(block.begin)[row] == claim_is_unknown) {
                unknown_.push_back(static_cast<std::uint32_t>(block.begin + row));
            }
        }
        limits->find(propensities_, unknown_, rows_.households);
        settle(limits->at(block.begin));
    }
}

// Claimants from the most inclined on, until the next grant would exceed the cap.
void DecidedScheme::serve_under_cap(rules::MunicipalTerms const& terms, ClaimRule const& claims)
{
    std::vector<takeup::Candidate> all;
    std::vector<std::size_t> rows;
    served_from_.assign(rows_.households.size(), claims_nothing);
    for (auto const block : split_into_blocks(rows_.households.size(), DecidedBlock::rows)) {
        decide_rows(scheme_, rows_, nullptr, block, terms, decided_);
        for (std::size_t row = block.begin; row < block.end; ++row) {
            std::int32_t const cents = decided_.cents_per_year[row - block.begin];
            if (cents == 0) {
                continue;
            }
            auto const household = rows_.households[row];
            double const propensity = propensities_.of(scheme_, household, cents);
            if (propensity >= claims.threshold[scheme_]) {
                all.push_back({propensity, 0, member_.number_of(household), cents});
                rows.push_back(row);
            }
        }
    }
    auto const refused =
        claims.caps ? (*claims.caps)[scheme_]
                    : takeup::first_refused(all, to_cents(terms_of_scheme(scheme_, terms).budget_cap));
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (takeup::is_served(all[i].propensity, all[i].household, refused)) {
            served_from_[rows[i]] = 0;
        }
    }
}

// Every row; into the baseline when there is no change to count.
void DecidedScheme::settle_all(rules::MunicipalTerms const& terms, ClaimRule const& claims,
                               StandingSums& sums, SchemeChange* change)
{
    bool const is_capped = rules::schemes[scheme_].is_capped;
    bool const is_active = terms_of_scheme(scheme_, terms).is_active;
    auto* const limits = is_active && !is_capped ? limits_for(claims) : nullptr;
    if (is_active && is_capped) {
        serve_under_cap(terms, claims);
    }
    for (auto const block : split_into_blocks(rows_.households.size(), DecidedBlock::rows)) {
        std::size_t const count = block.end - block.begin;
        if (is_active) {
            decide(block, terms, claims, limits);
            add_sums(
                count, standings_.data(),
                {persons_.data() + block.begin, children_.data() + block.begin, users_.data() + block.begin},
                sums);
        } else {
            std::fill(standings_.begin(), standings_.end(), 0);
        }
        if (change == nullptr) {
            std::copy_n(standings_.begin(), count, baseline_.data() + block.begin);
        } else {
            count_differences(block, *change);
        }
    }
}

void DecidedScheme::count_differences(Block block, SchemeChange& change)
{
    std::size_t const count = block.end - block.begin;
    auto const* households = rows_.households.data() + block.begin;
    auto const* before = baseline_.data() + block.begin;
    auto const* now = standings_.data();
    std::size_t const events = events_of_rows(count, before, now, households, events_.data());
    change.events.insert(change.events.end(), events_.data(), events_.data() + events);
    if (rules::schemes[scheme_].is_cash) {
        std::size_t const changed = cash_of_rows(count, before, now, households, cash_changes_.data());
        change.cash.insert(change.cash.end(), cash_changes_.data(), cash_changes_.data() + changed);
    }
    if (!change.cells.empty()) {
        std::size_t const differing = rows_that_differ(count, before, now, differing_.data());
        add_to_cells(differing, differing_.data(), households, before, now, member_columns_.cells,
                     change.cells);
        for (std::size_t i = 0; !rules::schemes[scheme_].is_cash && i < differing; ++i) {
            std::uint32_t const row = differing_[i];
            std::int32_t const cents = cents_received(now[row]) - cents_received(before[row]);
            if (cents != 0) {
                change.in_kind.push_back({households[row], cents});
            }
        }
    }
}

}  // namespace minimasim::run
