#include <algorithm>
#include <cmath>
#include <optional>

#include "sim/population/whole_households/rounding.hpp"
#include "sim/population/whole_households/whole_state.hpp"

namespace minimasim::population {

namespace {

constexpr std::uint32_t place_repair_draw = 0x10000;  // addresses of the repairs, apart from those of starts
constexpr std::uint32_t town_repair_key = 0xFFFFFFFE;
constexpr int place_patience = 1'000;  // proposals without gain before the descent of one place ends
constexpr int town_patience = 5'000;   // the same for all places together
constexpr int most_rounds_of_patience = 40;
constexpr int place_reheats = 3;  // attempts to leave a dead end
constexpr int town_reheats = 16;
constexpr int reheat_proposals = 3'000;
constexpr int households_looked_at = 100;  // for one of a cell that is too full: small cells are hard to hit
constexpr std::size_t scatter = 7919;     // a prime: households that stand together are not looked at in turn
constexpr int candidates_looked_at = 12;  // for one that changes the cell the right way
constexpr double temperature = 1.6;       // of a reheat, in units of misfit: a HARD unit weighs 8
constexpr double free_share = 0.3;        // proposals without aim: what is off may need a detour
constexpr double town_first = 0.1;        // weight of the municipality's persons while places are made exact
constexpr double neighbour_share = 0.75;  // candidates near in the hierarchy
constexpr double neighbour_reach = 600;   // archetypes to either side
constexpr double variant_share = 0.85;    // candidates that differ in one attribute, where there are such
constexpr double smallest_weight = 1e-7;  // fitted households below which an archetype is not proposed

struct Miss {
    std::uint16_t goal;
    bool is_over;
};

// Replaces single households in a range of places, aimed at the goals that are off.
class Repair {
  public:
    Repair(WholeState& state, std::size_t first, std::size_t last, bool with_town, std::uint32_t key)
        : state_(state),
          first_(first),
          last_(last),
          with_town_(with_town),
          draws_(state.options.seed, Stream::rounding, state.options.member, key, place_repair_draw),
          weights_(last - first),
          misses_(last - first)
    {
        for (std::size_t n = first; n < last; ++n) {
            look_at_place(n);
        }
        look_at_town();
    }

    // Makes replacements that do not worsen the misfit, until it is gone or no longer falls. With heat also
    // some that worsen it, the less the worse, for a fixed number of proposals.
    void improve(double heat, int patience, std::int64_t most)
    {
        int since_gain = 0;
        for (std::int64_t i = 0; i < most && since_gain < patience && has_misses(); ++i) {
            ++since_gain;
            if (!propose()) {
                continue;
            }
            double const change =
                state_.places[place_].change(here_) + (with_town_ ? state_.town.change(town_) : 0);
            bool const is_gain = change < -1e-9;
            bool const is_level = change < 1e-9 && (i & 7) == 0;
            if (is_gain || is_level || (heat > 0 && change < -heat * std::log(draws_.next()))) {
                state_.places[place_].apply(here_);
                if (with_town_) {
                    state_.town.apply(town_);
                    look_at_town();
                }
                look_at_place(place_);
                state_.whole.archetypes[place_][household_] = to_;
                repairs += is_gain;
                since_gain = is_gain ? 0 : since_gain;
            }
        }
    }

    double binding_misfit() const
    {
        double sum = with_town_ ? state_.town.misfit(true) : 0;
        for (std::size_t n = first_; n < last_; ++n) {
            sum += state_.places[n].misfit(true);
        }
        return sum;
    }

    void look_at_town()
    {
        town_misses_.clear();
        if (with_town_) {
            state_.town.for_each_miss([&](std::uint16_t goal, bool is_over) {
                town_misses_.push_back({goal, is_over});
            });
        }
    }

    std::int64_t repairs = 0;

  private:
    bool has_misses() const { return !town_misses_.empty() || !restless_.empty(); }

    void look_at_place(std::size_t n)
    {
        auto& misses = misses_[n - first_];
        bool const was_off = !misses.empty();
        misses.clear();
        state_.places[n].for_each_miss([&](std::uint16_t goal, bool is_over) {
            misses.push_back({goal, is_over});
        });
        if (was_off != !misses.empty()) {
            auto const at = std::lower_bound(restless_.begin(), restless_.end(), n);
            if (was_off) {
                restless_.erase(at);
            } else {
                restless_.insert(at, n);
            }
        }
    }

    std::size_t index(std::size_t count)
    {
        return std::min(static_cast<std::size_t>(draws_.next() * static_cast<double>(count)), count - 1);
    }

    // Chooses a miss, a household and what it becomes; false when this attempt found nothing.
    bool propose()
    {
        std::size_t const all = town_misses_.size() + restless_.size();
        std::size_t const chosen = index(all);
        bool const is_town = chosen < town_misses_.size();
        Miss miss{};
        if (is_town) {
            miss = town_misses_[chosen];
            place_ = first_ + index(last_ - first_);
        } else {
            place_ = restless_[chosen - town_misses_.size()];
            auto const& misses = misses_[place_ - first_];
            miss = misses[index(misses.size())];
        }
        auto const& rows = is_town ? state_.town_rows : state_.place_rows;
        auto const& marks = is_town ? state_.town_marks : state_.place_marks;
        auto const& households = state_.whole.archetypes[place_];
        if (households.empty()) {
            return false;
        }
        bool const is_free = draws_.happens(free_share);
        household_ = index(households.size());
        for (int looked = 1; looked < households_looked_at && !is_free && miss.is_over &&
                             !(marks.may_have(households[household_], miss.goal) &&
                               rows.count_of(households[household_], miss.goal) > 0);
             ++looked) {
            household_ = (household_ + scatter) % households.size();
        }
        auto const from = households[household_];
        float const has = rows.count_of(from, miss.goal);
        for (int attempt = 0; attempt < candidates_looked_at; ++attempt) {
            to_ = candidate(from);
            if (to_ == Variants::none || to_ == from ||
                (!is_free && !miss.is_over && !marks.may_have(to_, miss.goal))) {
                continue;
            }
            float const gets = rows.count_of(to_, miss.goal);
            bool const is_aimed = is_free || (miss.is_over ? gets < has : gets > has);
            if (is_aimed && is_likely(from)) {
                here_.clear();
                here_.add(state_.place_rows, from, to_);
                if (with_town_) {
                    town_.clear();
                    town_.add(state_.town_rows, from, to_);
                }
                return true;
            }
        }
        return false;
    }

    std::uint32_t candidate(std::uint32_t from)
    {
        double v = draws_.next();
        auto const& variants = state_.variants;
        if (!variants.is_empty()) {
            if (v < variant_share) {
                auto const attribute = index(variants.attributes());
                auto const code = index(variants.categories(attribute));
                return variants.with(from, attribute, static_cast<std::uint8_t>(code));
            }
            return static_cast<std::uint32_t>(state_.sampler((v - variant_share) / (1 - variant_share)));
        }
        if (v < neighbour_share) {  // same type, mostly same tenure and class
            double const last = static_cast<double>(state_.problem.rows.size() - 1);
            return static_cast<std::uint32_t>(std::clamp(
                static_cast<double>(from) + (2 * v / neighbour_share - 1) * neighbour_reach, 0.0, last));
        }
        return static_cast<std::uint32_t>(state_.sampler((v - neighbour_share) / (1 - neighbour_share)));
    }

    // Candidates stand in the catalogue as often as it suits the fit of rare groups: they are taken in
    // proportion to their fitted weights, so that repairs do not favour one group over another.
    bool is_likely(std::uint32_t from)
    {
        double const fitted = weight(to_);
        return fitted > smallest_weight && fitted >= draws_.next() * weight(from);
    }

    double weight(std::uint32_t archetype)
    {
        auto& weights = weights_[place_ - first_];
        if (!weights) {
            weights.emplace(state_.fitted, place_);
        }
        return (*weights)(archetype);
    }

    WholeState& state_;
    std::size_t first_;
    std::size_t last_;
    bool with_town_;
    Draws draws_;
    std::vector<std::optional<FittedWeights::Place>> weights_;
    std::vector<std::vector<Miss>> misses_;  // of each place
    std::vector<std::size_t> restless_;      // places with misses, in order
    std::vector<Miss> town_misses_;
    std::size_t place_ = 0;      // the proposal: where,
    std::size_t household_ = 0;  // which household,
    std::uint32_t to_ = 0;       // what it becomes,
    Difference here_;            // and what that changes
    Difference town_;
};

}  // namespace

std::int64_t settle_place(WholeState& state, std::size_t place)
{
    auto const& goals = state.problem.places[place];
    std::vector<double> weights;
    state.fitted.of_place(place, weights);
    double const start = uniform(state.options.seed, Stream::rounding, state.options.member, goals.key, 0, 0);
    auto const counts = systematic_rounding(weights, goals.goals.front().target, start);
    auto& households = state.whole.archetypes[place];
    for (std::size_t k = 0; k < counts.size(); ++k) {
        households.insert(households.end(), static_cast<std::size_t>(counts[k]),
                          static_cast<std::uint32_t>(k));
    }
    std::size_t const count = goals.goals.size();
    state.places[place] =
        AreaMisfit(goals.goals, goal_totals(state.place_rows, count, weights), state.place_of_households,
                   goal_totals(state.place_rows, count, households));
    Repair repair(state, place, place + 1, false, goals.key);
    repair.improve(0, place_patience, most_rounds_of_patience * place_patience);
    for (int round = 0; round < place_reheats && repair.binding_misfit() > 1e-6; ++round) {
        repair.improve(temperature, reheat_proposals, reheat_proposals);
        repair.improve(0, place_patience, most_rounds_of_patience * place_patience);
    }
    return repair.repairs;
}

void settle_town(WholeState& state)
{
    auto const scale = static_cast<std::int64_t>(1 + state.places.size() / 10);
    std::int64_t const most = scale * most_rounds_of_patience * town_patience;
    Repair repair(state, 0, state.places.size(), true, town_repair_key);
    state.town.weigh_persons(town_first, state.town_of_households);
    repair.improve(0, town_patience, most);
    state.town.weigh_persons(1 / town_first, state.town_of_households);
    repair.look_at_town();
    repair.improve(0, town_patience, most);
    for (int round = 0; round < town_reheats && repair.binding_misfit() > 1e-6; ++round) {
        repair.improve(temperature, reheat_proposals, reheat_proposals);
        repair.improve(0, town_patience, most);
    }
    state.whole.repairs += repair.repairs;
}

}  // namespace minimasim::population
