#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/input/sweep_plan.hpp"
#include "sim/run/setting.hpp"
#include "sim/run/sweep/sobol.hpp"
#include "sim/run/workspace.hpp"

namespace minimasim::run {

// Most points of one sweep: its tables are put together in memory, about 1.5 GB at this number.
inline constexpr std::uint64_t most_sweep_points = 250'000;

// The points of a plan, each made when it is asked for.
class SweepPoints {
  public:
    // Checks every value that the plan names against the range of its term and against law. Throws InputError
    // with all problems. given_date: law date that stands above the plan's.
    SweepPoints(Workspace const& workspace, input::SweepPlan plan, std::optional<Date> given_date);

    // Number of points; the largest number when there are more than fit.
    std::uint64_t size() const { return size_; }

    std::size_t count_terms() const { return plan_.terms.size(); }
    input::SweptTerm const& term(std::size_t i) const { return plan_.terms[i]; }
    rules::Unit unit(std::size_t term) const { return ranges_[term].unit; }

    // Value of a term in a point; NaN for take-up that the point leaves as it is.
    double value(std::uint64_t point, std::size_t term) const;

    // Value of a term under current policy; NaN for take-up.
    double value_in_baseline(std::size_t term) const;

    // Current policy on the date of the plan.
    Package const& baseline() const { return baseline_; }

    // A point as a package; its number is its id.
    Package package(std::uint64_t point) const;

    // A package of one's own making: terms of the plan and their values, which the plan must name; what is
    // not said is as in every point.
    Package package_with(std::string id, std::vector<std::pair<std::size_t, double>> const& values) const;

    input::SweepPlan const& plan() const { return plan_; }

    // The texts of current policy, of what the plan builds on and of the plan: all that makes the points.
    std::string const& full_text() const { return full_text_; }

  private:
    double value_of_policy(DatedPolicy const& policy, std::size_t term) const;
    double design_value(std::uint64_t point, std::size_t term) const;
    void find_ranges();
    void check_values(std::vector<Measure> const& measures) const;
    std::size_t measure_of_term(std::size_t term) const;

    input::SweepPlan plan_;
    Package baseline_;
    Package base_;  // what holds in every point
    std::vector<Measure> measures_;
    std::vector<TermRange> ranges_;  // per term
    std::unique_ptr<SobolSequence> design_;
    std::uint64_t size_ = 0;
    std::string full_text_;
};

}  // namespace minimasim::run
