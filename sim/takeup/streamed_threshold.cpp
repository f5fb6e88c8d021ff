#include "sim/takeup/streamed_threshold.hpp"

#include <algorithm>
#include <bit>
#include <cstdlib>

namespace minimasim::takeup {

namespace {

constexpr int bin_bits = 16;  // of a propensity, per visit
constexpr std::size_t bin_count = std::size_t{1} << bin_bits;

// A whole number that rises where the propensity falls.
std::uint64_t falling_key(double propensity)
{
    constexpr std::uint64_t sign = std::uint64_t{1} << 63;
    auto const bits = std::bit_cast<std::uint64_t>(propensity + 0.0);  // -0 and 0 are one propensity
    std::uint64_t const rising = (bits & sign) != 0 ? ~bits : bits | sign;
    return ~rising;
}

// Keys from `first` to `last`, and what stands before them.
struct Range {
    std::uint64_t first = 0;
    std::uint64_t last = ~std::uint64_t{0};
    std::int64_t before = 0;  // weight

    bool holds(std::uint64_t key) const { return key >= first && key <= last; }
};

struct Bin {
    std::int64_t weight = 0;
    std::size_t candidates = 0;
};

// The bins of a range, each 2^shift keys wide.
struct Bins {
    explicit Bins(Range const& range) : first(range.first), list(bin_count)
    {
        shift = std::max(0, static_cast<int>(std::bit_width(range.last - range.first)) - bin_bits);
    }

    Bin& of(std::uint64_t key) { return list[(key - first) >> shift]; }
    std::uint64_t begin_of(std::size_t bin) const { return first + (std::uint64_t{bin} << shift); }

    std::uint64_t first;
    int shift = 0;
    std::vector<Bin> list;
};

// The part of a range around the place where its weights exceed what is left of the target: from the last
// candidate before that bin up to the first with a weight after it.
Range narrowed(Range const& range, Bins const& bins, std::int64_t target)
{
    std::int64_t sum = range.before;
    std::size_t crossing = 0;
    std::size_t first = bin_count;  // last bin with candidates before the crossing
    std::int64_t before_first = range.before;
    while (crossing < bin_count && sum + bins.list[crossing].weight <= target) {
        if (bins.list[crossing].candidates > 0) {
            first = crossing;
            before_first = sum;
        }
        sum += bins.list[crossing].weight;
        ++crossing;
    }
    if (crossing == bin_count) {
        return range;  // exceeded by what stands after the range only
    }
    std::size_t last = crossing + 1;
    while (last < bin_count && bins.list[last].weight == 0) {
        ++last;
    }
    Range narrow;
    narrow.first = first == bin_count ? bins.begin_of(crossing) : bins.begin_of(first);
    narrow.before = first == bin_count ? sum : before_first;
    narrow.last = last + 1 >= bin_count ? range.last : std::min(range.last, bins.begin_of(last + 1) - 1);
    return narrow;
}

}  // namespace

Crossing find_crossing(VisitCandidates const& visit, WeightOf weight, std::int64_t target,
                       std::size_t most_sorted)
{
    Crossing crossing;
    std::size_t candidates = 0;
    visit([&](Candidate const& candidate) {
        crossing.total += weight(candidate);
        ++candidates;
    });
    if (crossing.total <= target) {
        return crossing;
    }
    Range range;
    while (candidates > most_sorted && range.first < range.last) {
        Bins bins(range);
        visit([&](Candidate const& candidate) {
            auto const key = falling_key(candidate.propensity);
            if (range.holds(key)) {
                auto& bin = bins.of(key);
                bin.weight += weight(candidate);
                ++bin.candidates;
            }
        });
        auto const narrow = narrowed(range, bins, target);
        if (narrow.first == range.first && narrow.last == range.last) {
            break;  // few propensities shared by many
        }
        range = narrow;
        candidates = 0;
        for (std::size_t bin = 0; bin < bin_count; ++bin) {
            candidates += range.holds(bins.begin_of(bin)) ? bins.list[bin].candidates : 0;
        }
    }
    crossing.before = range.before;
    visit([&](Candidate const& candidate) {
        if (range.holds(falling_key(candidate.propensity))) {
            crossing.around.push_back(candidate);
        }
    });
    return crossing;
}

Threshold streamed_threshold_for(VisitCandidates const& visit, std::int64_t target, std::size_t most_sorted)
{
    auto crossing = find_crossing(
        visit, [](Candidate const& candidate) { return candidate.users; }, target, most_sorted);
    Threshold threshold;
    if (crossing.total <= target) {  // everybody claims
        threshold.reached = crossing.total;
    } else {
        threshold = threshold_for(std::move(crossing.around), target - crossing.before);
        threshold.reached += crossing.before;
    }
    threshold.target = target;
    threshold.entitled = crossing.total;
    return threshold;
}

}  // namespace minimasim::takeup
