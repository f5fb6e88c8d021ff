#include "sim/population/fit/fit_problem.hpp"

#include <utility>

namespace minimasim::population {

FeatureRows rows_of_goals(FeatureRows const& rows, std::vector<Goal> const& goals)
{
    std::uint16_t const none = 0xFFFF;
    std::vector<std::uint16_t> place;
    for (std::size_t j = 0; j < goals.size(); ++j) {
        if (place.size() <= goals[j].feature) {
            place.resize(goals[j].feature + std::size_t{1}, none);
        }
        place[goals[j].feature] = static_cast<std::uint16_t>(j);
    }
    FeatureRows selected;
    selected.begin.reserve(rows.begin.size());
    for (std::size_t k = 0; k < rows.size(); ++k) {
        std::size_t const first = selected.feature.size();
        for (auto z = rows.begin[k]; z < rows.begin[k + 1]; ++z) {
            if (rows.feature[z] < place.size() && place[rows.feature[z]] != none) {
                selected.feature.push_back(place[rows.feature[z]]);
                selected.count.push_back(rows.count[z]);
            }
        }
        for (auto i = first + 1; i < selected.feature.size(); ++i) {  // in rising order
            for (auto j = i; j > first && selected.feature[j] < selected.feature[j - 1]; --j) {
                std::swap(selected.feature[j], selected.feature[j - 1]);
                std::swap(selected.count[j], selected.count[j - 1]);
            }
        }
        selected.begin.push_back(static_cast<std::uint32_t>(selected.feature.size()));
    }
    return selected;
}

FeatureRows joined_rows(FeatureRows const& first, FeatureRows const& second, std::size_t features_of_first)
{
    FeatureRows joined;
    for (std::size_t k = 0; k < first.size(); ++k) {
        for (auto z = first.begin[k]; z < first.begin[k + 1]; ++z) {
            joined.feature.push_back(first.feature[z]);
            joined.count.push_back(first.count[z]);
        }
        for (auto z = second.begin[k]; z < second.begin[k + 1]; ++z) {
            joined.feature.push_back(static_cast<std::uint16_t>(second.feature[z] + features_of_first));
            joined.count.push_back(second.count[z]);
        }
        joined.begin.push_back(static_cast<std::uint32_t>(joined.feature.size()));
    }
    return joined;
}

}  // namespace minimasim::population
