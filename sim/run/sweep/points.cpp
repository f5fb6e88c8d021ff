#include "sim/run/sweep/points.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/base/error.hpp"

namespace minimasim::run {

namespace {

constexpr std::uint64_t too_many = std::numeric_limits<std::uint64_t>::max();
constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

// How many points a plan has; too_many when the number does not fit.
std::uint64_t count_points(input::SweepPlan const& plan)
{
    if (plan.kind == input::SweepPlan::Kind::list) {
        return plan.list.size();
    }
    if (plan.kind == input::SweepPlan::Kind::design) {
        return plan.design_points;
    }
    std::uint64_t count = 1;
    for (auto const& term : plan.terms) {
        if (__builtin_mul_overflow(count, term.values.size(), &count)) {
            return too_many;
        }
    }
    return count;
}

bool is_whole(double value)
{
    return value == std::floor(value);
}

// Steps in which a term of a design moves: cents, hundredths of a per cent.
double steps_per_unit(rules::Unit unit)
{
    switch (unit) {
        case rules::Unit::share:
            return 10'000;
        case rules::Unit::euro:
        case rules::Unit::euro_per_month:
        case rules::Unit::euro_per_quarter:
        case rules::Unit::euro_per_year:
        case rules::Unit::euro_per_hour:
        case rules::Unit::euro_per_day:
            return 100;
        default:
            return 0;  // as it comes
    }
}

bool counts_whole(rules::Unit unit)
{
    return unit == rules::Unit::years || unit == rules::Unit::count || unit == rules::Unit::hours_per_month;
}

}  // namespace

SweepPoints::SweepPoints(Workspace const& workspace, input::SweepPlan plan, std::optional<Date> given_date)
    : plan_(std::move(plan)), measures_(workspace.municipality.measures), size_(count_points(plan_))
{
    auto const& shipped = workspace.folders.scenarios;
    auto const current = input::read_scenario(shipped / "baseline.toml", shipped);
    auto const date = given_date.value_or(
        plan_.scenario.date.value_or(current.date.value_or(workspace.municipality.policy_date)));
    baseline_.id = current.own.id;
    baseline_.policy = apply_package(read_policy(workspace.terms, measures_, date), measures_, current);
    baseline_.take_up = current.take_up;
    baseline_.ex_officio = current.ex_officio;
    find_ranges();
    check_values(measures_);
    base_.policy = apply_package(baseline_.policy, measures_, plan_.scenario);
    base_.take_up = plan_.scenario.take_up;
    base_.ex_officio = plan_.scenario.ex_officio;
    if (plan_.kind == input::SweepPlan::Kind::design) {
        design_ = std::make_unique<SobolSequence>(workspace.folders.data, plan_.terms.size());
    }
    full_text_ = current.full_text + plan_.scenario.full_text;
    // A point states its own terms: what the plan sets for all would stand beside them.
    auto& rows = base_.policy.terms;
    rows.erase(std::remove_if(rows.begin(), rows.end(),
                              [&](outcomes::TermRow const& row) {
                                  return row.status != "package" ||
                                         std::any_of(plan_.terms.begin(), plan_.terms.end(),
                                                     [&](input::SweptTerm const& term) {
                                                         return term.scheme == row.scheme &&
                                                                term.term == row.term;
                                                     });
                              }),
               rows.end());
}

void SweepPoints::find_ranges()
{
    auto const known = all_terms(baseline_.policy, measures_);
    for (auto const& term : plan_.terms) {
        auto const found = std::find_if(known.begin(), known.end(), [&](TermRange const& range) {
            return range.scheme == term.scheme && range.term == term.term;
        });
        // A name that does not exist is reported with the values.
        ranges_.push_back(found != known.end() ? *found
                                               : TermRange{term.scheme, term.term, rules::Unit::share, 0, 1});
    }
}

void SweepPoints::check_values(std::vector<Measure> const& measures) const
{
    // Every value as the change of a package, which knows what may be.
    input::Scenario all = plan_.scenario;
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < plan_.terms.size(); ++i) {
        auto const& term = plan_.terms[i];
        auto values = term.values;
        for (auto const& point : plan_.list) {
            for (auto const& [place, value] : point) {
                if (place == i && std::find(values.begin(), values.end(), value) == values.end()) {
                    values.push_back(value);
                }
            }
        }
        for (double const value : values) {
            if (term.is_take_up()) {
                all.take_up.push_back({term.term, input::TakeUpChange::Kind::share, value, term.place});
            } else {
                all.changes.push_back({term.scheme, term.term, value, std::nullopt, term.place});
            }
        }
        if (plan_.kind == input::SweepPlan::Kind::design && ranges_[i].unit == rules::Unit::yes_no) {
            problems.push_back({term.place.file, term.place.line,
                                term.name() + " is a switch, 0 or 1, and has no range; put it in a grid"});
        }
    }
    try {
        apply_package(baseline_.policy, measures, all);
    } catch (InputError const& error) {
        for (auto const& problem : error.problems()) {
            bool const is_known = std::any_of(problems.begin(), problems.end(), [&](Problem const& known) {
                return known.line == problem.line && known.what == problem.what;
            });
            if (!is_known) {
                problems.push_back(problem);
            }
        }
    }
    if (!problems.empty()) {
        throw InputError(problems);
    }
}

double SweepPoints::design_value(std::uint64_t point, std::size_t term) const
{
    double const low = plan_.terms[term].values[0];
    double const high = plan_.terms[term].values[1];
    double const u = design_->shifted(point, term, plan_.design_seed);
    if (counts_whole(ranges_[term].unit) && is_whole(low) && is_whole(high)) {
        return low + std::floor(u * (high - low + 1));
    }
    double const value = low + u * (high - low);
    double const steps = steps_per_unit(ranges_[term].unit);
    return steps == 0 ? value : std::clamp(std::round(value * steps) / steps, low, high);
}

double SweepPoints::value(std::uint64_t point, std::size_t term) const
{
    if (plan_.kind == input::SweepPlan::Kind::design) {
        return design_value(point, term);
    }
    if (plan_.kind == input::SweepPlan::Kind::list) {
        for (auto const& [place, value] : plan_.list[point]) {
            if (place == term) {
                return value;
            }
        }
        return value_of_policy(base_.policy, term);
    }
    std::uint64_t rest = point;  // the last term of the file moves fastest
    for (std::size_t i = plan_.terms.size() - 1; i > term; --i) {
        rest /= plan_.terms[i].values.size();
    }
    return plan_.terms[term].values[rest % plan_.terms[term].values.size()];
}

std::size_t SweepPoints::measure_of_term(std::size_t term) const
{
    std::size_t measure = 0;
    while (measure < measures_.size() && measures_[measure].key != plan_.terms[term].scheme) {
        ++measure;
    }
    return measure;
}

double SweepPoints::value_of_policy(DatedPolicy const& policy, std::size_t term) const
{
    auto const& swept = plan_.terms[term];
    if (swept.is_take_up()) {
        return nothing;
    }
    auto const measure = measure_of_term(term);
    return measure < measures_.size() ? policy.measure_budgets[measure]
                                      : term_value(policy.policy, swept.scheme, swept.term);
}

double SweepPoints::value_in_baseline(std::size_t term) const
{
    return value_of_policy(baseline_.policy, term);
}

Package SweepPoints::package(std::uint64_t point) const
{
    std::vector<std::pair<std::size_t, double>> values;
    for (std::size_t i = 0; i < plan_.terms.size(); ++i) {
        values.emplace_back(i, value(point, i));
    }
    return package_with(std::to_string(point + 1), values);
}

Package SweepPoints::package_with(std::string id,
                                  std::vector<std::pair<std::size_t, double>> const& values) const
{
    Package package = base_;
    package.id = std::move(id);
    for (auto const& [i, value] : values) {
        auto const& term = plan_.terms[i];
        if (term.is_take_up()) {
            if (!std::isnan(value)) {
                package.take_up.push_back({term.term, input::TakeUpChange::Kind::share, value, term.place});
            }
            continue;
        }
        auto const measure = measure_of_term(i);
        if (measure < measures_.size()) {
            package.policy.measure_budgets[measure] = value;
            continue;
        }
        set_term(package.policy.policy, term.scheme, term.term, value);
        // Set to what it was: no change, and as uncertain as before.
        if (value != value_in_baseline(i)) {
            outcomes::TermRow row;
            row.package = package.id;
            row.scheme = term.scheme;
            row.term = term.term;
            row.value = value;
            row.status = "package";
            package.policy.terms.push_back(std::move(row));
        }
    }
    return package;
}

}  // namespace minimasim::run
