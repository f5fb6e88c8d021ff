#include "sim/run/optimise/search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "sim/base/draw.hpp"

namespace minimasim::run {

namespace {

constexpr std::int64_t first_slice = 1'000;

// A made-up world: every position of a lever has a cost and an effect of its own, some pairs of levers get in
// each other's way, and a lever may even save money on top of another.
class World {
  public:
    World(std::uint64_t number, std::vector<std::size_t> count_positions, bool is_contrary)
        : number_(number), count_positions_(std::move(count_positions)), is_contrary_(is_contrary)
    {
    }

    std::vector<std::size_t> const& count_positions() const { return count_positions_; }

    Worth worth(Positions const& positions) const
    {
        double cost = 0;
        double effect = 0;
        for (std::size_t i = 0; i < positions.size(); ++i) {
            double const share = static_cast<double>(positions[i]) / static_cast<double>(count_positions_[i]);
            cost += share * (2'000 + 60'000 * draw(i, 1));
            effect += std::pow(share, 0.6 + 0.8 * draw(i, 2)) * (100 + 5'000 * draw(i, 3));
        }
        for (std::size_t i = 0; i + 1 < positions.size(); ++i) {
            if (positions[i] > 0 && positions[i + 1] > 0) {
                cost -= is_contrary_ ? 25'000 * draw(i, 4) : 0;
                effect -= 800 * draw(i, 5);
            }
        }
        return {std::llround(cost), std::llround(effect)};
    }

    Appraise appraise() const
    {
        return [this](std::vector<Positions> const& packages) {
            std::vector<Worth> worths;
            for (auto const& positions : packages) {
                worths.push_back(worth(positions));
            }
            return worths;
        };
    }

    // The most effect that any package up to a cost has.
    std::int64_t exhaustive(std::int64_t highest_cost) const
    {
        std::int64_t best = 0;
        Positions positions(count_positions_.size(), 0);
        for (;;) {
            auto const of_package = worth(positions);
            if (of_package.cost <= highest_cost) {
                best = std::max(best, of_package.effect);
            }
            std::size_t i = 0;
            while (i < positions.size() && ++positions[i] == count_positions_[i]) {
                positions[i++] = 0;
            }
            if (i == positions.size()) {
                return best;
            }
        }
    }

  private:
    double draw(std::size_t lever, std::uint32_t purpose) const
    {
        return uniform(number_, Stream::amounts, 0, static_cast<std::uint32_t>(lever), purpose, 0);
    }

    std::uint64_t number_;
    std::vector<std::size_t> count_positions_;
    bool is_contrary_;
};

SearchOutcome search(World const& world, std::int64_t highest_cost)
{
    SearchOptions options;
    options.first_slice = first_slice;
    return search_packages(world.count_positions(), highest_cost, world.appraise(), options);
}

std::int64_t best_effect(SearchOutcome const& outcome, std::int64_t highest_cost)
{
    std::int64_t best = 0;
    for (auto const& finalist : outcome.finalists) {
        if (finalist.worth.cost <= highest_cost) {
            best = std::max(best, finalist.worth.effect);
        }
    }
    return best;
}

}  // namespace

TEST(PackageSearch, ComesCloseToTryingEverything)
{
    double sum = 0;
    int count = 0;
    for (std::uint64_t number = 0; number < 40; ++number) {
        World const world(number, {5, 4, 6, 3, 4}, false);
        for (std::int64_t const budget : {5'000, 20'000, 60'000, 120'000}) {
            auto const best = world.exhaustive(budget);
            if (best == 0) {
                continue;
            }
            // The budget lies within a slice; one per cent is what one of its parts may miss.
            auto const found = best_effect(search(world, budget), budget);
            double const share = static_cast<double>(found) / static_cast<double>(best);
            EXPECT_LE(found, best);
            EXPECT_GE(share, 0.80) << "world " << number << ", budget " << budget;
            sum += share;
            ++count;
        }
    }
    EXPECT_GE(sum / count, 0.985);
}

TEST(PackageSearch, BeginsWithAllThatTheSearchToALowerCostFinds)
{
    for (std::uint64_t number = 0; number < 60; ++number) {
        World const world(number, {7, 4, 9, 3, 4, 6}, number % 2 == 1);
        auto const lower = 1'000 + static_cast<std::int64_t>(number * number * 40);
        for (std::int64_t const higher : {lower + 1, lower + 500, lower * 2, lower * 10}) {
            auto const few = search(world, lower).finalists;
            auto const many = search(world, higher).finalists;
            ASSERT_LE(few.size(), many.size());
            for (std::size_t i = 0; i < few.size(); ++i) {
                EXPECT_EQ(few[i].positions, many[i].positions);
            }
        }
    }
}

TEST(PackageSearch, GivesEachFinalistMoreEffectThanTheOnesBefore)
{
    World const world(7, {7, 4, 9, 3, 4, 6}, true);

    auto const found = search(world, 150'000);

    ASSERT_GT(found.finalists.size(), 5U);
    for (std::size_t i = 1; i < found.finalists.size(); ++i) {
        EXPECT_GT(found.finalists[i].worth.effect, found.finalists[i - 1].worth.effect);
    }
    for (auto const& finalist : found.finalists) {
        EXPECT_EQ(finalist.worth, world.worth(finalist.positions));
    }
}

TEST(PackageSearch, SaysWhichLeversDoNothingAndWhenMoneyIsLeft)
{
    // The first lever costs ten a position and gives as much; the second only costs.
    Appraise const appraise = [](std::vector<Positions> const& packages) {
        std::vector<Worth> worths;
        for (auto const& positions : packages) {
            worths.push_back({10 * positions[0] + 5 * positions[1], 10 * positions[0]});
        }
        return worths;
    };
    SearchOptions options;
    options.first_slice = 5;

    auto const found = search_packages({4, 3}, 1'000'000, appraise, options);

    EXPECT_EQ(found.is_useful, (std::vector<bool>{true, false}));
    EXPECT_TRUE(found.is_exhausted);
    EXPECT_EQ(found.cheapest, 10);
    ASSERT_FALSE(found.finalists.empty());
    EXPECT_EQ(found.finalists.back().positions, (Positions{3, 0}));
}

TEST(PackageSearch, FindsNothingWhereNothingHelps)
{
    Appraise const appraise = [](std::vector<Positions> const& packages) {
        return std::vector<Worth>(packages.size(), Worth{100, 0});
    };
    SearchOptions options;
    options.first_slice = 50;

    auto const found = search_packages({3, 3}, 10'000, appraise, options);

    EXPECT_TRUE(found.finalists.empty());
    EXPECT_EQ(found.cheapest, -1);
}

}  // namespace minimasim::run
