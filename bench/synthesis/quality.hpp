#pragma once

#include <string>
#include <vector>

#include "bench/synthesis/country_evidence.hpp"

namespace minimasim::synthesis {

// One judgement. A value above the limit fails; a single seed is forgiven up to three times its sampling
// floor, or within two standard errors of a coverage; all seeds together are not.
struct Measure {
    std::string name;
    double value = 0;
    double limit = 0;    // 0 = shown, not judged
    double floor = 0;    // what a sample of the truth itself would get; 0 = not known
    double lowest = 0;   // a value below fails too (coverage)
    double figures = 0;  // of a coverage: how many it is the mean of
    std::string remark;

    bool is_judged() const { return limit > 0; }
    bool is_coverage() const { return lowest > 0; }
    bool is_met(double measured) const { return !is_judged() || (lowest <= measured && measured <= limit); }
    bool is_forgiven() const;
};

// Over all seeds: the mean of a coverage, weighted by its figures; the median of anything else.
double over_seeds(std::vector<Measure> const& of_seeds);

struct QualityOptions {
    AreaOptions area;
    std::uint32_t members = 60;
    int threads = 1;
    std::size_t people_archetypes = 30'000;
};

// What every seed needs of the country.
struct CountryKnowledge {
    Country country;
    std::vector<PairSpread> spreads;
};

CountryKnowledge learn_country(AreaOptions const& options);

// Fits one municipality as a modeller would, draws its households, and judges both against the truth. The
// measures come in the same order for every seed.
std::vector<Measure> judge_municipality(CountryKnowledge const& knowledge, QualityOptions const& options);

}  // namespace minimasim::synthesis
