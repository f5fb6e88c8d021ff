#include "sim/forecast/month_draws.hpp"

#include <algorithm>

#include "sim/forecast/draw_numbers.hpp"

namespace minimasim::forecast {

namespace {

constexpr int months_per_year = 12;
constexpr int months_of_higher_risk = 12;  // after a life event
constexpr std::int16_t never = -100;
constexpr std::size_t households_at_a_time = 16;

}  // namespace

DrawsOfMonths::DrawsOfMonths(Town const& town, Rates const& rates, Terms const& terms, Address const& address,
                             Economy const& economy, double largest_factor)
    : town_(town),
      rates_(rates),
      terms_(terms),
      address_(address),
      economy_(economy),
      largest_factor_(largest_factor),
      most_(std::max(1.0, terms.life_event_risk) * largest_factor * economy.most_entering()),
      largest_of_step_(std::max(rates.worsen + rates.recover, rates.leave_debts)),
      last_year_(town.size(), never),
      this_year_(town.size(), never),
      limit_(town.size()),
      is_listed_(town.size())
{
    for (std::uint32_t i = 0; i < town.size(); ++i) {
        limit_[i] = limit_of_entering(i);
    }
    draw_life_events(-1);  // those of the year before still count
}

double DrawsOfMonths::limit_of_entering(std::uint32_t household) const
{
    return rates_.enter_arrears[town_.kind[household]] * most_;
}

// One draw says whether there is an event in the year, and in which month.
std::int16_t DrawsOfMonths::life_event(double draw, int year) const
{
    if (draw >= terms_.life_event_per_year) {
        return never;
    }
    int const month = static_cast<int>(draw / terms_.life_event_per_year * 12);
    return static_cast<std::int16_t>(year * 12 + month);
}

void DrawsOfMonths::draw_life_events(int year)
{
    draws_.resize(town_.size());
    uniforms({address_.seed, Stream::life_event, address_.member, static_cast<std::uint32_t>(year + 1),
              address_.replicate},
             town_.number.data(), town_.size(), draws_.data());
    this_year_.swap(last_year_);
    for (std::size_t i = 0; i < town_.size(); ++i) {
        this_year_[i] = life_event(draws_[i], year);
    }
}

// Those who are new had their events of the year before as well.
void DrawsOfMonths::begin_year(int month)
{
    int const last_year = month / months_per_year - 1;
    for (auto i = this_year_.size(); i < town_.size(); ++i) {
        double const u = uniform(address_.seed, Stream::life_event, address_.member, town_.number[i],
                                 static_cast<std::uint32_t>(last_year + 1), address_.replicate);
        this_year_.push_back(life_event(u, last_year));
    }
    last_year_.resize(town_.size(), never);
    is_listed_.resize(town_.size());
    limit_.resize(town_.size());
    for (std::uint32_t i = 0; i < town_.size(); ++i) {
        limit_[i] = std::max(limit_of_entering(i), is_listed_[i] != 0 ? largest_of_step_ : 0);
    }
}

double DrawsOfMonths::risk(std::uint32_t household, int month) const
{
    auto const is_felt = [month](int event) {
        return event <= month && month - event < months_of_higher_risk;
    };
    return is_felt(this_year_[household]) || is_felt(last_year_[household]) ? terms_.life_event_risk : 1;
}

void DrawsOfMonths::list(std::uint32_t household)
{
    if (is_listed_[household] == 0) {
        is_listed_[household] = 1;
        limit_[household] = std::max(limit_[household], largest_of_step_);
        behind_.push_back(household);
        numbers_.push_back(town_.number[household]);
    }
}

void DrawsOfMonths::may_be_behind(std::vector<std::uint32_t> const& households)
{
    for (auto const i : households) {
        list(i);
    }
}

void DrawsOfMonths::add_step(std::uint32_t household, double draw, int month)
{
    auto const& entering = economy_.of(static_cast<std::size_t>(month / months_per_year)).entering;
    double const enter = rates_.enter_arrears[town_.kind[household]] * risk(household, month) *
                         entering[town_.income_kind[household]];
    bool const may_enter = draw < enter * largest_factor_;
    if (may_enter || (is_listed_[household] != 0 && draw < largest_of_step_)) {
        month_.steps.push_back({household, draw, enter});
    }
    if (may_enter) {
        list(household);
    }
}

// Of those listed, whose draw is below `low` or above `high`.
void DrawsOfMonths::draw_below(DrawOfHouseholds const& address, double low, double high,
                               std::vector<HouseholdDraw>& drawn)
{
    draws_.resize(behind_.size());
    uniforms(address, numbers_.data(), numbers_.size(), draws_.data());
    drawn.clear();
    for (std::size_t k = 0; k < behind_.size(); ++k) {
        if (draws_[k] < low || draws_[k] > high) {
            drawn.push_back({behind_[k], draws_[k]});
        }
    }
}

MonthDraws const& DrawsOfMonths::of(int month, double most_applications)
{
    if (month % months_per_year == 0) {
        draw_life_events(month / months_per_year);
    }
    auto const address = [&](Stream stream, std::uint32_t number) {
        return DrawOfHouseholds{address_.seed, stream, address_.member, number, address_.replicate};
    };
    draws_.resize(town_.size());
    uniforms(address(Stream::debt_step, static_cast<std::uint32_t>(month)), town_.number.data(), town_.size(),
             draws_.data());
    month_.steps.clear();
    month_.worsening = economy_.of(static_cast<std::size_t>(month / months_per_year)).worsening;
    std::size_t const size = town_.size();
    for (std::size_t first = 0; first < size; first += households_at_a_time) {
        auto const last = std::min(size, first + households_at_a_time);
        unsigned happens = 0;  // in most of the lots to nobody
        for (std::size_t i = first; i < last; ++i) {
            happens |= static_cast<unsigned>(draws_[i] < limit_[i]);
        }
        for (std::size_t i = first; happens != 0 && i < last; ++i) {
            if (draws_[i] < limit_[i]) {
                add_step(static_cast<std::uint32_t>(i), draws_[i], month);
            }
        }
    }
    draw_below(address(Stream::early_signal, static_cast<std::uint32_t>(month)),
               rates_.signal + rates_.tax_signal, 1, month_.signals);
    draw_below(address(Stream::debt_help, number_of_draw(help_application, month)), most_applications,
               1 - rates_.enter_administration, month_.applications);
    month_.young.clear();
    for (auto const i : behind_) {
        if (town_.is_young[i] != 0) {
            month_.young.push_back(i);
        }
    }
    return month_;
}

}  // namespace minimasim::forecast
