#pragma once

#include "sim/outcomes/tally.hpp"
#include "sim/run/members/member_facts.hpp"
#include "sim/run/setting.hpp"
#include "sim/takeup/threshold.hpp"

namespace minimasim::run {

struct ClaimRule;

// What can be held against published figures on take-up that were not fitted, at the calibration date.
struct TakeUpChecks {
    double supplement_recipients = 0;
    LongLowIncome below_pension_age;  // who can get the supplement
    LongLowIncome of_all_ages;
    // Households entitled to a grant of at least one municipal scheme, the share of them that uses none, and
    // the share that uses neither these nor assistance or the health care allowance.
    double entitled_to_some = 0;
    double uses_no_scheme = 0;
    double uses_nothing = 0;
};

// The steps of check_take_up: who uses what (numbers, not yet shares), added to what was counted before, and
// at last the shares.
void count_use(Member const& member, MemberFacts const& facts,
               std::array<std::vector<takeup::Candidate>, rules::scheme_count> const& entitled,
               ClaimRule const& claims, TakeUpChecks& checks);
void finish(outcomes::Tally const& calibration, TakeUpChecks& checks);

// `entitled`: candidates of every scheme with their propensities, `claims`: the thresholds they meet or not.
TakeUpChecks check_take_up(Member const& member, MemberFacts const& facts, outcomes::Tally const& calibration,
                           std::array<std::vector<takeup::Candidate>, rules::scheme_count> const& entitled,
                           ClaimRule const& claims);

}  // namespace minimasim::run
