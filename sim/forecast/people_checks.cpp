#include <algorithm>
#include <array>

#include "sim/base/error.hpp"
#include "sim/forecast/results.hpp"

namespace minimasim::forecast {

namespace {

using Years = std::vector<YearAccounts>;

double sum(Years const& years, std::int64_t YearAccounts::*value)
{
    std::int64_t total = 0;
    for (auto const& year : years) {
        total += year.*value;
    }
    return static_cast<double>(total);
}

double part(double a, double b)
{
    return b > 0 ? a / b : 0;
}

double growth(Years const& years)
{
    return part(static_cast<double>(years.back().persons - years.front().persons_before),
                sum(years, &YearAccounts::persons_before));
}

double natural_growth(Years const& years)
{
    return part(sum(years, &YearAccounts::births) - sum(years, &YearAccounts::deaths),
                sum(years, &YearAccounts::persons_before));
}

double low_exit(Years const& years)
{
    return part(sum(years, &YearAccounts::low_left), sum(years, &YearAccounts::low_before));
}

double relapse(Years const& years)
{
    return part(sum(years, &YearAccounts::low_relapsed), sum(years, &YearAccounts::low_entered));
}

double assistance_exit(Years const& years)
{
    return part(sum(years, &YearAccounts::assisted_left) - sum(years, &YearAccounts::assisted_retired),
                sum(years, &YearAccounts::assisted_before));
}

double assistance_inflow(Years const& years)
{
    return part(sum(years, &YearAccounts::assisted_entered), sum(years, &YearAccounts::assisted_before));
}

double assistance_again(Years const& years)
{
    return part(sum(years, &YearAccounts::assisted_again), sum(years, &YearAccounts::assisted_entered));
}

struct Measure {
    char const* key;
    double (*value)(Years const&);
};

constexpr std::array<Measure, 7> measures{{{"people.growth_per_year", growth},
                                           {"people.natural_growth_per_year", natural_growth},
                                           {"people.low_income_exit", low_exit},
                                           {"people.low_income_relapse", relapse},
                                           {"people.assistance_exit", assistance_exit},
                                           {"people.assistance_inflow", assistance_inflow},
                                           {"people.assistance_reinflow", assistance_again}}};

}  // namespace

bool is_about_people(Published const& published)
{
    return published.key.starts_with("people.");
}

std::vector<Check> checks_of_people(std::vector<Published> const& published,
                                    std::vector<std::vector<YearAccounts>> const& replicates)
{
    std::vector<Check> checks;
    for (auto const& figure : published) {
        if (!is_about_people(figure)) {
            continue;
        }
        auto const measure = std::find_if(measures.begin(), measures.end(),
                                          [&](Measure const& m) { return figure.key == m.key; });
        if (measure == measures.end()) {
            throw ModelError("the forecast cannot say " + figure.key +
                             " of data/dynamics/forecast_checks.csv");
        }
        std::vector<double> values;
        for (auto const& years : replicates) {
            values.push_back(measure->value(years));
        }
        auto const model = outcomes::interval_of(values, 0);
        checks.push_back({figure, model, model.low <= figure.high && figure.low <= model.high});
    }
    return checks;
}

}  // namespace minimasim::forecast
