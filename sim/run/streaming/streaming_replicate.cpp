#include "sim/run/streaming/streaming_replicate.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <utility>

#include "sim/base/loop.hpp"
#include "sim/run/streaming/candidate_spill.hpp"
#include "sim/run/streaming/streaming_part.hpp"

namespace minimasim::run {

namespace {

using outcomes::Tally;
using rules::scheme_count;

// Candidates of every scheme, for each thread apart.
using Spills = std::array<SpillsOfScheme, scheme_count>;

bool has_active_cap(rules::Policy const& policy)
{
    bool is_found = false;
    rules::for_each_scheme([&](auto scheme, auto index) {
        using S = decltype(scheme);
        is_found |= S::is_capped && std::get<index>(policy.municipal).is_active >= 0.5;
    });
    return is_found;
}

// The terms of every scheme give the cap in whole cents.
std::int64_t cap_cents(rules::Policy const& policy, std::size_t scheme)
{
    std::int64_t cents = 0;
    rules::for_each_scheme([&](auto capped, auto index) {
        using S = decltype(capped);
        if constexpr (S::is_capped) {
            cents = index == scheme ? to_cents(std::get<index>(policy.municipal).budget_cap) : cents;
        }
    });
    return cents;
}

// One replicate of a streamed population: the passes over all parts, and what they find.
class StreamedReplicate {
  public:
    StreamedReplicate(Setting const& setting, StreamedPopulation const& streamed, std::uint32_t replicate,
                      StreamOptions const& options)
        : setting_(setting),
          streamed_(streamed),
          options_(options),
          terms_(setting, replicate, streamed.on_low_income),
          kept_(streamed.store.parts() <= threads() ? streamed.store.parts() : 0)
    {
    }

    ReplicateResult run()
    {
        ReplicateResult result;
        find_calibration(result.thresholds);
        find_baseline_use();
        for (std::size_t p = 1; p < setting_.packages.size(); ++p) {
            terms_.caps[p] = caps_of(terms_.policies[p], [p](PartOfReplicate& part) {
                part.baseline();
                return part.claims_under_caps(p);
            });
        }
        count(result);
        return result;
    }

  private:
    struct KeptPart {
        Member member;
        std::unique_ptr<PartOfReplicate> part;
    };

    // Runs action(thread, part) for all parts on all threads. Where each thread has no more than one part,
    // that part is kept from pass to pass.
    template <class Action>
    void for_each_part(Action const& action)
    {
        if (kept_.size() == streamed_.store.parts()) {
            run_in_parallel(kept_.size(), options_.threads, [&](std::size_t part) {
                auto& kept = kept_[part];
                if (!kept.part) {
                    streamed_.store.read(part, kept.member);
                    kept.part = std::make_unique<PartOfReplicate>(terms_, kept.member);
                }
                action(part, *kept.part);
                return true;
            });
            return;
        }
        std::atomic<std::size_t> next = 0;
        run_in_parallel(threads(), options_.threads, [&](std::size_t thread) {
            Member member;
            for (std::size_t part = next++; part < streamed_.store.parts(); part = next++) {
                streamed_.store.read(part, member);
                PartOfReplicate of_part(terms_, member);
                action(thread, of_part);
            }
            return true;
        });
    }

    std::size_t threads() const
    {
        return std::min(static_cast<std::size_t>(team_size(options_.threads)),
                        std::max<std::size_t>(1, streamed_.store.parts()));
    }

    Spills new_spills() const
    {
        Spills spills;
        for (auto& of_scheme : spills) {
            for (std::size_t thread = 0; thread < threads(); ++thread) {
                of_scheme.emplace_back(options_.scratch_folder);
            }
        }
        return spills;
    }

    static void add(Candidates const& candidates, std::size_t thread, Spills& spills)
    {
        for (std::size_t k = 0; k < scheme_count; ++k) {
            for (auto const& candidate : candidates[k]) {
                spills[k][thread].add(candidate);
            }
        }
    }

    // Who is refused by the caps of a policy: `claims_of` brings a part to where its claims are known.
    template <class ClaimsOf>
    takeup::CapsOfPass caps_of(rules::Policy const& policy, ClaimsOf const& claims_of)
    {
        takeup::CapsOfPass caps;
        if (!has_active_cap(policy)) {
            return caps;
        }
        auto spills = new_spills();
        for_each_part(
            [&](std::size_t thread, PartOfReplicate& part) { add(claims_of(part), thread, spills); });
        for (std::size_t k = 0; k < scheme_count; ++k) {
            if (rules::schemes[k].is_capped) {
                caps[k] = first_refused_of(spills[k], cap_cents(policy, k));
            }
        }
        return caps;
    }

    static std::optional<takeup::FirstRefused> first_refused_of(SpillsOfScheme const& claims,
                                                                std::int64_t cap)
    {
        auto crossing = takeup::find_crossing(
            visit_all(claims),
            [](takeup::Candidate const& claim) { return std::int64_t{claim.cents_per_year}; }, cap);
        return takeup::first_refused(std::move(crossing.around), cap - crossing.before);
    }

    // Mean amounts of the entitled at the calibration date, and the claims that reach the published users.
    void find_calibration(std::vector<takeup::Threshold>& thresholds)
    {
        terms_.caps_then =
            caps_of(terms_.then, [](PartOfReplicate& part) { return part.claims_under_caps_then(); });
        auto spills = new_spills();
        if (!setting_.municipality.targets.empty()) {
            for_each_part([&](std::size_t thread, PartOfReplicate& part) {
                add(part.entitled_then(), thread, spills);
            });
        }
        for (std::size_t k = 0; k < scheme_count; ++k) {
            terms_.amounts_then[k] = amounts_of(spills[k]);
        }
        terms_.baseline_claims = claims_of_users(
            setting_,
            [&](std::size_t k, std::int64_t users) {
                return takeup::streamed_threshold_for(with_amounts(spills[k], terms_.amounts_then[k]), users);
            },
            terms_.behaviour, terms_.spread, thresholds);
        terms_.caps[0] = caps_of(terms_.policies[0], [](PartOfReplicate& part) {
            part.settle_calibration();
            return part.claims_under_caps(0);
        });
    }

    // The candidates of a scheme with published users, each as its amount inclines it.
    takeup::VisitCandidates with_amounts(SpillsOfScheme const& spills, Amounts const& amounts) const
    {
        double const mean = amounts.count > 0 ? amounts.mean_cents() : 0;
        return [this, visit = visit_all(spills), mean](auto const& see) {
            visit([&](takeup::Candidate candidate) {
                if (mean != 0) {
                    candidate.propensity +=
                        takeup::amount_term(terms_.behaviour, candidate.cents_per_year, mean);
                }
                see(candidate);
            });
        };
    }

    // The claims of every package; asks how the baseline is used only where a package changes that.
    void find_baseline_use()
    {
        bool const is_asked = std::any_of(setting_.packages.begin(), setting_.packages.end(),
                                          [](Package const& package) { return !package.take_up.empty(); });
        auto spills = new_spills();
        std::vector<Tally> tallies(threads(), Tally(setting_.cells.size()));
        if (is_asked) {
            for_each_part([&](std::size_t thread, PartOfReplicate& part) {
                tallies[thread] += part.baseline();
                add(part.entitled_now(), thread, spills);
            });
        }
        BaselineUse use;
        for (std::size_t k = 0; k < scheme_count; ++k) {
            use.entitled[k] = users_of(spills[k]);
            for (auto const& tally : tallies) {
                use.users[k] += tally.at(k, outcomes::SchemeOutcome::users);
            }
        }
        use.threshold_for = [&](std::size_t k, std::int64_t users) {
            return takeup::streamed_threshold_for(visit_all(spills[k]), users);
        };
        for (std::size_t p = 1; p < setting_.packages.size(); ++p) {
            terms_.claims[p] = claims_of(setting_, setting_.packages[p], terms_.baseline_claims, use,
                                         terms_.behaviour, terms_.spread);
        }
    }

    // With everything known: all tallies.
    void count(ReplicateResult& result)
    {
        struct Counted {
            Tally calibration;
            std::vector<Tally> packages;
            TakeUpChecks checks;
        };
        Tally const nobody(setting_.cells.size());
        std::vector<Counted> counted(threads());
        for (auto& of_thread : counted) {
            of_thread = {nobody, std::vector<Tally>(setting_.packages.size(), nobody), {}};
        }
        for_each_part([&](std::size_t thread, PartOfReplicate& part) {
            auto& of_thread = counted[thread];
            part.settle_calibration();
            of_thread.calibration += part.calibrated(of_thread.checks);
            of_thread.packages[0] += part.baseline();
            auto const others = part.packages();
            for (std::size_t p = 0; p < others.size(); ++p) {
                of_thread.packages[1 + p] += others[p];
            }
        });
        result.calibration = nobody;
        result.packages.assign(setting_.packages.size(), nobody);
        result.checks = streamed_.long_low_income;
        for (auto const& of_thread : counted) {
            result.calibration += of_thread.calibration;
            for (std::size_t p = 0; p < result.packages.size(); ++p) {
                result.packages[p] += of_thread.packages[p];
            }
            result.checks.entitled_to_some += of_thread.checks.entitled_to_some;
            result.checks.uses_no_scheme += of_thread.checks.uses_no_scheme;
            result.checks.uses_nothing += of_thread.checks.uses_nothing;
        }
        // Who was not kept receives nothing in any package.
        auto const others = static_cast<std::int64_t>(streamed_.households - streamed_.store.households());
        for (auto& package : result.packages) {
            package.add_without_support(others);
        }
        finish(result.calibration, result.checks);
    }

    Setting const& setting_;
    StreamedPopulation const& streamed_;
    StreamOptions const& options_;
    ReplicateTerms terms_;
    std::vector<KeptPart> kept_;  // empty: there are more parts than threads
};

}  // namespace

ReplicateResult run_streamed_replicate(Setting const& setting, StreamedPopulation const& streamed,
                                       std::uint32_t replicate, StreamOptions const& options)
{
    return StreamedReplicate(setting, streamed, replicate, options).run();
}

}  // namespace minimasim::run
