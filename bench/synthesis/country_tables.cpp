#include <numeric>

#include "bench/synthesis/test_country.hpp"

namespace minimasim::synthesis {

Codes codes_of_cell(std::size_t cell)
{
    Codes codes{};
    for (std::size_t d = attribute_count; d-- > 0;) {
        codes[d] = static_cast<std::uint8_t>(cell % category_count[d]);
        cell /= category_count[d];
    }
    return codes;
}

std::size_t cell_of_codes(Codes const& codes)
{
    std::size_t cell = 0;
    for (std::size_t d = 0; d < attribute_count; ++d) {
        cell = cell * category_count[d] + codes[d];
    }
    return cell;
}

bool is_structural_zero(Codes const& codes)
{
    auto const type = codes[household_type];
    auto const age = codes[head_age];
    auto const source = codes[main_source];
    bool const pension_before_55 = source == 4 && age < 4;
    bool const student_after_35 = source == 5 && age > 1;
    bool const minors_at_75 = (type == 2 || type == 3) && age == 6;
    bool const earnings_at_75 = source < 2 && age == 6;
    bool const assistance_in_high_decile = source == 2 && codes[income_decile] > 4;
    bool const student_in_high_decile = source == 5 && codes[income_decile] > 5;
    return pension_before_55 || student_after_35 || minors_at_75 || earnings_at_75 ||
           assistance_in_high_decile || student_in_high_decile;
}

std::size_t size_of(Attributes const& attributes)
{
    std::size_t size = 1;
    for (auto const d : attributes) {
        size *= category_count[d];
    }
    return size;
}

std::size_t index_in(Attributes const& attributes, Codes const& codes)
{
    std::size_t index = 0;
    for (auto const d : attributes) {
        index = index * category_count[d] + codes[d];
    }
    return index;
}

std::vector<std::uint16_t> index_of_cells(Attributes const& attributes)
{
    std::vector<std::uint16_t> index(cell_count);
    for (std::size_t cell = 0; cell < cell_count; ++cell) {
        index[cell] = static_cast<std::uint16_t>(index_in(attributes, codes_of_cell(cell)));
    }
    return index;
}

std::vector<Attributes> const& published_pairs()
{
    static std::vector<Attributes> const pairs{
        {household_type, head_age}, {household_type, income_decile}, {head_age, income_decile},
        {income_decile, tenure},    {head_age, main_source},         {income_decile, main_source},
        {household_type, tenure},
    };
    return pairs;
}

std::vector<Attributes> const& unpublished_pairs()
{
    static std::vector<Attributes> const pairs{
        {head_age, tenure},
        {household_type, main_source},
        {tenure, main_source},
    };
    return pairs;
}

std::vector<Attributes> const& triples_of_attributes()
{
    static std::vector<Attributes> const triples = [] {
        std::vector<Attributes> all;
        for (std::size_t a = 0; a < attribute_count; ++a) {
            for (std::size_t b = a + 1; b < attribute_count; ++b) {
                for (std::size_t c = b + 1; c < attribute_count; ++c) {
                    all.push_back({a, b, c});
                }
            }
        }
        return all;
    }();
    return triples;
}

std::string name_of(Attributes const& attributes)
{
    constexpr std::array<char const*, attribute_count> names{"type", "age", "income", "tenure", "source"};
    std::string name;
    for (auto const d : attributes) {
        name += (name.empty() ? "" : " x ") + std::string(names[d]);
    }
    return name;
}

std::int64_t Area::households() const
{
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

std::int64_t Area::households_of(std::size_t wijk) const
{
    auto const begin = counts.begin() + static_cast<std::ptrdiff_t>(wijk * cell_count);
    return std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(cell_count), std::int64_t{0});
}

std::vector<std::vector<double>> totals_of_wijken(Area const& area, Attributes const& attributes)
{
    auto const index = index_of_cells(attributes);
    std::vector<std::vector<double>> totals(area.wijken, std::vector<double>(size_of(attributes)));
    for (std::size_t wijk = 0; wijk < area.wijken; ++wijk) {
        for (std::size_t cell = 0; cell < cell_count; ++cell) {
            totals[wijk][index[cell]] += area.counts[wijk * cell_count + cell];
        }
    }
    return totals;
}

std::vector<double> totals_of_area(Area const& area, Attributes const& attributes)
{
    std::vector<double> totals(size_of(attributes));
    for (auto const& wijk : totals_of_wijken(area, attributes)) {
        for (std::size_t i = 0; i < totals.size(); ++i) {
            totals[i] += wijk[i];
        }
    }
    return totals;
}

}  // namespace minimasim::synthesis
