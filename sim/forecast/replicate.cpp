#include "sim/forecast/replicate.hpp"

#include <algorithm>
#include <limits>

#include "sim/base/draw.hpp"

namespace minimasim::forecast {

namespace {

constexpr int months_per_year = 12;
constexpr int never_changes = std::numeric_limits<int>::max();
constexpr int months_between_looks = 6;  // at who is behind with payments in no package any more

int first_month_of(Package const& package)
{
    int first = package.extra_income.empty() ? never_changes : package.income_from_month;
    for (auto const& change : package.changes) {
        first = std::min(first, change.from_month);
    }
    return std::max(0, first);
}

// Households that may be behind from a 1 January on, in some package.
std::vector<std::uint32_t> those_who_may_bring_debts(NewYear const& year,
                                                     std::vector<Newcomer> const& newcomers)
{
    std::vector<std::uint32_t> households;
    for (auto const& pair : year.parted) {
        households.push_back(pair.household);
    }
    for (auto const& pair : year.joined) {
        households.push_back(pair.other);
    }
    for (auto const& newcomer : newcomers) {
        households.push_back(newcomer.household);
    }
    return households;
}

bool do_the_same(Package const& a, Package const& b)
{
    return a.changes == b.changes && a.income_from_month == b.income_from_month &&
           a.extra_income == b.extra_income && a.unused_schemes == b.unused_schemes &&
           a.unused_grants == b.unused_grants;
}

Replicate run_distinct(Town const& start, Terms const& terms, std::vector<Package> const& packages, int years,
                       Address const& address, std::vector<NewYear> const& new_years, Economy const& economy);

}  // namespace

Terms terms_in(Terms const& without_package, Package const& package, int month)
{
    Terms terms = without_package;
    for (auto const& change : package.changes) {
        if (change.from_month <= month) {
            terms.*change.term = change.value;
        }
    }
    return terms;
}

Replicate run_replicate(Town const& start, Terms const& terms, std::vector<Package> const& packages,
                        int years, Address const& address, std::vector<NewYear> const& new_years,
                        Economy const& economy)
{
    std::vector<std::size_t> path_of;
    std::vector<std::size_t> distinct;
    for (auto const& package : packages) {
        auto const same = std::find_if(distinct.begin(), distinct.end(), [&](std::size_t other) {
            return do_the_same(package, packages[other]);
        });
        path_of.push_back(static_cast<std::size_t>(same - distinct.begin()));
        if (same == distinct.end()) {
            distinct.push_back(path_of.size() - 1);
        }
    }
    if (distinct.size() == packages.size()) {
        return run_distinct(start, terms, packages, years, address, new_years, economy);
    }
    std::vector<Package> to_run;
    for (auto const package : distinct) {
        to_run.push_back(packages[package]);
    }
    auto replicate = run_distinct(start, terms, to_run, years, address, new_years, economy);
    auto const paths = std::move(replicate.paths);
    replicate.paths.clear();
    for (auto const path : path_of) {
        replicate.paths.push_back(paths[path]);
    }
    return replicate;
}

namespace {

Replicate run_distinct(Town const& start, Terms const& terms, std::vector<Package> const& packages, int years,
                       Address const& address, std::vector<NewYear> const& new_years, Economy const& economy)
{
    Town town = start;
    auto rates = rates_of(town, terms);
    Replicate replicate;
    // A package goes its own way from its first change on, or that of the first package: until then they are
    // the same.
    std::vector<TownCourse> courses{TownCourse(town, rates, terms, address)};
    courses.reserve(packages.size());
    std::vector<int> first_months;
    double largest_factor = courses.front().largest_factor();
    for (auto const& package : packages) {
        courses.front().set_extra_income(package.extra_income);
        courses.front().set_unused_grants(package.unused_grants);
        largest_factor = std::max(largest_factor, courses.front().largest_factor());
        first_months.push_back(std::min(first_month_of(package), first_month_of(packages.front())));
    }
    courses.front().set_extra_income({});
    courses.front().set_unused_schemes(packages.front().unused_schemes);
    courses.front().set_unused_grants(packages.front().unused_grants);
    replicate.start = courses.front().start();
    replicate.paths.resize(packages.size());
    std::vector<std::size_t> course_of(packages.size());  // 0: still as current policy
    DrawsOfMonths draws_of_months(town, rates, terms, address, economy, largest_factor);
    draws_of_months.may_be_behind(courses.front().behind());
    for (auto& path : replicate.paths) {
        courses.front().count_groups(draws_of_months.may_be_behind(), path);
    }
    replicate.households_by_neighbourhood.push_back(town.households_by_neighbourhood());
    replicate.households_by_profile.push_back(town.households_by_profile());
    std::vector<Terms> terms_of(packages.size());
    for (int month = 0; month < years * months_per_year; ++month) {
        if (month > 0 && month % months_per_year == 0 && !new_years.empty()) {
            auto const& year = new_years[static_cast<std::size_t>(month / months_per_year - 1)];
            begin_year(town, year);
            add_kinds(town, terms, rates);
            draws_of_months.begin_year(month);
            auto const newcomers = newcomers_of(year, town, rates, address);
            for (auto& course : courses) {
                course.begin_year(year, newcomers);
            }
            draws_of_months.may_be_behind(those_who_may_bring_debts(year, newcomers));
        }
        if (month > 0 && month % months_between_looks == 0) {
            draws_of_months.keep_behind([&](std::uint32_t i) {
                return std::any_of(courses.begin(), courses.end(),
                                   [i](TownCourse const& course) { return course.is_behind(i); });
            });
        }
        double most_applications = 0;
        for (std::size_t p = 0; p < packages.size(); ++p) {
            terms_of[p] = terms_in(terms, packages[p], month);
            most_applications = std::max(most_applications, chance_to_apply(terms_of[p]));
        }
        auto const& draws = draws_of_months.of(month, most_applications);
        for (std::size_t p = 1; p < packages.size(); ++p) {
            if (first_months[p] == month) {
                course_of[p] = courses.size();
                courses.push_back(courses.front());
                courses.back().set_unused_schemes(packages[p].unused_schemes);
                courses.back().set_unused_grants(packages[p].unused_grants);
            }
        }
        for (std::size_t p = 0; p < packages.size(); ++p) {
            if (packages[p].income_from_month == month && !packages[p].extra_income.empty()) {
                courses[course_of[p]].set_extra_income(packages[p].extra_income);
            }
        }
        for (std::size_t p = 0; p < packages.size(); ++p) {
            auto& course = courses[course_of[p]];
            auto& path = replicate.paths[p];
            path.months.push_back(p > 0 && course_of[p] == 0 ? replicate.paths.front().months.back()
                                                             : course.step(month, terms_of[p], draws));
        }
        for (auto const& course : courses) {
            draws_of_months.may_be_behind(course.fallen_back());
        }
        if (month % months_per_year != months_per_year - 1) {
            continue;
        }
        replicate.households_by_neighbourhood.push_back(town.households_by_neighbourhood());
        replicate.households_by_profile.push_back(town.households_by_profile());
        for (std::size_t p = 0; p < packages.size(); ++p) {
            auto const& course = courses[course_of[p]];
            course.count_groups(draws_of_months.may_be_behind(), replicate.paths[p]);
            replicate.paths[p].gained_cents.push_back(course.gained_cents());
        }
    }
    return replicate;
}

}  // namespace

}  // namespace minimasim::forecast
