#include <algorithm>
#include <cmath>

#include "sim/forecast/draw_numbers.hpp"
#include "sim/forecast/replicate.hpp"

// Early signals: over whom a sender reports, who is visited or called, and who accepts help.
namespace minimasim::forecast {

namespace {

constexpr int months_of_a_repeat = 6;
constexpr int months_of_half_a_year = 6;
constexpr int months_per_year = 12;
constexpr int longest_use_years = 100;
constexpr double most_likely = 0.98;  // nobody is certain to accept

int year_of(int month)
{
    return first_year + month / 12;
}

// The share of visits and calls that the money of a month pays for; letters go on, as the law asks.
double funded_share(Terms const& terms, int month)
{
    if (year_of(month) > terms.signals_funded_until) {
        return 0;
    }
    return terms.signals_budget_at_start > 0
               ? std::min(1.0, terms.signals_budget_per_year / terms.signals_budget_at_start)
               : 1;
}

}  // namespace

Sender TownCourse::sender_of(std::uint32_t household, double place, Terms const& t) const
{
    double const landlords = town_.is_tenant[household] != 0 ? t.sender_landlords : 0;  // owners have none
    double const all = t.sender_insurers + t.sender_energy + landlords + t.sender_water;
    double const at = place * all;
    return at < t.sender_insurers                                 ? Sender::insurer
           : at < t.sender_insurers + t.sender_energy             ? Sender::energy
           : at < t.sender_insurers + t.sender_energy + landlords ? Sender::landlord
                                                                  : Sender::water;
}

void TownCourse::signal_and_contact(int month, Terms const& terms, std::vector<HouseholdDraw> const& draws,
                                    MonthCounts& counts)
{
    bool const has_tax_signals =
        year_of(month) >= terms.tax_signals_first_year && year_of(month) <= terms.tax_signals_last_year;
    double const signal = rates_.signal + (has_tax_signals ? rates_.tax_signal : 0);
    int const half_began = month - month % months_of_half_a_year;
    std::vector<std::uint32_t> signalled;
    std::vector<std::uint32_t> to_contact;
    for (auto const& [i, u] : draws) {
        if (u >= signal || !is_behind_since_payments(i, month)) {
            continue;
        }
        auto const& own = cases_[i];
        bool const is_paid_for =
            own.help == Help::trajectory || own.help == Help::youth_plan || own.is_administered;
        if (is_paid_for) {
            continue;  // by who helps them
        }
        signalled.push_back(i);
        ++counts.signals;
        auto const sender =
            u < rates_.signal ? sender_of(i, u / rates_.signal, terms) : Sender::tax_authority;
        ++counts.signals_by_sender[static_cast<std::size_t>(sender)];
        counts.repeat_signals += month - own.last_signal <= months_of_a_repeat;
        counts.first_signals += own.last_signal < half_began;
        if (own.help == Help::waiting || town_.is_known[i] != 0) {
            ++counts.known_signals;  // the credit bank or the office of work and income takes it up
        } else {
            to_contact.push_back(i);
        }
    }
    contact(month, terms, to_contact, counts);
    for (auto const i : signalled) {
        cases_[i].last_signal = static_cast<std::int16_t>(month);
    }
}

// Those with children, repeated signals and large debts are visited first, the next called; all get a letter.
void TownCourse::contact(int month, Terms const& terms, std::vector<std::uint32_t> const& to_contact,
                         MonthCounts& counts)
{
    struct Candidate {
        double key = 0;
        std::uint32_t household = 0;
    };
    draw_all(
        Stream::contact, to_contact, [](std::uint32_t i) { return i; }, number_of_draw(contact_order, month));
    std::vector<Candidate> order;
    for (std::size_t k = 0; k < to_contact.size(); ++k) {
        auto const i = to_contact[k];
        int const weight = town_.has_children[i] + (month - cases_[i].last_signal <= months_of_a_repeat) +
                           (payments_[i] == Payments::problem_debts);
        order.push_back({uniforms_[k] - weight, i});  // most weight first, then by chance
    }
    std::sort(order.begin(), order.end(), [this](Candidate const& a, Candidate const& b) {
        return a.key != b.key ? a.key < b.key : town_.number[a.household] < town_.number[b.household];
    });
    double const funded = funded_share(terms, month);
    auto const visits = static_cast<std::size_t>(std::llround(terms.visits_per_month * funded));
    auto const saved = static_cast<std::size_t>(terms.calling_first_share * static_cast<double>(visits));
    auto const calls = static_cast<std::size_t>(std::llround(terms.calls_per_month * funded));
    draw_all(
        Stream::contact, order, [](Candidate const& candidate) { return candidate.household; },
        number_of_draw(contact_acceptance, month));
    for (std::size_t k = 0; k < order.size(); ++k) {
        auto const i = order[k].household;
        bool const is_visited = k < visits;
        bool const is_called = !is_visited && k < visits + saved + calls;
        double chance = terms.letter_response;
        if (is_visited || is_called) {
            chance = terms.acceptance * rates_.acceptance_scale * (is_visited ? terms.visit_over_call : 1) *
                     (town_.is_hard_to_reach[i] != 0 ? terms.low_trust_ratio : 1);
        }
        bool const accepts = uniforms_[k] < std::min(most_likely, chance);
        counts.visited += is_visited;
        counts.called += is_called;
        counts.letters += !is_visited && !is_called;
        (is_visited || is_called ? counts.accepted : counts.accepted_by_letter) += accepts;
        if (is_visited || is_called) {
            lead_to_schemes(i, month, terms, counts);
        }
        if (accepts) {
            accept(i, month, terms, counts);
        }
    }
}

// Who visits or calls may lead a household to schemes that it leaves unused: once, to all of them.
void TownCourse::lead_to_schemes(std::uint32_t household, int month, Terms const& terms, MonthCounts& counts)
{
    auto& own = cases_[household];
    bool const is_known = unused_schemes_ != nullptr && household < unused_schemes_->size();
    if (!is_known || (*unused_schemes_)[household] == 0 || own.is_led ||
        draw(Stream::contact, household, number_of_draw(contact_led, month)) >= terms.led_to_schemes) {
        return;
    }
    own.is_led = true;
    // A year, and then every year as long as it keeps them.
    int years = 1;
    double const u = draw(Stream::contact, household, number_of_draw(contact_years_of_use, month));
    for (double kept = terms.led_use_kept; u < kept && years < longest_use_years;
         kept *= terms.led_use_kept) {
        ++years;
    }
    own.led_until = month + months_per_year * years;
    led_.push_back(household);
    ++counts.led_to_schemes;
    counts.users_gained += (*unused_schemes_)[household];
}

// Adds up what those led to schemes use of them in a month.
void TownCourse::use_schemes(int month)
{
    if (month % months_per_year == 0) {
        gained_cents_.fill(0);
    }
    std::erase_if(led_, [&](std::uint32_t household) { return cases_[household].led_until <= month; });
    for (auto const household : led_) {
        for (auto const& grant : unused_grants_of(household)) {
            gained_cents_[grant.scheme] += grant.cents_per_year;
        }
    }
}

GrantsOfHousehold TownCourse::unused_grants_of(std::uint32_t household) const
{
    if (unused_grants_ == nullptr) {
        return {};
    }
    auto const before = [](outcomes::UnusedGrant const& grant, std::uint32_t other) {
        return grant.household < other;
    };
    auto const first = std::lower_bound(unused_grants_->begin(), unused_grants_->end(), household, before);
    return {first,
            std::find_if(first, unused_grants_->end(), [household](outcomes::UnusedGrant const& grant) {
                return grant.household != household;
            })};
}

void TownCourse::accept(std::uint32_t household, int month, Terms const& terms, MonthCounts& counts)
{
    auto& own = cases_[household];
    if (counts.course_participants < share_of_month(terms.course_participants_per_year, month)) {
        ++counts.course_participants;
        own.course_until = static_cast<std::int16_t>(month + static_cast<int>(terms.course_months));
    }
    double const u = draw(Stream::contact, household, number_of_draw(contact_consequence, month));
    if (payments_[household] == Payments::arrears) {
        if (u < terms.resolved_by_help) {
            change(household, Payments::orderly);
            ++counts.recovered_arrears;
            ++counts.resolved;
        }
    } else if (u < terms.referral_share) {
        apply(household, month);
    }
}

}  // namespace minimasim::forecast
