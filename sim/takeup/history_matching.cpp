#include "sim/takeup/history_matching.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/base/error.hpp"
#include "sim/base/loop.hpp"

namespace minimasim::takeup {

namespace {

constexpr double deviations_of_90_percent = 2 * 1.6448536269514722;  // width of a 90 % interval

// Households of one scheme and member, and how many of them do not use it.
struct Count {
    std::int64_t households = 0;
    std::int64_t non_users = 0;

    void add(std::uint8_t is_non_user)
    {
        ++households;
        non_users += is_non_user;
    }
};

struct Counts {
    std::array<Count, group_count> by_group{};
    Count of_small_amounts;
    Count all;

    Count const& of(Evidence const& evidence) const
    {
        return evidence.is_of_small_amounts ? of_small_amounts
               : evidence.group             ? by_group[static_cast<std::size_t>(*evidence.group)]
                                            : all;
    }
};

Counts counts_of(std::vector<EntitledHousehold> const& households,
                 std::vector<std::uint8_t> const& is_non_user)
{
    Counts counts;
    for (std::size_t i = 0; i < households.size(); ++i) {
        counts.all.add(is_non_user[i]);
        counts.by_group[static_cast<std::size_t>(households[i].group)].add(is_non_user[i]);
        if (households[i].has_small_amount) {
            counts.of_small_amounts.add(is_non_user[i]);
        }
    }
    return counts;
}

struct Tried {
    ParameterVector vector{};
    std::vector<MatchingTargets::Rate> rates;
    double implausibility = 0;
};

ParameterBox prior_box(Assumptions const& assumptions)
{
    ParameterBox box{};
    for (std::size_t p = 0; p < box.size(); ++p) {
        auto const found =
            std::find_if(assumptions.take_up.begin(), assumptions.take_up.end(),
                         [&](auto const& known) { return known.parameter == matched_parameters[p]; });
        if (found == assumptions.take_up.end()) {
            throw ModelError("data/assumptions/take_up.csv does not hold " +
                             std::string(matched_parameters[p]));
        }
        box[p] = {found->low, found->high};
    }
    return box;
}

std::vector<Tried> try_wave(MatchingTargets const& targets, ParameterBox const& box, std::uint32_t wave,
                            std::uint32_t vectors, std::uint64_t seed, int threads)
{
    return run_in_parallel(vectors, threads, [&](std::size_t i) {
        Tried tried;
        tried.vector = vector_in_box(box, seed, wave, static_cast<std::uint32_t>(i));
        tried.rates = targets.rates(tried.vector);
        tried.implausibility = targets.implausibility(tried.rates);
        return tried;
    });
}

ParameterBox box_around(std::vector<Tried> const& tried)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    ParameterBox box;
    box.fill({infinity, -infinity});
    for (auto const& one : tried) {
        for (std::size_t p = 0; p < box.size(); ++p) {
            box[p].low = std::min(box[p].low, one.vector[p]);
            box[p].high = std::max(box[p].high, one.vector[p]);
        }
    }
    return box;
}

std::vector<Tried> survivors(std::vector<Tried> const& tried)
{
    std::vector<Tried> kept;
    std::copy_if(tried.begin(), tried.end(), std::back_inserter(kept),
                 [](Tried const& one) { return one.implausibility < implausibility_limit; });
    return kept;
}

Range interval_of(std::vector<std::pair<double, double>> const& value_and_weight)
{
    return {weighted_percentile(value_and_weight, 0.05), weighted_percentile(value_and_weight, 0.95)};
}

}  // namespace

double weighted_percentile(std::vector<std::pair<double, double>> value_and_weight, double p)
{
    std::sort(value_and_weight.begin(), value_and_weight.end());
    double all = 0;
    for (auto const& [value, weight] : value_and_weight) {
        all += weight;
    }
    double below = 0;
    for (auto const& [value, weight] : value_and_weight) {
        below += weight;
        if (below >= p * all) {
            return value;
        }
    }
    return value_and_weight.empty() ? 0 : value_and_weight.back().first;
}

ParameterVector vector_in_box(ParameterBox const& box, std::uint64_t seed, std::uint32_t wave,
                              std::uint32_t number)
{
    ParameterVector vector{};
    for (std::size_t p = 0; p < box.size(); ++p) {
        double const u =
            uniform(seed, Stream::assumption, wave, static_cast<std::uint32_t>(p), design_draw, number);
        vector[p] = box[p].low + u * (box[p].high - box[p].low);
    }
    return vector;
}

MatchingTargets::MatchingTargets(Assumptions const& assumptions, std::vector<Evidence> const& evidence,
                                 std::vector<std::vector<Entitled>> const& members)
    : assumptions_(assumptions), members_(members)
{
    for (auto const& one : evidence) {
        for (std::size_t s = 0; !members.empty() && s < members[0].size(); ++s) {
            if (members[0][s].scheme != one.scheme) {
                continue;
            }
            std::int64_t households = 0;
            for (auto const& of_member : members) {
                auto const& entitled = of_member[s].households;
                households +=
                    counts_of(entitled, std::vector<std::uint8_t>(entitled.size())).of(one).households;
            }
            evidence_.push_back(one);
            scheme_.push_back(s);
            households_.push_back(households);
        }
    }
}

std::vector<MatchingTargets::Rate> MatchingTargets::rates(ParameterVector const& vector) const
{
    Behaviour const behaviour(assumptions_, vector);
    InclinationSpace space;
    std::vector<std::uint8_t> is_non_user;
    std::vector<std::vector<double>> by_member(evidence_.size());
    for (auto const& of_member : members_) {
        for (std::size_t s = 0; s < of_member.size(); ++s) {
            auto const& households = of_member[s].households;
            auto const non_users = static_cast<std::size_t>(
                std::llround(of_member[s].non_use * static_cast<double>(households.size())));
            mark_non_users(households, behaviour, non_users, space, is_non_user);
            auto const counts = counts_of(households, is_non_user);
            for (std::size_t e = 0; e < evidence_.size(); ++e) {
                auto const& count = counts.of(evidence_[e]);
                if (scheme_[e] == s && count.households > 0) {
                    by_member[e].push_back(static_cast<double>(count.non_users) /
                                           static_cast<double>(count.households));
                }
            }
        }
    }
    std::vector<Rate> rates(evidence_.size());
    for (std::size_t e = 0; e < rates.size(); ++e) {
        auto const n = static_cast<double>(by_member[e].size());
        for (double const rate : by_member[e]) {
            rates[e].mean += rate / n;
        }
        for (double const rate : by_member[e]) {
            rates[e].variance += n > 1 ? (rate - rates[e].mean) * (rate - rates[e].mean) / (n * (n - 1)) : 0;
        }
    }
    return rates;
}

double MatchingTargets::implausibility(std::vector<Rate> const& rates) const
{
    double largest = 0;
    for (std::size_t e = 0; e < evidence_.size(); ++e) {
        auto const& evidence = evidence_[e];
        // The rate of all entitled is met exactly, by the threshold.
        if (evidence.use != Evidence::Use::match || evidence.is_of_all() || households_[e] == 0) {
            continue;
        }
        double const sampling = (evidence.high - evidence.low) / deviations_of_90_percent;
        double const variance =
            sampling * sampling + rates[e].variance + evidence.discrepancy * evidence.discrepancy;
        largest = std::max(largest, std::fabs(rates[e].mean - evidence.rate) / std::sqrt(variance));
    }
    return largest;
}

Matching match_history(Assumptions const& assumptions, std::vector<Evidence> const& evidence,
                       std::vector<std::vector<Entitled>> const& members, std::uint32_t vectors,
                       std::uint64_t seed, int threads)
{
    MatchingTargets const targets(assumptions, evidence, members);
    Matching matching;
    matching.prior = prior_box(assumptions);
    auto const first = try_wave(targets, matching.prior, 1, vectors, seed, threads);
    auto kept = survivors(first);
    if (kept.empty()) {
        throw ModelError(
            "no parameters of take-up inside the intervals of data/assumptions/take_up.csv agree with the "
            "rates to match in data/assumptions/take_up_evidence.csv");
    }
    matching.kept_of_prior = static_cast<double>(kept.size()) / vectors;
    auto const second = survivors(try_wave(targets, box_around(kept), 2, vectors, seed, threads));
    matching.kept_of_second = static_cast<double>(second.size()) / vectors;
    kept.insert(kept.end(), second.begin(), second.end());
    matching.posterior = box_around(kept);

    double sum = 0;
    for (auto const& one : kept) {
        double const weight = std::exp(-0.5 * one.implausibility * one.implausibility);
        matching.plausible.add(one.vector, weight);
        sum += weight;
    }
    for (std::size_t e = 0; e < targets.evidence().size(); ++e) {
        MatchedRate rate;
        rate.evidence = targets.evidence()[e];
        rate.households = static_cast<double>(targets.households(e));
        std::vector<std::pair<double, double>> before;
        for (auto const& one : first) {
            before.emplace_back(one.rates[e].mean, 1);
        }
        std::vector<std::pair<double, double>> after;
        for (std::size_t i = 0; i < kept.size(); ++i) {
            after.emplace_back(kept[i].rates[e].mean, matching.plausible.weight(i));
            rate.mean += kept[i].rates[e].mean * matching.plausible.weight(i) / sum;
        }
        rate.prior = interval_of(before);
        rate.plausible = interval_of(after);
        matching.rates.push_back(std::move(rate));
    }
    return matching;
}

}  // namespace minimasim::takeup
