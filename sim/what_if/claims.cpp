#include "sim/what_if/claims.hpp"

#include "sim/takeup/capped_budget.hpp"
#include "sim/takeup/propensity.hpp"

namespace minimasim::what_if {

void Inclinations::settle(std::size_t row, std::int32_t cents_per_year)
{
    if (is_settled[row] == 0) {
        propensity[row] = of(row, cents_per_year);
        is_settled[row] = 1;
    }
}

double Inclinations::of(std::size_t row, std::int32_t cents_per_year) const
{
    return mean_cents == 0 || is_settled[row] != 0
               ? propensity[row]
               : propensity[row] + takeup::amount_term(amount_slope, cents_per_year, mean_cents);
}

void count_claims(std::size_t scheme, SchemeTable const& table, RowFacts const& facts,
                  Inclinations const& inclinations, ClaimRule const& rule, Cents cap, Answers const& answers,
                  Decision& decision)
{
    bool const is_capped = rules::schemes[scheme].is_capped;
    std::size_t const count = table.households().size();
    decision.cents_per_year = answers.cents_per_year;
    decision.state.assign(count, 0);
    decision.cost_cents_per_year = 0;
    decision.entitled_households = decision.recipients_households = decision.users = 0;
    std::vector<takeup::Candidate> under_cap;
    std::vector<std::size_t> rows_under_cap;
    auto const grant = [&](std::size_t row) {
        std::int32_t const cents = answers.cents_per_year[row];
        decision.state[row] |= is_recipient;
        decision.cost_cents_per_year += cents;
        ++decision.recipients_households;
        decision.users += facts.users[row];
    };
    for (std::size_t row = 0; row < count; ++row) {
        std::int32_t const cents = answers.cents_per_year[row];
        // A capped budget is no right: only who has the need counts as entitled to it.
        if (answers.eligible[row] == 0 || (is_capped && cents == 0)) {
            continue;
        }
        decision.state[row] = is_entitled;
        ++decision.entitled_households;
        if (cents == 0) {
            continue;
        }
        if (is_capped) {
            double const propensity = inclinations.of(row, cents);
            if (propensity >= rule.threshold) {
                under_cap.push_back({propensity, facts.users[row], table.numbers()[row], cents});
                rows_under_cap.push_back(row);
            }
        } else if ((rule.is_ex_officio && facts.receives_assistance[row] != 0) ||
                   inclinations.of(row, cents) >= rule.threshold) {
            grant(row);
        }
    }
    auto const refused = takeup::first_refused(under_cap, cap);
    for (std::size_t i = 0; i < under_cap.size(); ++i) {
        if (takeup::is_served(under_cap[i].propensity, under_cap[i].household, refused)) {
            grant(rows_under_cap[i]);
        }
    }
}

std::vector<takeup::Candidate> candidates_of(SchemeTable const& table, RowFacts const& facts,
                                             Inclinations const& inclinations, Decision const& decision)
{
    std::vector<takeup::Candidate> candidates;
    for (std::size_t row = 0; row < decision.cents_per_year.size(); ++row) {
        std::int32_t const cents = decision.cents_per_year[row];
        if (cents > 0) {
            candidates.push_back(
                {inclinations.of(row, cents), facts.users[row], table.numbers()[row], cents});
        }
    }
    return candidates;
}

}  // namespace minimasim::what_if
