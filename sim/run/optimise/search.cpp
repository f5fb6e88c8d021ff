#include "sim/run/optimise/search.hpp"

#include <algorithm>
#include <set>

namespace minimasim::run {

namespace {

// A slice of cost ends about five per cent above its begin, in parts of one per cent. Each part has at most
// one finalist.
constexpr double growth_of_part = 1.01;
constexpr int parts_of_slice = 5;

// How much further a lever is turned than at the try before. Wider searches (more built upon, fourteen
// times as many packages) found 0.1 per cent more in made-up worlds of twenty levers.
constexpr std::size_t growth_of_step = 4;

struct Candidate {
    Positions positions;
    Worth worth;
    bool is_built_upon = false;
    bool is_judged = false;  // its slice is closed
};

class Search {
  public:
    Search(std::vector<std::size_t> const& count_positions, Appraise const& appraise,
           SearchOptions const& options)
        : count_positions_(count_positions), appraise_(appraise), options_(options)
    {
    }

    SearchOutcome run(std::int64_t highest_cost)
    {
        turn_alone();
        double edge = static_cast<double>(options_.first_slice);
        std::vector<std::int64_t> parts{options_.first_slice};
        bool is_last = false;
        while (!is_last && !outcome_.is_exhausted) {
            is_last = parts.back() > highest_cost;
            options_.begin_slice(parts.back());
            work_out_slice(parts.back());
            close_slice(parts);
            parts.clear();
            for (int i = 0; i < parts_of_slice; ++i) {
                edge *= growth_of_part;
                parts.push_back(static_cast<std::int64_t>(edge) + 1);
            }
        }
        outcome_.appraised = candidates_.size() - 1;
        return std::move(outcome_);
    }

  private:
    void turn_alone()
    {
        std::size_t const levers = count_positions_.size();
        candidates_.push_back({Positions(levers, 0), {}, false, false});
        known_.insert(candidates_.front().positions);
        std::vector<Positions> alone;
        for (std::size_t i = 0; i < levers; ++i) {
            for (std::size_t position = 1; position < count_positions_[i]; ++position) {
                alone.push_back(candidates_.front().positions);
                alone.back()[i] = static_cast<std::uint16_t>(position);
            }
        }
        add(alone);
        outcome_.is_useful.assign(levers, false);
        for (auto const& candidate : candidates_) {
            if (candidate.worth.effect > 0) {
                outcome_.cheapest = outcome_.cheapest < 0 ? std::max<std::int64_t>(0, candidate.worth.cost)
                                                          : std::min(outcome_.cheapest, candidate.worth.cost);
                for (std::size_t i = 0; i < levers; ++i) {
                    outcome_.is_useful[i] = outcome_.is_useful[i] || candidate.positions[i] > 0;
                }
            }
        }
    }

    // Appraises packages that are not known yet.
    void add(std::vector<Positions> const& packages)
    {
        std::vector<Positions> fresh;
        for (auto const& positions : packages) {
            if (known_.insert(positions).second) {
                fresh.push_back(positions);
            }
        }
        if (fresh.empty()) {
            return;
        }
        auto const worths = appraise_(fresh);
        for (std::size_t i = 0; i < fresh.size(); ++i) {
            candidates_.push_back({std::move(fresh[i]), worths[i], false, false});
        }
    }

    static bool does_more(Candidate const& a, Candidate const& b)
    {
        if (a.worth.effect != b.worth.effect) {
            return a.worth.effect > b.worth.effect;
        }
        return a.worth.cost != b.worth.cost ? a.worth.cost < b.worth.cost : a.positions < b.positions;
    }

    // The packages up to a cost that do more than any of a closed slice and were not built upon.
    std::vector<std::size_t> promising(std::int64_t upper) const
    {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            auto const& candidate = candidates_[i];
            if (!candidate.is_built_upon && candidate.worth.cost < upper && candidate.worth.effect > floor_) {
                found.push_back(i);
            }
        }
        std::sort(found.begin(), found.end(),
                  [&](std::size_t a, std::size_t b) { return does_more(candidates_[a], candidates_[b]); });
        return found;
    }

    void work_out_slice(std::int64_t upper)
    {
        for (std::size_t built = 0; built < options_.built_upon;) {
            auto found = promising(upper);
            if (found.empty()) {
                return;
            }
            found.resize(std::min({found.size(), options_.built_upon_at_once, options_.built_upon - built}));
            built += found.size();
            std::vector<Positions> next;
            for (std::size_t const i : found) {
                candidates_[i].is_built_upon = true;
                add_turned_further(candidates_[i].positions, next);
            }
            add(next);
        }
    }

    void add_turned_further(Positions const& from, std::vector<Positions>& next) const
    {
        for (std::size_t i = 0; i < from.size(); ++i) {
            std::size_t const last = count_positions_[i] - 1;
            if (!outcome_.is_useful[i] || from[i] == last) {
                continue;
            }
            for (std::size_t step = 1; from[i] + step < last; step *= growth_of_step) {
                next.push_back(from);
                next.back()[i] = static_cast<std::uint16_t>(from[i] + step);
            }
            next.push_back(from);
            next.back()[i] = static_cast<std::uint16_t>(last);
        }
    }

    // Keeps the package with most effect of every part of the slice that does more than all before it.
    void close_slice(std::vector<std::int64_t> const& parts)
    {
        bool is_anything_left = false;
        for (auto const upper : parts) {
            Candidate const* best = nullptr;
            for (auto& candidate : candidates_) {
                if (candidate.is_judged || candidate.worth.cost >= upper) {
                    continue;
                }
                candidate.is_judged = true;
                if (candidate.worth.effect > floor_ && (best == nullptr || does_more(candidate, *best))) {
                    best = &candidate;
                }
            }
            if (best != nullptr) {
                outcome_.finalists.push_back({best->positions, best->worth});
                floor_ = best->worth.effect;
            }
        }
        for (auto const& candidate : candidates_) {
            is_anything_left = is_anything_left || (!candidate.is_judged && candidate.worth.effect > floor_);
        }
        outcome_.is_exhausted = !is_anything_left;
    }

    std::vector<std::size_t> const& count_positions_;
    Appraise const& appraise_;
    SearchOptions const& options_;
    std::vector<Candidate> candidates_;
    std::set<Positions> known_;
    std::int64_t floor_ = 0;  // most effect in a closed slice
    SearchOutcome outcome_;
};

}  // namespace

SearchOutcome search_packages(std::vector<std::size_t> const& count_positions, std::int64_t highest_cost,
                              Appraise const& appraise, SearchOptions const& options)
{
    return Search(count_positions, appraise, options).run(highest_cost);
}

}  // namespace minimasim::run
