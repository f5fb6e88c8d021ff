#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "sim/run/replicate.hpp"
#include "sim/takeup/needs.hpp"
#include "sim/takeup/propensity.hpp"

// What a replicate is by definition, one household at a time, as slow and plain as it can be: the engine's
// blocks, columns, masks and caches must give the same totals. It shares with the engine the rule of each
// scheme, the addresses of draws and nothing else.
namespace minimasim::run::test {

// What one household gets from one scheme.
struct Decision {
    bool is_entitled = false;  // in the tables
    bool receives = false;
    std::int64_t grant_cents = 0;  // when claimed
    std::int64_t users = 1;
    double propensity = 0;
};

using Decisions = std::array<Decision, rules::scheme_count>;  // of one household

class PlainReference {
  public:
    PlainReference(Setting const& setting, Member const& member, std::uint32_t replicate)
        : setting_(setting),
          member_(member),
          replicate_(replicate),
          behaviour_(behaviour_of(setting, replicate)),
          groups_(groups_of(setting, member.population)),
          amount_that_counts_(member.population.size())
    {
        // Calibration: who would be entitled in the baseline at that date, and the threshold that comes
        // nearest to the published users.
        Claims nobody;
        nobody.threshold.fill(std::numeric_limits<double>::infinity());
        settle_mean_amounts(decide(setting.calibration_policy, member.calibration, nobody));
        auto const then = decide(setting.calibration_policy, member.calibration, nobody);
        settle_amounts(then);
        for (std::size_t k = 0; k < rules::scheme_count; ++k) {
            baseline_claims_.threshold[k] = without_target(k);
        }
        for (auto const& target : setting.municipality.targets) {
            std::size_t const k = place_of(target.scheme);
            baseline_claims_.threshold[k] = nearest(then, k, std::llround(target.users));
        }
        calibrated_ = decide(setting.calibration_policy, member.calibration, baseline_claims_);
        for (auto const& package : setting.packages) {
            auto const& columns = member.by_law[package.law_index];
            auto const claims = decisions_.empty() ? baseline_claims_ : claims_of(package);
            decisions_.push_back(decide(package.policy, columns, claims));
            if (decisions_.size() == 1) {
                settle_amounts(decisions_[0]);
            }
        }
    }

    // [household] of the baseline at the calibration date.
    std::vector<Decisions> const& calibrated() const { return calibrated_; }

    // [package][household]
    std::vector<std::vector<Decisions>> const& decisions() const { return decisions_; }

    outcomes::Tally tally_of(std::size_t package) const
    {
        auto const& columns = member_.by_law[setting_.packages[package].law_index];
        auto tally = count(decisions_[package], columns, package == 0 ? nullptr : &decisions_[0]);
        count_support(package, columns, tally);
        return tally;
    }

    outcomes::Tally tally_of_calibration() const { return count(calibrated_, member_.calibration, nullptr); }

  private:
    struct Claims {
        std::array<double, rules::scheme_count> threshold{};
        std::array<bool, rules::scheme_count> is_ex_officio{};
    };

    static std::size_t place_of(std::string const& key)
    {
        for (std::size_t k = 0; k < rules::scheme_count; ++k) {
            if (key == rules::schemes[k].key) {
                return k;
            }
        }
        throw std::logic_error(key);
    }

    // Who receives how many schemes, and who is granted more or less than in the baseline.
    void count_support(std::size_t package, MemberColumns const& columns, outcomes::Tally& tally) const
    {
        using outcomes::PackageOutcome;
        auto const first =
            setting_.cells.first[static_cast<std::size_t>(outcomes::Breakdown::schemes_received)];
        for (std::size_t i = 0; i < decisions_[package].size(); ++i) {
            std::size_t received = 0;
            std::int64_t more = 0;
            for (std::size_t k = 0; k < rules::scheme_count; ++k) {
                auto const& now = decisions_[package][i][k];
                auto const& before = decisions_[0][i][k];
                received += now.receives ? 1 : 0;
                more += (now.receives ? now.grant_cents : 0) - (before.receives ? before.grant_cents : 0);
            }
            tally.add(PackageOutcome::households, 0, 1);
            tally.add(PackageOutcome::households, first + std::min<std::size_t>(received, 6), 1);
            for (auto const cell : columns.cells[i]) {
                tally.add(PackageOutcome::supported_households, cell, received > 0 ? 1 : 0);
                tally.add(PackageOutcome::gaining_households, cell, more > 0 ? 1 : 0);
                tally.add(PackageOutcome::losing_households, cell, more < 0 ? 1 : 0);
                tally.add(PackageOutcome::gain_cents_per_year, cell, std::max<std::int64_t>(more, 0));
                tally.add(PackageOutcome::loss_cents_per_year, cell, std::max<std::int64_t>(-more, 0));
            }
        }
    }

    double of_share(double share) const
    {
        return takeup::threshold_of_share(
            share, takeup::propensity_spread(behaviour_, households_on_low_income(setting_, member_)));
    }

    // Amounts count for schemes with published users: over the mean of the entitled at calibration.
    void settle_mean_amounts(std::vector<Decisions> const& decided)
    {
        for (auto const& target : setting_.municipality.targets) {
            std::size_t const k = place_of(target.scheme);
            std::int64_t cents = 0;
            std::int64_t entitled = 0;
            for (auto const& of_household : decided) {
                cents += of_household[k].grant_cents;
                entitled += of_household[k].grant_cents > 0 ? 1 : 0;
            }
            mean_amount_[k] = entitled > 0 ? static_cast<double>(cents) / static_cast<double>(entitled) : 0;
        }
    }

    // Who is entitled in a baseline keeps that amount in mind, whatever a package gives.
    void settle_amounts(std::vector<Decisions> const& decided)
    {
        for (std::size_t i = 0; i < decided.size(); ++i) {
            for (std::size_t k = 0; k < rules::scheme_count; ++k) {
                auto& amount = amount_that_counts_[i][k];
                amount = amount == 0 ? decided[i][k].grant_cents : amount;
            }
        }
    }

    double propensity_of(std::uint32_t i, std::size_t k, std::int64_t grant_cents) const
    {
        auto const& population = member_.population;
        double const drawn = takeup::propensity(
            behaviour_, setting_.seed,
            {member_.number, i, population.persons.profile[population.person_begin[i]], groups_[i]},
            takeup::draw_of_scheme(rules::schemes[k].key), replicate_);
        std::int64_t const settled = amount_that_counts_[i][k];
        auto const amount = static_cast<double>(settled > 0 ? settled : grant_cents);
        return mean_amount_[k] > 0 && amount > 0
                   ? drawn + takeup::amount_term(behaviour_, amount, mean_amount_[k])
                   : drawn;
    }

    double without_target(std::size_t scheme) const
    {
        for (auto const& target : setting_.municipality.targets) {
            if (target.scheme == rules::schemes[scheme].key) {
                return 0;  // overwritten
            }
        }
        return of_share(behaviour_(rules::schemes[scheme].key));
    }

    // The lowest propensity that claims, so that users come nearest to the target; more rather than fewer.
    static double nearest(std::vector<Decisions> const& decided, std::size_t scheme, std::int64_t wanted)
    {
        std::vector<std::pair<double, std::int64_t>> entitled;
        std::int64_t users = 0;
        for (auto const& of_household : decided) {
            if (of_household[scheme].grant_cents > 0) {
                entitled.emplace_back(of_household[scheme].propensity, of_household[scheme].users);
                users += of_household[scheme].users;
            }
        }
        if (wanted >= users) {
            return -std::numeric_limits<double>::infinity();
        }
        std::sort(entitled.begin(), entitled.end());
        double best = std::numeric_limits<double>::infinity();
        std::int64_t distance = wanted;  // nobody claims
        std::int64_t reached = 0;
        for (auto household = entitled.rbegin(); household != entitled.rend(); ++household) {
            reached += household->second;
            if (std::llabs(reached - wanted) <= distance) {
                distance = std::llabs(reached - wanted);
                best = household->first;
            }
        }
        return best;
    }

    Claims claims_of(Package const& package) const
    {
        Claims claims = baseline_claims_;
        for (auto const& scheme : package.ex_officio) {
            claims.is_ex_officio[place_of(scheme)] = true;
        }
        for (auto const& change : package.take_up) {
            std::size_t const k = place_of(change.scheme);
            std::int64_t entitled = 0;
            std::int64_t reached = 0;
            for (auto const& household : decisions_[0]) {
                entitled += household[k].grant_cents > 0 ? household[k].users : 0;
                reached += household[k].receives ? household[k].users : 0;
            }
            if (entitled == 0) {
                claims.threshold[k] = of_share(change.value);
                continue;
            }
            double const now = static_cast<double>(reached) / static_cast<double>(entitled);
            double share = change.value;
            if (change.kind == input::TakeUpChange::Kind::relative_rise) {
                share = now * (1 + change.value);
            } else if (change.kind == input::TakeUpChange::Kind::rise_in_points) {
                share = now + change.value;
            }
            claims.threshold[k] =
                nearest(decisions_[0], k, std::llround(std::min(1.0, share) * static_cast<double>(entitled)));
        }
        return claims;
    }

    // The policy with the uncertain terms of this replicate.
    rules::Policy of_replicate(DatedPolicy const& dated) const
    {
        auto policy = dated.policy;
        auto const& uncertain = setting_.municipality.uncertain_terms;
        for (std::uint32_t i = 0; i < uncertain.size(); ++i) {
            auto const& scheme = uncertain[i].scheme;
            auto const& term = uncertain[i].term;
            bool is_the_packages_own = false;
            for (auto const& row : dated.terms) {
                is_the_packages_own = is_the_packages_own ||
                                      (row.scheme == scheme && row.term == term && row.status == "package");
            }
            if (!is_the_packages_own) {
                double const u = uniform(setting_.seed, Stream::term, 0, i, 0, replicate_);
                double const drawn = uncertain[i].low + u * (uncertain[i].high - uncertain[i].low);
                double const central = term_value(setting_.calibration_policy.policy, scheme, term);
                double const now = term_value(policy, scheme, term);
                set_term(policy, scheme, term, central > 0 ? now * (drawn / central) : now + drawn);
            }
        }
        return policy;
    }

    rules::MunicipalHousehold household_at(rules::Policy const& policy, MemberColumns const& columns,
                                           std::uint32_t i) const
    {
        auto const& population = member_.population;
        auto h = columns.household(i);
        auto const needs = takeup::draw_needs(policy.municipal, setting_.seed, member_.number, i, replicate_);
        h.special_need_cents_per_year = needs.special_cents_per_year;
        h.goods_need_cents_per_year = needs.goods_cents_per_year;
        h.crisis_need_cents_per_year = needs.crisis_cents_per_year;
        int const persons = static_cast<int>(population.person_begin[i + 1] - population.person_begin[i]);
        bool const is_owner = population.tenure[i] == population::Tenure::owner;
        h.local_taxes_cents_per_year = rules::cents_of(rules::local_taxes_per_year(
            persons, is_owner, population.woz_value_euro[i], policy.local_charges));
        return h;
    }

    std::vector<Decisions> decide(DatedPolicy const& dated, MemberColumns const& columns,
                                  Claims const& claims) const
    {
        auto const& population = member_.population;
        auto const policy = of_replicate(dated);
        std::vector<Decisions> all(population.size());
        for (std::uint32_t i = 0; i < population.size(); ++i) {
            auto h = household_at(policy, columns, i);
            h.cash_support_cents_per_year = 0;
            rules::for_each_scheme([&](auto scheme, auto index) {
                using S = decltype(scheme);
                auto const decided = S::entitlement(h, std::get<index>(policy.municipal));
                Decision& decision = all[i][index];
                decision.grant_cents = decided.cents_per_year;
                decision.is_entitled = S::is_capped ? decided.cents_per_year > 0 : decided.is_eligible == 1;
                decision.users = setting_.counted_in[index] == rules::CountedIn::children  ? h.children
                                 : setting_.counted_in[index] == rules::CountedIn::persons ? h.adults
                                                                                           : 1;
                decision.propensity = propensity_of(i, index, decided.cents_per_year);
                bool const is_known = claims.is_ex_officio[index] && population.receives_social_assistance[i];
                decision.receives = decided.cents_per_year > 0 &&
                                    (is_known || decision.propensity >= claims.threshold[index]);
                if (S::is_cash && decision.receives) {
                    h.cash_support_cents_per_year += decided.cents_per_year;
                }
            });
        }
        rules::for_each_scheme([&](auto scheme, auto index) {
            using S = decltype(scheme);
            if constexpr (S::is_capped) {
                spend_budget(all, index, to_cents(std::get<index>(policy.municipal).budget_cap));
            }
        });
        return all;
    }

    // The most inclined are served until the next grant would exceed the budget.
    static void spend_budget(std::vector<Decisions>& all, std::size_t scheme, std::int64_t budget)
    {
        std::map<double, Decision*, std::greater<>> by_inclination;
        for (auto& household : all) {
            if (household[scheme].receives) {
                by_inclination[household[scheme].propensity] = &household[scheme];
            }
        }
        bool is_spent = false;
        for (auto& [propensity, decision] : by_inclination) {
            is_spent = is_spent || decision->grant_cents > budget;
            decision->receives = !is_spent;
            budget -= is_spent ? 0 : decision->grant_cents;
        }
    }

    outcomes::Tally count(std::vector<Decisions> const& decided, MemberColumns const& columns,
                          std::vector<Decisions> const* baseline) const
    {
        using outcomes::PackageOutcome;
        using outcomes::SchemeOutcome;
        auto const& population = member_.population;
        outcomes::Tally tally(setting_.cells.size());
        for (std::uint32_t i = 0; i < population.size(); ++i) {
            auto const h = columns.household(i);
            std::int64_t const persons = population.person_begin[i + 1] - population.person_begin[i];
            auto const in_cells = [&](auto outcome, std::int64_t amount) {
                for (auto const cell : columns.cells[i]) {
                    tally.add(outcome, cell, amount);
                }
            };
            std::int64_t cash = 0;
            bool is_new = false;
            bool is_lost = false;
            bool is_newly_reached = false;
            bool is_no_longer_reached = false;
            for (std::size_t k = 0; k < rules::scheme_count; ++k) {
                auto const& decision = decided[i][k];
                if (decision.is_entitled) {
                    for (auto const cell : columns.cells[i]) {
                        tally.add(k, SchemeOutcome::entitled_households, cell, 1);
                    }
                    tally.add(k, SchemeOutcome::entitled_persons, 0, persons);
                    tally.add(k, SchemeOutcome::entitled_children, 0, h.children);
                }
                if (decision.receives) {
                    for (auto const cell : columns.cells[i]) {
                        tally.add(k, SchemeOutcome::recipients_households, cell, 1);
                        tally.add(k, SchemeOutcome::cost_cents_per_year, cell, decision.grant_cents);
                    }
                    tally.add(k, SchemeOutcome::recipients_persons, 0, persons);
                    tally.add(k, SchemeOutcome::recipients_children, 0, h.children);
                    tally.add(k, SchemeOutcome::users, 0, decision.users);
                    cash += rules::schemes[k].is_cash ? decision.grant_cents : 0;
                }
                if (baseline != nullptr) {
                    auto const& before = (*baseline)[i][k];
                    is_new = is_new || (decision.is_entitled && !before.is_entitled);
                    is_lost = is_lost || (before.is_entitled && !decision.is_entitled);
                    is_newly_reached = is_newly_reached || (decision.receives && !before.receives);
                    is_no_longer_reached = is_no_longer_reached || (before.receives && !decision.receives);
                }
            }
            auto const change = [&](bool happened, PackageOutcome households, PackageOutcome of_persons,
                                    PackageOutcome of_children) {
                if (happened) {
                    in_cells(households, 1);
                    tally.add(of_persons, 0, persons);
                    tally.add(of_children, 0, h.children);
                }
            };
            change(is_new, PackageOutcome::newly_entitled_households, PackageOutcome::newly_entitled_persons,
                   PackageOutcome::newly_entitled_children);
            change(is_lost, PackageOutcome::no_longer_entitled_households,
                   PackageOutcome::no_longer_entitled_persons, PackageOutcome::no_longer_entitled_children);
            change(is_newly_reached, PackageOutcome::newly_reached_households,
                   PackageOutcome::newly_reached_persons, PackageOutcome::newly_reached_children);
            change(is_no_longer_reached, PackageOutcome::no_longer_reached_households,
                   PackageOutcome::no_longer_reached_persons, PackageOutcome::no_longer_reached_children);

            // Poverty: what is left a month after the line, with a twelfth of the year's cash in whole cents.
            auto const& position = columns.poverty[i];
            std::int64_t const margin = position.margin_cents_per_month + cash / 12;
            if (!position.passes_wealth_test) {
                continue;
            }
            if (margin < 0) {
                bool const works = population.main_source[i] == population::Source::employee ||
                                   population.main_source[i] == population::Source::self_employed;
                in_cells(PackageOutcome::poor_households, 1);
                in_cells(PackageOutcome::poor_persons, persons);
                in_cells(PackageOutcome::poor_children, h.children);
                in_cells(PackageOutcome::poor_persons_in_working_households, works ? persons : 0);
                in_cells(PackageOutcome::poverty_gap_cents_per_year, -12 * margin);
            } else if (4 * margin < position.line_cents_per_month) {
                in_cells(PackageOutcome::near_poor_persons, persons);
            }
            if (margin - position.health_premium_cents_per_month < 0) {
                in_cells(PackageOutcome::poor_persons_premium_deducted, persons);
            }
        }
        return tally;
    }

    Setting const& setting_;
    Member const& member_;
    std::uint32_t replicate_;
    takeup::Behaviour behaviour_;
    std::vector<takeup::Group> groups_;
    std::array<double, rules::scheme_count> mean_amount_{};  // cents; 0: amounts do not count
    std::vector<std::array<std::int64_t, rules::scheme_count>> amount_that_counts_;  // 0: the package's own
    Claims baseline_claims_;
    std::vector<Decisions> calibrated_;
    std::vector<std::vector<Decisions>> decisions_;
};

}  // namespace minimasim::run::test
