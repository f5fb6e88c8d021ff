#include "sim/population/attributes/income_class.hpp"

#include <algorithm>
#include <cmath>

namespace minimasim::population {

namespace {

constexpr double near_band = 0.15;  // households without assistance: how far below the minimum is near it

}  // namespace

IncomeClasses::IncomeClasses(Evidence const& evidence, AssumedValues const& assumed)
    : pareto_(assumed("income.pareto_tail")),
      near_minimum_(assumed("income.below_minimum_share")),
      lowest_share_(assumed("income.lowest_share_of_minimum"))
{
    // Percentiles of 2022 brought to 2023 by negotiated wages.
    double const rise = 1 + evidence.index("cao_wages", "2023") / 100;
    for (std::size_t i = 0; i < percentiles_.size(); ++i) {
        percentiles_[i] = evidence.national.standardised_percentiles_2022[i] * rise;
    }
    std::vector<double> places;
    std::vector<double> logs;
    for (std::size_t i = 0; i < percentiles_.size(); ++i) {
        places.push_back(static_cast<double>(i + 1) / 10);
        logs.push_back(std::log(percentiles_[i]));
    }
    log_income_ = MonotoneSpline(places, logs);
    auto const share = [&](char const* attribute, char const* category) {
        return evidence.cell(evidence.municipality, "private_households", attribute, category, 2020).value;
    };
    double const up_to_120 = share("social_minimum", "up_to_120");
    cumulative_ = {0,
                   share("social_minimum", "up_to_100"),
                   share("social_minimum", "up_to_110"),
                   up_to_120,
                   up_to_120 + assumed("income.class_120_130"),
                   share("income_group", "lowest_40"),
                   1 - share("income_group", "highest_20"),
                   1};
}

double IncomeClasses::upper_share(IncomeClass income_class)
{
    return income_class == IncomeClass::up_to_100   ? 1.01
           : income_class == IncomeClass::up_to_110 ? 1.10
           : income_class == IncomeClass::up_to_120 ? 1.20
                                                    : 1.30;
}

IncomeClass IncomeClasses::of(IncomeMeasure const& m) const
{
    for (auto const c :
         {IncomeClass::up_to_100, IncomeClass::up_to_110, IncomeClass::up_to_120, IncomeClass::up_to_130}) {
        if (m.share_of_cbs_minimum <= upper_share(c)) {
            return c;
        }
    }
    return m.standardised_income_per_year <= percentiles_[3]   ? IncomeClass::up_to_p40
           : m.standardised_income_per_year <= percentiles_[7] ? IncomeClass::up_to_p80
                                                               : IncomeClass::above_p80;
}

IncomeMeasure IncomeClasses::target(IncomeClass c, double u, double ratio) const
{
    double share = 0;
    double income = 0;
    if (c == IncomeClass::up_to_100) {
        double const top = upper_share(c) - 0.004;
        double const near = top - near_band;
        share = u < near_minimum_ ? near + (top - near) * u / near_minimum_
                                  : lowest_share_ + (near - lowest_share_) * (1 - u) / (1 - near_minimum_);
    } else if (c <= IncomeClass::up_to_130) {
        double const low = upper_share(static_cast<IncomeClass>(static_cast<int>(c) - 1));
        share = low + (upper_share(c) - low) * (0.02 + 0.96 * u);
    } else if (c == IncomeClass::up_to_p40) {
        double const low = 1.30 * ratio;
        double const high = percentiles_[3];
        income = low + (std::max(high, 1.01 * low) - low) * (0.01 + 0.98 * u);
    } else if (c == IncomeClass::up_to_p80) {
        income = std::exp(log_income_(0.4 + 0.4 * std::clamp(u, 0.001, 0.999)));
    } else if (u < 0.5) {
        income = std::exp(log_income_(0.8 + 0.2 * std::clamp(u, 0.001, 0.5)));
    } else {
        income = percentiles_[8] * std::pow(2 * std::max(1 - u, 1e-4), -1 / pareto_);
    }
    return {share, income};
}

double IncomeClasses::rank(IncomeClass c, double u) const
{
    auto const i = static_cast<std::size_t>(c);
    double const place =
        c == IncomeClass::up_to_100 ? (u < near_minimum_ ? 0.5 + 0.5 * u : 0.5 * (1 - u)) : u;
    return std::clamp(cumulative_[i] + (cumulative_[i + 1] - cumulative_[i]) * place, 1e-4, 1 - 1e-4);
}

}  // namespace minimasim::population
