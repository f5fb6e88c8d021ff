#include "sim/forecast/people/entries.hpp"

#include <algorithm>
#include <cmath>

#include "sim/forecast/people/settle.hpp"
#include "sim/forecast/people/work.hpp"

namespace minimasim::forecast {

namespace {

constexpr double largest_chance = 0.9;

double chance(double wanted, std::int64_t households)
{
    return households > 0 ? std::clamp(wanted / static_cast<double>(households), 0.0, largest_chance) : 0;
}

// Households of a kind, those of them in a state, and those who may enter it: again, or for the first time in
// years.
struct Balance {
    std::int64_t households = 0;
    std::int64_t inside = 0;
    std::int64_t again = 0;
    std::int64_t fresh = 0;
};

template <std::size_t Kinds>
using Balances = std::array<Balance, Kinds>;

// How many each kind lacks of its share. Tenants and owners of a kind (two in turn) are one stock: when one
// of them has too many, the other gets so many fewer.
template <std::size_t Kinds>
std::array<double, Kinds> lacking(Balances<Kinds> const& balances, std::array<double, Kinds> const& share,
                                  double trend)
{
    std::array<double, Kinds> result{};
    for (std::size_t k = 0; k < Kinds; ++k) {
        result[k] = trend * share[k] * static_cast<double>(balances[k].households) -
                    static_cast<double>(balances[k].inside);
    }
    for (std::size_t k = 0; k < Kinds; k += 2) {
        double const both = std::max(0.0, result[k] + result[k + 1]);
        double const tenants = std::clamp(result[k], 0.0, both);
        result[k + 1] = std::clamp(result[k + 1], 0.0, both);
        result[k] = tenants;
    }
    return result;
}

}  // namespace

double Entries::draw(std::size_t place, YearDraw kind, std::vector<double> const& of_households)
{
    return builder_.is_kept(place) ? of_households[builder_.household(place)]
                                   : draws_.income(builder_.family(place).number, kind);
}

template <class Change>
void Entries::change(std::size_t place, Change const& change)
{
    bool const is_kept = builder_.is_kept(place);
    auto const before =
        is_kept ? family_of(builder_.from(), builder_.household(place)) : builder_.family(place);
    auto family = before;
    change(family);
    settle(family, before, model_, draws_);
    places_.standing[place] = standing_of(family);
    places_.is_untouched[place] = 0;
    if (is_kept) {
        builder_.change(place, std::move(family));
    } else {
        builder_.family(place) = std::move(family);
    }
}

void Entries::into_assistance()
{
    Balances<assisted_kinds> balances{};
    std::vector<std::uint32_t> at_risk;
    for (std::size_t place = 0; place < builder_.size(); ++place) {
        auto const& s = places_.standing[place];
        int const kind = assisted_kind(s);
        if (kind < 0) {
            continue;
        }
        auto& balance = balances[static_cast<std::size_t>(kind)];
        ++balance.households;
        balance.inside += s.is_assisted();
        if (places_.is_untouched[place] != 0 && may_claim_by_work(s)) {
            ++(s.years_since_assistance == 0 ? balance.again : balance.fresh);
            at_risk.push_back(static_cast<std::uint32_t>(place));
        }
    }
    double const trend = std::pow(1 + model_.terms.assistance_trend_per_year, years_);
    auto const wanted = lacking(balances, model_.chances.assisted_share, trend);
    double entering_by_work = 0;
    std::int64_t again = 0;
    for (std::size_t k = 0; k < assisted_kinds; ++k) {
        entering_by_work += wanted[k];
        again += balances[k].again;
    }
    double const inflow = entering_by_work + static_cast<double>(places_.on_assistance);
    double const chance_again =
        chance(std::min(entering_by_work, model_.terms.reinflow_share * inflow), again);
    std::array<double, assisted_kinds> chances{};
    for (std::size_t k = 0; k < assisted_kinds; ++k) {
        auto const& balance = balances[k];
        chances[k] = chance(wanted[k] - chance_again * static_cast<double>(balance.again), balance.fresh);
    }
    for (auto const place : at_risk) {
        auto const& s = places_.standing[place];
        double const u = draw(place, YearDraw::assistance, of_all_.assistance);
        double const entering = chances[static_cast<std::size_t>(assisted_kind(s))];
        if (u < (s.years_since_assistance == 0 ? chance_again : entering)) {
            change(place, [this](Family& family) { enter_assistance(family, model_, draws_); });
        }
    }
}

void Entries::into_low_income()
{
    Balances<low_kinds> balances{};
    std::vector<std::uint32_t> at_risk;
    for (std::size_t place = 0; place < builder_.size(); ++place) {
        auto const& s = places_.standing[place];
        int const kind = low_kind(s);
        if (kind < 0) {
            continue;
        }
        auto& balance = balances[static_cast<std::size_t>(kind)];
        ++balance.households;
        balance.inside += is_low(s.income_class);
        if (places_.is_untouched[place] != 0 && is_just_above_low(s.income_class)) {
            ++(s.years_since_low < relapse_years ? balance.again : balance.fresh);
            at_risk.push_back(static_cast<std::uint32_t>(place));
        }
    }
    double const trend = std::pow(1 + model_.terms.low_trend_per_year, years_);
    auto const wanted = lacking(balances, model_.chances.low_share, trend);
    std::array<double, low_kinds> first_time{};
    std::array<double, low_kinds> relapse{};
    for (std::size_t k = 0; k < low_kinds; ++k) {
        auto const& balance = balances[k];
        relapse[k] = std::min(model_.chances.relapse, chance(wanted[k], balance.again));
        first_time[k] = chance(wanted[k] - relapse[k] * static_cast<double>(balance.again), balance.fresh);
    }
    for (auto const place : at_risk) {
        auto const& s = places_.standing[place];
        auto const k = static_cast<std::size_t>(low_kind(s));
        double const u = draw(place, YearDraw::jump, of_all_.jump);
        if (u < (s.years_since_low < relapse_years ? relapse[k] : first_time[k])) {
            change(place, [this](Family& family) { jump(family, true, model_, draws_); });
        }
    }
}

}  // namespace minimasim::forecast
