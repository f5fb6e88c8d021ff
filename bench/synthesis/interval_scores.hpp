#pragma once

#include <vector>

namespace minimasim::synthesis {

// Figures of which the truth is known, as an ensemble gives them.
struct EnsembleFigures {
    std::vector<double> truth;
    std::vector<std::vector<double>> members;  // member x figure
};

// Drops figures whose ensemble mean is below `least`: of those nothing can be learned.
EnsembleFigures with_mean_of(EnsembleFigures const& figures, double least);

struct IntervalScores {
    double coverage = 0;  // share of truths inside the 90 % interval, ends included
    double coverage_exact =
        0;             // the same with ties shared out: 0.90 for a perfect ensemble, whole numbers too
    double score = 0;  // mean interval score (Gneiting and Raftery 2007, eq. 43)
    double median_half_width = 0;  // over the ensemble mean
};

IntervalScores score_ensemble(EnsembleFigures const& figures);

// Mean score of normal intervals with these means and variances.
double score_normal_intervals(std::vector<double> const& truth, std::vector<double> const& mean,
                              std::vector<double> const& variance);

}  // namespace minimasim::synthesis
