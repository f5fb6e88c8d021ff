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
      months_in_debt_(town.size()),
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
                                                     Stream stream, std::uint32_t number)
{
    draw_all(
        stream, households, [](std::uint32_t i) { return i; }, number);
    std::vector<std::pair<double, std::uint32_t>> order;
    for (std::size_t k = 0; k < households.size(); ++k) {
        order.emplace_back(uniforms_[k], households[k]);
    }
    return first_of(std::move(order), most);
}

std::vector<std::uint32_t> TownCourse::first_of(std::vector<std::pair<double, std::uint32_t>> order,
                                                std::size_t most) const
{
    auto const is_before = [this](auto const& a, auto const& b) {
        return a.first != b.first ? a.first < b.first : town_.number[a.second] < town_.number[b.second];
    };
    if (most < order.size()) {
        auto const last = order.begin() + static_cast<std::ptrdiff_t>(most);
        std::nth_element(order.begin(), last, order.end(), is_before);
        order.erase(last, order.end());
    }
    std::sort(order.begin(), order.end(), is_before);
    std::vector<std::uint32_t> first;
    for (auto const& [key, household] : order) {
        first.push_back(household);
    }
    return first;
}

// Who is behind on the first day, and how long those with problem debts have had them: as long as a steady
// chance to lose them makes likely.
void TownCourse::start_payments()
{
    double const stay = 1 - std::min(0.999, terms_.debts_exit_per_year / 12);
    uniforms_.resize(town_.size());
    uniforms({address_.seed, Stream::debt_start, address_.member, start_in_arrears, address_.replicate},
             town_.number.data(), town_.size(), uniforms_.data());
    for (std::uint32_t i = 0; i < town_.size(); ++i) {
        if (town_.has_problem_debts[i] != 0) {
            payments_[i] = Payments::problem_debts;
            double const u = draw(Stream::debt_start, i, start_time_in_debt);
            double const months = stay < 1 ? std::log(u) / std::log(stay) : 255;
            months_in_debt_[i] = static_cast<std::uint8_t>(std::min(255.0, months));
        } else if (uniforms_[i] < rates_.arrears_at_start[town_.kind[i]]) {
            payments_[i] = Payments::arrears;
        }
        ++stocks_[static_cast<std::size_t>(payments_[i])];
    }
}

double TownCourse::factor_of_risk(std::uint32_t household, int month) const
{
    double factor = month < cases_[household].course_until ? 1 - terms_.course_effect : 1;
    bool const is_of_base_date = extra_income_ != nullptr && household < extra_income_->size();
    double income = is_of_base_date ? (*extra_income_)[household] : 0;
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

void TownCourse::change(std::uint32_t household, Payments payments)
{
    --stocks_[static_cast<std::size_t>(payments_[household])];
    ++stocks_[static_cast<std::size_t>(payments)];
    payments_[household] = payments;
}

// A household that is behind becomes worse, gets out, or stays. Of those in arrears as many leave them in a
// good year as in a bad one; in a bad one more of these get problem debts.
void TownCourse::step_behind(std::uint32_t household, double u, ByIncomeKind const& worsening,
                             MonthCounts& counts)
{
    auto& own = cases_[household];
    if (payments_[household] == Payments::arrears) {
        double const leave = rates_.worsen + rates_.recover;
        double const worsen = std::min(leave, rates_.worsen * worsening[town_.income_kind[household]]);
        if (u < worsen) {
            change(household, Payments::problem_debts);
            ++counts.entered_debts;
        } else if (u < leave) {
            change(household, Payments::orderly);
            ++counts.recovered_arrears;
        }
    } else if (own.help <= Help::waiting && u < rates_.leave_debts) {
        change(household, Payments::orderly);
        waiting_ -= own.help == Help::waiting;
        own.help = Help::none;
        ++counts.recovered_debts;
    }
}

void TownCourse::step_payments(int month, MonthDraws const& draws, MonthCounts& counts)
{
    for (auto const& step : draws.steps) {
        auto const i = step.household;
        if (payments_[i] != Payments::orderly) {
            step_behind(i, step.draw, draws.worsening, counts);
        } else if (step.draw < step.risk * largest_factor_ &&
                   step.draw < step.risk * factor_of_risk(i, month)) {
            change(i, Payments::arrears);
            ++counts.entered_arrears;
        }
    }
}

// Not those who fell back after it.
bool TownCourse::is_behind_since_payments(std::uint32_t household, int month) const
{
    return payments_[household] != Payments::orderly && cases_[household].relapsed != month;
}

MonthCounts TownCourse::step(int month, Terms const& terms, MonthDraws const& draws)
{
    auto counts = std::exchange(new_year_, {});
    applicants_.clear();
    continue_help(month, counts);
    step_payments(month, draws, counts);
    step_aftercare(month, terms, counts);
    signal_and_contact(month, terms, draws.signals, counts);
    use_schemes(month);
    apply_themselves(month, terms, draws.applications, counts);
    begin_trajectories(month, terms, counts);
    begin_youth_plans(month, terms, draws.young, counts);
    step_administration(month, counts);
    count_stocks(counts);
    return counts;
}

void TownCourse::count_stocks(MonthCounts& counts) const
{
    counts.orderly = stocks_[static_cast<std::size_t>(Payments::orderly)];
    counts.arrears = stocks_[static_cast<std::size_t>(Payments::arrears)];
    counts.problem_debts = stocks_[static_cast<std::size_t>(Payments::problem_debts)];
    counts.waiting = waiting_;
    counts.seen_by_help += waiting_ + running_ + youth_running_;
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
            start.in_debt_up_to_a_year += months_in_debt_[i] < a_year;
            start.in_debt_three_years += months_in_debt_[i] >= three_years;
            start.seen_by_help += own.help != Help::none || own.is_administered;
        }
    }
    return start;
}

std::vector<std::uint32_t> TownCourse::behind() const
{
    std::vector<std::uint32_t> households;
    for (std::uint32_t i = 0; i < town_.size(); ++i) {
        if (is_behind(i)) {
            households.push_back(i);
        }
    }
    return households;
}

void TownCourse::count_groups(std::vector<std::uint32_t> const& among, Path& path) const
{
    for (auto* const table : {&path.debts_by_neighbourhood, &path.arrears_by_neighbourhood}) {
        table->emplace_back(town_.neighbourhoods);
    }
    for (auto* const table : {&path.debts_by_profile, &path.arrears_by_profile}) {
        table->emplace_back(population::profile_count);
    }
    for (auto const i : among) {
        if (is_behind(i)) {
            bool const has_debts = payments_[i] == Payments::problem_debts;
            auto& by_neighbourhood = has_debts ? path.debts_by_neighbourhood : path.arrears_by_neighbourhood;
            auto& by_profile = has_debts ? path.debts_by_profile : path.arrears_by_profile;
            ++by_neighbourhood.back()[town_.neighbourhood[i]];
            ++by_profile.back()[profile_of_kind(town_.kind[i])];
        }
    }
}

}  // namespace minimasim::forecast
