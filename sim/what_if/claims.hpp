#pragma once

#include <cstdint>
#include <vector>

#include "sim/base/money.hpp"
#include "sim/takeup/threshold.hpp"
#include "sim/what_if/scheme_table.hpp"

namespace minimasim::what_if {

// What is known of a household that a scheme can reach.
enum State : std::uint8_t { is_entitled = 1, is_recipient = 2 };

// What one scheme does in one replicate, to each row of its table and in all.
struct Decision {
    std::vector<std::int32_t> cents_per_year;  // granted when claimed; 0 where not eligible
    std::vector<std::uint8_t> state;           // bits of State
    Cents cost_cents_per_year = 0;
    std::int64_t entitled_households = 0;
    std::int64_t recipients_households = 0;
    std::int64_t users = 0;
};

// How inclined the rows of a scheme's table are to claim it in one replicate.
struct Inclinations {
    std::vector<double> propensity;        // without what the amount adds, until it is settled
    std::vector<std::uint8_t> is_settled;  // 1: the amount of a household no longer counts
    double amount_slope = 0;
    double mean_cents = 0;  // of the amounts of the scheme; 0: amounts do not count

    // Settles, for every package, the inclination of a row that was not settled by this amount.
    void settle(std::size_t row, std::int32_t cents_per_year);

    // The inclination of a row to claim this amount.
    double of(std::size_t row, std::int32_t cents_per_year) const;
};

// Who claims of those who may.
struct ClaimRule {
    double threshold = 0;
    bool is_ex_officio = false;  // recipients of assistance get it without asking
};

// What holds for the rows of a scheme's table in every replicate.
struct RowFacts {
    std::vector<std::int32_t> users;                // what a household counts for
    std::vector<std::uint8_t> receives_assistance;  // 1 or 0
};

// Counts the claims on a scheme and what they cost. `cap`: of a scheme whose budget is a ceiling.
void count_claims(std::size_t scheme, SchemeTable const& table, RowFacts const& facts,
                  Inclinations const& inclinations, ClaimRule const& rule, Cents cap, Answers const& answers,
                  Decision& decision);

// Who may claim under a decision: everybody who would be granted something.
std::vector<takeup::Candidate> candidates_of(SchemeTable const& table, RowFacts const& facts,
                                             Inclinations const& inclinations, Decision const& decision);

}  // namespace minimasim::what_if
