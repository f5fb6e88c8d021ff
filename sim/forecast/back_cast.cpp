#include "sim/forecast/back_cast.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "sim/base/draw.hpp"
#include "sim/base/error.hpp"
#include "sim/input/csv.hpp"
#include "sim/population/evidence/assumptions.hpp"

namespace minimasim::forecast {

namespace {

constexpr int months_per_year = 12;
constexpr double share_at_start = 0.079;  // CBS, 1 January 2020 (data/dynamics/debts_series.csv)
// Of the households with problem debts on that day 41.1 % had no employee (the same file).
constexpr ByIncomeKind weight_of_kind{1 - 0.411, 0.411, 0};
constexpr std::array<char const*, 2> kind_names{"work", "benefit"};

using Years = std::map<int, NationalIncome::Rise>;

}  // namespace

NationalIncome read_national_income(std::filesystem::path const& file)
{
    auto const csv =
        input::Csv::read(file, {"kind", "year", "low", "high", "unit", "status", "evidence", "source"});
    std::vector<Problem> problems;
    std::array<Years, kind_names.size()> all;
    for (auto const& row : csv.rows()) {
        auto const& name = csv.cell(row, "kind");
        auto const kind = std::find(kind_names.begin(), kind_names.end(), name) - kind_names.begin();
        if (static_cast<std::size_t>(kind) == kind_names.size()) {
            problems.push_back(csv.problem(row, "kind is " + name + "; work or benefit was meant"));
            continue;
        }
        auto const where = name + " of " + csv.cell(row, "year");
        NationalIncome::Rise const rise{csv.number(row, "low") / 100, csv.number(row, "high") / 100};
        if (!(-0.9 < rise.low && rise.low <= rise.high && rise.high < 5)) {
            problems.push_back(csv.problem(row, where + ": low and high are not in order, or leave what a "
                                                        "year can bring; per cent were meant"));
        }
        auto const year = static_cast<int>(csv.number(row, "year"));
        if (!all[static_cast<std::size_t>(kind)].emplace(year, rise).second) {
            problems.push_back(csv.problem(row, where + " stands here twice; which one holds?"));
        }
    }
    NationalIncome income;
    constexpr int last = national_first_year + months_to_january_2023 / months_per_year;
    for (int year = national_first_year; year < last; ++year) {
        auto& of_year = income.years.emplace_back();
        for (std::size_t kind = 0; kind < kind_names.size(); ++kind) {
            auto const found = all[kind].find(year);
            if (found == all[kind].end()) {
                problems.push_back({csv.file(), 0,
                                    std::string(kind_names[kind]) + " has no " + std::to_string(year) +
                                        "; the back-cast goes over that year"});
                continue;
            }
            of_year[kind] = found->second;
        }
        of_year[static_cast<std::size_t>(IncomeKind::pension)] =
            of_year[static_cast<std::size_t>(IncomeKind::benefit)];
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return income;
}

std::vector<ByIncomeKind> drawn_rises(NationalIncome const& income, std::uint64_t seed,
                                      std::uint32_t replicate)
{
    double const place = uniform(seed, Stream::forecast_term, 0,
                                 population::number_of_name("economy.national_income"), 0, replicate);
    std::vector<ByIncomeKind> rises;
    for (auto const& year : income.years) {
        auto& of_year = rises.emplace_back();
        for (std::size_t kind = 0; kind < income_kind_count; ++kind) {
            of_year[kind] = year[kind].low + (year[kind].high - year[kind].low) * place;
        }
    }
    return rises;
}

std::vector<double> national_share(Terms const& terms, Economy const& economy)
{
    double const worsen = std::max(0.0, terms.debts_exit_per_year + terms.debts_trend_per_year) *
                          share_at_start / (months_per_year * terms.arrears_share);
    double const leave = worsen + terms.arrears_recovery_per_month;
    double const orderly_at_start = 1 - terms.arrears_share - share_at_start;
    ByIncomeKind arrears = weight_of_kind;
    for (auto& of_kind : arrears) {
        of_kind *= terms.arrears_share;
    }
    double debts = share_at_start;
    std::vector<double> path{debts};
    for (auto const& year : economy.years) {
        for (int month = 0; month < months_per_year; ++month) {
            double orderly = 1 - debts;
            for (double const of_kind : arrears) {
                orderly -= of_kind;
            }
            double change = -terms.debts_exit_per_year / months_per_year * debts;
            for (std::size_t kind = 0; kind < income_kind_count; ++kind) {
                double const steady = leave * terms.arrears_share * weight_of_kind[kind];
                double const entered = steady * orderly / orderly_at_start * year.entering[kind];
                change += std::min(leave, worsen * year.worsening[kind]) * arrears[kind];
                arrears[kind] += entered - leave * arrears[kind];
            }
            debts += change;
            path.push_back(debts);
        }
    }
    return path;
}

}  // namespace minimasim::forecast
