#include "sim/population/uprate.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "sim/base/error.hpp"

namespace minimasim::population {

namespace {

// A rise is dated the first of July of its year; from January to June the level of the year before still
// holds.
int level_year(Date const& date)
{
    return date.month >= 7 ? date.year : date.year - 1;
}

// Per cent of a year from an index series, or else from an assumption "uprating.<name>_<year>".
class Rises {
  public:
    Rises(Evidence const& evidence, int from, int to) : evidence_(evidence), from_(from), to_(to) {}

    double factor(char const* series, char const* assumption) const
    {
        double product = 1;
        for (int year = std::min(from_, to_) + 1; year <= std::max(from_, to_); ++year) {
            product *= 1 + per_cent(series, assumption, std::to_string(year)) / 100;
        }
        return to_ >= from_ ? product : 1 / product;
    }

  private:
    double per_cent(std::string const& series, std::string const& assumption, std::string const& year) const
    {
        for (auto const& point : evidence_.indices) {
            if (point.series == series && point.year == year) {
                return point.value;
            }
        }
        for (auto const& a : evidence_.assumptions) {
            if (a.section == "uprating" && a.parameter == assumption + "_" + year) {
                return a.value;
            }
        }
        throw ModelError("neither data/dynamics (" + (series.empty() ? "no series" : series) +
                         ") nor data/assumptions (uprating." + assumption + "_" + year + ") says how " +
                         assumption + " rose in " + year +
                         ", so the population cannot be brought to that year");
    }

    Evidence const& evidence_;
    int from_;
    int to_;
};

void multiply(std::vector<std::int32_t>& amounts, double factor, double step = 1)
{
    if (factor == 1) {
        return;
    }
    for (auto& a : amounts) {
        double const value = std::floor(static_cast<double>(a) * factor / step + 0.5) * step;
        a = static_cast<std::int32_t>(std::clamp(value, -2'147'483'000.0, 2'147'483'000.0));
    }
}

}  // namespace

UpratingFactors factors_between(Evidence const& evidence, Date base, Date to)
{
    Rises const rises(evidence, level_year(base), level_year(to));
    UpratingFactors f;
    f.wage = rises.factor("cao_wages", "wage");
    f.profit = f.wage;
    f.pension = rises.factor("", "pension");
    f.unemployment_benefit = rises.factor("", "benefit");
    f.disability_benefit = f.unemployment_benefit;
    f.rent_social = rises.factor("rent_july_corporation_social", "rent_social");
    f.rent_private = rises.factor("rent_july_free", "rent_private");
    f.mortgage = 1;  // payments on running loans are fixed; who refinances is not modelled
    f.energy = rises.factor("", "energy");
    f.woz_value = rises.factor("", "woz");
    f.liquid_assets = rises.factor("cpi_all", "consumer_prices");
    return f;
}

Population uprated(Population const& population, UpratingFactors const& factors)
{
    Population result = population;
    auto& q = result.persons;
    multiply(q.wage_cents_per_year, factors.wage);
    multiply(q.profit_cents_per_year, factors.profit);
    multiply(q.pension_cents_per_year, factors.pension);
    multiply(q.unemployment_benefit_cents_per_year, factors.unemployment_benefit);
    multiply(q.disability_benefit_cents_per_year, factors.disability_benefit);
    multiply(result.mortgage_cents_per_month, factors.mortgage);
    multiply(result.energy_cents_per_month, factors.energy);
    multiply(result.woz_value_euro, factors.woz_value, 1000);
    multiply(result.liquid_assets_cents, factors.liquid_assets);
    for (std::size_t i = 0; i < result.size(); ++i) {
        double const factor =
            result.tenure[i] == Tenure::rent_social ? factors.rent_social : factors.rent_private;
        double const rent = static_cast<double>(result.rent_cents_per_month[i]) * factor;
        result.rent_cents_per_month[i] = static_cast<std::int32_t>(std::floor(rent + 0.5));
    }
    return result;
}

}  // namespace minimasim::population
