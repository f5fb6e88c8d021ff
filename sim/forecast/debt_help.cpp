#include <algorithm>
#include <cmath>

#include "sim/forecast/course.hpp"
#include "sim/forecast/draw_numbers.hpp"

// Help with problem debts: trajectories of the credit bank, plans for the young, aftercare, administration.
namespace minimasim::forecast {

namespace {

constexpr int months_of_relapse = 24;
constexpr int most_tries = 50;  // to find a trajectory that still runs on the first day

double relapse_per_month(double in_two_years)
{
    return 1 - std::pow(1 - in_two_years, 1.0 / months_of_relapse);
}

}  // namespace

// The places are filled on the first day with trajectories that began in the months before: one of each
// length is met there in proportion to its length, at any of its months.
void TownCourse::start_help(Terms const& terms)
{
    std::vector<std::uint32_t> with_debts;
    for (std::uint32_t i = 0; i < town_.size(); ++i) {
        if (payments_[i] == Payments::problem_debts) {
            with_debts.push_back(i);
        }
    }
    auto const places = static_cast<std::size_t>(std::llround(places_of(terms)));
    for (auto const i : first_by_draw(std::move(with_debts), places, start_in_trajectory)) {
        begin_help(i, Help::trajectory, terms.completed_share, terms.trajectory_months);
        for (std::uint32_t attempt = 0; attempt < most_tries; ++attempt) {
            auto const end =
                end_of_trajectory(draw(Stream::debt_start, i, start_end_of_trajectory + 2 * attempt),
                                  terms.completed_share, terms.trajectory_months);
            int const month =
                static_cast<int>(draw(Stream::debt_start, i, start_end_of_trajectory + 2 * attempt + 1) *
                                 terms.trajectory_months);
            if (month < end.months) {
                cases_[i].months_left = static_cast<std::uint8_t>(end.months - month);
                cases_[i].is_completed = end.is_completed;
                break;
            }
        }
    }
}

// Some have problem debts; the others are found by the risk of them.
void TownCourse::start_administration(Terms const& terms)
{
    std::vector<std::uint32_t> with_debts;
    std::vector<std::pair<double, std::uint32_t>> others;
    for (std::uint32_t i = 0; i < town_.size(); ++i) {
        if (payments_[i] == Payments::problem_debts && cases_[i].help == Help::none) {
            with_debts.push_back(i);
        } else if (payments_[i] == Payments::orderly && town_.odds[i] > 0) {
            others.emplace_back(draw(Stream::debt_start, i, start_administered) / town_.odds[i], i);
        }
    }
    auto const all = std::llround(terms.administrations);
    auto const indebted = std::llround(terms.administrations * terms.administration_with_debts_share);
    administered_ =
        first_by_draw(std::move(with_debts), static_cast<std::size_t>(indebted), start_administered);
    std::sort(others.begin(), others.end(), [this](auto const& a, auto const& b) {
        return a.first != b.first ? a.first < b.first : town_.number[a.second] < town_.number[b.second];
    });
    for (auto const& [key, i] : others) {
        if (administered_.size() >= static_cast<std::size_t>(all)) {
            break;
        }
        administered_.push_back(i);
    }
    for (auto const i : administered_) {
        cases_[i].is_administered = true;
    }
}

void TownCourse::apply(std::uint32_t household, int month)
{
    auto& own = cases_[household];
    if (own.help == Help::none && payments_[household] == Payments::problem_debts) {
        own.help = Help::waiting;
        own.applied = static_cast<std::int16_t>(month);
        applicants_.push_back(household);
    }
}

// Applications that were not led there by a signal, and new administrations: at most one of them a month.
void TownCourse::apply_themselves(int month, Terms const& terms, MonthCounts& counts)
{
    uniforms({address_.seed, Stream::debt_help, address_.member, number_of_draw(help_application, month),
              address_.replicate},
             numbers_.data(), numbers_.size(), uniforms_.data());
    double const applies = terms.applications_per_year / 12 * terms.arrangement_share;
    for (std::size_t k = 0; k < behind_.size(); ++k) {
        auto const i = behind_[k];
        if (payments_[i] != Payments::problem_debts) {
            continue;
        }
        if (uniforms_[k] < applies) {
            apply(i, month);
        } else if (uniforms_[k] > 1 - rates_.enter_administration && !cases_[i].is_administered) {
            cases_[i].is_administered = true;
            administered_.push_back(i);
        }
    }
    counts.applied = static_cast<std::int32_t>(applicants_.size());
}

void TownCourse::begin_help(std::uint32_t household, Help help, double completed_share, double months)
{
    auto& own = cases_[household];
    auto const end = end_of_trajectory(draw(Stream::debt_help, household, episode_draws + own.episodes),
                                       completed_share, months);
    ++own.episodes;
    own.help = help;
    own.months_left = static_cast<std::uint8_t>(end.months);
    own.is_completed = end.is_completed;
    helped_.push_back(household);
    ++(help == Help::trajectory ? running_ : youth_running_);
}

// Who applied first begins first; of one month, by chance.
void TownCourse::begin_trajectories(int month, Terms const& terms, MonthCounts& counts)
{
    std::sort(applicants_.begin(), applicants_.end(), [&](std::uint32_t a, std::uint32_t b) {
        double const of_a = draw(Stream::debt_help, a, number_of_draw(help_order, month));
        double const of_b = draw(Stream::debt_help, b, number_of_draw(help_order, month));
        return of_a != of_b ? of_a < of_b : town_.number[a] < town_.number[b];
    });
    for (auto const i : applicants_) {
        queue_.push_back({i, static_cast<std::int16_t>(month)});
    }
    counts.places = static_cast<std::int32_t>(std::llround(places_of(terms)));
    while (running_ < counts.places && !queue_.empty()) {
        auto const [i, applied] = queue_.front();
        queue_.pop_front();
        auto const& own = cases_[i];
        if (own.help == Help::waiting && own.applied == applied) {  // else the debts are gone
            begin_help(i, Help::trajectory, terms.completed_share, terms.trajectory_months);
            ++counts.started;
        }
    }
}

// Plans for the young, as many as the budget pays for: those it reaches, by chance.
void TownCourse::begin_youth_plans(int month, Terms const& terms, MonthCounts& counts)
{
    auto const most = share_of_month(terms.youth_budget_per_year / terms.youth_unit_cost, month);
    if (most <= 0) {
        return;
    }
    std::vector<std::pair<double, std::uint32_t>> order;
    for (auto const i : behind_) {
        if (town_.is_young[i] != 0 && payments_[i] == Payments::problem_debts &&
            cases_[i].help <= Help::waiting) {
            order.emplace_back(draw(Stream::debt_help, i, number_of_draw(help_youth, month)), i);
        }
    }
    std::sort(order.begin(), order.end(), [this](auto const& a, auto const& b) {
        return a.first != b.first ? a.first < b.first : town_.number[a.second] < town_.number[b.second];
    });
    for (auto const& [u, i] : order) {
        if (counts.youth_started == most) {
            break;
        }
        begin_help(i, Help::youth_plan, terms.youth_completed_share, terms.youth_plan_months);
        ++counts.youth_started;
    }
}

void TownCourse::continue_help(int month, MonthCounts& counts)
{
    std::vector<std::uint32_t> still;
    for (auto const i : helped_) {
        auto& own = cases_[i];
        if (--own.months_left > 0) {
            still.push_back(i);
            continue;
        }
        bool const is_trajectory = own.help == Help::trajectory;
        --(is_trajectory ? running_ : youth_running_);
        own.help = Help::none;
        if (own.is_completed) {
            free(i, month);
            ++(is_trajectory ? counts.completed : counts.youth_completed);
        } else {
            counts.stopped += is_trajectory;
        }
    }
    helped_ = std::move(still);
}

void TownCourse::free(std::uint32_t household, int month)
{
    payments_[household] = Payments::orderly;
    cases_[household].months_in_debt = 0;
    freed_.push_back({household, month + months_of_relapse, false});
}

// In the two years after it a household may fall back; aftercare goes to the newly freed while money lasts.
void TownCourse::step_aftercare(int month, Terms const& terms, MonthCounts& counts)
{
    auto places = share_of_month(terms.aftercare_budget_per_year / terms.aftercare_unit_cost, month);
    double const without = relapse_per_month(terms.relapse_two_years);
    double const with =
        relapse_per_month(std::clamp(terms.relapse_two_years * (1 - terms.relapse_reduction), 0.0, 0.999));
    std::sort(freed_.begin(), freed_.end(), [this](Freed const& a, Freed const& b) {
        return a.until != b.until ? a.until < b.until : town_.number[a.household] < town_.number[b.household];
    });
    std::vector<Freed> still;
    for (auto& freed : freed_) {
        auto const i = freed.household;
        if (payments_[i] != Payments::orderly || month >= freed.until) {
            continue;  // behind again in another way, or through it
        }
        if (!freed.has_aftercare && places > 0) {
            freed.has_aftercare = true;
            --places;
            ++counts.aftercare_started;
        }
        double const u = draw(Stream::debt_help, i, number_of_draw(help_relapse, month));
        if (u < (freed.has_aftercare ? with : without)) {
            payments_[i] = Payments::problem_debts;
            fallen_back_.push_back(i);
            ++counts.relapsed;
        } else {
            still.push_back(freed);
        }
    }
    freed_ = std::move(still);
}

void TownCourse::step_administration(int month)
{
    std::vector<std::uint32_t> still;
    for (auto const i : administered_) {
        if (draw(Stream::debt_help, i, number_of_draw(help_administration, month)) <
            rates_.leave_administration) {
            cases_[i].is_administered = false;
        } else {
            still.push_back(i);
        }
    }
    administered_ = std::move(still);
}

}  // namespace minimasim::forecast
