#include "sim/forecast/budget.hpp"

#include <algorithm>
#include <cstdlib>

#include "sim/outcomes/cost.hpp"
#include "sim/rules/municipal/schemes.hpp"

namespace minimasim::forecast {

namespace {

constexpr std::string_view pro_memoria = " p.m.";

// One row before statistics, replicate by replicate.
struct Row {
    BudgetLevel level = BudgetLevel::scheme;
    std::string key;
    std::vector<double> spending;
    std::vector<double> income;
    bool has_pro_memoria = false;
    bool has_ended = false;
};

void add(std::vector<double>& sum, std::vector<double> const& values)
{
    sum.resize(values.size());
    for (std::size_t r = 0; r < values.size(); ++r) {
        sum[r] += values[r];
    }
}

std::vector<double> less(std::vector<double> a, std::vector<double> const& b)
{
    for (std::size_t r = 0; r < a.size(); ++r) {
        a[r] -= b[r];
    }
    return a;
}

BudgetAmount amount(std::vector<double> values, std::vector<double> const& price_index)
{
    BudgetAmount result;
    result.current = outcomes::interval_of(values, 0);
    for (std::size_t r = 0; r < values.size(); ++r) {
        values[r] /= price_index[r];
    }
    result.constant = outcomes::interval_of(values, 0);
    return result;
}

// The same of the other side of the account: 0 less a number, so that nothing is never -0.
BudgetAmount mirrored(BudgetAmount const& amount)
{
    auto const of = [](outcomes::Interval const& known) {
        return outcomes::Interval{0 - known.estimate, 0 - known.high, 0 - known.low, known.monte_carlo_error};
    };
    return {of(amount.current), of(amount.constant)};
}

// The sum of all lines for which `key_of` gives the same key, in the order in which keys come up.
template <class KeyOf>
void add_sums(BudgetLevel level, std::vector<outcomes::BudgetLine> const& lines,
              std::vector<Row> const& of_lines, KeyOf const& key_of, std::vector<Row>& rows)
{
    std::size_t const first = rows.size();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto const key = key_of(lines[i]);
        auto sum = std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.end(),
                                [&](Row const& row) { return row.key == key; });
        if (sum == rows.end()) {
            rows.push_back({level, key, {}, {}});
            sum = rows.end() - 1;
        }
        add(sum->spending, of_lines[i].spending);
        add(sum->income, of_lines[i].income);
        sum->has_pro_memoria = sum->has_pro_memoria || of_lines[i].has_pro_memoria;
    }
}

bool is_scheme(std::string const& key)
{
    return std::any_of(rules::schemes.begin(), rules::schemes.end(),
                       [&](auto const& scheme) { return scheme.key == key; });
}

// The same sum as `minimasim run` makes of the same year.
std::vector<double> sum_of(std::vector<Row> const& of_lines, std::vector<double> Row::*amounts)
{
    std::vector<double> sums;
    for (std::size_t r = 0; r < (of_lines.front().*amounts).size(); ++r) {
        std::vector<double> schemes;
        std::vector<double> measures;
        for (auto const& row : of_lines) {
            (is_scheme(row.key) ? schemes : measures).push_back((row.*amounts)[r]);
        }
        sums.push_back(outcomes::cost_in_all(measures, schemes));
    }
    return sums;
}

Row total_of(std::vector<Row> const& of_lines)
{
    Row total{BudgetLevel::total, "", sum_of(of_lines, &Row::spending), sum_of(of_lines, &Row::income)};
    for (auto const& row : of_lines) {
        total.has_pro_memoria = total.has_pro_memoria || row.has_pro_memoria;
    }
    return total;
}

std::vector<Row> rows_of(std::vector<outcomes::BudgetLine> const& lines, SpendingOfLines const& spending,
                         int year)
{
    std::vector<Row> of_lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto const contribution = contribution_of(lines[i].payer);
        Row row{BudgetLevel::scheme, lines[i].scheme, spending[i], std::vector<double>(spending[i].size())};
        row.income = contribution.is_whole ? row.spending : row.income;
        row.has_pro_memoria = contribution.has_pro_memoria;
        row.has_ended = has_ended(lines[i], year);
        of_lines.push_back(std::move(row));
    }
    auto rows = of_lines;
    using outcomes::BudgetLine;
    add_sums(
        BudgetLevel::task_field, lines, of_lines, [](BudgetLine const& line) { return line.task_field; },
        rows);
    add_sums(
        BudgetLevel::duration, lines, of_lines, [](BudgetLine const& line) { return line.duration; }, rows);
    if (!of_lines.empty()) {
        rows.push_back(total_of(of_lines));
    }
    return rows;
}

bool is_nothing(BudgetInput const& input, std::size_t line)
{
    for (auto const& of_package : input.spending) {
        for (auto const& of_year : of_package) {
            if (std::any_of(of_year[line].begin(), of_year[line].end(), [](double x) { return x != 0; })) {
                return false;
            }
        }
    }
    return !contribution_of(input.lines[line].payer).has_pro_memoria;
}

// Without the lines that are nothing anywhere.
BudgetInput shortened(BudgetInput input)
{
    for (std::size_t line = input.lines.size(); line-- > 0;) {
        if (!is_nothing(input, line)) {
            continue;
        }
        auto const place = static_cast<std::ptrdiff_t>(line);
        input.lines.erase(input.lines.begin() + place);
        for (auto& of_package : input.spending) {
            for (auto& of_year : of_package) {
                of_year.erase(of_year.begin() + place);
            }
        }
    }
    return input;
}

}  // namespace

Contribution contribution_of(std::string const& payer)
{
    Contribution contribution;
    bool municipality_pays = payer.empty();
    for (std::size_t begin = 0; begin < payer.size();) {
        auto const end = std::min(payer.find(", ", begin), payer.size());
        std::string_view const one(payer.data() + begin, end - begin);
        municipality_pays = municipality_pays || one == "municipality";
        contribution.has_pro_memoria = contribution.has_pro_memoria || one.ends_with(pro_memoria);
        begin = end + 2;
    }
    contribution.is_whole = !municipality_pays && !contribution.has_pro_memoria;
    return contribution;
}

bool is_pro_memoria(BudgetFigure const& figure)
{
    auto const& known = figure.income.current;
    return figure.has_pro_memoria && known.low == 0 && known.high == 0;
}

bool has_ended(outcomes::BudgetLine const& line, int year)
{
    return !line.last_day.empty() && std::atoi(line.last_day.c_str()) < year;  // a day begins with its year
}

Budget budget_of(BudgetInput const& whole)
{
    auto const input = shortened(whole);
    Budget budget{input.price_year, {}, input.lines, input.packages, {}};
    for (std::size_t y = 0; y < input.years.size(); ++y) {
        budget.years.push_back({input.years[y], outcomes::interval_of(input.price_index[y], 0)});
    }
    for (std::size_t p = 0; p < input.packages.size(); ++p) {
        for (std::size_t y = 0; y < input.years.size(); ++y) {
            int const year = input.years[y];
            auto const& prices = input.price_index[y];
            auto const current_policy = rows_of(input.lines, input.spending[0][y], year);
            auto const rows = rows_of(input.lines, input.spending[p][y], year);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                auto const& row = rows[i];
                auto const cost = less(row.spending, row.income);
                auto const before = less(current_policy[i].spending, current_policy[i].income);
                budget.figures.push_back(
                    {input.packages[p].id, year, row.level, row.key, amount(row.spending, prices),
                     amount(row.income, prices), mirrored(amount(cost, prices)),
                     mirrored(amount(less(cost, before), prices)), row.has_pro_memoria, row.has_ended});
            }
        }
    }
    return budget;
}

}  // namespace minimasim::forecast
