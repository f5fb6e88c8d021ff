#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/date.hpp"

namespace minimasim::forecast {

// The series that data/dynamics/index_path.csv has to give, year by year.
inline constexpr std::array<std::string_view, 9> index_series_names{
    "prices",       "wages",         "norms",  "pensions",  // amounts and incomes
    "rents_social", "rents_private", "energy", "health_premium", "woz"};

// What a series rises in a year on the year before, in per cent. Known values have low = middle = high.
struct IndexRise {
    double low = 0;
    double middle = 0;
    double high = 0;
    std::string status;    // read, derived or estimated
    std::string evidence;  // high, medium or low
    std::string source;
};

struct IndexSeries {
    std::string name;
    std::string moves_with;  // series with the same word here lie at the same place between low and high
    std::vector<IndexRise> rises;
};

// All series in the order of index_series_names, for the same years without a gap.
struct IndexPath {
    std::string file;
    int first_year = 0;
    std::vector<IndexSeries> series;

    int last_year() const { return first_year + static_cast<int>(series.front().rises.size()) - 1; }
};

// Reads an index path. Throws InputError with all its problems: an unknown or missing series, a year twice, a
// gap, a rise whose low, middle and high are not in order, a series that ends before the others. `more`:
// series that this file has beyond index_series_names, after them in the path.
IndexPath read_index_path(std::filesystem::path const& file, std::vector<std::string_view> const& more = {});

// One course of all series.
class DrawnIndex {
  public:
    // `place` by moves_with: 0 the low end of every year, 0.5 the middle, 1 the high end.
    template <class Place>
    DrawnIndex(IndexPath const& path, Place&& place) : first_year_(path.first_year)
    {
        for (auto const& series : path.series) {
            add(series, place(series.moves_with));
        }
    }

    // The rise of a year as a share. Throws ModelError outside the years of the path.
    double rise(std::size_t series, int year) const;

    // What a level of the year `from` has become in the year `to`, not before it.
    double growth(std::size_t series, int from, int to) const;

  private:
    void add(IndexSeries const& series, double place);

    int first_year_;
    std::vector<std::vector<double>> rises_;  // [series][year]
};

// So many courses, spread evenly: of every moves_with each equal part of (0, 1) holds one of them (a Latin
// hypercube; McKay, Beckman and Conover, Technometrics 21, 1979). The same for every package.
std::vector<DrawnIndex> draw_indices(IndexPath const& path, std::uint64_t seed, std::uint32_t count);

// The course with the middle of every year.
DrawnIndex middle_index(IndexPath const& path);

// The place of a series in index_series_names. Throws ModelError for another name.
std::size_t index_series(std::string_view name);

// On which days an amount is moved: one rise a year, or half of it (as a ratio) twice.
enum class Adjusted : std::uint8_t { never, january, half_yearly };

// Which series a term in euros follows after its last known value, and when: a row of
// data/dynamics/index_terms.csv. A term that ends in ".*" stands for all rows of a table.
struct TermIndex {
    std::string scheme;
    std::string term;
    std::size_t series = 0;  // nothing when it is never adjusted
    Adjusted adjusted = Adjusted::never;
    std::string file;
    int line = 0;
};

// Reads them. Throws InputError with all problems: an unknown series or word, a term twice.
std::vector<TermIndex> read_index_terms(std::filesystem::path const& file);

// What an amount has to be multiplied by: all its adjustments after one day up to and including another.
double growth_between(DrawnIndex const& index, TermIndex const& term, Date after, Date until);

}  // namespace minimasim::forecast
