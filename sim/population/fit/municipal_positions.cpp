#include "sim/population/fit/municipal_positions.hpp"

#include <charconv>

#include "sim/population/evidence/collected.hpp"
#include "sim/population/reconciliation/reconcile.hpp"

namespace minimasim::population {

namespace {

constexpr int first_adult_group = 4;  // five-year group of 20 to 24

// The first age of a group as 20-24 or 95+.
int first_age(input::Csv const& csv, input::Csv::Row const& row)
{
    auto const& group = csv.cell(row, "age_group");
    int age = 0;
    auto const [end, error] = std::from_chars(group.data(), group.data() + group.size(), age);
    if (error != std::errc() || age < 0 || (*end != '-' && *end != '+')) {
        throw InputError({csv.problem(row, "age_group is \"" + group + "\" (0-4 to 95+)")});
    }
    return age;
}

}  // namespace

double MunicipalPositions::adults() const
{
    double sum = 0;
    for (int p = 0; p < position_count; ++p) {
        for (int f = first_adult_group; f < five_year_count; ++f) {
            sum += persons[position_cell(static_cast<Position>(p), f)];
        }
    }
    return sum;
}

std::vector<MunicipalPositions> read_municipal_positions(std::filesystem::path const& folder,
                                                         std::vector<Problem>& problems)
{
    std::vector<MunicipalPositions> all;
    for_each_record(folder / "municipalities_persons_household_position_age5_2020.csv", problems,
                    [&](input::Csv const& csv, input::Csv::Row const& row) {
                        auto const& code = csv.cell(row, "municipality_code");
                        if (all.empty() || all.back().municipality != code) {
                            all.push_back({code, std::vector<double>(position_cell_count, 0.0)});
                        }
                        int const f = five_year_group(first_age(csv, row));
                        auto const add = [&](Position position, char const* column) {
                            all.back().persons[position_cell(position, f)] += csv.number(row, column);
                        };
                        add(Position::child_at_home, "child_at_home_n");
                        add(Position::living_alone, "living_alone_n");
                        add(Position::partner_without_children, "partner_unmarried_no_children_n");
                        add(Position::partner_without_children, "partner_married_no_children_n");
                        add(Position::partner_with_children, "partner_unmarried_with_children_n");
                        add(Position::partner_with_children, "partner_married_with_children_n");
                        add(Position::lone_parent, "lone_parent_n");
                        add(Position::other_member, "other_member_n");
                    });
    return all;
}

}  // namespace minimasim::population
