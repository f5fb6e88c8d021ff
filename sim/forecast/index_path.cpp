#include "sim/forecast/index_path.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "sim/base/draw.hpp"
#include "sim/base/error.hpp"
#include "sim/input/csv.hpp"
#include "sim/population/evidence/assumptions.hpp"

namespace minimasim::forecast {

namespace {

using input::Csv;

std::vector<std::string> known_series(std::vector<std::string_view> const& more = {})
{
    std::vector<std::string> names{index_series_names.begin(), index_series_names.end()};
    names.insert(names.end(), more.begin(), more.end());
    return names;
}

struct Row {
    IndexRise rise;
    std::string moves_with;
    Csv::Row const* row = nullptr;
};

using Years = std::map<int, Row>;

IndexRise rise_of(Csv const& csv, Csv::Row const& row)
{
    return {csv.number(row, "low"),  csv.number(row, "middle"), csv.number(row, "high"),
            csv.cell(row, "status"), csv.cell(row, "evidence"), csv.cell(row, "source")};
}

void read_row(Csv const& csv, Csv::Row const& row, std::vector<std::string> const& known,
              std::map<std::string, Years>& all, std::vector<Problem>& problems)
{
    constexpr double smallest = -90;  // per cent: more than everything cannot be lost
    constexpr double largest = 500;
    auto const& name = csv.cell(row, "series");
    double const year = csv.number(row, "year");
    auto const where = name + " of " + csv.cell(row, "year");
    if (std::find(known.begin(), known.end(), name) == known.end()) {
        problems.push_back(csv.problem(row, "there is no index series " + name + did_you_mean(name, known) +
                                                "; nothing would follow it"));
        return;
    }
    if (year != std::floor(year) || year < 1900 || year > 2200) {
        problems.push_back(
            csv.problem(row, "year is " + csv.cell(row, "year") + "; a calendar year was meant"));
        return;
    }
    auto const rise = rise_of(csv, row);
    if (!(rise.low <= rise.middle && rise.middle <= rise.high)) {
        problems.push_back(csv.problem(row, where +
                                                ": low, middle and high are not in order; draws lie between "
                                                "low and high"));
    }
    if (rise.low < smallest || rise.high > largest) {
        problems.push_back(csv.problem(row, where + " leaves what a year can bring; per cent on the year "
                                                    "before were meant, 2.5 for 2.5 %"));
    }
    auto const& moves_with = csv.cell(row, "moves_with");
    auto& years = all[name];
    if (!years.empty() && years.begin()->second.moves_with != moves_with) {
        problems.push_back(csv.problem(row, where + " moves with " + moves_with + ", an earlier year with " +
                                                years.begin()->second.moves_with +
                                                "; a path keeps its place"));
    }
    if (!years.emplace(static_cast<int>(year), Row{rise, moves_with, &row}).second) {
        problems.push_back(csv.problem(row, where + " stands here twice; which one holds?"));
    }
}

void check_years(Csv const& csv, std::string const& name, Years const& years, int first, int last,
                 std::vector<Problem>& problems)
{
    for (int year = first; year <= last; ++year) {
        if (!years.contains(year)) {
            bool const is_gap = !years.empty() && year > years.begin()->first && year < years.rbegin()->first;
            problems.push_back({csv.file(), is_gap ? years.upper_bound(year)->second.row->line : 0,
                                name + " has no " + std::to_string(year) +
                                    (is_gap ? ", a gap in the path" : ", which other series have") +
                                    "; amounts cannot be brought over that year"});
        }
    }
}

}  // namespace

IndexPath read_index_path(std::filesystem::path const& file, std::vector<std::string_view> const& more)
{
    auto const known = known_series(more);
    auto const csv = Csv::read(file, {"series", "year", "low", "middle", "high", "unit", "moves_with",
                                      "status", "evidence", "source"});
    std::vector<Problem> problems;
    std::map<std::string, Years> all;
    for (auto const& row : csv.rows()) {
        try {
            read_row(csv, row, known, all, problems);
        } catch (InputError const& error) {  // what is no number
            problems.insert(problems.end(), error.problems().begin(), error.problems().end());
        }
    }
    int first = 9999;
    int last = 0;
    for (auto const& [name, years] : all) {
        if (!years.empty()) {
            first = std::min(first, years.begin()->first);
            last = std::max(last, years.rbegin()->first);
        }
    }
    IndexPath path{csv.file(), first, {}};
    for (auto const& name : known) {
        auto const& years = all[name];
        if (years.empty()) {
            problems.push_back(
                {csv.file(), 0, name + " is missing; amounts that follow it would stand still"});
            continue;
        }
        check_years(csv, name, years, first, last, problems);
        IndexSeries series{name, years.begin()->second.moves_with, {}};
        for (auto const& of_year : years) {
            series.rises.push_back(of_year.second.rise);
        }
        path.series.push_back(std::move(series));
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return path;
}

void DrawnIndex::add(IndexSeries const& series, double place)
{
    auto& rises = rises_.emplace_back();
    for (auto const& rise : series.rises) {
        double const per_cent = place < 0.5 ? rise.low + (rise.middle - rise.low) * 2 * place
                                            : rise.middle + (rise.high - rise.middle) * (2 * place - 1);
        rises.push_back(per_cent / 100);
    }
}

double DrawnIndex::rise(std::size_t series, int year) const
{
    auto const& rises = rises_[series];
    int const place = year - first_year_;
    if (place < 0 || place >= static_cast<int>(rises.size())) {
        throw ModelError("the index path says nothing of " + std::to_string(year) + "; it runs from " +
                         std::to_string(first_year_) + " to " +
                         std::to_string(first_year_ + static_cast<int>(rises.size()) - 1));
    }
    return rises[static_cast<std::size_t>(place)];
}

double DrawnIndex::growth(std::size_t series, int from, int to) const
{
    double product = 1;
    for (int year = from + 1; year <= to; ++year) {
        product *= 1 + rise(series, year);
    }
    return product;
}

std::vector<DrawnIndex> draw_indices(IndexPath const& path, std::uint64_t seed, std::uint32_t count)
{
    std::map<std::string, std::vector<double>> places;  // by what moves together, one for each course
    for (auto const& series : path.series) {
        auto& of_all = places[series.moves_with];
        if (!of_all.empty()) {
            continue;
        }
        auto const name = population::number_of_name("index_path." + series.moves_with);
        auto const draw = [&](std::uint32_t number, std::uint32_t purpose) {
            return uniform(seed, Stream::forecast_term, 0, name, purpose, number);
        };
        std::vector<std::uint32_t> order(count);
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(),
                  [&](std::uint32_t a, std::uint32_t b) { return draw(a, 0) < draw(b, 0); });
        of_all.resize(count);
        for (std::uint32_t part = 0; part < count; ++part) {
            of_all[order[part]] = (part + draw(order[part], 1)) / count;
        }
    }
    std::vector<DrawnIndex> drawn;
    for (std::uint32_t number = 0; number < count; ++number) {
        drawn.emplace_back(path,
                           [&](std::string const& moves_with) { return places.at(moves_with)[number]; });
    }
    return drawn;
}

DrawnIndex middle_index(IndexPath const& path)
{
    return {path, [](std::string const&) { return 0.5; }};
}

std::size_t index_series(std::string_view name)
{
    auto const found = std::find(index_series_names.begin(), index_series_names.end(), name);
    if (found == index_series_names.end()) {
        throw ModelError("there is no index series " + std::string(name));
    }
    return static_cast<std::size_t>(found - index_series_names.begin());
}

std::vector<TermIndex> read_index_terms(std::filesystem::path const& file)
{
    static constexpr std::array<std::string_view, 3> words{"never", "january", "half_yearly"};
    auto const csv = Csv::read(file, {"scheme", "term", "series", "adjusted", "status", "source"});
    std::vector<TermIndex> terms;
    std::vector<Problem> problems;
    for (auto const& row : csv.rows()) {
        TermIndex term{
            csv.cell(row, "scheme"), csv.cell(row, "term"), 0, Adjusted::never, csv.file(), row.line};
        auto const name = term.scheme + "." + term.term;
        auto const& adjusted = csv.cell(row, "adjusted");
        auto const word = std::find(words.begin(), words.end(), adjusted);
        if (word == words.end()) {
            problems.push_back(csv.problem(row, name + " is adjusted '" + adjusted +
                                                    "'; never, january or half_yearly was meant" +
                                                    did_you_mean(adjusted, {words.begin(), words.end()})));
        } else {
            term.adjusted = static_cast<Adjusted>(word - words.begin());
        }
        auto const& series = csv.cell(row, "series");
        auto const known = std::find(index_series_names.begin(), index_series_names.end(), series);
        if (known != index_series_names.end()) {
            term.series = static_cast<std::size_t>(known - index_series_names.begin());
        }
        if ((known == index_series_names.end()) != (series == "none") ||
            (series == "none") != (term.adjusted == Adjusted::never)) {
            problems.push_back(csv.problem(
                row, name + " follows '" + series + "', adjusted " + adjusted +
                         (known == index_series_names.end() && series != "none"
                              ? ": there is no such index series" + did_you_mean(series, known_series())
                              : ": what follows none is never adjusted, and the other way round")));
        }
        if (std::any_of(terms.begin(), terms.end(), [&](TermIndex const& other) {
                return other.scheme == term.scheme && other.term == term.term;
            })) {
            problems.push_back(csv.problem(row, name + " stands here twice; it can follow one series only"));
        }
        terms.push_back(std::move(term));
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return terms;
}

double growth_between(DrawnIndex const& index, TermIndex const& term, Date after, Date until)
{
    double product = 1;
    if (term.adjusted == Adjusted::never) {
        return product;
    }
    for (int year = after.year; year <= until.year; ++year) {
        bool const twice = term.adjusted == Adjusted::half_yearly;
        for (int const month : {1, 7}) {
            Date const day{year, month, 1};
            if (day > after && day <= until && (month == 1 || twice)) {
                double const of_year = 1 + index.rise(term.series, year);
                product *= twice ? std::sqrt(of_year) : of_year;
            }
        }
    }
    return product;
}

}  // namespace minimasim::forecast
