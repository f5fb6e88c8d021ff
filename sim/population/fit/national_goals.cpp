#include <numeric>

#include "sim/population/attributes/attributes.hpp"
#include "sim/population/fit/family_goals.hpp"
#include "sim/population/fit/goals.hpp"

namespace minimasim::population {

namespace {

constexpr double national_households = 1e6;  // the scale of the goals
// What the catalogue is worth beside a national table: a thousand households of the million. With more, the
// draws of the catalogue would outweigh the table.
constexpr double catalogue_worth = 0.001;

}  // namespace

std::vector<Goal> national_goals(Evidence const& evidence, AssumedValues const& assumed)
{
    std::vector<Goal> goals;
    auto const& national = evidence.national;
    double all = 0;
    for (auto const& deciles : national.decile_by_type) {
        all += std::accumulate(deciles.begin(), deciles.end(), 0.0);
    }
    double const scale = national_households / all;
    auto const add_of = [&](int feature, double target, double published) {
        double const sd =
            0.02 * published + 200;  // a fiftieth, and the place of the class limits inside a decile
        goals.push_back({static_cast<std::uint16_t>(feature), target, catalogue_worth * sd * sd,
                         target - 2 * sd, target + 2 * sd, 'S'});
    };
    auto const add = [&](int feature, double target) { add_of(feature, target, target); };
    auto const owners = owner_shares(national, assumed);
    std::array<double, income_class_count> by_class{};
    std::array<double, household_type_count> households_by_type{};
    for (int t = 0; t < household_type_count; ++t) {
        auto const& deciles = national.decile_by_type[static_cast<std::size_t>(t)];
        double const households = scale * std::accumulate(deciles.begin(), deciles.end(), 0.0);
        households_by_type[static_cast<std::size_t>(t)] = households;
        auto const shares = class_shares(deciles, assumed);
        for (int c = 0; c < income_class_count; ++c) {
            double const target = households * shares[static_cast<std::size_t>(c)];
            by_class[static_cast<std::size_t>(c)] += target;
            add(feature::class_by_type + t * income_class_count + c, target);
        }
    }
    for (auto const& family : national_families(national, households_by_type)) {
        add_of(family.feature, family.target, family.published);
    }
    for (int s = 0; s < 6; ++s) {
        auto const& deciles = national.decile_by_source[static_cast<std::size_t>(s)];
        double const households = scale * std::accumulate(deciles.begin(), deciles.end(), 0.0);
        add(feature::published_source + s, households);
        auto const source = static_cast<PublishedSource>(s);
        if (source == PublishedSource::social_assistance || source == PublishedSource::other) {
            continue;  // rules decide their class: deciles are too wide to tell one low class from another
        }
        auto const shares = class_shares(deciles, assumed);
        for (int c = 0; c < income_class_count; ++c) {
            add(feature::class_by_source + s * income_class_count + c,
                households * shares[static_cast<std::size_t>(c)]);
        }
    }
    for (int c = 0; c < income_class_count; ++c) {
        auto const i = static_cast<std::size_t>(c);
        add(feature::owner_by_class + c, by_class[i] * owners[i]);
    }
    return goals;
}

}  // namespace minimasim::population
