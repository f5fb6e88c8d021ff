#include "sim/forecast/replicate.hpp"

#include <algorithm>
#include <limits>

#include "sim/base/draw.hpp"

namespace minimasim::forecast {

namespace {

constexpr int months_per_year = 12;
constexpr int never_changes = std::numeric_limits<int>::max();
constexpr int months_of_higher_risk = 12;  // after a life event
constexpr std::int16_t never = -100;

// The risk of arrears over the months: that of a household, higher in the year after a life event.
class LifeEvents {
  public:
    LifeEvents(Town const& town, Rates const& rates, Terms const& terms, Address const& address)
        : town_(town),
          rates_(rates),
          terms_(terms),
          address_(address),
          last_year_(town.size(), never),
          this_year_(town.size(), never),
          draws_(town.size())
    {
        draw_year(-1);  // those of the year before still count
    }

    // Who may come behind in a month, with packages that multiply the risk by at most this; months come in
    // order. `steps` are the draws of all households.
    std::vector<Entrant> const& entrants(int month, double const* steps, double largest_factor)
    {
        if (month % months_per_year == 0) {
            draw_year(month / months_per_year);
        }
        double const most = std::max(1.0, terms_.life_event_risk) * largest_factor;
        entrants_.clear();
        for (std::uint32_t i = 0; i < town_.size(); ++i) {
            if (steps[i] < rates_.enter_arrears[i] * most) {
                entrants_.push_back({i, steps[i], rates_.enter_arrears[i] * risk(i, month)});
            }
        }
        return entrants_;
    }

  private:
    double risk(std::uint32_t household, int month) const
    {
        auto const is_felt = [month](int event) {
            return event <= month && month - event < months_of_higher_risk;
        };
        return is_felt(this_year_[household]) || is_felt(last_year_[household]) ? terms_.life_event_risk : 1;
    }

    // One draw says whether there is an event in the year, and in which month.
    void draw_year(int year)
    {
        uniforms({address_.seed, Stream::life_event, address_.member, static_cast<std::uint32_t>(year + 1),
                  address_.replicate},
                 town_.number.data(), town_.size(), draws_.data());
        this_year_.swap(last_year_);
        for (std::size_t i = 0; i < town_.size(); ++i) {
            this_year_[i] = never;
            if (draws_[i] < terms_.life_event_per_year) {
                int const month = static_cast<int>(draws_[i] / terms_.life_event_per_year * 12);
                this_year_[i] = static_cast<std::int16_t>(year * 12 + month);
            }
        }
    }

    Town const& town_;
    Rates const& rates_;
    Terms const& terms_;
    Address address_;
    std::vector<std::int16_t> last_year_;  // month of the event
    std::vector<std::int16_t> this_year_;
    std::vector<double> draws_;
    std::vector<Entrant> entrants_;
};

int first_month_of(Package const& package)
{
    int first = package.extra_income.empty() ? never_changes : package.income_from_month;
    for (auto const& change : package.changes) {
        first = std::min(first, change.from_month);
    }
    return std::max(0, first);
}

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

Replicate run_replicate(Town const& town, Terms const& terms, std::vector<Package> const& packages, int years,
                        Address const& address)
{
    auto const rates = rates_of(town, terms);
    LifeEvents events(town, rates, terms, address);
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
    std::vector<double> steps(town.size());
    for (auto& path : replicate.paths) {
        path.debts_by_neighbourhood.push_back(courses.front().debts_by_neighbourhood());
    }
    for (int month = 0; month < years * months_per_year; ++month) {
        uniforms({address.seed, Stream::debt_step, address.member, static_cast<std::uint32_t>(month),
                  address.replicate},
                 town.number.data(), town.size(), steps.data());
        auto const& entrants = events.entrants(month, steps.data(), largest_factor);
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
            path.months.push_back(
                p > 0 && course_of[p] == 0
                    ? replicate.paths.front().months.back()
                    : course.step(month, terms_in(terms, packages[p], month), steps.data(), entrants));
            if (month % months_per_year == months_per_year - 1) {
                path.debts_by_neighbourhood.push_back(course.debts_by_neighbourhood());
                path.gained_cents.push_back(course.gained_cents());
            }
        }
    }
    return replicate;
}

}  // namespace minimasim::forecast
