#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

// A made-up country of which everything is known, to judge the population core by: a log-linear table of
// households with one-, two- and three-way terms and structural zeros. Its national structure is fixed; an
// area (one municipality, or all wijken of the country) is drawn from it with a seed.
namespace minimasim::synthesis {

// Attributes of a household, the slowest index of the table first.
enum Attribute : std::size_t { household_type, head_age, income_decile, tenure, main_source };

inline constexpr std::size_t attribute_count = 5;
inline constexpr std::array<std::size_t, attribute_count> category_count{6, 7, 10, 3, 6};
inline constexpr std::size_t cell_count = 6 * 7 * 10 * 3 * 6;

// Category of each attribute in one cell of the table.
using Codes = std::array<std::uint8_t, attribute_count>;
Codes codes_of_cell(std::size_t cell);
std::size_t cell_of_codes(Codes const& codes);

// A household that cannot exist: a pension before 55, a student after 35, minors with a head of 75 or older,
// earnings as main source from 75, assistance or a student in a high decile.
bool is_structural_zero(Codes const& codes);

// A subset of the attributes, in order; its cells are numbered with the last attribute fastest.
using Attributes = std::vector<std::size_t>;
std::size_t size_of(Attributes const& attributes);
std::size_t index_in(Attributes const& attributes, Codes const& codes);

// Index in a table of these attributes of each of the 7,560 cells.
std::vector<std::uint16_t> index_of_cells(Attributes const& attributes);

// Every table with two attributes that an office publishes, for the country and for municipalities.
std::vector<Attributes> const& published_pairs();

// The pairs that are published nowhere.
std::vector<Attributes> const& unpublished_pairs();

// Every three attributes.
std::vector<Attributes> const& triples_of_attributes();

// "type x age"
std::string name_of(Attributes const& attributes);

// Whole households of an area, and what they were drawn from.
struct Area {
    std::size_t wijken = 0;
    std::vector<std::int32_t> counts;    // wijk x cell, drawn
    std::vector<float> expected;         // wijk x cell, the mean of that draw; empty when not asked for
    std::vector<double> expected_total;  // cell, over all wijken
    std::vector<double> expert;          // cell: what an expert says who knows the pairs with an error, raked

    std::int64_t households() const;
    std::int64_t households_of(std::size_t wijk) const;
};

struct AreaOptions {
    std::size_t wijken = 24;
    long households = 33'000;
    std::uint64_t seed = 1;
    bool keeps_expected = true;
};

Area draw_area(AreaOptions const& options);

// The whole country: 3,350 wijken and 8.4 million households.
AreaOptions whole_country();

// Totals of a table of these attributes over all wijken, and for each wijk.
std::vector<double> totals_of_area(Area const& area, Attributes const& attributes);
std::vector<std::vector<double>> totals_of_wijken(Area const& area, Attributes const& attributes);

}  // namespace minimasim::synthesis
