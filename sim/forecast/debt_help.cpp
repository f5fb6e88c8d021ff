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
    for (auto const i :
         first_by_draw(std::move(with_debts), places, Stream::debt_start, start_in_trajectory)) {
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
    std::vector<std::uint32_t> others;
    for (std::uint32_t i = 0; i < town_.size(); ++i) {
        if (payments_[i] == Payments::problem_debts && cases_[i].help == Help::none) {
            with_debts.push_back(i);
        } else if (payments_[i] == Payments::orderly && town_.odds(i) > 0) {
            others.push_back(i);
        }
    }
    auto const all = std::llround(terms.administrations);
    auto const indebted = std::llround(terms.administrations * terms.administration_with_debts_share);
    administered_ = first_by_draw(std::move(with_debts), static_cast<std::size_t>(indebted),
                                  Stream::debt_start, start_administered);
    draw_all(
        Stream::debt_start, others, [](std::uint32_t i) { return i; }, start_administered);
    std::vector<std::pair<double, std::uint32_t>> by_risk;
    for (std::size_t k = 0; k < others.size(); ++k) {
        by_risk.emplace_back(uniforms_[k] / town_.odds(others[k]), others[k]);
    }
    auto const left = std::max<std::ptrdiff_t>(0, all - static_cast<std::ptrdiff_t>(administered_.size()));
    for (auto const i : first_of(std::move(by_risk), static_cast<std::size_t>(left))) {
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
        ++waiting_;
        own.applied = static_cast<std::int16_t>(month);
        applicants_.push_back(household);
    }
}

double chance_to_apply(Terms const& terms)
{
    return terms.applications_per_year / 12 * terms.arrangement_share;
}

// Applications that were not led there by a signal, and new administrations: at most one of them a month.
void TownCourse::apply_themselves(int month, Terms const& terms, std::vector<HouseholdDraw> const& draws,
                                  MonthCounts& counts)
{
    double const applies = chance_to_apply(terms);
    for (auto const& [i, u] : draws) {
        if (payments_[i] != Payments::problem_debts || !is_behind_since_payments(i, month)) {
            continue;
        }
        if (u < applies) {
            apply(i, month);
        } else if (u > 1 - rates_.enter_administration && !cases_[i].is_administered) {
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
    waiting_ -= own.help == Help::waiting;
    own.help = help;
    own.months_left = static_cast<std::uint8_t>(end.months);
    own.is_completed = end.is_completed;
    helped_.push_back(household);
    ++(help == Help::trajectory ? running_ : youth_running_);
}

// Who applied first begins first; of one month, by chance.
void TownCourse::begin_trajectories(int month, Terms const& terms, MonthCounts& counts)
{
    auto const all = applicants_.size();
    for (auto const i :
         first_by_draw(std::move(applicants_), all, Stream::debt_help, number_of_draw(help_order, month))) {
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
void TownCourse::begin_youth_plans(int month, Terms const& terms, std::vector<std::uint32_t> const& young,
                                   MonthCounts& counts)
{
    auto const most = share_of_month(terms.youth_budget_per_year / terms.youth_unit_cost, month);
    if (most <= 0) {
        return;
    }
    std::vector<std::uint32_t> can_begin;
    for (auto const i : young) {
        if (payments_[i] == Payments::problem_debts && is_behind_since_payments(i, month) &&
            cases_[i].help <= Help::waiting) {
            can_begin.push_back(i);
        }
    }
    for (auto const i : first_by_draw(std::move(can_begin), static_cast<std::size_t>(most), Stream::debt_help,
                                      number_of_draw(help_youth, month))) {
        begin_help(i, Help::youth_plan, terms.youth_completed_share, terms.youth_plan_months);
        ++counts.youth_started;
    }
}

void TownCourse::continue_help(int month, MonthCounts& counts)
{
    std::erase_if(helped_, [&](std::uint32_t i) {
        auto& own = cases_[i];
        if (--own.months_left > 0) {
            return false;
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
        return true;
    });
}

void TownCourse::free(std::uint32_t household, int month)
{
    change(household, Payments::orderly);
    freed_.push_back({household, month + months_of_relapse, false});
}

// In the two years after it a household may fall back; aftercare goes to the newly freed while money lasts.
void TownCourse::step_aftercare(int month, Terms const& terms, MonthCounts& counts)
{
    auto places = share_of_month(terms.aftercare_budget_per_year / terms.aftercare_unit_cost, month);
    double const without = relapse_per_month(terms.relapse_two_years);
    double const with =
        relapse_per_month(std::clamp(terms.relapse_two_years * (1 - terms.relapse_reduction), 0.0, 0.999));
    auto const is_before = [this](Freed const& a, Freed const& b) {
        return a.until != b.until ? a.until < b.until : town_.number[a.household] < town_.number[b.household];
    };
    if (!std::is_sorted(freed_.begin(), freed_.end(), is_before)) {
        std::sort(freed_.begin(), freed_.end(), is_before);
    }
    fallen_back_.clear();
    draw_all(
        Stream::debt_help, freed_, [](Freed const& freed) { return freed.household; },
        number_of_draw(help_relapse, month));
    std::size_t still = 0;
    for (std::size_t k = 0; k < freed_.size(); ++k) {
        auto freed = freed_[k];
        auto const i = freed.household;
        if (payments_[i] != Payments::orderly || month >= freed.until) {
            continue;  // behind again in another way, or through it
        }
        if (!freed.has_aftercare && places > 0) {
            freed.has_aftercare = true;
            --places;
            ++counts.aftercare_started;
        }
        if (uniforms_[k] < (freed.has_aftercare ? with : without)) {
            change(i, Payments::problem_debts);
            cases_[i].relapsed = static_cast<std::int16_t>(month);
            fallen_back_.push_back(i);
            ++counts.relapsed;
        } else {
            freed_[still++] = freed;
        }
    }
    freed_.resize(still);
}

void TownCourse::step_administration(int month, MonthCounts& counts)
{
    draw_all(
        Stream::debt_help, administered_, [](std::uint32_t i) { return i; },
        number_of_draw(help_administration, month));
    std::size_t still = 0;
    for (std::size_t k = 0; k < administered_.size(); ++k) {
        auto const i = administered_[k];
        if (uniforms_[k] < rates_.leave_administration) {
            cases_[i].is_administered = false;
        } else {
            administered_[still++] = i;
            counts.seen_by_help += payments_[i] == Payments::problem_debts && cases_[i].help == Help::none;
        }
    }
    administered_.resize(still);
}

}  // namespace minimasim::forecast
