#include <algorithm>
#include <cmath>
#include <optional>

#include "sim/population/whole_households/whole_state.hpp"

namespace minimasim::population {

namespace {

constexpr std::uint32_t exchange_key = 0xFFFFFFFD;  // address of the draws, no place has it
constexpr std::uint32_t exchange_draw = 0x20000;
constexpr int partners_tried = 10;  // with the code wanted, for one household
constexpr std::size_t households_looked_at = 64;
constexpr std::size_t scatter = 7919;   // a prime: households that stand together are not looked at in turn
constexpr double free_share = 0.25;     // attempts without aim: what is off may need a detour
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
          weights_(state.places.size()),
          attributes_of_goal_(state.problem.municipality.size())
    {
        for (std::uint32_t k = 0; k < state.town_rows.size(); ++k) {
            for (std::size_t d = 0; d < state.variants.attributes(); ++d) {
                note_attribute(k, d);
            }
        }
        look_again();
    }

    void run()
    {
        int since_gain = 0;
        double const first = std::max(1.0, state_.town.misfit());
        misfit_ = first;
        while (!misses_.empty() && since_gain < patience) {
            // The less is left to do, the less likely an exchange may be.
            double const done = 1 - std::min(1.0, 4 * misfit_ / first);
            lowest_ratio_ = std::exp(std::min(first_log_ratio + (last_log_ratio - first_log_ratio) * done,
                                              first_log_ratio - 8.0 * since_gain / patience));
            since_gain = attempt() ? 0 : since_gain + 1;
        }
    }

  private:
    struct Miss {
        std::uint16_t goal;
        bool is_over;
    };

    // Notes which goals of an archetype another code of the attribute would take from it.
    void note_attribute(std::uint32_t archetype, std::size_t attribute)
    {
        auto const own = state_.variants.code(attribute, archetype);
        for (std::size_t c = 0; c < state_.variants.categories(attribute); ++c) {
            auto const to = c == own
                                ? Variants::none
                                : state_.variants.with(archetype, attribute, static_cast<std::uint8_t>(c));
            if (to == Variants::none) {
                continue;
            }
            town_.clear();
            town_.add(state_.town_rows, archetype, to);
            for (int i = 0; i < town_.size; ++i) {
                auto& attributes = attributes_of_goal_[town_.part(i).goal];
                if (std::find(attributes.begin(), attributes.end(), attribute) == attributes.end()) {
                    attributes.push_back(attribute);
                }
            }
        }
    }

    void look_again()
    {
        misses_.clear();
        bool has_over = false;
        state_.town.for_each_miss([&](std::uint16_t goal, bool is_over) {
            misses_.push_back({goal, is_over});
            has_over = has_over || is_over;
        });
        if (has_over) {  // the aim is better from a cell that is too full than towards one that lacks
            misses_.erase(std::remove_if(misses_.begin(), misses_.end(), [](Miss m) { return !m.is_over; }),
                          misses_.end());
        }
    }

    std::size_t index(std::size_t count)
    {
        return std::min(static_cast<std::size_t>(draws_.next() * static_cast<double>(count)), count - 1);
    }

    // The households of a place one after another in a scattered order, from a drawn start.
    template <class Wanted>
    static std::size_t find(std::vector<std::uint32_t> const& households, std::size_t start,
                            std::size_t& looked, Wanted const& wanted)
    {
        std::size_t const count = households.size();
        std::size_t const most = std::min(households_looked_at, count);
        while (looked < most) {
            std::size_t const at = (start + looked++ * scatter) % count;
            if (wanted(households[at])) {
                return at;
            }
        }
        return count;
    }

    // One household from a cell that is off, the change of one attribute that helps most, and partners in its
    // place that have the code it needs.
    bool attempt()
    {
        auto const miss = misses_[index(misses_.size())];
        std::size_t const place = index(state_.places.size());
        auto& households = state_.whole.archetypes[place];
        auto const& attributes = attributes_of_goal_[miss.goal];
        if (households.size() < 2 || attributes.empty()) {
            return false;
        }
        std::size_t looked = 0;
        std::size_t const one = find(households, index(households.size()), looked, [&](std::uint32_t k) {
            return !miss.is_over || state_.town_rows.count_of(k, miss.goal) > 0;
        });
        if (one == households.size()) {
            return false;
        }
        auto const from = households[one];
        std::size_t const attribute = attributes[index(attributes.size())];
        std::uint32_t const to =
            draws_.happens(free_share) ? any_variant(from, attribute) : best_variant(from, attribute);
        if (to == Variants::none) {
            return false;
        }
        town_.clear();
        town_.add(state_.town_rows, from, to);
        double const half = state_.town.change(town_);
        state_.town.apply(town_);
        auto const wanted = state_.variants.code(attribute, to);
        std::size_t const start = index(households.size());
        looked = 0;
        for (int i = 0; i < partners_tried; ++i) {
            std::size_t const other = find(households, start, looked, [&](std::uint32_t k) {
                return state_.variants.code(attribute, k) == wanted;
            });
            if (other == households.size()) {
                break;
            }
            if (auto const change = complete(place, from, to, households[other], attribute, half)) {
                households[one] = to;
                return *change < -1e-9;
            }
        }
        town_.clear();
        town_.add(state_.town_rows, to, from);
        state_.town.apply(town_);
        return false;
    }

    std::uint32_t any_variant(std::uint32_t from, std::size_t attribute)
    {
        auto const code = static_cast<std::uint8_t>(index(state_.variants.categories(attribute)));
        return code == state_.variants.code(attribute, from) ? Variants::none
                                                             : state_.variants.with(from, attribute, code);
    }

    // The other code of an attribute that lowers the misfit most, equals with equal chances; none when every
    // one raises it.
    std::uint32_t best_variant(std::uint32_t from, std::size_t attribute)
    {
        std::uint32_t best = Variants::none;
        double least = 1e-9;
        auto const own = state_.variants.code(attribute, from);
        std::size_t const categories = state_.variants.categories(attribute);
        std::size_t const shift = index(categories);
        for (std::size_t c = 0; c < categories; ++c) {
            auto const code = static_cast<std::uint8_t>((c + shift) % categories);
            auto const to = code == own ? Variants::none : state_.variants.with(from, attribute, code);
            if (to != Variants::none) {
                town_.clear();
                town_.add(state_.town_rows, from, to);
                double const change = state_.town.change(town_);
                if (change < least) {
                    least = change;
                    best = to;
                }
            }
        }
        return best;
    }

    // Gives the partner the code that the first household had, when the whole is no loss; `half` is what the
    // first change did. Returns the change of the whole, or nothing when it was not made.
    std::optional<double> complete(std::size_t place, std::uint32_t from, std::uint32_t to,
                                   std::uint32_t& partner, std::size_t attribute, double half)
    {
        auto const new_partner =
            state_.variants.with(partner, attribute, state_.variants.code(attribute, from));
        if (new_partner == Variants::none) {
            return {};
        }
        town_.clear();
        town_.add(state_.town_rows, partner, new_partner);
        double const change = half + state_.town.change(town_);
        if (change > 1e-9) {
            return {};
        }
        auto& weight = weights_[place];
        if (!weight) {
            weight.emplace(state_.fitted, place);
        }
        double const before = (*weight)(from) * (*weight)(partner);
        double const after = (*weight)(to) * (*weight)(new_partner);
        if (after <= 0 || after < before * (change < -1e-9 ? lowest_ratio_ : 1)) {
            return {};
        }
        here_.clear();
        here_.add(state_.place_rows, from, to);
        here_.add(state_.place_rows, partner, new_partner);
        here_.merge();
        if (state_.places[place].change(here_) > 1e-9) {
            return {};
        }
        state_.places[place].apply(here_);
        state_.town.apply(town_);
        partner = new_partner;
        misfit_ += change;
        ++state_.whole.exchanges;
        look_again();
        return change;
    }

    WholeState& state_;
    Draws draws_;
    std::vector<std::optional<FittedWeights::Place>> weights_;
    std::vector<std::vector<std::size_t>> attributes_of_goal_;  // whose change alters the goal
    std::vector<Miss> misses_;
    double misfit_ = 0;  // of the municipality
    double lowest_ratio_ = 0;
    Difference town_;
    Difference here_;
};

}  // namespace

void exchange_attributes(WholeState& state)
{
    Exchange(state).run();
}

}  // namespace minimasim::population
