#include "sim/population/reconciliation/reconcile.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/base/error.hpp"
#include "sim/population/reconciliation/reconcile_steps.hpp"

namespace minimasim::population {

namespace {

constexpr std::array<char const*, five_year_count> five_year_names{
    "0-4",   "5-9",   "10-14", "15-19", "20-24", "25-29", "30-34", "35-39", "40-44", "45-49",
    "50-54", "55-59", "60-64", "65-69", "70-74", "75-79", "80-84", "85-89", "90-94", "95+"};

int first_age(std::size_t five_year)
{
    return static_cast<int>(5 * five_year);
}

int last_age(std::size_t five_year)
{
    return five_year + 1 == five_year_count ? oldest_age : first_age(five_year) + 4;
}

}  // namespace

double national_sum(std::array<PositionTable, 2> const& tables, PositionTable::Ages PositionTable::*column,
                    int first, int last)
{
    double sum = 0;
    for (auto const& t : tables) {
        for (int age = first; age <= std::min(last, oldest_age); ++age) {
            sum += (t.*column)[static_cast<std::size_t>(age)];
        }
    }
    return sum;
}

namespace {

void reconcile_persons(Evidence const& evidence, AssumedValues const& assumed, double size_factor,
                       Reconciled& r)
{
    auto const& town = evidence.municipality;
    std::vector<double> residents;
    std::vector<double> institutions;
    for (int g = 0; g < age_group_count; ++g) {
        auto const name = age_group_names[static_cast<std::size_t>(g)];
        double const now = evidence.fitted(town, "residents", "age", name, 2023).value;
        double const then = evidence.fitted(town, "residents", "age", name, 2020).value;
        double in_households = 0;
        for (int f = 0; f < five_year_count; ++f) {
            if (age_group(5 * f) == g) {
                in_households += evidence
                                     .fitted(town, "persons_in_households", "age",
                                             five_year_names[static_cast<std::size_t>(f)], 2020)
                                     .value;
            }
        }
        residents.push_back(now * size_factor);
        institutions.push_back(std::max(0.0, then - in_households) * now / then *
                               assumed("institutions.change") * size_factor);
    }
    auto const total =
        static_cast<std::int64_t>(std::floor(std::accumulate(residents.begin(), residents.end(), 0.0) + 0.5));
    auto const apart = static_cast<std::int64_t>(
        std::floor(std::accumulate(institutions.begin(), institutions.end(), 0.0) + 0.5));
    auto const whole_residents = rounded_to_sum(residents, total);
    auto const whole_institutions = rounded_to_sum(institutions, apart);
    for (std::size_t g = 0; g < age_group_count; ++g) {
        r.residents[g] = whole_residents[g];
        r.in_institutions[g] = whole_institutions[g];
        r.in_households[g] = whole_residents[g] - whole_institutions[g];
    }
}

// Persons of 2020 in a five-year group by position: the municipality's own, or the national pattern on its
// persons of that age where its own table is held out.
std::array<double, position_count> positions_2020(Evidence const& evidence, std::size_t f)
{
    auto const& town = evidence.municipality;
    std::array<double, position_count> cells{};
    if (evidence.is_held_out("persons_in_households", "position_age")) {
        double all = 0;
        for (std::size_t p = 0; p < position_count; ++p) {
            cells[p] = national_sum(evidence.national.positions_2020, national_columns[p], first_age(f),
                                    last_age(f));
            all += cells[p];
        }
        double const here =
            evidence.fitted(town, "persons_in_households", "age", five_year_names[f], 2020).value;
        for (double& cell : cells) {
            cell *= all > 0 ? here / all : 0;
        }
        return cells;
    }
    auto const at = [&](char const* position) {
        return evidence
            .fitted(town, "persons_in_households", "position_age",
                    std::string(position) + ":" + five_year_names[f], 2020)
            .value;
    };
    cells[0] = at("child_at_home");
    cells[1] = at("living_alone");
    cells[2] = at("partner_unmarried_no_children") + at("partner_married_no_children");
    cells[3] = at("partner_unmarried_with_children") + at("partner_married_with_children");
    cells[4] = at("lone_parent");
    cells[5] = at("other_member");
    return cells;
}

void reconcile_positions(Evidence const& evidence, Reconciled& r)
{
    std::array<std::array<double, five_year_count>, position_count> cells{};
    for (std::size_t f = 0; f < five_year_count; ++f) {
        auto const then_here = positions_2020(evidence, f);
        for (std::size_t p = 0; p < position_count; ++p) {
            cells[p][f] = then_here[p];
        }
        int const first = first_age(f);
        int const last = last_age(f);
        for (std::size_t p = 0; p < position_count; ++p) {
            double const then =
                national_sum(evidence.national.positions_2020, national_columns[p], first, last);
            double const now =
                national_sum(evidence.national.positions_2023, national_columns[p], first, last);
            cells[p][f] *= then > 0 ? now / then : 1;
        }
        // Nobody under 18 heads a household in the model: the rules of assistance and tax start at 18.
        if (first == 15) {
            for (std::size_t p = 1; p < 5; ++p) {
                auto adults = national_sum(evidence.national.positions_2023, national_columns[p], 18, 19);
                auto all = national_sum(evidence.national.positions_2023, national_columns[p], 15, 19);
                double const adult_cells = all > 0 ? cells[p][f] * adults / all : 0;
                cells[0][f] += cells[p][f] - adult_cells;
                cells[p][f] = adult_cells;
            }
        }
    }
    for (int g = 0; g < age_group_count; ++g) {  // to the exact persons of each age group
        double sum = 0;
        for (std::size_t f = 0; f < five_year_count; ++f) {
            for (std::size_t p = 0; p < position_count && age_group(static_cast<int>(5 * f)) == g; ++p) {
                sum += cells[p][f];
            }
        }
        for (std::size_t f = 0; f < five_year_count; ++f) {
            for (std::size_t p = 0; p < position_count && age_group(static_cast<int>(5 * f)) == g; ++p) {
                r.positions[p][f] =
                    cells[p][f] * static_cast<double>(r.in_households[static_cast<std::size_t>(g)]) / sum;
            }
        }
    }
}

}  // namespace

std::int64_t Reconciled::persons() const
{
    return std::accumulate(in_households.begin(), in_households.end(), std::int64_t{0});
}

std::int64_t Reconciled::institutions() const
{
    return std::accumulate(in_institutions.begin(), in_institutions.end(), std::int64_t{0});
}

Reconciled reconcile(Evidence const& evidence, AssumedValues const& assumed, double size_factor)
{
    for (auto const& name : evidence.also_hold_out) {
        auto const& known = tables_that_can_be_held_out;
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            throw ModelError(name + " cannot be held out: the population cannot be built without it" +
                             did_you_mean(name, {known.begin(), known.end()}));
        }
    }
    Reconciled r;
    reconcile_persons(evidence, assumed, size_factor, r);
    reconcile_neighbourhoods(evidence, r);
    reconcile_positions(evidence, r);
    reconcile_households(evidence, assumed, size_factor, r);
    if (r.households < 10 * static_cast<std::int64_t>(evidence.neighbourhoods.size())) {
        throw ModelError("a population of " + std::to_string(r.households) + " households in " +
                         std::to_string(evidence.neighbourhoods.size()) +
                         " neighbourhoods is too small to meet any margin; choose a larger size");
    }
    return r;
}

}  // namespace minimasim::population
