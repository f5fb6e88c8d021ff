#include "sim/takeup/entitled.hpp"

#include <algorithm>
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

void mark_non_users(std::vector<EntitledHousehold> const& households, Behaviour const& behaviour,
                    std::size_t non_users, std::vector<double>& scratch,
                    std::vector<std::uint8_t>& is_non_user)
{
    std::size_t const n = households.size();
    scratch.resize(2 * n);
    for (std::size_t i = 0; i < n; ++i) {
        scratch[i] = inclination(households[i], behaviour);
    }
    is_non_user.assign(n, 0);
    if (non_users >= n) {
        is_non_user.assign(n, 1);
        return;
    }
    auto const sorted = scratch.begin() + static_cast<std::ptrdiff_t>(n);
    std::copy(scratch.begin(), sorted, sorted);
    std::nth_element(sorted, sorted + static_cast<std::ptrdiff_t>(non_users), scratch.end());
    double const threshold = sorted[static_cast<std::ptrdiff_t>(non_users)];
    for (std::size_t i = 0; i < n; ++i) {
        is_non_user[i] = scratch[i] < threshold ? 1 : 0;
    }
}

}  // namespace minimasim::takeup
