#include "sim/population/national.hpp"

#include <algorithm>
#include <string>

#include "sim/population/evidence/collected.hpp"

namespace minimasim::population {

namespace {

using input::Csv;
using Row = Csv::Row;

double thousands(Csv const& csv, Row const& row, char const* column)
{
    return 1000 * csv.number(row, column);
}

void read_positions(std::filesystem::path const& folder, NationalTables& t, std::vector<Problem>& problems)
{
    for_each_record(folder / "nl_persons_household_position_age1_sex_2020_2025.csv", problems,
                    [&](Csv const& csv, Row const& row) {
                        auto const& year = csv.cell(row, "year_1jan");
                        if (year != "2020" && year != "2023") {
                            return;
                        }
                        auto& tables = year == "2020" ? t.positions_2020 : t.positions_2023;
                        auto const& sex = csv.cell(row, "sex");
                        if (sex != "men" && sex != "women") {
                            throw InputError({csv.problem(row, "sex is \"" + sex + "\" (men or women)")});
                        }
                        double const age = csv.number(row, "age_years_95_is_95plus");
                        if (age < 0 || age > oldest_age) {
                            throw InputError({csv.problem(
                                row, "age is outside 0..95, so the table is not the one expected")});
                        }
                        auto const a = static_cast<std::size_t>(age);
                        auto& p = tables[sex == "men" ? 0 : 1];
                        p.all_persons[a] = csv.number(row, "all_persons_n");
                        p.in_private_households[a] = csv.number(row, "in_private_households_n");
                        p.child_at_home[a] = csv.number(row, "child_at_home_n");
                        p.living_alone[a] = csv.number(row, "living_alone_n");
                        p.partner_without_children[a] = csv.number(row, "partner_unmarried_no_children_n") +
                                                        csv.number(row, "partner_married_no_children_n");
                        p.partner_with_children[a] = csv.number(row, "partner_unmarried_with_children_n") +
                                                     csv.number(row, "partner_married_with_children_n");
                        p.lone_parent[a] = csv.number(row, "lone_parent_n");
                        p.other_member[a] = csv.number(row, "other_member_n");
                    });
    collect(problems, [&] {
        for (auto const& tables : {t.positions_2020, t.positions_2023}) {
            for (auto const& p : tables) {
                for (double const n : p.all_persons) {
                    if (n <= 0) {
                        throw InputError(
                            (folder / "nl_persons_household_position_age1_sex_2020_2025.csv").string(), 0,
                            "an age of 2020 or 2023 is missing, so households cannot be given ages");
                    }
                }
            }
        }
    });
}

std::size_t decile_of(Csv const& csv, Row const& row)
{
    double const decile = csv.number(row, "income_decile");
    if (decile < 1 || decile > 10) {
        throw InputError({csv.problem(row, "income_decile is outside 1..10")});
    }
    return static_cast<std::size_t>(decile) - 1;
}

void read_deciles(std::filesystem::path const& folder, NationalTables& t, std::vector<Problem>& problems)
{
    for_each_record(folder / "nl_income_decile_by_household_type_2020.csv", problems,
                    [&](Csv const& csv, Row const& row) {
                        auto const d = decile_of(csv, row);
                        t.decile_by_type[0][d] = csv.number(row, "one_person_x1000");
                        t.decile_by_type[1][d] = csv.number(row, "couple_no_children_x1000");
                        t.decile_by_type[2][d] = csv.number(row, "couple_with_children_x1000");
                        t.decile_by_type[3][d] = csv.number(row, "lone_parent_x1000");
                        t.decile_by_type[4][d] = csv.number(row, "other_multi_person_x1000");
                    });
    for_each_record(folder / "nl_income_decile_by_main_source_2020.csv", problems,
                    [&](Csv const& csv, Row const& row) {
                        auto const d = decile_of(csv, row);
                        char const* const columns[] = {"employee_x1000",           "self_employed_x1000",
                                                       "disability_benefit_x1000", "pension_x1000",
                                                       "social_assistance_x1000",  "other_x1000"};
                        for (std::size_t s = 0; s < 6; ++s) {
                            t.decile_by_source[s][d] = csv.number(row, columns[s]);
                        }
                    });
    for_each_record(folder / "nl_income_decile_by_tenure_2020.csv", problems,
                    [&](Csv const& csv, Row const& row) {
                        if (csv.is_empty(row, "owner_x1000")) {
                            return;  // deciles 8 to 10 were not seen
                        }
                        auto const d = decile_of(csv, row);
                        t.owner_by_decile[d] = csv.number(row, "owner_x1000");
                        t.tenant_by_decile[d] = csv.number(row, "tenant_no_rent_allowance_x1000") +
                                                csv.number(row, "tenant_with_rent_allowance_x1000");
                    });
    std::size_t next = 0;
    for_each_record(folder / "nl_income_percentiles_2022.csv", problems, [&](Csv const& csv, Row const& row) {
        if (next >= 9) {
            throw InputError({csv.problem(row, "more than the nine percentiles P10 to P90")});
        }
        t.standardised_percentiles_2022[next] = thousands(csv, row, "standardised_excl_students_keuro");
        ++next;
    });
}

void read_households(std::filesystem::path const& folder, NationalTables& t, std::vector<Problem>& problems)
{
    std::array<double, 3> all{};
    for_each_record(
        folder / "households_by_number_of_children_2023.csv", problems, [&](Csv const& csv, Row const& row) {
            if (csv.cell(row, "region") != "Noord-Nederland") {
                return;
            }
            std::array<double, 3> const n{csv.number(row, "one_child_n"), csv.number(row, "two_children_n"),
                                          csv.number(row, "three_plus_children_n")};
            double const total = n[0] + n[1] + n[2];
            auto const& type = csv.cell(row, "household_type");
            for (std::size_t i = 0; i < 3; ++i) {
                if (type == "lone parent") {
                    t.children_of_lone_parent_share[i] = n[i] / total;
                } else if (type == "unmarried couple" || type == "married couple") {
                    all[i] += n[i];
                }
            }
        });
    double const couples = all[0] + all[1] + all[2];
    for (std::size_t i = 0; i < 3 && couples > 0; ++i) {
        t.children_of_couple_share[i] = all[i] / couples;
    }
    std::array<double, 4> size_2020{};
    char const* const sizes[] = {"size_2_n", "size_3_n", "size_4_n", "size_5plus_n"};
    for_each_record(folder / "municipalities_households_type_size_2020.csv", problems,
                    [&](Csv const& csv, Row const& row) {
                        for (std::size_t i = 0; i < 4; ++i) {
                            if (!csv.is_empty(row, sizes[i])) {
                                size_2020[i] += csv.number(row, sizes[i]);
                            }
                        }
                    });
    for_each_record(folder / "nl_households_2023_2024.csv", problems, [&](Csv const& csv, Row const& row) {
        if (csv.cell(row, "year_1jan") == "2023") {
            for (std::size_t i = 0; i < 4; ++i) {
                t.size_change_2020_2023[i] = csv.number(row, sizes[i]) / size_2020[i];
            }
        }
    });
    double others[2] = {1, 1};
    for_each_record(folder / "nl_households_type_totals_2020_2025_derived.csv", problems,
                    [&](Csv const& csv, Row const& row) {
                        auto const& year = csv.cell(row, "year_1jan");
                        if (year == "2020" || year == "2023") {
                            others[year == "2023"] = csv.number(row, "other_households_n");
                        }
                    });
    t.other_households_change_2020_2023 = others[1] / others[0];
}

void read_births(std::filesystem::path const& folder, NationalTables& t, std::vector<Problem>& problems)
{
    auto& births = t.births_by_age_of_mother;
    for_each_record(folder / "nl_births_by_age_mother_order_2012_2014.csv", problems,
                    [&](Csv const& csv, Row const& row) {
                        auto const& age = csv.cell(row, "age_mother_exact");
                        double const n = csv.number(row, "total_n");
                        if (age == "all") {
                            births[3] += n;  // what the ages below leave: 35 and over is not in the file
                            return;
                        }
                        std::size_t const a = age == "25-29" ? 1 : age == "30-34" ? 2 : 0;
                        if (a == 0 && age != "under 20" && age != "20-24") {
                            throw InputError({csv.problem(row, "age_mother_exact is \"" + age +
                                                                   "\" (all, under 20, 20-24, 25-29 or "
                                                                   "30-34)")});
                        }
                        births[a] += n;
                        births[3] -= n;
                    });
}

std::array<double, 3> quartiles(Csv const& csv, Row const& row)
{
    return {thousands(csv, row, "p25_keuro"), thousands(csv, row, "median_keuro"),
            thousands(csv, row, "p75_keuro")};
}

void read_savings(std::filesystem::path const& folder, NationalTables& t, std::vector<Problem>& problems)
{
    std::vector<std::string> const types{"one person", "couple no children", "couple with children",
                                         "lone parent", "other multi person"};
    std::vector<std::string> const ages{"main earner under 25", "main earner 25-34", "main earner 35-44",
                                        "main earner 45-54",    "main earner 55-64", "main earner 65-74",
                                        "main earner 75-84"};
    for_each_record(folder / "nl_bank_savings_2022.csv", problems, [&](Csv const& csv, Row const& row) {
        auto const& group = csv.cell(row, "group");
        std::array<double, 2> const amounts{thousands(csv, row, "mean_keuro"),
                                            thousands(csv, row, "median_keuro")};
        auto const type = std::find(types.begin(), types.end(), group);
        auto const age = std::find(ages.begin(), ages.end(), group);
        if (group == "all") {
            t.savings_all = amounts;
        } else if (group == "multi person") {
            t.savings_by_size[1] = amounts;
        } else if (type != types.end()) {
            t.savings_by_type[static_cast<std::size_t>(type - types.begin())] = amounts;
        } else if (age != ages.end()) {
            t.savings_by_age[static_cast<std::size_t>(age - ages.begin())] = amounts;
        }
    });
    t.savings_by_size[0] = t.savings_by_type[0];
    for_each_record(folder / "nl_bank_savings_quartiles_2014.csv", problems,
                    [&](Csv const& csv, Row const& row) {
                        auto const& group = csv.cell(row, "group");
                        if (group == "one person" || group == "multi person") {
                            t.savings_quartiles_2014[group == "multi person"] = quartiles(csv, row);
                        }
                    });
    double holders = 0;
    for_each_record(folder / "nl_bank_savings_holders_2022.csv", problems,
                    [&](Csv const& csv, Row const& row) {
                        if (csv.cell(row, "group") == "all") {
                            holders = csv.number(row, "households_with_balance_x1000");
                        }
                    });
    for_each_record(folder / "nl_wealth_by_region_2022.csv", problems, [&](Csv const& csv, Row const& row) {
        if (csv.cell(row, "region") == "Nederland") {
            t.savings_holders_share = holders / csv.number(row, "households_x1000");
        }
    });
    for_each_record(
        folder / "nl_wealth_by_income_decile_2014.csv", problems, [&](Csv const& csv, Row const& row) {
            if (csv.cell(row, "income_decile") == "all") {
                t.wealth_quartiles = quartiles(csv, row);
            } else {
                t.wealth_median_by_decile[decile_of(csv, row)] = thousands(csv, row, "median_keuro");
            }
        });
}

void read_energy_and_duration(std::filesystem::path const& folder, NationalTables& t,
                              std::vector<Problem>& problems)
{
    for_each_record(
        folder / "nl_energy_by_occupants_2020.csv", problems, [&](Csv const& csv, Row const& row) {
            if (csv.cell(row, "construction_period") != "all" || csv.cell(row, "heating") != "all") {
                return;
            }
            auto const& occupants = csv.cell(row, "occupants");
            double const gas = csv.number(row, "gas_mean_m3_temp_corrected");
            double const electricity = csv.number(row, "electricity_mean_kwh");
            if (occupants == "1") {
                t.gas_m3_one_person = gas;
                t.electricity_kwh_one_person = electricity;
            } else if (occupants == "3") {
                t.gas_m3_three_persons = gas;
                t.electricity_kwh_three_persons = electricity;
            }
        });
    double at_least_one[4] = {};
    double four_or_more[4] = {};
    std::vector<std::string> const groups{"all", "lone-parent family", "couple with children",
                                          "source employee or self-employed"};
    for_each_record(folder / "nl_low_income_duration_persons_2018_2019.csv", problems,
                    [&](Csv const& csv, Row const& row) {
                        auto const group = std::find(groups.begin(), groups.end(), csv.cell(row, "group"));
                        if (csv.cell(row, "year").rfind("2019", 0) != 0 || group == groups.end()) {
                            return;
                        }
                        auto& into =
                            csv.cell(row, "duration") == "4 years or more" ? four_or_more : at_least_one;
                        into[group - groups.begin()] = csv.number(row, "persons_x1000");
                    });
    auto const share = [&](int g) { return at_least_one[g] > 0 ? four_or_more[g] / at_least_one[g] : 0.0; };
    t.low_income_four_years_share = share(0);
    t.low_income_four_years_lone_parent = share(1);
    t.low_income_four_years_couple_with_children = share(2);
    double const other_types = at_least_one[0] - at_least_one[1] - at_least_one[2];
    t.low_income_four_years_other_types =
        other_types > 0 ? (four_or_more[0] - four_or_more[1] - four_or_more[2]) / other_types : 0.0;
    t.low_income_four_years_working = share(3);
}

}  // namespace

NationalTables read_national_tables(std::filesystem::path const& folder, std::vector<Problem>& problems)
{
    NationalTables tables;
    read_positions(folder, tables, problems);
    read_deciles(folder, tables, problems);
    read_households(folder, tables, problems);
    read_births(folder, tables, problems);
    read_savings(folder, tables, problems);
    read_energy_and_duration(folder, tables, problems);
    return tables;
}

}  // namespace minimasim::population
