#include <algorithm>
#include <array>
#include <functional>

#include "sim/base/error.hpp"
#include "sim/forecast/back_cast.hpp"
#include "sim/forecast/results.hpp"
#include "sim/input/csv.hpp"

namespace minimasim::forecast {

namespace {

constexpr int first_half_last = 5;    // June of the first year
constexpr int second_half_first = 6;  // from here on a repeated signal can be known as one
constexpr int first_year_last = 11;

double part(double a, double b)
{
    return b > 0 ? a / b : 0;
}

double sum(Path const& path, std::int32_t MonthCounts::*count, int first, int last)
{
    double total = 0;
    for (int m = first; m <= last; ++m) {
        total += path.months[static_cast<std::size_t>(m)].*count;
    }
    return total;
}

double approached(Path const& path)
{
    return sum(path, &MonthCounts::visited, 0, first_half_last) +
           sum(path, &MonthCounts::called, 0, first_half_last);
}

struct Measure {
    char const* key;
    std::function<double(Replicate const&, NationalPath const&)> value;
};

std::vector<Measure> measures()
{
    return {
        {"problem_debts_share",
         [](auto const& r, auto const&) { return part(r.start.problem_debts, r.start.households); }},
        {"inflow_over_stock",
         [](auto const& r, auto const&) {
             auto const& path = r.paths[0];
             return part(sum(path, &MonthCounts::entered_debts, 0, first_year_last) +
                             sum(path, &MonthCounts::relapsed, 0, first_year_last),
                         r.start.problem_debts);
         }},
        {"new_within_year",
         [](auto const& r, auto const&) {
             return part(r.start.in_debt_up_to_a_year, r.start.problem_debts);
         }},
        {"three_years_or_longer",
         [](auto const& r, auto const&) { return part(r.start.in_debt_three_years, r.start.problem_debts); }},
        {"signals_per_month",
         [](auto const& r, auto const&) {
             return sum(r.paths[0], &MonthCounts::signals, 0, first_year_last) / 12;
         }},
        {"persons_signalled",
         [](auto const& r, auto const&) {
             return sum(r.paths[0], &MonthCounts::first_signals, 0, first_half_last);
         }},
        {"repeat_within_six_months",
         [](auto const& r, auto const&) {
             return part(sum(r.paths[0], &MonthCounts::repeat_signals, second_half_first, first_year_last),
                         sum(r.paths[0], &MonthCounts::signals, second_half_first, first_year_last));
         }},
        {"approached", [](auto const& r, auto const&) { return approached(r.paths[0]); }},
        {"accepted_share",
         [](auto const& r, auto const&) {
             return part(sum(r.paths[0], &MonthCounts::accepted, 0, first_half_last), approached(r.paths[0]));
         }},
        {"completed_trajectories",
         [](auto const& r, auto const&) {
             return sum(r.paths[0], &MonthCounts::completed, 0, first_year_last);
         }},
        {"administrations", [](auto const& r, auto const&) { return double(r.start.administered); }},
        {"seen_by_debt_help",
         [](auto const& r, auto const&) { return part(r.start.seen_by_help, r.start.problem_debts); }},
        {"arrears_ratio",
         [](auto const& r, auto const&) {
             auto const& s = r.start;
             double const low = part(s.arrears_up_to_social_minimum, s.up_to_social_minimum);
             return part(low, part(s.arrears - s.arrears_up_to_social_minimum,
                                   s.households - s.up_to_social_minimum));
         }},
        {"national_share_2020_10",
         [](auto const&, auto const& country) { return country[months_to_october_2020]; }},
        {"national_share_2023",
         [](auto const&, auto const& country) { return country[months_to_january_2023]; }},
    };
}

}  // namespace

std::vector<Check> checks_of(std::vector<Published> const& published,
                             std::vector<Replicate> const& replicates,
                             std::vector<NationalPath> const& country)
{
    auto const known = measures();
    std::vector<Check> checks;
    for (auto const& figure : published) {
        if (is_about_people(figure)) {
            continue;
        }
        auto const measure =
            std::find_if(known.begin(), known.end(), [&](Measure const& m) { return figure.key == m.key; });
        if (measure == known.end()) {
            throw ModelError("the forecast cannot say " + figure.key +
                             " of data/dynamics/forecast_checks.csv");
        }
        std::vector<double> values;
        for (std::size_t r = 0; r < replicates.size(); ++r) {
            values.push_back(measure->value(replicates[r], country[r]));
        }
        auto const model = outcomes::interval_of(values, 0);
        bool const is_most = figure.role == "back_cast_most";
        checks.push_back({figure, model, model.low <= figure.high && (is_most || figure.low <= model.high)});
    }
    return checks;
}

std::vector<Published> read_published(std::filesystem::path const& file)
{
    auto const csv =
        input::Csv::read(file, {"key", "published", "low", "high", "unit", "period", "role", "source"});
    constexpr std::array<char const*, 5> roles{"calibrated", "held_out", "bound", "back_cast",
                                               "back_cast_most"};
    std::vector<Published> published;
    std::vector<Problem> problems;
    for (auto const& row : csv.rows()) {
        double const value = csv.number(row, "published");
        auto const end = [&](char const* column) {
            return csv.is_empty(row, column) ? value : csv.number(row, column);
        };
        published.push_back({csv.cell(row, "key"), value, end("low"), end("high"), csv.cell(row, "unit"),
                             csv.cell(row, "period"), csv.cell(row, "role"), csv.cell(row, "source")});
        if (std::find(roles.begin(), roles.end(), published.back().role) == roles.end()) {
            problems.push_back(
                csv.problem(row, "role is " + published.back().role +
                                     "; calibrated, held_out, bound, back_cast or back_cast_most was "
                                     "meant"));
        }
        if (published.back().low > value || published.back().high < value) {
            problems.push_back(csv.problem(row, published.back().key + " lies outside its own interval"));
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return published;
}

}  // namespace minimasim::forecast
