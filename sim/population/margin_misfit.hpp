#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "sim/population/fit.hpp"

namespace minimasim::population {

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
inline std::vector<Limits> limits_of(std::vector<MarginGoal> const& goals, std::vector<double> const& fitted)
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

// How far whole households are from their margins, and how that changes when one household is replaced. In
// the header because every proposal of a repair asks it.
class MarginMisfit {
  public:
    MarginMisfit(FeatureRows const& rows, FittedWeights const& fitted, MarginGoals const& goals,
                 std::vector<std::vector<std::uint32_t>> const& households)
        : rows_(rows), town_(feature::count, 0.0)
    {
        std::vector<double> town_fitted(feature::count, 0.0);
        for (std::size_t n = 0; n < households.size(); ++n) {
            auto const fitted_here = feature_totals(rows, fitted.weights[n]);
            for (std::size_t f = 0; f < fitted_here.size(); ++f) {
                town_fitted[f] += fitted_here[f];
            }
            limits_.push_back(limits_of(goals.neighbourhoods[n], fitted_here));
            std::vector<double> here(feature::count, 0.0);
            for (auto const k : households[n]) {
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

}  // namespace minimasim::population
