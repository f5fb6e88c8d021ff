#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "sim/population/fit/fit_problem.hpp"

namespace minimasim::population {

// Allowed interval of the total of one goal and what a unit outside it weighs.
struct Limits {
    double low = 0;
    double high = 0;
    double weight = 0;

    double misfit(double total) const
    {
        return weight * (total < low ? low - total : total > high ? total - high : 0);
    }
    bool is_binding() const { return weight > 1; }
};

// By how much the goals of one area change when one archetype replaces another.
struct Difference {
    struct Part {
        std::uint16_t goal;
        double by;
    };
    std::array<Part, 256> parts;
    int size = 0;

    void clear() { size = 0; }

    // Adds what `to` has more than `from`; rows of the goals in rising order. A goal may stand twice.
    void add(FeatureRows const& rows, std::uint32_t from, std::uint32_t to)
    {
        auto a = rows.begin[from];
        auto b = rows.begin[to];
        auto const last_a = rows.begin[from + 1];
        auto const last_b = rows.begin[to + 1];
        while (a < last_a || b < last_b) {
            if (b == last_b || (a < last_a && rows.feature[a] < rows.feature[b])) {
                put(rows.feature[a], -static_cast<double>(rows.count[a]));
                ++a;
            } else if (a == last_a || rows.feature[b] < rows.feature[a]) {
                put(rows.feature[b], static_cast<double>(rows.count[b]));
                ++b;
            } else {
                double const by = static_cast<double>(rows.count[b]) - static_cast<double>(rows.count[a]);
                if (by != 0) {
                    put(rows.feature[a], by);
                }
                ++a;
                ++b;
            }
        }
    }

    // Brings parts of the same goal together, after several additions.
    void merge()
    {
        int kept = 0;
        for (int i = 0; i < size; ++i) {
            int at = 0;
            while (at < kept && parts[static_cast<std::size_t>(at)].goal != part(i).goal) {
                ++at;
            }
            if (at == kept) {
                parts[static_cast<std::size_t>(kept++)] = part(i);
            } else {
                parts[static_cast<std::size_t>(at)].by += part(i).by;
            }
        }
        size = kept;
    }

    Part const& part(int i) const { return parts[static_cast<std::size_t>(i)]; }

  private:
    void put(std::uint16_t goal, double by)
    {
        if (size < static_cast<int>(parts.size())) {
            parts[static_cast<std::size_t>(size++)] = {goal, by};
        }
    }
};

// How far whole households of one area are from its goals. In the header because every proposal asks it.
class AreaMisfit {
  public:
    AreaMisfit() = default;

    // HARD goals exactly, FIRM ones inside their interval; estimates (SOFT) stay near what the fit gave them.
    // `fitted` and `totals` have one number a goal; `is_of_households` tells goals that count a household
    // once, which are the harder to repair: ages can be repaired with types standing, not the other way
    // round.
    AreaMisfit(std::vector<Goal> const& goals, std::vector<double> const& fitted,
               std::vector<char> const& is_of_households, std::vector<double> totals)
        : totals_(std::move(totals))
    {
        for (std::size_t j = 0; j < goals.size(); ++j) {
            auto const& g = goals[j];
            if (g.evidence_class == 'H') {
                double const whole = std::floor(g.target + 0.5);
                limits_.push_back({whole, whole, is_of_households[j] ? 40.0 : 8.0});
            } else if (g.evidence_class == 'F') {
                double const low = std::ceil(g.low - 1e-9);
                limits_.push_back({low, std::max(low, std::floor(g.high + 1e-9)), 2});
            } else {
                double const slack = 2 + 0.5 * std::sqrt(std::max(0.0, fitted[j])) + 0.003 * fitted[j];
                limits_.push_back({fitted[j] - slack, fitted[j] + slack, 0.2});
            }
        }
    }

    // Weighs the goals of persons; those of households stay.
    void weigh_persons(double factor, std::vector<char> const& is_of_households)
    {
        for (std::size_t j = 0; j < limits_.size(); ++j) {
            limits_[j].weight *= is_of_households[j] ? 1 : factor;
        }
    }

    double misfit(bool binding_only = false) const
    {
        double sum = 0;
        for (std::size_t j = 0; j < limits_.size(); ++j) {
            sum += !binding_only || limits_[j].is_binding() ? limits_[j].misfit(totals_[j]) : 0;
        }
        return sum;
    }

    double change(Difference const& difference) const
    {
        double sum = 0;
        for (int i = 0; i < difference.size; ++i) {
            auto const& [goal, by] = difference.part(i);
            auto const& limit = limits_[goal];
            sum += limit.misfit(totals_[goal] + by) - limit.misfit(totals_[goal]);
        }
        return sum;
    }

    void apply(Difference const& difference)
    {
        for (int i = 0; i < difference.size; ++i) {
            totals_[difference.part(i).goal] += difference.part(i).by;
        }
    }

    // Calls look(goal, is over) for every goal outside its interval.
    template <class Look>
    void for_each_miss(Look const& look) const
    {
        for (std::size_t j = 0; j < limits_.size(); ++j) {
            if (limits_[j].misfit(totals_[j]) > 1e-9) {
                look(static_cast<std::uint16_t>(j), totals_[j] > limits_[j].high);
            }
        }
    }

    double total(std::uint16_t goal) const { return totals_[goal]; }
    bool is_under(std::uint16_t goal) const { return totals_[goal] < limits_[goal].low; }

  private:
    std::vector<Limits> limits_;
    std::vector<double> totals_;
};

}  // namespace minimasim::population
