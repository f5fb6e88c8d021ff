#include <algorithm>
#include <cmath>
#include <optional>

#include "sim/population/whole_state.hpp"

namespace minimasim::population {

namespace {

constexpr std::uint32_t exchange_key = 0xFFFFFFFD;  // address of the draws, no place has it
constexpr std::uint32_t exchange_draw = 0x20000;
constexpr int partners_tried = 12;  // for one household that is in a cell too full
constexpr int households_tried = 24;
constexpr int patience = 200'000;       // attempts without gain before the search gives up
constexpr double first_log_ratio = -3;  // of the weights after an exchange to those before
constexpr double last_log_ratio = -11;  // what is allowed when little is left to do

// Exchanges one attribute between two households of a place: what the place counts by single attributes
// stays, the municipality's tables change.
class Exchange {
  public:
    explicit Exchange(WholeState& state)
        : state_(state),
          draws_(state.options.seed, Stream::rounding, state.options.member, exchange_key, exchange_draw),
          weights_(state.places.size())
    {
        look_again();
    }

    void run()
    {
        int since_gain = 0;
        double const first = std::max(1.0, state_.town.misfit());
        misfit_ = first;
        while (!misses_.empty() && since_gain < patience) {
            double const left = misfit_ / first;
            lowest_log_ratio_ =
                std::min(first_log_ratio + (last_log_ratio - first_log_ratio) * (1 - std::min(1.0, 4 * left)),
                         first_log_ratio - 8.0 * since_gain / patience);
            since_gain = attempt() ? 0 : since_gain + 1;
        }
    }

  private:
    void look_again()
    {
        misses_.clear();
        state_.town.for_each_miss([&](std::uint16_t goal, bool is_over) {
            if (is_over) {
                misses_.push_back(goal);
            }
        });
        if (misses_.empty()) {  // only cells with too few: any household may help
            state_.town.for_each_miss([&](std::uint16_t goal, bool) { misses_.push_back(goal); });
        }
    }

    std::size_t index(std::size_t count)
    {
        return std::min(static_cast<std::size_t>(draws_.next() * static_cast<double>(count)), count - 1);
    }

    // One household from a cell that is off, and some partners in its place.
    bool attempt()
    {
        auto const goal = misses_[index(misses_.size())];
        std::size_t place = 0;
        std::size_t one = 0;
        bool has_found = false;
        for (int i = 0; i < households_tried && !has_found; ++i) {
            place = index(state_.places.size());
            auto const& households = state_.whole.archetypes[place];
            if (households.size() < 2) {
                continue;
            }
            one = index(households.size());
            has_found = state_.town_rows.count_of(households[one], goal) > 0;
        }
        if (!has_found) {
            return false;
        }
        auto& households = state_.whole.archetypes[place];
        for (int i = 0; i < partners_tried; ++i) {
            std::size_t const other = index(households.size());
            std::size_t const attribute = index(state_.variants.attributes());
            if (try_exchange(place, households[one], households[other], attribute)) {
                return true;
            }
        }
        return false;
    }

    bool try_exchange(std::size_t place, std::uint32_t& one, std::uint32_t& other, std::size_t attribute)
    {
        auto const& variants = state_.variants;
        auto const code_of_one = variants.code(attribute, one);
        auto const code_of_other = variants.code(attribute, other);
        if (code_of_one == code_of_other) {
            return false;
        }
        auto const new_one = variants.with(one, attribute, code_of_other);
        auto const new_other = variants.with(other, attribute, code_of_one);
        if (new_one == Variants::none || new_other == Variants::none) {
            return false;
        }
        town_.clear();
        town_.add(state_.town_rows, one, new_one);
        town_.add(state_.town_rows, other, new_other);
        town_.merge();
        double const change = state_.town.change(town_);
        if (change > 1e-9) {
            return false;
        }
        auto& weight = weights_[place];
        if (!weight) {
            weight.emplace(state_.fitted, place);
        }
        double const before = (*weight)(one) * (*weight)(other);
        double const after = (*weight)(new_one) * (*weight)(new_other);
        bool const is_gain = change < -1e-9;
        if (after <= 0 || std::log(after / std::max(before, 1e-300)) < (is_gain ? lowest_log_ratio_ : 0)) {
            return false;
        }
        here_.clear();
        here_.add(state_.place_rows, one, new_one);
        here_.add(state_.place_rows, other, new_other);
        here_.merge();
        if (state_.places[place].change(here_) > 1e-9) {
            return false;
        }
        state_.places[place].apply(here_);
        state_.town.apply(town_);
        one = new_one;
        other = new_other;
        misfit_ += change;
        ++state_.whole.exchanges;
        look_again();
        return is_gain;
    }

    WholeState& state_;
    Draws draws_;
    std::vector<std::optional<FittedWeights::Place>> weights_;
    std::vector<std::uint16_t> misses_;
    double misfit_ = 0;  // of the municipality
    double lowest_log_ratio_ = first_log_ratio;
    Difference town_;
    Difference here_;
};

}  // namespace

void exchange_attributes(WholeState& state)
{
    Exchange(state).run();
}

}  // namespace minimasim::population
