#include "sim/takeup/entitled.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace minimasim::takeup {

void set_amounts(std::vector<EntitledHousehold>& households, std::vector<double> const& amounts)
{
    double sum = 0;
    for (double const amount : amounts) {
        sum += amount;
    }
    double const mean = sum / static_cast<double>(amounts.size());
    for (std::size_t i = 0; i < households.size(); ++i) {
        households[i].log_amount = std::log(amounts[i] / mean);
    }
}

namespace {

// Bins between which most inclinations are spread, in standard deviations about zero; the outer two take in
// what lies beyond them.
constexpr double lowest = -8;
constexpr double bins_per_deviation = 64;
constexpr std::size_t bin_count = 1024;

std::int32_t bin_of(double inclination)
{
    double const place = (inclination - lowest) * bins_per_deviation;
    return static_cast<std::int32_t>(std::min(std::max(place, 0.0), bin_count - 1.0));
}

// The value that `place` others come before, in order of size: counted into bins, so that only one bin has to
// be put in order.
double value_at(std::size_t place, std::vector<double> const& values, std::vector<std::int32_t>& bins)
{
    bins.resize(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        bins[i] = bin_of(values[i]);
    }
    std::array<std::uint32_t, bin_count> in_bin{};
    for (auto const bin : bins) {
        ++in_bin[static_cast<std::size_t>(bin)];
    }
    std::size_t bin = 0;
    while (place >= in_bin[bin]) {
        place -= in_bin[bin];
        ++bin;
    }
    std::vector<double> near;
    near.reserve(in_bin[bin]);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (bins[i] == static_cast<std::int32_t>(bin)) {
            near.push_back(values[i]);
        }
    }
    auto const wanted = near.begin() + static_cast<std::ptrdiff_t>(place);
    std::nth_element(near.begin(), wanted, near.end());
    return *wanted;
}

}  // namespace

void mark_non_users(std::vector<EntitledHousehold> const& households, Behaviour const& behaviour,
                    std::size_t non_users, InclinationSpace& space, std::vector<std::uint8_t>& is_non_user)
{
    std::size_t const n = households.size();
    if (non_users >= n) {
        is_non_user.assign(n, 1);
        return;
    }
    auto& inclinations = space.inclinations;
    inclinations.resize(n);
    InclinationWeights const weights(behaviour);
    for (std::size_t i = 0; i < n; ++i) {
        inclinations[i] = weights.inclination(households[i]);
    }
    double const threshold = value_at(non_users, inclinations, space.bins);
    is_non_user.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        is_non_user[i] = inclinations[i] < threshold ? 1 : 0;
    }
}

}  // namespace minimasim::takeup
