#include <map>
#include <utility>

#include "sim/report/forecast_part.hpp"

namespace minimasim::report {

namespace {

// Budget numbers of so many replicates, still to be filled in, for the packages, years and lines of others.
forecast::BudgetNumbers emptied(forecast::BudgetNumbers numbers, std::size_t replicates)
{
    for (auto& of_package : numbers.spending) {
        for (auto& of_year : of_package) {
            for (auto& of_line : of_year) {
                of_line.assign(replicates, 0);
            }
        }
    }
    for (auto& of_year : numbers.price_index) {
        of_year.assign(replicates, 0);
    }
    return numbers;
}

forecast::OutcomeNumbers emptied(forecast::OutcomeNumbers numbers, std::size_t replicates)
{
    for (auto& of_package : numbers.counts) {
        for (auto& of_year : of_package) {
            of_year.assign(replicates, {});
        }
    }
    return numbers;
}

void copy_outcomes(forecast::OutcomeNumbers const& from, std::size_t i, std::size_t place,
                   forecast::OutcomeNumbers& to)
{
    for (std::size_t p = 0; p < to.counts.size(); ++p) {
        for (std::size_t y = 0; y < to.counts[p].size(); ++y) {
            to.counts[p][y][place] = from.counts[p][y][i];
        }
    }
}

void copy_budget(forecast::BudgetNumbers const& from, std::size_t i, std::size_t place,
                 forecast::BudgetNumbers& to)
{
    for (std::size_t y = 0; y < to.price_index.size(); ++y) {
        to.price_index[y][place] = from.price_index[y][i];
    }
    for (std::size_t p = 0; p < to.spending.size(); ++p) {
        for (std::size_t y = 0; y < to.spending[p].size(); ++y) {
            for (std::size_t line = 0; line < to.spending[p][y].size(); ++line) {
                to.spending[p][y][line][place] = from.spending[p][y][line][i];
            }
        }
    }
}

}  // namespace

ForecastPart joined(std::vector<ForecastPart> parts, std::vector<std::uint32_t> const& replicates)
{
    std::map<std::uint32_t, std::size_t> places;
    for (auto const replicate : replicates) {
        places.emplace(replicate, places.size());
    }
    ForecastPart all;
    all.replicates = replicates;
    all.debts.resize(replicates.size());
    all.people.resize(replicates.size());
    all.budget = emptied(parts.front().budget, replicates.size());
    all.outcomes = emptied(parts.front().outcomes, replicates.size());
    for (auto& part : parts) {
        for (std::size_t i = 0; i < part.replicates.size(); ++i) {
            auto const place = places.at(part.replicates[i]);
            all.debts[place] = std::move(part.debts[i]);
            all.people[place] = std::move(part.people[i]);
            copy_budget(part.budget, i, place, all.budget);
            copy_outcomes(part.outcomes, i, place, all.outcomes);
        }
    }
    return all;
}

ForecastPart joined(std::vector<ForecastPart> parts)
{
    std::size_t count = 0;
    for (auto const& part : parts) {
        count += part.replicates.size();
    }
    std::vector<std::uint32_t> replicates(count);
    for (std::uint32_t r = 0; r < count; ++r) {
        replicates[r] = r;
    }
    return joined(std::move(parts), replicates);
}

}  // namespace minimasim::report
