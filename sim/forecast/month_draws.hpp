#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "sim/base/draw.hpp"
#include "sim/forecast/economy.hpp"
#include "sim/forecast/rates.hpp"

namespace minimasim::forecast {

// The draws of one replicate.
struct Address {
    std::uint64_t seed = 1;
    std::uint32_t member = 0;
    std::uint32_t replicate = 0;
};

// A household that is behind, or may come behind, with payments and whose draw may change that: with its
// chance to come behind before what a package or a course changes about it.
struct StepDraw {
    std::uint32_t household = 0;
    double draw = 0;
    double risk = 0;
};

struct HouseholdDraw {
    std::uint32_t household = 0;
    double draw = 0;
};

// The draws of a month of which the outcome may matter to some household under some package; to all others
// nothing happens. The same for all packages of a replicate.
struct MonthDraws {
    std::vector<StepDraw> steps;
    std::vector<HouseholdDraw> signals;       // those of whom anybody may report arrears
    std::vector<HouseholdDraw> applications;  // those who may apply for help or come under administration
    std::vector<std::uint32_t> young;         // of those who may be behind
    ByIncomeKind worsening{1, 1, 1};          // by what arrears become problem debts more often
};

// Makes them, month by month. It knows of every household whether it may be behind in any package, so that
// the others need no draw of what happens to those who are.
class DrawsOfMonths {
  public:
    // `largest_factor`: the most by which a package multiplies the chance to come behind. What is given has
    // to outlive this.
    DrawsOfMonths(Town const& town, Rates const& rates, Terms const& terms, Address const& address,
                  Economy const& economy, double largest_factor);

    // Months come in order. `most_applications` is the largest chance to apply in any package.
    MonthDraws const& of(int month, double most_applications);

    // The town has changed to that of a year that begins in this month.
    void begin_year(int month);

    // These may be behind from the next month on.
    void may_be_behind(std::vector<std::uint32_t> const& households);

    // All of whom that is so, each once, in no order.
    std::vector<std::uint32_t> const& may_be_behind() const { return behind_; }

    // Keeps those of them who are, `is_behind` says.
    template <class IsBehind>
    void keep_behind(IsBehind const& is_behind)
    {
        std::size_t kept = 0;
        for (auto const i : behind_) {
            if (is_behind(i)) {
                behind_[kept++] = i;
            } else {
                limit_[i] = limit_of_entering(i);
                is_listed_[i] = 0;
            }
        }
        behind_.resize(kept);
        std::sort(behind_.begin(), behind_.end());  // as they lie in memory
        numbers_.clear();
        for (auto const i : behind_) {
            numbers_.push_back(town_.number[i]);
        }
    }

  private:
    double limit_of_entering(std::uint32_t household) const;
    double risk(std::uint32_t household, int month) const;
    std::int16_t life_event(double draw, int year) const;
    void draw_life_events(int year);
    void list(std::uint32_t household);
    void add_step(std::uint32_t household, double draw, int month);
    void draw_below(DrawOfHouseholds const& address, double low, double high,
                    std::vector<HouseholdDraw>& drawn);

    Town const& town_;
    Rates const& rates_;
    Terms const& terms_;
    Address address_;
    Economy const& economy_;
    double largest_factor_;                // of a package
    double most_;                          // risk of a life event times the largest factor
    double largest_of_step_;               // chance that something happens to a household that is behind
    std::vector<std::int16_t> last_year_;  // month of the life event
    std::vector<std::int16_t> this_year_;
    std::vector<double> limit_;  // above it a draw of a step changes nothing
    std::vector<std::uint8_t> is_listed_;
    std::vector<std::uint32_t> behind_;
    std::vector<std::uint32_t> numbers_;  // of those
    std::vector<double> draws_;           // working space
    MonthDraws month_;
};

}  // namespace minimasim::forecast
