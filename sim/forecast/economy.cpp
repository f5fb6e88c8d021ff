#include "sim/forecast/economy.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/draw.hpp"
#include "sim/population/evidence/assumptions.hpp"

namespace minimasim::forecast {

namespace {

constexpr EconomyYear nothing_changes{};

// A first-order process: some of what a year had too much or too little is left in the next. Of every year
// the logarithm has the same standard deviation.
class InflowShock {
  public:
    InflowShock(Terms const& terms, std::uint64_t seed, std::uint32_t replicate)
        : deviation_(terms.inflow_deviation),
          carried_over_(terms.inflow_carried_over),
          seed_(seed),
          replicate_(replicate)
    {
    }

    // By what it multiplies the inflow of a year, 1 on average. Years come in order.
    double of(int year)
    {
        auto const name = population::number_of_name("economy.inflow");
        double const drawn = normal_quantile(
            uniform(seed_, Stream::forecast_term, 0, name, static_cast<std::uint32_t>(year), replicate_));
        double const is_new = is_first_ ? 1 : std::sqrt(1 - carried_over_ * carried_over_);
        logarithm_ = carried_over_ * logarithm_ + is_new * deviation_ * drawn;
        is_first_ = false;
        return std::exp(logarithm_ - deviation_ * deviation_ / 2);
    }

  private:
    double deviation_;
    double carried_over_;
    std::uint64_t seed_;
    std::uint32_t replicate_;
    double logarithm_ = 0;
    bool is_first_ = true;
};

double real(double rise, double of_prices)
{
    return (1 + rise) / (1 + of_prices) - 1;
}

}  // namespace

EconomyYear const& Economy::of(std::size_t year) const
{
    return year < years.size() ? years[year] : nothing_changes;
}

double Economy::most_entering() const
{
    double most = 1;
    for (auto const& year : years) {
        most = std::max(most, *std::max_element(year.entering.begin(), year.entering.end()));
    }
    return most;
}

Economy economy_of(Terms const& terms, std::vector<ByIncomeKind> const& real_rises, int first_year,
                   std::uint64_t seed, std::uint32_t replicate)
{
    Economy economy;
    InflowShock shock(terms, seed, replicate);
    ByIncomeKind gap{};  // logarithm of real income over what a household is used to
    for (std::size_t y = 0; y < real_rises.size(); ++y) {
        EconomyYear year;
        double const inflow = shock.of(first_year + static_cast<int>(y));
        for (std::size_t kind = 0; kind < income_kind_count; ++kind) {
            gap[kind] = (1 - terms.income_adaptation) * gap[kind] + std::log1p(real_rises[y][kind]);
            year.entering[kind] = std::exp(-terms.income_and_arrears * gap[kind]);
            year.worsening[kind] = std::exp(-terms.income_and_worsening * gap[kind]) * inflow;
        }
        economy.years.push_back(year);
    }
    return economy;
}

std::vector<ByIncomeKind> real_rises(DrawnIndex const& index, int first_year, int last_year, int last_known)
{
    auto const prices = index_series("prices");
    auto const wages = index_series("wages");
    auto const norms = index_series("norms");
    auto const pensions = index_series("pensions");
    std::vector<ByIncomeKind> rises;
    for (int year = first_year; year <= last_year; ++year) {
        auto& of_year = rises.emplace_back();
        if (year > last_known) {
            continue;
        }
        double const of_prices = index.rise(prices, year);
        double const norm = index.rise(norms, year);
        of_year[static_cast<std::size_t>(IncomeKind::work)] = real(index.rise(wages, year), of_prices);
        of_year[static_cast<std::size_t>(IncomeKind::benefit)] = real(norm, of_prices);
        // Half state pension, which follows the norms, and half what comes on top of it: an assumption.
        of_year[static_cast<std::size_t>(IncomeKind::pension)] =
            real((norm + index.rise(pensions, year)) / 2, of_prices);
    }
    return rises;
}

}  // namespace minimasim::forecast
