#include "sim/population/profile_draw.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "sim/base/draw.hpp"

namespace minimasim::population {

namespace {

constexpr std::size_t profiles = 8;
constexpr int sweeps = 40;
constexpr double none_membership =
    0.02;  // so that an adult outside every description has a class of their own

using Memberships = std::array<float, profiles>;

double membership(ProfileDefinition const& d, Population const& p, std::size_t household, std::size_t person)
{
    double const education = p.persons.education[person] == Education::low      ? d.education_low
                             : p.persons.education[person] == Education::middle ? d.education_middle
                                                                                : d.education_high;
    double const situation = p.type[household] == HouseholdType::one_person ? d.one_person
                             : p.type[household] == HouseholdType::couple_without_children
                                 ? d.couple_without_children
                             : p.type[household] == HouseholdType::other ? d.one_person
                                                                         : d.with_children;
    double const pensioner = p.persons.source[person] == Source::pension ? d.pensioner : 1;
    double const owner = p.tenure[household] == Tenure::owner ? d.owner : std::max(0.3, 1.3 - d.owner);
    return d.age(p.persons.age[person]) * d.income(static_cast<double>(p.income_class[household])) *
           education * situation * pensioner * owner;
}

// Shares of the member: inside their intervals, and never against the published order.
std::array<double, profiles> wanted_shares(Evidence const& evidence, std::uint64_t seed, std::uint32_t member)
{
    std::array<double, profiles> shares{};
    for (std::size_t i = 0; i < profiles; ++i) {
        auto const& s = evidence.profiles[i].share;
        shares[i] = member == 0
                        ? s.value
                        : s.low + (s.high - s.low) * uniform(seed, Stream::profile, member, 0xFFFFFFFF,
                                                             static_cast<std::uint32_t>(i), 0);
    }
    auto& brown = shares[static_cast<std::size_t>(Profile::brown)];
    for (std::size_t i = 0; i < profiles; ++i) {
        brown = std::max(brown, 1.05 * shares[i]);
    }
    double const large = std::min(shares[static_cast<std::size_t>(Profile::green)],
                                  shares[static_cast<std::size_t>(Profile::pink)]);
    for (auto const few : {Profile::orange, Profile::purple, Profile::blue}) {
        auto& share = shares[static_cast<std::size_t>(few)];
        share = std::min(share, 0.6 * large);
    }
    return shares;
}

}  // namespace

void draw_profiles(Evidence const& evidence, AssumedValues const& assumed,
                   EnsembleMember const& ensemble_member, Population& population)
{
    std::uint64_t const seed = ensemble_member.seed;
    std::uint32_t const member = ensemble_member.of(UncertaintySource::profile_wording);
    std::vector<std::uint32_t> adults;
    std::vector<std::uint32_t> homes;
    std::vector<Memberships> memberships;
    for (std::size_t i = 0; i < population.size(); ++i) {
        for (auto j = population.person_begin[i]; j < population.person_begin[i + 1]; ++j) {
            if (population.persons.age[j] < 18) {
                continue;
            }
            Memberships m{};
            for (std::size_t k = 0; k < profiles; ++k) {
                m[k] = static_cast<float>(membership(evidence.profiles[k], population, i, j));
            }
            adults.push_back(j);
            homes.push_back(static_cast<std::uint32_t>(i));
            memberships.push_back(m);
        }
    }
    auto const wanted = wanted_shares(evidence, seed, member);
    double const none_share = assumed("profiles.none_share");
    std::array<double, profiles> weights{};
    weights.fill(1);
    double none = none_membership;
    for (int sweep = 0; sweep < sweeps; ++sweep) {  // scaling to the wanted shares, as in raking
        std::array<double, profiles> sums{};
        double none_sum = 0;
        // Every eighth adult is enough to find the weights.
        for (std::size_t a = 0; a < adults.size(); a += 8) {
            double total = none;
            for (std::size_t k = 0; k < profiles; ++k) {
                total += weights[k] * static_cast<double>(memberships[a][k]);
            }
            for (std::size_t k = 0; k < profiles; ++k) {
                sums[k] += weights[k] * static_cast<double>(memberships[a][k]) / total;
            }
            none_sum += none / total;
        }
        double const count = static_cast<double>((adults.size() + 7) / 8);
        for (std::size_t k = 0; k < profiles; ++k) {
            weights[k] *= std::clamp(wanted[k] * count / std::max(sums[k], 1e-9), 0.25, 4.0);
            weights[k] = std::clamp(weights[k], 1e-3, 1e3);
        }
        none *= std::clamp(none_share * count / std::max(none_sum, 1e-9), 0.25, 4.0);
        none = std::clamp(none, 1e-4, 1.0);
    }
    for (std::size_t a = 0; a < adults.size(); ++a) {
        double total = none;
        for (std::size_t k = 0; k < profiles; ++k) {
            total += weights[k] * static_cast<double>(memberships[a][k]);
        }
        std::uint32_t const place = adults[a] - population.person_begin[homes[a]];
        double left = total * uniform(seed, Stream::profile, member, homes[a], place, 0);
        Profile chosen = Profile::none;
        for (std::size_t k = 0; k < profiles; ++k) {
            left -= weights[k] * static_cast<double>(memberships[a][k]);
            if (left < 0) {
                chosen = static_cast<Profile>(k);
                break;
            }
        }
        population.persons.profile[adults[a]] = chosen;
    }
}

}  // namespace minimasim::population
