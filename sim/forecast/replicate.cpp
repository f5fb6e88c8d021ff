#include "sim/forecast/replicate.hpp"

#include "sim/base/draw.hpp"

namespace minimasim::forecast {

namespace {

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
          last_(town.size(), never),
          next_(town.size(), never),
          draws_(town.size()),
          risk_(town.size())
    {
        draw_year(-1);  // those of the year before still count
        last_ = next_;
    }

    // The risks of a month; months come in order.
    double const* risk(int month)
    {
        if (month % 12 == 0) {
            draw_year(month / 12);
        }
        for (std::size_t i = 0; i < town_.size(); ++i) {
            if (next_[i] == month) {
                last_[i] = next_[i];
            }
            bool const is_higher = month - last_[i] < months_of_higher_risk;
            risk_[i] = rates_.enter_arrears[i] * (is_higher ? terms_.life_event_risk : 1);
        }
        return risk_.data();
    }

  private:
    // One draw says whether there is an event in the year, and in which month.
    void draw_year(int year)
    {
        uniforms({address_.seed, Stream::life_event, address_.member, static_cast<std::uint32_t>(year + 1),
                  address_.replicate},
                 town_.number.data(), town_.size(), draws_.data());
        for (std::size_t i = 0; i < town_.size(); ++i) {
            next_[i] = never;
            if (draws_[i] < terms_.life_event_per_year) {
                int const month = static_cast<int>(draws_[i] / terms_.life_event_per_year * 12);
                next_[i] = static_cast<std::int16_t>(year * 12 + month);
            }
        }
    }

    Town const& town_;
    Rates const& rates_;
    Terms const& terms_;
    Address address_;
    std::vector<std::int16_t> last_;  // month of the last event
    std::vector<std::int16_t> next_;  // month of the event of this year
    std::vector<double> draws_;
    std::vector<double> risk_;
};

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
    std::vector<TownCourse> courses;
    courses.reserve(packages.size());
    for (auto const& package : packages) {
        courses.emplace_back(town, rates, terms, address, package.extra_income);
        replicate.paths.emplace_back();
        replicate.paths.back().debts_by_neighbourhood.push_back(courses.back().debts_by_neighbourhood());
    }
    replicate.start = courses.front().start();
    std::vector<double> steps(town.size());
    for (int month = 0; month < years * 12; ++month) {
        uniforms({address.seed, Stream::debt_step, address.member, static_cast<std::uint32_t>(month),
                  address.replicate},
                 town.number.data(), town.size(), steps.data());
        auto const* const risk = events.risk(month);
        for (std::size_t p = 0; p < packages.size(); ++p) {
            auto& path = replicate.paths[p];
            path.months.push_back(
                courses[p].step(month, terms_in(terms, packages[p], month), steps.data(), risk));
            if (month % 12 == 11) {
                path.debts_by_neighbourhood.push_back(courses[p].debts_by_neighbourhood());
            }
        }
    }
    return replicate;
}

}  // namespace minimasim::forecast
