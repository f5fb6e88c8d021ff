#pragma once

#include <vector>

#include "sim/population/fit/place_fits.hpp"

namespace minimasim::population {

// The municipality of a layered fit: its multipliers, and the weights they give before places differ.
class TownFit {
  public:
    TownFit(FitProblem const& problem, FitOptions const& options);

    bool has_goals() const { return !dual_.goals.empty(); }

    // Moves the base to the municipality's goals, as if it were one place.
    void start(std::vector<double>& base);

    // Largest gap of its goals under the weights of all places together, as a share of the households.
    double look_at(PlaceFits const& places);

    // One step of its multipliers towards its goals; moves the base. Careful: after a setback the places are
    // taken to stand still, which is slower and never a step back.
    void step(PlaceFits const& places, bool is_careful, std::vector<double>& base);

    // FIRM goals outside their interval get a smaller variance; returns how many.
    int tighten() { return has_goals() ? tighten_goals(sums_.totals, dual_) : 0; }

    // Forgets the second derivatives.
    void forget() { coupling_.forget(); }

    AreaDual::State state() const { return dual_.state(); }
    void set_state(AreaDual::State const& state)
    {
        dual_.set_state(state);
        forget();
    }

  private:
    std::vector<double> joint_step(PlaceFits const& places);
    std::vector<double> careful_step(PlaceFits const& places) const;

    FitOptions options_;
    AreaDual dual_;
    Tilt tilt_;
    Tilt joint_tilt_;  // goals of the municipality, then those of a place
    RidgeSystem coupling_;
    TiltedTotals sums_;
};

}  // namespace minimasim::population
