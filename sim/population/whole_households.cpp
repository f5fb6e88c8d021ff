#include "sim/population/whole_households.hpp"

#include <algorithm>
#include <cmath>

#include "sim/population/draws.hpp"
#include "sim/population/margin_misfit.hpp"
#include "sim/population/rounding.hpp"

namespace minimasim::population {

namespace {

constexpr std::uint32_t repair_draws = 0x10000;  // address of the repair, apart from those of the starts
constexpr int patience = 15'000;                 // proposals without gain before a descent ends
constexpr int reheats = 16;                      // attempts to leave a dead end
constexpr int reheat_proposals = 3'000;
constexpr double temperature = 1.6;  // of a reheat, in units of misfit: a HARD unit weighs 8
constexpr double free_share = 0.3;
constexpr double town_first = 0.1;  // weight of the municipality while the neighbourhoods are made exact

// Proposes replacements of one household by another archetype of its neighbourhood, aimed at the margins that
// are off.
class Proposals {
  public:
    Proposals(MarginMisfit const& repair, FittedWeights const& fitted, std::vector<Sampler> const& samplers,
              Draws& draws, WholeHouseholds const& whole)
        : repair_(repair), fitted_(fitted), samplers_(samplers), draws_(draws), whole_(whole)
    {
        look_again();
    }

    void look_again() { misses_ = repair_.misses(); }

    // Sets neighbourhood, place and to; false when this attempt found nothing.
    bool next()
    {
        if (misses_.empty()) {
            return false;
        }
        auto const& miss = misses_[index(misses_.size())];
        bool const is_free = draws_.happens(free_share);  // no aim: what is off may need a detour
        std::size_t const places = whole_.archetypes.size();
        neighbourhood = miss.place < places ? miss.place : index(places);
        auto const& households = whole_.archetypes[neighbourhood];
        if (households.empty()) {
            return false;
        }
        for (int attempt = 0; attempt < 8; ++attempt) {
            place = index(households.size());
            if (is_free || !miss.is_over || repair_.count_of(households[place], miss.feature) > 0) {
                break;
            }
        }
        float const has = repair_.count_of(households[place], miss.feature);
        for (int attempt = 0; attempt < 6; ++attempt) {
            to = candidate(households[place]);
            float const gets = repair_.count_of(to, miss.feature);
            bool const is_aimed = is_free || (miss.is_over ? gets < has : gets > has);
            if (is_aimed && to != households[place] && fitted_.weights[neighbourhood][to] > 1e-7) {
                return true;
            }
        }
        return false;
    }

    std::size_t neighbourhood = 0;
    std::size_t place = 0;
    std::uint32_t to = 0;

  private:
    std::size_t index(std::size_t count)
    {
        return std::min(static_cast<std::size_t>(draws_.next() * static_cast<double>(count)), count - 1);
    }

    std::uint32_t candidate(std::uint32_t from)
    {
        double const v = draws_.next();
        if (v < 0.75) {  // a neighbour in the hierarchy: same type, mostly same tenure and class
            double const last = static_cast<double>(fitted_.weights.front().size() - 1);
            return static_cast<std::uint32_t>(
                std::clamp(static_cast<double>(from) + (v / 0.75 - 0.5) * 1200, 0.0, last));
        }
        return static_cast<std::uint32_t>(samplers_[neighbourhood]((v - 0.75) * 4));
    }

    MarginMisfit const& repair_;
    FittedWeights const& fitted_;
    std::vector<Sampler> const& samplers_;
    Draws& draws_;
    WholeHouseholds const& whole_;
    std::vector<MarginMisfit::Miss> misses_;
};

// Makes replacements that do not worsen the misfit, until it is gone or no longer falls. With heat also some
// that worsen it, the less the worse, for a fixed number of proposals.
void improve(MarginMisfit& repair, Proposals& proposals, Draws& draws, double heat, WholeHouseholds& whole)
{
    double misfit = repair.misfit();
    int since_gain = 0;
    int const most = heat > 0 ? reheat_proposals : 40 * patience;
    proposals.look_again();
    for (int proposal = 0; proposal < most && misfit > 1e-6 && since_gain < patience; ++proposal) {
        ++since_gain;
        if ((proposal & 255) == 255) {
            proposals.look_again();
        }
        if (!proposals.next()) {
            continue;
        }
        auto& household = whole.archetypes[proposals.neighbourhood][proposals.place];
        double const change = repair.change(proposals.neighbourhood, household, proposals.to);
        bool const is_gain = change < -1e-9;
        bool const is_level = change < 1e-9 && (proposal & 7) == 0;
        if (is_gain || is_level || (heat > 0 && change < -heat * std::log(draws.next()))) {
            repair.apply(proposals.neighbourhood);
            household = proposals.to;
            whole.repairs += is_gain;
            misfit += change;
            since_gain = is_gain ? 0 : since_gain;
            if (is_gain) {
                proposals.look_again();
            }
        }
    }
}

}  // namespace

WholeHouseholds draw_whole_households(FittedWeights const& fitted, FeatureRows const& rows,
                                      MarginGoals const& goals, std::uint64_t seed, std::uint32_t member)
{
    WholeHouseholds whole;
    std::vector<Sampler> samplers;
    for (std::size_t n = 0; n < fitted.weights.size(); ++n) {
        double const start = uniform(seed, Stream::rounding, member, static_cast<std::uint32_t>(n), 0, 0);
        auto const counts = systematic_rounding(fitted.weights[n], start);
        std::vector<std::uint32_t> households;
        for (std::size_t k = 0; k < counts.size(); ++k) {
            households.insert(households.end(), static_cast<std::size_t>(counts[k]),
                              static_cast<std::uint32_t>(k));
        }
        whole.archetypes.push_back(std::move(households));
        samplers.emplace_back(fitted.weights[n]);
    }
    MarginMisfit repair(rows, fitted, goals, whole.archetypes);
    Draws draws(seed, Stream::rounding, member, repair_draws);
    Proposals proposals(repair, fitted, samplers, draws, whole);
    repair.weigh_town_persons(town_first);
    improve(repair, proposals, draws, 0, whole);
    repair.weigh_town_persons(1 / town_first);
    improve(repair, proposals, draws, 0, whole);
    for (int round = 0; round < reheats && repair.binding_misfit() > 1e-6; ++round) {
        improve(repair, proposals, draws, temperature, whole);
        improve(repair, proposals, draws, 0, whole);
    }
    for (auto& households : whole.archetypes) {
        std::sort(households.begin(), households.end());
    }
    return whole;
}

}  // namespace minimasim::population
