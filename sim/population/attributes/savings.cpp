#include "sim/population/attributes/savings.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/base/draw.hpp"

namespace minimasim::population {

namespace {

constexpr double lowest_balance = 20;  // euro: what is less counts as none
constexpr int rounds = 3;              // by type and by age in turn; a fourth moves no median by a per cent
constexpr std::size_t fewest = 50;     // a group of fewer households has no median worth moving

std::size_t age_band(int age)
{
    return static_cast<std::size_t>(age < 25 ? 0 : std::min(6, (age - 15) / 10));
}

std::size_t shape_of(HouseholdType type)
{
    return type == HouseholdType::one_person ? 0 : 1;
}

QuantileFunction shape(NationalTables const& national, std::size_t size)
{
    auto const& quartiles = national.savings_quartiles_2014[size];
    double const median = quartiles[1];
    auto const& level = national.savings_by_size[size];
    return {1 - national.savings_holders_share, lowest_balance / level[1], quartiles[0] / median,
            quartiles[2] / median, level[0] / level[1]};
}

// What is published of a group of households with a balance.
struct PublishedGroup {
    double median = 0;
    double mean = 0;
    double upper_quartile = 0;  // over the median; 0 where it is not published
};

// Moves the amounts between two places of the order so that the last becomes `top`: a power of what they
// exceed the first by.
void stretch(std::vector<std::uint32_t> const& places, std::vector<double>& amounts, std::size_t first,
             std::size_t last, double top)
{
    double const base = amounts[places[first]];
    double const reach = std::log(amounts[places[last]] / base);
    double const power = reach > 0 ? std::log(top / base) / reach : 1;
    for (std::size_t k = first; k < last; ++k) {
        double& amount = amounts[places[k]];
        amount = base * std::pow(amount / base, power);
    }
    double const factor = top / amounts[places[last]];
    for (std::size_t k = last; k < places.size(); ++k) {
        amounts[places[k]] *= factor;
    }
}

// Gives the households of a group (`places` in `amounts`, all above zero) the published median, upper
// quartile and mean: a factor for all, a stretch above the median, and a tilt of what lies above the last of
// these. Nobody changes places.
void move_group(std::vector<std::uint32_t>& places, std::vector<double>& amounts,
                PublishedGroup const& published)
{
    if (places.size() < fewest) {
        return;
    }
    std::sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
        return amounts[a] != amounts[b] ? amounts[a] < amounts[b] : a < b;
    });
    std::size_t const half = places.size() / 2;
    double const factor = published.median / std::max(1.0, amounts[places[half]]);
    for (auto const place : places) {
        amounts[place] *= factor;
    }
    std::size_t from = half;
    if (published.upper_quartile > 1) {
        from = 3 * places.size() / 4;
        stretch(places, amounts, half, from, published.median * published.upper_quartile);
    }
    double below = 0;
    for (std::size_t k = 0; k < from; ++k) {
        below += amounts[places[k]];
    }
    std::vector<double> upper;
    for (std::size_t k = from; k < places.size(); ++k) {
        upper.push_back(amounts[places[k]]);
    }
    double const least = upper.front();
    double const wanted =
        (published.mean * static_cast<double>(places.size()) - below) / static_cast<double>(upper.size());
    tilt_to_mean(upper, wanted);
    for (std::size_t k = from; k < places.size(); ++k) {
        amounts[places[k]] = std::max(least, upper[k - from]);
    }
}

}  // namespace

Savings::Savings(NationalTables const& national, AssumedValues const& assumed)
    : national_(national),
      shape_{shape(national, 0), shape(national, 1)},
      low_income_factor_(assumed("assets.low_income_factor")),
      pensioner_factor_(assumed("assets.pensioner_low_income_factor")),
      owner_factor_(assumed("assets.owner_factor")),
      largest_(assumed("assets.largest")),
      limits_{assumed("assets.assistance_limit_single"), assumed("assets.assistance_limit_family")}
{
}

double Savings::limit(HouseholdType type) const
{
    return limits_[type == HouseholdType::one_person || type == HouseholdType::other ? 0 : 1];
}

double Savings::first_amount(HouseholdDraft const& h, double score) const
{
    double const median = national_.savings_by_type[static_cast<std::size_t>(h.type)][1] *
                          national_.savings_by_age[age_band(h.persons[0].age)][1] / national_.savings_all[1];
    double amount = median * shape_[shape_of(h.type)](normal_probability(score));
    if (h.income_class <= IncomeClass::up_to_120) {
        amount *= low_income_factor_ * (h.main_source == Source::pension ? pensioner_factor_ : 1);
    }
    if (h.tenure == Tenure::owner) {
        amount *= owner_factor_;
    }
    return amount < lowest_balance ? 0 : std::min(amount, largest_);
}

void Savings::calibrate(Population& p) const
{
    std::vector<double> amounts(p.size());
    std::array<std::vector<std::uint32_t>, household_type_count> by_type;
    std::array<std::vector<std::uint32_t>, 7> by_age;
    for (std::size_t i = 0; i < p.size(); ++i) {
        amounts[i] = p.liquid_assets_cents[i] / 100.0;
        if (p.liquid_assets_cents[i] > 0) {
            by_type[static_cast<std::size_t>(p.type[i])].push_back(static_cast<std::uint32_t>(i));
            by_age[age_band(p.persons.age[p.person_begin[i]])].push_back(static_cast<std::uint32_t>(i));
        }
    }
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t a = 0; a < by_age.size(); ++a) {
            auto const& published = national_.savings_by_age[a];
            move_group(by_age[a], amounts, {published[1], published[0], 0});
        }
        for (std::size_t t = 0; t < by_type.size(); ++t) {
            auto const& published = national_.savings_by_type[t];
            auto const& quartiles = national_.savings_quartiles_2014[shape_of(static_cast<HouseholdType>(t))];
            move_group(by_type[t], amounts, {published[1], published[0], quartiles[2] / quartiles[1]});
        }
    }
    for (std::size_t i = 0; i < p.size(); ++i) {
        double amount = std::min(amounts[i], largest_);
        // Above its limit there is no assistance. What would exceed it is pressed below, in the same order.
        double const highest = 0.98 * limit(p.type[i]);
        if (p.receives_social_assistance[i] && amount > highest / 2) {
            amount = highest * (1 - highest / (4 * amount));
        }
        p.liquid_assets_cents[i] = static_cast<std::int32_t>(std::floor(100 * amount + 0.5));
    }
}

}  // namespace minimasim::population
