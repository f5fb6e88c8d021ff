#include "sim/population/attributes/problem_debts.hpp"

#include <algorithm>
#include <cmath>

namespace minimasim::population {

namespace {

// Of the neighbourhood, or of the municipality, or of the country.
double published_share(Evidence const& evidence, AssumedValues const& assumed, std::string const& area)
{
    for (auto const* place : {&area, &evidence.municipality}) {
        if (auto const* cell = evidence.find(*place, "private_households", "problem_debts", "registered")) {
            return cell->value;
        }
    }
    return assumed("debts.national_share");
}

}  // namespace

void choose_problem_debts(Evidence const& evidence, AssumedValues const& assumed,
                          std::vector<double> const& debt_score, Population& p)
{
    double const pensioner = assumed("debts.pensioner_shift");
    double const children = assumed("debts.children_shift");
    std::vector<double> score(debt_score);
    std::vector<std::vector<std::uint32_t>> households(evidence.neighbourhoods.size());
    for (std::size_t i = 0; i < p.size(); ++i) {
        bool const has_children =
            p.type[i] == HouseholdType::couple_with_children || p.type[i] == HouseholdType::single_parent;
        score[i] += (p.main_source[i] == Source::pension ? pensioner : 0) + (has_children ? children : 0);
        households[p.neighbourhood[i]].push_back(static_cast<std::uint32_t>(i));
    }
    for (std::size_t n = 0; n < households.size(); ++n) {
        auto& candidates = households[n];
        auto const count = std::min(candidates.size(),
                                    static_cast<std::size_t>(std::llround(
                                        published_share(evidence, assumed, evidence.neighbourhoods[n].code) *
                                        static_cast<double>(candidates.size()))));
        std::nth_element(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(count),
                         candidates.end(), [&](std::uint32_t a, std::uint32_t b) {
                             return score[a] != score[b] ? score[a] > score[b] : a < b;
                         });
        for (std::size_t k = 0; k < count; ++k) {
            p.has_problem_debts[candidates[k]] = 1;
        }
    }
}

}  // namespace minimasim::population
