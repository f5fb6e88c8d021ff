#include "sim/population/whole_households.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "sim/population/draws.hpp"
#include "sim/population/rounding.hpp"

namespace minimasim::population {

namespace {

constexpr std::uint32_t repair_draws = 0x10000;  // address of the repair, apart from those of the starts
constexpr int patience = 15'000;                 // proposals without gain before a descent ends
constexpr int reheats = 16;                      // attempts to leave a dead end
constexpr int reheat_proposals = 3'000;
constexpr double temperature = 1.6;  // of a reheat, in units of misfit: a HARD unit weighs 8
constexpr double free_share = 0.3;
constexpr double town_first = 0.1;  // weight of the municipality while the neighbourhoods are made exact

// Allowed interval of one feature and what a unit outside it weighs.
struct Limits {
    double low = 0;
    double high = 0;
    double weight = 0;

    double misfit(double total) const
    {
        return weight * (total < low ? low - total : total > high ? total - high : 0);
    }
};

// HARD margins exactly, FIRM ones inside their interval; estimates (SOFT) stay near what the fit gave them.
std::vector<Limits> limits_of(std::vector<MarginGoal> const& goals, std::vector<double> const& fitted)
{
    std::vector<Limits> limits(feature::count);
    for (auto const& g : goals) {
        auto& limit = limits[g.goal.feature];
        if (g.row.evidence_class == 'H') {
            bool const is_type =
                g.goal.feature >= feature::type && g.goal.feature < feature::type + household_type_count;
            limit = {g.row.target, g.row.target, is_type ? 40.0 : 8.0};
        } else if (g.row.evidence_class == 'F') {
            double const low = std::ceil(g.row.low - 1e-9);
            limit = {low, std::max(low, std::floor(g.row.high + 1e-9)), 2};
        } else {
            double const total = fitted[g.goal.feature];
            double const slack = 2 + 0.5 * std::sqrt(total) + 0.003 * total;
            limit = {total - slack, total + slack, 0.2};
        }
    }
    return limits;
}

class Repair {
  public:
    Repair(FeatureRows const& rows, FittedWeights const& fitted, MarginGoals const& goals,
           WholeHouseholds const& whole)
        : rows_(rows), town_(feature::count, 0.0)
    {
        std::vector<double> town_fitted(feature::count, 0.0);
        for (std::size_t n = 0; n < whole.archetypes.size(); ++n) {
            auto const fitted_here = feature_totals(rows, fitted.weights[n]);
            for (std::size_t f = 0; f < fitted_here.size(); ++f) {
                town_fitted[f] += fitted_here[f];
            }
            limits_.push_back(limits_of(goals.neighbourhoods[n], fitted_here));
            std::vector<double> here(feature::count, 0.0);
            for (auto const k : whole.archetypes[n]) {
                for (auto z = rows.begin[k]; z < rows.begin[k + 1]; ++z) {
                    here[rows.feature[z]] += static_cast<double>(rows.count[z]);
                }
            }
            for (std::size_t f = 0; f < here.size(); ++f) {
                town_[f] += here[f];
            }
            totals_.push_back(std::move(here));
        }
        town_limits_ = limits_of(goals.municipality, town_fitted);
    }

    // Weighs the municipality's margins of persons; those of household types stay, because ages can be
    // repaired with types standing but not the other way round.
    void weigh_town_persons(double factor)
    {
        for (std::size_t f = 0; f < town_limits_.size(); ++f) {
            bool const is_type = f >= feature::type && f < feature::type + household_type_count;
            town_limits_[f].weight *= is_type ? 1 : factor;
        }
    }

    double misfit() const
    {
        double sum = 0;
        for (std::size_t f = 0; f < town_.size(); ++f) {
            sum += town_limits_[f].misfit(town_[f]);
            for (std::size_t n = 0; n < totals_.size(); ++n) {
                sum += limits_[n][f].misfit(totals_[n][f]);
            }
        }
        return sum;
    }

    // The part of HARD and FIRM margins only.
    double binding_misfit() const
    {
        double sum = 0;
        auto const part = [](Limits const& limits, double total) {
            return limits.weight > 1 ? limits.misfit(total) : 0;
        };
        for (std::size_t f = 0; f < town_.size(); ++f) {
            sum += part(town_limits_[f], town_[f]);
            for (std::size_t n = 0; n < totals_.size(); ++n) {
                sum += part(limits_[n][f], totals_[n][f]);
            }
        }
        return sum;
    }

    // A margin that is off: its neighbourhood (or the number of neighbourhoods for the municipality),
    // feature, sign.
    struct Miss {
        std::size_t place;
        std::uint16_t feature;
        bool is_over;
    };

    std::vector<Miss> misses() const
    {
        std::vector<Miss> found;
        auto const look = [&](std::size_t place, std::vector<Limits> const& limits,
                              std::vector<double> const& totals) {
            for (std::size_t f = 0; f < totals.size(); ++f) {
                if (limits[f].misfit(totals[f]) > 1e-9) {
                    found.push_back({place, static_cast<std::uint16_t>(f), totals[f] > limits[f].high});
                }
            }
        };
        for (std::size_t n = 0; n < totals_.size(); ++n) {
            look(n, limits_[n], totals_[n]);
        }
        look(totals_.size(), town_limits_, town_);
        return found;
    }

    float count_of(std::uint32_t archetype, std::uint16_t f) const
    {
        for (auto z = rows_.begin[archetype]; z < rows_.begin[archetype + 1]; ++z) {
            if (rows_.feature[z] >= f) {
                return rows_.feature[z] == f ? rows_.count[z] : 0;
            }
        }
        return 0;
    }

    // Change of misfit when a household of the neighbourhood changes from archetype `from` to `to`.
    double change(std::size_t n, std::uint32_t from, std::uint32_t to)
    {
        difference(from, to);
        double sum = 0;
        auto const& here = totals_[n];
        for (int i = 0; i < differing_; ++i) {
            auto const f = changed_[static_cast<std::size_t>(i)].feature;
            double const by = changed_[static_cast<std::size_t>(i)].by;
            sum += town_limits_[f].misfit(town_[f] + by) - town_limits_[f].misfit(town_[f]) +
                   limits_[n][f].misfit(here[f] + by) - limits_[n][f].misfit(here[f]);
        }
        return sum;
    }

    // Makes the change last looked at.
    void apply(std::size_t n)
    {
        for (int i = 0; i < differing_; ++i) {
            auto const& c = changed_[static_cast<std::size_t>(i)];
            totals_[n][c.feature] += c.by;
            town_[c.feature] += c.by;
        }
    }

  private:
    struct Changed {
        std::uint16_t feature;
        double by;
    };

    void difference(std::uint32_t from, std::uint32_t to)
    {
        differing_ = 0;
        auto a = rows_.begin[from];
        auto b = rows_.begin[to];
        auto const put = [&](std::uint16_t f, double by) {
            if (by != 0) {
                changed_[static_cast<std::size_t>(differing_++)] = {f, by};
            }
        };
        while (a < rows_.begin[from + 1] || b < rows_.begin[to + 1]) {
            bool const has_a = a < rows_.begin[from + 1];
            bool const has_b = b < rows_.begin[to + 1];
            if (has_a && has_b && rows_.feature[a] == rows_.feature[b]) {
                put(rows_.feature[a],
                    static_cast<double>(rows_.count[b]) - static_cast<double>(rows_.count[a]));
                ++a;
                ++b;
            } else if (has_a && (!has_b || rows_.feature[a] < rows_.feature[b])) {
                put(rows_.feature[a], -static_cast<double>(rows_.count[a]));
                ++a;
            } else {
                put(rows_.feature[b], static_cast<double>(rows_.count[b]));
                ++b;
            }
        }
    }

    FeatureRows const& rows_;
    std::vector<Limits> town_limits_;
    std::vector<std::vector<Limits>> limits_;
    std::vector<double> town_;
    std::vector<std::vector<double>> totals_;
    std::array<Changed, 512> changed_{};
    int differing_ = 0;
};

// Proposes replacements of one household by another archetype of its neighbourhood, aimed at the margins that
// are off.
class Proposals {
  public:
    Proposals(Repair const& repair, FittedWeights const& fitted, std::vector<Sampler> const& samplers,
              Draws& draws, WholeHouseholds const& whole)
        : repair_(repair), fitted_(fitted), samplers_(samplers), draws_(draws), whole_(whole)
    {
        look_again();
    }

    void look_again() { misses_ = repair_.misses(); }

    // Sets neighbourhood, place and to; false when this attempt found nothing.
    bool next()
    {
        if (misses_.empty()) {
            return false;
        }
        auto const& miss = misses_[index(misses_.size())];
        bool const is_free = draws_.happens(free_share);  // no aim: what is off may need a detour
        std::size_t const places = whole_.archetypes.size();
        neighbourhood = miss.place < places ? miss.place : index(places);
        auto const& households = whole_.archetypes[neighbourhood];
        if (households.empty()) {
            return false;
        }
        for (int attempt = 0; attempt < 8; ++attempt) {
            place = index(households.size());
            if (is_free || !miss.is_over || repair_.count_of(households[place], miss.feature) > 0) {
                break;
            }
        }
        float const has = repair_.count_of(households[place], miss.feature);
        for (int attempt = 0; attempt < 6; ++attempt) {
            to = candidate(households[place]);
            float const gets = repair_.count_of(to, miss.feature);
            bool const is_aimed = is_free || (miss.is_over ? gets < has : gets > has);
            if (is_aimed && to != households[place] && fitted_.weights[neighbourhood][to] > 1e-7) {
                return true;
            }
        }
        return false;
    }

    std::size_t neighbourhood = 0;
    std::size_t place = 0;
    std::uint32_t to = 0;

  private:
    std::size_t index(std::size_t count)
    {
        return std::min(static_cast<std::size_t>(draws_.next() * static_cast<double>(count)), count - 1);
    }

    std::uint32_t candidate(std::uint32_t from)
    {
        double const v = draws_.next();
        if (v < 0.75) {  // a neighbour in the hierarchy: same type, mostly same tenure and class
            double const last = static_cast<double>(fitted_.weights.front().size() - 1);
            return static_cast<std::uint32_t>(
                std::clamp(static_cast<double>(from) + (v / 0.75 - 0.5) * 1200, 0.0, last));
        }
        return static_cast<std::uint32_t>(samplers_[neighbourhood]((v - 0.75) * 4));
    }

    Repair const& repair_;
    FittedWeights const& fitted_;
    std::vector<Sampler> const& samplers_;
    Draws& draws_;
    WholeHouseholds const& whole_;
    std::vector<Repair::Miss> misses_;
};

// Makes replacements that do not worsen the misfit, until it is gone or no longer falls. With heat also some
// that worsen it, the less the worse, for a fixed number of proposals.
void improve(Repair& repair, Proposals& proposals, Draws& draws, double heat, WholeHouseholds& whole)
{
    double misfit = repair.misfit();
    int since_gain = 0;
    int const most = heat > 0 ? reheat_proposals : 40 * patience;
    proposals.look_again();
    for (int proposal = 0; proposal < most && misfit > 1e-6 && since_gain < patience; ++proposal) {
        ++since_gain;
        if ((proposal & 255) == 255) {
            proposals.look_again();
        }
        if (!proposals.next()) {
            continue;
        }
        auto& household = whole.archetypes[proposals.neighbourhood][proposals.place];
        double const change = repair.change(proposals.neighbourhood, household, proposals.to);
        bool const is_gain = change < -1e-9;
        bool const is_level = change < 1e-9 && (proposal & 7) == 0;
        if (is_gain || is_level || (heat > 0 && change < -heat * std::log(draws.next()))) {
            repair.apply(proposals.neighbourhood);
            household = proposals.to;
            whole.repairs += is_gain;
            misfit += change;
            since_gain = is_gain ? 0 : since_gain;
            if (is_gain) {
                proposals.look_again();
            }
        }
    }
}

}  // namespace

WholeHouseholds draw_whole_households(FittedWeights const& fitted, FeatureRows const& rows,
                                      MarginGoals const& goals, std::uint64_t seed, std::uint32_t member)
{
    WholeHouseholds whole;
    std::vector<Sampler> samplers;
    for (std::size_t n = 0; n < fitted.weights.size(); ++n) {
        double const start = uniform(seed, Stream::rounding, member, static_cast<std::uint32_t>(n), 0, 0);
        auto const counts = systematic_rounding(fitted.weights[n], start);
        std::vector<std::uint32_t> households;
        for (std::size_t k = 0; k < counts.size(); ++k) {
            households.insert(households.end(), static_cast<std::size_t>(counts[k]),
                              static_cast<std::uint32_t>(k));
        }
        whole.archetypes.push_back(std::move(households));
        samplers.emplace_back(fitted.weights[n]);
    }
    Repair repair(rows, fitted, goals, whole);
    Draws draws(seed, Stream::rounding, member, repair_draws);
    Proposals proposals(repair, fitted, samplers, draws, whole);
    repair.weigh_town_persons(town_first);
    improve(repair, proposals, draws, 0, whole);
    repair.weigh_town_persons(1 / town_first);
    improve(repair, proposals, draws, 0, whole);
    for (int round = 0; round < reheats && repair.binding_misfit() > 1e-6; ++round) {
        improve(repair, proposals, draws, temperature, whole);
        improve(repair, proposals, draws, 0, whole);
    }
    for (auto& households : whole.archetypes) {
        std::sort(households.begin(), households.end());
    }
    return whole;
}

}  // namespace minimasim::population
