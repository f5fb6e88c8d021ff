#include "sim/run/forecast/past_years.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "sim/base/draw.hpp"
#include "sim/base/error.hpp"
#include "sim/input/csv.hpp"
#include "sim/population/evidence/assumptions.hpp"

namespace minimasim::run {

namespace {

// Beyond the series of the index path: gross benefits, and the needs of the poverty line.
std::vector<std::string_view> const more_series{"benefits", "needs"};
std::size_t const benefits = forecast::index_series_names.size();
std::size_t const needs = benefits + 1;

constexpr char const* allowance = "energy_allowance";
constexpr char const* poverty_line = "poverty_line";

Date first_of_july(int year)
{
    return {year, 7, 1};
}

bool is_amount_of(outcomes::TermRow const& row)
{
    return row.unit == "euro" || row.unit.starts_with("euro_per_");
}

bool is_need(outcomes::TermRow const& row, forecast::TermIndex const& term)
{
    return row.scheme == poverty_line && term.series == forecast::index_series("prices");
}

double value_at(PastTerm const& term, double place)
{
    return place < 0.5 ? term.low + (term.middle - term.low) * 2 * place
                       : term.middle + (term.high - term.middle) * (2 * place - 1);
}

forecast::IndexPath read_path(std::filesystem::path const& file)
{
    auto path = forecast::read_index_path(file, more_series);
    int const base_year = PastYears::base_date.year;
    if (path.first_year > base_year || path.last_year() < base_year) {
        throw InputError(path.file, 0,
                         "runs from " + std::to_string(path.first_year) + " to " +
                             std::to_string(path.last_year()) + ", without " + std::to_string(base_year) +
                             "; the households are those of that year");
    }
    return path;
}

}  // namespace

std::vector<PastTerm> read_past_terms(std::filesystem::path const& file, int first, int last,
                                      rules::Policy const& known)
{
    auto const csv = input::Csv::read(file, {"scheme", "term", "year", "low", "middle", "high", "unit",
                                             "moves_with", "status", "evidence", "source"});
    std::vector<PastTerm> terms;
    std::vector<Problem> problems;
    std::map<std::string, std::vector<int>> years;
    std::map<std::string, int> lines;
    for (auto const& row : csv.rows()) {
        PastTerm const term{
            csv.cell(row, "scheme"),    csv.cell(row, "term"),     static_cast<int>(csv.number(row, "year")),
            csv.number(row, "low"),     csv.number(row, "middle"), csv.number(row, "high"),
            csv.cell(row, "moves_with")};
        auto const name = term.scheme + "." + term.term;
        auto const where = name + " of " + csv.cell(row, "year");
        if (std::isnan(term_value(known, term.scheme, term.term))) {
            problems.push_back(csv.problem(
                row, "there is no term " + name + " (minimasim list terms); its value would do nothing"));
        }
        if (!(term.low <= term.middle && term.middle <= term.high)) {
            problems.push_back(csv.problem(row, where + ": low, middle and high are not in order; draws lie "
                                                        "between low and high"));
        }
        auto& of_term = years[name];
        if (std::find(of_term.begin(), of_term.end(), term.year) != of_term.end()) {
            problems.push_back(csv.problem(row, where + " stands here twice; which one holds?"));
        }
        of_term.push_back(term.year);
        lines[name] = row.line;
        terms.push_back(term);
    }
    for (auto const& [name, of_term] : years) {
        for (int year = first; year <= last; ++year) {
            if (std::find(of_term.begin(), of_term.end(), year) == of_term.end()) {
                problems.push_back({csv.file(), lines[name],
                                    name + " has no " + std::to_string(year) +
                                        ", which other years have; the law of that year would be mixed"});
            }
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
    return terms;
}

PastYears::PastYears(Workspace const& workspace, std::filesystem::path const& data)
    : workspace_(workspace),
      index_(workspace),
      path_(read_path(data / "dynamics" / "past_index_path.csv")),
      base_(read_policy(workspace.terms, workspace.municipality.measures, base_date)),
      terms_(read_past_terms(data / "dynamics" / "past_policy.csv", path_.first_year - 1, base_date.year - 1,
                             base_.policy))
{
    index_.check(base_);
}

std::vector<int> PastYears::years() const
{
    std::vector<int> years;
    for (int year = path_.first_year - 1; year <= path_.last_year(); ++year) {
        if (year != base_date.year) {
            years.push_back(year);
        }
    }
    return years;
}

std::vector<PastCourse> PastYears::draw(std::uint64_t seed, std::uint32_t count) const
{
    auto const indices = forecast::draw_indices(path_, seed, count);
    std::vector<PastCourse> courses;
    for (std::uint32_t number = 0; number < count; ++number) {
        PastCourse course{indices[number], {}};
        for (auto const& term : terms_) {
            auto const name = population::number_of_name("past_policy." + term.moves_with);
            course.terms.push_back(value_at(term, uniform(seed, Stream::forecast_term, 0, name, 0, number)));
        }
        courses.push_back(std::move(course));
    }
    return courses;
}

double PastYears::growth(std::size_t series, int year, PastCourse const& course) const
{
    return year < base_date.year ? 1 / course.index.growth(series, year, base_date.year)
                                 : course.index.growth(series, base_date.year, year);
}

DatedPolicy PastYears::indexed(int year, PastCourse const& course) const
{
    auto policy = base_;
    policy.date = first_of_july(year);
    multiply_terms(policy, [&](outcomes::TermRow const& row, bool) {
        auto const* const found = is_amount_of(row) ? index_.find(row) : nullptr;
        if (found == nullptr) {
            return 1.0;
        }
        auto term = *found;
        term.series = is_need(row, term) ? needs : term.series;
        return year < base_date.year
                   ? 1 / forecast::growth_between(course.index, term, policy.date, base_date)
                   : forecast::growth_between(course.index, term, base_date, policy.date);
    });
    return policy;
}

DatedPolicy PastYears::law(int year, PastCourse const& course) const
{
    if (year < base_date.year) {
        auto policy = indexed(year, course);
        set_terms(policy, year, course, false);
        return policy;
    }
    auto policy = read_policy(workspace_.terms, workspace_.municipality.measures, first_of_july(year));
    for (auto const* const term : {"is_active", "income_limit_share", "amount"}) {
        set_term(policy.policy, allowance, term, term_value(base_.policy, allowance, term));
    }
    // The published line is rounded: the needs of the law are those of the middle.
    double const correction =
        growth(needs, year, course) / growth(needs, year, {forecast::middle_index(path_), {}});
    multiply_terms(policy, [&](outcomes::TermRow const& row, bool) {
        auto const* const found = is_amount_of(row) ? index_.find(row) : nullptr;
        return found != nullptr && is_need(row, *found) ? correction : 1.0;
    });
    return policy;
}

DatedPolicy PastYears::with_energy_allowance(DatedPolicy policy, int year, PastCourse const& course) const
{
    if (year < base_date.year) {
        set_terms(policy, year, course, true);
        return policy;
    }
    auto const then = read_policy(workspace_.terms, workspace_.municipality.measures, first_of_july(year));
    bool const is_active = term_value(then.policy, allowance, "is_active") > 0.5;
    set_term(policy.policy, allowance, "amount",
             is_active ? term_value(then.policy, allowance, "amount") : 0);
    return policy;
}

void PastYears::set_terms(DatedPolicy& policy, int year, PastCourse const& course,
                          bool is_energy_allowance) const
{
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        auto const& term = terms_[i];
        if (term.year == year && (term.scheme == allowance) == is_energy_allowance) {
            set_term(policy.policy, term.scheme, term.term, course.terms[i]);
        }
    }
}

population::UpratingFactors PastYears::incomes(int year, PastCourse const& course) const
{
    auto const factor = [&](std::string_view series) {
        return growth(forecast::index_series(series), year, course);
    };
    population::UpratingFactors factors;
    factors.wage = factor("wages");
    factors.profit = factors.wage;
    factors.pension = factor("pensions");
    factors.unemployment_benefit = growth(benefits, year, course);
    factors.disability_benefit = factors.unemployment_benefit;
    factors.rent_social = factor("rents_social");
    factors.rent_private = factor("rents_private");
    factors.energy = factor("energy");
    factors.woz_value = factor("woz");
    factors.liquid_assets = factor("prices");
    return factors;
}

}  // namespace minimasim::run
