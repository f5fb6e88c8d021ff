// Figures of neighbourhoods and profiles.

#include "sim/forecast/results.hpp"
#include "sim/population/profiles/profile_keys.hpp"

namespace minimasim::forecast {

namespace {

using OfPath = HouseholdsByGroup Path::*;
using OfReplicate = HouseholdsByGroup Replicate::*;

// Of every replicate the number of a group with something in a package, at the end of a year.
std::vector<double> counts(std::vector<Replicate> const& replicates, std::size_t package, OfPath what,
                           std::size_t year, std::size_t group)
{
    std::vector<double> values;
    values.reserve(replicates.size());
    for (auto const& replicate : replicates) {
        values.push_back((replicate.paths[package].*what)[year][group]);
    }
    return values;
}

// The same as a share of the households of the group; 0 where it has none.
std::vector<double> shares(std::vector<Replicate> const& replicates, std::size_t package, OfPath what,
                           OfReplicate households, std::size_t year, std::size_t group)
{
    auto values = counts(replicates, package, what, year, group);
    for (std::size_t r = 0; r < replicates.size(); ++r) {
        double const all = (replicates[r].*households)[year][group];
        values[r] = all > 0 ? values[r] / all : 0;
    }
    return values;
}

void add_shares(std::vector<Replicate> const& replicates, Forecast const& forecast,
                std::vector<std::string> const& groups, OfPath what, OfReplicate households,
                std::vector<Figure>& figures)
{
    auto const years = static_cast<std::size_t>(forecast.until - first_year + 2);
    for (std::size_t p = 0; p < forecast.packages.size(); ++p) {
        for (std::size_t year = 0; forecast.packages[p].changes_forecast && year < years; ++year) {
            for (std::size_t group = 0; group < groups.size(); ++group) {
                auto const of = [&](std::size_t package) {
                    return shares(replicates, package, what, households, year, group);
                };
                auto const values = of(p);
                auto differences = values;
                auto const baseline = of(0);
                for (std::size_t r = 0; r < differences.size(); ++r) {
                    differences[r] -= baseline[r];
                }
                figures.push_back({forecast.packages[p].id, groups[group], "share of households",
                                   first_year - 1 + static_cast<int>(year), 0,
                                   outcomes::interval_of(values, 0), outcomes::interval_of(differences, 0)});
            }
        }
    }
}

// Under current policy alone.
void add_counts(std::vector<Replicate> const& replicates, Forecast const& forecast,
                std::vector<std::string> const& groups, OfPath what, std::vector<Figure>& figures)
{
    auto const years = static_cast<std::size_t>(forecast.until - first_year + 2);
    for (std::size_t year = 0; year < years; ++year) {
        for (std::size_t group = 0; group < groups.size(); ++group) {
            figures.push_back({forecast.packages.front().id,
                               groups[group],
                               "households",
                               first_year - 1 + static_cast<int>(year),
                               0,
                               outcomes::interval_of(counts(replicates, 0, what, year, group), 0),
                               {}});
        }
    }
}

}  // namespace

void add_neighbourhoods(std::vector<Replicate> const& replicates,
                        std::vector<Neighbourhood> const& neighbourhoods, Forecast& forecast)
{
    std::vector<std::string> codes;
    for (auto const& neighbourhood : neighbourhoods) {
        codes.push_back(neighbourhood.code);
    }
    add_shares(replicates, forecast, codes, &Path::debts_by_neighbourhood,
               &Replicate::households_by_neighbourhood, forecast.neighbourhoods);
    add_counts(replicates, forecast, codes, &Path::arrears_by_neighbourhood,
               forecast.arrears_by_neighbourhood);
}

void add_profiles(std::vector<Replicate> const& replicates, Forecast& forecast)
{
    std::vector<std::string> const keys(population::profile_keys.begin(), population::profile_keys.end());
    add_shares(replicates, forecast, keys, &Path::debts_by_profile, &Replicate::households_by_profile,
               forecast.profiles);
    add_counts(replicates, forecast, keys, &Path::arrears_by_profile, forecast.arrears_by_profile);
}

}  // namespace minimasim::forecast
