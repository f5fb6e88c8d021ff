#include "sim/forecast/course.hpp"

#include <algorithm>
#include <cmath>

#include "sim/forecast/draw_numbers.hpp"

namespace minimasim::forecast {

namespace {

constexpr double cents_of_100_euro = 10'000;
constexpr double months_per_year = 12;

}  // namespace

std::int32_t share_of_month(double per_year, int month)
{
    int const in_year = month % 12;
    auto const until = [per_year](int months) { return std::llround(std::floor(per_year * months / 12)); };
    return static_cast<std::int32_t>(until(in_year + 1) - until(in_year));
}

TownCourse::TownCourse(Town const& town, Rates const& rates, Terms const& terms, Address const& address)
    : town_(town),
      rates_(rates),
      terms_(terms),
      address_(address),
      largest_factor_(1 + std::max(0.0, -terms.course_effect)),
      payments_(town.size()),
      cases_(town.size())
{
    start_payments();
    start_help(terms);
    start_administration(terms);
}

void TownCourse::set_extra_income(std::vector<std::int32_t> const& extra_income)
{
    extra_income_ = extra_income.empty() ? nullptr : &extra_income;
    find_largest_factor();
}

void TownCourse::set_unused_schemes(std::vector<std::uint8_t> const& unused)
{
    unused_schemes_ = unused.empty() ? nullptr : &unused;
}

void TownCourse::set_unused_grants(std::vector<outcomes::UnusedGrant> const& grants)
{
    unused_grants_ = &grants;
    find_largest_factor();
}

void TownCourse::find_largest_factor()
{
    double least = 0;
    double most = 0;
    if (extra_income_ != nullptr) {
        auto const ends = std::minmax_element(extra_income_->begin(), extra_income_->end());
        least = std::min(least, double(*ends.first));
        most = std::max(most, double(*ends.second));
    }
    double most_unused = 0;
    if (unused_grants_ != nullptr) {
        double of_household = 0;
        for (std::size_t i = 0; i < unused_grants_->size(); ++i) {
            auto const& grant = (*unused_grants_)[i];
            bool const is_next = i == 0 || (*unused_grants_)[i - 1].household != grant.household;
            of_household = (is_next ? 0 : of_household) + grant.cents_per_year;
            most_unused = std::max(most_unused, of_household);
        }
    }
    double factor = 1;
    for (double const cents : {least, most + most_unused / months_per_year}) {
        factor = std::max(factor, 1 + terms_.effect_of_income * cents / cents_of_100_euro);
    }
    largest_factor_ = factor * (1 + std::max(0.0, -terms_.course_effect));
}

double TownCourse::draw(Stream stream, std::uint32_t household, std::uint32_t number) const
{
    return uniform(address_.seed, stream, address_.member, town_.number[household], number,
                   address_.replicate);
}

std::vector<std::uint32_t> TownCourse::first_by_draw(std::vector<std::uint32_t> households, std::size_t most,
                                                     std::uint32_t number) const
{
    std::vector<std::pair<double, std::uint32_t>> order;
    for (auto const i : households) {
        order.emplace_back(draw(Stream::debt_start, i, number), i);
    }
    std::sort(order.begin(), order.end(), [this](auto const& a, auto const& b) {
        return a.first != b.first ? a.first < b.first : town_.number[a.second] < town_.number[b.second];
    });
    households.clear();
    for (std::size_t k = 0; k < std::min(most, order.size()); ++k) {
        households.push_back(order[k].second);
    }
    return households;
}

// Who is behind on the first day, and how long those with problem debts have had them: as long as a steady
// chance to lose them makes likely.
void TownCourse::start_payments()
{
    double const stay = 1 - std::min(0.999, terms_.debts_exit_per_year / 12);
    for (std::uint32_t i = 0; i < town_.size(); ++i) {
        if (town_.has_problem_debts[i] != 0) {
            payments_[i] = Payments::problem_debts;
            double const u = draw(Stream::debt_start, i, start_time_in_debt);
            double const months = stay < 1 ? std::log(u) / std::log(stay) : 255;
            cases_[i].months_in_debt = static_cast<std::uint8_t>(std::min(255.0, months));
        } else if (draw(Stream::debt_start, i, start_in_arrears) < rates_.arrears_at_start[i]) {
            payments_[i] = Payments::arrears;
        }
        if (payments_[i] != Payments::orderly) {
            behind_.push_back(i);
        }
    }
}

double TownCourse::factor_of_risk(std::uint32_t household, int month) const
{
    double factor = month < cases_[household].course_until ? 1 - terms_.course_effect : 1;
    double income = extra_income_ != nullptr ? (*extra_income_)[household] : 0;
    if (cases_[household].is_led && month < cases_[household].led_until) {
        for (auto const& grant : unused_grants_of(household)) {
            income += grant.cents_per_year / months_per_year;
        }
    }
    if (income != 0) {
        factor *= std::max(0.0, 1 + terms_.effect_of_income * income / cents_of_100_euro);
    }
    return factor;
}

// A household that is behind becomes worse, gets out, or stays.
void TownCourse::step_behind(std::uint32_t household, double u, MonthCounts& counts)
{
    auto& payments = payments_[household];
    auto& own = cases_[household];
    if (payments == Payments::arrears) {
        double const worsen = rates_.worsen;
        if (u < worsen) {
            payments = Payments::problem_debts;
            own.months_in_debt = 0;
            ++counts.entered_debts;
        } else if (u < worsen + rates_.recover) {
            payments = Payments::orderly;
            ++counts.recovered_arrears;
        }
    } else if (own.help <= Help::waiting && u < rates_.leave_debts) {
        payments = Payments::orderly;
        own.help = Help::none;
        ++counts.recovered_debts;
    } else if (own.months_in_debt < 255) {
        ++own.months_in_debt;
    }
}

// Goes through those behind and those who may come behind, in the order of the households; to all others
// nothing can happen.
void TownCourse::step_payments(int month, double const* steps, std::vector<Entrant> const& entrants,
                               MonthCounts& counts)
{
    std::sort(fallen_back_.begin(), fallen_back_.end());
    were_behind_.resize(behind_.size() + fallen_back_.size());
    std::merge(behind_.begin(), behind_.end(), fallen_back_.begin(), fallen_back_.end(),
               were_behind_.begin());
    fallen_back_.clear();
    behind_.clear();
    auto const enter = [&](Entrant const& entrant) {
        auto const i = entrant.household;
        if (payments_[i] == Payments::orderly && entrant.draw < entrant.risk * factor_of_risk(i, month)) {
            payments_[i] = Payments::arrears;
            ++counts.entered_arrears;
            behind_.push_back(i);
        }
    };
    auto entrant = entrants.begin();
    for (auto const i : were_behind_) {
        for (; entrant != entrants.end() && entrant->household < i; ++entrant) {
            enter(*entrant);
        }
        if (payments_[i] == Payments::orderly) {
            continue;  // got out since; as an entrant it comes next
        }
        step_behind(i, steps[i], counts);
        if (payments_[i] != Payments::orderly) {
            behind_.push_back(i);
        }
        if (entrant != entrants.end() && entrant->household == i) {
            ++entrant;  // was behind already
        }
    }
    std::for_each(entrant, entrants.end(), enter);
}

MonthCounts TownCourse::step(int month, Terms const& terms, double const* steps,
                             std::vector<Entrant> const& entrants)
{
    MonthCounts counts;
    applicants_.clear();
    continue_help(month, counts);
    step_payments(month, steps, entrants, counts);
    step_aftercare(month, terms, counts);
    signal_and_contact(month, terms, counts);
    use_schemes(month);
    apply_themselves(month, terms, counts);
    begin_trajectories(month, terms, counts);
    begin_youth_plans(month, terms, counts);
    step_administration(month);
    count_stocks(counts);
    return counts;
}

void TownCourse::count_stocks(MonthCounts& counts) const
{
    for (auto const* const households : {&behind_, &fallen_back_}) {
        for (auto const i : *households) {
            if (payments_[i] == Payments::arrears) {
                ++counts.arrears;
            } else if (payments_[i] == Payments::problem_debts) {
                auto const& own = cases_[i];
                ++counts.problem_debts;
                counts.waiting += own.help == Help::waiting;
                counts.seen_by_help += own.help != Help::none || own.is_administered;
            }
        }
    }
    counts.orderly = static_cast<std::int32_t>(town_.size()) - counts.arrears - counts.problem_debts;
    counts.freed = static_cast<std::int32_t>(freed_.size());
    counts.freed_repayment_cents =
        std::llround(static_cast<double>(freed_.size()) * terms_.freed_repayment_per_month * 100);
    counts.running = running_;
    counts.youth_running = youth_running_;
    counts.administered = static_cast<std::int32_t>(administered_.size());
}

Start TownCourse::start() const
{
    constexpr std::uint8_t a_year = 12;
    constexpr std::uint8_t three_years = 36;
    Start start;
    start.households = static_cast<std::int32_t>(town_.size());
    start.running = running_;
    start.administered = static_cast<std::int32_t>(administered_.size());
    for (std::size_t i = 0; i < town_.size(); ++i) {
        auto const& own = cases_[i];
        start.up_to_social_minimum += town_.is_up_to_social_minimum[i];
        if (payments_[i] == Payments::arrears) {
            ++start.arrears;
            start.arrears_up_to_social_minimum += town_.is_up_to_social_minimum[i];
        }
        if (payments_[i] == Payments::problem_debts) {
            ++start.problem_debts;
            start.in_debt_up_to_a_year += own.months_in_debt < a_year;
            start.in_debt_three_years += own.months_in_debt >= three_years;
            start.seen_by_help += own.help != Help::none || own.is_administered;
        }
    }
    return start;
}

std::vector<std::int32_t> TownCourse::debts_by_neighbourhood() const
{
    std::vector<std::int32_t> debts(town_.neighbourhoods);
    for (std::size_t i = 0; i < town_.size(); ++i) {
        debts[town_.neighbourhood[i]] += payments_[i] == Payments::problem_debts;
    }
    return debts;
}

}  // namespace minimasim::forecast
