#include "sim/population/reconcile.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/base/error.hpp"

namespace minimasim::population {

namespace {

constexpr std::array<char const*, five_year_count> five_year_names{
    "0-4",   "5-9",   "10-14", "15-19", "20-24", "25-29", "30-34", "35-39", "40-44", "45-49",
    "50-54", "55-59", "60-64", "65-69", "70-74", "75-79", "80-84", "85-89", "90-94", "95+"};

std::vector<double> as_doubles(std::vector<std::int64_t> const& v)
{
    return {v.begin(), v.end()};
}

// National persons of an age range, both sexes.
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

constexpr std::array<PositionTable::Ages PositionTable::*, position_count> national_columns{
    &PositionTable::child_at_home,
    &PositionTable::living_alone,
    &PositionTable::partner_without_children,
    &PositionTable::partner_with_children,
    &PositionTable::lone_parent,
    &PositionTable::other_member};

void reconcile_persons(Evidence const& evidence, AssumedValues const& assumed, double size_factor,
                       Reconciled& r)
{
    auto const& town = evidence.municipality;
    std::vector<double> residents;
    std::vector<double> institutions;
    for (int g = 0; g < age_group_count; ++g) {
        auto const name = age_group_names[static_cast<std::size_t>(g)];
        double const now = evidence.cell(town, "residents", "age", name, 2023).value;
        double const then = evidence.cell(town, "residents", "age", name, 2020).value;
        double in_households = 0;
        for (int f = 0; f < five_year_count; ++f) {
            if (age_group(5 * f) == g) {
                in_households += evidence
                                     .cell(town, "persons_in_households", "age",
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

void reconcile_neighbourhoods(Evidence const& evidence, Reconciled& r)
{
    auto const count = evidence.neighbourhoods.size();
    Table<double> residents(count, wide_age_count);
    std::vector<double> men_share(count);
    for (std::size_t n = 0; n < count; ++n) {
        auto const& code = evidence.neighbourhoods[n].code;
        for (std::size_t a = 0; a < wide_age_count; ++a) {
            residents(n, a) = evidence.cell(code, "residents", "age", wide_age_names[a], 2022).value + 0.01;
        }
        double const men = evidence.cell(code, "residents", "sex", "men", 2022).value;
        double const women = evidence.cell(code, "residents", "sex", "women", 2022).value;
        men_share[n] = men / (men + women);
    }
    std::vector<std::int64_t> column_sums(wide_age_count);
    for (int g = 0; g < age_group_count; ++g) {
        int const lowest_age = g < 5 ? 5 * g : g == 5 ? 25 : g == 6 ? 45 : 65;
        column_sums[static_cast<std::size_t>(wide_age(lowest_age))] +=
            r.in_households[static_cast<std::size_t>(g)];
    }
    // Institutions are spread over the neighbourhoods by persons of the same age, so persons in households
    // keep the shape of the residents.
    std::vector<double> row_sums(count);
    for (std::size_t a = 0; a < wide_age_count; ++a) {
        double sum = 0;
        for (std::size_t n = 0; n < count; ++n) {
            sum += residents(n, a);
        }
        for (std::size_t n = 0; n < count; ++n) {
            residents(n, a) *= static_cast<double>(column_sums[a]) / sum;
            row_sums[n] += residents(n, a);
        }
    }
    auto const whole_rows =
        rounded_to_sum(row_sums, std::accumulate(column_sums.begin(), column_sums.end(), std::int64_t{0}));
    auto const exact = raked(residents, as_doubles(whole_rows), as_doubles(column_sums));
    r.neighbourhood_ages = controlled_rounding(exact, whole_rows, column_sums);

    // Men: the municipality's residents of 2023 without the men of institutions (national share of men by
    // age).
    auto const& town = evidence.municipality;
    double const men_2023 = evidence.cell(town, "residents", "sex", "men", 2023).value;
    double const all_2023 = evidence.cell(town, "residents", "total", "total", 2023).value;
    double men = men_2023 / all_2023 * static_cast<double>(r.persons() + r.institutions());
    auto const& national = evidence.national.positions_2023;
    for (int g = 0; g < age_group_count; ++g) {
        double apart[2] = {0, 0};
        for (int age = 0; age < age_count; ++age) {
            for (int s = 0; s < 2 && age_group(age) == g; ++s) {
                auto const i = static_cast<std::size_t>(age);
                apart[s] += national[static_cast<std::size_t>(s)].all_persons[i] -
                            national[static_cast<std::size_t>(s)].in_private_households[i];
            }
        }
        men -= static_cast<double>(r.in_institutions[static_cast<std::size_t>(g)]) * apart[0] /
               std::max(1.0, apart[0] + apart[1]);
    }
    r.men = static_cast<std::int64_t>(std::floor(men + 0.5));
    std::vector<double> shares(count);
    double sum = 0;
    for (std::size_t n = 0; n < count; ++n) {
        shares[n] = men_share[n] * static_cast<double>(whole_rows[n]);
        sum += shares[n];
    }
    for (double& x : shares) {
        x *= static_cast<double>(r.men) / sum;
    }
    r.neighbourhood_men = rounded_to_sum(shares, r.men);
}

void reconcile_positions(Evidence const& evidence, Reconciled& r)
{
    auto const& town = evidence.municipality;
    std::array<std::array<double, five_year_count>, position_count> cells{};
    for (std::size_t f = 0; f < five_year_count; ++f) {
        auto const at = [&](char const* position) {
            return evidence
                .cell(town, "persons_in_households", "position_age",
                      std::string(position) + ":" + five_year_names[f], 2020)
                .value;
        };
        cells[0][f] = at("child_at_home");
        cells[1][f] = at("living_alone");
        cells[2][f] = at("partner_unmarried_no_children") + at("partner_married_no_children");
        cells[3][f] = at("partner_unmarried_with_children") + at("partner_married_with_children");
        cells[4][f] = at("lone_parent");
        cells[5][f] = at("other_member");
        int const first = static_cast<int>(5 * f);
        int const last = f + 1 == five_year_count ? oldest_age : first + 4;
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

// Holds the shares of one-person households, households without and with children inside their published
// intervals, moving what lies outside to the groups with room, in proportion. Types in the order of
// HouseholdType.
void hold_published_composition(Evidence const& evidence, double households, std::vector<double>& types)
{
    struct Group {
        char const* category;
        std::vector<std::size_t> types;
    };
    static std::vector<Group> const groups{
        {"one_person", {0}}, {"without_children", {1, 4}}, {"with_children", {2, 3}}};
    constexpr double margin = 1e-4;  // of a share: whole households must stay inside too
    std::vector<double> held(groups.size());
    double outside = 0;
    double room = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        double share = 0;
        for (auto const t : groups[g].types) {
            share += types[t] / households;
        }
        auto const* cell = evidence.find(evidence.municipality, "private_households", "composition",
                                         groups[g].category, 2020);
        held[g] = cell == nullptr ? share : std::clamp(share, cell->low() + margin, cell->high() - margin);
        outside += share - held[g];
        room += held[g] == share ? share : 0;
    }
    for (std::size_t g = 0; g < groups.size(); ++g) {
        double share = 0;
        for (auto const t : groups[g].types) {
            share += types[t] / households;
        }
        double const wanted = held[g] == share && room > 0 ? share + outside * share / room : held[g];
        for (auto const t : groups[g].types) {
            types[t] *= share > 0 ? wanted / share : 1;
        }
    }
}

void reconcile_households(Evidence const& evidence, double size_factor, Reconciled& r)
{
    auto const& town = evidence.municipality;
    auto const sum = [&](Position p) {
        auto const& row = r.positions[static_cast<std::size_t>(p)];
        return std::accumulate(row.begin(), row.end(), 0.0);
    };
    auto const& total = evidence.cell(town, "private_households", "total", "total", 2023);
    std::vector<double> types{sum(Position::living_alone), sum(Position::partner_without_children) / 2,
                              sum(Position::partner_with_children) / 2, sum(Position::lone_parent),
                              evidence.cell(town, "private_households", "type", "other", 2020).value *
                                  evidence.national.other_households_change_2020_2023 * size_factor};
    double const from_types = std::accumulate(types.begin(), types.end(), 0.0);
    // Nearest point of the estimated total and the sum of types: two estimates of the same number, held
    // inside the interval of the first.
    double const households = std::clamp((total.value * size_factor + from_types) / 2,
                                         total.low() * size_factor, total.high() * size_factor);
    r.households = static_cast<std::int64_t>(std::floor(households + 0.5));
    for (std::size_t t = 0; t < types.size(); ++t) {
        r.households_by_type_unadjusted[t] = types[t];
        types[t] *= households / from_types;
    }
    hold_published_composition(evidence, households, types);
    auto const whole = rounded_to_sum(types, r.households);
    std::copy(whole.begin(), whole.end(), r.households_by_type.begin());

    std::vector<double> places;
    double places_sum = 0;
    for (auto const& n : evidence.neighbourhoods) {
        places.push_back(evidence.cell(n.code, "private_households", "total", "total", 2022).value);
        places_sum += places.back();
    }
    for (double& p : places) {
        p *= households / places_sum;
    }
    r.neighbourhood_households = rounded_to_sum(places, r.households);

    std::array<char const*, 4> const sizes{"size_2", "size_3", "size_4", "size_5plus"};
    double sizes_sum = 0;
    for (std::size_t s = 0; s < 4; ++s) {
        r.households_by_size[s] = evidence.cell(town, "private_households", "size", sizes[s], 2020).value *
                                  evidence.national.size_change_2020_2023[s];
        sizes_sum += r.households_by_size[s];
    }
    double const several = static_cast<double>(r.households - r.households_by_type[0]);
    for (double& s : r.households_by_size) {
        s *= several / sizes_sum;
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
    Reconciled r;
    reconcile_persons(evidence, assumed, size_factor, r);
    reconcile_neighbourhoods(evidence, r);
    reconcile_positions(evidence, r);
    reconcile_households(evidence, size_factor, r);
    if (r.households < 10 * static_cast<std::int64_t>(evidence.neighbourhoods.size())) {
        throw ModelError("a population of " + std::to_string(r.households) + " households in " +
                         std::to_string(evidence.neighbourhoods.size()) +
                         " neighbourhoods is too small to meet any margin; choose a larger size");
    }
    return r;
}

}  // namespace minimasim::population
