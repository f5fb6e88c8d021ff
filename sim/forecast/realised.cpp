#include "sim/forecast/realised.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

#include "sim/base/date_text.hpp"
#include "sim/base/draw.hpp"
#include "sim/base/error.hpp"
#include "sim/input/csv.hpp"
#include "sim/population/evidence/assumptions.hpp"

namespace minimasim::forecast {

namespace {

constexpr std::uint32_t draws = 4'000;
constexpr int earliest_year = 2020;  // before it the schemes were others
constexpr double low_percentile = 0.05;
constexpr double high_percentile = 0.95;

enum Draw : std::uint32_t { of_total, of_rest, of_applications };

double share_of_year(Date const& date)
{
    auto const days = [](int year, int month, int day) {
        return std::chrono::sys_days(std::chrono::year(year) / month / day).time_since_epoch().count();
    };
    auto const begin = days(date.year, 1, 1);
    return static_cast<double>(days(date.year, date.month, date.day) - begin + 1) /
           static_cast<double>(days(date.year + 1, 1, 1) - begin);
}

// A value with a weight.
struct Weighted {
    double value = 0;
    double weight = 0;
};

outcomes::Interval interval_of(std::vector<Weighted> values)
{
    std::sort(values.begin(), values.end(), [](auto const& a, auto const& b) { return a.value < b.value; });
    double all = 0;
    double sum = 0;
    for (auto const& v : values) {
        all += v.weight;
        sum += v.weight * v.value;
    }
    outcomes::Interval result;
    result.estimate = sum / all;
    result.low = values.front().value;
    result.high = values.back().value;
    double below = 0;
    bool has_low = false;
    for (auto const& v : values) {
        below += v.weight;
        if (!has_low && below >= low_percentile * all) {
            result.low = v.value;
            has_low = true;
        }
        if (below >= high_percentile * all) {
            result.high = v.value;
            break;
        }
    }
    return result;
}

// Collects what is wrong with a file of realised figures.
class Checker {
  public:
    Checker(input::Csv const& csv, std::vector<Budgeted> const& known, Date today)
        : csv_(csv), known_(known), today_(today)
    {
    }

    // A number of a row that may not be negative; empty: 0.
    double amount(input::Csv::Row const& row, char const* column)
    {
        if (csv_.is_empty(row, column)) {
            return 0;
        }
        double value = 0;
        try {
            value = csv_.number(row, column);
        } catch (InputError const& error) {
            problems_.insert(problems_.end(), error.problems().begin(), error.problems().end());
        }
        if (value < 0) {
            add(row, std::string(column) + " is " + csv_.cell(row, column) +
                         "; what was spent or used from 1 January on cannot be less than nothing");
        }
        return value;
    }

    Date date(input::Csv::Row const& row)
    {
        auto const& text = csv_.cell(row, "date");
        auto const date = parse_date(text);
        if (!date) {
            add(row,
                "date is " + text + "; a day such as " + std::to_string(today_.year) + "-06-30 was meant");
            return {};
        }
        if (*date > today_) {
            add(row, text + " has not been yet (today is " + to_text(today_) +
                         "): realised figures are of the past");
        } else if (date->year < earliest_year) {
            add(row,
                text + " lies before " + std::to_string(earliest_year) + ": the schemes were others then");
        } else if (year_ == 0) {
            year_ = date->year;
        } else if (date->year != year_) {
            add(row, text + " is not of " + std::to_string(year_) +
                         ", as the rows before it: a file holds one budget year");
        }
        return *date;
    }

    Budgeted const* scheme(input::Csv::Row const& row)
    {
        auto const& name = csv_.cell(row, "scheme");
        std::vector<std::string> names;
        for (auto const& one : known_) {
            if (one.scheme == name) {
                return &one;
            }
            names.push_back(one.scheme);
        }
        add(row, "there is no scheme or measure " + name + did_you_mean(name, names) +
                     " (minimasim list schemes)");
        return nullptr;
    }

    void add(input::Csv::Row const& row, std::string what) { problems_.push_back(csv_.problem(row, what)); }

    void check() const
    {
        if (!problems_.empty()) {
            throw InputError(problems_);
        }
    }

  private:
    input::Csv const& csv_;
    std::vector<Budgeted> const& known_;
    Date today_;
    int year_ = 0;
    std::vector<Problem> problems_;
};

Assumption const& term(std::vector<Assumption> const& assumptions, std::string const& name)
{
    return *std::find_if(assumptions.begin(), assumptions.end(),
                         [&](Assumption const& a) { return a.process == "realisation" && a.term == name; });
}

}  // namespace

std::vector<RealisedRow> read_realised(std::filesystem::path const& file, std::vector<Budgeted> const& known,
                                       Date today)
{
    auto const csv = input::Csv::read(file, {"scheme", "date", "spending", "applications", "budget"});
    Checker checker(csv, known, today);
    std::vector<RealisedRow> rows;
    for (auto const& row : csv.rows()) {
        auto const* const scheme = checker.scheme(row);
        RealisedRow const next{csv.cell(row, "scheme"), checker.date(row), checker.amount(row, "spending"),
                               checker.amount(row, "applications"), checker.amount(row, "budget")};
        auto const before = std::find_if(rows.begin(), rows.end(),
                                         [&](RealisedRow const& one) { return one.scheme == next.scheme; });
        auto const place = static_cast<std::size_t>(before - rows.begin());
        if (place == rows.size()) {
            rows.push_back(next);
        } else {
            if (next.date <= before->date || next.spending < before->spending ||
                next.applications < before->applications) {
                checker.add(row, next.scheme + " has less than on " + to_text(before->date) +
                                     ", or the same day: figures count from 1 January on, and only rise");
            }
            *before = next;
        }
        auto& last = rows[place];
        if (last.budget <= 0 && scheme != nullptr && scheme->budget_year <= next.date.year) {
            last.budget = scheme->budget;
        }
    }
    if (rows.empty()) {
        throw InputError(csv.file(), 0, "has no rows: there is nothing to look ahead from");
    }
    checker.check();
    return rows;
}

YearEnd year_end(RealisedRow const& row, std::vector<Assumption> const& assumptions, std::uint64_t seed)
{
    auto const name = population::number_of_name("realised." + row.scheme);
    auto const uniform_of = [&](std::uint32_t kind, std::uint32_t number) {
        return uniform(seed, Stream::forecast_term, 0, name, kind, number);
    };
    auto const drawn = [&](char const* which, std::uint32_t number) {
        auto const& assumption = term(assumptions, which);
        double const u =
            uniform(seed, Stream::forecast_term, 1, population::number_of_name(which), 0, number);
        return assumption.low + (assumption.high - assumption.low) * u;
    };
    YearEnd end;
    end.to_date = row;
    end.share_of_year = share_of_year(row.date);
    std::vector<Weighted> spending;
    std::vector<Weighted> applications;
    double over = 0;
    double all = 0;
    for (std::uint32_t k = 0; k < draws; ++k) {
        double const there = std::pow(end.share_of_year, drawn("season", k));
        double const variation = drawn("grant_variation", k);
        double const used = std::max(1.0, row.applications);
        double weight = 1;
        double total = row.spending / there;
        if (row.budget > 0) {
            double const deviation = drawn("budget_deviation", k) * normal_quantile(uniform_of(of_total, k));
            total = row.budget * std::exp(deviation);
            double const expected = total * there;
            double const error = expected * std::sqrt((1 + variation * variation) / used);
            double const off = (row.spending - expected) / error;
            weight = std::exp(-off * off / 2) / error;
        }
        double const rest = total * (1 - there);
        double const rest_used = std::max(1.0, used * (1 - there) / there);
        double const noise = std::sqrt((1 + variation * variation) / rest_used);
        double const to_come = rest * std::max(0.0, 1 + noise * normal_quantile(uniform_of(of_rest, k)));
        spending.push_back({row.spending + to_come, weight});
        double const asked = row.applications * (1 - there) / there;
        applications.push_back(
            {row.applications +
                 std::max(0.0, asked + std::sqrt(asked) * normal_quantile(uniform_of(of_applications, k))),
             weight});
        over += row.spending + to_come > row.budget ? weight : 0;
        all += weight;
    }
    if (!(all >
          0)) {  // the budget and what was spent have nothing in common: what was spent is what is known
        RealisedRow without_budget = row;
        without_budget.budget = 0;
        end = year_end(without_budget, assumptions, seed);
        end.to_date = row;
        return end;
    }
    end.spending = interval_of(std::move(spending));
    end.applications = interval_of(std::move(applications));
    end.chance_over_budget = row.budget > 0 ? over / all : std::numeric_limits<double>::quiet_NaN();
    return end;
}

}  // namespace minimasim::forecast
