#include "sim/report/workbook/budget_lines.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace minimasim::report {

namespace {

constexpr std::size_t budget_years = 4;  // the budget year and the three after it

double to_the_cent(double euro)
{
    return std::round(100 * euro) / 100;
}

Interval to_the_cent(Interval const& interval)
{
    return {to_the_cent(interval.estimate), to_the_cent(interval.low), to_the_cent(interval.high)};
}

}  // namespace

std::vector<outcomes::BudgetLine> lines_of_budget(outcomes::Results const& results)
{
    if (!results.budget_lines.empty() || results.packages.empty()) {
        return results.budget_lines;
    }
    std::vector<outcomes::BudgetLine> lines;
    for (auto const& figure : results.figures) {
        bool const is_line = figure.package == results.packages.front().id &&
                             figure.outcome == "cost_per_year" && figure.breakdown == "total" &&
                             !figure.scheme.empty();
        if (is_line) {
            outcomes::BudgetLine line;
            line.scheme = line.dutch_name = line.english_name = figure.scheme;
            line.budget_euro_per_year = std::numeric_limits<double>::quiet_NaN();
            lines.push_back(line);
        }
    }
    return lines;
}

LineAmounts amounts_of(FigureLookup const& figures, std::string const& package, std::string const& scheme)
{
    auto const* const figure = figures.total(package, "cost_per_year", scheme);
    return figure == nullptr ? LineAmounts{}
                             : LineAmounts{to_the_cent(level(*figure)), to_the_cent(difference(*figure))};
}

std::vector<outcomes::BudgetYear> years_of_budget(outcomes::Results const& results)
{
    auto years = results.budget_years;
    double const first =
        results.packages.empty() ? 0 : std::strtod(results.packages.front().date.c_str(), nullptr);
    while (years.size() < budget_years) {
        years.push_back({first + static_cast<double>(years.size()), 1, "", ""});
    }
    years.resize(budget_years);
    return years;
}

char const* duration_word(std::string const& duration, Language language)
{
    return duration == "structural"   ? in(language, "structureel", "structural")
           : duration == "incidental" ? in(language, "incidenteel", "incidental")
                                      : in(language, "onbekend", "unknown");
}

std::string payer_word(std::string const& payer, Language language)
{
    return payer == "municipality"  ? in(language, "gemeente", "municipality")
           : payer == "state"       ? in(language, "rijk", "state")
           : payer == "water_board" ? in(language, "waterschap", "water board")
           : payer == "province"    ? in(language, "provincie", "province")
           : payer == "partner"     ? "partner"
           : payer == "municipality, province p.m."
               ? in(language, "gemeente, provincie p.m.", "municipality, province p.m.")
               : payer.c_str();
}

}  // namespace minimasim::report
